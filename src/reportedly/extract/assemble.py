"""Stage 3: a parsed document to its claims. The readers find mentions; here they become what one chain of voices asserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.extract.attach import Attached, adopt, attach
from reportedly.extract.counts import counts
from reportedly.extract.deeds import HARM, VIOLENT, Deed
from reportedly.extract.details import is_report_of_others
from reportedly.extract.evidence import evidence
from reportedly.extract.first_person import speaker_acts
from reportedly.extract.happenings import Candidate, Happening, happenings
from reportedly.extract.kinds import kind_of
from reportedly.extract.mentions import CountMention, Mentions, TimeMention, VoiceMention
from reportedly.extract.part_roles import give_parts
from reportedly.extract.part_signs import Ground, ground
from reportedly.extract.parts import Weights
from reportedly.extract.places import places
from reportedly.extract.reality import is_accident, is_habit, is_negated, modality
from reportedly.extract.reference import Draft, refer
from reportedly.extract.responsibility import Responsibility, responsibilities
from reportedly.extract.roles import roles
from reportedly.extract.said import Said, said_of
from reportedly.extract.scenes import set_scenes
from reportedly.extract.stakes import with_stakes
from reportedly.extract.stated import stated, with_entities
from reportedly.extract.times import times
from reportedly.extract.voices import voices
from reportedly.model import PEOPLE_FIELDS, Claim, Document, Field, Modality, Report, Span, Stance, Stated, stable_id
from reportedly.plugins import stage

VERSION = "english-1"
"""Name and version of this extractor, kept with every claim."""


@dataclass(frozen=True, slots=True)
class Read:
    """Everything that the readers found in one document."""

    report: Report
    document: Document
    drafts: tuple[Draft, ...]
    voices: tuple[VoiceMention, ...]
    times: tuple[TimeMention, ...]
    heads: frozenset[int]
    """The heads of all happenings."""


@stage(
    version=5,
    reads={
        "report.text",
        "report.published",
        "report.outlet",
        "document.tokens",
        "document.sentences",
        "document.names",
    },
    makes={
        "claim.kind",
        "claim.stance",
        "claim.modality",
        "claim.chain",
        "claim.spans",
        "claim.trigger",
        "claim.refers_to",
        "claim.values",
    },
)
def claims(report: Report, document: Document, *, part_weights: Weights | None = None) -> tuple[Claim, ...]:
    """The claims of one report, in text order. The same for the same report, whatever was read before.

    `part_weights`: others than the package's for the learned reader of parts, so that it can be measured on texts that it has not seen.
    """
    read = _read(report, document)
    give_parts(report, document, read.drafts, read.times, weights=part_weights)
    presupposed: dict[int, Responsibility] = {}
    found: list[Claim] = []
    for each in responsibilities(document, [d.happening for d in read.drafts], read.voices):
        claim = _responsible(read, each)
        if claim is not None:
            found.append(claim)
        if each.stance is Stance.DENIES and each.happening is not None:
            presupposed[each.happening] = each
    for n, draft in enumerate(read.drafts):
        found += _of_draft(read, draft, denied=presupposed.get(n))
    distinct = {claim.id: claim for claim in found}
    return with_stakes(document, sorted(distinct.values(), key=lambda c: (c.spans[0], c.trigger, c.id)))


def part_ground(report: Report, document: Document) -> Ground:
    """What the learned reader of parts looks at a report's nouns with: what the rules found in it."""
    read = _read(report, document)
    return ground(report, document, read.drafts, read.times)


