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
    "read_files",
    "read_files_json",
]

def read_files(
    *,
    files: Mapping[str, Any],
    carries: Sequence[str] | None = ...,
    others: Mapping[str, Mapping[str, Any]] = ...,
) -> PackDefinition:
    """Reads a pack from its files and checks the whole: every fault of all files, each with its file and its place in it.

    Args:
        files: The text of each file by its path within the pack, such as `entities/customer.toml`.
        carries: The effects that the host carries out: one that nobody carries out is a fault where it is named. Nothing is asked of them when not given.
        others: The files of other packs at hand, by their folders; those that this one needs are put together with it.
    """

def read_files_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
