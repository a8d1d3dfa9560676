"""Strategies for every model value that a casebook holds."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from reportedly.model import (
    ENTITY_FIELDS,
    PLACE_FIELDS,
    WORD_FIELDS,
    Act,
    Anchor,
    Boilerplate,
    BoilerplateKind,
    Check,
    Claim,
    Count,
    Decision,
    Direction,
    Dispute,
    Entity,
    EntityKind,
    Event,
    Field,
    FieldView,
    Kind,
    LineageEdge,
    LineageWhy,
    Link,
    Medium,
    Modality,
    PlaceRole,
    Problem,
    ProblemReason,
    PublishedBasis,
    Reason,
    Relation,
    RelationKind,
    Report,
    Saying,
    Span,
    Stake,
    Stance,
    Stated,
    Status,
    Value,
    ValueView,
    VictimClass,
    Views,
    Voice,
    VoiceKind,
    When,
    WhenBasis,
    Where,
)

Each = TypeVar("Each")

words = st.text(max_size=20)
"""Any text that UTF-8 can hold, zero bytes too: the readers let no lone surrogate through."""

some = words.filter(bool)
maybe = st.none() | words
numbers = st.integers(0, 10**12)
shares = st.floats(allow_nan=False)
spans = st.tuples(st.integers(0, 10**7), st.integers(0, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
days = st.dates()


def many(each: st.SearchStrategy[Each], *, least: int = 0) -> st.SearchStrategy[tuple[Each, ...]]:
    """A few of them."""
    return st.lists(each, min_size=least, max_size=3).map(tuple)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low = draw(numbers)
    high = draw(st.none() | st.integers(low, 10**13))
    return Count(low=low, high=high, wording=draw(words), of=draw(st.none() | st.sampled_from(VictimClass)), part=draw(st.booleans()))


@st.composite
def whens(draw: st.DrawFn) -> When:
    if draw(st.booleans()):
        return When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    start = draw(days)
    end = draw(st.none() | st.dates(min_value=start))
    return When(
        start=start, end=end, precision=draw(st.integers(1, 5)), basis=draw(st.sampled_from((WhenBasis.STATED, WhenBasis.COMPUTED)))
    )


@st.composite
def wheres(draw: st.DrawFn) -> Where:
    known = draw(st.booleans())
    return Where(
        name=draw(words),
        id=draw(maybe),
        lat=draw(st.floats(-90, 90)) if known else None,
        lon=draw(st.floats(-180, 180)) if known else None,
        country=draw(maybe),
        precision=draw(st.integers(1, 7)),
        role=draw(st.sampled_from(PlaceRole)),
        parents=draw(many(words)),
    )


entities = st.builds(Entity, name=words, id=maybe, kind=st.sampled_from(EntityKind))


def values(field: Field) -> st.SearchStrategy[Value]:
    """Values that a field can hold."""
    if field in ENTITY_FIELDS:
        return many(entities, least=1)
    if field in PLACE_FIELDS:
        return many(wheres(), least=1)
    if field in WORD_FIELDS:
        return some
    return whens() if field is Field.WHEN else counts()


def stated(field: Field) -> st.SearchStrategy[Stated]:
    return st.builds(Stated, field=st.just(field), value=values(field), text=words, span=spans)


voices = st.builds(Voice, name=words, id=words, kind=st.sampled_from(VoiceKind), of=maybe, stake=st.none() | st.sampled_from(Stake))
sayings = st.builds(Saying, voice=voices, cue=st.none() | spans, medium=st.none() | st.sampled_from(Medium))


@st.composite
def claims(draw: st.DrawFn, *, identity: str | None = None, report: str | None = None) -> Claim:
    fields = [field for field in Field if draw(st.integers(0, 5)) == 0]
    return Claim(
        id=draw(words) if identity is None else identity,
        report=draw(words) if report is None else report,
        kind=draw(st.sampled_from(Kind)),
        stance=draw(st.sampled_from(Stance)),
        modality=draw(st.sampled_from(Modality)),
        chain=draw(many(sayings)),
        spans=draw(many(spans, least=1)),
        trigger=draw(spans),
        values=tuple(draw(stated(field)) for field in fields),
        version=draw(words),
        refers_to=draw(st.none() | spans),
    )


@st.composite
def reports(draw: st.DrawFn, *, identity: str | None = None, sha256: str | None = None) -> Report:
    text = draw(words) + "." * 40
    inside = st.integers(0, 20).map(lambda start: Span(start, start + 10))
    published = draw(st.none() | days)
    bases = [basis for basis in PublishedBasis if (basis is PublishedBasis.NONE) == (published is None)]
    return Report(
        id=draw(words) if identity is None else identity,
        sha256=draw(words) if sha256 is None else sha256,
        file=draw(words),
        text=text,
        outlet=draw(maybe),
        title=draw(maybe),
        published=published,
        published_basis=draw(st.sampled_from(bases)),
        url=draw(maybe),
        language=draw(maybe),
        headline=draw(st.none() | inside),
        boilerplate=draw(many(st.builds(Boilerplate, inside, st.sampled_from(BoilerplateKind)))),
    )


problems = st.builds(Problem, source=words, reason=st.sampled_from(ProblemReason), detail=words)


@st.composite
def field_views(draw: st.DrawFn) -> FieldView:
    field = draw(st.sampled_from(Field))
    views = st.builds(
        ValueView,
        value=values(field),
        claims=many(words),
        origins=numbers,
        denied_by=many(words),
        accepted=st.booleans(),
        against_interest=many(words),
    )
    relations = st.builds(Relation, kind=st.sampled_from(RelationKind), a=numbers, b=numbers, why=words)
    return FieldView(
        field=field,
        status=draw(st.sampled_from(Status)),
        values=draw(many(views)),
        relations=draw(many(relations)),
        low=draw(st.none() | numbers),
        best=draw(st.none() | numbers),
        high=draw(st.none() | numbers),
    )


events = st.builds(
    Event,
    id=words,
    kind=st.sampled_from(Kind),
    claims=many(words),
    reports=many(words),
    origins=numbers,
    origin_names=many(words),
    fields=many(field_views()),
)
links = st.builds(
    Link, a=words, b=words, score=shares, reasons=many(st.builds(Reason, rule=words, likeness=shares, weight=shares, why=words))
)
copies = st.builds(
    LineageEdge,
    report=words,
    why=st.just(LineageWhy.COPIES),
    source=words,
    source_id=words,
    span=spans,
    share=st.floats(0, 1),
    direction=st.sampled_from(Direction),
    source_span=spans,
)
named = st.sampled_from([why for why in LineageWhy if why is not LineageWhy.COPIES])
edges = copies | st.builds(LineageEdge, report=words, why=named, source=words, source_id=words, span=spans)
disputes = st.builds(Dispute, event=words, field=st.sampled_from(Field), kind=st.sampled_from(RelationKind), claims=many(words), why=words)
checks = st.builds(Check, claim=words, name=words, passed=st.booleans(), detail=words)
views = st.builds(Views, events=many(events), links=many(links), lineage=many(edges), disputes=many(disputes), checks=many(checks))


anchors = st.builds(Anchor, claim=words, report=words, kind=st.sampled_from(Kind), trigger=spans)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Any decision that can be."""
    act = draw(st.sampled_from(Act))
    field = draw(st.sampled_from(Field))
    stated = Stated(field=field, value=draw(values(field)), text=draw(words), span=draw(spans)) if act is Act.CORRECT else None
    return Decision(
        number=draw(numbers),
        act=act,
        event=draw(words),
        claims=tuple(draw(st.lists(anchors, min_size=1, max_size=3))),
        others=tuple(draw(st.lists(anchors, min_size=1, max_size=3))) if act is Act.DIFFERENT_EVENT else (),
        field=draw(st.none() | st.just(field)),
        stated=stated,
        was=draw(words),
        reason=draw(some),
        reviewer=draw(some),
        at=draw(words),
        seen=draw(words),
        undoes=draw(numbers) if act is Act.UNDO else None,
    )
