"""What the kills of `windowkills.py` come to, act by act."""

from __future__ import annotations

from dataclasses import dataclass, field

FAULTS = ("lost", "half", "unsound", "help", "other", "stray", "late")


@dataclass(slots=True)
class Tally:
    """What the kills of one act came to: how many, how many of them before its end, and faults."""

    kills: int = 0
    midst: int = 0
    told: int = 0
    oldest: tuple[float, float] = (0.0, 0.0)
    faults: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FAULTS, 0))
    said: list[str] = field(default_factory=list)

    def must(self, kind: str, fact: object, said: object = "") -> None:
        """Count a fault and keep what it was, unless the fact is so."""
        if not fact:
            self.faults[kind] += 1
            self.said.append(f"{kind} (kill {self.kills}): {said}"[:300])

    def line(self, act: str) -> str:
        """Give the line of the table."""
        counted = "  ".join(f"{kind} {number}" for kind, number in self.faults.items())
        oldest = "oldest unsaved {:.2f} s, less held up {:.2f} s".format(*self.oldest)
        tail = f"  {oldest}" if act == "typing" else ""
        head = f"{act:11} kills {self.kills:4} (in the midst {self.midst:4})  told {self.told:5}"
        return f"{head}  {counted}{tail}"
