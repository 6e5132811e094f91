"""Put columns that stand out of place on a page back where the text goes on."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text import openings, tears

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Reads
    from reader.text.articles import Story
    from reader.text.blocks import Block
    from reader.text.features import Unit
    from reader.text.tears import End, Page

MOST = 8
"""Columns of a page that are put back at most."""
SURE = 0.68
"""Probability from which on a column is moved."""
WORTH = 0.25
"""Probability from which on a move is proposed."""
NOTHING = -0.8
"""Odds that a paragraph goes on on another page, or its end was not seen."""
ROUNDS = 6
"""How often the probabilities of ends and beginnings are brought to agree."""


def put_back(
    stories: list[Story],
    blocks: Sequence[Block],
    units: Sequence[Unit],
    shares: Sequence[Sequence[float]],
    fixed: Mapping[int, Reads],
) -> None:
    """Join paragraphs that break off to those that begin in mid-sentence elsewhere on the page.

    `shares` has for each unit the probability of each state. The column that stands out of place
    moves with its paragraph, when it is sure; else the place is noted in the block as a proposal.
    Changes `stories` and `blocks` in place; a block that was joined to another keeps no unit.
    """
    page = tears.Page(stories, blocks, units, shares, fixed)
    ranked = _moves(page, weak=False)
    _moves(page, weak=True)
    for sure, tail, orphan in ranked:
        block = blocks[tail.block]
        if not block.units or not blocks[orphan.block].units:
            continue
        if sure >= WORTH and not block.perhaps:
            block.perhaps = (blocks[orphan.block].units[0], sure)


def _moves(page: Page, *, weak: bool) -> list[Move]:
    """Move what is sure; give what may be moved but is not."""
    ranked: list[Move] = []
    for _ in range(MOST):
        ranked = [move for move in _ranked(page, weak=weak) if not move[1].kept]
        if not ranked or ranked[0][0] < SURE or not _moved(page, ranked[0]):
            return ranked
    return []


Move = tuple[float, "End", "End"]
"""How sure a move is, the paragraph that breaks off, and the one that goes on with it."""


def _ranked(page: Page, *, weak: bool) -> list[Move]:
    """Give the moves that may be, the surest first.

    Each end goes on with one beginning or none: the odds of all pairs are brought to agree
    (Sinkhorn's algorithm, with a place for none).
    """
    tails = tears.tails(page)
    orphans = tears.orphans(page, weak=weak) if tails else []
    odds = {
        (a, b): exp(score + orphan.odds + tail.odds)
        for a, tail in enumerate(tails)
        for b, orphan in enumerate(orphans)
        if not _follows(page, tail, orphan) and (score := tears.fit(page, tail, orphan)) is not None
    }
    rows, columns = [1.0] * len(tails), [1.0] * len(orphans)
    none = exp(NOTHING)
    for _ in range(ROUNDS):
        for a in range(len(tails)):
            total = sum(value * columns[b] for (c, b), value in odds.items() if c == a)
            rows[a] = 1.0 / (none + total)
        for b in range(len(orphans)):
            total = sum(value * rows[a] for (a, c), value in odds.items() if c == b)
            columns[b] = 1.0 / (none + total)
    found = [(odds[a, b] * rows[a] * columns[b], tails[a], orphans[b]) for a, b in odds]
    return sorted(found, key=lambda move: -move[0])


def _follows(page: Page, tail: End, orphan: End) -> bool:
    """Tell whether a beginning is the line below a full stop: that the field has judged."""
    before, after = page.blocks[tail.block].units, page.blocks[orphan.block].units
    below = bool(before and after) and after[0] == before[-1] + 1
    return below and page.units[before[-1]].stopped


def _moved(page: Page, move: Move) -> bool:
    """Carry out a move; False where the column to be moved cannot be told."""
    sure, tail, orphan = move
    source, target = page.stories[tail.story], page.stories[orphan.story]
    if tail.story == orphan.story:
        body = source.body
        if tail.place < orphan.place:
            moved = body[orphan.place :]
            body[orphan.place :] = []
            body[tail.place + 1 : tail.place + 1] = moved
        else:
            begin = _first_of(page, tail, orphan.place + 1, source)
            column = body[begin : tail.place + 1]
            del body[begin : tail.place + 1]
            body[orphan.place : orphan.place] = column
    elif orphan.place == 0 and target.head and (tail.place or not source.head):
        begin = _first_of(page, tail, 1 if source.head else 0, target)
        column = source.body[begin : tail.place + 1]
        del source.body[begin : tail.place + 1]
        target.body[0:0] = column
    elif orphan.place == 0 and target.head:
        end = _own_start(page, target)
        if end is None:
            return False
        source.body[tail.place + 1 : tail.place + 1] = target.body[:end]
        del target.body[:end]
    else:
        source.body[tail.place + 1 : tail.place + 1] = target.body[orphan.place :]
        del target.body[orphan.place :]
    _joined(page, tail.block, orphan.block, min(0.97, sure))
    return True


def _joined(page: Page, tail: int, orphan: int, sure: float) -> None:
    """Make one block of two: the second keeps no unit."""
    before, after = page.blocks[tail], page.blocks[orphan]
    before.torn[before.units[-1]] = sure
    before.torn.update(after.torn)
    before.units.extend(after.units)
    after.units.clear()
    page.words.clear()
    page.counts.clear()
    page.fits.clear()
    for story in page.stories:
        if orphan in story.body:
            story.body.remove(orphan)


def _first_of(page: Page, tail: End, least: int, target: Story) -> int:
    """Find the first paragraph of the column that breaks off, at `least` or behind it.

    A paragraph that shares more with the headlines that it would come to than with those above
    it, begins as a lead does, or has more blank lines before it than others, begins the column.
    """
    source = page.stories[tail.story]
    body = source.body
    gaps = [page.units[page.blocks[at].units[0]].blanks for at in body]
    best, begin, score = 0.0, tail.place, 0.0
    for place in range(tail.place, least - 1, -1):
        at = body[place]
        if page.blocks[at].kind is Kind.PARA:
            here = page.shared([at], source.head) if source is not target else 0.0
            score += 0.3 * (page.shared([at], target.head) - here)
        score -= 0.3
        opens = openings.lead_odds(page.units[page.blocks[at].units[0]].text)
        total = score + opens + 1.2 * (gaps[place] - min(gaps))
        if place and page.blocks[body[place - 1]].kind is Kind.BYLINE:
            total += 1.0
        if place == tail.place or total > best:
            best, begin = total, place
    return begin


def _own_start(page: Page, story: Story) -> int | None:
    """Find where a story's own text begins behind a column that does not belong to it."""
    places = openings.places(story.body, page.blocks, page.units)
    rated = [
        (place.odds + 0.3 * page.shared([story.body[place.at]], story.head), place.at)
        for place in places
        if place.at
    ]
    best = max(rated, default=(-9.0, 0))
    return best[1] if best[0] > -0.5 else None
