"""Laws of running the engine again: what people decided stays, all else is as an import has it."""

from __future__ import annotations

import random

import again
import pytest
from drafting import draft, raw_file
from dumping import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from training import generator

from reader.drafts import PageIn
from reader.importing import ImportOptions, import_paths
from reader.learning import learn
from reader.model import ENGINE, IssueFacts, Kind, Reads, Status
from reader.rerunning import Rerunning, rerun
from reader.store import Library, Mode
from reader.store.check import check
from reader.store.parts import Comparing, Group
from reader.store.proposed import What
from reader.store.rerun import Rerun
from reader.store.verdicts import Verdicts
from reader.text import rough

laws = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
NEWS = (
    "便民菜场本周开张\n\n4月14日，便民菜场本周开张，居民说方便。记者看到，摊位摆得整\n"
    "齐，地上也干净，来买菜的人不少。\n\n摊主说，租金比原来低。\n\n老街修缮完工\n\n"
    "近日，老街修缮完工，居民走上新铺的石板路，都说比从前好走多了，也\n亮堂多了。\n"
)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as opened:
        opened.connection.execute("PRAGMA synchronous = OFF")
        yield opened


def take(library, folder, *texts, **options):
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_bytes(text.encode())
    return list(import_paths(library, [folder], options=ImportOptions(**options)))


