"""What one more report costs in a casebook of some thousand: the seconds of each stage, and the rows that are written."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench.million_world import Told, war
from reportedly.engine.local import OneProcess
from reportedly.model import stable_id
from reportedly.pipeline import Outcome, Step, plan_of, run
from reportedly.store.casebook import Casebook
from reportedly.store.reading import Log, Original, Reading

CLAIMS = 20_000
TABLES = ("event", "link", "lineage", "dispute", "check")


class Clock:
    """How long each stage took, by what the run tells of its steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "", time.perf_counter()

    def step(self, step: Step) -> None:
        """A step was told."""
        self.turn(step.stage)

    def turn(self, stage: str) -> None:
        """Another stage begins."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now


def measured(claims: int = CLAIMS) -> dict[str, float]:
    """Fill a casebook, make its views, add one report."""
    told = list(war(claims))
    late = told.pop(len(told) // 2)
    plan = plan_of("english", "english")
    log = Log(stamp=stable_id("v", *(f"{each.name} {each.version}" for each in plan.reading)), versions={})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "war.db"
        with Casebook.open(str(path), create=True) as casebook:
            keep(casebook, log, told)
            first, _ = _timed(casebook)
            before = rows(path)
            keep(casebook, log, [late])
            second, outcome = _timed(casebook)
            after = rows(path)
        figures: dict[str, float] = {"reports": len(told) + 1, "claims": outcome.claims, "events": outcome.events}
        figures |= {f"all.{name}_seconds": value for name, value in first.items()}
        figures |= {f"one.{name}_seconds": value for name, value in second.items()}
        return figures | {f"one.{name}_rows_written": len(after[name] - before[name]) for name in TABLES}


def _timed(casebook: Casebook) -> tuple[dict[str, float], Outcome]:
    clock = Clock()
    outcome = run(casebook, [], runner=OneProcess(), on_step=clock.step)
    clock.turn("")
    return clock.seconds, outcome


def keep(casebook: Casebook, log: Log, told: Sequence[Told]) -> None:
    """Put reports and their claims into a casebook, as if the present stages had read them."""
    with casebook.change(log) as change:
        for report, claims, _ in told:
            data = report.text.encode()
            original = Original(id=report.id, sha256=hashlib.sha256(data).hexdigest(), data=data, told={"media": "", "file": ""})
            change.keep(Reading(original=original, report=report, claims=tuple(claims)))


def rows(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Every row of the views, as it is stored."""
    with closing(sqlite3.connect(path)) as raw:
        return {name: set(raw.execute(f'SELECT * FROM "{name}"')) for name in TABLES}  # noqa: S608  (our own names)
