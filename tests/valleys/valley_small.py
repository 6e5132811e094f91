"""Small forms: briefs, lists, tables, adverts, notices, verse, pictures, and furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valleys.valley_copy import Story
from valleys.valley_grammar import bind, expand, furniture, news, small, words
from valleys.valley_heads import Elem, byline, title

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_house import House


def brief(house: House, rng: Random, *, inline: bool = False, bare: bool = False) -> Story:
    """Write a brief: headline and one paragraph, at times on one line."""
    rules = small("brief2" if house.old else "brief")
    name, _, body = house.fresh(rules["pair"], rng).partition("‖")
    facts = {
        key: expand("{" + key + "}", rng) for key in ("county", "town", "village", "city", "person")
    }
    facts |= {"pa": expand("{pa}", rng), "pb": expand("{pb}", rng), "n": str(rng.randint(3, 40))}
    text = expand(body, rng, facts)
    if rng.random() < house.outlet * 0.7:
        text = (
            expand(
                rng.choice(("{outlet}　", "{outlet} ", "{outlet}（{reporter}） ", "●", "▲")), rng
            )
            + text
        )
    if "tail" in rules and rng.random() < 0.3:
        text += expand(rng.choice(rules["tail"]), rng)
    para = Elem("para", house.ink(text))
    if bare:
        return Story([para], "brief")
    name = house.ink(expand(name, rng, facts))
    para.tied = inline
    head = Elem("title", name, [("", name)]) if inline else title("title", name, house, rng)
    return Story([head, para], "brief")


def roll(house: House, rng: Random) -> Story:
    """Write a list of names or a table, its items apart or running on."""
    kind = "table" if house.old or rng.random() < 0.5 else "list"
    rules = small(kind)
    name, _, phrase = house.fresh(rules["pair"], rng).partition("‖")
    elems = [title("title", expand(name, rng), house, rng)]
    if "intro" in rules and rng.random() < 0.5:
        elems.append(Elem("para", house.ink(expand(rng.choice(rules["intro"]), rng))))
    count = rng.randint(3, 24)
    items = [house.ink(expand(phrase, rng, {"i": str(at + 1)})) for at in range(count)]
    if rng.random() < 0.25:
        items = [rng.choice(("　", " ", "　　")).join(items)]
    return Story(elems + [Elem("para", item) for item in items], "list")


def advert(house: House, rng: Random) -> Story:
    """Write an advert or a notice."""
    if not house.old and rng.random() < 0.1:
        rules = small("obituary")
        facts = {"person": expand("{person}", rng)}
        name, bodies = rng.choice(rules["title"]), rules["body"][: rng.choice((1, 2))]
    else:
        facts = {}
        name, _, body = house.fresh(
            small("advert2" if house.old else "advert")["pair"], rng
        ).partition("‖")
        bodies = [body] * (
            rng.choice((1, 1, 2, 3, 5)) if name in ("遗失声明", "法院公告", "招租") else 1
        )
    elems = [Elem("para", house.ink(expand(body, rng, facts))) for body in bodies]
    if rng.random() < 0.85:
        elems.insert(0, title("title", expand(name, rng, facts), house, rng))
    if rng.random() < 0.2:
        elems.append(Elem("para", house.ink(expand("{city}{pa}{pb}{有限公司|供电公司|商店}", rng))))
        if rng.random() < 0.6:
            date = expand("{#1988-2019}年{#1-12}月{#1-28}日", rng)
            elems.append(Elem("para", house.ink(date)))
    return Story(elems, "advert")


def verse(house: House, rng: Random) -> Story:
    """Write a poem: its stanzas are blocks of lines."""
    rules = small("verse")
    form = rng.choice(("five", "seven", "free"))
    store = rules[form][0].split("|")
    elems = [title("title", expand(house.fresh(rules["title"], rng), rng), house, rng)]
    if rng.random() < 0.8:
        name = byline(house, rng) if rng.random() < 0.3 else None
        text = house.ink(
            expand(rng.choice(("{person}", "□{person}", "○{person}", "{surname}　{g2}")), rng)
        )
        elems.append(name or Elem("byline", text, [("", text)], rng.random() < 0.2))
    for _ in range(rng.randint(1, 4) if form == "free" else rng.choice((1, 1, 2))):
        drawn = rng.sample(store, 4 if form != "free" else rng.randint(3, 6))
        if form == "free":
            texts = drawn
        elif rng.random() < 0.5:
            texts = [drawn[0] + "，" + drawn[1] + "。", drawn[2] + "，" + drawn[3] + "。"]
        else:
            texts = [line + "，。，。"[at] for at, line in enumerate(drawn)]
        lines = [("\n" if at else "", house.ink(line)) for at, line in enumerate(texts)]
        elems.append(Elem("verse", "".join(glue + line for glue, line in lines), lines))
    return Story(elems, "verse")


def picture(house: House, rng: Random) -> Story:
    """Write a picture with its words: an article of a caption."""
    rules = small("caption")
    elems = []
    if rng.random() < 0.6:
        elems.append(title("title", expand(rng.choice(rules["nhead"]), rng), house, rng))
    elems.append(Elem("caption", house.ink(expand(rng.choice(rules["news"]), rng))))
    return Story(elems, "picture")


def letters(house: House, rng: Random) -> Story:
    """Write questions and answers, each a paragraph of its own."""
    rules = rng.choice([rules for rules in news(old=house.old) if "soft" not in rules])
    facts = bind(rules, rng)
    marks = rng.choice(
        (("问：", "答："), ("记者：", facts["w"] + "："), ("【问】", "【答】"), ("Q:", "A:"))
    )
    asks = words()["ask"]
    elems = [title("title", expand(house.fresh(rules["title"], rng), rng, facts), house, rng)]
    for ask in rng.sample(asks, rng.randint(2, 4)):
        elems.append(Elem("para", house.ink(marks[0] + expand(ask, rng, facts))))
        elems.append(
            Elem("para", house.ink(marks[1] + expand(rng.choice(rules["para"]), rng, facts)))
        )
    return Story(elems, "letters")


def label(house: House, rng: Random) -> Elem:
    """Write a section label."""
    name = rng.choice(furniture()["oldlabel" if house.old else "label"])
    text = house.ink(expand(house.label_wrap, rng, {"x": name}))
    return Elem("section", text, [("", text)])


def furn(house: House, rng: Random, key: str) -> Elem:
    """Write a piece of furniture."""
    if key == "qr" and int(house.facts["year"]) < 2012:
        key = "foot"
    text = house.furn(
        "oldmast" if house.old and key in ("mast", "foot", "editor", "qr") else key, rng
    )
    return Elem("furniture", text, [("", text)])


def guide(house: House, rng: Random) -> list[Elem]:
    """Write a box of contents: each line is a piece of furniture."""
    found = [furn(house, rng, "guide")]
    for _ in range(rng.randint(2, 6)):
        facts = {"w": expand("{person}", rng)}
        text = house.ink(expand(house.fresh(small("guide")["line"], rng), rng, facts))
        found.append(Elem("furniture", text, [("", text)]))
    return found
