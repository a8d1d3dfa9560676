"""The plug points: what a part must look like to take part, and how it is found.

A part declares what it reads and what it makes with `@stage`; `check_chain`
refuses a chain in which a part reads what nobody before it makes.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any, Protocol, TypeVar

from reportedly.errors import ReportedlyError, UnknownPlugin
from reportedly.model import Claim, Dataset, Document, LineageEdge, Link, Report

Made = TypeVar("Made", bound=Callable[..., Any])
Given = TypeVar("Given")
Done = TypeVar("Done")


class BrokenChain(ReportedlyError):
    """A stage reads something that no stage before it makes."""

    code = "E501"

    def __init__(self, stage_name: str, missing: frozenset[str]) -> None:
        self.stage_name, self.missing = stage_name, missing
        super().__init__(f"Stage {stage_name} reads {', '.join(sorted(missing))}, which no stage before it makes. Nothing was run.")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a stage says of itself."""

    name: str
    version: int
    reads: frozenset[str]
    makes: frozenset[str]


def stage(*, version: int, reads: Iterable[str], makes: Iterable[str]) -> Callable[[Made], Made]:
    """Declare what a function or class reads and makes; raise `version` whenever its output can change.

    The declaration is kept as the attribute `stage` of what is decorated.
    """

    def declare(made: Made) -> Made:
        name = f"{made.__module__.removeprefix('reportedly.')}.{made.__qualname__}"
        made.stage = Declared(name, version, frozenset(reads), frozenset(makes))  # type: ignore[attr-defined]
        return made

    return declare


def declared(made: Callable[..., Any]) -> Declared:
    """What `@stage` recorded on a function or class. AttributeError when it was not declared."""
    found: Declared = made.stage  # type: ignore[attr-defined]
    return found


def check_chain(stages: Sequence[Declared], given: Iterable[str]) -> None:
    """Check that every stage reads only what was given or was made before it.

    Raises:
        BrokenChain: naming the first stage that does not, and what it lacks.
    """
    known = set(given)
    for each in stages:
        if missing := each.reads - known:
            raise BrokenChain(each.name, frozenset(missing))
        known |= each.makes


def parts_of(made: Callable[..., Any], given: Iterable[str]) -> tuple[Declared, ...]:
    """A stage, last, behind the declared stages of its package that its module imports or that those import, in an order that can run.

    So a reader that an extractor is made of counts with its own version. Imports inside of functions do not count.
    """
    package = made.__module__.rpartition(".")[0] or made.__module__
    found: dict[str, Declared] = {}
    seen, todo = set[str](), [made.__module__]
    while todo:
        name = todo.pop()
        seen.add(name)
        for value in list(vars(sys.modules[name]).values()):
            home = getattr(value, "__module__", None)
            if not isinstance(home, str) or not (home == package or home.startswith(f"{package}.")):
                continue
            if home != made.__module__ and isinstance(said := getattr(value, "stage", None), Declared):
                found[said.name] = said
            if home not in seen and home not in todo:
                todo.append(home)
    return (*_runnable([each for _, each in sorted(found.items())], given), declared(made))


def _runnable(stages: list[Declared], given: Iterable[str]) -> Iterator[Declared]:
    """The stages, each after those that make what it reads, as far as there is such an order."""
    known = set(given)
    while stages:
        ready = next((each for each in stages if each.reads <= known), stages[0])
        stages.remove(ready)
        known |= ready.makes
        yield ready


class Parser(Protocol):
    """Stage 2: reports to parsed documents, in the same order."""

    def parse(self, reports: Iterable[Report]) -> Iterator[Document]:
        """Parse each report."""
        ...


class Extractor(Protocol):
    """Stage 3: one parsed document to its claims, in text order."""

    def __call__(self, report: Report, document: Document) -> tuple[Claim, ...]:
        """Do it."""
        ...


class Linker(Protocol):
    """Stage 4a: which claims speak of one happening: sets of claim ids, and the links that explain them."""

    def __call__(self, reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[tuple[tuple[str, ...], ...], tuple[Link, ...]]:
        """Do it."""
        ...


class Tracer(Protocol):
    """Stage 4b: which report depends on which origin or report."""

    def __call__(self, reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[LineageEdge, ...]:
        """Do it."""
        ...


class Exporter(Protocol):
    """A dataset to text, piece by piece.

    One that also takes `rule` and `grades` by name follows the rule that the user chooses (`reconcile.rules.Rule`, and
    `reconcile.grade.Graded` by the ids of events); one that does not is never given any.
    """

    def __call__(self, dataset: Dataset) -> Iterator[str]:
        """Do it."""
        ...


class Runner(Protocol):
    """Where the work runs: this process, several, or a cluster."""

    def map(self, work: Callable[[Given], Done], chunks: Iterable[Given]) -> Iterator[Done]:
        """What `work` makes of each chunk, in the order of the chunks.

        Chunks are taken only as they are needed, a bounded number ahead. `work` and what it takes and gives can be pickled.
        """
        ...


GROUPS = ("reportedly.parsers", "reportedly.extractors", "reportedly.exporters")
"""Entry-point groups. What this package registers in them stands in tests/registry.json."""


@functools.cache
def load(group: str, name: str) -> Any:  # noqa: ANN401  (what is loaded is as the group's Protocol says)
    """The part registered as `name` in an entry-point group.

    Raises:
        UnknownPlugin: nobody registered that name.
    """
    points = metadata.entry_points(group=group)
    if name not in points.names:
        raise UnknownPlugin(group.rpartition(".")[2].removesuffix("s"), name, tuple(sorted(points.names)))
    return points[name].load()


__all__ = [
    "GROUPS",
    "BrokenChain",
    "Declared",
    "Exporter",
    "Extractor",
    "Linker",
    "Parser",
    "Runner",
    "Tracer",
    "check_chain",
    "declared",
    "load",
    "parts_of",
    "stage",
]
