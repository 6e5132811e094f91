"""The tables of a library and the migrations that made them.

A migration is a small named function; its record commits with it, and `PRAGMA user_version`
is the number of migrations carried out. What stands here is declared; any other table, index,
view or trigger in a library file is foreign.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pysqlite3 import Connection
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x4A4B414E
"""``JKAN``: bytes 68 to 71 of a library file."""

# What a migration wrote stays as it was written, numbers too: a library keeps the index of doubts
# (confidence below 900) that it was made with. A program that doubts from another number on needs
# a migration that makes it anew (a test holds the two together).

# AUTOINCREMENT where wishes make and remove rows: an undone or removed row may come back by
# its key, which therefore must never be given to another (an import is not undone by removing).
LEDGER = """
CREATE TABLE library (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  head INTEGER REFERENCES wish(key)
);
CREATE TABLE file (
  key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  bytes BLOB,
  as_is INTEGER NOT NULL DEFAULT 0,
  imported_at TEXT NOT NULL
);
CREATE TABLE issue (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  date TEXT,
  date_sure INTEGER NOT NULL DEFAULT 0,
  number TEXT,
  guessed TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0,
  present INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX issue_date ON issue(date, key);
CREATE TABLE page (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  issue INTEGER NOT NULL REFERENCES issue(key),
  number INTEGER,
  place INTEGER NOT NULL,
  source INTEGER REFERENCES source(key),
  sketch BLOB,
  indexed INTEGER NOT NULL DEFAULT 0,
  present INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX page_issue ON page(issue, place);
CREATE INDEX page_source ON page(source);
CREATE INDEX page_indexed ON page(indexed);
CREATE TABLE source (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'typed')),
  text TEXT NOT NULL,
  file INTEGER REFERENCES file(key),
  part INTEGER NOT NULL DEFAULT 0,
  first_line INTEGER NOT NULL DEFAULT 1,
  page INTEGER REFERENCES page(key),
  correction INTEGER REFERENCES correction(key)
);
CREATE INDEX source_file ON source(file, part) WHERE file IS NOT NULL;
CREATE INDEX source_page ON source(page) WHERE page IS NOT NULL;
CREATE INDEX source_correction ON source(correction) WHERE correction IS NOT NULL;
CREATE TABLE article (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  page INTEGER NOT NULL REFERENCES page(key),
  place INTEGER NOT NULL,
  section INTEGER REFERENCES block(key),
  status TEXT NOT NULL DEFAULT 'new',
  revision INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_page ON article(page, place);
CREATE INDEX article_section ON article(section) WHERE section IS NOT NULL;
CREATE INDEX article_status ON article(status);
CREATE TABLE block (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  article INTEGER REFERENCES article(key),
  page INTEGER REFERENCES page(key),
  place INTEGER NOT NULL,
  supplied INTEGER NOT NULL DEFAULT 0,
  CHECK ((article IS NULL) <> (page IS NULL))
);
CREATE INDEX block_article ON block(article, place) WHERE article IS NOT NULL;
CREATE INDEX block_page ON block(page, place) WHERE page IS NOT NULL;
CREATE TABLE correction (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  why TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE piece (
  source INTEGER NOT NULL REFERENCES source(key),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (end > start),
  block INTEGER NOT NULL REFERENCES block(key),
  place INTEGER NOT NULL,
  struck INTEGER REFERENCES correction(key),
  PRIMARY KEY (source, start)
) WITHOUT ROWID;
CREATE INDEX piece_block ON piece(block, place);
CREATE INDEX piece_struck ON piece(struck) WHERE struck IS NOT NULL;
CREATE TABLE seam (
  source INTEGER NOT NULL REFERENCES source(key),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (end >= start),
  reads TEXT NOT NULL CHECK (reads IN ('join', 'space', 'line', 'para')),
  proposal TEXT,
  confidence INTEGER NOT NULL DEFAULT 1000,
  reasons TEXT NOT NULL DEFAULT '',
  decider TEXT,
  PRIMARY KEY (source, start, end)
) WITHOUT ROWID;
CREATE INDEX seam_doubt ON seam(source, start) WHERE decider IS NULL AND confidence < 900;
CREATE TABLE tag (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE article_tag (
  article INTEGER NOT NULL REFERENCES article(key),
  tag INTEGER NOT NULL REFERENCES tag(key),
  PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag(tag, article);
CREATE TABLE phrase (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  tag INTEGER NOT NULL REFERENCES tag(key),
  article INTEGER NOT NULL REFERENCES article(key),
  quote TEXT NOT NULL
);
CREATE INDEX phrase_tag ON phrase(tag);
CREATE INDEX phrase_article ON phrase(article);
CREATE TABLE phrase_span (
  phrase INTEGER NOT NULL REFERENCES phrase(key),
  source INTEGER NOT NULL REFERENCES source(key),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (phrase, source, start)
) WITHOUT ROWID;
CREATE INDEX phrase_span_source ON phrase_span(source, start);
CREATE TABLE wish (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent INTEGER REFERENCES wish(key),
  verb TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}',
  actor TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX wish_parent ON wish(parent);
CREATE TABLE image (
  wish INTEGER NOT NULL REFERENCES wish(key),
  seq INTEGER NOT NULL,
  tab TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (wish, seq)
) WITHOUT ROWID;
CREATE TABLE wish_article (
  article TEXT NOT NULL,
  wish INTEGER NOT NULL REFERENCES wish(key),
  PRIMARY KEY (article, wish)
) WITHOUT ROWID;
CREATE INDEX wish_article_wish ON wish_article(wish);
"""

DERIVED = """
CREATE TABLE reading (
  block INTEGER PRIMARY KEY REFERENCES block(key),
  entry INTEGER,
  characters INTEGER NOT NULL
);
CREATE UNIQUE INDEX reading_entry ON reading(entry) WHERE entry IS NOT NULL;
CREATE TABLE tally (
  article INTEGER PRIMARY KEY REFERENCES article(key),
  characters INTEGER NOT NULL,
  doubts INTEGER NOT NULL,
  title TEXT NOT NULL,
  untitled INTEGER NOT NULL
);
CREATE INDEX tally_doubt ON tally(article) WHERE doubts > 0;
CREATE TABLE probe (
  hash INTEGER NOT NULL,
  page INTEGER NOT NULL REFERENCES page(key),
  PRIMARY KEY (hash, page)
) WITHOUT ROWID;
CREATE INDEX probe_page ON probe(page);
CREATE VIRTUAL TABLE found USING fts5(
  text, content='', contentless_delete=1, tokenize='ascii'
);
CREATE VIRTUAL TABLE received USING fts5(
  text, content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO found (found, rank) VALUES ('automerge', 0);
INSERT INTO received (received, rank) VALUES ('automerge', 0);
"""
# Automerge is for `Index.catch_up` alone.


def _run(db: Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


def m0001_ledger(db: Database) -> None:
    """Make the ledger, the journal, and what is derived from them."""
    _run(db, LEDGER)
    _run(db, DERIVED)
    db.execute("PRAGMA user_version = 1")


def m0002_pairs(db: Database) -> None:
    """Empty the index: its rows get the pairs of frequent characters when they are made again.

    Until then all pages are pending, and searched by reading them.
    """
    for table in ("found", "received"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    db.execute("UPDATE reading SET entry = NULL WHERE entry IS NOT NULL")
    db.execute("UPDATE page SET indexed = 0 WHERE indexed <> 0")
    db.execute("PRAGMA user_version = 2")


SEALS = """
CREATE TABLE seal (
  tab TEXT NOT NULL,
  owner INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  PRIMARY KEY (tab, owner)
) WITHOUT ROWID;
"""


def m0003_seals(db: Database) -> None:
    """Seal the rows that an export shows, as they stand."""
    from reader.store.seals import seal_all

    _run(db, SEALS)
    seal_all(db.conn)
    db.execute("PRAGMA user_version = 3")


def m0004_orders(db: Database) -> None:
    """Index the orders in which issues are listed, so that no list of them has to be sorted.

    What a list asks stands in the index, so that no row is looked up for it. And index which
    blocks were moved: an article that has one asks for its own, not for all that ever were.
    """
    db.execute("DROP INDEX issue_date")
    db.execute("CREATE INDEX issue_date ON issue(date, key, present)")
    db.execute("CREATE INDEX issue_paper ON issue(title, date DESC, key, present)")
    db.execute("CREATE INDEX issue_sample ON issue(sample) WHERE sample")
    db.execute(
        "CREATE INDEX wish_move ON wish(CASE WHEN json_valid(detail)"
        " THEN json_extract(detail, '$.block') END) WHERE verb = 'move'"
    )
    db.execute("PRAGMA user_version = 4")


LEARNT = """
CREATE TABLE learnt (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  weights TEXT NOT NULL
)
"""


def m0005_learnt(db: Database) -> None:
    """Make room for what the engine learnt from the verdicts in the library."""
    _run(db, LEARNT)
    db.execute("PRAGMA user_version = 5")


REFUSALS = """
CREATE TABLE refusal (
  article INTEGER NOT NULL REFERENCES article(key),
  name TEXT NOT NULL,
  PRIMARY KEY (article, name)
) WITHOUT ROWID;
"""


def m0006_refusals(db: Database) -> None:
    """Make room for the topics that are not to be suggested for an article again."""
    _run(db, REFUSALS)
    db.execute("PRAGMA user_version = 6")


REWORDED = """
CREATE TABLE reworded (
  article INTEGER PRIMARY KEY REFERENCES article(key)
);
"""


def m0007_reworded(db: Database) -> None:
    """Make room for the articles of which the text was changed after they were proofread."""
    _run(db, REWORDED)
    db.execute("PRAGMA user_version = 7")


VERSION = 7
"""The schema's number that this program writes."""


@cache
def migrations() -> Migrations:
    """Give the migrations in their order.

    What carries them out takes as long to load as all else of a start: it is loaded where a
    library is made, has to be migrated, or is not as it should be.
    """
    from sqlite_utils.migrations import Migrations

    made = Migrations("jiaokan")
    steps = (m0001_ledger, m0002_pairs, m0003_seals, m0004_orders, m0005_learnt, m0006_refusals)
    for step in (*steps, m0007_reworded):
        made()(step)
    return made


_PAIRS_SINCE = 2
SINCE = {"seal": 3, "learnt": 5, "refusal": 6, "reworded": 7}
"""From which version on there are tables that came later."""


def has_pairs(connection: Connection) -> bool:
    """Tell whether the index has pairs; it has none in an older library opened for reading."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] >= _PAIRS_SINCE)


def has(connection: Connection, table: str) -> bool:
    """Tell whether there is a table; an older library opened for reading may have none of it."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] >= SINCE.get(table, 1))


JOURNALLED: dict[str, tuple[str, ...]] = {
    "issue": ("key",),
    "page": ("key",),
    "source": ("key",),
    "article": ("key",),
    "block": ("key",),
    "correction": ("key",),
    "piece": ("source", "start"),
    "seam": ("source", "start", "end"),
    "tag": ("key",),
    "article_tag": ("article", "tag"),
    "phrase": ("key",),
    "phrase_span": ("phrase", "source", "start"),
    "learnt": ("key",),
    "refusal": ("article", "name"),
    "reworded": ("article",),
}
"""The tables of which the journal keeps images, with their keys."""

IGNORED = {"page": frozenset({"indexed", "sketch"}), "source": frozenset({"text"})}
"""Columns whose change is no change of the work: derived, or never changed at all."""
