"""How what a killed window left is judged; what is promised is said in `windowkills.py`."""

from __future__ import annotations

import itertools
import shutil
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from bench.windowacts import FIRST, REPLACED, TURNS, WISHES, typed
from bench.windowdesk import OLD, PARAGRAPH, Desk, limit
from bench.windowlooks import by_file, contents, state, texts, unsound, version, wishes
from bench.windowtally import Tally

from reader.errors import LibraryError
from reader.store import schema

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from bench.windowdesk import Stock, Told

LATEST = 1.0
"""Seconds of typing that may not be acknowledged."""
WAITS = 0.8
"""Seconds that the program itself lets pass before it writes what is typed."""


class Killed(ABC):
    """Kills the windows of one act; how each kind is judged is in the kinds below."""

    def __init__(self, act: str, stock: Stock, dice: random.Random) -> None:
        self.act, self.dice, self.tally, self.only = act, dice, Tally(), stock.only
        self.ready = stock.desk(act)
        self.work, self.seen = (Desk(stock.folder / name, stock.forge) for name in ("work", "seen"))
        self.seed = dice.randrange(1 << 30)
        self.prepare()
        self.span = self.undisturbed()

    def prepare(self) -> None:  # noqa: B027 - most acts need nothing
        """Lay ready what differs from kill to kill."""

    def lay(self) -> None:
        """Lay what the next window finds."""
        self.work.like(self.ready)

    def undisturbed(self) -> float:
        """Carry the act out once, and learn how it ends; give how many seconds it took."""
        self.lay()
        done = self.work.window(self.act, "--seed", self.seed, "--witness", "--writes", 0)
        if done.help_needed:
            raise RuntimeError(f"{self.act}: {done.help_needed}")
        self.learn(done)
        self.changes, self.writes = done.changes, done.all("writes")[0]
        return float(done.all("end")[0][0]) - float(done.all("ready")[0][0])

    def once(self) -> None:
        """Kill one window, look, and let another carry the act out again."""
        self.lay()
        try:
            self.kill_and_look()
        except (
            LibraryError,
            LookupError,
        ) as error:  # what cannot be opened cannot be looked at any further
            self.tally.must("unsound", fact=False, said=error)

    def kill_and_look(self) -> None:
        """Count what is not as it must be."""
        moment = limit(self.dice, self.span, self.changes, self.writes, self.only)
        told = self.work.window(self.act, "--seed", self.seed, limit=moment)
        self.tally.kills += 1
        self.tally.midst += not told.ended
        self.tally.must("help", told.all("ready"), f"the first window: {told.lines[:3]}")
        self.seen.like(self.work)
        self.tally.must("unsound", not (why := unsound(self.seen.library)), why)
        step = self.look(told)
        again = self.work.window(self.act, "--seed", self.seed, "--step", step)
        self.tally.must("help", not again.help_needed, again.help_needed)
        self.tally.must("unsound", not (why := unsound(self.work.library)), f"again: {why}")
        left = self.work.strays(*self.ours())
        self.tally.must("stray", not left, left)
        self.look_again()

    def ours(self) -> list[Path]:
        """Give what may lie there besides the library and its backups."""
        return []

    @abstractmethod
    def learn(self, done: Told) -> None:
        """Keep how it stands after an act that nobody disturbed."""

    @abstractmethod
    def look(self, told: Told) -> int:
        """Look at what was left; give from which step on it is to be done again."""

    @abstractmethod
    def look_again(self) -> None:
        """Look whether it stands now as undisturbed."""


class Typing(Killed):
    """Keys: what was told is there, in one run from the first on."""

    def learn(self, done: Told) -> None:
        """Know how all keys read: that needs no window."""
        self.keys = len(done.all("typed"))
        self.must_read(self.work, self.keys)

    def must_read(self, desk: Desk, keys: int) -> bool:
        """Tell whether it reads as after so many keys."""
        return texts(desk.library) == typed([PARAGRAPH] * 3, self.seed, keys)

    def look(self, told: Told) -> int:
        """Look which keys are there, and how old the first is that was not told as saved."""
        there = sum(FIRST <= ord(c) < FIRST + self.keys for c in "".join(texts(self.seen.library)))
        saved = max((int(line[0]) for line in told.all("saved")), default=0)
        self.tally.told += saved
        self.tally.must("lost", there >= saved, f"{saved} saved, {there} there")
        self.tally.must(
            "half", self.must_read(self.seen, there), f"{there} keys, and not the first"
        )
        for key, at in told.all("typed")[saved:][:1]:
            assert told.killed is not None
            age = told.killed - float(at)
            less = age - told.held_up_since(float(at) + WAITS)
            self.tally.oldest = max(self.tally.oldest, (age, less))
            self.tally.must("late", less <= LATEST, f"key {key}: {age:.3f} s, {less:.3f} s")
        return there

    def look_again(self) -> None:
        """All keys read as they would have."""
        self.tally.must("other", self.must_read(self.work, self.keys), texts(self.work.library))


