"""The grammar: rules read from the files in texts, and one page's speech drawn from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

TEXTS = Path(__file__).parent / "texts"
PLACES = ("university", "school", "factory", "hospital", "village", "street", "army")
ERAS = ("old", "mid", "new")
SLOT = re.compile(r"\{([^{}]+)\}")
POINT = re.compile(r"(?<=[一二三四五六七八九])\.(?=[一二三四五六七八九])")
TWO = re.compile(r"(?<![十百千第零期])二(?=[个名次台条天年人件])")
NUMERALS = "零一二三四五六七八九"
Rules = dict[str, list[str]]


@dataclass(slots=True)
class Sort:
    """A sort of article: where and when it is printed, and what may be said in its parts."""

    name: str
    tags: frozenset[str]
    parts: dict[str, list[str]] = field(default_factory=dict)

    def fits(self, place: str, era: str) -> bool:
        """Tell whether a paper of that place and time prints such articles."""
        places, eras = self.tags & set(PLACES), self.tags & set(ERAS)
        return (not places or place in places) and (not eras or era in eras)


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Read the phrases: ``@name`` begins a rule, each line (or part between |) is a choice."""
    found: Rules = {}
    for path in sorted(TEXTS.glob("words_*.txt")):
        choices: list[str] = []
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("@"):
                choices = found.setdefault(line[1:].strip(), [])
            elif line.strip() and not line.startswith("//"):
                choices.extend(line.split("|"))
    return found


@lru_cache(maxsize=1)
def sorts() -> dict[str, Sort]:
    """Read the sorts of articles: ``== name tags``, then lines of a letter and a sentence."""
    found: dict[str, Sort] = {}
    for path in sorted(TEXTS.glob("sorts_*.txt")):
        sort = Sort("", frozenset())
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("=="):
                name, *tags = line[2:].split()
                sort = found.setdefault(name, Sort(name, frozenset(tags)))
            elif line.strip():
                letter, _, said = line.partition(" ")
                sort.parts.setdefault(letter, []).extend(said.split("|"))
    for sort in found.values():
        _bind(sort)
    return found


def _bind(sort: Sort) -> None:
    """Let headline and lead speak of the same numbers and things: bind the slots of both."""
    heads = [said for letter in "KTS" for said in sort.parts.get(letter, ())]
    leads = sort.parts.get("L", [])
    for slot in {match[1] for said in heads for match in SLOT.finditer(said)}:
        if "!" in slot or not (slot[0] in "#%" or slot in ("noun", "thing", "span", "money")):
            continue
        plain, bound = f"{{{slot}}}", f"{{{slot}!{slot}}}"
        if any(said.count(plain) == 1 for said in leads):
            for letter in "KTSL":
                sort.parts[letter] = [
                    said.replace(plain, bound) if said.count(plain) == 1 else said
                    for said in sort.parts.get(letter, ())
                ]


def numeral(number: int) -> str:
    """Write a number below ten thousand in Chinese numerals."""
    if number == 0:
        return NUMERALS[0]
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += (NUMERALS[0] if gap and out else "") + NUMERALS[digit] + name
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if out.startswith("一十") else out


@dataclass(slots=True)
class Speech:
    """What one page says: it binds words for an article and avoids saying a thing twice."""

    rng: random.Random
    place: str
    era: str
    hanzi: bool
    page: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def tags(self) -> tuple[str, ...]:
        """Give the endings of rules that hold here."""
        edu = ("edu",) if self.place in ("university", "school") else ("work",)
        return (self.place, self.era, *edu)

    def fresh(self) -> None:
        """Begin another article: what was bound is free again."""
        self.kept = {}

    def choices(self, rule: str) -> list[str]:
        """Give what a rule offers here: the words of the place mostly, the common ones too."""
        known = rules()
        own = [said for tag in self.tags for said in known.get(f"{rule}.{tag}", ())]
        common = known.get(rule, [])
        if own and (not common or self.rng.random() < 0.75):
            return own
        if not common:
            raise KeyError(rule)
        return common

    def pick(self, choices: list[str]) -> str:
        """Draw one of the choices, one not yet used on this page where there is such a one."""
        said = self.rng.choice(choices)
        for _ in range(8):
            if said not in self.used:
                break
            said = self.rng.choice(choices)
        if len(said) > 7 or said.endswith("。"):
            self.used.add(said)
        return said

    def say(self, rule: str) -> str:
        """Draw from a rule and fill it; no name that a known person bears."""
        said = self.fill(self.pick(self.choices(rule)))
        while rule == "name" and said in rules()["taken"]:
            said = self.fill(self.pick(self.choices(rule)))
        return said

    def fill(self, said: str) -> str:
        """Put words into the slots of a sentence."""
        said = SLOT.sub(self._slot, said).replace("队队", "队")
        return POINT.sub("点", TWO.sub("两", said))

    def _slot(self, match: re.Match[str]) -> str:
        name, bang, key = match[1].partition("!")
        if name.startswith("~"):
            return self.say(name[1:]) if self.rng.random() < 0.5 else ""
        if name in self.page:
            return self.page[name]
        draw: Callable[[], str] = lambda: self._number(name) if name[0] in "#%" else self.say(name)  # noqa: E731
        if not bang:
            return draw()
        if (bound := f"{name if name[0] not in '#%' else ''}!{key}") not in self.kept:
            word = draw()
            for _ in range(4):
                if word not in self.kept.values():
                    break
                word = draw()
            self.kept[bound] = word
        return self.kept[bound]

    def _number(self, name: str) -> str:
        low, high = name[1:].split("-")
        number = self.rng.randint(int(low), int(high))
        if name[0] == "%" or (self.hanzi and number < 100):
            return numeral(number)
        return str(number)
