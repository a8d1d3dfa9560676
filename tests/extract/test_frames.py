"""Agents, patients and prepositions of verbs and verbal nouns, however the grammar turns them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.frames import DEEPEST, Frame, noun_frame, subject_of, verb_frame
from reportedly.language.english import English
from reportedly.model import Document, Report

CASES = list(csv.DictReader(Path(__file__).with_name("frames.csv").read_text("utf-8").splitlines()))


def parsed(text: str) -> Document:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document


def at(document: Document, word: str) -> int:
    return next(token.i for token in document.tokens if token.text == word)


def obliques(document: Document, frame: Frame, *, deepest: int = DEEPEST) -> list[tuple[str, str]]:
    return [(o.preposition, document.tokens[o.head].text) for o in frame.obliques if o.depth <= deepest]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_acts_and_who_suffers(case: dict[str, str]) -> None:
    document = parsed(case["sentence"])
    frame = verb_frame(document, at(document, case["verb"]))
    assert [document.tokens[i].text for i in frame.agents] == case["agents"].split()
    assert [document.tokens[i].text for i in frame.patients] == case["patients"].split()
    assert frame.passive == (case["passive"] == "yes")


def test_prepositions_of_the_verb_and_of_its_nouns_are_told_apart_by_depth(document: Document) -> None:
    """Rebels fired rockets from a hill in Kilifi at the port of Mombasa."""
    frame = verb_frame(document, at(document, "fired"))
    assert ("from", "hill") in obliques(document, frame, deepest=0)
    assert ("in", "Kilifi") not in obliques(document, frame, deepest=0)
    assert {("from", "hill"), ("in", "Kilifi"), ("at", "port"), ("of", "Mombasa")} <= set(obliques(document, frame))


def test_a_preposition_of_two_words_is_kept_whole(document: Document) -> None:
    """Shots came from behind the wall."""
    assert ("from behind", "wall") in obliques(document, verb_frame(document, at(document, "came")))


def test_a_verbal_noun_has_its_by_and_of(document: Document) -> None:
    """The shelling of the port by rebels and soldiers went on."""
    frame = noun_frame(document, at(document, "shelling"))
    assert [document.tokens[i].text for i in frame.agents] == ["rebels", "soldiers"]
    assert ("of", "port") in obliques(document, frame)
    assert frame.patients == ()


def test_a_date_is_no_agent(document: Document) -> None:
    """The port was shelled by Monday."""
    assert verb_frame(document, at(document, "shelled")).agents == ()


def test_a_verb_without_a_subject_has_none(document: Document) -> None:
    """Shell the port."""
    assert subject_of(document, at(document, "Shell")) is None
