"""The states of the window that are pictured: what stands in the library, and what is done."""

import os
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reader.sources.folders import Folders
from reader.store.locks import WindowLock
from reader.ui import theme
from reader.ui.latest import Latest

SOON_MS = 2_000
REFERRING = (
    "新泾报 2025年9月1日 第1版\n\n导读\n\n老年食堂今日启用 P02\n\n河堤修好 P02\n\n"
    "老街夜市开张 P02\n\n龙舟赛周末开桨 P08\n\n\n长河工程昨天开工\n\n"
    "　　本报讯  昨天上午，长河工程在北岸开工，两岸的居民站在堤上观看。工程分三段，先修北岸，\n"
    "再修南岸，最后通到码头，预计明年汛期以前完成。\n\n"
    "　　记者在现场看到，第一台机器已经下河。（下转第4版）\n",
    "新泾报 2025年9月1日 第2版\n\n\n柳岸村老年食堂今日启用\n\n"
    "　　本报讯  柳岸村的老年食堂今天启用，第一天来了一百二十位老人。食堂每天供应三餐，\n"
    "菜单一周一换，行动不便的由志愿者送到家里。\n",
    "新泾报 2025年9月1日 第3版\n\n\n河堤修好了\n\n"
    "　　本报讯  去年被水冲坏的一段河堤修好了，昨天由水务部门验收。新堤比旧堤高出半米，\n"
    "堤上铺了步道，两旁种了柳树。\n",
    "新泾报 2025年9月1日 第4版\n\n\n两岸居民盼通路\n\n（上接第1版）\n\n"
    "　　机器下河以后，人才慢慢散去。住在北岸的居民说，路通了，到码头就不用再绕一个大圈，\n"
    "孩子上学也近了。\n",
)
"""An issue whose front page says what stands on the others, and whose lead goes on there."""
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
UNDER = {
    "政务/会议": 9, "政务/党建": 6, "经济/经济运行": 2, "经济/集体经济": 3, "经济/营商环境": 4,
    "城市更新/加装电梯": 3, "社区治理": 6, "民生保障": 5, "平安与反诈": 4, "文化与非遗": 2,
}  # fmt: skip


def library(folder):
    """Make a library of the seeds, with names, topics and statuses."""
    from reader.model import Status
    from reader.store.library import Library, Mode
    from reader.ui.dialogs.taking import import_samples

    path = folder / "library.db"
    with Library.open(path, Mode.CREATE, actor="甲") as made:
        import_samples(made, lambda *_: None)
        for issue in made.issues.rows():
            made.issues.correct(issue.id, {"title": "社区晨报"})
        rows = [row.id for row in made.articles.rows()]
        for number, (topic, count) in enumerate(UNDER.items()):
            made.tags.add(topic, (rows[number:] + rows)[:count])
        made.articles.set_status(Status.PROOFED1, rows[:3])
        made.articles.set_status(Status.PROOFED2, rows[:1])
        made.articles.set_status(Status.WORKING, rows[-2:-1])
    return path


# --- waiting ------------------------------------------------------------------------------


def settle(window):
    """Let everything be found and painted."""
    for _ in range(3):
        QApplication.processEvents()
        asking = window.tags.offering.asking
        if asking.pause.isActive():
            asking.start()
        while (
            bool(window.session.at_work)
            or window.search.searching
            or any(one.busy for one in window.findChildren(Latest))
            or any(waits(timer) for timer in window.findChildren(QTimer))
        ):
            pause(3)
        QApplication.processEvents()


def pause(milliseconds):
    """Let the window and the threads beside it go on; QTest.qWait keeps Python's lock."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def waits(timer):
    """Tell whether something will soon be done that was put off."""
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS


def dialog_of(window):
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return dialog


def close(dialog):
    dialog.close()
    dialog.deleteLater()
    QApplication.processEvents()


# --- states of the window -----------------------------------------------------------------


def main(window):
    """Show the first article at its first doubt."""
    window.issues.issue_list.go(0, tell=True)
    window.article.edit.setFocus()
    window.verbs.next_doubt()


def third(window):
    """Open the third issue's second article."""
    window.issues.issue_list.go(2, tell=True)
    window.issues.contents_list.go(1, tell=True)
    window.article.edit.setFocus()


