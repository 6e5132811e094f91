"""The templates of the articles, read from the folder of texts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from provinces.province_speak import TEXTS

RANGE = re.compile(r"\{%?[0-9][^}]*\}")
KEPT = re.compile(r"\{[a-z]+=[^}]*\}")


@dataclass(slots=True)
class Template:
    """One article of the texts: its headlines, its body, and where it may stand."""

    name: str
    eras: str
    byline: str
    desks: str
    heads: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    body: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Read all templates."""
    found: list[Template] = []
    for path in sorted(TEXTS.glob("*.txt")):
        if path.name == "words.txt":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("= "):
                name, eras, byline, desks = line[2:].split()
                found.append(Template(name, eras, byline, desks))
            elif line.strip():
                _add(found[-1], line)
    for template in found:
        _share(template)
    return tuple(found)


def _add(template: Template, line: str) -> None:
    """Add a line of the file to its template."""
    mark, _, text = line.partition(" ")
    mark = mark.rstrip(":")
    template.numbers.extend(KEPT.findall(line))
    if mark in ("-", "-?", "#", "V", "L") or mark.startswith("R"):
        template.body.append((mark, text))
    else:
        template.heads[mark].append(text)


def _share(template: Template) -> None:
    """Let a number in a headline be the number of the text, where both have the same range."""
    said = " ".join(text for texts in template.heads.values() for text in texts)
    for place, mark in enumerate(dict.fromkeys(RANGE.findall(said))):
        at = next((at for at, (_, text) in enumerate(template.body) if mark in text), -1)
        if at < 0:
            continue
        kept = f"{{h{'abcdefghijklmnop'[place]}={mark[1:]}"
        kind, text = template.body[at]
        template.body[at] = kind, text.replace(mark, kept, 1)
        for texts in template.heads.values():
            texts[:] = [text.replace(mark, kept) for text in texts]


@lru_cache(maxsize=64)
def fitting(era: str, desk: str) -> tuple[Template, ...]:
    """Give the templates of an era that may stand on a page of a desk."""
    return tuple(
        one for one in templates() if era in one.eras and (desk in one.desks or desk == "*")
    )
