"""The fit of the reader of parts: signs that may stay, and a planted rule that it finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from bench.fit_parts import CLASSES, HOLD, OFTEN, Given, given, is_named, plain, wanted, write
from bench.softmax import Numbers, chances, softmax

from reportedly.extract.parts import Part

Phrase = tuple[str, tuple[str, ...], int]
WEAPON, PERSON = CLASSES.index(Part.WEAPON), CLASSES.index(Part.PERSON)


def planted(reports: int) -> list[Phrase]:
    """In each report a stone that is always a weapon, a cook who is always harmed, and a table that is neither."""
    some = [("stone", WEAPON), ("cook", PERSON), ("table", 0), ("table", 0)]
    return [(f"r{n}", ("bias", f"noun={noun}", f"sentence={n % 3}"), part) for n in range(reports) for noun, part in some]


def fitted(all_: Given) -> Numbers:
    return softmax(all_.rows, all_.truth, len(CLASSES), hold=HOLD)


def test_a_planted_rule_is_found() -> None:
    all_ = given(planted(200))
    likely = chances(all_.rows.scores(fitted(all_)))
    assert likely.argmax(axis=1).tolist() == all_.truth.tolist()


def test_a_fold_is_judged_by_a_rule_that_the_others_showed() -> None:
    all_ = given(planted(200))
    rows, truth = all_.of(all_.folds != 0)
    kept_out, wanted_ = all_.of(all_.folds == 0)
    assert 0 < len(wanted_) < len(all_.truth) - len(wanted_)
    assert chances(kept_out.scores(softmax(rows, truth, len(CLASSES), hold=HOLD))).argmax(axis=1).tolist() == wanted_.tolist()


def test_the_same_phrases_give_the_same_weights() -> None:
    assert np.array_equal(fitted(given(planted(40))), fitted(given(planted(40))))


@pytest.mark.parametrize(
    "sign", ["noun=london", "with=monday", "under=nsubj+microsoft", "before=paris+of", "described=qwzzk", "word=dobj+york"]
)
def test_a_word_that_is_commoner_with_a_capital_is_a_name(sign: str) -> None:
    assert is_named(sign)


@pytest.mark.parametrize(
    "sign", ["noun=gunman", "with=explode", "under=by+kill", "before=[", "noun=president", "kind=STATE", "above=KILLING"]
)
def test_common_words_and_callings_are_none(sign: str) -> None:
    assert not is_named(sign)


def test_names_and_rare_signs_are_not_fitted() -> None:
    some = [*planted(OFTEN), *((f"r{n}", ("bias", "noun=london"), PERSON) for n in range(OFTEN)), ("r0", ("bias", "noun=ladder"), 0)]
    assert set(given(some).names) == {"bias", "noun=stone", "noun=cook", "noun=table"}


def test_a_table_holds_its_card_and_what_weighs_enough(tmp_path: Path) -> None:
    table = tmp_path / "weights.tsv"
    write(table, ["A card."], ["sign", "a", "b"], ["much", "little"], np.array([[0.5, -1.25], [0.01, 0.04]]))
    assert table.read_text(encoding="utf-8") == "# A card.\nsign\ta\tb\nmuch\t0.50\t-1.25\n"


def test_a_wording_takes_the_part_of_its_slot_without_case_marks_and_articles() -> None:
    row = {
        "templates_full": [{"template": 1, "hum_tgt_description": [{"opts": ["THE COOK"]}], "perp_organization_id": [{"opts": ["A-B"]}]}]
    }
    assert wanted(row) == {"cook": Part.PERSON, "ab": Part.BODY}
    assert plain("The COOK's stone.") == "cooks stone"
