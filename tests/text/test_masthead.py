import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import places
from reader.model import IssueFacts
from reader.text import masthead
from reader.text.imprint import Strip, read_strip, title_alone
from reader.text.lines import split_lines
from reader.text.masthead import fold, recognise, recognise_pages
from reader.text.running import infer

BODY = "\n\n便民菜场本周开张\n\n便民菜场本周开张，居民说方便。\n" + "记者看到，摊位整齐。\n" * 30


def of(text, name="a.txt"):
    return recognise(name, text, split_lines(text))


@pytest.mark.parametrize(
    ("seed", "title", "date"),
    [
        ("000", None, "2025-04"),
        ("001", "社区晨报", "2025-08"),
        ("002", None, "2022-02"),
        ("003", None, "2026-01"),
        ("004", None, "2024-07"),
    ],
)
def test_the_five_pages(seed, title, date):
    (path,) = places.seeds().glob(f"{seed}_*.txt")
    found = of(path.read_bytes().decode(), path.name)
    assert found == IssueFacts(title=title, date=date, guessed=frozenset({"date"}))


@pytest.mark.parametrize(
    ("head", "title", "date", "sure", "number", "page"),
    [
        ("社区晨报\n第1234期\n2025年4月14日 星期一 农历乙巳年三月十七\nP02/第02版",
         "社区晨报", "2025-04-14", True, "1234", 2),
        ("南 浦 晚 报\n2025年4月14日 星期二 第02版 综合新闻",
         "南浦晚报", "2025-04-14", False, None, 2),
        ("《石桥周刊》 总第 567 期 2025.04.14", "石桥周刊", "2025-04-14", True, "567", None),
        ("二〇二五年四月十四日　星期一　第一二三四期\n云溪報",
         "云溪報", "2025-04-14", True, "1234", None),
        ("東籬日報\n中華民國三十六年四月十四日　星期一\n第二版",
         "東籬日報", "1947-04-14", True, None, 2),
        ("梅坞通讯\n主办：梅坞镇人民政府", "梅坞通讯", None, False, None, None),
        ("白塘报\n2025年第3期", "白塘报", "2025", True, "3", None),
        ("鹤亭时报 A4版 2025-04-14", "鹤亭时报", "2025-04-14", True, None, 4),
        ("鹤亭时报 | 要闻 | 2025年4月14日 | 03版 | 今日 8 版",
         "鹤亭时报", "2025-04-14", True, None, 3),
        ("临泽季刊\n2025年4月 总第12期（第3期）", "临泽季刊", "2025-04", True, "12", None),
        ("云溪日报\n国内统一刊号 CN31-0001\n邮发代号：3-1 第 25 期",
         "云溪日报", None, False, "25", None),
        ("2025年4月14日", None, "2025-04-14", True, None, None),
        ("第3版", None, None, False, None, 3),
        ("版次：03\n2025年4月14日", None, "2025-04-14", True, None, 3),
    ],
)  # fmt: skip
def test_mastheads_of_other_papers(head, title, date, sure, number, page):
    found = of(head + BODY)
    assert found == IssueFacts(title, date, sure, number, page)


@pytest.mark.parametrize(
    "head",
    [
        "情况通报", "天气预报", "喜报", "隐患及时报", "小区开展一月一报", "街坊邻里爱看晚报",
        "我市召开新闻通报会", "石桥通讯", "P02\nP03", "导读\n\nP02",
        "下转第3版", "4月14日", "星期一", "详见第2版",
    ],
)  # fmt: skip
def test_what_is_no_masthead(head):
    assert of(head + BODY) == IssueFacts()


def test_a_date_that_ends_a_notice_is_not_the_issue_s():
    text = BODY + "\n特此公告。\n云溪镇人民政府\n2025年3月1日\n"
    assert of(text) == IssueFacts(date="2025-03", guessed=frozenset({"date"}))


