"""Ties as decisions leave them: only those of events that were decided on, and of what stands beside these, are made anew."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.link.apart import apart
from reportedly.link.facts import facts
from reportedly.link.whole import refuted
from reportedly.model import Claim, Sign, SignRule
from reportedly.review.ground import Ground


def standing_signs(ground: Ground, claim: str, restated: Mapping[str, Claim]) -> list[Sign]:
    """The signs of a claim that can still be, where some claims were `restated` by decisions."""
    return [sign for sign in ground.signs_at.get(claim, ()) if _stands(sign, ground, restated)]


def far_ends(ground: Ground, claims: set[str]) -> frozenset[str]:
    """Claims, and those at the other ends of the signs that were read of them."""
    return frozenset(claims.union(*((sign.a, sign.b) for claim in claims for sign in ground.signs_at.get(claim, ()))))


def _stands(sign: Sign, ground: Ground, restated: Mapping[str, Claim]) -> bool:
    """Whether nothing that a claim says now speaks against a sign that rests on what it was read to say."""
    if sign.rule is SignRule.WORDING or not (sign.a in restated or sign.b in restated):
        return True
    claims = [restated.get(each) or ground.claims[each] for each in (sign.a, sign.b)]
    first, other = (facts([ground.reports[claim.report]], [claim])[0] for claim in claims)
    return not refuted(first, other) if sign.rule is SignRule.CONTAINMENT else apart(first, other) is None
