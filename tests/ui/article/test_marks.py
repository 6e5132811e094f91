"""What marks tell, under the pointer and on a key; what is painted of what people did."""

import gc

import pytest
from acting import START, add, put
from PySide6.QtCore import QPoint, Qt
from seeing import bar, inks, place

from reader.model import Amendment, IssueFacts, Kind, Reads, Reason, SeamFact, Why
from reader.store.library import Library, Mode
from reader.text.reasons import REASONS
from reader.ui.article.marks import in_view, spot
from reader.ui.article.painted import plain
from reader.ui.positions import hidden_in, shown
from reader.ui.reasons import Reasons
from reader.ui.words import Words

pytestmark = pytest.mark.window

Key = Qt.Key


def write(window, verb, *args):
    library = window.session.library.articles
    window.session.write(getattr(library, verb), *args)


def block(window, index):
    return window.article.edit.sheet.blocks[index].id


def test_a_corrected_word_is_marked_and_tells_its_life(window, press):
    assert inks(window, "human") == 0
    write(window, "edit", block(window, 1), 1, 3, "完整")
    assert inks(window, "human") > 30
    said = window.article.edit.why_at(place(window, 1, 2))
    assert '"完整" stands in place of "全面"' in said
    assert "甲" in said
    assert "typed" in said
    assert window.article.edit.why_at(place(window, 1, 9)) == ""
    press(window, "actionUndo")
    assert inks(window, "human") == 0


def test_what_was_taken_out_is_marked_and_told(window):
    write(window, "edit", block(window, 1), 1, 3, "")
    assert inks(window, "human") > 3
    assert '"全面" was taken out' in window.article.edit.why_at(place(window, 1, 1))


def test_a_mark_moves_with_what_is_typed_before_it(window, qtbot, press):
    write(window, "edit", block(window, 1), 5, 6, "甲")
    put(window, 1, 2)
    qtbot.keyClicks(window.article.edit, "abc")
    (before,) = window.article.edit.sheet.blocks[1].amended
    assert (before.start, before.end) == (8, 9)
    press(window, "actionSave")
    spans = [(a.start, a.end) for a in window.article.edit.sheet.blocks[1].amended]
    assert spans == [(2, 5), (8, 9)]
    put(window, 1, 9)
    qtbot.keyClick(window.article.edit, Key.Key_Backspace)
    assert window.article.edit.sheet.blocks[1].amended[1].end == 8


def test_bracket_and_number_of_what_was_moved_tell_their_line(window, press):
    put(window, 1, 0)
    press(window, "actionMoveDown")
    edit = window.article.edit
    edit.viewport().repaint()
    (number, block) = next((n, b) for n, b in enumerate(edit.sheet.blocks) if b.moved)
    em = edit.sheet.setting.pixels(block.kind)
    first, last = place(window, number, 0), place(window, number, len(block.text))
    told = f"Printed at line {block.moved[0].line}"
    assert told in edit.why_at(first - QPoint(round(0.3 * em), 0))
    for gap in (1.7, 2.4):
        assert told in edit.why_at(last + QPoint(round(gap * em), 0))
    assert told not in edit.why_at(last + QPoint(6 * em, 0))


def test_a_moved_block_is_marked_and_tells_its_line(window, press):
    put(window, 1, 4)
    press(window, "actionMoveDown")
    assert [b.moved != () for b in window.article.edit.sheet.blocks] == [False, False, True]
    assert inks(window, "human") > 20
    assert "Printed at line 5; a person" in "\n".join(window.article.edit.why(2, 3))


def test_a_key_tells_what_is_at_the_caret(window, qtbot, press):
    edit, card = window.article.edit, window.article.card
    put(window, 1, 3)
    press(window, "actionWhy")
    assert card.isVisible()
    assert card.text.text() == "Nothing is marked here."
    qtbot.keyClick(edit, Key.Key_Escape)
    assert not card.isVisible()
    press(window, "actionNextDoubt")
    press(window, "actionWhy")
    assert "Ctrl+Enter keeps it" in card.text.text()
    assert card.accessibleName() == card.text.text()
    assert edit.viewport().rect().contains(card.geometry())
    qtbot.keyClick(edit, Key.Key_Left)
    assert not card.isVisible()


