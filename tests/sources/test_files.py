import io
import os
import socket
import tracemalloc

import pytest

from reader.errors import NotTextError, TooLargeError, UnreadableError, UsageError
from reader.sources import files, is_source, reader_for, suffix, text
from reader.text.decode import encode

NEWS = "青禾镇召开今年第一次工作会议，总结一季度工作，部署下一步任务。\n"


def test_a_page_is_read_with_its_name_size_and_hash(tmp_path):
    path = tmp_path / "第3版.TXT"
    path.write_bytes(NEWS.encode("gb18030"))
    file = reader_for(path).read(path)
    assert (file.name, file.encoding, file.size) == ("第3版.TXT", "gb18030", 63)
    assert len(file.sha256) == 64
    assert [page.text for page in file.pages] == [NEWS]
    assert file.data is None


def test_a_form_feed_between_lines_begins_a_page():
    file = text.parse("a.txt", "甲\n\x0c乙\r丙\x0c".encode())
    assert [(p.text, p.part, p.first_line) for p in file.pages] == [
        ("甲\n\x0c", 0, 1),
        ("乙\r丙\x0c", 1, 3),
    ]


@pytest.mark.parametrize(
    ("data", "encoding", "kept"),
    [
        (NEWS.encode("utf-8-sig"), None, False),
        (NEWS.encode("utf-16"), None, False),
        (NEWS.encode("utf-16-le"), "utf-16-le", True),
        ((NEWS * 3).encode("big5", "ignore"), "big5", False),
        (NEWS.encode("gbk") + b"\xa2\xe3", "gb18030", False),
        (b"\x87\x90 and \x81\xe0", "cp932", True),  # one character by two codes
        ("日本".encode("iso2022_jp") + b"\x1b(J", "iso2022_jp", True),
    ],
)
def test_bytes_are_kept_only_where_the_text_does_not_give_them_back(data, encoding, kept):
    file = text.parse("a.txt", data, encoding=encoding)
    joined = "".join(page.text for page in file.pages)
    if kept:
        assert file.data == data
    else:
        assert file.data is None
        assert encode(joined, file.encoding) == data


def test_bytes_are_kept_where_the_text_cannot_be_encoded(monkeypatch):
    def cannot(_text, _encoding):
        raise UnicodeEncodeError("big5", "x", 0, 1, "no")

    monkeypatch.setattr(text, "encode", cannot)
    assert text.parse("a.txt", b"abc").data == b"abc"


def test_a_refusal_names_the_path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    with pytest.raises(NotTextError) as refused:
        text.read(path)
    assert (refused.value.subject, refused.value.detail) == (str(path), "empty")
    with pytest.raises(UsageError) as wrong:
        text.read(path, encoding="klingon")
    assert wrong.value.subject == "klingon"


def test_a_name_that_is_no_utf8_is_kept(tmp_path):
    path = tmp_path / os.fsdecode(b"\xd0\xc2\xce\xc5\n\t.txt")
    path.write_bytes(NEWS.encode())
    file = text.read(path)
    assert os.fsencode(file.name) == b"\xd0\xc2\xce\xc5\n\t.txt"


def refusal(path):
    with pytest.raises((UnreadableError, TooLargeError)) as refused:
        files.fetch(path)
    assert refused.value.subject == str(path)
    return refused.value.detail, refused.value.facts.get("kind")


def test_only_ordinary_files_are_opened(tmp_path):
    os.mkfifo(tmp_path / "fifo.txt")
    assert refusal(tmp_path / "fifo.txt") == ("special", "fifo")
    assert refusal(tmp_path) == ("special", "folder")
    assert refusal(tmp_path / "none.txt") == ("missing", None)
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert refusal(tmp_path / "gone.txt") == ("dangling_link", None)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert refusal(tmp_path / "loop.txt") == ("dangling_link", None)
    (tmp_path / "null.txt").symlink_to("/dev/null")
    assert refusal(tmp_path / "null.txt") == ("special", "device")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "s.txt"))
        assert refusal(tmp_path / "s.txt") == ("special", "socket")
    assert refusal(tmp_path / ("x" * 300)) == ("os", None)


def test_a_file_behind_a_link_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "b.txt").symlink_to("a")
    assert files.fetch(tmp_path / "b.txt") == b"abc"


def test_a_fifo_put_in_the_place_of_a_file_does_not_block(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.setattr(files, "look", lambda path: None)
    assert refusal(tmp_path / "a.txt") == ("special", "fifo")


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", denied)
    assert refusal(path) == ("permission", None)


def test_a_file_over_the_limit_is_refused_before_reading(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(files.LIMIT + 1)  # a hole: no byte is written
    assert refusal(path) == ("", None)
    monkeypatch.setattr(files, "LIMIT", 3)
    monkeypatch.setattr(files, "look", lambda path: None)
    path.write_bytes(b"1234")  # it grew behind the look
    assert refusal(path) == ("", None)


def test_suffixes_in_any_case(tmp_path):
    assert is_source(tmp_path / "A.TxT")
    assert not is_source(tmp_path / "txt")
    assert suffix(tmp_path / "a.tar.GZ") == ".gz"
    with pytest.raises(KeyError):
        reader_for(tmp_path / "a.pdf")


def test_no_more_memory_is_set_aside_than_a_file_needs(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc" * 1000)
    tracemalloc.start()
    assert len(files.fetch(tmp_path / "a.txt")) == 3000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1 << 20


@pytest.mark.parametrize("size", [0, 2, 6, 9])
def test_a_file_that_is_longer_than_it_said_is_read_whole(monkeypatch, size):
    assert files._whole(io.BytesIO(b"abcdef"), size) == b"abcdef"
    monkeypatch.setattr(files, "LIMIT", 3)
    assert files._whole(io.BytesIO(b"abcdef"), size) == b"abcd"
