"""The log is private, rotates, and holds no text of a library."""

from __future__ import annotations

import errno
import stat

import pytest

from reader import logbook, places


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def fail() -> BaseException:
    def deep(text: str) -> None:
        try:
            {}[text]
        except KeyError as error:
            raise ValueError(f"no place for {text} in 7 of 'abc'") from error

    try:
        deep("新泾镇工作会议")
    except ValueError as error:
        return error
    raise AssertionError


def test_what_is_logged_holds_frames_and_names_but_no_text() -> None:
    told = logbook.write("head", fail()).read_text("utf-8")
    assert told.startswith("head\nTraceback (most recent call last):\n")
    assert "in deep" in told
    assert "KeyError\n\nwhich led to:" in told
    assert told.endswith("ValueError\n")
    assert "新泾镇工作" not in told.replace('deep("新泾镇工作会议")', "")  # a line of this file


@pytest.mark.parametrize("words", ["a' leak words \"b", "it's no secret", "plain words", "`x` y"])
def test_no_word_of_a_message_is_logged(words) -> None:
    assert logbook.without_text(KeyError(words)).endswith(":\nKeyError\n")
    assert logbook.without_text(OSError(words)).endswith(":\nOSError\n")
    full = OSError(errno.ENOSPC, words, f"/a/{words}")
    assert logbook.without_text(full).endswith(f":\nOSError: errno {errno.ENOSPC}\n")


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("", ""),
        ("QPainter::begin: engine == 0, type: 3", "QPainter::begin: engine == 0, type: 3"),
        ("QFont: 新泾镇 secret words", "QFont: …"),
        ("no file 'secret words' there", "no file …"),
        ('no file "secret\nwords" there', "no file …"),
        ("it`s secret", "it…"),
        ("a line\nof secret words", "a line…"),
        ("x" * 1000, "x" * 300),
    ],
)
def test_of_a_message_only_the_beginning_is_kept(message, kept) -> None:
    assert logbook.beginning(message) == kept


def test_the_log_is_private_and_rotates(folder, monkeypatch) -> None:
    monkeypatch.setattr(logbook, "LARGEST", 10)
    for head in "abcd":
        log = logbook.write(head, ZeroDivisionError())
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["jiaokan.log", "jiaokan.log.1", "jiaokan.log.2"]
    assert [(folder / name).read_text("utf-8")[0] for name in names] == ["d", "c", "b"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    log.chmod(0o644)
    monkeypatch.setattr(logbook, "LARGEST", 1 << 20)
    assert stat.S_IMODE(logbook.write("e", ZeroDivisionError()).stat().st_mode) == 0o600


def test_an_error_that_causes_itself_is_told_once() -> None:
    error = ValueError("x")
    error.__cause__ = error
    assert logbook.without_text(error).count("Traceback") == 1
    error = fail()
    error.__suppress_context__ = True
    error.__cause__ = None
    assert "KeyError" not in logbook.without_text(error).split("Traceback")[-1]
