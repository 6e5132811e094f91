"""The journal: one row a wish, and under it the image of each row before and after.

Triggers write the images, in the transaction of the wish (the technique of SQLite's page
"Automatic Undo/Redo Using SQLite"). They are TEMP, made at the first wish from the schema, so
that a library file holds none. The wishes are a tree, only ever added to: undo steps `head` to the
parent, redo to its youngest child.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pysqlite3 import IntegrityError

from reader.errors import DamagedLibraryError, NotFoundError, NothingToUndoError
from reader.store.course import WAY, Course
from reader.store.images import Image, apply, images_of, net, reverse
from reader.store.schema import IGNORED, JOURNALLED
from reader.store.weighing import weight_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pysqlite3 import Connection

    from reader.model import Changes
    from reader.store.library import Library
    from reader.store.weighing import Weight


@dataclass(frozen=True, slots=True)
class Wish:
    """A line of the journal; `done` tells whether it lies on the way from the root to `head`."""

    id: str
    parent: str | None
    verb: str
    detail: dict[str, Any]
    actor: str
    at: str
    rows: int
    done: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """How many articles a wish reached, and what stands for the only one in a list.

    `issue` is where an import went, as that is called now: newspaper, date, and the page's number
    where it is a page of an issue that was there.
    """

    articles: int
    title: str = ""
    issue: tuple[str | None, str | None, int | None] | None = None


_TAKEN_IN = """
    SELECT i.title, i.date, p.number FROM wish w JOIN image m ON m.wish = w.key
    LEFT JOIN page p ON m.tab = 'page' AND p.key = json_extract(m.after, '$.key')
    JOIN issue i ON i.key = coalesce(p.issue, json_extract(m.after, '$.key'))
    WHERE w.key = ? AND w.verb = 'import' ORDER BY m.tab DESC, m.seq LIMIT 1
