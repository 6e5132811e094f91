"""Search finds what brute force finds, in the same order, whatever was done to the library."""

from __future__ import annotations

import contextlib
import random
import re

import pytest
from drafting import take_in

from reader import searching
from reader.errors import NothingToUndoError, UsageError
from reader.model import IssueFacts, Kind, Status
from reader.searching import In
from reader.store import Library, Mode
from reader.store.order import bucket
from reader.text.lines import LINE_END
from reader.text.query import parse

ALPHABET = ["甲", "乙", "丙", "的", "的", "a", "A", "7", "，", " ", "\u3000", "\x00", "\U00020000"]
FREQUENT = ["的", "的", "一", "是", "了", "，", "。", "“", "國", "甲", " "]
RUNS = ["\n", "\n\n", "\r\n", "\n　　", " ", "  ", "\n=", "\n#", "\x85"]
DATES = [None, "2024", "2024-05", "2024-05-01", "2025-01-31", "1998-12"]


def page(rng: random.Random, size: int) -> str:
    parts = []
    for _ in range(size):
        common = rng.random() < 0.85
        parts.append(rng.choice(ALPHABET if common else RUNS))
    return "".join(parts) or "甲"


class Fickle:
    """A library to which a random thing is done at a time."""

    def __init__(self, library: Library, rng: random.Random) -> None:
        self.library = library
        self.rng = rng
        self.imports = 0

    def article(self) -> str:
        return self.rng.choice([row.id for row in self.library.articles.rows()])

    def block(self, *, own: bool = False) -> str:
        sql = "SELECT id FROM block" + ("" if own else " WHERE article IS NOT NULL")
        return self.rng.choice(self.library.connection.execute(sql).fetchall())[0]

    def issue(self) -> str:
        return self.rng.choice([row.id for row in self.library.issues.rows()])

    def do_import(self) -> None:
        self.imports += 1
        number = self.rng.randint(1, 9)
        facts = IssueFacts(
            title=self.rng.choice(["晨报", "晚报"]),
            date=self.rng.choice(DATES),
            number=str(number) if self.rng.random() < 0.5 else None,
            page=self.rng.choice([None, 1, 2, 3, 4]),
        )
        text = page(self.rng, self.rng.randint(1, 60))
        take_in(self.library, text, name=f"{self.imports}.txt", facts=facts)

    def do_edit(self) -> None:
        block = self.block(own=True)
        text = self.library.articles.block(block).text
        low, high = sorted(self.rng.randint(0, len(text)) for _ in range(2))
        typed = "".join(self.rng.choices(["甲", "的", "丁", " "], k=self.rng.randint(0, 3)))
        self.library.articles.edit(block, low, min(high, low + 4), typed)

    def do_split(self) -> None:
        block = self.block()
        text = self.library.articles.block(block).text
        self.library.articles.split(block, self.rng.randint(0, len(text)))

    def do_join(self) -> None:
        self.library.articles.join(self.block())

    def do_move(self) -> None:
        self.library.articles.move(self.block(), self.article())

    def do_kind(self) -> None:
        kind = self.rng.choice([Kind.FURNITURE, Kind.PARA, Kind.VERSE, Kind.SECTION])
        self.library.articles.kind(self.block(own=True), kind)

    def do_line(self) -> None:
        block = self.block()
        if self.library.articles.block(block).kind is Kind.VERSE:
            text = self.library.articles.block(block).text
            at = self.rng.randint(0, len(text))
            self.library.articles.edit(block, at, at, "\n")

    def do_replace(self) -> None:
        articles = {self.article() for _ in range(3)}
        self.library.articles.replace("的", self.rng.choice(["", "地", "的的"]), sorted(articles))

    def do_supply(self) -> None:
        self.library.articles.supply(self.article(), Kind.TITLE, "甲的题")

    def do_divide(self) -> None:
        self.library.articles.split_article(self.block())

    def do_merge(self) -> None:
        self.library.articles.merge([self.article(), self.article()])

    def do_date(self) -> None:
        self.library.issues.set(self.issue(), date=self.rng.choice(["", *DATES[1:]]))

    def do_merge_issues(self) -> None:
        self.library.issues.merge([self.issue()], self.issue())

    def do_withdraw(self) -> None:
        self.library.issues.withdraw([self.issue()])

    def do_tag(self) -> None:
        self.library.tags.add(self.rng.choice(["红", "蓝 色"]), [self.article()])

    def do_status(self) -> None:
        self.library.articles.set_status(self.rng.choice(list(Status)), [self.article()])

    def do_undo(self) -> None:
        for _ in range(self.rng.randint(1, 4)):
            self.library.journal.undo()

    def do_redo(self) -> None:
        for _ in range(self.rng.randint(1, 3)):
            self.library.journal.redo()

    def do_catch_up(self) -> None:
        self.library.index.catch_up(self.rng.choice([1, 2, None]))

    def something(self) -> str:
        verbs = [name for name in dir(self) if name.startswith("do_")]
        verb = self.rng.choice([*verbs, "do_import", "do_edit", "do_edit", "do_split", "do_move"])
        with contextlib.suppress(UsageError, NothingToUndoError, IndexError):
            getattr(self, verb)()
        return verb


