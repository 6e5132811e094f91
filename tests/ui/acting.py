"""What a person does in the window's tests, and the pages that lie before them."""

from drafting import draft, raw_file
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reader.store.intake import PageIn

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


def add(library, text, name, facts, confidence=0.95, *, sample=False):
    page = PageIn(draft(text, confidence), facts)
    return library.issues.add(raw_file(text, name), [page], sample=sample)


def compose(widget, preedit="", commit=""):
    """Do what an input method does: show what is composed, or commit it."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def put(window, block, at):
    """Put the caret at a place of the article."""
    window.article.edit.setFocus()
    window.article.edit.set_caret(block, at)
