"""Articles: a kind told from the grammar, with its headline, bylines, captions and label."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazettes.gazette_heads import Head, make_heads

if TYPE_CHECKING:
    import random

    from gazettes.gazette_grammar import Teller
    from gazettes.gazette_house import House

_REPORTS = (
    "会议 走访 生产 农事 工程 运动 表彰 培训 志愿 运输 市场 球赛 文娱 展览 学校 卫生 事故 案件 调解"
)
NEWS = tuple(_REPORTS.split())
PROSE = ("散文", "故事", "逸事", "资料", "诗")
TALK = ("评论", "评论", "问答", "读信", "回复", "倡议")
FORMS = (
    "停告",
    "招生",
    "征稿",
    "招工",
    "遗失",
    "迁址",
    "广告",
    "广告",
    "更正",
    "招标",
    "条例",
    "讣告",
    "名单",
    "价表",
    "气象",
)
LONG = ("报告", "条例", "故事", "散文", "会议", "评论", "问答", "生产")
DAILY = ("菜谱", "窍门", "资料", "图片", "图片")
KINDS = tuple(dict.fromkeys((*NEWS, *PROSE, *TALK, *FORMS, *LONG, *DAILY, "简讯")))
LABELS = {
    "评论": "栏目.评",
    "问答": "栏目.活",
    "读信": "栏目.栏",
    "菜谱": "栏目.活",
    "窍门": "栏目.活",
}
_SUBHEADS = (
    ("从{}入手", ("摸底", "用人", "管理", "小事", "制度", "质量")),
    ("{}", ("起步艰难", "柳暗花明", "不进则退", "好事多磨", "来日方长", "水到渠成")),
    ("一个“{}”字见功夫", ("严", "细", "实", "早", "快", "稳")),
    ("{}怎么办？", ("没有钱", "缺技术", "人手少", "销路窄", "时间紧")),
    ("抓{} 重在落实", ("源头", "班子", "服务", "典型", "队伍")),
    ("——{}篇", ("春耕", "创业", "治水", "育人", "安居")),
    ("让{}活起来", ("市场", "土地", "资金", "人才", "课堂")),
)


@dataclass(slots=True)
class Story:
    """An article: what heads it, its body as kinds and texts, and the label it stands under."""

    kind: str
    heads: list[Head] = field(default_factory=list)
    body: list[tuple[str, str]] = field(default_factory=list)
    label: str = ""
    opened: bool = False


def make_story(teller: Teller, kind: str, house: House) -> Story:
    """Tell an article of `kind` in the style of the house."""
    rng = teller.rng
    teller.start()
    news = kind in NEWS or kind == "简讯"
    body = _body(teller, kind)
    measure = rng.choice(house.measures)
    heads = make_heads(teller, kind, measure, news=news and kind != "简讯")
    if kind == "报告" and body[0][1].startswith("各位") and rng.random() < 0.7:
        heads.append(Head("subtitle", (teller.say("报告.人"),)))
    story = Story(kind, heads, body)
    if kind == "简讯":
        if rng.random() < 0.65:
            story.heads = []
        return story
    if kind in NEWS:
        _fill(teller, story, house.fullness)
        _merge(rng, story, 0.08 + house.fullness * 0.62)
        if len(story.body) > 3 and rng.random() < 0.14:
            _add_subheads(rng, story)
    if kind == "图片":
        story.label = rng.choice(("图片新闻", "", "", "镜头", "摄影报道"))
        story.heads = story.heads if rng.random() < 0.6 else []
        return story
    _sign(teller, story, house)
    if rng.random() < (0.28 if kind in NEWS else 0.04):
        _illustrate(teller, story, house)
    if rng.random() < 0.03 and kind in {*NEWS, *TALK}:
        story.body.insert(0, ("para", teller.say("编.者")))
    _name_column(teller, story)
    return story


def _name_column(teller: Teller, story: Story) -> None:
    """Put some articles under the name of a column."""
    if story.kind in LABELS and teller.rng.random() < 0.35:
        story.label = teller.say(LABELS[story.kind])
    elif teller.rng.random() < 0.06:
        story.label = teller.say("栏目.新" if story.kind in NEWS else "栏目.栏")


def _body(teller: Teller, kind: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for part in teller.say(f"{kind}.文").split("¶"):
        if part.startswith("#"):
            found.append(("subhead", part[1:]))
        elif part.startswith("!"):
            found.append(("caption", part[1:]))
        elif part.startswith("~"):
            found.append(("verse", part[1:].replace("/", "\n")))
        elif part:
            found.append(("para", part))
    return found


def lengthen(teller: Teller, story: Story, times: int) -> None:
    """Tell more of the same kind, so that an article fills a page."""
    for _ in range(times):
        teller.forget_people()
        more = [entry for entry in _body(teller, story.kind) if _goes_on(entry)]
        at = len(story.body) - (1 if story.body[-1][0] == "byline" else 0)
        if story.kind in NEWS:
            more = [(kind, text + teller.say("充")) for kind, text in more]
        story.body[at:at] = more[1:] or more


def _goes_on(entry: tuple[str, str]) -> bool:
    """Say whether a paragraph may stand anywhere: it is long and bears no number."""
    kind, text = entry
    return kind == "para" and len(text) > 24 and text[0] not in "第一二三四五（0123456789各编"


def _fill(teller: Teller, story: Story, often: float) -> None:
    """Tell more in some paragraphs, and more paragraphs: papers differ in how long they dwell."""
    rng = teller.rng
    for at in range(1, len(story.body)):
        kind, text = story.body[at]
        if kind == "para" and len(text) > 24 and rng.random() < often:
            more = teller.say("充")
            story.body[at] = (kind, text + more if rng.random() < 0.8 else more + text)
    for _ in range(3):
        if rng.random() < often * 0.6:
            rule = "会议.长" if story.kind == "会议" and rng.random() < 0.8 else "充"
            text = teller.say(rule)
            if rng.random() < often:
                text += teller.say("充")
            story.body.insert(rng.randint(1, len(story.body)), ("para", text))


def _merge(rng: random.Random, story: Story, often: float) -> None:
    """Run some paragraphs together, as papers do that save lines."""
    merged: list[tuple[str, str]] = []
    for kind, text in story.body:
        if merged and kind == merged[-1][0] == "para" and rng.random() < often:
            merged[-1] = (kind, merged[-1][1] + text)
        else:
            merged.append((kind, text))
    story.body = merged


def _add_subheads(rng: random.Random, story: Story) -> None:
    mould, words = rng.choice(_SUBHEADS)
    places = sorted(rng.sample(range(1, len(story.body)), min(len(story.body) - 1, 3)))
    mark = rng.choice(("", "", "", "一", "●", "1"))
    chosen = rng.sample(words, len(places))
    for number, (place, word) in enumerate(zip(places, chosen, strict=True)):
        before = {"一": f"{'一二三'[number]}、", "1": f"{number + 1}.", "●": "●"}.get(mark, "")
        story.body.insert(place + number, ("subhead", before + mould.format(word)))


def _names(teller: Teller) -> str:
    gap = teller.rng.choice(("", " ", " ", "　"))
    names = [teller.say("人") for _ in range(teller.rng.choice((1, 1, 1, 2)))]
    joint = teller.rng.choice(("、", "　"))
    return gap + joint.join(names)


def _sign(teller: Teller, story: Story, house: House) -> None:
    """Say who wrote it: in the first line, on a line of its own, at the end, or nowhere."""
    rng = teller.rng
    if story.kind in {*FORMS, "读信", "回复", "倡议", "报告"}:
        return
    if story.kind not in NEWS:
        if rng.random() < 0.6:
            if rng.random() < 0.75:
                mark = rng.choice(("", "", "", "", "○", "□ ", "■", "文／", "作者："))
                story.heads.append(Head("byline", (mark + _names(teller).strip(),)))
            else:
                story.body.append(("byline", f"（{_names(teller).strip()}）"))
        return
    way = house.signing if rng.random() < 0.75 else rng.choice(("in", "own", "tail", "none"))
    if way == "in":
        _sign_inside(teller, story)
    elif way == "own":
        line = rng.choice(
            ("本报记者{}", "□本报记者{}", "记者{}", "通讯员{}", "■记者{}", "本报通讯员{}")
        )
        line = line.format(_names(teller))
        if "记者" in line and rng.random() < 0.4:
            line += rng.choice((" 通讯员", "　通讯员", " 文／图 摄影")) + _names(teller)
        story.heads.append(Head("byline", (line,)))
    elif way == "tail":
        line = rng.choice(
            ("（{}）", "（记者{}）", "（通讯员{}）", "（{}供稿）", "（文/{} 图/资料）")
        )
        line = line.format(_names(teller).strip())
        if rng.random() < 0.5:
            story.body.append(("byline", line))
        else:
            story.body[-1] = ("para", story.body[-1][1] + line)


def _sign_inside(teller: Teller, story: Story) -> None:
    opener = teller.rng.choice(
        (
            "本报讯（记者{}）",
            "本报讯（通讯员{}）",
            "本报讯（{}）",
            "本报讯　",
            "本报{}讯　",
            "【本报讯】",
            "（记者{}）",
        )
    )
    if opener == "本报{}讯　":
        opener = f"本报{teller.slot('镇', '镇')}讯　"
    kind, text = story.body[0]
    story.body[0] = (kind, opener.format(_names(teller)) + text)


def _illustrate(teller: Teller, story: Story, house: House) -> None:
    """Put captions into the body."""
    rng = teller.rng
    for _ in range(rng.choice((1, 1, 1, 2))):
        text = teller.say("图.说")
        if rng.random() < 0.65:
            text = (text if rng.random() < 0.5 else text.rstrip("。")) + teller.say("图.尾")
        spot = house.captions if rng.random() < 0.6 else rng.choice(("head", "end", "amid"))
        last = len(story.body) - (1 if story.body[-1][0] == "byline" else 0)
        at = {"head": 0, "end": last, "amid": rng.randint(1, max(last, 1))}[spot]
        story.body.insert(at, ("caption", text))
