"""All sentences of the commands, in Chinese and English; help, errors and reasons stand beside.

A table maps a key to a pair, Chinese first; facts stand in braces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.learning_words import LEARNING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[str, str]
Table = dict[str, Pair]


class _Fact:
    """A fact in a sentence; ``{files:file|files}`` is a number with its noun."""

    def __init__(self, value: object) -> None:
        self._said = str(value)

    def __format__(self, nouns: str) -> str:
        one, _, many = nouns.partition("|")
        return f"{self._said} {one if self._said == '1' else many}".strip() if nouns else self._said


class _Facts(dict[str, object]):
    """Facts for a sentence; one that was not given is left out."""

    def __getitem__(self, key: str) -> _Fact:
        return _Fact(self.get(key, ""))


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
        facts["fields"] = self._corrected(detail)
        if verb in ("withdraw", "bring back"):
            facts |= self._withdrawn(detail)
        told = (
            f"{verb} {fact}"
            for fact in ("new", "old", "given", "aside", "blocks", "words", "text")
            if detail.get(fact)
        )
        pair = next((WISHES[key] for key in told if key in WISHES), WISHES.get(verb))
        return verb if pair is None else self.fill(pair, facts)

    def literal(self, reason: str, about: str) -> str:
        """Say why a query is searched for literally, and of what there is not, what there is."""
        known = {
            "field": [self.pick(pair) for pair in QUERY_FIELDS],
            "status": [self.pick((zh, name)) for name, (zh, _) in STATUSES.items()],
        }
        said = self.pick(("、", ", ")).join(known.get(reason, ()))
        why = self.fill(LITERAL[reason], {"name": about, "known": said})
        return self.say("literal", why=why)

    def _withdrawn(self, detail: Mapping[str, object]) -> dict[str, object]:
        """Count issues, and name them as far as their names were written down, then by id."""
        given, named = detail.get("issues"), detail.get("of")
        ids = list(dict.fromkeys(map(str, given))) if isinstance(given, list) else []
        names = self.pick(("、", ", ")).join(map(str, named)) if isinstance(named, list) else ""
        told = self.pick(("：", ": ")) + names if names else ""
        within = self.pick(("、", ", ")).join(ids)
        return {"count": len(ids), "names": told, "ids": self.fill(IN_BRACKETS, {"ids": within})}

    def _corrected(self, detail: Mapping[str, object]) -> str:
        """Say which fields of an issue were corrected; nothing when that was not written down."""
        given = ((pair, detail.get(name)) for name, pair in FIELDS.items())
        told = [
            self.fill(GIVEN if value else EMPTIED, {"name": self.pick(pair), "value": value})
            for pair, value in given
            if value is not None
        ]
        return self.pick(("：", ": ")) + self.pick(("，", ", ")).join(told) if told else ""

    def status(self, status: str) -> str:
        """Name a status."""
        return self.pick(STATUSES.get(status, (status, status)))


STATUSES: Table = {
    "new": ("未校", "not begun"),
    "working": ("在校", "in work"),
    "proofed1": ("一校", "1st proof"),
    "proofed2": ("二校", "2nd proof"),
    "disputed": ("存疑", "disputed"),
    "nontext": ("非文", "not text"),
}

WISHES: Table = {
    "import": ("导入 {name}", "import {name}"),
    "edit": ("键入", "typing"),
    "edit new": ("键入“{new}”", "typing “{new}”"),
    "edit old": ("删去“{old}”", "taking out “{old}”"),
    "replace": (
        "把“{old}”都改为“{new}”（{count} 篇）",
        "replace “{old}” by “{new}” (articles: {count})",
    ),
    "split": ("分段", "split a paragraph"),
    "join": ("接合段落", "join paragraphs"),
    "remove": ("去掉空段", "remove an empty block"),
    "move": ("移动段落", "move a block"),
    "kind": ("更改段的种类", "change the kind of a block"),
    "kind given": ("把版面杂项归入正文", "give a line of the furniture to an article"),
    "kind aside": ("归入版面杂项", "move a block to the furniture"),
    "supply": ("补拟标题", "supply a headline"),
    "accept": ("认可断行（{count} 处）", "accept seams ({count})"),
    "status": ("状态改为“{status}”（{count} 篇）", "status “{status}” (articles: {count})"),
    "split article": ("分篇", "split an article"),
    "merge articles": ("合篇", "merge articles"),
    "furniture": ("整篇归入版面杂项", "move an article to the furniture"),
    "issue set": ("订正期次 {issue}{fields}", "correct issue {issue}{fields}"),
    "page move": ("移版：归入 {issue}", "move a page into {issue}"),
    "issue merge": ("合期：{issues} 并入 {into}", "merge issues {issues} into {into}"),
    "withdraw": ("撤下 {count} 期{names}{ids}", "withdraw {count:issue|issues}{names}{ids}"),
    "bring back": ("取回 {count} 期{names}{ids}", "bring {count:issue|issues} back{names}{ids}"),
    "tag": ("添加主题“{tag}”（{count} 篇）", "add topic “{tag}” (articles: {count})"),
    "untag": ("去掉主题“{tag}”（{count} 篇）", "remove topic “{tag}” (articles: {count})"),
    "tag rename": ("主题“{old}”改名为“{new}”", "rename topic “{old}” to “{new}”"),
    "tag merge": ("把主题 {olds} 并入“{into}”", "merge topics {olds} into “{into}”"),
    "tag delete": ("删除主题“{tag}”", "delete topic “{tag}”"),
    "mark": ("将词句标为“{tag}”", "mark a phrase as “{tag}”"),
    "unmark": ("去掉词句标记", "unmark a phrase"),
    "erase": ("跨段删除", "erase across paragraphs"),
    "paste": ("粘贴“{new}”", "paste “{new}”"),
    "rerun": (
        "重新断行（{pages} 版，改断行 {seams} 处）",
        "run the engine again (pages: {pages}, line ends changed: {seams})",
    ),
    "rerun blocks": (
        "重新断行（{pages} 版，改断行 {seams} 处，段落与篇 {blocks} 处）",
        "run the engine again (pages: {pages}, line ends changed: {seams}, blocks: {blocks})",
    ),
    "learn": ("由 {verdicts} 处判定学习", "learn from {verdicts:verdict|verdicts}"),
    "learn words": (
        "由 {verdicts} 处判定和库中文字学习（本报常连用的字对 {words} 个）",
        "learn from {verdicts:verdict|verdicts} and the text ({words:word|words} of this"
        " newspaper)",
    ),
    "learn text": (
        "由库中文字学习（本报常连用的字对 {text} 个）",
        "learn from the text ({text:word|words} of this newspaper)",
    ),
    "forget": ("忘掉所学", "forget what was learnt"),
    "refuse": ("不再建议主题“{tag}”", "suggest topic “{tag}” no more"),
    "forgive": ("重新显示拒绝过的建议", "show refused suggestions again"),
    "take refusals": ("收入以前拒绝的建议", "take in suggestions that were refused before"),
}
"""What the journal's verbs did."""

