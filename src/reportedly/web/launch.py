"""From a command to a page in the browser: prints the link, opens it, and reads the samples where they are asked for."""

from __future__ import annotations

import sys
import tempfile
import webbrowser
from importlib.resources import files
from pathlib import Path

import reportedly
from reportedly.book import Book
from reportedly.book.desk import user_name
from reportedly.errors import BadSource
from reportedly.web.server import serve


def show(book: Book, *, port: int, browser: bool, reviewer: str | None, anonymous: bool = False) -> None:
    """Serve a casebook until interrupted; the launch link goes to the standard output, and to a browser if one is wanted.

    Who has the link is `reviewer`, or has the user's name on this machine, and owns the casebook. `anonymous` lets everybody look.

    Raises:
        UsageError: the port cannot be used.
    """

    def ready(link: str) -> None:
        sys.stdout.write(f"{link}\n")
        sys.stdout.flush()
        sys.stderr.write(f"{book.where} is shown at this link, which works once. Ctrl-C ends it.\n")
        if browser:
            webbrowser.open(link)

    sys.stderr.write(f"Reading {book.where} …\n")
    serve(book, port=port, ready=ready, reviewer=reviewer or user_name(), anonymous=anonymous)


def show_samples(into: str | None, *, port: int, browser: bool, reviewer: str | None) -> None:
    """Read the samples into a casebook, which is kept if it is named, and show it.

    Raises:
        BadSource: the package came without its samples.
        UsageError, CasebookError: the port or the casebook cannot be used.
    """
    source = samples()
    with tempfile.TemporaryDirectory(prefix="reportedly-") as folder, reportedly.open(into or Path(folder) / "demo.db") as book:
        sys.stderr.write("Reading the samples (some seconds) …\n")
        book.add(source)
        show(book, port=port, browser=browser, reviewer=reviewer)


def samples() -> Path:
    """The folder of samples: in the package, or beside it in a checkout.

    Raises:
        BadSource: it is in neither.
    """
    package = Path(str(files("reportedly")))
    places = [package / "samples", package.parents[1] / "samples"]
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise BadSource(str(places[0]))
    return found
