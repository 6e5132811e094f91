import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.errors import (
    InputRefusedError,
    NotTextError,
    TooLargeError,
    UnknownEncodingError,
    UsageError,
)
from reader.text import decode as module
from reader.text import plausible
from reader.text.decode import Decoded, check_encoding, decode, encode
from reader.text.frequent import SIMPLIFIED, TRADITIONAL

NEWS = "4月14日，青禾镇召开今年第一次工作会议，总结一季度，部署下一步任务。\n要求各村抓紧落实。\n"
OLD_NEWS = "中華民國政府今日宣布，經濟發展計劃將於明年開始實施。\r\n總統在記者會上表示歡迎。\r\n"
JAPANESE = "日本国民は、正当に選挙された国会における代表者を通じて行動し、われらとわれらの子孫の"
KOREAN = "모든 국민은 인간으로서의 존엄과 가치를 가지며 행복을 추구할 권리를 가진다 국가는 개인이"
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве и правах"
FRENCH = "Il était une fois à la forêt, où les élèves étaient très fâchés"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (NEWS.encode(), "utf-8", False),
        (b"plain ASCII\n", "utf-8", False),
        (FRENCH.encode(), "utf-8", False),
        (NEWS.encode("utf-8-sig"), "utf-8-sig", True),
        (codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), "utf-16-be", True),
        (codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le"), "utf-32-le", True),
        (codecs.BOM_UTF32_BE + NEWS.encode("utf-32-be"), "utf-32-be", True),
        (codecs.BOM_UTF16_LE + "\0中国的新闻报纸".encode("utf-16-le"), "utf-16-le", True),
        (NEWS.encode("gb2312"), "gb18030", False),
        (OLD_NEWS.encode("gbk"), "gb18030", False),
        ("这是𠀀字，我们的问题在于它。".encode("gb18030"), "gb18030", False),
        (OLD_NEWS.encode("big5"), "big5", False),
        (("ABC-123 " + OLD_NEWS).encode("big5"), "big5", False),
        ((OLD_NEWS + "約翰‧史密斯").encode("cp950"), "cp950", False),
        ((OLD_NEWS + "喺度嘅嘢").encode("big5hkscs"), "big5hkscs", False),
    ],
)
def test_it_reads_what_it_knows(data, encoding, bom):
    decoded = decode(data)
    assert (decoded.encoding, decoded.bom) == (encoding, bom)
    assert encode(decoded.text, decoded.encoding) == data
    assert "\ufffd" not in decoded.text


@pytest.mark.parametrize("named", [None, "gb18030"])
def test_the_mark_of_gb18030_is_taken_off_like_the_others(named):
    data = b"\x84\x31\x95\x33" + NEWS.encode("gb18030")
    assert decode(data, named) == Decoded(NEWS, "gb18030", bom=True)
    again = "\ufeff甲\ufeff".encode("gb18030")
    assert decode(again * 2, named).text == "甲\ufeff\ufeff甲\ufeff"
    with pytest.raises(NotTextError) as refused:
        decode(data + b"\xff\n", named)
    assert (refused.value.detail, refused.value.facts["offset"]) == ("bad_byte", len(data))


def test_texts_are_given_as_they_came():
    assert decode(OLD_NEWS.encode("big5")).text == OLD_NEWS
    assert decode(NEWS.encode("gbk")).text == NEWS
    mixed = "甲\r乙\x85丙\x0b丁\u2028戊\ufeff己\u2029庚\x0c辛\r\n壬\x00癸"
    assert decode(mixed.encode()).text == mixed
    assert decode(("\ufeff\ufeff甲").encode()) == Decoded("\ufeff甲", "utf-8-sig", bom=True)


def test_a_replacement_character_that_the_bytes_hold_stays():
    assert decode("中\ufffd文".encode()).text == "中\ufffd文"


