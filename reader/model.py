"""The nouns of the house: plain facts, frozen, without behaviour that needs a room of its own.

Positions are code points, counted from 0, in the text that the docstring names; spans are
half open. A line number is 1-based and counts the lines of the *file* as received.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

ENGINE = "jiaokan"
"""The actor of the engine's own corrections."""


class Kind(StrEnum):
    """What a block is."""

    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    PARA = "para"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    VERSE = "verse"
    FURNITURE = "furniture"


HEAD_KINDS = (Kind.KICKER, Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE)
"""Kinds of the headline group, in the order in which they are printed and exported."""

BODY_KINDS = (Kind.PARA, Kind.SUBHEAD, Kind.CAPTION, Kind.VERSE)
"""Kinds of the body of an article."""

PAGE_KINDS = (Kind.SECTION, Kind.FURNITURE)
"""Kinds of blocks that belong to the page and to no article."""

LONGEST_MANIFEST = 1 << 28
"""A manifest of an export that has more bytes than this is none of ours."""


class Reads(StrEnum):
    """How a seam reads: nothing, a space, a line end inside a block, or the end of a block."""

    JOIN = "join"
    SPACE = "space"
    LINE = "line"
    PARA = "para"


GLUE = {Reads.JOIN: "", Reads.SPACE: " ", Reads.LINE: "\n", Reads.PARA: ""}
"""What a seam puts into the reading text."""


class Role(StrEnum):
    """What a raw line is, as the engine sees it."""

    FURNITURE = "furniture"
    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    CAPTION = "caption"
    SUBHEAD = "subhead"
    VERSE = "verse"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    SINGLE = "single"


class Status(StrEnum):
    """How far the proofreading of an article has come."""

    NEW = "new"
    WORKING = "working"
    PROOFED1 = "proofed1"
    PROOFED2 = "proofed2"
    DISPUTED = "disputed"
    NONTEXT = "nontext"


class Whereabouts(StrEnum):
    """Where the article of an entry of a page guide stands, as far as was found.

    On the page that is named, on another, on none; or that page is not in the library.
    """

    THERE = "there"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    NO_PAGE = "no_page"


class IssueSort(StrEnum):
    """The orders of the list of issues."""

    NEWSPAPER = "newspaper"
    """One newspaper after the other, in each the newest issue first."""
    NEWEST = "newest"
    OLDEST = "oldest"
    DOUBTS = "doubts"
    """Most doubts first."""
    PROGRESS = "progress"
    """The smallest part of articles proofed first."""


class ArticleSort(StrEnum):
    """The orders of the contents of an issue."""

    PLACE = "place"
    TITLE = "title"
    DOUBTS = "doubts"
    PROGRESS = "progress"


DOUBT_BELOW = 0.9
"""A seam that the engine decided with less confidence than this is a doubt."""


class Why(StrEnum):
    """Why text was struck or typed."""

    TYPED = "typed"
    REPLACED = "replaced"
    DOUBLED = "doubled"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a verdict: a code of the engine and the facts that its words need."""

    code: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A raw line: its number in the file, its span in the page's text, and its own text.

    The span leaves out the line end; `text` is exactly ``page[start:end]``.
    """

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What was read of an issue and page: from the file's name, the masthead or the text.

    `date` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; `date_sure` is false when it was inferred
    from running text. `guessed` names the fields that were not read but supposed.
    """

    title: str | None = None
    date: str | None = None
    date_sure: bool = False
    number: str | None = None
    page: int | None = None
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed, by public ids; a pane refreshes only what is named."""

    issues: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    structure: bool = False
    """Rows of a list came or went, or changed their order."""
    wish: str | None = None
    """The journal's id of the wish; None when nothing changed."""
    made: tuple[str, ...] = ()
    """Ids of what the wish made (an article that was split off, a block, a tag)."""

    def __or__(self, other: Changes) -> Changes:
        """Both together; the later wish counts."""
        return Changes(
            self.issues | other.issues,
            self.articles | other.articles,
            self.tags | other.tags,
            structure=self.structure or other.structure,
            wish=other.wish or self.wish,
            made=self.made + other.made,
        )


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in a list."""

    id: str
    title: str | None
    date: str | None
    date_sure: bool
    number: str | None
    sample: bool
    pages: tuple[int | None, ...]
    articles: int
    doubts: int
    characters: int
    statuses: tuple[tuple[Status, int], ...] = ()
    """How many articles have each status, the least advanced first; those of none are left out."""
    guessed: frozenset[str] = frozenset()
    """The fields, `page` among them, that were not read but supposed (see `IssueFacts`)."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in its issue; `place` counts the pages of the issue from 1."""

    id: str
    issue: str
    number: int | None
    place: int
    articles: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list; `title` is what stands for it: headline, else how it begins.

    `reworded` tells that its text was changed after it was proofread.
    """

    id: str
    issue: str
    title: str
    untitled: bool
    date: str | None
    page: int | None
    status: Status
    doubts: int
    characters: int
    tags: tuple[str, ...] = ()
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of a text comes from: ``text[start:end]`` is ``source[at:at+end-start]``.

    `source` is the ledger's key of the source; `typed` tells that a person wrote it.
    """

    start: int
    end: int
    source: int
    at: int
    typed: bool = False


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block as it reads: its id, kind, text and the origin of each character in it."""

    id: str
    kind: Kind
    text: str
    origin: tuple[Origin, ...] = ()
    supplied: bool = False
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeamFact:
    """A seam as stored, with its place in the reading text of its block."""

    source: int
    start: int
    end: int
    reads: Reads
    at: int
    proposal: Reads | None
    confidence: float
    reasons: tuple[Reason, ...]
    decider: str | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a correction did at one place of a block's text.

    ``text[start:end]`` is what it typed and is still read, empty where it only took away;
    `old` is what it struck there. `machine` tells that the engine made it, and no person.
    """

    start: int
    end: int
    old: str
    why: Why
    by: str
    at: str
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An article whole: its blocks in reading order, with section, tags and status."""

    id: str
    issue: str
    page: int | None
    section: str | None
    blocks: tuple[BlockText, ...]
    status: Status
    revision: int
    tags: tuple[str, ...] = ()
    row: ArticleRow | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """Head and body, one block a line; blocks of which all is struck are passed over."""
        return "\n".join(block.text for block in self.blocks if block.text)
