"""Pages of evening papers: articles chosen, set in columns and put on a page in one order."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from training.form import Page

from evenings.evening_articles import Article, write
from evenings.evening_furniture import Paper, contents
from evenings.evening_grammar import Recipe, Speaker, recipes
from evenings.evening_heads import break_head, heads, plain
from evenings.evening_house import House, draw_house
from evenings.evening_layout import Layout, finish

if TYPE_CHECKING:
    from evenings.evening_setting import Row

KINDS = ("hard", "long", "mixed")
_PROFILES: dict[str, tuple[int, tuple[str, ...]]] = {
    "city": (34, ("news", "news", "news", "brief", "feature", "photo")),
    "whole": (9, ("feature",)),
    "briefs": (8, ("brief", "brief", "brief", "news", "notice")),
    "adverts": (5, ("ads", "notice", "notice", "list")),
    "prose": (14, ("prose", "prose", "verse", "serial", "prose", "photo")),
    "letters": (8, ("letter", "qa", "letter", "brief")),
    "service": (12, ("qa", "feature", "news", "list", "letter")),
    "tables": (4, ("list", "list", "brief", "notice")),
    "anything": (6, ("news", "prose", "qa", "photo", "brief", "list", "letter", "ads", "verse")),
}


def page(kind: str, seed: int) -> Page:
    """Make a page: `kind` says whether lines are wrapped, joined in columns, or both by frame."""
    return compose(kind, seed)[0]


def compose(kind: str, seed: int) -> tuple[Page, set[str]]:
    """Make a page, and say which oddities it really has."""
    rng = random.Random(f"evening {kind} {seed}")
    old = rng.random() < 1 / 3
    house = draw_house(rng, old=old)
    layout = Layout(house, rng, kind)
    paper = Paper(Speaker(rng, old=old), rng)
    profile = rng.choices(list(_PROFILES), [share for share, _ in _PROFILES.values()])[0]
    articles = _choose(profile, rng, house, old=old)
    _label(articles, rng, profile, Speaker(rng, old=old))
    top = _furniture(layout, paper, rng, old=old)
    bottom: list[list[Row]] = []
    inner: list[list[Row]] = []
    for group in top[:]:
        where = rng.random()
        if where > 0.6:
            top.remove(group)
            (bottom if where < 0.82 else inner).append(group)
    raw, cells = finish(_order(layout, articles, paper, (top, inner, bottom)), house, rng)
    made = Page(raw, layout.blocks, cells, layout.sections, f"evening {kind} {seed}")
    return made, layout.odd


def _choose(profile: str, rng: random.Random, house: House, *, old: bool) -> list[Article]:
    genres = _PROFILES[profile][1]
    pool = [recipe for recipe in recipes() if recipe.old == old]
    rng.shuffle(pool)
    most = 1 if profile == "whole" else rng.randint(3, 14)
    room = int(rng.randint(60, 215) * (max(house.widths) - 1) * 0.8)
    chosen: list[Article] = []
    size = 0
    by_genre: dict[str, list[Recipe]] = {}
    for recipe in pool:
        by_genre.setdefault(recipe.genre, []).append(recipe)
    if profile == "whole":
        by_genre["feature"].sort(key=lambda recipe: len(recipe.body) + rng.randint(0, 4))
    for _ in range(40):
        genre = rng.choice(genres)
        if by_genre.get(genre):
            made = write(by_genre[genre].pop(), rng, house.byline)
            chosen.append(made)
            size += made.size() + 40
        if len(chosen) >= most or (size > room and len(chosen) >= 3):
            break
    return chosen


def _label(articles: list[Article], rng: random.Random, profile: str, speaker: Speaker) -> None:
    """Give labels: one for a run of articles, or a column's name above a single one."""
    form = rng.choice(("【{}】", "{}", "【{}】", "·{}·", "{}", "■{}", "[{}]", "▍{}"))
    if profile in ("briefs", "adverts", "letters") and rng.random() < 0.5:
        name = speaker.word({"adverts": "广告栏"}.get(profile, "简讯栏"))
        articles[0].label = form.format(name)
        return
    for article in articles:
        share = {"prose": 0.18, "serial": 0.4, "verse": 0.2, "qa": 0.3, "letter": 0.3}
        if rng.random() < share.get(article.genre, 0.09):
            name = article.kind if rng.random() < 0.4 else speaker.word("栏目")
            article.label = form.format(name)


