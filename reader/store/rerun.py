"""Run the engine again over a page of the library: what would change, and doing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import ENGINE
from reader.store.foresee import foresee
from reader.store.parts import Comparing
from reader.store.redraft import Redraft
from reader.store.reseam import Reseaming
from reader.store.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.drafts import PageDraft
    from reader.store.parts import Compared
    from reader.store.proposed import PageChanges
    from reader.store.reseam import Reseamed
    from reader.store.standing import Standing
    from reader.store.wishing import OpenWish


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done on a page, and the same told in facts."""

    comparing: Comparing
    compared: Compared
    seams: Sequence[Reseamed]
    changes: PageChanges


class Rerun(Verdicts, Redraft):
    """The manager of second readings. It remembers what people did: one for each look."""

    def plan(self, page: Standing, draft: PageDraft) -> Plan:
        """Compare a page with a new draft of it; nothing is written."""
        comparing = Comparing(page, draft)
        compared = comparing.compare()
        seams = Reseaming(comparing, compared, self._ledger).changes()
        return Plan(comparing, compared, seams, foresee(comparing, compared, seams))

    def sign(self, wish: OpenWish) -> None:
        """Let the journal name the engine as the one whose wish this is."""
        wish.actor = ENGINE
        self._connection.execute("UPDATE wish SET actor = ? WHERE key = ?", (ENGINE, wish.key))

    def follow(self, plan: Plan, wish: OpenWish) -> None:
        """Carry out what was planned; the page must stand as it did then."""
        self.carry_out(plan.comparing, plan.compared, plan.seams, wish)
