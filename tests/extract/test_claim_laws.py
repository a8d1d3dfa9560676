"""What holds for the claims of every text: words stand at their spans, evidence lies in one sentence, nothing depends on what was before."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.assemble import VERSION, claims
from reportedly.language.english import English
from reportedly.model import Claim, Document, Report


def read(text: str, number: int = 1) -> tuple[Report, Document, tuple[Claim, ...]]:
    report = Report(id=f"r{number}", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return report, document, claims(report, document)


SIDES = ["Rebels", "The Kenyan army", "Kenyan jets", "Al-Shabaab fighters", "Police", "A mob", "Two warships", "Its troops"]
DEEDS = ["shelled", "bombed", "captured", "attacked", "fired 12 missiles at", "carried out a strike on", "destroyed", "did not attack"]
THINGS = ["the port of Mombasa", "a school near Lamu", "all of the targets", "12 soldiers", "Kilifi", "protesters", "a frigate"]
TAILS = ["", " on Monday", ", killing 12 people, three of them children", " in an air strike", ", which wounded dozens", " with rockets"]
VOICES = ["{}.", "The ministry said that {}.", "{}, Reuters reported.", "Uganda denied that {}.", "“{},” a witness said.", "{} —", "{}"]

SENTENCE = st.tuples(*map(st.sampled_from, (VOICES, SIDES, DEEDS, THINGS, TAILS))).map(lambda p: p[0].format(f"{p[1]} {p[2]} {p[3]}{p[4]}"))
STORY = st.lists(SENTENCE, min_size=1, max_size=5).map(" ".join)
STRANGE = st.text(st.sampled_from("𝕽ebels shelled🚀 Kilifi.\n\t“”'é\u2028\u00a0\u200f12,killed "), max_size=200)


def holds(report: Report, document: Document, found: tuple[Claim, ...]) -> None:
    sentences = [document.span(sentence.start, sentence.end) for sentence in document.sentences]
    for claim in found:
        assert all(report.quote(stated.span) == stated.text != "" for stated in claim.values)
        quote, *others = claim.spans
        assert len(quote) > 0
        assert any(sentence.contains(quote) for sentence in sentences)
        assert all(0 <= span.start < span.end <= len(report.text) for span in (claim.trigger, *others))
        assert claim.refers_to != claim.trigger
        assert (claim.report, claim.version) == (report.id, VERSION)
    assert len({claim.id for claim in found}) == len(found)


@settings(max_examples=60, deadline=None)
@given(STORY)
def test_words_stand_at_their_spans_in_any_story(text: str) -> None:
    holds(*read(text))


@settings(max_examples=60, deadline=None)
@given(STRANGE)
def test_words_stand_at_their_spans_in_any_letters(text: str) -> None:
    holds(*read(text))


@settings(max_examples=15, deadline=None)
@given(STORY, STORY)
def test_claims_are_the_same_whatever_was_read_before(text: str, other: str) -> None:
    *_, alone = read(text)
    read(other, 2)
    *_, again = read(text)
    assert alone == again


def test_the_same_text_in_another_report_has_other_ids() -> None:
    text = "Rebels shelled Kilifi on Monday, killing 12 people."
    one, other = (read(text, number)[2] for number in (1, 2))
    assert {claim.id for claim in one}.isdisjoint({claim.id for claim in other})
    assert [claim.values for claim in one] == [claim.values for claim in other]


ALONE = """
import sys
from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Report
report = Report(id="r1", sha256="0" * 64, file="report.txt", text=sys.argv[1])
(document,) = English().parse([report])
print(claims(report, document))
"""

MANY = (
    "The Kenyan army and Ugandan troops said rebels and militiamen had shelled Kilifi, Lamu and Mombasa on Monday, killing 12 people, "
    "three of them children and two women, with rockets and mortars. Uganda denied responsibility for the attack. The toll rose to 15."
)


def alone(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", ALONE, MANY], env=environment, capture_output=True, check=True, text=True).stdout  # noqa: S603


@pytest.mark.slow
def test_claims_are_the_same_for_every_order_of_sets() -> None:
    first = alone("0")
    assert "Claim(" in first
    assert {alone("1"), alone("4242")} == {first}


@pytest.mark.parametrize(
    "piece",
    ["Rebels shelled the port of Mombasa and killed 12 people and ", "the attack on the strike on ", "12 dead, "],
    ids=["joined verbs", "nouns under nouns", "numbers"],
)
def test_ten_thousand_words_without_a_full_stop_are_read_in_time_that_grows_with_them(piece: str) -> None:
    def seconds(words: int) -> float:
        report = Report(id="r1", sha256="0" * 64, file="report.txt", text=piece * (words // len(piece.split())))
        (document,) = English().parse([report])
        started = time.process_time()
        holds(report, document, claims(report, document))
        return time.process_time() - started

    seconds(100)
    some, many = seconds(2_500), seconds(10_000)
    assert many < 4 * 2 * some
