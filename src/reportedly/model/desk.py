"""The desk: who works on a casebook, what two of them code blind, and the trail of everything that was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.errors import ModelError
from reportedly.model.claim import Field


class Role(StrEnum):
    """What somebody may do. Each may do what those before it may."""

    ANONYMOUS = "anonymous viewer"
    """Looks at what is public of it: never who decided."""
    VIEWER = "viewer"
    REVIEWER = "reviewer"
    """Decides, undoes what they decided, codes samples."""
    CURATOR = "curator"
    """Undoes what anybody decided, opens samples and settles them, reads the trail."""
    OWNER = "owner"
    """Says who the members are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody as they are from a moment on. A newer one of the same name stands for it.

    `key` is the SHA-256 (hex) of the key that signs them in; None: they may not sign in any more. `at` is ISO 8601 with its offset.

    Raises:
        ModelError: no name, or the role that nobody signs in for.
    """

    number: int
    name: str
    role: Role
    key: str | None
    by: str
    at: str

    def __post_init__(self) -> None:
        if not self.name.strip() or self.role is Role.ANONYMOUS:
            raise ModelError("A member has a name and a role of their own.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Events that two reviewers code without seeing what the other says.

    `events` are their ids, `fields` those that are coded. `seed` is what they were drawn with.

    Raises:
        ModelError: nothing to code, or not two reviewers.
    """

    number: int
    events: tuple[str, ...]
    fields: tuple[Field, ...]
    reviewers: tuple[str, str]
    seed: int
    by: str
    at: str

    def __post_init__(self) -> None:
        if not self.events or not self.fields or len(set(self.reviewers)) != len(self.reviewers):
            raise ModelError("A sample is of some events and fields, and for two reviewers.")


NONE_OF_THEM = "none of these"
CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What one reviewer says of one event of a sample. A newer one of theirs on the same event stands for it.

    `choices` gives for each field the value in words, `NONE_OF_THEM`, or `CANNOT_TELL`, which counts as not coded.
    """

    number: int
    sample: int
    event: str
    reviewer: str
    choices: Mapping[Field, str]
    at: str


class Deed(StrEnum):
    """What the trail tells of."""

    IMPORT = "import"
    EXPORT = "export"
    DECISION = "decision"
    LOGIN = "login"
    REFUSED = "login refused"
    LOGOUT = "logout"
    MEMBER = "member"
    SAMPLE = "sample"
    BALLOT = "ballot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the trail: who did what, to what, and when.

    `about` is an id, a name or a number; `detail` is what else is to be known, in values that JSON has. `at` is ISO 8601 with its offset,
    or "" where the caller told no time.
    """

    deed: Deed
    who: str
    about: str = ""
    at: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A line as it stands in the trail: its number from 1, and a digest of it and of all lines before it."""

    number: int
    entry: Entry
    digest: str
