"""Markdown (CommonMark) in which the text shows as the text that it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.exporting.whence import BETWEEN, whence
from reader.model import HEAD_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.store.corpus_read import CorpusArticle, CorpusBlock

_ANYWHERE = re.compile(
    r"[\\`*_{}\[\]<>#|~$&@=^]|:(?=[!-/:-~]|[0-9][0-9A-Za-z_+-]*:)|[-;](?=\))|(?<=[Ww]{3})\."
)
"""Markup of CommonMark and its usual extensions, and what some turn into little pictures."""
_AT_HEAD = re.compile(
    r"[-+:%]|\((?=\w{1,9}\))|[!?](?=[!?]{2})"
    r"|(?:\d+|(?:[A-Za-z]|[IVXLCDMivxlcdm]+)(?=[.)](?:[ \t]|\Z)))(?=[.)])"
)
_BLANKS = re.compile(r"\A[ \t]+|[ \t]+\Z|[\r\0]+")


def escape(line: str) -> str:
    """Give a line so that it reads as it stands, also at the head of a paragraph.

    All that CommonMark and its usual extensions take for markup is escaped by a backslash,
    blanks at the line's ends, and what ends a line or is none to others, by their number.
    """
    head, rest = _parted(line)
    safe = _ANYWHERE.sub(r"\\\g<0>", rest)
    mark = _AT_HEAD.match(safe)
    if mark and mark[0].isalnum():
        safe = f"{mark[0]}\\{safe[mark.end() :]}"
    elif mark:
        safe = "\\" + safe
    return _BLANKS.sub(_by_number, head + safe)


def _parted(line: str) -> tuple[str, str]:
    blank = len(line) - len(line.lstrip(" \t"))
    return line[:blank], line[blank:]


def _by_number(blanks: re.Match[str]) -> str:
    return "".join(f"&#{ord(c)};" for c in blanks[0])


def _block(block: CorpusBlock) -> str:
    rows = [escape(row) for row in block.text.split("\n")]
    if block.kind is Kind.TITLE:
        return "# " + " ".join(rows)
    if block.kind in {Kind.SUBTITLE, Kind.SUBHEAD}:
        return "## " + " ".join(rows)
    text = "\\\n".join(rows)
    return "> " + text.replace("\n", "\n> ") if block.kind is Kind.CAPTION else text


def one(article: CorpusArticle) -> bytes:
    """Give the file of one article: titles and subheads as headings, captions as quotations.

    Under its headings stands a line in italics on where it comes from.
    """
    parts = [escape(article.section)] if article.section else []
    heads = [block for block in article.blocks if block.kind in HEAD_KINDS]
    parts += [_block(block) for block in heads]
    parts.append(f"*{BETWEEN.join(map(escape, whence(article)))}*")
    parts += [_block(block) for block in article.blocks if block.kind not in HEAD_KINDS]
    return ("\n\n".join(parts) + "\n").encode()


def whole(articles: Iterable[CorpusArticle]) -> Iterator[bytes]:
    """Give the file of all articles, divided by rules."""
    between = b""
    for article in articles:
        yield between + one(article)
        between = b"\n---\n\n"
