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
    "evaluate",
    "check",
    "evaluate_json",
    "check_json",
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
        types: The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
        facts: The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an object.
    """

def evaluate_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def check(
    *,
    expression: str,
    types: Mapping[str, str] = ...,
) -> ExpressionChecked:
    """Reads and types an expression: the type of its value, the names it looks at, its canonical form.

    Args:
        expression: Such as `nights >= 7`.
        types: The type of each name, as for `expression.evaluate`.
    """

def check_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
