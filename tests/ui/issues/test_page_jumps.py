"""Lines that send to another page: told under the contents, and put together by one key."""

import pytest
from drafting import marked, raw_file

from reader.drafts import PageIn
from reader.model import IssueFacts, Whereabouts
from reader.store.library import Library, Mode

pytestmark = pytest.mark.window
FRONT = (
    "=长河工程开工\n\n昨天上午，长河工程开工，两岸的人站在堤上。\n\n#（下转第2版）\n\n"
    "=夜市开张\n\n老街的夜市昨晚开张。（下转第3版）\n\n=静\n\n无事。\n"
)
SECOND = "=河上\n\n#（上接第1版）\n\n第一台机器下河以后，人才散去。\n\n=二版\n\n正文。\n"
THIRD = "=三版\n\n正文。\n\n=旧闻\n\n#（上接第2版）\n\n又一段。\n"
TELLS = [
    "=长河工程开工 （下转第2版）: goes on on p. 2, as “=河上”",
    "=夜市开张 （下转第3版）: on p. 3 no line takes it up",
    "=旧闻 （上接第2版）: no line on p. 2 says that its text goes on here",
]


@pytest.fixture
def path(path):
    with Library.open(path, Mode.WRITE) as library:
        for number, text in enumerate((FRONT, SECOND, THIRD), 1):
            page = marked(text)
            facts = IssueFacts("社区晨报", "2025-09", True, None, number)
            library.issues.add(raw_file(page.text, f"{number}.txt"), [PageIn(page, facts)])
        library.index.catch_up()
    return path


@pytest.fixture
def told(window, qtbot):
    """Give the row of what the pages say, unfolded."""
    guide = window.issues.guide
    qtbot.waitUntil(guide.isVisible)
    guide.row.click()
    return guide


def show(window, title):
    (article,) = (r.id for r in window.session.library.articles.rows() if r.title == title)
    window.article.open(article)
    window.article.edit.setFocus()


def text(window):
    return [block.text for block in window.article.article.blocks]


def test_each_says_where_its_text_goes_on(told):
    assert [told.lines.index(row, 0).data() for row in range(told.lines.rowCount())] == TELLS
    assert told.row.count == "3, 2 to look at"


def test_a_line_before_all_text_is_told_as_one_that_sends(window, told):
    promise = told.facts()[0]._replace(of=None, begun="", headline="")
    nowhere = promise._replace(found=promise.found._replace(where=Whereabouts.MISSING))
    assert told._say(nowhere) == "（下转第2版）: on p. 2 no line takes it up"


def test_one_leads_to_what_goes_on_there(window, told):
    told.list.go(0, tell=True)
    assert window.article.article.row.title == "=河上"
    told.list.go(1, tell=True)
    assert window.source.edit.textCursor().selectedText() == "老街的夜市昨晚开张。（下转第3版）"


@pytest.mark.parametrize("begun", ["=长河工程开工", "=河上"])
def test_a_key_puts_both_together_from_either_side(window, told, press, qtbot, begun):
    show(window, begun)
    press(window, "actionMergeContinuation")
    assert window.article.article.row.title == "=长河工程开工"
    assert text(window)[-2:] == ["=河上", "第一台机器下河以后，人才散去。"]
    said = window.status.said.text()
    assert said.startswith('Merged with "=河上". 1 heading of it stands in the text now.')
    qtbot.waitUntil(lambda: told.row.count == "2, 2 to look at")
    press(window, "actionUndo")
    assert text(window)[-1] == "昨天上午，长河工程开工，两岸的人站在堤上。"


def test_twice_does_nothing_more(window, press):
    show(window, "=长河工程开工")
    press(window, "actionMergeContinuation")
    before = text(window)
    press(window, "actionMergeContinuation")
    assert text(window) == before
    said = "No line here says that this article goes on on another page."
    assert window.status.said.text() == said


def test_what_was_not_found_is_said(window, press):
    show(window, "=夜市开张")
    press(window, "actionMergeContinuation")
    assert window.status.said.text() == "（下转第3版）: what takes it up on p. 3 was not found."


def test_an_article_that_goes_on_nowhere(window, press):
    show(window, "=静")
    press(window, "actionMergeContinuation")
    said = "No line here says that this article goes on on another page."
    assert window.status.said.text() == said


def test_pages_that_are_not_here(window, told, qtbot):
    issues = window.session.library.issues
    here = window.issues.lists.shown.id
    other = next(row.id for row in issues.rows() if row.id != here)
    window.session.write(issues.move_page, issues.pages(here)[1].id, other)
    show(window, "=长河工程开工")
    qtbot.waitUntil(lambda: window.issues.lists.shown.id == here and told.isVisible())
    told.row.setChecked(True)
    assert (
        told.lines.index(0, 0).data() == "=长河工程开工 （下转第2版）: p. 2 is not in the library"
    )
