"""The sidebar: tree, completion, suggestions, rename, merge, delete, by keys and clicks."""

import re

import pytest
from acting import compose
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from seeing import said

from reader import places
from reader import settings as kept
from reader.errors import DamagedLibraryError
from reader.store.check import check
from reader.store.suggest import Suggestion
from reader.store.tags import TagRow, Tags
from reader.text import pinyin
from reader.ui.rows import FACT
from reader.ui.signs import Sign, sign_icon
from reader.ui.tags import asking, refused
from reader.ui.tags.completing import choices, rank
from reader.ui.tags.tree import MIME, Topic, TopicTree, topics

pytestmark = pytest.mark.window


def names(window):
    return [(topic.name, topic.count) for topic in window.tags.tags.facts]


def on(window):
    return window.article.article.tags


def enter(window, qtbot, text):
    window.tags.input.setFocus()
    compose(window.tags.input, commit=text)
    qtbot.keyClick(window.tags.input, Qt.Key.Key_Return)


def in_tree(window, name):
    window.tags.list.setFocus()
    window.tags.list.go(name)
    assert window.tags.list.current().name == name
    return window.tags.list


def sound(window):
    assert window.article.typing.flush()
    assert not check(window.session.library).faults


@pytest.fixture
def tagged(window):
    """Give the two first articles topics under topics, and show the first article."""
    shown = window.article.article.id
    rows = [row.id for row in window.session.library.articles.rows()]
    ids = [shown, *(row for row in rows if row != shown)]
    for name, articles in (
        ("政务/会议", ids[:1]), ("经济", ids[1:2]), ("经济/企业", ids[:2]), ("社区治理", ids[2:]),
    ):  # fmt: skip
        window.session.write(window.session.library.tags.add, name, articles)
    window.issues.issue_list.go(1, tell=True)
    window.issues.issue_list.go(0, tell=True)
    return window


