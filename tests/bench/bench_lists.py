"""Print what a list of a million rows costs: first paint, jump to the end, memory.

    python tests/bench/bench_lists.py [--rows 1000000] [--naive 100000]

Both lists of the left pane are opened over a library made for it, offscreen, each read from
SQLite as in the window; beside them stands what one would write first, a QListView over a
QStandardItemModel, with fewer rows, since a million take it minutes. Times are of the processor.
A list that is opened after another may use memory that sorting the first has left free.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView

from reader.store import Library, Mode
from reader.store.listing import Listed
from reader.ui.issues.view import ListView

_ISSUES = """
    WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ?)
    INSERT INTO issue (id, title, date, date_sure)
    SELECT printf('%032x', k), '社区晨报',
           printf('%04d-%02d-%02d', 1872 + k % 150, 1 + k % 12, 1 + k % 28), k % 2 FROM n
"""
_PAGES = """
    INSERT INTO page (key, id, issue, number, place)
    SELECT key, 'p' || key, key, 1, 1 FROM issue
"""
_ARTICLES = """
    WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ?)
    INSERT INTO article (id, page, place) SELECT 'a' || k, 1, k FROM n
"""
_TALLIES = """
    INSERT INTO tally (article, characters, doubts, title, untitled)
    SELECT key, key % 3000, key % 4, '第' || key || '篇的标题在此', 0 FROM article
"""


def build(path: Path, rows: int) -> None:
    """Make a library of so many issues, the first of which has so many articles."""
    with Library.open(path, Mode.CREATE) as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        with library.transaction():
            library.connection.execute(_ISSUES, (rows,))
            library.connection.execute(_PAGES)
            library.connection.execute(_ARTICLES, (rows,))
            library.connection.execute(_TALLIES)


def memory() -> float:
    """Give the megabytes that the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def shown(view, application) -> float:
    """Show a view and wait until it is painted; give milliseconds."""
    start = time.process_time()
    view.show()
    view.repaint()
    application.processEvents()
    return (time.process_time() - start) * 1000


def to_the_end(view, application) -> float:
    """Go to the last row; give milliseconds until it is painted."""
    start = time.process_time()
    model = view.model()
    last = model.index(model.rowCount(QModelIndex()) - 1, 0)
    view.setCurrentIndex(last)
    view.scrollTo(last)
    view.repaint()
    application.processEvents()
    took = (time.process_time() - start) * 1000
    assert view.visualRect(last).intersects(view.viewport().rect())
    return took


def ours(name, application, made, listed) -> ListView:
    """Measure one of our lists; `made` gives model and delegate, `listed` reads the keys.

    It is given back, to be kept: else the next would be made of the memory that it leaves.
    """
    before = memory()
    start = time.process_time()
    keys = listed().keys
    read = (time.process_time() - start) * 1000
    model, paint = made()
    view = ListView(model, paint)
    view.resize(264, 600)
    start = time.process_time()
    model.arrange(keys)
    arranged = (time.process_time() - start) * 1000
    paints = arranged + shown(view, application)
    end = to_the_end(view, application)
    held = memory() - before
    size = len(keys) * keys.itemsize / 1e6
    more = f"of it keys {size:.1f} MB, read from SQLite in {read:.0f} ms"
    tell(name, len(keys), (paints, end, held), more)
    view.hide()
    return view


def naive(application, rows: int) -> None:
    """Measure the list that one would write first."""
    before = memory()
    start = time.process_time()
    model = QStandardItemModel()
    for n in range(rows):
        model.appendRow(QStandardItem(f"第{n}篇的标题在此"))
    made = (time.process_time() - start) * 1000
    view = QListView()
    view.resize(264, 600)
    view.setModel(model)
    figures = shown(view, application), to_the_end(view, application), memory() - before
    tell("QListView, QStandardItemModel", rows, figures, f"items made in {made:.0f} ms")
    view.close()


def tell(name, rows, figures, more) -> None:
    """Print a line."""
    paint, end, held = figures
    print(
        f"{name:30} {rows:>9,} rows  first paint {paint:8.1f} ms"
        f"  to the end {end:8.1f} ms  memory {held:6.1f} MB  ({more})",
        flush=True,
    )


def main() -> None:
    """Make the library, measure both lists and the naive one, print."""
    from reader.ui import program, theme
    from reader.ui.issues.delegates import ContentsDelegate, IssueDelegate
    from reader.ui.issues.sayings import Sayings
    from reader.ui.paged import Paged, Reader
    from reader.ui.words import Words

    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--naive", type=int, default=100_000)
    arguments = parser.parse_args()
    application = QApplication(["bench"])
    program.prepare(application)
    words, colours = Words(), theme.theme("light")
    sayings = Sayings(words)
    folder = Path(tempfile.mkdtemp())
    try:
        build(folder / "library.db", arguments.rows)
        with Library.open(folder / "library.db") as library:
            issues, articles = library.issues, library.articles

            def list_of(reader, delegate):
                return Paged(reader), delegate(words, sayings, colours)

            of_issues = Reader(issues.rows_at, issues.key_of, words.issue_line, sayings.issue_tip)
            of_articles = Reader(
                articles.rows_at, articles.key_of, words.article_line, sayings.article_tip
            )
            # What the first view of all costs (fonts, styles) is no matter of rows.
            warm = Listed(issues.listed().keys[:50])
            list_issues = partial(list_of, of_issues, IssueDelegate)
            list_articles = partial(list_of, of_articles, ContentsDelegate)
            (first,) = library.connection.execute("SELECT id FROM issue WHERE key = 1").fetchone()
            kept = [
                ours("(fifty rows, to warm up)", application, list_issues, lambda: warm),
                ours("issues", application, list_issues, issues.listed),
                ours(
                    "contents of an issue",
                    application,
                    list_articles,
                    partial(articles.contents, first),
                ),
            ]
            assert len(kept) == 3
        naive(application, arguments.naive)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
