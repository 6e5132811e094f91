"""The reasons of a verdict in Chinese and English, by the engine's code; {0} {1} are its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Table, Words
    from reader.model import Reason

REASONS: Table = {
    "person": ("人定的", "a person decided it"),
    "stop": ("上行以“{0}”收尾", "the line above ends with {0}"),
    "no_stop": ("上行以“{0}”结尾，不是句末", "the line above ends with {0}, which is no stop"),
    "pause": ("上行以“{0}”停顿", "the line above ends with a pause, {0}"),
    "short": ("上行宽 {0} 字，栏宽 {1} 字", "the line above is {0} ems wide in a column of {1}"),
    "full": ("上行满栏（{0}／{1} 字）", "the line above fills its column ({0} of {1} ems)"),
    "over": (
        "上行宽出栏外（{0}／{1} 字）",
        "the line above is wider than its column ({0} of {1} ems)",
    ),
    "next_indent": (
        "下行比栏宽少两字（{0}／{1} 字），像首行",
        "the line below is two ems short ({0} of {1}), as first lines are",
    ),
    "next_full": (
        "下行满栏（{0}／{1} 字），不像首行",
        "the line below is full ({0} of {1} ems), as first lines here are not",
    ),
    "next_in": ("下行缩进", "the line below stands further in"),
    "blank": (
        "中间有 {0} 个空行",
        "{0:blank line stands|blank lines stand} between",
    ),
    "blank_means_little": (
        "中间有 {0} 个空行，但这一版的空行作不得准",
        "{0:blank line stands|blank lines stand} between, which on this page means little",
    ),
    "no_blank": (
        "中间没有空行，而这一版段间有空行",
        "no blank line, as this page has between paragraphs",
    ),
    "opens": ("下行以“{0}”开头，像段首", "the line below begins with {0}, as paragraphs do"),
    "goes_on": ("下行以“{0}”开头，不能起段", "the line below begins with {0}, which begins none"),
    "open_bracket": ("“{0}”还没有合上", "{0} is still open"),
    "word_cut": ("断在词“{0}”中", "the line end cuts the word {0}"),
    "own_cut": (
        "断在“{0}”中（本报常连用）",
        "the line end cuts {0}, which this newspaper often has in one",
    ),
    "number_cut": ("断在数字“{0}”中", "the line end cuts the number {0}"),
    "latin_cut": ("断在西文“{0}”中", "the line end stands inside {0}"),
    "headline": ("挨着标题", "a headline stands beside it"),
    "headline_goes_on": ("两行是一个标题", "both lines are one headline"),
    "furniture": ("挨着版面杂项", "furniture stands beside it"),
    "caption": ("挨着图注或署名", "a caption or byline stands beside it"),
    "inside": ("段中夹着版面杂项或图注", "furniture or a caption stands inside the paragraph"),
    "verse": ("诗行", "lines of verse"),
    "moved": ("下文在别处：“{0}”接“{1}”", "the text goes on elsewhere: {0}, then {1}"),
    "perhaps": (
        "下文可能在别处：“{0}”接“{1}”",
        "the text may go on elsewhere: {0}, then {1}",
    ),
    "torn": (
        "这里断了，版上没有下文",
        "the text breaks off, and nothing on the page goes on with it",
    ),
    "doubled": ("“{0}”在断行处连写两遍", "{0} stands twice in a row across the line end"),
    "latin": (
        "版上多是西文，断行只是猜测",
        "the page is mostly Latin text, of which line ends are only guessed",
    ),
    "rough": (
        "本版有数万行，只作粗读",
        "the page has so many lines that it was only read roughly",
    ),
    "pieces": ("印刷时本是一行，被抽取程序拆成数截", "pieces of one printed line"),
    "number": ("数字旁的空格是排版所致", "a space beside a number, made by typesetting"),
    "apart": ("此版字字之间都有空格", "a space as between all characters of this page"),
    "edge": ("版首或版末", "the begin or end of the page"),
    "as_is": ("未作修复", "no repair was asked for"),
}
"""A code that is not here is told as it is, with its facts."""


def reason_words(reason: Reason, words: Words) -> str:
    """Say a reason."""
    pair = REASONS.get(reason.code)
    if pair is None:
        return " ".join((reason.code, *reason.facts))
    facts = {f"_{at}": fact for at, fact in enumerate(reason.facts)}
    return words.fill(_named(pair), facts)


def _named(pair: tuple[str, str]) -> tuple[str, str]:
    """Turn ``{0}`` into a name, so that a fact that is missing is left out and breaks nothing."""
    zh, en = (said.replace("{0", "{_0").replace("{1", "{_1") for said in pair)
    return zh, en