def _read(report: Report, document: Document) -> Read:
    mentions = Mentions(
        times=times(report, document),
        places=places(report, document),
        counts=counts(report, document),
        voices=voices(report, document),
    )
    found = list(happenings(document))
    attached, left = attach(document, found, mentions)
    tolls = list(_tolls(document, left))
    found += [happening for happening, _ in tolls]
    attached += [belongs for _, belongs in tolls]
    ordered = sorted(range(len(found)), key=lambda n: (found[n].main.at, n))
    covered = frozenset(i for p in mentions.places for i in range(p.start, p.end))
    drafts = tuple(d for n in ordered if (d := _draft(document, found[n], attached[n], covered)) is not None)
    refer(document, drafts, mentions.places)
    adopt(document, tolls, mentions, attached)  # a place of its own does not keep "12 dead in X" from being of the strike told before
    set_scenes(document, drafts, mentions.times, mentions.places)
    heads = frozenset(head for draft in drafts for head in draft.happening.heads)
    return Read(report, document, drafts, mentions.voices, mentions.times, heads)


def _tolls(document: Document, left: Sequence[CountMention]) -> Iterator[tuple[Happening, Attached]]:
    """Numbers of people that stand alone ("the death toll rose to 61"): one happening for each word that governs some."""
    by_word: dict[int, list[CountMention]] = {}
    for count in left:
        by_word.setdefault(count.governor if count.governor is not None else count.head, []).append(count)
    for at, some in sorted(by_word.items()):
        killed = any(c.field is Field.KILLED for c in some)
        deed = Deed.KILLING if killed else TOLL_DEED.get(some[0].field, Deed.WOUNDING)
        main = Candidate(at, at, deed, document.tokens[at].lemma, noun=document.tokens[at].pos in ("NOUN", "PROPN", "NUM", "ADJ"))
        happening = Happening(main, (at,), (), (), frozenset({deed}), document.tokens[at].sentence)
        yield happening, Attached(counts=some)


TOLL_DEED = {Field.CAPTURED: Deed.ARREST, Field.DISPLACED: Deed.DISPLACEMENT, Field.MISSING: Deed.WOUNDING}


def _draft(document: Document, happening: Happening, attached: Attached, covered: frozenset[int]) -> Draft | None:
    if is_report_of_others(happening) or is_habit(document, happening) or is_accident(document, happening):
        return None
    found = roles(document, happening, covered)
    kind, open_kind = kind_of(document, happening, found)
    return Draft(
        happening=happening,
        roles=found,
        attached=attached,
        kind=kind,
        open_kind=open_kind,
        modality=modality(document, happening),
    )


def _of_draft(read: Read, draft: Draft, *, denied: Responsibility | None) -> Iterator[Claim]:
    """The claims that one happening makes: one for each voice, and one more for each further number of a field."""
    document = read.document
    values = stated(document, draft)
    if not _says_something(document, draft, values[0]):
        return
    negated = is_negated(document, draft.happening)
    for said in said_of(document, draft.happening.main.at, read.voices, presupposed=denied is not None):
        if negated and not said.chain:
            continue
        own = None if draft.roles.actor else speaker_acts(document, draft.happening, said.chain)
        stance = Stance.DENIES if negated and said.stance is Stance.ASSERTS else said.stance
        for n, some in enumerate(values):
            if said.stance is Stance.ASSERTS or n == 0:
                told = (own, *some) if own is not None and n == 0 else some
                yield _claim(read, draft, said._replace(stance=stance), told, extra=n)


def _says_something(document: Document, draft: Draft, values: tuple[Stated, ...]) -> bool:
    """Whether a mention tells anything of its own: a verb with its roles, or a noun with more than whom it is of."""
    if not values:
        shown = bool(draft.happening.verbs) or _is_predicate(document, draft.happening.main.at)
        held = draft.happening.main.deed is Deed.FUNERAL and draft.modality is Modality.HAPPENED
        return shown and (held or draft.happening.main.deed in (Deed.PROTEST, Deed.RIOT, Deed.ARREST))
    fields = {v.field for v in values}
    deed = draft.happening.main.deed
    if deed not in VIOLENT:
        told = fields & {Field.ACTOR, Field.TARGET, Field.PLACE, *((Field.WHEN,) if deed is Deed.FUNERAL else ())}
        return len(told) >= (1 if deed in ALONE else 2) or bool(fields & PEOPLE_FIELDS)
    if draft.happening.verbs:
        return True
    told = fields - {Field.WEAPON, Field.ACTOR, Field.TARGET}
    if draft.refers is not None and not told and Field.TARGET not in fields:
        return False
    if draft.modality is Modality.HYPOTHETICAL:
        return len(told) > 1
    return bool(told) or (len(fields - {Field.WEAPON}) > 0 and _is_predicate(document, draft.happening.main.at))


