"""The window: the only room that knows Qt, and one of the two faces.

Nothing of Qt is imported before `run` has looked whether a window can be opened at all.
"""

from reader.ui.start import run

__all__ = ["run"]
