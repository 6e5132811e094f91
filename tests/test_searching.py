"""What a person gets from the search box: hits with their place, a page at a time."""

from __future__ import annotations

from contextlib import closing
from itertools import islice

import pytest
from drafting import raw_file, take_in

from reader import searching
from reader.drafts import PageIn, RawFile, RawPage
from reader.model import IssueFacts, Status
from reader.searching import Hit, In
from reader.store import Library, Mode

PAGE = "=社区的题\n今天社区的\n晨报说。\n\n第二段社区\n#社区晨报第3版\n=别的题\n没有别的。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        facts = IssueFacts(title="晨报", date="2025-04-14", page=3)
        take_in(library, PAGE, name="晨报.txt", facts=facts)
        library.index.catch_up()
        yield library


@pytest.fixture
def ids(library):
    return [row.id for row in library.articles.rows()]


def spans(found):
    return [(hit.start, hit.end, hit.match) for hit in found.hits]


def test_a_hit_tells_all_of_its_place(library, ids):
    found = searching.find(library, "的晨报")
    issue = library.issues.rows()[0].id
    assert found.hits == (
        Hit(
            article=ids[0],
            issue=issue,
            source="晨报.txt",
            title="=社区的题",
            date="2025-04-14",
            page=3,
            start=10,
            end=13,
            before="今天社区",
            match="的晨报",
            after="说。",
            line=2,
            column=5,
        ),
    )
    assert (found.query, found.total, found.literal, found.reason) == ("的晨报", 1, False, None)
    text = library.articles.get(ids[0]).text
    assert text[10:13] == "的晨报"


def test_a_hit_as_received_counts_in_the_source(library, ids):
    (hit,) = searching.find(library, "的晨报", where=In.SOURCE).hits
    assert hit.received
    assert hit.article == ids[0]
    assert PAGE[hit.start : hit.end] == hit.match == "的\n晨报"
    assert (hit.line, hit.column) == (2, 5)
    assert (hit.before, hit.after) == (PAGE[: hit.start], PAGE[hit.end : hit.end + 20])


def test_furniture_has_no_article(library):
    found = searching.find(library, "社区晨报", where=In.BOTH)
    assert [(hit.article, hit.line, hit.match) for hit in found.hits] == [(None, 6, "社区晨报")]
    assert searching.find(library, "社区晨报").total == 0


def test_the_same_place_is_one_hit(library):
    both = searching.find(library, "社区", where=In.BOTH)
    assert [hit.received for hit in both.hits] == [True, False, False, False]
    assert both.total == 4


def test_after_a_correction_each_text_finds_its_own(library, ids):
    block = library.articles.get(ids[1]).blocks[1].id
    library.articles.edit(block, 0, 2, "皆无")
    library.index.catch_up()
    assert searching.find(library, "没有").total == 0
    assert searching.find(library, "没有", where=In.SOURCE).total == 1
    assert searching.find(library, "皆无", where=In.SOURCE).total == 0
    (hit,) = searching.find(library, "皆无别", where=In.BOTH).hits
    assert (hit.line, hit.column) == (8, 3)
    (hit,) = searching.find(library, "皆无").hits
    assert (hit.line, hit.column) == (None, None)


def test_words_may_stand_in_different_blocks(library, ids):
    assert spans(searching.find(library, "晨报 第二")) == [(11, 13, "晨报"), (16, 18, "第二")]
    assert searching.find(library, "晨报 没有").total == 0
    assert searching.select(library, "的 -晨报") == ids[1:]
    assert searching.select(library, "-社区") == ids[1:]


def test_a_word_does_not_go_over_a_paragraph(library):
    assert searching.find(library, "说。第二").total == 0


def test_no_word_to_find_gives_one_hit_an_article(library, ids):
    for query in ("", "date:2025-04", "-没"):
        found = searching.find(library, query)
        wanted = ids if query != "-没" else ids[:1]
        assert [(h.article, h.start, h.end, h.match, h.line) for h in found.hits] == [
            (article, 0, 0, "", None) for article in wanted
        ]
        assert found.total == len(wanted)
    assert searching.find(library, "tag:无").hits == ()


def test_what_is_not_understood_is_searched_as_it_stands(library):
    found = searching.find(library, "date:gestern")
    assert (found.literal, found.reason, found.total) == (True, "date", 0)
    assert searching.understood("a:b").literal
    assert searching.find(library, '"题').total == 0
    assert searching.find(library, "题 \ud800").total == 0
    assert searching.select(library, "题 -\ud800") == searching.select(library, "题")


