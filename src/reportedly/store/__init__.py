"""Stage 6: the casebook. Rows in, rows out; migrations; one writer at a time."""
