"""Builds the gazetteer and the map when a wheel or an editable install is made, if they are missing or were made of other inputs.

Only the modules that compile them are loaded, from their files: the package itself and what it depends on need not be there.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface[Any]):
    """Named `custom` in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        """Run before a target is built."""
        if self.target_name != "wheel":
            return
        package = Path(self.root) / "src" / "reportedly"
        places, land = _builder(package, "extract", "gazetteer_build"), _builder(package, "plot", "basemap_build")
        if places.is_current(places.INDEX):
            self.app.display_info("The gazetteer is up to date.")
        else:
            self.app.display_info("Building the gazetteer (half a minute) …")
            self.app.display_info(f"The gazetteer holds {places.build(places.INDEX)} places.")
        if land.is_current(land.BASEMAP):
            self.app.display_info("The map is up to date.")
        else:
            self.app.display_info(f"The map shows {land.build(land.BASEMAP, places.INDEX)} countries.")


def _builder(package: Path, folder: str, module: str) -> Any:  # noqa: ANN401  (a module that is loaded from its file)
    """A module of the package, without running the `__init__` of the packages around it."""
    for name, path in (("reportedly", package), (f"reportedly.{folder}", package / folder)):
        if name not in sys.modules:
            shell = ModuleType(name)
            shell.__path__ = [str(path)]
            sys.modules[name] = shell
    return importlib.import_module(f"reportedly.{folder}.{module}")