def test_pages_of_hits(library):
    everything = searching.find(library, "的", limit=None)
    assert everything.total == len(everything.hits) == 4
    for size in (1, 2, 3):
        for at in range(6):
            wanted = everything.hits[at : at + size]
            assert searching.find(library, "的", limit=size, offset=at).hits == wanted
    assert searching.find(library, "的", limit=0).total == 4
    assert searching.count(library, "的") == 4
    assert searching.count(library, "", where=In.SOURCE) == 2


@pytest.mark.parametrize("query", ["的", "社区", "社区 晨报", "题 -晨报", "date:2025", "没有的词"])
def test_the_concordance_gives_the_same_hits_with_their_paragraphs(library, query):
    everything = searching.find(library, query, limit=None).hits
    heard = []
    for size in (1, 2, 9):
        for at in range(6):
            span = slice(at, at + size)
            placed = searching.concordance(library, query, span=span, heed=lambda: heard.append(1))
            assert tuple(p.hit for p in placed) == everything[span]
            for p in placed:
                assert p.text[p.at :].startswith(p.hit.match)
                same = [hit for hit in everything if hit.article == p.hit.article]
                assert (p.number, p.of) == (same.index(p.hit) + 1, len(same))
    survey = searching.survey(library, query, heed=lambda: heard.append(1))
    assert survey.hits == len(everything)
    assert survey.articles == len({hit.article for hit in everything})
    assert searching.total(library, query) in (None, len(everything))
    assert searching.first(library, query) == (everything[0].article if everything else None)
    assert survey.facets.statuses.total() == survey.hits
    assert heard or not everything


def test_a_search_ends_when_it_is_no_longer_wanted(library):
    class GoneError(Exception):
        pass

    def gone():
        raise GoneError

    with pytest.raises(GoneError):
        searching.concordance(library, "社区", span=slice(0, 9), heed=gone)
    with pytest.raises(GoneError):
        searching.survey(library, "社区", heed=gone)
    assert searching.count(library, "社区") == 3


def test_a_stream_can_be_left(library, ids):
    with closing(searching.stream(library, "的")) as hits:
        assert len(list(islice(hits, 2))) == 2
    library.articles.set_status(Status.WORKING, ids)
    assert searching.select(library, "status:working") == ids


def test_selection_when_many_are_selected(library, ids, monkeypatch):
    """A field that selects many articles is looked at in each that the words find."""
    library.tags.add("甲", ids)
    library.tags.add("乙", ids[:1])
    expected = {
        query: searching.select(library, query)
        for query in (
            "的 tag:甲",
            "的 tag:甲 -tag:乙",
            "tag:甲",
            "的 status:new -has:doubt",
            "的 date:2025 issue:晨",
            "的 date:2024",
            "的 date:2025-04-14..2026 -date:2026",
            "-status:new",
        )
    }
    monkeypatch.setattr("reader.store.found._FEW", 0)
    for query, wanted in expected.items():
        assert searching.select(library, query) == wanted, query
    assert expected["的 tag:甲 -tag:乙"] == ids[1:]
    assert expected["的 date:2024"] == []
    assert expected["的 tag:甲"] == ids


def test_issue_by_id_number_or_part_of_its_title(library, ids):
    issue = library.issues.rows()[0].id
    library.issues.set(issue, number="17")
    for value in (issue, "17", "晨", "晨报"):
        assert searching.select(library, f"issue:{value}") == ids
    assert searching.select(library, "issue:1") == []


def test_lines_go_on_through_the_pages_of_a_file(library):
    from drafting import draft

    first, second = "一\n二\n\x0c", "三\n特别\n"
    data = (first + second).encode()
    file = RawFile(
        "两版.txt", "0" * 64, len(data), "utf-8", (RawPage(first), RawPage(second, 1, 4))
    )
    pages = [PageIn(draft(first), IssueFacts()), PageIn(draft(second), IssueFacts())]
    library.issues.add(file, pages)
    (hit,) = searching.find(library, "特别").hits
    assert (hit.source, hit.line, hit.column) == ("两版.txt", 5, 1)
    (hit,) = searching.find(library, "特别", where=In.SOURCE).hits
    assert (first + second)[hit.start : hit.end] == "特别"
    assert (hit.line, hit.column) == (5, 1)