@pytest.mark.parametrize("head", ["2025年4月31日", "2025年", "2025年2月30日 星期一"])
def test_of_an_impossible_day_the_year_is_supposed(head):
    assert of(head + BODY) == IssueFacts(date="2025", guessed=frozenset({"date"}))


def test_a_masthead_may_stand_at_the_end_of_the_text():
    text = BODY * 5 + "\n2025年4月14日 星期一 云溪日报 第2版\n"
    assert of(text) == IssueFacts("云溪日报", "2025-04-14", True, None, 2)


def test_a_section_s_page_is_guessed():
    assert of("B2版 2025年4月14日" + BODY).guessed == {"page"}
    assert of("B2版" + BODY) == IssueFacts(page=2, guessed=frozenset({"page"}))


def test_a_number_alone_is_guessed():
    found = of("第12期" + BODY)
    assert (found.number, found.guessed) == ("12", {"number"})


def test_name_and_masthead_are_put_together():
    text = "云溪日报\n2025年4月14日" + BODY
    assert of(text, "2025-04 第2版.txt") == IssueFacts("云溪日报", "2025-04-14", True, None, 2)
    assert of(text, "2025-04-15.txt") == IssueFacts(
        "云溪日报", "2025-04-14", False, guessed=frozenset({"date"})
    )
    assert of(BODY, "南浦晚报20250414.txt") == IssueFacts("南浦晚报", "2025-04-14", True)
    assert of("第12期" + BODY, "总第12期.txt") == IssueFacts(number="12")
    assert of("第2版" + BODY, "B2.txt") == IssueFacts(page=2)


@pytest.mark.parametrize(
    ("head", "name", "page", "doubted"),
    [
        ("2025年4月14日 第3版", "page1.txt", 3, True),
        ("第3版", "page1.txt", 3, True),
        ("2025年4月14日 第3版", "page3.txt", 3, False),
        ("2025年4月14日", "page1.txt", 1, False),
        ("2025年4月14日 第3版", "B1.txt", 3, False),  # a section's page is but a guess
        ("2025年4月14日 B3版", "page1.txt", 1, False),
    ],
)
def test_the_printed_page_counts_and_a_contradiction_is_no_certainty(head, name, page, doubted):
    found = of(head + BODY, name)
    assert (found.page, "page" in found.guessed) == (page, doubted)


def test_a_number_that_is_told_otherwise_is_the_printed_one_and_not_sure():
    text = "云溪日报 2025年4月14日 第12期" + BODY
    found = of(text, "第13期.txt")
    assert (found.number, found.guessed) == ("12", {"number"})
    assert not of(text, "第12期.txt").guessed


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        ("南浦晚报.txt", True),
        ("云溪日报.txt", False),
        ("江南云溪日报.txt", False),
        ("a.txt", False),
        ("城南旧事_2025-04-14_02.txt", False),  # no form of a title: it may be the section's
    ],
)
def test_a_title_that_is_told_otherwise_is_the_printed_one_and_not_sure(name, doubted):
    found = of("云溪日报 2025年4月14日" + BODY, name)
    assert (found.title, "title" in found.guessed) == ("云溪日报", doubted)


HELD = "云溪镇召开2025年工作会议\n\n4月14日，云溪镇2025年工作会议召开。"


