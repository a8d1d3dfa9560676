"""Whatever ends a run, and whenever: what it had told of is there, and the next run makes the casebook whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.pipeline.runs import STORY, go, held, stories, write

from reportedly.engine.local import Processes
from reportedly.errors import ReportedlyError
from reportedly.store.casebook import Casebook


def test_ctrl_c_keeps_what_is_done_and_the_next_run_finishes(where: str, folder: Path, tmp_path: Path) -> None:
    stories(folder, 12)
    flag = tmp_path / "flag"
    write(folder, "009.txt", STORY.format(n=12) + f"\n\ninterrupt me unless {flag}")
    with pytest.raises(KeyboardInterrupt):
        go(where, folder)
    kept = held(where)
    assert 0 < len(kept.reports) < 12
    go(where, folder)
    whole = str(tmp_path / "whole.db")
    go(whole, folder)
    assert held(where) == held(whole)
    assert set(kept.reports) < set(held(where).reports)


@pytest.mark.parametrize("n", [0, 5, 11])
def test_a_worker_that_is_killed_ends_the_run_and_the_next_finishes(where: str, folder: Path, tmp_path: Path, n: int) -> None:
    stories(folder, 12)
    write(folder, f"{n:03d}.txt", STORY.format(n=n) + f"\n\nkill me unless {tmp_path / 'flag'}")
    with pytest.raises(ReportedlyError, match="worker process ended"):
        go(where, folder, runner=Processes(2))
    held(where)
    go(where, folder, runner=Processes(2))
    whole = str(tmp_path / "whole.db")
    go(whole, folder)
    assert held(where) == held(whole)


RUN = """
import sys
from reportedly.engine.local import OneProcess, Processes
from reportedly.pipeline import run
from reportedly.store.casebook import Casebook
if __name__ == "__main__":
    with Casebook.open(sys.argv[1], create=True) as casebook:
        runner = OneProcess() if sys.argv[3] == "1" else Processes(int(sys.argv[3]))
        say = lambda step: print(step.stage, step.reports, flush=True)
        run(casebook, [sys.argv[2]], runner=runner, parser="toy", extractor="toy", on_step=say)
"""


def start(where: str, folder: Path, tmp_path: Path, workers: int, seed: str = "0") -> subprocess.Popen[str]:
    script = write(tmp_path, "script.py", RUN)
    command = [sys.executable, str(script), where, str(folder), str(workers)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)  # noqa: S603  (our own)


def check_finished(where: str, folder: Path, tmp_path: Path, acknowledged: int) -> None:
    """What a killed run had told of is there, and the next run makes the casebook whole."""
    if Path(where).exists():
        with Casebook.open(where, create=True) as casebook:
            assert len(casebook.dataset().reports) >= acknowledged
    go(where, folder)
    whole = str(tmp_path / "whole.db")
    go(whole, folder)
    assert held(where) == held(whole)


@pytest.mark.parametrize(("workers", "lines"), [(1, 1), (1, 4), (2, 3)])
def test_a_run_that_is_killed_is_finished_by_the_next(where: str, folder: Path, tmp_path: Path, workers: int, lines: int) -> None:
    stories(folder, 40, more="\n\nThey had to wait 5 ms.")
    with start(where, folder, tmp_path, workers) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(lines)]
        process.kill()
    check_finished(where, folder, tmp_path, int(told[-1].split()[1]))


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_is_killed_at_any_moment_is_finished_by_the_next(where: str, folder: Path, tmp_path: Path, workers: int) -> None:
    stories(folder, 40, more="\n\nThey had to wait 2 ms.")
    for n in range(30):
        before = len(held(where).reports) if Path(where).exists() and Path(where).stat().st_size > 8192 else 0
        with start(where, folder, tmp_path, workers) as process:
            time.sleep(0.02 + n * 0.04)
            process.kill()
        if Path(where).exists():
            with Casebook.open(where, create=True) as casebook:
                assert len(casebook.dataset().reports) >= before
    check_finished(where, folder, tmp_path, 0)


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_on_the_command_ends_it_soon_with_its_workers(where: str, folder: Path, tmp_path: Path, workers: int) -> None:
    stories(folder, 40, more="\n\nThey had to wait 40 ms.")
    with start(where, folder, tmp_path, workers) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(3)]
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert time.monotonic() - began < 5
    assert said.count("Traceback") == 1
    assert process.returncode != 0
    check_finished(where, folder, tmp_path, int(told[-1].split()[1]))


def test_hash_seeds_do_not_show_in_the_result(folder: Path, tmp_path: Path) -> None:
    stories(folder, 10)
    found = []
    for seed in ("1", "2"):
        where = str(tmp_path / f"{seed}.db")
        with start(where, folder, tmp_path, 1, seed) as process:
            process.communicate()
        found.append(held(where))
    assert found[0] == found[1]