FIELDS: Table = {
    "title": ("报名", "title"),
    "date": ("日期", "date"),
    "number": ("期号", "number"),
    "page": ("版次", "page"),
}
"""What may be corrected of an issue."""

IN_BRACKETS: Pair = ("（{ids}）", " ({ids})")
GIVEN: Pair = ("{name}“{value}”", "{name} “{value}”")
EMPTIED: Pair = ("去掉{name}", "{name} taken away")

SAID: Table = LEARNING | {
    "done": ("已做", "done"),
    "undone": ("已撤销", "undone"),
    "undid": ("撤销：{what}", "undone: {what}"),
    "redid": ("重做：{what}", "done again: {what}"),
    "changed": ("{count} 篇有变动", "articles changed: {count}"),
    "changed issues": ("{count} 期有变动", "issues changed: {count}"),
    "changed tags": ("{count} 个主题有变动", "topics changed: {count}"),
    "nothing changed": ("没有变动", "nothing changed"),
    "literal": (
        "查询不合写法，按字面查找：{why}",
        "not a well-formed query, so it is searched for literally: {why}",
    ),
    "exported": (
        "{path}：{articles} 篇，{characters} 字，{files} 个文件，"
        "疑点 {doubts} 处，未校 {unproofed} 篇",
        "{path}: {articles:article|articles}, {characters:character|characters},"
        " {files:file|files}, {doubts:doubt|doubts}, {unproofed} not proofread",
    ),
    "backed up": (
        "{path}：{pages} 版，{articles} 篇，{characters} 字，已核对",
        "{path}: {pages:page|pages}, {articles:article|articles},"
        " {characters:character|characters}, verified",
    ),
    "backed up altered": (
        "{path}：{pages} 版，{articles} 篇，{characters} 字，照样复制了，但不是完好的：{altered} 处"
        "不是本程序写的样子。请用 jiaokan check 查看，早先的备份不要丢",
        "{path}: {pages:page|pages}, {articles:article|articles},"
        " {characters:character|characters}, copied as it is, but not sound: {altered:place|places}"
        " not as this program wrote it. Look with: jiaokan check, and keep the earlier backups",
    ),
    "restored altered": (
        "{path}：已恢复，{pages} 版，{articles} 篇，{characters} 字，但这个备份不是完好的："
        "{altered} 处不是本程序写的样子。请用 jiaokan check 查看，或恢复更早的备份",
        "{path}: restored, {pages:page|pages}, {articles:article|articles},"
        " {characters:character|characters}, but this backup is not sound: {altered:place|places}"
        " not as this program wrote it. Look with: jiaokan check, or restore an earlier backup",
    ),
    "exported altered": (
        "导出的文字里有 {altered} 份（版面原文或键入的文字）不是本程序写的样子，是在外面改动的。"
        "请用 jiaokan check 查看，恢复备份后重新导出",
        "what was exported holds {altered:text|texts} (of pages, or typed) not as this program"
        " wrote it: changed from outside. Look with: jiaokan check, restore a backup, and export"
        " anew",
    ),
    "automatic altered": (
        "库里有 {altered} 处不是本程序写的样子，自动备份照样复制了，但不算完好的备份，"
        "早先的备份都留着。请用 jiaokan check 查看",
        "the library holds {altered:place|places} not as this program wrote it; it was backed up as"
        " it is, which is no good backup, and the earlier ones stay. Look with: jiaokan check",
    ),
    "rescued altered": (
        "{path}/lost.txt：另有 {count} 份写出来了，但不是原来收进的样子（与 SHA-256 或封印不符）",
        "{path}/lost.txt: {count:text|texts} more written, but not as taken in (not of their"
        " SHA-256, or seal)",
    ),
    "restored": (
        "{path}：已恢复，{pages} 版，{articles} 篇，{characters} 字，已核对",
        "{path}: restored, {pages:page|pages}, {articles:article|articles},"
        " {characters:character|characters}, verified",
    ),
    "kept": ("原来的库留在 {path}", "what was there before is kept at {path}"),
    "rescued": (
        "{path}：救出 {pages} 版、{articles} 篇、{typed} 处键入，读不出 {lost} 处",
        "{path}: rescued {pages:page|pages}, {articles:article|articles},"
        " {typed:typed text|typed texts}; {lost} could not be read",
    ),
    "fragments": (
        "{path}/fragments：{count} 个文件，是库文件里看不出属于哪一版的文字，按所在的页编号",
        "{path}/fragments: {count:file|files} with runs of text of which it cannot be told to what"
        " they belong, numbered by the page of the library file they stand on",
    ),
    "sound": ("完好", "sound"),
    "faulty": ("有 {count} 处问题", "faults: {count}"),
    "pending": ("尚未编入索引：{count} 版", "pages not indexed yet: {count}"),
    "versions": (
        "jiaokan {program}，SQLite {sqlite}，库格式 {schema}",
        "jiaokan {program}, SQLite {sqlite}, library format {schema}",
    ),
    "near": ("（是不是“{name}”？）", " (did you mean “{name}”?)"),
    "known": ("已有主题", "topic in use"),
    "keyword": ("主题词", "keyword"),
    "engine": ("程序", "program"),
    "rerun done": (
        "看过 {looked} 版，{pages} 版有变动：断行 {seams} 处，段落与篇 {blocks} 处，"
        "把握与理由 {renewed} 处",
        "{looked:page|pages} read again, {pages} changed: {seams:line end|line ends},"
        " {blocks:block|blocks}, confidence and reasons of {renewed:line end|line ends}",
    ),
    "rerun foreseen": (
        "看过 {looked} 版，{pages} 版会变动：断行 {seams} 处，段落与篇 {blocks} 处，"
        "把握与理由 {renewed} 处；什么也没有写",
        "{looked:page|pages} read again, {pages} would change: {seams:line end|line ends},"
        " {blocks:block|blocks}, confidence and reasons of {renewed:line end|line ends};"
        " nothing was written",
    ),
    "seam changes": ("{before} → {after}", "{before} → {after}"),
    "reads join": ("接", "join"),
    "reads space": ("接，加空格", "join with a space"),
    "reads line": ("诗行", "line of verse"),
    "reads para": ("分", "part"),
    "reads as_is": ("照原样", "as it stands"),
    "block kind": ("类别：{before} → {after}", "kind: {before} → {after}"),
    "block move": ("移动：{before} → {after}", "moves: {before} → {after}"),
    "block doubled": ("重出的字：{after}", "doubled text: {after}"),
    "block order": ("各篇次序", "order of the articles"),
    "struck": ("删去", "struck"),
    "read": ("照读", "read"),
    "the page": ("版面", "the page"),
    "like": ("文字与期 {issue} 的一版大体相同", "much the same text as a page of issue {issue}"),
}
"""What commands say."""

