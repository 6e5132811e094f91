"""All sentences of the commands, in Chinese and English; help, errors and reasons stand beside.

A table maps a key to a pair, Chinese first; facts stand in braces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[str, str]
Table = dict[str, Pair]


class _Facts(dict[str, object]):
    """Facts for a sentence; one that was not given is left out."""

    def __missing__(self, key: str) -> str:
        return ""


class Words:
    """Makes sentences in one language, ``zh_CN`` or ``en``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._at = 0 if language == "zh_CN" else 1

    def pick(self, pair: Pair) -> str:
        """Give the one of two that is in this language."""
        return pair[self._at]

    def say(self, key: str, **facts: object) -> str:
        """Give the sentence of a key."""
        return self.fill(SAID[key], facts)

    def fill(self, pair: Pair, facts: Mapping[str, object]) -> str:
        """Put facts into a sentence."""
        return self.pick(pair).format_map(_Facts(facts))

    def wish(self, verb: str, detail: Mapping[str, object]) -> str:
        """Say what a wish of the journal did."""
        facts: dict[str, object] = {}
        for name, value in detail.items():
            facts[name] = "、".join(map(str, value)) if isinstance(value, list) else value
        if detail.get("status") in STATUSES:
            facts["status"] = self.pick(STATUSES[str(detail["status"])])
        pair = WISHES.get(verb)
        return verb if pair is None else self.fill(pair, facts)

    def status(self, status: str) -> str:
        """Name a status."""
        return self.pick(STATUSES.get(status, (status, status)))


STATUSES: Table = {
    "new": ("未校", "not begun"),
    "working": ("校对中", "in work"),
    "proofed1": ("一校", "first proof"),
    "proofed2": ("二校", "second proof"),
    "disputed": ("存疑", "disputed"),
    "nontext": ("非正文", "not text"),
}

WISHES: Table = {
    "import": ("导入 {name}", "import {name}"),
    "edit": ("改字", "typing"),
    "replace": (
        "把“{old}”都改为“{new}”（{count} 篇）",
        "replace “{old}” by “{new}” (articles: {count})",
    ),
    "split": ("拆段", "split a paragraph"),
    "join": ("并段", "join paragraphs"),
    "move": ("移动段落", "move a block"),
    "kind": ("改段落种类", "change the kind of a block"),
    "supply": ("补拟标题", "supply a headline"),
    "accept": ("认可断行（{count} 处）", "accept seams ({count})"),
    "status": ("状态改为“{status}”（{count} 篇）", "status “{status}” (articles: {count})"),
    "split article": ("拆篇", "split an article"),
    "merge articles": ("并篇", "merge articles"),
    "issue set": ("更正期 {issue}", "correct issue {issue}"),
    "issue merge": ("把期 {issues} 并入 {into}", "merge issues {issues} into {into}"),
    "withdraw": ("撤出期 {issues}", "withdraw issues {issues}"),
    "tag": ("加主题“{tag}”（{count} 篇）", "add tag “{tag}” (articles: {count})"),
    "untag": ("去主题“{tag}”（{count} 篇）", "remove tag “{tag}” (articles: {count})"),
    "tag rename": ("主题“{old}”改名为“{new}”", "rename tag “{old}” to “{new}”"),
    "tag merge": ("把主题 {olds} 并入“{into}”", "merge tags {olds} into “{into}”"),
    "tag delete": ("删除主题“{tag}”", "delete tag “{tag}”"),
    "mark": ("给词句加主题“{tag}”", "tag a phrase “{tag}”"),
    "unmark": ("去词句的主题", "take the tag from a phrase"),
    "erase": ("删去跨段的文字", "erase text over several blocks"),
}
"""What the journal's verbs did."""

SAID: Table = {
    "done": ("已做", "done"),
    "undone": ("已撤销", "undone"),
    "undid": ("撤销：{what}", "undone: {what}"),
    "redid": ("重做：{what}", "done again: {what}"),
    "changed": ("{count} 篇有变动", "articles changed: {count}"),
    "changed issues": ("{count} 期有变动", "issues changed: {count}"),
    "changed tags": ("{count} 个主题有变动", "tags changed: {count}"),
    "nothing changed": ("没有变动", "nothing changed"),
    "literal": (
        "查询按原样查找：{why}",
        "the query is searched as it stands: {why}",
    ),
    "exported": (
        "{path}：{articles} 篇，{characters} 字，{files} 个文件，"
        "存疑断行 {doubts} 处，未校 {unproofed} 篇",
        "{path}: {articles} articles, {characters} characters, {files} files, {doubts} doubts,"
        " {unproofed} not proofread",
    ),
    "backed up": (
        "{path}：{pages} 版，{articles} 篇，{characters} 字，已核对",
        "{path}: {pages} pages, {articles} articles, {characters} characters, verified",
    ),
    "restored": (
        "{path}：已恢复，{pages} 版，{articles} 篇，{characters} 字，已核对",
        "{path}: restored, {pages} pages, {articles} articles, {characters} characters, verified",
    ),
    "kept": ("原来的库留在 {path}", "what was there before is kept at {path}"),
    "sound": ("完好", "sound"),
    "faulty": ("有 {count} 处问题", "faults: {count}"),
    "pending": ("尚未编入索引：{count} 版", "pages not indexed yet: {count}"),
    "versions": (
        "jiaokan {program}，SQLite {sqlite}，库格式 {schema}",
        "jiaokan {program}, SQLite {sqlite}, library format {schema}",
    ),
    "near": ("（是不是“{name}”？）", " (did you mean “{name}”?)"),
    "known": ("已有主题", "tag in use"),
    "keyword": ("主题词", "keyword"),
    "engine": ("程序", "program"),
    "like": ("文字与期 {issue} 的一版大体相同", "much the same text as a page of issue {issue}"),
}
"""What commands say."""

LITERAL: Table = {
    "form": ("引号或写法不成对", "quotation marks are not in pairs"),
    "field": ("没有这个字段", "there is no such field"),
    "empty": ("字段没有值", "a field has no value"),
    "status": ("没有这个状态", "there is no such status"),
    "date": ("日期不合写法", "a date is not well formed"),
    "has": ("has: 只有 doubt", "has: knows only doubt"),
}
"""Why a query is searched as it stands."""

COLUMNS: Table = {
    "issues": ("期", "issues"),
    "pages": ("版", "pages"),
    "articles": ("篇", "articles"),
    "characters": ("字", "characters"),
    "doubts": ("存疑断行", "doubts"),
    "seam": ("断行", "seam"),
    "status": ("状态", "status"),
    "tag": ("主题", "tag"),
}
"""What `stats` counts."""
