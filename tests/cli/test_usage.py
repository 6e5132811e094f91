"""Wrong usage is told in one line with status 2; every name has help in both languages."""

from __future__ import annotations

import click
import pytest
from commanding import Home

from reader.__main__ import only_library
from reader.cli.app import LATER, PLACES, program
from reader.cli.desk import Desk
from reader.cli.grammar import Names
from reader.cli.keeping import LATER as FORMATS_LATER
from reader.errors import UsageError

BOTH = pytest.mark.parametrize("language", ["zh_CN", "en"])


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    return Home(tmp_path, monkeypatch, capsys)


def every_name() -> list[tuple[str, ...]]:
    names: list[tuple[str, ...]] = [()]
    group = program()
    context = click.Context(group, info_name="jiaokan", obj=Desk())
    for name in group.list_commands(context):
        names.append((name,))
        command = group.get_command(context, name)
        if isinstance(command, Names):
            names += [(name, sub) for sub in command.list_commands(context)]
    return names


NAMES = every_name()


@pytest.mark.parametrize("words", [("backup", "new/"), ("--library", "new/", "import", ".")])
def test_a_name_that_ends_with_a_slash_is_no_file(home, monkeypatch, words):
    monkeypatch.chdir(home.folder)
    home.good("--library", "library.db", "import", ".")
    before = {file.name for file in home.folder.iterdir()}
    done = home(*words)
    assert done.status == 2
    assert "a file is wanted. Name a file in it" in done.err
    assert {file.name for file in home.folder.iterdir()} == before


@pytest.mark.parametrize("name", ["new/", "new/."])
@pytest.mark.parametrize("door", ["main", "window"])
@pytest.mark.parametrize("by_variable", [True, False])
def test_a_library_that_is_named_as_a_folder_is_refused_alike(
    home, monkeypatch, name, door, by_variable
):
    """A path has no slash at its end: the window and the variable made a file of that name."""
    from reader import __main__ as program_

    monkeypatch.chdir(home.folder)
    monkeypatch.setattr("reader.ui.start.run", lambda *_: pytest.fail("a window is opened"))
    words = [] if by_variable else ["--library", name]
    if by_variable:
        home.set(JIAOKAN_LIBRARY=name)
    (home.folder / "page.txt").write_text("新泾镇工作会议")
    told = home(*words, "import", "page.txt")
    monkeypatch.setattr("sys.argv", ["jiaokan", *words])
    assert getattr(program_, door)() == told.status == 2
    assert home.printed() == told.err
    assert "a file is wanted. Name a file in it" in told.err
    assert f"“{name}”" in told.err
    assert ("JIAOKAN_LIBRARY" in told.err) == by_variable
    assert [file.name for file in home.folder.iterdir()] == ["page.txt"]


def test_what_needs_no_library_is_done_where_the_variable_names_a_folder(home):
    home.set(JIAOKAN_LIBRARY="new/")
    (home.folder / "page.txt").write_text("新泾镇工作会议")
    home.good("repair", home.folder / "page.txt")
    risks = [row for row in home.good("doctor", "--json").json if row["risk"]]
    (told,) = [row for row in risks if row["code"] == "library_misnamed"]
    assert told["facts"] == {"path": "new/"}
    assert told["what"].startswith("JIAOKAN_LIBRARY says new/, the name of a folder")
    assert home("doctor", "--library", "new/").status == 2
    home.set(JIAOKAN_LIBRARY=home.folder / "other.db")
    assert "library_absent" in [row["code"] for row in home.good("doctor", "--json").json]


def test_a_copy_to_a_folder_is_refused_with_what_to_do(home, monkeypatch):
    monkeypatch.chdir(home.folder)
    (home.folder / "shelf").mkdir()
    home.good("--library", "library.db", "import", "shelf")
    done = home("--library", "library.db", "backup", "shelf")
    assert done.status == 3
    assert "it is a folder, and a file is wanted. Name a file in it" in done.err
    assert [*(home.folder / "shelf").iterdir()] == []


