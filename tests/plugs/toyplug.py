"""A parser and extractors of another package: they need no language model, and break or dawdle where the text tells them to."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.model import Claim, Count, Document, Field, Kind, Modality, Report, Span, Stance, Stated, VictimClass, stable_id
from reportedly.plugins import stage

KILLED = re.compile(r"killed (\d+)(?: people)?")


class BrokenText(Exception):
    """The text says that it breaks this part."""


@stage(version=1, reads={"report.text"}, makes={"document.tokens"})
class Blank:
    """A parser that finds no words. It ends at a report that says "break parser", with all that come after it."""

    def parse(self, reports: Iterable[Report]) -> Iterator[Document]:
        """Parse each report."""
        for report in reports:
            if "break parser" in report.text:
                raise BrokenText("no parse")
            yield Document(report.id, report.text, (), (), (), ())


CLAIM_PARTS = {"kind", "stance", "modality", "chain", "spans", "trigger", "refers_to", "values"}
MAKES = {f"claim.{part}" for part in CLAIM_PARTS}


@stage(version=1, reads={"report.text", "document.tokens"}, makes=MAKES)
def claims(report: Report, document: Document) -> tuple[Claim, ...]:  # noqa: ARG001  (an extractor takes both)
    """One claim for each "killed N"."""
    _obey(report.text)
    return _claims(report, "toy 1")


@stage(version=2, reads={"report.text", "document.tokens"}, makes=MAKES)
def newer_claims(report: Report, document: Document) -> tuple[Claim, ...]:  # noqa: ARG001  (an extractor takes both)
    """The same claims under a newer version. It does not break."""
    return _claims(report, "toy 2")


def undeclared(report: Report, document: Document) -> tuple[Claim, ...]:  # noqa: ARG001  (an extractor takes both)
    """An extractor that does not say what it makes."""
    return ()


@stage(version=1, reads={"document.smells"}, makes=MAKES)
def hungry(report: Report, document: Document) -> tuple[Claim, ...]:  # noqa: ARG001  (an extractor takes both)
    """An extractor that reads what nobody makes."""
    return ()


def _obey(text: str) -> None:
    if "break extractor" in text:
        raise BrokenText("no claims")
    if found := re.search(r"wait (\d+) ms", text):
        time.sleep(int(found[1]) / 1000)
    if (found := re.search(r"kill me unless (\S+)", text)) and not Path(found[1]).exists():
        Path(found[1]).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if (found := re.search(r"interrupt me unless (\S+)", text)) and not Path(found[1]).exists():
        Path(found[1]).touch()
        raise KeyboardInterrupt


def _claims(report: Report, version: str) -> tuple[Claim, ...]:
    beyond = 1000 if "claim beyond the end" in report.text else 0
    twice = 2 if "claim twice" in report.text else 1
    return tuple(_claim(report, found, version, beyond) for found in KILLED.finditer(report.text) for _ in range(twice))


def _claim(report: Report, found: re.Match[str], version: str, beyond: int) -> Claim:
    span = Span(found.start(), found.end() + beyond)
    number = Count(low=int(found[1]), high=int(found[1]), wording=found[1], of=VictimClass.UNKNOWN)
    return Claim(
        id=stable_id("c", report.id, version, str(found.start())),
        report=report.id,
        kind=Kind.ATTACK,
        stance=Stance.ASSERTS,
        modality=Modality.HAPPENED,
        chain=(),
        spans=(span,),
        trigger=span,
        values=(Stated(field=Field.KILLED, value=number, text=found[0], span=span),),
        version=version,
    )