# --- brute force --------------------------------------------------------------------------------


def naive(text: str, word: str, skipped: list[bool]) -> list[tuple[int, int]]:
    """Every span of `text` that reads as `word` when the characters `skipped` are left out."""
    kept = [at for at in range(len(text)) if not skipped[at]]
    flat = "".join(text[at] for at in kept)
    size = len(word)
    return [
        (kept[at], kept[at + size - 1] + 1)
        for at in range(len(flat) - size + 1)
        if size and flat[at : at + size] == word
    ]


def groups(library: Library) -> list[dict]:
    """Every article and every page's own part, in order, with all that brute force needs."""
    found = []
    for key, *facts in library.connection.execute(
        """
        SELECT p.key, i.date IS NULL, coalesce(i.date, ''), i.key, p.place, p.key, p.source,
               i.id, i.date, i.number, i.title
        FROM page p JOIN issue i ON i.key = p.issue WHERE i.present AND p.present
        """
    ).fetchall():
        base = {"order": tuple(facts[:5]), "source": facts[5], "issue": facts[6:]}
        found.append({**base, "order": (*base["order"], 0, 0, 0), "article": None, "page": key})
        for article, place, ident, status in library.connection.execute(
            "SELECT key, place, id, status FROM article WHERE page = ?", (key,)
        ).fetchall():
            order = (*base["order"], 1, place, article)
            found.append(
                {**base, "order": order, "article": ident, "page": None, "key": article}
                | {"status": status, "whole": library.articles.get(ident)}
            )
    return sorted(found, key=lambda group: group["order"])


def now_spans(library: Library, group: dict, word: str) -> list[tuple]:
    if group["article"] is None:
        return []
    spans, shift = [], 0
    for block in group["whole"].blocks:
        for low, high in naive(block.text, word, [c == "\n" for c in block.text]):
            address = dict(enumerate_origin(block))
            first, last = address.get(low), address.get(high - 1)
            spans.append((shift + low, shift + high, first, last))
        shift += len(block.text) + 1 if block.text else 0
    return spans


def enumerate_origin(block):
    for origin in block.origin:
        for n in range(origin.end - origin.start):
            yield origin.start + n, (origin.source, origin.at + n)


def owners(library: Library) -> dict[tuple[int, int], tuple]:
    owner = {}
    for source, start, end, article, page in library.connection.execute(
        "SELECT p.source, p.start, p.end, a.id, b.page FROM piece p JOIN block b ON b.key = p.block"
        " LEFT JOIN article a ON a.key = b.article"
    ):
        for at in range(start, end):
            owner[source, at] = (article, page)
    return owner


def received(library: Library, word: str) -> list[tuple]:
    """Every place of a word in the sources, with whose its first character is."""
    found = []
    for source, text in library.connection.execute(
        "SELECT key, text FROM source WHERE kind = 'page'"
    ):
        skipped = [False] * len(text)
        for run in re.finditer(r"\s+", text):
            if LINE_END.search(run[0]):
                skipped[run.start() : run.end()] = [True] * len(run[0])
        found += [(source, low, high) for low, high in naive(text, word, skipped)]
    return found


def holds(group: dict, term, tagged: dict) -> bool:
    name = type(term).__name__
    ident, date, number, title = group["issue"]
    if name == "OfIssue":
        return term.text in {ident, number} or term.text in (title or "")
    if name == "Dated":
        return date is not None and (
            date[: len(term.first)] >= term.first and date[: len(term.last)] <= term.last
        )
    if group["article"] is None:
        return False
    if name == "Tagged":
        return term.name in tagged.get(group["article"], ())
    if name == "InStatus":
        return group["status"] == term.status
    return group["whole"].row.doubts > 0


def places(library: Library, group: dict, word: str, known: dict) -> tuple[list, list]:
    """Spans of a word in a group's text, and those in its sources that are not the same."""
    now = now_spans(library, group, word) if known["where"] is not In.SOURCE else []
    same = {(first, last) for _, _, first, last in now}
    raw = []
    for source, low, high in known["sources"].get(word, ()):
        article, own_page = known["owner"][source, low]
        mine = article == group["article"] if article else own_page == group["page"]
        if mine and ((source, low), (source, high - 1)) not in same:
            raw.append((source != group["source"], source, low, high))
    return now, raw


