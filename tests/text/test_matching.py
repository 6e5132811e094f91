"""Headlines that stand together, and the bodies that they belong to."""

from __future__ import annotations

import pytest

from reader.model import Kind
from reader.text.articles import assemble
from reader.text.blocks import Block
from reader.text.features import units_of
from reader.text.lines import split_lines
from reader.text.matching import Opening, Part, parted
from reader.text.openings import lead_odds, pairs_of

FLOOD = "4月14日，青禾镇召开防汛工作会议，部署今年的防汛工作，要求各村早作准备。"
MEALS = "4月16日，柳岸村老年食堂启用，老人们吃上了热饭热菜，都说味道不错。"
MORE = "大家看了河堤和水闸的照片，提出了不少意见，都被一条条记了下来。"
KINDS = {"k": Kind.KICKER, "t": Kind.TITLE, "s": Kind.SUBTITLE, "p": Kind.PARA, "b": Kind.BYLINE,
         "c": Kind.CAPTION, "l": Kind.SECTION, "f": Kind.FURNITURE}  # fmt: skip


def stories(page, sure=()):
    """Assemble lines that tell their kind by their first letter; give each story's lines.

    With a capital an article begins there, likely. `sure` has the probabilities of the first kinds.
    """
    rows = [line for line in page.split("\n") if line]
    text = "\n".join(row[2:] for row in rows)
    units = units_of(text, split_lines(text), ())
    blocks = [Block(KINDS[row[0].lower()], [at]) for at, row in enumerate(rows)]
    for block, share in zip(blocks, sure, strict=False):
        block.sure = share
    made = assemble(blocks, units, [0.9 if row[0].isupper() else 0.05 for row in rows])
    return [
        (
            [(blocks[at].kind.value, units[at].text) for at in story.head],
            [units[at].text for at in story.body],
        )
        for story in made
    ]


def test_two_groups_above_two_bodies_in_the_other_order():
    heads = "T 老年食堂启用\ns 柳岸村送上热饭热菜\nT 早作准备保平安\ns 青禾镇部署防汛工作"
    page = f"{heads}\np {FLOOD}\np {MORE}\np {MEALS}"
    found = stories(page)
    assert [body for _, body in found] == [[FLOOD, MORE], [MEALS]]
    assert [head[0] for head, _ in found] == [
        ("title", "早作准备保平安"),
        ("title", "老年食堂启用"),
    ]


def test_a_kicker_a_title_and_a_subtitle_stay_together():
    page = (
        f"k 青禾镇\nt 早作准备保平安\ns 青禾镇部署防汛工作\nb 本报记者 王小明\np {FLOOD}\np {MORE}"
    )
    ((head, body),) = stories(page)
    assert [kind for kind, _ in head] == ["kicker", "title", "subtitle", "byline"]
    assert body == [FLOOD, MORE]


def test_an_unsure_second_title_becomes_a_subtitle():
    ((head, _),) = stories(f"t 早作准备 保平安\nt 青禾镇召开防汛工作会议\np {FLOOD}")
    assert [kind for kind, _ in head] == ["title", "subtitle"]


@pytest.mark.parametrize(
    ("sure", "wanted"),
    [
        ((0.6, 0.99, 0.9), ["kicker", "title", "subtitle"]),
        ((0.96, 0.97, 0.99), ["kicker", "kicker", "title"]),
        ((0.98, 0.99, 0.999), ["title", "subtitle", "subtitle"]),
        ((0.9, 0.91, 0.9), ["title", "subtitle", "subtitle"]),
    ],
)
def test_the_surest_headline_is_the_title_where_the_title_may_be_none(sure, wanted):
    page = f"t 河畔报第四期\ns 早作准备保平安\ns 青禾镇部署防汛工作\np {FLOOD}"
    ((head, _),) = stories(page, sure)
    assert [kind for kind, _ in head] == wanted


def test_all_headlines_at_the_end_of_the_page():
    page = f"p {FLOOD}\nl 民生\np {MEALS}\nf 河畔报\nT 青禾镇部署防汛工作\nT 老年食堂启用"
    found = stories(page)
    assert [(head[0][1], body) for head, body in found] == [
        ("青禾镇部署防汛工作", [FLOOD]),
        ("老年食堂启用", [MEALS]),
    ]


def test_an_article_without_headline_begins_at_a_lead_behind_a_signature():
    found = stories(f"t 青禾镇部署防汛工作\np {FLOOD}\nb （记者 王小明）\np {MEALS}\np {MORE}")
    assert [body for _, body in found] == [[FLOOD, "（记者 王小明）"], [MEALS, MORE]]


def test_a_signed_label_is_a_title_unless_a_headline_follows():
    ((head, _),) = stories(f"l 春望\nb 王小明\np {MORE}")
    assert head[0] == ("title", "春望")
    ((head, _),) = stories(f"l 民生\nb 王小明\nt 老年食堂启用\np {MEALS}")
    assert [kind for kind, _ in head] == ["byline", "title"]


def test_captions_above_a_headline_belong_to_its_article():
    found = stories(f"c 图为河堤。\nt 青禾镇部署防汛工作\np {FLOOD}")
    assert [body for _, body in found] == [["图为河堤。", FLOOD]]
    assert stories("c 图为河堤。") == [([], ["图为河堤。"])]


def test_slogans_take_nothing_from_their_group():
    words = [pairs_of("早作准备保平安"), pairs_of("青禾镇防汛会议")]
    opening = Opening(0.0, pairs_of(FLOOD))
    assert parted(words, [-99.0, -2.5], [opening], below=True) == [Part(0, 2, 0)]


def test_leads():
    assert lead_odds("本报讯（记者 王小明）近日") > lead_odds("4月14日，青禾镇") > 0
    assert lead_odds("大家都说好。") == 0


def test_names_begin_an_article_only_above_a_headline():
    assert len(stories(f"t 老年食堂启用\nB 王小明\np {MEALS}")) == 1
    found = stories(f"t 早作准备保平安\nB 王小明\nt 老年食堂启用\np {MEALS}\nP {FLOOD}")
    assert [head[0] for head, _ in found][-1] != ("byline", "王小明")
    assert len(found) == 2


def test_a_headline_that_likely_begins_an_article_parts_the_headlines():
    page = "{} 老年食堂启用\n{} 早作准备保平安\np " + f"{FLOOD}"
    assert len(stories(page.format("t", "t"))) == 1
    assert len(stories(page.format("t", "T"))) == 2


def test_a_run_of_many_headlines_is_parted_wherever_it_is_sure():
    words = [pairs_of(f"第{at}则消息说的是别处") for at in range(9)]
    parts = parted(words, [-99.0, *[3.0] * 8], [], below=False)
    assert [(part.low, part.high) for part in parts] == [(at, at + 1) for at in range(9)]
    unsure = parted(words, [-99.0, *[-3.0] * 8], [], below=False)
    assert [(part.low, part.high) for part in unsure] == [(0, 9)]