QUERY_FIELDS: tuple[Pair, ...] = (
    ("主题", "tag"),
    ("状态", "status"),
    ("期", "issue"),
    ("日期", "date"),
    ("有", "has"),
)
"""The fields of a query."""

LITERAL: Table = {
    "form": ("引号不成对", "quotation marks are not in pairs"),
    "field": (
        "没有“{name}”这个字段，可用的是{known}",
        "there is no field “{name}”; the fields are {known}",
    ),
    "empty": ("字段没有值", "a field has no value"),
    "status": (
        "没有“{name}”这个状态，可用的是{known}",
        "there is no status “{name}”; the statuses are {known}",
    ),
    "date": ("日期不合写法，或没有这一天", "a date is not well formed, or there is no such day"),
    "many": ("词和值多于 {name} 个", "it has more than {name} words and values"),
    "has": ("“有:”只有疑点、报名", "has: knows only doubt and title"),
}
"""Why a query is searched for literally."""

COLUMNS: Table = {
    "issues": ("期数", "issues"),
    "pages": ("版数", "pages"),
    "articles": ("篇数", "articles"),
    "characters": ("字数", "characters"),
    "doubts": ("疑点", "doubts"),
    "seam": ("断行", "seam"),
    "status": ("状态", "status"),
    "tag": ("主题", "topic"),
}
"""What `stats` counts."""
