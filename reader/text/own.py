"""Judge each line of a page by its own words: once, whatever the page does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text import furniture, headlines
from reader.text.briefs import briefs
from reader.text.verse import verses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Sight
    from reader.text.headlines import Shape


@dataclass(slots=True)
class Own:
    """What a line says by its own words: found once for each line.

    `head`, `furniture` and so on are log odds against running text; None where it cannot be.
    `echo` is the share of its character pairs that the lines below repeat. `boxed` tells that it
    stands in a 导读 box, `again` that it stands on the page more than once, `listed` that an item
    of a list of short news begins with it. `shape` is what it is made of, where it may be a
    headline.
    """

    head: float | None
    furniture: float | None
    section: float | None
    byline: float | None
    caption: float | None
    verse: float | None
    echo: float
    boxed: bool
    again: bool
    listed: bool
    shape: Shape | None


def own_words(sights: Sequence[Sight]) -> list[Own]:
    """Judge each line by its own words and by those of its neighbours."""
    units = [sight.unit for sight in sights]
    boxed = furniture.guides(units)
    again = furniture.repeated(units)
    poems = verses(sights, boxed | again)
    listed = briefs(units)
    below = headlines.Below(units)
    found: list[Own] = []
    for at, unit in enumerate(units):
        head, shape, echo = None, None, 0.0
        if headlines.may_be(unit):
            shape = headlines.shape(unit.text)
            head = headlines.looks(unit, shape)
        if head is None or head < HOPELESS:
            head = shape = None
        else:
            echo = below.echo(at, unit.text)
        stuff = furniture.furniture(unit)
        if stuff is not None and head is not None and furniture.heads_text(units, at):
            stuff = None
        found.append(
            Own(
                head=head,
                furniture=stuff,
                section=furniture.section(unit),
                byline=furniture.byline(unit),
                caption=None if at in listed else furniture.caption(unit),
                verse=4.0 if at in poems else None,
                echo=echo,
                boxed=at in boxed,
                again=at in again,
                listed=at in listed,
                shape=shape,
            )
        )
    return found


HOPELESS = -4.5
"""Log odds under which a line is not weighed as a headline any further."""
