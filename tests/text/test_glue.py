"""How two lines of one block read together: joined, with a space, or as lines."""

from __future__ import annotations

import pytest

from reader.model import Kind, Reads
from reader.text.blocks import glue
from reader.text.features import units_of
from reader.text.lines import split_lines


def glued(above, below, kind=Kind.PARA):
    text = f"{above}\n{below}"
    return glue(*units_of(text, split_lines(text, 1), ()), kind)


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.KICKER, Kind.SUBTITLE, Kind.SUBHEAD])
def test_the_halves_of_a_couplet_are_parted(kind):
    assert glued("凝心聚力开新局", "真抓实干惠万家", kind) is Reads.SPACE


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("江州市今年将完成三百部老旧住", "宅电梯加装并建立长效管理制度"),
        ("全区供水管网改造年内完", "成明年起实现分区计量管"),
        ("河东镇粮食总产量达到2", "6万吨居全县各乡镇首位"),
        ("凝心聚力开新局", "真抓实干惠全市万家"),
        ("县城居民快要", "喝上自来水了"),
        ("平乐县公安局成功", "劝阻一起电信诈骗"),
        ("全省表彰大会", "在南海市举行"),
        ("把冬季造林", "抓得更紧些"),
        ("話劇《最後一班", "渡船》今晚上演"),
        ("减轻学生负担 文", "峰女子中学有新招"),
        ("带齐证件、路线", "看清、心态放平"),
        ("全国耕地土壤普查", "进入外业采样阶段"),
        ("江海明深入东平县", "视察冬季造林工作"),
        ("上周肉价", "小幅上扬"),
    ],
)
def test_a_headline_cut_inside_a_word_or_number_is_joined(above, below):
    assert glued(above, below, Kind.TITLE) is Reads.JOIN


def test_halves_may_quote() -> None:
    assert glued("告别“大呼隆”", "算好“明白账”", Kind.TITLE) is Reads.SPACE


@pytest.mark.parametrize("kind", [Kind.FURNITURE, Kind.SECTION, Kind.PARA])
def test_lines_as_long_as_each_other_are_no_couplet_outside_headlines(kind):
    assert glued("凝心聚力开新局", "真抓实干惠万家", kind) is Reads.JOIN


@pytest.mark.parametrize(("above", "below"), [("本报记者", "郑远"), ("记者 郑远", "通讯员 王秀")])
def test_who_wrote_an_article_is_named_in_words_of_their_own(above, below):
    assert glued(above, below, Kind.BYLINE) is Reads.SPACE


@pytest.mark.parametrize(
    ("above", "below", "reads"),
    [
        ("The new garden stands between two schools", "(see page four)", Reads.SPACE),
        ("The new garden is what a neighbour called", "“a piece of luck”", Reads.SPACE),
        ("The new garden is “a piece of luck”", "for both of them", Reads.SPACE),
        ("The new garden (see page four", ") is open", Reads.JOIN),
        ("The new garden stands between the schools", ", and is open", Reads.JOIN),
        ("The new garden (", "see page four) is open", Reads.JOIN),
        ("The new garden is “", "a piece of luck” for all", Reads.JOIN),
        ("The new garden is called “a piece of luck", "” by all", Reads.JOIN),
        ("The garden is well-", "known to all", Reads.JOIN),
        ("新花园在两所学校之间", "(见第四版)", Reads.JOIN),
        ("新花园是邻居说的", "“运气”", Reads.JOIN),
    ],
)
def test_latin_lines(above, below, reads):
    assert glued(above, below) is reads


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("来稿请寄：bian", "ji@xinsheng.example，不退原稿"),
        ("网址：ww", "w.xinsheng.example"),
        ("投稿请发至 bianji@xinsheng", "news.example，来稿不退"),
        ("网址：https://www.xinsheng.example/news", "list/2019"),
        ("详情请登录 www.xinsheng", "example"),
        ("我市代表出席了在杭州举行的 G", "20 峰会有关活动"),
        ("受访者乘坐的是当天上午的 D", "2281 次列车"),
        ("昨日我市空气中的细颗粒物 PM2", "5 浓度有所下降"),
        ("首批新车采用 5", "G 网络"),
    ],
)
def test_addresses_and_names_with_numbers_are_joined(above, below):
    assert glued(above, below) is Reads.JOIN


def test_a_number_behind_a_latin_word_stands_apart_in_latin_lines() -> None:
    assert glued("The new garden opens in May", "2019 for everybody") is Reads.SPACE


@pytest.mark.parametrize(
    ("above", "below", "reads"),
    [
        ("For the list of all streets see www.xinsheng.example", "or ask at the gate", Reads.SPACE),
        ("For the list see https://www.xinsheng.example/list", "and page four", Reads.SPACE),
        ("For the list see https://www.xinsheng.example/list", "streets/2019.html", Reads.JOIN),
        ("投稿邮箱 bianji@xinsheng.com", "QQ群里也可以交稿", Reads.SPACE),
        ("会议的发言人是 Anna", "Smith 女士", Reads.SPACE),
        ("发言人：Anna", "Smith 女士", Reads.SPACE),
    ],
)
def test_words_behind_an_address_are_words(above, below, reads):
    assert glued(above, below) is reads
