"""Read plain text: one file is one page, or several with a form feed between them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.drafts import RawFile
from reader.errors import InputRefusedError
from reader.sources.files import fetch
from reader.text.decode import decode, encode
from reader.text.lines import split_pages

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, *, encoding: str | None = None) -> RawFile:
    """Read the file at `path` whole, strictly as `encoding` when one is named.

    Raise an `InputRefusedError` with the path as its subject, `UsageError` for the name of an
    encoding that is none.
    """
    data = fetch(path)
    try:
        return parse(path.name, data, encoding=encoding)
    except InputRefusedError as error:
        error.subject = str(path)
        raise


def parse(name: str, data: bytes, *, encoding: str | None = None) -> RawFile:
    """Decode a file's bytes into its pages; `name` is the file's own, without folder."""
    decoded = decode(data, encoding)
    return RawFile(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=decoded.encoding,
        pages=split_pages(decoded.text),
        data=None if _gives_back(decoded.text, decoded.encoding, data) else data,
    )


def _gives_back(text: str, encoding: str, data: bytes) -> bool:
    """Tell whether the bytes follow from the text, so that they need not be kept beside it."""
    try:
        return encode(text, encoding) == data
    except UnicodeEncodeError:
        return False
