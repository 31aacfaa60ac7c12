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
    "codes",
    "message",
    "codes_json",
    "message_json",
]

def codes(
    *,
    family: str | None = ...,
) -> tuple[CodeEntry, ...]:
    """The catalogue of every code that an error can carry.

    Args:
        family: Only codes of this family, such as `rates`.
    """

def codes_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def message(
    *,
    reasons: Sequence[definitions.ToldReason],
    language: definitions.Language,
    zone: str | None = ...,
    currency: str | None = ...,
) -> GuestMessage:
    """Tells a guest what is wrong, in one of five languages.

    Args:
        reasons: The reasons of an error: its codes and details.
        language: The guest's language: the part of a language tag before its hyphen.
        zone: Where the guest's clock stands; UTC when it is not given.
        currency: In which currency amounts are that come without one.
    """

def message_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
