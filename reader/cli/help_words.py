"""Help: what each command does, what its options mean, and an example each, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reader.cli.words import Pair, Table, Words


@dataclass(frozen=True, slots=True)
class Help:
    """The help of a command: what it does, more about it, and an example."""

    does: Pair
    example: str
    more: Pair = ("", "")


HELP: dict[str, Help] = {
    "jiaokan": Help(
        (
            "校勘：离线校对、修复、标引、导出数字化的中文报纸。",
            "Proofread, repair, tag and export digitised Chinese newspapers, offline.",
        ),
        "jiaokan import 2025/ && jiaokan articles --where has:doubt",
        (
            "不写命令则打开窗口。库是一个文件：--library FILE（写在命令前后都可以），"
            "否则 $JIAOKAN_LIBRARY，否则在用户数据文件夹里。\n"
            '查询：词以空格分开，须都出现；"…" 是一个整体；tag:X status:X issue:X'
            " date:YYYY[-MM[-DD]] date:A..B has:doubt；status:X|Y 有其一即可；前面加 - 表示不要。\n"
            "字段也可以写成 主题:X 状态:X 期:X 日期:X 有:疑点，冒号全角半角都行。\n"
            "结束状态：0 完成；1 部分完成，或无可撤销；2 用法不对；"
            "3 库或输出不能用；4 打不开窗口。",
            "With no command the window opens. The library is one file: --library FILE (before or"
            " after the command), else $JIAOKAN_LIBRARY, else in the user's data folder.\n"
            'Queries: words divided by spaces must all occur; "…" is one phrase; tag:X status:X'
            " issue:X date:YYYY[-MM[-DD]] date:A..B has:doubt; status:X|Y is one or the"
            " other; a leading - negates.\n"
            "Fields may be named in Chinese, too: 主题:X 状态:X 期:X 日期:X 有:疑点.\n"
            "Exit status: 0 done; 1 done in part, or nothing to undo; 2 wrong usage; 3 the library"
            " or the output cannot be used; 4 no window can be opened.",
        ),
    ),
    "import": Help(
        (
            "导入文件和文件夹；一个文件一行，存妥后才列出。",
            "Take in files and folders; a line a file, printed once it is safely stored.",
        ),
        "jiaokan import 2025/ 补/0414.txt",
        (
            "每行：状态、路径、原因，以制表符分开。状态有 imported（已导入）"
            "unchanged（同样的文件已在库中）skipped（文件夹里不是文本的文件）refused（不收）。",
            "Each line is STATUS, PATH, REASON, divided by tabs; STATUS is imported, unchanged (the"
            " same bytes again), skipped (met in a folder, no source format) or refused.",
        ),
    ),
    "repair": Help(
        ("修复一版文字，不用库。", "Repair the text of a page; no library is needed."),
        "jiaokan repair 0414.txt --format text",
    ),
    "issues": Help(
        (
            "列出各期：编号、日期、报名、版次、状态、疑点、字数。",
            "List the issues: id, date, title, pages, status, doubts, characters.",
        ),
        "jiaokan issues",
        (
            "一期的状态，是期内各篇中进度最低的状态。\n"
            "--guide 列出各期“导读”的每一条，及“下转”“上接”之行：期、所在版、行、文字、所指的版；"
            "there（在所指的版）elsewhere（在别的版）missing（没有找到）no_page（所指的版不在库里）；"
            "找到的那篇的版、编号、标题；由哪一篇转去。",
            "The status is the least advanced of the issue's articles.\n"
            "--guide lists the entries of its page guides, and lines that say where an article"
            " goes on: issue, page, line, text, the page that is named; there, elsewhere (on"
            " another page), missing, or no_page (that page is not in the library);"
            " page, id and title of the article that was found; the id of the article that goes"
            " on there.",
        ),
    ),
    "articles": Help(
        (
            "列出各篇：编号、日期、标题、版次、状态、疑点、字数。",
            "List the articles: id, date, title, page, status, doubts, characters.",
        ),
        "jiaokan articles --where 'date:2025-04 has:doubt'",
    ),
    "doubts": Help(
        (
            "列出一期的疑点，最可能错的在前：篇、行号、现在的读法、把握、前后文字。",
            "List the doubts of an issue, the likeliest errors first: article, raw line, how it"
            " reads, confidence, the text around.",
        ),
        "jiaokan doubts ISSUE --limit 20",
    ),
    "show": Help(
        ("显示一篇。", "Show one article."),
        "jiaokan show ARTICLE --format diff",
        (
            "text 读法；json 版面结构；source 原文各行；diff 原文与读法对照。",
            "text: as it reads; json: the page form; source: the lines as received; diff: both.",
        ),
    ),
    "issue": Help(
        ("订正期，合并期。", "Correct issues, and merge them."),
        "jiaokan issue set ID --date 2025-04-14",
    ),
    "issue set": Help(
        (
            "订正猜错的报名、日期、期号、版次；空值清除。",
            "Correct what was guessed; an empty value takes it away.",
        ),
        "jiaokan issue set ID --title 社区晨报 --date 2025-04-14",
    ),
    "issue merge": Help(
        ("把几期并入最后一期。", "Put the pages of issues into the one named last."),
        "jiaokan issue merge ID ID INTO",
    ),
    "withdraw": Help(
        (
            "撤下各期：不再列出、查到、导出；原文和记录仍在，可以撤销。",
            "Take issues out of lists, search and export; source and journal stay; undoable.",
        ),
        "jiaokan withdraw ID",
    ),
    "search": Help(
        ("查找，跨行也能查到；一处一行。", "Find words, across line ends too; a line a place."),
        "jiaokan search '新泾镇 工作会议' --limit 20",
        (
            "每行：篇的编号、日期、版次、标题、来源文件:行:列、前后文。",
            "Each line: article, date, page, title, source file:line:column, and the words around.",
        ),
    ),
    "tag": Help(("主题。", "Topics of articles."), "jiaokan tag list"),
    "tag list": Help(
        ("列出主题和篇数。", "List the topics, with the number of articles."), "jiaokan tag list"
    ),
    "tag add": Help(
        (
            "给查到的各篇加主题；--where '' 是全部。",
            "Give all articles found a topic; --where '' means all.",
        ),
        "jiaokan tag add 会议 --where 工作会议",
    ),
    "tag remove": Help(
        ("从查到的各篇去掉主题。", "Take a topic from all articles found."),
        "jiaokan tag remove 会议 --where date:2024",
    ),
    "tag rename": Help(
        ("给主题改名。", "Give a topic another name."), "jiaokan tag rename 会议 工作会议"
    ),
    "tag merge": Help(
        ("把几个主题并入最后一个。", "Put topics together into the one named last."),
        "jiaokan tag merge 开会 例会 会议",
    ),
    "tag suggest": Help(
        ("为一篇推荐主题。", "Suggest topics for an article."), "jiaokan tag suggest ARTICLE"
    ),
    "status": Help(
        ("给查到的各篇定状态。", "Set the status of all articles found."),
        "jiaokan status proofed1 --where 'issue:1024 -has:doubt'",
        (
            "new 未校，working 在校，proofed1 一校，proofed2 二校，disputed 存疑，nontext 非文。"
            "写中文名也行。",
            "new not begun, working in work, proofed1 1st proof, proofed2 2nd proof,"
            " disputed, nontext not text. The names in words are taken, too.",
        ),
    ),
    "history": Help(
        (
            "校改记录，新的在前：编号、时间、人、做了什么、已做或已撤销。",
            "The journal, youngest first: id, time, actor, what, done or undone.",
        ),
        "jiaokan history",
    ),
    "undo": Help(
        ("撤销最后一步，重开程序后也可以。", "Take the last step back, after a restart too."),
        "jiaokan undo",
    ),
    "redo": Help(("重做刚撤销的一步。", "Do again what was undone last."), "jiaokan redo"),
    "rerun": Help(
        (
            "在人的判定之下把库里各版重新断行，列出变动。",
            "Run the engine again over all pages, under what people decided; list what changes.",
        ),
        "jiaokan rerun --dry-run",
        (
            "人定的断行不动；人动过的篇只改断行，校过的篇不动。整个是一步，可以撤销。"
            "--dry-run 只列出，不写。每行：篇、行号、变动、把握、前后文字、理由。",
            "Seams that people decided stay; articles that they touched change only at line ends,"
            " proofread ones not at all. It is one step, which undo takes back. --dry-run only"
            " lists. Each line: article, line, change, confidence, text, reasons.",
        ),
    ),
    "learn": Help(
        (
            "由库里的判定和文字让程序适应这份报纸。",
            "Adapt the engine to the newspaper, from the verdicts and the text in the library.",
        ),
        "jiaokan learn --dry-run && jiaokan learn && jiaokan rerun",
        (
            "五分之一的判定留作检验；判定太少、与判定相违或检验更差时线索的分量不变。"
            "本报常连用的字对由库中文字学来，不靠判定。什么也没学到时状态为 1。--forget 忘掉所学。",
            "A fifth of the verdicts is held out to measure it; with too few verdicts, or when it"
            " contradicts them or does worse, clues weigh as before. Words that the newspaper"
            " often uses (places, people) come from the text and need no verdicts; those that"
            " people parted are left out. Status 1: nothing was learnt. --forget takes it back.",
        ),
    ),
    "export": Help(
        ("导出语料。", "Export the corpus."),
        "jiaokan export --format jsonl --out 语料 --where status:proofed2",
        (
            "PATH 有 .jsonl .csv .txt .md 后缀则写成一个文件，后缀须与格式一致；"
            "否则是文件夹，附版面杂项和清单。",
            "A PATH with the suffix .jsonl .csv .txt .md is one file, and the suffix must fit the"
            " format; any other is a folder, with furniture and manifest.",
        ),
    ),
    "stats": Help(
        (
            "统计：期、版、篇、字、疑点，断行各读法由谁定，主题，状态。",
            "Count issues, pages, articles, characters, doubts, line ends by verdict and decider,"
            " topics, statuses.",
        ),
        "jiaokan stats",
    ),
    "check": Help(
        (
            "检查库是否完好；什么也不写。0 完好，1 有问题，3 读不了。",
            "Check the whole library; nothing is written. 0 sound, 1 faults, 3 cannot be read.",
        ),
        "jiaokan check --verbose",
    ),
    "backup": Help(
        (
            "备份到一个文件，用着也可以；写完打开核对。",
            "Copy the library to a file while it is in use, verified by opening and counting.",
        ),
        "jiaokan backup 2025-04.db",
    ),
    "restore": Help(
        (
            "用备份换下库；原来的先留一份。",
            "Put a backup in the library's place; what was there is kept.",
        ),
        "jiaokan restore 2025-04.db",
    ),
    "rescue": Help(
        (
            "把坏库里还读得出的文字都写成文件；库不改动。",
            "Write every text that can still be read of a damaged library to files; the library"
            " is not changed.",
        ),
        "jiaokan rescue FOLDER",
        (
            "FOLDER 须为新的或空的：pages 原文各版，articles 各篇读法，typed 键入的文字，"
            "fragments 不知属于哪里的文字，lost.txt 读不出的。",
            "FOLDER is new or empty: pages as received, articles as they read, typed what was"
            " typed, fragments text of an unknown place, lost.txt what could not be read.",
        ),
    ),
    "doctor": Help(
        (
            "检查版本、字体、Qt、输入法、文件夹、备份；有风险的一行以 ! 开头。不写任何东西。",
            "Look at versions, fonts, Qt, input method, folders and backups; a line of what is"
            " risky begins with !. Writes nothing.",
        ),
        "jiaokan doctor",
    ),
}

OPTIONS: Table = {
    "--library": ("库文件", "the library's file"),
    "--json": ("以 JSON 输出", "print JSON"),
    "--guide": (
        "各期“导读”与转版之行，所指是否在",
        "what pages say of others, and whether it is so",
    ),
    "--where": ("查询", "a query"),
    "--as-is": ("一行一段，不修复", "one line a paragraph, no repair"),
    "--encoding": ("文件的编码，如 gb18030", "the files' encoding, such as gb18030"),
    "--format": ("格式", "the format"),
    "--seams": ("附上每个断行的判断和理由", "with the verdict on each line end, and why"),
    "--title": ("报名", "the title"),
    "--date": ("日期 YYYY[-MM[-DD]]", "the date, YYYY[-MM[-DD]]"),
    "--number": ("期号", "the issue's number"),
    "--page": ("版次", "the page's number"),
    "--limit": ("最多列几条", "how many at most"),
    "--in": ("查现在的文字、原文，或两者", "in what is, in what was received, or in both"),
    "--out": ("写到哪里", "where to write"),
    "--verbose": ("附上各项数目", "with all counts"),
    "--version": ("版本", "the version"),
    "--dry-run": ("只说会怎样，什么也不写", "only tell what would change; write nothing"),
    "--back": ("取回撤下的各期", "bring withdrawn issues back"),
    "--forget": ("忘掉所学", "take back what was learnt"),
    "--head-line": (
        "txt 每篇开头加一行出处（报名、日期、版次……）",
        "in txt, a first line on where each article comes from",
    ),
    "--replace": ("替换另一个库的导出文件", "replace a file that another library exported"),
    "--set-aside": (
        "那里的文件读不出、不是库，也先原样另存，再换上备份",
        "also where a file lies that cannot be read as a library; it is kept as it is",
    ),
    "--help": ("帮助", "this help"),
}
"""What options mean."""

VALUES: dict[str, str] = {
    "--library": "FILE",
    "--where": "QUERY",
    "--encoding": "NAME",
    "--format": "FORMAT",
    "--title": "TITLE",
    "--date": "DATE",
    "--number": "NUMBER",
    "--page": "N",
    "--limit": "N",
    "--in": "now|source|both",
    "--out": "PATH",
}
"""How the value of an option is written."""

FORMATS: dict[str, str] = {
    "repair": "json|text",
    "show": "text|json|source|diff",
    "export": "txt|md|jsonl|csv",
}

_HEADINGS: Table = {
    "usage": ("用法", "Usage"),
    "commands": ("命令", "Commands"),
    "options": ("选项", "Options"),
    "example": ("例", "Example"),
    "command": ("命令", "COMMAND"),
}


def help_text(ctx: click.Context, words: Words) -> str:
    """Give the help of the command or group that `ctx` stands for."""
    command = ctx.command
    path = ctx.command_path
    key = path.removeprefix("jiaokan ")
    told = HELP[key]
    parts = [
        f"{words.pick(_HEADINGS['usage'])}: {path}{_usage(ctx, key, words)}",
        "",
        words.pick(told.does),
    ]
    if words.pick(told.more):
        parts += ["", *words.pick(told.more).split("\n")]
    if isinstance(command, click.Group):
        within = "" if key == "jiaokan" else f"{key} "
        rows = [(name, words.pick(HELP[within + name].does)) for name in command.list_commands(ctx)]
        parts += ["", words.pick(_HEADINGS["commands"]) + ":", *_table(rows)]
    rows = [
        (_with_value(param.opts, key), words.pick(OPTIONS[_long(param.opts)]))
        for param in command.get_params(ctx)
        if isinstance(param, click.Option)
    ]
    parts += ["", words.pick(_HEADINGS["options"]) + ":", *_table(rows)]
    parts += ["", words.pick(_HEADINGS["example"]) + ":", f"  {told.example}"]
    return "\n".join(parts)


def _long(names: list[str]) -> str:
    return max(names, key=len)


def _with_value(names: list[str], key: str) -> str:
    name = _long(names)
    value = FORMATS[key] if name == "--format" else VALUES.get(name, "")
    return ", ".join(names) + (f" {value}" if value else "")


def _usage(ctx: click.Context, key: str, words: Words) -> str:
    parts = []
    for param in ctx.command.get_params(ctx):
        if isinstance(param, click.Option):
            shown = _with_value([_long(param.opts)], key)
            if param.required:
                parts.append(f" {shown}")
            elif param.opts[-1] not in ("--help", "--version"):
                parts.append(f" [{shown}]")
        else:
            name = param.human_readable_name
            parts.append(f" {name}" if param.required else f" [{name}]")
    if isinstance(ctx.command, click.Group):
        parts.append(" " + words.pick(_HEADINGS["command"]))
    return "".join(parts)


def _table(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(name) for name, _ in rows)
    return [f"  {name:<{width}}  {does}" for name, does in rows]