class Wishes(Killed):
    """Wishes one after the other: those that were told are there, and at most one more."""

    def learn(self, done: Told) -> None:
        """Keep how it stands after each wish."""
        self.states = [state(self.ready.library), *(line[1] for line in done.all("state"))]
        wishes = {"paragraphs": WISHES, "turns": len(TURNS), "replace": len(REPLACED)}[self.act]
        assert len(self.states) > wishes
        assert all(one != other for one, other in itertools.pairwise(self.states))

    def look(self, told: Told) -> int:
        """Find after which wish it stands."""
        known = max((int(line[0]) for line in told.all("told")), default=0)
        self.tally.told += known
        now = state(self.seen.library)
        if now == self.states[known]:
            return known
        if self.states[known + 1 : known + 2] == [now]:
            return known + 1
        earlier = now in self.states[:known]
        self.tally.must("lost" if earlier else "half", fact=False, said=f"{known} were told")
        return self.states.index(now) if now in self.states else known

    def look_again(self) -> None:
        """It stands as after the last wish."""
        self.tally.must("other", state(self.work.library) == self.states[-1], "after all wishes")


class Import(Killed):
    """Files: each is there as a whole, with its step of the journal, or not at all."""

    def learn(self, done: Told) -> None:
        """Keep how each file exports."""
        self.files = by_file(self.work.library)
        assert len(self.files) == len(done.all("told")) == wishes(self.work.library)

    def look(self, told: Told) -> int:
        """Compare each file that is there."""
        there = by_file(self.seen.library)
        named = {line[0] for line in told.all("told")}
        self.tally.told += len(named)
        self.tally.must("lost", named <= set(there), named - set(there))
        odd = [name for name, digest in there.items() if self.files.get(name) != digest]
        self.tally.must("half", not odd, odd)
        steps = wishes(self.seen.library)
        self.tally.must("half", steps == len(there), f"{len(there)} files, {steps} wishes")
        return 0

    def look_again(self) -> None:
        """All files are there."""
        self.tally.must("other", by_file(self.work.library) == self.files, "after the import")


class Export(Killed):
    """Files of an export: each old or new; anew, over an older folder, over an older file."""

    TRIED = (("corpus", "txt"), ("old", "txt"), ("old.jsonl", "jsonl"))

    def prepare(self) -> None:
        """Nothing has been exported yet."""
        self.new: list[dict[str, bytes]] = []
        self.old = [contents(self.ready.folder / "kept" / name) for name, _ in self.TRIED]

    @property
    def turn(self) -> int:
        """Give which of the three ways is tried."""
        return (len(self.new) if len(self.new) < len(self.TRIED) else self.tally.kills) % 3

    def lay(self) -> None:
        """Lay the older export there, or none."""
        super().lay()
        self.at = self.turn
        name, form = self.TRIED[self.at]
        self.out = self.work.folder / "out" / name
        kept = self.work.folder / "kept"
        self.out.parent.mkdir()
        for one in kept.glob(name):
            shutil.move(one, self.out)
        (self.work.folder / "export.txt").write_text(f"{form}\n{self.out}", "utf-8")

    def undisturbed(self) -> float:
        """Export in each of the ways."""
        return max([Killed.undisturbed(self) for _ in self.TRIED])

    def learn(self, _done: Told) -> None:
        """Keep the bytes."""
        self.new.append(contents(self.out))
        assert self.new[-1] != self.old[self.at]

    def ours(self) -> list[Path]:
        """Give the place of the export."""
        return [self.out]

    def look(self, told: Told) -> int:
        """Compare each file that is there."""
        old, new = self.old[self.at], self.new[self.at]
        there = contents(self.seen.folder / "out" / self.out.name)
        self.tally.told += len(told.all("told"))
        self.tally.must("lost", there == new or not told.all("told"), sorted(there))
        odd = [
            name
            for name, data in there.items()
            if not name.endswith(".tmp") and data not in (old.get(name), new.get(name))
        ]
        self.tally.must("half", not odd, odd)
        return 0

    def look_again(self) -> None:
        """Just the bytes that are to be, and no other file."""
        there = contents(self.out)
        odd = [n for n in {*there, *self.new[self.at]} if there.get(n) != self.new[self.at].get(n)]
        self.tally.must("other", not odd, odd)


