"""What keeps claims apart, one by one and crowd by crowd."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections import defaultdict
from collections.abc import Hashable

import pytest
from bench.million_world import war

from reportedly.link import strangers
from reportedly.link.apart import TRAITS, Trait, apart
from reportedly.link.facts import ClaimFacts, facts
from reportedly.link.strangers import Strangers, together
from reportedly.model import Count, Field, Kind, Modality


def crowd() -> list[ClaimFacts]:
    """Claims of a made-up war, many of them changed in one thing that keeps claims apart."""
    draw = random.Random(7)  # noqa: S311  (a fixed corpus)
    found: list[ClaimFacts] = []
    for report, claims, _ in war(1200, days=3):
        for fact in facts([report], claims):
            counts = dict(fact.counts)
            if draw.random() < 0.4:
                low, high = draw.choice(((3, None), (3, 4), (4, 4), (9, 9)))
                counts[Field.MUNITIONS] = Count(low=low, high=high, wording="some")
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


@pytest.mark.parametrize("trait", TRAITS, ids=("sort", "time", "place", "salvo"))
def test_claims_that_have_the_same_of_a_trait_are_kept_apart_by_it_from_the_same_claims(trait: Trait) -> None:
    found = crowd()
    alike: dict[Hashable, list[ClaimFacts]] = defaultdict(list)
    for fact in found:
        alike[trait.value(fact)].append(fact)
    several = [some for some in alike.values() if len(some) > 1]
    assert len(several) > 3
    answers: set[bool] = set()
    for first, *others in several:
        for other in others[:8]:
            assert trait.apart(first, other) is None
            for each in found[::3]:
                answers.add(trait.apart(first, each) is None)
                assert (trait.apart(first, each) is None) is (trait.apart(other, each) is None)
                assert (trait.apart(each, first) is None) is (trait.apart(first, each) is None)
    assert answers == {True, False}


def test_two_crowds_are_apart_when_two_of_their_claims_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "REMEMBERED", 50)
    draw, asked, found = random.Random(9), Strangers(), crowd()  # noqa: S311  (a fixed corpus)
    answers = {True: 0, False: 0}
    for _ in range(2500):
        like = draw.choice(found)
        pool = [fact for fact in found if (fact.when, fact.family, fact.modal) == (like.when, like.family, like.modal)]
        one, other = (draw.choices(pool, k=draw.choice((1, 1, 2, 4))) for _ in range(2))
        expected = any(apart(x, y) is not None for x in one for y in other)
        halves = together([asked.traits(one[:1]), asked.traits(one)])
        assert asked.apart(halves, asked.traits(other)) is expected
        assert asked.apart(asked.traits(other), halves) is expected
        answers[expected] += 1
    assert min(answers.values()) > 100


def test_a_day_of_printing_keeps_nothing_apart_where_no_munitions_are_counted() -> None:
    report, claims, _ = next(war(50))
    fact = dataclasses.replace(facts([report], claims)[0], counts={})
    later = dataclasses.replace(fact, report=dataclasses.replace(report, published=dt.date(2032, 1, 1)))
    asked = Strangers()
    assert asked.traits([fact]) == asked.traits([later])
    fired = {Field.MUNITIONS: Count(low=26, high=26, wording="26")}
    assert asked.traits([dataclasses.replace(fact, counts=fired)]) != asked.traits([dataclasses.replace(later, counts=fired)])
