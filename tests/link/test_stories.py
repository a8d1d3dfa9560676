"""Which reports are taken to tell one story."""

from __future__ import annotations

from reportedly.link.average import average_link
from reportedly.link.stories import fitted, probabilities, stories
from reportedly.link.terms import View, stem, terms
from reportedly.model import Report, stable_id

RAID = (
    "Missiles hit a grain terminal in Ostvik on Tuesday, killing 14 dockers, the harbour master Ilan Reed said.\n"
    "The terminal on the Heron quay burned until the evening, and ships were sent to Qamar."
)
AGAIN = (
    "The grain terminal of Ostvik was still burning on Wednesday after missiles hit it.\n"
    "Ilan Reed, who runs the harbour, put the dead at 14 dockers. Ships wait off the Heron quay."
)
TALKS = (
    "Delegates of both parties met in Belmora to talk about prisoners.\n"
    "The envoy Sana Whitlock called the round useful, and said that lists of 300 names were handed over."
)
LATER = (
    "Lists with 300 names of prisoners were handed over in Belmora, the envoy Sana Whitlock said.\n"
    "Delegates of the parties will talk again in a month."
)


def report(text: str) -> Report:
    return Report(id=stable_id("r", text), sha256="0" * 64, file="text", text=text, language="en")


REPORTS = [report(text) for text in (RAID, AGAIN, TALKS, LATER)]


def test_reports_on_one_story_are_grouped_without_the_number_of_stories_being_given() -> None:
    found = {frozenset(story) for story in stories(REPORTS)}
    assert found == {frozenset(r.id for r in REPORTS[:2]), frozenset(r.id for r in REPORTS[2:])}


def test_the_order_of_reports_plays_no_part() -> None:
    assert stories(REPORTS[::-1]) == stories(REPORTS)
    assert stories([REPORTS[2], REPORTS[0], REPORTS[3], REPORTS[1]]) == stories(REPORTS)


def test_a_report_without_words_is_a_story_of_its_own() -> None:
    empty = report("")
    assert (empty.id,) in stories([*REPORTS, empty])


def test_reports_that_share_no_telling_word_are_not_compared() -> None:
    assert probabilities([terms(report("The dog slept.")), terms(report("A train arrived."))], fitted()) == {}


def test_a_name_is_known_by_a_capital_where_no_sentence_begins() -> None:
    found = terms(report("Shells fell. Dockers of Ostvik fled the shells.\nOstvik burned for 3 days.")).views
    assert set(found[View.NAMES]) == {"ostvik"}
    assert found[View.NAMES]["ostvik"] == 2
    assert set(found[View.NUMBERS]) == {"3"}


def test_days_and_figures_of_the_opening_are_known() -> None:
    found = terms(report("A quake of 6.1 shook Ostvik on Tuesday, 3 May 2031.\nIt was the 2nd since May.")).views
    assert set(found[View.LEAD_DAYS]) == {"tuesday", "3 may", "2031", "may"}
    assert set(found[View.FIGURES]) == {"6.1", "2031"}


def test_reports_told_in_the_same_words_are_less_likely_one_story_if_their_days_and_figures_differ() -> None:
    again = "A quake of {} shook the port of Ostvik on {}. People of Ostvik ran from the port into the hills."
    same, other = again.format("6.1", "Tuesday"), again.format("5.4", "Friday")
    reports = [terms(report(text)) for text in (again.format("6.1", "Tuesday") + " Nobody died.", same, other, *(TALKS, LATER))]
    found = probabilities(reports, fitted())
    assert found[0, 1] > found[0, 2]


def test_forms_of_one_word_are_one_term() -> None:
    assert stem("shooting") == stem("shoots") == stem("shooter") == stem("shoot")
    assert stem("cat") != stem("car")


def test_a_cluster_is_joined_only_while_its_average_pair_speaks_for_it() -> None:
    evidence = {(0, 1): 2.0, (1, 2): 1.0}
    assert average_link(3, evidence, absent=-0.5) == [[0, 1, 2]]
    assert average_link(3, evidence, absent=-1.5) == [[0, 1], [2]]