class TestTree:
    def test_a_topic_lies_under_the_one_before_its_slash(self, tagged):
        counts = dict(names(tagged))
        assert list(counts) == ["政务", "政务/会议", "经济", "经济/企业", "社区治理"]
        library = tagged.session.library
        for name, count in counts.items():
            assert count == library.tags.count(name) == len(found(library, f"tag:{name}"))
        virtual = tagged.tags.tags.index_of("政务")
        assert virtual.data(FACT).id == "/政务"
        assert tagged.tags.tags.rowCount(virtual) == 1
        assert tagged.tags.list.isExpanded(virtual)

    def test_keys_fold_and_walk(self, tagged, qtbot):
        view = in_tree(tagged, "政务")
        qtbot.keyClick(view, Qt.Key.Key_Left)
        assert [t.name for t in view.in_order()] == ["政务", "经济", "经济/企业", "社区治理"]
        assert view.paint.digits["经济"] == 2
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.current().name == "经济"
        rect = view.visualRect(tagged.tags.tags.index_of("政务"))
        fold = view.paint.chevron(rect, tagged.tags.tags.index_of("政务")).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=fold)
        assert view.paint.digits["经济"] == 3

    def test_space_and_digits_set_topics_only_with_the_focus_here(self, tagged, qtbot):
        view = in_tree(tagged, "社区治理")
        before = on(tagged)
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert set(on(tagged)) == {*before, "社区治理"}
        assert "on this article" in tagged.tags.tags.index_of("社区治理").data()
        qtbot.keyClick(view, Qt.Key.Key_5)
        assert set(on(tagged)) == set(before)
        qtbot.keyClick(view, Qt.Key.Key_9)
        assert set(on(tagged)) == set(before)
        tagged.tags.chips.chips[0].setFocus()
        qtbot.keyClick(tagged.tags.chips.chips[0], Qt.Key.Key_5)
        assert "社区治理" in on(tagged)
        tagged.article.edit.setFocus()
        qtbot.keyClick(tagged.article.edit, Qt.Key.Key_5)
        assert "社区治理" in on(tagged)
        assert "5" in "".join(b.text for b in tagged.article.edit.sheet.blocks)
        tagged.tags.input.setFocus()
        qtbot.keyClick(tagged.tags.input, Qt.Key.Key_1)
        assert tagged.tags.input.text() == "1"

    def test_a_topic_that_only_has_topics_under_it_can_be_given(self, tagged, qtbot):
        qtbot.keyClick(in_tree(tagged, "政务"), Qt.Key.Key_1)
        assert "政务" in on(tagged)
        assert not tagged.tags.tags.index_of("政务").data(FACT).id.startswith("/")

    def test_rename_by_key_takes_all_under_it_along(self, tagged, qtbot, press):
        view = in_tree(tagged, "经济")
        qtbot.keyClick(view, Qt.Key.Key_F2)
        editor = view.viewport().findChild(QLineEdit, "topicName")
        assert editor.text() == "经济"
        editor.selectAll()
        compose(editor, commit="财经")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: [n for n, _ in names(tagged)][2:4] == ["财经", "财经/企业"])
        assert "财经/企业" in on(tagged)
        assert view.current().name == "财经"
        assert said(tagged) == "Renamed: 经济 is now 财经. Undo brings the old name back."
        assert not tagged.seeking.open
        press(tagged, "actionUndo")
        assert [n for n, _ in names(tagged)][2:4] == ["经济", "经济/企业"]
        sound(tagged)

    def test_a_name_that_changes_behind_the_results_is_there_when_they_close(self, tagged, press):
        tagged.tags.making.rename("经济", "财经")
        tagged.tags.find_wished.emit("财经")
        assert tagged.seeking.open
        press(tagged, "actionUndo")
        tagged.seeking.leave()
        assert "经济/企业" in tagged.article.article.tags

    def test_a_name_that_is_taken_is_not_taken_twice(self, tagged):
        assert not tagged.tags.making.rename("社区治理", "经济")
        assert said(tagged) == "There is a topic 经济 already; Ctrl+M merges into it."
        assert not tagged.tags.making.rename("社区治理", " ")
        assert not tagged.tags.making.rename("社区治理", "社区治理")
        assert tagged.session.steps.undo.verb == "tag"

    def test_a_topic_goes_under_another_and_out_again(self, tagged, qtbot):
        tagged.tags.making.rename("社区治理", "政务/社区治理")
        assert tagged.tags.numbers["政务/社区治理"] == Sign(0, hollow=True)
        qtbot.keyClick(
            in_tree(tagged, "政务/社区治理"), Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier
        )
        assert "社区治理" in dict(names(tagged))

    def test_merge_by_key(self, tagged, qtbot, press):
        view = in_tree(tagged, "经济")
        qtbot.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        assert tagged.tags.input.placeholderText() == "Merge 经济 into"
        enter(tagged, qtbot, "社区治理")
        assert [n for n, _ in names(tagged)] == ["政务", "政务/会议", "社区治理", "社区治理/企业"]
        assert said(tagged).startswith("Merged 经济 into 社区治理: 2 articles, 1 topic")
        assert tagged.focusWidget() is view
        assert tagged.tags.input.placeholderText() == "Add a topic"
        press(tagged, "actionUndo")
        assert dict(names(tagged))["经济"] == 2
        sound(tagged)

    def test_merge_is_left_by_escape_and_goes_nowhere_into_itself(self, tagged, qtbot):
        view = in_tree(tagged, "经济")
        before = names(tagged)
        qtbot.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        enter(tagged, qtbot, "经济")
        assert said(tagged) == "A topic cannot be merged into itself."
        qtbot.keyClick(tagged.tags.input, Qt.Key.Key_Escape)
        assert tagged.focusWidget() is view
        assert names(tagged) == before
        enter(tagged, qtbot, "新题")
        assert "新题" in on(tagged)

    def test_delete_says_what_goes_and_undo_brings_it_back(self, tagged, qtbot, press):
        block = tagged.article.article.blocks[2]
        tagged.session.write(tagged.session.library.tags.mark, block.id, 0, 3, "经济/企业")
        before = names(tagged)
        qtbot.keyClick(in_tree(tagged, "经济"), Qt.Key.Key_Delete)
        told = r"Deleted 经济: 2 articles, 1 phrase.*, 1 topic.* under it\. Undo brings all .*"
        assert re.fullmatch(told, said(tagged))
        assert "经济" not in dict(names(tagged))
        assert tagged.article.edit.trays == ()
        press(tagged, "actionUndo")
        assert names(tagged) == before
        assert len(tagged.article.edit.trays) == 1
        sound(tagged)

    def test_enter_and_a_click_on_the_count_search(self, tagged, qtbot):
        qtbot.keyClick(in_tree(tagged, "经济"), Qt.Key.Key_Return)
        assert tagged.search_box.text() == "tag:经济"
        assert tagged.seeking.open
        tagged.seeking.leave()
        view = tagged.tags.list
        rect = view.visualRect(tagged.tags.tags.index_of("政务/会议"))
        place = QPoint(rect.right() - 18, rect.center().y())
        qtbot.mouseMove(view.viewport(), place)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert tagged.search_box.text() == "tag:政务/会议"
        tagged.tags.find_wished.emit("两 词")
        assert tagged.search_box.text() == 'tag:"两 词"'
        tagged.tags.find_wished.emit('引"号')
        assert tagged.search_box.text() == 'tag:"两 词"'

    def test_the_menu_has_every_wish_with_its_key(self, tagged):
        view = in_tree(tagged, "经济/企业")
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(view.viewport(), event)
        menu = view.findChild(QMenu, "topicMenu")
        keys = [action.shortcut().toString() for action in menu.actions()]
        assert keys == ["Space", "Return", "F2", "Shift+F2", "Ctrl+M", "Del"]
        assert all(action.toolTip() for action in menu.actions())
        menu.close()
        view.go("经济")
        view.show_menu(QPoint(1, 1))
        (menu,) = [m for m in view.findChildren(QMenu, "topicMenu") if m.isVisible()]
        assert len(menu.actions()) == 5
        menu.close()

    def test_dragging_asks_whether_into_or_under(self, tagged):
        model = tagged.tags.tags
        data = model.mimeData([model.index_of("社区治理")])
        assert not model.dropMimeData(
            data, Qt.DropAction.MoveAction, -1, -1, model.index_of("经济")
        )
        (menu,) = [m for m in tagged.tags.findChildren(QMenu, "dropMenu") if m.isVisible()]
        assert [a.text() for a in menu.actions()] == [
            "Merge 社区治理 into 经济", "Put 社区治理 under 经济"
        ]  # fmt: skip
        menu.actions()[1].trigger()
        menu.close()
        assert "经济/社区治理" in dict(names(tagged))
        data = model.mimeData([model.index_of("经济/社区治理")])
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
        assert "社区治理" in dict(names(tagged))
        model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of("经济/社区治理"))
        assert data.hasFormat(MIME)

    def test_only_what_a_write_names_is_told(self, tagged):
        told = []
        tagged.tags.tags.dataChanged.connect(lambda index, _: told.append(index.data(FACT).name))
        tagged.tags.tags.rowsInserted.connect(lambda *_: told.append("row"))
        tagged.tags.tags.rowsRemoved.connect(lambda *_: told.append("row"))
        tagged.tags.add("社区治理")
        assert told == ["社区治理"]
        tagged.tags.remove("经济/企业")
        assert told == ["社区治理", "经济", "经济/企业"]

    def test_a_library_that_is_only_read(self, open_window, path, qtbot):
        first = open_window(path)
        first.tags.add("经济")
        second = open_window(path)
        view = in_tree(second, "经济")
        view.setFocus()
        before = on(second)
        qtbot.keyClick(view, Qt.Key.Key_1)
        qtbot.keyClick(view, Qt.Key.Key_Space)
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        qtbot.keyClick(view, Qt.Key.Key_F2)
        assert view.viewport().findChild(QLineEdit, "topicName") is None
        assert on(second) == before
        assert dict(names(second)) == {"经济": 1}
        assert not second.tags.chips.chips[0].isEnabled()


