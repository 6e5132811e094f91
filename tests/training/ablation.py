"""Train without one cue after another, to see what each is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training import train
from training.judge import Judged, judge
from training.makers import page

from reader.text import clues, field, repair
from reader.text.clues import GROUPS
from reader.text.ways import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from training.form import Page

    from reader.text.near import Key

CUES: dict[str, dict[str, str]] = {
    # cue: groups and the places in their keys that are covered; "*" covers the whole group
    "widths": {
        "own": "2", "above": "14", "held": "4", "first": "1", "below": "14", "held below": "4",
        "first below": "1", "run": "*", "grows": "0145", "reach": "01", "words": "25",
        "skip": "8", "manner": "08b", "manner below": "08b",
    },
    "blanks": {
        "above": "2", "ways": "1", "held": "3", "below": "2", "ways below": "1",
        "held below": "3", "heads": "34", "stuff": "34", "bond": "45", "reach": "56",
        "words": "67", "name": "3", "pair": "6", "pair below": "6",
        "manner": "2346a", "manner below": "2346a",
    },
    "marks": {
        "own": "048", "kind": "9", "above": "0", "ways": "0", "held": "12", "first": "0",
        "below": "0", "ways below": "0", "held below": "12", "first below": "0", "heads": "5",
        "long": "34", "sizes": "34", "grows": "23", "bond": "13", "reach": "23", "words": "14",
        "poem": "03", "name": "5", "label": "45", "skip": "7", "manner": "57", "manner below": "57",
    },
    "openers": {"own": "1", "above": "3", "below": "3", "first": "5", "words": "03", "reach": "4",
                "label": "0123", "manner": "c", "manner below": "c"},
    "words across": {"held": "0", "held below": "0", "bond": "02", "pair": "5", "pair below": "5",
                     "skip": "*"},
    "page's ways": {
        "ways": "23", "ways below": "23", "first": "24", "first below": "24", "parts": "4",
        "manner": "*", "manner below": "*",
    },
    "headline words": {
        "kind": "0", "heads": "012", "like": "*", "lead": "*", "parts": "*", "pair": "*",
        "pair below": "*", "place": "2", "name": "12", "manner": "d", "manner below": "d",
    },
    "furniture words": {"kind": "123467", "stuff": "012", "place": "3", "label": "6",
                        "skip": "56"},
}  # fmt: skip


def covered(cue: str, group: str, keys: Iterable[Key]) -> list[Key]:
    """Cover what belongs to a cue in a group of clues of all lines."""
    places = CUES.get(cue, {}).get(group, "")
    return [
        tuple("" if places == "*" or f"{at:x}" in places else value for at, value in enumerate(key))
        for key in keys
    ]


def without(cue: str, many: int, pages: Sequence[Page]) -> list[Judged]:
    """Train on `many` pages without a cue, and judge pages without it."""
    seen = clues.Sheet

    class Hidden(seen):  # type: ignore[misc,valid-type]
        """The clues of a page without the cue."""

        def columns(self) -> Iterator[Iterable[Key]]:
            for (name, _), keys in zip(GROUPS, super().columns(), strict=False):
                yield covered(cue, name, keys)

        def seams(self) -> list[Key]:
            size = len(UNKNOWN)
            keys = covered(cue, "manner", [(*UNKNOWN, *key) for key in super().seams()])
            return [key[size:] for key in keys]

    try:
        clues.Sheet = Hidden  # type: ignore[misc]
        weights = field.read(train.train(page(seed) for seed in range(many)))
        return [judge(made, repair.repair(made.raw, field=weights)) for made in pages]
    finally:
        clues.Sheet = seen  # type: ignore[misc]
