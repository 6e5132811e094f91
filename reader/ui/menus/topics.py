"""The rows of the menu Topics."""

from __future__ import annotations

from reader.ui.menus.row import QT_TRANSLATE_NOOP, Action

TOPIC = QT_TRANSLATE_NOOP("actions", "The &chosen topic")
PHRASE = QT_TRANSLATE_NOOP("actions", "The chosen p&hrase")

TREE, PHRASES = "tagList", "phraseList"
"""The lists of the sidebar in which what is chosen has keys of its own."""

ROWS = (
    Action(
        "actionAddTag",
        QT_TRANSLATE_NOOP("actions", "Add a t&opic…"),
        ("Ctrl+T",),
        QT_TRANSLATE_NOOP("actions", "Type a topic for this article, or for the selected words"),
        "add_tag",
        5,
        writes=True,
    ),
    Action(
        "actionTagPhrase",
        QT_TRANSLATE_NOOP("actions", "Tag th&is phrase…"),
        ("Ctrl+Shift+T",),
        QT_TRANSLATE_NOOP("actions", "Type a topic for the words that are selected"),
        "tag_phrase",
        5,
        writes=True,
    ),
    Action(
        "actionTakeSuggestion",
        QT_TRANSLATE_NOOP("actions", "&Take the first suggestion"),
        ("Alt+Return", "Alt+Enter"),
        QT_TRANSLATE_NOOP("actions", "Give the article the topic that is suggested first"),
        "take_suggestion",
        5,
        writes=True,
        gap=True,
    ),
    Action(
        "actionRefuseSuggestion",
        QT_TRANSLATE_NOOP("actions", "&Refuse the first suggestion"),
        ("Alt+Del",),
        QT_TRANSLATE_NOOP("actions", "Do not suggest that topic for this article again"),
        "refuse_suggestion",
        5,
        writes=True,
    ),
    Action(
        "actionToggleTopic",
        QT_TRANSLATE_NOOP("actions", "On this article"),
        ("Space",),
        QT_TRANSLATE_NOOP("actions", "Give the article the topic, or take it away"),
        "toggle_topic",
        5,
        writes=True,
        gap=True,
        under=TOPIC,
        place=TREE,
    ),
    Action(
        "actionFindTopic",
        QT_TRANSLATE_NOOP("actions", "Show its articles"),
        (
            "Return",
            "Enter",
        ),
        QT_TRANSLATE_NOOP("actions", "Search for the articles of the topic"),
        "find_topic",
        5,
        under=TOPIC,
        place=TREE,
    ),
    Action(
        "actionRenameTopic",
        QT_TRANSLATE_NOOP("actions", "Rename the topic…"),
        ("F2",),
        QT_TRANSLATE_NOOP("actions", "A slash puts it under another topic: economy/firms"),
        "rename_topic",
        5,
        writes=True,
        under=TOPIC,
        place=TREE,
    ),
    Action(
        "actionTopTopic",
        QT_TRANSLATE_NOOP("actions", "Put beside all others"),
        ("Shift+F2",),
        QT_TRANSLATE_NOOP("actions", "Take it out from under the topic above it"),
        "top_topic",
        5,
        writes=True,
        under=TOPIC,
        place=TREE,
    ),
    Action(
        "actionMergeTopic",
        QT_TRANSLATE_NOOP("actions", "Merge the topic into…"),
        ("Ctrl+M",),
        QT_TRANSLATE_NOOP("actions", "Give all that has the topic another one, and drop it"),
        "merge_topic",
        5,
        writes=True,
        under=TOPIC,
        place=TREE,
    ),
    Action(
        "actionDeleteTopic",
        QT_TRANSLATE_NOOP("actions", "Delete the topic"),
        ("Del",),
        QT_TRANSLATE_NOOP(
            "actions", "Take the topic from all articles and phrases; undo brings it back"
        ),
        "delete_topic",
        5,
        writes=True,
        under=TOPIC,
        place=TREE,
    ),
    Action(
        "actionShowPhrase",
        QT_TRANSLATE_NOOP("actions", "Show in the text"),
        (
            "Return",
            "Enter",
        ),
        QT_TRANSLATE_NOOP("actions", "Go to the words of the phrase"),
        "show_phrase",
        5,
        under=PHRASE,
        place=PHRASES,
    ),
    Action(
        "actionUnmarkPhrase",
        QT_TRANSLATE_NOOP("actions", "Unmark the phrase"),
        ("Del",),
        QT_TRANSLATE_NOOP("actions", "Take the topic from the words; undo brings it back"),
        "unmark_phrase",
        5,
        writes=True,
        under=PHRASE,
        place=PHRASES,
    ),
)
