"""Every code of the program has its words, in both languages, and every command stands in docs."""

from __future__ import annotations

import ast
import os
import re
import string
from pathlib import Path

import click
import pytest

from reader import errors
from reader.cli import (
    errors_words,
    faults_words,
    help_words,
    reasons_words,
    remedy_words,
    system_words,
    words,
)
from reader.cli.app import program
from reader.cli.desk import Desk
from reader.cli.grammar import Names
from reader.cli.reasons_words import reason_words
from reader.cli.telling import error_line, why
from reader.cli.words import Words
from reader.model import Reason, Status
from reader.store.findings import CODES
from reader.text.filename import read_name
from reader.text.query import parse
from reader.text.reasons import REASONS

ROOT = Path(__file__).resolve().parents[2]
TABLES = {
    "why": errors_words.WHY,
    "to do": remedy_words.TO_DO,
    "kinds": system_words.KINDS,
    "faults": faults_words.FAULTS,
    "reasons": reasons_words.REASONS,
    "said": words.SAID,
    "wishes": words.WISHES,
    "statuses": words.STATUSES,
    "columns": words.COLUMNS,
    "literal": words.LITERAL,
    "options": help_words.OPTIONS,
}


def fields(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}


@pytest.mark.parametrize("name", TABLES)
def test_both_languages_say_the_same_facts(name):
    for key, (chinese, english) in TABLES[name].items():
        assert fields(chinese) == fields(english), key
        assert bool(chinese) is bool(english) is True, key
        assert not re.search("[一-鿿]", english), key
        assert not chinese.endswith(("。", ".")), key
        assert not english.endswith("."), key


