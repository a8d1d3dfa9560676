"""A copy beside its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.link.made import MINISTRY, QAMAR, claim, count, report
from tests.link.test_shared import WIRE
from tests.made_casebook import HOSTILE, LATER, POST, made_book, made_dataset
from tests.web.test_pages import ALLOWED, asking, shown

from reportedly.book import Book
from reportedly.link.lineage import lineage
from reportedly.model import Dataset, Report, Span, Views
from reportedly.reconcile.event import reconcile
from reportedly.web.copies import side

SOURCE = report("rsource", f"Qamar struck. {WIRE}", outlet="Delta Post", published=dt.date(2031, 5, 14))
TWIN = report(
    "rsource",
    f"Qamar struck. {WIRE} The road to the hall was closed and all the shops along it stayed shut until the next morning.",
    outlet="Delta Post",
)
"""What tells nothing of who was first: printed on the day of the copy, and about as long."""

COPY = report("rzcopy", f"Our own account. {WIRE} {HOSTILE}", outlet="Qamar Post")


def copied(source: Report = SOURCE) -> Book:
    reports = (source, COPY)
    claims = tuple(claim(each, each.text.index("Shells"), chain=[MINISTRY], place=QAMAR, killed=count(9)) for each in reports)
    edges = lineage(reports, claims)
    events, disputes = reconcile(reports, claims, [[each.id for each in claims]], edges)
    return made_book(Dataset(reports=reports, claims=claims, views=Views(events=events, disputes=disputes, lineage=edges)))


@pytest.fixture
def ask() -> Callable[[str], tuple[int, str]]:
    return asking(copied())


@pytest.mark.parametrize("address", ["/copies?report=rzcopy&of=rsource", "/copies?report=rsource&of=rzcopy"])
def test_both_reports_stand_beside_each_other_whichever_is_named_first(ask: Callable[[str], tuple[int, str]], address: str) -> None:
    page = shown(ask, address)
    assert "Qamar Post , 2031-05-15 copies Delta Post , 2031-05-14" in page.text
    marks = [each for tag, each in page.tags if tag == "a" and "shared" in str(each.get("class", ""))]
    assert [each["href"] for each in marks] == ["#copy-1", "#source-1"]
    ids = [each["id"] for _, each in page.tags if "id" in each]
    assert {"source-1", "copy-1"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert page.text.count(WIRE.removesuffix(".")[:100]) == 4
    assert f"{copied().in_common('rzcopy', 'rsource')[2].share:.0%}" in page.text
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert "⟨U+202E⟩" in ask(address)[1]


def test_every_place_that_tells_of_a_copy_leads_there(ask: Callable[[str], tuple[int, str]]) -> None:
    address = "/copies?report=rzcopy&of=rsource"
    (event,) = copied().events()
    assert shown(ask, f"/event/{event.id}").links.count(address) == 2
    assert address in shown(ask, "/report/rzcopy").links
    assert address in shown(ask, "/lineage").links
    drawn = [each for tag, each in shown(ask, f"/event/{event.id}").tags if tag == "a" and each.get("class") == "beside"]
    assert [each["aria-label"] for each in drawn] == ["Qamar Post copies Delta Post: side by side"]


@pytest.fixture
def alike() -> Callable[[str], tuple[int, str]]:
    """A page over the same reports, printed on one day."""
    return asking(copied(TWIN))


@pytest.mark.parametrize("address", ["/copies?report=rzcopy&of=rsource", "/copies?report=rsource&of=rzcopy"])
def test_of_two_reports_with_the_same_words_none_is_called_the_copy(alike: Callable[[str], tuple[int, str]], address: str) -> None:
    page = shown(alike, address)
    assert "Two reports with the same words, side by side" in page.text
    assert "print the same words; which was first is not told" in page.text
    assert " copies " not in page.text
    assert "Copy:" not in page.text


def test_no_place_says_which_of_them_was_first(alike: Callable[[str], tuple[int, str]], ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = copied(TWIN).events()
    page = shown(alike, f"/event/{event.id}")
    assert "Delta Post and Qamar Post print the same words; which was first is not told." in page.text
    assert "same words" in page.text
    for other in (f"/event/{event.id}", "/lineage", "/report/rzcopy", "/report/rsource"):
        assert "which was first is not told" in shown(alike, other).text
        assert "/copies?report=rzcopy&of=rsource" in shown(alike, other).links
    assert "by date" in shown(ask, "/lineage").text


def test_only_an_edge_of_known_direction_is_an_arrow(
    alike: Callable[[str], tuple[int, str]], ask: Callable[[str], tuple[int, str]]
) -> None:
    (event,) = copied(TWIN).events()
    for asked, heads in ((alike, []), (ask, ["head copies"])):
        drawn = [str(each.get("class")) for tag, each in shown(asked, f"/event/{event.id}").tags if tag == "path"]
        assert "edge copies" in drawn
        assert [each for each in drawn if each == "head copies"] == heads


def test_two_reports_without_an_edge_are_compared_all_the_same() -> None:
    page = shown(asking(made_book(made_dataset())), f"/copies?report={POST.id}&of={LATER.id}")
    assert "Neither of them was found to be a copy" in page.text
    assert "No six words in a row stand in both" in page.text


@pytest.mark.parametrize(("address", "status"), [("report=rsource&of=rsource", 400), ("report=rsource", 404), ("report=x&of=y", 404)])
def test_what_cannot_be_compared_is_told(ask: Callable[[str], tuple[int, str]], address: str, status: int) -> None:
    assert ask(f"/copies?{address}")[0] == status


def test_passages_that_stand_on_one_stretch_of_a_side_all_have_a_place_there() -> None:
    made = side(SOURCE, [[Span(0, 5), Span(8, 9)], [Span(0, 5)], [Span(3, 12)]], name="source", other="copy")
    assert sorted(n for each in made.stretches for n in each.begins) == [1, 2, 3]
    assert [each.passage for each in made.stretches] == [1, 1, 3, 1, 3, 0]
