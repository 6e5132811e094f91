"""From jsonl and furniture every page can be rebuilt, whatever was done to its articles."""

from __future__ import annotations

import contextlib
import hashlib
import random
from pathlib import Path

import pytest
from drafting import draft, raw_file, take_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rebuild import rebuild, rows, typed

from reader import exporting
from reader.drafts import PageIn
from reader.errors import UsageError
from reader.model import HEAD_KINDS, IssueFacts, Kind, Reads
from reader.store import Library, Mode
from reader.text.decode import decode
from reader.text.lines import split_pages
from reader.text.repair import repair

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        yield library


def take_seeds(library: Library) -> dict[str, str]:
    """Take the five pages in; give their texts by SHA-256."""
    texts = {}
    for number, path in enumerate(SEEDS, 1):
        data = path.read_bytes()
        text = decode(data).text
        file = raw_file(text, path.name)
        facts = IssueFacts("晨报", "2025-04-14", True, "1", number if number < 5 else None)
        library.issues.add(file, [PageIn(repair(text), facts)])
        texts[file.sha256] = text
    assert len(texts) == 5
    return texts


def exported(library: Library, folder: Path, **wanted) -> tuple[list[dict], list[dict]]:
    exporting.export(library, **({"format": "jsonl", "out": folder, "articles": None} | wanted))
    return rows(folder / "articles.jsonl"), rows(folder / "furniture.jsonl")


def check(articles: list[dict], pages: list[dict], texts: dict[str, str]) -> None:
    """Hold an export against the files as received."""
    rebuilt = rebuild(articles, pages)
    for sha256, text in texts.items():
        for at, char in rebuilt.files[sha256].items():
            assert text[at] == char
        assert rebuilt.text(sha256) == "".join(text.split())
    for article in articles:
        text = article["text"]
        assert all(block["text"] in text for block in article["body"])
        for kind in HEAD_KINDS:
            assert all(part in text for part in (article[kind] or "").split(" "))
        read = [
            *(article[k] for k in HEAD_KINDS if article[k]),
            *(b["text"] for b in article["body"]),
        ]
        assert text.split() == " ".join(read).split()
        for correction in article["corrections"]:
            low, high = correction["start"], correction["end"]
            assert 0 <= low <= high <= len(text)
            assert low < high or not text[low:high]
        for span in article["spans"]:
            assert all(0 <= low < high <= len(text) for low, high in span["ranges"])


def random_wish(library: Library, rng: random.Random) -> None:
    """Do one thing that a person can do; some are refused."""
    mine = library.articles
    articles = [row.id for row in mine.rows()]
    article = mine.get(rng.choice(articles))
    block = rng.choice(article.blocks)
    other = rng.choice(articles)
    at = rng.randint(0, len(block.text))
    until = min(len(block.text), at + rng.choice((0, 1, 2, 9)))
    verbs = [
        lambda: mine.edit(block.id, at, until, rng.choice(("", "改", "二字", " ", "a b"))),
        lambda: mine.split(block.id, at),
        lambda: mine.join(block.id, None, rng.choice((Reads.JOIN, Reads.SPACE))),
        lambda: mine.join(block.id, rng.choice(mine.get(other).blocks).id),
        lambda: mine.kind(block.id, rng.choice(list(Kind))),
        lambda: mine.move(block.id, other),
        lambda: mine.split_article(block.id),
        lambda: mine.merge([article.id, other]),
        lambda: mine.supply(article.id, rng.choice(HEAD_KINDS), "补的题"),
        lambda: mine.replace("新泾", "某镇", [article.id]),
        lambda: library.tags.mark(block.id, at, until, "句"),
        library.journal.undo,
    ]
    weights = [8, 3, 3, 2, 2, 2, 1, 1, 1, 1, 3, 1]
    with contextlib.suppress(UsageError):
        rng.choices(verbs, weights)[0]()


@pytest.mark.parametrize("seed", range(4))
def test_the_five_pages_are_rebuilt_after_whatever_was_done(library, tmp_path, seed) -> None:
    texts = take_seeds(library)
    root = library.journal.head()
    rng = random.Random(seed)
    for _ in range(120):
        random_wish(library, rng)
        if library.journal.head() != root and rng.random() < 0.02:
            check(*exported(library, tmp_path / "out"), texts)
    check(*exported(library, tmp_path / "out"), texts)


