"""Everything a casebook holds, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model.claim import Claim
from reportedly.model.decision import Decision
from reportedly.model.event import Check, Dispute, Event, LineageEdge, Link
from reportedly.model.report import Problem, Report
from reportedly.model.tie import Sign, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """What is worked out from the claims: it can be thrown away and made again.

    `signs` are those that the reports give, whatever was decided; `ties` those between the events as they are.
    """

    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    lineage: tuple[LineageEdge, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    checks: tuple[Check, ...] = ()
    signs: tuple[Sign, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Reports, their claims, the views over them and what could not be read.

    Reports are in the order of their ids, claims in the order of their reports and of their
    first span; everything is the same for the same input, whatever made it. `decisions` are those
    of reviewers, in the order in which they were made; claims and views are as these leave them.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    views: Views = field(default_factory=Views)
    problems: tuple[Problem, ...] = ()
    decisions: tuple[Decision, ...] = ()
