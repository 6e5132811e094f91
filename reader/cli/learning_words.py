"""What is said of what the engine learns, in Chinese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Table

LEARNING: Table = {
    "measured": (
        "留出检验的 {held} 处判定：学前判错 {before} 处，学后判错 {after} 处",
        "of {held:verdict|verdicts} held out, {before} wrong before and {after} after",
    ),
    "of all verdicts": (
        "全部 {verdicts} 处判定：学前判错 {before} 处，学后判错 {after} 处",
        "of all {verdicts:verdict|verdicts}, {before} wrong before and {after} after",
    ),
    "learnt": (
        "已由 {verdicts} 处判定学习；此后导入和重新断行都用所学",
        "learnt from {verdicts:verdict|verdicts}; import and rerun use it from now on",
    ),
    "would learn": (
        "可由 {verdicts} 处判定学习；什么也没有写",
        "there is something to learn from {verdicts:verdict|verdicts}; nothing was written",
    ),
    "refused few": (
        "判定太少，什么也没有学：有 {verdicts} 处，至少要 {needed} 处",
        "too few verdicts, nothing was learnt: there are {verdicts}, and {needed} are needed",
    ),
    "refused contradicts": (
        "没有采用所学：判定互相矛盾，照一些去学，就会把另一些本来读对的读错；请核对判定，再学一次",
        "nothing was learnt: the verdicts contradict one another, and what some teach would turn"
        " others that were right; look through them and learn again",
    ),
    "refused worse": (
        "在留出检验的判定上错得更多，没有采用",
        "of the verdicts held out more were wrong than before, so it was not taken",
    ),
    "refused nothing": ("没有可学的", "there is nothing to learn"),
    "own words": (
        "本报常连用的字对 {words} 个：{first}",
        "{words:word|words} of this newspaper, such as {first}",
    ),
    "words measured": (
        "留出检验的 {held} 处判定：不用这些字对判错 {before} 处，用了判错 {after} 处",
        "of {held:verdict|verdicts} held out, {before} wrong without these words and {after} with"
        " them",
    ),
    "words parted": (
        "{words} 个字对与判定不合，没有采用",
        "{words:word was|words were} left out, as verdicts speak against them",
    ),
    "words refused": (
        "用了本报常连用的字对，留出检验的判定要错 {after} 处，不用只错 {before} 处，没有采用",
        "with words of this newspaper {after} of the verdicts held out would be wrong, and"
        " {before} without, so none was taken",
    ),
    "kept few": (
        "判定太少，线索的分量不变：有 {verdicts} 处，至少要 {needed} 处",
        "too few verdicts, clues weigh as before: there are {verdicts}, and {needed} are needed",
    ),
    "kept contradicts": (
        "判定互相矛盾，线索的分量不变；请核对判定，再学一次",
        "the verdicts contradict one another, clues weigh as before; look through them and learn"
        " again",
    ),
    "kept worse": (
        "在留出检验的判定上错得更多，线索的分量不变",
        "of the verdicts held out more were wrong than before, clues weigh as before",
    ),
    "kept nothing": ("判定中没有可学的", "the verdicts teach nothing new"),
    "learnt words": (
        "已学会 {words} 个本报常连用的字对；此后导入和重新断行都用所学",
        "learnt {words:word|words} of this newspaper; import and rerun use them from now on",
    ),
    "would learn words": (
        "可学 {words} 个本报常连用的字对；什么也没有写",
        "there is something to learn, {words:word|words} of this newspaper; nothing was written",
    ),
    "dropped": (
        "原先学会的字对不再用，已去掉",
        "the words of this newspaper that were learnt before are used no more",
    ),
    "would drop": (
        "原先学会的字对将去掉；什么也没有写",
        "the words of this newspaper that were learnt before would go; nothing was written",
    ),
    "forgotten": ("已忘掉所学，此后照原来的读", "forgotten; the engine reads as it came"),
    "nothing learnt": ("没有学过什么", "nothing was learnt"),
    "something learnt": ("学过，可以忘掉", "something was learnt and can be forgotten"),
}
"""By what is said."""
