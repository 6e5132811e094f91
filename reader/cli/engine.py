"""Commands of the engine in a library: rerun and learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.clue_words import clue_words
from reader.cli.grammar import Verb, flag
from reader.cli.guard import DONE, PARTLY
from reader.cli.reasons_words import reason_words

if TYPE_CHECKING:
    from reader.cli.desk import Desk
    from reader.rerunning import Rerunning
    from reader.store.proposed import BlockChange, PageChanges, SeamChange
    from reader.text.adapting import Adapted
    from reader.text.vocabulary import Vocabulary

_TOLD = 10
"""How many clues are told in plain lines."""
_NAMED = 20
"""How many words of the archive's own are."""


def rerun(desk: Desk, *, dry_run: bool, json: bool) -> None:
    """Read all pages again under the verdicts, and carry out or only tell what changes."""
    from reader.rerunning import rerun as again

    with desk.reading() if dry_run else desk.writing() as library:
        found = again(library, dry_run=dry_run, report=desk.progress)
    desk.progress.clear()
    with desk.telling(done=not dry_run):
        if json:
            head = {"looked": found.looked, "dry_run": dry_run, "wish": found.changes.wish}
            desk.out.json_with(head, "pages", (_page(desk, page) for page in found.pages))
        else:
            _print_rerun(desk, found, dry_run=dry_run)


def _page(desk: Desk, page: PageChanges) -> dict[str, object]:
    return {
        "page": page.page,
        "issue": page.issue,
        "number": page.number,
        "seams": [
            {
                "article": seam.article,
                "line": seam.line,
                "before": seam.before,
                "after": seam.after,
                "confidence": seam.confidence,
                "reasons": [reason_words(reason, desk.words) for reason in seam.reasons],
                "left": seam.left,
                "right": seam.right,
            }
            for seam in page.seams
        ],
        "blocks": [
            {
                "article": block.article,
                "line": block.line,
                "what": block.what,
                "before": block.before,
                "after": block.after,
                "text": block.text,
            }
            for block in page.blocks
        ],
        "renewed": page.renewed,
    }


def _print_rerun(desk: Desk, found: Rerunning, *, dry_run: bool) -> None:
    for page in found.pages:
        for seam in page.seams:
            desk.out.line(*_seam_line(desk, page, seam))
        for block in page.blocks:
            desk.out.line(*_block_line(desk, page, block))
    desk.out.line(
        desk.words.say(
            "rerun foreseen" if dry_run else "rerun done",
            looked=found.looked,
            pages=len(found.pages),
            seams=found.seams,
            blocks=found.blocks,
            renewed=sum(page.renewed for page in found.pages),
        )
    )


def _seam_line(desk: Desk, page: PageChanges, seam: SeamChange) -> tuple[object, ...]:
    say = desk.words.say
    before, after = (say(f"reads {reads or 'as_is'}") for reads in (seam.before, seam.after))
    why = desk.words.pick(("；", "; ")).join(reason_words(r, desk.words) for r in seam.reasons)
    return (
        seam.article or page.issue, seam.line, say("seam changes", before=before, after=after),
        f"{seam.confidence:.3f}", f"{seam.left}|{seam.right}", why,
    )  # fmt: skip


def _block_line(desk: Desk, page: PageChanges, block: BlockChange) -> tuple[object, ...]:
    say = desk.words.say
    facts = {"before": block.before or say("the page"), "after": block.after or say("the page")}
    if block.what == "doubled":
        facts = {"before": "", "after": say("struck" if block.after else "read")}
    said = say(f"block {block.what}", **facts)
    return block.article or page.issue, block.line, said, "", block.text, ""