@BOTH
@pytest.mark.parametrize("words", NAMES, ids=" ".join)
def test_help(home, words, language):
    home.set(JIAOKAN_LANG=language)
    help_ = home.good(*words, "--help").out
    assert help_ == home.good(*words, "-h").out
    assert help_.startswith({"zh_CN": "用法: ", "en": "Usage: "}[language] + "jiaokan")
    assert "--library FILE" in help_
    example = help_.splitlines()[-1]
    assert example.startswith("  jiaokan ")
    assert example.strip().startswith(" ".join(["jiaokan", *words]))
    own = help_.split("jiaokan")[0] + help_.splitlines()[2]
    assert any("一" <= c <= "鿿" for c in own) is (language == "zh_CN")


def test_the_examples_are_understood(home, monkeypatch):
    """What help shows can be parsed: it fails for want of a library or file, not of grammar."""
    import shlex

    monkeypatch.chdir(home.folder)

    for words in NAMES:
        example = home.good(*words, "--help").out.splitlines()[-1].strip()
        for part in example.split(" && "):
            done = home(*shlex.split(part)[1:])
            assert done.status != 2 or "there is no" in done.err, part


@pytest.mark.parametrize("name", LATER)
def test_names_that_are_not_built_yet(home, name):
    line = home.bad(2, name, "anything", "--whatever")
    assert line.startswith(f"jiaokan: not in this version: {name} ")


@pytest.mark.parametrize("name", FORMATS_LATER)
def test_formats_that_are_not_built_yet(home, name):
    assert "not in this version" in home.bad(2, "export", "--format", name, "--out", "x")


WRONG = [
    [],
    ["artciles"],
    ["tag"],
    ["tag", "lst"],
    ["issue", "set"],
    ["articles", "--jsn"],
    ["articles", "extra"],
    ["articles", "--where"],
    ["articles", "--json=yes"],
    ["articles", "-x"],
    ["import"],
    ["import", ""],
    ["repair"],
    ["repair", "a", "b"],
    ["repair", "a", "--format", "xml"],
    ["search"],
    ["search", "x", "--limit", "many"],
    ["search", "x", "--limit", "-1"],
    ["search", "x", "--limit", "9" * 30],
    ["search", "x", "--limit", "٣"],
    ["search", "x", "--in", "here"],
    ["search", "\udcff"],
    ["tag", "add", "x"],
    ["tag", "merge", "x"],
    ["status", "new"],
    ["issue", "set", "x", "--page", "0"],
    ["export", "--out", "x"],
    ["export", "--format", "txt"],
    ["export", "--format", "txt", "--out", ""],
    ["--library"],
    ["--library", "", "issues"],
    ["issues", "--library", ""],
    ["--verison"],
    ["undo", "x"],
]


@BOTH
@pytest.mark.parametrize("words", WRONG, ids=repr)
def test_wrong_usage(home, words, language):
    home.set(JIAOKAN_LANG=language)
    line = home.bad(2, *words)
    assert line.startswith("jiaokan: usage: ")
    assert line.endswith({"zh_CN": "。\n", "en": ".\n"}[language])
    assert not home.library.exists()
    assert not home.data.exists()


def test_a_wrong_name_is_answered_with_a_near_one(home):
    assert "did you mean “articles”?" in home.bad(2, "artciles")
    assert "did you mean" not in home.bad(2, "xyz")
    assert "jiaokan tag --help" in home.bad(2, "tag", "lst")


def test_the_help_that_is_named_is_the_commands_own(home):
    assert "jiaokan articles --help" in home.bad(2, "articles", "--jsn")
    assert "put --" in home.bad(2, "search", "-会议")


@BOTH
@pytest.mark.parametrize(
    ("words", "name", "command"),
    [
        (["export", "--out", "z"], "--format", "export"),
        (["export", "--format", "txt"], "--out", "export"),
        (["tag", "add", "x"], "--where", "tag add"),
        (["status", "new"], "--where", "status"),
        (["show"], "ARTICLE", "show"),
        (["search", "x", "--limit", "many"], "--limit", "search"),
        (["export", "--format", "xml", "--out", "z"], "--format", "export"),
        (["export", "--format", "html", "--out", "z"], "--format", "export"),
        (["status", "good", "--where", ""], "STATUS", "status"),
        (["import", ""], "", "import"),
        (["issue"], "jiaokan issue", "issue"),
    ],
)
def test_a_fault_names_its_option_and_the_help_of_its_command(home, language, words, name, command):
    home.set(JIAOKAN_LANG=language)
    line = home.bad(2, *words)
    assert name in line
    assert f"jiaokan {command} --help" in line


