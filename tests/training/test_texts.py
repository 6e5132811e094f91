"""The articles that training pages are made from: right in form, each once, none from the seeds."""

import random
import re
from pathlib import Path

import pytest
from training.texts import FOLDER, HEADS, Article, fill, load

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = sorted(FOLDER.glob("?_*.txt"))
LONGEST = 12


def _texts(article: Article) -> list[str]:
    heads = [getattr(article, name) for name in HEADS]
    return [text for text in heads if text] + [text for _, text in article.body]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_articles_of_the_right_form(path: Path, tmp_path: Path) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    articles = load(tmp_path)
    assert articles
    for article in articles:
        assert article.kind == path.stem[2:]
        assert any(kind == "para" for kind, _ in article.body), article
        assert not any("|" in text for _, text in article.body)
        assert "%%" not in "".join(_texts(article))


def test_no_article_stands_twice() -> None:
    bodies = [article.body for article in load()]
    assert len(set(bodies)) == len(bodies)
    paragraphs = [t for body in bodies for kind, t in body if kind == "para" and len(t) > LONGEST]
    assert len(set(paragraphs)) == len(paragraphs)


def test_no_article_has_words_of_a_seed() -> None:
    known: set[str] = set()
    for path in SEEDS.glob("*.txt"):
        text = "".join(path.read_text(encoding="utf-8").split())
        known.update(text[at : at + LONGEST] for at in range(len(text) - LONGEST + 1))
    for article in load():
        text = "".join("".join(_texts(article)).split())
        same = {text[at : at + LONGEST] for at in range(len(text) - LONGEST + 1)} & known
        assert not same, (article.title, same)


def test_slots_are_filled_alike_and_by_the_dice_alone() -> None:
    for article in load():
        one, again = fill(article, random.Random(3)), fill(article, random.Random(3))
        assert one == again
        assert not re.search(r"[{}]", "".join(_texts(one))), one
    asked = Article(
        "x", title="{N1}和{N2}", body=(("para", "{N1}在{P1}有{#1}，{D1}到{B1}任{O1}。"),)
    )
    made = fill(asked, random.Random(5))
    first, second = (made.title or "").split("和", 1)
    assert first != second
    assert made.body[0][1].startswith(first)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    text = "@title 甲 | 乙\n开头。\n## 小题\n> 一行\n> 又一行\n^ 图为甲。\n%%\n只有一段。\n"
    (tmp_path / "a_x.txt").write_text(text, encoding="utf-8")
    one, two = load(tmp_path)
    assert (one.lines, one.plain) == (("甲", "乙"), "甲乙")
    assert [kind for kind, _ in one.body] == ["para", "subhead", "verse", "caption"]
    assert one.body[2][1] == "一行\n又一行"
    assert (two.lines, two.plain) == ((), None)


@pytest.mark.parametrize(
    "line", ["@title", "@headline 甲", " 空格在前", "", "@title 甲\n@title 乙"]
)
def test_a_bad_line_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "a_x.txt").write_text(f"{line}\n一段。\n", encoding="utf-8")
    with pytest.raises(ValueError, match="x: "):
        load(tmp_path)


def test_no_text_of_another_maker_has_words_of_a_seed() -> None:
    known = {run for path in SEEDS.glob("*.txt") for run in _runs(path)}
    assert known
    for path in sorted(FOLDER.parents[1].glob("*/texts/*.txt")):
        assert not _runs(path) & known, path


def _runs(path: Path) -> set[str]:
    """Give all runs of `LONGEST` characters of a file, white space left out."""
    text = "".join(path.read_text(encoding="utf-8").split())
    return {text[at : at + LONGEST] for at in range(len(text) - LONGEST + 1)}