def test_a_bare_year_in_the_name_gives_way_to_what_agrees_with_it():
    assert of(HELD, "2025.txt").date == "2025-04"
    assert of(HELD, "2023.txt") == IssueFacts(date="2023", guessed=frozenset({"date"}))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (HELD, "2025-04"),
        ("云溪镇召开2025年工作会议\n会议指出，要抓落实。", "2025"),
        ("4月14日，云溪镇工作会议召开。", None),
        ("力争到2035年建成现代化新城。", None),
        ("云溪镇始建于1921年，是一座古镇。", None),
        # the latest lead counts, not a mention, a deadline or a day to come
        (
            HELD + "\n5月6日，又开会。截至12月31日，已完成。将于9月1日开学，7月1日前办完。",
            "2025-05",
        ),
        (HELD + "会上通报，3月2日曾发生，6月9日检查。", "2025-04"),
        ("2025年工作会议召开，地点在4月14日的会场。", "2025-04"),
        # over the turn of the year
        ("云溪镇召开2026年工作会议\n12月30日，启动。\n1月7日，召开。", "2026-01"),
        # no impossible day counts
        ("云溪镇召开2025年工作会议\n2月30日，开会。", "2025"),
        # a year of long ago that is told of at length gives way to a headline's
        ("云溪镇举行2025年纪念活动\n1945年8月15日，胜利。1945年9月2日，签字。", "2025"),
        ("记者了解到，2025年4月14日，会议召开。", "2025-04"),
        ("2024年的成绩。2025年的任务。2025年的工作。", "2025"),
        ("4\n月14\n日，2025\n年工作会议召开。", "2025-04"),
    ],
)
def test_running_text_gives_year_and_month_at_most(text, date):
    assert infer(text, split_lines(text)) == date


def test_pages_of_one_file_are_of_one_issue():
    texts = ["云溪日报" + BODY, "2025年4月14日 第5版" + BODY, BODY]
    facts = recognise_pages("a.txt", [(t, split_lines(t)) for t in texts])
    assert [f.page for f in facts] == [1, 5, 3]
    assert {(f.title, f.date, f.date_sure) for f in facts} == {("云溪日报", "2025-04-14", True)}
    assert [f.guessed for f in facts] == [{"page"}, set(), {"page"}]


def test_the_name_s_page_is_that_of_the_first_page():
    texts = [BODY, HELD]
    facts = recognise_pages("云溪日报 第3版.txt", [(t, split_lines(t)) for t in texts])
    assert [(f.page, f.guessed) for f in facts] == [(3, {"date"}), (4, {"date", "page"})]
    assert facts[0].date == facts[1].date == "2025-04"
    assert recognise_pages("a.txt", [(HELD, split_lines(HELD))]) == [of(HELD)]


def test_strips_hold_nothing_else():
    assert read_strip("2025年4月14日 星期一") == Strip(
        frozenset({"date", "weekday"}), date="2025-04-14", weekday="一"
    )
    assert read_strip("2025年4月14日，云溪镇召开会议") is None
    assert read_strip("责任编辑 星期一") is None
    assert read_strip("") is None
    assert read_strip("02版 03版").page is None


def test_titles():
    assert title_alone("《云 溪 日 报》") == ("云溪日报", True)
    assert title_alone("云溪报") == ("云溪报", False)
    assert title_alone("日报") is None or title_alone("日报")[1] is False
    assert title_alone("情况通报") is None


@given(st.text(alphabet="云溪日报第期版年月 \n0123456789P/·《》一二星导读，。", max_size=60))
def test_any_page_is_judged_without_a_fault(text):
    facts = of(text, text)
    assert facts.page is None or facts.page > 0
    assert facts.date is None or len(facts.date) in {4, 7, 10}
    assert facts.guessed <= {"title", "date", "number", "page"}


def test_a_line_of_ten_million_characters_costs_little():
    text = "云溪日报，" * 2_000_000
    assert of(text) == IssueFacts()


def test_running_text_is_read_only_where_nothing_tells_a_date(monkeypatch):
    def unread(text, lines):
        raise AssertionError(text)

    monkeypatch.setattr(masthead, "infer", unread)
    text = "会议召开，部署2024年工作。\n"
    lines = split_lines(text)
    assert recognise("晨光晚报_2025-04-14.txt", text, lines).date == "2025-04-14"
    with pytest.raises(AssertionError):
        recognise("a.txt", text, lines)


@pytest.mark.parametrize("mark", "。；！？“”‘’％")
def test_a_line_with_the_mark_of_a_sentence_is_of_no_masthead(mark):
    assert read_strip(fold("晨光晚报 2025年4月14日")) is not None
    assert read_strip(fold(f"晨光晚报 2025年4月14日{mark}")) is None
