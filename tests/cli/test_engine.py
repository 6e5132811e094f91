"""The commands rerun and learn: what they print, and their status."""

from __future__ import annotations

import pytest
from commanding import Home
from lessons import biased, lessons

from reader import places
from reader.cli.clue_words import CLASSES, clue_words
from reader.cli.words import Words
from reader.text import adapting
from reader.text.adapting import Adapted, Refusal
from reader.text.plastic import SLOTS, ClueChange
from reader.text.vocabulary import Vocabulary


@pytest.fixture
def home(tmp_path, monkeypatch, capsys) -> Home:
    return Home(tmp_path, monkeypatch, capsys)


@pytest.fixture
def news(home, tmp_path, monkeypatch):
    """Two pages of one paper, proofread."""
    monkeypatch.setattr(adapting, "STEPS", 2)
    folder = tmp_path / "in"
    folder.mkdir()
    for lesson in lessons(7, (100, 101)):
        (folder / f"{lesson.name}.txt").write_bytes(lesson.text.encode())
    home.good("import", folder)
    monkeypatch.setattr("reader.learning.trained", biased)
    return home


def proofread(home) -> None:
    home.good("status", "proofed1", "--where", "")


def test_rerun_after_an_import_has_nothing_to_do(news):
    assert news.good("rerun").out == (
        "2 pages read again, 0 changed: 0 line ends, 0 blocks, confidence and reasons of"
        " 0 line ends\n"
    )
    assert news.good("rerun", "--dry-run").out.endswith("; nothing was written\n")


def test_rerun_lists_what_changes_and_undo_takes_it_back(home):
    ids = home.fill()  # pages that another engine read
    foreseen = home.good("rerun", "--dry-run", "--json").json
    assert (foreseen["looked"], foreseen["dry_run"], foreseen["wish"]) == (2, True, None)
    lines = home.good("rerun", "--dry-run").rows
    done = home.good("rerun", "--json").json
    assert done["pages"] == foreseen["pages"]
    assert done["wish"]
    seams = [seam for page in done["pages"] for seam in page["seams"]]
    blocks = [block for page in done["pages"] for block in page["blocks"]]
    assert len(lines) == len(seams) + len(blocks) + 1
    assert all(len(row) == 6 for row in lines[:-1])
    assert all(seam["before"] != seam["after"] and seam["reasons"] for seam in seams)
    assert {block["what"] for block in blocks} <= {"kind", "move", "doubled", "order"}
    assert not home.good("rerun", "--json").json["pages"]
    assert home.good("history").rows[0][2:4] == [
        "jiaokan",
        f"run the engine again (pages: {len(done['pages'])}, line ends changed: {len(seams)},"
        f" blocks: {len(blocks)})",
    ]
    home.good("undo")
    assert [row[0] for row in home.good("articles").rows] == ids


def test_learn_says_how_many_verdicts_are_needed(news):
    told = news("learn")
    assert told.status == 1
    assert told.out == ("too few verdicts, nothing was learnt: there are 0, and 60 are needed\n")
    told = news("learn", "--json")
    assert (told.status, told.json["refused"], told.json["needed"]) == (1, "few", 60)


def test_learn_tells_how_it_was_measured_and_what_changed(news):
    proofread(news)
    told = news.good("learn", "--dry-run")
    assert "verdicts held out" in told.out
    assert told.out.endswith("; nothing was written\n")
    assert news("learn", "--forget").status == 1
    done = news.good("learn", "--json").json
    assert done["stored"]
    assert done["clues"]
    assert done["held_after"] <= done["held_before"]
    assert news.good("learn", "--forget", "--dry-run").out == (
        "something was learnt and can be forgotten\n"
    )
    assert news.good("learn", "--forget", "--json").json == {"forgotten": True, "known": True}
    assert news.good("check").out.endswith("sound\n")
    assert [row[3] for row in news.good("history").rows[:2]] == [
        "forget what was learnt",
        f"learn from {done['verdicts']} verdicts",
    ]


