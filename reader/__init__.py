"""Jiaokan (校勘): proofread, repair, tag and export digitised Chinese newspapers, offline."""

__version__ = "0.1.0"