def test_the_card_goes_with_the_focus_and_the_size(window, press):
    put(window, 1, 3)
    for leave in (window.issues.issue_list.setFocus, lambda: window.resize(1300, 820)):
        press(window, "actionWhy")
        assert window.article.card.isVisible()
        leave()
        assert not window.article.card.isVisible()
        window.article.edit.setFocus()


def test_the_card_stands_above_the_caret_at_the_foot(window, press):
    edit = window.article.edit
    write(window, "edit", block(window, 2), 0, 0, "很长的一段文字。" * 200)
    put(window, 2, len(edit.sheet.blocks[2].text))
    press(window, "actionWhy")
    assert window.article.card.geometry().bottom() < edit.cursorRect().top()


@pytest.mark.parametrize("code", [*REASONS, "unheard_of"])
def test_every_reason_has_words(qapp, code):
    reasons = Reasons(Words())
    facts = tuple("37"[: REASONS.get(code, 1)])
    said = reasons.reason(Reason(code, facts))
    assert "{" not in said
    assert all(fact in said for fact in facts)
    assert reasons.reason(Reason(code))


def test_line_ends_tell_who_how_sure_and_why(qapp):
    reasons = Reasons(Words())
    why = (Reason("stop", ("。",)), Reason("blank", ("1",)), Reason("verse"), Reason("edge"))
    engine = SeamFact(1, 1, 2, Reads.JOIN, 1, Reads.JOIN, 0.97, why, None)
    said = reasons.seam(engine, doubtful=False)
    assert said[0] == "Line end joined: by the engine, 97 % sure."
    assert len(said) == 4
    assert "ends with 。" in said[1]
    person = SeamFact(1, 1, 2, Reads.PARA, 1, Reads.SPACE, 0.6, (), "乙")
    assert reasons.seam(person, doubtful=False) == [
        "New paragraph: decided by 乙.",
        "The engine proposed: joined with a space, 60 % sure.",
    ]
    own = SeamFact(1, 1, 1, Reads.PARA, 1, None, 1.0, (), "乙")
    assert reasons.seam(own, doubtful=False) == ["New paragraph: decided by 乙."]


def test_every_correction_has_words(qapp):
    reasons = Reasons(Words())
    at = "2026-01-02T03:04:05.678Z"
    for why in Why:
        made = Amendment(0, 1, "", why, "乙", at, machine=why is Why.RULE)
        said = reasons.amendment(made, "新")
        assert '"新" was put in' in said
        assert ("the engine" in said) == (why is Why.RULE)


@pytest.mark.parametrize("code", list("\x00\u200b\u202e\u2066\ufeff\u00ad\ufff9"))
def test_what_cannot_be_seen_is_shown_by_a_sign_as_long(code):
    text = f"甲{code}乙😀"
    assert hidden_in(text) == [1]
    assert len(shown(text)) == len(text)
    assert code not in shown(text)


def test_what_cannot_be_seen_stands_in_a_frame(window):
    """By the pixels a quarter of an em under the base line, where no glyph reaches."""
    edit = window.article.edit
    paper = window.colours.color("paper").rgb()

    def dots(at):
        view = next(v for v in in_view(edit) if v.number == 1)
        left, right = (spot(edit, view, n) for n in (at, at + 1))
        image = edit.viewport().grab().toImage()
        foot = round(left.base + 0.25 * left.em)
        inner = range(round(left.x) + 2, round(right.x) - 2)
        return sum(any(image.pixel(x, y) != paper for y in (foot - 1, foot)) for x in inner)

    assert dots(4) == 0
    write(window, "edit", block(window, 1), 4, 4, "\x00")
    edit.sheet.blocks[1].amended = ()  # the line of what a person typed is near
    assert edit.sheet.blocks[1].text[4] == "\x00"
    assert dots(4) > 3
    assert dots(6) == 0


@pytest.mark.parametrize("text", ["甲乙\t丙", "甲\n乙", "A\u200dB", "e\u0301", "𠀀"])
def test_what_can_be_seen_is_left(text):
    assert hidden_in(text) == []


def test_what_looks_like_markup_is_shown_as_it_stands():
    assert plain("a\nb") == "a\nb"
    assert "<b>" not in plain("<b>x</b>")
    assert "&lt;b&gt;x" in plain("<b>x</b>")


