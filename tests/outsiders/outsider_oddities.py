"""What goes wrong on some pages: columns and headlines out of place, lost, doubled, cut off."""

from __future__ import annotations

from itertools import pairwise

from outsiders.outsider_frames import Frame, Laid, Part, Row
from outsiders.outsider_furniture import jump_from, jump_to
from outsiders.outsider_sheet import Sheet, cut_blocks


def headless(sheet: Sheet) -> bool:
    """Lose the headlines of an article, mostly of the first."""
    fitting = [laid for laid in sheet.laid if laid.heads.rows and laid.columns]
    if len(fitting) < 2:
        return False
    laid = fitting[0] if sheet.rng.random() < 0.6 else sheet.rng.choice(fitting)
    sheet.dropped |= {part.block for row in laid.heads.rows for part in row.parts}
    laid.heads.rows = []
    return True


def jumps(sheet: Sheet) -> bool:
    """Let an article go on on another page, or come from one, or go on at the page's end."""
    fitting = [laid for laid in sheet.laid if len(laid.columns) > 1]
    if not fitting:
        return False
    laid = sheet.rng.choice(fitting)
    kind = sheet.rng.choice(("to", "to", "from", "from", "within"))
    cut = sheet.rng.randint(1, len(laid.columns) - 1)
    first, rest = laid.columns[:cut], laid.columns[cut:]
    if kind == "to":
        cut_blocks(sheet, _rows(rest), _rows(first))
        laid.columns = [*first, sheet.furniture([jump_to(sheet.rng, sheet.world)])]
    elif kind == "from":
        if sheet.rng.random() < 0.4 and laid.heads.rows:
            sheet.dropped |= {part.block for row in laid.heads.rows for part in row.parts}
            laid.heads.rows = []
        cut_blocks(sheet, _rows(first), _rows(rest))
        laid.columns = [sheet.furniture([jump_from(sheet.rng, sheet.world)]), *rest]
    else:
        laid.columns = [*first, sheet.furniture(["（下转本版右下）"])]
        sheet.runs[10_000] = [sheet.furniture(["（上接本版左上）"]), *rest]
    return True


def _rows(frames: list[Frame]) -> list[Row]:
    return [row for frame in frames for row in frame.rows]


def doubled(sheet: Sheet) -> bool:
    """Print two to four characters twice where a line, mostly a column, ends."""
    done = False
    for _ in range(sheet.rng.choice((1, 1, 2))):
        done = _double_one(sheet) or done
    return done


def _double_one(sheet: Sheet) -> bool:
    seams: list[tuple[Row, Row]] = []
    for laid in sheet.laid:
        for one, two in pairwise(laid.columns):
            if one.rows and two.rows:
                seams += [(one.rows[-1], two.rows[0])] * 4
        for frame in laid.columns:
            seams += list(pairwise(frame.rows))
    seams = [pair for pair in seams if _doubles(sheet, *pair)]
    if not seams:
        return False
    _, after = sheet.rng.choice(seams)
    count = sheet.rng.randint(2, 4)
    part = after.parts[0]
    over = sheet.rng.choice((0, 0, 0, 1)) if part.end - part.start > 4 else 0
    again = Part(part.block, part.start + over - count, part.start + over, again=True)
    rest = Part(part.block, part.start + over, part.end)
    head = [Part(part.block, part.start, part.start + over)] if over else []
    after.parts = [*head, again, rest]
    return True


def _doubles(sheet: Sheet, before: Row, after: Row) -> bool:
    """Tell whether text of the first line may stand again at the start of the second."""
    one, two = before.parts[-1], after.parts[0]
    if one.block != two.block or len(after.parts) > 1 or before.verse or one.end != two.start:
        return False
    text = sheet.drafts[one.block].text
    near = text[one.end - 4 : one.end + 2]
    return one.end - one.start > 4 and two.end - two.start > 3 and near.isalpha()


def gathered(sheet: Sheet) -> bool:
    """Put the headlines of some articles together above their bodies."""
    rng = sheet.rng
    places = [
        at
        for at, (one, two) in enumerate(pairwise(sheet.laid))
        if _plain(sheet, one) and _plain(sheet, two) and two.article not in sheet.labels
    ]
    if not places:
        return False
    at = rng.choice(places)
    some: list[Laid] = [sheet.laid[at], sheet.laid[at + 1]]
    for laid in sheet.laid[at + 2 : at + rng.choice((2, 3, 3, 5))]:
        if not _plain(sheet, laid) or laid.article in sheet.labels:
            break
        some.append(laid)
    heads = [frame for laid in some for frame in sheet.runs[laid.article] if _is_top(frame)]
    bodies = [[frame for frame in sheet.runs[laid.article] if not _is_top(frame)] for laid in some]
    if rng.random() < 0.45:
        bodies.reverse()
    sheet.runs[some[0].article] = [*heads, *(frame for run in bodies for frame in run)]
    for laid in some[1:]:
        sheet.runs[laid.article] = []
    return True


def _plain(sheet: Sheet, laid: Laid) -> bool:
    return bool(laid.heads.rows and laid.columns and sheet.runs.get(laid.article))


def _is_top(frame: Frame) -> bool:
    return frame.area in ("head", "label")


def displaced(sheet: Sheet) -> bool:
    """Put a column that goes on in mid-paragraph somewhere else."""
    rng = sheet.rng
    fitting = [
        (article, after)
        for article, run in sheet.runs.items()
        for before, after in pairwise([frame for frame in run if frame.area == "body"])
        if after.article >= 0 and before.article == after.article and not before.rows[-1].last
    ]
    if not fitting:
        return False
    kept = dict(sheet.runs)
    article, frame = rng.choice(fitting)
    sheet.runs[article] = [one for one in sheet.runs[article] if one is not frame]
    others = [number for number in sheet.runs if number != article and sheet.runs[number]]
    if others:
        number = max(others) if rng.random() < 0.4 else rng.choice(others)
        above = number != max(others) and rng.random() < 0.5
        run = sheet.runs[number]
        sheet.runs[number] = [frame, *run] if above else [*run, frame]
    if not _stands_apart(sheet, frame):
        sheet.runs = kept
        return False
    return True


def _stands_apart(sheet: Sheet, frame: Frame) -> bool:
    """Tell whether other articles stand between a frame and the rest of its article."""
    whole = [one for number in sorted(sheet.runs) for one in sheet.runs[number] if one.article >= 0]
    at = next((at for at, one in enumerate(whole) if one is frame), -1)
    near = whole[max(0, at - 1) : at] + whole[at + 1 : at + 2]
    return at >= 0 and all(one.article != frame.article for one in near)
