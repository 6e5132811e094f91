"""Articles: heads composed anew, bylines, captions, subheads and paragraphs of one recipe."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evenings.evening_grammar import Recipe, Speaker, sentences
from evenings.evening_heads import heads

if TYPE_CHECKING:
    import random

NUMERALS = "一二三四五六七八九十"
BYLINES = ("inside", "above", "end", "box", "slash")


@dataclass(slots=True)
class Article:
    """What is printed: heads with the places where they may be broken, and parts of the body."""

    kind: str
    genre: str
    heads: list[tuple[str, str]] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    caption: str = ""
    label: str = ""

    def size(self) -> int:
        """Count the characters of the body."""
        return sum(len(text) for _, text in self.parts)


def write(recipe: Recipe, rng: random.Random, byline: str) -> Article:
    """Write an article after its recipe; `byline` is how this paper prints them."""
    speaker = Speaker(rng, old=recipe.old)
    speaker.number_all(recipe)
    made = Article(recipe.kind, recipe.genre)
    made.parts = _body(recipe, speaker, rng)
    made.heads = heads(recipe, speaker, rng)
    if recipe.fields.get("C") and rng.random() < (0.95 if recipe.genre == "photo" else 0.35):
        made.caption = _caption(recipe, speaker, rng)
    if recipe.genre == "photo":
        _photo(made, rng)
    _sign(made, speaker, rng, byline)
    return made


def _body(recipe: Recipe, speaker: Speaker, rng: random.Random) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    divided = rng.random() < 0.7
    sign = rng.choice(("", "", "", "", "1", "一", "■", "●", "◆", "01", "（一）", "▍"))
    count = 0
    taken = True
    for mark, template in recipe.body:
        if mark == "P?":
            taken = rng.random() < 0.6
        if mark == "P" or (mark in ("P?", "P&") and taken):
            said.append(("para", _drop(speaker.say(template), rng)))
        elif mark == "H" and divided:
            said.append(("subhead", _numbered(sign, count) + speaker.say(template)))
            count += 1
        elif mark == "Y":
            said.append(("para", speaker.say(template)))
        elif mark == "E":
            said.append(("verse", speaker.say(template)))
        elif mark.startswith("R"):
            low, _, high = mark[1:].partition("-")
            said += _rows(template, rng.randint(int(low), int(high)), rng, old=recipe.old)
    said = [
        part
        for at, part in enumerate(said)
        if part[0] != "subhead" or (at + 1 < len(said) and said[at + 1][0] == "para")
    ]
    said = _stanzas(said)
    return said if recipe.genre in ("list", "ads", "qa", "notice", "letter") else _recut(said, rng)


def _rows(template: str, count: int, rng: random.Random, *, old: bool) -> list[tuple[str, str]]:
    """Draw the rows of a list: no goods twice, times in order."""
    rows = [Speaker(rng, old=old).say(template) for _ in range(count)]
    if template[0] == "[" and " " in template:
        rows = list({row.split(" ")[0]: row for row in rows}.values())
    if template.startswith("{#6-23}:"):
        rows.sort(key=lambda row: [int(part) for part in row.split(" ")[0].split(":")])
    return [("para", row) for row in rows]


def _numbered(sign: str, count: int) -> str:
    if not sign:
        return ""
    if sign == "1":
        return f"{count + 1}."
    if sign == "01":
        return f"0{count + 1} "
    if sign == "一":
        return NUMERALS[count] + "、"
    if sign == "（一）":
        return f"（{NUMERALS[count]}）"
    return sign


def _drop(text: str, rng: random.Random) -> str:
    """Leave out a sentence that is not the first, now and then."""
    parts = sentences(text)
    if len(parts) > 3 and rng.random() < 0.35:
        parts.pop(rng.randrange(1, len(parts)))
    return "".join(parts)


def _stanzas(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Gather lines of verse into stanzas; an empty line ends one."""
    found: list[tuple[str, str]] = []
    open_one = False
    for kind, text in said:
        if kind != "verse":
            found.append((kind, text))
            open_one = False
        elif not text:
            open_one = False
        elif open_one:
            found[-1] = ("verse", f"{found[-1][1]}\n{text}")
        else:
            found.append((kind, text))
            open_one = True
    return found


def _recut(said: list[tuple[str, str]], rng: random.Random) -> list[tuple[str, str]]:
    """Join some paragraphs and cut others, as editors do."""
    found: list[tuple[str, str]] = []
    for kind, text in said:
        if kind != "para":
            found.append((kind, text))
            continue
        parts = sentences(text)
        if len(parts) > 2 and rng.random() < 0.2:
            at = rng.randrange(1, len(parts))
            found += [("para", "".join(parts[:at])), ("para", "".join(parts[at:]))]
        elif found and found[-1][0] == "para" and text[1] not in "：." and rng.random() < 0.12:
            found[-1] = ("para", found[-1][1] + text)
        else:
            found.append((kind, text))
    return found


def _photo(made: Article, rng: random.Random) -> None:
    """Photo news: a caption is all there is, or else a paragraph and no caption."""
    if made.caption and rng.random() < 0.75:
        made.parts = [("caption", made.caption)]
    elif not made.heads:
        made.parts = [("caption", rng.choice("▲▼■◎") + text) for _, text in made.parts]
    made.caption = ""


