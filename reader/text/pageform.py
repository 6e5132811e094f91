"""Give a page in its outer forms: the JSON of the contract, its seams in rows, and plain text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reader.drafts import ArticleDraft, PageDraft
from reader.model import GLUE, HEAD_KINDS, Kind, Reads
from reader.text.expected import wrong_of
from reader.text.lines import holds_line_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.drafts import BlockDraft, LineRole, Seam
    from reader.model import Reason

END_ROLE = "end"
"""Stands for the role of the next line where there is none."""
_HEADS = (*HEAD_KINDS, Kind.SECTION)


class _Places:
    """Seams and lines of a draft, found by their place."""

    def __init__(self, draft: PageDraft) -> None:
        self.draft = draft
        self.seams = draft.seams
        self.seam_starts = [seam.start for seam in draft.seams]
        self.line_starts = [line.start for line in draft.lines]

    def reading(self, block: BlockDraft) -> str:
        """Give what is read of a block."""
        text, parts = self.draft.text, list[str]()
        for stretch in block.stretches:
            if stretch.struck is not None:
                continue
            at = stretch.start
            first = bisect_left(self.seam_starts, stretch.start)
            last = bisect_left(self.seam_starts, stretch.end)
            for seam in self.seams[first:last]:
                parts.extend((text[at : seam.start], GLUE[seam.reads]))
                at = seam.end
            parts.append(text[at : stretch.end])
        return "".join(parts)

    def rows(self, block: BlockDraft, *, read_only: bool = True) -> list[int]:
        """Give the places of the lines that have text in a block, in reading order."""
        found: list[int] = []
        for stretch in block.stretches:
            if read_only and stretch.struck is not None:
                continue
            first = bisect_right(self.line_starts, stretch.start) - 1
            last = bisect_left(self.line_starts, stretch.end)
            for at in range(max(0, first), last):
                line = self.draft.lines[at]
                low, high = max(line.start, stretch.start), min(line.end, stretch.end)
                shown = self.draft.text[low:high].strip()
                if shown and (not found or found[-1] != at):
                    found.append(at)
        return found


def reading(draft: PageDraft, block: BlockDraft) -> str:
    """Give the reading text of a block.

    Its stretches that are not struck in order, each run of white space that has a seam as the
    seam reads, all other text as it stands.
    """
    return _Places(draft).reading(block)


def page_form(drafts: PageDraft | Sequence[PageDraft], file: str) -> dict[str, Any]:
    """Give the page form of one page, or of the pages of one file in their order."""
    pages = [drafts] if isinstance(drafts, PageDraft) else list(drafts)
    form: dict[str, Any] = {"file": file, "articles": [], "furniture": []}
    for draft in pages:
        places = _Places(draft)
        for article in draft.articles:
            form["articles"].append(_article(places, article))
        form["furniture"].extend(
            text
            for block in draft.blocks
            if block.kind is Kind.FURNITURE and (text := places.reading(block))
        )
    return form


def _article(places: _Places, article: ArticleDraft) -> dict[str, Any]:
    draft = places.draft
    section = None if article.section is None else draft.blocks[article.section]
    heads: dict[Kind, list[str]] = {kind: [] for kind in HEAD_KINDS}
    body: list[dict[str, Any]] = []
    for at in article.blocks:
        block = draft.blocks[at]
        text = places.reading(block)
        if not text:
            continue
        if block.kind in heads:
            heads[block.kind].append(text)
            continue
        numbers = [draft.lines[row].number for row in places.rows(block)]
        body.append({"kind": block.kind.value, "text": text, "lines": numbers})
    form: dict[str, Any] = {"section": section and places.reading(section)}
    for kind in HEAD_KINDS:
        form[kind.value] = " ".join(heads[kind]) or None
    return form | {"body": body}


def page_text(form: dict[str, Any]) -> str:
    """Give the text form of a page form.

    One block a line, an empty line between blocks, two between articles; section, kicker, title,
    subtitle, byline first; no furniture. It ends with a line end unless it is empty.
    """
    articles: list[str] = []
    for article in form["articles"]:
        heads = [article["section"], *(article[kind.value] for kind in HEAD_KINDS)]
        shown = [head for head in heads if head]
        shown.extend(block["text"] for block in article["body"])
        articles.append("\n\n".join(shown))
    return "\n\n\n".join(articles) + "\n" if articles else ""


def expected_wrong(drafts: Iterable[PageDraft]) -> float:
    """Give how many line ends of some pages are expected to be read wrongly.

    Each line end is wrong with what its confidence lacks of one, but see `expected`.
    """
    return sum(
        wrong_of(seam.confidence, {reason.code for reason in seam.reasons})
        for draft in drafts
        for seam in draft.seams
        if holds_line_end(draft.text[seam.start : seam.end])
    )


def seam_rows(draft: PageDraft, words: Callable[[Reason], str]) -> list[dict[str, Any]]:
    """Give a row for each line that is not blank: what is read after it, why, and how sure.

    `words` makes a sentence of a reason. The rows are in the order of the page's lines; their
    form is that of the contract.
    """
    places = _Places(draft)
    order = [(at, row) for at in _order(draft) for row in _last_rows(places, draft.blocks[at])]
    roles = {role.number: role for role in draft.roles}
    present = sorted({row for _, row in order})
    below = dict(pairwise(present))
    found: dict[int, dict[str, Any]] = {}
    following: tuple[int, int] | None = None
    for block, row in reversed(order):
        after = following
        following = (block, row)
        if row in found:
            continue
        found[row] = _row(places, (block, row), after, roles, words)
        found[row]["moved"] = after is not None and after[1] != below.get(row)
    return [found[row] for row in present]


def _last_rows(places: _Places, block: BlockDraft) -> list[int]:
    return places.rows(block, read_only=False)


def _row(
    places: _Places,
    here: tuple[int, int],
    after: tuple[int, int] | None,
    roles: dict[int, LineRole],
    words: Callable[[Reason], str],
) -> dict[str, Any]:
    draft = places.draft
    line = draft.lines[here[1]]
    seam = _seam_at(places, line.start + len(line.text.rstrip()))
    role = roles.get(draft.lines[after[1]].number) if after else None
    sure = role.confidence if role else 1.0
    return {
        "line": line.number,
        "next": draft.lines[after[1]].number if after else None,
        "verdict": _verdict(draft, here, after, seam),
        "moved": False,
        "confidence": seam.confidence if seam else sure,
        "role": role.role.value if role else END_ROLE,
        "role_confidence": sure,
        "reasons": [words(reason) for reason in seam.reasons] if seam else [],
    }


def _seam_at(places: _Places, start: int) -> Seam | None:
    at = bisect_left(places.seam_starts, start)
    if at < len(places.seams) and places.seams[at].start == start:
        return places.seams[at]
    return None


def _verdict(
    draft: PageDraft, here: tuple[int, int], after: tuple[int, int] | None, seam: Seam | None
) -> str:
    if after is None:
        return Reads.PARA.value
    if after[0] == here[0]:
        return seam.reads.value if seam and seam.reads is not Reads.PARA else Reads.JOIN.value
    kind = draft.blocks[after[0]].kind
    if kind is Kind.FURNITURE:
        return "furniture"
    return "head" if kind in _HEADS else Reads.PARA.value


def _order(draft: PageDraft) -> list[int]:
    """Give the places of all blocks in reading order.

    Articles in their order, the blocks of each in theirs; a block of the page stands after the
    block before it on the page.
    """
    named = [at for article in draft.articles for at in article.blocks]
    inside = frozenset(named)
    behind: dict[int, list[int]] = {}
    before = -1
    for at in sorted(range(len(draft.blocks)), key=lambda place: _start(draft, place)):
        if at not in inside:
            behind.setdefault(before, []).append(at)
        else:
            before = at
    return list(_woven(named, behind))


def _woven(named: list[int], behind: dict[int, list[int]]) -> Iterable[int]:
    yield from behind.get(-1, [])
    for at in named:
        yield at
        yield from behind.get(at, [])


def _start(draft: PageDraft, place: int) -> int:
    return min(stretch.start for stretch in draft.blocks[place].stretches)
