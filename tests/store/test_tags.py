"""Tags of articles and phrases: each verb one wish, one step of undo, nothing twice."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader import searching
from reader.errors import NotFoundError, UsageError
from reader.model import Changes, Kind
from reader.store import Library, Mode
from reader.store.tags import check_name

TEXT = "=今天的题\n甲乙丙丁\n戊己\n\n庚辛\n=昨天的题\n壬癸甲乙\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        take_in(library, TEXT)
        yield library


@pytest.fixture
def both(library):
    return [row.id for row in library.articles.rows()]


DEEP = "层/" * 50 + "层"


def names(library):
    return [(tag.name, tag.count) for tag in library.tags.list()]


def wishes(library):
    return len(library.journal.history())


class TestArticles:
    def test_add_makes_the_tag_once(self, library, both):
        changes = library.tags.add("会议", both)
        (tag,) = library.tags.list()
        assert (tag.name, tag.count) == ("会议", 2)
        assert changes.tags == {tag.id}
        assert changes.made == (tag.id,)
        assert changes.articles == set(both)
        assert library.articles.get(both[0]).tags == ("会议",)

    def test_adding_twice_leaves_no_wish(self, library, both):
        library.tags.add("会议", both)
        before = wishes(library)
        assert library.tags.add("会议", both) == Changes()
        assert library.tags.add("新", []) == Changes()
        assert library.tags.remove("会议", []) == Changes()
        assert wishes(library) == before
        assert names(library) == [("会议", 2)]

    def test_undo_and_redo_are_one_step(self, library, both):
        library.tags.add("会议", both)
        library.journal.undo()
        assert names(library) == []
        library.journal.redo()
        assert names(library) == [("会议", 2)]

    def test_remove(self, library, both):
        library.tags.add("会议", both)
        changes = library.tags.remove("会议", both[:1])
        assert changes.articles == {both[0]}
        assert names(library) == [("会议", 1)]
        assert library.tags.remove("会议", both[:1]) == Changes()
        library.tags.remove("会议", both)
        assert names(library) == [("会议", 0)]

    def test_rename(self, library, both):
        library.tags.add("会议", both)
        library.tags.rename("会议", " 大会 ")
        assert names(library) == [("大会", 2)]
        assert library.tags.rename("大会", "大会") == Changes()
        library.tags.add("别", both)
        with pytest.raises(UsageError) as error:
            library.tags.rename("大会", "别")
        assert error.value.detail == "tag_taken"
        assert names(library) == [("别", 2), ("大会", 2)]

    def test_merge(self, library, both):
        library.tags.add("一", both[:1])
        library.tags.add("二", both)
        block = library.articles.get(both[0]).blocks[1].id
        library.tags.mark(block, 0, 2, "一")
        library.tags.merge(["一", "二", "二"], "三")
        assert names(library) == [("三", 2)]
        assert [p.tag for p in library.tags.phrases(both[0])] == ["三"]
        library.journal.undo()
        assert names(library) == [("一", 1), ("二", 2)]
        library.tags.merge(["一", "二"], "二")
        assert names(library) == [("二", 2)]
        assert library.tags.merge(["二"], "二") == Changes()

    def test_delete(self, library, both):
        library.tags.add("一", both)
        library.tags.mark(library.articles.get(both[0]).blocks[1].id, 0, 2, "一")
        library.tags.delete("一")
        assert names(library) == []
        assert library.tags.phrases(both[0]) == []
        library.journal.undo()
        assert names(library) == [("一", 2)]
        assert len(library.tags.phrases(both[0])) == 1

    def test_a_tag_is_found_whatever_blanks_stand_around_its_name(self, library, both):
        library.tags.add(" 一 ", both)
        library.tags.remove("一 ", both[:1])
        library.tags.rename("\u3000一", "二")
        assert names(library) == [("二", 1)]
        library.tags.add("三", both)
        library.tags.merge([" 二", "二 "], "三\n")
        assert names(library) == [("三", 2)]
        library.tags.delete("三 ")
        assert names(library) == []
        details = [wish.detail for wish in library.journal.history(limit=5)]
        assert [d.get("tag", d.get("olds")) for d in details] == ["三", ["二"], "三", None, "一"]
        assert details[3] == {"old": "一", "new": "二"}

    def test_withdrawn_articles_are_not_counted(self, library, both):
        library.tags.add("一", both)
        library.issues.withdraw([row.id for row in library.issues.rows()])
        assert names(library) == [("一", 0)]
        library.journal.undo()
        assert names(library) == [("一", 2)]

    def test_what_is_not_there_is_told(self, library, both):
        for verb in (
            lambda: library.tags.remove("无", both),
            lambda: library.tags.rename("无", "有"),
            lambda: library.tags.merge(["无"], "有"),
            lambda: library.tags.delete("无"),
            lambda: library.tags.unmark("无"),
            lambda: library.tags.add("有", ["无"]),
            lambda: library.tags.suggest("无"),
            lambda: library.tags.phrases("无"),
        ):
            with pytest.raises(NotFoundError):
                verb()
        assert names(library) == []

    @pytest.mark.parametrize(
        "name",
        [
            "\u200b", "\u200b\u200c\ufeff", "\u202e\u2066", "\u2060/\u200d", "\u2800", "\u3164",
            "\u00ad", "\ufe0f", "\U000e0020", "\0", " \u200e ", "\x1b",
        ],
    )  # fmt: skip
    def test_a_name_shows_something(self, library, both, name):
        with pytest.raises(UsageError, match="unseen"):
            check_name(name)
        with pytest.raises(UsageError, match="unseen"):
            library.tags.add(name, both)
        library.tags.add("甲", both)
        for verb in (library.tags.rename, lambda old, new: library.tags.merge([old], new)):
            with pytest.raises(UsageError, match="unseen"):
                verb("甲", name)
        assert names(library) == [("甲", 2)]

    def test_what_cannot_be_seen_may_stand_in_a_name(self):
        for name in ("甲\u200b", "\u202e甲", "👨\u200d👩", "/"):
            assert check_name(name) == name

    @pytest.mark.parametrize("name", ["", " ", "甲\n乙", "甲\u2028乙", "\ud800", "a\x85b", DEEP])
    def test_bad_names(self, name):
        with pytest.raises(UsageError):
            check_name(name)

    @pytest.mark.parametrize("put", ["rename", "merge"])
    def test_nothing_comes_to_lie_too_deep(self, library, both, put):
        library.tags.add("甲" + "/层" * 40, both)
        old = "甲" if put == "rename" else ["甲"]
        with pytest.raises(UsageError, match="levels"):
            getattr(library.tags, put)(old, "乙" + "/层" * 10)
        library.tags.rename("甲", "乙" + "/层" * 9)
        assert names(library) == [("乙" + "/层" * 49, 2)]

    def test_a_name_that_is_too_deep_already_can_go_up_and_away(self, library, both, monkeypatch):
        with monkeypatch.context() as older:
            older.setattr("reader.store.phrases.LEVELS", 5000)
            library.tags.add(DEEP * 2, both)
        assert [row.count for row in library.tags.list()] == [2]
        library.tags.rename(DEEP[:1], "甲")
        library.tags.rename("甲" + (DEEP * 2)[1:], "甲")
        assert names(library) == [("甲", 2)]

    def test_good_names_are_kept_as_they_are(self):
        assert check_name("　é 甲乙\t") == "é 甲乙"


class TestFamilies:
    """Tags that lie under tags, by a slash in the name."""

    @pytest.fixture
    def family(self, library, both):
        library.tags.add("经济/企业", both[:1])
        library.tags.add("经济/企业/国企", both)
        library.tags.add("经济", both[:1])
        library.tags.add("经济0", both)
        return library

    def test_a_tag_counts_and_finds_what_lies_under_it(self, family, both):
        assert names(family) == [
            ("经济", 2), ("经济/企业", 2), ("经济/企业/国企", 2), ("经济0", 2)
        ]  # fmt: skip
        for name, count in names(family):
            assert len(searching.select(family, f"tag:{name}")) == count
            assert family.tags.count(name) == count
        assert family.tags.count("无") == 0
        assert searching.select(family, "-tag:经济") == []
        family.tags.remove("经济/企业/国企", both[1:])
        assert names(family)[:2] == [("经济", 1), ("经济/企业", 1)]
        hits = searching.find(family, "甲 tag:经济").hits
        assert {hit.article for hit in hits} == {both[0]}

    def test_what_only_lies_above_is_no_tag_but_can_be_searched(self, library, both):
        library.tags.add("政务/会议", both)
        assert names(library) == [("政务/会议", 2)]
        assert library.tags.count("政务") == len(searching.select(library, "tag:政务")) == 2

    def test_some_are_listed_with_what_they_lie_under(self, family):
        rows = {row.name: row for row in family.tags.list()}
        some = family.tags.list({rows["经济/企业"].id})
        assert some == [rows["经济"], rows["经济/企业"]]
        assert family.tags.list(()) == []
        made = sorted(rows.values(), key=lambda row: row.made)
        assert [row.name for row in made] == ["经济/企业", "经济/企业/国企", "经济", "经济0"]

    @pytest.mark.parametrize(
        ("old", "new", "after"),
        [
            ("经济", "财经", ["经济0", "财经", "财经/企业", "财经/企业/国企"]),
            ("经济", "经济/企业",
             ["经济/企业", "经济/企业/企业", "经济/企业/企业/国企", "经济0"]),
            ("经济/企业", "企业", ["企业", "企业/国企", "经济", "经济0"]),
        ],
    )  # fmt: skip
    def test_rename_takes_the_family_along_as_one_wish(self, family, old, new, after):
        before, steps = names(family), wishes(family)
        family.tags.rename(old, new)
        assert [name for name, _ in names(family)] == after
        assert wishes(family) == steps + 1
        family.journal.undo()
        assert names(family) == before

    def test_rename_of_what_only_lies_above(self, library, both):
        library.tags.add("政务/会议", both)
        library.tags.rename("政务", "政事")
        assert names(library) == [("政事/会议", 2)]

    def test_a_name_that_another_has_is_refused_whole(self, family, both):
        family.tags.add("财经/企业", both)
        before = names(family)
        with pytest.raises(UsageError) as error:
            family.tags.rename("经济", "财经")
        assert error.value.subject == "财经/企业"
        assert names(family) == before

    def test_of_two_that_a_tag_lies_under_the_nearer_decides(self, library, both):
        for name in ("甲", "甲/乙", "甲/乙/丙", "甲/丁"):
            library.tags.add(name, both[:1])
        library.tags.merge(["甲", "甲/乙"], "戊")
        assert names(library) == [("戊", 1), ("戊/丁", 1), ("戊/丙", 1)]

    def test_a_name_that_goes_away_may_come_again(self, library, both):
        library.tags.add("甲/丁", both[:1])
        library.tags.add("丙/丁", both[1:])
        library.tags.add("甲", both[1:])
        library.tags.merge(["甲", "丙/丁"], "丙")
        assert names(library) == [("丙", 2), ("丙/丁", 1)]
        assert searching.select(library, "tag:丙/丁") == both[:1]

    def test_merge_puts_the_families_together(self, family, both):
        family.tags.add("财经/企业", both[1:])
        family.tags.merge(["经济"], "财经")
        assert names(family) == [
            ("经济0", 2), ("财经", 2), ("财经/企业", 2), ("财经/企业/国企", 2)
        ]  # fmt: skip
        family.journal.undo()
        family.tags.merge(["经济"], "经济/企业")
        assert [name for name, _ in names(family)][:2] == ["经济/企业", "经济/企业/国企"]
        family.journal.undo()
        family.tags.merge(["经济/企业"], "经济")
        assert [name for name, _ in names(family)][:2] == ["经济", "经济/国企"]

    def test_delete_takes_all_under_it(self, family, both):
        family.tags.mark(family.articles.get(both[0]).blocks[1].id, 0, 2, "经济/企业")
        assert family.tags.count_phrases("经济") == 1
        assert family.tags.of(both[1]) == ("经济/企业/国企", "经济0")
        family.tags.delete("经济")
        assert names(family) == [("经济0", 2)]
        assert family.tags.count_phrases("经济") == 0
        assert family.tags.of(both[1]) == ("经济0",)
        family.journal.undo()
        assert len(names(family)) == 4

    def test_of_two_articles_only_the_one_of_a_present_issue_counts(self, family, both):
        take_in(family, "=别\n别的\n", name="other.txt")
        other = next(row.id for row in family.articles.rows() if row.id not in both)
        family.tags.add("经济/企业", [other])
        assert dict(names(family))["经济"] == 3
        family.issues.withdraw([family.articles.get(other).issue])
        assert dict(names(family))["经济"] == 2


class TestPhrases:
    def block(self, library, both, number=1):
        return library.articles.get(both[0]).blocks[number].id

    def only(self, library, both):
        (phrase,) = library.tags.phrases(both[0])
        text = library.articles.get(both[0]).text
        return str(phrase.state), "|".join(text[a:b] for a, b in phrase.ranges), phrase.quote

    def test_over_a_line_end(self, library, both):
        changes = library.tags.mark(self.block(library, both), 2, 6, "句")
        assert len(changes.made) == 2
        assert changes.articles == {both[0]}
        assert self.only(library, both) == ("same", "丙丁戊己", "丙丁戊己")
        spans = library.connection.execute("SELECT start, end FROM phrase_span").fetchall()
        assert spans == [(8, 13)]
        assert searching.select(library, "tag:句") == [both[0]]
        assert names(library) == [("句", 1)]

    def test_marking_twice_leaves_no_wish(self, library, both):
        block = self.block(library, both)
        library.tags.mark(block, 1, 3, "句")
        assert library.tags.mark(block, 1, 3, "句") == Changes()
        library.tags.mark(block, 1, 2, "句")
        library.tags.mark(block, 1, 3, "别")
        assert len(library.tags.phrases(both[0])) == 3

    def test_unmark(self, library, both):
        library.tags.mark(self.block(library, both), 1, 3, "句")
        (phrase,) = library.tags.phrases(both[0])
        library.tags.unmark(phrase.id)
        assert library.tags.phrases(both[0]) == []
        library.journal.undo()
        assert self.only(library, both) == ("same", "乙丙", "乙丙")

    def test_split_tears_and_join_mends(self, library, both):
        block = self.block(library, both)
        library.tags.mark(block, 1, 3, "句")
        library.articles.split(block, 2)
        assert self.only(library, both) == ("torn", "乙|丙", "乙丙")
        library.articles.join(block)
        assert self.only(library, both) == ("same", "乙丙", "乙丙")

    def test_a_seam_that_reads_otherwise_changes(self, library, both):
        block = self.block(library, both)
        library.tags.mark(block, 3, 5, "句")
        library.articles.edit(block, 4, 4, " ")
        assert self.only(library, both) == ("changed", "丁 戊", "丁戊")

    def test_a_verse_line_end_lies_inside(self, library, both):
        block = self.block(library, both)
        library.articles.kind(block, Kind.VERSE)
        library.articles.edit(block, 4, 4, "\n")
        library.tags.mark(block, 3, 6, "句")
        assert self.only(library, both) == ("same", "丁\n戊", "丁\n戊")
        library.tags.mark(block, 4, 6, "行")
        assert library.tags.phrases(both[0])[1].quote == "戊"

    def test_over_typed_text(self, library, both):
        block = self.block(library, both)
        library.articles.edit(block, 2, 2, "新字")
        library.tags.mark(block, 1, 5, "句")
        assert self.only(library, both) == ("same", "乙新字丙", "乙新字丙")
        library.articles.edit(block, 3, 4, "")
        assert self.only(library, both) == ("changed", "乙新丙", "乙新字丙")

    def test_a_part_in_another_article_is_torn(self, library, both):
        block = self.block(library, both)
        library.tags.mark(block, 1, 3, "句")
        library.articles.split(block, 2)
        new = library.articles.get(both[0]).blocks[2].id
        library.articles.move(new, both[1])
        (phrase,) = [p for a in both for p in library.tags.phrases(a)]
        assert phrase.state == "torn"
        assert len(phrase.ranges) == 1

    def test_furniture_is_gone(self, library, both):
        block = self.block(library, both)
        library.tags.mark(block, 1, 3, "句")
        library.articles.kind(block, Kind.FURNITURE)
        assert self.only(library, both) == ("gone", "", "乙丙")

    def test_what_cannot_be_marked(self, library, both):
        block = self.block(library, both)
        page_block = self.block(library, both, 2)
        library.articles.kind(page_block, Kind.FURNITURE)
        for mark in ((block, 0, 99), (block, 2, 1), (block, 1, 1), (page_block, 0, 1)):
            with pytest.raises(UsageError):
                library.tags.mark(*mark, "句")
        with pytest.raises(UsageError):
            library.tags.mark(block, 0, 1, " ")
        assert names(library) == []


class TestSuggestions:
    @pytest.fixture
    def library(self, tmp_path):
        with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
            take_in(library, "=社区篮球赛\n社区篮球赛在体育馆举行，篮球队员参加。\n", name="a.txt")
            take_in(library, "=篮球队员\n篮球队员训练，体育馆开放。\n", name="b.txt")
            take_in(library, "=垃圾分类\n居民学习垃圾分类知识。\n", name="c.txt")
            library.index.catch_up()
            yield library

    def test_tags_of_like_articles_come_with_their_evidence(self, library, both):
        library.tags.add("体育", both[:1])
        library.tags.add("环保", both[2:])
        found = {s.name: s for s in library.tags.suggest(both[1])}
        assert found["体育"].known
        assert found["体育"].evidence == 1
        assert ("队员", 2) in found["体育"].words
        assert found["训练"].words == (("训练", 1),)
        assert "环保" not in found
        assert found["训练"].evidence == 1
        assert not found["训练"].known

    def test_a_tag_whose_name_occurs_comes_first(self, library, both):
        library.tags.add("垃圾", both[:1])
        assert library.tags.suggest(both[2])[0].name == "垃圾"

    def test_what_it_has_is_not_suggested(self, library, both):
        library.tags.add("垃圾", both[2:])
        assert "垃圾" not in {s.name for s in library.tags.suggest(both[2])}

    def test_an_empty_article_gets_none(self, library, both):
        for block in library.articles.get(both[2]).blocks:
            library.articles.edit(block.id, 0, len(block.text), "")
        assert list(library.tags.suggest(both[2])) == []


def test_a_phrase_over_two_sources_is_one_range(library, both):
    """A person's split between two characters leaves a point, which lies inside when joined."""
    block = library.articles.get(both[0]).blocks[1].id
    library.tags.mark(block, 0, 6, "句")
    library.articles.split(block, 2)
    library.articles.join(block)
    library.articles.edit(block, 2, 2, " ")
    (phrase,) = library.tags.phrases(both[0])
    assert phrase.state == "changed"
    assert len(phrase.ranges) == 1


def test_a_large_family_is_counted(library, both):
    """SQLite binds so many values and no more: each topic was bound twice."""
    for number in range(6):
        library.tags.add(f"经济/{number}", both[:1])
    assert library.tags.count("经济") == 1
    assert library.tags._count(range(1, 150_000)) == 1
