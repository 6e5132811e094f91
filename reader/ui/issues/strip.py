"""The folded issues: a strip with a button that shows them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.folded import FoldedStrip

if TYPE_CHECKING:
    from reader.ui.theme import Theme


class IssuesStrip(FoldedStrip):
    """Stands where the issues were."""

    def __init__(self, colours: Theme) -> None:
        super().__init__("issuesUnfold", "panel-left")
        self.setObjectName("issuesStrip")
        self.name_button(self.tr("Show the issues"))
        self.box.addStretch(1)
        self.dress(colours)