def learn(desk: Desk, *, dry_run: bool, forget: bool, json: bool) -> int:
    """Adapt the engine to the verdicts in the library, or take that back."""
    if forget:
        return _forget(desk, dry_run=dry_run, json=json)
    from reader.learning import learn as adapt

    with desk.reading() if dry_run else desk.writing() as library:
        adapted = adapt(library, dry_run=dry_run, report=desk.progress)
    desk.progress.clear()
    with desk.telling(done=adapted.learns and not dry_run):
        if json:
            desk.out.json(_adapted(desk, adapted, dry_run=dry_run))
        else:
            _print_learnt(desk, adapted, dry_run=dry_run)
    return DONE if adapted.learns else PARTLY


def _forget(desk: Desk, *, dry_run: bool, json: bool) -> int:
    from reader.learning import forget as take_back

    with desk.reading() if dry_run else desk.writing() as library:
        known = take_back(library, dry_run=dry_run)
    with desk.telling(done=known and not dry_run):
        if json:
            desk.out.json({"forgotten": known and not dry_run, "known": known})
        elif dry_run:
            desk.out.line(desk.words.say("something learnt" if known else "nothing learnt"))
        else:
            desk.out.line(desk.words.say("forgotten" if known else "nothing learnt"))
    return DONE if known else PARTLY


def _adapted(desk: Desk, adapted: Adapted, *, dry_run: bool) -> dict[str, object]:
    from reader.text.adapting import NEEDED

    return {
        "verdicts": adapted.verdicts,
        "needed": NEEDED,
        "held": adapted.held,
        "held_before": adapted.held_before,
        "held_after": adapted.held_after,
        "before": adapted.before,
        "after": adapted.after,
        "refused": adapted.refusal,
        "stored": adapted.learns and not dry_run,
        "clues": [
            {
                "facts": dict(change.facts),
                "pull": change.pull,
                "what": clue_words(change, desk.words),
            }
            for change in adapted.told
        ],
        "words": list(adapted.own.words),
        "words_parted": adapted.own.parted,
        "words_held": adapted.own.held,
        "words_before": adapted.own.before,
        "words_after": adapted.own.after,
        "words_refused": adapted.own.refused,
    }


def _print_learnt(desk: Desk, adapted: Adapted, *, dry_run: bool) -> None:
    from reader.text.adapting import NEEDED

    say = desk.words.say
    if adapted.held:
        desk.out.line(
            say(
                "measured",
                held=adapted.held,
                before=adapted.held_before,
                after=adapted.held_after,
            )
        )
        desk.out.line(
            say(
                "of all verdicts",
                verdicts=adapted.verdicts,
                before=adapted.before,
                after=adapted.after,
            )
        )
    for change in adapted.told[:_TOLD] if adapted.refusal is None else ():
        desk.out.line(clue_words(change, desk.words))
    _print_words(desk, adapted.own)
    words = bool(adapted.own.words)
    if adapted.refusal is not None:
        code = f"{'kept' if words else 'refused'} {adapted.refusal}"
        desk.out.line(say(code, verdicts=adapted.verdicts, needed=NEEDED))
    if adapted.drops:
        desk.out.line(say("would drop" if dry_run else "dropped"))
    if adapted.refusal is None or words:
        code = "learn" if adapted.refusal is None else "learn words"
        code = f"would {code}" if dry_run else code.replace("learn", "learnt")
        desk.out.line(say(code, verdicts=adapted.verdicts, words=len(adapted.own.words)))


def _print_words(desk: Desk, own: Vocabulary) -> None:
    """Print how many words of the archive's own there are, the first of them, and what became."""
    say = desk.words.say
    if own.words:
        first = desk.words.pick(("、", ", ")).join(own.words[:_NAMED])
        desk.out.line(say("own words", words=len(own.words), first=first))
    if own.words and own.held:
        desk.out.line(say("words measured", held=own.held, before=own.before, after=own.after))
    if own.parted:
        desk.out.line(say("words parted", words=own.parted))
    if own.refused:
        desk.out.line(say("words refused", before=own.before, after=own.after))


COMMANDS = {
    "rerun": Verb("rerun", rerun, [flag("--dry-run"), flag("--json")]),
    "learn": Verb("learn", learn, [flag("--dry-run"), flag("--forget"), flag("--json")]),
}
