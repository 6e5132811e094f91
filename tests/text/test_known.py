"""What is known of the trade and the field does not see."""

from __future__ import annotations

import pytest
from islands.island_pages import page as island

from reader.text import known
from reader.text.own import own_words
from reader.text.repair import seen
from reader.text.states import State


def late(text: str) -> list[known.Mark]:
    """Give what is known when a page is read for the last time."""
    sights = seen(text)
    return known.late(sights, own_words(sights))


def goes_on(text: str) -> list[int]:
    """Give the lines that go on the likelier with the line above, as a word stands across."""
    return [at for at, states, _ in late(text) if State.MIDDLE in states]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("为扩大宣传覆盖面和知晓率,沙洲镇抓\n\n\n紧制作七万余份海报。", [1]),
        ("全镇工业总产值比上年\n增长。", []),
        ("大家都说好。\n好事要办实。", []),
        ("一\n个\n人", [1, 2]),
    ],
)
def test_a_line_end_inside_a_common_word(text, lines):
    assert goes_on(text) == lines


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("大家都住在彭\n浦镇上。", [(1, known.OWN)]),
        ("大家都住在彭浦\n镇上。", []),
        ("大家都说好。\n好事要办实。", []),
        ("为扩大宣传覆盖面和知晓率,沙洲镇抓\n紧制作七万余份海报。", [(1, known.WORD)]),
    ],
)
def test_a_line_end_inside_a_word_of_the_archives_own(text, marks):
    """One that is in the general list, too, tells nothing more by it."""
    sights = seen(text)
    found = known.late(sights, own_words(sights), frozenset(("彭浦", "抓紧")))
    assert [(at, more) for at, states, more in found if State.MIDDLE in states] == marks


def test_a_word_of_the_archives_own_is_worth_no_more_than_a_common_one():
    assert 0 < known.OWN <= known.WORD


def told(text: str) -> list[tuple[int, bool]]:
    """Give the lines of which something is known, and whether it makes states likelier."""
    return [(at, more > 0) for at, _, more in late(text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("品名  单价  产地\n青菜  2.3  本地\n萝卜  1.2  外地", [(0, False)]),
        ("品名  单价  产地\n青菜  2.3  本地", []),
        ("大家都说好。\n好事要办实。", []),
    ],
)
def test_what_heads_the_columns_of_a_table_does_not_go_on(text, lines):
    assert told(text) == lines


def test_lines_of_which_nothing_is_known_keep_their_scores():
    scores = [tuple(range(len(State)))] * 2
    assert known.weighed(scores, []) == scores


def test_what_is_known_is_added_to_the_states_it_is_about():
    scores = [tuple([0.0] * len(State))]
    raised = known.weighed(scores, [(0, (State.FIRST,), known.KNOWN)])
    assert {state for state, score in zip(State, raised[0], strict=True) if score} == {State.FIRST}


@pytest.mark.parametrize(
    ("head", "apart"),
    [
        ("长三角三省一市新能源汽车产业链\n供需对接大会在上海举行", False),
        ("全国首个水上应急救援\n训练基地在江州启用", False),
        ("奋楫扬帆 踏浪前行\n全市经济工作会议召开", True),
    ],
)
def test_only_a_couplet_is_known_as_the_slogan_of_an_event(head, apart):
    sights = seen(head)
    marks = known.marked(sights, own_words(sights))
    assert [(1, (State.HEAD_ON,), -2 * known.KNOWN)] * apart == marks


def test_all_that_is_known_of_a_line_is_weighed() -> None:
    size = len(State)
    marks = [(0, (State.FIRST,), 1.0), (0, (State.LAST,), -2.0), (1, (State.FIRST,), 3.0)]
    found = known.weighed([(0.0,) * size, (5.0,) * size], marks)
    assert (found[0][State.FIRST], found[0][State.LAST], found[1][State.FIRST]) == (1.0, -2.0, 8.0)


@pytest.mark.parametrize(
    ("head", "likelier"),
    [
        ("村口的老桥\n为什么不拆", True),
        ("村口的老橋\n為何不拆", True),
        ("村口的老桥\n怎样才好看", False),
        ("村口的老桥\n不拆了", False),
        ("村口的老桥，镇里说明年一定不拆。\n为什么不拆", False),
    ],
)
def test_a_headline_goes_on_the_likelier_with_a_line_that_asks_why(head, likelier):
    assert ((1, (State.HEAD_ON,), known.ASKS) in late(head)) == likelier


