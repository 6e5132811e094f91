"""Any sequence of wishes keeps the laws of the ledger, and goes back and forth row for row."""

from __future__ import annotations

import shutil
import tempfile
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drafting import take_in
from dumping import dump
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.errors import NotFoundError, NothingToUndoError, UsageError
from reader.model import GLUE, HEAD_KINDS, PAGE_KINDS, BlockText, Kind, Reads, Status
from reader.store import Library, Mode
from reader.store.check import check

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKENS = ["甲", "乙", "丙", "a", "7", " ", "  ", "\n", "\n\n", "\r\n", "\u3000", "\n=", "\n#"]
TOKENS += ["的", "了"]
PAGES = st.lists(st.sampled_from(TOKENS), min_size=4, max_size=24).map("".join)
TYPED = st.lists(st.sampled_from(["甲", "丁", "的", "a", "7", " ", "  "]), max_size=4).map("".join)
COUNT = st.integers(0, 1 << 16)
READ_IN_ORDER = ["kicker", "title", "subtitle", "byline", "body"]


def rank(block: BlockText) -> int:
    """Where a block is read in its article, by the words of the contract."""
    return READ_IN_ORDER.index(block.kind if block.kind in READ_IN_ORDER else "body")


def selected(
    blocks: Sequence[BlockText], a: int, b: int
) -> tuple[list[tuple[str, int, int]], str, str]:
    """Select over some blocks; give what goes of each, and what stands before and behind."""
    first, last = sorted((a % len(blocks), b % len(blocks)))
    start, end = a % (len(blocks[first].text) + 1), b % (len(blocks[last].text) + 1)
    if first == last:
        start, end = sorted((start, end))
    spans = [(block.id, 0, len(block.text)) for block in blocks[first : last + 1]]
    spans[0] = (spans[0][0], start, spans[0][2])
    spans[-1] = (spans[-1][0], start if first == last else 0, end)
    return spans, blocks[first].text[:start], blocks[last].text[end:]


