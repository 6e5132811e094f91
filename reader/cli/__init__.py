"""The command line: all that the window does, and no Qt."""

from reader.cli.app import refuse_command, run

__all__ = ["refuse_command", "run"]
