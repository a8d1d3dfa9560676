"""The command line: parse, call, print."""

# ruff: noqa: PLC0415  (each command imports what it needs: `--help` and completion must answer at once)
# ruff: noqa: D412  (the blank line makes an example a block of its own, in a terminal and on the page)

from __future__ import annotations

import datetime as dt
import sys
import time
from typing import Annotated

import typer

from reportedly.terminal import options
from reportedly.terminal.cite import cite
from reportedly.terminal.desk import agreement, members, trail
from reportedly.terminal.elsewhere import export, sensitivity
from reportedly.terminal.ending import Commands
from reportedly.terminal.plot import plot
from reportedly.terminal.shown import opened, show, stdout, version
from reportedly.terminal.streams import write
from reportedly.terminal.variable import CasebookThenId

SHOWN = 30
"""Events in the table at the end of a run; `events` shows all."""

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def whole(
    _: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Read news reports on armed conflict; keep who claimed what.

    `run` reads reports into a casebook, the other commands show what is in it. Start here:

        reportedly run reports/ --into war.db

        reportedly events war.db

    Results go to stdout, progress and errors to stderr.

    Exit status: 0 done; 1 done, but some input could not be read; 2 the command cannot be carried out as written;
    3 the casebook cannot be used; 130 interrupted.
    """


@app.command()
def run(sources: options.Sources, into: options.Into, workers: options.Workers = 1) -> None:
    """Read reports and show the events in them.

    Reads .txt .html .md .pdf .eml .json .jsonl .csv, folders with all that is in them ('.reportedlyignore' applies), and stdin.
    What was read before is passed over, so the same command goes on after an interruption and does nothing when run again.
    The events, and what could not be read, go to stdout, progress to stderr.

    Exit status: 0 done; 1 done, but some input could not be read; 2 bad usage; 3 the casebook cannot be used; 130 interrupted.

    Example:

        reportedly run reports/ --into war.db --workers 2
    """
    from reportedly.terminal.console import console
    from reportedly.terminal.start import beginning, interruptible

    errors = console(sys.stderr)
    with interruptible(errors, into):
        errors.print(beginning(sources, into), soft_wrap=True)
        import reportedly
        from reportedly.terminal.noted import imported
        from reportedly.terminal.outcome import outcome_page
        from reportedly.terminal.progress import display

        with reportedly.open(into) as book:
            with display(errors, time.monotonic) as shown:
                outcome = book.add(*sources, workers=workers, on_step=shown.show, at=dt.datetime.now(dt.UTC))
            if outcome.added:
                imported(book, sources, reports=outcome.added, problems=len(outcome.problems))
            out = console(sys.stdout)
            out.print(outcome_page(outcome, book, width=out.width, most=SHOWN))
    raise typer.Exit(1 if outcome.problems else 0)


@app.command()
def events(
    casebook: options.Casebook,
    *,
    where: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.KindName = None,
    actor: options.Actor = None,
    disputed: options.Disputed = False,
    as_json: options.Json = False,
) -> None:
    """List the events of a casebook.

    Date, place, kind, who → whom, counts, and the numbers of reports, origins and disputes. Filters add up.
    Origins are independent roots of information: five outlets with one statement are one origin.
    Rows go to stdout, messages to stderr.

    Exit status: 0 done, even if there are none; 2 a filter cannot be read; 3 the casebook cannot be used.

    Example:

        reportedly events war.db --where Syria --from 2017-05 --to 2017-06 --disputed
    """
    from reportedly.book.rows import event_rows
    from reportedly.terminal.events import events_table

    with opened(casebook) as book:
        found = book.events(place=where, since=since, until=until, kind=kind, actor=actor, disputed=True if disputed else None)
        if as_json:
            write(sys.stdout, event_rows(book.index(), [event.raw for event in found]))
        else:
            out = stdout()
            out.print(events_table(found, width=out.width))


@app.command(cls=CasebookThenId)
def event(casebook: options.Casebook, identity: options.Identity, *, quotes: options.Quotes = False, as_json: options.Json = False) -> None:
    """Show who says what on one event.

    A row a field, a column a voice; then disputes, failed checks, origins and reports.

    With --json: the event, its claims, disputes and checks, a line each. All of it goes to stdout, messages to stderr.

    Exit status: 0 done; 2 no event, or more than one, has that id; 3 the casebook cannot be used.

    Example:

        reportedly event war.db e3f9a --quotes
    """
    from reportedly.book.rows import event_rows
    from reportedly.terminal.event import event_page

    with opened(casebook) as book:
        found = book.event(identity)
        if as_json:
            write(sys.stdout, event_rows(book.index(), [found.raw], whole=True))
        else:
            out = stdout()
            out.print(event_page(found, width=out.width, quotes=quotes))


@app.command(cls=CasebookThenId)
def report(casebook: options.Casebook, identity: options.Identity, *, as_json: options.Json = False) -> None:
    """Show a report with its claims marked.

    The words that each claim rests on are marked and numbered, boilerplate is faint; then come the claims.

    With --json: the report, then its claims, a line each. All of it goes to stdout, messages to stderr.

    Exit status: 0 done; 2 no report, or more than one, has that id; 3 the casebook cannot be used.

    Example:

        reportedly report war.db r81c0
    """
    from reportedly.book.rows import report_rows
    from reportedly.terminal.report import report_page

    with opened(casebook) as book:
        found = book.report(identity)
        claims = book.claims(report=found.id)
        if as_json:
            write(sys.stdout, report_rows(book.index(), found, claims))
        else:
            out = stdout()
            out.print(report_page(found, claims, book.index(), styled=out.is_terminal and not out.no_color))


@app.command()
def claims(
    casebook: options.Casebook,
    event: options.OfEvent = None,
    report: options.OfReport = None,
    voice: options.OfVoice = None,
    as_json: options.Json = False,
) -> None:
    """List claims: who says what, in which words.

    Filters add up. Rows go to stdout, messages to stderr.

    Exit status: 0 done, even if there are none; 2 an id or a filter fits nothing; 3 the casebook cannot be used.

    Example:

        reportedly claims war.db --voice "Syrian Observatory" --json | jq .quote
    """
    from reportedly.book.rows import claim_rows
    from reportedly.terminal.claims import claims_table

    with opened(casebook) as book:
        found = book.claims(event=event, report=report, voice=voice)
        if as_json:
            write(sys.stdout, claim_rows(book.index(), found))
        else:
            show(claims_table(found, book.index()))


@app.command(cls=CasebookThenId)
def why(casebook: options.Casebook, first: options.FirstClaim, second: options.SecondClaim, *, as_json: options.Json = False) -> None:
    """Show why two claims are, or are not, taken to speak of one event.

    Every reason for and against with its weight, what keeps them apart whatever else is alike, and the links that joined them.

    With --json: one object with the keys of a `link` line, and `apart`, `path` and `events`. All of it goes to stdout, messages to stderr.

    Exit status: 0 done; 2 no claim, or more than one, has that id; 3 the casebook cannot be used.

    Example:

        reportedly why war.db c12ab c98fe
    """
    from reportedly.book.rows import why_row
    from reportedly.terminal.why import why_page

    with opened(casebook) as book:
        a, b, found = book.why(first, second)
        if as_json:
            write(sys.stdout, [why_row(found, a, b, book.index())])
        else:
            show(why_page(found, a, b, book.index()))


@app.command()
def disputes(casebook: options.Casebook, *, as_json: options.Json = False) -> None:
    """List what is disputed, with both sides.

    Where origins contradict each other or one denies another: who says it, in which words and which report.

    Rows go to stdout, messages to stderr.

    Exit status: 0 done, even if there are none; 3 the casebook cannot be used.

    Example:

        reportedly disputes war.db
    """
    from reportedly.book.rows import dispute_rows
    from reportedly.terminal.disputes import disputes_list

    with opened(casebook) as book:
        if as_json:
            write(sys.stdout, dispute_rows(book.disputes()))
        else:
            show(disputes_list(book.disputes(), {each.id: each for each in book.events()}))


@app.command()
def lineage(casebook: options.Casebook, *, as_json: options.Json = False) -> None:
    """List which source fed which reports.

    A source is a voice, an agency or another report; the words that show it are quoted. Reports that print the same words while
    nothing tells which was first stand together, and none is called the source.

    Rows go to stdout, messages to stderr.

    Exit status: 0 done, even if there are none; 3 the casebook cannot be used.

    Example:

        reportedly lineage war.db
    """
    from reportedly.book.rows import lineage_rows
    from reportedly.terminal.lineage import lineage_list

    with opened(casebook) as book:
        if as_json:
            write(sys.stdout, lineage_rows(book.lineage()))
        else:
            show(lineage_list(book.lineage(), book.index()))


@app.command()
def problems(casebook: options.Casebook, *, as_json: options.Json = False) -> None:
    """List what could not be read, and why.

    Each with one of a short list of reasons, and what to do about it.

    Rows go to stdout, messages to stderr.

    Exit status: 0 done, even if there are some; 3 the casebook cannot be used.

    Example:

        reportedly problems war.db
    """
    from reportedly.book.rows import problem_rows
    from reportedly.terminal.problems import problems_table

    with opened(casebook) as book:
        if as_json:
            write(sys.stdout, problem_rows(book.problems()))
        else:
            show(problems_table(book.problems()))


@app.command()
def decisions(casebook: options.Casebook, *, as_json: options.Json = False) -> None:
    """List what reviewers decided, and what of it no longer fits.

    Decisions are made on the page (`serve`). They hold when reports are read again, and each can be undone there.
    Rows go to stdout, messages to stderr.

    Exit status: 0 done; 3 the casebook cannot be used.

    Example:

        reportedly decisions war.db
    """
    from reportedly.book.rows import decision_rows
    from reportedly.terminal.decisions import decisions_table

    with opened(casebook) as book:
        if as_json:
            write(sys.stdout, decision_rows(book.decisions()))
        else:
            show(decisions_table(book.decisions(), book.index().reviewed.unfit))


for command in (sensitivity, export, plot, cite, members, agreement, trail):
    app.command()(command)


@app.command()
def serve(
    casebook: options.Casebook,
    *,
    port: options.Port = options.PORT,
    no_open: options.NoOpen = False,
    name: options.Signed = None,
    anonymous: options.Anonymous = False,
) -> None:
    """Open a casebook as a page in the browser.

    The page answers on this machine only, to whoever has the link that is printed: it works once. Members sign in with their keys
    (`members`). It ends with Ctrl-C.
    The link goes to stdout, messages to stderr.

    Exit status: 0 ended; 2 the port cannot be used; 3 the casebook cannot be used.

    Example:

        reportedly serve war.db
    """
    from reportedly.web.launch import show

    with opened(casebook) as book:
        show(book, port=port, browser=not no_open, reviewer=name, anonymous=anonymous)


@app.command()
def demo(
    into: options.DemoInto = None, *, port: options.Port = options.PORT, no_open: options.NoOpen = False, name: options.Signed = None
) -> None:
    """Read the samples that come with the package and open them as a page.

    Without --into the casebook is thrown away in the end. The link goes to stdout, progress and messages to stderr.

    Exit status: 0 ended; 2 the port cannot be used; 3 the casebook cannot be used.

    Example:

        reportedly demo --into demo.db
    """
    from reportedly.web.launch import show_samples

    show_samples(into, port=port, browser=not no_open, reviewer=name)


def main() -> None:
    """Run the command line. Characters that a stream cannot show are escaped instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="reportedly")


if __name__ == "__main__":
    main()
