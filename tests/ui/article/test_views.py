"""The switch of three views, and the view of differences, by real keys and clicks."""

import pytest
from acting import compose, turn_wheel
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication

from reader.model import Kind
from reader.store.against import Fate
from reader.store.library import Library, Mode
from reader.ui import theme
from reader.ui.article.changed import Changed, Stroke
from reader.ui.article.legend import Legend
from reader.ui.article.strokes import strokes_in
from reader.ui.article.switch import View
from reader.ui.enabling import CHANGES

pytestmark = pytest.mark.window
Key = Qt.Key


def segment(window, view):
    return window.article.head.switch.segments[view]


def click(qtbot, window, view):
    qtbot.mouseClick(segment(window, view), Qt.MouseButton.LeftButton)


def face(window):
    return window.article.faces.face


def texts_of(window):
    return [b.text for b in face(window).sheet.blocks]


def chosen(window):
    return [view for view in View if segment(window, view).isChecked()]


@pytest.fixture
def corrected(window, qtbot):
    """Give the window on an article in which a person typed 新 for 全, and struck 关."""
    edit = window.article.edit
    edit.setFocus()
    edit.set_caret(1, 1)
    qtbot.keyClick(edit, Key.Key_Delete)
    compose(edit, commit="新")
    edit.set_caret(1, 6)
    qtbot.keyClick(edit, Key.Key_Delete)
    assert window.article.typing.flush()
    assert edit.sheet.blocks[1].text.startswith("为新面落实有工作部")
    return window


# --- the switch -------------------------------------------------------------------------------


def test_the_switch_goes_through_the_three_views(window, qtbot):
    assert chosen(window) == [View.PROOF]
    click(qtbot, window, View.BESIDE)
    assert window.beside.open
    assert window.actions_by_id["actionToggleSource"].isChecked()
    click(qtbot, window, View.DIFFERENCES)
    assert chosen(window) == [View.DIFFERENCES]
    assert face(window).isVisible()
    assert not window.beside.open
    assert not window.article.edit.isVisible()
    click(qtbot, window, View.DIFFERENCES)
    assert chosen(window) == [View.DIFFERENCES]
    click(qtbot, window, View.BESIDE)
    assert face(window) is None
    assert window.beside.open
    click(qtbot, window, View.PROOF)
    assert not window.beside.open
    assert chosen(window) == [View.PROOF]
    assert window.article.edit.isVisible()


