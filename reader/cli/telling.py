"""The error lines: ``jiaokan: WHAT: WHY. WHAT TO DO``, in Chinese and English.

WHAT begins with the error's fixed English words and goes on with what it is about; WHY and
WHAT TO DO are found by code and detail, else by the code alone.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

import click

from reader.cli.errors_words import WHY
from reader.cli.output import plain
from reader.cli.remedy_words import TO_DO
from reader.cli.system_words import BUG, BUG_UNTOLD, KINDS, SYSTEM
from reader.errors import (
    DamagedLibraryError,
    JiaokanError,
    NotALibraryError,
    NothingToUndoError,
    UnknownEncodingError,
    UsageError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from reader.cli.words import Pair, Table, Words


_SYSTEM = {os.strerror(number): said for number, said in SYSTEM.items()}


class NotBuiltError(UsageError):
    """A name of the contract that this version does not know yet."""

    code: ClassVar[str] = "not in this version"


def error_line(error: JiaokanError, words: Words, command: str = "jiaokan") -> str:
    """Make the line of a fault of the world; `command` is whose help is to be read."""
    stop = words.pick(("。", ". "))
    line = f"jiaokan: {_what(error)}: {why(error, words)}{stop}"
    todo = words.fill(_find(TO_DO, error), _facts(error) | {"command": plain(command)})
    if isinstance(error, DamagedLibraryError | NotALibraryError):
        todo = _without(todo, command, words.pick(("；", "; ")))
    return (line + todo).rstrip() + words.pick(("。", "."))


def _without(todo: str, command: str, between: str) -> str:
    """Leave out of what may be done about damage what is being done: `check`, or `rescue`."""
    if command not in ("jiaokan check", "jiaokan rescue"):
        return todo
    left = between.join(part for part in todo.split(between) if command not in part)
    return left[:1].upper() + left[1:]


def why(error: JiaokanError, words: Words) -> str:
    """Say why, without the fixed words and without advice."""
    facts = _facts(error)
    if "kind" in facts:
        kind = str(facts["kind"])
        zh, en = KINDS.get(kind, (kind, kind))
        apart = " " if zh[:1].isascii() else ""  # Latin letters stand off from Chinese ones
        facts["kind"] = words.pick((apart + zh, en))
    if "says" in facts:
        says = str(facts["says"])
        facts["says"] = words.pick((_SYSTEM.get(says, says), says))
    return words.fill(_find(WHY, error), facts)


def reason(error: JiaokanError, words: Words) -> str:
    """Give the fixed words and why, as they stand in a line of `import`.

    What to do is said, too, where an option of the command does it: naming the encoding.
    """
    said = f"{error.code}: {why(error, words)}"
    if error.detail != "bad_byte" and not isinstance(error, UnknownEncodingError):
        return said
    stop, end = words.pick(("。", ". ")), words.pick(("。", "."))
    return said + stop + words.fill(_find(TO_DO, error), _facts(error)) + end


def _what(error: JiaokanError) -> str:
    if isinstance(error, NothingToUndoError):
        return f"nothing to {error.subject}"
    subject = "" if isinstance(error, UsageError) else plain(error.subject)
    if isinstance(error, NotBuiltError) or not subject:
        return error.code
    return f"{error.code} at {subject}" if error.code == "no library" else f"{error.code} {subject}"


def _facts(error: JiaokanError) -> dict[str, object]:
    facts: dict[str, object] = {name: plain(value) for name, value in error.facts.items()}
    return facts | {"subject": plain(error.subject)}


def _find(table: Table, error: JiaokanError) -> Pair:
    for key in (f"{error.code}/{error.detail}", error.code, ""):
        if key in table:
            return table[key]
    raise AssertionError(error.code)


def parameter_name(param: click.Parameter) -> str:
    """Give the name of an option or argument as a person writes it."""
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name


def from_click(error: click.UsageError) -> UsageError:
    """Make our own error of one that the parser raised."""
    if isinstance(error, click.NoSuchOption):
        return UsageError(error.option_name, "no_option")
    if isinstance(error, click.BadOptionUsage):
        return UsageError(error.option_name, "option_value")
    if isinstance(error, click.MissingParameter):
        return UsageError("" if error.param is None else parameter_name(error.param), "missing")
    return UsageError(error.format_message(), "other")


def bug_line(error: BaseException, log: Path | None, words: Words) -> str:
    """Make the line that tells of a bug of ours, and where it was written down."""
    said = BUG if log is not None else BUG_UNTOLD
    return words.fill(said, {"kind": type(error).__name__, "log": plain(log)})
