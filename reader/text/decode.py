"""Decode the bytes of a page strictly, or say why they cannot be read beyond doubt.

Nothing is ever replaced: what cannot be decoded is refused. The order is BOM, strict UTF-8,
then strict GB18030 and Big5 if what they give is plausible Chinese (`plausible`), else refusal.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reader.errors import NotTextError, TooLargeError, UnknownEncodingError, UsageError
from reader.text import plausible

LIMIT = 200 * 1024 * 1024
"""Bytes; a larger file is no page."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, of which it is the longer match
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_WIDE = {encoding: bom for bom, encoding in _BOMS if encoding.startswith(("utf-16", "utf-32"))}

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"%!PS-", "postscript"),
    (b"AT&TFORM", "djvu"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh91AY&SY", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x7fELF", "program"),
    (b"\x00\x05\x16\x07", "appledouble"),
)

_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f")))
_ZERO_WIDTH = "\ufeff\u200b\u200c\u200d\u2060"

_NOT_FOR_PAGES = frozenset(
    [
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "mbcs",
        "oem",
        "charmap",
    ]
)
_BY_NAME = {"hz": "hz", "utf-7": "utf7"}

_HZ = re.compile(rb"~\{(?:[!-}][!-~])+(?:~\}|[\r\n]|\Z)")
_UTF7 = re.compile(rb"\+[A-Za-z0-9+/]{3,}")
_ISO2022 = re.compile(rb"\x1b\$[@AB()*+]")
_UTF8_HAN = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}")
_UTF8_MANY = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ASCII = bytes(range(0x80))

_NEAR = 1 << 19
"""Bytes before and after a bad one that are looked at to tell what the file is."""

_ONE_FAULT = 4
"""High bytes that one damaged byte of a UTF-8 file can leave outside whole characters, at most."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as decoded: `text` without its BOM, the codec's name, and whether a BOM was there."""

    text: str
    encoding: str
    bom: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file; with `encoding`, strictly as that and nothing else.

    Raise `NotTextError` (details ``empty``, ``binary``, ``bad_byte``), `UnknownEncodingError`
    (``hz``, ``utf7``, ``iso2022``, ``no_bom``, ``none_fits``) or `TooLargeError`; `UsageError`
    for the name of an encoding that is none. `subject` is left empty; the facts `offset` (bytes
    from 0), `line` (from 1), `byte` and `encoding` tell where and what.
    """
    name = None if encoding is None else check_encoding(encoding)
    if len(data) > LIMIT:
        raise TooLargeError(size=len(data), limit=LIMIT)
    if not data:
        raise NotTextError(detail="empty")
    _refuse_magic(data)
    decoded = _with_bom(data) if name is None else _as_named(data, name)
    if decoded is None:
        decoded = _without_bom(data)
    if not decoded.text.strip().strip(_ZERO_WIDTH).strip():
        raise NotTextError(detail="empty")
    if decoded.encoding in _WIDE and _is_binary(decoded.text.encode()):
        raise NotTextError(detail="binary", kind="")
    return decoded


def encode(text: str, encoding: str) -> bytes:
    """Give the bytes of a file that was decoded as `encoding`, its BOM included.

    UTF-16 and UTF-32 stand for files that began with a BOM. GB18030 has no name that tells: of
    the few such files that begin with one the bytes are kept. Raise `UnicodeEncodeError`.
    """
    return _WIDE.get(encoding, b"") + text.encode(encoding)


def check_encoding(name: str) -> str:
    """Give the codec's own name of an encoding that a file may be said to have.

    Raise `UsageError` with detail ``encoding`` when there is none of that name, or
    ``encoding_refused`` for HZ and UTF-7, which say the same text in many ways.
    """
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, ValueError) as error:
        raise UsageError(name, "encoding") from error
    own = info.name
    if own in _BY_NAME:
        raise UsageError(name, "encoding_refused")
    if own in _NOT_FOR_PAGES or own.replace("-", "_") in _NOT_FOR_PAGES:
        raise UsageError(name, "encoding")
    return own


def _with_bom(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if not data.startswith(bom):
            continue
        if encoding == "utf-32-le" and (len(data) % 4 or b"\x00\x00" not in data[4:8]):
            continue  # a UTF-16 text whose first character is NUL
        return Decoded(_strict(data[len(bom) :], _plain(encoding), len(bom)), encoding, bom=True)
    return None


def _plain(encoding: str) -> str:
    return "utf-8" if encoding == "utf-8-sig" else encoding


def _strict(data: bytes, encoding: str, skipped: int = 0) -> str:
    """Decode or raise `NotTextError` at the first bad byte; `skipped` bytes stood before."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _bad_byte(data, _culprit(data, error), encoding, skipped) from error
    except UnicodeError as error:  # codecs that keep no position
        raise _bad_byte(data, 0, encoding, skipped) from error


