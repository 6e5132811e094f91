"""The query language: a table of cases, and what holds of any string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Status
from reader.text.query import (
    MOST,
    AnyOf,
    Dated,
    Doubtful,
    InStatus,
    OfIssue,
    Query,
    Tagged,
    Titled,
    Word,
    parse,
)

CASES = [
    ("", ()),
    ("  \t\u3000", ()),
    ("社区", (Word("社区"),)),
    ("社区 晨报", (Word("社区"), Word("晨报"))),
    ("社区\u3000晨报\n", (Word("社区"), Word("晨报"))),
    ('"社区 晨报"', (Word("社区 晨报"),)),
    ('-"社区 晨报" a', (Word("社区 晨报", negated=True), Word("a"))),
    ("-社区", (Word("社区", negated=True),)),
    ("--社区", (Word("-社区", negated=True),)),
    ("a-b", (Word("a-b"),)),
    ("12:30 时间:下午", (Word("12:30"), Word("时间:下午"))),
    ('"a:b"', (Word("a:b"),)),
    ('" "', (Word(" "),)),
    ("tag:会议", (Tagged("会议"),)),
    ('tag:"两 词"', (Tagged("两 词"),)),
    ("-tag:会议", (Tagged("会议", negated=True),)),
    ("tag:a:b", (Tagged("a:b"),)),
    ("status:proofed1", (InStatus(Status.PROOFED1),)),
    ("issue:晨报", (OfIssue("晨报"),)),
    ("has:doubt", (Doubtful(),)),
    ("-has:doubt", (Doubtful(negated=True),)),
    ("has:title -有:报名", (Titled(), Titled(negated=True))),
    ("date:2025", (Dated("2025", "2025"),)),
    ("date:2025-04", (Dated("2025-04", "2025-04"),)),
    ("date:2024-02-29", (Dated("2024-02-29", "2024-02-29"),)),
    ("date:2024..2025-04", (Dated("2024", "2025-04"),)),
    ("-date:2025..2024", (Dated("2025", "2024", negated=True),)),
    ("主题:会议", (Tagged("会议"),)),
    ("-主题：会议", (Tagged("会议", negated=True),)),
    ('主题:"两 词"', (Tagged("两 词"),)),
    ("状态:在校", (InStatus(Status.WORKING),)),
    ("状态:working", (InStatus(Status.WORKING),)),
    ("status:在校", (InStatus(Status.WORKING),)),
    ('status:"in work"', (InStatus(Status.WORKING),)),
    ("状态:存疑", (InStatus(Status.DISPUTED),)),
    ("期:晨报", (OfIssue("晨报"),)),
    ("日期：2025-01..2025-06", (Dated("2025-01", "2025-06"),)),
    ("有:疑点", (Doubtful(),)),
    ("-有：存疑", (Doubtful(negated=True),)),
    ('"主题:会议"', (Word("主题:会议"),)),
    ("tag:会议|经济", (AnyOf((Tagged("会议"), Tagged("经济"))),)),
    ('-tag:会议|"两 词" a', (AnyOf((Tagged("会议"), Tagged("两 词")), negated=True), Word("a"))),
    ('tag:"两 词"|会议', (AnyOf((Tagged("两 词"), Tagged("会议"))),)),
    ('tag:"两|词"', (Tagged("两|词"),)),
    ('状态:"in work"|一校', (AnyOf((InStatus(Status.WORKING), InStatus(Status.PROOFED1))),)),
    ("日期:2024|2025-01..2025-03", (AnyOf((Dated("2024", "2024"), Dated("2025-01", "2025-03"))),)),
    ("甲|乙", (Word("甲|乙"),)),
    ("报纸:江城晚报", (OfIssue("江城晚报"),)),
    ("-报纸：晨报|晚报", (AnyOf((OfIssue("晨报"), OfIssue("晚报")), negated=True),)),
    ("paper:晨报 newspaper:a", (OfIssue("晨报"), OfIssue("a"))),
    ("大主题:会议 主题会议", (Word("大主题:会议"), Word("主题会议"))),
]

LITERAL = [
    ('"社区', "form"),
    ('社"区"', "form"),
    ('"社"区', "form"),
    ('tag:a"b"', "form"),
    ('"甲"|"乙"', "form"),
    ("tag:a|", "empty"),
    ("tag:|a", "empty"),
    ("tag:a||b", "empty"),
    ('tag:a|""', "empty"),
    ("status:new|done", "status"),
    ('""', "empty"),
    ('-""', "empty"),
    ("-", "empty"),
    ("a - b", "empty"),
    ("tag:", "empty"),
    ('tag:""', "empty"),
    ('"\n"', "empty"),
    ("TAG:a", "field"),
    ("http://a", "field"),
    ("foo:", "field"),
    ('foo:"a b"', "field"),
    ("status:done", "status"),
    ("甲 " * (MOST + 1), "many"),
    ("issue:1 tag:" + "a|" * (MOST - 1) + "b", "many"),
    ("has:tags", "has"),
    ("date:25", "date"),
    ("date:2025-13", "date"),
    ("date:2025-02-29", "date"),
    ("date:2025..", "date"),
    ("date:..2025", "date"),
    ("date:0000", "date"),
    ("date:２０２５", "date"),
    ("date:2025-4", "date"),
    ("主题:", "empty"),
    ("报纸:", "empty"),
    ("paper:", "empty"),
    ("状态：", "empty"),
    ("状态:完成", "status"),
    ("有:主题", "has"),
    ("日期:四月", "date"),
]


@pytest.mark.parametrize(("text", "terms"), CASES)
def test_understood(text, terms):
    assert parse(text) == Query(text, terms)


@pytest.mark.parametrize(("text", "reason"), LITERAL)
def test_searched_as_it_stands(text, reason):
    query = parse(text)
    assert query == Query(text, (Word(text),), literal=True, reason=reason, about=query.about)
    assert parse(text + " 甲").terms == (Word(text + " 甲"),)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("foo:bar", "foo"),
        ("甲 foo:", "foo"),
        ("TAG:a", "TAG"),
        ("status:done", "done"),
        ("状态:未校|完成", "完成"),
        ("date:2025-13", "2025-13"),
        ("有:主题", "主题"),
        ("tag:", ""),
        ('a"b', ""),
    ],
)
def test_what_is_not_understood_is_named(text, about):
    assert parse(text).about == about


def test_words_pass_over_line_ends_and_come_once():
    query = parse('"甲\n乙" 甲乙 -丙 -丙 tag:丁 甲')
    assert query.words == ("甲乙", "甲")
    assert query.unwanted == ("丙",)
    assert query.facets == (Tagged("丁"),)


QUERIES = st.lists(
    st.sampled_from(
        [
            "甲",
            "乙丙",
            " ",
            '"',
            "-",
            ":",
            "tag:",
            "date:",
            "2025",
            "..",
            "-04",
            "has:doubt",
            "a",
            "status:new",
            "issue:",
            "\n",
            "\u3000",
            "\x00",
            "\ud800",
            "x:",
            "主题:",
            "有：",
            "疑点",
        ]
    ),
    max_size=8,
).map("".join)


@given(QUERIES)
def test_any_query_is_understood_or_literal(text):
    query = parse(text)
    assert query.text == text
    assert query.literal == (query.reason is not None)
    if query.literal:
        assert query.terms == (Word(text),)
        return
    for word in query.words + query.unwanted:
        assert word
        assert word in text.replace("\n", "")


@given(QUERIES)
def test_a_query_written_anew_is_understood_the_same(text):
    query = parse(text)
    if not query.literal:
        assert parse(" ".join(map(written, query.terms))).terms == query.terms


def written(term) -> str:
    match term:
        case Word(text=text):
            told = f'"{text}"'
        case Tagged(name=name):
            told = f'tag:"{name}"'
        case InStatus(status=status):
            told = f"status:{status}"
        case OfIssue(text=text):
            told = f'issue:"{text}"'
        case Dated(first=first, last=last):
            told = f"date:{first}..{last}"
        case Titled():
            told = "has:title"
        case _:
            told = "has:doubt"
    return ("-" if term.negated else "") + told


def test_a_long_query_is_read_in_one_pass():
    assert parse('甲"' * 50_000).literal
    assert len(parse("甲乙 " * MOST + " " * 50_000).terms) == MOST
    assert parse("甲乙 " * 50_000).reason == "many"
    assert parse("-" * 50_000 + '"').literal
