"""A key leads to the line ends that are most likely wrong, one after the other."""

import pytest
from training.generator import page

from reader.errors import NotFoundError
from reader.importing import import_paths
from reader.store import Library, Mode
from reader.store.doubting import Doubting
from reader.ui.article.doubts import at_caret

pytestmark = pytest.mark.window


@pytest.fixture
def read(tmp_path, open_window):
    """Open a window on pages that the engine read, at an issue with several doubts."""
    folder, path = tmp_path / "pages", tmp_path / "read.db"
    folder.mkdir()
    for seed in range(4):
        (folder / f"{seed}.txt").write_text(page(seed).raw, "utf-8")
    with Library.open(path, Mode.CREATE) as library:
        list(import_paths(library, [folder]))
        ids = [row.id for row in library.issues.rows()]
        issue = max(ids, key=lambda one: len(library.issues.doubts(one)))
        places = library.issues.doubts(issue)
    window = open_window(path)
    window.article.open(places[-1].article)
    window.article.edit.setFocus()
    return window, places


def here(window):
    found = at_caret(window.article.edit.sheet.blocks, window.article.edit.caret())
    return window.article.article.id, found.seam.source, found.seam.start


def test_the_key_leads_through_all_doubts_the_likeliest_error_first(read, press):
    window, places = read
    assert len(places) > 2
    walked = []
    for _ in places:
        press(window, "actionLikeliestError")
        walked.append(here(window))
    assert walked == [(place.article, place.source, place.start) for place in places]
    press(window, "actionLikeliestError")
    assert here(window) == walked[0]
    assert "line ends may be wrong" in window.status.said.text()


def test_a_verdict_leads_on_to_the_next(read, press):
    window, (first, second, *_) = read
    press(window, "actionLikeliestError")
    press(window, "actionAcceptSeam")
    press(window, "actionLikeliestError")
    assert here(window) == (second.article, second.source, second.start)
    left = window.session.library.issues.doubts(window.article.article.issue)
    assert (first.source, first.start) not in [(place.source, place.start) for place in left]


def test_an_issue_that_goes_while_it_is_looked_at_is_passed_over(read, press, monkeypatch):
    window, _ = read
    press(window, "actionLikeliestError")
    before = here(window)

    def gone(self, issue):
        raise NotFoundError("issue", issue)

    monkeypatch.setattr(Doubting, "expected_wrong", gone)
    press(window, "actionLikeliestError")
    assert here(window) == before


def test_where_nothing_is_doubtful_that_is_said(window, press):
    assert not window.session.library.issues.doubts(window.article.article.issue)
    press(window, "actionLikeliestError")
    assert window.status.said.text() == "This issue has no doubtful line end."
