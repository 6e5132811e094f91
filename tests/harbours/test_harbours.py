"""The pages of harbour cities are sound, the same for the same seed, and not alike."""

from collections import Counter

import pytest

from harbours.harbour_lines import break_lines
from harbours.harbour_pages import KINDS, page
from harbours.harbour_signs import traditional
from harbours.harbour_words import HOLE, chinese, recipes, rules


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_no_faults(kind):
    for seed in range(8):
        made = page(kind, seed)
        assert made.faults() == []
        assert made.name == f"harbour {kind} {seed}"
        assert any(block.kind == "para" for block in made.blocks)


def test_a_seed_gives_the_same_page():
    assert page("torn", 5) == page("torn", 5)
    assert page("torn", 5).raw != page("torn", 6).raw


def test_heads_stand_first_and_need_a_title():
    heads = ("kicker", "title", "subtitle", "byline")
    for kind in KINDS:
        for seed in range(20, 26):
            kinds: dict[int, list[str]] = {}
            for block in page(kind, seed).blocks:
                kinds.setdefault(block.article, []).append(block.kind)
            kinds.pop(-1, None)
            for found in kinds.values():
                count = sum(one in heads for one in found)
                assert all(one in heads for one in found[:count])
                if "kicker" in found or "subtitle" in found:
                    assert found.count("title") == 1


def test_long_paragraphs_are_seldom_the_same():
    texts = Counter(
        block.text
        for seed in range(20)
        for block in page("hard", seed).blocks
        if block.kind == "para" and len(block.text) > 60
    )
    twice = sum(count for count in texts.values() if count > 1)
    assert twice < 0.03 * texts.total()


def test_all_holes_have_a_rule():
    lines = [line for alternatives in rules().values() for line in alternatives]
    lines += [
        line for recipe in recipes().values() for pool in recipe.pools.values() for line in pool
    ]
    for line in lines:
        for hole in HOLE.findall(line):
            name = hole.lstrip("=^")
            name = name.rstrip("0123456789") if hole[0] in "=^" else name.partition(":")[0]
            known = "/" in hole or name in rules() or name in ("n", "a", "f", "Y", "shot")
            assert known, (hole, line)
    assert len(recipes()) >= 30


def test_lines_obey_the_rules():
    text = "他说：“船到了（三号码头），快去。”于是大家都去了，1948年的事。"
    for measure in range(8, 15):
        for rule in ("hang", "squeeze", "push"):
            lines = break_lines(text, lambda _, room=measure: room, rule, indent=2)
            assert "".join(lines) == text
            assert not any(line[0] in "，。：）”" for line in lines[1:])
            assert not any(line[-1] in "“（" for line in lines)


def test_numbers_and_signs():
    assert [chinese(one) for one in (0, 10, 15, 105, 20030)] == [
        *("零", "十", "十五", "一百零五", "二万零三十")
    ]
    assert traditional("台风过后，这里的发言") == "颱風過後，這裡的發言"
