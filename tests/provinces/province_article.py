"""Makes an article from a template: its headlines, bylines and body, before they are set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from provinces.province_texts import Template, fitting

if TYPE_CHECKING:
    from random import Random

    from provinces.province_house import House
    from provinces.province_speak import Talk

SIGNS = str.maketrans("0123456789", "〇一二三四五六七八九")
SEAMS = (
    ("。，", "。"),
    ("，，", "，"),
    ("，。", "。"),
    ("；。", "。"),
    ("“”", ""),
    ("。。", "。"),
)
SHAPES = {
    "T": 36,
    "KT": 20,
    "TS": 20,
    "MT": 20,
    "mT": 8,
    "KTS": 5,
    "MTS": 4,
    "KMT": 3,
    "mTS": 2,
    "TSS": 2,
}
KINDS = {"K": "kicker", "M": "title", "m": "kicker", "S": "subtitle"}


class Part(NamedTuple):
    """A block to be; ``amid`` tells a caption amid a paragraph, ``tail`` a signature."""

    kind: str
    text: str
    amid: bool = False
    tail: bool = False


@dataclass(slots=True)
class Article:
    """An article before it is set."""

    heads: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    label: str = ""
    template: str = ""


def compose(talk: Talk, template: Template, house: House, *, bare: bool = False) -> Article:
    """Make an article; a `bare` one has no headline."""
    rng = talk.rng
    made = Article(template=template.name)
    body = _body(talk, template)
    if not bare:
        made.heads = _heads(talk, template)
    _sign(talk, template, house, made, body)
    _notes(talk, template, body)
    _captions(talk, template, body)
    made.body = body
    if house.signs:
        made.heads = [part._replace(text=part.text.translate(SIGNS)) for part in made.heads]
        made.body = [part._replace(text=part.text.translate(SIGNS)) for part in made.body]
    if made.heads and template.byline in ("news", "author", "letter") and rng.random() < 0.12:
        made.label = house.label(talk.say("{*column}"))
    return made


def _body(talk: Talk, template: Template) -> list[Part]:
    """Say the paragraphs, rows and stanzas; put subheads where the template has a place."""
    rng = talk.rng
    made: list[Part] = []
    for number in template.numbers:
        talk.say(number)
    heads = [talk.say(head) for head in template.heads.get("H", [])]
    numbered = template.desks == "t"
    mould = rng.choice(("{}", "{}", "{}", "●{}", "■ {}", "◆{}", "一、{}", "（一）{}"))
    shown = numbered or rng.random() < 0.7
    mould = "{}" if numbered else mould
    at = 0
    for mark, text in template.body:
        if mark == "#":
            if shown and at < len(heads):
                number = "一二三四五六七"[at]
                made.append(Part("subhead", mould.replace("一", number).replace("{}", heads[at])))
            at += 1
        elif mark == "-?" and rng.random() < 0.35:
            continue
        elif mark.startswith("R"):
            made.extend(_rows(talk, mark, text))
        elif mark == "V":
            if rng.random() < 0.8 or not made:
                made.append(Part("verse", "\n".join(talk.say(text).split("/"))))
        else:
            made.append(Part("para", _clean(talk.say(text)), tail=mark == "L"))
    if template.byline == "news" and talk.era != "R":
        made = _filled(talk, made)
    return _merged(made, rng) if template.byline in ("news", "author", "agency") else made


def _clean(text: str) -> str:
    """Mend the seams between sentences that were chosen one by one."""
    for wrong, right in SEAMS:
        text = text.replace(wrong, right)
    return text[:-1] + "。" if text[-1] in "，；" else text


def _merged(parts: list[Part], rng: Random) -> list[Part]:
    """Put some paragraphs together, as writers of long paragraphs do."""
    chance = rng.choice((0.0, 0.2, 0.4, 0.6, 0.9))
    made: list[Part] = []
    for part in parts:
        last = made[-1] if made else None
        fits = last and last.kind == part.kind == "para" and part.text[0] not in "“（一二三第"
        if last and fits and len(last.text) < 330 and rng.random() < chance:
            made[-1] = last._replace(text=last.text + part.text)
        else:
            made.append(part)
    return made


def _rows(talk: Talk, mark: str, text: str) -> list[Part]:
    """Say the rows of a list, each drawn anew."""
    most = int(mark[2:]) if "*" in mark else 1
    count = talk.rng.randint(max(1, most // 2), most)
    return [Part("para", talk.say(text)) for _ in range(count)]


def lengthened(talk: Talk, made: Article, house: House, desk: str) -> None:
    """Make a long article of a short one: more paragraphs of its field, under subheads or not."""
    rng = talk.rng
    under = rng.random() < 0.6
    mould = rng.choice(("{}", "{}", "■{}", "一、{}", "●　{}", "（一）{}"))
    plain = [
        one
        for one in fitting(talk.era, desk)
        if one.byline in ("news", "author")
        and one.name not in ("serial", made.template)
        and all(mark in ("-", "-?", "#") for mark, _ in one.body)
    ]
    used: set[str] = set()
    for template in rng.sample(plain, min(len(plain), rng.randint(2, 4))):
        more = [part for part in _body(talk, template)[1:] if part.kind == "para"]
        said = talk.say("{*subhead}")
        if under and more and said not in used:
            text = mould.replace("一", "一二三四五"[len(used)]).replace("{}", said)
            used.add(said)
            more.insert(0, Part("subhead", text))
        if house.signs:
            more = [part._replace(text=part.text.translate(SIGNS)) for part in more]
        made.body.extend(more)


def _heads(talk: Talk, template: Template) -> list[Part]:
    """Compose the headlines: their shape, and the words of each."""
    given = template.heads
    fits = {
        shape: weight
        for shape, weight in SHAPES.items()
        if all(given.get(mark.upper()) for mark in shape)
    }
    if not fits:
        return []
    shape = talk.rng.choices(list(fits), list(fits.values()))[0]
    heads: list[Part] = []
    for mark in shape:
        kind = KINDS.get(mark, "title")
        if mark == "T" and "M" in shape:
            kind = "subtitle"
        text = talk.say(talk.rng.choice(given[mark.upper()]))
        if mark == "T" and _may_grow(talk, template, text):
            text += " " + talk.say("{*headtail}")
        if all(text != head.text for head in heads):
            heads.append(Part(kind, text))
    return heads


def _may_grow(talk: Talk, template: Template, text: str) -> bool:
    """Tell whether a title gets a second half, set off by a space."""
    plain = template.byline in ("news", "brief") and talk.era != "R" and len(text) < 15
    return plain and " " not in text and text[-1] not in "？！" and talk.rng.random() < 0.16


def _filled(talk: Talk, parts: list[Part]) -> list[Part]:
    """Add sentences that fit anywhere to some paragraphs, as padded reports do."""
    rng = talk.rng
    chance = rng.choice((0.0, 0.1, 0.3, 0.5))
    made: list[Part] = []
    for part in parts:
        if part.kind == "para" and part.text[-1] == "。" and rng.random() < chance:
            more = "{*filler}{*filler}" if rng.random() < 0.3 else "{*filler}"
            made.append(part._replace(text=part.text + _clean(talk.say(more))))
        else:
            made.append(part)
    return made


def _sign(talk: Talk, template: Template, house: House, made: Article, body: list[Part]) -> None:
    """Say who wrote it: in the first paragraph, above the body, or at the end."""
    rng = talk.rng
    kind = template.byline
    if kind == "agency" and body:
        where = talk.say(template.heads["@"][0])
        body[0] = body[0]._replace(text=_agency(talk, where) + body[0].text)
        if talk.era != "R" and rng.random() < 0.12:
            body.append(
                Part("byline", talk.say(rng.choice(("（记者{*person}）", "（{*person}）"))))
            )
    elif kind == "author":
        given = template.heads.get("A") or ["{person}", "{*person}"]
        line = Part("byline", talk.say(rng.choice(given)))
        roll = rng.random()
        if roll < 0.75:
            made.heads.append(line)
        elif roll < 0.85:
            body.append(Part("byline", f"（{line.text.lstrip('□○■ ')}）"))
    elif kind == "news" and talk.era != "R":
        _news(talk, house, made, body)
    elif kind in ("news", "brief") and body and rng.random() < 0.5:
        local = (
            ("本報訊　", "〔本報訊〕", "【本市訊】", "本埠消息：", "△") if talk.era == "R" else ()
        )
        known = local or ("本报讯 ", "本报讯（记者 {*person}）", "▲", "●")
        body[0] = body[0]._replace(text=talk.say(rng.choice(known)) + body[0].text)


def _agency(talk: Talk, where: str) -> str:
    """Say the line of a news agency."""
    if talk.era == "R":
        return talk.rng.choice(("", f"【中央社{where}電】", f"〔{where}專電〕"))
    day = talk.say("{1-12}月{1-28}日")
    known = [f"新华社{where}{day}电　", f"新华社{where}{day}电 ", f"据新华社{where}{day}电 "]
    if talk.era != "O":
        names = talk.say("{*person}")
        known += [f"新华社{where}{day}电（记者{names}）", f"本报{where}{day}电 记者{names}报道："]
        known += (
            [f"（新华社{where}{day}电）"]
            if talk.era == "F"
            else [f"据新华社电（记者{names}）", "据新华社电 "]
        )
    else:
        known += [f"【新华社{where}{talk.say('{1-28}')}日电】", f"〔新华社{where}{day}电〕"]
    return talk.rng.choice(known)


def _news(talk: Talk, house: House, made: Article, body: list[Part]) -> None:
    """Sign a local story in the manner of the paper, or now and then in another."""
    rng = talk.rng
    one, two = talk.say("{rep}"), talk.say("{*person}")
    style = house.byline if rng.random() < 0.75 else rng.choice(("lead", "own", "end", ""))
    if style == "lead":
        known = house.leads if rng.random() < 0.8 else ("本报讯 ", f"本报讯（记者 {one}）")
        text = rng.choice(known).replace("X", one).replace("Y", two)
        body[0] = body[0]._replace(text=text + body[0].text)
    elif style == "own":
        text = rng.choice(house.owns).replace("X", one).replace("Y", two)
        made.heads.append(Part("byline", text))
    elif style == "end":
        text = rng.choice(house.ends).replace("X", one).replace("Y", two)
        if rng.random() < 0.7:
            body.append(Part("byline", text))
        elif body[-1].kind == "para":
            body[-1] = body[-1]._replace(text=body[-1].text + text)


def _notes(talk: Talk, template: Template, body: list[Part]) -> None:
    """Add what the editors say before or behind an article."""
    rng = talk.rng
    note = template.heads.get("N")
    if note and rng.random() < 0.6:
        body.append(Part("para", talk.say(note[0])))
    elif template.byline in ("news", "author") and talk.era in "FN" and rng.random() < 0.05:
        mark = rng.choice(("编者按：", "编者按 ", "【编者按】", "编者的话："))
        body.insert(0, Part("para", mark + talk.say("{*note}")))


def _captions(talk: Talk, template: Template, body: list[Part]) -> None:
    """Put captions at the head, at the end, or amid a paragraph."""
    rng = talk.rng
    given = template.heads.get("C", [])
    if template.byline == "photo":
        body[:] = [Part("caption", talk.say(rng.choice(given)))]
        if rng.random() < 0.25:
            body.append(Part("caption", talk.say(rng.choice(given))))
        return
    if talk.era == "R" or not given or rng.random() < 0.45:
        return
    caption = Part("caption", talk.say(rng.choice(given)))
    roll = rng.random()
    if roll < 0.3:
        body.insert(0, caption)
    elif roll < 0.6:
        body.append(caption)
    else:
        place = rng.randint(1, len(body))
        body.insert(place, caption._replace(amid=rng.random() < 0.7))
