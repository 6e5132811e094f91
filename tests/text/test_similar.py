import os
import random
import subprocess
import sys
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import similar
from reader.text.similar import ALIKE, PROBES, RUN, SIZE, bare, common, likeness, probes, sketch

HAN = [chr(c) for c in range(0x4E00, 0x6000)]


def prose(rng, length):
    return "".join(rng.choices(HAN, k=length))


def runs(text):
    text = bare(text)
    return {text[i : i + RUN] for i in range(max(1, len(text) - RUN + 1)) if text}


def exact(first, second):
    one, two = runs(first), runs(second)
    return 2 * len(one & two) / (len(one) + len(two))


def test_a_sketch_does_not_know_white_space_or_the_process():
    text = "青禾镇召开今年第一次工作会议\n总结一季度 工作，部署下一步任务。"
    assert sketch(text) == sketch("".join(text.split()))
    code = f"from reader.text.similar import sketch; print(sketch({text!r}))"
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
    ).stdout
    assert said.decode().strip() == str(sketch(text))


def test_values_are_in_order_and_fit_sqlite():
    values = sketch(prose(random.Random(1), 5000))
    assert len(values) == SIZE
    assert list(values) == sorted(set(values))
    assert all(0 <= v < 2**63 for v in values)
    assert probes(values) == values[:PROBES]


def test_a_text_longer_than_a_step_gives_the_same_as_in_one_piece(monkeypatch):
    text = prose(random.Random(2), 3000)
    whole = sketch(text)
    monkeypatch.setattr(similar, "_STEP", 64)
    assert sketch(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        prose(random.Random(3), 4000),
        "今日天气晴好，" * 500,  # far more runs than there are different ones
        prose(random.Random(4), 40) * 90 + prose(random.Random(5), 300),
        prose(random.Random(6), 90),
        "短",
    ],
)
def test_the_least_values_are_those_of_all_runs_sorted(text):
    packed = [run.encode("utf-32-le") for run in runs(text)]
    least = sorted(packed, key=crc32)[:SIZE]
    wanted = sorted((crc32(run) << 31) | (crc32(run, 0x9E3779B9) >> 1) for run in least)
    assert sketch(text) == tuple(wanted)


@given(st.text(max_size=40), st.text(max_size=40))
def test_pages_of_few_runs_are_measured_not_estimated(first, second):
    one, two = runs(first), runs(second)
    if not one or not two:
        assert likeness(sketch(first), sketch(second)) == 0.0
        return
    assert likeness(sketch(first), sketch(second)) == pytest.approx(exact(first, second))


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_symmetric_share(first, second):
    assert common(first, second) == common(second, first)
    assert 0 <= common(first, second) <= 1
    if bare(first):
        assert common(first, first) == 1.0
        assert common(first, " \n".join(first)) == 1.0
        assert likeness(sketch(first), sketch(first)) == 1.0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_likeness_is_near_the_exact_share(share):
    rng = random.Random(3)
    errors = []
    for _ in range(40):
        page = prose(rng, 1200)
        kept = round(1200 * share)
        other = page[:kept] + prose(rng, 1200 - kept)
        errors.append(likeness(sketch(page), sketch(other)) - exact(page, other))
    assert abs(sum(errors) / len(errors)) < 0.03
    assert max(map(abs, errors)) < 0.25


def test_pages_with_four_fifths_in_common_share_a_probe():
    rng = random.Random(4)
    for _ in range(400):
        page = prose(rng, 1000)
        other = prose(rng, 100) + page[100:900] + prose(rng, 100)
        assert set(probes(sketch(page))) & set(probes(sketch(other)))


def test_a_second_ocr_is_found_and_told_by_its_characters():
    rng = random.Random(5)
    for _ in range(50):
        page = prose(rng, 1000)
        other = "".join(rng.choice(HAN) if rng.random() < 0.04 else c for c in page)
        assert set(probes(sketch(page))) & set(probes(sketch(other)))
        assert common(page, other) > 0.9
        assert exact(page, other) < ALIKE + 0.05


def test_a_page_with_its_columns_in_another_order_is_told_by_its_runs():
    rng = random.Random(6)
    columns = [prose(rng, 300) for _ in range(4)]
    assert common("".join(columns), "".join(reversed(columns))) > 0.9


def test_other_pages_are_not_alike():
    rng = random.Random(7)
    page, other = prose(rng, 1500), prose(rng, 1500)
    assert common(page, other) < 0.1
    assert likeness(sketch(page), sketch(other)) == 0.0
    assert not set(probes(sketch(page))) & set(probes(sketch(other)))


def test_nothing_is_like_nothing():
    assert sketch(" \n") == ()
    assert likeness((), ()) == 0.0
    assert common("", "\n") == 0.0


def test_long_texts_are_compared_by_runs_then_by_sketches(monkeypatch):
    rng = random.Random(8)
    page = prose(rng, 2000)
    other = page[:1900] + prose(rng, 100)
    monkeypatch.setattr(similar, "_ALIGNED_UP_TO", 1000)
    assert common(page, other) == pytest.approx(exact(page, other))
    monkeypatch.setattr(similar, "_COUNTED_UP_TO", 1000)
    assert common(page, other) == likeness(sketch(page), sketch(other))
