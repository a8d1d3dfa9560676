"""How an event stands to others, in plain sentences, each made from claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.model import Event, Field, FieldView, Remark, Tie, TieKind, Value, When, Where
from reportedly.model.words import in_words, listed
from reportedly.reconcile.explanation import SHOWN

TIED = {
    (TieKind.PART_OF, True): "It is part of {}",
    (TieKind.PART_OF, False): "Part of it: {}",
    (TieKind.FOLLOWS, True): "It followed {}",
    (TieKind.FOLLOWS, False): "What followed: {}",
    (TieKind.MAY_BE_SAME, True): "It may be the same as {}: a reviewer can tell",
}
"""How a sentence says that an event is the end (b) or the start (a) of ties of a kind."""


def remarks_on_ties(event: Event, ties: Iterable[Tie], events: Mapping[str, Event]) -> tuple[Remark, ...]:
    """A sentence for each way in which other events stand to an event, in the order of its `ties`.

    Raises:
        KeyError: the event at the other end of a tie is not among `events`.
    """
    groups: dict[tuple[TieKind, bool], list[Tie]] = {}
    for tie in ties:
        groups.setdefault((tie.kind, tie.kind is TieKind.MAY_BE_SAME or tie.b == event.id), []).append(tie)
    return tuple(
        Remark(
            text=f"{TIED[way].format(listed([f'“{called(events[tie.other(event.id)])}”' for tie in some], SHOWN))}.",
            claims=tuple(dict.fromkeys(claim for tie in some for claim in tie.claims)),
        )
        for way, some in groups.items()
    )


def called(event: Event) -> str:
    """An event in a few words, where another one is spoken of: its kind, its most exact place and day, or who did it."""
    told = [value for field in (Field.PLACE, Field.WHEN) if (value := _most_exact(event.get(field))) is not None]
    actor = event.get(Field.ACTOR)
    if not told and actor is not None:
        told = [actor.values[0].value]
    return ", ".join([event.kind.value, *map(in_words, told)])


def _most_exact(view: FieldView | None) -> Value | None:
    """Of places or times of a field the most exact, the best supported of equals; None where there is none."""
    values = [] if view is None else [each.value for each in view.values if each.origins > 0] or [each.value for each in view.values]
    return min(values, key=_vagueness, default=None)


def _vagueness(value: Value) -> int:
    if isinstance(value, When):
        return value.precision or LEAST_EXACT
    exact = [each.precision for each in value if isinstance(each, Where)] if isinstance(value, tuple) else []
    return max(exact, default=LEAST_EXACT)


LEAST_EXACT = 9
"""Behind every precision of a place or a time."""
