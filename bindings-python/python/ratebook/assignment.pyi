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
    "choose",
    "choose_json",
]

def choose(
    *,
    candidates: Sequence[definitions.Candidate],
    strategy: definitions.AssignmentStrategy,
    skills: Sequence[str] = ...,
    area: str | None = ...,
    stays_with: str | None = ...,
    now: InstantLike | None = ...,
) -> AssignmentChoice:
    """Chooses who takes something: in turns, by load, by skill, or by name.

    Args:
        candidates: Everybody, in the order of turns.
        strategy: By which rule.
        skills: What is needed.
        area: Where it is.
        stays_with: Who had this customer before: they get it when they can take it, whatever the rule.
        now: The present moment; needed where a candidate has hours.
    """

def choose_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