@pytest.mark.parametrize("text", ["你好，世界", "新闻晨报", "价格上涨", "第十四次会议"])
def test_short_texts_are_decided_by_frequent_characters(text):
    assert decode(text.encode("gbk")).text == text


@pytest.mark.parametrize("text", ["價格上漲", "經濟發展", "記者會上表示"])
def test_short_traditional_texts_too(text):
    assert decode(text.encode("big5")) == Decoded(text, "big5")


@pytest.mark.parametrize(
    ("data", "error", "detail"),
    [
        (b"", NotTextError, "empty"),
        (b" \t\r\n\x0c", NotTextError, "empty"),
        (codecs.BOM_UTF8, NotTextError, "empty"),
        (codecs.BOM_UTF16_LE + "\u3000\u2028".encode("utf-16-le"), NotTextError, "empty"),
        ("\ufeff\ufeff \u200b\n".encode(), NotTextError, "empty"),
        (b"%PDF-1.4\n" + NEWS.encode(), NotTextError, "binary"),
        (b"PK\x03\x04" + NEWS.encode(), NotTextError, "binary"),
        (b"\x89PNG\r\n\x1a\n....", NotTextError, "binary"),
        (b"\x00" * 40, NotTextError, "binary"),
        (bytes(range(256)) * 20, NotTextError, "binary"),
        (codecs.BOM_UTF16_BE + ("\0\x01\x02" * 9).encode("utf-16-be"), NotTextError, "binary"),
        (NEWS.encode("utf-16-le"), UnknownEncodingError, "no_bom"),
        (NEWS.encode("utf-16-be"), UnknownEncodingError, "no_bom"),
        (NEWS.encode("utf-32-be"), UnknownEncodingError, "no_bom"),
        ("hello world".encode("utf-16-le"), UnknownEncodingError, "no_bom"),
        (NEWS.encode("hz"), UnknownEncodingError, "hz"),
        (b"~{VPND", UnknownEncodingError, "hz"),
        (NEWS.encode("utf-7"), UnknownEncodingError, "utf7"),
        (JAPANESE.encode("iso2022_jp"), UnknownEncodingError, "iso2022"),
        (JAPANESE.encode("euc_jp"), UnknownEncodingError, "none_fits"),
        (JAPANESE.encode("shift_jis"), UnknownEncodingError, "none_fits"),
        (KOREAN.encode("euc_kr"), UnknownEncodingError, "none_fits"),
        (KOREAN.replace(" ", "").encode("euc_kr"), UnknownEncodingError, "none_fits"),
        (RUSSIAN.encode("koi8-r"), UnknownEncodingError, "none_fits"),
        (RUSSIAN.encode("cp1251"), UnknownEncodingError, "none_fits"),
        (FRENCH.encode("latin-1"), UnknownEncodingError, "none_fits"),
        (b"caf\xe9", UnknownEncodingError, "none_fits"),
        ("文".encode("gbk"), UnknownEncodingError, "none_fits"),
        (NEWS.encode("gbk")[:-2] + b"\xff\n", UnknownEncodingError, "none_fits"),
        (FRENCH.encode() + b" \xff", NotTextError, "bad_byte"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0", NotTextError, "bad_byte"),
        (codecs.BOM_UTF16_LE + b"a\0b", NotTextError, "bad_byte"),
        (codecs.BOM_UTF8 + NEWS.encode()[:-2] + b"\xff", NotTextError, "bad_byte"),
        ((NEWS + "\ud800").encode("utf-8", "surrogatepass"), NotTextError, "bad_byte"),
        (NEWS.encode()[:-3], NotTextError, "bad_byte"),
    ],
)
def test_it_refuses_by_name(data, error, detail):
    with pytest.raises(error) as refused:
        decode(data)
    assert refused.value.detail == detail
    assert refused.value.subject == ""


def test_ascii_that_looks_like_an_escape_is_ascii():
    for text in (
        "cost ~{ab} and ~{cd~} x",
        "1+one-two C+Plus+abcd",
        "~{~}",
        "a+Zm9v+",
        "+AOk-t+AOk-",
    ):
        assert decode(text.encode()).text == text


def test_a_bad_byte_is_told_with_its_place():
    data = NEWS.encode()
    at = data.index(b"\n") + 4
    with pytest.raises(NotTextError) as refused:
        decode(data[:at] + b"\xff" + data[at + 1 :])
    assert refused.value.facts == {"encoding": "utf-8", "offset": at, "line": 2, "byte": "ff"}
    with pytest.raises(NotTextError) as refused:
        decode(codecs.BOM_UTF8 + data[:8] + b"A" + data[9:])
    assert refused.value.facts["offset"] == 9


def test_of_a_long_text_both_ends_are_judged(monkeypatch):
    monkeypatch.setattr(plausible, "_JUDGED", 20)
    assert decode((NEWS * 9).encode("gbk")).text == NEWS * 9
    rare = "鐨勬槸鍦涓" * 9
    with pytest.raises(UnknownEncodingError):
        decode((NEWS + rare).encode("gbk"))


def test_a_few_nuls_are_text_and_kept():
    assert decode("中文很好\0今天天气".encode()).text == "中文很好\0今天天气"
    assert decode("中文很好\0今天天气".encode("gbk")).text == "中文很好\0今天天气"


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(module, "LIMIT", 8)
    assert decode(b"12345678").text == "12345678"
    with pytest.raises(TooLargeError) as refused:
        decode(b"123456789")
    assert refused.value.facts == {"size": 9, "limit": 8}


@pytest.mark.parametrize(
    ("data", "name", "encoding", "text"),
    [
        (NEWS.encode("gbk"), "GBK", "gbk", NEWS),
        ("中".encode("big5"), "Big5", "big5", "中"),
        (FRENCH.encode("latin-1"), "latin-1", "iso8859-1", FRENCH),
        (JAPANESE.encode("euc_jp"), "EUC-JP", "euc_jp", JAPANESE),
        (NEWS.encode("utf-8-sig"), "utf-8", "utf-8-sig", NEWS),
        (NEWS.encode(), "utf-8-sig", "utf-8", NEWS),
        (NEWS.encode("utf-16-le"), "utf-16-le", "utf-16-le", NEWS),
        (codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), "UTF-16BE", "utf-16-be", NEWS),
        (codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), "utf-16", "utf-16-be", NEWS),
    ],
)
def test_a_named_encoding_is_obeyed(data, name, encoding, text):
    decoded = decode(data, name)
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_a_named_encoding_is_strict():
    for data, name, error, detail in (
        (NEWS.encode("gbk"), "utf-8", NotTextError, "bad_byte"),
        (NEWS.encode("utf-16-le"), "utf-16", UnknownEncodingError, "no_bom"),
        (NEWS.encode("utf-16"), "utf-32", UnknownEncodingError, "no_bom"),
        (b"\x00\x01\x02\x03", "latin-1", NotTextError, "binary"),
        (b"   ", "gbk", NotTextError, "empty"),
        (b"%PDF-1.7", "gbk", NotTextError, "binary"),
        (b"a\xff", "iso2022_jp", NotTextError, "bad_byte"),
    ):
        with pytest.raises(error) as refused:
            decode(data, name)
        assert refused.value.detail == detail