def found(library, query):
    from reader import searching

    return searching.select(library, query)


def test_a_chip_goes_by_click_and_by_key(tagged, qtbot, press):
    chips = tagged.tags.chips
    assert [c.text() for c in chips.chips] == ["会议 ×", "企业 ×"]
    assert chips.chips[1].accessibleName() == "Remove topic 经济/企业"
    chips.chips[0].setFocus()
    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Delete)
    assert on(tagged) == ("经济/企业",)
    assert tagged.focusWidget() is chips.chips[0]
    press(tagged, "actionUndo")
    assert len(chips.chips) == 2


def test_a_theme_recolours_everything(tagged):
    def colour(chip):
        return chip.icon().pixmap(14, 14).toImage()

    chip = tagged.tags.chips.chips[1]
    before = colour(chip)
    tagged.dress("dark")
    chip = tagged.tags.chips.chips[1]
    assert colour(chip) != before
    assert colour(chip) == sign_icon(Sign(1, hollow=True), tagged.colours).pixmap(14, 14).toImage()
    assert tagged.tags.list.paint.colours is tagged.colours
    assert tagged.tags.input.paint.colours is tagged.colours
    assert tagged.tags.phrases.paint.colours is tagged.colours
    assert tagged.article.edit.sheet.colours is tagged.colours


