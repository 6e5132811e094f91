"""Starting: the display, the libraries, the input method, the language, the last resort."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QtMsgType
from PySide6.QtWidgets import QMessageBox

from reader import places
from reader.errors import ReadOnlyError
from reader.ui import lastresort, program, start
from reader.ui.dialogs.unreadable import UnreadableDialog
from reader.ui.window import MainWindow

pytestmark = pytest.mark.window


def test_no_display_is_one_sentence_and_status_4(home):
    code = "import sys; from reader.ui import run; sys.exit(run(None))"
    environment = {"PATH": "", "JIAOKAN_LANG": "zh_CN", "HOME": str(home), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 4
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("jiaokan: no window: 没有找到显示器")


def test_qt_is_not_loaded_before_the_display_is_looked_for():
    code = "import sys, reader.ui; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_neither_sqlite_nor_jieba_is_loaded_before_the_first_paint():
    code = """
import sys
from PySide6.QtWidgets import QApplication
from reader.ui import program
from reader.ui.window import MainWindow
application = QApplication(["-platform", "offscreen"])
program.prepare(application)
window = MainWindow()
window.show()
window.repaint()
late = ("jieba", "rjieba", "sqlite_utils", "pysqlite3", "pypinyin")
loaded = [name for name in late if name in sys.modules]
sys.exit(str(loaded) if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_first_rows_wait_for_nothing_that_only_an_import_or_a_page_guide_needs(path):
    code = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.ui import program
application = program.make_application()
program.lay_ground(application)
stage = program.Stage(application)
def look():
    if stage.window.is_built and stage.window.article.article:
        late = ("reader.store.intake", "reader.store.alike", "reader.store.guides", "jieba")
        print([name for name in late if name in sys.modules])
        application.quit()
    else:
        QTimer.singleShot(0, look)
stage.begin(Path({str(path)!r}))
look()
application.exec()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


@pytest.mark.parametrize(
    ("asked", "files", "taken"),
    [("fcitx", (), "ibus"), ("fcitx5", ("libibus.so",), "ibus"),
     ("fcitx", ("libfcitx5.so",), "fcitx"), ("xim", (), "xim")],
)  # fmt: skip
def test_ibus_where_fcitx_has_no_plugin(monkeypatch, tmp_path, asked, files, taken):
    import os

    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    for name in files:
        (folder / name).touch()
    monkeypatch.setattr(start, "_plugins", lambda: tmp_path)
    monkeypatch.setenv("QT_IM_MODULE", asked)
    start.choose_input_method()
    assert os.environ["QT_IM_MODULE"] == taken


def test_the_library_is_opened_after_the_first_paint(qtbot, dressed, path):
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
    window.begin(path)
    assert not window.session.is_open
    with qtbot.waitSignal(window.session.opened):
        window.show()
    assert window.article.article is not None
    assert window.windowTitle() == "library.db — Jiaokan"


def test_what_is_no_library_ends_the_program_with_status_3(qtbot, dressed, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(UnreadableDialog, "exec", lambda box: said.append(box.why.text()))
    stranger = tmp_path / "stranger.db"
    stranger.write_bytes(b"x" * 200)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.begin(stranger)
    window._open_now()
    assert window.exit_status == 3
    assert "does not begin as a library does" in said[0]
    assert not window.isVisible()


def test_the_window_runs_until_it_is_closed(qtbot, qapp, path, monkeypatch):
    from PySide6.QtCore import QTimer

    def close_when_open():
        (window,) = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow)]
        if window.is_built and window.session.is_open:
            window.close()
        else:
            QTimer.singleShot(10, close_when_open)

    QTimer.singleShot(0, close_when_open)
    assert start.run(path) == 0


class Told:
    def __init__(self):
        self.faults, self.bugs = [], []

    def fault(self, error):
        self.faults.append(error)

    def bug(self, error):
        self.bugs.append(error)


def test_the_last_resort_tells_faults_kindly_and_bugs_loudly(monkeypatch, home):
    window, printed = Told(), []
    monkeypatch.setattr(sys, "excepthook", lambda *facts: printed.append(facts))
    resort = lastresort.LastResort(window)
    resort.install()
    fault, bug = ReadOnlyError("x"), ZeroDivisionError("y")
    sys.excepthook(ReadOnlyError, fault, None)
    sys.excepthook(ZeroDivisionError, bug, None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    resort._from_qt(QtMsgType.QtWarningMsg, None, "said by Qt")
    resort._from_qt(QtMsgType.QtWarningMsg, None, "QWidget: 新泾镇召开会议 secret words")
    resort.remove()
    assert window.faults == [fault]
    assert window.bugs == [bug]
    assert [facts[0] for facts in printed] == [ZeroDivisionError, KeyboardInterrupt]
    log = (places.data_folder() / "jiaokan.log").read_text("utf-8")
    assert stat.S_IMODE((places.data_folder() / "jiaokan.log").stat().st_mode) == 0o600
    assert "ZeroDivisionError" in log
    assert "Qt: said by Qt\n" in log
    assert "Qt: QWidget: …\n" in log
    assert "secret" not in log


def test_a_bug_while_a_bug_is_told_is_only_logged(monkeypatch, home):
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    window = Told()
    resort = lastresort.LastResort(window)
    window.bug = lambda error: (
        window.bugs.append(error), resort.caught(ValueError, ValueError("second"), None)
    )  # fmt: skip
    resort.install()
    resort.caught(ZeroDivisionError, ZeroDivisionError("first"), None)
    resort.remove()
    assert [str(bug) for bug in window.bugs] == ["first"]
    assert "ValueError" in (places.data_folder() / "jiaokan.log").read_text("utf-8")


def test_a_log_that_cannot_be_written_goes_to_stderr(home, capsys):
    (home / "XDG_DATA_HOME").write_text("a file where a folder should be")
    resort = lastresort.LastResort(Told())
    resort.install()
    resort._from_qt(QtMsgType.QtWarningMsg, None, "said by Qt")
    resort.remove()
    assert "Qt: said by Qt" in capsys.readouterr().err


def test_a_bug_is_told_in_the_window(window, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    window.telling.bug(ZeroDivisionError("y"))
    assert "ZeroDivisionError: y" in said[0]
    with pytest.raises(ZeroDivisionError):
        window.telling.failure(ZeroDivisionError("y"))


def test_languages_can_be_changed(qapp, monkeypatch):
    from reader.ui.words import Words

    program.speak(qapp, "zh_CN")
    assert Words().date("2025-04-14") == "2025年4月14日"
    assert Words().articles(1) == "1 篇"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    program.speak(qapp, "en")
    assert Words().date("2025-04-14") == "14 Apr 2025"
    assert (Words().articles(1), Words().articles(2)) == ("1 article", "2 articles")


def test_a_program_that_has_copied_ends_well(tmp_path):
    """What was copied outlives Python in Qt's hands; it once took the process with it."""
    code = (
        "from PySide6.QtWidgets import QApplication, QTextEdit\n"
        "from PySide6.QtCore import QMimeData\n"
        "from reader.ui import program\n"
        "application = QApplication([])\n"
        "data = QMimeData()\n"
        "data.setText('甲')\n"
        "application.clipboard().setMimeData(data)\n"
        "program.leave_clipboard()\n"
        "assert application.clipboard().text() == '甲'\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
