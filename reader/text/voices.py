"""Class how a short line ends, and how it begins: with who speaks, a number, a quotation."""

from __future__ import annotations

import re

_ENDS = {
    **dict.fromkeys("？?", "?"), **dict.fromkeys("！!", "!"), **dict.fromkeys("：:", ":"),
    **dict.fromkeys("。；;.…", "."), **dict.fromkeys("”’」』》", "q"),
    **dict.fromkeys("）)】]", ")"), **dict.fromkeys("期日版号刊报", "d"),
    **dict.fromkeys("局厂会室站所司校院府队部村镇区馆店", "o"),
}  # fmt: skip
"""Classes of the last character of a short line: a mark, the end of a body's name, of a number."""
_SPEAKS = re.compile(r"[^：:]{1,12}[：:]")
_COUNTED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]")


def last(text: str) -> str:
    """Class the last character of a line."""
    last = text.rstrip()[-1:]
    return _ENDS.get(last, "-") if not last.isdigit() else "9"


def voice(text: str) -> str:
    """Class how a line begins: with who speaks, a number, a quotation, a mark."""
    if _SPEAKS.match(text):
        return ":"
    if _COUNTED.match(text):
        return "n"
    first = text[:1]
    return "-" if first.isalnum() else "q" if first in "“‘「『《" else "m"
