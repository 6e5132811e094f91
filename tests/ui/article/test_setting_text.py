"""How the article is set: measured in the document as it is laid out, against the tokens."""

import json
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QTextBlockFormat, QTextDocument

from reader import places
from reader.model import Kind
from reader.ui import theme
from reader.ui.article.setting import Setting
from reader.ui.article.sheet import Sheet, Shown

pytestmark = pytest.mark.window

TOKENS = json.loads((places.resources() / "themes" / "tokens.json").read_text("utf-8"))
READING, SCALE = TOKENS["reading"], TOKENS["type"]["scale"]
SANS, SERIF = (TOKENS["type"]["families"][family][0] for family in ("interface", "reading"))
LONG = "会议指出要立足当前这一关键阶段认真总结，" * 12
TOLD = (
    (Kind.KICKER, "引题"),
    (Kind.TITLE, "新泾镇召开会议"),
    (Kind.SUBTITLE, "副题"),
    (Kind.PARA, LONG),
    (Kind.PARA, LONG),
    (Kind.SUBHEAD, "小标题"),
    (Kind.PARA, "末段。"),
    (Kind.VERSE, "诗行"),
    (Kind.BYLINE, "作者"),
    (Kind.CAPTION, "图片说明"),
)
"""One block of each kind that differs in its setting, two paragraphs in a row."""


class Laid:
    """The blocks in a document of their own, at a reading size in pixels."""

    def __init__(self, size):
        setting = Setting(size)
        self.size, self.width = size, setting.column
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setTextWidth(self.width)
        self.sheet = Sheet(self.document, setting, theme.theme("light"))
        self.sheet.show([Shown(str(n), kind, text) for n, (kind, text) in enumerate(TOLD)])

    def of(self, kind, nth=0):
        """Give number, block and lines of the nth block of a kind."""
        number = [n for n, told in enumerate(TOLD) if told[0] is kind][nth]
        block = self.sheet.block(number)
        top = self.document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        return block, lines, [top + line.y() + line.ascent() for line in lines]

    def pixels(self, kind):
        return self.of(kind)[0].charFormat().font().pixelSize()


@pytest.fixture(params=[17, 14, 24])
def laid(request, dressed):
    theme.read_as()
    return Laid(request.param)


@pytest.fixture
def body(dressed):
    """The size of the look, at which it gives pixels, too."""
    theme.read_as()
    return Laid(SCALE["body"])


def test_the_measure_is_34_ems(laid):
    assert READING["measure_em"] == 34
    assert laid.width == 34 * laid.size
    assert laid.sheet.setting.narrowest == READING["measure_min_em"] * laid.size


def test_lines_of_a_paragraph_stand_at_one_pitch(laid, body):
    _, lines, bases = laid.of(Kind.PARA)
    pitches = {round(low - high) for high, low in pairwise(bases)}
    assert len(lines) > 4
    assert pitches == {round(READING["leading"] * laid.size)}
    block = body.of(Kind.PARA)[0].blockFormat()
    assert block.lineHeight() == READING["line_height_px_at_17"] == 30
    assert block.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value


def test_a_paragraph_begins_two_ems_in_by_its_format(laid):
    block, (first, second, *_), _ = laid.of(Kind.PARA)
    assert block.text() == LONG
    assert first.x() - second.x() == pytest.approx(2 * laid.size)
    assert block.blockFormat().textIndent() == READING["indent_em"] * laid.size
    for kind in (Kind.TITLE, Kind.SUBHEAD, Kind.KICKER, Kind.SUBTITLE, Kind.BYLINE):
        assert laid.of(kind)[0].blockFormat().textIndent() == 0, kind
    assert laid.of(Kind.VERSE)[0].blockFormat().leftMargin() == 2 * laid.size


def test_full_lines_of_a_paragraph_are_flush_and_the_last_is_free(laid):
    block, lines, _ = laid.of(Kind.PARA)
    assert READING["justify"] is True
    assert block.blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify
    edges = []
    for line in lines:
        end = line.textStart() + line.textLength()
        edges.append(line.cursorToX(end)[0])
    assert edges[:-1] == pytest.approx([laid.width] * (len(lines) - 1), abs=1)
    assert edges[-1] < laid.width - laid.size


def test_between_paragraphs_there_is_a_gap_besides_the_indent(laid):
    """Of the margins of two blocks Qt keeps the larger one: it does not add them."""
    _, _, above = laid.of(Kind.PARA)
    _, _, below = laid.of(Kind.PARA, 1)
    pitch = round(READING["leading"] * laid.size)
    gap = READING["paragraph_gap_em"] * laid.size
    assert READING["paragraph_gap_em"] == 0.35
    assert below[0] - above[-1] == pytest.approx(pitch + gap, abs=0.1)


def test_the_text_begins_26_pixels_under_its_heads(laid):
    block = laid.of(Kind.PARA)[0].blockFormat()
    assert block.topMargin() == READING["after_subtitle_px"] == 26
    assert laid.of(Kind.PARA, 1)[0].blockFormat().topMargin() < 26
    rect = laid.document.documentLayout().blockBoundingRect
    above, below = laid.of(Kind.SUBTITLE)[0], laid.of(Kind.PARA)[0]
    pitch = round(READING["leading"] * laid.size)
    assert rect(below).top() - rect(above).top() == pytest.approx(pitch + 26, abs=0.1)


def test_heads_have_their_sizes_families_and_weights(laid, body):
    assert body.pixels(Kind.TITLE) == SCALE["title"] == 27
    assert body.pixels(Kind.KICKER) == SCALE["kicker"] == 16
    assert body.pixels(Kind.SUBTITLE) == SCALE["subtitle"] == 17
    assert body.pixels(Kind.SUBHEAD) == SCALE["subhead"] == 17
    assert body.pixels(Kind.PARA) == SCALE["body"] == 17
    title = laid.pixels(Kind.TITLE)
    assert title == round(READING["title_size_em"] * laid.size)
    height = laid.of(Kind.TITLE)[0].blockFormat().lineHeight()
    assert height == round(READING["title_leading"] * title)
    families = {
        Kind.TITLE: SERIF, Kind.PARA: SERIF, Kind.SUBHEAD: SERIF, Kind.VERSE: SERIF,
        Kind.KICKER: SANS, Kind.SUBTITLE: SANS,
    }  # fmt: skip
    for kind, family in families.items():
        font = laid.of(kind)[0].charFormat().font()
        assert font.families()[0] == QFontInfo(font).family() == family, kind
        bold = kind in (Kind.TITLE, Kind.SUBHEAD)
        assert font.weight() == (TOKENS["type"]["weight"]["title"] if bold else 400), kind
        assert not font.italic()
    quiet = theme.theme("light").color("ink-2")
    for kind in (Kind.KICKER, Kind.SUBTITLE):
        assert laid.of(kind)[0].charFormat().foreground().color() == quiet


def test_the_window_sets_its_column_so(window):
    """The column of the article is as wide as the look says, and its blocks are set alike."""
    edit = window.article.edit
    frame = edit.document().rootFrame().frameFormat()
    column = edit.viewport().width() - frame.leftMargin() - frame.rightMargin()
    size = window.article.size
    assert (size, column) == (SCALE["body"], READING["measure_em"] * SCALE["body"])
    for number, shown in enumerate(edit.sheet.blocks):
        block = edit.document().findBlockByNumber(number)
        assert block.charFormat().font().pixelSize() == Setting(size).pixels(shown.kind)
        paragraph = shown.kind is Kind.PARA
        assert block.blockFormat().textIndent() == (2 * size if paragraph else 0)
        assert (block.blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify) is paragraph
