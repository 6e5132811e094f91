"""Rebuild a library from an exported jsonl and its furniture.

The pages are written anew from what the articles read and from the furniture, a line a block; so
the texts, headings, topics, phrases, statuses and issues are those of the export, but what a page
looked like as received, and who corrected what, is not: for that there are backups.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.drafts import (
    ArticleDraft,
    BlockDraft,
    PageDraft,
    PageIn,
    RawFile,
    RawPage,
    Seam,
    Stretch,
)
from reader.errors import DamagedLibraryError
from reader.model import HEAD_KINDS, IssueFacts, Kind, Reads, Status
from reader.rebuilding.rows import Row, fitting, read
from reader.store.faults import told
from reader.store.library import Library
from reader.store.opening import Mode
from reader.text.lines import holds_line_end, split_lines, white_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

NOTHING = "—"
"""What stands on a page that had nothing which an export shows."""


@dataclass(slots=True)
class _Page:
    """A page of the export: the articles on it, in their order, and the lines beside them.

    `first` is the line of the export that names it first.
    """

    first: Row
    issue: str
    number: int | None
    source: str
    articles: list[Row] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def rebuild(folder: Path, path: Path, report: Callable[[int, int], None] | None = None) -> None:
    """Make a library at `path`, where none is, from the export in `folder`.

    Raise `OutputError` when the folder holds no such export, or one that is not as its manifest
    says; `DamagedLibraryError` when the library does not hold what the export does.
    """
    articles, furniture = read(folder)
    pages = _pages(articles, furniture)
    with Library.open(path, Mode.CREATE) as library, told(path):
        issues: dict[str, dict[str, None]] = {}
        made: dict[str, str] = {}
        twins: Counter[str] = Counter()
        for number, page in enumerate(pages):
            with fitting(page.first):
                added, sha256 = _take_in(library, page, twins)
                issues.setdefault(page.issue, {})[added] = None
                made |= _articles_of(library, sha256, page)
            if report is not None:
                report(number + 1, len(pages))
        for first, *rest in issues.values():
            if rest:
                library.issues.merge(rest, first)
        _decide(library, articles, made)
        library.index.catch_up()
        _compare(library, articles, made)


def _pages(articles: Iterable[Row], furniture: Iterable[Row]) -> list[_Page]:
    pages: dict[tuple[Any, ...], _Page] = {}

    def page(issue: str, row: Row, of: dict[str, Any]) -> _Page:
        key = issue, of["sha256"], row["page"]
        return pages.setdefault(key, _Page(row, issue, row["page"], of["source"]))

    for row in furniture:
        page(row["issue"], row, row).lines += row["lines"]
    for row in articles:
        mine = page(row["issue"]["id"], row, row["issue"])
        mine.articles.append(row)
        mine.facts = row["issue"]
    known: dict[str, dict[str, Any]] = {}
    for mine in pages.values():
        if mine.facts:
            known.setdefault(mine.issue, mine.facts)
    for mine in pages.values():
        mine.facts = mine.facts or known.get(mine.issue, {})
    return list(pages.values())


# --- a page -------------------------------------------------------------------------------------


def _blocks(article: Row) -> list[tuple[Kind, str]]:
    """Give the blocks of an article that the page had: not the headings that were supplied."""
    kept = [(k, text) for k, text in _heads(article) if k.value not in article["supplied"]]
    kept += [(Kind(block["kind"]), block["text"]) for block in article["body"]]
    return [(kind, text) for kind, text in kept if text.strip()] or [(Kind.PARA, NOTHING)]


def _heads(article: Row) -> list[tuple[Kind, str]]:
    """Give the headings, each of its own: the export has a space between two of a kind.

    The article's text begins with the same characters, and has a line end there.
    """
    found, at = [], 0
    for kind in HEAD_KINDS:
        if told := article[kind.value]:
            shown = article["text"][at : at + len(told)]
            cuts = [
                n for n, pair in enumerate(zip(told, shown, strict=False)) if pair == (" ", "\n")
            ]
            borders = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(told)], strict=True)
            found += [(kind, told[low:high]) for low, high in borders]
            at += len(told) + 1
    return found


def _take_in(library: Library, page: _Page, twins: Counter[str]) -> tuple[str, str]:
    """Take a page in; give its issue, and the SHA-256 of the file that it is now.

    `twins` counts the pages that read the same.
    """
    draft = _draft(page)
    facts = IssueFacts(
        page.facts.get("title"),
        page.facts.get("date"),
        bool(page.facts.get("date_sure")),
        page.facts.get("number"),
        page.number,
    )
    read = hashlib.sha256(draft.text.encode()).hexdigest()
    draft = _numbered(draft, twins[read])
    twins[read] += 1
    data = draft.text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    file = RawFile(page.source, sha256, len(data), "utf-8", (RawPage(draft.text),))
    sample = bool(page.facts.get("sample"))
    return library.issues.add(file, [PageIn(draft, facts)], sample=sample).issue, sha256


def _numbered(draft: PageDraft, number: int) -> PageDraft:
    """End a page in white space that tells its number, so that twins are two files; 0 has none.

    A line end, then a sign for each binary digit: the pages would grow with their number else.
    """
    if number == 0:
        return draft
    text = draft.text + "\n" + f"{number:b}".replace("0", " ").replace("1", "\n")
    end = Seam(len(draft.text), len(text), Reads.PARA, 1.0)
    last = draft.blocks[-1]
    stretch = Stretch(last.stretches[0].start, len(text))
    blocks = (*draft.blocks[:-1], BlockDraft(last.kind, (stretch,)))
    return PageDraft(text, split_lines(text), blocks, draft.articles, (*draft.seams, end))


def _draft(page: _Page) -> PageDraft:
    """Lay a page out: its furniture, then its articles, a section label before those under it."""
    labels = {line["text"] for line in page.lines if line["kind"] == "section"}
    laid = [(Kind.FURNITURE, line["text"]) for line in page.lines if line["kind"] != "section"]
    articles: list[ArticleDraft] = []
    sections: dict[str, int] = {}
    for label in sorted(labels):
        sections[label] = len(laid)
        laid.append((Kind.SECTION, label))
    for article in page.articles:
        label = article["section"]
        if label and label.strip() and label not in sections:
            sections[label] = len(laid)
            laid.append((Kind.SECTION, label))
        first = len(laid)
        laid += _blocks(article)
        articles.append(ArticleDraft(tuple(range(first, len(laid))), sections.get(label)))
    laid = laid or [(Kind.FURNITURE, NOTHING)]
    return _tiled(laid, articles)


def _tiled(laid: Sequence[tuple[Kind, str]], articles: Sequence[ArticleDraft]) -> PageDraft:
    """Put blocks under each other; the white space between two belongs to the upper one."""
    text = "\n".join(block.strip() for _, block in laid)
    borders, at = set(), 0
    for _, block in laid[:-1]:
        at += len(block.strip())
        borders.add(at)
        at += 1
    seams, cuts = [], [0]
    for start, end in white_runs(text):
        border = start in borders
        if border:
            cuts.append(end)
        if border or holds_line_end(text[start:end]):
            seams.append(Seam(start, end, Reads.PARA if border else Reads.LINE, 1.0))
    cuts.append(len(text))
    blocks = [
        BlockDraft(kind, (Stretch(low, high),))
        for (kind, _), low, high in zip(laid, cuts[:-1], cuts[1:], strict=True)
    ]
    return PageDraft(text, split_lines(text), tuple(blocks), tuple(articles), tuple(seams))


# --- what persons decided -----------------------------------------------------------------------


def _articles_of(library: Library, sha256: str, page: _Page) -> dict[str, str]:
    """Give, for each article of the page just taken in, its new id; supply what was supplied."""
    new = library.articles.of_file(sha256)
    made = dict(zip((row["id"] for row in page.articles), new, strict=True))
    for row in page.articles:
        for kind, text in _heads(row):
            if kind.value in row["supplied"]:
                with fitting(row):
                    library.articles.supply(made[row["id"]], kind, text)
        with fitting(row):
            _as_exported(library, made[row["id"]], row)
    return made


def _as_exported(library: Library, article: str, row: Row) -> None:
    """Type what a page cannot show: white space at a block's edge, other line ends."""
    wanted = _wanted(row)
    for block, (_, text) in zip(library.articles.get(article).blocks, wanted, strict=False):
        if block.text != text:
            library.articles.edit(block.id, 0, len(block.text), text)


