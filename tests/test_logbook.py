"""The log is private, rotates, and holds no text of a library."""

from __future__ import annotations

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
    assert "KeyError: '…'\n\nwhich led to:" in told
    assert "ValueError: no place for … in 7 of '…'\n" in told
    assert "新泾镇工作" not in told.replace('deep("新泾镇工作会议")', "")  # a line of this file


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
