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
    "boost",
    "boost_json",
]

def boost(
    *,
    currency: str,
    current_price: DecimalLike,
    boosted_price: DecimalLike,
    start: InstantLike,
    hours: int,
    zone: str,
    minimum_charge: DecimalLike | None = ...,
    min_hours: int = ...,
    max_hours: int = ...,
    rounding: definitions.RoundingMode = ...,
) -> Boost:
    """The price of a speed boost: the difference of the monthly prices by the hours' share of the month.

    Args:
        currency: The currency of every amount.
        current_price: The monthly price of the plan as it is.
        boosted_price: The monthly price of the plan for the boost.
        start: When the boost begins.
        hours: How many hours it lasts.
        zone: The zone whose month counts.
        minimum_charge: Never less than this.
        min_hours: The shortest boost.
        max_hours: The longest boost.
        rounding: Where a half goes.
    """

def boost_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
