"""Pages of newspapers that nobody here has seen, and how they should read.

``page("hard", 7)`` is always the same page. Its words are this package's own; what a paper prints
and how is drawn anew for each page.
"""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

from outsiders import outsider_oddities as oddities
from outsiders.outsider_blanks import gaps
from outsiders.outsider_blocks import blocks_of
from outsiders.outsider_frames import Frame, Laid, Part, Row, lay
from outsiders.outsider_furniture import PAGES, foot, guide, masthead, prompts
from outsiders.outsider_house import new_house
from outsiders.outsider_lines import breadth
from outsiders.outsider_sheet import Sheet, write
from outsiders.outsider_slots import new_world, words
from outsiders.outsider_texts import choose, story

if TYPE_CHECKING:
    from training.form import Page

KINDS = ("hard", "long", "mixed")
BRIEFS = words("城乡短波 本县新闻 新闻集纳 各地动态 综合 城乡之间 生活服务 大众生活 四面八方")


def page(kind: str, seed: int) -> Page:
    """Make a page."""
    rng = Random(f"outsider {kind} {seed}")
    traditional = rng.random() < 0.06
    world = new_world(rng, traditional=traditional)
    sheet = Sheet(rng, new_house(rng, kind, world), world)
    _articles(sheet)
    for name in ("headless", "jumps", "doubled"):
        _try(sheet, name)
    _labels(sheet)
    _runs(sheet)
    for name in ("gathered", "displaced"):
        _try(sheet, name)
    _order(sheet)
    if rng.random() < 0.3:
        _indents(sheet, rng.choice((" ", "  ", "    ")))
    return write(sheet, gaps(sheet))


def pages(kind: str, count: int, seed: int = 0) -> list[Page]:
    """Make `count` pages."""
    return [page(kind, seed + number) for number in range(count)]


def _try(sheet: Sheet, name: str) -> None:
    if name in sheet.house.oddities and getattr(oddities, name)(sheet):
        sheet.names.append(name)


def _articles(sheet: Sheet) -> None:
    """Draw articles until the page is full."""
    rng = sheet.rng
    count = round(rng.triangular(3, 12, 5))
    lines = 0.0
    for recipe in choose(rng, sheet.world, 24):
        made = story(recipe, sheet.world)
        article = len(sheet.laid)
        drafts = blocks_of(rng, sheet.house, sheet.world, made, article)
        size = sum(breadth(draft.text) for draft in drafts) / sheet.house.widths[0] + len(drafts)
        if article and lines + size > 210:
            continue
        base = len(sheet.drafts)
        sheet.drafts += drafts
        sheet.laid.append(lay(rng, sheet.house, drafts, base))
        if made.label and rng.random() < 0.8:
            _name_label(sheet, article, made.label)
        lines += size
        if len(sheet.laid) >= count and lines > 65:
            break


def _name_label(sheet: Sheet, article: int, text: str) -> None:
    style = sheet.house.label
    if style == "bare":
        made = text
    elif len(style) == 2:
        made = style[0] + text + style[1]
    else:
        made = style + text
    sheet.labels[article] = sheet.add("section", made)


def _labels(sheet: Sheet) -> None:
    """Put labels over groups of articles, or one over the whole page."""
    rng = sheet.rng
    if sheet.world.traditional:
        return
    free = [laid.article for laid in sheet.laid if laid.article not in sheet.labels]
    if rng.random() < 0.14 and free:
        _name_label(sheet, free[0], rng.choice(PAGES))
        for article in free[1:]:
            sheet.labels[article] = sheet.labels[free[0]]
    elif rng.random() < 0.16 and len(free) > 2:
        at = rng.randrange(len(free) - 1)
        group = [number for number in free[at : at + 4] if number - free[at] < 4]
        _name_label(sheet, group[0], rng.choice(BRIEFS))
        for article in group[1:]:
            sheet.labels[article] = sheet.labels[group[0]]