def _wanted(row: Row) -> list[tuple[str, str]]:
    heads = [(kind.value, text) for kind, text in _heads(row)]
    return heads + [(block["kind"], block["text"]) for block in row["body"]]


def _decide(library: Library, articles: Sequence[Row], made: dict[str, str]) -> None:
    """Set the statuses, topics and phrases; one wish for all articles that share one."""
    tags: dict[str, list[Row]] = {}
    statuses: dict[str, list[Row]] = {}
    for row in articles:
        statuses.setdefault(row["status"], []).append(row)
        for tag in row["tags"]:
            tags.setdefault(tag, []).append(row)
        with fitting(row):
            _mark(library, made[row["id"]], row["spans"])
    for tag, rows in tags.items():
        with fitting(rows[0]):
            library.tags.add(tag, [made[row["id"]] for row in rows])
    for status, rows in statuses.items():
        with fitting(rows[0]):
            library.articles.set_status(Status(status), [made[row["id"]] for row in rows])


def _mark(library: Library, article: str, spans: Sequence[dict[str, Any]]) -> None:
    if not spans:
        return
    blocks, at = [], 0
    for block in library.articles.get(article).blocks:
        blocks.append((at, block))
        at += len(block.text) + 1
    for span in spans:
        for start, end in span["ranges"]:
            for low, block in blocks:
                if low <= start < low + len(block.text):
                    stop = min(end - low, len(block.text))
                    library.tags.mark(block.id, start - low, stop, span["tag"])


def _compare(library: Library, articles: Sequence[Row], made: dict[str, str]) -> None:
    """Hold the library against the export, article by article."""
    for row in articles:
        article = library.articles.get(made[row["id"]])
        found = [(block.kind.value, block.text) for block in article.blocks]
        if found != _wanted(row) or sorted(article.tags) != sorted(row["tags"]):
            raise DamagedLibraryError(str(row.file), "rebuilt_differs", line=row.line)
