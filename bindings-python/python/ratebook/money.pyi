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
    "round",
    "allocate",
    "sum",
    "convert",
    "check_rates",
    "currency",
    "currencies",
    "to_gateway",
    "from_gateway",
    "format",
    "parse",
    "round_json",
    "allocate_json",
    "sum_json",
    "convert_json",
    "check_rates_json",
    "currency_json",
    "currencies_json",
    "to_gateway_json",
    "from_gateway_json",
    "format_json",
    "parse_json",
]

def round(
    *,
    money: definitions.MoneyLike,
    mode: definitions.RoundingMode = ...,
    step: definitions.RoundingStep = ...,
) -> Money:
    """Rounds an amount to a minor unit, a cash step or any other.

    Args:
        money: The amount.
        mode: Where a half goes.
        step: To what is rounded.
    """

def round_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def allocate(
    *,
    total: definitions.MoneyLike,
    among: definitions.Shares,
    method: definitions.AllocationMethod = ...,
    step: definitions.RoundingStep = ...,
) -> tuple[Money, ...]:
    """Shares an amount out by weights or in equal parts that add up to it exactly.

    Args:
        total: What is shared out.
        among: Among how many, or by which weights.
        method: Who gets what is left over.
        step: Every share is a whole number of these.
    """

def allocate_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def sum(
    *,
    amounts: Sequence[definitions.MoneyLike],
    currency: str | None = ...,
) -> Money:
    """Adds amounts of one currency up, exactly.

    Args:
        amounts: The amounts, all of one currency.
        currency: The currency of the sum; that of the first amount when not given.
    """

def sum_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def convert(
    *,
    money: definitions.MoneyLike,
    currency: str,
    rates: definitions.ExchangeRates,
    as_of: InstantLike,
    max_age_seconds: int = ...,
    allow_stale: bool = ...,
    mode: definitions.RoundingMode = ...,
    step: definitions.RoundingStep = ...,
) -> Conversion:
    """Converts an amount by a table of exchange rates and tells which rate was used.

    Args:
        money: The amount.
        currency: Into which currency.
        rates: The rates that are known.
        as_of: The moment at which the age of a rate is judged; later rates are not looked at.
        max_age_seconds: How old a rate may be.
        allow_stale: Whether a rate that is too old is used and marked stale, rather than refused.
        mode: Where a half goes.
        step: To what the answer is rounded, in the target currency.
    """

def convert_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def check_rates(
    *,
    rates: definitions.ExchangeRates,
) -> RatesChecked:
    """Looks a table of exchange rates over: every row that cannot be used, and why.

    Args:
        rates: The table.
    """

def check_rates_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def currency(
    *,
    currency: str,
) -> CurrencyFacts:
    """The facts of one currency: number, name, minor unit, digits shown, cash step.

    Args:
        currency: The currency.
    """

def currency_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def currencies(
) -> tuple[CurrencyFacts, ...]:
    """The facts of every currency."""

def currencies_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def to_gateway(
    *,
    money: definitions.MoneyLike,
    gateway: definitions.Gateway,
    purpose: definitions.GatewayUse = ...,
    mode: definitions.RoundingMode | None = ...,
) -> GatewayAmount:
    """Counts an amount in the units of a payment gateway.

    Args:
        money: The amount.
        gateway: For whom.
        purpose: What the money does.
        mode: How an amount finer than the gateway takes is rounded; without it such an amount is refused.
    """

def to_gateway_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def from_gateway(
    *,
    gateway: definitions.Gateway,
    currency: str,
    units: int,
) -> Money:
    """The amount that a payment gateway's units are.

    Args:
        gateway: Whose.
        currency: The currency.
        units: The whole number of the gateway's units.
    """

def from_gateway_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def format(
    *,
    money: definitions.MoneyLike,
    locale: definitions.Locale,
    digits: definitions.WrittenDigits = ...,
    mark: definitions.CurrencyMark = ...,
) -> str:
    """Writes an amount as a language and place do.

    Args:
        money: The amount.
        locale: As whom to write it.
        digits: How many digits at least.
        mark: How the currency is written.
    """

def format_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def parse(
    *,
    text: str,
    locale: definitions.Locale,
    currency: str,
) -> Money:
    """Reads an amount as a language and place write it.

    Args:
        text: The text, with or without its currency.
        locale: As whom it was written.
        currency: In which currency.
    """

def parse_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""
