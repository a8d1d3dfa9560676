"""The command that draws: a picture of the events to a file or to stdout, or the table behind it."""

# ruff: noqa: PLC0415  (`--help` and completion must answer at once)
# ruff: noqa: D412  (the blank line makes an example a block of its own, in a terminal and on the page)

from __future__ import annotations

import sys

from reportedly.terminal import options
from reportedly.terminal.noted import exported
from reportedly.terminal.shown import opened
from reportedly.terminal.streams import save, write


def plot(  # noqa: PLR0913  (a command has as many options as it has)
    name: options.PlotName,
    casebook: options.Casebook,
    *,
    where: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.KindName = None,
    actor: options.Actor = None,
    disputed: options.Disputed = False,
    out: options.Picture = None,
    as_json: options.Rows = False,
) -> None:
    """Draw a picture of the events, or write the table behind it.

    weeks: events over time. tolls: killed as ranges with numbers of origins. voices: who reports whom. disputes: by field. map: by place.
    Below each picture stands how much it shows, and what is left out. Filters are those of `events`.

    SVG goes to stdout, or the picture to --out, messages to stderr.

    Exit status: 0 done; 2 no such picture, a filter cannot be read, or the file cannot be written; 3 the casebook cannot be used.

    Example:

        reportedly plot tolls war.db --where Syria --out tolls.png
    """
    from reportedly.book.pictures import drawn, form_of, plot_named, plot_rows, written

    wanted, form = plot_named(name), ".svg" if out is None else form_of(out)
    with opened(casebook) as book:
        found = book.events(place=where, since=since, until=until, kind=kind, actor=actor, disputed=True if disputed else None)
        filters = {"place": where, "from": since, "to": until, "kind": kind, "actor": actor, "disputed": "yes" if disputed else None}
        picture = drawn(wanted, found, filters, total=len(book.dataset().views.events))
        exported(book, f"picture {name}", out)
    if out is not None:
        save([written(picture, form)], out)
    if as_json:
        write(sys.stdout, plot_rows(picture))
    elif out is None:
        write(sys.stdout, [written(picture, form).decode()])
