"""One writer at a time: a lock that ends with the process that holds it, however it ends."""

from __future__ import annotations

import fcntl
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from reportedly.errors import CasebookBusy, CasebookUnusable
from reportedly.store.database import shown

KEY = 0x72707464
"""The number of the advisory lock in a PostgreSQL database."""


@contextmanager
def file_lock(casebook: Path) -> Iterator[None]:
    """Hold `CASEBOOK.lock`, which says who holds it; the file is taken away at the end.

    Raises:
        CasebookBusy: another process (or another opening in this one) holds it.
        CasebookUnusable: the folder cannot be written to.
    """
    path = casebook.resolve().with_name(casebook.resolve().name + ".lock")
    handle = _held(path, str(casebook))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _held(path: Path, casebook: str) -> int:
    """An open, locked file that is still the one at `path` (its last holder may have taken it away meanwhile)."""
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise CasebookUnusable(casebook, f"{path.name} cannot be made beside it: {error.strerror}") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(handle, 200).decode("utf-8", "replace").strip()
            os.close(handle)
            raise CasebookBusy(casebook, holder or "another process") from None
        if _is_at(handle, path):
            os.ftruncate(handle, 0)
            os.write(handle, f"process {os.getpid()} on {platform.node()}\n".encode())
            return handle
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def server_lock(engine: Engine, where: str) -> Iterator[None]:
    """Hold the advisory lock of a PostgreSQL database; it belongs to a connection and ends with it.

    Raises:
        CasebookBusy: another connection holds it.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": KEY}).scalar():
            holder = connection.execute(
                text(
                    "SELECT 'connection ' || s.pid || coalesce(' from ' || host(s.client_addr), '') FROM pg_locks l "
                    "JOIN pg_stat_activity s ON s.pid = l.pid WHERE l.locktype = 'advisory' AND l.objid = :key AND l.granted"
                ),
                {"key": KEY},
            ).scalar()
            raise CasebookBusy(shown(where), str(holder or "another process"))
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": KEY})
