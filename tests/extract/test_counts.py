"""Counts of people and things, by a table of sentences and by laws that hold for all of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.counts import counts
from reportedly.extract.mentions import CountMention
from reportedly.language.english import English
from reportedly.model import Document, Field, Report

HERE = Path(__file__).parent
LARGEST = 10**7


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(text: str) -> tuple[Document, tuple[CountMention, ...]]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    return document, counts(report, document)


def told(document: Document, mention: CountMention) -> tuple[str, int, int | None, str, str, str]:
    of = "" if mention.count.of is None else mention.count.of.value
    quote = document.words(mention.start, mention.end)
    return mention.field.value, mention.count.low, mention.count.high, of, "yes" if mention.count.part else "no", quote


@pytest.mark.parametrize("row", rows("counts.csv"), ids=lambda row: row["why"])
def test_a_count_is_read_with_its_field_ends_and_class(row: dict[str, str]) -> None:
    document, found = read(row["sentence"])
    high = int(row["high"]) if row["high"] else None
    wanted = (row["field"], int(row["low"]), high, row["of"], row["part"], row["quote"])
    assert wanted in [told(document, mention) for mention in found]


@pytest.mark.parametrize("row", rows("nothing_counted.csv"), ids=lambda row: row["why"])
def test_what_is_no_count_makes_no_mention(row: dict[str, str]) -> None:
    document, found = read(row["sentence"])
    assert [told(document, mention) for mention in found] == []


@pytest.mark.parametrize("sentence", sorted({row["sentence"] for row in rows("counts.csv")}))
def test_nothing_is_counted_twice_in_one_field(sentence: str) -> None:
    _, found = read(sentence)
    seen = [(mention.field, mention.start, mention.end) for mention in found]
    assert len(seen) == len(set(seen))


def test_a_governor_says_what_became_of_them(report: Report, document: Document) -> None:
    """The raid killed 12 soldiers and wounded 30."""
    found = counts(report, document)
    assert [document.tokens[m.governor].text for m in found if m.governor is not None] == ["killed", "wounded"]


def test_a_whole_stands_before_its_parts(report: Report, document: Document) -> None:
    """A shell killed a woman and her two sons."""
    assert [m.count.part for m in counts(report, document)] == [False, True, True]


def test_a_part_may_stand_in_the_next_sentence(report: Report, document: Document) -> None:
    """Twelve people were killed in Qamar on Monday. Three of them were children."""
    found = counts(report, document)
    assert [(m.field, m.count.low, m.count.part) for m in found] == [(Field.KILLED, 12, False), (Field.KILLED, 3, True)]


@settings(max_examples=25, deadline=None)
@given(st.integers(2, LARGEST), st.sampled_from(["soldiers", "civilians", "beekeepers"]), st.booleans())
def test_any_number_of_people_killed_is_quoted_and_kept(number: int, noun: str, grouped: bool) -> None:
    written = f"{number:,}" if grouped else str(number)
    document, (mention,) = read(f"The shelling killed {written} {noun} in Qamar.")
    assert (mention.count.low, mention.count.high) == (number, number)
    assert document.words(mention.start, mention.end) == mention.count.wording == f"{written} {noun}"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from("12 2031 no dozens killed wounded people soldiers and , . of them including at least a nurse km".split()),
        max_size=14,
    )
)
def test_any_string_of_words_gives_counts_that_quote_themselves(words: list[str]) -> None:
    document, found = read(" ".join(["Qamar", *words]))
    for mention in found:
        assert 0 <= mention.start <= mention.head < mention.end
        assert document.words(mention.start, mention.end) == mention.count.wording
        assert mention.count.low >= 0


@settings(max_examples=20, deadline=None)
@given(st.integers(1900, 2099))
def test_a_bare_year_is_never_counted(year: int) -> None:
    _, found = read(f"Clashes resumed in {year}. The war killed the hopes of {year}.")
    assert found == ()
