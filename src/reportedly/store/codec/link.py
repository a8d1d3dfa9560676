"""Links, lineage and checks as rows."""

from __future__ import annotations

from reportedly.model import Check, Direction, LineageEdge, LineageWhy, Link, Reason
from reportedly.store.codec.parts import Row, maybe_span_of, maybe_span_row, span_of, span_row


def link_row(link: Link) -> Row:
    """A link as a row."""
    reasons = [{"rule": each.rule, "likeness": each.likeness, "weight": each.weight, "why": each.why} for each in link.reasons]
    return {"a": link.a, "b": link.b, "score": link.score, "reasons": reasons}


def link_of(row: Row) -> Link:
    """The link of a row."""
    reasons = (Reason(rule=each["rule"], likeness=each["likeness"], weight=each["weight"], why=each["why"]) for each in row["reasons"])
    return Link(a=row["a"], b=row["b"], score=row["score"], reasons=tuple(reasons))


def edge_row(edge: LineageEdge) -> Row:
    """An edge of lineage as a row."""
    return {
        "report": edge.report,
        "why": edge.why.value,
        "source": edge.source,
        "source_id": edge.source_id,
        "span": span_row(edge.span),
        "share": edge.share,
        "direction": None if edge.direction is None else edge.direction.value,
        "source_span": maybe_span_row(edge.source_span),
    }


def edge_of(row: Row) -> LineageEdge:
    """The edge of lineage of a row. Of a copy that an older version found it is not known which report was first: it did not say."""
    why = LineageWhy(row["why"])
    direction = row.get("direction") or (Direction.UNKNOWN if why is LineageWhy.COPIES else None)
    return LineageEdge(
        report=row["report"],
        why=why,
        source=row["source"],
        source_id=row["source_id"],
        span=span_of(row["span"]),
        share=row.get("share"),
        direction=None if direction is None else Direction(direction),
        source_span=maybe_span_of(row.get("source_span")),
    )


def check_row(check: Check) -> Row:
    """A check as a row."""
    return {"claim": check.claim, "name": check.name, "passed": check.passed, "detail": check.detail}


def check_of(row: Row) -> Check:
    """The check of a row."""
    return Check(claim=row["claim"], name=row["name"], passed=row["passed"], detail=row["detail"])
