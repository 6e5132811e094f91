"""What comes into the house: files as received, and pages as the engine proposes to read them.

Positions are those of `reader.model`; a page's text is that of the `RawPage`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import IssueFacts, Kind, Line, Reads, Reason, Role, Why


@dataclass(frozen=True, slots=True)
class Seam:
    """A proposal of the engine for a run of white space ``page[start:end]``."""

    start: int
    end: int
    reads: Reads
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of the page's text in a block; `struck` when it is not to be read, and why."""

    start: int
    end: int
    struck: Why | None = None


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A block as the engine proposes it: its stretches in reading order."""

    kind: Kind
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article as the engine proposes it: indices into `PageDraft.blocks`."""

    blocks: tuple[int, ...]
    section: int | None = None


@dataclass(frozen=True, slots=True)
class LineRole:
    """The role of a non-blank raw line, with the probability of that role."""

    number: int
    role: Role
    confidence: float


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page as the engine proposes it.

    The stretches of all blocks tile the page's text: each code point, white space included,
    lies in exactly one. A run of white space lies in one stretch with the text on its left (a
    run at the head of the page, with the text on its right). A block that no article names is
    a section label or furniture. `seams` holds, in order, every run that holds a line end or
    begins or ends the page, and each run inside a line that is not to be read as it stands.
    """

    text: str
    lines: tuple[Line, ...]
    blocks: tuple[BlockDraft, ...]
    articles: tuple[ArticleDraft, ...]
    seams: tuple[Seam, ...]
    roles: tuple[LineRole, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page of a file as decoded; `first_line` is the file's number of its first line."""

    text: str
    part: int = 0
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as received: its bytes' SHA-256, its name without folder, and its pages.

    `data` is kept only where encoding the joined text of the pages does not give it back.
    """

    name: str
    sha256: str
    size: int
    encoding: str
    pages: tuple[RawPage, ...]
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class PageIn:
    """A page on its way in: the engine's draft, what was read of its issue, and its sketch.

    `sketch` and `probes` are signed 64-bit values of `reader.text.similar`.
    """

    draft: PageDraft
    facts: IssueFacts
    sketch: tuple[int, ...] = ()
    probes: tuple[int, ...] = ()
