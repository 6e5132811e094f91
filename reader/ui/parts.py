"""The parts of the window, loaded together behind its first paint."""

from __future__ import annotations

from reader.ui import actions
from reader.ui.arranging import Arranging
from reader.ui.article.pane import ArticlePane
from reader.ui.article.verbs import Verbs
from reader.ui.asides import Asides
from reader.ui.backupbar import BackupBar
from reader.ui.backups import BackupKeeper
from reader.ui.beginning import Beginning
from reader.ui.beside import Beside
from reader.ui.caretline import CaretLine
from reader.ui.checking import Checking
from reader.ui.chronicle import Chronicle
from reader.ui.columns import Columns, Panes
from reader.ui.enabling import Enabling
from reader.ui.engine import Engine
from reader.ui.filing import Filing
from reader.ui.focus import Focus
from reader.ui.helping import Helping
from reader.ui.issues.pane import IssuesPane
from reader.ui.issues.strip import IssuesStrip
from reader.ui.journal.pane import JournalPane
from reader.ui.lastplace import LastPlace
from reader.ui.libraries import Libraries
from reader.ui.likely import LikelyErrors
from reader.ui.preferring import Preferring
from reader.ui.proofing import Proofing
from reader.ui.readingbar import ReadingBar
from reader.ui.restoring import Restoring
from reader.ui.riskbar import RiskBar
from reader.ui.search.box import SearchBox
from reader.ui.seeking import Seeking
from reader.ui.session import Session
from reader.ui.source.pane import SourcePane
from reader.ui.status import StatusLine
from reader.ui.taborder import way_of
from reader.ui.tags.pane import TagSidebar
from reader.ui.tags.strip import TagStrip
from reader.ui.telling import Telling
from reader.ui.topbar import TopBar
from reader.ui.topics import Topics
from reader.ui.views import Views
from reader.ui.wishes import Wishes
from reader.ui.words import Words

__all__ = [
    "Arranging",
    "ArticlePane",
    "Asides",
    "BackupBar",
    "BackupKeeper",
    "Beginning",
    "Beside",
    "CaretLine",
    "Checking",
    "Chronicle",
    "Columns",
    "Enabling",
    "Engine",
    "Filing",
    "Focus",
    "Helping",
    "IssuesPane",
    "IssuesStrip",
    "JournalPane",
    "LastPlace",
    "Libraries",
    "LikelyErrors",
    "Panes",
    "Preferring",
    "Proofing",
    "ReadingBar",
    "Restoring",
    "RiskBar",
    "SearchBox",
    "Seeking",
    "Session",
    "SourcePane",
    "StatusLine",
    "TagSidebar",
    "TagStrip",
    "Telling",
    "TopBar",
    "Topics",
    "Verbs",
    "Views",
    "Wishes",
    "Words",
    "actions",
    "way_of",
]
