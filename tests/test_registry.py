"""No plug point vanishes by accident: what is registered equals tests/registry.json.

After a change on purpose: `python tests/test_registry.py` writes the file again.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.plugins import GROUPS, Declared

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).with_name("registry.json")


def stages() -> dict[str, dict[str, list[str]]]:
    """What each declared stage of the package reads and makes."""
    found: dict[str, dict[str, list[str]]] = {}
    for info in pkgutil.walk_packages(reportedly.__path__, "reportedly."):
        if info.name.endswith("__main__"):
            continue
        for made in vars(importlib.import_module(info.name)).values():
            declared = getattr(made, "stage", None)
            if isinstance(declared, Declared):
                found[declared.name] = {"reads": sorted(declared.reads), "makes": sorted(declared.makes)}
    return dict(sorted(found.items()))


def points() -> dict[str, dict[str, str]]:
    """The entry points that the package declares."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups: dict[str, dict[str, str]] = project.get("entry-points", {})
    return groups


def registered() -> dict[str, Any]:
    """Everything that tests/registry.json pins."""
    return {"entry_points": points(), "stages": stages()}


def test_what_is_registered_is_what_was_agreed() -> None:
    assert registered() == json.loads(GOLDEN.read_text("utf-8"))


def test_every_group_that_is_loaded_has_something_in_it() -> None:
    assert sorted(points()) == sorted(GROUPS)


@pytest.mark.parametrize("target", sorted({target for group in points().values() for target in group.values()}))
def test_every_entry_point_leads_to_something_callable(target: str) -> None:
    module, _, attribute = target.partition(":")
    assert callable(getattr(importlib.import_module(module), attribute))


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(registered(), indent=2, sort_keys=True) + "\n", "utf-8")
