"""A ruler that remembers finds what one finds that asks all its patterns of every word."""

from __future__ import annotations

import functools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from reportedly.language import remembering
from reportedly.language.english import pipeline, plain_pipeline
from reportedly.language.remembering import remember

WORDS = ("y'", "all", "ai", "n't", "is", "'s", "do", "got", "I", "you", "that", "to", "shelling", "Qamar", " ", "12", "nothin'")


@functools.cache
def plain() -> AttributeRuler:
    """The model's own ruler."""
    ruler = plain_pipeline().get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return ruler


@functools.cache
def remembers() -> AttributeRuler:
    """The ruler of the product."""
    ruler = pipeline().get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return ruler


def doc(ruler: AttributeRuler, words: list[str], tags: list[str], deps: list[str]) -> Doc:
    """Words that a tagger and a parser have seen; all hang on the first."""
    return Doc(ruler.vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words))


@st.composite
def sentences(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """Any words with any tags and relations, those of the patterns and others."""
    size = draw(st.integers(1, 8))
    some = functools.partial(st.lists, min_size=size, max_size=size)
    tags = st.sampled_from(["VBZ", "VBD", "VBP", "NN", "IN", "DT", "WDT", "TO", "_SP", "PRP", "RB", "MD", "CD"])
    deps = st.sampled_from(["ROOT", "aux", "auxpass", "mark", "expl", "det", "dobj", "pobj", "nsubj", "conj", "quantmod"])
    return draw(some(st.sampled_from(WORDS))), draw(some(tags)), draw(some(deps))


@given(sentences())
@settings(deadline=None, max_examples=150)
def test_it_finds_what_the_plain_one_finds(sentence: tuple[list[str], list[str], list[str]]) -> None:
    def found(ruler: AttributeRuler) -> list[tuple[int, int, int]]:
        return [(number, start, end) for number, _, start, end in ruler.match(doc(ruler, *sentence))]

    assert found(remembers()) == found(plain())


@given(sentences())
@settings(deadline=None, max_examples=50)
def test_words_come_out_with_the_same_parts_of_speech(sentence: tuple[list[str], list[str], list[str]]) -> None:
    def read(ruler: AttributeRuler) -> list[tuple[str, str, str, str]]:
        return [(t.tag_, t.pos_, t.dep_, str(t.morph)) for t in ruler(doc(ruler, *sentence))]

    assert read(remembers()) == read(plain())


def test_nothing_is_found_in_no_words() -> None:
    assert remembers().match(Doc(remembers().vocab)) == []


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "KEPT", 1)
    ruler = ruler_of({"LOWER": "hit"}, {"LOWER": "fell"})
    remember(ruler)
    seen = Doc(ruler.vocab, words=["hit", "fell", "hit", "rose", "fell"])
    assert [(number, start) for number, _, start, _ in ruler.match(seen)] == [(0, 0), (0, 2), (1, 1), (1, 4)]


def test_patterns_that_ask_for_more_than_a_word_are_refused() -> None:
    ruler = ruler_of({"LOWER": "hit", "OP": "+"})
    with pytest.raises(KeyError):
        remember(ruler)
    assert [start for _, _, start, _ in ruler.match(Doc(ruler.vocab, words=["they", "hit"]))] == [1]


def ruler_of(*patterns: dict[int | str, Any]) -> AttributeRuler:
    """A ruler that calls every word that a pattern finds a verb."""
    ruler = AttributeRuler(plain().vocab, name="ruler")
    for pattern in patterns:
        ruler.add([[pattern]], {"POS": "VERB"})
    return ruler
