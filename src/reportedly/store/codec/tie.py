"""Signs and ties as rows."""

from __future__ import annotations

from reportedly.model import Sign, SignRule, Tie, TieKind
from reportedly.store.codec.parts import Row, members

KINDS, RULES = members(TieKind), members(SignRule)


def sign_row(sign: Sign) -> Row:
    """A sign as a row."""
    return {"kind": sign.kind.value, "a": sign.a, "b": sign.b, "rule": sign.rule.value, "weight": sign.weight, "why": sign.why}


def sign_of(row: Row) -> Sign:
    """The sign of a row."""
    return Sign(kind=KINDS[row["kind"]], a=row["a"], b=row["b"], rule=RULES[row["rule"]], weight=row["weight"], why=row["why"])


def tie_row(tie: Tie) -> Row:
    """A tie as a row."""
    return {"kind": tie.kind.value, "a": tie.a, "b": tie.b, "claims": list(tie.claims), "weight": tie.weight, "why": tie.why}


def tie_of(row: Row) -> Tie:
    """The tie of a row."""
    return Tie(kind=KINDS[row["kind"]], a=row["a"], b=row["b"], claims=tuple(row["claims"]), weight=row["weight"], why=row["why"])
