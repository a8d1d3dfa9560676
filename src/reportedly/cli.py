"""The command line: parse, call, print."""

# ruff: noqa: PLC0415  (each command imports what it needs: `--help` and completion must answer at once)
# ruff: noqa: D412  (the blank line makes an example a block of its own, in a terminal and on the page)

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.terminal.ending import Commands
from reportedly.terminal.streams import save, write
from reportedly.terminal.variable import CASEBOOK, CasebookThenId

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from reportedly.book import Book

SHOWN = 30
"""Events in the table at the end of a run; `events` shows all."""

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def kinds(incomplete: str) -> list[str]:
    """Names of kinds, for completion."""
    from reportedly.model import Kind

    return [kind.value for kind in Kind if kind.value.casefold().startswith(incomplete.casefold())]


Casebook = Annotated[str, typer.Argument(envvar=CASEBOOK, help="The casebook: a file, or the URL of a database.", metavar="CASEBOOK")]
Identity = Annotated[str, typer.Argument(help="Its id, or the first letters of it.", metavar="ID")]
FirstClaim = Annotated[str, typer.Argument(help="A claim's id, or the first letters of it.", metavar="CLAIM")]
SecondClaim = Annotated[str, typer.Argument(help="Another one's.", metavar="CLAIM")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead, one object a line, with the keys of the jsonl export.")]
Sources = Annotated[list[str], typer.Argument(help="Files and folders of reports; '-' is stdin.", metavar="SOURCE", show_default=False)]
Into = Annotated[str, typer.Option("--into", help="The casebook to add to; made when nothing is there.", metavar="FILE", envvar=CASEBOOK)]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that read. The result is the same with any number.")]
Place = Annotated[
    str | None, typer.Option("--where", help="Only events there: a town, province, country, sea, or a gazetteer id.", metavar="PLACE")
]
Since = Annotated[str | None, typer.Option("--from", help="Only events on or after that day: 2031-05-14, 2031-05 or 2031.", metavar="DATE")]
Until = Annotated[str | None, typer.Option("--to", help="Only events on or before that day. Undated events fit no date.", metavar="DATE")]
KindName = Annotated[
    str | None, typer.Option("--kind", help="Only events of a kind: its name, or how it starts.", metavar="KIND", autocompletion=kinds)
]
Actor = Annotated[
    str | None, typer.Option("--actor", help="Only events in which that state, force or group is said to act.", metavar="NAME")
]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only events with disputes.")]
Quotes = Annotated[bool, typer.Option("--quotes", help="Show the words of the report under each value.")]
OfEvent = Annotated[str | None, typer.Option("--event", help="Only claims on that event.", metavar="ID")]
OfReport = Annotated[str | None, typer.Option("--report", help="Only claims made in that report.", metavar="ID")]
OfVoice = Annotated[str | None, typer.Option("--voice", help="Only claims that this voice makes or passes on.", metavar="NAME")]
Format = Annotated[
    str,
    typer.Option(
        "--as",
        help="jsonl (everything), csv (UCDP's columns) or geojson.",
        metavar="FORMAT",
        autocompletion=lambda: ["jsonl", "csv", "geojson"],
    ),
]
Out = Annotated[Path | None, typer.Option("--out", help="Write to a file instead of stdout.", metavar="FILE", dir_okay=False)]


def version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        import reportedly

        typer.echo(f"reportedly {reportedly.__version__}")
        raise typer.Exit


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
def run(sources: Sources, into: Into, workers: Workers = 1) -> None:
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
        from reportedly.terminal.outcome import outcome_page
        from reportedly.terminal.progress import display

        with reportedly.open(into) as book:
            with display(errors, time.monotonic) as shown:
                outcome = book.add(*sources, workers=workers, on_step=shown.show, at=dt.datetime.now(dt.UTC))
            out = console(sys.stdout)
            out.print(outcome_page(outcome, book, width=out.width, most=SHOWN))
    raise typer.Exit(1 if outcome.problems else 0)


@app.command()
def events(
    casebook: Casebook,
    *,
    where: Place = None,
    since: Since = None,
    until: Until = None,
    kind: KindName = None,
    actor: Actor = None,
    disputed: Disputed = False,
    as_json: Json = False,
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
def event(casebook: Casebook, identity: Identity, *, quotes: Quotes = False, as_json: Json = False) -> None:
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
def report(casebook: Casebook, identity: Identity, *, as_json: Json = False) -> None:
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
def claims(casebook: Casebook, event: OfEvent = None, report: OfReport = None, voice: OfVoice = None, as_json: Json = False) -> None:
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
def why(casebook: Casebook, first: FirstClaim, second: SecondClaim, *, as_json: Json = False) -> None:
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
def disputes(casebook: Casebook, *, as_json: Json = False) -> None:
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
def lineage(casebook: Casebook, *, as_json: Json = False) -> None:
    """List which source fed which reports.

    A source is a voice, an agency or another report; the words that show it are quoted.

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
def problems(casebook: Casebook, *, as_json: Json = False) -> None:
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
def export(casebook: Casebook, format_: Format, out: Out = None) -> None:
    """Write all of it for other tools.

    jsonl holds everything; csv has UCDP's columns, a row an event; geojson has the events as points.
    The data goes to stdout or to --out, as UTF-8, messages to stderr.

    Exit status: 0 done; 2 no such format, or the file cannot be written; 3 the casebook cannot be used.

    Example:

        reportedly export --as csv war.db --out events.csv
    """
    with opened(casebook) as book:
        pieces = book.export(format_)
        if out is None:
            write(sys.stdout, pieces)
        else:
            save(pieces, out)


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


def main() -> None:
    """Run the command line. Characters that a stream cannot show are escaped instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="reportedly")


if __name__ == "__main__":
    main()
