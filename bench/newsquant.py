"""Quantities in single sentences of news: the reader of quantities alone, its bounds written as the scorer's signs.

A vague plural ("dozens", "tens of thousands") is the range up to ten times its least, as the set writes them.
The set also wants to know whether a number rose or fell, which the product does not tell.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from reportedly.extract.quantities import Bound, Quantity, quantities
from reportedly.language.english import English
from reportedly.model import Report

DATA = "bench/newsquant/dev.jsonl"
SIGNS = {Bound.SAME: "=", Bound.ABOUT: "~", Bound.AT_LEAST: ">", Bound.AT_MOST: "<"}
VAGUE = 10
"""How many times its least a vague plural means at most."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the quantities of each sentence to `out`; the scorer's figures, if it is there."""
    texts = read_rows(data)
    reports = [Report(id=row["id"], sha256="0" * 64, file="text", text=row["text"]) for row in texts]
    predictions = [
        {"id": report.id, "quantities": [answer(each) for each in quantities(document.tokens)]}
        for report, document in zip(reports, English().parse(reports), strict=True)
    ]
    write_rows(out, predictions)
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(texts, predictions)))


def answer(quantity: Quantity) -> dict[str, Any]:
    """A quantity as the scorer wants it."""
    low, high = quantity.low, quantity.high
    value = low if low == high else [low, low * VAGUE if high is None else high]
    return {"value": value, "normalized_unit": quantity.unit or "-", "change": SIGNS[quantity.bound]}
