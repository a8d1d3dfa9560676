"""Reports and problems as rows."""

from __future__ import annotations

from reportedly.model import Boilerplate, BoilerplateKind, Problem, ProblemReason, PublishedBasis, Report
from reportedly.store.codec.parts import Row, day_of, day_row, maybe_span_of, maybe_span_row, span_of, span_row


def report_row(report: Report) -> Row:
    """A report as a row."""
    return {
        "id": report.id,
        "sha256": report.sha256,
        "file": report.file,
        "text": report.text,
        "outlet": report.outlet,
        "title": report.title,
        "published": day_row(report.published),
        "published_basis": report.published_basis.value,
        "url": report.url,
        "language": report.language,
        "headline": maybe_span_row(report.headline),
        "boilerplate": [[*span_row(each.span), each.kind.value] for each in report.boilerplate],
    }


def report_of(row: Row) -> Report:
    """The report of a row."""
    return Report(
        id=row["id"],
        sha256=row["sha256"],
        file=row["file"],
        text=row["text"],
        outlet=row["outlet"],
        title=row["title"],
        published=day_of(row["published"]),
        published_basis=PublishedBasis(row["published_basis"]),
        url=row["url"],
        language=row["language"],
        headline=maybe_span_of(row["headline"]),
        boilerplate=tuple(Boilerplate(span_of(each[:2]), BoilerplateKind(each[2])) for each in row["boilerplate"]),
    )


def problem_row(problem: Problem) -> Row:
    """A problem as a row."""
    return {"source": problem.source, "reason": problem.reason.value, "detail": problem.detail}


def problem_of(row: Row) -> Problem:
    """The problem of a row."""
    return Problem(source=row["source"], reason=ProblemReason(row["reason"]), detail=row["detail"])
