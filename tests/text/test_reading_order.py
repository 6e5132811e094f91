"""Lines that a program read across columns are put back; everything else keeps its order."""

from __future__ import annotations

import random
from itertools import chain, pairwise, zip_longest
from typing import TYPE_CHECKING

import pytest
from bench.generate import pages
from training.generator import page
from training.gold import blocks_of
from training.manner import draw

from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.order import parted, reading
from reader.text.pageform import page_form
from reader.text.repair import repair

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT = """　　清晨五点，河边的早市已经
摆开了二十几个摊位。卖菜的
多是附近村里的农民，挑着担
子走三四里路，把带着露水的
青菜送到城里人的篮子里。摊
主老周说，他在这里卖了十一
年菜，认得每一位老主顾。
　　今年春天，街道把早市的地
面重新铺过，装上了水龙头和
遮雨棚。雨天再也不用踩着泥
水买菜，老主顾们都说方便。
过去收摊以后满地菜叶，如今
十点钟一到，保洁员推着车来
回走两趟，地面就干净了。"""
RIGHT = """　　图书馆的夜间阅览室上月开
放，座位不到一个星期就坐满
了。来读书的有准备考试的学
生，也有下了班的工人。管理
员小陈把灯光调得柔和一些，
又在门口添了一台热水器，冬
天里手脚不会冰凉。
　　一位开货车的师傅告诉她，
跑长途的人最怕心里空，夜里
能在这里坐一会儿，看几页历
史书，比打牌要强得多。馆里
打算下半年再加三十个座位，
并且把周末的开放时间延长到
晚上十点，方便更多的读者。"""

LEAD = """早市的摊主已经有了新的水龙头，泥水没有了，地面也不再是从
前的样子；来回走的老主顾多是附近的农民，带着担子和青菜，
说如今方便，摊主说十一年来头一回。夜间阅览室开放以后坐满
了学生，管理员说冬天更是如此，热水器、灯光都好一些；货车
师傅告诉她，能坐一会儿就好，历史书最多人借。馆里并且延长
到晚上，读者都说夜里能来。重新铺过的路和遮雨棚是街道做的。"""
"""Holds the words that are cut at the ends of the lines above."""