class Wishes(RuleBasedStateMachine):
    """Does to a small library whatever a person can."""

    operations = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "library.db"
        self.library = self.open(Mode.CREATE)
        self.imports = self.steps = 0
        self.typed: str | None = None
        for text in ("=甲乙\n丙a 7\n甲乙\n\n丙丙\n#7\n=乙甲\n甲  a\n7。", "甲\n乙\n\n丙"):
            self.take(text)
        self.start = dump(self.library)
        self.root = self.library.journal.head()

    def open(self, mode: Mode = Mode.WRITE) -> Library:
        library = Library.open(self.path, mode, actor="me")
        library.connection.execute("PRAGMA synchronous = OFF")
        return library

    def take(self, text: str) -> None:
        self.imports += 1
        take_in(self.library, text, name=f"{self.imports}.txt")

    def teardown(self) -> None:
        try:
            self.back_and_forth()
        finally:
            self.library.close()
            shutil.rmtree(self.folder)

    def back_and_forth(self) -> None:
        library = self.library
        end = dump(library)
        steps = 0
        while library.journal.head() != self.root:
            library.journal.undo()
            steps += 1
        texts = dump(library)
        grown = {key: rows for key, rows in self.start.items() if texts[key] != rows}
        if self.imports == 2:
            assert not grown
        assert check(library).faults == ()
        library.close()
        library = self.library = self.open()
        for _ in range(steps):
            library.journal.redo()
        assert dump(library) == end
        assert check(library).faults == ()

    @invariant()
    def counted(self) -> None:
        type(self).operations += 1
        self.steps += 1
        if self.steps % 10 == 0:
            report = check(self.library)
            assert report.faults == ()

    @invariant()
    def headings_are_read_first(self) -> None:
        rows = self.library.connection.execute(
            "SELECT article, kind FROM block WHERE article IS NOT NULL ORDER BY article, place"
        )
        for article, mine in groupby(rows, key=itemgetter(0)):
            ranks = [READ_IN_ORDER.index(k if k in READ_IN_ORDER else "body") for _, k in mine]
            assert ranks == sorted(ranks), article

    # --- what there is to act on ----------------------------------------------------------

    def articles(self) -> list[str]:
        return [row.id for row in self.library.articles.rows()]

    def blocks(self, *, page: bool = False) -> list[str]:
        rows = self.library.connection.execute(
            "SELECT b.id FROM block b LEFT JOIN article a ON a.key = b.article"
            " JOIN page p ON p.key = coalesce(b.page, a.page) JOIN issue i ON i.key = p.issue"
            " WHERE i.present AND p.present AND (?1 OR b.article IS NOT NULL) ORDER BY b.key",
            (page,),
        )
        return [block for (block,) in rows]

    def blocks_of(self, article: str) -> tuple[BlockText, ...]:
        return self.library.articles.get(article).blocks

    def block(self, pick: int, *, page: bool = False) -> str | None:
        blocks = self.blocks(page=page)
        return blocks[pick % len(blocks)] if blocks else None

    def addresses(self, block: str) -> list[tuple[int, int] | None]:
        text = self.library.articles.block(block)
        found: list[tuple[int, int] | None] = [None] * len(text.text)
        for o in text.origin:
            found[o.start : o.end] = [(o.source, o.at + i) for i in range(o.end - o.start)]
        return found

    # --- the verbs ------------------------------------------------------------------------

    @rule(pick=COUNT, a=COUNT, b=COUNT, typed=TYPED)
    def edit(self, pick: int, a: int, b: int, typed: str) -> None:
        block = self.block(pick, page=True)
        if block is None:
            return
        old = self.library.articles.block(block).text
        low, high = sorted((a % (len(old) + 1), b % (len(old) + 1)))
        before = self.addresses(block)
        changes = self.library.articles.edit_all(block, [(low, high, typed)], onto=self.typed)
        self.typed = changes.wish
        new = self.library.articles.block(block).text
        assert new == old[:low] + typed + old[high:]
        assert (changes.wish is None) == (new == old)
        after = self.addresses(block)
        kept = before[:low] + [None] * len(typed) + before[high:]
        for char, was, now in zip(new, kept, after, strict=True):
            assert char.isspace() or was is None or was == now

    @rule(pick=COUNT, old=st.sampled_from(["甲", "乙", "a", "丙丙"]), new=TYPED)
    def replace(self, pick: int, old: str, new: str) -> None:
        articles = self.articles()[: pick % 3 + 1]
        wanted = [[b.text.replace(old, new) for b in self.blocks_of(a)] for a in articles]
        self.library.articles.replace(old, new, articles)
        assert [[b.text for b in self.blocks_of(a)] for a in articles] == wanted

    @rule(pick=COUNT, at=COUNT)
    def split(self, pick: int, at: int) -> None:
        block = self.block(pick)
        if block is None:
            return
        old = self.library.articles.block(block).text
        at %= len(old) + 1
        try:
            changes = self.library.articles.split(block, at)
        except UsageError:
            assert not old[:at].strip() or not old[at:].strip()
            return
        left = self.library.articles.block(block).text
        right = self.library.articles.block(changes.made[0]).text
        assert left
        assert right
        assert old.startswith(left)
        assert old.endswith(right)
        assert not old[len(left) : len(old) - len(right)].strip()
        if left + right == old:
            self.library.articles.join(block)
            assert self.library.articles.block(block).text == old
            self.library.journal.undo()

    @rule(pick=COUNT, reads=st.sampled_from([Reads.JOIN, Reads.SPACE, Reads.LINE]))
    def join(self, pick: int, reads: Reads) -> None:
        block = self.block(pick)
        if block is None:
            return
        mine = self.library.articles
        row = mine._block(block)
        try:
            following = mine._following(row)
        except UsageError:
            return
        if reads is Reads.LINE and row.kind is not Kind.VERSE:
            with pytest.raises(UsageError):
                mine.join(block, None, reads)
            return
        texts = mine.block(block).text, mine.block(following.id).text
        apart, taken = mine._keeps_apart(row, following), self.taken(block, following.id)
        if apart:
            with pytest.raises(UsageError):
                mine.join(block, None, reads)
            return
        mine.join(block, None, reads)
        if taken is None:
            assert mine.block(block).text == GLUE[reads].join(texts)
        else:
            self.took(taken)

    def taken(self, first: str, second: str) -> str | None:
        """Say which of two blocks a join takes away, as written by hand and emptied."""
        mine = self.library.articles
        for block in (first, second):
            row = mine._block(block)
            if mine._is_idle(row) and len(mine._blocks_of(row.article)) > 1:
                return block
        return None

    def took(self, block: str) -> None:
        with pytest.raises(NotFoundError):
            self.library.articles.block(block)

    @rule(pick=COUNT, other=COUNT)
    def join_far(self, pick: int, other: int) -> None:
        first, second = self.block(pick), self.block(other)
        if first is None or first == second:
            return
        mine = self.library.articles
        texts = mine.block(first).text + mine.block(second).text
        taken = self.taken(first, second)
        if taken is None and mine._keeps_apart(mine._block(first), mine._block(second)):
            with pytest.raises(UsageError):
                mine.join(first, second)
            return
        mine.join(first, second)
        if taken is None:
            assert mine.block(first).text == texts
        else:
            self.took(taken)

    @rule(pick=COUNT, before=st.booleans(), text=TYPED)
    def write(self, pick: int, *, before: bool, text: str) -> None:
        block = self.block(pick)
        if block is None or not text.strip():
            return
        article = self.library.articles
        was = [b.id for b in article.get(self.owner(block)).blocks]
        (made,) = article.write(block, text, before=before).made
        now = article.get(self.owner(block)).blocks
        assert [b.id for b in now if b.id != made] == was
        assert article.block(made).text == text
        assert article.block(made).kind in (Kind.PARA, Kind.VERSE)

    def owner(self, block: str) -> str:
        (article,) = self.library.connection.execute(
            "SELECT a.id FROM block b JOIN article a ON a.key = b.article WHERE b.id = ?", (block,)
        ).fetchone()
        return article

    @rule(pick=COUNT, to=COUNT, kind=st.sampled_from(list(Kind)))
    def to_text(self, pick: int, to: int, kind: Kind) -> None:
        block, articles = self.block(pick, page=True), self.articles()
        if block is None or not articles or self.library.articles._block(block).article:
            return
        article = articles[to % len(articles)]
        self.library.articles.kind(block, kind, to=article)
        row = self.library.articles._block(block)
        assert (row.article is None) == (kind in PAGE_KINDS)
        if row.article is not None:
            assert self.owner(block) == article

    @rule(pick=COUNT)
    def remove(self, pick: int) -> None:
        block = self.block(pick)
        if block is None:
            return
        text, taken = self.library.articles.block(block).text, self.taken(block, block)
        if taken is None:
            with pytest.raises(UsageError):
                self.library.articles.remove(block)
        else:
            assert not text
            self.library.articles.remove(block)
            self.took(block)

    @rule(pick=COUNT, to=COUNT, after=COUNT)
    def move(self, pick: int, to: int, after: int) -> None:
        block, articles = self.block(pick), self.articles()
        if block is None:
            return
        article = articles[to % len(articles)]
        inside = [b.id for b in self.library.articles.get(article).blocks if b.id != block]
        anchor = [None, *inside][after % (len(inside) + 1)]
        text = self.library.articles.block(block).text
        self.library.articles.move(block, article, after=anchor)
        order = self.blocks_of(article)
        assert [b.id for b in order if b.id != block] == inside
        at = next(n for n, b in enumerate(order) if b.id == block)
        wanted = 0 if anchor is None else inside.index(anchor) + 1
        # As near to where it was put as its kind allows.
        assert all(rank(b) < rank(order[at]) for b in order[wanted:at])
        assert all(rank(b) > rank(order[at]) for b in order[at + 1 : wanted + 1])
        assert self.library.articles.block(block).text == text

    @rule(pick=COUNT, kind=st.sampled_from(list(Kind)))
    def kind(self, pick: int, kind: Kind) -> None:
        block = self.block(pick, page=True)
        if block is not None:
            text = self.library.articles.block(block).text
            self.library.articles.kind(block, kind)
            assert self.library.articles.block(block).kind is kind
            assert self.library.articles.block(block).text == text
            if kind is Kind.SECTION:
                self.heads(block)

    def heads(self, label: str) -> None:
        """A label stands over just the articles that begin behind it, up to the next one.

        It stands where what is read first of it does, wherever else the rest comes from.
        """
        row = self.library.articles._block(label)
        stands = self.library.connection.execute(
            "SELECT p.source, p.start FROM piece p JOIN source s ON s.key = p.source"
            " WHERE p.block = ? AND s.kind = 'page' ORDER BY p.place LIMIT 1",
            (row.key,),
        ).fetchone()
        if stands is None:
            return
        source, at = stands
        found = self.library.connection.execute(
            "SELECT min(p.start), a.section, NULL FROM article a JOIN block b ON b.article = a.key"
            " JOIN piece p ON p.block = b.key WHERE a.page = ?1 AND p.source = ?2 GROUP BY a.key"
            " UNION ALL SELECT p.start, NULL, b.key FROM block b JOIN piece p ON p.block = b.key"
            " WHERE b.page = ?1 AND p.source = ?2 AND b.kind = 'section' AND b.key <> ?3",
            (row.page, source, row.key),
        ).fetchall()
        for start, section, other in sorted(found, key=itemgetter(0)):
            if start < at:
                continue
            if other is not None:
                return
            assert section == row.key

    @rule(pick=COUNT, kind=st.sampled_from(HEAD_KINDS), text=TYPED)
    def supply(self, pick: int, kind: Kind, text: str) -> None:
        articles = self.articles()
        if articles and text.strip():
            article = articles[pick % len(articles)]
            (made,) = self.library.articles.supply(article, kind, text).made
            block = next(b for b in self.library.articles.get(article).blocks if b.id == made)
            assert (block.kind, block.text, block.supplied) == (kind, text, True)

    @rule(pick=COUNT)
    def split_article(self, pick: int) -> None:
        block = self.block(pick)
        if block is None:
            return
        try:
            self.library.articles.split_article(block)
        except UsageError:
            return

    @rule(pick=COUNT, other=COUNT)
    def merge_articles(self, pick: int, other: int) -> None:
        articles = self.articles()
        if len(articles) < 2 or pick % len(articles) == other % len(articles):
            return
        first, second = articles[pick % len(articles)], articles[other % len(articles)]
        whole = [self.library.articles.get(a) for a in (first, second)]
        self.library.articles.merge([first, second])
        merged = self.library.articles.get(first)
        blocks = [b for a in whole for b in a.blocks]
        assert sorted((b.id, b.text) for b in merged.blocks) == sorted(
            (b.id, b.text) for b in blocks
        )
        kept = {b.id: b.kind for b in merged.blocks}
        assert all(kept[b.id] is b.kind for b in whole[0].blocks)
        if [rank(b) for b in blocks] == sorted(map(rank, blocks)):
            assert merged.text == "\n".join(a.text for a in whole if a.text)
        assert set(merged.tags) == set(whole[0].tags) | set(whole[1].tags)

    @rule(pick=COUNT, status=st.sampled_from(list(Status)))
    def status(self, pick: int, status: Status) -> None:
        self.library.articles.set_status(status, self.articles()[: pick % 3])

    @rule(pick=COUNT)
    def accept(self, pick: int) -> None:
        block = self.block(pick)
        if block is not None:
            seams = [(s.source, s.start, s.end) for s in self.library.articles.seams(block)]
            self.library.articles.accept(block, seams)

    @rule(pick=COUNT, name=st.sampled_from(["会议", "人大"]))
    def tag(self, pick: int, name: str) -> None:
        self.library.tags.add(name, self.articles()[pick % 3 :])

    @rule(pick=COUNT, name=st.sampled_from(["会议", "人大"]))
    def untag(self, pick: int, name: str) -> None:
        if name in {tag.name for tag in self.library.tags.list()}:
            self.library.tags.remove(name, self.articles()[: pick % 3])

    @rule(pick=COUNT, a=COUNT, b=COUNT)
    def mark(self, pick: int, a: int, b: int) -> None:
        block = self.block(pick)
        if block is None:
            return
        text = self.library.articles.block(block).text
        low, high = sorted((a % (len(text) + 1), b % (len(text) + 1)))
        if text[low:high].strip():
            self.library.tags.mark(block, low, high, "句")

    @rule(pick=COUNT)
    def unmark(self, pick: int) -> None:
        phrases = [p for a in self.articles() for p in self.library.tags.phrases(a)]
        if phrases:
            self.library.tags.unmark(phrases[pick % len(phrases)].id)

    @rule(pick=COUNT, act=st.sampled_from(["rename", "merge", "delete"]))
    def change_tag(self, pick: int, act: str) -> None:
        names = [tag.name for tag in self.library.tags.list()]
        if not names:
            return
        name = names[pick % len(names)]
        if act == "rename" and f"新{name}" not in names:
            self.library.tags.rename(name, f"新{name}")
        elif act == "merge":
            self.library.tags.merge([name], names[0])
        elif act == "delete":
            self.library.tags.delete(name)
            assert name not in {tag.name for tag in self.library.tags.list()}

    @rule(pick=COUNT, a=COUNT, b=COUNT, typed=TYPED)
    def erase(self, pick: int, a: int, b: int, typed: str) -> None:
        articles = self.articles()
        if not articles:
            return
        blocks = self.blocks_of(articles[pick % len(articles)])
        spans, before, behind = selected(blocks, a, b)
        self.library.articles.erase(spans, typed)
        among = {block for block, _, _ in spans}
        now = self.blocks_of(articles[pick % len(articles)])
        left = "".join(block.text for block in now if block.id in among)
        assert left == before + typed + behind

    @rule(pick=COUNT, a=COUNT, b=COUNT, parts=st.lists(TYPED, min_size=1, max_size=3).filter(any))
    def paste(self, pick: int, a: int, b: int, parts: list[str]) -> None:
        articles = self.articles()
        if not articles:
            return
        blocks = self.blocks_of(articles[pick % len(articles)])
        spans, before, behind = selected(blocks, a, b)
        changes = self.library.articles.paste(spans, parts)
        among = {block for block, _, _ in spans} | set(changes.made)
        now = self.blocks_of(articles[pick % len(articles)])
        left = "".join(block.text for block in now if block.id in among)
        expected = before + "".join(parts) + behind
        assert "".join(left.split()) == "".join(expected.split())  # blanks at a border go
        assert all(block.text for block in now if block.id in changes.made)

    @rule(pick=COUNT)
    def withdraw(self, pick: int) -> None:
        issues = self.library.issues.rows()
        if len(issues) > 1:
            self.library.issues.withdraw([issues[pick % len(issues)].id])

    @rule(pick=COUNT, date=st.sampled_from(["2025", "2025-04", "2025-04-14", ""]))
    def set_issue(self, pick: int, date: str) -> None:
        issues = self.library.issues.rows()
        self.library.issues.set(issues[pick % len(issues)].id, date=date, title="晨报")

    @rule(pick=COUNT, other=COUNT)
    def merge_issues(self, pick: int, other: int) -> None:
        issues = [row.id for row in self.library.issues.rows()]
        first, second = issues[pick % len(issues)], issues[other % len(issues)]
        self.library.issues.merge([first], second)

    @precondition(lambda self: self.imports < 4)
    @rule(text=PAGES)
    def take_in(self, text: str) -> None:
        if text.strip():
            self.take(text)

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            if self.library.journal.head() != self.root:
                self.library.journal.undo()

    @rule()
    def undo_and_redo(self) -> None:
        if self.library.journal.head() != self.root:
            before = dump(self.library)
            self.library.journal.undo()
            self.library.journal.redo()
            assert dump(self.library) == before

    @rule()
    def redo(self) -> None:
        try:
            self.library.journal.redo()
        except NothingToUndoError:
            return

    @rule()
    def reopen(self) -> None:
        before = dump(self.library)
        self.library.close()
        self.library = self.open()
        assert dump(self.library) == before


def run(examples: int, *, start: int | None) -> int:
    """Run the machine from a number, or by chance; give how many operations were carried out."""
    Wishes.operations = 0
    seed(start)(Wishes)
    Wishes.TestCase.settings = settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    case = Wishes.TestCase("runTest")
    case.runTest()
    return Wishes.operations


@pytest.mark.unmeasured
@pytest.mark.parametrize("half", [1, 2])
def test_ten_thousand_operations_keep_the_laws(half: int) -> None:
    """They are done in two halves, which two cores can share."""
    assert run(225, start=half) >= 5_000


@pytest.mark.long
def test_a_hundred_thousand_operations_keep_the_laws() -> None:
    assert run(5_000, start=None) >= 100_000