def test_no_mark_changes_the_text_or_its_width(window):
    edit = window.article.edit
    write(window, "edit", block(window, 1), 1, 3, "完整")
    width = place(window, 1, 10)
    window.article.edit.sheet.blocks[1].amended = ()
    edit.viewport().repaint()
    assert place(window, 1, 10) == width
    assert edit.why_at(QPoint(edit.viewport().width() - 1, 1)) == ""


def test_bars_name_their_kind_under_the_pointer(window, qtbot):
    edit = window.article.edit
    assert edit.why_at(bar(window, 1)).startswith("Paragraph.")
    qtbot.mouseMove(edit.viewport(), bar(window, 1))
    assert edit.hovered == 1
    assert edit.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(edit.viewport(), place(window, 1, 4))
    assert edit.hovered is None
    for kind in Kind:
        if kind not in (Kind.SECTION, Kind.FURNITURE):
            write(window, "kind", block(window, 1), kind)
            edit.viewport().repaint()
    assert len(START) == len(edit.sheet.blocks)


def test_doubts_go_on_in_the_next_article_and_back(window, press):
    edit = window.article.edit
    put(window, 1, 0)
    press(window, "actionNextDoubt")
    assert window.status.said.text().startswith('On to "=四月的标题", Apr 2025. Doubtful line end')
    assert edit.hasFocus()
    first = edit.caret()
    for _ in range(len([d for b in edit.sheet.blocks for d in b.doubts]) - 1):
        press(window, "actionNextDoubt")
    assert edit.caret() > first
    assert "On to" not in window.status.said.text()
    last = edit.caret()
    press(window, "actionNextDoubt")
    assert window.status.said.text().startswith("From the beginning again")
    assert edit.caret() == first < last
    press(window, "actionPreviousArticle")
    write(window, "edit", block(window, 1), 0, 1, "为")
    press(window, "actionNextDoubt")
    press(window, "actionPreviousDoubt")
    assert window.status.said.text().startswith("From the end again")
    assert edit.caret() == last


def test_going_back_over_the_border_tells_where(window, path, press):
    with Library.open(path, Mode.WRITE) as library:
        text = "=一月的标题\n\n一月的正文，共有\n两行。\n"
        add(library, text, "three.txt", IssueFacts("社区晨报", "2025-01", True, None, 1), 0.5)
    window.session.poll()
    press(window, "actionNextDoubt")
    window.issues.step(1)
    assert window.article.article.row.title == "=一月的标题"
    put(window, 0, 0)
    press(window, "actionPreviousDoubt")
    assert window.status.said.text().startswith('Back to "=四月的标题"')
    edit = window.article.edit
    assert edit.caret()[0] == len(edit.sheet.blocks) - 1


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "high-contrast"])
def test_marks_and_head_follow_the_theme(window, name):
    write(window, "edit", block(window, 1), 1, 3, "完整")
    window.dress(name)
    assert inks(window, "human") > 30
    sign = window.article.head.sign
    sign.show_status(window.article.article.status.WORKING)
    image = sign.grab().toImage()
    pixels = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert window.colours.color("accent").rgb() in pixels
    rail = window.article.rail.grab().toImage()
    grounds = [rail.pixel(5, y) for y in range(rail.height())]
    assert grounds.count(window.colours.color("paper").rgb()) > rail.height() // 2


def test_painting_every_mark_keeps_the_counts_of_references(window, press):
    import sys

    write(window, "edit", block(window, 1), 1, 3, "完整")
    write(window, "edit", block(window, 1), 6, 8, "")
    write(window, "supply", window.article.article.id, Kind.KICKER, "补题")
    put(window, 2, 4)
    press(window, "actionMoveDown")
    edit, rail = window.article.edit, window.article.rail
    edit.drop_before = 2

    def repaint():
        edit.viewport().repaint()
        rail.repaint()
        for x, y in ((30, 60), (300, 120), (300, 200)):
            edit.why_at(QPoint(x, y))

    repaint()
    gc.collect()  # what other tests left goes now, not in between
    before = [sys.getrefcount(thing) for thing in (None, True, False)]
    for _ in range(300):
        repaint()
    gc.collect()
    after = [sys.getrefcount(thing) for thing in (None, True, False)]
    assert all(abs(now - then) < 100 for now, then in zip(after, before, strict=True))