class TestTyping:
    def test_a_new_name_is_made_by_enter_and_said(self, tagged, qtbot, press):
        press(tagged, "actionAddTag")
        compose(tagged.tags.input, commit="社区")
        popup = tagged.tags.input.popup
        assert popup.isVisible()
        assert [c.name for c in tagged.tags.input.rows.facts] == ["社区治理", "社区"]
        assert popup.current().new
        assert tagged.tags.input.rows.index(1, 0).data() == 'New topic "社区"'
        qtbot.keyClick(tagged.tags.input, Qt.Key.Key_Return)
        assert "社区" in on(tagged)
        assert said(tagged) == "New topic: 社区."
        assert tagged.tags.input.text() == ""
        assert not popup.isVisible()
        assert tagged.focusWidget() is tagged.tags.input

    def test_the_list_is_walked_and_taken_by_keys_and_click(self, tagged, qtbot):
        line = tagged.tags.input
        line.setFocus()
        compose(line, commit="社")
        qtbot.keyClick(line, Qt.Key.Key_Down)
        assert line.popup.current().name == "社区治理"
        qtbot.keyClick(line, Qt.Key.Key_Up)
        assert line.popup.current().new
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert not line.popup.isVisible()
        assert line.text() == "社"
        line.look()
        place = line.popup.visualRect(line.rows.index(0, 0)).center()
        qtbot.mouseClick(line.popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert "社区治理" in on(tagged)
        assert "社" not in dict(names(tagged))

    @pytest.mark.parametrize("typed", ["sq", "shequ", "sheq", "sqzl", "SQ", "zl", "zhili"])
    def test_pinyin_and_initials_find_a_topic(self, tagged, qtbot, typed):
        line = tagged.tags.input
        line.setFocus()
        qtbot.waitUntil(lambda: line.by_pinyin)
        qtbot.keyClicks(line, typed)
        assert line.popup.current().name == "社区治理"
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert "社区治理" in on(tagged)
        assert typed not in dict(names(tagged))

    def test_readings_that_come_while_one_types_are_used(self, tagged, qtbot):
        line = tagged.tags.input
        qtbot.keyClicks(line, "sq")
        assert [c.new for c in line.rows.facts] == [True]
        line.read_letters()
        assert line.popup.current().name == "社区治理"

    def test_escape_goes_back_to_the_text(self, tagged, qtbot, press):
        press(tagged, "actionAddTag")
        qtbot.keyClick(tagged.tags.input, Qt.Key.Key_Escape)
        assert tagged.focusWidget() is tagged.article.edit

    def test_the_list_goes_with_the_focus(self, tagged, qtbot):
        tagged.tags.input.setFocus()
        compose(tagged.tags.input, commit="社")
        tagged.article.edit.setFocus()
        assert not tagged.tags.input.popup.isVisible()

    def test_the_thirteenth_topic_says_whose_colour_it_repeats(self, window, qtbot):
        for number in range(12):
            window.tags.add(f"第{number}")
        assert said(window) == "New topic: 第11."
        window.tags.add("十三")
        assert said(window) == (
            "New topic: 十三. All 12 colours are taken: it shares rose with 第0, in another shape."
        )
        window.tags.add("十三/下")
        assert said(window) == "New topic: 十三/下."


HAN = st.sampled_from("社区治理经济企业会议党建长女绿营商环境行重")


def by_definition(letters, name):
    """Read a name by an expression: each character any head of any of its syllables."""

    def heads(character):
        some = {s[:n] for s in pinyin.syllables(character) for n in range(1, len(s) + 1)}
        return "(?:" + "|".join(map(re.escape, some)) + ")"

    for start in range(len(name)):
        for end in range(start + 1, len(name) + 1):
            if re.fullmatch("".join(map(heads, name[start:end])), letters):
                return start
    return None


@settings(max_examples=150, deadline=None)
@given(st.text(HAN, min_size=1, max_size=4), st.data())
def test_every_way_of_typing_a_name_finds_it(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    typed = ""
    for character in name[start:end]:
        syllable = data.draw(st.sampled_from(sorted(pinyin.syllables(character))))
        typed += syllable[: data.draw(st.integers(1, len(syllable)))]
    assert pinyin.found_at(typed, name) is not None
    assert rank(typed, name, by_pinyin=True) is not None
    letters = pinyin.letters(typed)
    assert letters == typed
    assert pinyin.found_at(letters, name) == by_definition(letters, name)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("shequzlijngvy"), min_size=1, max_size=5),
       st.text(HAN, min_size=1, max_size=4))  # fmt: skip
