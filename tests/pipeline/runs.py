"""Short ways to write reports into a folder, run them into a casebook with the parser and extractor of tests/plugs, and look at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportedly.engine.local import OneProcess
from reportedly.model import Dataset
from reportedly.pipeline import Outcome, run
from reportedly.plugins import Runner
from reportedly.store.casebook import Casebook

STORY = """Shelling killed {n} people in the town of Qamar on Tuesday, the health office said in a statement.

Rescue workers searched the ruins of the market until the evening, and the road to the coast stayed closed."""

GERMAN = """Bei dem Beschuss der Stadt sind nach Angaben der Behörden mindestens zwölf Menschen getötet worden.
Die Rettungskräfte suchten bis zum Abend in den Trümmern des Marktes nach Verschütteten, und die Straße zur Küste blieb gesperrt."""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def stories(folder: Path, count: int, more: str = "") -> None:
    for n in range(count):
        write(folder, f"{n:03d}.txt", STORY.format(n=n + 3) + more)


def go(where: str, *sources: Path, runner: Runner | None = None, extractor: str = "toy", **more: Any) -> Outcome:  # noqa: ANN401
    """One run into the casebook at `where`."""
    with Casebook.open(where, create=True) as casebook:
        return run(casebook, [str(s) for s in sources], runner=runner or OneProcess(), parser="toy", extractor=extractor, **more)


def held(where: str) -> Dataset:
    with Casebook.open(where) as casebook:
        return casebook.dataset()
