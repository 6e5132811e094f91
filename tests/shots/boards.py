"""Boards: every sign, and every widget in each of its states, painted by the window's own code."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import Status
from reader.ui import theme
from reader.ui.dialogs.choices import Choice, Tick
from reader.ui.fields import ListChoice, Number
from reader.ui.signs import Sign, paint_sign, paint_status

_COLUMN, _ROW, _LEFT = 148, 46, 130
STATES = ("平常", "指到", "焦点", "按下／选中", "不可用")


def signs(colours):
    """Paint the twelve signs of topics, filled and hollow, and the signs of the statuses."""
    board = _blank(QSize(760, 210), colours, "paper")
    painter = _painter(board, colours)
    painter.drawText(24, 40, "主题：母类实心，子类空心")
    for number in range(12):
        x = 34 + number * 60
        paint_sign(painter, Sign(number), QPointF(x, 70), colours)
        paint_sign(painter, Sign(number, hollow=True), QPointF(x + 22, 70), colours)
        painter.setPen(colours.color("ink-3"))
        painter.drawText(x - 4, 100, str(number + 1))
    painter.setPen(colours.color("ink"))
    painter.drawText(24, 146, "状态")
    for number, status in enumerate(Status):
        paint_status(painter, status, QPointF(34 + number * 60, 176), colours)
    painter.end()
    return board


def widgets(colours):
    """Show widgets as they are, under the pointer, with the focus, pressed or chosen, disabled."""
    made = _kinds(colours)
    board = _blank(QSize(_LEFT + _COLUMN * len(STATES), _ROW * (len(made) + 1) + 16), colours)
    painter = _painter(board, colours)
    for column, name in enumerate(STATES):
        painter.drawText(_LEFT + column * _COLUMN, 34, name)
    for row, (name, make) in enumerate(made.items(), 1):
        painter.setPen(colours.color("ink-2"))
        painter.drawText(20, row * _ROW + 30, name)
        for column, state in enumerate(STATES):
            painter.drawPixmap(_LEFT + column * _COLUMN, row * _ROW + 8, _cell(make, state))
    painter.end()
    return board


def _kinds(colours):
    return {
        "按钮": lambda: QPushButton("取消"),
        "主按钮": lambda: _with(QPushButton("导出 3 篇"), default=True),
        "输入框": lambda: QLineEdit("营商"),
        "下拉框": _combo,
        "数字框": _spin,
        "主题签": lambda: _tool("chip", "经济 ×"),
        "勾选": lambda: Tick("每字出处"),
        "单选": lambda: Choice("本期"),
        "分段": lambda: _tool("segment", "校样"),
        "链接": lambda: _role(QPushButton("撤下样例"), "link"),
        "工具钮": lambda: _in_bar(colours),
        "进度": _progress,
    }


def _cell(make, state):
    """Give the picture of a widget in one state."""
    frame = QWidget()
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box = QVBoxLayout(frame)
    box.setContentsMargins(0, 2, 8, 2)
    made = make()
    box.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
    other = QLineEdit()
    box.addWidget(other)
    frame.move(400, 400)
    frame.show()
    target = made.widgetForAction(made.actions()[0]) if isinstance(made, QToolBar) else made
    if state == "不可用":
        target.setEnabled(False)
    frame.activateWindow()
    QApplication.processEvents()
    (target if state == "焦点" else other).setFocus()
    if state == "按下／选中":
        _press(target)
    target.ensurePolished()
    QApplication.processEvents()
    pointed = state == "指到"
    QTest.mouseMove(target if pointed else frame, QPoint(6, 12) if pointed else QPoint(200, 0))
    QApplication.processEvents()
    shown = made.grab()
    frame.close()
    frame.deleteLater()
    return shown


def _press(target):
    if isinstance(target, QCheckBox | QRadioButton) or (
        isinstance(target, QToolButton) and target.property("role") == "segment"
    ):
        target.setCheckable(True)
        target.setChecked(True)
    elif isinstance(target, QPushButton | QToolButton):
        target.setDown(True)
    elif isinstance(target, QLineEdit):
        target.selectAll()


def _with(button, *, default):
    button.setDefault(default)
    return button


def _role(button, role):
    button.setProperty("role", role)
    return button


def _tool(role, words):
    made = _role(QToolButton(), role)
    made.setText(words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _combo():
    made = ListChoice()
    made.addItem("跟随系统")
    return made


def _spin():
    made = Number()
    made.setValue(17)
    return made


def _progress():
    made = QProgressBar()
    made.setTextVisible(False)
    made.setFixedWidth(100)
    made.setValue(60)
    return made


def _in_bar(colours):
    bar = QToolBar()
    action = bar.addAction(theme.icon("undo-2", colours), "")
    bar.setIconSize(QSize(18, 18))
    bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return bar


def _blank(size, colours, role="panel"):
    board = QPixmap(size)
    board.fill(colours.color(role))
    return board


def _painter(board, colours):
    painter = QPainter(board)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("interface", 13))
    painter.setPen(colours.color("ink"))
    return painter
