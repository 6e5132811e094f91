"""Pages that programs read are in their turn among ours, and in none where they do not belong."""

from __future__ import annotations

import pytest
from training.kept import FOLDER, kept, named
from training.makers import HALVES, LATE, OTHERS, PRINTED, SHARE, page, printed_page
from training.manner import READ, REGIMES
from training.printed import PLACE, printed, write

PROGRAMS = sorted(program for program, _ in PRINTED.values())


def numbers(regime: str, many: int, turn: int = 0) -> list[int]:
    """Give the numbers of some pages of ours of a regime, from a turn on."""
    first = turn + (REGIMES.index(regime) - turn) % len(REGIMES)
    return [SHARE * (first + at * len(REGIMES)) for at in range(many)]


def texts(program: str) -> set[str]:
    return {one.raw for one in printed()[program]}


def test_each_regime_of_a_program_has_pages_and_they_are_in_form() -> None:
    assert sorted(PRINTED) == sorted(READ)
    pages = printed()
    assert sorted(pages) == PROGRAMS
    assert all(len(found) >= 40 for found in pages.values())
    for found in pages.values():
        assert len({one.raw for one in found}) == len(found)
        assert [one.name for one in found if one.faults()] == []


@pytest.mark.parametrize("regime", READ)
def test_of_four_of_a_regime_some_are_printed(regime) -> None:
    program, share = PRINTED[regime]
    made = [page(number).raw for number in numbers(regime, 4)]
    assert sum(raw in texts(program) for raw in made) == share


def test_the_first_look_and_the_second_share_no_page() -> None:
    """As many as are trained on: more than a half of the pages of a program."""
    for program in PROGRAMS:
        regime = next(regime for regime, (of, _) in PRINTED.items() if of == program)
        many = 2 * len(printed()[program])
        first, late = (
            {
                found.raw
                for number in numbers(regime, many, turn)
                if (found := printed_page(number // SHARE, regime))
            }
            for turn in (0, LATE)
        )
        assert len(first) > many // 8
        assert len(late) > many // 8
        assert not first & late


@pytest.mark.parametrize(
    ("others", "share"), [(half, "train") for half in HALVES] + [(OTHERS, "calibrate")]
)
def test_pages_that_others_judge_have_none(others, share) -> None:
    """Two in three tell what any maker told: a field of half the makers may not read them."""
    for regime in READ:
        made = {page(number, others, share).raw for number in numbers(regime, 2)}
        assert not made & texts(PRINTED[regime][0])


def test_none_of_them_is_judged() -> None:
    names = {path.name.rsplit("-", 1)[0] for path in FOLDER.glob("*.json")}
    judged = {one.raw for name in names for one in kept(name)}
    assert judged
    assert not any(judged & texts(program) for program in PROGRAMS)


def test_what_is_written_is_read_again(tmp_path) -> None:
    place = tmp_path / "pages.xz"
    pages = [(program, one) for program in PROGRAMS for one in printed()[program][:3]]
    write(pages, place)
    assert printed(place) == {program: printed()[program][:3] for program in PROGRAMS}
    assert place.stat().st_size < PLACE.stat().st_size
    assert named("pdfminer.six") in printed(place)
