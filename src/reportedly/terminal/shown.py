"""What commands share: a casebook that must be there, and showing what was made of it. Everything is imported only when it is needed."""

# ruff: noqa: PLC0415  (`--help` and completion must answer at once)

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from reportedly.book import Book


def version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        import reportedly

        typer.echo(f"reportedly {reportedly.__version__}")
        raise typer.Exit


def opened(casebook: str) -> Book:
    """A casebook that must be there."""
    import reportedly

    return reportedly.open(casebook, create=False)


def stdout() -> Console:
    """The console that results go to."""
    from reportedly.terminal.console import console

    return console(sys.stdout)


def show(made: RenderableType) -> None:
    """Print what was made."""
    stdout().print(made)
