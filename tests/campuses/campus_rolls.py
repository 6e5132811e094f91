"""Articles in forms of their own: rolls, tables, verse, notices, quizzes, letters, photographs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campuses.campus_stories import NUMBERS, Bit, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from campuses.campus_house import House


def _story(house: House, title: str, label: str = "") -> Story:
    story = Story([Bit("title", house.speech.say(title))])
    if label and house.rng.random() < 0.3:
        story.label = label
    return story


def _names(house: House, count: int, gap: str) -> str:
    names = []
    for _ in range(count):
        name = house.speech.say("name")
        wide = len(name) == 2 and gap in (" ", "　") and house.rng.random() < 0.7
        names.append("　".join(name) if wide else name)
    return gap.join(names)


def roll(house: House) -> Story:
    """A roll of honour: units and names."""
    rng, speech = house.rng, house.speech
    story = _story(house, "roll_title", "光荣榜")
    if rng.random() < 0.6:
        story.add("para", speech.say("roll_lead"))
    manner, gap = rng.choice(("colon", "subhead", "plain")), rng.choice(("、", " ", "　", "  "))
    for _ in range(rng.randint(2, 8)):
        unit = speech.say("dept")
        names = _names(house, rng.choice((1, 2, 3, 5, 8, 13, 24)), gap)
        if manner == "colon":
            story.add("para", f"{unit}：{names}")
        elif manner == "subhead":
            story.add("subhead", f"{unit}（{len(names.split(gap))}人）" if gap != "　" else unit)
            story.add("para", names)
        else:
            story.add("para", f"{unit}　{names}")
    return story


def scores(house: House) -> Story:
    """Results of matches, a line each."""
    rng, speech = house.rng, house.speech
    story = _story(house, "scores_title", "赛场快讯")
    if rng.random() < 0.5:
        story.add("para", speech.say("scores_lead"))
    kind = rng.randrange(3)
    for rank in range(rng.randint(4, 11)):
        first, second = speech.say("team"), speech.say("team")
        if kind == 0:
            mark = rng.choice(("：", ":", "比"))
            story.add("para", f"{first} {rng.randint(0, 90)}{mark}{rng.randint(0, 90)} {second}")
        elif kind == 1:
            story.add(
                "para", f"第{NUMBERS[rank % 9]}名 {first} {speech.say('name')} {speech.say('mark')}"
            )
        else:
            story.add(
                "para",
                f"{speech.say('event')}：{speech.say('name')}（{first}） {speech.say('mark')}",
            )
    return story


def figures(house: House) -> Story:
    """A table of numbers: output, marks, prices, attendances."""
    rng, speech = house.rng, house.speech
    story = _story(house, "figures_title", "数字之窗")
    columns = rng.randint(2, 4)
    head = list(dict.fromkeys(speech.say("figures_head") for _ in range(columns)))
    columns = len(head)
    ends = [rng.choice(("", "", ".5", "%")) for _ in head]
    story.add("para", " ".join([rng.choice(("单位", "名称", "项目")), *head]))
    for _ in range(rng.randint(4, 10)):
        cells = [f"{rng.randint(1, 99 if end == '%' else 999)}{end}" for end in ends]
        story.add("para", " ".join([speech.say("dept"), *cells]))
    if rng.random() < 0.4:
        story.add("para", speech.say("figures_note"))
    return story


def verse(house: House) -> Story:
    """A poem by a reader."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = _story(house, "verse_title", speech.say("arts_label"))
    manner = rng.choices(("free", "seven", "five", "song"), (45, 25, 12, 18))[0]
    sizes = {
        "free": (2, 5, 3, 6),
        "seven": (1, 2, 4, 4),
        "five": (1, 2, 4, 4),
        "song": (1, 4, 4, 4),
    }
    low, high, least, most = sizes[manner]
    for _ in range(rng.randint(low, high)):
        lines = [speech.say(f"verse_{manner}") for _ in range(rng.randint(least, most))]
        if manner != "free":
            lines = [said + "，。"[at % 2] for at, said in enumerate(lines)]
        story.add("verse", "\n".join(lines))
    if rng.random() < 0.8:
        name = speech.say("penname")
        if rng.random() < 0.7:
            story.heads.append(Bit("byline", name))
        else:
            story.signed = name
    return story


