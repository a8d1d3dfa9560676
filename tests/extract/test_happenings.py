"""Which words of a report speak of one happening."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.deeds import Deed
from reportedly.extract.happenings import Happening, happenings
from reportedly.language.english import English
from reportedly.model import Document, Report

CASES = list(csv.DictReader(Path(__file__).with_name("happenings.csv").read_text("utf-8").splitlines()))


def read(text: str) -> tuple[Document, tuple[Happening, ...]]:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document, happenings(document)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_words_for_one_happening_are_put_together(case: dict[str, str]) -> None:
    document, found = read(case["sentence"])
    assert "; ".join(document.words(h.main.start, h.main.at + 1) for h in found) == case["main"]
    assert "; ".join(" ".join(document.tokens[i].text for i in h.heads) for h in found) == case["heads"]


def test_those_who_were_told_are_marked_by_the_verb(document: Document) -> None:
    """Kenya notified Uganda of the air strikes."""
    (found,) = happenings(document)
    assert found.told_of is not None
    assert document.tokens[found.told_of].text == "notified"
    assert found.deeds == {Deed.AIR_STRIKE, Deed.NOTICE}


WORDS = st.sampled_from(
    "rebels the shelled strike killed port in and , . who which air campaign of carried out attack ambush was by told a 12 targets".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_every_word_belongs_to_one_happening_at_most(words: list[str]) -> None:
    document, found = read(" ".join(words))
    verbs_and_nouns = [i for h in found for i in (*h.verbs, *h.nouns) if i == h.main.at]
    assert len(verbs_and_nouns) == len(set(verbs_and_nouns)) == len(found)
    for happening in found:
        assert happening.main.at in happening.heads
        assert happening.main.start <= happening.main.at
        assert list(happening.heads) == sorted(set(happening.heads))
        assert {document.tokens[i].sentence for i in happening.heads} == {happening.sentence}
