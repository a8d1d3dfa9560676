"""Verbs that only say what another one led to."""

from __future__ import annotations

import pytest

from reportedly.extract.consequences import is_consequence, led_by
from reportedly.extract.deeds import Deed, is_verb, verb_deed
from reportedly.language.english import English
from reportedly.model import Document, Report


def parsed(text: str) -> Document:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document


def verbs(document: Document) -> dict[int, Deed]:
    named = {token.i: verb_deed(document, token.i) for token in document.tokens if is_verb(token)}
    return {at: deed[0] for at, deed in named.items() if deed is not None}


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A shell hit the market and killed six people.", "hit"),
        ("Rebels attacked the town, burned houses and wounded two guards.", "attacked"),
        ("Rebels attacked and killed two guards near Qamar.", "attacked"),
        ("Rebels attacked the town and killed two guards near Qamar.", None),
        ("Rebels attacked the town and killed two guards on Monday.", None),
        ("Rebels attacked the town and its guards killed two of them.", None),
        ("Rebels attacked the town and were killed.", None),
        ("Rebels seized the town and killed two guards.", None),
        ("Rebels praised the army and killed two guards.", None),
    ],
)
def test_harm_is_led_by_the_deed_of_the_same_subject(text: str, cause: str | None) -> None:
    document = parsed(text)
    named = verbs(document)
    harm = next(at for at, deed in sorted(named.items()) if deed in (Deed.KILLING, Deed.WOUNDING))
    found = led_by(document, harm, named)
    assert (None if found is None else document.tokens[found].text) == cause


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Rebels shelled the town, killing 12 people.", True),
        ("Missiles struck and hit the depot.", True),
        ("Rebels shelled the town as soldiers killed 12 people.", False),
    ],
)
def test_a_verb_may_say_what_the_one_above_led_to(text: str, follows: bool) -> None:
    document = parsed(text)
    named = verbs(document)
    last = max(named)
    above = document.tokens[last].head
    assert is_consequence(document, last, named[last], named[above]) is follows
