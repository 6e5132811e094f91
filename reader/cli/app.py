"""The command line as a whole: reads the arguments, carries one command out, gives a status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reader import __version__, settings
from reader.cli.desk import Desk
from reader.cli.grammar import Names
from reader.cli.guard import Guard
from reader.cli.output import speak_utf8
from reader.cli.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.errors import UsageError

PLACES = {
    "import": "intake",
    "repair": "intake",
    "issues": "listing",
    "articles": "listing",
    "doubts": "listing",
    "show": "listing",
    "search": "finding",
    "issue": "correcting",
    "withdraw": "correcting",
    "tag": "tagging",
    "status": "correcting",
    "history": "journal",
    "undo": "journal",
    "redo": "journal",
    "rerun": "engine",
    "learn": "engine",
    "export": "keeping",
    "stats": "counting",
    "check": "counting",
    "backup": "keeping",
    "restore": "keeping",
    "rescue": "keeping",
    "doctor": "examining",
}
"""In which module each command stands, in the order of the help."""

LATER = ("merge",)
"""Names that a later version knows."""


def program() -> Names:
    """Make the group of all commands."""
    group = Names("jiaokan", PLACES, LATER)
    group.params.append(
        click.Option(["--version"], is_flag=True, expose_value=False, callback=_version)
    )
    return group


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value:
        ctx.ensure_object(Desk).out.text(f"jiaokan {__version__}")
        ctx.exit()


def run(arguments: Sequence[str]) -> int:
    """Carry out what `arguments` (without the program's name) say; give the exit status.

    Nothing is raised but a program's own exit.
    """
    with _guard() as guard:
        speak_utf8()
        desk = Desk()
        try:
            with program().make_context("jiaokan", list(arguments), obj=desk) as context:
                guard.status = _status(context)
        finally:
            guard.command = desk.command
            desk.progress.clear()
            desk.out.flush()
    return guard.status


def _status(context: click.Context) -> int:
    status = context.command.invoke(context)
    return status if isinstance(status, int) else 0


def _guard() -> Guard:
    return Guard(Words(settings.language()))


def refuse(error: UsageError) -> int:
    """Tell why the window is not opened as it was asked for; give the status."""
    with _guard() as guard:
        raise error
    return guard.status
