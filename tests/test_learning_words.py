"""The words of a library's own: gathered, kept, used by a run and an import, and taken back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from dumping import dump

from reader import places
from reader.importing import import_paths
from reader.learning import forget, gather, learn
from reader.model import Reads, Status
from reader.rerunning import rerun
from reader.store import Library, Mode
from reader.store.check import check
from reader.text import adapting, learnt, vocabulary
from reader.text.adapting import Adapted, Refusal
from reader.text.field import trained
from reader.text.learnt import FORM, changes_of, field_of
from reader.text.states import STATES
from reader.text.vocabulary import Vocabulary

CUT = "夏天\n\n　　大家都到这里去避暑，在新\n泾镇的河边坐一坐。\n"
"""A page of which a line end stands inside a name that the sample pages have."""


def take_in(library, tmp_path, name, data):
    path = tmp_path / "in" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    (told,) = import_paths(library, [path])
    return told


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A library of the five sample pages and one that cuts a name; made once."""
    folder = tmp_path_factory.mktemp("made")
    with Library.open(folder / "library.db", Mode.CREATE, actor="me") as opened:
        for path in sorted(places.seeds().glob("*.txt")):
            take_in(opened, folder, path.name, path.read_bytes())
        take_in(opened, folder, "cut.txt", CUT.encode())
    return folder / "library.db"


@pytest.fixture
def path(made, tmp_path):
    copy = tmp_path / "library.db"
    copy.write_bytes(made.read_bytes())
    return copy


@pytest.fixture
def library(path):
    with Library.open(path, Mode.WRITE, actor="me") as opened:
        yield opened


def reasons(library) -> dict[str, str]:
    """Give the reasons of each line end by the characters on its two sides."""
    rows = library.connection.execute(
        "SELECT substr(s.text, seam.start, 1) || substr(s.text, seam.end + 1, 1), seam.reasons"
        " FROM seam JOIN source s ON s.key = seam.source"
    )
    return dict(rows.fetchall())


def drafts(library) -> list[tuple[object, ...]]:
    """Give all that the engine says of all pages."""
    return library.connection.execute(
        "SELECT source, start, end, reads, proposal, confidence, reasons, decider FROM seam"
        " ORDER BY source, start, end"
    ).fetchall()


def test_words_need_no_verdicts(library):
    before = dump(library)
    foreseen = learn(library, dry_run=True)
    assert dump(library) == before
    found = learn(library)
    assert found == foreseen
    assert (found.refusal, found.learns, found.verdicts) == (Refusal.FEW, True, 0)
    assert {"新泾", "泾镇", "长宁"} <= set(found.own.words)
    assert library.teaching.field().words == set(found.own.words)
    assert library.teaching.field()._tables is trained()._tables
    wish = library.journal.history()[0]
    assert (wish.verb, wish.detail) == ("learn", {"text": len(found.own.words)})
    assert check(library).faults == ()
    learn(library)
    assert library.journal.history()[0] == wish


def test_a_run_uses_them_and_names_them_and_forgetting_brings_the_drafts_back(library):
    before = drafts(library)
    assert not rerun(library).pages
    learn(library)
    assert drafts(library) == before  # a page that is there changes only by a run
    assert rerun(library).pages
    assert "own_cut" in reasons(library)["新泾"]
    assert forget(library)
    rerun(library)
    assert drafts(library) == before
    assert library.teaching.field() is trained()


def test_an_import_uses_them(library, tmp_path):
    learn(library)
    take_in(library, tmp_path, "new.txt", CUT.replace("夏天", "秋天").encode())
    told = library.connection.execute(
        "SELECT seam.reasons FROM seam JOIN source s ON s.key = seam.source"
        " WHERE s.text LIKE '秋天%'"
    ).fetchall()
    assert any("own_cut" in reasons for (reasons,) in told)


def test_undo_takes_them_back(library):
    before = dump(library)
    learn(library)
    library.journal.undo()
    assert dump(library) == before
    library.journal.redo()
    assert library.teaching.field().words


_SAY = (
    "import sys; from pathlib import Path; from reader.learning import gather;"
    " from reader.store import Library, Mode;"
    " print(*gather(Library.open(Path(sys.argv[1]), Mode.READ)))"
)


