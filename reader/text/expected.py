"""How likely a line end reads wrongly: mostly what its confidence lacks of one, but not always.

A paragraph that breaks off is a doubt for the text that may be missing or go on elsewhere, however
sure it is that the next line does not go on with it. Such a line end is wrong as often as was
counted on made pages that training did not see. So it is where a text stands twice across a line
end: the doubt is whether it does so in print. And so are all line ends of a page that is read
roughly: how sure each is was not asked, and more are right than so low a confidence says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

TORN_SURE = 0.85
"""The confidence of a paragraph's end in mid-sentence is at most this: it is a doubt."""
TORN_WRONG = 0.03
"""How often it is wrong that it ends there: 54 of 1,779."""
DOUBLED_SURE = 0.85
"""The confidence of a line end across which a text stands twice is at most this: it is a doubt."""
ROUGH_SURE = 0.85
"""The confidence of each line end of a page that is read roughly: it is a doubt."""
ROUGH_WRONG = 0.084
"""How often such a line end is wrong: 2,647 of 31,355, on pages by unknown hands."""
PERHAPS_WRONG = 0.7
"""Of what the confidence lacks where it is named what may follow, the share that is wrong: 384 line
ends where 535 were lacking. In the others the text ends there, or goes on with what is named."""


def wrong_of(confidence: float, reasons: Container[str]) -> float:
    """Give the probability that a line end reads wrongly, from the codes of its reasons.

    At the edge of a page nothing is read wrongly, though the text may break off there. A library
    keeps a confidence in thousandths; what is the same there is the same here.
    """
    if "edge" in reasons:
        return 0.0
    lacking = 1.0 - confidence
    if "perhaps" in reasons:
        return PERHAPS_WRONG * lacking
    if "torn" in reasons and round(confidence, 3) == TORN_SURE:
        return TORN_WRONG
    if "doubled" in reasons and round(confidence, 3) == DOUBLED_SURE:
        return 0.0
    if "rough" in reasons and round(confidence, 3) == ROUGH_SURE:
        return ROUGH_WRONG
    return lacking
