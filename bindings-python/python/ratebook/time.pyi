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
    "day",
    "add_months",
    "age",
    "to_instant",
    "to_local",
    "day_length",
    "zone_database",
    "clock_changes",
    "open_spans",
    "is_open",
    "open_time",
    "add_business_days",
    "business_days",
    "add_business_time",
    "business_time",
    "periods",
    "period_of",
    "occurrences",
    "cron",
    "day_json",
    "add_months_json",
    "age_json",
    "to_instant_json",
    "to_local_json",
    "day_length_json",
    "zone_database_json",
    "clock_changes_json",
    "open_spans_json",
    "is_open_json",
    "open_time_json",
    "add_business_days_json",
    "business_days_json",
    "add_business_time_json",
    "business_time_json",
    "periods_json",
    "period_of_json",
    "occurrences_json",
    "cron_json",
]

def day(
    *,
    day: DayLike,
) -> DayFacts:
    """What is known of a day.

    Args:
        day: The day.
    """

def day_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def add_months(
    *,
    day: DayLike,
    months: int,
) -> date:
    """The same day of another month, or the month's last day when it has none.

    Args:
        day: The day.
        months: So many months later, or earlier when negative.
    """

def add_months_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def age(
    *,
    born_on: DayLike,
    on: DayLike,
) -> int:
    """How old someone is on a day.

    Args:
        born_on: The birth date.
        on: The day on which the age is wanted.
    """

def age_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def to_instant(
    *,
    zone: str,
    day: DayLike,
    time: TimeLike,
) -> WallTime:
    """The moment at which clocks show a time.

    Args:
        zone: The zone.
        day: The day.
        time: The time on the wall clock.
    """

def to_instant_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def to_local(
    *,
    zone: str,
    instant: InstantLike,
) -> LocalTime:
    """What clocks show at a moment.

    Args:
        zone: The zone.
        instant: The moment.
    """

def to_local_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def day_length(
    *,
    zone: str,
    day: DayLike,
) -> int:
    """How many seconds a day has.

    Args:
        zone: The zone.
        day: The day.
    """

def day_length_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def zone_database(
) -> ZoneDatabase:
    """Which release of the IANA zone database is inside."""

def zone_database_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def clock_changes(
    *,
    zone: str,
    span: definitions.SpanLike,
) -> tuple[datetime, ...]:
    """The moments at which clocks change in a stretch of time.

    Args:
        zone: The zone.
        span: The stretch.
    """

def clock_changes_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def open_spans(
    *,
    zone: str,
    hours: definitions.OpeningHoursLike,
    days: definitions.DayRangeLike,
) -> tuple[Span, ...]:
    """The open stretches of days.

    Args:
        zone: The zone.
        hours: When it is open.
        days: The days.
    """

def open_spans_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def is_open(
    *,
    zone: str,
    hours: definitions.OpeningHoursLike,
    instant: InstantLike,
) -> bool:
    """Whether it is open at a moment.

    Args:
        zone: The zone.
        hours: When it is open.
        instant: The moment.
    """

def is_open_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def open_time(
    *,
    zone: str,
    hours: definitions.OpeningHoursLike,
    span: definitions.SpanLike,
) -> int:
    """How many seconds of a stretch of time are open.

    Args:
        zone: The zone.
        hours: When it is open.
        span: The stretch.
    """

def open_time_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def add_business_days(
    *,
    calendar: definitions.BusinessCalendarLike,
    day: DayLike,
    days: int,
) -> date:
    """The business day so many business days away.

    Args:
        calendar: The calendar.
        day: The day.
        days: So many business days later, or earlier when negative.
    """

def add_business_days_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def business_days(
    *,
    calendar: definitions.BusinessCalendarLike,
    days: definitions.DayRangeLike,
) -> int:
    """How many business days lie in a range.

    Args:
        calendar: The calendar.
        days: The days, both ends included.
    """

def business_days_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def add_business_time(
    *,
    calendar: definitions.BusinessCalendarLike,
    start: InstantLike,
    seconds: int,
) -> datetime:
    """The moment at which so much business time has passed.

    Args:
        calendar: The calendar.
        start: The moment.
        seconds: So many seconds of business time.
    """

def add_business_time_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def business_time(
    *,
    calendar: definitions.BusinessCalendarLike,
    span: definitions.SpanLike,
) -> int:
    """How many seconds of business time a stretch holds.

    Args:
        calendar: The calendar.
        span: The stretch.
    """

def business_time_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def periods(
    *,
    interval: definitions.IntervalLike,
    anchor: DayLike,
    first: int,
    count: int,
) -> tuple[DayRange, ...]:
    """Billing periods, the anchor's day kept.

    Args:
        interval: How often.
        anchor: The first day of period 0.
        first: The number of the first period that is wanted.
        count: How many periods.
    """

def periods_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def period_of(
    *,
    interval: definitions.IntervalLike,
    anchor: DayLike,
    day: DayLike,
) -> NumberedPeriod:
    """The billing period that holds a day.

    Args:
        interval: How often.
        anchor: The first day of period 0.
        day: The day whose period is wanted.
    """

def period_of_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def occurrences(
    *,
    zone: str,
    recurrence: definitions.Recurrence,
    within: definitions.SpanLike | None = ...,
    limit: int | None = ...,
) -> tuple[Occurrence, ...]:
    """The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time.

    Args:
        zone: The zone whose clocks it goes by.
        recurrence: When it recurs.
        within: The stretch that is asked for; all when not given.
        limit: How many occurrences are answered at most.
    """

def occurrences_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def cron(
    *,
    cron: str,
    zone: str,
    after: InstantLike,
    count: int = ...,
) -> tuple[datetime, ...]:
    """The next moments of a line of cron by the clocks of a zone.

    Args:
        cron: Minute, hour, day of the month, month and day of the week: `15 0 * * *` is a quarter past midnight.
        zone: By whose clocks.
        after: Moments after this one.
        count: How many; one when not given.
    """

def cron_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
