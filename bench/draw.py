"""Claims drawn at random from a benchmark's reports, to be read by eye.

python -m bench.draw [--data FILE] [--count N] [--seed N]

Each is printed with the sentence that it was made of, its kind, stance, modality, voices and values.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import fakes
from bench.product import read_rows
from bench.reading import Read, reading, recorded
from reportedly.model import Claim, Report


def drawn(read: Sequence[Read], *, count: int, seed: int) -> list[tuple[Report, Claim]]:
    """So many claims of all reports, each as likely as any other; the same for the same seed, in the order drawn."""
    every = [(one.report, claim) for one in read for claim in one.claims]
    return random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311  (a sample, no secret)


def lines(report: Report, claim: Claim) -> Iterator[str]:
    """A claim as it is read: what it says, in which words, and where."""
    chain = " → ".join(saying.voice.name for saying in claim.chain) or "(the outlet)"
    yield f"{claim.kind.value} | {claim.stance.value}, {claim.modality.value} | {chain} | {report.published or 'no date'}"
    span = claim.spans[0]
    yield f"    {' '.join(report.text[max(0, span.start - AROUND) : span.end + AROUND].split())}"
    yield f"    «{' '.join(report.quote(span).split())}»"
    yield from (f"    {stated.field.value}: {stated.value!r}" for stated in claim.values)


AROUND = 200
"""Characters shown on either side of a claim's evidence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and print; 2 when the data is not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.draw", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared") / fakes.DATA, help="a file in the form of the fakes")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if not options.data.exists():
        sys.stdout.write(f"There is no {options.data}. Nothing was drawn; give --data.\n")
        return 2
    read = list(reading("draw", (recorded(fakes.record(row)) for row in read_rows(options.data))))
    for n, (report, claim) in enumerate(drawn(read, count=options.count, seed=options.seed), start=1):
        sys.stdout.write(f"{n}. " + "\n".join(lines(report, claim)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
