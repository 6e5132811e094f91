"""The rules of an edit: what a change of reading text means for pieces, seams and phrases.

An edit is first trimmed to what differs. An edit of exactly the glue of one seam, or of a run
of blanks inside a line, that leaves nothing, a space or a line end, is a verdict. Any other
strikes what was removed and puts what was typed behind it, before the white run; text typed
into a hole fills it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import GLUE, Kind, Reads, Why
from reader.text.lines import LINE_END_CHARACTERS

if TYPE_CHECKING:
    from reader.store.compose import Reading, Segment
    from reader.store.ledger import Ledger
    from reader.store.wishing import OpenWish


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` of a block's reading text by `typed`."""

    start: int
    end: int
    typed: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A seam, or a run of blanks, that an edit turned out to be about."""

    source: int
    start: int
    end: int
    reads: Reads


def trim(text: str, edit: Edit) -> Edit:
    """Take from an edit what it leaves as it was, at its head and then at its end."""
    old = text[edit.start : edit.end]
    new = edit.typed
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def refuse_bad(text: str, edit: Edit, kind: Kind) -> None:
    """Raise `UsageError` for an edit that no block can take."""
    if not 0 <= edit.start <= edit.end <= len(text):
        raise UsageError("edit", "outside", start=edit.start, end=edit.end, length=len(text))
    if any("\ud800" <= c <= "\udfff" for c in edit.typed):
        raise UsageError("edit", "surrogate")
    ends = [c for c in edit.typed if c in LINE_END_CHARACTERS]
    if ends and (kind is not Kind.VERSE or any(c != "\n" for c in ends)):
        raise UsageError("edit", "line_end")


class Editor:
    """Carries out edits of one block, inside an open wish."""

    def __init__(self, ledger: Ledger, wish: OpenWish) -> None:
        self.ledger = ledger
        self.wish = wish

    def edit(self, block: int, kind: Kind, edit: Edit, why: Why = Why.TYPED) -> None:
        """Carry out one edit on a block; an edit that changes nothing writes nothing."""
        reading = self.ledger.fetch.read(block)
        refuse_bad(reading.text, edit, kind)
        edit = trim(reading.text, edit)
        if edit.start == edit.end and not edit.typed:
            return
        verdict = verdict_of(reading, edit, kind, self.ledger)
        if verdict is not None:
            self.ledger.set_seam(
                verdict.source, verdict.start, verdict.end, verdict.reads, self.wish.actor
            )
            return
        self._retype(block, reading, edit, why)

    def _retype(self, block: int, reading: Reading, edit: Edit, why: Why) -> None:
        left, right, start, end = blanks_at_edges(reading, edit, self.ledger)
        typed = left + edit.typed + right
        phrases = self._phrases_around(reading, start, end) if typed else []
        anchor = anchor_of(reading, start)
        correction = self.ledger.correction(self.wish, why)
        for source, low, high in spans(reading, start, end):
            self.ledger.strike(source, low, high, correction)
        if not typed:
            return
        after = self._settle(anchor, reading, start, end)
        key = self.ledger.type(typed, correction)
        self.ledger.put(key, block, after=after)
        for phrase in phrases:
            self.ledger.connection.execute(
                "INSERT INTO phrase_span (phrase, source, start, end) VALUES (?, ?, 0, ?)",
                (phrase, key, len(typed)),
            )

    def _settle(
        self, anchor: tuple[int, int] | None, reading: Reading, start: int, end: int
    ) -> tuple[int, int] | None:
        """Give the piece behind which typed text goes: behind what was struck in this place."""
        removed = spans(reading, start, end)
        if removed:
            source, _, high = removed[-1]
            last = self.ledger.piece_at(source, high - 1)
        elif anchor is not None:
            source, position = anchor
            self.ledger.cut(source, position)
            last = self.ledger.piece_at(source, position - 1)
        else:
            last = None
        return self._over_the_hole(reading, last)

    def _over_the_hole(self, reading: Reading, last: object) -> tuple[int, int] | None:
        """Step over struck pieces that follow at once: text typed into a hole fills it."""
        from reader.store.compose import Piece

        after = (last.source, last.start) if isinstance(last, Piece) else None
        block = last.block if isinstance(last, Piece) else self._block_of(reading)
        pieces = self.ledger.fetch.pieces(block)
        index = 0
        if after is not None:
            index = 1 + next(i for i, p in enumerate(pieces) if (p.source, p.start) == after)
        while index < len(pieces) and pieces[index].struck is not None:
            after = (pieces[index].source, pieces[index].start)
            index += 1
        return after

    def _block_of(self, reading: Reading) -> int:
        first = reading.segments[0]
        return self.ledger.piece_at(first.source, first.start).block

    def _phrases_around(self, reading: Reading, start: int, end: int) -> list[int]:
        """Give the phrases that take the new text: all that goes, or both neighbours, lie in it."""
        if start < end:
            wanted = addresses(reading, start, end)
        else:
            wanted = addresses(reading, start - 1, start) + addresses(reading, end, end + 1)
            if len(wanted) < 2:
                return []
        if not wanted:
            return []
        found: set[int] | None = None
        for source, position in wanted:
            rows = self.ledger.connection.execute(
                "SELECT phrase FROM phrase_span WHERE source = ? AND start <= ? AND end > ?",
                (source, position, position),
            )
            here = {phrase for (phrase,) in rows}
            found = here if found is None else found & here
            if not found:
                return []
        return sorted(found or ())


def addresses(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Give (source, position) of each plain character of ``text[start:end]``."""
    found = []
    for s in reading.segments:
        if s.plain and s.at < end and s.stop > start:
            low, high = max(start, s.at), min(end, s.stop)
            found += [(s.source, s.start + i - s.at) for i in range(low, high)]
    return found


