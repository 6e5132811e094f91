"""The lines of an export in jsonl, each held against the form in which an export writes it.

Of what a line says only that is looked at which a library is rebuilt from.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.errors import InputRefusedError, OutputError, UsageError
from reader.model import BODY_KINDS, HEAD_KINDS, LONGEST_MANIFEST, PAGE_KINDS, Status
from reader.store.faults import STUMBLES, DatabaseError, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    Form = Callable[[Any], bool]

ARTICLES, FURNITURE, MANIFEST = "articles.jsonl", "furniture.jsonl", "manifest.json"

_MOST = (1 << 31) - 1
_DATE = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Row(dict[str, Any]):
    """What a line of the export says; it knows its file and its number there, from 1."""

    def __init__(self, told: Mapping[str, Any], file: Path, line: int) -> None:
        super().__init__(told)
        self.file = file
        self.line = line


def is_export(folder: Path) -> bool:
    """Tell whether a folder holds an export in jsonl with its furniture and manifest."""
    return all((folder / name).is_file() for name in (ARTICLES, FURNITURE, MANIFEST))


def read(folder: Path) -> tuple[list[Row], list[Row]]:
    """Read articles and furniture, having held them against the manifest and their forms.

    Raise `OutputError`, which names the line that is not as an export writes it.
    """
    try:
        told = folder / MANIFEST
        if told.stat().st_size > LONGEST_MANIFEST:
            raise OutputError(str(folder), "no_export")
        named = json.loads(told.read_bytes())["files"]
        wanted = {name: named[name] for name in (ARTICLES, FURNITURE)}
    except OSError as error:
        raise OutputError(str(folder), "read", says=error.strerror or "") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise OutputError(str(folder), "no_export") from error
    articles = _rows(folder / ARTICLES, wanted[ARTICLES], _ARTICLE)
    furniture = _rows(folder / FURNITURE, wanted[FURNITURE], _PAGE)
    seen: set[str] = set()
    for row in articles:
        if row["id"] in seen:
            raise _unfit(row.file, row.line, "id")
        seen.add(row["id"])
    return articles, furniture


def _rows(file: Path, sha256: object, forms: Mapping[str, Form]) -> list[Row]:
    try:
        with file.open("rb") as opened:  # what is not as it was written may have any size
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            opened.seek(0)
            data = opened.read() if digest == sha256 else b""
    except OSError as error:
        raise OutputError(str(file), "read", says=error.strerror or "") from error
    if digest != sha256:
        raise OutputError(str(file), "not_as_manifest")
    lines = enumerate(data.split(b"\n"), 1)
    return [_row(file, number, line, forms) for number, line in lines if line]


def _row(file: Path, number: int, line: bytes, forms: Mapping[str, Form]) -> Row:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise OutputError(str(file), "unfit_line", line=number) from error
    if not isinstance(told, dict):
        raise OutputError(str(file), "unfit_line", line=number)
    misfit = next((name for name, fits in forms.items() if not fits(told.get(name, ...))), None)
    if misfit is not None:
        raise _unfit(file, number, misfit)
    if "spans" in forms and not _in_text(told):
        raise _unfit(file, number, "spans")
    return Row(told, file, number)


def _unfit(file: Path, number: int, name: str) -> OutputError:
    return OutputError(str(file), "unfit", line=number, name=name)


@contextmanager
def fitting(row: Row) -> Iterator[None]:
    """Raise `OutputError`, which names the line, when what it says can be in no library."""
    try:
        yield
    except (UsageError, InputRefusedError, RuntimeError, *STUMBLES) as error:
        raise OutputError(str(row.file), "unfit_line", line=row.line) from error
    except DatabaseError as error:
        if translate(error) is not None:  # a fault of the disk, not of the line
            raise
        raise OutputError(str(row.file), "unfit_line", line=row.line) from error


# --- forms --------------------------------------------------------------------------------------


def _is_text(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    """Tell whether it is text without a lone surrogate."""
    if not isinstance(value, str):
        return False
    return value.isascii() or not any("\ud800" <= c <= "\udfff" for c in value)


def _is_said(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    """Tell whether it is text that is not blank."""
    return _is_text(value) and bool(value.strip())


def _is_name(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    """Tell whether it can name a file: bytes that are no UTF-8 stand as lone surrogates."""
    if not isinstance(value, str):
        return False
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _is_place(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    return type(value) is int and 0 <= value <= _MOST


def _or_none(form: Form) -> Form:
    return lambda value: value is None or form(value)


def _one_of(words: Collection[str]) -> Form:
    return lambda value: isinstance(value, str) and value in words


def _list_of(form: Form) -> Form:
    return lambda value: isinstance(value, list) and all(form(one) for one in value)


def _object(forms: Mapping[str, Form]) -> Form:
    return lambda value: (
        isinstance(value, dict) and all(fits(value.get(name, ...)) for name, fits in forms.items())
    )


def _is_range(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    return _list_of(_is_place)(value) and len(value) == 2 and value[0] <= value[1]


def _in_text(article: Mapping[str, Any]) -> bool:
    """Tell whether the ranges of the spans lie in the article's text."""
    ends = (end for span in article["spans"] for _, end in span["ranges"])
    return max(ends, default=0) <= len(article["text"])


def _is_date(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    return isinstance(value, str) and _DATE.fullmatch(value) is not None


def _is_flag(value: Any) -> bool:  # noqa: ANN401 - whatever JSON can say
    return isinstance(value, bool)


_ISSUE: dict[str, Form] = {
    "id": _is_text,
    "title": _or_none(_is_text),
    "date": _or_none(_is_date),
    "date_sure": _is_flag,
    "number": _or_none(_is_text),
    "source": _is_name,
    "sha256": _is_text,
    "sample": _is_flag,
}
_HEADS = [kind.value for kind in HEAD_KINDS]
_ARTICLE: dict[str, Form] = {
    "id": _is_text,
    "issue": _object(_ISSUE),
    "page": _or_none(_is_place),
    "section": _or_none(_is_text),
    **dict.fromkeys(_HEADS, _or_none(_is_text)),
    "supplied": _list_of(_one_of(_HEADS)),
    "body": _list_of(_object({"kind": _one_of([*BODY_KINDS]), "text": _is_text})),
    "text": _is_text,
    "tags": _list_of(_is_text),
    "spans": _list_of(_object({"tag": _is_text, "ranges": _list_of(_is_range)})),
    "status": _one_of([*Status]),
}
_PAGE: dict[str, Form] = {
    "issue": _is_text,
    "page": _or_none(_is_place),
    "source": _is_name,
    "sha256": _is_text,
    "lines": _list_of(_object({"kind": _one_of([*PAGE_KINDS]), "text": _is_said})),
}