@pytest.mark.parametrize(
    "name",
    ["klingon", "", "base64", "rot13", "idna", "punycode", "unicode_escape", "a\0b", "\udcff"],
)
def test_an_unknown_name_is_wrong_usage(name):
    with pytest.raises(UsageError) as refused:
        decode(b"a", name)
    assert refused.value.detail == "encoding"


@pytest.mark.parametrize("name", ["hz", "HZ-GB-2312", "utf-7", "UTF7"])
def test_hz_and_utf7_are_refused_when_named(name):
    with pytest.raises(UsageError) as refused:
        check_encoding(name)
    assert refused.value.detail == "encoding_refused"


def test_encodings_that_keep_no_position_are_refused_at_the_start(monkeypatch):
    def broken(_data, _errors="strict"):
        raise UnicodeError

    info = codecs.CodecInfo(lambda s, e="strict": (b"", 0), broken, name="odd-one")
    codecs.register(finder := lambda name: info if name in {"odd_one", "odd-one"} else None)
    try:
        with pytest.raises(NotTextError) as refused:
            decode(b"abc", "odd-one")
    finally:
        codecs.unregister(finder)
    assert refused.value.facts["offset"] == 0


def test_the_lists_are_whole():
    assert 1300 < len(SIMPLIFIED) < 1500
    assert 1300 < len(TRADITIONAL) < 1500
    assert all("\u4e00" <= c <= "\u9fff" for c in SIMPLIFIED | TRADITIONAL)
    # misread UTF-8 begins with these (的, 是, 在, 一); none may count as frequent
    assert not set("鐨勬槸鍦涓") & (SIMPLIFIED | TRADITIONAL)


