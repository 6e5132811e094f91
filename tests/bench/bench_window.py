"""Print what the window costs: first paint, keys, article switch, an import, memory.

    python tests/bench/bench_window.py --articles 10000 [--library FILE] [--pages 1000]

Each figure is taken in a fresh process, offscreen. Times are processor time where nothing waits
for another thread, so that a busy machine tells the same; the block of the window's thread
during an import is by the clock, with the processor time of that thread and the same beat with
no import beside it. The bare window has three panes (list, text, list) and nothing else.

The first paint of ours is that of its frame: the grounds and lines of the panes, in their colours
and widths, with no words in them. The panes are loaded and made behind it. A paint is over when
the program comes back to its loop; so it is with both windows.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve()
if __name__ == "__main__":
    sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1])]

STARTS = 5
KEYS = 300
SWITCHES = 200
LONG = 33_000
"""Characters of an article of 100 kB in UTF-8."""

# --- what is measured, each in a process of its own -------------------------------------------


def bare(_: argparse.Namespace) -> dict[str, float]:
    """Paint three panes with nothing in them."""
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextEdit

    found: dict[str, float] = {}

    def painted() -> None:
        found["painted"] = time.process_time()
        application.quit()

    class Window(QMainWindow):
        def event(self, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, painted)
            return super().event(event)

    application = QApplication(["bare"])
    window = Window()
    panes = QSplitter()
    for pane in (QListView(), QTextEdit(), QListView()):
        panes.addWidget(pane)
    window.setCentralWidget(panes)
    window.resize(1440, 900)
    window.show()
    application.exec()
    return found


def start(given: argparse.Namespace) -> dict[str, float]:
    """Start as the program does; note the first paint, and the first rows with their article.

    The log is left out: it is opened by its first record, and only Qt's offscreen platform, which
    is met nowhere else, has something to say at a start.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer

    from reader.ui.binding import read_no_sources

    read_no_sources()
    from reader.ui import program

    application = program.make_application()
    program.lay_ground(application)
    stage = program.Stage(application)
    window = stage.window
    found: dict[str, float] = {}

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
            if event.type() is QEvent.Type.Paint:
                if watched is window and "painted" not in found:
                    QTimer.singleShot(0, painted)
                elif watched is not window and window.article.article and "rows" not in found:
                    QTimer.singleShot(0, done)
            return False

    def painted() -> None:
        if "painted" not in found:
            found["painted"] = time.process_time()
            found["early"] = len({"jieba", "sqlite_utils"} & sys.modules.keys())

    def done() -> None:
        if "rows" not in found:
            found["rows"] = time.process_time()
            found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            found["jieba"] = float("jieba" in sys.modules)
            application.quit()

    watch = Watch()
    window.installEventFilter(watch)
    window.built.connect(lambda: _watched(window, watch))
    stage.begin(given.library)
    application.exec()
    return found


def _watched(window, watch) -> None:
    for view in (window.issues.contents_list, window.article.edit):
        view.viewport().installEventFilter(watch)


