"""How a casebook is cited, from the command line."""

# ruff: noqa: PLC0415  (`--help` and completion must answer at once)
# ruff: noqa: D412  (the blank line makes an example a block of its own, in a terminal and on the page)

from __future__ import annotations

import datetime as dt
import sys

from reportedly.terminal import options
from reportedly.terminal.shown import opened
from reportedly.terminal.streams import write


def cite(
    casebook: options.Casebook,
    event: options.CitedEvent = None,
    style: options.StyleName = "apa",
    accessed: options.Accessed = None,
) -> None:
    """Print how to cite a casebook, or one event of it.

    Names the casebook with a SHA-256 of its reports, claims and decisions, so that others can tell whether they have the same.
    The citation goes to stdout, messages to stderr.

    Exit status: 0 done; 2 no such event or style, or no such day; 3 the casebook cannot be used.

    Example:

        reportedly cite war.db --event e3f9a --style bibtex
    """
    from reportedly.book.citing import citation, cited_event, cited_events
    from reportedly.export.cite import style_of

    form, day = style_of(style), _day(accessed)
    with opened(casebook) as book:
        view = cited_events(len(book.events())) if event is None else cited_event(book.event(event))
        write(sys.stdout, [form.write(citation(book, view, accessed=day))])


def _day(text: str | None) -> dt.date:
    """A day as it is written; today for None."""
    from reportedly.errors import BadFilter

    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise BadFilter("accessed", text, "2031-05-14")
    return day
