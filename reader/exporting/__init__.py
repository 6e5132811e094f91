"""Export: one writer a format, and the walk that writes a corpus so that it is never torn."""

from reader.exporting.corpus import (
    FORMATS,
    SINGLE_FILE_SUFFIXES,
    ExportReport,
    export,
    refuse_mismatch,
    sample,
)
from reader.exporting.foreseen import Earlier, foresee
from reader.exporting.rescue import RescueReport, rescue

__all__ = [
    "FORMATS",
    "SINGLE_FILE_SUFFIXES",
    "Earlier",
    "ExportReport",
    "RescueReport",
    "export",
    "foresee",
    "refuse_mismatch",
    "rescue",
    "sample",
]