TEXTS = (
    "连日来，镇里分批检查\n河堤和泵站，\n共换下旧水管八十米。",
    "据介绍，下一步还要修\n三座小桥。",
    "孩子们在树下读书，老\n人在一旁听。",
    "昨天上午，工作人员说，\n这里明年还要种树。",
)


def parted(*blocks: str) -> list[str]:
    """Give the lines that begin since the blank lines of their page part blocks and no more."""
    sights = seen("\n\n".join(blocks))
    found = known.parted_by_blanks(sights, own_words(sights))
    return [sights[at].unit.text for at in found]


def test_text_below_a_blank_line_begins_where_none_breaks_text_off():
    firsts = [text.partition("\n")[0] for text in TEXTS]
    assert parted(*TEXTS, *TEXTS) == [*firsts, *firsts][1:]
    assert parted("河堤修好了", *TEXTS, *TEXTS) == [*firsts, *firsts]


def test_text_may_go_on_below_a_caption():
    found = parted(*TEXTS, "镇里分批检查\n了河堤", "图为检查现场。", "和泵站。", *TEXTS)
    assert "镇里分批检查" in found
    assert "和泵站。" not in found


def test_where_columns_are_put_back_blank_lines_part_only_what_they_stand_between():
    page = island("spread", 9040).raw
    sights = seen(page)
    spans = [(sight.unit.start, sight.unit.end) for sight in sights]
    assert spans != sorted(spans)
    found = known.parted_by_blanks(sights, own_words(sights))
    assert found
    assert not [at for at in found if page[spans[at - 1][1] : spans[at][0]].strip()]
    assert all(spans[at - 1] < spans[at] for at in found)


def test_text_may_go_on_below_a_line_that_fills_its_column():
    """Which by its words may be a headline, too."""
    full = "连日来，镇里分批检查河堤\n和泵站，一共换下旧的水管。"
    found = parted(*[full] * 4, "镇里分批检查河堤和泵站的", "水管。", *[full] * 4)
    assert "镇里分批检查河堤和泵站的" in found
    assert "水管。" not in found


def test_what_begins_below_a_blank_line_is_known_when_a_page_is_read_for_the_last_time():
    text = "\n\n".join(TEXTS * 2)
    found = {at for at, states, more in late(text) if (State.LAST in states and more < 0)}
    assert found == set(known.parted_by_blanks(seen(text), own_words(seen(text)))) != set()


def test_a_blank_line_parts_nothing_that_does_not_stand_on_both_sides_of_it():
    """The last block is read between the first two: columns were moved."""
    sights = seen("\n\n".join(TEXTS * 2))
    last = len(TEXTS[-1].split("\n"))
    begin = len(TEXTS[0].split("\n"))
    moved = [*sights[:begin], *sights[-last:], *sights[begin:-last]]
    found = known.parted_by_blanks(moved, own_words(moved))
    begins = [moved[at].unit.text for at in found]
    firsts = [text.partition("\n")[0] for text in TEXTS * 2]
    assert begins == firsts[2:-1]


@pytest.mark.parametrize(
    "inside",
    [
        ["▲居民在新修的小桥上看河，周明 摄"],
        ["□责任编辑 周明，版面 李红"],
        ["镇里召开会议，提出三点要求："],
        ["镇里三百名党员用半个月走遍沿河村庄"],
    ],
)
def test_captions_furniture_announcements_and_long_headlines_break_nothing_off(inside):
    wide = "\n".join("".join(text.split()) * 3 for text in TEXTS)
    assert parted(*wide.split("\n"), *inside, *wide.split("\n"))


@pytest.mark.parametrize(
    "blocks",
    [
        TEXTS[:3],
        (*TEXTS, "连日来，镇里分批检查", "河堤和泵站。", *TEXTS),
    ],
)
def test_few_sentences_above_blank_lines_or_one_broken_off_show_nothing(blocks):
    assert parted(*blocks) == []