def maxims(house: House) -> Story:
    """Couplets, slogans or sayings, a line each."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    kind = rng.choice(("couplet", "slogan", "saying"))
    story = _story(house, f"{kind}_title", speech.say("arts_label"))
    numbered = rng.random() < 0.5
    for number in range(rng.randint(3, 8)):
        said = speech.say(kind)
        if kind == "couplet":
            story.add("verse", "\n".join(said.split("/")))
        elif kind == "slogan" and numbered:
            story.add("para", f"{number + 1}．{said}！")
        else:
            story.add("para", said + ("！" if kind == "slogan" else "。"))
    return story


def notice(house: House) -> Story:
    """A notice or an advertisement with words of its own."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = _story(house, "notice_title", "启事")
    for _ in range(rng.choice((1, 1, 2, 3))):
        story.add("para", "".join(speech.say("notice") for _ in range(rng.choice((1, 1, 2, 3)))))
    if rng.random() < 0.5:
        story.add("para", speech.say("contact"))
    if rng.random() < 0.6:
        story.add("para", speech.say("office"))
        if rng.random() < 0.6:
            story.add("para", speech.fill("{year}年{month}月{day}日"))
    if rng.random() < 0.12:
        story.heads = []
    return story


def quiz(house: House) -> Story:
    """Riddles or questions with a prize."""
    rng, speech = house.rng, house.speech
    story = _story(house, "quiz_title", "智力园地")
    if rng.random() < 0.4:
        story.add("para", speech.say("quiz_lead"))
    form = rng.choice(("{}．{}", "{}、{}", "（{}）{}", "{} {}"))
    rule = rng.choice(("quiz", "riddle"))
    for number in range(1, rng.randint(4, 11)):
        story.add("para", form.format(number, speech.say(rule)))
    if rng.random() < 0.5:
        story.add("para", speech.say("quiz_end"))
    return story


def letter(house: House) -> Story:
    """A reader's letter, with or without the editor's answer."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = _story(
        house, "letter_title", rng.choice(("读者来信", "来信照登", "群众呼声", "编读往来"))
    )
    story.add("para", rng.choice(("编辑同志：", "编辑部：", "编辑老师：", "亲爱的编辑：")))
    for number in range(rng.randint(1, 4)):
        opening = "" if number else speech.say("letter_open")
        rest = "".join(speech.say("letter") for _ in range(rng.randint(1, 4)))
        story.add("para", opening + rest)
    if rng.random() < 0.5:
        story.add("para", "此致")
        story.add("para", "敬礼！")
    story.signed = speech.say("endname")
    if rng.random() < 0.4:
        story.add("para", speech.say("answer_mark") + speech.say("answer") + speech.say("answer"))
        story.signed = ""
    return story


def talk(house: House) -> Story:
    """An interview in questions and answers."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = _story(house, "talk_title", rng.choice(("人物专访", "面对面", "校园访谈", "热点问答")))
    if rng.random() < 0.3:
        story.heads.append(Bit("subtitle", speech.say("talk_sub")))
    if rng.random() < 0.6:
        story.heads.append(Bit("byline", speech.say("byline")))
    story.add("para", speech.say("talk_lead"))
    ask, reply = rng.choice(
        (("问：", "答："), ("记者：", "{}："), ("Q：", "A："), ("■", "□"), ("●记者：", "○{}："))
    )
    reply = reply.format(rng.choice((speech.fill("{name!}"), speech.fill("{name!}")[0] + "老师")))
    for _ in range(rng.randint(2, 8)):
        story.add("para", ask + speech.say("ask"))
        story.add("para", reply + "".join(speech.say("reply") for _ in range(rng.randint(1, 4))))
    return story


def photo(house: House) -> Story:
    """A photograph with its caption, with or without a title."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = _story(house, "photo_title") if rng.random() < 0.45 else Story()
    story.add("caption", speech.say("caption_long" if rng.random() < 0.6 else "caption"))
    return story


def pictured(house: House, story: Story) -> None:
    """Print a photograph's caption among the paragraphs of an article."""
    rule = "caption_long" if house.rng.random() < 0.35 else "caption"
    caption = Bit("caption", house.speech.say(rule))
    story.body.insert(
        house.rng.choice((0, len(story.body), house.rng.randint(0, len(story.body)))), caption
    )