def _culprit(data: bytes, error: UnicodeDecodeError) -> int:
    """Give the position of the byte that fits nowhere, else where the broken character begins."""
    within = error.encoding == "utf-8" and error.end < len(data)
    if within and _fits_nowhere(data[error.end]) and not _fits_nowhere(data[error.start]):
        return error.end
    return error.start


def _fits_nowhere(byte: int) -> bool:
    return byte >= 0xF5 or byte in {0xC0, 0xC1}


def _bad_byte(data: bytes, offset: int, encoding: str, skipped: int = 0) -> NotTextError:
    byte = data[offset : offset + 1].hex()
    return NotTextError(
        detail="bad_byte",
        encoding=encoding,
        offset=offset + skipped,
        line=_line(data, offset),
        byte=byte,
    )


def _line(data: bytes, offset: int) -> int:
    """Give the number of the line in which a byte stands, by LF, or CR where there is none."""
    before = data[:offset]
    return (before.count(b"\n") or before.count(b"\r")) + 1


def _as_named(data: bytes, name: str) -> Decoded:
    if name in {"utf-16", "utf-32"}:
        found = _with_bom(data)
        if found is None or not found.encoding.startswith(name):
            raise UnknownEncodingError(detail="no_bom", encoding=name)
        return found
    own = "utf-8-sig" if name == "utf-8" else name
    bom = next((bom for bom, encoding in _BOMS if encoding == own), b"")
    if bom and data.startswith(bom):
        return Decoded(_strict(data[len(bom) :], _plain(own), len(bom)), own, bom=True)
    plain = _plain(own)
    if plain not in _WIDE and _is_binary(data):
        raise NotTextError(detail="binary", kind="")
    return Decoded(_strict(data, plain), plain)


def _without_bom(data: bytes) -> Decoded:
    if _is_binary(data):
        _refuse_wide(data)
        raise NotTextError(detail="binary", kind="")
    if data.isascii():
        _refuse_seven_bit(data)
        return Decoded(data.decode("ascii"), "utf-8")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        bad = _culprit(data, error)
    near = data[max(0, bad - _NEAR) : bad + _NEAR]
    if _is_damaged_utf8(near):
        raise _bad_byte(data, bad, "utf-8")
    found = _chinese(data)
    if found is not None:
        return found
    _refuse_wide(data)
    if 2 * sum(map(len, _UTF8_MANY.findall(near))) > _high(near):
        raise _bad_byte(data, bad, "utf-8")
    raise UnknownEncodingError(
        detail="none_fits", offset=bad, line=_line(data, bad), byte=data[bad : bad + 1].hex()
    )


def _high(data: bytes) -> int:
    return len(data.translate(None, _ASCII))


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether bytes that are no UTF-8 are UTF-8 for all but a few of them.

    Prose in GBK holds a valid UTF-8 character of three bytes by accident once in 25 characters.
    """
    han = len(_UTF8_HAN.findall(data))
    high = _high(data)
    outside = high - sum(map(len, _UTF8_MANY.findall(data)))
    return han > 0 and (outside <= _ONE_FAULT or 6 * han >= high)


def _chinese(data: bytes) -> Decoded | None:
    """Decode as GB18030 or Big5, whichever gives Chinese beyond doubt; None when neither does."""
    readings = [
        (plausible.score(text, frequent), Decoded(text, encoding))
        for text, encoding, frequent in (
            (*_try(data, "gb18030"), plausible.MAINLAND),
            (*_big5(data), plausible.TAIWAN),
        )
        if text
    ]
    readings.sort(key=lambda reading: reading[0], reverse=True)
    if not readings or readings[0][0] < plausible.ENOUGH:
        return None
    if len(readings) > 1 and readings[0][0] - readings[1][0] < plausible.ENOUGH:
        return None
    return readings[0][1]


def _try(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return "", encoding


def _big5(data: bytes) -> tuple[str, str]:
    """Decode as Big5: as all agree, else as Windows reads it, else with Hong Kong's characters."""
    text, encoding = _try(data, "cp950")
    if not text:
        return _try(data, "big5hkscs")
    return text, "big5" if _try(data, "big5")[0] == text else encoding


def _refuse_magic(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotTextError(detail="binary", kind=kind)


def _is_binary(data: bytes) -> bool:
    """Tell whether control characters, NUL above all, are too many for a text."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return 3 * controls > len(data) or (controls > 8 and 50 * controls > len(data))


def _refuse_wide(data: bytes) -> None:
    """Refuse UTF-16 and UTF-32 that have no BOM, by name."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausible.is_text(text):
            raise UnknownEncodingError(detail="no_bom", encoding=encoding)


def _refuse_seven_bit(data: bytes) -> None:
    """Refuse the encodings that hide Chinese in ASCII, by name."""
    if _ISO2022.search(data):
        raise UnknownEncodingError(detail="iso2022", encoding="iso2022")
    for pattern, encoding, detail in ((_HZ, "hz", "hz"), (_UTF7, "utf-7", "utf7")):
        if not pattern.search(data):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausible.hides_chinese(text):
            raise UnknownEncodingError(detail=detail, encoding=encoding)