"""


def watch(connection: Connection) -> None:
    """Make the TEMP triggers that write images while a wish is open, and the note of which.

    Inside the transaction of the first wish: a connection that only imports has none, whose
    thousands of rows they would otherwise look at in vain.
    """
    if connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'open_wish'").fetchone():
        return
    connection.execute("CREATE TEMP TABLE open_wish (wish INTEGER NOT NULL)")
    for table, keys in JOURNALLED.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        kept = [c for c in columns if c not in IGNORED.get(table, ())]
        for verb in ("INSERT", "UPDATE", "DELETE"):
            connection.execute(_trigger(table, verb, columns if verb != "UPDATE" else kept, keys))


def _trigger(table: str, verb: str, columns: Sequence[str], keys: Sequence[str]) -> str:
    def image(alias: str) -> str:
        return "json_object(" + ", ".join(f"'{c}', {alias}.{c}" for c in columns) + ")"

    before = "NULL" if verb == "INSERT" else image("OLD")
    after = "NULL" if verb == "DELETE" else image("NEW")
    when = "EXISTS (SELECT 1 FROM temp.open_wish)"
    if verb == "UPDATE":
        changed = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns if c not in keys)
        moved = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in keys)
        when += f" AND ({' OR '.join(part for part in (changed, moved) if part)})"
    return f"""
        CREATE TEMP TRIGGER journal_{table}_{verb.lower()} AFTER {verb} ON main.{table}
        WHEN {when}
        BEGIN
          INSERT INTO image (wish, seq, tab, before, after)
          SELECT wish, 1 + coalesce((SELECT max(seq) FROM image WHERE image.wish = o.wish), 0),
                 '{table}', {before}, {after}
          FROM temp.open_wish AS o;
        END
    """


class Journal:
    """Undo, redo and history over the tree of wishes."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def _connection(self) -> Connection:
        return self._library.connection

    def head(self) -> int | None:
        """Give the key of the last wish that stands, None at the root."""
        row = self._connection.execute("SELECT head FROM library").fetchone()
        return None if row is None else row[0]

    def undo(self) -> Changes:
        """Take the last wish back; raise `NothingToUndoError` at the root."""
        with self._fitting(), self._library.transaction():
            head = self.head()
            if head is None:
                raise NothingToUndoError("undo")
            images = reverse(net(images_of(self._connection, head)))
            return self._step(images, self._parent(head), head)

    def redo(self) -> Changes:
        """Do the youngest wish again that was taken back from here."""
        with self._fitting(), self._library.transaction():
            child = self._child(self.head())
            if child is None:
                raise NothingToUndoError("redo")
            return self._step(net(images_of(self._connection, child)), child, child)

    def go_to(self, wish: str | None, report: Callable[[int, int], None] | None = None) -> Changes:
        """Make `wish` the last that stands (None: none is): undo and redo to it in one step.

        What was done after it is taken back; a wish that was taken back is done again, with
        those before it. All of it or, where one step fails, nothing. Raise `NotFoundError` for a
        wish that is not there, `NothingToUndoError` when it is the last that stands already.
        """
        with self._fitting(), self._library.transaction():
            target = None if wish is None else self._key_of(wish)
            course = self.course()
            back, again = course.path_to(target)
            if course.torn is not None:
                self._parent(course.torn)
            if not back and not again:
                raise NothingToUndoError("go to")
            turns = [reverse(net(images_of(self._connection, key))) for key in back]
            turns += [net(images_of(self._connection, key)) for key in again]
            whole = net(image for turn in turns for image in turn)
            before = self._library.derived.names_before(whole)
            for done, turn in enumerate(turns):  # each by itself: two tags may change names
                if report is not None:
                    report(done, len(turns))
                apply(self._connection, turn)
            return self._stand(before, whole, target, (again or back)[-1])

    def course(self, article: str | None = None) -> Course:
        """Give the course of the wishes, or of those that reached an article."""
        return Course(self._connection, article)

    def wishes(self, keys: Iterable[int], course: Course) -> list[Wish]:
        """Give the wishes of some keys of a course, in their order."""
        return [self._wish(key, done=course.done(key)) for key in keys]

    def reached(self, keys: Iterable[int]) -> list[Reached]:
        """Tell of some wishes which articles they reached, in their order."""
        return [self._reached(key) for key in keys]

    def _reached(self, key: int) -> Reached:
        count, first = self._connection.execute(
            "SELECT count(*), min(article) FROM wish_article WHERE wish = ?", (key,)
        ).fetchone()
        row = self._connection.execute(
            "SELECT t.title FROM article AS a JOIN tally AS t ON t.article = a.key WHERE a.id = ?",
            (first,),
        ).fetchone()
        taken_in = self._connection.execute(_TAKEN_IN, (key,)).fetchone()
        return Reached(count, row[0] if row and count == 1 else "", taken_in)

    def weight(self, wish: str) -> Weight:
        """Tell how many pages and articles a wish turns."""
        return weight_of(self._connection, self._key_of(wish))

    def articles_of(self, wish: str) -> list[str]:
        """Give the ids of the articles that a wish reached; some may not be there any more."""
        rows = self._connection.execute(
            "SELECT article FROM wish_article WHERE wish = ? ORDER BY article",
            (self._key_of(wish),),
        )
        return [article for (article,) in rows]

    def _key_of(self, wish: str) -> int:
        row = self._connection.execute("SELECT key FROM wish WHERE id = ?", (wish,)).fetchone()
        if row is None:
            raise NotFoundError(wish, "wish")
        return int(row[0])

    def _parent(self, key: int) -> int | None:
        """Give a wish's parent; raise where it is no older one, as in a circle."""
        row = self._connection.execute("SELECT parent, id FROM wish WHERE key = ?", (key,))
        parent, name = row.fetchone()
        if parent is not None and parent >= key:
            raise DamagedLibraryError(str(self._library.path), "tree", wish=str(name))
        return None if parent is None else int(parent)

    def _child(self, key: int | None) -> int | None:
        """Give the youngest of the wishes that were done from `key` (None: the root) on."""
        row = self._connection.execute(
            "SELECT key FROM wish WHERE parent IS ? AND key > ? ORDER BY key DESC LIMIT 1",
            (key, key or 0),
        ).fetchone()
        return None if row is None else int(row[0])

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        """Tell as damage when images do not fit the rows as they stand."""
        try:
            yield
        except IntegrityError as error:
            raise DamagedLibraryError(str(self._library.path), "journal") from error

    def _step(self, images: Sequence[Image], head: int | None, wish: int) -> Changes:
        before = self._library.derived.names_before(images)
        apply(self._connection, images)
        return self._stand(before, images, head, wish)

    def _stand(
        self, before: Changes, images: Sequence[Image], head: int | None, wish: int
    ) -> Changes:
        """Let `head` be the last wish that stands, and tell what the images changed."""
        self._connection.execute("UPDATE library SET head = ?", (head,))
        (wish_id,) = self._connection.execute(
            "SELECT id FROM wish WHERE key = ?", (wish,)
        ).fetchone()
        return before | self._library.derived.refresh(images, wish_id)

    def peek(self) -> tuple[Wish | None, Wish | None]:
        """Give the wishes that undo and redo would turn, None where there is none."""
        head = self.head()
        child = self._child(head)
        return (
            None if head is None else self._wish(head, done=True),
            None if child is None else self._wish(child, done=False),
        )

    def holds_only_samples(self) -> bool:
        """Tell whether the imports of samples with which a library began are all that stands."""
        head = self.head()
        while head is not None:
            parent, verb, detail = self._connection.execute(
                "SELECT parent, verb, detail FROM wish WHERE key = ?", (head,)
            ).fetchone()
            if verb != "import" or json.loads(detail).get("sample") is not True:
                return False
            if parent is not None and parent >= head:  # a circle of them
                return False
            head = parent
        return True

    def history(self, article: str | None = None, *, limit: int | None = None) -> list[Wish]:
        """List the wishes, youngest first; of one article when its id is given."""
        done = self._done()
        if article is None:
            rows = self._connection.execute(
                "SELECT key FROM wish ORDER BY key DESC LIMIT ?", (-1 if limit is None else limit,)
            ).fetchall()
        else:
            rows = self._connection.execute(
                "SELECT wish FROM wish_article WHERE article = ? ORDER BY wish DESC LIMIT ?",
                (article, -1 if limit is None else limit),
            ).fetchall()
            if not rows and not self._library.articles.exists(article):
                raise NotFoundError(article, "article")
        return [self._wish(key, done=key in done) for (key,) in rows]

    def _done(self) -> set[int]:
        done = {key for (key,) in self._connection.execute(f"{WAY} SELECT key FROM way")}
        if done:
            self._parent(min(done))
        return done

    def _wish(self, key: int, *, done: bool) -> Wish:
        row = self._connection.execute(
            """
            SELECT w.id, p.id, w.verb, w.detail, w.actor, w.at,
                   (SELECT count(*) FROM image WHERE image.wish = w.key)
            FROM wish AS w LEFT JOIN wish AS p ON p.key = w.parent WHERE w.key = ?
            """,
            (key,),
        ).fetchone()
        return Wish(row[0], row[1], row[2], json.loads(row[3]), row[4], row[5], row[6], done)
