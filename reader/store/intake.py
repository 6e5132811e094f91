"""Take a page that the engine read into the ledger, in one durable transaction a file."""

from __future__ import annotations

import array
import os
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reader.model import ENGINE, Changes, Why
from reader.store import counters, ids, seals
from reader.store.belonging import belong
from reader.store.compose import Piece, SeamRow, text_of
from reader.store.derived import DOUBTFUL_BELOW, stands_for
from reader.store.headings import rank
from reader.store.images import Image
from reader.store.ledger import STEP
from reader.store.reasons import pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

    from reader.drafts import PageDraft, PageIn, RawFile, RawPage
    from reader.store.library import Library

_UNNUMBERED = 1 << 20


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: the issue's id, the first page's number, and counts."""

    issue: str
    page: int | None
    articles: int
    characters: int
    unchanged: bool = False
    changes: Changes = field(default_factory=Changes)


class Intake:
    """Writes one file; the rows of a page go in by the thousand, without images."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._connection: Connection = library.connection

    def of_file(self, sha256: str) -> Added | None:
        """See `Issues.of_file`."""
        row = self._connection.execute(
            """
            SELECT i.id, p.number, p.key FROM file f
            JOIN source s ON s.file = f.key JOIN page p ON p.source = s.key AND p.present
            JOIN issue i ON i.key = p.issue AND i.present
            WHERE f.sha256 = ? ORDER BY s.part LIMIT 1
            """,
            (sha256,),
        ).fetchone()
        if row is None:
            return None
        articles, characters = self._connection.execute(
            """
            SELECT count(*), coalesce(sum(t.characters), 0) FROM file f
            JOIN source s ON s.file = f.key JOIN page p ON p.source = s.key
            JOIN article a ON a.page = p.key JOIN tally t ON t.article = a.key
            WHERE f.sha256 = ?
            """,
            (sha256,),
        ).fetchone()
        return Added(row[0], row[1], articles, characters, unchanged=True)

    def add(self, file: RawFile, pages: Sequence[PageIn], *, sample: bool, as_is: bool) -> Added:
        """See `Issues.add`."""
        with self._library.transaction(importing=True):
            if not self._known(file.sha256):
                return self._write(file, pages, sample=sample, as_is=as_is)
            known = self.of_file(file.sha256)
            if known is not None:
                return known
            changes = self._bring_back(file)
            back = self.of_file(file.sha256)
            assert back is not None
            return Added(back.issue, back.page, back.articles, back.characters, changes=changes)

    def _known(self, sha256: str) -> bool:
        row = self._connection.execute("SELECT 1 FROM file WHERE sha256 = ?", (sha256,)).fetchone()
        return row is not None

    def _bring_back(self, file: RawFile) -> Changes:
        """Let the pages of a file be there again, and of its issue no others than were."""
        rows = self._connection.execute(
            """
            SELECT i.key, i.present, p.key, p.present, f.key IS NOT NULL
            FROM page p JOIN issue i ON i.key = p.issue
            LEFT JOIN source s ON s.key = p.source
            LEFT JOIN file f ON f.key = s.file AND f.sha256 = ?1
            WHERE i.key IN (SELECT p.issue FROM file f JOIN source s ON s.file = f.key
                            JOIN page p ON p.source = s.key WHERE f.sha256 = ?1)
            """,
            (file.sha256,),
        ).fetchall()
        turned = {("issue", issue, 1) for issue, present, *_ in rows if not present}
        for _, issue_present, page, present, mine in rows:
            if mine and not present:
                turned.add(("page", page, 1))
            elif not mine and present and not issue_present:
                turned.add(("page", page, 0))  # else they would come back with the issue
        for table, key, present in turned:
            self._connection.execute(
                f"UPDATE {table} SET present = ? WHERE key = ?", (present, key)
            )
        images = [_present(table, key, present) for table, key, present in sorted(turned)]
        return self._library.record("import", images, name=_told(file.name))

    def _write(self, file: RawFile, pages: Sequence[PageIn], *, sample: bool, as_is: bool) -> Added:
        file_key = self._insert(
            "file",
            sha256=file.sha256,
            name=_told(file.name),
            size=file.size,
            encoding=file.encoding,
            bytes=file.data,
            as_is=int(as_is),
            imported_at=ids.now(),
        )
        facts = [page.facts for page in pages]
        issue, made, numbers, learnt = belong(self._connection, file, facts, sample=sample)
        images = [_present("issue", issue)] if made else []
        if learnt is not None:
            images.append(learnt)
            self._library.index.reorder_issue(issue)
            self._library.index.settle()
        articles = characters = 0
        for raw, page, number in zip(file.pages, pages, numbers, strict=True):
            writer = _PageWriter(self, file, issue)
            page_key = writer.write((file_key, number), raw, page)
            articles += len(page.draft.articles)
            characters += writer.characters
            if not made:
                images.append(_present("page", page_key))
        kept = {"sample": True} if sample else {}
        changes = self._library.record("import", images, name=_told(file.name), **kept)
        (issue_id,) = self._connection.execute(
            "SELECT id FROM issue WHERE key = ?", (issue,)
        ).fetchone()
        changes = changes | Changes(issues=frozenset({issue_id}), structure=True)
        return Added(issue_id, numbers[0], articles, characters, changes=changes)

    def _insert(self, table: str, **values: Any) -> int:  # noqa: ANN401 - a row's values
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            tuple(values.values()),
        )
        return int(cursor.lastrowid or 0)


