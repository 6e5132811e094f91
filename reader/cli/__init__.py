"""The command line: all that the window does, and no Qt."""

from reader.cli.app import refuse, run

__all__ = ["refuse", "run"]
