"""reportedly: from news reports to a dataset in which every value keeps who claimed it.

>>> import reportedly
>>> book = reportedly.open("war.db")  # doctest: +SKIP
>>> book.add("reports/")  # doctest: +SKIP
>>> for event in book.events(place="Palmyra"):  # doctest: +SKIP
...     print(event.killed.low, event.origins, event.disputes)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.book import Book, BookEvent, BookField, open  # noqa: A004  (as in `tarfile.open`)

    __version__: str

__all__ = ["Book", "BookEvent", "BookField", "__version__", "open"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (the types are those above)
    """Import the API only when it is asked for: the command line answers `--help` without it."""
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("reportedly")
    if name in __all__:
        return getattr(importlib.import_module("reportedly.book"), name)
    raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
