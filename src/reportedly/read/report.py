"""Stage 1, the second half: one capture to its report, or to the reason why there is none."""

from __future__ import annotations

import datetime as dt

from reportedly.model import Problem, ProblemReason, PublishedBasis, Report
from reportedly.plugins import stage
from reportedly.read.around import woven
from reportedly.read.article import article
from reportedly.read.capture import CannotRead, Capture, bounded
from reportedly.read.days import address_date
from reportedly.read.page import Page, page_of, told
from reportedly.read.tongue import language_of


@stage(
    version=2,
    reads={"capture"},
    makes={
        "report.text",
        "report.title",
        "report.headline",
        "report.boilerplate",
        "report.outlet",
        "report.published",
        "report.url",
        "report.language",
    },
)
def read_report(capture: Capture) -> Report | Problem:
    """Read one capture. Bad input never raises: it ends as a `Problem` that says what to do.

    What a sidecar, column or header says wins over what the file says of itself, and that over what its text states.
    """
    try:
        return _report(capture, page_of(capture))
    except CannotRead as error:
        return error.of(capture.source)
    except Exception as error:  # noqa: BLE001  (a file that breaks a parser ends as one problem, not the run)
        return Problem(
            source=capture.source,
            reason=ProblemReason.FAILED,
            detail=f"It could not be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}. "
            "Save its text as a .txt file, and report this as a fault of reportedly.",
        )


def _report(capture: Capture, page: Page) -> Report:
    known = capture.known.or_else(told(page))
    parts = article(bounded(page.text), known.title)
    shown = woven(parts, page.text, page.around)
    language = language_of(parts.story)
    published, basis = _published(capture, page, parts.dated)
    return Report(
        id=capture.id,
        sha256=capture.sha256,
        file=capture.file,
        text=bounded(shown.text),
        outlet=known.outlet,
        title=parts.title,
        published=published,
        published_basis=basis,
        url=known.url,
        language=language,
        headline=shown.headline,
        boilerplate=shown.boilerplate,
    )


def _published(capture: Capture, page: Page, dated: dt.date | None) -> tuple[dt.date | None, PublishedBasis]:
    """The publication date and how it is known: said of it, said by the file, stated in the text, in the address."""
    if capture.known.published:
        return capture.known.published, PublishedBasis.METADATA
    if page.published and page.basis is PublishedBasis.METADATA:
        return page.published, page.basis
    if dated:
        return dated, PublishedBasis.BYLINE
    address = capture.known.url or page.url
    inferred = page.published or (address_date(address) if address else None)
    return inferred, PublishedBasis.INFERRED if inferred else PublishedBasis.NONE
