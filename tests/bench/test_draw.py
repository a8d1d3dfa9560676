"""Claims drawn at random, to be read by eye."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.draw import drawn, main
from bench.product import write_rows
from bench.reading import Read, plain, reading

TEXTS = [f"Rebels shelled the port of Kilifi on {n} May 2031. Two jets bombed Lamu." for n in range(1, 9)]


@pytest.fixture(scope="module")
def read() -> list[Read]:
    return list(reading("draw", map(plain, TEXTS)))


def test_the_same_seed_draws_the_same_claims_and_another_draws_others(read: list[Read]) -> None:
    one, again, other = (drawn(read, count=5, seed=seed) for seed in (1, 1, 2))
    assert one == again != other
    assert len({claim.id for _, claim in one}) == 5


def test_no_more_are_drawn_than_there_are(read: list[Read]) -> None:
    every = {claim.id for each in read for claim in each.claims}
    assert {claim.id for _, claim in drawn(read, count=1_000, seed=1)} == every


def test_each_is_printed_with_its_words_and_values(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "dev.jsonl"
    write_rows(data, [{"id": "a", "title": "", "text": "Rebels shelled the port of Kilifi.", "outlet": "Paper", "published": "2031-05-01"}])
    assert main(["--data", str(data), "--count", "3"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1. Shelling/artillery/missile attack | asserts, happened | (the outlet)")
    assert "«Rebels shelled the port of Kilifi»" in said
    assert "actor: " in said


def test_missing_data_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none.jsonl")]) == 2
    assert "Nothing was drawn" in capsys.readouterr().out
