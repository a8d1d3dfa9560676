"""Measure the product.

python -m bench NAME [--data PATH] [--out FILE] [--shared FOLDER] [--if-present]
python -m bench speed --pathological
python -m bench million [--claims FIRST ALL]
python -m bench adding
python -m bench memory
python -m bench maverick --clash [--data PATH] [--out FILE]
python -m bench floors [--shared FOLDER] [--if-present] [--update [--allow-regression]]
python -m bench large --out FILE [--claims NUMBER] [--seed NUMBER]
python -m bench pages [--data FILE] [--claims NUMBER]

NAME is a benchmark; its data is --data, or its usual place in --shared. Predictions go to --out, figures to stdout.
large makes a casebook of made-up claims; pages measures how fast each kind of page answers, over such a casebook or --data.
Exit status: 0 measured (floors: all hold), 1 a floor does not hold, 2 the data or the scorer's input is not there,
3 the product failed. With --if-present a benchmark without data is skipped, which is said.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import (
    adding,
    case2021_task2,
    ecbplus,
    event_doc_clusters,
    factuality_meantime,
    fakes,
    famus_source_validation,
    floors,
    geo,
    gvc,
    hrdsattack,
    india_police_events,
    isaf_press_releases,
    large,
    maverick,
    memory,
    million,
    muc4,
    newsquant,
    pages,
    pathological,
    planted,
    polnear,
    re3d,
    relocar,
    seeds,
    speed,
    wikievents,
    wikiwars,
)
from bench.product import ProductFailed

Run = Callable[[Path, Path], dict[str, float]]

BENCHES: dict[str, tuple[Run, str]] = {
    "seeds": (seeds.run, seeds.DATA),
    "fakes": (fakes.run, fakes.DATA),
    "wikiwars": (wikiwars.run, wikiwars.DATA),
    **{name: (geo.run, geo.data_of(name)) for name in geo.SETS},
    "relocar": (relocar.run, relocar.DATA),
    "polnear": (polnear.run, polnear.DATA),
    "case2021_task2": (case2021_task2.run, case2021_task2.DATA),
    "isaf_press_releases": (isaf_press_releases.run, isaf_press_releases.DATA),
    "muc4": (muc4.run, muc4.DATA),
    "hrdsattack": (hrdsattack.run, hrdsattack.DATA),
    "india_police_events": (india_police_events.run, india_police_events.DATA),
    "wikievents": (wikievents.run, wikievents.DATA),
    "factuality_meantime": (factuality_meantime.run, factuality_meantime.DATA),
    "newsquant": (newsquant.run, newsquant.DATA),
    "re3d": (re3d.run, re3d.DATA),
    "ecbplus": (ecbplus.run, ecbplus.DATA),
    "gvc": (gvc.run, gvc.DATA),
    "event_doc_clusters": (event_doc_clusters.run, event_doc_clusters.DATA),
    "famus_source_validation": (famus_source_validation.run, famus_source_validation.DATA),
    "maverick": (maverick.run, maverick.DATA),
    "planted": (planted.run, planted.DATA),
    "speed": (speed.run, speed.DATA),
}
LARGE = 100_000
"""Claims of a large casebook, where nothing else is asked for."""

COSTS: dict[str, Callable[[], dict[str, float]]] = {"million": million.run, "adding": adding.measured, "memory": memory.measured}
"""What linking many claims costs, adding one report, and reading many. No floors: it takes long, and depends on the machine."""

OWN = frozenset({"planted", "speed"})
"""Benchmarks whose usual data is a folder of this project, not of --shared."""


def say(line: str) -> None:
    """Write one line to the standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def place_of(name: str, shared: Path) -> Path:
    """Where a benchmark's data usually is."""
    usual = BENCHES[name][1]
    return Path(usual) if name in OWN else shared / usual


def tell(name: str, figures: dict[str, float]) -> None:
    """Print figures, a line each."""
    for figure, value in figures.items():
        say(f"{name} {figure} {value:.4g}")


def measure(name: str, data: Path, out: Path) -> dict[str, float]:
    """Run one benchmark and print its figures."""
    return told(name, BENCHES[name][0], data, out)


def told(name: str, run: Run, data: Path, out: Path) -> dict[str, float]:
    """The figures of one run, printed."""
    figures = run(data, out)
    tell(name, figures)
    if not figures:
        say(f"{name}: predictions are in {out}; no score.py lies beside {data}, so they were not scored.")
    return figures


