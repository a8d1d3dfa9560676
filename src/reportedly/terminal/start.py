"""The first words of a run, said before anything heavy is loaded, and the last of one that is stopped by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.text import Text

from reportedly.terminal.ending import INTERRUPTED
from reportedly.terminal.safe import safe

NAMED = 3


def beginning(sources: Sequence[str], into: str) -> Text:
    """What is read, and into what."""
    named = ", ".join("stdin" if source == "-" else source for source in sources[:NAMED])
    more = f" and {len(sources) - NAMED} more" if len(sources) > NAMED else ""
    return Text(safe(f"Reading {named}{more} into {into} …"))


@contextmanager
def interruptible(console: Console, into: str) -> Iterator[None]:
    """End with a sentence and status 130 when the block is interrupted."""
    try:
        yield
    except KeyboardInterrupt:
        console.print(
            Text(safe(f"Interrupted. What was read so far is kept in {into}; the same command goes on from there.")), soft_wrap=True
        )
        raise typer.Exit(INTERRUPTED) from None
