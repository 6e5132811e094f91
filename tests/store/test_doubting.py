"""Where to look first in an issue, and how much is expected to be wrong in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from training.generator import page

from reader.errors import NotFoundError
from reader.importing import import_paths
from reader.store import Library, Mode
from reader.store.check import check
from reader.text.expected import wrong_of
from reader.text.pageform import expected_wrong
from reader.text.repair import repair


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for seed in range(6):
        (folder / f"{seed}.txt").write_text(page(seed).raw, "utf-8")
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as opened:
        assert all(result.issue for result in import_paths(opened, [folder]))
        yield opened


def issues(library):
    return [row.id for row in library.issues.rows()]


def test_doubts_come_by_what_a_look_removes(library) -> None:
    listed = others = 0
    for issue in issues(library):
        places = library.issues.doubts(issue)
        listed += len(places)
        wrong = []
        for place in places:
            seams = library.articles.seams_of(place.article)
            (seam,) = [
                seam
                for found in seams.values()
                for seam in found
                if (seam.source, seam.start) == (place.source, place.start)
            ]
            assert seam.decider is None
            assert seam.confidence == place.confidence < 0.9
            wrong.append(wrong_of(seam.confidence, {reason.code for reason in seam.reasons}))
        assert all(one >= two for one, two in pairwise(wrong))
        sure = [place.confidence for place in places]
        others += sure != sorted(sure)
    assert listed
    assert listed == sum(row.doubts for row in library.articles.rows())
    assert others, "no doubt is likelier right than its confidence tells: nothing was tried"


def test_a_verdict_takes_a_doubt_off_the_list_and_off_what_is_expected(library) -> None:
    issue = max(issues(library), key=lambda one: len(library.issues.doubts(one)))
    first, *rest = library.issues.doubts(issue)
    before = library.issues.expected_wrong(issue)
    for block, seams in library.articles.seams_of(first.article).items():
        for seam in seams:
            if (seam.source, seam.start) == (first.source, first.start):
                library.articles.accept(block, [(seam.source, seam.start, seam.end)])
    assert library.issues.doubts(issue) == rest
    removed = before - library.issues.expected_wrong(issue)
    assert 0 < removed <= 1 - first.confidence + 1e-9
    assert check(library).sound
    library.journal.undo()
    assert library.issues.doubts(issue) == [first, *rest]


def test_a_library_expects_what_the_engine_does(library) -> None:
    told = sum(library.issues.expected_wrong(issue) for issue in issues(library))
    drafts = [repair(page(seed).raw) for seed in range(6)]
    assert told == pytest.approx(expected_wrong(drafts), abs=0.1)
    assert told < sum(1 - seam.confidence for draft in drafts for seam in draft.seams) - 0.3


def test_a_doubt_tells_its_raw_line_and_what_stands_around(library) -> None:
    for issue in issues(library):
        for place in library.issues.doubts(issue):
            lines = library.articles.source_lines(place.article)
            (line,) = [
                one for one in lines if one.number == place.line and one.source == place.source
            ]
            assert place.before.splitlines()[-1] in line.text
            assert place.after
            assert not place.after[0].isspace()


def test_an_issue_that_is_not_there(library) -> None:
    with pytest.raises(NotFoundError):
        library.issues.doubts("none")
    with pytest.raises(NotFoundError):
        library.issues.expected_wrong("none")
