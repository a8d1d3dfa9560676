"""Which mentions, in one text or many, name one happening: the product's linking of given mentions. `gvc` is of the same form.

Of the input, texts and the spans of mentions are looked at. Texts that the weights were fitted to (every split but "test") are never
measured by these: each fold's texts are linked, by themselves, by weights fitted without that fold (`bench/fit_mentions.py`). Folds are by
topic, of local news by incident, and hold some 150 and 15 texts. Other texts are linked all together, by the weights of the package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench import event_doc_clusters, scorer
from bench.folds import FOLDS, columns, fold
from bench.product import read_rows, write_rows
from bench.reading import Line, plain
from reportedly.language.english import English, nearness
from reportedly.link.mention_links import Weights, fitted, link_mentions
from reportedly.link.mentions import Mention
from reportedly.model import Report, Span, stable_id

DATA = "bench/ecbplus/dev.jsonl"
FOLD_WEIGHTS = Path(__file__).parent / "data" / "mention_folds.tsv"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the cluster of each given mention to `out`; the scorer's figures, if it is there."""
    by_fold = [Weights(story=s, mention=m) for s, m in zip(columns(event_doc_clusters.FOLD_WEIGHTS), columns(FOLD_WEIGHTS), strict=True)]
    rows = read_rows(data)
    clusters: dict[str, str] = {}
    for number in [*range(FOLDS), None]:
        some = [row for row in rows if measured_as(row) == number]
        clusters |= linked(some, fitted() if number is None else by_fold[number], name=str(number)) if some else {}
    write_rows(out, [{"id": row["id"], "events": [{"id": m["id"], "cluster": clusters[m["id"]]} for m in row["events"]]} for row in rows])
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(*module.load_pair(str(data), str(out)))))


def measured_as(row: Line) -> int | None:
    """The fold of a text that weights were fitted to; None for others."""
    if row.get("split", "test") == "test":
        return None
    return fold(f"ecb{row['topic']}" if "topic" in row else f"gvc:{row['incident']}")


def report_of(row: Line) -> Report:
    """A text as a report. Two texts with the same words are two."""
    return replace(plain(row["text"]), id=stable_id("r", row["id"]))


def mentions_of(rows: Sequence[Line]) -> list[Mention]:
    """The given mentions of texts."""
    return [Mention(m["id"], report_of(row).id, tuple(Span(*span) for span in m["spans"])) for row in rows for m in row["events"]]


def linked(rows: Sequence[Line], weights: Weights, *, name: str) -> Mapping[str, str]:
    """The cluster of each mention of some texts."""
    reports = [report_of(row) for row in rows]
    found = link_mentions(reports, English().parse(reports), mentions_of(rows), nearness=nearness, weights=weights)
    return {mention: f"{name} {cluster[0]}" for cluster in found for mention in cluster}
