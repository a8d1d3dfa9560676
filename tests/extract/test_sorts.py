"""What sort of person or thing a phrase names, by its words."""

from __future__ import annotations

import pytest

from reportedly.extract.entity_tables import rows
from reportedly.extract.sorts import PEOPLE, THINGS, sort_of_person, sort_of_thing


@pytest.mark.parametrize(
    ("phrase", "sort"),
    [
        ("police car", "vehicle"),
        ("party office", "party"),
        ("radio station", "communications"),
        ("police station", "law"),
        ("mayor house", "government"),
        ("house", "dwelling"),
        ("boulder", None),
    ],
)
def test_the_words_before_a_vague_noun_tell_its_sort(phrase: str, sort: str | None) -> None:
    assert sort_of_thing(phrase.split()) == sort


@pytest.mark.parametrize(("phrase", "sort"), [("former judge", "judicial"), ("peasant", "worker"), ("bodyguard", "guard"), ("echo", None)])
def test_the_head_tells_the_sort_of_a_person(phrase: str, sort: str | None) -> None:
    assert sort_of_person(phrase.split()) == sort


def test_every_sort_of_the_list_is_asked_for_and_has_words() -> None:
    assert {sort for sort, _ in rows("sort_words.tsv", 2)} == {*PEOPLE, *THINGS}
