"""The command that examines the machine and the library: `doctor`. It writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.doctor_words import NOUNS, REMARKS
from reader.cli.grammar import Verb, flag
from reader.cli.output import plain
from reader.cli.telling import error_line

if TYPE_CHECKING:
    from reader.cli.desk import Desk
    from reader.examining import Remark


def doctor(desk: Desk, *, json: bool) -> None:
    """Tell versions, fonts, platform, folders, backups; what is risky begins with ``!``."""
    from reader.examining import examine

    remarks = examine(desk.library)
    if json:
        desk.out.json(
            [
                {"code": r.code, "risk": r.risk, "facts": r.facts, "what": said(desk, r)}
                for r in remarks
            ]
        )
        return
    for remark in remarks:
        desk.out.line("!" if remark.risk else "·", said(desk, remark))


def said(desk: Desk, remark: Remark) -> str:
    """Make the sentence of a remark."""
    words = desk.words
    facts: dict[str, object] = {name: plain(value) for name, value in remark.facts.items()}
    if remark.facts.get("noun") in NOUNS:
        facts["noun"] = words.pick(NOUNS[str(remark.facts["noun"])])
    if remark.error is not None:
        facts["why"] = error_line(remark.error, words, desk.command).removeprefix("jiaokan: ")
    return words.fill(REMARKS[remark.code], facts)


COMMANDS = {"doctor": Verb("doctor", doctor, [flag("--json")])}
