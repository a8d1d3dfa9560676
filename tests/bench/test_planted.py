from __future__ import annotations

import random

import pytest
from bench.planted_makers import Maker, contradiction, reworded, ring, toll

from bench import planted, planted_texts


def maker() -> Maker:
    return Maker(random.Random(3))  # noqa: S311  (a fixed draw)


def test_what_was_planted_comes_out() -> None:
    figures, lines = planted.measured(seed=3, rings=3, tolls=2, contradictions=3)
    assert len(lines) == 8
    assert figures["rings.right"] == 3
    assert figures["rings.above"] == figures["rings.false_roots"] == figures["tolls.disputed"] == 0
    assert (figures["tolls.updated"], figures["contradictions.found"]) == (2, 3)


@pytest.mark.parametrize("make", [ring, toll, contradiction])
def test_a_draw_can_be_made_again(make: object) -> None:
    assert callable(make)
    assert make(maker(), 1) == make(maker(), 1)


def test_a_ring_has_one_root_its_copies_and_reports_of_others() -> None:
    one = maker()
    for number in range(6):
        planted_ring = ring(one, number)
        assert 2 <= len(planted_ring.rows) <= 54
        assert 1 <= planted_ring.origins <= 5
        assert len({row["outlet"] for row in planted_ring.rows}) == len(planted_ring.rows)
        dated = {row["url"]: row["published"] for row in planted_ring.rows}
        assert all(dated[url] < dated[planted_ring.root] for url in planted_ring.backdated)


def test_no_more_words_are_changed_than_was_said() -> None:
    sentence = " ".join(planted_texts.WORDS)
    changed = reworded(random.Random(1), sentence, 0.3)  # noqa: S311  (a fixed draw)
    kept = sum(word in changed.split() for word in sentence.split())
    assert changed != sentence
    assert kept >= 0.6 * len(sentence.split())


def test_a_toll_grows_from_day_to_day() -> None:
    rows = toll(maker(), 0).rows
    assert len(rows) > 1
    assert [row["published"] for row in rows] == sorted({row["published"] for row in rows})
