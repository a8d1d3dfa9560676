"""The texts that nobody should have written, and how they are timed."""

from __future__ import annotations

import pytest
from bench.__main__ import main

from bench import pathological


@pytest.mark.parametrize("maker", pathological.TEXTS, ids=lambda maker: str(maker.__name__))
def test_each_kind_of_text_is_as_long_as_asked_the_same_every_time_and_is_read(maker: pathological.Maker) -> None:
    text = pathological.made(maker, 120)
    assert 120 <= len(text.split()) < 200
    assert text == pathological.made(maker, 120)
    assert pathological.seconds(text) > 0


def test_no_two_kinds_of_text_are_the_same() -> None:
    texts = [pathological.made(maker, 50) for maker in pathological.TEXTS]
    assert len(set(texts)) == len(texts)


def test_the_time_of_a_text_that_is_not_read_is_no_figure() -> None:
    with pytest.raises(ValueError, match="Nothing was measured"):
        pathological.seconds("Это не английский текст, и его никто не читает, как бы он ни был длинен.")


def test_growth_is_what_twice_the_length_multiplies_the_time_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pathological, "seconds", lambda text: float(len(text.split()) ** 2))
    monkeypatch.setattr(pathological, "TEXTS", (pathological.dates,))
    figures = pathological.run((100, 200))
    assert figures["dates.growth"] == pytest.approx(4, rel=0.1)
    assert figures["worst.growth"] == figures["dates.growth"]


def test_its_figures_are_printed_under_the_name_of_speed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(pathological, "run", lambda: {"worst.growth": 2.0})
    assert main(["speed", "--pathological"]) == 0
    assert capsys.readouterr().out == "speed worst.growth 2\n"


def test_only_speed_has_such_texts() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["seeds", "--pathological"])
    assert ended.value.code == 2