def test_a_name_that_is_no_utf8_is_told(library):
    text = "奇名"
    file = raw_file(text)
    file = RawFile("\udcff.txt", file.sha256, file.size, "utf-8", file.pages)
    from drafting import draft

    library.issues.add(file, [PageIn(draft(text), IssueFacts())])
    (hit,) = searching.find(library, "奇名").hits
    assert hit.source == "\udcff.txt"


def test_a_place_on_another_page_has_no_line(library, ids):
    take_in(library, "=他页\n异文在此\n", name="b.txt")
    other = next(row.id for row in library.articles.rows() if row.id not in ids)
    moved = library.articles.get(other).blocks[1].id
    library.articles.move(moved, ids[0])
    (hit,) = searching.find(library, "异文").hits
    assert (hit.article, hit.line) == (ids[0], None)
    (hit,) = searching.find(library, "异文", where=In.SOURCE).hits
    assert (hit.article, hit.line, hit.match) == (ids[0], None, "异文")


def test_a_writer_and_a_reader_at_once(library, tmp_path):
    """A reader goes on with the state in which it began."""
    with Library.open(tmp_path / "library.db") as reader:
        with closing(searching.stream(reader, "的")) as hits:
            next(hits)
            library.issues.withdraw([library.issues.rows()[0].id])
            assert len(list(hits)) == 3
        assert searching.count(reader, "的") == 0


DATES = ["2025-04-14", "2024", None, "2025-04", "2025", "2024-07-01", "2025-04-14", None]


@pytest.fixture
def dated(tmp_path):
    """Make a library of issues of many dates, two pages each; half of them are not indexed."""
    with Library.open(tmp_path / "dated.db", Mode.CREATE, actor="me") as library:
        for n, date in enumerate(DATES):
            for page in (1, 2):
                facts = IssueFacts(f"报{n}", date, date is not None, None, page)
                text = f"=题{n}社区\n社区第{n}期\n说第{page}版。\n#社区眉\n"
                take_in(library, text, name=f"{n}-{page}.txt", facts=facts)
            if n == len(DATES) // 2:
                library.index.catch_up()
        yield library


def backwards(hit):
    """Order dates from the newest on, the finer of two first, none last."""
    return hit.date is None, [*(-ord(c) for c in hit.date or ""), 1]


@pytest.mark.parametrize("where", list(In))
@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize(
    "query",
    ["社区", "期 版", "的", "社区 说", "date:2025", "社区 date:2024..2025-04", "社区 -题1", "题3",
     "status:new", "", "社区 date:2026", "眉"],
)  # fmt: skip
def test_the_newest_first_are_the_same_hits_by_date(dated, query, where, indexed, monkeypatch):
    if indexed:
        dated.index.catch_up()
    for few in (1000, 0):
        monkeypatch.setattr("reader.store.found._FEW", few)
        look = searching.Look(where, newest=True)
        everything = searching.find(dated, query, where=where, limit=None).hits
        wanted = sorted(everything, key=backwards)
        for span in (slice(0, 99), slice(3, 7)):
            placed = searching.concordance(dated, query, span=span, heed=lambda: None, look=look)
            assert [p.hit for p in placed] == wanted[span]


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("社区 status:new|working", "社区"),
        ("社区 status:working|proofed1", "社区 status:working"),
        ("-status:working|proofed1 社区", "社区 -status:working"),
        ("社区 date:2024|2025-04-14", None),
        ("tag:甲|乙 社区", None),
    ],
)
def test_one_of_several_values(dated, query, same, monkeypatch):
    dated.index.catch_up()
    ids = [row.id for row in dated.articles.rows()]
    dated.articles.set_status(Status.WORKING, ids[::3])
    dated.tags.add("甲", ids[:2])
    dated.tags.add("乙", ids[1:4])
    for few in (1000, 0):
        monkeypatch.setattr("reader.store.found._FEW", few)
        found = {hit.article for hit in searching.find(dated, query, limit=None).hits}
        if same is not None:
            assert found == {hit.article for hit in searching.find(dated, same, limit=None).hits}
            assert found or "proofed1" not in query
            continue
        field, _, rest = query.replace(" 社区", "").replace("社区 ", "").partition(":")
        parts = [f"社区 {field}:{value}" for value in rest.split("|")]
        each = [{hit.article for hit in searching.find(dated, part, limit=None).hits}
                for part in parts]  # fmt: skip
        assert all(each)
        assert found == set.union(*each)
