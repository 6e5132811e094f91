"""What the window says can be written with the fonts that are shipped: there may be no others."""

import ast

import pytest
from PySide6.QtGui import QRawFont

from reader import places

pytestmark = pytest.mark.window

UI = places.resources().parent / "reader" / "ui"
MARKS = {"positions.py", "typed.py"}
"""Where characters stand that are not said: those that cannot be shown, bounds of ranges."""


def fonts():
    folder = places.resources() / "fonts"
    return [QRawFont(str(path), 16) for path in sorted(folder.glob("*.otf"))]


def said():
    """Give each character beyond ASCII of the window's own words, and where it stands."""
    found = {}
    for path in UI.rglob("*.py"):
        if path.name in MARKS:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {c: path.name for c in node.value if c > "~"}
    words = places.resources() / "translations" / "jiaokan_zh_CN.ts"
    return found | {c: words.name for c in words.read_text("utf-8") if c > "~"}


def test_every_character_is_in_both_fonts(qapp):
    both = fonts()
    assert len(both) == 2
    unseen = {"\u200b", "\u2028"}
    missing = {
        (c, where) for c, where in said().items()
        if c not in unseen and not all(font.supportsCharacter(ord(c)) for font in both)
    }  # fmt: skip
    assert missing == set()
