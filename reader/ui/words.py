"""Words for facts: dates, kinds, statuses, wishes and faults, in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from reader.model import Kind, Reads, Status
from reader.ui.actions import key_of
from reader.ui.faultwords import FaultWords
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.model import ArticleRow, IssueRow
    from reader.store.journal import Wish
    from reader.store.weighing import Weight

MANY = 10
"""From so many articles on a step is so big that it is told."""

_LONG = 24
"""How many characters of a fact stand in the words of a wish."""


def is_big(weight: Weight | None) -> TypeGuard[Weight]:
    """Tell whether a step turns pages, or so many articles that it is told."""
    return weight is not None and (weight.pages > 0 or weight.articles >= MANY)


class Words(FaultWords):
    """Makes words; `translate` is Qt's, so that each sentence stands in the translation."""

    def date(self, date: str | None) -> str:
        """Say a date of a year, a month or a day."""
        if not date:
            return self.tr("no date")
        parts = date.split("-")
        months = self.tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
        if len(parts) == 1:
            return self.tr("{year}").format(year=parts[0])
        month = months[int(parts[1]) - 1]
        if len(parts) == 2:
            return self.tr("{month} {year}").format(month=month, year=parts[0])
        return self.tr("{day} {month} {year}").format(day=int(parts[2]), month=month, year=parts[0])

    def pages(self, row: IssueRow) -> str:
        """Say which pages of an issue are there, each number once."""
        known = dict.fromkeys(str(number) for number in row.pages if number is not None)
        said = self.tr("p. {pages}").format(pages=self.tr(", ").join(known))
        return self.tr("{pages} (supposed)").format(pages=said) if "page" in row.guessed else said

    def page(self, number: int | None) -> str:
        """Say a page's number."""
        if number is None:
            return self.tr("page unknown")
        return self.tr("p. {pages}").format(pages=number)

    def article(self, number: int) -> str:
        """Say which article of its issue one is."""
        return self.tr("art. {number}").format(number=number)

    def articles(self, count: int) -> str:
        """Count articles."""
        return self.tr("%n article(s)", "", count)

    def articles_held(self, count: int, withdrawn: int) -> str:
        """Count the articles that a library file holds, those of withdrawn issues apart."""
        present = self.articles(count - withdrawn)
        if not withdrawn:
            return present
        said = self.tr("{articles}, and {count} more withdrawn")
        return said.format(articles=present, count=f"{withdrawn:,}")

    def issues(self, count: int) -> str:
        """Count issues."""
        return self.tr("%n issue(s)", "", count)

    def characters(self, count: int) -> str:
        """Count characters."""
        return self.tr("{count} chars").format(count=f"{count:,}")

    def doubts(self, count: int) -> str:
        """Count doubts."""
        return self.tr("%n doubt(s)", "", count)

    def hits(self, count: int) -> str:
        """Count places where words were found."""
        return self.tr("%n hit(s)", "", count)

    def issue_facts(self, row: IssueRow) -> str:
        """Say what stands under the date of an issue."""
        parts = [self.articles(row.articles)]
        if any(row.pages):
            parts.insert(0, self.pages(row))
        if row.sample:
            parts.append(self.tr("sample"))
        return "·".join(parts)

    def issue_line(self, row: IssueRow) -> str:
        """Say an issue in one line, as it is read aloud."""
        parts = [isolated(row.title or ""), self.date(row.date), self.issue_facts(row)]
        return ", ".join(part for part in (*parts, self.doubts(row.doubts)) if part)

    def article_facts(self, row: ArticleRow) -> str:
        """Say what stands under the headline of an article."""
        parts = [self.characters(row.characters)]
        if row.reworded:
            parts.insert(0, self.changed_since())
        if row.untitled:
            parts.append(self.tr("no headline"))
        return "·".join(parts)

    def article_line(self, row: ArticleRow) -> str:
        """Say an article in one line, as it is read aloud."""
        parts = (isolated(row.title), self.status(row.status), self.article_facts(row))
        return ", ".join((*parts, self.doubts(row.doubts)))

    def changed_since(self) -> str:
        """Say that the text of an article was changed after it was proofread."""
        return self.tr("changed since proof")

    def after_proof(self, proof: Status) -> str:
        """Say that a text was changed after its proof, and what can be done about it."""
        said = (
            self.tr("The text has changed since its 1st proof. {key} gives the 2nd.")
            if proof is Status.PROOFED1
            else self.tr("The text has changed since its 2nd proof. {key} confirms it.")
        )
        return said.format(key=key_of("actionMarkProofread"))

    def status(self, status: Status) -> str:
        """Name a status."""
        return {
            Status.NEW: self.tr("not begun"),
            Status.WORKING: self.tr("in work"),
            Status.PROOFED1: self.tr("1st proof"),
            Status.PROOFED2: self.tr("2nd proof"),
            Status.DISPUTED: self.tr("disputed"),
            Status.NONTEXT: self.tr("not text"),
        }[status]

    def kind(self, kind: Kind) -> str:
        """Name the kind of a block as it stands in the gutter; nothing for a paragraph."""
        return {
            Kind.SECTION: self.tr("Section"),
            Kind.KICKER: self.tr("Kicker"),
            Kind.TITLE: self.tr("Head"),
            Kind.SUBTITLE: self.tr("Deck"),
            Kind.BYLINE: self.tr("By"),
            Kind.SUBHEAD: self.tr("Subhead"),
            Kind.CAPTION: self.tr("Caption"),
            Kind.VERSE: self.tr("Verse"),
            Kind.FURNITURE: self.tr("Furn."),
        }.get(kind, "")

    def kind_in_full(self, kind: Kind) -> str:
        """Name the kind of a block in full, as a menu does."""
        return {
            Kind.SECTION: self.tr("Section label"),
            Kind.KICKER: self.tr("Kicker (over the headline)"),
            Kind.TITLE: self.tr("Headline"),
            Kind.SUBTITLE: self.tr("Sub-title (under the headline)"),
            Kind.BYLINE: self.tr("Byline"),
            Kind.PARA: self.tr("Paragraph"),
            Kind.SUBHEAD: self.tr("Subhead"),
            Kind.CAPTION: self.tr("Picture caption"),
            Kind.VERSE: self.tr("Lines of verse"),
            Kind.FURNITURE: self.tr("Furniture of the page"),
        }[kind]

    def supplied(self) -> str:
        """Say in the gutter that a person supplied a heading."""
        return self.tr("supplied")

    def reads(self, reads: Reads) -> str:
        """Say how a seam reads."""
        return {
            Reads.JOIN: self.tr("joined"),
            Reads.SPACE: self.tr("joined with a space"),
            Reads.LINE: self.tr("a line of its own"),
            Reads.PARA: self.tr("a new paragraph"),
        }[reads]

    def doubt(self, reads: Reads, confidence: float) -> str:
        """Tell of a doubtful seam, with what may be done."""
        return self.tr(
            "Doubtful line end: read as {reads}, {percent} % sure. "
            "{accept} keeps it, {join} joins, {split} splits."
        ).format(
            reads=self.reads(reads),
            percent=round(confidence * 100),
            accept=key_of("actionAcceptSeam"),
            join=key_of("actionJoin"),
            split=key_of("actionSplit"),
        )

    def wish(self, wish: Wish) -> str:
        """Say in words what a wish did."""
        known = self._wishes()
        issues = _listed(wish.detail.get("issues"))
        facts_told = ("many",) if len(issues) > 1 else ("new", "old", "of", "given", "aside",
                                                            "words", "text")  # fmt: skip
        more = (known.get(f"{wish.verb} {fact}") for fact in facts_told
                if fact == "many" or wish.detail.get(fact))  # fmt: skip
        said = next(filter(None, more), known.get(wish.verb))
        if said is None:
            return isolated(wish.verb)
        facts = {"name": "", "tag": "", "old": "", "new": "", "count": ""} | {
            key: isolated(_short(", ".join(_listed(value)))) for key, value in wish.detail.items()
        }
        facts["name"] = self.short(str(wish.detail.get("name", "")))
        facts["issues"] = self.issues(len(issues))
        status = wish.detail.get("status")
        if status in set(Status):
            facts["status"] = self.status(Status(status))
        return said.format_map(_Facts(facts))

    def short(self, name: str) -> str:
        """Cut a name where it is long, so that its end, which tells files apart, is left."""
        half = _LONG // 2
        return isolated(name if len(name) <= _LONG else f"{name[: half - 1]}…{name[-half:]}")

    def step(self, wish: Wish, weight: Weight | None) -> str:
        """Name a wish, and what it turns where that is much: pages, or articles in numbers."""
        if not is_big(weight):
            return self.wish(wish)
        parts = [self.tr("%n page(s)", "", weight.pages)] if weight.pages else []
        parts.append(self.articles(weight.articles))
        return self.tr("{wish} ({what})").format(wish=self.wish(wish), what="·".join(parts))

    def _wishes(self) -> dict[str, str]:
        return {
            "edit": self.tr("typing"),
            "edit new": self.tr('typing "{new}"'),
            "edit old": self.tr('taking out "{old}"'),
            "replace": self.tr("replace {old} by {new}"),
            "split": self.tr("split a paragraph"),
            "join": self.tr("join paragraphs"),
            "remove": self.tr("remove an empty block"),
            "erase": self.tr("erase over paragraphs"),
            "paste": self.tr('pasting "{new}"'),
            "move": self.tr("move a block"),
            "kind": self.tr("change a block's kind"),
            "kind given": self.tr("give a line of the furniture to an article"),
            "kind aside": self.tr("move a block to the furniture"),
            "supply": self.tr("supply a heading"),
            "accept": self.tr("accept a line end"),
            "status": self.tr("status: {status}"),
            "split article": self.tr("split an article"),
            "merge articles": self.tr("merge articles"),
            "furniture": self.tr("move an article to the furniture"),
            "issue set": self.tr("correct an issue"),
            "issue set of": self.tr("correct issue {of}"),
            "page move": self.tr("move a page"),
            "issue merge": self.tr("merge issues"),
            "withdraw": self.tr("withdraw an issue"),
            "withdraw of": self.tr("withdraw issue {of}"),
            "withdraw many": self.tr("withdraw {issues}"),
            "bring back": self.tr("bring an issue back"),
            "bring back of": self.tr("bring issue {of} back"),
            "bring back many": self.tr("bring {issues} back"),
            "import": self.tr("import {name}"),
            "tag": self.tr("add topic {tag}"),
            "untag": self.tr("remove topic {tag}"),
            "mark": self.tr("mark a phrase as {tag}"),
            "unmark": self.tr("unmark a phrase"),
            "tag rename": self.tr("rename topic {old}"),
            "tag merge": self.tr("merge topics"),
            "tag delete": self.tr("delete topic {tag}"),
            "rerun": self.tr("run the engine again"),
            "learn": self.tr("learn from the verdicts"),
            "learn words": self.tr("learn from the verdicts and the text"),
            "learn text": self.tr("learn from the text"),
            "forget": self.tr("forget what was learnt"),
            "refuse": self.tr("refuse topic {tag}"),
            "forgive": self.tr("show refused topics again"),
            "take refusals": self.tr("take in what was refused before"),
        }


def _listed(value: object) -> list[str]:
    """Give what is told of several as it is, each once, and what is told of one as a list."""
    if isinstance(value, list):
        return list(dict.fromkeys(map(str, value)))
    return [str(value)]


def _short(words: str) -> str:
    return words if len(words) <= _LONG else words[: _LONG - 1] + "…"


class _Facts(dict[str, str]):
    """Facts of a wish; one that an older version did not write is left out."""

    def __missing__(self, key: str) -> str:
        return ""
