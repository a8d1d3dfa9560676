"""Time expressions and the days they mean."""

from __future__ import annotations

import csv
import datetime as dt
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.extract.mentions import TimeMention
from reportedly.extract.times import times
from reportedly.language.english import English
from reportedly.model import Document, PublishedBasis, Report, WhenBasis
from reportedly.plugins import declared

with (Path(__file__).parent / "test_times.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table, delimiter="|"))

WORDS = (
    "on in since until from to between and the a last this next past Tuesday March May 2015 31 3 June early late mid - , . "
    "two days weeks years ago later earlier before after overnight today 99999 0 2000s that same end of will killed"
).split()


def read(text: str, published: dt.date | None = None) -> tuple[Document, tuple[TimeMention, ...]]:
    basis = PublishedBasis.NONE if published is None else PublishedBasis.METADATA
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text, published=published, published_basis=basis)
    (document,) = English().parse([report])
    return document, times(report, document)


def quotes(document: Document, found: tuple[TimeMention, ...]) -> list[str]:
    return [document.words(m.start, m.end) for m in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_an_expression_means_the_days_in_the_table(case: dict[str, str]) -> None:
    document, found = read(case["sentence"], dt.date.fromisoformat(case["published"]) if case["published"] else None)
    mention = next((m for m in found if document.words(m.start, m.end) == case["expression"]), None)
    assert mention is not None, quotes(document, found)
    when = mention.when
    told = [when.start, when.end, when.precision, when.basis.value]
    assert ["" if value is None else str(value) for value in told] == [case["start"], case["end"], case["precision"], case["basis"]]


def test_a_later_time_counts_from_the_time_told_before(report: Report, document: Document) -> None:
    """The town fell on 3 June 2014. Two days later it was retaken. Eight months later it fell again."""
    starts = [m.when.start for m in times(report, document)]
    assert starts == [dt.date(2014, 6, 3), dt.date(2014, 6, 5), dt.date(2015, 2, 1)]


def test_the_following_day_is_the_day_after_the_one_told_before(report: Report, document: Document) -> None:
    """On Monday a raid killed six. The following day a crowd burned the post."""
    assert [m.when.start for m in times(report, document)] == [dt.date(2031, 5, 12), dt.date(2031, 5, 13)]


@pytest.mark.undated
def test_a_date_without_year_takes_the_year_in_which_an_undated_story_stands(report: Report, document: Document) -> None:
    """On 3 November 2014 the town fell. On 7 December it was retaken, and in February it fell again."""
    found = [m.when for m in times(report, document)]
    assert [when.start for when in found] == [dt.date(2014, 11, 3), dt.date(2014, 12, 7), dt.date(2015, 2, 1)]
    assert [when.basis for when in found] == [WhenBasis.STATED, WhenBasis.COMPUTED, WhenBasis.COMPUTED]


@pytest.mark.undated
def test_an_earlier_date_does_not_resolve_a_weekday_of_an_undated_text(report: Report, document: Document) -> None:
    """On 3 June 2014 the town fell. On Tuesday it was retaken."""
    assert [m.when.start for m in times(report, document)] == [dt.date(2014, 6, 3), None]


def test_a_year_that_opens_a_sentence_is_the_year_of_its_months(report: Report, document: Document) -> None:
    """In 2014 the town was captured in March."""
    assert [m.when.start for m in times(report, document)] == [dt.date(2014, 1, 1), dt.date(2014, 3, 1)]


def test_lengths_of_time_are_not_times(report: Report, document: Document) -> None:
    """They fought for three days under a 12-hour deadline in the worst siege in months, a two-year ordeal."""
    assert times(report, document) == ()


def test_verbs_names_and_numbers_of_things_are_not_times(report: Report, document: Document) -> None:
    """Civilians may leave. Soldiers march past 2000 houses. Gunmen met every Friday. The 15th Brigade told April Jones."""
    assert times(report, document) == ()


def test_boundaries_leave_out_a_preposition_that_changes_nothing(report: Report, document: Document) -> None:
    """In March a bomb killed two, and since April no one has come."""
    assert quotes(document, times(report, document)) == ["March", "since April"]


def test_the_head_leads_to_the_verb_that_an_expression_tells_the_time_of(report: Report, document: Document) -> None:
    """The ministry said on Thursday that jets bombed the port on Tuesday."""
    verbs = []
    for mention in times(report, document):
        assert mention.start <= mention.head < mention.end
        verbs.append(next(document.tokens[i].text for i in document.ancestors(mention.head) if document.tokens[i].pos == "VERB"))
    assert verbs == ["said", "bombed"]


def test_the_stage_says_what_it_reads_and_makes() -> None:
    assert declared(times).makes == {"mentions.times"}
    assert "report.published" in declared(times).reads


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.none() | st.dates())
def test_mentions_stand_in_order_inside_the_text_and_nothing_is_resolved_from_nothing(words: list[str], published: dt.date | None) -> None:
    document, found = read(" ".join(words), published)
    for mention in found:
        assert 0 <= mention.start <= mention.head < mention.end <= len(document.tokens)
    assert all(one.end <= other.start for one, other in pairwise(found))
    if published is None and not any(word in words for word in ("2015", "2000s")):
        assert all(m.when.basis is WhenBasis.NONE for m in found)


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y"]))
def test_any_full_date_is_read_as_itself(day: dt.date, order: str) -> None:
    _, found = read(f"The port was shelled on {day.strftime(order)}.")
    assert [(m.when.start, m.when.end, m.when.basis) for m in found] == [(day, day, WhenBasis.STATED)]


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]))
def test_a_past_weekday_lies_in_the_week_up_to_publication(published: dt.date, weekday: str) -> None:
    _, (mention,) = read(f"A bomb went off on {weekday}.", published)
    assert mention.when.start is not None
    assert 0 <= (published - mention.when.start).days < 7
    assert mention.when.start.strftime("%A") == weekday


def test_time_grows_with_the_length_of_the_text_and_no_faster() -> None:
    (short,) = English().parse([Report(id="r1", sha256="0" * 64, file="r.txt", text="On Tuesday, the 2nd of the past two days. " * 50)])
    (long,) = English().parse([Report(id="r1", sha256="0" * 64, file="r.txt", text="On Tuesday, the 2nd of the past two days. " * 400)])
    report = Report(id="r1", sha256="0" * 64, file="r.txt", text="x")

    def seconds(document: Document) -> float:
        start = time.process_time()
        times(report, document)
        return time.process_time() - start

    times(report, short)
    assert min(seconds(long) for _ in range(3)) < 8 * 4 * max(min(seconds(short) for _ in range(3)), 0.001)