def test_keys_go_through_the_three_views(window, press, qtbot):
    window.article.edit.setFocus()
    press(window, "actionDifferences")
    assert window.views.view is View.DIFFERENCES
    assert window.focusWidget() is face(window)
    press(window, "actionToggleSource")
    assert window.views.view is View.BESIDE
    assert window.focusWidget() is window.article.edit
    press(window, "actionProofView")
    assert window.views.view is View.PROOF
    qtbot.keyClick(window.article.edit, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.views.view is View.BESIDE
    ticked = [name for name in ("actionProofView", "actionToggleSource", "actionDifferences")
              if window.actions_by_id[name].isChecked()]  # fmt: skip
    assert ticked == ["actionToggleSource"]


def test_the_switch_is_one_stop_of_tab_and_arrows_turn_it(window, qtbot):
    window.article.edit.setFocus()
    qtbot.keyClick(window.article.edit, Key.Key_Tab)
    assert window.focusWidget() is segment(window, View.PROOF)
    qtbot.keyClick(window.focusWidget(), Key.Key_Right)
    assert window.focusWidget() is segment(window, View.BESIDE)
    assert window.views.view is View.BESIDE
    qtbot.keyClick(window.focusWidget(), Key.Key_Right)
    assert window.views.view is View.DIFFERENCES
    assert window.focusWidget() is segment(window, View.DIFFERENCES)


def test_a_click_leaves_the_focus_in_the_text(window, qtbot):
    window.article.edit.setFocus()
    click(qtbot, window, View.DIFFERENCES)
    assert window.focusWidget() is face(window)
    click(qtbot, window, View.PROOF)
    assert window.focusWidget() is window.article.edit


def test_every_segment_has_a_name_and_tells_its_key(window):
    assert [segment(window, view).accessibleName() for view in View] == ["Proof", "Beside", "Diff"]
    keys = [segment(window, view).toolTip().split("\n")[0] for view in View]
    assert keys == ["Proof (Alt+1)", "Beside (F9)", "Diff (Alt+3)"]
    assert window.article.head.switch.accessibleName()


def test_the_chosen_segment_has_a_line_under_its_word(window, qtbot):
    def accents(view):
        picture = segment(window, view).grab().toImage()
        accent = window.colours.color("accent").rgb()
        row = picture.height() - 4
        return sum(picture.pixel(x, row) == accent for x in range(picture.width()))

    click(qtbot, window, View.DIFFERENCES)
    word = segment(window, View.DIFFERENCES).fontMetrics().horizontalAdvance("Diff")
    assert abs(accents(View.DIFFERENCES) - word) <= 1
    assert accents(View.PROOF) == 0
    window.dress("dark")
    assert segment(window, View.DIFFERENCES).colours.name == "dark"
    assert abs(accents(View.DIFFERENCES) - word) <= 1


def test_where_no_article_is_in_view_nothing_is_turned(window, press, qtbot):
    press(window, "actionSearch")
    window.search_box.ask("会议")
    qtbot.waitUntil(lambda: window.seeking.open)
    assert not window.actions_by_id["actionDifferences"].isEnabled()
    window.views.differences()
    assert face(window) is None


# --- what is shown ----------------------------------------------------------------------------


def test_struck_characters_stand_before_typed_ones(corrected, press):
    press(corrected, "actionDifferences")
    block = face(corrected).differing.changes[1]
    assert sorted(block.text[:12]) == sorted("为全新面落实有关工作部署")
    fates = [(block.text[s.low : s.high], s.fate, s.machine) for s in block.strokes]
    assert sorted(fates) == sorted(
        [("全", Fate.STRUCK, False), ("新", Fate.TYPED, False), ("关", Fate.STRUCK, False)]
    )
    assert face(corrected).toPlainText().split("\n")[1] == block.text


def test_each_has_its_ink(corrected, press):
    press(corrected, "actionDifferences")
    block, document = face(corrected).differing.changes[1], face(corrected).document()

    def ink(character):
        cursor = face(corrected).textCursor()
        start = document.findBlockByNumber(1).position() + block.text.index(character)
        cursor.setPosition(start + 1)
        return cursor.charFormat().foreground().color().name()

    for name in theme.THEMES:
        corrected.dress(name)
        role = corrected.colours.color
        inks = [ink(c) for c in "新全面"]
        assert inks == [role("human").name(), role("ink-3").name(), role("ink").name()]


def test_lines_are_painted_through_and_under(corrected, press):
    press(corrected, "actionDifferences")
    with_strokes = reds(corrected)
    face(corrected).differing.changes[1].strokes = ()
    assert reds(corrected) < with_strokes - 10


def reds(window):
    face(window).viewport().update()
    picture = face(window).viewport().grab().toImage()
    human = window.colours.color("human")
    near = [
        abs(c.red() - human.red()) + abs(c.green() - human.green()) + abs(c.blue() - human.blue())
        for c in (picture.pixelColor(x, y) for x in range(picture.width())
                  for y in range(picture.height() // 2))
    ]  # fmt: skip
    return sum(distance < 40 for distance in near)


def test_line_ends_that_are_read_no_longer_are_always_marked(window, press, monkeypatch):
    monkeypatch.setattr(theme, "reading", lambda: {**theme.tokens()["reading"], "ticks": "off"})
    press(window, "actionDifferences")
    assert window.article.edit.ticks == "off"
    assert face(window).ticks == "strong"
    joins = [s for b in face(window).sheet.blocks for s in b.seams if s.reads.value == "join"]
    assert len(joins) == len(
        [s for b in window.article.edit.sheet.blocks for s in b.seams if s.reads.value == "join"]
    )


def test_a_space_that_was_taken_out_is_marked_and_no_line_end(window, press, qtbot):
    edit = window.article.edit
    edit.setFocus()
    edit.set_caret(1, 3)
    qtbot.keyClicks(edit, "x")
    assert window.article.typing.flush()
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        text = other.articles.get(window.article.article.id).blocks[1].text
        assert " " not in text
    press(window, "actionDifferences")
    changes = face(window).differing.changes[1]
    closed = Stroke(5, 5, Fate.CLOSED, machine=True)
    changes.strokes = (*changes.strokes, closed)
    dark = ink_under(window)
    changes.strokes = tuple(s for s in changes.strokes if s is not closed)
    assert ink_under(window) < dark


def ink_under(window):
    picture = face(window).viewport().grab().toImage()
    return sum(
        picture.pixelColor(x, y).lightness() < 140
        for x in range(picture.width())
        for y in range(picture.height() // 2)
    )


def test_a_block_that_was_moved_has_its_bracket(window, press):
    window.article.edit.set_caret(2, 0)
    window.proofing.structure.move_by(-1)
    press(window, "actionDifferences")
    moved = [b.moved for b in face(window).sheet.blocks]
    assert [bool(m) for m in moved] == [bool(b.moved) for b in window.article.edit.sheet.blocks]
    assert any(moved)


def test_marks_tell_what_was_struck(corrected, press):
    press(corrected, "actionDifferences")
    block = face(corrected).differing.changes[1]
    said = face(corrected).why(1, block.text.index("关"))
    assert any(s.startswith('"关" was taken out (甲, ') for s in said)
    said = face(corrected).why(1, block.text.index("新") + 1)
    assert any(s.startswith('"新" stands in place of "全" (甲, ') for s in said)


def test_a_bar_names_its_kind_and_offers_nothing(window, press, qtbot):
    press(window, "actionDifferences")
    edit = face(window)
    said = edit._say_bar(edit.sheet.blocks[0])
    assert said == window.words.kind_in_full(Kind.TITLE)
    assert "Click" in window.article.edit._say_bar(edit.sheet.blocks[0])
    spot = QPoint(edit.document().rootFrame().frameFormat().leftMargin() - 24, 60)
    event = QHelpEvent(QEvent.Type.ToolTip, spot, edit.viewport().mapToGlobal(spot))
    QApplication.sendEvent(edit.viewport(), event)
    assert "Headline" in edit.viewport().toolTip()


def test_the_card_tells_what_is_at_the_caret(corrected, press):
    press(corrected, "actionDifferences")
    block = face(corrected).differing.changes[1]
    face(corrected).set_caret(1, block.text.index("关") + 1)
    press(corrected, "actionWhy")
    card = corrected.article.faces._card
    assert card.isVisible()
    assert '"关" was taken out' in card.text.text()
    assert not corrected.article.card.isVisible()
    press(corrected, "actionProofView")
    press(corrected, "actionWhy")
    assert corrected.article.card.isVisible()


# --- read-only --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [Key.Key_A, Key.Key_Return, Key.Key_Backspace, Key.Key_Delete])
def test_keys_that_type_change_nothing_and_tell_why(corrected, press, qtbot, texts, code):
    press(corrected, "actionDifferences")
    before, shown = texts(corrected), texts_of(corrected)
    qtbot.keyClick(face(corrected), code)
    assert corrected.status.said.text().startswith("Differences are for reading. Alt+1 goes")
    assert texts(corrected) == before
    assert texts_of(corrected) == shown


@pytest.mark.parametrize("name", CHANGES)
def test_no_action_changes_the_text_and_its_key_tells_why(window, press, qtbot, texts, name):
    press(window, "actionDifferences")
    before = texts(window)
    action = window.actions_by_id[name]
    assert not action.isEnabled()
    combined = action.shortcuts()[0][0]
    qtbot.keyClick(face(window), combined.key(), combined.keyboardModifiers())
    assert "Differences are for reading" in window.status.said.text()
    assert texts(window) == before
    if name in ("actionCut", "actionPaste") or name.startswith("actionMove"):
        return  # keys that a list has for itself
    window.status.tell("")
    window.issues.contents_list.setFocus()
    qtbot.keyClick(window.issues.contents_list, combined.key(), combined.keyboardModifiers())
    assert "Differences are for reading" in window.status.said.text()
    assert texts(window) == before
    window.article.edit.setFocus()
    press(window, "actionProofView")
    assert action.isEnabled()


def test_other_keys_are_left_to_others(window, press, qtbot):
    press(window, "actionDifferences")
    qtbot.keyClick(face(window), Key.Key_F6)
    assert window.status.said.text() == ""
    press(window, "actionMarkProofread")
    assert window.article.article.status.value == "proofed1"
    assert face(window) is not None


def test_an_input_method_finds_nothing_to_write_in(window, press):
    press(window, "actionDifferences")
    assert not face(window).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert face(window).isReadOnly()


def test_while_typing_cannot_be_written_the_proof_stays(window, press, qtbot, monkeypatch):
    window.article.edit.setFocus()
    monkeypatch.setattr(type(window.article.typing), "flush", lambda _: False)
    press(window, "actionDifferences")
    assert face(window) is None
    assert chosen(window) == [View.PROOF]


# --- the caret --------------------------------------------------------------------------------


def test_the_caret_comes_back_where_it_was(corrected, press):
    edit = corrected.article.edit
    edit.select(1, 2, 5)
    press(corrected, "actionDifferences")
    assert face(corrected).textCursor().selectedText().replace("关", "") == "面落实"
    press(corrected, "actionProofView")
    assert edit.textCursor().selectedText() == "面落实"


def test_walking_among_the_differences_walks_in_the_article(corrected, press, qtbot):
    edit = corrected.article.edit
    edit.set_caret(1, 0)
    press(corrected, "actionDifferences")
    seen = []
    for _ in range(9):
        qtbot.keyClick(face(corrected), Key.Key_Right)
        seen.append(edit.caret()[1])
    assert seen == sorted(seen)
    assert len(seen) - len(set(seen)) in (1, 2)  # over what was struck it stays
    qtbot.keyClick(face(corrected), Key.Key_Escape)
    assert corrected.views.view is View.PROOF
    assert edit.caret() == (1, seen[-1])
    assert corrected.focusWidget() is edit


def test_what_goes_to_a_place_goes_there_among_the_differences_too(window, press):
    window.issues.issue_list.go(1, tell=True)
    window.article.edit.setFocus()
    press(window, "actionDifferences")
    press(window, "actionNextDoubt")
    index, at = window.article.edit.caret()
    assert face(window).caret() == (index, face(window).differing.changes[index].to(at))
    assert window.article.edit.sheet.blocks[index].doubts


def test_ways_lead_there_and_back():
    block = Changed("b", Kind.PARA, "甲乙丙丁", legs=())
    assert (block.to(3), block.back(3)) == (3, 3)


def test_every_place_of_the_article_is_found_again(corrected, press):
    press(corrected, "actionDifferences")
    for shown, block in zip(
        corrected.article.edit.sheet.blocks, face(corrected).differing.changes, strict=True
    ):
        there = [block.to(at) for at in range(len(shown.text) + 1)]
        assert there == sorted(there)
        assert [block.back(at) for at in there] == list(range(len(shown.text) + 1))
        assert all(block.text[there[at]] == shown.text[at] for at in range(len(shown.text)))


def test_a_click_on_a_sign_of_the_rail_goes_to_it(corrected, press, qtbot):
    press(corrected, "actionDifferences")
    rail = face(corrected).verticalScrollBar()
    qtbot.waitUntil(lambda: bool(rail.signs))
    assert {sign.doubt for sign in rail.signs} == {False}
    sign = max(rail.signs, key=lambda s: s.at)
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton, pos=QPoint(6, round(rail._y(sign.y))))
    assert face(corrected).caret()[0] == 1
    assert corrected.article.edit.caret()[0] == 1


# --- kept in step -----------------------------------------------------------------------------


def test_undo_is_seen_among_the_differences(corrected, press):
    press(corrected, "actionDifferences")
    assert "全" in texts_of(corrected)[1]
    while corrected.session.steps.undo.verb == "edit":
        press(corrected, "actionUndo")
    block = face(corrected).differing.changes[1]
    assert block.strokes == ()
    assert block.text == corrected.article.edit.sheet.blocks[1].text
    press(corrected, "actionRedo")
    assert face(corrected).differing.changes[1].strokes


def test_one_character_struck_and_the_same_text_has_another_ink(window, press):
    press(window, "actionDifferences")
    before = texts_of(window)[1]
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.articles.edit(window.article.article.blocks[1].id, 2, 3, "")
    window.session.poll()
    assert texts_of(window)[1] == before
    cursor = face(window).textCursor()
    cursor.setPosition(face(window).sheet.position(1, 3))
    assert cursor.charFormat().foreground().color() == window.colours.color("ink-3")


def test_the_next_article_is_shown_as_differences_too(corrected, press):
    press(corrected, "actionDifferences")
    press(corrected, "actionNextArticle")
    assert texts_of(corrected)[0] == "=第二篇的标题"
    assert corrected.views.view is View.DIFFERENCES


def test_without_an_article_the_proof_comes_back(window, press):
    press(window, "actionDifferences")
    window.article.open(None)
    assert face(window) is None
    assert window.views.view is View.PROOF


def test_nothing_is_read_for_it_while_the_proof_is_shown(window, press, monkeypatch):
    def refused(*_):
        raise AssertionError("read")

    monkeypatch.setattr(type(window.session.library.articles), "against_received", refused)
    press(window, "actionNextArticle")
    window.article.refresh()


def test_focus_shows_the_proof_and_the_differences_end_it(window, press):
    press(window, "actionDifferences")
    press(window, "actionFocus")
    assert face(window) is None
    press(window, "actionDifferences")
    assert not window.focus.on
    assert face(window).isVisible()


def test_a_source_line_that_is_asked_for_stands_beside_the_proof(window, press):
    press(window, "actionDifferences")
    origin = window.article.article.blocks[1].origin[0]
    window.beside.show_line(origin.source, origin.at, origin.at + 3)
    assert window.views.view is View.BESIDE


def test_size_follows(window, press):
    press(window, "actionDifferences")
    size = face(window).sheet.setting.size
    press(window, "actionZoomIn")
    assert face(window).sheet.setting.size == size + 1
    turn_wheel(face(window), -120, Qt.KeyboardModifier.ControlModifier)
    assert face(window).sheet.setting.size == size


def test_tab_goes_on_from_the_differences_as_from_the_text(window, press, qtbot):
    press(window, "actionDifferences")
    face(window).setFocus()
    qtbot.keyClick(face(window), Key.Key_Tab)
    assert window.focusWidget() is segment(window, View.DIFFERENCES)
    qtbot.keyClick(window.focusWidget(), Key.Key_Backtab)
    assert window.focusWidget() is face(window)


def test_who_scrolled_away_stays_there_when_something_changes(window, press):
    with Library.open(window.session.library.path, Mode.WRITE) as other:
        other.articles.edit(window.article.article.blocks[1].id, 2, 2, "字" * 3000)
    window.session.poll()
    press(window, "actionDifferences")
    bar = face(window).verticalScrollBar()
    assert bar.maximum() > 40
    bar.setValue(bar.maximum())
    press(window, "actionMarkProofread")
    assert bar.value() == bar.maximum()
    window.article.refresh()
    assert bar.value() == bar.maximum()


def test_the_legend_tells_the_marks_of_the_differences(window, press):
    press(window, "actionLegend")
    (legend,) = window.findChildren(Legend)
    edit = legend.edit
    assert {s.fate for s in edit.strokes.values()} == {Fate.STRUCK, Fate.CLOSED}
    before = edit.viewport().grab().toImage()
    edit.strokes.clear()
    assert edit.viewport().grab().toImage() != before
    legend.close()


# --- copying ----------------------------------------------------------------------------------


def test_what_is_copied_is_what_is_read(corrected, press):
    press(corrected, "actionDifferences")
    press(corrected, "actionSelectAll")
    press(corrected, "actionCopy")
    read = "\n".join(b.text for b in corrected.article.edit.sheet.blocks)
    assert QGuiApplication.clipboard().text() == read


def test_what_was_struck_can_be_copied_alone(corrected, press):
    press(corrected, "actionDifferences")
    at = texts_of(corrected)[1].index("关")
    face(corrected).select(1, at, at + 1)
    press(corrected, "actionCopy")
    assert QGuiApplication.clipboard().text() == "关"


def test_the_menu_is_that_of_the_table(window, press, qtbot):
    press(window, "actionDifferences")
    asked = []
    window.article.edit.menu_wished.connect(asked.append)
    face(window).menu_wished.emit(QPoint(5, 5))
    assert asked == [QPoint(5, 5)]
    menu = QApplication.activePopupWidget()
    assert menu.objectName() == "contextMenu"
    menu.close()


# --- long articles ----------------------------------------------------------------------------


def test_only_strokes_in_view_are_looked_at():
    strokes = [Stroke(n * 10, n * 10 + 2, Fate.STRUCK, machine=False) for n in range(10_000)]

    class Counted(list):
        looked = 0

        def __getitem__(self, at):
            if isinstance(at, int):
                Counted.looked += 1
            return super().__getitem__(at)

    found = strokes_in(Counted(strokes), 50_000, 50_035)
    assert [s.low for s in found] == [50_000, 50_010, 50_020, 50_030]
    assert Counted.looked < 60


# --- room -------------------------------------------------------------------------------------


def test_in_a_narrow_head_the_key_goes_first_and_then_the_place_is_cut(window):
    window.issues.issue_list.go(1, tell=True)
    head = window.article.head
    window.resize(1400, 800)
    QApplication.processEvents()
    assert head.key.isVisible()
    assert head.next.isVisible()
    head._places = ["2025", "一个很长很长很长很长很长很长很长的栏目名字"]
    head._show_place()
    window.resize(1000, 800)
    QApplication.processEvents()
    assert not head.key.isVisible()
    assert not head.next.isVisible()
    assert head.doubts.isVisible()
    assert head.doubts.width() >= head.doubts.sizeHint().width()
    assert head.switch.isVisible()
    assert head.switch.geometry().right() <= head.width()
    assert head.place.width() < head.place.sizeHint().width()
    assert "一个很长" in head.place.toolTip()
