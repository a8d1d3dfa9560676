"""An event's page tells how it stands to others, and lets a reviewer answer what is only a question."""

from __future__ import annotations

import csv
import io

import pytest
from tests.made_casebook import made_book
from tests.made_ties import the_tie, tied_dataset
from tests.web.test_pages import Page, asking

from reportedly.model import TieKind

HEADINGS = {
    TieKind.PART_OF: ("Its parts", "Part of"),
    TieKind.FOLLOWS: ("What followed", "It followed"),
    TieKind.MAY_BE_SAME: ("May be the same", "May be the same"),
}


@pytest.mark.parametrize("kind", list(TieKind))
def test_each_end_names_the_other_says_why_and_leads_to_the_words(kind: TieKind) -> None:
    made = tied_dataset(kind)
    tie = the_tie(made)
    ask = asking(made_book(made))
    for event, heading in zip((tie.a, tie.b), HEADINGS[kind], strict=True):
        status, source = ask(f"/event/{event}")
        section = source.partition('<h2 id="other-events">')[2].partition("</section>")[0]
        page = Page(section)
        assert status == 200
        assert heading in page.text
        assert tie.why in page.text
        assert f"/event/{tie.other(event)}" in page.links
        assert sum(link.startswith("/report/") and link.endswith("#at") for link in page.links) == len(tie.claims)
        assert "<Qamar>" not in section
        assert f"/event/{event}/ties.csv" in page.links


@pytest.mark.parametrize("kind", list(TieKind))
def test_why_two_claims_are_of_two_events_tells_how_these_stand(kind: TieKind) -> None:
    made = tied_dataset(kind)
    tie = the_tie(made)
    _, source = asking(made_book(made))(f"/why?a={tie.claims[0]}&b={tie.claims[1]}")
    page = Page(source)
    assert f" {kind.value} " in page.text
    assert tie.why in page.text
    assert {f"/event/{tie.a}", f"/event/{tie.b}"} <= set(page.links)


def test_an_event_that_stands_alone_has_no_such_section() -> None:
    made = tied_dataset()
    tie = the_tie(made)
    alone = next(event.id for event in made.views.events if event.id not in (tie.a, tie.b)) if len(made.views.events) > 2 else None
    assert alone is not None
    _, source = asking(made_book(made))(f"/event/{alone}")
    assert "other-events" not in source


def test_only_a_question_has_a_way_to_the_form_which_then_names_the_other() -> None:
    made = tied_dataset()
    tie = the_tie(made)
    ask = asking(made_book(made))
    _, source = ask(f"/event/{tie.a}")
    address = f"/event/{tie.a}?same={tie.b}#join"
    assert address in Page(source).links
    _, filled = ask(address.partition("#")[0])
    field = next(attributes for tag, attributes in Page(filled).tags if tag == "input" and attributes.get("name") == "other_event")
    assert field["value"] == tie.b
    _, follows = asking(made_book(tied_dataset(TieKind.FOLLOWS)))(f"/event/{tie.a}")
    assert "?same=" not in follows


def test_the_ties_of_an_event_can_be_had_as_a_table() -> None:
    made = tied_dataset(TieKind.FOLLOWS)
    tie = the_tie(made)
    _, source = asking(made_book(made))(f"/event/{tie.a}/ties.csv")
    heads, row = csv.reader(io.StringIO(source))
    assert heads == ["tie", "event", "summary", "why", "weight", "claims"]
    assert (row[0], row[1], row[5]) == ("What followed", tie.b, " ".join(tie.claims))
