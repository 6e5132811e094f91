"""What a person does in the window's tests, and the pages that lie before them."""

from drafting import draft, marked, raw_file
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.drafts import PageIn
from reader.model import IssueFacts
from reader.store.library import Library, Mode

FIRST = (
    "#社区晨报 第1版\n\n"
    "=新泾镇召开会议\n\n"
    "为全面落实有关工作部\n署，强化动态分析。\n\n"
    "会议指出，立足当前这\n一关键阶段。\n\n"
    "=第二篇的标题\n\n"
    "第二篇的第一段文\n字在此。\n\n"
    "第二篇的第二段。\n"
)
"""The page of the first issue: two articles."""
SECOND = "=四月的标题\n\n四月的正文，共有\n两行。\n\n末段。\n"
"""The page of the second issue, which is full of doubts: one article."""
START = [
    "=新泾镇召开会议",
    "为全面落实有关工作部署，强化动态分析。",
    "会议指出，立足当前这一关键阶段。",
]
"""The first article, which is open at the start, block for block."""
NEXT = ["=第二篇的标题", "第二篇的第一段文字在此。", "第二篇的第二段。"]
"""The article after it."""

GUIDED = (
    "#导读\n\n#老年食堂启用 P02\n\n#河堤修好 P02\n\n#老街夜市开张 P02\n\n#龙舟赛周末开桨 P08\n\n"
    "=头版标题\n\n近日，头版正文。\n",
    "=柳岸村老年食堂今日启用\n\n二版正文。\n",
    "=河堤修好了\n\n三版正文。\n",
)
"""The pages of an issue whose front page says what stands on the others."""


def add(library, text, name, facts, confidence=0.95, *, sample=False):
    page = PageIn(draft(text, confidence), facts)
    return library.issues.add(raw_file(text, name), [page], sample=sample)


def add_guided(path):
    """Put the issue with a page guide into a library."""
    with Library.open(path, Mode.WRITE) as library:
        for number, text in enumerate(GUIDED, 1):
            page = marked(text)
            facts = IssueFacts("社区晨报", "2025-09", True, None, number)
            library.issues.add(raw_file(page.text, f"{number}.txt"), [PageIn(page, facts)])
        library.index.catch_up()


def compose(widget, preedit="", commit=""):
    """Do what an input method does: show what is composed, or commit it."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def put(window, block, at):
    """Put the caret at a place of the article."""
    window.article.edit.setFocus()
    window.article.edit.set_caret(block, at)


def turn_wheel(view, by, modifiers=Qt.KeyboardModifier.NoModifier):
    """Turn the wheel over the middle of a view, as Qt would get it."""
    viewport = view.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle, QPointF(viewport.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def click(qtbot, button):
    """Click into the middle of a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def dialog_of(window, press, action, kind):
    """Press the key of an action, and give the dialog that it opens."""
    press(window, action)
    (dialog,) = [d for d in window.findChildren(kind) if d.isVisible()]
    return dialog


def take_in(window, qtbot, *paths):
    """Import files, go back to the window, and give the report, which is closed."""
    window.filing.take_in(list(paths))
    report = window.filing._report
    qtbot.waitUntil(lambda: report.ended)
    report.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return report


def ask(window, qtbot, words):
    """Search for words by Return, without the pause."""
    window.seeking.search()
    window.search_box.setText(words)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.seeking.open and not window.search.searching)


def search_ended(qtbot, window):
    """Wait until what was typed into the search box has been searched for."""
    qtbot.waitUntil(lambda: not window.search_box.pause.isActive() and not window.search.searching)
