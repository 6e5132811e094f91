"""`issues --guide`: imported pages, and whether what the first says of the others is so."""

import pytest
from commanding import Home

BODY = "近日，镇里的老人们吃上了热饭。食堂每天供应三餐，饭菜由镇里补贴，老人们都说好。\n"
FRONT = f"""导读

老年食堂启用
P02

老街夜市开张
P02

龙舟赛周末开桨
P08

青禾镇召开工作会议

{BODY}"""
SECOND = f"柳岸村老年食堂今日启用\n\n{BODY}"


@pytest.fixture
def home(tmp_path, monkeypatch, capsys) -> Home:
    made = Home(tmp_path, monkeypatch, capsys)
    for number, text in enumerate((FRONT, SECOND), 1):
        page = tmp_path / f"河畔报_2025-08-14_0{number}版.txt"
        page.write_text(text, "utf-8")
        made.good("import", page)
    return made


def test_each_entry_is_a_line(home):
    issue = home.good("issues").rows[0][0]
    article = next(row for row in home.good("articles").rows if row[3] == "2")
    assert home.good("issues", "--guide").rows == [
        [issue, "1", "3", "老年食堂启用", "2", "there", "2", article[0], article[2], ""],
        [issue, "1", "6", "老街夜市开张", "2", "missing", "", "", "", ""],
        [issue, "1", "9", "龙舟赛周末开桨", "8", "no_page", "", "", "", ""],
    ]


def test_each_entry_is_an_object(home):
    found = home.good("issues", "--guide", "--json").jsons
    assert [one["standing"] for one in found] == ["there", "missing", "no_page"]
    assert list(found[0]) == [
        *("issue", "page", "line", "text", "names", "standing", "stands", "article", "title"),
        "of",
    ]
    assert (found[0]["title"], found[1]["title"]) == ("柳岸村老年食堂今日启用", None)
