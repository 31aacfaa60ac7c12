# Written by `cargo xtask generate`; change the declarations in core instead.

from . import engine as engine
from . import expression as expression
from . import money as money
from . import time as time
from . import rates as rates
from . import plans as plans
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, final

from . import definitions
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

__all__ = [
    "Quotes",
    "__version__",
    "RateList",
    "RateLists",
    "Plan",
    "engine",
    "expression",
    "money",
    "time",
    "rates",
    "plans",
]

__version__: str

@final
class RateList:
    """A rate list, checked and compiled: asked for prices as often as you like."""

    def __new__(cls, definition: definitions.RateListDefinition | Mapping[str, Any] | str | bytes | bytearray, /) -> RateList: ...

    def price(
        self,
        *,
        check_in: DayLike | None = ...,
        check_out: DayLike | None = ...,
        first: DayLike | None = ...,
        last: DayLike | None = ...,
        start: InstantLike | None = ...,
        end: InstantLike | None = ...,
        adults: int = ...,
        children: Sequence[int] = ...,
        birth_dates: Sequence[DayLike] = ...,
        quantity: int = ...,
        booked_on: DayLike | None = ...,
        as_of: InstantLike | None = ...,
        supplements: Mapping[str, int] = ...,
        promo_codes: Sequence[str] = ...,
        promo_uses: Mapping[str, int] = ...,
        tags: Sequence[str] = ...,
        channel: str | None = ...,
        place_of_supply: str | None = ...,
        business_tax_id: str | None = ...,
        preview: bool = ...,
    ) -> Price:
        """Prices a request, with every line; or refuses it with every reason.

        Args:
            check_in: The day of arrival.
            check_out: The day of departure; its night is not priced.
            first: The first day of a service.
            last: The last day of a service, included; the first one when not given.
            start: The beginning of a span of hours.
            end: The end of a span of hours, excluded.
            adults: How many adults in each room or unit.
            children: The ages of the children in each room or unit, on the day of arrival.
            birth_dates: Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival.
            quantity: How many rooms or units.
            booked_on: The day of booking, which lead times and windows look at; the day of `as_of` when not given.
            as_of: The moment as of which is priced.
            supplements: Optional supplements by code, and how many of each.
            promo_codes: Promotion codes that the guest gave.
            promo_uses: How often a promotion code has been used so far.
            tags: What is known of the guest, for expressions: `member`, `resident`…
            channel: Through which channel the request comes, for expressions.
            place_of_supply: Where the service is taxed, such as `IN-MH`; the seller's place when not given.
            business_tax_id: The guest's tax id as a business, for reverse charge.
            preview: Whether a draft is priced too.
        """

    def price_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def total(
        self,
        *,
        check_in: DayLike | None = ...,
        check_out: DayLike | None = ...,
        first: DayLike | None = ...,
        last: DayLike | None = ...,
        start: InstantLike | None = ...,
        end: InstantLike | None = ...,
        adults: int = ...,
        children: Sequence[int] = ...,
        birth_dates: Sequence[DayLike] = ...,
        quantity: int = ...,
        booked_on: DayLike | None = ...,
        as_of: InstantLike | None = ...,
        supplements: Mapping[str, int] = ...,
        promo_codes: Sequence[str] = ...,
        promo_uses: Mapping[str, int] = ...,
        tags: Sequence[str] = ...,
        channel: str | None = ...,
        place_of_supply: str | None = ...,
        business_tax_id: str | None = ...,
        preview: bool = ...,
    ) -> Money:
        """The total alone: the fast way when nobody reads the lines.

        Args:
            check_in: The day of arrival.
            check_out: The day of departure; its night is not priced.
            first: The first day of a service.
            last: The last day of a service, included; the first one when not given.
            start: The beginning of a span of hours.
            end: The end of a span of hours, excluded.
            adults: How many adults in each room or unit.
            children: The ages of the children in each room or unit, on the day of arrival.
            birth_dates: Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival.
            quantity: How many rooms or units.
            booked_on: The day of booking, which lead times and windows look at; the day of `as_of` when not given.
            as_of: The moment as of which is priced.
            supplements: Optional supplements by code, and how many of each.
            promo_codes: Promotion codes that the guest gave.
            promo_uses: How often a promotion code has been used so far.
            tags: What is known of the guest, for expressions: `member`, `resident`…
            channel: Through which channel the request comes, for expressions.
            place_of_supply: Where the service is taxed, such as `IN-MH`; the seller's place when not given.
            business_tax_id: The guest's tax id as a business, for reverse charge.
            preview: Whether a draft is priced too.
        """

    def total_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def price_in(
        self,
        *,
        request: definitions.PriceRequest,
        currency: str,
        rates: definitions.ExchangeRates,
        as_of: InstantLike,
        max_age_seconds: int = ...,
        allow_stale: bool = ...,
    ) -> PriceIn:
        """Prices a request and tells the total in another currency, with the exchange rate and its time.

        Args:
            request: What is to be priced.
            currency: The currency that is wanted.
            rates: The exchange rates.
            as_of: The moment by which the rates' age is judged.
            max_age_seconds: How old a rate may be; a day when not given.
            allow_stale: Whether an older rate is taken all the same, and told as stale.
        """

    def price_in_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def explain(
        self,
        *,
        check_in: DayLike | None = ...,
        check_out: DayLike | None = ...,
        first: DayLike | None = ...,
        last: DayLike | None = ...,
        start: InstantLike | None = ...,
        end: InstantLike | None = ...,
        adults: int = ...,
        children: Sequence[int] = ...,
        birth_dates: Sequence[DayLike] = ...,
        quantity: int = ...,
        booked_on: DayLike | None = ...,
        as_of: InstantLike | None = ...,
        supplements: Mapping[str, int] = ...,
        promo_codes: Sequence[str] = ...,
        promo_uses: Mapping[str, int] = ...,
        tags: Sequence[str] = ...,
        channel: str | None = ...,
        place_of_supply: str | None = ...,
        business_tax_id: str | None = ...,
        preview: bool = ...,
    ) -> Explanation:
        """The price in sentences, or every reason against it.

        Args:
            check_in: The day of arrival.
            check_out: The day of departure; its night is not priced.
            first: The first day of a service.
            last: The last day of a service, included; the first one when not given.
            start: The beginning of a span of hours.
            end: The end of a span of hours, excluded.
            adults: How many adults in each room or unit.
            children: The ages of the children in each room or unit, on the day of arrival.
            birth_dates: Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival.
            quantity: How many rooms or units.
            booked_on: The day of booking, which lead times and windows look at; the day of `as_of` when not given.
            as_of: The moment as of which is priced.
            supplements: Optional supplements by code, and how many of each.
            promo_codes: Promotion codes that the guest gave.
            promo_uses: How often a promotion code has been used so far.
            tags: What is known of the guest, for expressions: `member`, `resident`…
            channel: Through which channel the request comes, for expressions.
            place_of_supply: Where the service is taxed, such as `IN-MH`; the seller's place when not given.
            business_tax_id: The guest's tax id as a business, for reverse charge.
            preview: Whether a draft is priced too.
        """

    def explain_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def quote_many(
        self,
        *,
        requests: Sequence[definitions.PriceRequest],
    ) -> tuple[Quoted, ...]:
        """Prices many requests, one answer each; a bad request never spoils the others.

        Args:
            requests: The requests, each answered by itself.
        """

    def quote_many_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def total_many(
        self,
        *,
        requests: Sequence[definitions.PriceRequest],
    ) -> tuple[Totalled, ...]:
        """The totals of many requests, one answer each: the fastest way to price a lot.

        Args:
            requests: The requests, each answered by itself.
        """

    def total_many_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def grid(
        self,
        *,
        arrivals: definitions.DayRange,
        nights: Sequence[int],
        parties: Sequence[definitions.GridParty],
        quantity: int = ...,
        booked_on: DayLike | None = ...,
        preview: bool = ...,
    ) -> Grid:
        """The total of every arrival day, length of stay and party.

        Args:
            arrivals: The arrival days.
            nights: The lengths of stay, in nights.
            parties: The parties.
            quantity: How many rooms or units.
            booked_on: The day of booking.
            preview: Whether a draft is priced too.
        """

    def grid_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def pack(
        self,
    ) -> Packed:
        """The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again."""

    def pack_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def quote_arrow(self, table: Any, /) -> Quotes:
        """Prices a whole table in one call: a column per field of a request, a row per request.

        Takes anything that speaks the Arrow C interface (pyarrow, polars, pandas, DuckDB) and gives a table that does.
        """

    def total_arrow(self, table: Any, /) -> Quotes:
        """The totals of a whole table in one call, as `quote_arrow` takes it; several times faster."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class RateLists:
    """Several rate lists, checked and compiled, that answer together."""

    def __new__(cls, definition: definitions.RateListsDefinition | Mapping[str, Any] | str | bytes | bytearray, /) -> RateLists: ...

    def cheapest(
        self,
        *,
        request: definitions.PriceRequest,
    ) -> Cheapest:
        """The price of the cheapest list, with every other offer and refusal.

        Args:
            request: What is to be priced.
        """

    def cheapest_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def select(
        self,
        *,
        request: definitions.PriceRequest,
        supplier: str | None = ...,
        service_type: str | None = ...,
        destination: str | None = ...,
        product: str | None = ...,
    ) -> Selection:
        """The one list that answers for a product: by priority, most specific product, newest version, id, in this order.

        Args:
            request: What is to be priced.
            supplier: The supplier; lists without one are for all.
            service_type: The kind of service.
            destination: The destination; lists without one are for all.
            product: The product; lists without one are for all.
        """

    def select_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def overlaps(
        self,
        *,
        within: definitions.DayRange | None = ...,
    ) -> tuple[Overlap, ...]:
        """Every pair of published lists of one supplier, service, destination and product whose days meet.

        Args:
            within: Only those that touch these days.
        """

    def overlaps_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def validate_dates(
        self,
        *,
        list: definitions.RateListDefinition,
    ) -> tuple[Overlap, ...]:
        """The overlaps that a list would have, without saving it.

        Args:
            list: The list, as if it were published.
        """

    def validate_dates_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def simulate(
        self,
        *,
        requests: Sequence[definitions.PriceRequest],
        before: int = ...,
        after: int = ...,
    ) -> Simulation:
        """Prices the same requests under two lists: what would have changed, for each and in sum.

        Args:
            requests: The requests, such as last year's.
            before: The place of the list as it is.
            after: The place of the list as it would be.
        """

    def simulate_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def export(
        self,
        *,
        style: definitions.FileStyle = ...,
    ) -> Exported:
        """Writes the lists to a CSV or XLSX file, which reads back to the same lists.

        Args:
            style: How the file is to be written.
        """

    def export_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def bulk_update(
        self,
        *,
        lists: definitions.ListFilter = ...,
        change: definitions.BulkChange,
    ) -> BulkUpdate:
        """One change over many lists as one set that can be looked at: all lists change or none.

        Args:
            lists: Which lists.
            change: What happens to each of them.
        """

    def bulk_update_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Plan:
    """A plan, checked: what its periods cost, and what changes in their midst do."""

    def __new__(cls, definition: definitions.PlanDefinition | Mapping[str, Any] | str | bytes | bytearray, /) -> Plan: ...

    def charge(
        self,
        *,
        usage: Mapping[str, DecimalLike] = ...,
    ) -> PlanBill:
        """What a period costs with its usage, line by line.

        Args:
            usage: How much of each metric; what is not given is none.
        """

    def charge_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def periods(
        self,
        *,
        anchor: DayLike,
        first: int = ...,
        count: int,
    ) -> tuple[BillingPeriod, ...]:
        """The plan's billing periods, the anchor's day kept.

        Args:
            anchor: The first day of the subscription, which begins period 0.
            first: The number of the first period that is wanted.
            count: How many periods.
        """

    def periods_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def prorate(
        self,
        *,
        change: definitions.PlanChange,
        at: InstantLike,
        zone: str,
        anchor: DayLike,
        by: definitions.ProrationUnit = ...,
    ) -> Proration:
        """What a change in the midst of a period costs: credit and charge as separate lines.

        Args:
            change: What happens.
            at: When.
            zone: The zone whose days count.
            anchor: The first day of the subscription's period 0.
            by: Whether seconds or days are counted; the day of the change is the first of what comes after.
        """

    def prorate_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Quotes:
    """A table of answers, in the Arrow C interface."""

    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: Any = ...) -> Any: ...
    def __len__(self) -> int: ...