def beside_source(window):
    """Open the source beside an article, with a person's joins, split and correction."""
    third(window)
    edit, library = window.article.edit, window.session.library.articles
    first, second = (b.id for b in window.article.article.blocks[2:4])
    joined = [s for s in library.seams(second) if s.reads.value == "join"][:2]
    window.session.write(library.accept, second, [(s.source, s.start, s.end) for s in joined])
    window.session.write(library.edit, first, 5, 6, "实")
    window.beside.toggle_source()
    edit.set_caret(3, len(edit.sheet.blocks[3].text) // 2)
    window.verbs.split()
    edit.set_caret(4, 12)


def leave_source(window):
    window.beside.toggle_source()
    for _ in range(3):
        window.wishes.undo()


def differences(window):
    """Show what was changed: characters struck and typed, line ends joined, a block moved."""
    third(window)
    edit, library = window.article.edit, window.session.library.articles
    first, second = (b.id for b in window.article.article.blocks[2:4])
    joined = [s for s in library.seams(second) if s.reads.value == "join"][:2]
    window.session.write(library.accept, second, [(s.source, s.start, s.end) for s in joined])
    window.session.write(library.edit, first, 5, 6, "实")
    window.session.write(library.edit, second, 30, 33, "")
    edit.set_caret(5, 3)
    window.proofing.structure.move_by(1)
    edit.set_caret(2, 12)
    window.views.differences()


def leave_differences(window):
    window.views.proof_view()
    for _ in range(4):
        window.wishes.undo()


def furniture(window):
    """Unfold the furniture of an issue, and stand on one of its lines."""
    window.issues.issue_list.go(1, tell=True)
    window.issues.furniture.row.click()
    window.issues.furniture.list.go(4, tell=True)


def leave_furniture(window):
    window.issues.furniture.row.click()
    window.views.proof_view()


def references(window):
    """Unfold what the pages of an issue say of one another, and stand on one that is elsewhere."""
    from reader.importing import import_paths
    from reader.store.library import Library, Mode

    window.kept = window.session.library.path
    referring, folder = window.kept.with_name("referring.db"), window.kept.with_name("pages")
    if not referring.exists():
        folder.mkdir()
        for number, page in enumerate(REFERRING, 1):
            (folder / f"新泾报 2025-09-01 第{number}版.txt").write_text(page, "utf-8")
        with Library.open(referring, Mode.CREATE, actor="甲") as made:
            list(import_paths(made, [folder]))
    window.open_library(referring)
    settle(window)
    window.issues.guide.row.click()
    window.issues.guide.list.go(1, tell=True)


def search(window):
    """Search, and choose the third hit."""
    window.seeking.search()
    window.search_box.setText("营商")
    QTest.keyClick(window.search_box, Qt.Key.Key_Return)
    settle(window)
    window.search.list.setFocus()
    for _ in range(3):
        QTest.keyClick(window.search.list, Qt.Key.Key_Down)


def leave_search(window):
    window.seeking.leave()
    window.search_box.clear()


def topics(window):
    """Mark phrases, and stand on a topic of the tree."""
    third(window)
    tags, article = window.session.library.tags, window.article.article
    blocks = [b for b in article.blocks if b.kind.value == "para"]
    window.session.write(tags.remove, "民生保障", [article.id])
    window.session.write(tags.mark, blocks[1].id, 42, 50, "政务/党建")
    window.session.write(tags.mark, blocks[3].id, 0, 14, "经济/集体经济")
    window.tags.list.setFocus()
    window.tags.list.go("经济/经济运行")


def leave_topics(window):
    for _ in range(3):
        window.wishes.undo()


def typing(window):
    """Type the initials of a topic."""
    window.tags.entering.ask()
    window.tags.input.read_letters()
    QTest.keyClicks(window.tags.input, "jj")


def leave_typing(window):
    window.tags.input.clear()
    window.article.edit.setFocus()


def journal(window):
    third(window)
    window.chronicle.toggle_journal()
    window.journal.list.setFocus()
    window.journal.list.go(2, tell=True)


def leave_journal(window):
    window.chronicle.toggle_journal()


def marks(window):
    """Tell why a line end is doubtful, in an article in which a person decided, too."""
    window.issues.issue_list.go(4, tell=True)
    window.article.edit.setFocus()
    window.verbs.next_doubt()
    window.verbs.accept()
    window.verbs.next_doubt()
    window.proofing.why()


def leave_marks(window):
    window.article.card.hide()
    window.wishes.undo()


def kinds(window):
    """Give an article every kind of block, a block that was moved, and its reasons."""
    from reader.model import Kind

    third(window)
    edit, structure = window.article.edit, window.proofing.structure
    structure.supply(Kind.KICKER, "镇域经济再出发")
    edit.set_caret(6, 3)
    structure.move_by(1)
    structure.kind(4, Kind.SUBHEAD)
    edit.set_caret(7, 6)
    window.proofing.why()


def leave_kinds(window):
    window.article.card.hide()
    for _ in range(3):
        window.wishes.undo()


def open_empty(window):
    from reader.store.library import Library, Mode

    window.kept = window.session.library.path
    empty = window.kept.with_name("empty.db")
    if not empty.exists():
        Library.open(empty, Mode.CREATE, actor="甲").close()
    window.open_library(empty)
    window.status.tell("")


def first_run(window):
    """Open a library in which there is nothing, with the first steps."""
    open_empty(window)
    window.beginning.begin_tour()


def leave_first_run(window):
    window.beginning.leave_tour()
    go_back(window)


def go_back(window):
    window.open_library(window.kept)


STATES = {
    "main": (main, None),
    "source": (beside_source, leave_source),
    "differences": (differences, leave_differences),
    "furniture": (furniture, leave_furniture),
    "search": (search, leave_search),
    "topics": (topics, leave_topics),
    "typing": (typing, leave_typing),
    "journal": (journal, leave_journal),
    "marks": (marks, leave_marks),
    "kinds": (kinds, leave_kinds),
    "references": (references, go_back),
    "first-run": (first_run, leave_first_run),
}
"""Each state of the main window, and what leads back from it."""


# --- rarer states -------------------------------------------------------------------------


def focus(window):
    third(window)
    window.focus.focus_mode()


def trouble(window):
    from reader.errors import DiskFullError

    third(window)
    window.status.trouble(window.words.fault(DiskFullError("library.db")))


def correct(window):
    """Correct an issue in its row, to a date that there is not."""
    window.issues.issue_list.setFocus()
    window.arranging.correct_issue()
    window.issues.correcting.form.date.setText("2025-02-30")
    window.issues.correcting.form.save()


def drop(window):
    third(window)
    window.article.edit.drop_before = 5


def leave_drop(window):
    window.article.edit.drop_before = None


def pace(window):
    """Say how long the doubts may take, as after a morning of verdicts."""
    third(window)
    counting = window.issues.lists.counting
    window.issues.progress.show_counts(counting.statuses, counting.doubts, 360)


def years(window):
    """Add some issues of another newspaper over several years."""
    from reader.drafts import PageDraft, PageIn, RawFile, RawPage
    from reader.model import IssueFacts

    issues = window.session.library.issues
    window.added = []
    for n in range(18):
        text = f"{n}"
        raw = RawFile(f"{n}.txt", f"{n:064d}", len(text), "utf-8", (RawPage(text),))
        facts = IssueFacts("新泾报", f"{2021 + n // 6}-{n % 6 + 1:02d}", n % 3 > 0, None, 1)
        added = issues.add(raw, [PageIn(PageDraft(text, (), (), (), ()), facts)])
        window.added.append(added.issue)
    window.issues.lists.reload()


def leave_years(window):
    window.session.write(window.session.library.issues.withdraw, window.added)


def reading(window):
    """Open the library while another window holds it."""
    window.kept = window.session.library.path
    window.holder = WindowLock(window.kept)
    window.session.close()
    assert window.holder.try_acquire()
    window.open_library(window.kept)
    third(window)


def leave_reading(window):
    window.holder.release()
    window.session.try_to_write()


def picture(window):
    """Show a scan under the lines of its page."""
    third(window)
    library, article = window.session.library, window.article.article
    name, sha256 = library.articles.received_file(article.id)
    folder = library.path.parent / "scans"
    folder.mkdir(exist_ok=True)
    Folders(library.id).remember(sha256, folder / name, new=True)
    scan = QImage(900, 1300, QImage.Format.Format_RGB32)
    scan.fill(QColor("#EDE6D6"))
    painter = QPainter(scan)
    painter.setFont(theme.font("reading", 24))
    for row, line in enumerate(library.articles.source_lines(article.id)[:40]):
        painter.drawText(60, 80 + 30 * row, line.text.strip()[:34])
    painter.end()
    scan.save(str((folder / name).with_suffix(".png")))
    window.beside.toggle_picture()


def leave_picture(window):
    window.beside.toggle_picture()
    window.beside.toggle_source()


def strip_in_trouble(window):
    """Fold the topics to their strip, while the last change cannot be written."""
    window.beside.toggle_source()
    trouble(window)


def leave_strip(window):
    window.status.show_saved()
    window.beside.toggle_source()


RARE = {
    "focus": (focus, lambda window: window.focus.leave()),
    "trouble": (trouble, lambda window: window.status.show_saved()),
    "correct": (correct, lambda window: window.issues.correcting.form.leave()),
    "filter": (
        lambda window: window.issues.filtering.leave("has:doubt"),
        lambda window: window.issues.filtering.end(),
    ),
    "drop": (drop, leave_drop),
    "pace": (pace, lambda window: window.issues.lists.filled.emit()),
    "years": (years, leave_years),
    "reading": (reading, leave_reading),
    "picture": (picture, leave_picture),
    "strip": (strip_in_trouble, leave_strip),
}
"""States that are pictured in one language and theme only."""


# --- dialogs ------------------------------------------------------------------------------


def export(window):
    window.issues.issue_list.go(2, tell=True)
    window.filing.export()
    dialog = dialog_of(window)
    settle(window)
    dialog.path.setText("corpus.jsonl")


def import_pages(window):
    window.filing.offer([str(path) for path in sorted(SEEDS.glob("*.txt"))])
    for item in range(dialog_of(window).paths.count()):
        shown = dialog_of(window).paths.item(item)
        if item != dialog_of(window).paths.currentRow():
            shown.setText(Path(shown.text()).name)
    settle(window)
    current = dialog_of(window).paths.currentItem()
    current.setText(Path(current.text()).name)


def report(window):
    """Import pages into an empty library, among them something that is no text."""
    open_empty(window)
    broken = window.session.library.path.with_name("破损.txt")
    broken.write_bytes(b"\xff\x00" * 300)
    window.filing.take_in([*sorted(SEEDS.glob("*.txt")), broken])
    dialog = dialog_of(window)
    while dialog.bar.isVisible():
        pause(3)
    dialog.more.setText(dialog.more.text().replace(str(broken.parent), "/home/jia"))


def settings(window):
    said = {name: os.environ.pop(name) for name in ("JIAOKAN_ACTOR", "JIAOKAN_LANG")}
    window.actions_by_id["actionSettings"].trigger()
    os.environ |= said
    dialog_of(window).actor.setPlaceholderText("甲")
    dialog_of(window).place.setText("~/.local/share/jiaokan/backups")


def about(window):
    window.actions_by_id["actionAbout"].trigger()
    dialog_of(window).versions.setText("Jiaokan · SQLite · Qt · Python")


def restore(window):
    window.session.library.backups.make()
    window.restoring.restore()


def merge_issue(window):
    """Ask into which issue one goes."""
    window.issues.issue_list.go(1, tell=True)
    window.arranging.merge_issue()


def bring_back(window):
    """List the issues that were withdrawn."""
    issues = window.session.library.issues
    window.session.write(issues.withdraw, [row.id for row in issues.rows()[1:3]])
    window.filing.bring_back()
    dialog_of(window).filter.setText("社区")


DIALOGS = {
    "export": export,
    "import": import_pages,
    "settings": settings,
    "keys": lambda window: window.actions_by_id["actionKeys"].trigger(),
    "legend": lambda window: window.actions_by_id["actionLegend"].trigger(),
    "about": about,
    "restore": restore,
    "merge-issue": merge_issue,
    "bring-back": bring_back,
    "report": report,
}
