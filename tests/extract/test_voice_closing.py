"""The speaker of a sentence that ends in "… X said"."""

from __future__ import annotations

import pytest

from reportedly.extract.voice_closing import apposed, closing_speaker, inverted_speaker
from reportedly.language.english import English
from reportedly.model import Document, Report


def parsed(text: str) -> Document:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document


def at(document: Document, word: str) -> int:
    return next(token.i for token in document.tokens if token.text == word)


def speaker(text: str, verb: str = "said") -> str | None:
    document = parsed(text)
    found = closing_speaker(document, document.tokens[at(document, verb)])
    return None if found is None else document.tokens[found].text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels shelled the port of Kilifi, the army said.", "army"),
        ("Rebels shelled the port of Kilifi, the army said on Tuesday.", "army"),
        ("Rebels shelled the port of Kilifi, the army said in a statement.", "army"),
        ("Rebels shelled the port of Kilifi, the ministry of defence said.", "ministry"),
        ("Rebels shelled the port of Kilifi, a witness at the scene said.", "witness"),
        ("Rebels shelled the port of Kilifi, the head of the hospital, Amina Yusuf, said.", "Yusuf"),
    ],
    ids=["the end", "a day behind", "a statement behind", "the head of its phrase", "where the speaker is", "a name behind commas"],
)
def test_who_closes_a_sentence_speaks(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The army said.",
        "The army said that rebels shelled the port of Kilifi.",
        "Rebels shelled the port, and the army said nothing of it.",
    ],
    ids=["nothing said", "what is said follows", "an object follows"],
)
def test_a_verb_that_closes_nothing_has_no_closing_speaker(text: str) -> None:
    assert speaker(text) is None


def test_a_verb_of_another_sort_has_none() -> None:
    assert speaker("Rebels shelled the port of Kilifi, the army sang.", "sang") is None


def test_the_phrase_of_a_speaker_begins_before_its_apposition() -> None:
    document = parsed("Rebels shelled the port of Kilifi, the governor, Amina Yusuf, said.")
    assert apposed(document, at(document, "Yusuf")) <= at(document, "Amina")


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("Air strikes hit a school in Kilifi, tweeted the Kenya Network for Rights.", "tweeted", "Network"),
        ("Air strikes hit a school in Kilifi, wrote the governor on Monday.", "wrote", "governor"),
        ("Rebels attacked the town of Kilifi, claimed victory.", "claimed", None),
        ("Rebels attacked the town of Kilifi, wrote Reuters nothing.", "wrote", None),
        ("Rebels attacked the town and told Reuters of it.", "told", None),
    ],
)
def test_who_stands_behind_the_last_verb_speaks(text: str, verb: str, name: str | None) -> None:
    document = parsed(text)
    found = inverted_speaker(document, document.tokens[at(document, verb)])
    assert (None if found is None else document.tokens[found].text) == name
