"""A terminal is sent nothing that it would act upon; what is piped is exact."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from commanding import Home
from drafting import take_in

from reader.cli.output import Output, complain, harmless
from reader.store import Library, Mode

ROOT = Path(__file__).resolve().parents[2]
NASTY = "甲\x1b[2J乙\x1b]0;名\x07丙\u009b1m丁\u202e戊\u2066己\x7f庚\t辛"
SHOWN = "甲␛[2J乙␛]0;名␇丙\ufffd1m丁⇄戊⇄己␡庚\t辛"
ACTING = "\x1b\x07\u009b\u202e\u2066\x7f"


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    home = Home(tmp_path, monkeypatch, capsys)
    home.set(PYTHONPATH=ROOT)
    with Library.open(home.library, Mode.CREATE) as library:
        take_in(library, f"=题\n\n{NASTY}\n\n乙", name="a\u202eb.txt")
        library.tags.add("会\u202e议", [row.id for row in library.articles.rows()])
    return home


def on_a_terminal(*words: object, only_errors: bool = False) -> str:
    """Run a command with a terminal of its own; give what that was sent."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "reader", *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if only_errors else theirs,
        stderr=theirs,
    )
    os.close(theirs)
    sent = b""
    try:
        while more := os.read(ours, 1 << 16):
            sent += more
    except OSError:  # the other end is closed
        pass
    done.wait()
    os.close(ours)
    return sent.decode().replace("\r\n", "\n")


def test_nothing_acts_on_a_terminal(home) -> None:
    (row,) = home("articles").rows
    page = home.folder / "page.txt"
    page.write_text(f"=题\n\n{NASTY}\n", encoding="utf-8")
    for words in (
        ("show", row[0]),
        ("show", row[0], "--format", "source"),
        ("show", row[0], "--format", "diff"),
        ("show", row[0], "--format", "json"),
        ("repair", page, "--format", "text"),
        ("tag", "list"),
        ("tag", "list", "--json"),
    ):
        sent = on_a_terminal(*words)
        assert sent
        assert not set(sent) & set(ACTING), words
    assert SHOWN in on_a_terminal("show", row[0])
    assert on_a_terminal("tag", "list") == "会⇄议\t1\n"
    assert '"tag":"会\\u202e议"' in on_a_terminal("tag", "list", "--json")
    line = on_a_terminal("show", "甲\u202e乙\x1b", only_errors=True)
    assert "甲⇄乙\\x1b" in line


def test_what_is_piped_is_exact(home) -> None:
    (row,) = home("articles").rows
    assert NASTY in home.good("show", row[0]).out
    assert NASTY in home.good("show", row[0], "--format", "source").out
    assert home.good("tag", "list").out == "会\u202e议\t1\n"


def test_line_ends_and_tabs_stay() -> None:
    assert harmless("甲\t乙\r\n丙\r丁\n") == "甲\t乙\r\n丙␍丁\n"
    assert harmless("\x00\x08\x0b\x0c\u0085\u061c\u200e\u200f") == "␀␈␋␌\ufffd⇄⇄⇄"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [io.StringIO, _Terminal])
def test_it_is_the_stream_that_decides(monkeypatch, stream) -> None:
    out, err = stream(), stream()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    Output().text(NASTY)
    Output().line("甲\u202e")
    Output().json({"甲": "\u202e"})
    Output().json_with({"\u2066": 1}, "rows", ["\u009b"])
    complain("甲\u202e")
    raw = not out.isatty()
    assert out.getvalue().startswith(NASTY if raw else SHOWN)
    assert bool(set(out.getvalue()) & set(ACTING)) is raw
    assert err.getvalue() == ("甲\u202e\n" if raw else "甲⇄\n")
