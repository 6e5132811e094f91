"""Take pictures of the window: python tests/shots/shots.py FOLDER [--compare | --keep]

A fresh library of the five sample pages is opened under the display that is there, or offscreen,
in both languages, in light and dark (and once in the other themes), at 1440 x 900 and 1280 x 720,
and in the states named below.

With `--compare` those that are kept in `expected/` are compared (see `comparing`): each that
differs is named and saved once more with the places outlined, and the command ends with 1. With
`--keep`, after they have been looked at, they are what is expected from now on.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No font but those that are shipped, drawn alike on every machine.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "fonts.conf")

import comparing
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

EXPECTED = Path(__file__).parent / "expected"
SIZES = ((1440, 900), (1280, 720))
LANGUAGES = {"zh_CN": "zh", "en": "en"}
THEMES = ("light", "dark")
OTHERS = ("sepia", "high-contrast")
KEPT = re.compile(r"(zh-.*-1440|en-.*-1280)-(?!journal|restore|about|settings|why)")
"""What is compared: one size a language, and nothing that says a time, a path or a version."""
TOPICS = {"会议": 3, "经济运行": 2, "社区治理": 1}
UNDER = {
    "政务/会议": 9, "政务/党建": 6, "经济/经济运行": 2, "经济/集体经济": 3, "经济/营商环境": 4,
    "城市更新/加装电梯": 3, "社区治理": 6, "民生保障": 5, "平安与反诈": 4, "文化与非遗": 2,
}  # fmt: skip


def library(folder):
    """Make a library of the seeds, with topics and statuses on its first articles."""
    from reader.model import Status
    from reader.store.library import Library, Mode
    from reader.ui.dialogs.taking import import_samples

    path = folder / "library.db"
    with Library.open(path, Mode.CREATE, actor="甲") as made:
        import_samples(made, lambda *_: None)
        articles = [row.id for row in made.articles.rows()]
        for topic, count in TOPICS.items():
            made.tags.add(topic, articles[-count:])
        made.articles.set_status(Status.PROOFED1, articles[:3])
        made.articles.set_status(Status.PROOFED2, articles[:1])
        made.articles.set_status(Status.WORKING, articles[-2:-1])
    return path


def pause(milliseconds):
    """Let the window, and the threads beside it, go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds):
    """Let the window go on until something holds; at most ten seconds."""
    for _ in range(500):
        if holds():
            return
        pause(20)
    raise TimeoutError(holds)


def settle(window):
    """Let everything be painted."""
    pause(150)
    window.repaint()


def shoot(window, folder, name):
    """Save what the window shows; it is always 14:32:08."""
    settle(window)
    for widget in QApplication.topLevelWidgets():
        if hasattr(widget, "status"):
            saved = widget.status.saved
            saved.setText(re.sub(r"\d\d:\d\d:\d\d", "14:32:08", saved.text()))
    settle(window)
    window.grab().save(str(folder / f"{name}.png"))
    print(folder / f"{name}.png")


def look_for(window, words):
    """Search, and wait until all is found and counted."""
    window.seeking.search()
    window.search_box.setText(words)
    QTest.keyClick(window.search_box, Qt.Key.Key_Return)
    until(lambda: not window.search.searching)


