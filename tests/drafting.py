"""Page drafts by two plain rules, so that the ledger is tested without the engine.

An empty line between lines ends a block; a line that begins with # is furniture, with = a
title that begins a new article.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from dataclasses import replace

from reader.drafts import (
    ArticleDraft,
    BlockDraft,
    PageDraft,
    PageIn,
    RawFile,
    RawPage,
    Seam,
    Stretch,
)
from reader.model import IssueFacts, Kind, Reads
from reader.text.lines import holds_line_end, split_lines, white_runs


def draft(text: str, confidence: float = 0.95) -> PageDraft:
    """Read a page by the rules above."""
    runs = [r for r in white_runs(text) if holds_line_end(text[slice(*r)]) or 0 in r]
    if text and text[-1].isspace() and (not runs or runs[-1][1] != len(text)):
        runs.append(next(r for r in white_runs(text) if r[1] == len(text)))
    cuts, seams = [0], []
    for start, end in runs:
        blank = len(re.findall("\n|\r\n?", text[start:end])) > 1
        following = text[end : end + 1]
        para = blank or start == 0 or end == len(text) or following in {"#", "="}
        line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        para = para or text[line_start : line_start + 1] in {"#", "="}
        seams.append(Seam(start, end, Reads.PARA if para else Reads.JOIN, confidence))
        if para and start > 0 and end < len(text):
            cuts.append(end)
    cuts.append(len(text))
    blocks, articles, open_article = [], [], []
    for low, high in itertools.pairwise(cuts):
        first = text[low:high].lstrip()[:1]
        kind = {"#": Kind.FURNITURE, "=": Kind.TITLE}.get(first, Kind.PARA)
        if kind is Kind.TITLE and open_article:
            articles.append(ArticleDraft(tuple(open_article)))
            open_article = []
        if kind is not Kind.FURNITURE:
            open_article.append(len(blocks))
        blocks.append(BlockDraft(kind, (Stretch(low, high),)))
    if open_article:
        articles.append(ArticleDraft(tuple(open_article)))
    return PageDraft(text, split_lines(text), tuple(blocks), tuple(articles), tuple(seams))


def marked(text: str) -> PageDraft:
    """Read a page alike, in which furniture begins with a mark that 导读 boxes have."""
    shown = text.replace("#", "■")
    return replace(draft(text), text=shown, lines=split_lines(shown))


def raw_file(text: str, name: str = "page.txt") -> RawFile:
    """Make a file of one page."""
    data = text.encode()
    return RawFile(name, hashlib.sha256(data).hexdigest(), len(data), "utf-8", (RawPage(text),))


def take_in(library, text: str, *, name: str = "page.txt", facts: IssueFacts | None = None):
    """Take a page into a library; give what `Issues.add` gives."""
    return library.issues.add(raw_file(text, name), [PageIn(draft(text), facts or IssueFacts())])
