"""Debian's PostgreSQL for the tests: a server of one's own on a socket in a folder, installed when it is missing.

Run as a program it installs it: `python -m tests.browser.postgres`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "postgres"
"""PostgreSQL does not run as root; Debian's package brings this user along."""


def found() -> Path | None:
    """The folder of the newest server's programs, or None."""
    folders = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    return max(folders, key=lambda path: int(path.parent.name), default=None)


def install() -> int:
    """Install it if it is missing. Returns an exit status."""
    if found():
        return 0
    if not shutil.which("apt-get"):
        sys.stderr.write("PostgreSQL is missing, and this system has no apt-get. Nothing was installed. Install PostgreSQL by hand.\n")
        return 2
    apt = ["apt-get"] if os.geteuid() == 0 else ["sudo", "apt-get"]
    for command in ([*apt, "update", "-qq"], [*apt, "install", "-y", "-qq", "--no-install-recommends", "postgresql"]):
        done = subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)  # noqa: S603  (fixed words)
    return done.returncode


@contextmanager
def server() -> Iterator[str]:
    """A running server with an empty database, and its URL. It answers on a socket in a folder of its own, and ends with the block."""
    programs = found()
    assert programs is not None, "PostgreSQL is missing. Nothing was tested on it. Run `make test-browser`, which installs it."
    with tempfile.TemporaryDirectory(prefix="reportedly-pg-") as folder:
        as_user = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
        if as_user:
            shutil.chown(folder, USER)
        data = f"{folder}/data"
        _run([*as_user, str(programs / "initdb"), "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"])
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        _run([*as_user, str(programs / "pg_ctl"), "-D", data, "-w", "-l", f"{folder}/log", "-o", settings, "start"])
        try:
            yield f"postgresql+psycopg://{USER}@/postgres?host={folder}"
        finally:
            _run([*as_user, str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop"])


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603  (Debian's own programs)


if __name__ == "__main__":
    sys.exit(install())
