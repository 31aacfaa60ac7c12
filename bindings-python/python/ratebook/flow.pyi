# Written by `cargo xtask generate`; change the declarations in core instead.

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, final

from . import definitions
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

__all__ = [
    "machines",
    "machines_json",
]

def machines(
    *,
    name: str | None = ...,
) -> tuple[MachineDefinition, ...]:
    """The machines that come with the engine, to be used as they are or changed.

    Args:
        name: Only the one of that name; all when not given.
    """

def machines_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
