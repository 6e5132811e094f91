"""The grammars of reports, subheads, verse and lists are whole, and copy nothing."""

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
from training import official, rolls, verses
from training.heading import subhead_lines
from training.official import Official
from training.parallel import parted, subheads
from training.reporter import Reporter
from training.rolls import Roll
from training.verses import Poet

SEEDS = Path(__file__).parents[2] / "seeds"
LONGEST = 10


def _official(seed: int) -> Official:
    return Official(Reporter(seed))


def test_every_rule_that_is_called_is_there() -> None:
    known = official.rules()
    named = "".join(line for lines in known.values() for line in lines)
    named += "".join(rolls.ITEMS + rolls.CALLS + rolls.ROWS)
    named += "".join(title for titles in rolls.TITLES.values() for title in titles)
    assert set(re.findall("<([A-Z]+)>", named)) <= set(known)


def test_no_rule_has_words_of_a_seed() -> None:
    texts = ["".join(path.read_text(encoding="utf-8").split()) for path in SEEDS.glob("*.txt")]
    for lines in (*official.rules().values(), *verses.rules().values()):
        for line in lines:
            for at in range(len(line) - LONGEST + 1):
                assert not any(line[at : at + LONGEST] in text for text in texts), line


@pytest.mark.parametrize("seed", range(30))
def test_stories_are_told_without_open_slots(seed: int) -> None:
    made = _official(seed)
    for story in (made.story(), Roll(made).story(), Poet(made.writer).story()):
        assert story.title
        for text in (*story.title, *(text for _, text in story.body)):
            assert text == text.strip()
            assert text
            assert not re.search("[<>{}|]", text), text


def test_subheads_of_a_series_are_as_many_as_asked_and_stand_before_paragraphs() -> None:
    for seed in range(60):
        made = _official(seed)
        assert len(subheads(made, 4)) == 4
        body = parted(made, [("para", "一段话。"), ("para", "又一段。")])
        assert body[-1][0] == "para"
        assert not any(one[0] == two[0] == "subhead" for one, two in pairwise(body))


def test_a_broken_subhead_reads_as_it_was() -> None:
    for seed in range(200):
        dice = random.Random(seed)
        text = subheads(_official(seed), 1)[0]
        lines = subhead_lines(text, dice, dice.randint(8, 20))
        assert "".join("".join(join + clean for _, clean, join in lines).split()) == "".join(
            text.split()
        )
        assert all(raw == raw.strip() for raw, _, _ in lines)
