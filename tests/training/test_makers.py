"""Pages for training come from all makers in turn, each once."""

from __future__ import annotations

from pathlib import Path

from training.makers import HALVES, MAKERS, OWN, TURNS, training
from training.trained import OTHER, Numbers

from reader import places

LAP = len(TURNS)


def test_all_makers_have_a_turn_and_ours_has_half() -> None:
    assert set(TURNS) == set(MAKERS)
    assert TURNS.count(OWN) * 2 == LAP


def test_each_other_maker_is_left_out_once_to_be_judged() -> None:
    assert sorted(sum(HALVES, ())) == sorted(set(MAKERS) - {OWN})


def test_no_page_is_taken_twice() -> None:
    told = [made.raw for made in training(range(6 * LAP))]
    assert len(set(told)) == 6 * LAP


def test_any_stretch_of_numbers_gives_the_same_pages() -> None:
    whole = [made.raw for made in training(range(3 * LAP))]
    assert [made.raw for made in training(range(5, 2 * LAP))] == whole[5 : 2 * LAP]


def test_who_is_left_out_has_no_page_and_others_have_his_turns() -> None:
    without = [made.name for made in training(range(2 * LAP), without=["unseen", "weeklies"])]
    assert len(without) == 2 * LAP
    assert not any("unseen" in name or "weekly" in name for name in without)
    names = [made.name for made in training(range(LAP))]
    assert any("unseen" in name for name in names)
    assert any("weekly" in name for name in names)


def test_fields_and_second_looks_see_pages_of_their_own() -> None:
    many = Numbers()
    assert many.pages * many.fields < OTHER
    assert many.first <= many.pages


def test_no_text_of_a_maker_has_words_of_a_sample_page() -> None:
    known = {run for path in places.seeds().glob("*.txt") for run in runs(path)}
    assert known
    for path in sorted(Path(__file__).parents[1].glob("*/texts/*.txt")):
        assert not runs(path) & known, path


def runs(path: Path) -> set[str]:
    """Give all runs of twelve characters of a file, white space left out."""
    text = "".join(path.read_text("utf-8").split())
    return {text[at : at + 12] for at in range(len(text) - 11)}
