"""Pages and people for running the engine again: what a library holds, and anything done to it."""

from __future__ import annotations

import contextlib
import random
from typing import TYPE_CHECKING

from reader.errors import NothingToUndoError, UsageError
from reader.model import Kind, Status
from reader.text.clues import GROUPS
from reader.text.field import Field, trained
from reader.text.states import STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store import Library

SHAKEN = ("own", "above", "ways", "heads", "stuff")
STRUCTURE = ("split", "join", "accept", "kind", "move", "split article", "merge", "edit")
MARKS = ("tag", "status", "undo")


def verdicts(library: Library) -> set[tuple]:
    """The seams that people decided."""
    sql = "SELECT source, start, end, reads, decider FROM seam WHERE decider IS NOT NULL"
    return set(library.connection.execute(sql))


def other_field(seed: float, size: float = 0.5, groups: Sequence[str] = SHAKEN) -> Field:
    """An engine that judges otherwise: the weights of some groups are shaken."""
    dice = random.Random(seed)
    field = trained()
    changes = {
        (name, part): {
            tuple(values.split("\t")): [dice.gauss(0, size) for _ in STATES]
            for values in field._tables[group][at]
        }
        for group, (name, parts) in enumerate(GROUPS)
        if name in groups
        for at, part in enumerate(parts)
    }
    return field.changed(changes)


class OtherEngine:
    """Stands for `library.teaching`: pages are read by another field."""

    def __init__(self, field: Field) -> None:
        self._field = field

    def field(self) -> Field:
        return self._field


def act(library: Library, dice: random.Random) -> None:
    """Do to a library something that a person can."""
    articles = [row.id for row in library.articles.rows()]
    if not articles:
        return
    article = dice.choice(articles)
    block = dice.choice(library.articles.get(article).blocks)
    verb = dice.choice((*STRUCTURE, *STRUCTURE[:3], *MARKS))
    with contextlib.suppress(UsageError, NothingToUndoError):
        if verb in STRUCTURE[3:]:
            _arrange(library, dice, verb, (article, block, articles))
        else:
            _read(library, dice, verb, (article, block))


def _read(library, dice, verb, on) -> None:
    article, block = on
    verbs, text = library.articles, block.text
    if verb == "split":
        seams = [s.at for s in verbs.seams(block.id) if 0 < s.at < len(text)]
        verbs.split(block.id, dice.choice(seams) if seams else dice.randrange(len(text) + 1))
    elif verb == "join":
        verbs.join(block.id)
    elif verb == "accept":
        seams = [(s.source, s.start, s.end) for s in verbs.seams(block.id)]
        verbs.accept(block.id, [dice.choice(seams)] if seams else [])
    elif verb == "tag":
        library.tags.add("经济", [article])
    elif verb == "status":
        verbs.set_status(dice.choice(list(Status)), [article])
    else:
        library.journal.undo()


def _arrange(library, dice, verb, on) -> None:
    article, block, articles = on
    verbs, text = library.articles, block.text
    if verb == "edit":
        at = dice.randrange(len(text) + 1)
        verbs.edit(block.id, at, min(len(text), at + dice.randrange(4)), dice.choice(["", "甲乙"]))
    elif verb == "kind":
        verbs.kind(block.id, dice.choice(list(Kind)))
    elif verb == "move":
        verbs.move(block.id, dice.choice(articles))
    elif verb == "split article":
        verbs.split_article(block.id)
    else:
        verbs.merge([article, dice.choice(articles)])
