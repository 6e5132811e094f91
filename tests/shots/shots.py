"""Take pictures of the window: python tests/shots/shots.py FOLDER [--compare | --keep]

A library of the five sample pages is opened offscreen in a world that stands still (still.py):
each state of staging.py in both languages, in light and dark, at 1440 x 900 and 1280 x 720; the
dialogs; the two other themes; boards of signs and widgets. ``--compare`` compares the pictures
with those in expected/, names each that differs, outlines it, and ends with 1;
``--keep`` puts the new ones in their place.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
EXPECTED = HERE / "expected"

SIZES = ((1440, 900), (1280, 720))
LANGUAGES = {"zh_CN": "zh", "en": "en"}


class Camera:
    """Writes pictures into a folder; knows which are wanted, and what was taken."""

    def __init__(self, folder, only=""):
        self.folder, self.only = folder, only
        self.taken = []
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, name):
        return self.only in name

    def shoot(self, widget, name):
        if self.wants(name):
            self.save(widget.grab(), name)

    def save(self, pixmap, name):
        path = self.folder / f"{name}.png"
        pixmap.save(str(path))
        self.taken.append(path)


def take(camera, window, states, name):
    """Take the window in each of these states."""
    from staging import settle

    for state, (come, leave) in states.items():
        window.status.tell("")
        come(window)
        settle(window)
        camera.shoot(window, f"{state}-{name}")
        if leave is not None:
            leave(window)
            settle(window)


def take_dialogs(camera, window, dialogs, name):
    """Take each of these dialogs alone."""
    from staging import close, dialog_of, settle

    for state, come in dialogs.items():
        come(window)
        settle(window)
        camera.shoot(dialog_of(window), f"{state}-{name}")
        close(dialog_of(window))


def rounds():
    """Give what is taken of a window: language, theme, size, states, dialogs."""
    from staging import DIALOGS, RARE, STATES

    few = {name: STATES[name] for name in ("main", "differences", "marks", "kinds")}
    for language in LANGUAGES:
        for theme in ("light", "dark"):
            for size in SIZES:
                wide = size == SIZES[0]
                states = STATES
                if (language, theme, wide) == ("zh_CN", "light", True):
                    states = {**STATES, **RARE}
                yield language, theme, size, states, DIALOGS if wide else {}
    for theme in ("sepia", "high-contrast"):
        yield "zh_CN", theme, SIZES[0], few, {}


def take_all(camera, application):
    """Take every picture."""
    import boards
    from staging import library, settle

    from reader.ui import program, theme
    from reader.ui.window import MainWindow

    for language, dressed, size, states, dialogs in rounds():
        os.environ["JIAOKAN_LANG"] = language
        program.prepare(application)
        name = f"{LANGUAGES[language]}-{dressed}-{size[0]}"
        if not any(camera.wants(f"{state}-{name}") for state in (*states, *dialogs)):
            continue
        with tempfile.TemporaryDirectory() as fresh:
            window = MainWindow()
            window.dress(dressed)
            window.resize(*size)
            window.show()
            window.activateWindow()
            window.open_library(library(Path(fresh)))
            settle(window)
            take(camera, window, states, name)
            take_dialogs(camera, window, dialogs, name)
            window.close()
            window.deleteLater()
    for name in theme.THEMES:
        colours = theme.theme(name)
        theme.dress(application, colours)
        for board in (boards.signs, boards.widgets):
            if camera.wants(f"{board.__name__}-{name}"):
                camera.save(board(colours), f"{board.__name__}-{name}")


def colours():
    """Give every colour of tokens.json."""
    from reader.ui import theme

    themes = [set(theme.theme(name).roles.values()) for name in theme.THEMES]
    tags = theme.tokens()["tags"]["palette"]
    return sorted(set().union(*themes, *({tag[name] for name in theme.THEMES} for tag in tags)))


def main():
    """Take the pictures into the folder that is named; compare or keep them."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--compare", action="store_true")
    asked.add_argument("--keep", action="store_true")
    asked.add_argument("--only", default="", help="take only pictures with this in their name")
    wished = asked.parse_args()
    from still import stand_still

    application, home = stand_still()
    camera = Camera(wished.folder, wished.only)
    take_all(camera, application)
    print(f"{len(camera.taken)} pictures in {wished.folder}")
    status = 0
    if wished.keep or wished.compare:
        import comparing

        if wished.keep:
            comparing.keep(camera.taken, EXPECTED, colours(), whole=not wished.only)
        else:
            status = comparing.compare(camera.taken, EXPECTED, whole=not wished.only)
    home.cleanup()
    return status


if __name__ == "__main__":
    raise SystemExit(main())