def _furniture(layout: Layout, paper: Paper, rng: random.Random, *, old: bool) -> list[list[Row]]:
    found: list[list[Row]] = []
    if rng.random() < 0.8:
        found.append(layout.furniture(paper.masthead()))
    if rng.random() < 0.15:
        found.append(layout.furniture(paper.ear()))
    if rng.random() < 0.28:
        found.append(layout.furniture(paper.prompt()))
    if rng.random() < 0.12:
        found.append(layout.furniture(paper.notes()))
    if rng.random() < 0.13:
        pool = [r for r in recipes() if r.old == old and r.genre in ("news", "feature", "prose")]
        titles = []
        for recipe in rng.sample(pool, min(len(pool), rng.randint(3, 6))):
            speaker = Speaker(rng, old=old)
            speaker.number_all(recipe)
            made = heads(recipe, speaker, rng)
            titles += [plain(text) for kind, text in made if kind == "title"][:1]
        rows: list[Row] = []
        width = rng.randint(8, 16)
        for entry, number in contents(titles, paper, rng):
            lines = break_head(entry, width, rng) if len(entry) > width else [entry]
            rows += layout.entry(entry, lines)
            if number:
                rows += layout.entry(number, [number])
        rows[0].article = True
        found.append(rows)
    return found


def _order(
    layout: Layout,
    articles: list[Article],
    paper: Paper,
    furniture: tuple[list[list[Row]], list[list[Row]], list[list[Row]]],
) -> list[Row]:
    rng, (top, inner, bottom) = layout.rng, furniture
    made = [layout.article(article, paper, number) for number, article in enumerate(articles)]
    if "gathered" in layout.house.odd and len(made) > 1:
        fit = [article.genre in ("news", "feature") for article in articles]
        if _gather(made, fit, rng):
            layout.odd.add("gathered")
    rows = [row for group in top for row in group]
    tail: list[Row] = []
    for head, columns in made:
        if inner and rng.random() < 0.5:
            _slip_in(columns, inner.pop(), rng)
            layout.odd.add("amid")
        if "moved" in layout.house.odd and rng.random() < 0.6:
            tail += layout.move(columns)
        rows += head
        rows += [row for column in columns for row in column]
    for group in [[tail] if tail else [], *[[group] for group in inner + bottom]]:
        rows += [row for part in group for row in part]
    return rows


def _gather(
    made: list[tuple[list[Row], list[list[Row]]]], fit: list[bool], rng: random.Random
) -> bool:
    """Put the headlines of two or three articles above the first body; bodies may change places."""
    places = [at for at in range(len(made) - 1) if fit[at] and fit[at + 1]]
    if not places:
        return False
    at = rng.choice(places)
    count = 3 if rng.random() < 0.4 and all(fit[at : at + 3]) and at + 3 <= len(made) else 2
    group = made[at : at + count]
    bodies = [columns for _, columns in group]
    if rng.random() < 0.5:
        bodies.reverse()
    above = [row for head, _ in group for row in head]
    for columns in bodies:
        if columns and columns[0]:
            columns[0][0].article = True
    made[at : at + count] = [(above if not i else [], body) for i, body in enumerate(bodies)]
    return True


def _slip_in(columns: list[list[Row]], group: list[Row], rng: random.Random) -> None:
    """Put furniture amid a text: between columns mostly, else between two lines."""
    if not columns or not columns[-1]:
        columns.append(group)
    elif rng.random() < 0.7:
        columns.insert(rng.randint(0, len(columns)), group)
    else:
        column = rng.choice(columns)
        at = rng.randint(0, len(column))
        column[at:at] = group


def main(arguments: list[str]) -> None:
    """Print pages and how they should read: ``evening_pages.py hard 0 3``."""
    kind = arguments[0] if arguments else "hard"
    first, last = (int(word) for word in (*arguments[1:], "0", "2")[:2])
    for seed in range(first, last):
        made = page(kind, seed)
        print(f"##### {made.name}\n{made.raw}\n----- reads")
        for place, block in enumerate(made.blocks):
            mark = next((f" <{a}>" for a, p in made.sections.items() if p == place), "")
            print(f"{block.article:3d} {block.kind:9s}{mark} {block.text!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
