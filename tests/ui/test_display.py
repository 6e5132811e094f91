"""Displays: whatever the environment says, a window, or one sentence and status 4."""

import os
import socket
import struct
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.errors import NoWindowError
from reader.ui import display, start

pytestmark = pytest.mark.window

_RUN = "import sys; from reader.ui import run; sys.exit(run(None))"
_CHOOSE = (
    "import os; from reader.ui import display, start; display.choose(start._plugins);"
    "print(os.environ.get('QT_QPA_PLATFORM', ''))"
)


def fresh(home, code, **environment):
    """Run code in a fresh process whose environment has nothing but what is said."""
    base = {"PATH": "", "HOME": str(home), "PYTHONUTF8": "1", "JIAOKAN_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-c", code],
        env=base | environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def served(server, answer):
    """Answer every connection of a listening socket in a thread."""

    def serve():
        while True:
            try:
                line, _ = server.accept()
            except OSError:
                return
            with line:
                answer(line)

    server.listen()
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


def welcome(line):
    """Greet as an X server without a screen."""
    line.recv(4096)
    facts = struct.pack(
        "=IIIIHHBBBBBBBB4x", 0, 1 << 21, 0xFFFF, 0, 0, 65535, 0, 0, 0, 0, 32, 32, 8, 255
    )
    line.sendall(struct.pack("=BxHHH", 1, 11, 0, len(facts) // 4) + facts)
    line.recv(4096)


@pytest.fixture
def x_server():
    """Give the name of an X display that greets."""
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    with served(server, welcome):
        yield f"127.0.0.1:{server.getsockname()[1] - 6000}"


def event(who, what, body=b""):
    return struct.pack("=II", who, (8 + len(body)) << 16 | what) + body


def globe(name):
    text = name.encode() + b"\0"
    text += b"\0" * (-len(text) % 4)
    return event(2, 0, struct.pack("=II", 1, len(name) + 1) + text + struct.pack("=I", 4))


def compositor(*pieces):
    """Make an answer that sends these pieces to the two requests of the program."""

    def answer(line):
        assert len(line.recv(4096)) == 24
        for piece in pieces:
            line.sendall(piece)

    return answer


_DONE = event(3, 0, struct.pack("=I", 1))

# --- one sentence and status 4, each in a fresh process -----------------------------------

_NO_DISPLAY = "no display was found"
_NO_WINDOW = "no window can stand on a display of the kind"
_DEAD = {"DISPLAY": ":97531"}

REFUSED = [
    ({}, _NO_DISPLAY),
    ({"DISPLAY": ""}, _NO_DISPLAY),
    (_DEAD, _NO_DISPLAY),
    ({"WAYLAND_DISPLAY": "gone"}, _NO_DISPLAY),
    ({"WAYLAND_DISPLAY": ""}, _NO_DISPLAY),
    ({"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/nowhere"}, _NO_DISPLAY),
    ({"WAYLAND_DISPLAY": "/nowhere/gone"}, _NO_DISPLAY),
    ({"WAYLAND_DISPLAY": "gone"} | _DEAD, _NO_DISPLAY),
    ({"WAYLAND_SOCKET": "97531", "WAYLAND_DISPLAY": "gone"}, _NO_DISPLAY),
    ({"WAYLAND_SOCKET": "x", "QT_QPA_PLATFORM": "wayland"}, _NO_DISPLAY),
    ({"XDG_SESSION_TYPE": "wayland"}, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "wayland"}, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "gone"} | _DEAD, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "wayland;xcb", "WAYLAND_DISPLAY": "gone"} | _DEAD, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "wayland-egl:x"}, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "xcb"}, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "xcb:foo"} | _DEAD, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "XCB"} | _DEAD, _NO_DISPLAY),
    ({"QT_QPA_PLATFORM": "eglfs"}, f"{_NO_WINDOW} eglfs"),
    ({"QT_QPA_PLATFORM": "eglfs:foo"} | _DEAD, f"{_NO_WINDOW} eglfs:foo"),
    ({"QT_QPA_PLATFORM": "linuxfb"}, f"{_NO_WINDOW} linuxfb"),
    ({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/nowhere"}, f"{_NO_WINDOW} linuxfb"),
    ({"QT_QPA_PLATFORM": "minimalegl"}, f"{_NO_WINDOW} minimalegl"),
    ({"QT_QPA_PLATFORM": "vkkhrdisplay"}, f"{_NO_WINDOW} vkkhrdisplay"),
    ({"QT_QPA_PLATFORM": "unheard-of"}, f"{_NO_WINDOW} unheard-of"),
    ({"QT_QPA_PLATFORM": "two\nlines"}, f"{_NO_WINDOW} two lines"),
    ({"QT_QPA_PLATFORM": ";"}, f"{_NO_WINDOW} ;"),
    ({"QT_QPA_PLATFORM": "eglfs;xcb"} | _DEAD, f"{_NO_WINDOW} eglfs"),
    ({"QT_QPA_PLATFORM": "offscreen:configfile=/nowhere"}, f"{_NO_WINDOW} offscreen:config"),
    ({"QT_QPA_PLATFORM": "vnc:depth=7"}, f"{_NO_WINDOW} vnc:depth=7"),
]  # fmt: skip


@pytest.mark.parametrize(("environment", "said"), REFUSED)
def test_no_window_is_one_sentence_and_status_4(home, environment, said):
    done = fresh(home, _RUN, **environment)
    assert (done.returncode, done.stdout) == (4, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"jiaokan: no window: {said}")


@pytest.mark.parametrize(
    ("library", "environment"),
    [
        ("libxcb-cursor.so.0", {"QT_QPA_PLATFORM": "xcb"}),
        ("libxcb-cursor.so.0", {"WAYLAND_DISPLAY": "gone"}),
        ("libxcb.so.1", {}),
        ("libxkbcommon.so.0", {"QT_QPA_PLATFORM": "offscreen"}),
        ("libfontconfig.so.1", {"QT_QPA_PLATFORM": "offscreen"}),
        ("libEGL.so.1", {"QT_QPA_PLATFORM": "minimal"}),
    ],
)
def test_a_missing_library_is_named_with_what_to_install(
    home, tmp_path, x_server, library, environment
):
    (tmp_path / library).write_bytes(b"")
    done = fresh(home, _RUN, **environment, DISPLAY=x_server, LD_LIBRARY_PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (4, "")
    (line,) = done.stderr.splitlines()
    assert library in line
    assert "libxcb-cursor0" in line


# --- what is taken ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "taken"),
    [
        ({}, ""),
        ({"WAYLAND_DISPLAY": "gone"}, "xcb"),
        ({"XDG_SESSION_TYPE": "wayland"}, "xcb"),
        ({"QT_QPA_PLATFORM": "wayland"}, "xcb"),
        ({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "gone"}, "xcb"),
        ({"QT_QPA_PLATFORM": "wayland;xcb:nograb"}, "xcb:nograb"),
        ({"QT_QPA_PLATFORM": "eglfs;xcb"}, "xcb"),
        ({"QT_QPA_PLATFORM": "xcb:foo"}, "xcb:foo"),
    ],
)
def test_an_x_display_that_works_is_taken(home, x_server, environment, taken):
    done = fresh(home, _CHOOSE, **environment, DISPLAY=x_server)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, taken, "")


