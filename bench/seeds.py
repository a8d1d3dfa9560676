"""The five seed reports, all the way: run, export, and the scorer that lies beside them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.product import exported
from bench.scorer import flat

DATA = "seeds"
WITHOUT = "no_sidecar."
"""Before the names of the figures that were measured without the sidecar `reports.jsonl`."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Read the folder into a new casebook, with its sidecar and without; write the first export to `out`."""
    with tempfile.TemporaryDirectory() as folder:
        out.write_text(exported(data, Path(folder) / "with.db"), encoding="utf-8")
        bare = Path(folder) / "reports"
        bare.mkdir()
        for text in sorted(data.glob("*.txt")):
            shutil.copy(text, bare)
        other = Path(folder) / "without.jsonl"
        other.write_text(exported(bare, Path(folder) / "without.db"), encoding="utf-8")
        figures = scored(data, out)
        return figures | {WITHOUT + name: value for name, value in scored(data, other).items()}


def scored(data: Path, export: Path) -> dict[str, float]:
    """The scorer's figures for an export."""
    command = [sys.executable, str(data / "score.py"), str(export), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)  # noqa: S603  (the scorer that the caller named)
    return dict(flat(json.loads(done.stdout)))
