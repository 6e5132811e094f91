"""Run commands inside this process, with a home of their own, and see what they print."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting import take_in

from reader import cli
from reader.model import IssueFacts
from reader.store import Library, Mode

if TYPE_CHECKING:
    from pathlib import Path

PAGES = (
    "#会议日报\n\n=工作会议召开\n\n新泾镇工作\n会议召开。\n\n第二段说别的\\\t。\n\n=春游\n\n大家去春游。",
    "=夏天\n\n夏天开了会，\n会很短。",
)

_filled: list[tuple[list[str], bytes]] = []


@dataclass(frozen=True, slots=True)
class Done:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.splitlines()]

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def jsons(self):
        return [json.loads(line) for line in self.out.splitlines()]


class Home:
    """A home with a library path; called with the words of a command."""

    def __init__(self, folder: Path, monkeypatch, capsys) -> None:
        self.folder = folder
        self.library = folder / "library.db"
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.set(
            HOME=folder,
            XDG_DATA_HOME=folder / "data",
            XDG_CONFIG_HOME=folder / "config",
            JIAOKAN_LIBRARY=self.library,
            JIAOKAN_ACTOR="王",
            JIAOKAN_LANG="en",
        )

    def set(self, **variables) -> None:
        for name, value in variables.items():
            self._monkeypatch.setenv(name, str(value))

    @property
    def data(self) -> Path:
        return self.folder / "data" / "jiaokan"

    def fill(self) -> list[str]:
        """Take in two issues of three articles without the engine; give the articles' ids."""
        if _filled:  # made once: its bytes are as good as new
            ids, data = _filled[0]
            self.library.write_bytes(data)
            return ids
        with Library.open(self.library, Mode.CREATE, actor="王") as library:
            for number, text in enumerate(PAGES, 1):
                facts = IssueFacts(
                    title="社区晨报", date=f"2025-0{number}", date_sure=True, page=number
                )
                take_in(library, text, name=f"p{number}.txt", facts=facts)
            library.index.catch_up()
            ids = [row.id for row in library.articles.rows()]
        _filled.append((ids, self.library.read_bytes()))
        return ids

    def __call__(self, *words: object) -> Done:
        self._capsys.readouterr()
        status = cli.run([str(word) for word in words])
        printed = self._capsys.readouterr()
        return Done(status, printed.out, printed.err)

    def printed(self) -> str:
        """Give what stands on stderr since the last command."""
        return self._capsys.readouterr().err

    def good(self, *words: object) -> Done:
        """Run a command that must do well, and quietly."""
        done = self(*words)
        assert (done.status, done.err) == (0, ""), done
        return done

    def bad(self, status: int, *words: object) -> str:
        """Run a command that must end with a status and one line; give the line."""
        done = self(*words)
        assert done.status == status, done
        assert done.err.startswith("jiaokan: ")
        assert done.err.count("\n") == 1
        assert "Traceback" not in done.err
        return done.err