def test_nothing_else_is_found(typed, name):
    assert pinyin.found_at(typed, name) == by_definition(typed, name)


@pytest.mark.parametrize(
    ("typed", "wanted", "preset"),
    [
        ("经济", ["经济", "经济/企业", "财经/经济"], 0),
        ("经", ["经济", "经济/企业", "财经/经济", "经"], 3),
        ("qy", ["经济/企业", "qy"], 0),
        ("无", ["无"], 0),
        ("  ", [], -1),
        ("a/b", ["a/b"], 0),
    ],
)
def test_what_fits_best_comes_first(typed, wanted, preset):
    known = [Topic(n, n, count, 1) for n, count in
             (("财经/经济", 1), ("经济", 9), ("经济/企业", 3), ("党建", 2))]  # fmt: skip
    found_ = choices(typed, known, by_pinyin=True)
    assert [c.name for c in found_.rows] == wanted
    assert found_.preset == preset


class TestSuggestions:
    @pytest.fixture
    def offered(self, tagged):
        """Offer what the command could have said."""
        tagged.tags.offering._on_found(
            tagged.article.article.id,
            [
                Suggestion("社区治理", 3.0, 2, True, (("社区", 2), ("治理", 1))),
                Suggestion("经济", 2.0, 2, True, (("经济", 7),)),
                Suggestion("无据", 2.0, 2, True, ()),
                Suggestion("会议", 1.0, 2, words=(("会议", 2),)),
                Suggestion("2025", 1.0, 9, words=(("2025", 9),)),
                Suggestion("一次", 1.0, 1, words=(("一次", 1),)),
            ],
        )
        return tagged

    def shown(self, window):
        return [(r.name.text(), r.evidence.text()) for r in window.tags.suggestions.rows]

    def test_evidence_stands_in_words_and_none_without_it(self, offered):
        assert self.shown(offered) == [("社区治理", "社区 2, 治理 1"), ("经济", "经济 7")]
        assert [s.name for s in offered.tags.suggestions.shown] == ["社区治理", "经济", "会议"]
        assert offered.tags.suggestions.learnt.text() == "from your topics"

    def test_the_first_is_taken_by_key(self, offered, press):
        press(offered, "actionTakeSuggestion")
        assert "社区治理" in on(offered)
        assert self.shown(offered)[-1] == ("会议", "new topic: 会议 2")
        press(offered, "actionTakeSuggestion")
        press(offered, "actionTakeSuggestion")
        assert {"经济", "会议"} <= set(on(offered))
        assert not offered.findChild(QAction, "actionTakeSuggestion").isEnabled()
        press(offered, "actionUndo")
        assert self.shown(offered)[0][0] == "会议"

    def test_clicks_take_and_refuse(self, offered, qtbot):
        rows = offered.tags.suggestions.rows
        qtbot.mouseClick(rows[1].take, Qt.MouseButton.LeftButton)
        assert "经济" in on(offered)
        rows = offered.tags.suggestions.rows
        qtbot.mouseClick(rows[0].refuse, Qt.MouseButton.LeftButton)
        assert "社区治理" not in on(offered)
        assert self.shown(offered) == [("会议", "new topic: 会议 2")]

    def test_a_refusal_is_kept_and_can_be_taken_back(self, offered, qtbot, press, open_window):
        press(offered, "actionRefuseSuggestion")
        assert self.shown(offered)[0][0] == "经济"
        assert said(offered) == "Not suggested here any more: 社区治理. Undo brings it back."
        tags, article = offered.session.library.tags, offered.article.article.id
        assert tags.refused(article) == ("社区治理",)
        offered.tags.suggestions.rows[0].take.setFocus()
        press(offered, "actionRefuseSuggestion")
        assert offered.focusWidget() is offered.tags.suggestions.rows[0].take
        again = offered.tags.suggestions.again
        assert again.isVisible()
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        assert self.shown(offered)[0][0] == "社区治理"
        assert tags.refused(article) == ()
        assert not again.isVisible()

    def test_a_refusal_is_a_step_of_undo(self, offered, press):
        before = offered.session.steps.undo
        press(offered, "actionRefuseSuggestion")
        assert self.shown(offered)[0][0] == "经济"
        assert offered.findChild(QAction, "actionUndo").text().endswith("refuse topic 社区治理")
        press(offered, "actionUndo")
        assert self.shown(offered)[0][0] == "社区治理"
        assert offered.session.steps.undo == before
        press(offered, "actionRedo")
        assert self.shown(offered)[0][0] == "经济"

    def test_what_was_kept_among_the_settings_goes_into_the_library_once(
        self, offered, open_window
    ):
        library, article = offered.session.library, offered.article.article.id
        kept.keep("refused", {library.id: {article: ["社区治理"]}, "other": {"a": ["甲"]}})
        offered.close()
        again = open_window(library.path)
        tags = again.session.library.tags
        assert tags.refused(article) == ("社区治理",)
        assert kept.read_kept("refused") == {"other": {"a": ["甲"]}}
        assert check(again.session.library).sound
        tags.forgive(article)
        again.close()
        assert open_window(library.path).session.library.tags.refused(article) == ()

    @pytest.mark.parametrize("stored", ["no json", "[]", '{"l": []}', '{"l": {"a": "x"}}'])
    def test_a_file_that_is_not_ours_refuses_nothing(self, home, stored):
        kept.keep("refused", {})
        (places.config_folder() / "refused.json").write_text(stored)
        assert refused.kept("l") == {}

    def test_they_are_made_beside_the_window(self, tagged, qtbot):
        asked = tagged.tags.offering.asking
        article = tagged.article.article.id
        with qtbot.waitSignal(asked.found, timeout=60_000) as told:
            asked.start()
        name, suggestions = told.args
        assert name == article
        with qtbot.waitSignal(asked.found, timeout=60_000) as told:
            asked.ask(article)
            asked.start()
        library = tagged.session.library
        assert told.args[1] == suggestions == list(library.tags.suggest(article))[: asking.MOST]

    def test_what_is_not_wanted_any_more_is_let_go(self, tagged, qtbot, press):
        asked = tagged.tags.offering.asking
        asked.start()
        job = asked.latest._job
        with qtbot.waitSignal(job.ended, timeout=60_000):
            press(tagged, "actionNextArticle")
        assert asked._article == tagged.article.article.id
        assert tagged.tags.suggestions.shown == ()

    def test_what_cannot_be_read_is_told_in_words(self, tagged, qtbot, monkeypatch):
        def damaged(*_):
            raise DamagedLibraryError("page 3")

        monkeypatch.setattr(asking, "suggest", damaged)
        asked = tagged.tags.offering.asking
        with qtbot.waitSignal(asked.failed, timeout=60_000):
            asked.start()
        said_there = tagged.tags.suggestions.none.text()
        assert said_there == "No suggestions could be made. All else works as always."

    def test_a_bug_is_not_hidden(self, tagged, qtbot, monkeypatch):
        monkeypatch.setattr(asking, "suggest", lambda *_: {}["nothing"])
        asked = tagged.tags.offering.asking
        with qtbot.captureExceptions() as caught, qtbot.waitSignal(asked.failed, timeout=60_000):
            asked.start()
        qtbot.waitUntil(lambda: len(caught) == 1)
        assert caught[0][0] is KeyError

    def test_tab_goes_as_the_eye_does(self, offered, qtbot):
        rows = offered.tags.suggestions.rows
        way = [*offered.tags.chips.chips, offered.tags.input, rows[0].take, rows[0].refuse,
               rows[1].take, rows[1].refuse, offered.tags.list]  # fmt: skip
        way[0].setFocus()
        for widget in way:
            assert offered.focusWidget() is widget
            assert widget.accessibleName()
            qtbot.keyClick(widget, Qt.Key.Key_Tab)

    def test_a_low_window_keeps_place_for_the_tree(self, offered, qtbot):
        offered.resize(1280, 720)
        qtbot.waitUntil(lambda: len(offered.tags.suggestions.rows) == 1)
        offered.resize(1280, 900)
        qtbot.waitUntil(lambda: len(offered.tags.suggestions.rows) == 2)

    def test_the_strip_shows_how_many(self, offered, press, qtbot):
        press(offered, "actionToggleSource")
        strip = offered.strip
        assert strip.isVisible()
        assert len(strip.signs) == len(on(offered))
        assert strip.count.text() == "3"
        qtbot.mouseClick(strip.count, Qt.MouseButton.LeftButton)
        assert offered.tags.isVisible()


