"""The measurement of pages: every kind is asked of a running page, and figures are what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import large, pages


def test_the_percentile_is_the_nearest_rank() -> None:
    figures = pages.spread([0.001 * n for n in range(1, 101)], [0.5])
    assert (figures["asked"], figures["p50_ms"], figures["p95_ms"], figures["max_ms"]) == pytest.approx((100, 50, 95, 100))
    assert figures["own_p95_ms"] == figures["own_max_ms"] == 500


@pytest.mark.slow
def test_every_kind_of_page_is_asked_of_a_running_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    casebook = tmp_path / "small.db"
    large.run(1500, casebook)
    before = casebook.read_bytes()
    monkeypatch.setattr(pages, "ADDRESSES", 4)
    monkeypatch.setattr(pages, "DECISIONS", 8)
    figures = pages.run(casebook, claims=0)
    kinds = {name.rpartition(".")[0] for name in figures}
    assert {"list", "list filtered", "list by words", "csv", "json", "event", "report", "reports", "disputes", "lineage", "review"} <= kinds
    assert {"why", "claim", "problems", "decide", "page after a decision", "decisions", "start"} <= kinds
    assert all(value > 0 for name, value in figures.items() if name.endswith("p95_ms") and "own" not in name)
    assert casebook.read_bytes() == before
