"""Commands of the journal: history, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.grammar import Verb, argument, flag

if TYPE_CHECKING:
    from reader.cli.desk import Desk


def history(desk: Desk, *, article: str | None, json: bool) -> None:
    """List the wishes, youngest first, of one article when it is named."""
    with desk.reading() as library:
        for wish in library.journal.history(article):
            what = desk.words.wish(wish.verb, wish.detail)
            if json:
                desk.out.json(
                    {
                        "id": wish.id,
                        "parent": wish.parent,
                        "at": wish.at,
                        "actor": wish.actor,
                        "verb": wish.verb,
                        "detail": wish.detail,
                        "what": what,
                        "rows": wish.rows,
                        "done": wish.done,
                    }
                )
            else:
                state = desk.words.say("done" if wish.done else "undone")
                desk.out.line(wish.id, wish.at, wish.actor, what, state)


def undo(desk: Desk) -> None:
    """Take the last wish back, and say which it was."""
    with desk.writing() as library:
        library.journal.undo()
        _, undone = library.journal.peek()
        if undone is not None:
            what = desk.words.wish(undone.verb, undone.detail)
            with desk.telling():
                desk.out.line(desk.words.say("undid", what=what))


def redo(desk: Desk) -> None:
    """Do again what was undone last, and say what it was."""
    with desk.writing() as library:
        library.journal.redo()
        done, _ = library.journal.peek()
        if done is not None:
            what = desk.words.wish(done.verb, done.detail)
            with desk.telling():
                desk.out.line(desk.words.say("redid", what=what))


COMMANDS = {
    "history": Verb("history", history, [argument("ARTICLE", optional=True), flag("--json")]),
    "undo": Verb("undo", undo),
    "redo": Verb("redo", redo),
}
