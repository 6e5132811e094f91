"""What the engine learnt is kept in the library: by a wish, taken back, and used from then on."""

from __future__ import annotations

import pytest
from dumping import dump
from lessons import biased, lessons

from reader.importing import import_paths
from reader.learning import forget, learn
from reader.model import Status
from reader.rerunning import rerun
from reader.store import Library, Mode
from reader.store.check import check
from reader.text import adapting, learnt, rough
from reader.text import lessons as lessons_seen
from reader.text.adapting import Refusal
from reader.text.field import trained


@pytest.fixture
def library(tmp_path, monkeypatch):
    """A library of two pages of one paper, all proofread."""
    monkeypatch.setattr(adapting, "STEPS", 2)
    folder = tmp_path / "in"
    folder.mkdir()
    for lesson in lessons(7, (100, 101)):
        (folder / f"{lesson.name}.txt").write_bytes(lesson.text.encode())
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as opened:
        list(import_paths(opened, [folder]))
        monkeypatch.setattr("reader.learning.trained", biased)
        opened.articles.set_status(Status.PROOFED1, [row.id for row in opened.articles.rows()])
        yield opened


def undecided(library) -> None:
    library.articles.set_status(Status.NEW, [row.id for row in library.articles.rows()])


def test_too_few_verdicts_are_said_to_be_too_few(library):
    undecided(library)
    before = dump(library)
    assert learn(library).refusal is Refusal.FEW
    assert dump(library) == before


def test_what_is_learnt_is_one_wish(library):
    before = dump(library)
    foreseen = learn(library, dry_run=True)
    assert dump(library) == before
    adapted = learn(library)
    assert adapted == foreseen
    assert adapted.refusal is None
    assert library.teaching.text() == learnt.written(adapted)
    assert library.teaching.field() is not trained()
    wish = library.journal.history()[0]
    assert (wish.verb, wish.detail["verdicts"]) == ("learn", adapted.verdicts)
    assert check(library).faults == ()
    learn(library)  # the same again changes nothing
    assert library.journal.history()[0] == wish
    library.journal.undo()
    assert dump(library) == before
    assert library.teaching.field() is trained()


def test_it_is_forgotten_and_that_is_taken_back(library):
    assert not forget(library)
    learn(library)
    text = library.teaching.text()
    assert forget(library, dry_run=True)
    assert library.teaching.text() == text
    assert forget(library)
    assert library.teaching.text() is None
    assert not forget(library)
    library.journal.undo()
    assert library.teaching.text() == text
    assert check(library).faults == ()


def test_import_and_rerun_use_what_was_learnt(library, tmp_path, monkeypatch):
    learn(library)
    undecided(library)
    seen = []
    monkeypatch.setattr("reader.importing.repair", lambda *_, field, **__: seen.append(field))
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text("夏天\n\n大家去避暑。\n", "utf-8")
    with pytest.raises(AttributeError):
        list(import_paths(library, [tmp_path / "more"]))
    monkeypatch.setattr("reader.rerunning.repair", lambda *_, field, **__: seen.append(field))
    with pytest.raises(AttributeError):
        rerun(library)
    assert seen == [library.teaching.field()] * 2


def test_an_older_library_opened_for_reading_has_learnt_nothing(library, monkeypatch):
    monkeypatch.setattr("reader.store.teaching.has", lambda *_: False)
    assert library.teaching.text() is None


def test_a_page_that_is_read_roughly_teaches_nothing_and_is_never_seen(library, monkeypatch):
    """Its verdicts answer what was guessed without the field, and to see it takes too long."""
    told = {text: len(fixed) for _, text, fixed in library.teaching.verdicts()}
    short = min(told, key=lambda text: text.count("\n"))
    monkeypatch.setattr(rough, "BEYOND", short.count("\n") + 1)
    seen = []
    see = lessons_seen.read_lines
    monkeypatch.setattr(
        lessons_seen, "read_lines", lambda text, *more: seen.append(text) or see(text, *more)
    )
    found = learn(library, dry_run=True)
    assert set(seen) == {short}
    assert 0 < found.verdicts <= told[short]
    monkeypatch.setattr(rough, "BEYOND", 0)
    assert (learn(library, dry_run=True).verdicts, set(seen)) == (0, {short})
