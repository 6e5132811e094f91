"""Commands of tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.grammar import Names, Verb, argument, flag, number, option
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.cli.desk import Desk


def tag_list(desk: Desk, *, json: bool) -> None:
    """List the tags with the number of articles of each."""
    with desk.reading() as library:
        for row in library.tags.list():
            if json:
                desk.out.json({"tag": row.name, "count": row.count})
            else:
                desk.out.line(row.name, row.count)


def tag_add(desk: Desk, *, tag: str, where: str) -> None:
    """Tag all articles that a query finds."""
    with desk.writing() as library:
        desk.tell_changes(library.tags.add(tag, desk.found(library, where)))


def tag_remove(desk: Desk, *, tag: str, where: str) -> None:
    """Take a tag from all articles that a query finds."""
    with desk.writing() as library:
        desk.tell_changes(library.tags.remove(tag, desk.found(library, where)))


def tag_rename(desk: Desk, *, old: str, new: str) -> None:
    """Give a tag another name."""
    with desk.writing() as library:
        desk.tell_changes(library.tags.rename(old, new))


def tag_merge(desk: Desk, *, old: tuple[str, ...]) -> None:
    """Put tags together into the one named last."""
    if len(old) < 2:
        raise UsageError(" ".join(old), "one_only")
    with desk.writing() as library:
        desk.tell_changes(library.tags.merge(old[:-1], old[-1]))


def tag_suggest(desk: Desk, *, article: str, limit: int, json: bool) -> None:
    """Suggest tags for an article, best first: those in use that fit, and its keywords."""
    with desk.reading() as library:
        for found in library.tags.suggest(article)[:limit]:
            if json:
                desk.out.json(
                    {
                        "tag": found.name,
                        "score": found.score,
                        "evidence": found.evidence,
                        "known": found.known,
                        "words": found.words,
                    }
                )
            else:
                known = desk.words.say("known" if found.known else "keyword")
                desk.out.line(found.name, f"{found.score:.3f}", known, found.evidence)


COMMANDS = {
    "tag": Names(
        "tag",
        dict.fromkeys(("list", "add", "remove", "rename", "merge", "suggest"), "tagging"),
    ),
    "tag list": Verb("list", tag_list, [flag("--json")]),
    "tag add": Verb("add", tag_add, [argument("TAG"), option("--where", required=True)]),
    "tag remove": Verb("remove", tag_remove, [argument("TAG"), option("--where", required=True)]),
    "tag rename": Verb("rename", tag_rename, [argument("OLD"), argument("NEW")]),
    "tag merge": Verb("merge", tag_merge, [argument("OLD… INTO", many=True)]),
    "tag suggest": Verb(
        "suggest",
        tag_suggest,
        [argument("ARTICLE"), option("--limit", number(1), default="10"), flag("--json")],
    ),
}
