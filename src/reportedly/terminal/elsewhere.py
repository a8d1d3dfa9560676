"""Commands that take events elsewhere as one row each: what the choice of a rule changes, and the exports."""

# ruff: noqa: PLC0415  (each command imports what it needs: `--help` and completion must answer at once)
# ruff: noqa: D412  (the blank line makes an example a block of its own, in a terminal and on the page)

from __future__ import annotations

import sys

from reportedly.terminal import options
from reportedly.terminal.noted import exported
from reportedly.terminal.shown import opened, show
from reportedly.terminal.streams import save, write


def sensitivity(casebook: options.Casebook, *, as_json: options.Json = False) -> None:
    """Show what the choice of a rule changes.

    Under each rule the killed of all events, and on how many its best number is not that of ucdp; then the events on which rules differ.

    With --json: a line for each rule, then one for each of these events. All of it goes to stdout, messages to stderr.

    Exit status: 0 done, even if nothing differs; 3 the casebook cannot be used.

    Example:

        reportedly sensitivity war.db
    """
    from reportedly.book.rows import sensitivity_rows
    from reportedly.terminal.sensitivity import sensitivity_page

    with opened(casebook) as book:
        found = book.sensitivity()
        if as_json:
            write(sys.stdout, sensitivity_rows(found))
        else:
            show(sensitivity_page(found))


def export(casebook: options.Casebook, format_: options.Format, rule: options.RuleName = "ucdp", out: options.Out = None) -> None:
    """Write all of it for other tools.

    jsonl holds everything; csv has UCDP's columns, a row an event; geojson has the events as points. Where voices differ, --rule makes the
    numbers of csv and geojson; `sensitivity` shows what it changes.
    The data goes to stdout or to --out, as UTF-8, messages to stderr.

    Exit status: 0 done; 2 no such format or rule, or the file cannot be written; 3 the casebook cannot be used.

    Example:

        reportedly export --as csv war.db --rule acled --out events.csv
    """
    with opened(casebook) as book:
        pieces = book.export(format_, rule=rule)
        if out is None:
            write(sys.stdout, pieces)
        else:
            save(pieces, out)
        exported(book, f"{format_} by {rule}", out)
