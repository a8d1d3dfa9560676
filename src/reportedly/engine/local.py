"""Runners on this machine: this process alone, or a pool of processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from reportedly.errors import UsageError, WorkerDied

Given = TypeVar("Given")
Done = TypeVar("Done")

AHEAD = 2
"""Chunks in flight for each worker: one that is worked on, one that waits."""

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Matrices of one report are small: several threads only wait for each other (measured: up to nine times the CPU time)."""


class OneProcess:
    """Works in this process, one chunk after the other, with one thread (unless the environment says how many)."""

    def map(self, work: Callable[[Given], Done], chunks: Iterable[Given]) -> Iterator[Done]:
        """What `work` makes of each chunk, in order. A chunk is taken when the one before is done."""
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
        for chunk in chunks:
            yield work(chunk)


class Processes:
    """Works in `workers` processes of this machine. Each loads what it needs once.

    The workers end with the process that started them, also when that is killed.

    Raises:
        UsageError: fewer than one worker.
    """

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise UsageError(f"There must be at least one worker, not {workers}. Nothing was run.")
        self.workers = workers

    def map(self, work: Callable[[Given], Done], chunks: Iterable[Given]) -> Iterator[Done]:
        """What `work` makes of each chunk, in the order of the chunks; at most two chunks a worker are in flight.

        When the results are no longer wanted (an error, Ctrl-C, `close`), the workers are ended at once.

        Raises:
            WorkerDied: a worker was killed, or ran out of memory.
        """
        pool = ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
        flying: deque[Future[Done]] = deque()
        try:
            for chunk in chunks:
                flying.append(pool.submit(work, chunk))
                if len(flying) >= AHEAD * self.workers:
                    yield flying.popleft().result()
            while flying:
                yield flying.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerDied(self.workers) from error
        finally:
            _end(pool)


def _begin() -> None:
    """Make a new process a worker: one thread, deaf to Ctrl-C (its parent tells it when to end), never an orphan."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    """Kill the workers: whatever they still do is wanted by nobody."""
    for process in list((pool._processes or {}).values()):  # noqa: SLF001  (public only from Python 3.14 on)
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
