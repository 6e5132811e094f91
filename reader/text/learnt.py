"""Write what the engine learnt as JSON and read it back; words for it are made in the faces."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from reader import places
from reader.text.field import SCALE, trained
from reader.text.states import STATES

if TYPE_CHECKING:
    from reader.text.adapting import Adapted
    from reader.text.field import Changes, Field

FORM = 2
"""The number of the form: from the second on the words of the archive's own are told.

A program that knows only the first passes over what is of the second, and reads as it came.
"""
_READ = (1, FORM)


@cache
def base() -> str:
    """Give what names the weights that come with the program: the beginning of their SHA-256."""
    data = (places.resources() / "engine" / "weights.json").read_bytes()
    return sha256(data).hexdigest()[:16]


def written(adapted: Adapted) -> str:
    """Write what was learnt, and how it was measured."""
    groups: dict[str, dict[str, dict[str, list[int]]]] = {}
    for (name, part), rows in sorted((adapted.changes or {}).items()):
        groups.setdefault(name, {})[part] = {
            "\t".join(values): [
                number
                for state, more in enumerate(row)
                if more
                for number in (state, round(more * SCALE))
            ]
            for values, row in sorted(rows.items())
        }
    counts = ("verdicts", "held", "held_before", "held_after", "before", "after")
    told = {
        "form": FORM,
        "base": base(),
        "states": len(STATES),
        **{name: getattr(adapted, name) for name in counts},
        "words": " ".join(adapted.own.words),
        "groups": groups,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def fits(text: str) -> bool:
    """Tell whether what was learnt was learnt with the weights that the program has now."""
    told = json.loads(text)
    known = told["form"] in _READ
    return known and (told["base"], told["states"]) == (base(), len(STATES))


def field_of(text: str | None) -> Field:
    """Give the field with what was learnt, the trained one where nothing that fits was."""
    if text is None or not fits(text):
        return trained()
    return _field(text)


@cache
def _field(text: str) -> Field:
    told = json.loads(text)
    changes, words = _changes(told["groups"]), told.get("words", "").split()
    return (trained().changed(changes) if changes else trained()).knowing(words)


def changes_of(text: str | None) -> Changes | None:
    """Give what weights were learnt, if any that fit."""
    if text is None or not fits(text):
        return None
    return _changes(json.loads(text)["groups"]) or None


def _changes(groups: dict[str, dict[str, dict[str, list[int]]]]) -> Changes:
    return {
        (name, part): {tuple(values.split("\t")): _row(packed) for values, packed in rows.items()}
        for name, parts in groups.items()
        for part, rows in parts.items()
    }


def _row(packed: list[int]) -> list[float]:
    row = [0.0] * len(STATES)
    for state, more in zip(packed[::2], packed[1::2], strict=True):
        row[state] = more / SCALE
    return row
