"""The words that two reports share, in both of them."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.link.made import report

from reportedly.link.copies import CONTAINED, align
from reportedly.link.shared import in_common
from reportedly.link.wording import own_words

WIRE = (
    "Shells fell on the market of Qamar on Monday morning and killed nine people, three hospitals said. "
    "Rescuers dug through the night for those who were still under the roof of the hall."
)


def test_what_both_have_is_found_in_both() -> None:
    source, copy = report("a", f"Qamar struck. {WIRE}"), report("b", f"Our man in Qamar writes. {WIRE} More on page four.")
    (passage,) = in_common(source, copy).passages
    (there,), (here,) = passage.source, passage.copy
    assert source.quote(there) == copy.quote(here) == WIRE.removesuffix(".")
    assert passage.words == len(WIRE.split())


def test_what_is_put_in_between_parts_a_passage() -> None:
    first, second = WIRE.split(", three hospitals said. ")
    source, copy = report("a", WIRE), report("b", f"{first}, officials in the town told this paper. {second}")
    found = in_common(source, copy)
    assert [copy.quote(each.copy[0]) for each in found.passages] == [first, second.removesuffix(".")]
    assert found.longest == max(found.passages, key=lambda each: len(copy.quote(each.copy[0]).split()))
    assert found.share == round((len(first.split()) + len(second.split())) / len(WIRE.split()), 3)


def test_a_quotation_in_a_passage_is_not_marked_as_shared() -> None:
    first, second = WIRE.split("killed nine people")
    source = report("a", f"{first}killed nine people “as we have always feared” {second}")
    copy = report("b", f"{first}killed nine people “and nobody is to blame for it” {second}")
    (passage,) = in_common(source, copy).passages
    assert [len(passage.source), len(passage.copy)] == [2, 2]
    assert "feared" not in "".join(map(source.quote, passage.source))
    assert "blame" not in "".join(map(copy.quote, passage.copy))
    assert list(map(source.quote, passage.source)) == list(map(copy.quote, passage.copy))


def test_reports_that_share_nothing_have_no_passage() -> None:
    found = in_common(report("a"), report("b"))
    assert (found.passages, found.share, found.longest) == ((), 0.0, None)
    assert in_common(report("a", "“All of it is quoted.”"), report("b")).share == 0.0


words = st.lists(st.sampled_from("guns fell on the town of Qamar again today".split()), max_size=60).map(" ".join)


@given(words, words)
def test_passages_are_word_for_word_the_same_and_make_up_the_share(one: str, other: str) -> None:
    source, copy = report("a", f"x {one}"), report("b", f"y {other}")
    found = in_common(source, copy)
    for passage in found.passages:
        assert " ".join(map(source.quote, passage.source)).casefold() == " ".join(map(copy.quote, passage.copy)).casefold()
        assert passage.words >= 6
    ends = [span for passage in found.passages for span in passage.copy]
    assert ends == sorted(ends)
    assert all(a.end <= b.start for a, b in pairwise(ends))
    aligned = align(own_words(source), own_words(copy))
    if aligned is not None:
        assert aligned.words == sum(passage.words for passage in found.passages)
        assert found.share >= CONTAINED or aligned.run >= 40


def test_two_reports_of_ten_thousand_words_are_compared_at_once_even_if_they_say_one_word() -> None:
    start = time.perf_counter()
    assert in_common(report("a", "boom " * 10_000), report("b", "boom " * 10_000)).share == 1
    assert in_common(report("a", f"{WIRE} " * 300), report("b", f"{WIRE} again " * 300)).share > 0.9
    assert time.perf_counter() - start < 3
