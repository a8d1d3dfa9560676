"""Disputes: where voices of different origins cannot both be right, or one denies what another says."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Claim, Dispute, Field, RelationKind, Stance
from reportedly.reconcile.denials import is_disputed, opposed
from reportedly.reconcile.fields import Conflict
from reportedly.reconcile.held import Happening, Held


def contradiction(event: str, field: Field, happening: Happening, found: Sequence[Held], clashes: Sequence[Conflict]) -> Dispute | None:
    """The dispute of one field with every claim that takes a side in it, or None without clashes."""
    if not clashes:
        return None
    sides = sorted({n for a, b, _ in clashes for n in (a, b)})
    reasons = list(dict.fromkeys(why for _, _, why in clashes))
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    claims = happening.ordered(c for n in sides for c in found[n].claims if c.stance is Stance.ASSERTS)
    return Dispute(event=event, field=field, kind=RelationKind.CONTRADICTS, claims=tuple(c.id for c in claims), why=f"{reasons[0]}{more}")


def denials(event: str, happening: Happening) -> list[Dispute]:
    """At most one dispute a field, with all who deny or doubt and the claims they stand against."""
    about = set(happening.issues.values())
    return [dispute for field in Field if field in about and (dispute := _denial(event, field, happening)) is not None]


def _denial(event: str, field: Field, happening: Happening) -> Dispute | None:
    claims = happening.claims
    against = [c for c in claims if happening.issues.get(c.id) is field and is_disputed(c, field, claims)]
    if not against:
        return None
    asserted = happening.ordered(c for denial in against for c in opposed(denial, claims))
    giving = [c for c in asserted if c.get(field)] or list(asserted)
    who = ", ".join(dict.fromkeys(_who(c, happening) for c in against))
    verb = "denies" if any(c.stance is Stance.DENIES for c in against) else "doubts"
    return Dispute(
        event=event,
        field=field,
        kind=RelationKind.DENIES,
        claims=tuple(c.id for c in happening.ordered((*giving, *against))),
        why=f"{who} {verb} what is said about {field.value.replace('_', ' ')}",
    )


def _who(claim: Claim, happening: Happening) -> str:
    return claim.chain[0].voice.name if claim.chain else happening.reports[claim.report].outlet or f"report {claim.report}"