def _order(text: str) -> list[str]:
    """Give the lines of a page in the order in which they are to be read."""
    lines = split_lines(text)
    units = units_of(text, lines, parted(text, lines))
    return [text[units[at].start : units[at].end] for at in reading(units)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


def _across(*columns: str, gap: str = "\n\n") -> str:
    rows = zip_longest(*[column.split("\n") for column in columns])
    woven = gap.join(line for line in chain.from_iterable(rows) if line)
    return f"{LEAD}\n\n{woven}"


def test_two_columns_read_across_with_blanks_come_one_after_the_other() -> None:
    assert _order(_across(LEFT, RIGHT)) == _lines(LEAD) + _lines(LEFT) + _lines(RIGHT)


def test_two_columns_read_across_without_blanks_come_one_after_the_other() -> None:
    assert _order(_across(LEFT, RIGHT, gap="\n")) == _lines(LEAD) + _lines(LEFT) + _lines(RIGHT)


def test_pieces_of_columns_that_blank_lines_part_are_put_one_after_another() -> None:
    """Of pages cut into pieces of one to three lines, at random: most lines follow their own."""
    left, right = _lines(LEFT), _lines(RIGHT)
    true = {*pairwise(left), *pairwise(right)}
    right_ends = 0
    for seed in range(20):
        order = _order(f"{LEAD}\n\n" + "\n\n".join(_pieces(random.Random(seed), left, right)))
        right_ends += len(true.intersection(pairwise(order)))
    assert right_ends >= 0.65 * 20 * len(true)


def _pieces(rng: random.Random, *columns: list[str]) -> Iterator[str]:
    """Cut columns into pieces, and give one of each in turn."""
    left = [list(column) for column in columns]
    while any(left):
        for column in filter(None, left):
            size = rng.choice((1, 1, 1, 2, 2, 3))
            yield "\n".join(column[:size])
            del column[:size]


def test_what_is_left_of_the_longer_column_goes_on_with_it() -> None:
    longer = LEFT + "\n　　早市旁边的修车铺也换了新招牌。"
    assert _order(_across(longer, RIGHT)) == _lines(LEAD) + _lines(longer) + _lines(RIGHT)


def test_clean_pages_keep_their_order() -> None:
    text = f"河边早市\n\n{LEFT}\n\n夜间阅览室\n\n{RIGHT}\n"
    assert not parted(text, split_lines(text))
    assert _order(text) == [line for line in _lines(text) if line]


@pytest.mark.parametrize("gap", ["    ", "            "])
def test_columns_side_by_side_come_left_then_right(gap: str) -> None:
    rows = zip(_lines(LEFT), _lines(RIGHT), strict=True)
    text = "\n".join(f"{left}{gap}{right}" for left, right in rows)
    assert _order(text) == _lines(LEFT) + _lines(RIGHT)


def test_columns_side_by_side_with_one_space_come_left_then_right() -> None:
    left, right = _lines(LEFT), _lines(RIGHT)
    both = [f"{one} {two}" for one, two in zip(left[2:5], right[2:5], strict=True)]
    text = "\n".join([*left[:2], *right[:2], *both, *left[5:], *right[5:]])
    lines = split_lines(text)
    assert [text[at - 1 : at + 2] for at in sorted(parted(text, lines))] == [
        f"{one[-1]} {two[0]}" for one, two in zip(left[2:5], right[2:5], strict=True)
    ]


def test_a_page_laid_out_as_it_looks_is_read_column_by_column() -> None:
    left, right = LEFT.replace("　　", "  ").split("\n"), RIGHT.replace("　　", "  ").split("\n")
    rows = [f"{one:<22}{two}" for one, two in zip(left, right, strict=True)]
    rows[4:4] = [" " * 22 + "加印的一行字在右边的栏里，"] * 2
    assert _order("\n".join(rows)) == [
        *_lines(LEFT),
        *_lines(RIGHT)[:4],
        *["加印的一行字在右边的栏里，"] * 2,
        *_lines(RIGHT)[4:],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "春到人间家家暖    福临岁首处处新\n和风拂面千山秀    细雨润田万物生\n",
        "张三丰   李四光   王五一\n赵六合   钱七星   孙八方\n周九江   吴十全   郑百川\n",
        "名次   队名   胜   负\n1   一队   5   0\n2   二队   4   1\n3   三队   3   2\n",
        "保护环境      人人有责\n",
        "责编 张三  版式 李四\n电话 12345678  邮编 200000\n",
        "",
        "\n\n",
        "一\n",
    ],
)
def test_couplets_lists_and_tables_stay_whole(text: str) -> None:
    assert not parted(text, split_lines(text))
    assert _order(text) == [line for line in _lines(text) if line]


def test_a_list_whose_items_take_two_lines_each_keeps_its_order() -> None:
    items = [
        ("楼道里不堆放杂物，阳台上不", "搭棚。"),
        ("遛狗要牵好绳子，见到老人和", "孩子让一让。"),
        ("夜里十点以后不高声说话，乐", "器不练。"),
        ("装修要先登记，垃圾装袋以后", "再下楼。"),
        ("停车入位，不占消防通道；来", "客请先登记。"),
        ("公共晾衣架先来后到，收衣不", "过夜。"),
        ("节约用水用电，旧电池不要混", "在垃圾里。"),
        ("花木有情，请勿攀折；草地不", "可踩踏。"),
    ]
    text = "\n".join(chain.from_iterable(items))
    assert _order(text) == text.split("\n")


