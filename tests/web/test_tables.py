"""The tables of the pages as CSV."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import re
from collections.abc import Callable

import pytest
from tests.made_casebook import LATER, POST, TRAP, UNDATED, made_book, made_dataset
from tests.web.test_pages import asking, shown

from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.model import Act


@pytest.fixture
def book() -> Book:
    return made_book()


@pytest.fixture
def ask(book: Book) -> Callable[[str], tuple[int, str]]:
    return asking(book)


EVENT_TABLES = ("matrix", "claims", "lineage", "killed")
LISTS = ("events", "reports", "disputes", "lineage", "problems", "decisions", "review")


def table(ask: Callable[[str], tuple[int, str]], address: str) -> list[list[str]]:
    """The rows of a table that is downloaded."""
    status, text = ask(address)
    assert status == 200, text
    return list(csv.reader(io.StringIO(text)))


def test_every_table_of_a_page_is_downloaded_beside_it(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    a, b = event.claims[:2]
    decide = Wish(act=Act.FLAG)
    book.decide(event.id, decide, reviewer="Ria", at=dt.datetime(2031, 6, 1, tzinfo=dt.UTC))
    for path in ("/", "/reports", "/problems", "/review", "/decisions", f"/why?a={a.id}&b={b.id}", f"/event/{event.id}"):
        page = shown(ask, path)
        tables = [link for link in page.links if ".csv" in link]
        assert len(set(tables)) == len(tables) == sum(tag == "table" for tag, _ in page.tags) > 0, path
        for each in tables:
            heading, *rows = table(ask, each)
            assert rows, each
            assert {len(row) for row in rows} == {len(heading)}, each


def test_tables_hold_what_is_shown_in_its_order(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    assert [row[0] for row in table(ask, "/reports.csv")[1:]] == [TRAP.id, POST.id, LATER.id, UNDATED.id]
    assert [row[4] for row in table(ask, "/disputes.csv")[1:]] == [claim for each in book.disputes() for claim in each.claims]
    heading, *rows = table(ask, f"/event/{event.id}/matrix.csv")
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), key=lambda status: status != "disputed")
    killed = dict(zip(heading, next(row for row in rows if row[0] == "killed"), strict=True))
    assert (killed["low"], killed["high"]) == ("12", "15")
    assert killed["Casualty Watch [origin: Casualty Watch]"] == "15 via Reuters (contradicts); of whom 3 children (part of it)"
    assert table(ask, "/lineage.csv")[0] == "source source_id how share direction report outlet words".split()
    assert [row[0] for row in table(ask, f"/event/{event.id[:6]}/claims.csv")[1:]] == [claim.id for claim in event.claims]


@pytest.mark.parametrize("path", ["/event/e999999/matrix.csv", "/why.csv?a=x&b=y"])
def test_a_table_of_what_is_not_there_is_told(ask: Callable[[str], tuple[int, str]], path: str) -> None:
    assert ask(path)[0] == 404


def test_a_formula_does_not_live_in_a_table() -> None:
    dataset = made_dataset()
    live = tuple(dataclasses.replace(each, outlet="=1+1", title="@SUM(A1)") for each in dataset.reports)
    book = made_book(dataclasses.replace(dataset, reports=live))
    ask = asking(book)
    addresses = [f"/{name}.csv" for name in LISTS] + [f"/event/{event.id}/{name}.csv" for event in book.events() for name in EVENT_TABLES]
    for address in addresses:
        assert not any(re.match(r"[=+@\t\r-](?![\d.]+$)", cell) for row in table(ask, address) for cell in row), address
    assert ["'=1+1", "'@SUM(A1)"] in [row[3:5] for row in table(ask, "/reports.csv")]
