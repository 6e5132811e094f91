"""Words for marks: what each says, how sure it is, by whom, and the engine's reasons."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Reads, Why
from reader.ui.actions import key_of
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.model import Amendment, Reason, SeamFact
    from reader.ui.words import Words

MOST = 3
"""Reasons that are told at most."""


class Reasons(QObject):
    """Makes the sentences that a mark tells, one a line."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._words = words

    # --- marks ----------------------------------------------------------------------------

    def seam(self, seam: SeamFact, *, doubtful: bool) -> list[str]:
        """Tell of a line end: how it reads, who says so, how sure, and why."""
        percent = round(seam.confidence * 100)
        if doubtful:
            said = [self._words.doubt(seam.reads, seam.confidence)]
        elif seam.decider is not None:
            said = [
                self.tr("{reads}: decided by {who}.").format(
                    reads=self._reads(seam.reads), who=isolated(seam.decider)
                )
            ]
            if seam.proposal is not None:
                said.append(
                    self.tr("The engine proposed: {reads}, {percent} % sure.").format(
                        reads=self._words.reads(seam.proposal), percent=percent
                    )
                )
        else:
            said = [
                self.tr("{reads}: by the engine, {percent} % sure.").format(
                    reads=self._reads(seam.reads), percent=percent
                )
            ]
        return said + [f"· {isolated(self.reason(reason))}" for reason in seam.reasons[:MOST]]

    def _reads(self, reads: Reads) -> str:
        return {
            Reads.JOIN: self.tr("Line end joined"),
            Reads.SPACE: self.tr("Line end read as a space"),
            Reads.LINE: self.tr("Line end kept"),
            Reads.PARA: self.tr("New paragraph"),
        }[reads]

    def amendment(self, made: Amendment, new: str) -> str:
        """Tell of a correction: old text, who, when and why; `new` is what it typed."""
        if made.old and new:
            said = self.tr('"{new}" stands in place of "{old}"')
        elif new:
            said = self.tr('"{new}" was put in')
        else:
            said = self.tr('"{old}" was taken out')
        who = self.tr("the engine") if made.machine else isolated(made.by)
        facts = self.tr("{who}, {when}, {why}").format(
            who=who, when=_local(made.at), why=self._why(made.why)
        )
        return f"{said.format(new=isolated(new), old=isolated(made.old))} ({facts})"

    def _why(self, why: Why) -> str:
        return {
            Why.TYPED: self.tr("typed"),
            Why.REPLACED: self.tr("replaced everywhere"),
            Why.DOUBLED: self.tr("doubled at a line end"),
            Why.RULE: self.tr("by a rule"),
        }[why]

    def moved(self, line: int, *, machine: bool) -> str:
        """Tell that a stretch was printed elsewhere."""
        if machine:
            return self.tr("Printed at line {line}; the engine put it here.").format(line=line)
        return self.tr("Printed at line {line}; a person put it here.").format(line=line)

    def supplied(self) -> str:
        """Tell that a heading is none of the page's."""
        return self.tr("Supplied: a person wrote this heading; the page does not have it.")

    def tray(self, topic: str, state: str) -> str:
        """Tell of a tagged phrase: its topic, and what became of its words."""
        became = {
            "changed": self.tr("The words were changed since they were tagged."),
            "torn": self.tr("The words were torn apart since they were tagged."),
        }.get(state, self.tr("The words read as when they were tagged."))
        return self.tr("Topic {topic}. {became}").format(topic=isolated(topic), became=became)

    def tray_keys(self) -> str:
        """Tell by which keys a tagged phrase is found and unmarked."""
        return self.tr(
            "Under the topics, in the tagged phrases: Enter goes to the words, Del unmarks them."
            " {key} tags the words that are selected."
        ).format(key=key_of("actionTagPhrase"))

    def hidden(self, character: str) -> str:
        """Name a character that cannot be seen."""
        code = f"U+{ord(character):04X}"
        name = unicodedata.name(character, self.tr("control character"))
        return self.tr(
            "A character that cannot be seen: {code}, {name}. It stays as it is."
        ).format(code=code, name=name)

    def nothing(self) -> str:
        """Tell that there is no mark."""
        return self.tr("Nothing is marked here.")

    # --- reasons --------------------------------------------------------------------------

    def reason(self, reason: Reason) -> str:
        """Say a reason of the engine; a code that is not known is told as it is."""
        said = (self._of_line() | self._of_page()).get(reason.code)
        if said is None:
            return " ".join((reason.code, *reason.facts))
        return said.format(*reason.facts, *("", ""))

    def _of_line(self) -> dict[str, str]:
        return {
            "stop": self.tr("the line above ends with {0}"),
            "no_stop": self.tr("the line above ends with {0}, which is no stop"),
            "pause": self.tr("the line above ends with a pause, {0}"),
            "short": self.tr("the line above is {0} ems wide in a column of {1}"),
            "full": self.tr("the line above fills its column ({0} of {1} ems)"),
            "over": self.tr("the line above is wider than its column ({0} of {1} ems)"),
            "next_indent": self.tr(
                "the line below is two ems short ({0} of {1}), like a first line"
            ),
            "next_full": self.tr("the line below is full ({0} of {1} ems), as first lines are not"),
            "next_in": self.tr("the line below stands further in"),
            "opens": self.tr("the line below begins with {0}, as paragraphs do"),
            "goes_on": self.tr("the line below begins with {0}, which begins none"),
            "open_bracket": self.tr("{0} is still open"),
            "word_cut": self.tr("the line end cuts the word {0}"),
            "own_cut": self.tr("the line end cuts {0}, which this newspaper often has in one"),
            "number_cut": self.tr("the line end cuts the number {0}"),
            "latin_cut": self.tr("the line end stands inside {0}"),
        }

    def _of_page(self) -> dict[str, str]:
        return {
            "person": self.tr("a person decided it"),
            "blank": self.tr("blank lines between: {0}"),
            "blank_means_little": self.tr("blank lines between, of little weight here: {0}"),
            "no_blank": self.tr("no blank line, as this page has between paragraphs"),
            "headline": self.tr("a headline stands beside it"),
            "headline_goes_on": self.tr("both lines are one headline"),
            "furniture": self.tr("furniture stands beside it"),
            "caption": self.tr("a caption or byline stands beside it"),
            "inside": self.tr("furniture or a caption stands inside the paragraph"),
            "verse": self.tr("lines of verse"),
            "moved": self.tr("the text goes on elsewhere: {0}, then {1}"),
            "perhaps": self.tr("the text may go on elsewhere: {0}, then {1}"),
            "torn": self.tr("the text breaks off, and nothing on the page goes on with it"),
            "doubled": self.tr("{0} stands twice in a row across the line end"),
            "latin": self.tr("the page is mostly Latin text, of which line ends are only guessed"),
            "rough": self.tr("the page has so many lines that it was only read roughly"),
            "number": self.tr("a space beside a number, made by typesetting"),
            "apart": self.tr("a space as between all characters of this page"),
            "pieces": self.tr("pieces of one printed line"),
            "edge": self.tr("the begin or end of the page"),
            "as_is": self.tr("no repair was asked for"),
        }


def _local(at: str) -> str:
    """Write a moment of the journal in local time, to the minute."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
