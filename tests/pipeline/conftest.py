"""Fixtures of the pipeline's tests: a package of plug-ins that is found, a folder and a place for a casebook."""

from __future__ import annotations

from pathlib import Path

import pytest

PLUGS = str(Path(__file__).parents[1] / "plugs")


@pytest.fixture(autouse=True)
def plugs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the package in tests/plugs known, here and in processes that are started."""
    monkeypatch.syspath_prepend(PLUGS)
    monkeypatch.setenv("PYTHONPATH", PLUGS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    return made


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "war.db")
