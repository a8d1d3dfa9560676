"""Run the product as its users do: its own command line, in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTLY_READ = 1
"""The exit status of a run in which some input could not be read: the rest is there."""

COMMAND = (sys.executable, "-c", "from reportedly.cli import main; main()")


class ProductFailed(Exception):
    """A command of the product ended with a status that no benchmark can go on from."""

    def __init__(self, arguments: Sequence[str], status: int, said: str) -> None:
        self.arguments, self.status, self.said = tuple(arguments), status, said
        super().__init__(f"`reportedly {' '.join(arguments)}` ended with status {status}. Nothing was measured.\n{said[-2000:]}")


@dataclass(frozen=True, slots=True)
class Timed:
    """Wall seconds from the start of a process to its first line of output, and to its end; seconds that it and its own had a processor."""

    first_line: float
    total: float
    processor: float


def reportedly(*arguments: str) -> str:
    """What a command writes to its standard output.

    Raises:
        ProductFailed: with what it wrote to its standard error.
    """
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, encoding="utf-8", check=False)  # noqa: S603  (our own command)
    if done.returncode not in (0, PARTLY_READ):
        raise ProductFailed(arguments, done.returncode, done.stderr)
    return done.stdout


def timed(command: Sequence[str]) -> tuple[Timed, str]:
    """Run a command; its output, standard error included, and its seconds.

    Raises:
        ProductFailed: as `reportedly` does.
    """
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as process:  # noqa: S603  (our own)
        lines = process.stdout or ()
        first = next(iter(lines), "")
        first_line = time.perf_counter() - start
        rest = "".join(lines)
    if process.returncode not in (0, PARTLY_READ):
        raise ProductFailed(command, process.returncode, first + rest)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Timed(first_line, time.perf_counter() - start, processor), first + rest


def exported(source: Path, casebook: Path) -> str:
    """The full export of a new casebook into which a file or folder was read."""
    reportedly("run", str(source), "--into", str(casebook))
    return reportedly("export", "--as", "jsonl", str(casebook))


def rows(text: str) -> list[dict[str, Any]]:
    """JSON lines as objects."""
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return rows(path.read_text(encoding="utf-8"))


def write_rows(path: Path, objects: Sequence[dict[str, Any]]) -> None:
    """Write objects as JSON lines."""
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects), encoding="utf-8")
