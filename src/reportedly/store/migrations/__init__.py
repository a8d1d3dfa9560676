"""The schema's history, a file a step, run by Alembic. Forward only: a step is never edited once it is released."""
