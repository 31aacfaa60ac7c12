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
    "create",
    "publish",
    "unpublish",
    "archive",
    "edit",
    "clone_list",
    "add_blackout",
    "remove_blackout",
    "import_",
    "taxes_for",
    "tax_tables",
    "blackout_days",
    "create_json",
    "publish_json",
    "unpublish_json",
    "archive_json",
    "edit_json",
    "clone_list_json",
    "add_blackout_json",
    "remove_blackout_json",
    "import_json",
    "taxes_for_json",
    "tax_tables_json",
    "blackout_days_json",
]

def create(
    *,
    list: definitions.RateListDefinitionLike,
    taken_codes: Sequence[str] = ...,
    created_on: DayLike,
    code_prefix: str = ...,
) -> RateListDefinition:
    """Checks a new list, gives it a code when it has none, and makes it a draft.

    Args:
        list: The list; it becomes a draft.
        taken_codes: The codes that the tenant's lists have.
        created_on: The day of creation, by which a code is numbered.
        code_prefix: What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier.
    """

def create_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def publish(
    *,
    list: definitions.RateListDefinitionLike,
    others: Sequence[definitions.RateListDefinitionLike] = ...,
    effective_on: DayLike | None = ...,
) -> Published:
    """Publishes a draft: its days must not meet those of another list, and its former version ends where it begins.

    Args:
        list: The draft.
        others: The tenant's other lists; the former version of this one among them.
        effective_on: From which day on it answers in place of its former version; from its first valid day when not given.
    """

def publish_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def unpublish(
    *,
    list: definitions.RateListDefinitionLike,
    references: int,
) -> RateListDefinition:
    """Makes a published list a draft again, when nothing refers to it.

    Args:
        list: The published list.
        references: How many live quotes and bookings refer to it.
    """

def unpublish_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def archive(
    *,
    list: definitions.RateListDefinitionLike,
) -> RateListDefinition:
    """Archives a draft or a published list.

    Args:
        list: The list.
    """

def archive_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def edit(
    *,
    list: definitions.RateListDefinitionLike,
    changed: definitions.RateListDefinitionLike,
) -> RateListDefinition:
    """Checks a change to a list: only drafts change, and not their code, version or parent.

    Args:
        list: The list as it is.
        changed: The list as it is to be.
    """

def edit_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def clone_list(
    *,
    list: definitions.RateListDefinitionLike,
    id: str | None = ...,
) -> RateListDefinition:
    """Makes the next version of a list, as a draft that refers to it.

    Args:
        list: The list.
        id: The id of the clone.
    """

def clone_list_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def add_blackout(
    *,
    list: definitions.RateListDefinitionLike,
    blackout: definitions.BlackoutLike,
    bookings: Sequence[definitions.BookedStayLike] = ...,
) -> BlackoutAdded:
    """Adds a blackout and tells which bookings lie in it.

    Args:
        list: The list.
        blackout: The days, all of them or by day of the week.
        bookings: Bookings that may be touched by it.
    """

def add_blackout_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def remove_blackout(
    *,
    list: definitions.RateListDefinitionLike,
    days: definitions.DayRangeLike,
) -> RateListDefinition:
    """Sells days again: blackouts lose them and keep the rest.

    Args:
        list: The list.
        days: The days; blackouts that reach beyond them keep the rest.
    """

def remove_blackout_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def import_(
    *,
    text: str | None = ...,
    content_base64: str | None = ...,
    style: definitions.FileStyle = ...,
    on_fault: definitions.OnFault = ...,
) -> Imported:
    """Reads rate lists from a CSV or XLSX file; every faulty row is reported with its column.

    Args:
        text: The text of a CSV file.
        content_base64: The bytes of a file in Base64, for XLSX and encodings other than UTF-8.
        style: How the file is written.
        on_fault: What happens when a row is at fault.
    """

def import_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def taxes_for(
    *,
    region: definitions.TaxRegionLike,
    place_of_supply: str | None = ...,
    business_tax_id: str | None = ...,
    on: DayLike,
    currency: str | None = ...,
) -> tuple[Tax, ...]:
    """The taxes of a place of supply, as a rate list would apply them.

    Args:
        region: The seller's place, or that of the property, its category and, where wanted, its own tables.
        place_of_supply: Where it is taxed; the seller's place when not given. Lodging is supplied where it stands, whatever stands here.
        business_tax_id: The buyer's tax id as a business.
        on: The day of supply.
        currency: The currency of the sale: taxes in amounts of another are refused. When not given, amounts are in the currency of their table.
    """

def taxes_for_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def tax_tables(
    *,
    region: str | None = ...,
) -> tuple[TaxTable, ...]:
    """The tables of taxes that come with the engine, each with its source, its day, what it covers and what not.

    Args:
        region: Only tables for this place or parts of it, such as `IN` or `US-NY-NYC`; all when not given.
    """

def tax_tables_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def blackout_days(
    *,
    list: definitions.RateListDefinitionLike,
    within: definitions.DayRangeLike | None = ...,
) -> tuple[BlackoutDay, ...]:
    """Every blackout day with its reason.

    Args:
        list: The list.
        within: Only these days; those of the list's validity when not given.
    """

def blackout_days_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