class Copy(Killed):
    """A copy to a file: whole or not there."""

    def learn(self, _done: Told) -> None:
        """The library stays what it is; the copy is the same."""
        self.wanted = state(self.ready.library)
        assert self.copies(self.work)

    def copies(self, desk: Desk) -> list[Path]:
        """Give the copies that are there."""
        return list((desk.folder / "copies").glob("copy.db"))

    def ours(self) -> list[Path]:
        """Give the copy."""
        return self.copies(self.work)

    def look(self, told: Told) -> int:
        """Look into the copies that are there."""
        there = self.copies(self.seen)
        self.tally.told += len(told.all("told"))
        self.tally.must("lost", there or not told.all("told"), "no copy")
        self.whole("half", there)
        return 0

    def whole(self, kind: str, copies: list[Path]) -> None:
        """Each copy must be sound, and hold what the library holds."""
        for copy in copies:
            why = unsound(copy) or ("" if state(copy) == self.wanted else "it differs")
            self.tally.must(kind, not why, f"{copy.name}: {why}")

    def look_again(self) -> None:
        """There is just one."""
        there = self.copies(self.work)
        self.tally.must("other", len(there) == 1, there)
        self.tally.must("other", state(self.work.library) == self.wanted, "the library")
        self.whole("other", there)


class Backup(Copy):
    """The backup that the window makes by itself."""

    def copies(self, desk: Desk) -> list[Path]:
        """Give the copies on the shelf."""
        return desk.shelf()


class Restore(Killed):
    """A restore: the library of before or that of the backup, and what was there is kept."""

    def learn(self, _done: Told) -> None:
        """Keep both states."""
        self.old, self.new = state(self.ready.library), state(self.work.library)
        assert self.old != self.new

    def look(self, told: Told) -> int:
        """It is the one or the other."""
        now, done = state(self.seen.library), bool(told.all("told"))
        self.tally.told += done
        self.tally.must("lost", now == self.new or not done, "it was told as restored")
        self.tally.must("half", now in (self.old, self.new), "neither the one nor the other")
        kept = [state(copy) for copy in self.seen.shelf()]
        self.tally.must("lost", now == self.old or self.old in kept, "what was there is not kept")
        self.tally.must("half", set(kept) <= {self.old, self.new}, "a copy on the shelf")
        return 0

    def look_again(self) -> None:
        """It is what the backup holds, and what was there at the first is on the shelf."""
        self.tally.must("other", state(self.work.library) == self.new, "after the restore")
        self.tally.must("other", self.old in map(state, self.work.shelf()), "not kept")


class Migration(Killed):
    """A library of an older version: of that or of the newest, as a whole."""

    def learn(self, _done: Told) -> None:
        """What it holds is the same before and after."""
        self.wanted = state(self.ready.library)
        assert version(self.ready.library) == OLD
        self.must_be_new("other", self.work)

    def must_be_new(self, kind: str, desk: Desk) -> None:
        """It is of the newest version, and of the older there is a copy."""
        self.tally.must(kind, version(desk.library) == schema.VERSION, "it is not up to date")
        kept = [copy for copy in desk.shelf() if version(copy) == OLD]
        self.tally.must(kind, len(kept) == 1, f"{len(kept)} copies of before")
        self.tally.must(kind, all(state(copy) == self.wanted for copy in kept), "the copy differs")

    def look(self, told: Told) -> int:
        """It is of the one version or the other."""
        done, now = bool(told.all("told")), version(self.seen.library)
        self.tally.told += done
        self.tally.must("lost", now == schema.VERSION or not done, f"of version {now}")
        self.tally.must("half", now in (OLD, schema.VERSION), f"of version {now}")
        self.tally.must("half", state(self.seen.library) == self.wanted, "its texts differ")
        if now == schema.VERSION:
            self.must_be_new("lost", self.seen)
        return 0

    def look_again(self) -> None:
        """It is up to date, and holds what it held."""
        self.tally.must("other", state(self.work.library) == self.wanted, "its texts differ")
        self.must_be_new("other", self.work)


KINDS: dict[str, type[Killed]] = {
    "import": Import,
    "typing": Typing,
    "paragraphs": Wishes,
    "replace": Wishes,
    "turns": Wishes,
    "export": Export,
    "copy": Copy,
    "backup": Backup,
    "restore": Restore,
    "migration": Migration,
}
