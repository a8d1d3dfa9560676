"""The adapters of the sets of places only pass on what the reader of places finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from bench.fit_places import Choice, fitted, held_out, placed
from bench.fit_standing import Asked
from bench.fit_standing import fitted as fitted_standing
from bench.folds import FOLDS, fold
from bench.product import read_rows, write_rows
from bench.reading import plain

from bench import geo, relocar
from reportedly.language.english import English
from reportedly.model import Document

TEXT = "Moscow said shells fell in Aleppo, Syria."


def parsed(text: str) -> Document:
    (document,) = English().parse([plain(text)])
    return document


def row(target: str) -> dict[str, Any]:
    start = TEXT.index(target)
    return {"id": target, "text": TEXT, "start": start, "end": start + len(target), "target": target}


def test_governments_and_places_are_both_names_of_places_with_their_characters() -> None:
    found = {TEXT[t["start"] : t["end"]]: t for t in geo.toponyms(parsed(TEXT))}
    assert set(found) == {"Moscow", "Aleppo", "Syria"}
    assert (round(found["Aleppo"]["lat"]), round(found["Aleppo"]["lon"])) == (36, 37)


def test_a_name_without_a_known_place_has_no_coordinates() -> None:
    (found,) = [t for t in geo.toponyms(parsed("Raids hit the town of Xanabur in Syria.")) if t["lat"] is None]
    assert found["lon"] is None


def test_a_run_writes_a_line_for_each_text_and_has_no_figures_without_a_scorer(tmp_path: Path) -> None:
    write_rows(tmp_path / "dev.jsonl", [{"id": "a", "text": TEXT, "toponyms": []}, {"id": "b", "text": "Nothing.", "toponyms": []}])
    assert geo.run(tmp_path / "dev.jsonl", tmp_path / "out") == {}
    assert [(line["id"], len(line["toponyms"])) for line in read_rows(tmp_path / "out")] == [("a", 3), ("b", 0)]


def test_a_speaker_is_metonymic_and_a_spot_literal(tmp_path: Path) -> None:
    write_rows(tmp_path / "dev.jsonl", [row("Moscow"), row("Aleppo")])
    assert relocar.run(tmp_path / "dev.jsonl", tmp_path / "out") == {}
    assert [line["label"] for line in read_rows(tmp_path / "out")] == ["metonymic", "literal"]


def test_a_target_without_words_is_literal() -> None:
    assert relocar.label(parsed(TEXT), {"start": 900, "end": 905}) == "literal"


def test_a_text_has_one_fold() -> None:
    assert {fold("a") for _ in range(3)} == {fold("a")}
    assert {fold(str(n)) for n in range(200)} == set(range(FOLDS))


def choice(text: str, *, right: int) -> Choice:
    return Choice("lgl", text, np.eye(2), np.array([right == 0, right == 1]))


def test_weights_learn_which_evidence_tells_and_what_is_kept_stays() -> None:
    some = [choice(str(n), right=1) for n in range(20)]
    start = np.array([1.0, 0.0])
    assert placed(some, start) == {"lgl": 0.0}
    weights = fitted(some, start, np.array([False, True]))
    assert weights[0] == 1.0
    assert placed(some, weights) == {"lgl": 1.0}
    assert held_out(some, start, np.array([True, True])) == {"lgl": 1.0}


def test_standing_learns_the_sign_of_its_evidence() -> None:
    some = [Asked(str(n), ("acts",) if n % 2 else ("lies",), rule=False, stands=bool(n % 2)) for n in range(20)]
    weights = fitted_standing(some)
    assert weights["acts"] > 0 > weights["lies"]