def brute(library: Library, text: str, where: In) -> list[tuple]:
    query = parse(text)
    wanted = [*query.words, *query.unwanted] if where is not In.NOW else []
    known = {
        "where": where,
        "owner": owners(library),
        "sources": {word: received(library, word) for word in wanted},
    }
    tagged = {row.id: row.tags for row in library.articles.rows()}
    found = []
    for group in groups(library):
        if all(holds(group, f, tagged) != f.negated for f in query.facets):
            found += in_group(library, group, query, known)
    return found


def in_group(library: Library, group: dict, query, known: dict) -> list[tuple]:
    spans = [places(library, group, word, known) for word in query.words]
    unwanted = [places(library, group, word, known) for word in query.unwanted]
    if any(map(any, unwanted)) or not all(map(any, spans)):
        return []
    article = group["article"]
    if not query.words:
        return [(article, 0, 0, "")] if article else []
    now = sorted({(low, high) for mine, _ in spans for low, high, *_ in mine})
    raw = sorted({span for _, mine in spans for span in mine})
    return [(article, low, high, False) for low, high in now] + [
        (article, low, high, True) for _, _, low, high in raw
    ]


def told(found: searching.Found) -> list[tuple]:
    return [(h.article, h.start, h.end, h.received if h.match else "") for h in found.hits]


# --- queries ------------------------------------------------------------------------------------


FIELDS = ["tag:红", 'tag:"蓝 色"', "-tag:红", "status:new", "-status:working", "has:doubt"]
FIELDS += ["date:2024", "date:2024-05..2025", "-date:2024", "issue:晨报", "issue:3", "-甲乙"]


def a_query(library: Library, rng: random.Random) -> str:
    (texts,) = zip(
        *library.connection.execute("SELECT text FROM source WHERE text <> ''").fetchall(),
        strict=False,
    )

    def piece() -> str:
        text = rng.choice(texts)
        at = rng.randrange(len(text))
        word = text[at : at + rng.choice([1, 1, 2, 2, 3, 4, 6, 7, 9, 14])]
        return re.sub(r'["\s]', "", word) if rng.random() < 0.8 else word

    terms = [piece() for _ in range(rng.choice([1, 1, 1, 1, 2, 2, 3]))]
    if rng.random() < 0.3:
        terms.append(rng.choice(FIELDS))
    rng.shuffle(terms)
    return " ".join(f'"{t}"' if re.search(r"\s", t) and rng.random() < 0.8 else t for t in terms)


@pytest.mark.parametrize("seed", range(4))
def test_1000_queries_find_what_brute_force_finds(tmp_path, seed):
    ask(tmp_path, seed, 250)


@pytest.mark.parametrize("seed", range(4, 6))
def test_queries_of_frequent_characters_find_what_brute_force_finds(tmp_path, seed, monkeypatch):
    monkeypatch.setattr(f"{__name__}.ALPHABET", FREQUENT)
    ask(tmp_path, seed, 250)


def ask(tmp_path, seed, queries):
    """Ask chance queries while chance things are done to a library."""
    rng = random.Random(seed)
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        fickle = Fickle(library, rng)
        for _ in range(6):
            fickle.do_import()
        asked = 0
        while asked < queries:
            done = [fickle.something() for _ in range(rng.randint(1, 4))]
            order_is_kept(library)
            for where in (In.NOW, rng.choice([In.SOURCE, In.BOTH])):
                query = a_query(library, rng)
                found = searching.find(library, query, where=where, limit=None)
                wanted = brute(library, query, where)
                assert told(found) == wanted, (seed, asked, done, query, where)
                assert found.total == len(wanted)
                asked += 1


def order_is_kept(library: Library) -> None:
    """Numbers rise in the order of place, and pages have all or none."""
    rows = library.connection.execute(
        """
        SELECT i.date, p.indexed, r.entry, r.block, p.key FROM article a
        JOIN page p ON p.key = a.page JOIN issue i ON i.key = p.issue
        JOIN block b ON b.article = a.key JOIN reading r ON r.block = b.key
        ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key, a.place, a.key, b.place, b.key
        """
    ).fetchall()
    last = 0
    for date, indexed, entry, *_ in rows:
        assert (entry is None) == (indexed == 0)
        if entry is not None:
            assert last < entry
            assert bucket(date) < indexed < entry
            last = entry
    strays = library.connection.execute(
        "SELECT count(*) FROM reading r JOIN block b ON b.key = r.block"
        " WHERE r.entry IS NOT NULL AND b.article IS NULL"
    ).fetchone()
    assert strays == (0,)
    entries = {entry for _, _, entry, *_ in rows if entry is not None}
    bases = {n for (n,) in library.connection.execute("SELECT indexed FROM page WHERE indexed > 0")}
    docs = {n for (n,) in library.connection.execute("SELECT id FROM found_docsize")}
    received_docs = {n for (n,) in library.connection.execute("SELECT id FROM received_docsize")}
    assert docs == entries
    assert received_docs == entries | bases
