"""The command line of the benchmarks, its scorers, and the reader of times written as TIMEX3."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import pytest
from bench.__main__ import BENCHES, main
from bench.product import ProductFailed, timed
from bench.scorer import beside, flat
from bench.speed import changed, written
from bench.wikiwars import calendar_value

from bench import floors
from reportedly.extract.time_calendar import Days, Unit, day, month, season, shifted, week, years

SCORER = """
def score(gold, predicted):
    return {"right": sum(g["value"] == p["timexes"][0]["value"] for g, p in zip(gold, predicted)), "rows": {"n": len(gold)}}
"""


def test_every_floor_belongs_to_a_benchmark() -> None:
    assert set(floors.read()) <= set(BENCHES)


def test_missing_data_is_an_error_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fakes", "--shared", str(tmp_path)]) == 2
    assert f"there is no {tmp_path / 'bench/fakes/dev.jsonl'}" in capsys.readouterr().out


def test_missing_data_is_skipped_when_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["wikiwars", "--shared", str(tmp_path), "--if-present"]) == 0
    assert "skipped" in capsys.readouterr().out


def test_lowering_floors_needs_an_update(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["floors", "--allow-regression"])
    assert "--update" in capsys.readouterr().err


def test_a_benchmark_writes_predictions_and_prints_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps({"id": "a", "text": "The port fell on 3 June 2014.", "value": "2014-06-03"}) + "\n", encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    assert main(["wikiwars", "--data", str(data), "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["timexes"] == [{"start": 17, "end": 28, "type": "DATE", "value": "2014-06-03"}]
    assert capsys.readouterr().out.splitlines() == ["wikiwars right 1", "wikiwars rows.n 1"]


def test_data_without_a_scorer_beside_it_still_gives_predictions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "some.jsonl", tmp_path / "out.jsonl"
    data.write_text('{"id": "a", "text": "No time is told."}\n', encoding="utf-8")
    assert beside(data) is None
    assert main(["wikiwars", "--data", str(data), "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == {"id": "a", "timexes": []}
    assert "not scored" in capsys.readouterr().out


def test_a_product_that_fails_is_not_measured() -> None:
    with pytest.raises(ProductFailed, match="status 3"):
        timed([sys.executable, "-c", "print('half a line'); raise SystemExit(3)"])


def test_the_first_line_comes_before_the_end() -> None:
    seconds, said = timed([sys.executable, "-c", "import time; print('one', flush=True); time.sleep(0.3); print('two')"])
    assert said == "one\ntwo\n"
    assert seconds.first_line + 0.25 < seconds.total


def test_nested_figures_get_dotted_names_and_words_are_left_out() -> None:
    assert dict(flat({"f": {"p": 0.5, "said": "12/14"}, "n": 3, "ok": True, "none": None})) == {"f.p": 0.5, "n": 3.0, "ok": 1.0}


def test_repeated_texts_differ_by_their_small_numbers_only() -> None:
    assert changed("On 3/6/2014 at 09:30 some 12 died, 2,000 fled.", 5) == "On 3/6/2014 at 09:30 some 17 died, 2,000 fled."


def test_texts_are_repeated_up_to_a_number_of_files(tmp_path: Path) -> None:
    assert written(["Six died.", "7 died."], tmp_path / "few", count=5) == 10
    assert [p.read_text(encoding="utf-8") for p in sorted((tmp_path / "few").iterdir())][1::2] == ["7 died.", "8 died."]


def test_texts_are_repeated_up_to_a_number_of_words(tmp_path: Path) -> None:
    assert written(["Six died here."], tmp_path / "many", words=7) == 9


@pytest.mark.parametrize(
    ("days", "value"),
    [
        (day(dt.date(2014, 6, 3)), "2014-06-03"),
        (month(2014, 6), "2014-06"),
        (years(2014), "2014"),
        (years(1990, 10, unit=Unit.DECADE), "199"),
        (years(1900, 100, unit=Unit.CENTURY), "19"),
        (season(2014, "summer"), "2014-SU"),
        (season(2014, "winter"), "2014-WI"),
        (week(dt.date(2014, 6, 3)), "2014-W23"),
        (shifted(day(dt.date(2014, 6, 3)), 1, Unit.WEEK), "2014-W24"),
    ],
)
def test_days_are_written_in_the_unit_of_their_words(days: Days, value: str) -> None:
    assert calendar_value(days) == value
