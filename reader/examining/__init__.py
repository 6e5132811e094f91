"""Examine the machine and the library for what makes work risky: the facts behind `doctor`.

Nothing is written, no other program started, and Qt is looked at only as files.
"""

from reader.examining.doctor import backups, examine
from reader.examining.folders import Folder, look, risks
from reader.examining.remarks import CODES, Remark

__all__ = ["CODES", "Folder", "Remark", "backups", "examine", "look", "risks"]
