"""Builds the gazetteer when a wheel or an editable install is made, if it is missing or was made of other inputs.

Only the modules that compile it are loaded, from their files: the package itself and what it depends on need not be there.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Named `custom` in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        """Run before a target is built."""
        if self.target_name != "wheel":
            return
        builder = _builder(Path(self.root) / "src" / "reportedly")
        if builder.is_current(builder.INDEX):
            self.app.display_info("The gazetteer is up to date.")
            return
        self.app.display_info("Building the gazetteer (half a minute) …")
        self.app.display_info(f"The gazetteer holds {builder.build(builder.INDEX)} places.")


def _builder(package: Path) -> Any:  # noqa: ANN401  (a module that is loaded from its file)
    """The module `reportedly.extract.gazetteer_build`, without running the `__init__` of the packages around it."""
    for name, folder in (("reportedly", package), ("reportedly.extract", package / "extract")):
        shell = ModuleType(name)
        shell.__path__ = [str(folder)]
        sys.modules[name] = shell
    return importlib.import_module("reportedly.extract.gazetteer_build")