def _runs(sheet: Sheet) -> None:
    """Put the frames of each article in order."""
    rng = sheet.rng
    seen: set[int] = set()
    for laid in sheet.laid:
        run: list[Frame] = []
        label = sheet.labels.get(laid.article)
        if label is not None and label not in seen:
            seen.add(label)
            row = Row([Part(label, 0, len(sheet.drafts[label].text))], first=True, last=True)
            run.append(Frame("label", laid.article, [row]))
        if rng.random() < 0.04:
            _one_line(laid, rng.choice((0, -2, -2)))
        body = list(laid.columns)
        for caption in laid.captions:
            _place_caption(sheet, laid, body, caption)
        if laid.columns and rng.random() < 0.08 and len(body) > 1:
            body.insert(rng.randint(1, len(body) - 1), sheet.furniture(prompts(rng, sheet.world)))
        heads = [laid.heads] if laid.heads.rows else []
        sheet.runs[laid.article] = [*run, *heads, *body]


def _one_line(laid: Laid, at: int) -> None:
    """Let a short head and the one behind it, mostly the byline, stand on one line."""
    rows = laid.heads.rows
    if len(rows) < 2:
        return
    one, two = rows[at], rows[at + 1]
    short = sum(part.end - part.start for part in one.parts + two.parts) < 30
    if short and one.last and two.first:
        one.parts += two.parts
        one.last = two.last
        rows.remove(two)


def _place_caption(sheet: Sheet, laid: Laid, body: list[Frame], caption: Frame) -> None:
    """Put a caption in the midst of the text, or before it, or behind it."""
    rng = sheet.rng
    place = caption.rows[0].parts[0].block
    whole = [at for at, frame in enumerate(body) if frame.area == "body" and frame.rows]
    if not whole:
        body.append(caption)
        return
    where = rng.choices(("top", "seam", "inside", "end"), (0.28, 0.27, 0.2, 0.25))[0]
    if where == "top":
        heads = [part.block for row in laid.heads.rows for part in row.parts]
        sheet.behind[place] = max(heads) if heads else -1
        if heads:
            body.insert(0, caption)
            return
        where = "end"
    at = rng.choice(whole)
    frame = body[at]
    if where == "end":
        at = whole[-1]
    elif where == "inside" and len(frame.rows) > 5:
        cut = rng.randint(2, len(frame.rows) - 2)
        body[at : at + 1] = [
            Frame("body", frame.article, frame.rows[:cut]),
            Frame("body", frame.article, frame.rows[cut:]),
        ]
    sheet.behind[place] = body[at].rows[-1].parts[-1].block
    body.insert(at + 1, caption)


def _order(sheet: Sheet) -> None:
    """Put everything in the order of the file."""
    rng, world = sheet.rng, sheet.world
    top = masthead(rng, world) if rng.random() < 0.6 else []
    first = [sheet.furniture(top)] if top else []
    last: list[Frame] = []
    if rng.random() < 0.3:
        (first if rng.random() < 0.3 else last).append(sheet.furniture(prompts(rng, world)))
    if world.era != "老" and rng.random() < 0.18:
        box = guide(rng, world)
        (first if rng.random() < 0.3 else last).append(sheet.furniture(box))
    if rng.random() < 0.6:
        last.append(sheet.furniture(foot(rng, world)))
    if rng.random() < 0.15:
        first, last = [], [*first, *last]
    middle = [frame for number in sorted(sheet.runs) for frame in sheet.runs[number]]
    sheet.frames = [frame for frame in [*first, *middle, *last] if frame.rows]


def _indents(sheet: Sheet, lead: str) -> None:
    for frame in sheet.frames:
        for row in frame.rows:
            if row.lead == "　　":
                row.lead = lead


def show(made: Page) -> str:
    """Give a page and how it should read, for a person."""
    lines = [f"######## {made.name}", made.raw, "-------- reads"]
    for place, block in enumerate(made.blocks):
        label = made.sections.get(block.article)
        where = f"{block.article} {block.kind}" + (f" in {label}" if label is not None else "")
        lines.append(f"{place:3} [{where}] {block.text}")
    return "\n".join(lines)


def main() -> None:
    """Print some pages: KIND, the first seed, how many."""
    kind, seed, count = (*sys.argv[1:], *("hard", "0", "2")[len(sys.argv) - 1 :])
    for made in pages(kind, int(count), int(seed)):
        sys.stdout.write(show(made) + "\n\n")


if __name__ == "__main__":
    main()
