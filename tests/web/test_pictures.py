"""The page of pictures: what it shows, where its marks lead, and what can be taken from it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from tests.made_casebook import made_book, made_dataset
from tests.plot.pictured import dated, on, spoken
from tests.web.test_pages import Page, asking, shown

from reportedly.book import Book
from reportedly.plot import PLOTS, WIDE
from reportedly.plot.svg import file
from reportedly.web.pictures import ROWS

NAMES = sorted(PLOTS)


@pytest.fixture
def book() -> Book:
    return made_book()


@pytest.fixture
def ask(book: Book) -> Callable[[str], tuple[int, str]]:
    return asking(book)


def test_every_picture_is_there_wide_and_narrow_with_its_table_and_downloads(ask: Callable[[str], tuple[int, str]]) -> None:
    page = shown(ask, "/pictures")
    assert [attributes["id"] for tag, attributes in page.tags if tag == "figure"] == list(PLOTS)
    drawings = [attributes for tag, attributes in page.tags if tag == "svg"]
    assert len(drawings) == 2 * len(PLOTS)
    assert sum(tag == "details" and told.get("class") != "filter-box" for tag, told in page.tags) == len(PLOTS)
    assert {f"/pictures/{name}.{form}" for name in NAMES for form in ("svg", "png", "csv")} <= set(page.links)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert not any("style" in attributes for _, attributes in page.tags)


def test_every_link_of_a_picture_leads_somewhere(ask: Callable[[str], tuple[int, str]]) -> None:
    for link in set(shown(ask, "/pictures").links):
        if link.startswith(("/?", "/event/")):
            page = shown(ask, link)
            assert "No event fits" not in page.text, link


def test_a_mark_keeps_the_filters_and_narrows_them() -> None:
    events = dated(on("2031-05-14"), on("2031-05-16"), on("2031-06-20"))
    ask = asking(made_book(events[0].index.dataset))
    links = shown(ask, "/pictures?place=Qamar&since=2031-05-15").links
    bars = [link for link in links if "since=2031-05-15&until=2031-05-18" in link]
    assert bars
    assert all("place=Qamar" in link for link in bars)
    assert "1 event of 3." in shown(ask, bars[0]).text


def test_pictures_have_the_filters_of_the_list(ask: Callable[[str], tuple[int, str]]) -> None:
    page = shown(ask, "/pictures?place=Qamar&disputed=yes")
    assert page.text.count("Only events with place “Qamar”, disputed “yes”: 1 of 3.") == len(PLOTS)
    assert "/?place=Qamar&disputed=yes" in page.links
    assert "/pictures/tolls.csv?place=Qamar&disputed=yes" in page.links
    assert ask("/pictures?since=yesterday")[0] == 400


def test_no_event_that_fits_is_told(ask: Callable[[str], tuple[int, str]]) -> None:
    assert "No event fits" in shown(ask, "/pictures?place=Nowhereville").text


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_can_be_taken_as_svg_png_and_csv(book: Book, ask: Callable[[str], tuple[int, str]], name: str) -> None:
    picture = PLOTS[name].draw(book.events(), width=WIDE)
    status, text = ask(f"/pictures/{name}.svg")
    assert (status, text) == (200, file(picture))
    assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314  (our own text)
    assert ask(f"/pictures/{name}.png")[0] == 200
    rows = list(csv.reader(io.StringIO(ask(f"/pictures/{name}.csv")[1])))
    assert rows[0] == list(picture.table.header)
    assert len(rows) == len(picture.table.rows) + 1
    assert not any(re.match(r"[=+@\t\r-]", cell) for row in rows for cell in row)


@pytest.mark.parametrize("file_name", ["nothing.svg", "weeks.gif", "weeks", "weeks.svg.svg", "..svg"])
def test_a_file_that_is_no_picture_is_not_there(ask: Callable[[str], tuple[int, str]], file_name: str) -> None:
    status, source = ask(f"/pictures/{file_name}")
    assert status == 404
    assert "To the list of events" in Page(source).text


def test_a_long_table_is_cut_on_the_page_and_whole_in_the_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.pictures.AT_ONCE", 10_000)
    dataset = spoken(40)[0].index.dataset
    ask = asking(made_book(dataset))
    rows = list(csv.reader(io.StringIO(ask("/pictures/voices.csv")[1])))
    assert len(rows) == 161
    assert f"{160 - ROWS} more rows in the CSV." in shown(ask, "/pictures").text


def test_the_picture_and_the_map_have_the_same_places(ask: Callable[[str], tuple[int, str]]) -> None:
    drawn, shown_there = (list(csv.DictReader(io.StringIO(ask(path)[1]))) for path in ("/pictures/map.csv", "/map.csv"))
    assert [{name: row[name] for name in shown_there[0]} for row in drawn] == shown_there


def test_the_list_of_events_leads_to_the_pictures_of_what_it_shows(ask: Callable[[str], tuple[int, str]]) -> None:
    assert "/pictures?place=Qamar&sort=-killed" in shown(ask, "/?place=Qamar&sort=-killed").links
    assert made_dataset().views.events


def test_pictures_of_many_events_come_one_by_one_and_are_the_same(
    ask: Callable[[str], tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = shown(ask, "/pictures?place=Qamar")
    monkeypatch.setattr("reportedly.web.pictures.AT_ONCE", 0)
    page = shown(ask, "/pictures?place=Qamar")
    coming = [str(attributes["data-piece"]) for _, attributes in page.tags if "data-piece" in attributes]
    assert coming == [f"/pictures/{name}/piece?place=Qamar" for name in PLOTS]
    assert not [tag for tag, _ in page.tags if tag == "figure"]
    pieces = [shown(ask, address) for address in coming]
    assert [attributes["id"] for each in pieces for tag, attributes in each.tags if tag == "figure"] == list(PLOTS)
    marks = [attributes for tag, attributes in at_once.tags if tag in ("path", "rect", "circle")]
    assert [attributes for each in pieces for tag, attributes in each.tags if tag in ("path", "rect", "circle")] == marks
    assert ask("/pictures/nothing/piece")[0] == 404
