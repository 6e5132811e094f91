"""The style sheet, written in roles (``@role``) that the theme fills in."""

SHEET = """
QMainWindow, QWidget#topBar, QMenuBar { background: @window; }
QWidget#topBar { border-bottom: 1px solid @rule; }
QMenuBar { border: none; padding-left: 8px; }
QMenuBar::item { padding: 6px 11px; background: transparent; color: @ink; border-radius: 4px; }
QMenuBar[narrow="true"]::item { padding: 6px 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @selection-strong; }
QMenu { background: @raised; border: 1px solid @rule-strong; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 26px; color: @ink; }
QMenu::item:selected { background: @selection-strong; }
QMenu::item:disabled { color: @ink-disabled; }
QMenu::separator { height: 1px; background: @rule; margin: 4px 0; }
QMenu::indicator { left: 7px; width: 12px; height: 12px; }
QToolBar { background: transparent; border: none; spacing: 4px; }
QToolBar QToolButton { border: 2px solid transparent; border-radius: 4px; padding: 4px; }
QToolBar QToolButton:hover { background: @hover; }
QToolBar QToolButton:focus { border-color: @accent; }
QToolButton[role="bare"] { background: transparent; border: 2px solid transparent;
  border-radius: 4px; padding: 4px; }
QToolButton[role="square"] { background: @raised; border: 1px solid @rule-strong;
  border-radius: 4px; padding: 0; }
QFrame[role="first"] { background: @hover; border: none; }
QToolButton[role="square"]:hover { background: @hover; }
QToolButton[role="square"]:pressed { background: @selection-strong; }
QToolButton[role="square"]:focus { border: 2px solid @accent; }
QToolButton[role="bare"]:hover { background: @hover; }
QToolButton[role="bare"]:focus { border-color: @accent; }
QToolButton[role="count"] { background: transparent; border: 2px solid transparent;
  border-radius: 4px; padding: 2px 4px; color: @ink-3; }
QToolButton[role="count"]:hover { background: @hover; }
QToolButton[role="count"]:focus { border-color: @accent; }
QToolButton[role="count"]::menu-indicator { image: none; width: 0; }
QFrame#issueForm { background: @raised; border: none;
  border-top: 1px solid @rule-strong; border-bottom: 1px solid @rule-strong; }
QFrame#issueForm QLabel[role="doubt"] { font-size: 12px; }
QToolBar QToolButton:checked { background: @selection-strong; }
QToolBar QToolButton:pressed { background: @selection-strong; }
QSplitter::handle { background: @rule; }
QFrame#issuesPane, QFrame#tagSidebar, QFrame#tagStrip { background: @panel; border: none; }
QFrame#journalPanel { background: @panel; border: none; }
QFrame#articleFrame, QFrame#articleHead { background: @paper; border: none; }
QFrame#articleHead { border-bottom: 1px solid @rule; }
QTextEdit#articlePane, QTextEdit#differencesPane { background: @paper; color: @ink; border: none;
  selection-background-color: @selection-strong; selection-color: @ink; }
QFrame#emptyPane { background: @paper; border: none; }
QFrame#tourLine { background: @panel; border: none; border-top: 1px solid @rule; }
QFrame#whyCard { background: @raised; border: 1px solid @rule-strong; border-radius: 4px; }
QFrame#searchPane, QFrame#searchHead { background: @paper; border: none; }
QFrame#searchHead { border-bottom: 1px solid @rule; }
QFrame#searchFoot { background: @panel; border: none; border-top: 1px solid @rule; }
QTextEdit#hitParagraph { background: transparent; color: @ink; border: none;
  selection-background-color: @selection-strong; selection-color: @ink; }
QFrame#facetsPane { background: @panel; border: none; }
QFrame[role="upright"] { background: @rule; border: none; min-width: 1px; max-width: 1px; }
QToolButton[role="segment"] { background: @raised; color: @ink; border: 1px solid @rule-strong;
  border-radius: 4px; padding: 3px 9px; }
QToolButton[role="segment"]:hover { background: @hover; }
QToolButton[role="segment"]:checked { background: @selection-strong; border-color: @accent;
  border-bottom: 2px solid @accent; padding-bottom: 2px; }
QToolButton[role="segment"]:focus { border: 2px solid @accent; padding: 2px 8px; }
QFrame#viewSwitch { background: @raised; border: 1px solid @rule-strong; border-radius: 4px; }
QToolButton[role="view"] { background: transparent; color: @ink; border: 2px solid transparent;
  border-radius: 3px; padding: 1px 8px 3px 8px; }
QToolButton[role="view"]:hover { background: @hover; }
QToolButton[role="view"]:checked { background: @selection-strong; }
QToolButton[role="view"]:focus { border-color: @accent; }
QLabel[role="result-title"] { font-size: 16px; font-weight: 700; }
QFrame#sourceFrame, QFrame#sourceHead { background: @source-ground; border: none; }
QFrame#sourceHead { border-bottom: 1px solid @rule; }
QTextEdit#sourcePane { background: @source-ground; color: @ink; border: none;
  selection-background-color: @selection-strong; selection-color: @ink; }
QFrame#statusLine { background: @window; border-top: 1px solid @rule; }
QFrame#readingBar, QFrame#riskBar, QFrame#backupBar, QFrame#twoTexts { background: @selection;
  border-bottom: 1px solid @rule; }
QFrame#statusLine[trouble="true"] { background: @doubt-wash; }
QFrame#statusLine QPushButton { padding: 1px 10px; }
QFrame#statusLine QPushButton:focus { padding: 0 9px; }
QLabel { background: transparent; }
QLabel[role="pane-title"] { font-weight: 700; }
QLabel[role="secondary"] { color: @ink-2; }
QLabel[role="caption"] { color: @ink-3; }
QLabel[role="small"] { color: @ink-2; font-size: 12px; }
QLabel[role="doubt"] { color: @doubt; }
QLabel[role="done"] { color: @done; }
QLabel[role="key"] { background: @raised; border: 1px solid @rule-strong; border-radius: 3px;
  padding: 0 5px; font-size: 11px; min-height: 16px; max-height: 16px; }
QFrame[role="key-hit"]:hover { background: @hover; }
QFrame[role="key-current"] { background: @selection; }
QFrame[role="hairline"] { background: @rule; border: none; max-height: 1px; min-height: 1px; }
QTableView { background: @panel; border: none; outline: none; }
QTreeView { background: @panel; border: none; outline: none; }
QTreeView QLineEdit { padding: 0 4px; }
QTableView#tagChoices { background: @raised; border: 1px solid @rule-strong; }
QTableView#searchResults { background: @paper; }
QLineEdit, QListWidget, QPlainTextEdit { background: @field; color: @ink;
  border: 1px solid @rule-strong; border-radius: 4px; padding: 3px 6px; }
QLineEdit:hover { border-color: @ink-3; }
QLineEdit:disabled { color: @ink-disabled; border-color: @rule; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0 4px; }
QListWidget::item { padding: 4px 6px; border: none; }
QListWidget::item:selected { background: @selection-strong; color: @ink; }
QComboBox QAbstractItemView { background: @raised; color: @ink; border: 1px solid @rule-strong;
  selection-background-color: @selection-strong; selection-color: @ink; outline: none; }
QLineEdit:focus, QListWidget:focus, QPlainTextEdit:focus {
  border: 2px solid @accent; padding: 2px 5px; }
QPushButton, QToolButton[role="chip"] { background: @raised; color: @ink;
  border: 1px solid @rule-strong; border-radius: 4px; padding: 4px 12px; }
QToolButton[role="chip"] { border-radius: 3px; padding: 3px 5px; }
QPushButton:hover, QToolButton[role="chip"]:hover { background: @hover; }
QPushButton:pressed, QToolButton[role="chip"]:pressed { background: @selection-strong; }
QPushButton:focus { border: 2px solid @accent; padding: 3px 11px; }
QToolButton[role="chip"]:focus { border: 2px solid @accent; padding: 2px 4px; }
QToolButton[role="chip"]:disabled { color: @ink-disabled; border-color: @rule; }
QToolButton[role="segment"]:disabled { color: @ink-disabled; border-color: @rule; }
QPushButton[role="link"]:disabled { color: @ink-disabled; }
QPushButton:disabled { color: @ink-disabled; border-color: @rule; }
QPushButton:default { background: @accent; color: @on-accent; border-color: @accent; }
QPushButton:default:hover { border-color: @ink-2; }
QPushButton:default:pressed { background: @accent-text; }
QPushButton:default:focus { border: 2px solid @ink; }
QPushButton:default:disabled { background: @raised; color: @ink-disabled; border-color: @rule; }
QPushButton[role="segment"] { border-radius: 0; padding: 4px 8px; }
QPushButton[role="segment"]:checked { background: @selection-strong; font-weight: 700;
  border-bottom: 2px solid @accent; padding-bottom: 3px; }
QPushButton[role="segment"]:focus { border: 2px solid @accent; padding: 3px 7px; }
QPushButton[role="way"] { background: transparent; border: none; border-radius: 0;
  border-bottom: 1px solid @rule; text-align: left; }
QPushButton[role="way"]:hover { background: @hover; }
QPushButton[role="way"]:focus { background: @selection; border: 2px solid @accent; }
QPushButton[role="link"] { border: none; background: transparent; color: @accent-text;
  padding: 2px 2px; text-align: left; }
QPushButton[role="link"]:focus { border: 2px solid @accent; padding: 0 0; }
QPushButton[role="link"]:hover { background: @hover; }
QDialog { background: @paper; }
QDialog QScrollArea, QWidget#keySheet { background: transparent; }
QDialog QTableView { background: @paper; }
QHeaderView { background: @paper; }
QHeaderView::section { background: @paper; color: @ink-2; border: none;
  border-bottom: 1px solid @rule-strong; padding: 4px 3px; }
QLabel[role="picture-note"] { color: @ink-3; }
QGraphicsView#sourcePicture { background: @source-ground; border: none;
  border-top: 1px solid @rule; }
QGraphicsView#sourcePicture:focus { border: 2px solid @accent; }
QFrame#yellowLine { background: @doubt-wash; border: 1px solid @doubt-line; border-radius: 4px; }
QLabel[role="doubt-line"] { color: @ink; }
QProgressBar { background: @rule; border: none; border-radius: 2px; max-height: 8px;
  min-height: 8px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QToolTip { background: @raised; color: @ink; border: 1px solid @rule-strong; padding: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @rule; border-radius: 4px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @rule-strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