def _joined(seed: int, regime: str) -> tuple[int, int, int]:
    """Count what of the line ends in paragraphs of a page meets, before and after; and all."""
    made = page(seed, regime)
    lines = split_lines(made.raw)
    units = units_of(made.raw, lines, parted(made.raw, lines))
    order = reading(units)
    assert sorted(order) == list(range(len(units)))
    places = blocks_of(made, units)
    here = set(places)
    ends = {
        (block, rank): (block, rank + 1)
        for block, rank in places
        if made.blocks[block].kind == "para" and (block, rank + 1) in here
    }

    def meet(one: list[tuple[int, int]]) -> int:
        return sum(ends.get(a) == b for a, b in pairwise(one))

    return meet(places), meet([places[at] for at in order]), len(ends)


@pytest.mark.parametrize("regime", ["pdfminer", "pdftotext"])
def test_most_lines_of_torn_pages_meet_again(regime: str) -> None:
    torn = [seed for seed in range(600, 680) if draw(seed, regime).loose]
    before, after, ends = map(sum, zip(*[_joined(seed, regime) for seed in torn], strict=True))
    assert before < 0.55 * ends
    assert after > 0.75 * ends


@pytest.mark.parametrize("regime", ["hard", "mixed", "pypdf"])
def test_pages_that_are_whole_are_left_alone(regime: str) -> None:
    for seed in range(600, 630):
        before, after, _ = _joined(seed, regime)
        assert after >= before


def test_any_lines_are_all_read_once_and_always_alike() -> None:
    dice = random.Random(7)
    bits = [*"，。“”《》　 \n\n（）1a一的了", "   ", "工作", "会议", "12", "\n\n\n"]
    for _ in range(60):
        text = "".join(dice.choices(bits, k=dice.randrange(400)))
        lines = split_lines(text)
        cuts = parted(text, lines)
        assert all(text[at].isspace() and not text[at - 1].isspace() for at in cuts)
        units = units_of(text, lines, cuts)
        order = reading(units)
        assert sorted(order) == list(range(len(units)))
        assert order == reading(units)
        assert cuts == parted(text, lines)


def test_lines_that_meet_by_chance_keep_their_order() -> None:
    """Words without sense meet again at any distance, which tells of no columns."""
    texts = [made.page.draft.text for made in pages(300)]
    whole = [[line for line in _lines(text) if line] for text in texts]
    torn = sum(_order(text) != lines for text, lines in zip(texts, whole, strict=True))
    assert torn <= len(texts) // 20


FIRST = """云岭镇部署冬季森林防火

　　本报讯（记者　方可）昨日，云岭镇
召开森林防火工作部署会，要求各村在月
底前完成林缘可燃物清理，落实护林员名
单。
　　会议指出，今冬降水偏少，全镇已连
续四十六天无有效降雨，火险等级居高不
下，任何人不得携带火种进山。
　　镇长李源要求，各村广播每天早晚各
播一次防火令，小学校给学生上一堂防火
课，家家户户签订责任书。"""
SECOND = """三十年后送书回母校

　　本报讯（通讯员　白桦）云岭中学日
前获赠图书两千四百册，捐赠者是从该校
毕业三十年的校友代表。
　　“书不多，是一点心意。”校友代表
江南说，当年学校只有两个书架，借一本
书要排半个月的队。校长钟立新表示，将
建立流动书箱，送书到各村教学点。"""


@pytest.mark.parametrize("indented", [True, False])
def test_columns_beside_one_another_are_read_one_after_the_other(indented):
    """The left one is longer, first lines are set in or not, and no blank of the gap is left."""
    left, right = (
        [line if indented else line.lstrip() for line in side.split("\n")]
        for side in (FIRST, SECOND)
    )
    rows = [
        (one + " " * (44 - 2 * len(one)) + other).rstrip()
        for one, other in zip_longest(left, right, fillvalue="")
    ]
    draft = repair("\n".join(rows) + "\n")
    texts = ["".join(block["text"] for block in article["body"])
             for article in page_form(draft, "")["articles"]]  # fmt: skip
    assert texts == ["".join(map(str.strip, side.split("\n")[2:])) for side in (FIRST, SECOND)]
