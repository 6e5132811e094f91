"""The grammar of the commands, by click: names, options, values; errors and help are our own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import places
from reader.cli.desk import Desk
from reader.cli.help_words import help_text
from reader.cli.telling import NotBuiltError, parameter_name
from reader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping


Work = Callable[..., int | None]
"""What a command does: called with the desk and what was given; the status is 0 for None."""

# --- values: a kind reads one word, and refuses what is none of its kind -------------------------

Kind = Callable[[str, str], Any]
"""A word, and the name of its option or argument, to a value."""


def text(word: str, _: str) -> str:
    """Read words of a person, which must be UTF-8."""
    if any("\ud800" <= c <= "\udfff" for c in word):
        raise UsageError(word, "not_utf8")
    return word


def path(word: str, _: str) -> Path:
    """Read a path, whatever its bytes are; an empty one would mean the current folder."""
    if not word:
        raise UsageError("", "empty_path")
    return Path(word)


def file(word: str, name: str) -> Path:
    """Read the path of a file that is to be written; what ends with a slash is a folder's name."""
    places.file_named(word)
    return path(word, name)


def number(least: int) -> Kind:
    """Read a whole number that is not less than `least`."""

    def read(word: str, name: str) -> int:
        if word.isascii() and word.isdigit() and len(word) < 19 and int(word) >= least:
            return int(word)
        raise UsageError(word, "number", option=name, least=least)

    return read


def choice(choices: Sequence[str], later: Sequence[str] = ()) -> Kind:
    """Read one of a few words; those in `later` are not built yet."""

    def read(word: str, name: str) -> str:
        if word in later:
            raise NotBuiltError(f"{name} {word}")
        if word not in choices:
            raise UsageError(word, "choice", option=name, choices=" ".join(choices))
        return word

    return read


def _by(kind: Kind) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """Make click's callback of a kind."""

    def read(ctx: click.Context, param: click.Parameter, value: Any) -> Any:  # noqa: ANN401, ARG001
        name = parameter_name(param)
        if isinstance(value, tuple):
            return tuple(kind(word, name) for word in value)
        return value if value is None else kind(value, name)

    return read


# --- parameters -------------------------------------------------------------------------------


def option(name: str, kind: Kind = text, **more: Any) -> click.Option:  # noqa: ANN401 - click's
    """Make an option with a value; it is None when it is not given."""
    settings: dict[str, Any] = {"callback": _by(kind)} | more
    return click.Option([name, _slot(name)], type=click.UNPROCESSED, **settings)


def flag(name: str) -> click.Option:
    """Make an option without a value."""
    return click.Option([name, _slot(name)], is_flag=True, default=False)


def argument(
    name: str, kind: Kind = text, *, many: bool = False, optional: bool = False
) -> click.Argument:
    """Make an argument; a tuple of one or more when `many`. Its first word is its slot."""
    return click.Argument(
        [name.split("…", maxsplit=1)[0].lower()],
        type=click.UNPROCESSED,
        nargs=-1 if many else 1,
        required=not optional,
        metavar=name,
        callback=_by(kind),
    )


def _slot(name: str) -> str:
    """Give the name under which an option's value comes: ``--as-is`` as ``as_is``."""
    word = name.removeprefix("--").replace("-", "_")
    return {"format": "form", "in": "where_in"}.get(word, word)


def _set_library(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:  # the later wins: a command's own comes after its group's
        ctx.ensure_object(Desk).library = file(value, "--library")


def _library() -> click.Option:
    return option("--library", expose_value=False, callback=_set_library)


SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


class Verb(click.Command):
    """A command: its help comes from the table of words, its faults are ours."""

    def __init__(self, name: str, work: Work, parameters: Sequence[click.Parameter] = ()) -> None:
        super().__init__(
            name,
            context_settings=SETTINGS | {"allow_extra_args": True},
            params=[*parameters, _library()],
        )
        self._work = work

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; from here on a fault names this command's help."""
        ctx.ensure_object(Desk).command = ctx.command_path
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> int:
        """Carry it out and give the exit status."""
        desk = ctx.ensure_object(Desk)
        if ctx.args:
            raise UsageError(ctx.args[0], "extra")
        return self._work(desk, **ctx.params) or 0

    def get_help(self, ctx: click.Context) -> str:
        """Give the help in the person's language."""
        return help_text(ctx, ctx.ensure_object(Desk).words)


class Names(click.Group):
    """A group of commands, each loaded when it is asked for.

    `places` maps a name to its module in this room, in the order of the help.
    """

    def __init__(self, name: str, places: Mapping[str, str], later: Sequence[str] = ()) -> None:
        super().__init__(
            name,
            context_settings=SETTINGS,
            params=[_library()],
            invoke_without_command=True,
            no_args_is_help=False,
            callback=click.pass_context(_need_command),
        )
        self._places = dict(places)
        self._later = frozenset(later)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """List the names."""
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command, by the table of its module."""
        if cmd_name not in self._places:
            return None
        module = import_module(f"reader.cli.{self._places[cmd_name]}")
        path = f"{ctx.command_path} {cmd_name}".removeprefix("jiaokan ")
        commands: dict[str, click.Command] = module.COMMANDS
        return commands[path]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; tell of one that is not built yet, or that there is none."""
        ctx.ensure_object(Desk).command = ctx.command_path
        name, *left = args
        if name in self._later:
            raise NotBuiltError(name)
        command = self.get_command(ctx, name)
        if command is None:
            raise UsageError(name, "command", near=self._near(ctx, name))
        return name, command, left

    def _near(self, ctx: click.Context, name: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name, self._places, n=1)
        words = ctx.ensure_object(Desk).words
        return words.say("near", name=near[0]) if near else ""

    def get_help(self, ctx: click.Context) -> str:
        """Give the help in the person's language."""
        return help_text(ctx, ctx.ensure_object(Desk).words)


def _need_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        ctx.ensure_object(Desk).command = ctx.command_path
        raise UsageError(ctx.command_path, "no_command")