def brief(house: House) -> Story:
    """A piece of one paragraph without a title."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    mark = rng.choice(("▲", "△", "●", "■", "◆", "★", "", "", "※ "))
    story = Story()
    said = "".join(speech.say("brief") for _ in range(rng.choice((1, 1, 2))))
    if rng.random() < 0.25:
        said += f"（{speech.say('endname').strip('（）')}）"
    story.add("para", mark + said)
    return story


def titled_brief(house: House) -> Story:
    """A piece of one paragraph with a short title."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    title, said = speech.say("pair").split("/")
    story = Story([Bit("title", title)])
    story.add("para", said + speech.say("filler") * (rng.random() < 0.25))
    if rng.random() < 0.3:
        story.signed = speech.say("endname")
    return story


def weather(house: House) -> Story:
    """The weather of the coming days."""
    story = _story(house, "weather_title", "服务台")
    whole = house.rng.random() < 0.5
    said = [house.speech.say("weather") for _ in range(house.rng.randint(2, 4))]
    for para in ["".join(said)] if whole else said:
        story.add("para", para)
    return story


def prices(house: House) -> Story:
    """What things cost, a line each."""
    story = _story(house, "price_title", "服务台")
    for _ in range(house.rng.randint(4, 10)):
        story.add("para", house.speech.say("price"))
    return story


def tips(house: House) -> Story:
    """Advice in points: health, study, farming, machines."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = _story(
        house,
        "tips_title",
        rng.choice(("生活小常识", "健康之友", "小知识", "科学生活", "卫生园地")),
    )
    if rng.random() < 0.6:
        story.add("para", speech.say("tips_lead"))
    manner = rng.choice(("subhead", "number", "word"))
    for number in range(rng.randint(2, 7)):
        said = "".join(speech.say("tip") for _ in range(rng.choice((1, 2, 2, 3))))
        if manner == "subhead":
            story.add("subhead", house.subhead.format(NUMBERS[number], speech.say("tip_head")))
            story.add("para", said)
        elif manner == "number":
            story.add("para", f"{NUMBERS[number]}、{said}")
        else:
            story.add(
                "para",
                f"{('首先', '其次', '第三', '第四', '还有', '另外', '最后')[number]}，{said}",
            )
    return story


def timetable(house: House) -> Story:
    """What is on, when and where."""
    rng, speech = house.rng, house.speech
    story = _story(house, "timetable_title", "活动预告")
    for day in sorted(rng.sample(range(1, 29), rng.randint(3, 7))):
        gap = rng.choice((" ", "　", "："))
        story.add(
            "para", f"{day}日{rng.choice(('上午', '下午', '晚', ''))}{gap}{speech.say('programme')}"
        )
    return story


def dead(house: House) -> Story:
    """An obituary."""
    rng, speech = house.rng, house.speech
    speech.fresh()
    story = Story([Bit("title", speech.say("dead_title"))])
    story.add("para", speech.say("dead_lead"))
    for _ in range(rng.randint(1, 3)):
        story.add("para", "".join(speech.say("dead") for _ in range(rng.randint(1, 4))))
    if rng.random() < 0.6:
        story.add("para", speech.say("dead_end"))
    return story


def joke(house: House) -> Story:
    """A small joke."""
    speech = house.speech
    speech.fresh()
    story = _story(house, "joke_title", "开心一刻")
    for said in speech.say("joke").split("/"):
        story.add("para", said)
    return story


def mend(house: House) -> Story:
    """A correction of the last issue."""
    speech = house.speech
    speech.fresh()
    story = Story([Bit("title", house.rng.choice(("更正", "来函照登", "更 正", "说明", "致读者")))])
    story.add("para", speech.say("mend"))
    return story


FORMS: dict[str, Callable[[House], Story]] = {
    "roll": roll, "scores": scores, "figures": figures, "verse": verse, "maxims": maxims,
    "notice": notice, "quiz": quiz, "letter": letter, "talk": talk, "photo": photo,
    "brief": brief, "titled_brief": titled_brief, "tips": tips, "timetable": timetable,
    "weather": weather, "prices": prices, "dead": dead, "joke": joke, "mend": mend,
}  # fmt: skip
