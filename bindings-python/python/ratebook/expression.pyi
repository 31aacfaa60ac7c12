# Written by `cargo xtask generate`; change the declarations in core instead.

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, final

from . import definitions
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

__all__ = [
    "evaluate",
    "evaluate_json",
]

def evaluate(
    *,
    expression: str,
    types: Mapping[str, str] = ...,
    facts: Mapping[str, Any] = ...,
) -> Evaluated:
    """Reads, types and evaluates an expression.

    Args:
        expression: Such as `nights >= 7`.
        types: The type of each name: `bool`, `int`, `decimal`, `text`, `day`, or a list of one of them such as `[text]`.
        facts: The value of each name; decimals and days as text.
    """

def evaluate_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
