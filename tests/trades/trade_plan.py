"""The plan of a page: which stories it has, where they stand, what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trades.trade_sheet import Sheet
from trades.trade_story import LISTS, LONG, SHORT, Story, draw_form, write

if TYPE_CHECKING:
    from random import Random

    from trades.trade_house import House

ADVERTS = frozenset(
    ["advert", "tender", "recruit", "notice", "lost", "obituary", "prices", "timetable"]
)
OPEN = frozenset(["report", "brief", "figures", "photo", "survey", "portrait"])
SIGNED = LONG | {"brief", "technical", "popular", "essay", "book", "market"}


def plan(house: House, dice: Random) -> Sheet:
    """Lay out a whole page."""
    sheet = Sheet(house, dice)
    page = _Plan(sheet, house, dice)
    page.top()
    y = 4
    for size in page.bands():
        y += page.band(size, y) + 1
    page.foot(y)
    return sheet


class _Plan:
    """Fills a sheet band by band."""

    def __init__(self, sheet: Sheet, house: House, dice: Random) -> None:
        self.sheet = sheet
        self.house = house
        self.dice = dice
        self.over: int | None = None

    def say(self, name: str) -> str:
        """Draw a phrase in the dress of the house."""
        return self.house.dress(self.sheet.words.draw(name))

    def top(self) -> None:
        """Set the masthead, the date and lines around it, a label of the page, a contents box."""
        dice, sheet = self.dice, self.sheet
        if dice.random() < self.house.furniture:
            pieces = [self.say("masthead"), self.date(), str(dice.randint(1, 16))]
            if dice.random() < 0.4:
                pieces.append(f"第{dice.randint(1, 8)}版")
            if dice.random() < 0.4:
                pieces.append(self.say("slogan"))
            if dice.random() < 0.4:
                pieces.append(self.say("editors"))
            dice.shuffle(pieces)
            if dice.random() < 0.3:
                pieces = [" ".join(pieces[:3]), *pieces[3:]]
            for at, piece in enumerate(pieces):
                sheet.stray("furniture", piece, (at, 0))
        if dice.random() < self.house.label:
            self.over = sheet.stray("section", self.say("section"), (0, 2)).lines[0].block
        if dice.random() < 0.08 and self.house.furniture > 0.3:
            self.guide()

    def guide(self) -> None:
        """Set a contents box."""
        self.sheet.stray("furniture", self.say("guide"), (self.house.columns - 1, 2))
        for at in range(self.dice.randint(2, 5)):
            title = self.say(self.dice.choice(["survey_title", "comment_title", "interview_title"]))
            title = title.replace("/", " ") + self.dice.choice([" ", "……", " →"])
            page = self.dice.choice(["{}版", "第{}版", "P{}", "详见{}版"])
            text = title + page.format(self.dice.randint(2, 16))
            self.sheet.stray("furniture", text, (self.house.columns - 1, 3 + at))

    def foot(self, y: int) -> None:
        """Set what stands at the foot of a page."""
        for at in range(self.dice.choice([0, 0, 1, 2, 3])):
            if self.dice.random() < self.house.furniture:
                name = self.dice.choice(["slogan", "slogan", "editors"])
                self.sheet.stray("furniture", self.say(name), (at, y))

    def date(self) -> str:
        """Give the date of the page."""
        dice = self.dice
        year, month, day = dice.randint(1981, 2018), dice.randint(1, 12), dice.randint(1, 28)
        week = dice.choice("一二三四五六日")
        form = dice.choice(
            [
                "{y}年{m}月{d}日",
                "{y}年{m}月{d}日　星期{w}",
                "{y}.{m}.{d} 星期{w}",
                "{y}-{m:02}-{d:02}",
            ]
        )
        return self.house.dress(form.format(y=year, m=month, d=day, w=week))

    def bands(self) -> list[list[str]]:
        """Choose the forms of the stories of each band."""
        dice, shape = self.dice, self.house.shape
        if shape == "one":
            return [[draw_form(dice, LONG)]]
        if shape == "pair":
            return [[draw_form(dice, LONG)], [draw_form(dice)]]
        if shape == "lists":
            return [
                [draw_form(dice, LISTS | {"notice", "sport"})] for _ in range(dice.randint(2, 4))
            ]
        if shape == "adverts":
            forms = [draw_form(dice, ADVERTS) for _ in range(dice.randint(5, 12))]
        elif shape == "briefs":
            forms = [
                dice.choice(["brief", "brief", "digest", "photo", "notice", "market", "abroad"])
            ]
            forms = [
                draw_form(dice, SHORT | OPEN | {"brief", "abroad", "market"})
                for _ in range(dice.randint(4, 10))
            ] + forms
            forms = [form if form not in {"survey", "portrait"} else "brief" for form in forms]
        else:
            forms = [draw_form(dice) for _ in range(dice.randint(3, 7))]
        bands = []
        while forms:
            size = dice.choice([1, 1, 2, 2, 3])
            bands.append(forms[:size])
            forms = forms[size:]
        return bands

    def band(self, forms: list[str], y: int) -> int:
        """Set the stories of a band side by side; a narrow part may hold short ones in a stack."""
        columns = self.house.columns
        parts = min(len(forms), columns)
        cuts = sorted(self.dice.sample(range(1, columns), parts - 1))
        edges = [0, *cuts, columns]
        deep = 0
        for at in range(parts):
            x, span = edges[at], edges[at + 1] - edges[at]
            stack = [forms[at]] if at < parts - 1 else forms[at:]
            high = 0
            for form in stack:
                high += self.story(form, (x, y + high), span) + 1
            deep = max(deep, high)
        return deep

    def story(self, form: str, spot: tuple[int, int], span: int) -> int:
        """Write a story, spoil it a little, and set it."""
        story = write(self.dice, self.house.topic, form)
        self.manners(story)
        self.oddities(story)
        label = self.over
        if self.dice.random() < 0.04 * self.house.furniture:
            self.sheet.stray("furniture", self.say("slogan"), spot)
        if story.begun and self.dice.random() < 0.5:
            self.sheet.stray("furniture", self.say("carried"), spot)
            spot = (spot[0], spot[1] + 1)
        if self.dice.random() < self.house.label * 0.6:
            text = self.say("label")
            marks = self.house.bracket
            text = marks[0] + text + marks[1] if len(marks) > 1 else marks + text
            frame = self.sheet.stray("section", text, spot)
            label = frame.lines[0].block
            spot = (spot[0], spot[1] + 1)
        if label is not None:
            self.sheet.sections[self.sheet.articles] = label
        return self.sheet.set(story, spot, span)

    def manners(self, story: Story) -> None:
        """Give a story what the house puts above, before and behind it."""
        dice, house, words = self.dice, self.house, self.sheet.words
        if dice.random() > house.kickers:
            story.kicker = ""
        if dice.random() > house.subtitles:
            story.subtitles = story.subtitles[:1] if dice.random() < 0.3 else []
        if "".join(story.title) in {"公告", "通知", "启事", "更正", "简讯", "讣告", "招聘"}:
            blank = dice.choice(["", "", "　", "  ", "　　"])
            story.title = [blank.join("".join(story.title))]
        if story.form in LONG and dice.random() < 0.2:
            self.merge(story)
        kind, text = story.body[0]
        if story.form in OPEN and kind == "para" and dice.random() < house.opening:
            story.body[0] = ("para", words.draw("opening") + text)
            return
        if story.form not in SIGNED or dice.random() < 0.3:
            return
        place = house.byline if house.byline != "mixed" else dice.choice(["above", "end", "lead"])
        if place == "above":
            story.byline = words.draw("byline")
        elif place == "lead":
            story.body[0] = (
                (kind, words.draw("byline") + "　" + text) if kind == "para" else (kind, text)
            )
        elif story.body[-1][0] == "para":
            story.body[-1] = ("para", story.body[-1][1] + words.draw("bracket"))

    def merge(self, story: Story) -> None:
        """Run paragraphs together, as dense pages do."""
        made = story.body[:1]
        for kind, text in story.body[1:]:
            before, whole = made[-1]
            plain = kind == before == "para" and text[0] not in "第（(问答①⒈一二三四五六七八九"
            if plain and whole.endswith("。") and len(whole) + len(text) < 420:
                made[-1] = (kind, whole + text)
            else:
                made.append((kind, text))
        story.body = made

    def oddities(self, story: Story) -> None:
        """Lose a headline, begin in mid-sentence, or break off."""
        dice, odd = self.dice, self.house.odd
        first = story.body[0][1] if story.body else ""
        begun = len(first) > 50 and story.body[0][0] == "para" and dice.random() < odd
        if begun:
            story.body[0] = ("para", first[dice.randint(8, 30) :].lstrip("，。、；：”）？！ "))
            story.begun = True
        if (begun and dice.random() < 0.6) or dice.random() < odd / 2:
            story.title, story.subtitles, story.kicker, story.byline = [], [], "", ""
        kind, last = story.body[-1]
        if len(last) > 40 and kind == "para" and dice.random() < odd and story.form in LONG:
            cut = last[: dice.randint(20, len(last) - 5)].rstrip("“（《 ")
            story.body[-1] = ("para", cut)
            story.broken = True