class TestPhrases:
    def select(self, window, start, end, index=2):
        window.article.edit.setFocus()
        window.article.edit.select(index, start, end)

    def quotes(self, window):
        return [(p.quote, p.tag, str(p.state)) for p in window.tags.phrases.phrases.facts]

    def test_selected_words_are_tagged_by_key(self, window, qtbot, press):
        self.select(window, 2, 6)
        words = window.article.edit.selected_text()
        press(window, "actionAddTag")
        assert window.tags.input.placeholderText() == f"Topic for: {words}"
        enter(window, qtbot, "政务")
        assert self.quotes(window) == [(words, "政务", "same")]
        (tray,) = window.article.edit.trays
        assert (tray.index, tray.start, tray.end, tray.noted) == (2, 2, 6, True)
        assert on(window) == ()
        assert dict(names(window)) == {"政务": 1}
        assert window.focusWidget() is window.article.edit
        assert window.tags.input.placeholderText() == "Add a topic"
        press(window, "actionUndo")
        assert self.quotes(window) == []
        assert window.article.edit.trays == ()
        assert not window.tags.phrases.isVisible()
        sound(window)

    def test_it_stands_in_the_menu_of_the_text(self, window, press):
        self.select(window, 2, 6)
        window.wishes.context_menu(QPoint(5, 5))
        (menu,) = window.findChildren(QMenu, "contextMenu")
        action = next(a for a in menu.actions() if a.objectName() == "actionTagPhrase")
        assert action.text() == "Tag th&is phrase…"
        action.trigger()
        menu.close()
        assert window.focusWidget() is window.tags.input

    def test_nothing_selected_or_too_much_is_said(self, window, press, qtbot):
        window.article.edit.set_caret(0, 0)
        press(window, "actionTagPhrase")
        assert said(window) == "Select the words first that the topic is for."
        window.article.edit.selectAll()
        window.article.edit.setFocus()
        press(window, "actionTagPhrase")
        assert said(window) == "Select words of one paragraph only."

    def test_words_that_changed_meanwhile_are_not_tagged(self, window, press, qtbot):
        self.select(window, 2, 6)
        press(window, "actionTagPhrase")
        block = window.article.article.blocks[2].id
        window.session.write(window.session.library.articles.edit, block, 2, 4, "")
        enter(window, qtbot, "政务")
        assert said(window) == "The text has changed meanwhile. Select the words again."
        assert self.quotes(window) == []

    def test_the_same_words_twice_say_so(self, window, press, qtbot):
        for _ in range(2):
            self.select(window, 2, 6)
            press(window, "actionTagPhrase")
            enter(window, qtbot, "政务")
        assert len(self.quotes(window)) == 1
        assert said(window) == "These words have the topic 政务."

    def marked(self, window, start=2, end=6):
        block = window.article.article.blocks[2].id
        window.session.write(window.session.library.tags.mark, block, start, end, "政务")
        return window.tags.phrases

    def test_a_click_goes_to_the_words_and_the_cross_unmarks(self, window, qtbot):
        view = self.marked(window)
        window.article.edit.set_caret(0, 0)
        rect = view.visualRect(view.phrases.index(0, 0))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert window.article.edit.selected_text() == view.phrases.facts[0].quote
        cross = QPoint(rect.right() - 20, rect.center().y())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cross)
        assert self.quotes(window) == []
        assert said(window).startswith("Unmarked: ")

    def test_keys_go_there_and_unmark(self, window, qtbot, press):
        view = self.marked(window)
        view.setFocus()
        view.go(0)
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert window.article.edit.textCursor().hasSelection()
        view.show_menu(QPoint(1, 1))
        (menu,) = view.findChildren(QMenu, "phraseMenu")
        assert [a.shortcut().toString() for a in menu.actions()] == ["Return", "Del"]
        menu.close()
        before = on(window)
        qtbot.keyClick(view, Qt.Key.Key_1)
        assert on(window) != before
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        assert self.quotes(window) == []
        press(window, "actionUndo")
        assert len(self.quotes(window)) == 1

    def test_what_typing_did_to_them_is_read_at_rest(self, window, qtbot, monkeypatch):
        """To read the phrases of a long article at each jump of the caret took 60 ms of a key."""
        view = self.marked(window)
        read = []
        phrases_of = Tags.phrases
        monkeypatch.setattr(
            Tags, "phrases", lambda tags, article: read.append(1) or phrases_of(tags, article)
        )
        window.article.edit.setFocus()
        for block in (2, 1, 2):
            window.article.edit.set_caret(block, 1)
            qtbot.keyClicks(window.article.edit, "x")
        assert window.topics.rest.isActive()
        assert read == []
        assert [t.start for t in window.article.edit.trays] == [4]
        shown = view.phrases.facts[0]
        window.topics._go_to(shown)  # who goes to one goes to where it stands now
        assert read == [1]
        assert not window.topics.rest.isActive()
        assert window.article.edit.textCursor().selectedText() == shown.quote

    def test_its_state_is_told_in_words(self, window, qtbot):
        view = self.marked(window)
        block = window.article.article.blocks[2].id
        articles = window.session.library.articles
        assert view.phrases.index(0, 0).data().endswith("topic 政务, as it was")
        window.article.edit.setFocus()
        window.article.edit.set_caret(2, 4)
        qtbot.keyClicks(window.article.edit, "x")
        assert window.article.edit.trays[0].end == 7
        assert window.article.typing.flush()
        assert window.article.edit.trays[0].end == 7
        qtbot.waitUntil(lambda: not window.topics.rest.isActive())
        assert window.article.edit.trays[0].end == 7
        assert view.phrases.index(0, 0).data().endswith("changed")
        window.session.write(articles.split, block, 3)
        assert view.phrases.index(0, 0).data().endswith("torn")
        assert [t.noted for t in window.article.edit.trays] == [True, False]
        window.session.write(articles.edit, window.article.article.blocks[3].id, 0, 4, "")
        window.session.write(articles.edit, block, 2, 3, "")
        assert view.phrases.index(0, 0).data().endswith("gone")
        assert window.article.edit.trays == ()
        view.wanted.emit(view.phrases.facts[0])
        assert said(window).startswith("These words are not in the article any more: ")

    def test_the_tray_is_painted_in_the_colour_of_its_topic(self, window):
        edit = window.article.edit
        edit.set_caret(0, 0)
        before = edit.viewport().grab().toImage()
        self.marked(window)
        after = edit.viewport().grab().toImage()
        assert before != after
        rose = "#b75b83"
        assert rose in {after.pixelColor(x, y).name() for x in range(0, after.width(), 2)
                        for y in range(after.height())}  # fmt: skip

    def test_the_words_are_found_by_their_topic(self, window):
        self.marked(window)
        assert found(window.session.library, "tag:政务") == [window.article.article.id]


