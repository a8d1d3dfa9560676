"""The desk from the command line: who the members are, how far two of them agree, the trail of all that was done."""

# ruff: noqa: PLC0415  (`--help` and completion must answer at once)
# ruff: noqa: D412  (the blank line makes an example a block of its own, in a terminal and on the page)

from __future__ import annotations

import datetime as dt
import sys

import typer

from reportedly.terminal import options
from reportedly.terminal.shown import opened, show
from reportedly.terminal.streams import write


def members(
    casebook: options.Casebook,
    *,
    add: options.NewMember = None,
    role: options.RoleName = "reviewer",
    dismiss: options.OldMember = None,
    as_json: options.Json = False,
) -> None:
    """List who works on a casebook; take somebody in, or let them go.

    With --add a new key is printed, this once: only its digest is kept. They sign in with it at /login of the page (`serve`).
    The key or the list goes to stdout, messages to stderr.

    Exit status: 0 done; 2 no such role or member; 3 the casebook cannot be used.

    Example:

        reportedly members war.db --add Ria --role curator
    """
    from reportedly.book.desk import role_named, user_name
    from reportedly.book.rows import member_rows
    from reportedly.terminal.desk_tables import members_table

    now = dt.datetime.now(dt.UTC)
    with opened(casebook) as book:
        if add is not None:
            key = book.desk.admit(add, role_named(role), by=user_name(), at=now)
            write(sys.stdout, [f"{key}\n"])
            sys.stderr.write(f"This is the key of {add}, {role}. It is not kept and cannot be shown again. Give it to nobody else.\n")
        if dismiss is not None:
            book.desk.dismiss(dismiss, by=user_name(), at=now)
            sys.stderr.write(f"{dismiss} can sign in no more. What they did stays.\n")
        if as_json:
            write(sys.stdout, member_rows(book.desk.members()))
        elif add is None and dismiss is None:
            show(members_table(book.desk.members()))


def agreement(casebook: options.Casebook, sample: options.SampleNumber = None, *, as_json: options.Json = False) -> None:
    """Show how far two who coded a sample blind agree.

    Krippendorff's alpha for each field, with how many events both coded and what other draws would give; "not computable" where it is not.
    Without SAMPLE the last one that both have coded. Samples are opened and coded on the page (`serve`).
    Rows go to stdout, messages to stderr.

    Exit status: 0 done; 2 no such sample, or not coded by both yet; 3 the casebook cannot be used.

    Example:

        reportedly agreement war.db 1
    """
    from reportedly.book.rows import agreement_rows
    from reportedly.terminal.desk_tables import agreement_table

    with opened(casebook) as book:
        wanted = book.desk.last_done() if sample is None else book.desk.sample(sample)
        found = book.desk.agreements(wanted, book.as_read())
        if as_json:
            write(sys.stdout, agreement_rows(wanted, found))
        else:
            show(agreement_table(wanted, found))


def trail(casebook: options.Casebook, *, as_json: options.Json = False) -> None:
    """List everything that was done: imports, exports, decisions, samples, members, who signed in.

    Each line seals those before it: a line that was changed or taken out is named. That the last ones were cut off can only be told by who
    kept the digest of the last line, which is printed. Rows go to stdout, messages to stderr.

    Exit status: 0 the trail is whole; 1 lines were changed or taken out; 3 the casebook cannot be used.

    Example:

        reportedly trail war.db
    """
    from reportedly.book.rows import trail_rows
    from reportedly.terminal.desk_tables import trail_table

    with opened(casebook) as book:
        lines, broken = book.desk.trail(), book.desk.broken()
        if as_json:
            write(sys.stdout, trail_rows(lines))
        else:
            show(trail_table(lines, broken))
    if broken:
        numbers = ", ".join(map(str, broken))
        sys.stderr.write(f"Not what was written, or lines before them are gone: {numbers}. Compare with a copy of the casebook.\n")
    raise typer.Exit(1 if broken else 0)
