"""The schema's history, a file a step, run by Alembic. Forward only: a step is never edited once it is released."""

from __future__ import annotations

from alembic import op


def guard(table: str, verb: str, why: str) -> None:
    """Have the database itself refuse to UPDATE or DELETE (`verb`) rows of a table."""
    name = f"{table}_no_{verb.lower()}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{why}'); END")
        return
    op.execute(f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{why}'; END $$ LANGUAGE plpgsql")
    op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
