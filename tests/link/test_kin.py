"""Words that name one happening though they are not the same word."""

from __future__ import annotations

from reportedly.link.kin import harms, kinship


def test_words_of_one_meaning_are_kin_whatever_their_part_of_speech() -> None:
    assert kinship("buy", "acquisition") > 0.4
    assert kinship("quake", "tremor") > 0.8
    assert kinship("wound", "injury") > 0.8


def test_a_deed_is_kin_to_what_it_causes_and_to_the_more_general_deed() -> None:
    assert kinship("kill", "death") > 0.4
    assert kinship("murder", "kill") > 0.4


def test_words_of_other_meanings_are_no_kin() -> None:
    assert kinship("arrest", "buy") == 0
    assert kinship("win", "announce") == 0


def test_kinship_is_the_same_both_ways_and_none_for_an_unknown_word() -> None:
    assert kinship("death", "kill") == kinship("kill", "death")
    assert kinship("qwxz", "kill") == kinship("qwxz", "qwxz") == 0


def test_a_word_tells_of_every_kind_of_harm_that_it_may_mean() -> None:
    assert harms("die") == {"death"}
    assert harms("casualty") == {"death", "wound"}
    assert harms("parliament") == frozenset()
