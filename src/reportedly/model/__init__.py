"""The nouns: frozen values that every stage speaks. No input, no output, no clock."""

from reportedly.model.claim import (
    COUNT_FIELDS,
    ENTITY_FIELDS,
    PEOPLE_FIELDS,
    PLACE_FIELDS,
    WORD_FIELDS,
    Claim,
    Field,
    Modality,
    Stance,
    Stated,
    Value,
)
from reportedly.model.count import Count, VictimClass
from reportedly.model.dataset import Dataset, Views
from reportedly.model.decision import Act, Anchor, Decision, anchor
from reportedly.model.desk import CANNOT_TELL, NONE_OF_THEM, Ballot, Deed, Entry, Member, Role, Sample, Written
from reportedly.model.document import Document, Name, Sentence, Token
from reportedly.model.entity import Entity, EntityKind
from reportedly.model.event import (
    Check,
    Dispute,
    Event,
    FieldView,
    LineageEdge,
    LineageWhy,
    Link,
    Reason,
    Relation,
    RelationKind,
    Remark,
    Status,
    ValueView,
)
from reportedly.model.identity import stable_id
from reportedly.model.kind import Family, Kind, event_type, family
from reportedly.model.report import Boilerplate, BoilerplateKind, Problem, ProblemReason, PublishedBasis, Report
from reportedly.model.span import Span
from reportedly.model.tie import Sign, SignRule, Tie, TieKind
from reportedly.model.voice import Chain, Medium, Saying, Stake, Voice, VoiceKind
from reportedly.model.weapon import weapon_family
from reportedly.model.when import When, WhenBasis, written_day
from reportedly.model.where import PlaceRole, Where

__all__ = [
    "CANNOT_TELL",
    "COUNT_FIELDS",
    "ENTITY_FIELDS",
    "NONE_OF_THEM",
    "PEOPLE_FIELDS",
    "PLACE_FIELDS",
    "WORD_FIELDS",
    "Act",
    "Anchor",
    "Ballot",
    "Boilerplate",
    "BoilerplateKind",
    "Chain",
    "Check",
    "Claim",
    "Count",
    "Dataset",
    "Decision",
    "Deed",
    "Dispute",
    "Document",
    "Entity",
    "EntityKind",
    "Entry",
    "Event",
    "Family",
    "Field",
    "FieldView",
    "Kind",
    "LineageEdge",
    "LineageWhy",
    "Link",
    "Medium",
    "Member",
    "Modality",
    "Name",
    "PlaceRole",
    "Problem",
    "ProblemReason",
    "PublishedBasis",
    "Reason",
    "Relation",
    "RelationKind",
    "Remark",
    "Report",
    "Role",
    "Sample",
    "Saying",
    "Sentence",
    "Sign",
    "SignRule",
    "Span",
    "Stake",
    "Stance",
    "Stated",
    "Status",
    "Tie",
    "TieKind",
    "Token",
    "Value",
    "ValueView",
    "VictimClass",
    "Views",
    "Voice",
    "VoiceKind",
    "When",
    "WhenBasis",
    "Where",
    "Written",
    "anchor",
    "event_type",
    "family",
    "stable_id",
    "weapon_family",
    "written_day",
]