@BOTH
@pytest.mark.parametrize(
    ("form", "name"), [("txt", "x.csv"), ("jsonl", "x.TXT"), ("csv", "x.html")]
)
def test_a_format_that_the_suffix_contradicts(home, form, name, language):
    home.set(JIAOKAN_LANG=language)
    home.fill()
    out = home.folder / name
    line = home.bad(2, "export", "--format", form, "--out", out)
    assert f"--format {form}" in line
    assert str(out) in line
    assert out.suffix.lower() in line.removeprefix(str(out))
    assert not out.exists()


def test_another_suffix_is_a_folder(home):
    home.fill()
    home.good("export", "--format", "txt", "--out", home.folder / "x.pdf")
    assert (home.folder / "x.pdf" / "manifest.json").is_file()


def test_two_dashes_end_the_options(home):
    home.fill()
    assert home.good("search", "--json", "--", "-tag:x").json["total"] == 3
    assert home.good("search", "--json", "--", "--json").json["total"] == 3
    assert home("repair", "--", "-x.txt").status == 1


def test_the_later_library_wins(home):
    home.fill()
    nowhere = home.folder / "nowhere.db"
    for words in (
        ["--library", nowhere, "issues", "--library", home.library],
        ["issues", "--library", nowhere, f"--library={home.library}"],
        ["--library", nowhere, "--library", home.library, "issues"],
        ["tag", "--library", home.library, "list"],
        ["--library", nowhere, "tag", "--library", nowhere, "list", "--library", home.library],
    ):
        home.good(*words)
    assert home.bad(3, "--library", home.library, "issues", "--library", nowhere)


def test_version(home):
    from reader import __version__

    assert home.good("--version").out == f"jiaokan {__version__}\n"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], ()),
        (["--"], ()),
        (["--library", "x"], ("x",)),
        (["--library=x", "--library", "y"], ("y",)),
        (["--library", "x", "--"], ("x",)),
        (["--library", "--"], ("--",)),
        (["--library"], None),
        (["--library="], None),
        (["issues"], None),
        (["--help"], None),
        (["--library", "x", "issues"], None),
    ],
)
def test_when_the_window_opens(words, wanted):
    found = only_library(words)
    assert (None if found is None else tuple(map(str, found))) == wanted


def test_the_window_opens_on_the_library_that_is_named(monkeypatch):
    from reader import __main__ as program_

    opened = []
    monkeypatch.setattr(program_, "open_window", lambda *paths: opened.append(paths) or 0)
    monkeypatch.setattr("sys.argv", ["jiaokan", "--library", "x"])
    assert (program_.main(), program_.window()) == (0, 0)
    assert [str(path) for (path,) in opened] == ["x", "x"]


def test_the_program_with_a_command_is_the_command_line(home, monkeypatch, capsys):
    from reader import __main__ as program_

    monkeypatch.setattr("sys.argv", ["jiaokan", "--version"])
    assert program_.main() == 0
    assert capsys.readouterr().out.startswith("jiaokan ")
    assert program_.window() == 2
    assert capsys.readouterr().err.startswith("jiaokan: usage: jiaokan-window ")


def test_only_how_the_window_was_asked_for_is_wrong_usage(monkeypatch):
    """A fault of ours inside the window was told as wrong usage."""
    from reader import __main__ as program_

    def faulty(_path):
        raise UsageError("", "words")

    monkeypatch.setattr(program_, "open_window", faulty)
    monkeypatch.setattr("sys.argv", ["jiaokan", "--library", "x"])
    for door in (program_.main, program_.window):
        with pytest.raises(UsageError):
            door()


def test_ctrl_c_while_loading(monkeypatch):
    from reader import __main__ as program_

    def interrupted(_words):
        raise KeyboardInterrupt

    monkeypatch.setattr(program_, "only_library", interrupted)
    assert program_.main() == 1


def test_every_name_has_a_place():
    assert {words[0] for words in NAMES if words} == set(PLACES)
