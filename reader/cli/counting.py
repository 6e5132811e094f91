"""Commands that count and check a library; both write nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.grammar import Verb, flag
from reader.cli.guard import DONE, PARTLY
from reader.cli.words import COLUMNS
from reader.errors import DamagedLibraryError

if TYPE_CHECKING:
    from reader.cli.desk import Desk
    from reader.store.check import CheckReport, Fault
    from reader.store.stats import Stats

PLAIN = ("issues", "pages", "articles", "characters", "doubts")


def stats(desk: Desk, *, json: bool) -> None:
    """Count the library."""
    from reader.store.stats import stats as count

    with desk.reading() as library:
        counted = count(library)
    if json:
        desk.out.json(
            {name: getattr(counted, name) for name in PLAIN}
            | {
                "seams": [
                    {"verdict": reads, "decider": decider, "count": number}
                    for (reads, decider), number in counted.seams.items()
                ],
                "tags": counted.tags,
                "statuses": counted.statuses,
            }
        )
    else:
        _print_stats(desk, counted)


def _print_stats(desk: Desk, counted: Stats) -> None:
    words = desk.words
    for name in PLAIN:
        desk.out.line(words.pick(COLUMNS[name]), getattr(counted, name))
    for (reads, decider), number in counted.seams.items():
        who = words.say("engine") if decider is None else decider
        desk.out.line(words.pick(COLUMNS["seam"]), reads, who, number)
    for tag, number in counted.tags.items():
        desk.out.line(words.pick(COLUMNS["tag"]), tag, number)
    for status, number in counted.statuses.items():
        desk.out.line(words.pick(COLUMNS["status"]), status, words.status(status), number)


def check(desk: Desk, *, json: bool, verbose: bool) -> int:
    """Check the library; the status is 1 when there are faults."""
    from reader.rebuilding import sweep

    sweep(desk.path)
    report = _look(desk)
    desk.progress.clear()
    if json:
        desk.out.json(
            {
                "sound": report.sound,
                "faults": [
                    {
                        "code": fault.code,
                        "where": fault.where,
                        "facts": fault.facts,
                        "what": _fault(desk, fault),
                    }
                    for fault in report.faults
                ],
                "pending": report.pending,
                "counts": report.counts,
                "versions": report.versions,
            }
        )
    else:
        _print_check(desk, report, verbose=verbose)
    return DONE if report.sound else PARTLY


def _look(desk: Desk) -> CheckReport:
    from reader.store.check import check, check_disguised

    try:
        with desk.reading() as library:
            return check(library, desk.progress)
    except DamagedLibraryError as error:
        if error.detail != "disguised":
            raise
        return check_disguised(desk.path)


def _print_check(desk: Desk, report: CheckReport, *, verbose: bool) -> None:
    say = desk.words.say
    for fault in report.faults:
        desk.out.line(fault.code, fault.where, _fault(desk, fault))
    if report.pending:
        desk.out.line(say("pending", count=report.pending))
    if verbose:
        for name, number in sorted(report.counts.items()):
            desk.out.line(name, number)
    desk.out.line(say("versions", **report.versions))
    desk.out.line(say("sound") if report.sound else say("faulty", count=len(report.faults)))


def _fault(desk: Desk, fault: Fault) -> str:
    from reader.cli.faults_words import FAULTS

    pair = FAULTS.get(fault.code)
    facts = {name: str(value) for name, value in fault.facts.items()}
    return desk.words.fill(pair, facts) if pair else fault.code


COMMANDS = {
    "stats": Verb("stats", stats, [flag("--json")]),
    "check": Verb("check", check, [flag("--json"), flag("--verbose")]),
}
