"""Who and what a report speaks of: the readers of actors and things, in one place.

`entity_at` reads one noun phrase, `entities_at` a joined one, `belongs_to` whose a thing is,
and `resolve` also leads pronouns and descriptions ("it", "the ministry") back to their antecedent.
"""

from __future__ import annotations

from reportedly.extract.entity_mentions import belongs_to, entities_at, entity_at
from reportedly.extract.entity_salience import resolve

__all__ = ["belongs_to", "entities_at", "entity_at", "resolve"]