def spans(reading: Reading, start: int, end: int) -> list[tuple[int, int, int]]:
    """Give the (source, start, end) that read as ``text[start:end]``, glue and runs included.

    Runs that read as nothing are taken only where they lie between characters that go.
    """
    taken = [
        s for s in reading.segments if s.struck is None and s.text and s.at < end and s.stop > start
    ]
    if not taken or start == end:
        return []
    first, last = reading.segments.index(taken[0]), reading.segments.index(taken[-1])
    found: list[tuple[int, int, int]] = []
    for s in reading.segments[first : last + 1]:
        if s.struck is not None or s.start == s.end:
            continue
        low, high = s.start, s.end
        if s.seam is None:
            low += max(0, start - s.at)
            high -= max(0, s.stop - end)
        if found and found[-1][0] == s.source and found[-1][2] == low:
            found[-1] = (s.source, found[-1][1], high)
        else:
            found.append((s.source, low, high))
    return found


def anchor_of(reading: Reading, at: int) -> tuple[int, int] | None:
    """Give (source, end) of the character on the left of `at`; None at the block's head."""
    for s in reading.segments:
        if s.text and s.struck is None and s.at < at <= s.stop:
            if s.seam is None:
                return s.source, s.start + at - s.at
            if s.end > s.start:
                return s.source, s.end
            return s.source, s.start
    return None


def run_around(segment: Segment, offset: int, text: str) -> tuple[int, int] | None:
    """Give the run of blanks of `text` around position `offset`, within the segment."""
    low = high = offset
    while low > segment.start and text[low - 1].isspace():
        low -= 1
    while high < segment.end and text[high].isspace():
        high += 1
    return (low, high) if low < high else None


def blanks_at_edges(reading: Reading, edit: Edit, ledger: Ledger) -> tuple[str, str, int, int]:
    """Widen an edit so that it cuts no run of a page's blanks; give what must be typed again.

    Returned are the blanks before and behind the typed text, and the widened start and end.
    """
    start, end = edit.start, edit.end
    left = right = ""
    for s in reading.segments:
        if not s.plain or not s.text or not ledger.is_page(s.source):
            continue
        text = ledger.fetch.text(s.source)
        if s.at < start < s.stop:
            run = run_around(s, s.start + start - s.at, text)
            inside = s.start + edit.start - s.at
            if run and run[0] < inside < run[1]:
                left = text[run[0] : inside]
                start -= inside - run[0]
                if edit.end == edit.start:
                    right = text[inside : run[1]]
                    end = edit.end + run[1] - inside
        if edit.end > edit.start and s.at < edit.end < s.stop:
            inside = s.start + edit.end - s.at
            run = run_around(s, inside, text)
            if run and run[0] < inside < run[1]:
                right = text[inside : run[1]]
                end += run[1] - inside
    return left, right, start, end


def verdict_of(reading: Reading, edit: Edit, kind: Kind, ledger: Ledger) -> Verdict | None:
    """Give the verdict that an edit amounts to, None when it is an ordinary edit."""
    allowed = {"": Reads.JOIN, " ": Reads.SPACE}
    if kind is Kind.VERSE:
        allowed["\n"] = Reads.LINE
    wanted = allowed.get(edit.typed)
    if wanted is not None:
        seams = [
            s
            for s in reading.segments
            if s.seam is not None
            and s.seam is not Reads.PARA
            and (s.at, s.stop) == (edit.start, edit.end)
        ]
        if len(seams) == 1 and GLUE[wanted] != seams[0].text:
            return Verdict(seams[0].source, seams[0].start, seams[0].end, wanted)
    return _verdict_on_blanks(reading, edit, allowed, ledger)


def _verdict_on_blanks(
    reading: Reading, edit: Edit, allowed: dict[str, Reads], ledger: Ledger
) -> Verdict | None:
    """Look for an edit inside one undecided run of blanks that leaves what a seam can read."""
    if edit.start == edit.end:
        return None
    for s in reading.segments:
        if not (s.plain and s.at <= edit.start and edit.end <= s.stop):
            continue
        if not ledger.is_page(s.source):
            return None
        text = ledger.fetch.text(s.source)
        run = run_around(s, s.start + edit.start - s.at, text)
        if run is None or s.start + edit.end - s.at > run[1]:
            return None
        low, high = s.start + edit.start - s.at, s.start + edit.end - s.at
        left = text[run[0] : low] + edit.typed + text[high : run[1]]
        if left in allowed:
            return Verdict(s.source, *run, allowed[left])
    return None
