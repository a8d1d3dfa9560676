"""Use the scorer that lies beside a benchmark's data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any


def beside(data: Path) -> ModuleType | None:
    """The module `score.py` in the folder of a data file; None when there is none."""
    path = data.parent / "score.py"
    if not path.is_file():
        return None
    loader = SourceFileLoader(f"score_of_{data.parent.name}", str(path))
    module = ModuleType(loader.name)
    module.__file__ = str(path)
    loader.exec_module(module)
    return module


def flat(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """Every number in nested figures, with its path as a dotted name. Lists, words and missing values are left out."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{prefix}{name}.")
        elif isinstance(value, int | float):
            yield prefix + name, float(value)