def states(window, folder, name):
    """Take the main window at the first doubt, a search, a correction, and the dialogs."""
    window.issues.issue_list.go(0, tell=True)
    shoot(window, folder, f"{name}-main")
    window.verbs.next_doubt()
    shoot(window, folder, f"{name}-doubt")
    look_for(window, "营商")
    window.search.list.setFocus()
    shoot(window, folder, f"{name}-search")
    window.seeking.leave()
    window.beside.toggle_source()
    window.article.edit.set_caret(2, 30)
    shoot(window, folder, f"{name}-source")
    window.beside.toggle_source()
    in_depth(window)
    shoot(window, folder, f"{name}-topics")
    window.tags.entering.ask()
    window.tags.input.read_letters()
    QTest.keyClicks(window.tags.input, "jj")
    shoot(window, folder, f"{name}-typing")
    window.tags.input.clear()
    whole(window, folder, name)
    if not name.startswith("zh-light-1440"):
        return
    window.article.edit.set_caret(2, 10)
    window.verbs.split()
    window.verbs.accept()
    shoot(window, folder, f"{name}-split")
    beside(window)
    shoot(window, folder, f"{name}-beside")
    window.beside.toggle_source()
    by_hand(window, folder, name)
    lists(window, folder, name)
    for state, wish in (("export", window.filing.export), ("import", window.filing.import_pages)):
        wish()
        (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
        if state == "export":
            dialog.path.setText("/corpus/2025.jsonl")
        shoot(dialog, folder, f"{name}-{state}")
        dialog.reject()
        dialog.deleteLater()
    years(window)
    shoot(window, folder, f"{name}-years")


def whole(window, folder, name):
    """Take the journal, the settings, the keys, what is restored, and the empty library."""
    window.chronicle.toggle_journal()
    window.journal.list.go(2, tell=True)
    shoot(window, folder, f"{name}-journal")
    window.chronicle.toggle_journal()
    for action in ("actionSettings", "actionKeys", "actionAbout"):
        window.actions_by_id[action].trigger()
        (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
        shoot(dialog, folder, f"{name}-{action[6:].lower()}")
        dialog.close()
    window.session.library.backups.make()
    window.restoring.restore()
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    shoot(dialog, folder, f"{name}-restore")
    dialog.close()
    window.beginning.first_steps()
    window.filing.withdraw_samples()
    shoot(window, folder, f"{name}-first-run")
    window.wishes.undo()
    window.beginning.leave_tour()


def lists(window, folder, name):
    """Correct an issue in its row, filter the lists, and choose an issue to merge into."""
    window.issues.issue_list.setFocus()
    window.arranging.correct_issue()
    form = window.issues.correcting.form
    form.date.setText("2025-02-30")
    form.save()
    shoot(window, folder, f"{name}-correct")
    form.leave()
    window.issues.filtering.leave("has:doubt")
    shoot(window, folder, f"{name}-filter")
    window.issues.filtering.end()
    window.arranging.merge_issue()
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    shoot(dialog, folder, f"{name}-merge")
    dialog.reject()
    dialog.deleteLater()


def years(window):
    """Give the samples one newspaper, and some issues of another over several years."""
    from reader.model import IssueFacts, PageDraft, RawFile, RawPage
    from reader.store.intake import PageIn

    issues = window.session.library.issues
    for row in issues.rows():
        window.session.write(issues.correct, row.id, {"title": "社区晨报"})
    for n in range(18):
        text = f"{n}"
        raw = RawFile(f"{n}.txt", f"{n:064d}", len(text), "utf-8", (RawPage(text),))
        facts = IssueFacts("新泾报", f"{2021 + n // 6}-{n % 6 + 1:02d}", n % 3 > 0, None, 1)
        issues.add(raw, [PageIn(PageDraft(text, (), (), (), ()), facts)])
    window.issues.lists.reload()


def in_depth(window):
    """Put topics under topics, mark phrases, and wait for suggestions."""
    tags = window.session.library.tags
    rows = [row.id for row in window.session.library.articles.rows()]
    for old in TOPICS:
        window.session.write(tags.delete, old)
    for number, (topic, count) in enumerate(UNDER.items()):
        window.session.write(tags.add, topic, (rows[number:] + rows)[:count])
    window.issues.issue_list.go(2, tell=True)
    window.issues.contents_list.go(1, tell=True)
    article = window.article.article
    window.session.write(tags.remove, "民生保障", [article.id])
    blocks = [b for b in article.blocks if b.kind.value == "para"]
    window.session.write(tags.mark, blocks[1].id, 42, 50, "政务/党建")
    window.session.write(tags.mark, blocks[3].id, 0, 14, "经济/集体经济")
    window.session.write(tags.mark, blocks[0].id, 3, 12, "经济/营商环境")
    window.session.write(window.session.library.articles.edit, blocks[0].id, 5, 6, "有")
    window.tags.offering.asking.start()
    until(lambda: window.tags.suggestions.shown)
    window.tags.list.setFocus()
    window.tags.list.go("经济/经济运行")


def beside(window):
    """Open the source beside the third article, with a person's join, split and correction."""
    window.issues.issue_list.go(2, tell=True)
    window.issues.contents_list.go(1, tell=True)
    edit = window.article.edit
    library = window.session.library.articles
    first, second = (b.id for b in window.article.article.blocks[2:4])
    joined = [s for s in library.seams(second) if s.reads.value == "join"][:2]
    window.session.write(library.accept, second, [(s.source, s.start, s.end) for s in joined])
    window.session.write(library.edit, first, 5, 6, "实")
    window.beside.toggle_source()
    edit.set_caret(3, len(edit.sheet.blocks[3].text) // 2)
    window.verbs.split()
    edit.set_caret(4, 12)


def by_hand(window, folder, name):
    """Take what a person does to an article: every mark, its reasons, a drop, only the text."""
    from reader.errors import DiskFullError
    from reader.model import Kind

    edit, structure = window.article.edit, window.proofing.structure
    structure.supply(Kind.KICKER, "镇域经济再出发")
    edit.set_caret(6, 3)
    structure.move_by(1)
    structure.kind(4, Kind.SUBHEAD)
    edit.set_caret(3, 6)
    window.activateWindow()
    edit.setFocus()
    pause(100)
    window.proofing.why()
    shoot(window, folder, f"{name}-why")
    window.article.card.hide()
    edit.drop_before = 5
    shoot(window, folder, f"{name}-drop")
    edit.drop_before = None
    window.focus.focus_mode()
    shoot(window, folder, f"{name}-focus")
    window.focus.leave()
    window.status.trouble(window.words.fault(DiskFullError(name)))
    shoot(window, folder, f"{name}-trouble")
    window.status.show_saved()


def take(folder):
    """Take all pictures."""
    from reader.ui import program

    QApplication.setCursorFlashTime(0)
    application = QApplication.instance()
    for language, short in LANGUAGES.items():
        os.environ["JIAOKAN_LANG"] = language
        program.prepare(application)
        for size in SIZES:
            for theme in THEMES:
                take_states(folder, f"{short}-{theme}-{size[0]}", theme, size, states)
    for theme in OTHERS:
        take_states(folder, f"en-{theme}-1280", theme, SIZES[1], first)


def first(window, folder, name):
    """Take the main window alone."""
    window.issues.issue_list.go(0, tell=True)
    window.verbs.next_doubt()
    shoot(window, folder, f"{name}-doubt")


def take_states(folder, name, theme, size, of):
    """Open a window on a fresh library and take its pictures."""
    from reader.ui.window import MainWindow

    with tempfile.TemporaryDirectory() as fresh:
        window = MainWindow()
        window.dress(theme)
        window.resize(*size)
        window.show()
        window.open_library(library(Path(fresh)))
        of(window, folder, name)
        window.close()
        window.deleteLater()


def keep(folder):
    """Let what was taken be what is expected."""
    EXPECTED.mkdir(exist_ok=True)
    for known in EXPECTED.glob("*.png"):
        known.unlink()
    for path in sorted(folder.glob("*.png")):
        if KEPT.match(path.name):
            comparing.small(QImage(str(path))).save(str(EXPECTED / path.name))


def compare(folder):
    """Name the pictures that differ from what is expected; give how many."""
    names = {path.name for path in EXPECTED.glob("*.png")}
    taken = {path.name for path in folder.glob("*.png") if KEPT.match(path.name)}
    wrong = sorted(names ^ taken)
    for name in wrong:
        print(f"{name}: {'not taken' if name in names else 'not expected'}")
    for name in sorted(names & taken):
        picture = QImage(str(folder / name))
        tiles = comparing.differing(QImage(str(EXPECTED / name)), comparing.small(picture))
        if tiles:
            wrong.append(name)
            outlined = folder / f"differs-{name}"
            comparing.outlined(picture, [tile for _, tile in tiles]).save(str(outlined))
            print(f"{name}: {len(tiles)} places differ, by {tiles[0][0]:.0f} of 256; {outlined}")
    print(f"{len(names & taken)} pictures compared, {len(wrong)} differ")
    return len(wrong)


def main():
    """Take all pictures into the folder that is named, and compare or keep them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        os.environ["JIAOKAN_ACTOR"] = "甲"
        application = QApplication(["jiaokan"])
        take(asked.folder)
        if asked.keep:
            keep(asked.folder)
        status = 1 if asked.compare and compare(asked.folder) else 0
        del application
    return status


if __name__ == "__main__":
    raise SystemExit(main())
