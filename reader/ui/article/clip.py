"""The clipboard of the article: text for everyone, and beside it the blocks for ourselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from reader.ui.article.typed import Clip

if TYPE_CHECKING:
    from collections.abc import Sequence

BLOCKS = "application/x-jiaokan-blocks+json"
"""The blocks of a copy, a list of texts: a line of verse is no block, nor a block always a line."""


def data_of(texts: Sequence[str]) -> QMimeData:
    """Make what is copied: a line a block, and where there are several, the blocks."""
    data = QMimeData()
    data.setText("\n".join(texts))
    if len(texts) > 1:
        data.setData(BLOCKS, json.dumps(list(texts)).encode("ascii"))
    return data


def clip_of(data: QMimeData) -> Clip:
    """Read what is pasted; what another program may have put in our name is but text."""
    try:
        blocks = json.loads(bytes(data.data(BLOCKS).data())) if data.hasFormat(BLOCKS) else []
    except (ValueError, RecursionError):  # the latter where it is nested without end
        blocks = []
    ours = isinstance(blocks, list) and all(isinstance(block, str) for block in blocks)
    return Clip(data.text(), tuple(blocks) if ours else ())
