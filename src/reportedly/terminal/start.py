"""The first words of a run, said before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from reportedly.terminal.safe import safe

NAMED = 3


def beginning(sources: Sequence[str], into: str) -> Text:
    """What is read, and into what."""
    named = ", ".join("stdin" if source == "-" else source for source in sources[:NAMED])
    more = f" and {len(sources) - NAMED} more" if len(sources) > NAMED else ""
    return Text(safe(f"Reading {named}{more} into {into} …"))