def _caption(recipe: Recipe, speaker: Speaker, rng: random.Random) -> str:
    said = speaker.say(rng.choice(recipe.fields["C"]))
    name = speaker.word("人")
    if recipe.old:
        tail = rng.choice(
            ("", f"（記者{name}攝）", f"圖／{name}", f"記者{name}／攝影", "（資料照）")
        )
        return rng.choice(("", "▲", "圖：", "▼", "◎", "", "")) + said + tail
    tail = rng.choice(
        (
            "",
            "",
            f" 本报记者 {name} 摄",
            f"（{name} 摄）",
            f" {name} 摄",
            "资料图片",
            f" 记者{name}摄",
        )
    )
    return rng.choice(("", "", "▲", "图为", "◀", "■ ", "↑")) + said + tail


def _sign(made: Article, speaker: Speaker, rng: random.Random, byline: str) -> None:
    genre = made.genre
    if genre in ("prose", "verse", "serial"):
        _author(made, speaker, rng)
    elif genre in ("news", "feature", "qa") and made.parts:
        if genre == "qa" and (made.kind in ("情感", "家常") or rng.random() < 0.6):
            return
        if rng.random() < 0.25:
            byline = rng.choice(BYLINES)
        if genre != "news" and byline == "inside":
            byline = "above"
        (_sign_old if speaker.old else _sign_new)(made, speaker, rng, byline)
    elif genre == "brief" and (not made.heads or rng.random() < 0.4):
        text = made.parts[0][1]
        opener = rng.choice(
            ("【本報訊】", "◎", "▲", "■")
            if speaker.old
            else ("本报讯 ", "本报讯　", "■", "■", "▲", "●", "◆")
        )
        made.parts[0] = ("para", opener + text)
        if rng.random() < 0.4:
            name = speaker.word("人")
            end = f"（{name}）"
            made.parts[-1] = ("para", made.parts[-1][1] + end)


def _author(made: Article, speaker: Speaker, rng: random.Random) -> None:
    name = speaker.word("人")
    if rng.random() < 0.3 and len(name) == 2:
        name = f"{name[0]}　{name[1]}"
    said = rng.choice(
        ("{}", "{}", "{}", "◎{}", "□{}", "文／{}", "◆ {}", "作者：{}", "文/{}", "●{}")
    )
    if rng.random() < 0.12:
        made.parts.append(("byline", f"（{name}）"))
    elif rng.random() < 0.92:
        made.heads.append(("byline", said.format(name)))


def _sign_new(made: Article, speaker: Speaker, rng: random.Random, byline: str) -> None:
    name, other = speaker.word("人"), speaker.word("人")
    if byline == "inside":
        who = rng.choice(
            (
                f"记者 {name}",
                f"记者{name}",
                f"记者 {name} 通讯员 {other}",
                f"通讯员 {other} 记者 {name}",
                f"首席记者 {name}",
                f"见习记者 {name}",
            )
        )
        opener = rng.choice((f"本报讯（{who}）", f"本报讯 （{who}）", f"【本报讯】（{who}）"))
        made.parts[0] = _put(made.parts[0], opener)
    elif byline == "above":
        said = rng.choice(
            (
                f"本报记者 {name}",
                f"□本报记者 {name}",
                f"记者 {name}",
                f"本报记者 {name} {other}",
                f"■本报记者 {name} 实习生 {other}",
                f"◎ 记者 {name} 通讯员 {other}",
            )
        )
        made.heads.append(("byline", said))
    elif byline == "end":
        said = rng.choice(
            (f"（记者 {name}）", f"（本报记者 {name} 通讯员 {other}）", f"（{name}）")
        )
        if rng.random() < 0.5 and made.parts[-1][0] == "para":
            made.parts[-1] = ("para", made.parts[-1][1] + said)
        else:
            made.parts.append(("byline", said))
    else:
        said = rng.choice(
            (
                f"文/{name} 图/{other}",
                f"文/本报记者 {name}",
                f"文／{name}　图／{other}",
                f"本报记者 {name} 文 {other} 图",
                f"记者 {name} 文/摄",
                f"采写 本报记者 {name}",
            )
        )
        made.heads.append(("byline", said))


def _put(part: tuple[str, str], opener: str) -> tuple[str, str]:
    return (part[0], opener + part[1]) if part[0] == "para" else part


def _sign_old(made: Article, speaker: Speaker, rng: random.Random, byline: str) -> None:
    name, city = speaker.word("人"), speaker.word("城")
    if byline == "inside":
        opener = rng.choice(
            (
                f"【記者{name}／{city}報導】",
                f"【本報記者{name}{city}報導】",
                "【本報訊】",
                f"（記者{name}{city}報導）",
                f"【本報{city}訊】",
                f"【{city}訊】",
            )
        )
        made.parts[0] = _put(made.parts[0], opener)
    elif byline == "end":
        made.parts.append(("byline", rng.choice((f"（{name}）", f"（本報記者{name}）"))))
    else:
        said = rng.choice(
            (
                f"記者{name}╱{city}報導",
                f"記者{name}／{city}報導",
                f"本報記者{name}／{city}報導",
                f"文／{name}",
                f"【記者{name}／{city}報導】",
                f"撰文：{name}",
                f"文／記者{name} 圖／業者提供",
            )
        )
        made.heads.append(("byline", said))