@pytest.fixture
def news(library, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    take(library, folder, NEWS)
    return library


def blocks(library):
    return [
        block for row in library.articles.rows() for block in library.articles.get(row.id).blocks
    ]


def block_with(library, words):
    return next(block for block in blocks(library) if words in block.text)


def shaken(library, seed=1, size=0.6):
    library.__dict__["teaching"] = again.OtherEngine(again.other_field(seed, size))


def structure(library):
    """Each page as it stands: articles, kinds and spans, and its seams; no keys, no ids."""
    look = Verdicts(library)
    found = []
    for page in look.pages():
        standing = look.standing(page)
        empty = draft("")
        comparing = Comparing(standing, empty)
        owners = tuple(standing.owners)
        seams = [(s.start, s.end, s.reads, s.reasons) for s in standing.seams.values()]
        found.append((comparing._was(Group(owners, (), ())), seams))
    return found


@given(seed=st.integers(0, 1 << 20))
@laws
def test_the_laws_of_a_rerun(tmp_path_factory, seed):
    folder = tmp_path_factory.mktemp("laws")
    dice = random.Random(seed)
    with Library.open(folder / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        (folder / "in").mkdir()
        take(library, folder / "in", *(generator.page(seed + at).raw for at in range(2)))
        start = dump(library)
        assert not rerun(library).pages
        assert dump(library) == start, "right after an import nothing changes"
        if dice.random() < 0.7:
            library.__dict__["teaching"] = again.OtherEngine(again.other_field(seed))
        for _ in range(dice.randrange(25)):
            again.act(library, dice)
        before, decided = dump(library), again.verdicts(library)
        foreseen = rerun(library, dry_run=True)
        assert dump(library) == before
        found = rerun(library)
        assert found.pages == foreseen.pages
        assert check(library).faults == ()
        assert again.verdicts(library) == decided, "every verdict stays"
        after = dump(library)
        assert not rerun(library).pages
        assert dump(library) == after, "twice is once"
        if found.changes.wish is not None:
            library.journal.undo()
            assert dump(library) == before, "undo brings back row for row"
            library.journal.redo()
            assert dump(library) == after


def test_an_untouched_page_becomes_what_an_import_makes_of_it(tmp_path):
    texts = [generator.page(seed).raw for seed in (3, 14, 15)]
    with Library.open(tmp_path / "engine.db", Mode.CREATE, actor="me") as imported:
        (tmp_path / "in").mkdir()
        take(imported, tmp_path / "in", *texts)
        wanted = structure(imported)
    with Library.open(tmp_path / "plain.db", Mode.CREATE, actor="me") as library:
        for at, text in enumerate(texts):
            library.issues.add(raw_file(text, f"{at}.txt"), [PageIn(draft(text), IssueFacts())])
        assert structure(library) != wanted
        found = rerun(library)
        assert sorted(structure(library), key=repr) == sorted(wanted, key=repr)
        assert check(library).faults == ()
        assert {What.KIND, What.MOVE} <= {b.what for page in found.pages for b in page.blocks}
        assert found.seams > 20


def test_it_is_one_wish_and_the_engines(news):
    shaken(news)
    found = rerun(news)
    assert found.looked == 1
    (wish,) = [wish for wish in news.journal.history() if wish.verb == "rerun"]
    assert (wish.actor, wish.id) == (ENGINE, found.changes.wish)
    assert wish.detail == {"pages": 1, "seams": found.seams, "blocks": found.blocks}


def test_pages_taken_in_as_they_stand_are_passed_over(library, tmp_path):
    (tmp_path / "in").mkdir()
    take(library, tmp_path / "in", NEWS, as_is=True)
    assert rerun(library).looked == 0


def test_a_page_that_the_engine_read_whole_is_not_read_roughly_afterwards(
    library, tmp_path, monkeypatch
):
    """It would read worse; of pages beside it what changes is told and carried out."""
    (tmp_path / "in").mkdir()
    long = generator.page(3).raw
    take(library, tmp_path / "in", long, NEWS)
    shaken(library, size=1.0)
    both = rerun(library, dry_run=True)
    assert (both.looked, len(both.pages)) == (2, 2)
    monkeypatch.setattr(rough, "BEYOND", len(long.splitlines()) - 1)
    found = rerun(library)
    assert (found.looked, found.pages) == (1, (min(both.pages, key=lambda page: len(page.seams)),))
    monkeypatch.setattr(rough, "BEYOND", 0)
    before = dump(library)
    assert rerun(library) == Rerunning(0, ())
    assert dump(library) == before


def test_a_page_read_roughly_is_read_so_again_under_its_verdicts(news, tmp_path, monkeypatch):
    """And by the engine when that reads pages of so many lines."""
    monkeypatch.setattr(rough, "BEYOND", 0)
    take(news, tmp_path / "in", NEWS, NEWS.replace("菜场", "书场"))
    before = dump(news)
    assert rerun(news) == Rerunning(1, ())
    assert dump(news) == before
    block = block_with(news, "书场本周开张，居民")
    (seam, *_) = [one for one in news.articles.seams(block.id) if one.reads is Reads.JOIN]
    news.articles.split(block.id, seam.at)
    decided = again.verdicts(news)
    learn(news)
    found = rerun(news)
    assert found.looked == 1
    assert again.verdicts(news) == decided
    assert check(news).faults == ()
    monkeypatch.undo()
    found = rerun(news)
    assert (found.looked, len(found.pages)) == (2, 1)
    assert again.verdicts(news) == decided


def test_withdrawn_pages_are_passed_over(news):
    news.issues.withdraw([news.issues.rows()[0].id])
    assert rerun(news).looked == 0


def test_a_verdict_settles_its_neighbours_and_only_seams_follow(news):
    """A person parts a paragraph; the article is not touched by that."""
    block = block_with(news, "摊位摆得整")
    news.articles.split(block.id, block.text.index("居民说"))
    look = Verdicts(news)
    (page,) = look.pages()
    owners = look.standing(page).owners.values()
    assert any(owner.by_hand for owner in owners), "a border where no white space stands"
    block = block_with(news, "老街修缮完工，居民")
    seam = next(s for s in news.articles.seams(block.id))
    news.articles.split(block.id, seam.at)
    standing = Verdicts(news).standing(page)
    assert standing.fixed == {seam.start: Reads.PARA}
    assert sum(not owner.by_hand for owner in standing.owners.values()) == len(owners) - 1


@pytest.mark.parametrize("status", [Status.PROOFED1, Status.PROOFED2])
def test_in_what_is_proofread_nothing_changes_and_all_seams_are_verdicts(news, status):
    rows = [row.id for row in news.articles.rows()]
    news.articles.set_status(status, rows)
    shaken(news, size=1.0)
    before = dump(news)
    found = rerun(news)
    texts = [news.articles.get(row).text for row in rows]
    assert not [seam for page in found.pages for seam in page.seams if seam.article]
    assert dump(news)["piece"] == before["piece"]
    assert len(Verdicts(news).standing(1).fixed) >= sum(text.count("\n") for text in texts)


def test_a_touched_article_follows_at_line_ends_alone(news):
    """The engine's verdicts are put the other way by hand in the rows: it puts them right."""
    article = news.articles.rows().__next__().id
    news.tags.add("市场", [article])
    block = block_with(news, "摊位摆得整")
    end = next(s for s in news.articles.seams(block.id) if s.reads is Reads.JOIN)
    news.articles.split(block.id, end.at)
    news.articles.join(block_with(news, "来买菜的人不少").id)
    news.connection.execute("UPDATE seam SET decider = NULL, proposal = NULL")
    found = rerun(news, dry_run=True)
    assert {(s.before, s.after) for p in found.pages for s in p.seams} == {
        (Reads.PARA, Reads.JOIN),
        (Reads.JOIN, Reads.PARA),
    }
    rerun(news)
    assert block_with(news, "摊位摆得整").text == block.text
    assert block_with(news, "租金").text == "摊主说，租金比原来低。"
    assert news.articles.get(article).tags == ("市场",)
    assert not rerun(news).pages


def test_a_line_that_a_person_made_furniture_stays_so(news):
    block = block_with(news, "摊主说")
    news.articles.kind(block.id, Kind.FURNITURE)
    assert not [c for page in rerun(news).pages for c in page.blocks]
    with pytest.raises(StopIteration):
        block_with(news, "摊主说")


def test_what_fails_in_the_middle_is_not_half_done(library, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    take(library, tmp_path / "in", *(generator.page(seed).raw for seed in (1, 2)))
    shaken(library)
    before = dump(library)
    follow, done = Rerun.follow, []

    def stumble(self, plan, wish):
        if done:
            raise KeyboardInterrupt
        done.append(follow(self, plan, wish))

    monkeypatch.setattr(Rerun, "follow", stumble)
    with pytest.raises(KeyboardInterrupt):
        rerun(library)
    assert done
    assert dump(library) == before
    assert check(library).faults == ()


def test_a_page_that_somebody_changed_meanwhile_is_read_again(news, monkeypatch):
    """The verdict comes between the reading and the wish."""
    shaken(news, size=1.0)
    wanted = again.verdicts(news)
    wish = news.wish

    def late(verb, **detail):
        monkeypatch.undo()
        block = block_with(news, "老街修缮完工，居民")
        news.articles.split(block.id, news.articles.seams(block.id)[0].at)
        wanted.update(again.verdicts(news))
        return wish(verb, **detail)

    monkeypatch.setattr(news, "wish", late)
    rerun(news)
    assert again.verdicts(news) == wanted != set()
    assert check(news).faults == ()
    assert not rerun(news).pages


def test_how_far_it_is_can_be_told(news):
    told = []
    rerun(news, dry_run=True, report=lambda done, of: told.append((done, of)))
    assert told == [(0, 1)]
