from itertools import combinations

import pytest
from training.justified import CLOSING, OPENING, manner, wrap
from training.kept import keep, kept, named
from training.reading import aligned, missing
from training.sheet import Owner, Piece, Sheet
from training.typeset import typeset

PROGRAMS = ("pdftotext", "pdftotext -raw", "pypdf", "pdfminer.six", "Tesseract")
TEXT = "“今年的《修渠记》”，共收录了128篇文章；其中（含附录）有KTV、WiFi等新词。" * 3


def whole(text):
    return "".join(text.split())


def box(piece):
    """The part of the sheet that a piece blackens, without the marks that may hang."""
    wide = sum(piece.steps) - piece.steps[-1]
    return piece.x, piece.y - 0.7 * piece.size, piece.x + wide, piece.y


@pytest.mark.parametrize("seed", range(8))
def test_a_line_begins_and_ends_as_it_may(seed):
    how = manner(seed)
    for width in (9, 14, 23):
        lines = wrap(TEXT, width, how)
        assert "".join(line.text for line in lines) == TEXT
        assert not any(line.text[0] in CLOSING for line in lines[1:])
        assert not any(line.text[-1] in OPENING for line in lines[:-1])
        assert all(line.width <= width + 1.05 for line in lines)
        assert all(len(line.steps) == len(line.text) for line in lines)


@pytest.mark.parametrize("seed", range(10))
def test_no_two_lines_of_a_sheet_lie_on_each_other(seed):
    sheet = typeset(seed, tabloid=seed % 2 == 0)
    assert [(o.kind, o.text) for o in sheet.owners] == [
        (o.kind, o.text) for o in typeset(seed, tabloid=seed % 2 == 0).owners
    ]
    assert sorted(map(id, sheet.order)) == sorted(map(id, sheet.owners))
    boxes = []
    for owner in sheet.owners:
        assert whole("".join(piece.text for piece in owner.pieces)) == whole(owner.text)
        boxes += [box(piece) for piece in owner.pieces]
    for one, two in combinations(boxes, 2):
        apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
        assert apart, (one, two)
    assert all(x >= 0 and right <= sheet.width for x, _, right, _ in boxes)
    assert all(top >= 0 and low <= sheet.height for _, top, _, low in boxes)


@pytest.mark.parametrize("seed", range(6))
def test_what_was_printed_line_by_line_is_found_again(seed):
    sheet = typeset(seed)
    raw = "\n".join(piece.text for owner in sheet.order for piece in owner.pieces)
    page = aligned(raw, sheet, "plain")
    assert page.faults() == []
    assert [(b.kind, whole(b.text)) for b in page.blocks] == [
        (o.kind, whole(o.text)) for o in sheet.owners
    ]


def made(*owners):
    sheet = Sheet(100, 100, manner(0))
    for number, (kind, article, *lines) in enumerate(owners):
        text = "".join(lines)
        pieces = [Piece(line, 0, 0, 9, "serif", [9.0] * len(line)) for line in lines]
        sheet.owners.append(Owner(kind, text, article, (number, kind), pieces))
    return sheet


LEFT = ("para", 0, "修渠的人都老了，渠里的水", "还在流，一年四季不停。")
RIGHT = ("para", 0, "今年春天，学校请来三位老", "人，给孩子们讲从前的事。")


def test_two_columns_on_one_line_are_two_cells():
    raw = "\n".join(f"{left}  {right}" for left, right in zip(LEFT[2:], RIGHT[2:], strict=True))
    page = aligned(raw, made(LEFT, RIGHT), "beside")
    assert page.faults() == []
    assert [block.text for block in page.blocks] == ["".join(LEFT[2:]), "".join(RIGHT[2:])]
    assert [cell.block for cell in page.cells] == [0, 1, 0, 1]


def test_slips_are_read_as_they_stand():
    raw = (
        "修渠的人都者了, 渠里的水\n还在流，一年四李不停\n\n|\n"
        "今年春天，学校请来二位老\n人，给孩于们讲从前的事。\n"
    )
    page = aligned(raw, made(LEFT, RIGHT), "slips")
    assert page.faults() == []
    assert page.blocks[0].text == "修渠的人都者了,渠里的水还在流，一年四李不停"
    assert page.blocks[1].text == "今年春天，学校请来二位老人，给孩于们讲从前的事。"
    assert page.blocks[2:] == [("furniture", "|", -1)]


def test_the_gap_of_a_couplet_stays_a_space():
    sheet = made(("title", 0, "清风徐来 灯火可亲"), ("furniture", -1, "A03"))
    page = aligned("A03\n清凤徐来　灯火可亲", sheet, "couplet")
    assert [block.text for block in page.blocks] == ["清凤徐来 灯火可亲", "A03"]


@pytest.mark.parametrize(
    "program",
    [*PROGRAMS, *(f"{hand}_{named(name)}" for hand in ("second", "third") for name in PROGRAMS)],
)
def test_the_kept_pages_are_whole(program, tmp_path):
    pages = kept(program)
    assert len(pages) == 6
    for page in pages:
        assert page.faults() == []
        assert page.form()["articles"]
        keep(page, tmp_path)
    assert kept(program, tmp_path) == pages


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_that_is_missing_is_named(program, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert missing(program) in ("pdftotext", "pdftoppm", "pypdf", "pdfminer.six")