def test_learn_tells_the_words_of_the_newspaper_and_needs_no_verdicts(home):
    home.good("import", *sorted(places.seeds().glob("*.txt")))
    foreseen = home.good("learn", "--dry-run").out
    assert "words of this newspaper, such as 新泾, " in foreseen
    assert foreseen.endswith("; nothing was written\n")
    assert home("learn", "--forget").status == 1
    told = home.good("learn").out.splitlines()
    assert told[1:] == [
        "too few verdicts, clues weigh as before: there are 0, and 60 are needed",
        told[0]
        .split(" of ")[0]
        .join(("learnt ", " of this newspaper; import and rerun use them from now on")),
    ]
    done = home.good("learn", "--json").json
    assert (done["refused"], done["stored"], done["words_refused"]) == ("few", True, False)
    assert done["words"][0] == "新泾"
    assert (done["words_parted"], done["words_held"]) == (0, 0)
    assert home.good("history").rows[0][3] == (
        f"learn from the text ({len(done['words'])} words of this newspaper)"
    )
    home.set(JIAOKAN_LANG="zh_CN")
    assert home.good("learn").out.startswith(f"本报常连用的字对 {len(done['words'])} 个：新泾、")
    assert home.good("learn", "--forget").status == 0


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (Vocabulary(), []),
        (Vocabulary(("新泾",)), ["1 word of this newspaper, such as 新泾"]),
        (
            Vocabulary(("新泾", "彭浦"), 1, 9, 3, 2),
            [
                "2 words of this newspaper, such as 新泾, 彭浦",
                "of 9 verdicts held out, 3 wrong without these words and 2 with them",
                "1 word was left out, as verdicts speak against them",
            ],
        ),
        (
            Vocabulary((), 0, 9, 2, 3, refused=True),
            [
                "with words of this newspaper 3 of the verdicts held out would be wrong, and 2"
                " without, so none was taken"
            ],
        ),
    ],
)
@pytest.mark.parametrize("refusal", [None, *Refusal])
def test_what_became_of_the_words_is_told(home, monkeypatch, own, said, refusal):
    home.fill()
    found = Adapted(70, refusal=refusal, own=own)
    monkeypatch.setattr("reader.learning.learn", lambda *_, **__: found)
    told = home("learn")
    assert told.out.splitlines()[: len(said)] == said
    assert told.status == (0 if found.learns else 1)
    assert ("nothing was learnt" in told.out) <= (not found.learns)
    assert "{" not in told.out


def test_words_that_are_no_more_are_told_to_go(home, monkeypatch):
    home.fill()
    monkeypatch.setattr("reader.learning.gather", lambda *_: ("新泾",))
    home.good("learn")
    monkeypatch.setattr("reader.learning.gather", lambda *_: ())
    assert home.good("learn", "--dry-run").out.endswith(
        "the words of this newspaper that were learnt before would go; nothing was written\n"
    )
    assert home.good("learn", "--json").json["stored"]
    assert home("learn").status == 1
    assert home.good("history").rows[0][3] == "forget what was learnt"


def test_a_dry_run_needs_no_right_to_write(news):
    news.library.chmod(0o444)
    try:
        assert news.good("rerun", "--dry-run", "--json").json["looked"] == 2
    finally:
        news.library.chmod(0o644)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_clue_has_words(language):
    words = Words(language)
    for slot in {slot for mine in SLOTS.values() for slot in mine}:
        for value in [*CLASSES.get(slot, {}), "0", "3", "f", "^"]:
            for pull in (0.5, -0.5):
                said = clue_words(ClueChange(((slot, value), ("blanks", "1")), pull), words)
                assert "0.50" in said
                assert "{" not in said
    assert clue_words(ClueChange((("cut", "-"),), 0.5), words)
    assert clue_words(ClueChange((("end", "~"),), 0.5), words).startswith("~")
