"""What the columns of every database toolkit take and refuse: exact amounts, days, moments with their zone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

import ratebook

SQLITE_DIGITS = 15
"""SQLite keeps so many digits of a number: beyond them it would round in silence."""

_WIDE = Context(prec=64)


def exact(value: Any, precision: int, scale: int) -> Decimal:
    """The amount when a column of so many digits can keep it as it is; a `TypeError` or `ValueError` when it cannot."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"`{value!r}` is not an exact amount; pass a `Decimal`")
    try:
        amount = Decimal(value)
    except ArithmeticError:
        raise ValueError(f"`{value}` is not an amount") from None
    if not amount.is_finite():
        raise ValueError(f"`{amount}` is not an amount")
    shortest = amount.normalize(_WIDE)
    if shortest and (-_exponent(shortest) > scale or shortest.adjusted() >= precision - scale):
        raise ValueError(f"`{amount}` does not fit {precision} digits, {scale} of them behind the point; round it first")
    return amount


def exact_in_sqlite(value: Any, precision: int, scale: int) -> Decimal:
    """The same for SQLite."""
    amount = exact(value, precision, scale)
    if len(amount.normalize(_WIDE).as_tuple().digits) > SQLITE_DIGITS:
        raise ValueError(f"SQLite keeps {SQLITE_DIGITS} digits of a number, and `{amount}` has more; keep it in another database")
    return amount


def kept(value: Any, scale: int) -> Decimal:
    """What a database kept, with the digits of its scale."""
    amount = Context(prec=SQLITE_DIGITS).create_decimal(value) if isinstance(value, float) else Decimal(value)
    return amount.quantize(Decimal(1).scaleb(-scale), context=_WIDE)


def money(amount: Decimal, currency: str) -> ratebook.Money:
    """The amount as its currency writes it: `124.5000` euros are `124.50`. Digits beyond the minor unit stay."""
    digits = ratebook.money.currency(currency=currency).minor_unit
    shortest = amount.normalize(_WIDE)
    written = max(-_exponent(shortest), digits or 0, 0)
    return ratebook.Money(amount=amount.quantize(Decimal(1).scaleb(-written), context=_WIDE), currency=currency)


def currency(value: Any) -> str:
    """The code of a currency that there is."""
    return ratebook.money.currency(currency=value).currency


def day(value: Any) -> dt.date:
    """The value when it is a day."""
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise TypeError(f"`{value!r}` is not a day; pass a `date`")
    return value


def instant(value: Any) -> dt.datetime:
    """The moment in UTC when it knows its zone."""
    if not isinstance(value, dt.datetime):
        raise TypeError(f"`{value!r}` is not a moment; pass an aware `datetime`")
    if value.utcoffset() is None:
        raise ValueError(f"`{value}` has no zone; pass an aware `datetime`")
    return value.astimezone(dt.timezone.utc)


def _exponent(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def instance(value: Any) -> dict[str, Any]:
    """The instance of a machine as JSON has it; a `TypeError` for anything else."""
    if not isinstance(value, ratebook.MachineInstance):
        raise TypeError(f"`{value!r}` is no instance of a machine; pass a `ratebook.MachineInstance`")
    written: dict[str, Any] = json.loads(value.to_json())
    # Python 3.10 reads fractions of six digits.
    return {**written, "entered_at": value.entered_at.astimezone(dt.timezone.utc).isoformat()}


def instance_kept(value: Mapping[str, Any]) -> ratebook.MachineInstance[Any, Any]:
    """The instance that a database kept."""
    moment = dt.datetime.fromisoformat(value["entered_at"]).astimezone(dt.timezone.utc)
    return ratebook.MachineInstance(**{**value, "entered_at": moment})
