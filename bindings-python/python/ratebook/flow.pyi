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
    "retry",
    "alert",
    "machines_json",
    "retry_json",
    "alert_json",
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

def retry(
    *,
    policy: definitions.RetryPolicy,
    attempt: int,
    failed_at: InstantLike,
    first_failed_at: InstantLike | None = ...,
    permanent: bool = ...,
    random: DecimalLike | None = ...,
) -> NextAttempt:
    """When a failed attempt is followed by the next one: listed or growing delays, with jitter.

    Args:
        policy: The rule.
        attempt: Which attempt failed; the first one is 1.
        failed_at: When it failed.
        first_failed_at: When the first one failed, for delays that count from there.
        permanent: Whether trying again is useless: the address does not exist, the card was cancelled.
        random: A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest.
    """

def retry_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def alert(
    *,
    rule: definitions.AlertRule,
    state: definitions.AlertState = ...,
    samples: Sequence[definitions.AlertSample] = ...,
    now: InstantLike,
) -> Alerted:
    """Follows a figure: an alert that opens once, stays open and clears.

    Args:
        rule: The rule.
        state: What the last answer gave; nothing the first time.
        samples: The samples, in order of time. Those not later than the last one that was looked at are left out.
        now: The present moment.
    """

def alert_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
