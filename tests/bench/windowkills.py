"""Kill the window in the midst of each of its acts, and count what was told as done and is lost.

    python tests/bench/windowkills.py --kills 20 [--act typing,import] [--articles 20] [--seed 1]

The program runs as a person starts it, in a process of its own (offscreen). That is forked from one
that has loaded Qt and the program (`windowforge.py`); with `--fresh` each loads all itself. A hand
inside it (`windowacts.py`) sets an act off, and the process gets SIGKILL: one in five times
after a random time, one in five just after one of its files was seen to change, and three from
itself just before it writes to one (`windowwrites.py`), since most of an act's time goes where
nothing is written. What then lies there is looked at in a copy,
before anything opens it:

* lost: something that the window had told as done is not there;
* half: something that it had not told is there in part. Of wishes (paragraphs, replace, turns) just
  those that were told are there, or one more; of typing a run of keys from the first on; of an
  import whole files; of a backup or a copy the whole or nothing; of a restore or a migration the
  library of before or that of after, and what it was before among the backups;
  of an export each file as it was or as it is to be, but for names that end in `.tmp`;
* unsound: `check` finds something.

Then a second window opens what was left. It must write without being asked, and carries the act
out again, from the wish or key on that is not there; it is closed, and then it must all stand as
after an act that nobody disturbed (other): what the library exports, where its journal stands,
the bytes of an export or a copy's contents. Nothing may lie beside the library, its backups, its
copies and the exports (stray), nor a piece of the settings.

late: a key that was not told as saved, and is older than a second. Its age runs from the moment
before the program handles it, on the clock (CLOCK_MONOTONIC) of the whole machine, to the moment
before the signal is sent. Taken out is only for how long the window's thread could run and the
system ran others (`/proc/PID/schedstat`, looked at every 10 ms), and of that only what came after
the 0.8 s that the program itself lets pass before it writes: until then it has nothing to do, and
who is not let run loses nothing by it. A wait that still lasts at the signal is not taken out, nor
is waiting for the disk, for a lock or for the window's own work; without that file nothing is. Both
figures are printed: the oldest key that was not saved, as the clock says and less that.

Nothing is told here of power that fails: what was written and not synced survives SIGKILL.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.windowdesk import Stock
from bench.windowforge import Forge, Fresh
from bench.windowjudges import KINDS


def main() -> int:
    """Kill, and print a line for each act; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=20, help="of each act")
    parser.add_argument("--act", default=",".join(KINDS), help=", ".join(KINDS))
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fresh", action="store_true", help="load the program for each window")
    parser.add_argument("--only", default="", help="at calls named so: library.db:pwrite")
    parser.add_argument("--first", action="store_true", help="end an act at its first fault")
    given = parser.parse_args()
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "JIAOKAN_LANG": "en",
        "JIAOKAN_ACTOR": "甲",
        "SOURCE_DATE_EPOCH": "1",
    }
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        forge = Fresh() if given.fresh else Forge()
        stock = Stock(Path(folder), given.articles, forge, given.only)
        for act in given.act.split(","):
            killed = KINDS[act](act, stock, random.Random(f"{given.seed}:{act}"))
            while killed.tally.kills < given.kills and not (given.first and killed.tally.said):
                killed.once()
            faults += len(killed.tally.said)
            print(killed.tally.line(act), flush=True)
            for said in killed.tally.said[:5]:
                print("   ", said)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
