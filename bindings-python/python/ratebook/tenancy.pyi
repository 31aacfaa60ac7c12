# Written by `cargo xtask generate`; change the declarations in core instead.

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import GenericAlias
from typing import Any, Generic, Literal, Union, final, overload

from typing_extensions import TypeVar

from . import definitions
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

__all__ = [
    "slug",
    "audit_append",
    "audit_verify",
    "audit_anchor",
    "slug_json",
    "audit_append_json",
    "audit_verify_json",
    "audit_anchor_json",
]

def slug(
    *,
    name: str,
    taken: Sequence[str] = ...,
) -> str:
    """A name as part of an address, unlike those that are taken.

    Args:
        name: The name, such as `Café Zürich`.
        taken: Slugs that others have, or had: an old one leads to the new one.
    """

def slug_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def audit_append(
    *,
    tenant: str,
    previous: definitions.AuditLinkLike | None = ...,
    at: InstantLike,
    actor: str,
    action: str,
    entity: str,
    entity_id: str,
    ip: str | None = ...,
    request_id: str | None = ...,
    reason: str | None = ...,
    before: Any = ...,
    after: Any = ...,
    masks: Sequence[definitions.AuditMask] = ...,
) -> AuditRecord:
    """Makes the audit record that follows on the last one, with the least that tells before from after.

    Args:
        tenant: Whose record it is.
        previous: The last record so far; nothing before the first.
        at: When.
        actor: Who.
        action: What, such as `booking.cancel`.
        entity: To what kind of thing.
        entity_id: To which one.
        ip: The address it came over.
        request_id: The request it was part of.
        reason: Why.
        before: The thing as it was; nothing when it is new.
        after: The thing as it is; nothing when it is gone.
        masks: Which of its values are not to be read in the record.
    """

def audit_append_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def audit_verify(
    *,
    tenant: str,
    records: Sequence[definitions.AuditRecordLike],
    after: definitions.AuditLinkLike | None = ...,
    anchors: Sequence[definitions.AuditAnchorLike] = ...,
    revealed: Sequence[definitions.AuditReveal] = ...,
) -> AuditReport:
    """Checks audit records, and tells everything that was changed, removed or reordered.

    Args:
        tenant: Whose records they are to be.
        records: The records, in order.
        after: The record before the first of these; without it any record may be the first.
        anchors: What was kept elsewhere of whole days.
        revealed: Masked values that somebody knows.
    """

def audit_verify_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def audit_anchor(
    *,
    tenant: str,
    day: DayLike,
    zone: str | None = ...,
    records: Sequence[definitions.AuditRecordLike],
) -> AuditAnchor:
    """One hash for all audit records of a day.

    Args:
        tenant: Whose records they are to be.
        day: The day.
        zone: Where the day is counted; in universal time when not given.
        records: All records of that day, in order.
    """

def audit_anchor_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