ALONE = frozenset(
    {
        Deed.THREAT,
        Deed.AGREEMENT,
        Deed.SURRENDER,
        Deed.HANDOVER,
        Deed.PROTEST,
        Deed.ARREST,
        Deed.RETREAT,
        Deed.AID,
        Deed.INTERCEPTION,
        Deed.MOBILISE,
        Deed.CHANGE,
        Deed.HOLD,
        Deed.BASE,
        Deed.FUNERAL,
    }
)
"""Peaceful deeds that make a claim with one role alone."""


def _is_predicate(document: Document, at: int) -> bool:
    """Whether a noun is the subject or object of its sentence, or what its predicate is of, so that the sentence is about it."""
    token = document.tokens[at]
    of = document.tokens[token.head]
    return token.dep in ("nsubj", "nsubjpass", "dobj", "ROOT") or (of.lower == "of" and document.tokens[of.head].dep == "attr")


def _claim(read: Read, draft: Draft, said: Said, values: tuple[Stated, ...], *, extra: int) -> Claim:
    document, main = read.document, draft.happening.main
    trigger = document.span(main.start, main.at + 1)
    quote = evidence(document, draft, said, values, read.heads - set(draft.happening.heads))
    refers = None
    if draft.refers is not None:
        earlier = read.drafts[draft.refers].happening.main
        refers = document.span(earlier.start, earlier.at + 1)
    cue = (said.cue,) if said.cue is not None and not quote.contains(said.cue) else ()
    return Claim(
        id=_identity(read.report, quote, trigger, said, extra),
        report=read.report.id,
        kind=draft.kind,
        stance=said.stance,
        modality=draft.modality,
        chain=said.chain,
        spans=(quote, *cue),
        trigger=trigger,
        values=values,
        version=VERSION,
        refers_to=refers if refers != trigger else None,
    )


def _identity(report: Report, quote: Span, trigger: Span, said: Said, extra: int) -> str:
    chain = " ".join(link.voice.id for link in said.chain)
    return stable_id("c", report.id, f"{quote.start}-{quote.end}", f"{trigger.start}-{trigger.end}", chain, said.stance.value, str(extra))


def _responsible(read: Read, each: Responsibility) -> Claim | None:
    """A claim about who is behind a happening; it points to it."""
    document = read.document
    n = each.happening if each.happening is not None else _last_violent(read, each.start)
    if n is None:
        return None
    meant = read.drafts[n].refers
    draft = read.drafts[n if meant is None else meant]
    values = with_entities(document, Field.ACTOR, each.actors)
    trigger = document.span(each.trigger, each.trigger + 1)
    quote = document.span(each.start, each.end)
    for value in values:
        quote = quote.cover(value.span)
    earlier = draft.happening.main
    cue = next((link.cue for link in each.chain if link.cue is not None), None)
    said = Said(each.chain, each.stance, cue)
    return Claim(
        id=_identity(read.report, quote, trigger, said, 0),
        report=read.report.id,
        kind=draft.kind,
        stance=each.stance,
        modality=draft.modality,
        chain=each.chain,
        spans=(quote,),
        trigger=trigger,
        values=values,
        version=VERSION,
        refers_to=document.span(earlier.start, earlier.at + 1),
    )


def _last_violent(read: Read, before: int) -> int | None:
    earlier = [n for n, d in enumerate(read.drafts) if d.happening.main.at < before and d.happening.main.deed in VIOLENT - HARM]
    return earlier[-1] if earlier else None