def test_the_five_pages_as_they_came_have_nothing_typed(library, tmp_path) -> None:
    texts = take_seeds(library)
    articles, pages = exported(library, tmp_path / "out")
    check(articles, pages, texts)
    assert len(pages) == 5
    for article in articles:
        assert typed(article).strip() == ""
        heads = "\n".join(article[kind] for kind in HEAD_KINDS if article[kind])
        shown, body = article["text"][: len(heads)], [b["text"] for b in article["body"]]
        assert shown.split() == heads.split()  # of two of a kind each has a line in the text
        assert article["text"].removeprefix(shown).lstrip("\n") == "\n".join(body)
        assert article["revision"] == 0
        source = texts[article["issue"]["sha256"]]
        for start, end, low, high in article["origin"]:
            assert article["text"][start:end] == source[low:high]


def test_the_lines_of_the_body_are_those_in_which_its_text_stands(library, tmp_path) -> None:
    texts = take_seeds(library)
    for article in exported(library, tmp_path / "out")[0]:
        lines = texts[article["issue"]["sha256"]].split("\n")
        for block in article["body"]:
            raw = "".join("".join(lines[n - 1] for n in block["lines"]).split())
            assert set("".join(block["text"].split())) <= set(raw)
            assert all(lines[n - 1].strip() for n in block["lines"])


TOKENS = ["甲", "乙", "丙", "a", "7", " ", "  ", "\n", "\n\n", "\r\n", "\u3000", "\n=", "\n#"]
PAGES = st.lists(st.sampled_from(TOKENS), min_size=4, max_size=24).map("".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(PAGES, min_size=1, max_size=3, unique=True), seed=st.integers(0, 1 << 30))
def test_short_pages_are_rebuilt_and_read_as_the_library_reads_them(
    tmp_path_factory, texts, seed
) -> None:
    folder = tmp_path_factory.mktemp("short")
    with Library.open(folder / "library.db", Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        given_texts = {}
        for number, text in enumerate(filter(str.strip, texts)):
            take_in(library, text, name=f"{number}.txt")
            given_texts[hashlib.sha256(text.encode()).hexdigest()] = text
        rng = random.Random(seed)
        root = library.journal.head()
        for _ in range(12):
            if next(iter(library.articles.rows()), None) is None:
                break
            random_wish(library, rng)
            if library.journal.head() is None or library.journal.head() < (root or 0):
                library.journal.redo()
        articles, pages = exported(library, folder / "out")
        check(articles, pages, given_texts)
        for article in articles:
            whole = library.articles.get(article["id"])
            assert article["text"] == whole.text
            told = [(s["tag"], s["quote"], s["ranges"]) for s in article["spans"]]
            phrases = library.tags.phrases(article["id"])
            assert sorted(told) == sorted((p.tag, p.quote, _rows(p.ranges)) for p in phrases)
            assert article["revision"] == whole.revision
            for kind in HEAD_KINDS:
                texts_of_kind = [b.text for b in whole.blocks if b.kind == kind and b.text]
                assert article[kind] == (" ".join(texts_of_kind) or None)


def _rows(ranges) -> list[list[int]]:
    return [list(span) for span in ranges]


def test_a_file_of_several_pages_counts_lines_and_positions_through(library, tmp_path) -> None:
    text = "=甲题\n甲文一\n甲文二\n\x0c#页眉\n=乙题\n乙文一\n\n乙文二\n"
    parts = split_pages(text)
    assert len(parts) == 2
    file = raw_file(text)
    pages = [
        PageIn(draft(part.text), IssueFacts("晨报", "2025", True, "1", number))
        for number, part in enumerate(parts, 1)
    ]
    file = type(file)(file.name, file.sha256, file.size, file.encoding, parts)
    library.issues.add(file, pages)
    articles, sheets = exported(library, tmp_path / "out")
    check(articles, sheets, {file.sha256: text})
    assert [a["page"] for a in articles] == [1, 2]
    assert [b["lines"] for b in articles[1]["body"]] == [[7], [9]]
    assert [line["line"] for line in sheets[1]["lines"]] == [5]
    start, end, low, high = articles[1]["origin"][0]
    assert articles[1]["text"][start:end] == text[low:high]


def test_an_excerpt_accounts_for_its_articles_and_their_pages_alone(library, tmp_path) -> None:
    take_seeds(library)
    first = next(iter(library.articles.rows()))
    articles, pages = exported(library, tmp_path / "out", articles=[first.id], query="甲")
    assert [a["id"] for a in articles] == [first.id]
    assert len(pages) == 1
    rebuild(articles, pages)
