"""What commands take: arguments and options with their help."""

# ruff: noqa: PLC0415  (completion must answer at once)

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.terminal.variable import CASEBOOK


def kinds(incomplete: str) -> list[str]:
    """Names of kinds, for completion."""
    from reportedly.model import Kind

    return [kind.value for kind in Kind if kind.value.casefold().startswith(incomplete.casefold())]


def plots(incomplete: str) -> list[str]:
    """Names of pictures, for completion."""
    from reportedly.plot import PLOTS

    return [name for name in PLOTS if name.startswith(incomplete)]


def rules(incomplete: str) -> list[str]:
    """Names of rules, for completion."""
    from reportedly.reconcile.rules import RULES

    return [name for name in RULES if name.startswith(incomplete)]


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
PlotName = Annotated[
    str,
    typer.Argument(
        help="Which one: weeks (events over time), tolls, voices (who reports whom), disputes or map.",
        metavar="NAME",
        autocompletion=plots,
    ),
]
Picture = Annotated[
    Path | None, typer.Option("--out", help="Write to this file, as its name ends: .svg, .png or .csv.", metavar="FILE", dir_okay=False)
]
Rows = Annotated[bool, typer.Option("--json", help="Print the data table instead, one object a row, with its columns as keys.")]
RuleName = Annotated[
    str,
    typer.Option(
        "--rule",
        help="How values become numbers, in csv and geojson: ucdp, acled, airwars, most-origins, most-precise or latest.",
        metavar="RULE",
        autocompletion=rules,
    ),
]
StyleName = Annotated[
    str,
    typer.Option(
        "--style", help="apa, bibtex, ris or csl-json.", metavar="STYLE", autocompletion=lambda: ["apa", "bibtex", "ris", "csl-json"]
    ),
]
Accessed = Annotated[str | None, typer.Option("--accessed", help="When it was looked at: 2031-05-14; else today.", metavar="DATE")]
CitedEvent = Annotated[str | None, typer.Option("--event", help="Cite that event, not the whole casebook.", metavar="ID")]
Out = Annotated[Path | None, typer.Option("--out", help="Write to a file instead of stdout.", metavar="FILE", dir_okay=False)]


PORT = 8737
"""Where the page answers unless the user says otherwise. It is registered to nobody."""

NewMember = Annotated[str | None, typer.Option("--add", help="Take somebody in, or give a member another role and key.", metavar="NAME")]
OldMember = Annotated[str | None, typer.Option("--dismiss", help="Let a member sign in no more.", metavar="NAME")]
RoleName = Annotated[str, typer.Option("--role", help="With --add: viewer, reviewer, curator or owner.", metavar="ROLE")]
SampleNumber = Annotated[int | None, typer.Argument(help="Its number; else the last that both have coded.", metavar="SAMPLE")]
Anonymous = Annotated[bool, typer.Option("--anonymous", help="Let everybody on this machine look, without names of who decided.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Where the page answers; 0 takes any free port.")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Only print the link; open no browser.")]
DemoInto = Annotated[str | None, typer.Option("--into", help="Keep the casebook in this file.", metavar="FILE")]
Signed = Annotated[str | None, typer.Option("--name", help="Who signs decisions; else your user name.", metavar="NAME")]
