"""How fast it is: against bare spaCy with the same components, to the first line, and to the help.

Every figure is of a process of its own, from its start to its end, the loading of the model included. The product's modules are
compiled before, as they are where it is installed. The two ways are timed in turns, and the middle ratio of their processor times
counts: one and the same work takes now more, now less time.
"""

from __future__ import annotations

import compileall
import re
import statistics
import sys
import tempfile
from pathlib import Path

import reportedly
from bench.product import COMMAND, Timed, timed

DATA = "samples"
WORDS = 100_000
"""Words that the texts are repeated up to, so that loading weighs little."""

FOLDER = 100
"""Reports in the folder whose first line of output is waited for."""

TURNS = 3
HELP_RUNS = 5
SMALL_NUMBER = re.compile(r"(?<![\d:/.,-])\d{1,3}(?![\d:/.,-])")


def run(data: Path, out: Path) -> dict[str, float]:
    """Measure with a folder's texts, repeated with changed numbers; write the product's output to `out`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.txt"))]
    compileall.compile_dir(Path(reportedly.__file__).parent, quiet=1)
    bare: list[Timed] = []
    whole: list[Timed] = []
    with tempfile.TemporaryDirectory() as temporary:
        many, few = Path(temporary) / "many", Path(temporary) / "few"
        words = written(texts, many, words=WORDS)
        written(texts, few, count=FOLDER)
        for turn in range(TURNS):
            bare.append(timed([sys.executable, "-m", "bench.bare", str(many)])[0])
            took, said = timed([*COMMAND, "run", str(many), "--into", str(Path(temporary) / f"many{turn}.db")])
            whole.append(took)
        out.write_text(said, encoding="utf-8")
        first, _ = timed([*COMMAND, "run", str(few), "--into", str(Path(temporary) / "few.db")])
    helped = min(timed([*COMMAND, "--help"])[0].total for _ in range(HELP_RUNS))
    ratios = [a.processor / b.processor for a, b in zip(whole, bare, strict=True)]
    return {
        "words": float(words),
        "spacy_words_per_second": words / statistics.median(each.total for each in bare),
        "run_words_per_second": words / statistics.median(each.total for each in whole),
        "ratio": statistics.median(ratios),
        "ratio_least": min(ratios),
        "ratio_most": max(ratios),
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
