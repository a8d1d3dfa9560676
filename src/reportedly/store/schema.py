"""Whether something is a casebook, of which schema, and how it is brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from reportedly.errors import NotACasebook
from reportedly.store.database import sqlite_file

APPLICATION_ID = 0x72707464
"""What the header of a casebook's SQLite file says that it is: the letters "rptd"."""

KNOWN = ("0001", "0002", "0003", "0004", "0005")
"""Schema revisions in order; the last is what this version writes. They are the files of `migrations/`."""

VERSION_TABLE = "reportedly_schema"

MAGIC = b"SQLite format 3\x00"


def schema_of_file(path: Path) -> str | None:
    """The schema revision of a SQLite file, or None where no casebook was made yet (no file, or an empty one). Only reads.

    Raises:
        NotACasebook: something else is there.
    """
    if not path.exists():
        return None
    if not path.is_file():
        raise NotACasebook(str(path), "it is no file")
    try:
        with path.open("rb") as stream:
            start = stream.read(len(MAGIC))
    except OSError as error:
        raise NotACasebook(str(path), f"it cannot be opened: {error.strerror}") from error
    if not start:
        return None
    if start != MAGIC:
        raise NotACasebook(str(path), "it is no SQLite file")
    return _asked(path)


def _asked(path: Path) -> str | None:
    try:
        with closing(sqlite_file(path, mode="ro")) as raw:
            (mark,) = raw.execute("PRAGMA application_id").fetchone()
            (tables,) = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if mark == 0 and tables == 0:
                return None
            if mark != APPLICATION_ID:
                raise NotACasebook(str(path), "it is a SQLite file of another program")
            found = raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()  # noqa: S608  (our own constant)
            return None if found is None else str(found[0])
    except sqlite3.Error as error:
        raise NotACasebook(str(path), f"SQLite says: {error}") from error


def schema_of_server(connection: Connection) -> str | None:
    """The schema revision of a database on a server, or None where no casebook was made yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  (our own constant)
    return None if found is None else str(found)


def migrate(connection: Connection) -> None:
    """Bring the schema up to date inside the connection's transaction. Costs nothing to import until it is called."""
    from alembic.config import Config  # noqa: PLC0415  (0.2 s that only a first opening needs)
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415  (see above)
    from alembic.script import ScriptDirectory  # noqa: PLC0415  (see above)

    folder = str(Path(__file__).with_name("migrations"))
    config = Config()
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", folder.replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with EnvironmentContext(config, scripts, fn=lambda rev, _: scripts._upgrade_revs("head", rev)) as context:  # noqa: SLF001  (as Alembic's own `upgrade` does)
        context.configure(connection=connection, version_table=VERSION_TABLE)
        context.run_migrations()
