"""Connections: SQLite files and PostgreSQL by URL, with what each needs to be safe."""

from __future__ import annotations

import functools
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from reportedly.errors import CasebookUnusable, NoCasebook

WAIT_SECONDS = 30
"""How long a connection waits for another that is just committing."""

WRITES = "reportedly_writes"
"""Execution option: the transaction will write, so SQLite takes its write lock at once."""

PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF", "cell_size_check = ON")
"""`synchronous = FULL`: what was committed is there after a loss of power too."""

_dumps = functools.partial(json.dumps, ensure_ascii=True, separators=(",", ":"))
"""ASCII only: zero bytes and lone surrogates, which PostgreSQL's text refuses, are escapes in JSON."""


def file_of(where: str) -> Path | None:
    """The SQLite file that `where` names (a path or a `sqlite:///` URL), or None for a database on a server.

    Raises:
        NoCasebook: a URL that is none, or that names no file.
    """
    if "://" not in where:
        return Path(where)
    try:
        url = make_url(where)
    except ArgumentError:
        raise NoCasebook(where) from None
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database:
        raise NoCasebook(where)
    return Path(url.database)


def shown(where: str) -> str:
    """`where` without a password, for messages."""
    return make_url(where).render_as_string(hide_password=True) if file_of(where) is None else where


def sqlite_file(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file that is there. Transactions are begun by hand.

    In a folder that cannot be written to, and where no writer left anything, the file is read as one that does not change.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    frozen = not os.access(path.absolute().parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    address = f"file:{quote(str(path.absolute()))}?{'mode=ro&immutable=1' if frozen else f'mode={mode}'}"
    return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)


def engine_of(where: str) -> Engine:
    """An engine for a casebook. Nothing is opened yet.

    Raises:
        CasebookUnusable: the URL needs a driver that is not installed.
    """
    path = file_of(where)
    if path is None:
        try:
            return create_engine(where, json_serializer=_dumps, isolation_level="REPEATABLE READ")
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise CasebookUnusable(shown(where), f"its driver is not installed: {error}") from error
    engine = create_engine("sqlite://", creator=lambda: sqlite_file(path), json_serializer=_dumps, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine, where: str, *, writes: bool = False) -> Iterator[Connection]:
    """One transaction: committed when the block ends, undone when it raises.

    Raises:
        CasebookUnusable: the database refused (no space, no permission, damaged …).
    """
    try:
        with engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: writes})
            with connection.begin():
                yield connection
    except DBAPIError as error:
        raise CasebookUnusable(shown(where), " ".join(str(error.orig).split())) from error


def _prepare(raw: sqlite3.Connection, _: object) -> None:
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
