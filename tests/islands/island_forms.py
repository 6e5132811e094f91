"""What is no plain news: briefs, letters, lists, verse, notices, adverts, and furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from islands.island_house import pick
from islands.island_stories import Part, Story
from islands.island_words import rules, spelled

if TYPE_CHECKING:
    from islands.island_stories import Writer


def _paras(texts: list[str]) -> list[Part]:
    return [Part("para", [text]) for text in texts]


def brief(write: Writer) -> Story:
    """Write an item of a column of briefs, with a small title or none."""
    tell = write.teller()
    text = tell.draw("brief")
    if write.rng.random() < 0.4:
        text += tell.draw("brief") if write.rng.random() < 0.3 else ""
    mark = write.rng.choice(("▲", "●", "", "", "△", "◆"))
    heads = [Part("title", [tell.draw("brieftitle")])] if write.rng.random() < 0.55 else []
    return Story(heads, _paras([text if heads else mark + text]), sort="brief")


def bunch(write: Writer) -> Story:
    """Write several briefs under one title."""
    tell = write.teller()
    mark = write.rng.choice(("▲", "●", "△", "■", ""))
    rows = [mark + write.teller().draw("brief") for _ in range(write.rng.randint(3, 8))]
    title = write.rng.choice(("简讯", "各地点滴", "一周简报", "一句话新闻"))
    return Story([Part("title", [title])], _paras(rows), sort="bunch") if tell else Story()


def photo(write: Writer) -> Story:
    """Write a picture with its caption; mostly with a title."""
    tell = write.teller()
    text = tell.draw("caption")
    if write.rng.random() < 0.7:
        text += tell.draw("credit")
    heads = [Part("title", [tell.draw("phototitle")])] if write.rng.random() < 0.6 else []
    return Story(heads, [Part("caption", [text])], sort="photo")


def letter(write: Writer) -> Story:
    """Write a letter to the editor, signed."""
    tell = write.teller()
    rows = [tell.draw("lettero"), tell.draw("letterl")]
    rows += [tell.draw("letterb") for _ in range(write.rng.randint(1, 3))]
    rows = [row for row in rows if row]
    name = tell.draw("person")
    rows.append(
        write.rng.choice((name, f"读者　{name}", f"{tell.draw('factory')}　{name}", f"（{name}）"))
    )
    if write.rng.random() < 0.3:
        rows.append(tell.draw("reply"))
    return Story([Part("title", [tell.draw("letterh")])], _paras(rows), sort="letter")


def questions(write: Writer) -> Story:
    """Write questions and answers."""
    tell = write.teller()
    ask, answer = write.rng.choice(
        (("问：", "答："), ("记者：", f"{tell.say('{surname1}')}主任："), ("■", "□"))
    )
    rows: list[str] = []
    for _ in range(write.rng.randint(2, 6)):
        rows.append(ask + tell.draw("qaq"))
        rows.append(answer + "".join(tell.draw("qaa") for _ in range(write.rng.randint(1, 2))))
    return Story([Part("title", [tell.draw("qatitle")])], _paras(rows), sort="qa")


def verse(write: Writer) -> Story:
    """Write a poem: regular couplets or free lines; stanzas are blocks."""
    tell = write.teller()
    rule = write.rng.choice(("verse7", "versefree"))
    stanzas: list[Part] = []
    for _ in range(1 if rule == "verse7" else write.rng.randint(1, 4)):
        many = write.rng.choice((4, 4, 8)) if rule == "verse7" else write.rng.randint(3, 7)
        lines: list[str] = []
        while len(lines) < many:
            line = tell.draw(rule)
            if line not in lines:
                lines.append(line)
        if rule == "verse7":
            lines = [line + ("，" if at % 2 == 0 else "。") for at, line in enumerate(lines)]
        elif write.rng.random() < 0.5:
            lines[-1] += "。"
        stanzas.append(Part("verse", lines))
    heads = [Part("title", [tell.draw("versetitle")])]
    if write.rng.random() < 0.8:
        heads.append(Part("byline", [tell.draw("person")]))
    return Story(heads, stanzas, sort="verse")


def names(write: Writer) -> Story:
    """Write a list of names."""
    tell = write.teller()
    rows: list[str] = []
    for _ in range(write.rng.randint(3, 9)):
        lead = write.rng.choice(("", f"{tell.draw('school')}：", f"{tell.draw('town')}　"))
        rows.append(
            lead
            + write.rng.choice("　 、").join(
                tell.draw("person") for _ in range(write.rng.randint(2, 9))
            )
        )
    return Story([Part("title", [tell.draw("listhead")])], _paras(rows), sort="list")


def table(write: Writer) -> Story:
    """Write a table: weather of towns, prices, results, programmes."""
    tell = write.teller()
    titles = {
        "rowcity": "城市天气预报", "rowgoods": "今日市场价格", "rowsport": "昨日赛果",
        "rowfilm": "影视预告", "rowrate": "服务台",
    }  # fmt: skip
    rule = write.rng.choice(list(titles))
    rows = [tell.draw(rule, plain=True) for _ in range(write.rng.randint(4, 12))]
    return Story([Part("title", [titles[rule]])], _paras(rows), sort="list")


def weather(write: Writer) -> Story:
    """Write the forecast."""
    tell = write.teller()
    rows = [tell.draw("weather", plain=True) for _ in range(write.rng.randint(1, 3))]
    return Story(
        [Part("title", [write.rng.choice(("天气预报", "今日天气", "天气"))])],
        _paras(rows),
        sort="list",
    )


def notice(write: Writer) -> Story:
    """Write a notice, with its small title or without."""
    tell = write.teller()
    rows = [tell.draw("notice")]
    if write.rng.random() < 0.5:
        rows.append(
            write.rng.choice((tell.draw("company"), tell.draw("office"), tell.draw("date")))
        )
    heads = [Part("title", [tell.draw("noticetitle")])] if write.rng.random() < 0.75 else []
    return Story(heads, _paras(rows), sort="ad")


def advert(write: Writer) -> Story:
    """Write an advertisement."""
    tell = write.teller()
    rows = [tell.draw("advert") for _ in range(write.rng.randint(1, 2))]
    heads = [Part("title", [tell.draw("adverttitle")])] if write.rng.random() < 0.85 else []
    return Story(heads, _paras(rows), sort="ad")


def obituary(write: Writer) -> Story:
    """Write the news of a death."""
    tell = write.teller()
    rows = [tell.say(text) for text in rules()["obituary"]]
    return Story([Part("title", [tell.draw("obittitle")])], _paras(rows[: write.rng.randint(2, 4)]))


def statute(write: Writer) -> Story:
    """Write rules of an office, article by article."""
    tell, rng = write.teller(), write.rng
    rows = rng.sample(rules()["statute"], rng.randint(4, 8))
    said = [tell.say(row) for row in rows] + [tell.draw("statuteend")]
    count = rng.choice(("第{}条　", "第{}条 ", "{}、"))
    texts = [count.format(spelled(at + 1)) + text for at, text in enumerate(said)]
    return Story([Part("title", [tell.draw("statutetitle")])], _paras(texts))


def joke(write: Writer) -> Story:
    """Write a joke, or a saying in a box."""
    tell, rng = write.teller(), write.rng
    if rng.random() < 0.3:
        return Story([], _paras([tell.draw("saying")]), sort="box")
    rows = [tell.draw("joke") for _ in range(rng.randint(1, 2))]
    if rng.random() < 0.5:
        cut = [row.find("”") + 1 for row in rows]
        rows = [piece for row, at in zip(rows, cut, strict=True) for piece in (row[:at], row[at:])]
    return Story([Part("title", [tell.draw("joketitle")])], _paras([row for row in rows if row]))


FORMS = {
    brief: 4.0, bunch: 0.8, photo: 3.0, letter: 1.0, questions: 0.8, verse: 1.2, names: 0.4,
    table: 0.5, weather: 0.6, notice: 1.5, advert: 2.0, obituary: 0.3,
    statute: 0.5, joke: 0.7,
}  # fmt: skip


def page_stories(write: Writer) -> list[Story]:
    """Choose and write the articles of one page."""
    rng = write.rng
    sort = pick(rng, {"usual": 84, "briefs": 5, "lists": 2, "alone": 4, "arts": 5})
    if sort == "alone":
        return [write.story("long")]
    if sort == "briefs":
        return [
            brief(write) if rng.random() < 0.7 else write.story("brief")
            for _ in range(rng.randint(10, 24))
        ]
    if sort == "lists":
        makers = (names, table, weather, notice)
        return [rng.choice(makers)(write) for _ in range(rng.randint(4, 9))]
    many = (
        rng.choice((rng.randint(5, 12), rng.randint(8, 19)))
        if sort == "usual"
        else rng.randint(3, 8)
    )
    found = [write.story("long" if rng.random() < 0.6 else "middle")]
    for _ in range(many - 1):
        size = pick(rng, {"brief": 1.5, "short": 3.5, "middle": 4.5, "long": 1.7})
        found.append(write.story(size))
    for _ in range(pick(rng, {0: 3, 1: 3, 2: 2, 3: 1.5, 5: 1, 9: 0.6})):
        made = pick(rng, FORMS)(write)
        at = len(found) if made.sort == "ad" else rng.randint(1, len(found))
        while made.sort != "ad" and at > 1 and found[at - 1].sort == "ad":
            at -= 1
        found.insert(at, made)
    if sort == "arts":
        found.append(verse(write))
    return found


def labelled(write: Writer, stories: list[Story]) -> str:
    """Put articles under labels; give the label that heads the page, if there is one."""
    rng, tell = write.rng, write.teller()
    rule = {"o": "oldlabel", "n": "newlabel", "r": "rlabel"}[write.house.time]
    if rng.random() < 0.33 and len(stories) > 3:
        at, marks = (
            rng.randint(1, len(stories) - 1),
            rng.choice(("{}", "【{}】", "〖{}〗", "·{}·", "■{}", "[{}]")),
        )
        label = marks.format(tell.draw(rule))
        for story in stories[at : at + rng.randint(1, 5)]:
            if story.sort != "ad":
                story.label = label
    return tell.draw("pagelabel") if rng.random() < 0.18 else ""


def furniture(write: Writer) -> tuple[list[str], list[str]]:
    """Give what stands above and what stands below the articles."""
    rng, tell, house = write.rng, write.teller(), write.house
    top: list[str] = []
    if rng.random() < 0.75:
        paper, date, year = tell.draw("paper"), tell.draw("date"), tell.say("{year}")
        number, week = rng.randint(1, 16), rng.choice("一二三四五六日")
        day, page = f"{year}{date}", f"第{number}版"
        tops = (
            [paper],
            [day, f"第{rng.choice('二三四')}版"],
            [f"{paper}　{day}　星期{week}　{page}"],
            [f"{day} 星期{week}", paper, f"第{rng.randint(100, 9999)}号"],
            [f"A{number:02d}", day],
            [f"{number}"],
            [f"{number}版", paper],
            [f"星期{week}　{date}　{paper}"],
            [page],
        )
        top = list(rng.choice([one for one in tops if house.time == "n" or one[0][0] != "A"]))
    if rng.random() < 0.12:
        top.append(tell.draw("contact", plain=True))
    if rng.random() < 0.06:
        top += [
            "导读",
            *(f"{tell.draw('content')}　{rng.randint(2, 16)}版" for _ in range(rng.randint(2, 5))),
        ]
    low: list[str] = []
    odds = {"editor": 0.3, "contact": 0.12, "qr": 0.07, "slogan": 0.07, "adedge": 0.12}
    for rule, chance in odds.items():
        if rng.random() < chance and (rule != "qr" or house.time == "n"):
            low.append(tell.draw(rule, plain=rule == "contact"))
    if rng.random() < 0.12:
        low.append(f"{rng.choice(('·', '—', ''))}{rng.randint(1, 16)}{rng.choice(('·', '—', ''))}")
    return top, low
