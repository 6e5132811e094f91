"""Where an issue is most likely to be read wrongly: its doubts, by what a look at each removes."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple

from reader.model import DOUBT_BELOW, Reads
from reader.store.pages import Pages
from reader.store.reasons import unpack
from reader.text.expected import wrong_of
from reader.text.lines import holds_line_end, split_lines

_BELOW = round(DOUBT_BELOW * 1000)
_PAGES = (
    "FROM issue i JOIN page p ON p.issue = i.key AND p.present JOIN source t ON t.key = p.source"
)
_AROUND = 12


class DoubtPlace(NamedTuple):
    """A doubtful seam: the article in which it is read, where it begins in which source.

    `confidence` is the probability that it reads rightly: a look at it removes, of the errors that
    are expected, what is missing to one. `line` is the number of the raw line in the file;
    `before` and `after` are the characters on both sides.
    """

    article: str
    source: int
    start: int
    line: int
    reads: Reads
    confidence: float
    before: str
    after: str


def _place(row: tuple[Any, ...], text: str, starts: list[int], first: int) -> DoubtPlace:
    _, source, start, end, reads, confidence, article, _ = row
    line = first + max(0, bisect_right(starts, start) - 1)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return DoubtPlace(article, source, start, line, Reads(reads), confidence / 1000, before, after)


def _wrong(confidence: int, reasons: str) -> float:
    """Give the probability that a line end is wrong, from what is stored of it."""
    return wrong_of(confidence / 1000, {reason.code for reason in unpack(reasons)})


class Doubting(Pages):
    """The part of the manager of issues that tells where to look first."""

    def doubts(self, issue: str) -> list[DoubtPlace]:
        """List the doubts of an issue, first those of which a look removes most expected errors.

        Every doubt takes one look, so that is the order in which they are likely to be wrong (see
        `expected`), for most that of confidence; else of the pages. Raise `NotFoundError` for an
        issue that is not there.
        """
        rows = self._connection.execute(
            "SELECT p.place, t.key, s.start, s.end, s.reads, s.confidence, a.id, s.reasons"
            f" {_PAGES} JOIN seam s ON s.source = t.key"
            f" AND s.decider IS NULL AND s.confidence < {_BELOW}"
            " JOIN piece c ON c.source = s.source AND c.start ="
            " (SELECT max(start) FROM piece WHERE source = s.source AND start <= s.start)"
            " JOIN block b ON b.key = c.block JOIN article a ON a.key = b.article"
            " WHERE i.key = ? AND c.struck IS NULL ORDER BY s.confidence, p.place, s.start",
            (self._issue(issue),),
        ).fetchall()
        rows.sort(key=lambda row: -_wrong(row[5], row[7]))
        pages = {source: self._received(source) for source in {row[1] for row in rows}}
        return [_place(row, *pages[row[1]]) for row in rows]

    def _received(self, source: int) -> tuple[str, list[int], int]:
        """Give a page's text, where its lines begin, and the number of the first."""
        text, first = self._connection.execute(
            "SELECT text, first_line FROM source WHERE key = ?", (source,)
        ).fetchone()
        return text, [line.start for line in split_lines(text)], first

    def expected_wrong(self, issue: str) -> float:
        """Give how many line ends of an issue are expected to read wrongly.

        Each on which nobody has decided is wrong with what its confidence lacks of one, but for
        the ends of paragraphs that break off (see `expected`).
        """
        found = 0.0
        for source, text in self._connection.execute(
            f"SELECT t.key, t.text {_PAGES} WHERE i.key = ?", (self._issue(issue),)
        ):
            found += sum(
                _wrong(confidence, reasons)
                for start, end, confidence, reasons in self._connection.execute(
                    "SELECT start, end, confidence, reasons FROM seam"
                    " WHERE source = ? AND decider IS NULL",
                    (source,),
                )
                if holds_line_end(text[start:end])
            )
        return found
