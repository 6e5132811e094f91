"""The work for a line of columns grows with its length: what is measured is counted, not timed."""

from __future__ import annotations

from reader.text import parting
from reader.text.features import units_of
from reader.text.lines import split_lines


def test_a_line_of_many_pieces_is_measured_piece_by_piece(monkeypatch) -> None:
    measured = 0
    plain = parting.measure

    def counted(text):
        nonlocal measured
        measured += len(text)
        return plain(text)

    monkeypatch.setattr(parting, "measure", counted)
    work = []
    for many in (200, 400):
        measured = 0
        text = " ".join(["春眠不觉晓处处"] * many)
        assert len(parting._places(text, 7.0)) == many - 1
        work.append(measured)
    assert work[1] <= 2.2 * work[0]


def test_a_line_is_cut_at_all_the_places_inside_it_and_at_no_other() -> None:
    text = "甲 乙 丙\n丁 戊\n己"
    cuts = [1, 3, 7]
    units = units_of(text, split_lines(text), cuts)
    assert [text[unit.start : unit.end] for unit in units] == ["甲", "乙", "丙", "丁", "戊", "己"]
    assert [text[unit.start : unit.end] for unit in units_of(text, split_lines(text), [0, 5])] == [
        "甲 乙 丙", "丁 戊", "己",
    ]  # fmt: skip
