"""Pages of papers that who trains the engine does not know: `page(seed, regime)`.

Only for judging. Nothing that is trained or set by hand may be looked at on these pages.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from strangers import stranger_damage as damage
from strangers.stranger_blanks import Blanks, joined
from strangers.stranger_layout import Layout, settled
from strangers.stranger_papers import Paper, paper
from strangers.stranger_setting import aired
from strangers.stranger_sheet import Chunk, Sheet
from strangers.stranger_texts import Drawn, Story, stories

if TYPE_CHECKING:
    from strangers.stranger_sheet import Line
    from training.form import Page

REGIMES = ("hard", "long", "mixed")
RATES = {"tear": 0.11, "gather": 0.08, "double": 0.06, "open": 0.04, "begun": 0.12}
RATES |= {"headless": 0.07, "guide": 0.1, "label": 0.35, "own": 0.5, "between": 0.15}
FRONT, BACK = -1, 1000


def page(seed: int, regime: str) -> Page:
    """Make a page: the same one for the same seed and regime ("hard", "long" or "mixed")."""
    if regime not in REGIMES:
        raise ValueError(regime)
    return Press(random.Random(f"stranger {seed} {regime}"), regime).printed(seed)


class Press:
    """Makes one page."""

    def __init__(self, rng: random.Random, regime: str) -> None:
        self._rng, self._regime = rng, regime
        self._paper: Paper = paper(rng)
        self._style = self._paper.style(regime)
        self._sheet = Sheet()
        self._layout = Layout(self._sheet, self._style, rng)
        self._plain = regime != "hard" and not (self._style.mark and self._style.indent)
        self._ill = {name for name, rate in RATES.items() if rng.random() < rate}

    def printed(self, seed: int) -> Page:
        """Set the page, spoil it, give it as it is read."""
        picked = self._picked()
        self._top(picked)
        for number, story in enumerate(picked):
            self._article(story, number, last=number == len(picked) - 1)
        chunks = self._spoilt(self._sheet.chunks)
        chunks += [self._furniture(text, BACK) for text in self._paper.bottom()]
        self._lengthen(chunks)
        if "double" in self._ill:
            damage.double(chunks, self._rng, long=self._regime == "long")
        self._air(chunks)
        lines = Blanks(self._style, self._rng).spread(chunks)
        return self._sheet.page(lines, f"stranger-{seed}-{self._regime}", self._style.ends)

    def _picked(self) -> list[Story]:
        """Choose the articles of the page."""
        rng = self._rng
        every = [story for kind in self._paper.kinds for story in stories(kind)]
        many = min(len(every), rng.randint(*self._paper.many))
        chosen = rng.sample(every, many)
        self._elsewhere = [story for story in every if story not in chosen]
        return [self._thinned(Drawn(rng).fill(story)) for story in chosen]

    def _thinned(self, story: Story) -> Story:
        """Leave out a paragraph now and then; put stanzas together where no blank shows."""
        parts = list(story.parts)
        paras = [at for at, part in enumerate(parts) if part.kind == "para"]
        free = [
            at
            for at in paras[1:-1]
            if parts[at - 1].kind == parts[at + 1].kind == "para" and len(parts[at].text) > 60
        ]
        if len(free) > 1 and story.kind not in {"questions", "notices", "lists", "trade"}:
            dropped = {at for at in free if self._rng.random() < 0.2}
            parts = [part for at, part in enumerate(parts) if at not in dropped]
        if self._style.blank == "none":
            for at in range(len(parts) - 1, 0, -1):
                if parts[at].kind == parts[at - 1].kind == "verse":
                    text = f"{parts[at - 1].text}／{parts.pop(at).text}"
                    parts[at - 1] = parts[at - 1]._replace(text=text)
        return story._replace(parts=tuple(parts))

    def _furniture(self, text: str, place: float) -> Chunk:
        lines = [
            self._sheet.furniture(each, self._layout.place(place)) for each in text.split("\n")
        ]
        return Chunk("furniture", -1, lines)

    def _top(self, picked: list[Story]) -> None:
        """Print the masthead, the guide and the page's label."""
        rng, sheet = self._rng, self._sheet
        sheet.chunks += [self._furniture(text, FRONT) for text in self._paper.top()]
        if "guide" in self._ill and self._paper.jumps:
            sheet.chunks.append(self._guide())
        if "label" in self._ill:
            label = rng.choice(self._paper.labels)
            block = self._label(label, 0)
            sheet.under = dict.fromkeys(range(len(picked)), block)

    def _label(self, text: str, number: int) -> int:
        text = self._style.label.format(text)
        place = (number - 0.5, 0)
        line = self._sheet.furniture(text, place)
        line.kind = "section"
        self._sheet.blocks[line.block] = self._sheet.blocks[line.block]._replace(kind="section")
        self._sheet.chunks.append(Chunk("section", -1, [line]))
        return line.block

    def _guide(self) -> Chunk:
        """Make the box that names what stands on other pages."""
        rng = self._rng
        chosen = rng.sample(self._elsewhere, min(rng.randint(3, 5), len(self._elsewhere)))
        sign = rng.choice(("  {}版", "  P{:02}", " ▶▶{}版", "……A{:02}"))
        rows = [rng.choice(("导读", "今日导读", "导 读"))]
        for story in chosen:
            title = Drawn(rng).fill(story).words("title").replace("／", "")
            rows.append(title + sign.format(rng.randint(2, 8)))
        return self._furniture("\n".join(rows), FRONT)

    def _article(self, story: Story, number: int, *, last: bool) -> None:
        """Set one article, with its label, its head, its columns and its captions."""
        rng, sheet = self._rng, self._sheet
        if story.label and "label" not in self._ill and "own" in self._ill:
            before = sheet.chunks[-1].article if sheet.chunks else -1
            same = self._under == story.label if before == number - 1 and number else False
            sheet.under[number] = (
                sheet.under[number - 1] if same else self._label(story.label, number)
            )
        self._under = story.label
        begun = "begun" in self._ill and number == 0 and len(story.words("para")) > 400
        if self._headed(story, begun=begun):
            sheet.chunks.append(self._layout.head(story, number))
        lines, captions = self._layout.body(story, number)
        lines = self._begun(lines, number) if begun else lines
        lines, jump = self._cut(story, lines, number, last=last)
        damage.lose_stops(lines, self._style, rng)
        damage.reworded(sheet, lines)
        columns = self._layout.columns(lines, number, plain=self._plain)
        sheet.chunks += self._with_captions(columns, captions)
        if jump:
            sheet.chunks.append(self._furniture(jump, number))

    def _headed(self, story: Story, *, begun: bool) -> bool:
        """Tell whether an article keeps its head."""
        if begun:
            return self._rng.random() < 0.4
        first = next((part.text for part in story.parts if part.kind == "para"), "")
        return not ("headless" in self._ill and first.startswith(("本报", "【")))

    def _begun(self, lines: list[Line], number: int) -> list[Line]:
        """Leave what stood on an earlier page, and say so."""
        kept = damage.cut_begun(lines, self._rng)
        if kept is not lines:
            text = self._rng.choice(("（上接第1版）", "（上接1版）", "（紧接第一版）"))
            self._sheet.chunks.append(self._furniture(text, number - 0.4))
        return kept

    def _cut(
        self, story: Story, lines: list[Line], number: int, *, last: bool
    ) -> tuple[list[Line], str]:
        """Leave what stands on a later page: with a line that says so, or without one."""
        rng = self._rng
        long = len(story.words("para")) > 300
        if long and rng.random() < self._paper.jumps:
            kept = damage.cut_short(lines, rng)
            target = rng.randint(2, 8)
            text = rng.choice(("（下转第{}版）", "（下转{}版）", "▶▶▶下转{}版")).format(target)
            return kept, text if kept is not lines else ""
        if long and last and "open" in self._ill:
            return damage.cut_short(lines, rng), ""
        return lines, ""

    def _with_captions(self, columns: list[Chunk], captions: list[Chunk]) -> list[Chunk]:
        """Put captions, and a line of furniture, between columns or into one."""
        rng = self._rng
        found = list(columns)
        if "between" in self._ill and len(found) > 1:
            self._ill.discard("between")
            text = self._paper.between()
            if text:
                number = found[0].article
                found.insert(rng.randint(1, len(found) - 1), self._furniture(text, number))
        for caption in captions:
            where = rng.random()
            at = 0 if where < 0.2 else len(found) if where < 0.5 else rng.randint(0, len(found))
            if where > 0.85 and len(found[-1].lines) > 8 and found[-1].kind == "column":
                last = found[-1].lines
                half = settled(last, rng.randint(3, len(last) - 3), plain=self._plain)
                found[-1:] = [
                    Chunk("column", caption.article, last[:half]),
                    Chunk("column", caption.article, last[half:]),
                ]
                at = len(found) - 1
            found.insert(at, caption)
            self._seat(found, at)
        return found

    def _seat(self, chunks: list[Chunk], at: int) -> None:
        """Give a caption its place in reading: behind the block that it interrupts."""
        before = [chunk.lines[-1].block for chunk in chunks[:at] if chunk.kind == "column"]
        places, block = self._sheet.places, chunks[at].lines[0].block
        number = chunks[at].article
        heads = [
            place
            for place, each in zip(places, self._sheet.blocks, strict=True)
            if each.article == number and each.kind in {"kicker", "title", "subtitle", "byline"}
        ]
        behind = max([*heads, *(places[each] for each in before[-1:])], default=(number, -1))
        places[block] = (number, behind[1] + 0.5)

    def _spoilt(self, chunks: list[Chunk]) -> list[Chunk]:
        """Tear or gather the page, when it is one of the few."""
        if "gather" in self._ill:
            return damage.gather(chunks, self._rng)
        return damage.tear(chunks, self._rng) if "tear" in self._ill else chunks

    def _lengthen(self, chunks: list[Chunk]) -> None:
        """Put lines together where the reader of the file did: everywhere, or here and there."""
        by_column = self._rng.random() < 0.3
        long: dict[int, bool] = {}
        for at, chunk in enumerate(chunks):
            key = at if by_column else chunk.article
            if key not in long:
                long[key] = self._rng.random() < 0.5
            if self._regime == "long" or (self._regime == "mixed" and long[key]):
                chunk.lines = joined(chunk.lines)

    def _air(self, chunks: list[Chunk]) -> None:
        """Put the spaces that typesetting left at digits."""
        if not self._style.space:
            return
        for chunk in chunks:
            for line in chunk.lines:
                if line.kind not in {"furniture", "section", "verse"}:
                    line.text = aired(line.text, lambda: self._rng.random() < self._style.space)
