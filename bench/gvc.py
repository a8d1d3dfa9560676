"""Which mentions in local news of shootings speak of one happening; as `bench.ecbplus`."""

from __future__ import annotations

from bench.ecbplus import run

__all__ = ["DATA", "run"]

DATA = "bench/gvc/dev.jsonl"
