# Written by `cargo xtask generate`; change the declarations in core instead.

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, final

from . import definitions
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

__all__ = [
    "codes",
    "codes_json",
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