def one(options: argparse.Namespace) -> int:
    """Measure one benchmark."""
    if options.pathological:
        tell(options.name, pathological.run())
        return 0
    data: Path = options.data or place_of(options.name, options.shared)
    if not data.exists():
        return missing(options.name, data, skip=options.if_present)
    with tempfile.TemporaryDirectory() as folder:
        told(options.name, maverick.clash if options.clash else BENCHES[options.name][0], data, options.out or Path(folder) / "predictions")
    return 0


def made(options: argparse.Namespace) -> int:
    """Make a large casebook."""
    if options.out.exists():
        say(f"large: {options.out} is there already. Nothing was made; name another file.")
        return 2
    tell("large", large.run(_claims(options), options.out, seed=options.seed))
    return 0


def _claims(options: argparse.Namespace) -> int:
    return int(options.claims[0]) if options.claims else LARGE


def answered(options: argparse.Namespace) -> int:
    """Measure how fast pages answer."""
    if options.data is not None and not options.data.exists():
        return missing(options.name, options.data, skip=options.if_present)
    tell("pages", pages.run(options.data, claims=_claims(options)))
    return 0


def cost(options: argparse.Namespace) -> int:
    """Measure what much costs; on claims and reports that are made up, so there is no data to be given."""
    tell(options.name, million.run(*options.claims) if options.claims else COSTS[options.name]())
    return 0


def missing(name: str, data: Path, *, skip: bool) -> int:
    """Say that a benchmark's data is not there."""
    say(f"{name}: there is no {data}. It was {'skipped' if skip else 'not measured; give --data, --shared or --if-present'}.")
    return 0 if skip else 2


def all_floors(options: argparse.Namespace) -> int:
    """Measure every benchmark that has floors, and check or move them."""
    bounds, checked, status = floors.read(), [], 0
    with tempfile.TemporaryDirectory() as folder:
        for name in bounds:
            data = place_of(name, options.shared)
            if not data.exists():
                status = max(status, missing(name, data, skip=options.if_present))
                continue
            checked += floors.check(name, bounds, measure(name, data, Path(folder) / name))
    for each in checked:
        say(each.line())
    if options.update:
        floors.write(floors.updated(bounds, checked, lower=options.allow_regression))
    broken = [each for each in checked if not each.holds]
    return status or (1 if broken and not (options.update and options.allow_regression) else 0)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=[*BENCHES, *COSTS, "floors", "large", "pages"])
    parser.add_argument("--data", type=Path, help="a file (seeds, speed: a folder) in the benchmark's format")
    parser.add_argument("--out", type=Path, help="where predictions go; without it they are not kept")
    parser.add_argument(
        "--claims", type=int, nargs="+", help="large, pages: how many (100000); million: how many at first and in all (100000 1000000)"
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ and seeds/ (../shared)")
    parser.add_argument("--if-present", action="store_true", help="a benchmark without its data is skipped, not an error")
    parser.add_argument("--update", action="store_true", help="floors: raise them to what was measured")
    parser.add_argument("--allow-regression", action="store_true", help="floors --update: lower them too")
    parser.add_argument("--pathological", action="store_true", help="speed: how time grows with the length of texts that nobody writes")
    parser.add_argument("--clash", action="store_true", help="maverick: write what cannot both be right, not what differs")
    parser.add_argument("--seed", type=int, default=1, help="large: another number makes another casebook (1)")
    options = parser.parse_args(arguments)
    if options.name == "large" and options.out is None:
        parser.error("large needs --out")
    if options.pathological and options.name != "speed":
        parser.error("--pathological only goes with speed")
    if options.claims and len(options.claims) != {"large": 1, "pages": 1, "million": 2}.get(options.name):
        parser.error("--claims takes one number for large and pages, two for million, and goes with nothing else")
    if options.clash and options.name != "maverick":
        parser.error("--clash only goes with maverick")
    if options.allow_regression and not options.update:
        parser.error("--allow-regression only goes with --update")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; its exit status."""
    options = parsed(arguments)
    try:
        ways = {"floors": all_floors, "large": made, "pages": answered} | dict.fromkeys(COSTS, cost)
        return ways.get(options.name, one)(options)
    except ProductFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 3


if __name__ == "__main__":
    sys.exit(main())
