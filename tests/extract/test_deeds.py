"""Which deed a word names, by the table of deed words."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from reportedly.extract.deeds import (
    HARM,
    LONGEST_NOUN,
    REMOTE,
    VIOLENT,
    Deed,
    is_noun_in_disguise,
    is_verb,
    noun_deed,
    noun_lemma,
    verb_deed,
)
from reportedly.language.english import English
from reportedly.model import Document, Report, Token

TABLE = resources.files("reportedly.extract").joinpath("data", "deed_words.tsv").read_text(encoding="utf-8")


def parsed(text: str) -> Document:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=text)])
    return document


def at(document: Document, word: str) -> int:
    return next(token.i for token in document.tokens if token.text == word)


def verb(text: str, word: str) -> tuple[Deed, str] | None:
    document = parsed(text)
    return verb_deed(document, at(document, word))


def noun(text: str, word: str) -> tuple[Deed, str, int] | None:
    document = parsed(text)
    return noun_deed(document, at(document, word))


def test_the_table_has_a_row_for_each_deed_and_no_noun_longer_than_is_looked_for() -> None:
    rows = list(csv.DictReader((line for line in TABLE.splitlines() if not line.startswith("#")), delimiter="\t"))
    assert [row["deed"] for row in rows if row["deed"] not in set(Deed)] == []
    assert {row["deed"] for row in rows} == set(Deed)
    assert [n for row in rows for n in row["nouns"].split("|") if n.replace("-", "_").count("_") >= LONGEST_NOUN] == []


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Rebels shelled the port.", "shelled", (Deed.SHELLING, "shell")),
        ("Jets took out the bridge.", "took", (Deed.STRIKE, "take_out")),
        ("A mine blew up a truck.", "blew", (Deed.BLAST, "blow_up")),
        ("Soldiers opened fire on the crowd.", "opened", (Deed.STRIKE, "open_fire")),
        ("Gunmen shot dead a farmer.", "shot", (Deed.KILLING, "shoot_dead")),
        ("Gunmen took a farmer hostage.", "took", (Deed.ABDUCTION, "take_hostage")),
        ("The army shot down a drone.", "shot", (Deed.CLASH, "shoot_down")),
        ("Families evacuated from the town.", "evacuated", (Deed.RETREAT, "evacuate_from")),
        ("The army evacuated families from the town.", "evacuated", (Deed.AID, "evacuate")),
        ("Families were evacuated from the town.", "evacuated", (Deed.AID, "evacuate")),
        ("Soldiers raped a woman.", "raped", (Deed.RAPE, "rape")),
        ("The rebels retook the town.", "retook", (Deed.CAPTURE, "retake")),
    ],
)
def test_a_verb_names_a_deed_with_its_particle_or_object(text: str, word: str, found: tuple[Deed, str]) -> None:
    assert verb(text, word) == found


def test_a_verb_that_is_not_listed_names_none() -> None:
    assert verb("The rebels sang in the town.", "sang") is None


@pytest.mark.parametrize(
    ("text", "word", "deed", "key"),
    [
        ("An air strike hit the town.", "strike", Deed.AIR_STRIKE, "air_strike"),
        ("An airstrike hit the town.", "airstrike", Deed.AIR_STRIKE, "airstrike"),
        ("The strike hit the town.", "strike", Deed.STRIKE, "strike"),
        ("A cruise missile strike hit the town.", "strike", Deed.SHELLING, "cruise_missile_strike"),
        ("A car bomb hit the town.", "bomb", Deed.BLAST, "car_bomb"),
        ("The clashes went on.", "clashes", Deed.CLASH, "clash"),
        ("They signed a ceasefire.", "ceasefire", Deed.AGREEMENT, "ceasefire"),
        ("They held a sit-in.", "in", Deed.PROTEST, "sit_in"),
    ],
)
def test_a_noun_names_a_deed_with_the_words_before_it(text: str, word: str, deed: Deed, key: str) -> None:
    found = noun(text, word)
    assert found is not None
    assert found[:2] == (deed, key)


def test_a_compound_begins_with_its_first_word(document: Document) -> None:
    """A cruise missile strike hit the town."""
    found = noun_deed(document, at(document, "strike"))
    assert found is not None
    assert found[2] == at(document, "cruise")


def test_the_words_of_another_sentence_are_no_part_of_a_noun(document: Document) -> None:
    """They flew by air. Strike followed strike."""
    found = noun_deed(document, at(document, "Strike"))
    assert found is None or found[2] >= at(document, "Strike")


def test_a_noun_with_an_s_is_not_taken_for_a_verb(document: Document) -> None:
    """Coalition strikes on the town killed two."""
    strikes = at(document, "strikes")
    assert is_noun_in_disguise(document, strikes) or document.tokens[strikes].pos == "NOUN"
    assert verb_deed(document, strikes) is None or not is_verb(document.tokens[strikes])


def test_participles_with_an_object_stay_verbs(document: Document) -> None:
    """Rebels were shelling the town."""
    assert not is_noun_in_disguise(document, at(document, "shelling"))


@pytest.mark.parametrize(("name", "lemma"), [("Clashes", "clash"), ("Strikes", "strike"), ("Flotillas", "flotilla"), ("Armies", "army")])
def test_names_lose_their_plural_by_rule(name: str, lemma: str) -> None:
    assert noun_lemma(Token(0, 0, len(name), name, name.lower(), "PROPN", "NNPS", "nsubj", 0, "ORG", 0)) == lemma


def test_remote_deeds_and_harm_are_violent_and_talk_is_not() -> None:
    assert REMOTE | HARM <= VIOLENT
    assert not VIOLENT & {Deed.AGREEMENT, Deed.CONSULT, Deed.ACCUSE, Deed.THREAT, Deed.DEMAND, Deed.REFUSAL, Deed.NOTICE, Deed.AID}