@pytest.mark.parametrize(
    "platform", ["offscreen", "offscreen:enable_fonts", "minimal", "vnc:size=800x600"]
)
def test_what_needs_no_display_is_left_as_it_is(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.delenv("DISPLAY", raising=False)
    display.choose(start._plugins)
    assert os.environ["QT_QPA_PLATFORM"] == platform


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_a_display(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("QT_QPA_PLATFORM", "unheard-of")
    display.choose(start._plugins)


@pytest.fixture
def wayland(monkeypatch, tmp_path):
    """Give what serves a compositor that answers with pieces."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_SOCKET", raising=False)
    monkeypatch.setattr(display, "_PATIENCE", 0.2)

    def serve(*pieces):
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(tmp_path / "w"))
        return served(server, compositor(*pieces))

    return serve


def test_a_compositor_that_answers_is_taken(wayland):
    told = globe("wl_shm") + globe("wl_compositor") + _DONE
    with wayland(told[:5], told[5:40], told[40:]):
        display.choose(start._plugins)
    assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.parametrize(
    "pieces", [(), (globe("wl_compositor"),), (globe("wl_shm"), _DONE), (b"\0" * 8,)]
)
def test_what_is_no_compositor_is_not_taken(wayland, pieces):
    with wayland(*pieces), pytest.raises(NoWindowError) as caught:
        display.choose(start._plugins)
    assert caught.value.subject == "display"


def test_a_connection_that_was_handed_down_is_believed(monkeypatch):
    ours, other = socket.socketpair()
    with ours, other:
        monkeypatch.setenv("WAYLAND_SOCKET", str(ours.fileno()))
        monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
        display.choose(start._plugins)


def test_a_plugin_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(NoWindowError) as caught:
        display.choose(lambda: tmp_path)
    assert caught.value.facts["says"] == "libqoffscreen.so"


def test_the_plugins_of_another_qt_are_left(monkeypatch, tmp_path):
    other, methods = tmp_path / "qt", tmp_path / "methods"
    (other / "platforms").mkdir(parents=True)
    methods.mkdir()
    monkeypatch.setenv("QT_PLUGIN_PATH", os.pathsep.join([str(other), str(methods)]))
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(other))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    display.choose(start._plugins)
    assert os.environ["QT_PLUGIN_PATH"] == str(methods)
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ
