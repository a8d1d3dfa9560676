"""Rules: how the values of an event become the numbers of one row. The user chooses one by its name.

A rule is a convention, not a finding: `reportedly sensitivity` shows what each of them changes. All of them leave out what somebody
denies as long as there is anything else, take what a reviewer accepted before anything else, and keep numbers of a class or of some only
out of numbers of everybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.errors import BadFilter
from reportedly.model import FieldView
from reportedly.reconcile.rules import numbers, values
from reportedly.reconcile.rules.candidates import Published, Weigh, published, toll
from reportedly.reconcile.rules.estimate import Estimate, Toll
from reportedly.reconcile.rules.ucdp import ucdp
from reportedly.reconcile.rules.values import Prefer


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    `says` tells a reader in a few words what it takes. `toll` makes numbers of a field of people. `prefer` ranks the values of other
    fields, of which the rule takes one; None: it says nothing of them, and a row has what is most exactly agreed (see `export.chosen`).
    """

    name: str
    says: str
    toll: Callable[[FieldView | None, Published], Toll]
    prefer: Prefer | None = None

    def estimate(self, view: FieldView | None, days: Published) -> Estimate:
        """The numbers of everybody that the rule makes of a field of people."""
        return self.toll(view, days).total


def _by(weigh: Weigh) -> Callable[[FieldView | None, Published], Toll]:
    def made(view: FieldView | None, days: Published) -> Toll:
        return toll(view, days, weigh)

    return made


def _ucdp(view: FieldView | None, _: Published) -> Toll:
    return ucdp(view)


def _airwars(view: FieldView | None, days: Published) -> Toll:
    found = toll(view, days, numbers.airwars)
    total, civilians, combatants = (replace(each, best=None) for each in (found.total, found.civilians, found.combatants))
    return Toll(total=total, civilians=civilians, combatants=combatants)


UCDP = Rule(name="ucdp", says="least, most origins and greatest", toll=_ucdp)

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        UCDP,
        Rule(name="acled", says="lowest number, dozens is 12", toll=_by(numbers.acled)),
        Rule(name="airwars", says="least and greatest, and a grade", toll=_airwars),
        Rule(name="most-origins", says="number of most origins", toll=_by(numbers.most_origins), prefer=values.most_origins),
        Rule(name="most-precise", says="most exact number", toll=_by(numbers.most_precise), prefer=values.most_precise),
        Rule(name="latest", says="number that came out last", toll=_by(numbers.latest), prefer=values.latest),
    )
}
"""Every rule by its name, in the order in which they are shown."""


def rule_named(name: str) -> Rule:
    """A rule by its name.

    Raises:
        BadFilter: no rule is called so; the message names those that there are.
    """
    found = RULES.get(name)
    if found is None:
        raise BadFilter("rule", name, f"one of {', '.join(RULES)}")
    return found


__all__ = ["RULES", "UCDP", "Estimate", "Published", "Rule", "Toll", "published", "rule_named", "ucdp"]
