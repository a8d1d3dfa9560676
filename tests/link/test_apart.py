"""What keeps claims apart, and the signature that stands for all that it looks at."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections import defaultdict

from bench.million_world import war

from reportedly.link.apart import apart, signature
from reportedly.link.facts import ClaimFacts, facts
from reportedly.model import Count, Field, Kind, Modality


def crowd() -> list[ClaimFacts]:
    """Claims of a made-up war, many of them changed in one thing that keeps claims apart."""
    draw = random.Random(7)  # noqa: S311  (a fixed corpus)
    found: list[ClaimFacts] = []
    for report, claims, _ in war(1200, days=3):
        for fact in facts([report], claims):
            counts = dict(fact.counts)
            if draw.random() < 0.4:
                counts[Field.MUNITIONS] = Count(low=draw.choice((3, 4)), high=draw.choice((None, 4)), wording="some")
            if draw.random() < 0.1:
                counts[Field.KILLED] = Count(low=draw.choice((20_000, 1)), high=None, wording="many")
            modality = draw.choice((Modality.HAPPENED, Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED))
            kind = draw.choice((fact.claim.kind, fact.claim.kind, Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY, Kind.OTHER))
            claim = dataclasses.replace(fact.claim, modality=modality, kind=kind)
            published = dt.date(2031, 1, draw.choice((1, 20)))
            changed = dataclasses.replace(
                fact,
                claim=claim,
                counts=counts,
                report=dataclasses.replace(report, published=published),
                burial=draw.random() < 0.1,
                series=draw.random() < 0.2,
            )
            found.append(changed)
    return found


def test_claims_of_one_signature_are_kept_apart_from_the_same_claims_for_the_same_reason_or_none() -> None:
    found = crowd()
    alike: dict[tuple[object, ...], list[ClaimFacts]] = defaultdict(list)
    for fact in found:
        alike[signature(fact)].append(fact)
    several = [some for some in alike.values() if len(some) > 1]
    assert len(several) > 20
    assert len(alike) > 100
    for first, *others in several:
        for other in others:
            for each in found:
                assert (apart(first, each) is None) is (apart(other, each) is None)


def test_a_day_of_printing_is_no_part_of_the_signature_where_no_munitions_are_counted() -> None:
    report, claims, _ = next(war(50))
    fact = dataclasses.replace(facts([report], claims)[0], counts={})
    later = dataclasses.replace(fact, report=dataclasses.replace(report, published=dt.date(2032, 1, 1)))
    assert signature(fact) == signature(later)
    fired = {Field.MUNITIONS: Count(low=26, high=26, wording="26")}
    assert signature(dataclasses.replace(fact, counts=fired)) != signature(dataclasses.replace(later, counts=fired))
