"""What a reading of the window's code found: each is a case that went wrong once."""

import pytest

from reader.store.library import Library, Mode
from reader.ui.asked import Asked, Way
from reader.ui.words import Words

pytestmark = pytest.mark.window


@pytest.fixture
def find(qtbot):
    """Let something be looked for, and wait until all is counted."""

    def found(window, query):
        window.search_box.ask(query)
        qtbot.waitUntil(lambda: not window.search.searching)
        rows = window.search.facets.rows.facts
        return {(row.field, row.value): row for row in rows if row.value}

    return found


@pytest.mark.parametrize("asked", ["2025-01..2025-06", "2025..2025-06", "2024..2025", "2025..2025"])
def test_a_range_of_dates_is_no_value_that_is_counted(window, find, asked):
    rows = find(window, f"的 date:{asked}")
    assert {value for field, value in rows if field == "date"} == {"2025"}
    assert ("status", "new") in rows


def test_a_topic_with_two_dots_is_chosen_like_others(open_window, path, find):
    with Library.open(path, Mode.WRITE) as library:
        library.tags.add("一..二", [row.id for row in library.articles.rows()])
    assert find(open_window(path), "的 tag:一..二")["tag", "一..二"].picked == 1


@pytest.mark.parametrize(
    ("typed", "value", "way", "then"),
    [
        ("-tag:a|b", "a", Way.NOT, "-tag:b"),
        ("-tag:a|b", "a", Way.ONLY, "-tag:b tag:a"),
        ("x -tag:a|b y", "c", Way.NOT, "x -tag:a|b y -tag:c"),
        ("-tag:a|b", "a", Way.ALSO, "-tag:b tag:a"),
        ("tag:c -tag:a|b", "a", Way.ALSO, "tag:c|a -tag:b"),
        ("tag:c -tag:a|b", "c", Way.ALSO, "-tag:a|b"),
        ("tag:a tag:b", "b", Way.ALSO, "tag:a"),
        ("tag:a tag:b|c", "b", Way.ALSO, "tag:a tag:c"),
    ],
)
def test_what_is_left_out_together_is_left_out_without_one(qapp, typed, value, way, then):
    assert Asked(Words()).toggled(typed, "tag", value, way) == then