def test_the_same_library_gives_the_same_words_in_every_process(library, path):
    here = gather(library)
    for seed in ("0", "7"):
        told = subprocess.run(
            [sys.executable, "-c", _SAY, str(path)], capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert tuple(told.stdout.split()) == here


def test_pages_taken_in_in_another_order_give_the_same(library, tmp_path, monkeypatch):
    """Where there is more text than is looked at, the same of it is."""
    every = set(gather(library))
    monkeypatch.setattr(vocabulary, "ENOUGH", 9_000)
    with Library.open(tmp_path / "other.db", Mode.CREATE, actor="you") as other:
        take_in(other, tmp_path, "cut.txt", CUT.encode())
        for path in sorted(places.seeds().glob("*.txt"), reverse=True):
            take_in(other, tmp_path, path.name, path.read_bytes())
        assert gather(other) == gather(library)
    assert 0 < len(gather(library)) < len(every)


def test_a_withdrawn_issue_is_not_looked_at(library):
    assert gather(library)
    library.issues.withdraw([row.id for row in library.issues.rows()])
    assert gather(library) == ()


def test_furniture_is_not_looked_at(library):
    learn(library)
    for article in library.articles.rows():
        library.articles.to_furniture(article.id)
    assert gather(library) == ()
    assert learn(library).own.words == ()
    assert library.teaching.text() is None  # nothing is left of it
    library.journal.undo()
    assert library.teaching.field().words


def test_nul_and_rare_characters_do_no_harm(library, tmp_path):
    before = gather(library)
    odd = "杂文\n\n　　新\x00泾镇𠀀𠀁，\ufffd\U0002ebf0\n　　说好。\n"
    take_in(library, tmp_path, "odd.txt", odd.encode())
    assert set(before) <= set(gather(library))
    assert learn(library).learns


def test_how_far_it_is_is_told(library):
    told = []
    gather(library, lambda done, of: told.append((done, of)))
    assert told == [(at, 6) for at in range(6)]


# --- a person's verdicts ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reads", "there"), [(Reads.PARA, False), (Reads.SPACE, False), (Reads.JOIN, True)]
)
def test_a_word_that_a_person_parted_is_dropped_and_the_verdict_holds(
    library, monkeypatch, reads, there
):
    verdicts = list(library.teaching.verdicts())
    assert not verdicts
    source, text = library.connection.execute(
        "SELECT id, text FROM source WHERE text LIKE '夏天%'"
    ).fetchone()
    at = text.index("新\n泾") + 1
    monkeypatch.setattr(
        type(library.teaching), "verdicts", lambda _: iter([(source, text, {at: reads})])
    )
    found = learn(library)
    assert ("新泾" in found.own.words) == there
    assert found.own.parted == (not there)
    assert "长宁" in found.own.words


def test_where_all_is_proofread_no_word_is_against_a_person(library):
    library.articles.set_status(Status.PROOFED1, [row.id for row in library.articles.rows()])
    before = drafts(library)
    found = learn(library)
    assert found.own.after <= found.own.before
    parted = {
        text[at - 1] + text[at:].lstrip()[:1]
        for _, text, fixed in library.teaching.verdicts()
        for at, reads in fixed.items()
        if at and reads is not Reads.JOIN
    }
    assert found.own.words
    assert not parted & set(found.own.words)
    rerun(library)
    assert [row[:4] for row in drafts(library)] == [row[:4] for row in before]


# --- beside weights -----------------------------------------------------------------------

GROUPS = {("above", "2"): {("0",): [1.0] + [0.0] * (len(STATES) - 1)}}


def weighed(words: tuple[str, ...] = ()) -> str:
    return learnt.written(Adapted(99, changes=GROUPS, own=Vocabulary(words)))


def test_weights_that_were_learnt_stay_where_verdicts_are_too_few(library):
    library.teaching.learn(weighed(("某某",)))
    found = learn(library)
    assert found.refusal is Refusal.FEW
    assert changes_of(library.teaching.text()) == GROUPS
    assert library.teaching.field().words == set(found.own.words)


def test_words_that_are_no_more_go_and_the_weights_stay(library, monkeypatch):
    library.teaching.learn(weighed(("某某",)))
    monkeypatch.setattr("reader.learning.gather", lambda *_: ())
    foreseen = learn(library, dry_run=True)
    assert (foreseen.drops, foreseen.learns) == (True, True)
    assert learn(library) == foreseen
    assert changes_of(library.teaching.text()) == GROUPS
    assert not library.teaching.field().words
    assert not learn(library).drops


def test_where_nothing_is_learnt_nothing_is_written(library, monkeypatch):
    monkeypatch.setattr("reader.learning.gather", lambda *_: ())
    before = dump(library)
    assert not learn(library).learns
    assert dump(library) == before
    library.teaching.learn(weighed())
    before = dump(library)
    learn(library)
    assert dump(library) == before


def test_weights_are_learnt_and_measured_with_the_words(library, monkeypatch):
    seen = []

    def adapt(_, field, __):
        seen.append(field.words)
        return Adapted(99, changes=GROUPS)

    monkeypatch.setattr("reader.learning.adapt", adapt)
    found = learn(library)
    assert seen == [frozenset(found.own.words)]
    field = library.teaching.field()
    assert field.words == seen[0]
    assert changes_of(library.teaching.text()) == GROUPS


def test_the_older_form_is_still_read():
    told = json.loads(weighed(("新泾",)))
    del told["words"]
    old = json.dumps(told | {"form": 1})
    assert learnt.fits(old)
    assert changes_of(old) == GROUPS
    assert not field_of(old).words
    assert field_of(weighed(("新泾",))).words == {"新泾"}


def test_what_a_newer_program_wrote_is_passed_over():
    """As a program of the first form does with what is written now."""
    told = json.loads(weighed(("新泾",)))
    assert told["form"] == FORM == 2
    newer = json.dumps(told | {"form": FORM + 1})
    assert not learnt.fits(newer)
    assert field_of(newer) is trained()
    assert changes_of(newer) is None


def test_a_field_that_changes_keeps_its_words():
    field = trained().knowing(("新泾",))
    assert field.changed(GROUPS).words == {"新泾"}
    assert field.knowing(("新泾",)) is field
    assert trained().knowing(()) is trained()
    assert not trained().words


def test_words_are_held_against_few_verdicts_too():
    assert replace(Adapted(3, refusal=Refusal.FEW), own=Vocabulary(("新泾",))).learns
    assert not Adapted(3, refusal=Refusal.FEW).learns
    assert adapting.NEEDED == 60