def pass_time(milliseconds: int) -> None:
    """Let the window live so long in a loop like the program's own.

    Not by `QTest.qWait`: that keeps the interpreter to itself while it sleeps, and other threads,
    as that of an import, get next to nothing done.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def opened(path: Path):
    """Open a window on a library as the program does, painted and at rest."""
    from reader.ui import program

    application = program.make_application()
    program.prepare(application)
    window = program.Stage(application).window
    window.begin(path)
    window.show()
    while not (window.is_built and window.article.article):
        pass_time(50)
    pass_time(200)
    return window


def ended(window) -> None:
    """Close, when what was begun beside the window is done."""
    while window.session.at_work:
        pass_time(10)
    window.close()


def keys(given: argparse.Namespace) -> dict[str, float]:
    """Type into an article of 100 kB with every mark; one key in ten is at another place."""
    from bench.generate import Prose, wrap
    from drafting import take_in
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from reader.store import Library, Mode

    chance = __import__("random").Random(1)
    prose = Prose(chance)
    paragraphs = ["\n".join(wrap(prose.paragraph(200), 17)) for _ in range(LONG // 200)]
    path = given.library.with_name("keys.db")
    with Library.open(path, Mode.CREATE, actor="bench") as library:
        added = take_in(library, "\n\n".join(paragraphs), name="long.txt")
        (row,) = library.articles.of_issue(added.issue)
        blocks = [block.id for block in library.articles.get(row.id).blocks]
        for number, block in enumerate(blocks):
            if number % 3 == 0:
                library.articles.edit(block, 5, 6, "〇")
            if number % 3 == 1:
                library.tags.mark(block, 8, 20, "会议")
            seams = library.articles.seams(block)[:2]
            library.articles.accept(block, [(s.source, s.start, s.end) for s in seams])
    window = opened(path)
    edit = window.article.edit
    edit.setFocus()
    times = []
    for number in range(KEYS):
        if number % 10 == 0:
            edit.set_caret(chance.randrange(len(blocks)), 30)
            edit.centre_caret()
            QApplication.processEvents()
        begun = time.thread_time()
        QTest.keyClick(edit, Qt.Key.Key_A)
        edit.viewport().repaint()
        times.append(time.thread_time() - begun)
    begun = time.thread_time()
    window.article.typing.flush()
    flushed = time.thread_time() - begun
    ended(window)
    after = times[::10]  # these write first what was typed elsewhere
    plain = [took for number, took in enumerate(times) if number % 10]
    return {
        "p95": _p95(plain),
        "p50": statistics.median(plain) * 1000,
        "jump": _p95(after),
        "saved": flushed * 1000,
    }


def switch(given: argparse.Namespace) -> dict[str, float]:
    """Open one article after the other, over the whole library, each until it is painted."""
    from PySide6.QtWidgets import QApplication

    window = opened(given.library)
    library = window.session.library
    ids = [row.id for row in library.articles.rows(library.articles.list_keys())]
    step = max(1, len(ids) // SWITCHES)
    far, near = [], []
    for number, article in enumerate(ids[::step]):
        for times, identity in ((far, article), (near, ids[number * step + 1 : number * step + 2])):
            if not identity:
                continue
            begun = time.thread_time()
            window.article.open(identity if isinstance(identity, str) else identity[0])
            window.repaint()
            QApplication.processEvents()
            times.append(time.thread_time() - begun)
    ended(window)
    return {"far": _p95(far), "near": _p95(near), "most": max(far + near) * 1000}


def block(given: argparse.Namespace) -> dict[str, float]:
    """Import pages while a timer of 1 ms beats; give the longest time without a beat."""
    from PySide6.QtCore import QTimer

    from reader.ui.dialogs.taking import Import

    window = opened(given.library)
    gaps: list[tuple[float, float]] = []
    last = [time.perf_counter(), time.thread_time()]

    def beat() -> None:
        now = time.perf_counter(), time.thread_time()
        gaps.append((now[0] - last[0], now[1] - last[1]))
        last[:] = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    pass_time(2000)
    still = max(wall for wall, _ in gaps[5:])
    gaps.clear()
    begun = time.perf_counter()
    window.filing._import(Import([given.files]))
    report = window.filing._report
    while not report.bar.isHidden():
        pass_time(50)
    pass_time(1500)  # what the window does when it learns of the last page
    took = time.perf_counter() - begun
    timer.stop()
    rows = report.rows.rowCount()
    report.close()
    walls = sorted(wall for wall, _ in gaps)
    found = {
        "still": still * 1000,
        "longest": walls[-1] * 1000,
        "second": walls[-2] * 1000,
        "over": float(sum(wall > 0.05 for wall in walls)),
        "own": max(own for _, own in gaps) * 1000,
        "pages": float(rows),
        "took": took,
    }
    ended(window)
    return found


MEASURES = {f.__name__: f for f in (bare, start, keys, switch, block)}


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)] * 1000


# --- carried out and printed ------------------------------------------------------------------


def measured(name: str, *arguments: str) -> dict[str, float]:
    """Take one figure in a fresh process with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        homes = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), home)
        ours = {"QT_QPA_PLATFORM": "offscreen", "JIAOKAN_LANG": "zh_CN", "JIAOKAN_ACTOR": "bench"}
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        done = subprocess.run(
            [sys.executable, str(HERE), "--measure", name, *arguments],
            env=env | homes | ours,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def show(library: Path, folder: Path, pages: int) -> None:
    """Print all figures with their limits."""
    from bench.generate import ARTICLES_A_PAGE, files

    measured("start", "--library", str(library))  # so that the modules are compiled
    rounds = [
        (measured("bare"), measured("start", "--library", str(library))) for _ in range(STARTS)
    ]
    plain = statistics.median(one["painted"] for one, _ in rounds)
    ours = {
        key: statistics.median(two[key] for _, two in rounds)
        for key in ("painted", "rows", "memory")
    }
    print(f"bare window, first paint    {plain * 1000:7.0f} ms of processor time")
    print(f"first paint                 {ours['painted'] / plain:7.2f} times that   (limit 1.6)")
    print(f"rows and last article       {ours['rows'] / plain:7.2f} times that   (limit 3)")
    early = max(two["early"] for _, two in rounds)
    print(f"jieba, sqlite_utils before  {early:7.0f} loaded   (limit 0)")
    print(f"peak memory, no suggestion  {ours['memory']:7.0f} MB   (limit 150)", flush=True)
    found = measured("keys", "--library", str(library))
    print(
        f"key to paint, p95           {found['p95']:7.1f} ms, p50 {found['p50']:.1f}   (limit 16)"
    )
    print(f"first key elsewhere, p95    {found['jump']:7.1f} ms: what was typed is written first")
    print(f"the run of keys saved       {found['saved']:7.1f} ms", flush=True)
    found = measured("switch", "--library", str(library))
    print(f"article switch, p95         {max(found['far'], found['near']):7.1f} ms   (limit 50),"
          f" most {found['most']:.1f}", flush=True)  # fmt: skip
    files(folder / "pages", pages * ARTICLES_A_PAGE, seed=2)
    arguments = ("--library", str(library), "--files", str(folder / "pages"))
    found = measured("block", *arguments)
    print(f"longest block, import       {found['longest']:7.1f} ms, then {found['second']:.1f}"
          f"   (limit 50; {found['over']:.0f} over)")  # fmt: skip
    print(f"  the thread's own time     {found['own']:7.1f} ms; no import: {found['still']:.1f} ms;"
          f" {found['pages']:.0f} pages in {found['took']:.0f} s")  # fmt: skip


def main() -> None:
    """Build or copy a library, and print; or take one figure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--measure", choices=MEASURES)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(MEASURES[given.measure](given)))
        sys.stdout.flush()
        os._exit(0)  # Qt's own end is not what is measured
    from bench.generate import build

    from reader.store import Library

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        if given.library:
            with Library.open(given.library) as library:
                library.backups.copy_to(path)
        else:
            build(path, given.articles)
        show(path, Path(folder), given.pages)


if __name__ == "__main__":
    main()
