# Written by `cargo xtask generate`; change the declarations in core instead.

from . import engine as engine
from . import expression as expression
from . import money as money
from . import time as time
from . import flow as flow
from . import tenancy as tenancy
from . import assignment as assignment
from . import rates as rates
from . import plans as plans
from . import records as records
from typing import TypedDict
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
    "Quotes",
    "__version__",
    "RateList",
    "RateLists",
    "Plan",
    "CancellationPolicy",
    "Calendar",
    "Machine",
    "DeadlinePolicy",
    "Tenant",
    "Automation",
    "ContactPlan",
    "Pack",
    "Storefront",
    "engine",
    "expression",
    "money",
    "time",
    "flow",
    "tenancy",
    "assignment",
    "rates",
    "plans",
    "records",
]

__version__: str

_State = TypeVar("_State", bound=str, default=str)
_Event = TypeVar("_Event", bound=str, default=str)

class _Fire(TypedDict, Generic[_Event]):
    instance: definitions.MachineInstanceLike
    event: _Event
    now: InstantLike

class _FireRequest(_Fire[_Event], total=False):
    actor: str | None
    permissions: Sequence[str]
    facts: Mapping[str, Any]
    given: Mapping[str, Any]
    expected_version: int | None

@final
class RateList:
    """A rate list, checked and compiled: asked for prices as often as you like."""

    def __new__(cls, definition: definitions.RateListDefinitionLike | str | bytes | bytearray, /) -> RateList: ...

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
            quantity: How many rooms or units; below zero so many are given back, at what they cost, with the other sign.
            booked_on: The day of booking, which lead times and windows look at; the day of `as_of` when not given.
            as_of: The moment as of which is priced.
            supplements: Optional supplements by code, and how many of each.
            promo_codes: Promotion codes that the guest gave.
            promo_uses: How often a promotion code has been used so far.
            tags: What is known of the guest, for expressions: `member`, `resident`…
            channel: Through which channel the request comes, for expressions.
            place_of_supply: Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands.
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
            quantity: How many rooms or units; below zero so many are given back, at what they cost, with the other sign.
            booked_on: The day of booking, which lead times and windows look at; the day of `as_of` when not given.
            as_of: The moment as of which is priced.
            supplements: Optional supplements by code, and how many of each.
            promo_codes: Promotion codes that the guest gave.
            promo_uses: How often a promotion code has been used so far.
            tags: What is known of the guest, for expressions: `member`, `resident`…
            channel: Through which channel the request comes, for expressions.
            place_of_supply: Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands.
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
            quantity: How many rooms or units; below zero so many are given back, at what they cost, with the other sign.
            booked_on: The day of booking, which lead times and windows look at; the day of `as_of` when not given.
            as_of: The moment as of which is priced.
            supplements: Optional supplements by code, and how many of each.
            promo_codes: Promotion codes that the guest gave.
            promo_uses: How often a promotion code has been used so far.
            tags: What is known of the guest, for expressions: `member`, `resident`…
            channel: Through which channel the request comes, for expressions.
            place_of_supply: Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands.
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
        arrivals: definitions.DayRangeLike,
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

    def __new__(cls, definition: definitions.RateListsDefinition | str | bytes | bytearray, /) -> RateLists: ...

    def cheapest(
        self,
        *,
        request: definitions.PriceRequest,
        buyer: definitions.Buyer = ...,
    ) -> Cheapest:
        """The price of the cheapest list, with every other offer and refusal.

        Args:
            request: What is to be priced.
            buyer: Who asks; lists for others are refused.
        """

    def cheapest_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def select(
        self,
        *,
        request: definitions.PriceRequest,
        buyer: definitions.Buyer = ...,
        supplier: str | None = ...,
        service_type: str | None = ...,
        destination: str | None = ...,
        product: str | None = ...,
    ) -> Selection:
        """The one list that answers for a product: by priority, most specific product, newest version, id, in this order.

        Args:
            request: What is to be priced.
            buyer: Who asks.
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
        within: definitions.DayRangeLike | None = ...,
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
        list: definitions.RateListDefinitionLike,
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

    def __new__(cls, definition: definitions.PlanDefinition | str | bytes | bytearray, /) -> Plan: ...

    def charge(
        self,
        *,
        usage: Mapping[str, DecimalLike] = ...,
        credit: bool = ...,
    ) -> PlanBill:
        """What a period costs with its usage, line by line.

        Args:
            usage: How much of each metric; what is not given is none. Below zero it is given back: its lines have the other sign.
            credit: Whether the whole bill is given back: every line has the other sign.
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
        by: definitions.ProrationUnit | None = ...,
    ) -> Proration:
        """What a change in the midst of a period costs: credit and charge as separate lines.

        Args:
            change: What happens.
            at: When.
            zone: The zone whose days count.
            anchor: The first day of the subscription's period 0.
            by: What is counted; as the plan says when not given. The day of the change is the first of what comes after.
        """

    def prorate_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class CancellationPolicy:
    """A cancellation policy, checked: what is charged and what goes back, by how long before the start."""

    def __new__(cls, definition: definitions.CancellationPolicyDefinition | str | bytes | bytearray, /) -> CancellationPolicy: ...

    def fee(
        self,
        *,
        booking: definitions.CancellableBooking,
        at: InstantLike,
        cancelled_by: definitions.CancelledBy = ...,
        no_show: bool = ...,
    ) -> CancellationSettlement:
        """What a cancellation costs and what goes back, component by component.

        Args:
            booking: What was booked.
            at: When it is cancelled.
            cancelled_by: Who cancels.
            no_show: Whether nobody came.
        """

    def fee_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def deadlines(
        self,
        *,
        booking: definitions.CancellableBooking,
        now: InstantLike | None = ...,
    ) -> CancellationDeadlines:
        """Every deadline of a booking with what cancelling costs until then, as a guest is shown it.

        Args:
            booking: What is booked, or is about to be.
            now: What has passed by then is left out.
        """

    def deadlines_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Calendar:
    """Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all."""

    def __new__(cls, definition: definitions.CalendarDefinitionLike | str | bytes | bytearray, /) -> Calendar: ...

    def check(
        self,
        *,
        now: InstantLike,
        resource: str,
        when: definitions.When,
        units: int = ...,
        partner: str | None = ...,
        hold: str | None = ...,
        booking: str | None = ...,
    ) -> Availability:
        """Is it free? If not, every reason, with the units left.

        Args:
            now: The present moment: what holds and notice are measured by.
            resource: The resource.
            when: When.
            units: How many units.
            partner: The partner who asks.
            hold: A hold of the asker's own, which does not stand in the way.
            booking: A booking that is to move, which does not stand in its own way.
        """

    def check_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def check_all(
        self,
        *,
        now: InstantLike,
        takes: Sequence[definitions.TakeLike],
        hold: str | None = ...,
        booking: str | None = ...,
    ) -> Availability:
        """Are several things free at once? One answer for all of them, with every reason.

        Args:
            now: The present moment.
            takes: What is wanted, all of it.
            hold: A hold of the asker's own, which does not stand in the way.
            booking: A booking that is to move, which does not stand in its own way.
        """

    def check_all_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def next_free(
        self,
        *,
        now: InstantLike,
        resources: Sequence[str] = ...,
        after: InstantLike,
        minutes: int,
        units: int = ...,
        within_days: int = ...,
    ) -> tuple[FreeTime, ...]:
        """The first free time of each resource, the earliest first.

        Args:
            now: The present moment.
            resources: The resources to look at; all that are counted by the moment when empty.
            after: Not before that moment.
            minutes: For so many minutes.
            units: How many units.
            within_days: Within so many days.
        """

    def next_free_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def slots(
        self,
        *,
        now: InstantLike,
        resources: Sequence[str] = ...,
        days: definitions.DayRangeLike,
        minutes: int,
        units: int = ...,
        step_minutes: int | None = ...,
        counted: definitions.GridStart = ...,
        hold: str | None = ...,
        booking: str | None = ...,
    ) -> tuple[ResourceSlots, ...]:
        """The free starts of many resources, in local time.

        Args:
            now: The present moment.
            resources: The resources; all that are counted by the moment when empty.
            days: The days on which they begin, by each resource's own clock.
            minutes: How long.
            units: How many units.
            step_minutes: Every so many minutes, for resources without a grid; 15 when not given.
            counted: Whether those steps are counted from midnight or from the opening.
            hold: A hold of the asker's own, which does not stand in the way.
            booking: A booking that is to move, which does not stand in its own way.
        """

    def slots_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def common_slots(
        self,
        *,
        now: InstantLike,
        needs: Sequence[definitions.ResourceNeed],
        days: definitions.DayRangeLike,
        minutes: int,
        step_minutes: int | None = ...,
        counted: definitions.GridStart = ...,
        hold: str | None = ...,
        booking: str | None = ...,
    ) -> tuple[CommonSlot, ...]:
        """The starts at which several things are free at once, with a resource for each of them.

        Args:
            now: The present moment.
            needs: What is needed at once: each need is met by another resource.
            days: The days on which they begin, by each resource's own clock.
            minutes: How long.
            step_minutes: Every so many minutes, for resources without a grid; 15 when not given.
            counted: Whether those steps are counted from midnight or from the opening.
            hold: A hold of the asker's own, which does not stand in the way.
            booking: A booking that is to move, which does not stand in its own way.
        """

    def common_slots_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def view(
        self,
        *,
        now: InstantLike,
        view: definitions.ViewKind,
        day: DayLike,
        week_begins: definitions.Weekday = ...,
        zone: str | None = ...,
        resources: Sequence[str] = ...,
        partner: str | None = ...,
        without_names: bool = ...,
    ) -> tuple[ResourceView, ...]:
        """What a screen draws: a day, a week or a month of resources.

        Args:
            now: The present moment: holds that have expired are not drawn.
            view: A day, a week or a month.
            day: A day of it.
            week_begins: The first day of a week.
            zone: The zone in which days begin; each resource's own when not given.
            resources: The resources; all when empty.
            partner: The partner who looks.
            without_names: Whether cells tell what they are and the units left alone, not the bookings, holds and blocks in them.
        """

    def view_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def occupancy(
        self,
        *,
        resources: Sequence[str] = ...,
        days: definitions.DayRangeLike,
        by: definitions.OccupancyBy = ...,
        gaps_below_minutes: int | None = ...,
        booked_since: InstantLike | None = ...,
    ) -> tuple[ResourceOccupancy, ...]:
        """Utilisation by day or week, gaps too short to sell, and pickup.

        Args:
            resources: The resources; all when empty.
            days: The days.
            by: By the day or by the week; a week begins on Monday, and the first and last may be cut.
            gaps_below_minutes: Gaps shorter than this are too short to sell; the shortest booking of the resource when not given.
            booked_since: Pickup is what was booked at this moment or later.
        """

    def occupancy_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def assign(
        self,
        *,
        now: InstantLike,
        when: definitions.When,
        any_of: Sequence[str] = ...,
        skills: Sequence[str] = ...,
        location: str | None = ...,
        strategy: definitions.AssignmentStrategy,
        booking: str | None = ...,
    ) -> Assigned:
        """Who takes an appointment: free, able, and next by the rule.

        Args:
            now: The present moment.
            when: When.
            any_of: One of these, in the order of turns; any when empty.
            skills: What is needed.
            location: Where it is: a resource with another location is left out.
            strategy: By which rule. Load is what is booked on the day, in minutes; skills are always needed here.
            booking: A booking that is to move, which does not stand in its own way.
        """

    def assign_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def book(
        self,
        *,
        now: InstantLike,
        booking: definitions.BookingLike,
        hold: str | None = ...,
    ) -> Booking:
        """Books one resource or several at once: all or none.

        Args:
            now: The present moment.
            booking: The booking. The same one again changes nothing and is answered again.
            hold: The hold that it comes from: it does not stand in the way, and is gone afterwards.
        """

    def book_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def book_series(
        self,
        *,
        now: InstantLike,
        id: str,
        resource: str,
        recurrence: definitions.Recurrence,
        last_day: DayLike | None = ...,
        minutes: int,
        units: int = ...,
        book: definitions.SeriesBooking,
        title: str | None = ...,
    ) -> BookedSeries:
        """Books a recurring time: all occurrences, those that are free, or none. Every clash is told.

        Args:
            now: The present moment.
            id: What the series is known by: its bookings are `id/1`, `id/2` and so on.
            resource: The resource.
            recurrence: When it recurs.
            last_day: Occurrences up to this day, for a recurrence without an end.
            minutes: How long each one takes.
            units: How many units.
            book: What is booked when some are not free.
            title: What a calendar shows.
        """

    def book_series_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def reschedule(
        self,
        *,
        now: InstantLike,
        booking: str,
        takes: Sequence[definitions.TakeLike],
    ) -> Booking:
        """Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.

        Args:
            now: The present moment.
            booking: The booking.
            takes: What it takes from now on.
        """

    def reschedule_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def cancel(
        self,
        *,
        booking: str,
    ) -> Booking:
        """Gives a booking up.

        Args:
            booking: The booking.
        """

    def cancel_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def hold(
        self,
        *,
        now: InstantLike,
        key: str,
        takes: Sequence[definitions.TakeLike],
        ttl_seconds: int,
    ) -> Hold:
        """Holds one resource or several at once, until a moment. The same key again is the same hold.

        Args:
            now: The present moment.
            key: What the hold is known by. Asked for again with the same takes, the same hold is answered.
            takes: What is held.
            ttl_seconds: For so many seconds.
        """

    def hold_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def confirm(
        self,
        *,
        now: InstantLike,
        key: str,
        booking: str,
        title: str | None = ...,
        even_if_expired: bool = ...,
    ) -> Booking:
        """Makes a hold a booking; what it holds is checked again.

        Args:
            now: The present moment.
            key: The hold.
            booking: The id of the booking.
            title: What a calendar shows.
            even_if_expired: A hold that has expired is booked all the same when its time is still free.
        """

    def confirm_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def release(
        self,
        *,
        key: str,
    ) -> Hold:
        """Gives a hold up.

        Args:
            key: The hold.
        """

    def release_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def extend(
        self,
        *,
        now: InstantLike,
        key: str,
        ttl_seconds: int,
    ) -> Hold:
        """Lets a hold expire later.

        Args:
            now: The present moment.
            key: The hold.
            ttl_seconds: For so many seconds from now.
        """

    def extend_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def expire(
        self,
        *,
        now: InstantLike,
    ) -> tuple[Hold, ...]:
        """Drops every hold that has expired, and tells which.

        Args:
            now: The present moment: what expires at it has expired.
        """

    def expire_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def block(
        self,
        *,
        blocked: definitions.BlockedLike,
    ) -> Blocked:
        """Blocks time, whatever is booked in it.

        Args:
            blocked: What is blocked. The same again changes nothing.
        """

    def block_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def unblock(
        self,
        *,
        blocked: str,
    ) -> Blocked:
        """Makes blocked time free again.

        Args:
            blocked: What was blocked.
        """

    def unblock_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def apply(
        self,
        *,
        commands: Sequence[definitions.CalendarCommand],
    ) -> tuple[AppliedCommand, ...]:
        """Many commands, one after the other, each for itself.

        Args:
            commands: The commands, in their order, each for itself: a refused one stops no other.
        """

    def apply_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def apply_rows(
        self,
        *,
        bookings: Sequence[definitions.BookingLike] = ...,
        holds: Sequence[definitions.HoldLike] = ...,
        blocked: Sequence[definitions.BlockedLike] = ...,
        removed: definitions.RowIdsLike = ...,
    ) -> AppliedRows:
        """Takes over what a database has added, changed or removed: rows as they are, all or none. The same rows again change nothing.

        Args:
            bookings: Bookings as they are now, each in the place of the one with its id.
            holds: Holds as they are now, each in the place of the one with its key.
            blocked: What is blocked now, each in the place of the one with its id.
            removed: What is no longer there. An id that the calendar does not know changes nothing.
        """

    def apply_rows_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def merge(
        self,
        *,
        received: Sequence[definitions.ReceivedCommand],
    ) -> tuple[MergedCommand, ...]:
        """Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost.

        Args:
            received: The commands, in whatever order they came together.
        """

    def merge_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def import_feed(
        self,
        *,
        resource: str,
        source: str,
        text: str,
        days: definitions.DayRangeLike,
    ) -> ImportedFeed:
        """Blocks the time of another calendar's events, and frees what it no longer has.

        Args:
            resource: The resource whose time they block.
            source: What the other calendar is called: what it blocked before and no longer has becomes free.
            text: The iCalendar text, of up to 16 MiB.
            days: Events on these days; others are left alone.
        """

    def import_feed_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def export_feed(
        self,
        *,
        now: InstantLike,
        resources: Sequence[str] = ...,
        days: definitions.DayRangeLike,
        content: definitions.FeedContent = ...,
        name: str | None = ...,
    ) -> str:
        """What is taken as iCalendar text: events with names that stay the same, or only when it is busy.

        Args:
            now: The present moment: the stamp of every event.
            resources: The resources; all when empty.
            days: The days.
            content: Events with their titles, or only what is busy.
            name: The name of the calendar.
        """

    def export_feed_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def snapshot(
        self,
    ) -> CalendarDefinition:
        """Everything as a definition, from which it loads again."""

    def snapshot_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Machine(Generic[_State, _Event]):
    """A machine, checked and compiled to a table: what may happen next."""

    def __new__(cls, definition: definitions.MachineDefinitionLike | str | bytes | bytearray, /) -> Machine[_State, _Event]: ...

    def start(
        self,
        *,
        now: InstantLike,
        id: str | None = ...,
        actor: str | None = ...,
        fields: Mapping[str, Any] = ...,
    ) -> MachineFired[_State, _Event]:
        """Begins an instance in the initial state.

        Args:
            now: The present moment.
            id: What it is known by.
            actor: Who began it.
            fields: What is recorded of it from the beginning.
        """

    def start_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def fire(
        self,
        *,
        instance: definitions.MachineInstanceLike,
        event: _Event,
        now: InstantLike,
        actor: str | None = ...,
        permissions: Sequence[str] = ...,
        facts: Mapping[str, Any] = ...,
        given: Mapping[str, Any] = ...,
        expected_version: int | None = ...,
    ) -> MachineFired[_State, _Event]:
        """What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told.

        Args:
            instance: The instance as it is.
            event: What happens.
            now: The present moment.
            actor: Who does it.
            permissions: What the actor may do, such as `bookings:*`; `*` for a job of the system.
            facts: The facts that guards look at. What is given with the event and what was recorded of the instance are facts too.
            given: What is given with the event: a reason, a payment's reference.
            expected_version: The version that the actor saw; another one is refused.
        """

    def fire_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def fire_all(
        self,
        *,
        events: Sequence[_FireRequest[_Event]],
    ) -> tuple[MachineAttempt[_State, _Event], ...]:
        """Many events of many instances, one after the other, each for itself.

        Args:
            events: The events.
        """

    def fire_all_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def step(
        self,
        *,
        state: _State,
        event: _Event,
        facts: Mapping[str, Any] = ...,
    ) -> MachineStep[_State, _Event]:
        """Where an event leads, by names alone: who may and what must be given is not asked.

        Args:
            state: The state.
            event: The event.
            facts: The facts that guards look at.
        """

    def step_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def allowed(
        self,
        *,
        instance: definitions.MachineInstanceLike,
        now: InstantLike | None = ...,
        permissions: Sequence[str] = ...,
        facts: Mapping[str, Any] = ...,
    ) -> tuple[MachineChoice[_State, _Event], ...]:
        """Every event: whether it may happen now, and why not.

        Args:
            instance: The instance as it is.
            now: The present moment; without it, when the instance came into its state.
            permissions: What the actor may do, such as `bookings:*`.
            facts: The facts that guards look at.
        """

    def allowed_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def due(
        self,
        *,
        now: InstantLike,
        instances: Sequence[definitions.MachineInstanceLike],
    ) -> MachineTimers[_State, _Event]:
        """The events whose timers have run out, and when to ask again.

        Args:
            now: The present moment.
            instances: The instances.
        """

    def due_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def replay(
        self,
        *,
        id: str | None = ...,
        history: Sequence[definitions.MachineRecordLike],
    ) -> MachineInstance[_State, _Event]:
        """The instance that a history leads to, each record checked.

        Args:
            id: What it is known by.
            history: Everything that happened, from the beginning.
        """

    def replay_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def diagram(
        self,
        *,
        drawing: definitions.MachineDrawing,
        state: _State | None = ...,
    ) -> str:
        """The machine as a picture in Mermaid or DOT, with the present state marked.

        Args:
            drawing: As what.
            state: The state that is marked as the present one.
        """

    def diagram_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def paths(
        self,
    ) -> tuple[MachinePath, ...]:
        """The shortest path of events to each state."""

    def paths_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def __class_getitem__(cls, words: Any) -> GenericAlias:
        """The same class with the words of its states and events, for type checkers."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class DeadlinePolicy:
    """Deadlines, escalation and compliance by one policy, checked and compiled."""

    def __new__(cls, definition: definitions.DeadlinePolicyDefinition | str | bytes | bytearray, /) -> DeadlinePolicy: ...

    def track(
        self,
        *,
        tracked: definitions.DeadlineCase,
        now: InstantLike,
    ) -> TrackedDeadlines:
        """Where a case stands: every deadline, what is left of it, and who has to be told.

        Args:
            tracked: The case.
            now: The present moment. What the history tells of later moments is left out, so that any moment can be asked for.
        """

    def track_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def compliance(
        self,
        *,
        cases: Sequence[definitions.DeadlineCase],
        period: definitions.SpanLike,
        now: InstantLike,
        by: Sequence[definitions.DeadlineGrouping] = ...,
    ) -> tuple[DeadlineFigures, ...]:
        """How well deadlines were kept over a period, by target, priority and agent.

        Args:
            cases: The cases; those that were received in the period count.
            period: The period.
            now: The present moment.
            by: By what the figures are kept apart, beside the target.
        """

    def compliance_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Tenant:
    """A tenant's rules, checked and compiled: who may, how much, and what is counted how."""

    def __new__(cls, definition: definitions.TenantDefinition | str | bytes | bytearray, /) -> Tenant: ...

    def settings(
        self,
        *,
        tenant: str,
    ) -> TenantSettings:
        """The tenant's settings, defaults included.

        Args:
            tenant: On behalf of whom.
        """

    def settings_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def standing(
        self,
        *,
        tenant: str,
        now: InstantLike,
        becomes: definitions.TenantStatus | None = ...,
    ) -> TenantStanding:
        """How the tenant stands, what that allows, and what it may become; or how it would stand after such a change.

        Args:
            tenant: On behalf of whom.
            now: The present moment.
            becomes: The status that it is to have from now on; refused when it may not.
        """

    def standing_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def may(
        self,
        *,
        actor: definitions.AccessActorLike,
        action: str,
        record: definitions.AccessRecord | None = ...,
    ) -> AccessVerdict:
        """Whether somebody may do something with a record, through what, or what they lack.

        Args:
            actor: Who.
            action: The permission that it needs, such as `bookings:write`.
            record: The record it is done with; without one only what holds for every record counts.
        """

    def may_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def permissions(
        self,
        *,
        tenant: str,
        id: str,
        roles: Sequence[str] = ...,
        grants: Sequence[definitions.RecordGrantLike] = ...,
        denials: Sequence[definitions.RecordDenialLike] = ...,
        scopes: Sequence[str] | None = ...,
        super_admin: bool = ...,
        across_tenants: bool = ...,
    ) -> tuple[str, ...]:
        """Every permission that somebody holds on all records, in order of name.

        Args:
            tenant: Whose they are.
            id: Who.
            roles: Their roles.
            grants: What they may do with single records.
            denials: What they may not do with single records, whatever else allows it.
            scopes: The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they come by none.
            super_admin: Whether they run the platform: they may do everything, and all of it is audited.
            across_tenants: Whether someone who runs the platform acts in a tenant that is not their own; it has to be said.
        """

    def permissions_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def mask(
        self,
        *,
        actor: definitions.AccessActorLike,
        entity: str,
        record: definitions.AccessRecord,
    ) -> MaskedRecord:
        """A record without what somebody may not see.

        Args:
            actor: Who looks at it.
            entity: The kind of record, as the rules name it.
            record: The record with its fields.
        """

    def mask_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def change_roles(
        self,
        *,
        actor: definitions.AccessActorLike,
        members: Sequence[definitions.AccessActorLike],
        member: str,
        roles: Sequence[str],
    ) -> AccessActor:
        """A member with other roles, as long as an owner remains.

        Args:
            actor: Who changes them.
            members: Everybody of the tenant.
            member: Whose roles change.
            roles: Their roles from now on; none when they leave.
        """

    def change_roles_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def flag(
        self,
        *,
        flag: str,
        subject: definitions.FlagSubject,
    ) -> FlagAnswer:
        """Whether a feature is on, and why.

        Args:
            flag: Which one.
            subject: For whom.
        """

    def flag_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def flags(
        self,
        *,
        tenant: str,
        now: InstantLike,
        id: str | None = ...,
        roles: Sequence[str] = ...,
        plan: str | None = ...,
    ) -> tuple[FlagAnswer, ...]:
        """Every feature, for one subject.

        Args:
            tenant: On behalf of whom.
            now: The present moment.
            id: Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given.
            roles: Their roles.
            plan: The tenant's plan.
        """

    def flags_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def rate_limit(
        self,
        *,
        tenant: str,
        now: InstantLike,
        plan: str | None = ...,
        calls: Sequence[definitions.RateLimitCall],
    ) -> RateLimitAnswer:
        """May a call go on? Every limit lets it through, or none counts it.

        Args:
            tenant: On behalf of whom.
            now: The moment.
            plan: The tenant's plan.
            calls: The limits that one call must pass, each with the state that is kept for it: all let it through or none counts it.
        """

    def rate_limit_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def lockout(
        self,
        *,
        tenant: str,
        lockout: str,
        now: InstantLike,
        event: definitions.LockoutEvent,
        of: str | None = ...,
        state: definitions.LockoutStateLike | None = ...,
    ) -> LockoutAnswer:
        """Counts failures up to a lock, and tells whether it is locked.

        Args:
            tenant: On behalf of whom.
            lockout: The rule's name.
            now: The moment.
            event: What happened.
            of: Of what it was a failure, for a rule that counts different ones.
            state: What the last answer gave for this account or address; nothing yet when not given.
        """

    def lockout_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def address(
        self,
        *,
        tenant: str,
        address: str,
        now: InstantLike,
        rules: Sequence[definitions.AddressRuleLike] = ...,
    ) -> AddressAnswer:
        """Whether an address passes, and by which rule: the most specific range decides.

        Args:
            tenant: On behalf of whom.
            address: The address.
            now: The moment.
            rules: Rules beside those of the tenant: addresses that were blocked for an hour.
        """

    def address_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def quota(
        self,
        *,
        tenant: str,
        quota: str,
        action: definitions.QuotaAction,
        now: InstantLike,
        plan: str | None = ...,
        amount: int = ...,
        key: str | None = ...,
        expires_at: InstantLike | None = ...,
        state: definitions.QuotaStateLike | None = ...,
    ) -> QuotaAnswer:
        """Takes, holds or gives back some of a quota, or asks how much is left.

        Args:
            tenant: On behalf of whom.
            quota: The quota's name.
            action: What is to be done.
            now: The moment.
            plan: The tenant's plan.
            amount: How much.
            key: By which name it is known, so that the same request again changes nothing. A reservation needs one.
            expires_at: Until when a reservation holds, and a key is known; the key of what was taken is otherwise known as long as it counts.
            state: What the last answer gave; nothing yet when not given.
        """

    def quota_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def next_number(
        self,
        *,
        tenant: str,
        format: str,
        now: InstantLike,
        parts: Mapping[str, str] = ...,
        state: definitions.NumberStateLike | None = ...,
    ) -> NumberAnswer:
        """The next number of a format; none ever comes twice.

        Args:
            tenant: On behalf of whom.
            format: The format's name.
            now: The moment.
            parts: What stands for the named parts: up to 20 letters and digits each.
            state: What the last answer gave for these parts; no number yet when not given.
        """

    def next_number_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def new_key(
        self,
        *,
        tenant: str,
        id: str,
        now: InstantLike,
        random: str,
        prefix: str = ...,
        scopes: Sequence[str] | None = ...,
        expires_at: InstantLike | None = ...,
        addresses: Sequence[str] | None = ...,
        replaces: definitions.ApiKeyRecordLike | None = ...,
        overlap_seconds: int = ...,
    ) -> NewKey:
        """Makes an API key of random bits that are given, and the record to keep of it.

        Args:
            tenant: On behalf of whom.
            id: What it is to be known by.
            now: The moment.
            random: 256 random bits as 64 hexadecimal digits, from the source of chance that the system keeps for secrets.
            prefix: How it begins: `rk_live`, `rk_test`.
            scopes: What it may do; what the replaced key may when not given.
            expires_at: When it ends.
            addresses: Addresses and ranges that may use it; those of the replaced key when not given.
            replaces: The key whose place it takes: both hold for a while. One that was revoked or has expired is not replaced.
            overlap_seconds: For how long, in seconds: a day when not given.
        """

    def new_key_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def check_key(
        self,
        *,
        tenant: str,
        key: str,
        now: InstantLike,
        records: Sequence[definitions.ApiKeyRecordLike],
        address: str | None = ...,
        needs: Sequence[str] = ...,
    ) -> KeyCheck:
        """Whether an API key holds, or every reason against it.

        Args:
            tenant: On behalf of whom.
            key: The key, as it was given.
            now: The moment.
            records: The tenant's keys, or the one with the key's hash.
            address: From where it comes.
            needs: What it is to do.
        """

    def check_key_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def check_fields(
        self,
        *,
        tenant: str,
        entity: str,
        values: Mapping[str, Any] = ...,
        tags: Sequence[str] = ...,
        taken: Mapping[str, Sequence[str]] = ...,
    ) -> CheckedFields:
        """Checks and normalises the custom values and tags of one thing.

        Args:
            tenant: On behalf of whom.
            entity: What kind of thing.
            values: Its values by field; numbers and dates as text.
            tags: Its tags.
            taken: Values of unique fields that other things have.
        """

    def check_fields_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def check_policies(
        self,
        *,
        tenant: str,
        subject: definitions.PolicySubject,
    ) -> PolicyDecision:
        """What every policy says about a change, and what follows.

        Args:
            tenant: On behalf of whom.
            subject: What would be after the change.
        """

    def check_policies_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def compliance(
        self,
        *,
        tenant: str,
        subjects: Sequence[definitions.PolicySubject],
    ) -> ComplianceReport:
        """Which of the things there are keep the policies.

        Args:
            tenant: On behalf of whom.
            subjects: What there is.
        """

    def compliance_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def budget(
        self,
        *,
        tenant: str,
        budget: str,
        spent: Sequence[definitions.DaySpend],
        state: definitions.BudgetStateLike | None = ...,
        now: InstantLike,
    ) -> BudgetStanding:
        """How a budget stands, which thresholds are to be told now, and how the month will end.

        Args:
            tenant: On behalf of whom.
            budget: Which budget.
            spent: What was spent by day, of this month and the one before; entries of one day add up.
            state: What has been told already; nothing at first.
            now: The moment.
        """

    def budget_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def export_person(
        self,
        *,
        tenant: str,
        person: str,
        sensitive: bool = ...,
        records: Sequence[definitions.PersonalRecordLike],
    ) -> PersonExport:
        """Everything about one person, and nothing about anybody else.

        Args:
            tenant: On behalf of whom.
            person: Who.
            sensitive: Whether sensitive fields are given out too.
            records: Where to look; what is not about the person is left out.
        """

    def export_person_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def anonymise(
        self,
        *,
        tenant: str,
        person: str | None = ...,
        key: str,
        records: Sequence[definitions.PersonalRecordLike],
    ) -> Anonymised:
        """Replaces what names people for good; ids and numbers stay.

        Args:
            tenant: On behalf of whom.
            person: Only what is about this person; about anybody when not given.
            key: At least 16 random bytes in hexadecimal. The same key gives the same pseudonyms; when it is thrown away, nobody can find a value by trying.
            records: The records.
        """

    def anonymise_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def retention(
        self,
        *,
        tenant: str,
        now: InstantLike,
        records: Sequence[definitions.RetainedRecord],
        held: Sequence[str] = ...,
        held_classes: Sequence[str] = ...,
    ) -> tuple[RetentionClass, ...]:
        """What has been kept long enough, by class, legal holds apart.

        Args:
            tenant: On behalf of whom.
            now: The moment; the day is that of the tenant's zone.
            records: What is kept.
            held: Records under a legal hold, by id.
            held_classes: Classes under a legal hold as a whole.
        """

    def retention_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def consent(
        self,
        *,
        tenant: str,
        purpose: str,
        version: str | None = ...,
        at: InstantLike,
        history: Sequence[definitions.ConsentEntryLike],
    ) -> ConsentStanding:
        """Whether a consent held at a moment, and by which entry.

        Args:
            tenant: On behalf of whom.
            purpose: To what.
            version: To which version of the text; to any when not given.
            at: At which moment.
            history: What the person gave and withdrew, in any order.
        """

    def consent_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Automation:
    """Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves."""

    def __new__(cls, definition: definitions.AutomationDefinitionLike | str | bytes | bytearray, /) -> Automation: ...

    def run(
        self,
        *,
        id: str,
        trigger: definitions.AutomationTrigger,
        facts: Mapping[str, Any] = ...,
        handled: Sequence[str] = ...,
    ) -> AutomationRun:
        """What is to be done when something happens, by which rules, and why the others did not run.

        Args:
            id: What the occasion is known by, so that it is acted on once.
            trigger: What happened.
            facts: The facts at that time. Those that no condition looks at may be missing.
            handled: The ids of occasions that were acted on before.
        """

    def run_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class ContactPlan:
    """When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours."""

    def __new__(cls, definition: definitions.ContactPlanDefinition | str | bytes | bytearray, /) -> ContactPlan: ...

    def due(
        self,
        *,
        now: InstantLike,
        since: InstantLike | None = ...,
        delayed: Sequence[str] = ...,
        subjects: Sequence[definitions.ContactSubject],
    ) -> ContactsDue:
        """What is to be sent now, what waits until when, what is not sent and why, and when to ask again.

        Args:
            now: The present moment.
            since: `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was sent.
            delayed: The keys that the question before delayed; with `since`, they are looked at again.
            subjects: Whom or what it is about: quotes, bookings, customers, documents.
        """

    def due_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Pack:
    """A back office as data, checked and compiled: what is kept, who may, and what lists answer."""

    def __new__(cls, definition: definitions.PackDefinitionLike | str | bytes | bytearray, /) -> Pack: ...

    def matches(
        self,
        *,
        query: definitions.RecordQuery,
        records: Sequence[Mapping[str, Any]],
    ) -> Matched:
        """Which of the records at hand a list would answer, in its order and as the actor may see them.

        Args:
            query: What is asked.
            records: The records, as lists answer them: with their id, and gathered values as lists.
        """

    def matches_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def query(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        zone: str | None = ...,
        locale: str | None = ...,
        filter: Mapping[str, str] = ...,
        where: str | None = ...,
        q: str | None = ...,
        sort: Sequence[str] = ...,
        limit: int | None = ...,
        after: Sequence[Any] = ...,
        fields: Sequence[str] = ...,
        expand: Sequence[str] = ...,
        sums: Sequence[str] = ...,
        facets: Sequence[str] = ...,
        total: bool = ...,
        export: bool = ...,
        deleted: bool = ...,
    ) -> PlannedQuery:
        """A question typed and turned into a plan of column numbers, with the actor's rights in it; or refused with every reason.

        Args:
            entity: Of what.
            actor: Who asks.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            locale: The language of whoever asks, such as `de` or `de-AT`: by it texts are shown of which there are several by language, found and sorted; those of the pack's first language stand for those that are not there.
            filter: Filters as the address of a list has them: `status` = `open`, several by comma, `due_on_first`, `due_on_last`, `assignee_given` = `false`.
            where: A condition besides, such as `quantity <= min_quantity`.
            q: A part of any searched field, regardless of capital letters. Unless an order is named, what is found best comes first.
            sort: The order: fields, with `-` before those that go down. Amounts of several currencies are ordered within one: `price EUR`.
            limit: How many at most; 20 when not given.
            after: What the page follows on: the keys of the last record before it, as `next` had them: in the order of `sort`, and its id.
            fields: The fields that are wanted; all that may be seen when not given.
            expand: The links whose records are wanted too.
            sums: The fields whose sums are wanted.
            facets: The fields by whose values records are to be counted.
            total: Whether it is to be told how many there are.
            export: Whether it is for an export, which needs a permission of its own.
            deleted: Whether records that were deleted are wanted, and no others.
        """

    def query_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def check(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        zone: str | None = ...,
        id: str | None = ...,
        before: Mapping[str, Any] | None = ...,
        change: Mapping[str, Any] = ...,
        replace: bool = ...,
        expected_version: int | None = ...,
    ) -> CheckedRecord:
        """What becomes of a record by a change, or of a new one, with all that follows; or every reason why it may not be.

        Args:
            entity: Of what.
            actor: Who changes it.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            id: The id of a new record, made by the host.
            before: The record as it is, as lists answer it and with nothing hidden; none for a new one.
            change: Fields with their values: `null` clears, what is absent stays.
            replace: Whether it is the whole record: what is absent is cleared, as far as the actor may see and write it.
            expected_version: The version that the actor saw; another one is refused.
        """

    def check_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def look_ups(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        zone: str | None = ...,
        links: Sequence[definitions.FoundLink] = ...,
        taken: Sequence[str] = ...,
        referring: Sequence[definitions.FoundReferring] = ...,
    ) -> bool:
        """That nothing of what was looked up stands against a change or a deletion; or every reason why something does.

        Args:
            entity: Of what the record is.
            actor: Who acts.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            links: The records that are linked to anew.
            taken: Unique fields whose value another record has.
            referring: Records that keep this one from being deleted.
        """

    def look_ups_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def delete(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        before: Mapping[str, Any],
        expected_version: int | None = ...,
    ) -> DeletedRecord:
        """What becomes of a record that is deleted, and which fields may link to it.

        Args:
            entity: Of what.
            actor: Who does it.
            now: The present moment.
            before: The record as it is, as lists answer it and with nothing hidden.
            expected_version: The version that the actor saw; another one is refused.
        """

    def delete_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def restore(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        before: Mapping[str, Any],
        expected_version: int | None = ...,
    ) -> RestoredRecord:
        """What becomes of a record that was deleted softly and is brought back.

        Args:
            entity: Of what.
            actor: Who does it.
            now: The present moment.
            before: The record as it is, as lists answer it and with nothing hidden.
            expected_version: The version that the actor saw; another one is refused.
        """

    def restore_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def carried_out(
        self,
        *,
        carries: Sequence[str],
    ) -> bool:
        """That the host carries out every effect of the pack that it does not say is carried out elsewhere; or every one that nobody does, with its place.

        Args:
            carries: The effects that its acts and connectors carry out, such as `send_email`.
        """

    def carried_out_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def merge(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        zone: str | None = ...,
        kept: Mapping[str, Any],
        other: Mapping[str, Any],
        fields: Mapping[str, definitions.MergeSide] = ...,
        expected_version: int | None = ...,
        other_version: int | None = ...,
    ) -> MergedRecord:
        """What becomes of two records that become one: whose values stay, what of the other is left behind, and which fields may link to it.

        Args:
            entity: Of what.
            actor: Who does it.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            kept: The record that stays, as lists answer it and with nothing hidden.
            other: The record that goes into it, in the same form.
            fields: Whose value stays, by field: of a field that is not named the kept one's, and the other's where the kept one has none.
            expected_version: The version of the kept one that the actor saw; another one is refused.
            other_version: The version of the other one that the actor saw; another one is refused.
        """

    def merge_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def fire(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        zone: str | None = ...,
        before: Mapping[str, Any],
        event: str,
        given: Mapping[str, Any] = ...,
        facts: Mapping[str, Any] = ...,
        expected_version: int | None = ...,
    ) -> FiredRecord:
        """What an event of its machine does to a record: rights, fields, conditions and stamps in one question.

        Args:
            entity: Of what.
            actor: Who does it.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            before: The record as it is, as lists answer it and with nothing hidden.
            event: What happens.
            given: What is given with the event: a reason, a payment's reference. What the machine keeps of it is a field of the record.
            facts: Facts that guards look at beside the record's fields.
            expected_version: The version that the actor saw; another one is refused.
        """

    def fire_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def lapse(
        self,
        *,
        entity: str,
        now: InstantLike,
        zone: str | None = ...,
        before: Mapping[str, Any],
    ) -> LapsedRecord:
        """What of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow.

        Args:
            entity: Of what.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            before: The record as it is, as lists answer it and with nothing hidden.
        """

    def lapse_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def mask(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        record: Mapping[str, Any] | None = ...,
    ) -> VisibleRecord:
        """A record without what somebody may not see.

        Args:
            entity: Of what.
            actor: Who looks at it.
            record: The record with nothing hidden; none when there is none.
        """

    def mask_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def form(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        record: Mapping[str, Any] | None = ...,
    ) -> RecordForm:
        """What a screen needs for a record: fields in groups, each with its rules, and what may happen.

        Args:
            entity: Of what.
            actor: Who looks at it.
            now: The present moment.
            record: The record with nothing hidden; none for a new one.
        """

    def form_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def screens(
        self,
        *,
        actor: definitions.AccessActorLike,
        now: InstantLike,
    ) -> tuple[EntityScreen, ...]:
        """What the screens of a pack are drawn from: its entities, each as far as somebody may see it, with the life of its records.

        Args:
            actor: Who looks.
            now: The present moment.
        """

    def screens_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def settings(
        self,
        *,
        operator: Mapping[str, Any] = ...,
        tenant: Mapping[str, Any] = ...,
        change: Mapping[str, Any] = ...,
        layer: definitions.SettingLayer = ...,
    ) -> PackSettings:
        """The settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it.

        Args:
            operator: What the installation sets, as it is kept. In the place of a secret anything may stand: it says that there is one.
            tenant: What the tenant sets, as it is kept.
            change: Settings with their values: `null` returns to what holds without it, what is absent stays.
            layer: Who changes them: the tenant, or the operator for all of them.
        """

    def settings_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def views(
        self,
        *,
        actor: definitions.AccessActorLike,
        now: InstantLike,
    ) -> tuple[PackView, ...]:
        """The views of the pack that somebody may see, each as far as they may see it.

        Args:
            actor: Who looks.
            now: The present moment.
        """

    def views_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def view(
        self,
        *,
        view: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        zone: str | None = ...,
        filter: Mapping[str, str] = ...,
        where: str | None = ...,
        q: str | None = ...,
        sort: Sequence[str] = ...,
        expand: Sequence[str] = ...,
        limit: int | None = ...,
        after: Sequence[Any] = ...,
        lane: str | None = ...,
        first: DayLike | None = ...,
        last: DayLike | None = ...,
        total: bool = ...,
    ) -> PlannedView:
        """What a view asks of its records, as plans with the actor's rights in them: of its items, its lanes, its days and its figures.

        Args:
            view: The view.
            actor: Who looks.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            filter: Filters besides those of the view, as the address of a list has them.
            where: A condition besides.
            q: A part of any searched field.
            sort: Another order than the view's.
            expand: The links whose records are wanted too.
            limit: How many at most on a page, or in a lane; 20 when not given.
            after: What the page follows on, as `next` had it.
            lane: The one lane of a board that is wanted, by its value; an empty text is the one of those without any.
            first: The first day of a calendar, or of a plot along days.
            last: The last day, included.
            total: Whether it is to be told how many there are.
        """

    def view_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def diff(
        self,
        *,
        entity: str,
        before: Mapping[str, Any] | None = ...,
        after: Mapping[str, Any] | None = ...,
    ) -> tuple[RecordChange, ...]:
        """What tells two images of a record apart, field by field.

        Args:
            entity: Of what.
            before: The record before; none for a new one.
            after: The record after; none for one that is gone.
        """

    def diff_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def automate(
        self,
        *,
        id: str,
        entity: str,
        record: Mapping[str, Any],
        triggers: Sequence[definitions.AutomationTrigger],
        now: InstantLike,
        zone: str | None = ...,
        actor: str | None = ...,
        followed: definitions.AutomationTrigger | None = ...,
    ) -> AutomationRun:
        """What the rules of the pack do when something has happened to a record.

        Args:
            id: What the occasion is known by, so that it is acted on once.
            entity: Of what.
            record: The record as it is, with nothing hidden.
            triggers: What happened to it at once: an event of its machine, fields that have other values, a schedule that came to it.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            actor: By whom it happened.
            followed: The action of a rule by which it happened: rules that wait for that have run.
        """

    def automate_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def contacts(
        self,
        *,
        entity: str,
        record: Mapping[str, Any],
        now: InstantLike,
        zone: str | None = ...,
        sent: Sequence[str] = ...,
        agreed: Sequence[str] = ...,
    ) -> RecordContacts:
        """What is to be sent about a record by now by the pack's plans of contacts, what is not and why, and what comes next.

        Args:
            entity: Of what.
            record: The record as it is, with nothing hidden.
            now: The present moment.
            zone: The zone by whose clock days begin; UTC when not given.
            sent: The keys of what was sent about it.
            agreed: The purposes to which everybody whom the record is about has agreed.
        """

    def contacts_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def change_role(
        self,
        *,
        actor: definitions.AccessActorLike,
        name: str,
        role: definitions.CustomRoleLike | None = ...,
        members: Sequence[definitions.AccessActorLike] = ...,
        invited: Sequence[definitions.AccessActorLike] = ...,
    ) -> AccessRole:
        """A role of the tenant's own, as it is to be from now on, with all that it includes; or every reason against it.

        Args:
            actor: Who changes it.
            name: What it is called.
            role: What it is from now on; nothing when it goes.
            members: Everybody of the tenant.
            invited: Those who are invited, with the roles that they are to have.
        """

    def change_role_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def change_machine(
        self,
        *,
        actor: definitions.AccessActorLike,
        entity: str,
        machine: definitions.MachineDefinitionLike | None = ...,
    ) -> MachineDefinition:
        """The machine of the tenant's own by which new records of an entity live from now on, or the pack's again; or every reason against it.

        Args:
            actor: Who changes it.
            entity: Of what.
            machine: The machine of new records from now on, of a version that no other has; nothing where they are to live by the pack's again.
        """

    def change_machine_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def history(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        record: Mapping[str, Any] | None = ...,
        entries: Sequence[definitions.HistoryEntryLike],
    ) -> tuple[HistoryEntry, ...]:
        """What happened to a record, as far as somebody may see it now.

        Args:
            entity: Of what.
            actor: Who looks at it.
            record: The record as it is now, by which rights are told that not every record gives; without it nobody has those.
            entries: What happened, in order.
        """

    def history_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def notice(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        before: Mapping[str, Any] | None = ...,
        after: Mapping[str, Any] | None = ...,
        fields: Sequence[str] = ...,
    ) -> RecordNotice:
        """What somebody who listens learns of a change, by what they saw of the record before it and see of it afterwards.

        Args:
            entity: Of what.
            actor: Who listens, with what they may now.
            before: The record as it was before, as far as rights depend on it; none where there was none, or it was deleted.
            after: The same as it was afterwards. Without either, only what may be read of every record is told.
            fields: The fields that changed.
        """

    def notice_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def schema(
        self,
        *,
        entity: str | None = ...,
    ) -> PackSchema:
        """The tables in which its records are kept.

        Args:
            entity: The entity whose tables are wanted; those of all when not given.
        """

    def schema_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def plan(
        self,
        *,
        before: definitions.PackDefinitionLike | None = ...,
        accept: Sequence[str] = ...,
    ) -> Migration:
        """What has to be done so that the records of another version of the pack are this one's: steps in order, and what is lost.

        Args:
            before: The version whose tables are there; nothing when there are none yet.
            accept: The losses that are accepted, by name: `customer` is an entity that is gone, `customer.fax` a field. What is not accepted is kept, out of sight.
        """

    def plan_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def openapi(
        self,
        *,
        entity: str | None = ...,
    ) -> OpenApi:
        """How its records are asked over HTTP, as OpenAPI 3.1.

        Args:
            entity: The entity; all of them when not given.
        """

    def openapi_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def rows(
        self,
        *,
        entity: str,
        actor: definitions.AccessActorLike,
        now: InstantLike,
        text: str | None = ...,
        content_base64: str | None = ...,
        style: definitions.FileStyle = ...,
        mapping: Mapping[str, str] = ...,
    ) -> RowsRead:
        """Reads a CSV or XLSX sheet as records; a bad cell spoils no other row.

        Args:
            entity: Of what.
            actor: Who writes them.
            now: The present moment.
            text: The text of a CSV file.
            content_base64: The bytes of a file in Base64, for XLSX and encodings other than UTF-8.
            style: How the file is written.
            mapping: The fields of columns that are called otherwise. A column whose field is empty is left out.
        """

    def rows_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def webhook(
        self,
        *,
        source: str,
        headers: Mapping[str, str] = ...,
        body: str,
        secrets: Sequence[str],
        address: str | None = ...,
        signed: str | None = ...,
        now: InstantLike,
    ) -> VerifiedWebhook:
        """What a message from outside is called and what is done of it, where a secret proves it.

        Args:
            source: From which source of the pack.
            headers: The headers that came along, whatever their letters.
            body: The body as it came, byte for byte.
            secrets: The secrets that count just now: while one takes the place of another, both. At PayPal it is the id of the webhook there.
            address: The address at which whoever sends it knows us, letter by letter, where that is signed.
            signed: The text of which it was proven outside that a certificate of PayPal's has signed it: `<transmission id>|<transmission time>|<webhook id>|<CRC-32 of the body>`.
            now: Now.
        """

    def webhook_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def person_export(
        self,
        *,
        tenant: str,
        person: str,
        include_sensitive: bool = ...,
        records: Mapping[str, Sequence[Mapping[str, Any]]],
    ) -> PersonRecords:
        """Everything that records say of one person, and nothing of anybody else.

        Args:
            tenant: Whose records they are.
            person: Who.
            include_sensitive: Whether sensitive fields are given out too. Secrets never are.
            records: Where to look, by entity: records with their ids. What is not about the person is left out.
        """

    def person_export_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def anonymise_person(
        self,
        *,
        tenant: str,
        person: str,
        salt: str,
        records: Mapping[str, Sequence[Mapping[str, Any]]],
    ) -> AnonymisedPerson:
        """Replaces what names one person for good; ids and numbers stay.

        Args:
            tenant: Whose records they are.
            person: Who.
            salt: At least 16 random bytes in hexadecimal. The same salt gives the same pseudonyms; when it is thrown away, nobody can find a value by trying.
            records: The records by entity, with their ids.
        """

    def anonymise_person_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def to_json(self) -> bytes:
        """The definition as JSON text."""

    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...

