"""The laws that every draft of the engine keeps, whatever the page."""

from __future__ import annotations

from reader.model import PAGE_KINDS, Kind, Reads
from reader.text.lines import WHITE_RUN, holds_line_end
from reader.text.reasons import REASONS


def assert_tiled(draft):
    text = draft.text
    at = 0
    for start, end in sorted((s.start, s.end) for b in draft.blocks for s in b.stretches):
        assert start == at
        assert end > start
        at = end
    assert at == len(text)
    cuts = {s.start for block in draft.blocks for s in block.stretches}
    for start, end in (found.span() for found in WHITE_RUN.finditer(text)):
        assert not any(start < cut < end for cut in cuts), "a run of white space is cut"
        if text.strip() and start > 0:
            assert start not in cuts, "the run lies with the text on its left"


def assert_seams(draft):
    text = draft.text
    runs = [found.span() for found in WHITE_RUN.finditer(text)]
    starts = [seam.start for seam in draft.seams]
    assert starts == sorted(set(starts))
    for seam in draft.seams:
        assert (seam.start, seam.end) in runs
        assert 0.0 <= seam.confidence <= 1.0
        assert 1 <= len(seam.reasons) <= 3
        for reason in seam.reasons:
            assert len(reason.facts) == REASONS[reason.code]
    for start, end in runs:
        if holds_line_end(text[start:end]) or start == 0 or end == len(text):
            assert start in starts


def assert_ends(draft):
    for block in draft.blocks:
        last = block.stretches[-1].end
        for stretch in block.stretches:
            for seam in draft.seams:
                if stretch.start <= seam.start < stretch.end:
                    ends = seam.end == last and stretch.end == last
                    assert (seam.reads is Reads.PARA) == ends


def assert_articles(draft):
    named = [at for article in draft.articles for at in article.blocks]
    assert len(named) == len(set(named))
    for at, block in enumerate(draft.blocks):
        assert (block.kind in PAGE_KINDS) == (at not in named)
    for article in draft.articles:
        assert article.blocks
        if article.section is not None:
            assert draft.blocks[article.section].kind is Kind.SECTION
    numbers = [line.number for line in draft.lines if line.text.strip()]
    assert [role.number for role in draft.roles] == numbers


def assert_lawful(draft):
    assert_tiled(draft)
    assert_seams(draft)
    if draft.text.strip():
        assert_ends(draft)
        assert_articles(draft)
