"""Whether memory grows with the number of reports: what the process holds while it reads, and the most it held at the end.

The samples are written again and again with other numbers, so that no two are the same, and are read by one process into a new casebook.
"""

from __future__ import annotations

import resource
import tempfile
from pathlib import Path

from bench.speed import DATA, written
from reportedly.engine.local import OneProcess
from reportedly.pipeline import Step, run
from reportedly.store.casebook import Casebook

REPORTS = 10_000
EARLY = 10
"""After a tenth of the reports everything that is loaded once is there."""

STATUS = Path("/proc/self/status")


class Watch:
    """What the process holds, in MB, by how many reports were read."""

    def __init__(self) -> None:
        self.held: dict[int, float] = {}

    def step(self, step: Step) -> None:
        """A step was told."""
        if step.stage == "reading":
            self.held[step.reports] = held_now()


def held_now() -> float:
    """What this process holds in memory now, in MB (1,048,576 bytes).

    Raises:
        FileNotFoundError: the system does not tell (it is not Linux).
    """
    line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def measured(reports: int = REPORTS, data: Path = Path(DATA)) -> dict[str, float]:
    """Read so many reports; the figures."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.txt"))]
    watch = Watch()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "many"
        written(texts, folder, count=reports)
        with Casebook.open(str(Path(temporary) / "many.db"), create=True) as casebook:
            outcome = run(casebook, [str(folder)], runner=OneProcess(), on_step=watch.step)
    early, late = _about(watch.held, reports // EARLY), _about(watch.held, reports)
    return {
        "reports": outcome.added,
        "claims": outcome.claims,
        "reading_megabytes_after_a_tenth": early,
        "reading_megabytes_at_the_end": late,
        "reading_growth": late / early,
        "most_megabytes_with_linking": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _about(held: dict[int, float], reports: int) -> float:
    """What was held when about so many reports were read."""
    return held[min(held, key=lambda n: abs(n - reports))]
