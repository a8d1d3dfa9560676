"""Fixtures that every test may use: a test's docstring as a report, and that report parsed."""

from __future__ import annotations

import datetime as dt
import inspect

import pytest
from hypothesis import HealthCheck, settings

from reportedly.language.english import English
from reportedly.model import Document, PublishedBasis, Report

settings.register_profile("here", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("here")
"""A busy machine makes no test fail."""

PUBLISHED = dt.date(2031, 5, 15)
"""A Thursday: the day on which reports in docstrings are published, unless marked `undated`."""


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """The test's docstring as a report. The mark `undated` takes its date away."""
    undated = request.node.get_closest_marker("undated") is not None
    return Report(
        id="r1",
        sha256="0" * 64,
        file="report.txt",
        outlet="Qamar Post",
        text=inspect.cleandoc(request.function.__doc__),
        published=None if undated else PUBLISHED,
        published_basis=PublishedBasis.NONE if undated else PublishedBasis.METADATA,
    )


@pytest.fixture
def document(report: Report) -> Document:
    """The test's docstring, parsed."""
    (parsed,) = English().parse([report])
    return parsed
