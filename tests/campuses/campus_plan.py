"""The plan of a page: which articles stand on it, its furniture, and its oddities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campuses.campus_raw import Frame
from campuses.campus_rolls import FORMS, pictured
from campuses.campus_sheet import Composer
from campuses.campus_stories import Bit, Story, sort_for, tell

if TYPE_CHECKING:
    from campuses.campus_house import House
    from campuses.campus_raw import Line, Sheet

LISTS = ("roll", "scores", "figures", "timetable", "quiz", "maxims", "roll", "prices")
SMALL = (
    "photo", "photo", "tips", "joke", "notice", "verse", "letter", "mend", "quiz", "maxims",
    "dead", "titled_brief", "titled_brief", "weather", "prices", "roll", "scores", "talk",
    "figures", "timetable", "brief",
)  # fmt: skip


def stories(house: House) -> list[tuple[Story, bool]]:
    """Choose the articles of a page; the mark tells which stand under the last label."""
    rng = house.rng
    if house.menu == "long":
        return [(tell(house, sort_for(house, 0.5), "whole"), False)]
    if house.menu == "briefs":
        return _briefs(house)
    if house.menu == "lists":
        made = [FORMS[rng.choice(LISTS)](house) for _ in range(rng.randint(2, 5))]
        made.append(tell(house, sort_for(house, 0.1), "short"))
        rng.shuffle(made)
        return [(story, False) for story in made]
    if house.menu == "arts":
        made = [tell(house, sort_for(house, 0.95)) for _ in range(rng.randint(2, 5))]
        made += [FORMS["verse"](house) for _ in range(rng.randint(1, 2))]
        made += [FORMS[rng.choice(("maxims", "joke", "photo", "verse", "quiz"))](house)]
    elif house.menu == "letters":
        made = [FORMS["letter"](house) for _ in range(rng.randint(2, 4))]
        made += [FORMS[rng.choice(("talk", "tips", "notice", "mend"))](house) for _ in range(2)]
    else:
        made = [tell(house, sort_for(house, 0.12)) for _ in range(rng.randint(2, 8))]
        made += [FORMS[rng.choice(SMALL)](house) for _ in range(rng.randint(0, 5))]
    rng.shuffle(made)
    return [(story, False) for story in made]


def _briefs(house: House) -> list[tuple[Story, bool]]:
    rng = house.rng
    form = rng.choice(("brief", "titled_brief"))
    made = [(FORMS[form](house), True) for _ in range(rng.randint(4, 12))]
    made[0][0].label = house.speech.say("brief_label")
    others = [(tell(house, sort_for(house, 0.1), "short"), False) for _ in range(rng.randint(0, 3))]
    return others + made


def _spoil(house: House, made: list[tuple[Story, bool]]) -> None:
    """Take a headline away, begin in mid-sentence, break off."""
    rng, odd = house.rng, house.odd
    told = [story for story, _ in made if story.body and story.body[0].kind == "para"]
    if not told:
        return
    for story in told:
        if len(story.body) > 1 and story.heads and rng.random() < 0.09:
            pictured(house, story)
    if odd["untitled"]:
        rng.choice(told).heads = []
    if odd["midway"]:
        story = rng.choice(told)
        kind, text = story.body[0]
        if kind == "para" and len(text) > 30 and not story.label:
            story.body[0] = Bit(
                "para", text[rng.randint(8, len(text) // 2) :].lstrip("，。、；：？！”）　 ")
            )
            story.midway = True
            if rng.random() < 0.7:
                story.heads = []
    if odd["jump"]:
        story = rng.choice(told)
        bit = story.body[-1]
        if bit.kind == "para" and len(bit.text) > 24 and not story.signed:
            story.body[-1] = Bit("para", bit.text[: -rng.randint(4, 12)].rstrip("，。、；： 　（“"))
            story.jump = house.speech.say("jump")


def _top(house: House) -> list[str]:
    rng, say, fill = house.rng, house.speech.say, house.speech.fill
    date = fill("{year}年{month}月{day}日")
    week = rng.choice(("星期一", "星期三", "星期五", "星期六", ""))
    choices = [
        [fill("{paper}"), f"{date} {week}".strip(), fill("第{#12-1900}期")],
        [f"{say('part')} {say('pagehead')}", date],
        [fill(f"{{paper}}　{date}　{say('part')}")],
        [say("pagehead"), fill("{paper}"), say("part")],
        [say("part")],
        [f"{date} {week} {fill('第{#12-1900}期')} {say('editor')}"],
        [],
    ]
    return rng.choice(choices)


def _foot(house: House) -> list[str]:
    rng, say = house.rng, house.speech.say
    found = [
        say(rule)
        for rule, odd in (("editor", 0.35), ("imprint", 0.25), ("part", 0.2))
        if rng.random() < odd
    ]
    if house.era == "new" and house.speech.page["year"] >= "2012" and rng.random() < 0.35:
        found.append(say("qr"))
    return found


def _between(house: House, page: Composer) -> None:
    rng, say, odd = house.rng, house.speech.say, house.odd
    if odd["slogan"] and rng.random() < 0.3:
        odd["slogan"] = rng.random() < 0.3
        page.furniture([say("ad_slogan")])
    if odd["contents"] and rng.random() < 0.5:
        odd["contents"] = False
        head = rng.choice(("导读", "本期要目", "今日导读", "内容提要"))
        mark = rng.choice(("●", "▲", "", "■"))
        page.furniture([head, *(f"{mark}{say('contents')} {rng.choice(('', say('part')))}".strip()
                                for _ in range(rng.randint(2, 5)))])  # fmt: skip


def compose(house: House) -> Sheet:
    """Set a whole page."""
    rng, odd = house.rng, house.odd
    made = stories(house)
    if odd["adverts"]:
        made += [(FORMS["notice"](house), False) for _ in range(rng.randint(1, 3))]
    _spoil(house, made)
    page = Composer(house)
    foot_first = rng.random() < 0.2
    if top := _top(house):
        page.furniture(top)
    if foot_first and (foot := _foot(house)):
        page.furniture(foot)
    whole = rng.random() < 0.07
    if whole:
        label = page.section(house.speech.say("pagehead"))
        page.sheet.frames.append(Frame([label]))
    for story, under in made:
        if story.midway and not story.heads and rng.random() < 0.4:
            page.furniture([house.speech.say("fromjump")])
        if whole:
            story.label = ""
        page.story(story, under=under or whole)
        _between(house, page)
    if not foot_first and (foot := _foot(house)):
        page.furniture(foot)
    _strange(house, page.sheet)
    return page.sheet


def _strange(house: House, sheet: Sheet) -> None:
    """Carry out the oddities of the layout."""
    rng, odd = house.rng, house.odd
    told = [frame for frame in sheet.frames if not frame.furniture and frame.cols]
    tall = [frame for frame in told if len(frame.cols) > 1]
    if odd["again"] and tall:
        cols = rng.choice(tall).cols
        place = rng.randrange(1, len(cols))
        tail = cols[place - 1][-rng.randint(1, 3) :]
        if all(line.kind == "para" and not line.again for line in tail):
            cols[place][:0] = [line.twice() for line in tail]
    if odd["strip"] and tall:
        said = house.speech.say(rng.choice(("ad_slogan", "part", "editor", "qr")))
        strip = Composer(house)
        strip.sheet = sheet
        line = strip.furniture([said], near=True).heads[0]
        rng.choice(rng.choice(tall).cols).insert(0, line)
    if odd["caption"]:
        _caption(house, told)
    if odd["strayed"] and tall:
        frame = rng.choice(tall)
        col = frame.cols.pop(rng.randrange(len(frame.cols)))
        at = sheet.frames.index(frame) + rng.choice((-1, 1, 2))
        sheet.frames.insert(max(0, at), Frame(cols=[col]))
    if odd["gathered"] and len(told) > 1:
        _gather(house, told)


def _caption(house: House, told: list[Frame]) -> None:
    """Move a photograph's caption between two lines of a neighbour's paragraph."""
    rng = house.rng
    photos = [frame for frame in told if all(line.kind == "caption" for line in frame.lines())]
    others = [frame for frame in told if frame not in photos and len(frame.cols[0]) > 5]
    if photos and others:
        photo, other = rng.choice(photos), rng.choice(others)
        col = rng.choice([col for col in other.cols if len(col) > 1] or [other.cols[0]])
        at = rng.randrange(1, len(col))
        col[at:at] = photo.cols[0]
        photo.cols = [[]]


def _gather(house: House, told: list[Frame]) -> None:
    """Print the headlines of neighbours above the body of the first."""
    rng = house.rng
    at = rng.randrange(len(told) - 1)
    group = told[at : at + rng.choice((2, 2, 3))]
    heads: list[list[Line]] = [frame.heads for frame in group]
    if rng.random() < 0.35:
        rng.shuffle(heads)
    for frame in group:
        frame.heads = []
    group[0].heads = [line for lines in heads for line in lines]