@given(st.text(min_size=1))
def test_any_utf8_text_comes_back_whole(text):
    assume(text.strip().strip("\ufeff\u200b\u200c\u200d\u2060").strip() and text[0] != "\ufeff")
    try:
        decoded = decode(text.encode())
    except InputRefusedError as refused:
        assert refused.detail in {"binary", "utf7", "hz", "no_bom", "iso2022"}  # noqa: PT017
        return
    assert decoded == Decoded(text, "utf-8")


@given(
    st.text(alphabet=sorted(SIMPLIFIED) + list("，。\n 0A"), min_size=1),
    st.sampled_from(["gb18030", "gbk", "utf-16-le", "utf-32-be", "utf-8"]),
)
def test_any_text_comes_back_from_the_encoding_that_is_named(text, name):
    assume(text.strip())
    assert decode(text.encode(name), name).text == text


def is_utf8(data):
    """Tell whether bytes are UTF-8 too, as 一一一 in GBK is three Cyrillic letters."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@given(st.text(alphabet=sorted(SIMPLIFIED), min_size=6), st.sampled_from(["gbk", "gb18030"]))
def test_mainland_bytes_are_never_read_as_anything_else(text, name):
    assume(not is_utf8(text.encode(name)))
    try:
        decoded = decode(text.encode(name))
    except InputRefusedError:
        return  # in doubt
    assert decoded.text == text


@given(st.text(alphabet=sorted(c for c in TRADITIONAL if c.encode("big5", "ignore")), min_size=6))
def test_taiwanese_bytes_are_never_read_as_anything_else(text):
    assume(not is_utf8(text.encode("big5")))
    try:
        decoded = decode(text.encode("big5"))
    except InputRefusedError:
        return
    assert decoded.text == text


HAN = st.one_of(
    st.text(alphabet=sorted(SIMPLIFIED | TRADITIONAL) + list("，。“”\n 0A"), min_size=1),
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1),
)


@given(HAN, st.data())
def test_a_changed_byte_never_gives_another_encoding(text, data):
    assume(any("\u4e00" <= c <= "\u9fff" for c in text))
    raw = bytearray(text.encode())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] = data.draw(st.integers(0, 255))
    try:
        decoded = decode(bytes(raw))
    except InputRefusedError:
        return
    assert decoded.encoding == "utf-8"
    assert decoded.text.encode() == bytes(raw)


@pytest.mark.parametrize(
    ("wrong", "offset", "byte"),
    [(b"\xff\xfe", 15, "ff"), (b"\xfe", 15, "fe"), (b"\xe4\xff", 16, "ff")],
)
def test_the_first_byte_that_fits_nowhere_is_named(wrong, offset, byte):
    with pytest.raises(NotTextError) as error:
        decode("甲乙丙丁戊".encode() + wrong + "己庚\n".encode())
    assert (error.value.facts["offset"], error.value.facts["byte"]) == (offset, byte)
