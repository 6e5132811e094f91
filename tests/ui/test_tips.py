"""What a file or a person says is never taken for markup by a tool tip."""

from array import array

import pytest
from PySide6.QtCore import Qt

from reader.ui.paged import Paged, Reader
from reader.ui.tips import plain, sentences

TITLE = "<img src='file:///secret.png'> & <b>粗</b>"
SHOWN = "&lt;img src=&#x27;file:///secret.png&#x27;&gt; &amp; &lt;b&gt;粗&lt;/b&gt;"


@pytest.mark.parametrize("said", ["", "标题", "两行\n的提示"])
def test_what_cannot_be_markup_stays_as_it_is(said):
    assert plain(said) == said


def test_what_looks_like_markup_is_shown_as_it_stands():
    assert SHOWN in plain(TITLE)
    assert "a &lt; b" in plain("a < b")


def test_the_rows_of_lists_are_no_markup(qapp):
    rows = Paged(Reader(lambda keys: [TITLE for _ in keys], lambda _: 1, str, str))
    rows.arrange(array("q", [1]))
    index = rows.index(0, 0)
    assert index.data() == TITLE
    assert SHOWN in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_topic_and_a_sentence_are_no_markup(window):
    window.session.write(window.session.library.tags.add, TITLE.replace("/", "|"),
                         [window.article.article.id])  # fmt: skip
    window.status.tell(TITLE)
    assert SHOWN in window.status.said.toolTip()
    assert all("<img" not in sign.toolTip() for sign in window.strip.signs)
    assert len(window.strip.signs) == 1


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        (("There is nothing.", "Go on."), "There is nothing. Go on."),
        (("里面什么也没有。", "请略去。"), "里面什么也没有。请略去。"),
        (("有“甲”。”", "", "乙。"), "有“甲”。”乙。"),
        (("", ""), ""),
    ],
)
def test_sentences_stand_behind_each_other_as_their_language_has_it(said, whole):
    assert sentences(said) == whole
