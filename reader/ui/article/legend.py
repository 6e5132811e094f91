"""The legend: a sheet on which each paragraph bears the mark that it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from reader.model import Amendment, BlockText, Kind, Reads, SeamFact, Why
from reader.store.against import Fate
from reader.ui import theme
from reader.ui.article.changed import Stroke
from reader.ui.article.editor import ArticleEdit
from reader.ui.article.here import Span
from reader.ui.article.legendsigns import LegendSigns
from reader.ui.article.moved import Moved
from reader.ui.article.setting import Setting
from reader.ui.article.strokes import paint_strokes
from reader.ui.article.trays import Tray
from reader.ui.positions import units
from reader.ui.signs import Sign
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from reader.ui.article.marks import View
    from reader.ui.article.sheet import Shown
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_UNSEEN = "\u200b"
_SURE, _UNSURE = 0.99, 0.6


@dataclass(frozen=True, slots=True)
class _Marked:
    """A paragraph of the sheet: ``|`` in its words is the place of its mark, ``[ ]`` the span."""

    words: str
    put: Callable[[Shown, int, int], None] = lambda _shown, _start, _end: None
    kind: Kind = Kind.PARA
    supplied: bool = False

    def read(self) -> tuple[str, int, int]:
        """Give the text without the signs of place, and the place: start and end."""
        start = max(self.words.find("|"), self.words.find("["), 0)
        text = self.words.replace("|", "").replace("[", "")
        end = text.find("]")
        return text.replace("]", ""), start, end if end >= 0 else start


class _LegendEdit(ArticleEdit):
    """Shows marks of the article, and those that only the view of differences has."""

    def __init__(self, setting: Setting, colours: Theme, words: Words) -> None:
        self.strokes: dict[str, Stroke] = {}
        """What is struck or closed up, by the id of its block."""
        super().__init__(setting, colours, words)

    def paint_changes(self, painter: QPainter, view: View) -> None:
        """Paint what was typed, and the strokes of differences."""
        super().paint_changes(painter, view)
        if view.shown.id in self.strokes:
            paint_strokes(painter, self, view, (self.strokes[view.shown.id],))


class Legend(Dialog):
    """Shows every mark as the article shows it, with its sentence; nothing here is written."""

    def __init__(self, words: Words, colours: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setWindowTitle(self.tr("All marks"))
        self.resize(840, 640)
        self.edit = _LegendEdit(
            Setting(int(theme.tokens()["type"]["scale"]["body-min"])), colours, words
        )
        self.edit.setObjectName("legendSheet")
        self.edit.setAccessibleName(self.tr("Every mark, in a paragraph that tells of it"))
        self._fill()
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.edit.escaped.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 16)
        box.setSpacing(12)
        self.signs = LegendSigns(words, colours)
        box.addWidget(self.edit, 1)
        box.addWidget(self.signs)
        box.addLayout(foot)

    def _fill(self) -> None:
        rows = (*self._heads(), *self._line_ends(), *self._of_people(), *self._others())
        read = [row.read() for row in rows]
        self.edit.sheet.show([
            BlockText(str(n), row.kind, text, (), supplied=row.supplied)
            for n, (row, (text, _, _)) in enumerate(zip(rows, read, strict=True))
        ])  # fmt: skip
        for row, shown, (_, start, end) in zip(rows, self.edit.sheet.blocks, read, strict=True):
            row.put(shown, start, end)
        self.edit.set_caret(0, 0)

    # --- what there is --------------------------------------------------------------------

    def _heads(self) -> tuple[_Marked, ...]:
        return (
            _Marked(self.tr("A heading that a person supplied"), kind=Kind.KICKER, supplied=True),
            _Marked(self.tr("The marks of the text"), kind=Kind.TITLE),
            _Marked(self.tr("Bars at the left tell of which kind a block is"), kind=Kind.SUBTITLE),
        )

    def _line_ends(self) -> tuple[_Marked, ...]:
        return (
            _Marked(self.tr("A small tick: the engine jo|ined two lines here, and is sure."),
                    _seam(Reads.JOIN, _SURE)),
            _Marked(self.tr("Yellow with a diamond: the engine joi|ned here, and is not sure."),
                    _seam(Reads.JOIN, _UNSURE)),
            _Marked(self.tr("Yellow with an arrow: whether the paragraph ends is not sure.|"),
                    _seam(Reads.PARA, _UNSURE)),
            _Marked(self.tr("A red tie: a person jo|ined two lines here."),
                    _seam(Reads.JOIN, _SURE, by="·")),
            _Marked(self.tr("A red arrow: a person ended the paragraph here.|"),
                    _seam(Reads.PARA, _SURE, by="·")),
        )  # fmt: skip

    def _of_people(self) -> tuple[_Marked, ...]:
        return (
            _Marked(self.tr("A red line: a person [typed these words]."), _typed),
            _Marked(self.tr("A short red line: here| a person took words out."), _typed),
            _Marked(self.tr("Struck through, among differences: [these words] are not read."),
                    self._stroke(Fate.STRUCK)),
            _Marked(self.tr("An open box, among differences: here| a space was taken out."),
                    self._stroke(Fate.CLOSED)),
            _Marked(self.tr("A red bracket: a person moved it here; behind it, the line in print."),
                    _moved(machine=False)),
            _Marked(self.tr("A yellow bracket: the engine moved it here."), _moved(machine=True)),
        )  # fmt: skip

    def _others(self) -> tuple[_Marked, ...]:
        return (
            _Marked(self.tr("A tray: [these words] bear a topic, which stands at the right."),
                    self._tray),
            _Marked(self.tr("A blue wash: [the line of the source] at which the caret is."),
                    self._here),
            _Marked(self.tr("A dotted frame: a character that cannot be seen|.").replace(
                        "|", f"|{_UNSEEN}")),
            _Marked(self.tr("A subhead has a double bar"), kind=Kind.SUBHEAD),
            _Marked(self.tr("Furniture of the page has a dashed bar"), kind=Kind.FURNITURE),
        )  # fmt: skip

    def _stroke(self, fate: Fate) -> Callable[[Shown, int, int], None]:
        def put(shown: Shown, start: int, end: int) -> None:
            low, high = units(shown.text, start), units(shown.text, end)
            self.edit.strokes[shown.id] = Stroke(low, high, fate, machine=False)

        return put

    def _tray(self, shown: Shown, start: int, end: int) -> None:
        tray = Tray(self.edit.sheet.blocks.index(shown), start, end, self.tr("topic"), Sign(0))
        self.edit.trays = (tray,)

    def _here(self, shown: Shown, start: int, end: int) -> None:
        self.edit.here = (Span(self.edit.sheet.blocks.index(shown), start, end),)


def _seam(
    reads: Reads, confidence: float, *, by: str | None = None
) -> Callable[[Shown, int, int], None]:
    def put(shown: Shown, at: int, _end: int) -> None:
        shown.set_seams([SeamFact(0, 0, 0, reads, at, reads, confidence, (), by)])

    return put


def _typed(shown: Shown, start: int, end: int) -> None:
    shown.amended = (Amendment(start, end, "" if start < end else "…", Why.TYPED, "·", ""),)


def _moved(*, machine: bool) -> Callable[[Shown, int, int], None]:
    def put(shown: Shown, _start: int, _end: int) -> None:
        shown.moved = (Moved(0, len(shown.text), 0, 0, machine, 12),)

    return put