class _PageWriter:
    """Writes the rows of one page."""

    def __init__(self, intake: Intake, file: RawFile, issue: int) -> None:
        self._intake = intake
        self._connection = intake._connection  # noqa: SLF001 - its own workman
        self._file = file
        self._issue = issue
        self.characters = 0

    def write(self, file: tuple[int, int | None], raw: RawPage, page: PageIn) -> int:
        """Write page, source, blocks, articles, pieces, seams and what is derived.

        `file` is the file's key, and the number that the page has in its issue.
        """
        file_key, number = file
        draft = _in_print(page.draft)
        source_id = ids.hashed_id("source", self._file.sha256, raw.part)
        insert = self._intake._insert  # noqa: SLF001
        page_key = insert(
            "page",
            id=ids.hashed_id("page", source_id),
            issue=self._issue,
            number=number,
            place=number if number is not None else _UNNUMBERED + raw.part,
            sketch=array.array("q", page.sketch).tobytes() or None,
        )
        source = insert(
            "source",
            id=source_id,
            kind="page",
            text=draft.text,
            file=file_key,
            part=raw.part,
            first_line=raw.first_line,
            page=page_key,
        )
        self._connection.execute("UPDATE page SET source = ? WHERE key = ?", (source, page_key))
        self._connection.executemany(
            "INSERT OR IGNORE INTO probe (hash, page) VALUES (?, ?)",
            [(probe, page_key) for probe in page.probes],
        )
        with seals.by_hand(self._connection):
            blocks = self._blocks(draft, page_key, source_id)
            pieces = self._pieces(draft, (source, source_id), blocks)
            self._seams(draft, source)
        self._derive(draft, source, blocks, pieces)
        return page_key

    def _next(self, table: str) -> int:
        """Give a key that no row has or had: one behind the highest ever given."""
        row = self._connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        counters.refuse_unsound(self._connection, (table,))
        return 1 if row is None else int(row[0]) + 1

    def _blocks(self, draft: PageDraft, page: int, source_id: str) -> list[int]:
        """Write articles and blocks; give the key of each block of the draft."""
        first, article = self._next("block"), self._next("article")
        keys = [first + i for i in range(len(draft.blocks))]
        owner = {
            index: (article + n, place)
            for n, drafted in enumerate(draft.articles)
            for place, index in enumerate(drafted.blocks, 1)
        }
        self._articles = [article + n for n in range(len(draft.articles))]
        starts = [block.stretches[0].start for block in draft.blocks]
        text = draft.text
        self._connection.executemany(
            "INSERT INTO article (key, id, page, place, section) VALUES (?, ?, ?, ?, ?)",
            [
                (
                    article + n,
                    ids.hashed_id("article", source_id, ink(text, starts[drafted.blocks[0]])),
                    page,
                    (n + 1) * STEP,
                    None if drafted.section is None else keys[drafted.section],
                )
                for n, drafted in enumerate(draft.articles)
            ],
        )
        rows = [
            (
                keys[i],
                ids.hashed_id("block", source_id, ink(text, starts[i])),
                block.kind.value,
                owner[i][0] if i in owner else None,
                None if i in owner else page,
                owner[i][1] * STEP if i in owner else starts[i],
            )
            for i, block in enumerate(draft.blocks)
        ]
        self._connection.executemany(
            "INSERT INTO block (key, id, kind, article, page, place) VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        self._seal_blocks(rows)
        return keys

    def _seal_blocks(self, rows: Sequence[tuple[Any, ...]]) -> None:
        by_owner: dict[int, list[tuple[Any, ...]]] = {}
        for key, id_, kind, article, page, place in rows:
            row = (key, article, page, place, 0, id_.encode(), kind.encode())
            by_owner.setdefault(-page if article is None else article, []).append(row)
        for owner, blocks in by_owner.items():
            seals.add(self._connection, "block", owner, blocks)

    def _pieces(
        self, draft: PageDraft, of: tuple[int, str], blocks: list[int]
    ) -> list[list[Piece]]:
        """Write the pieces; `of` is the key and the id of the source."""
        source, source_id = of
        pieces: list[list[Piece]] = []
        corrections: dict[Why, int] = {}
        for key, block in zip(blocks, draft.blocks, strict=True):
            mine = []
            for place, stretch in enumerate(block.stretches, 1):
                struck = None
                if stretch.struck is not None:
                    if stretch.struck not in corrections or stretch.struck is Why.DOUBLED:
                        corrections[stretch.struck] = self._intake._insert(  # noqa: SLF001
                            "correction",
                            id=ids.hashed_id("correction", source_id, stretch.start),
                            why=stretch.struck,
                            by=ENGINE,
                            at=ids.now(),
                        )
                    struck = corrections[stretch.struck]
                mine.append(Piece(source, stretch.start, stretch.end, key, place * STEP, struck))
            pieces.append(mine)
        rows = sorted(tuple(piece) for mine in pieces for piece in mine)
        self._connection.executemany(
            "INSERT INTO piece (source, start, end, block, place, struck)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        seals.add(self._connection, "piece", source, rows)
        return pieces

    def _seams(self, draft: PageDraft, source: int) -> None:
        rows = [
            (
                source,
                seam.start,
                seam.end,
                seam.reads.value,
                min(1000, max(0, round(seam.confidence * 1000))),
                pack(seam.reasons),
            )
            for seam in draft.seams
        ]
        self._connection.executemany(
            "INSERT INTO seam (source, start, end, reads, confidence, reasons)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        sealed = [
            (source, start, end, sure, reads.encode(), None, seals.short(why.encode()), None)
            for _, start, end, reads, sure, why in rows
        ]
        seals.add(self._connection, "seam", source, sealed)

    def _derive(
        self, draft: PageDraft, source: int, blocks: list[int], pieces: list[list[Piece]]
    ) -> None:
        seams = {source: [SeamRow(s.start, s.end, s.reads) for s in draft.seams]}
        texts = {source: draft.text}
        readings = [text_of(mine, texts, seams) for mine in pieces]
        self._connection.executemany(
            "INSERT INTO reading (block, characters) VALUES (?, ?)",
            [(key, len(text)) for key, text in zip(blocks, readings, strict=True)],
        )
        rows = []
        doubtful = [s.start for s in draft.seams if round(s.confidence * 1000) < DOUBTFUL_BELOW]
        for key, drafted in zip(self._articles, draft.articles, strict=True):
            mine = [readings[i] for i in drafted.blocks]
            kinds = [draft.blocks[i].kind for i in drafted.blocks]
            title, untitled = stands_for(kinds, mine.__getitem__)
            characters = sum(map(len, mine))
            doubts = sum(
                bisect_left(doubtful, piece.end) - bisect_left(doubtful, piece.start)
                for i in drafted.blocks
                for piece in pieces[i]
                if piece.struck is None
            )
            rows.append((key, characters, doubts, title, untitled))
            self.characters += characters
        self._connection.executemany(
            "INSERT INTO tally (article, characters, doubts, title, untitled)"
            " VALUES (?, ?, ?, ?, ?)",
            rows,
        )


def _in_print(draft: PageDraft) -> PageDraft:
    """Put the headings of each article first, in the order in which they are printed.

    A byline at an article's end stands in the source where it stood; the article's text is
    kicker, title, subtitle, byline and body.
    """

    def place(block: int) -> int:
        return rank(draft.blocks[block].kind)

    articles = (
        replace(drafted, blocks=tuple(sorted(drafted.blocks, key=place)))
        for drafted in draft.articles
    )
    return replace(draft, articles=tuple(articles))


def ink(text: str, start: int) -> int:
    """Give the position of the first character at or behind `start` that is no white space."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _present(table: str, key: int, present: int = 1) -> Image:
    return Image(table, {"key": key, "present": 1 - present}, {"key": key, "present": present})


def _told(name: str) -> str | bytes:
    """Give a file's name as SQLite can hold it: text, or bytes where it is no UTF-8."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name