def test_a_topic_of_too_many_levels_is_shown_but_not_made(tagged, monkeypatch):
    deep = "/".join("层" * 1000)
    with monkeypatch.context() as older:
        older.setattr("reader.store.phrases.LEVELS", 5000)
        tagged.session.write(tagged.session.library.tags.add, deep, [tagged.article.article.id])
    assert names(tagged)[-1] == (deep, 1)
    tagged.tags.list.go(deep)
    assert tagged.tags.list.current().name == deep
    assert tagged.session.write(tagged.session.library.tags.rename, "经济", deep) is None
    assert said(tagged) == "A topic has at most 50 levels. Put fewer slashes into its name."


def test_a_topic_of_which_nothing_can_be_seen_is_not_made(tagged):
    before = names(tagged)
    add = tagged.session.library.tags.add
    assert tagged.session.write(add, "\u200b\u202e", [tagged.article.article.id]) is None
    assert said(tagged) == "Nothing of that name can be seen. Give the topic one that can be read."
    assert names(tagged) == before


names_of = st.lists(
    st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=3).map("/".join), unique=True
)


@settings(max_examples=60, deadline=None)
@given(st.lists(names_of, min_size=1, max_size=5))
def test_any_tree_may_follow_any_other(lists):
    model = TopicTree(lambda topic: topic.name)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    keys = {}
    for wanted in lists:
        rows = [TagRow(f"id {n}", n, len(n), keys.setdefault(n, len(keys) + 1)) for n in wanted]
        told = topics(rows, lambda _: 0)
        model.put(told)
        assert sorted(model.facts, key=lambda t: t.name) == sorted(told, key=lambda t: t.name)
        for topic in told:
            index = model.index_of(topic.name)
            assert index.data(FACT) == topic
            above = model.parent(index)
            assert topic.name.startswith(above.data(FACT).name + "/" if above.isValid() else "")
            assert model.index(index.row(), 0, above) == index
        assert model.data(QModelIndex()) is None
        assert not model.index(99, 0).isValid()
    assert tester.model() is model
