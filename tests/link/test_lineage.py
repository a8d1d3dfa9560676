"""Whom a report cites, credits and copies."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
from importlib.resources import files

import pytest
from tests.link.made import AGENCY, MINISTRY, SOURCES, claim, report

from reportedly.link.agencies import signatures
from reportedly.link.citing import MEDIA
from reportedly.link.copies import align
from reportedly.link.lineage import lineage
from reportedly.link.wording import own_words
from reportedly.model import Boilerplate, BoilerplateKind, LineageWhy, Report, Span

STORY = (
    "Three boats with forty people on board left the harbour of Qamar before dawn and were stopped by a patrol some two hours later, "
    "when the engine of the largest boat had failed and water was coming in on the lee side. The crew of the patrol took the people on "
    "board, gave them blankets and soup, and brought them to the pier at Ostvik, where doctors were waiting with three ambulances. "
    "Two men with burns were taken to the district hospital, the rest were housed in a school at the edge of the town."
)
OTHER = (
    "Farmers in the hills above Qamar have begun the harvest a month early because the summer was dry, and the mills that usually open in "
    "June are already turning. Prices fell on the market on Saturday, when the first carts came down from the villages along the river, "
    "and traders from the coast bought most of what was there before noon."
)


def edges(*reports: Report) -> list[tuple[str, str, str]]:
    return [(e.source_id, e.report, e.why.value) for e in lineage(reports, ())]


def test_a_first_speaker_is_cited_once_at_the_first_words_that_show_it() -> None:
    r = report("r1")
    claims = [claim(r, 50, chain=[MINISTRY]), claim(r, 10, chain=[MINISTRY])]
    (edge,) = lineage([r], claims)
    assert (edge.why, edge.source, edge.source_id) == (LineageWhy.CITES, MINISTRY.name, MINISTRY.id)
    assert edge.span == claims[1].trigger


def test_a_medium_that_relays_is_credited() -> None:
    r = report("r1")
    found = lineage([r], [claim(r, 10, chain=[MINISTRY, AGENCY])])
    assert [(e.why, e.source) for e in found] == [(LineageWhy.CITES, MINISTRY.name), (LineageWhy.CREDITS, "Reuters")]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The choir sang for the soldiers, according to the BBC.", "BBC", "BBC"),
        ("Boats were stopped, according to Qamar Post.", "Qamar Post", "Qamar Post"),
        ("Two boats were stopped, Al-Jazeera reported on Sunday.", "Al Jazeera", "Al-Jazeera"),
        ("State television and SANA news agency reported that boats were stopped.", "SANA", "SANA"),
        ("Three boats, as reported by the New York Times, were stopped.", "New York Times", "New York Times"),
        ("It was citing Reuters on Monday.", "Reuters", "Reuters"),
    ],
)
def test_a_medium_that_a_text_has_something_from_is_cited_also_where_no_claim_is_made_of_it(text: str, name: str, words: str) -> None:
    printed, post = dataclasses.replace(report("r1", outlet="Daily Ledger"), text=text), report("r2", outlet="Qamar Post")
    (edge,) = lineage([printed, post], ())
    assert (edge.report, edge.why, edge.source, printed.quote(edge.span)) == ("r1", LineageWhy.CITES, name, words)


@pytest.mark.parametrize(
    "text",
    [
        "A BBC spokesman said that the boats were stopped.",
        "According to the Guardian of the Harbour, the boats were stopped.",
        "According to Reuterswerft, boats were stopped.",
        "Boats were stopped. The BBC said that its office was hit.",
    ],
)
def test_a_medium_that_is_only_spoken_of_is_no_source(text: str) -> None:
    assert lineage([dataclasses.replace(report("r1", outlet="Daily Ledger"), text=text)], ()) == ()


def test_an_outlet_does_not_cite_itself_nor_what_stands_in_a_menu() -> None:
    text = "Boats were stopped, according to the BBC.\n\nRead more, as reported by CNN"
    made = dataclasses.replace(report("r1", outlet="BBC"), text=text)
    menu = Boilerplate(Span(text.index("Read"), len(text)), BoilerplateKind.RELATED)
    assert lineage([dataclasses.replace(made, boilerplate=(menu,))], ()) == ()


def test_media_have_the_ids_and_names_that_voices_have() -> None:
    rows = csv.reader((files("reportedly.extract") / "data/organisations.tsv").read_text("utf-8").splitlines(), delimiter="\t")
    named = {f"org:{row[0]}": row[1] for row in rows if len(row) > 2 and row[2] == "media"}
    assert {identity: name for name, identity in MEDIA.values()}.items() <= named.items()


def test_sources_are_nobody_and_an_outlet_is_not_its_own_source() -> None:
    r = report("r1", outlet="Reuters")
    assert lineage([r], [claim(r, 10, chain=[SOURCES]), claim(r, 20, chain=[AGENCY])]) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boats stopped\n\nQAMAR (Reuters) - Three boats were stopped.", "Reuters"),
        ("QAMAR, May 13 (Xinhua) -- Three boats were stopped.", "Xinhua"),
        ("Boats stopped\n\nThree boats were stopped. (AFP)", "Agence France-Presse"),
        ("Boats stopped\n\nThree boats were stopped.\n-- Reuters", "Reuters"),
        ("Boats stopped\n\nThree boats were stopped.\n\nAP", "Associated Press"),
    ],
)
def test_a_signed_text_credits_its_agency(text: str, name: str) -> None:
    r = report("r1", text)
    ((found, _, span),) = signatures(r)
    assert found == name
    assert r.quote(span) in ("Reuters", "Xinhua", "AFP", "AP")


@pytest.mark.parametrize(
    "text",
    [
        "Boats stopped\n\nThe captain told Reuters that three boats were stopped.",
        "Boats stopped\n\nThe region (AA) has three harbours and a long coast. Boats came from all of them this week.",
        "MAPS of the coast were drawn.",
    ],
)
def test_a_name_in_passing_signs_nothing(text: str) -> None:
    assert list(signatures(report("r1", text))) == []


def test_several_agencies_sign_together() -> None:
    r = report("r1", "Boats stopped\n\nQAMAR (Reuters/AFP) - Three boats were stopped.")
    assert [name for name, _, _ in signatures(r)] == ["Reuters", "Agence France-Presse"]


@pytest.mark.parametrize("signed", ["QAMAR, May 14 (Grey Coast Post) — {}", "{} (The Grey Coast Post)", "{}\n— Grey Coast Post"])
def test_a_signature_credits_an_outlet_of_the_casebook(signed: str) -> None:
    outlet, printed = report("w", OTHER, outlet="The Grey Coast Post"), report("a", signed.format(STORY))
    (edge,) = lineage([outlet, printed], ())
    assert (edge.report, edge.why, edge.source, edge.source_id) == (
        "a",
        LineageWhy.CREDITS,
        "The Grey Coast Post",
        "outlet:the grey coast post",
    )
    assert printed.quote(edge.span).removeprefix("The ") == "Grey Coast Post"


def test_an_outlet_that_is_not_in_the_casebook_signs_nothing_and_none_credits_itself() -> None:
    text = f"QAMAR, May 14 (Grey Coast Post) — {STORY}"
    assert edges(report("a", text), report("b", OTHER)) == []
    assert edges(report("a", text, outlet="The Grey Coast Post")) == []
    assert edges(report("a", f"{STORY} (AP)", outlet="Associated Press")) == []


def test_an_agency_under_a_picture_credits_the_picture_only() -> None:
    r = report("r1", "Boats stopped\nThree boats were stopped.\nThe pier (AFP)")
    caption = Boilerplate(Span(r.text.index("The pier"), len(r.text)), BoilerplateKind.CAPTION)
    marked = Report(**{f: getattr(r, f) for f in r.__slots__} | {"boilerplate": (caption,)})
    assert list(signatures(marked)) == []


def test_the_later_report_copies_the_earlier() -> None:
    early, late = report("z", STORY, published=dt.date(2031, 5, 14)), report("a", f"New headline. {STORY}", published=dt.date(2031, 5, 15))
    assert edges(early, late) == [("z", "a", "copies")]


def test_a_copy_with_some_words_changed_is_a_copy() -> None:
    changed = STORY.replace("blankets and soup", "tea").replace("Two men with burns", "Two injured men")
    assert edges(report("a", STORY), report("b", changed)) == [("a", "b", "copies")]


def test_a_wire_story_inside_a_longer_report_is_found() -> None:
    long = report("long", f"{OTHER} {STORY} {OTHER.replace('Qamar', 'Ostvik')}", published=dt.date(2031, 5, 16))
    assert edges(report("wire", STORY), long) == [("wire", "long", "copies")]


def test_of_two_reports_of_one_day_the_credited_is_the_source() -> None:
    wire, copy = report("w", STORY, outlet="Reuters"), report("a", f"{STORY}\n-- Reuters")
    assert ("w", "a", "copies") in edges(wire, copy)


def test_the_credited_is_the_source_whatever_the_dates() -> None:
    wire = report("w", STORY, outlet="Grey Coast Wire", published=dt.date(2031, 5, 16))
    copy = report("a", f"QAMAR, May 14 (Grey Coast Wire) — {STORY}", published=dt.date(2031, 5, 14))
    assert [edge for edge in edges(wire, copy) if edge[2] == "copies"] == [("w", "a", "copies")]


def test_all_who_print_one_text_copy_the_outlet_that_they_credit() -> None:
    text = f"QAMAR, May 14 (Grey Coast Wire) — {STORY}"
    wire = report("w", text, outlet="Grey Coast Wire", published=dt.date(2031, 5, 15))
    printed = [report(name, text, published=dt.date(2031, 5, day)) for name, day in (("a", 14), ("b", 15), ("z", 16))]
    shorter = report("c", text.rpartition("Two men")[0], published=dt.date(2031, 5, 13))
    found = [edge for edge in edges(wire, shorter, *printed) if edge[2] == "copies"]
    assert found == [("w", name, "copies") for name in ("a", "b", "c", "z")]


def test_where_nothing_else_tells_the_longer_report_is_the_source() -> None:
    short, long = report("a", STORY, published=None), report("b", f"{STORY} {OTHER}", published=None)
    assert edges(short, long) == [("b", "a", "copies")]


def test_a_shared_quotation_makes_no_copy() -> None:
    quoted = f"“{STORY}” said the harbour master."
    assert edges(report("a", f"{quoted} {OTHER}"), report("b", f"A statement was read out on Monday. {quoted}")) == []


def test_different_reports_are_no_copies() -> None:
    assert edges(report("a", STORY), report("b", OTHER)) == []


def test_the_span_of_a_copy_is_the_longest_shared_stretch() -> None:
    (edge,) = lineage([report("a", STORY), report("b", f"New words first. {STORY}", published=dt.date(2031, 5, 16))], ())
    assert edge.span == Span(len("New words first. "), len("New words first. ") + len(STORY) - 1)


def test_reprints_of_one_text_all_lead_to_the_first() -> None:
    reports = [report(f"r{n:03d}", STORY, published=dt.date(2031, 5, 1 + n % 20)) for n in range(60)]
    copied = {report for _, report, _ in edges(*reports)}
    assert len(copied) == 59
    assert "r000" not in copied


def test_twelve_words_in_a_row_are_needed() -> None:
    words = STORY.split()
    mixed = " ".join(w if n % 9 else f"x{n}" for n, w in enumerate(words))
    assert align(own_words(report("a", STORY)), own_words(report("b", mixed))) is None


def test_own_words_leave_out_quotations() -> None:
    assert own_words(report("a", "He said “we saw it” and left.")).words == ("he", "said", "and", "left")


def test_a_copy_tells_how_much_of_it_is_shared() -> None:
    whole, half = report("r1", STORY), report("r2", f"{OTHER} {STORY}")
    (edge,) = lineage([whole, half], ())
    assert edge.share == 1.0
    assert [e.share for e in lineage([whole, report("r3", STORY)], ())] == [1.0]


def test_a_reworded_copy_has_its_source_among_many_that_share_one_paragraph() -> None:
    background = STORY.split(". ", maxsplit=1)[0]
    crowd = [
        report(
            f"r{n:02}", f"{background}. {OTHER.split('. ', maxsplit=1)[0]} in the {n}th year of the mill.", published=dt.date(2031, 5, 1)
        )
        for n in range(12)
    ]
    source = report("s1", STORY, published=dt.date(2031, 5, 2))
    copy = report("t1", STORY.replace("before dawn", "at daybreak").replace("doctors were", "nurses were"), published=dt.date(2031, 5, 3))
    assert ("s1", "t1", "copies") in edges(*crowd, source, copy)


LATE = dt.date(2031, 5, 16)


def directed(*reports: Report) -> list[tuple[str, str, str | None]]:
    found = [e for e in lineage(reports, ()) if e.why is LineageWhy.COPIES]
    return [(e.source_id, e.report, e.direction and e.direction.value) for e in found]


def test_it_is_told_how_the_direction_of_a_copy_is_known() -> None:
    wire = report("w", STORY, outlet="Grey Coast Wire", published=LATE)
    assert directed(wire, report("a", f"QAMAR (Grey Coast Wire) — {STORY}", published=None)) == [("w", "a", "credit")]
    assert directed(wire, report("a", STORY, published=LATE + dt.timedelta(1))) == [("w", "a", "time")]
    assert directed(wire, report("a", STORY.rpartition("Two men")[0], published=None)) == [("w", "a", "containment")]


@pytest.mark.parametrize("days", [(None, None), (LATE, LATE), (LATE, None)])
def test_of_nearly_equal_texts_of_no_known_order_the_direction_is_unknown(days: tuple[dt.date | None, dt.date | None]) -> None:
    reworded = STORY.replace("blankets and soup", "tea")
    found = directed(report("a", STORY, published=days[0]), report("b", reworded, published=days[1]))
    assert found == [("a", "b", "unknown")]


def test_outlets_that_credit_each_other_tell_no_direction() -> None:
    one = report("a", f"QAMAR (Ostvik Post) — {STORY}", outlet="Qamar Post")
    other = report("b", f"QAMAR (Qamar Post) — {STORY}", outlet="Ostvik Post")
    assert [direction for *_, direction in directed(one, other)] == ["unknown"]


def test_a_paragraph_in_common_does_not_tell_where_it_was_first() -> None:
    paragraph = STORY.split(". ", maxsplit=1)[0]
    one = report("a", f"{paragraph}. {OTHER}")
    other = report("b", f"{OTHER.replace(' ', ' old ')} {paragraph}.")
    assert [direction for *_, direction in directed(one, other)] == ["unknown"]


def test_only_copies_have_a_direction_and_they_tell_where_the_words_stand_in_both() -> None:
    wire, copy = report("w", f"First of all. {STORY}", outlet="Reuters"), report("a", f"{STORY}\n-- Reuters")
    found = {e.why: e for e in lineage([wire, copy], ())}
    assert (found[LineageWhy.CREDITS].direction, found[LineageWhy.CREDITS].source_span) == (None, None)
    copied = found[LineageWhy.COPIES]
    assert copied.source_span is not None
    assert copy.quote(copied.span) == wire.quote(copied.source_span) == STORY.removesuffix(".")


def test_what_is_found_does_not_hang_on_ids_where_words_differ() -> None:
    changed = STORY.replace("blankets and soup", "coffee and bread")
    assert directed(report("a", STORY), report("b", changed)) == [("a", "b", "unknown")]
    assert directed(report("b", STORY), report("a", changed)) == [("b", "a", "unknown")]
