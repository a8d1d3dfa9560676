"""Which problems hold: for each source the newest, however often and in whatever order it is read."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from reportedly.model import Problem
from reportedly.store.changes import Change


class Problems:
    """The problems of a casebook while a run goes on. Nothing is written before `write`.

    A source that is read well has none; one that fails has those that this run finds. Two captures of the same bytes
    share what comes of them, so each of their sources gets the problem.
    """

    def __init__(self, known: Mapping[Problem, str | None]) -> None:
        self.met: set[Problem] = set()
        self._failed: set[str] = set()
        self._held: dict[str, dict[Problem, str | None]] = defaultdict(dict)
        self._of_capture: dict[str, set[str]] = defaultdict(set)
        self._gone: dict[Problem, None] = {}
        self._new: dict[Problem, str | None] = {}
        for problem, capture in known.items():
            self._hold(problem, capture)

    def failed(self, problem: Problem, *, capture: str | None = None, met: bool = True) -> None:
        """The problem's source could not be read. `met`: it was among the sources of this run."""
        if problem.source not in self._failed:
            self._failed.add(problem.source)
            self._release(problem.source, but=problem)
        if met:
            self.met.add(problem)
        if problem not in self._held[problem.source]:
            self._hold(problem, capture)
            self._new[problem] = capture

    def read(self, source: str) -> None:
        """The source was read well."""
        if source in self._held and source not in self._failed:
            self._release(source)

    def came_of(self, capture: str, problem: Problem | None, sources: Collection[str]) -> None:
        """What came of a capture, for the sources that it was met at now and those where it failed before."""
        for source in sorted({*sources, *self._of_capture.get(capture, ())}):
            same = None if problem is None else dataclasses.replace(problem, source=source)
            for old in [each for each, of in self._held.get(source, {}).items() if of == capture and each != same]:
                self._drop(old)
            if same is None:
                self.read(source)
            else:
                self.failed(same, capture=capture, met=source in sources)

    def sweep(self, named: Callable[[str], bool]) -> None:
        """Drop the problems of named sources that were not met in this run: the file is gone, or what it lacked is there."""
        for problem in [each for source, held in self._held.items() if named(source) for each in held]:
            if problem not in self.met:
                self._drop(problem)

    @property
    def waiting(self) -> bool:
        """Whether there is something to write."""
        return bool(self._gone or self._new)

    def write(self, change: Change) -> None:
        """Write what changed since the last time."""
        for problem in self._gone:
            change.drop_problem(problem)
        for problem, capture in self._new.items():
            change.add_problem(problem, capture=capture)

    def written(self) -> None:
        """What was written is committed."""
        self._gone.clear()
        self._new.clear()

    def _hold(self, problem: Problem, capture: str | None) -> None:
        self._held[problem.source][problem] = capture
        if capture is not None:
            self._of_capture[capture].add(problem.source)

    def _release(self, source: str, *, but: Problem | None = None) -> None:
        for problem in [each for each in self._held.get(source, ()) if each != but]:
            self._drop(problem)

    def _drop(self, problem: Problem) -> None:
        capture = self._held[problem.source].pop(problem)
        self.met.discard(problem)
        if capture is not None and capture not in self._held[problem.source].values():
            self._of_capture[capture].discard(problem.source)
        if not self._held[problem.source]:
            del self._held[problem.source]
        if problem in self._new:
            del self._new[problem]
        else:
            self._gone[problem] = None