def calls(*rooms: str):
    for room in rooms:
        for path in sorted((ROOT / "reader" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    yield path, node


def strings(node: ast.AST) -> list[str]:
    """Give the texts that an argument may be: a literal, or one of two."""
    if isinstance(node, ast.IfExp):
        return strings(node.body) + strings(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


VERBS_OF_EDITING = {
    "remove",
    "write",
    *("accept", "copy", "edit", "erase", "join", "mark"),
    *("merge", "move", "paste", "replace", "split", "supply"),
}
"""Verbs of which the command line has none; their faults reach the window alone."""


def raised() -> set[tuple[str, str]]:
    """Collect code and detail of every error that is made with a literal detail."""
    found = set()
    for _, call in calls("store", "sources", "text", "exporting", "cli"):
        kind = getattr(errors, getattr(call.func, "id", ""), None)
        if kind is None or not issubclass(kind, errors.JiaokanError):
            continue
        subject = strings(call.args[0]) if call.args else []
        if VERBS_OF_EDITING.intersection(subject):
            continue
        details = [k.value for k in call.keywords if k.arg == "detail"] or call.args[1:2]
        found |= {(kind.code, text) for node in details for text in strings(node)}
    return found


PLAIN = {
    ("read-only", "permission"),
    ("read-only", "opened_for_reading"),
    ("disk full", "write"),
    ("library in use", "copying"),
    ("library in use", "backup"),
    ("newer library", "version"),
}
"""Details that need no other words than their code has."""


def test_every_error_has_its_own_words():
    found = raised()
    assert len(found) > 40
    for code, detail in sorted(found - PLAIN):
        assert f"{code}/{detail}" in errors_words.WHY, (code, detail)


def test_every_code_has_words_and_advice():
    kinds = [k for k in vars(errors).values() if isinstance(k, type)]
    codes = {k.code for k in kinds if issubclass(k, errors.JiaokanError)}
    assert codes - set(errors_words.WHY) == set()
    assert codes - set(remedy_words.TO_DO) == {"no window"}


def test_the_fixed_words_are_those_of_the_contract():
    wanted = (
        "library in use, newer library, not a library, damaged library, read-only, disk full,"
        " no library, not text, unknown encoding, too large, unreadable, usage"
    )
    codes = {k.code for k in vars(errors).values() if isinstance(k, type) and hasattr(k, "code")}
    assert set(wanted.split(", ")) <= codes


def test_every_fault_of_check_has_words_with_its_facts():
    assert set(faults_words.FAULTS) == set(CODES)
    for code, facts in CODES.items():
        for said in faults_words.FAULTS[code]:
            assert fields(said) <= set(facts), code


def test_every_verb_of_the_journal_has_words():
    verbs = {
        text
        for _, call in calls("store")
        if getattr(call.func, "attr", "") in ("wish", "record") and call.args
        for text in strings(call.args[0])
    }
    assert len(verbs) > 15
    assert verbs - set(words.WISHES) == set()


def test_every_reason_has_words_with_its_facts():
    assert set(reasons_words.REASONS) == set(REASONS)
    for code, number in REASONS.items():
        for said in reasons_words.REASONS[code]:
            assert fields(said) <= {str(at) for at in range(number)}, code


def test_reasons_in_words():
    english = Words("en")
    assert reason_words(Reason("stop", ("。",)), english) == "the line above ends with 。"
    assert reason_words(Reason("stop"), english) == "the line above ends with "
    assert reason_words(Reason("new code", ("a", "{b}")), english) == "new code a {b}"
    assert reason_words(Reason("stop", ("{0}",)), Words("zh_CN")) == "上行以“{0}”收尾"


def test_every_status_and_every_literal_reason_has_words():
    assert set(words.STATUSES) == set(Status)
    queries = ('a"b', "foo:x", "tag:", "status:x", "date:x", "has:x", "a " * 501)
    assert {parse(query).reason for query in queries} == set(words.LITERAL)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_a_query_may_name_is_told_and_understood(language):
    told = Words(language)
    at = ("zh_CN", "en").index(language)
    fields = [pair[at] for pair in words.QUERY_FIELDS]
    assert all(field in told.literal("field", "foo") for field in ("foo", *fields))
    assert not [field for field in fields if parse(f"{field}:x").reason == "field"]
    statuses = told.literal("status", "foo").rpartition("是" if at == 0 else "are ")[2]
    names = re.split(r"、|, ", statuses)
    assert len(names) == len(Status)
    assert not [name for name in names if parse(f"status:{name}").literal]


def test_a_block_given_to_an_article_is_told_from_one_of_another_kind():
    facts = {"block": "x", "kind": "para"}
    given, aside = facts | {"given": True}, facts | {"aside": True}
    chinese = [Words("zh_CN").wish("kind", detail) for detail in (facts, given, aside)]
    assert chinese == ["更改段的种类", "把版面杂项归入正文", "归入版面杂项"]
    assert len({Words("en").wish("kind", detail) for detail in (facts, given, aside)}) == 3


def test_a_verb_or_fact_of_another_version_breaks_nothing():
    english = Words("en")
    assert english.wish("dance", {"with": "me"}) == "dance"
    assert english.wish("tag", {}) == "add topic “” (articles: )"
    assert english.status("odd") == "odd"


def test_an_error_without_words_of_its_own():
    class OddError(errors.JiaokanError):
        code = "odd"

    assert error_line(OddError("x", "y"), Words("en")) == (
        "jiaokan: odd x: something is wrong. See jiaokan --help."
    )
    assert why(errors.NotTextError("x", "binary", kind="xz"), Words("en")) == "it is xz"


def test_what_a_file_is_stands_off_from_chinese_only_in_latin_letters():
    chinese = Words("zh_CN")
    assert why(errors.NotTextError("x", "binary", kind="png"), chinese) == "内容是 PNG 图像"
    assert why(errors.NotTextError("x", "binary", kind="xz"), chinese) == "内容是 xz"
    assert why(errors.NotTextError("x", "binary", kind=""), chinese) == "内容是二进制数据"


@pytest.mark.parametrize("number", system_words.SYSTEM)
def test_the_reasons_of_the_system_are_told_in_chinese(number):
    error = errors.OutputError("x", "write", says=os.strerror(number))
    assert why(error, Words("en")) == f"it cannot be written: {os.strerror(number)}"
    assert why(error, Words("zh_CN")) == f"写不了：{system_words.SYSTEM[number]}"


def test_other_reasons_of_the_system_stand_as_it_says_them():
    error = errors.OutputError("x", "write", says="{odd}")
    assert why(error, Words("zh_CN")) == "写不了：{odd}"


def test_one_thing_is_told_in_the_singular():
    english = Words("en")
    facts = {"path": "x", "articles": 1, "characters": 2, "files": 1, "doubts": 0, "unproofed": 1}
    assert english.say("exported", **facts) == (
        "x: 1 article, 2 characters, 1 file, 0 doubts, 1 not proofread"
    )
    assert reason_words(Reason("blank", ("1",)), english) == "1 blank line stands between"
    assert reason_words(Reason("blank", ("2",)), english) == "2 blank lines stand between"
    assert reason_words(Reason("blank"), english) == "blank lines stand between"


def test_the_chinese_words_are_those_of_the_window():
    said = [pair[0] for table in TABLES.values() for pair in table.values()]
    said += [text for told in help_words.HELP.values() for text in (told.does[0], told.more[0])]
    assert not [text for text in said if re.search("撤出|校对中|标签|非正文", text)]
    assert {text for text in said if "存疑" in text} == {
        words.STATUSES["disputed"][0],
        help_words.HELP["status"].more[0],
    }


def test_facts_cannot_break_the_line():
    error = errors.UnreadableError("a\nb\udcff", "os", says="x\ty{subject}")
    line = error_line(error, Words("en"))
    assert line.startswith(r"jiaokan: unreadable a\nb\xff: the system says: x\ty{subject}. ")


# --- docs -------------------------------------------------------------------------------------


def every_command(group: click.Group, context: click.Context):
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        here = click.Context(command, parent=context, info_name=name, **command.context_settings)
        if isinstance(command, Names):
            yield from every_command(command, here)
        else:
            yield here


def sections() -> dict[str, str]:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    parts = re.split(r"^#+ (.*)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_is_documented_with_its_options_and_an_example():
    told = sections()
    group = program()
    paths = set()
    for here in every_command(group, click.Context(group, info_name="jiaokan", obj=Desk())):
        path = here.command_path
        paths.add(path)
        section = told[path]
        assert f"\n    {path}" in section
        assert f"\n    $ {path}" in section
        for param in here.command.params:
            if isinstance(param, click.Option) and param.opts[-1] != "--library":
                assert param.opts[-1] in section, (path, param.opts)
            if isinstance(param, click.Argument):
                assert param.human_readable_name in section, path
    assert paths == {title for title in told if title.startswith("jiaokan ")}


def test_the_names_of_files_in_the_docs_are_understood():
    rows = re.findall(r"^\| `(.*\.txt)` \|(.*)\|(.*)\|(.*)\|$", sections()["jiaokan import"], re.M)
    assert len(rows) == 4
    for name, title, date, page in rows:
        facts = read_name(name)
        told = (facts.title or "", facts.date, str(facts.page))
        assert told == (title.strip(), date.strip(), page.strip())


def test_every_option_is_in_the_help_words():
    group = program()
    for here in every_command(group, click.Context(group, info_name="jiaokan", obj=Desk())):
        for param in here.command.params:
            if isinstance(param, click.Option):
                assert param.opts[-1] in help_words.OPTIONS
                assert param.is_flag or param.opts[-1] in {"--format", *help_words.VALUES}