@final
class Storefront:
    """A calendar and its prices: what a search page asks."""

    def __new__(cls, definition: definitions.StorefrontDefinition | str | bytes | bytearray, /) -> Storefront: ...

    def availability_and_price(
        self,
        *,
        now: InstantLike,
        when: definitions.When,
        request: definitions.PriceRequest,
        buyer: definitions.Buyer = ...,
        resources: Sequence[str] = ...,
        partner: str | None = ...,
        hold: str | None = ...,
    ) -> Found:
        """What is free and at which price, cheapest first, with the reasons of what is not offered.

        Args:
            now: The present moment.
            when: When.
            request: The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given.
            buyer: Who asks; lists for others are not offered.
            resources: Only these resources; all when empty.
            partner: The partner who asks.
            hold: A hold of the asker's own, which does not stand in the way.
        """

    def availability_and_price_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def apply(
        self,
        *,
        commands: Sequence[definitions.CalendarCommand],
    ) -> tuple[AppliedCommand, ...]:
        """Many commands to the calendar, one after the other, each for itself.

        Args:
            commands: The commands, in their order, each for itself: a refused one stops no other.
        """

    def apply_json(self, request: str | bytes | bytearray, /) -> bytes:
        """The same from JSON text to JSON text."""

    def snapshot(
        self,
    ) -> CalendarDefinition:
        """The calendar as it is now, as a definition."""

    def snapshot_json(self, request: str | bytes | bytearray, /) -> bytes:
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
