"""Pouring many articles reads as composing one block does, and notes the same origins."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Reads
from reader.store.compose import Piece, SeamRow, compose
from reader.store.corpus_rows import SourceText, line_starts
from reader.store.pouring import Stream
from reader.text.lines import split_lines, white_runs

PAGES = st.lists(
    st.sampled_from(["甲", "乙", "a", " ", "\n", "\r\n", "\u2028", "\x1c", "\u3000"]), max_size=16
).map("".join)


def poured(
    text: str, seams: list[SeamRow], spans: list[tuple[int, int]], *, traced: bool
) -> Stream:
    rows = ([s.start for s in seams], [s.end for s in seams], "".join(s.reads[0] for s in seams))
    source = SourceText(1, text, *rows, file=7, line_starts=line_starts(text))
    stream = Stream(7, page=None, traced=traced)
    for start, end in spans:
        stream.pour(source, start, end)
    return stream


@given(text=PAGES, data=st.data())
def test_it_reads_as_compose_does(text, data) -> None:
    seams = [
        SeamRow(start, end, data.draw(st.sampled_from(list(Reads))))
        for start, end in white_runs(text)
        if data.draw(st.booleans())
    ]
    cuts = sorted(
        {0, len(text), *data.draw(st.lists(st.integers(0, len(text)), max_size=3))}
        - {p for start, end in white_runs(text) for p in range(start + 1, end)}
        - {start for start, _ in white_runs(text) if start}
    )
    points = [SeamRow(c, c, data.draw(st.sampled_from(list(Reads)))) for c in cuts[1:-1]]
    seams = sorted([*seams, *points])
    spans = [s for s in pairwise(cuts) if data.draw(st.integers(0, 3))]
    if data.draw(st.booleans()):
        spans.reverse()
    pieces = [Piece(1, start, end, 1, place, None) for place, (start, end) in enumerate(spans)]
    reading = compose(pieces, {1: text}, {1: seams})
    for traced in (False, True):
        stream = poured(text, seams, spans, traced=traced)
        assert stream.text() == reading.text
        covered: dict[int, int] = {}
        for start, end, low, high in stream.ranges:
            assert reading.text[start:end] == text[low:high]
            covered |= {start + n: low + n for n in range(end - start)}
        for origin in reading.origin():
            for n in range(origin.end - origin.start):
                assert covered.pop(origin.start + n) == origin.at + n
        assert all(reading.text[at].isspace() for at in covered)
        lines = split_lines(text)
        for number in stream.lines:
            assert 1 <= number <= len(lines) + 1
        if traced:
            assert [(t.at, t.stop) for t in stream.trace or []] == [
                (s.at, s.stop) for s in reading.segments if s.text
            ]


@given(text=PAGES)
def test_line_starts_are_those_of_the_lines(text) -> None:
    starts = line_starts(text)
    assert starts[-1] == len(text)
    assert starts[: len(split_lines(text))] == [line.start for line in split_lines(text)]


def test_a_range_names_the_page_and_the_file_it_comes_from_where_they_are_others() -> None:
    def source(key: int, page: int, file: int) -> SourceText:
        return SourceText(
            key, "甲乙", [], [], "", page=page, number=page, file=file, sha256=f"s{file}",
            line_starts=[0, 2],
        )  # fmt: skip

    stream = Stream(7, page=1)
    for one in (source(1, 1, 7), source(2, 2, 7), source(3, 3, 8)):
        stream.pour(one, 0, 2)
    assert stream.ranges == [(0, 2, 0, 2), (2, 4, 0, 2, 2), (4, 6, 0, 2, 3, "s8")]
