"""Runners: the results come in order, chunks are taken only as they are needed, and no worker is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.engine.local import AHEAD, OneProcess, Processes
from reportedly.errors import UsageError, WorkerDied
from reportedly.plugins import Runner

RUNNERS: dict[str, Runner] = {"one process": OneProcess(), "two processes": Processes(2)}


def doubled(chunk: int) -> int:
    """The later chunks are done sooner."""
    time.sleep(max(0, 20 - chunk) / 1000)
    return 2 * chunk


def broken(chunk: int) -> int:
    if chunk == 3:
        raise ValueError("three")
    return chunk


def deadly(chunk: int) -> int:
    if chunk == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return chunk


def threads(_: int) -> str | None:
    return os.environ.get("OMP_NUM_THREADS")


def slow(chunk: int) -> int:
    time.sleep(60)
    return chunk


@pytest.mark.parametrize("name", RUNNERS)
def test_results_come_in_the_order_of_the_chunks(name: str) -> None:
    assert list(RUNNERS[name].map(doubled, range(20))) == [2 * n for n in range(20)]


@pytest.mark.parametrize("name", RUNNERS)
def test_without_chunks_there_are_no_results(name: str) -> None:
    assert list(RUNNERS[name].map(doubled, ())) == []


@pytest.mark.parametrize("name", RUNNERS)
def test_an_error_of_the_work_is_handed_on(name: str) -> None:
    with pytest.raises(ValueError, match="three"):
        list(RUNNERS[name].map(broken, range(100)))


@pytest.mark.parametrize(("name", "ahead"), [("one process", 1), ("two processes", 2 * AHEAD)])
def test_chunks_are_taken_only_as_they_are_needed(name: str, ahead: int) -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            taken.append(len(taken))
            yield taken[-1]

    results = RUNNERS[name].map(doubled, endless())
    assert [next(results) for _ in range(10)] == [2 * n for n in range(10)]
    assert len(taken) <= 10 + ahead


def test_a_killed_worker_is_an_error_that_says_so() -> None:
    with pytest.raises(WorkerDied, match="fewer workers than 2"):
        list(Processes(2).map(deadly, range(100)))


def test_each_worker_computes_with_one_thread() -> None:
    assert list(Processes(1).map(threads, range(1))) == ["1"]


def test_there_must_be_a_worker() -> None:
    with pytest.raises(UsageError):
        Processes(0)


def test_work_that_nobody_waits_for_any_more_is_ended_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        list(Processes(2).map(slow, failing()))
    assert time.monotonic() - began < 10


def failing() -> Iterator[int]:
    """Two chunks, and then an error."""
    yield 1
    yield 2
    raise ZeroDivisionError


ORPHANS = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from test_local_work import pid_then_sleep
from reportedly.engine.local import Processes
if __name__ == "__main__":
    list(Processes(2).map(pid_then_sleep, range(2)))
"""

WORK = """
import os, time
def pid_then_sleep(_):
    print(os.getpid(), flush=True)
    time.sleep(60)
"""


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(ORPHANS, encoding="utf-8")
    (tmp_path / "test_local_work.py").write_text(WORK, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "script.py"), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:  # noqa: S603  (our own)
        assert process.stdout is not None
        workers = [int(process.stdout.readline()) for _ in range(2)]
        process.kill()
        process.wait()
        deadline = time.monotonic() + 10
        while any(map(runs, workers)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert [pid for pid in workers if runs(pid)] == []


def runs(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be buried."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
