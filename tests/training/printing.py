"""Print typeset pages as PDF, with fpdf2 (LGPL) and fontTools (MIT), not needed elsewhere.

The program's own fonts are OpenType with cubic outlines; they are turned into TrueType ones of the
characters in use, as most newspapers' files carry them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from training.justified import steps

if TYPE_CHECKING:
    from training.sheet import Piece, Sheet

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LETTERS = re.compile(r"[!-~]+|.")
FACES = {"serif": "NotoSerifSC-Regular.otf", "sans": "NotoSansSC-Regular.otf"}


def truetype(face: str, text: str, to: Path) -> None:
    """Write a TrueType font of the marks of a text."""
    from fontTools import subset
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont, newTable

    font = TTFont(FONTS / FACES[face])
    options = subset.Options()
    options.hinting, options.layout_features = False, []
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GSUB", "GPOS", "GDEF"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=text + " ")
    cutter.subset(font)
    outlines, glyphs = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], table = newTable("loca"), newTable("glyf")
    table.glyphOrder, table.glyphs = font.getGlyphOrder(), glyphs
    font["glyf"] = table
    del font["CFF "]
    head = font["maxp"]
    head.tableVersion = 0x00010000
    for name in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs",
                 "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
                 "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
                 "maxCompositeContours", "maxComponentDepth"):  # fmt: skip
        setattr(head, name, 1 if name in ("maxZones",) else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"
    font.save(to)


def print_pages(sheets: list[Sheet], folder: Path) -> list[Path]:
    """Write a PDF file of each page into a folder; give their paths."""
    from fpdf import FPDF

    texts = "".join(sorted({c for s in sheets for o in s.owners for c in o.text})) + "　"
    for face in FACES:
        truetype(face, texts, folder / f"{face}.ttf")
    found = []
    for number, sheet in enumerate(sheets):
        pdf = FPDF(unit="pt", format=(sheet.width, sheet.height))
        pdf.set_auto_page_break(False)
        pdf.add_page()
        for face in FACES:
            pdf.add_font(face, fname=folder / f"{face}.ttf")
        pdf.set_fill_color(170)
        for box in sheet.boxes:
            pdf.rect(*box, style="F")
        pdf.set_fill_color(0)
        for rule in sheet.rules:
            pdf.rect(*rule, style="F")
        for owner in sheet.order:
            for piece in owner.pieces:
                _print(pdf, piece, run=sheet.how.run)
        found.append(folder / f"page{number}.pdf")
        pdf.output(str(found[-1]))
    return found


def _print(pdf: object, piece: Piece, *, run: bool) -> None:
    """Print a piece in strings, parted at its spaces, or mark by mark."""
    pdf.set_font(piece.face, size=piece.size)
    at, x = 0, piece.x
    for text in _strings(piece) if run else LETTERS.findall(piece.text):
        wide = piece.steps[at : at + len(text)]
        if text.strip(" \t"):
            spacing = 0.0
            if len(text) > 1:
                free = sum(wide[:-1]) - pdf.get_string_width(text[:-1])
                spacing = round(free / (len(text) - 1), 3)
            pdf.set_char_spacing(spacing if abs(spacing) > 0.02 else 0)
            pdf.text(x, piece.y, text)
            pdf.set_char_spacing(0)
        at, x = at + len(text), x + sum(wide)


def _strings(piece: Piece) -> list[str]:
    """Part a piece where there is a space between its marks, as programs for setting do."""
    found = [""]
    free = [
        step / piece.size - own for step, own in zip(piece.steps, steps(piece.text), strict=True)
    ]
    usual = sorted(free)[len(free) // 2]
    for mark, more in zip(piece.text, free, strict=True):
        if mark in " \t":
            found += [mark, ""]
            continue
        found[-1] += mark
        if more > usual + 0.08:
            found.append("")
    return [text for text in found if text]
