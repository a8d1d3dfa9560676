"""How fast it is: against bare spaCy with the same components, to the first line, and to the help.

Every figure is of a process of its own, from its start to its end, the loading of the model included.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from bench.product import COMMAND, timed

DATA = "samples"
WORDS = 100_000
"""Words that the texts are repeated up to, so that loading weighs little."""

FOLDER = 100
"""Reports in the folder whose first line of output is waited for."""

HELP_RUNS = 5
SMALL_NUMBER = re.compile(r"(?<![\d:/.,-])\d{1,3}(?![\d:/.,-])")


def run(data: Path, out: Path) -> dict[str, float]:
    """Measure with a folder's texts, repeated with changed numbers; write the product's output to `out`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.txt"))]
    with tempfile.TemporaryDirectory() as temporary:
        many, few = Path(temporary) / "many", Path(temporary) / "few"
        words = written(texts, many, words=WORDS)
        written(texts, few, count=FOLDER)
        bare, _ = timed([sys.executable, "-m", "bench.bare", str(many)])
        whole, said = timed([*COMMAND, "run", str(many), "--into", str(Path(temporary) / "many.db")])
        out.write_text(said, encoding="utf-8")
        first, _ = timed([*COMMAND, "run", str(few), "--into", str(Path(temporary) / "few.db")])
    helped = min(timed([*COMMAND, "--help"])[0].total for _ in range(HELP_RUNS))
    return {
        "words": float(words),
        "spacy_words_per_second": words / bare.total,
        "run_words_per_second": words / whole.total,
        "ratio": whole.total / bare.total,
        "first_line_seconds": first.first_line,
        "help_seconds": helped,
    }


def written(texts: list[str], folder: Path, *, words: int | None = None, count: int | None = None) -> int:
    """Write the texts, again and again with changed numbers, up to so many words or files. How many words it were."""
    folder.mkdir()
    total = n = 0
    while texts and (total < words if words is not None else n < (count or 0)):
        text = changed(texts[n % len(texts)], n // len(texts))
        (folder / f"{n:06d}.txt").write_text(text, encoding="utf-8")
        total, n = total + len(text.split()), n + 1
    return total


def changed(text: str, by: int) -> str:
    """A text with its small numbers (not those of dates, times and sums) raised, so that no two are the same."""
    return SMALL_NUMBER.sub(lambda number: str(int(number.group()) + by), text)
