"""Headlines: which lines stand above an article, and where a title is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

    from gazettes.gazette_grammar import Teller

# Shapes of headlines of news: how often, and what stands in them. F is the fact, V a slogan or
# couplet, D a short title, I the line above, U the line below; the letter before it is its kind.
_NEWS = (
    (38, "TF"),
    (10, "KI TF"),
    (13, "TV SF"),
    (5, "KF TV"),
    (5, "KI TV SF"),
    (9, "TF SU"),
    (4, "KI TF SU"),
    (2, "KI TF SU SU"),
    (6, "TD"),
    (4, "TD SF"),
    (3, "TV SF SU"),
    (2, "KV TF"),
)
_OTHER = ((60, "TF"), (10, "KI TF"), (12, "TF SU"), (10, "TD"), (4, "TD SU"), (3, "KI TD"))
_RULES = {"F": "题", "I": "引", "U": "副", "D": "短"}
_KINDS = {"K": "kicker", "T": "title", "S": "subtitle"}


class Head(NamedTuple):
    """A line of a headline: its kind, and its text in one or more printed lines."""

    kind: str
    lines: tuple[str, ...]
    joint: str = ""

    @property
    def text(self) -> str:
        """Give the text as it reads."""
        return self.joint.join(self.lines)


def _drawn(rng: random.Random, shapes: tuple[tuple[int, str], ...]) -> str:
    return rng.choices([name for _, name in shapes], [often for often, _ in shapes])[0]


def make_heads(teller: Teller, kind: str, measure: int, *, news: bool) -> list[Head]:
    """Make the headline of an article of `kind` whose titles hold `measure` ems."""
    rng = teller.rng
    shape = _drawn(rng, _NEWS if news else _OTHER)
    heads: list[Head] = []
    seen: set[str] = set()
    for part in shape.split():
        told = _told(teller, kind, part[1])
        if told and told not in seen:
            seen.add(told)
            heads.append(break_head(rng, _KINDS[part[0]], told, measure))
    if not any(head.kind == "title" for head in heads):
        if heads:
            heads[-1] = heads[-1]._replace(kind="title")
        else:
            heads = [break_head(rng, "title", _told(teller, kind, "F"), measure)]
    return _dressed(rng, heads)


def _told(teller: Teller, kind: str, what: str) -> str:
    if what == "V":
        own = f"{kind}.虚"
        if teller.has(own) and teller.rng.random() < 0.6:
            return teller.say(own)
        told = teller.say(teller.rng.choice(("对", "对", "巧", "巧", "虚甲", "虚四")))
        halves = told.split("　")
        return told if len(set(halves)) == len(halves) else halves[0]
    rule = f"{kind}.{_RULES[what]}"
    if not teller.has(rule):
        return teller.say(f"{kind}.题") if what == "D" else ""
    return teller.say(rule)


def _dressed(rng: random.Random, heads: list[Head]) -> list[Head]:
    """Give some titles a mark at the end, some subtitles a dash before them."""
    found: list[Head] = []
    for head in heads:
        lines = list(head.lines)
        if head.kind == "subtitle" and rng.random() < 0.2 and lines[0][0] not in "（—":
            lines[0] = rng.choice(("——", "——", "—")) + lines[0]
        if head.kind == "title" and len(heads) == 1 and rng.random() < 0.03:
            lines[-1] += "" if lines[-1][-1] in "？！）" else rng.choice("！！…")
        found.append(head._replace(lines=tuple(lines)))
    return found


def break_head(rng: random.Random, kind: str, told: str, measure: int) -> Head:
    """Break a headline at its joints (``_`` in the rules, the gap of a couplet), or leave it."""
    if "　" in told:
        halves = told.split("　")
        gap = rng.choice((" ", " ", "　", "  "))
        if rng.random() < 0.4 or sum(map(len, halves)) > 2 * measure:
            return Head(kind, tuple(halves), " ")
        return Head(kind, (gap.join(halves),))
    plain = told.replace("_", "")
    over = len(plain) > measure
    if "_" not in told:
        cut = _soft(rng, plain)
        if cut and (over and rng.random() < 0.7):
            return Head(kind, (plain[:cut], plain[cut:]))
        return Head(kind, (plain,))
    wish = {"title": 0.36, "kicker": 0.08, "subtitle": 0.15}[kind] + (0.5 if over else 0.0)
    if rng.random() > wish or len(plain) < 7:
        return Head(kind, (plain,))
    cut = _soft(rng, plain)
    if cut and rng.random() < 0.12:
        return Head(kind, (plain[:cut], plain[cut:]))
    parts = told.split("_")
    if len(parts) > 2 and not (len(plain) > 16 and rng.random() < 0.35):
        at = rng.randrange(1, len(parts))
        if rng.random() < 0.65:
            half = len(plain) / 2
            at = min(range(1, len(parts)), key=lambda cut: abs(len("".join(parts[:cut])) - half))
        parts = ["".join(parts[:at]), "".join(parts[at:])]
    gapped = rng.random() < 0.06 and not any(mark in plain for mark in "，：")
    if gapped:
        return Head(kind, (" ".join(parts),))
    return Head(kind, tuple(parts))


def _soft(rng: random.Random, text: str) -> int:
    """Find where a title without joints may be broken: after 的 or a mark, before a bracket."""
    cuts = [
        at
        for at in range(3, len(text) - 2)
        if text[at - 1] in "的：、，”》" and text[at] not in "，。：、”》）！？"
    ] + [at for at in range(4, len(text) - 3) if text[at] in "“《（"]
    return rng.choice(cuts) if cuts else 0
