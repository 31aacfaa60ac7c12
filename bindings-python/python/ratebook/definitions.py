# Written by `cargo xtask generate`; change the declarations in core instead.
"""What Ratebook takes: definitions and the parts of requests, for type checkers and editors.

At run time a plain dict does; these classes say what it may hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict, Union

from . import _types
from ._wire import Wire

DecimalLike = Annotated[Union[Decimal, int, str], Wire("Decimal")]
"""An exact number; never a float, which has lost digits already."""

DayLike = Annotated[Union[date, str], Wire("Day")]
"""A day, or text such as \"2026-12-31\"."""

InstantLike = Annotated[Union[datetime, str], Wire("Instant")]
"""An aware datetime, or text such as \"2026-09-01T10:00:00+02:00\"."""

TimeLike = Annotated[Union[time, str], Wire("TimeOfDay")]
"""A time of day, or text such as \"14:30\"."""


class _RateListDefinition(TypedDict):
    """The fields of `RateListDefinition` that must be given."""

    name: str
    """What people call it."""

    currency: str
    """The currency of every amount in the list."""

    valid: DayRangeLike
    """The days on which it can be used, both included."""

    unit: Unit
    """What one price buys."""


class RateListDefinition(_RateListDefinition, total=False):
    """What a supplier, a studio or a provider hands out: for these days, this many people, at these prices."""

    id: str | None
    """A UUID."""

    tenant: str | None
    """Whose list it is."""

    code: str | None
    """Unique in the tenant, such as `RL-2611-0001`."""

    version: int
    """1, 2, …: a clone is the next one."""

    parent: str | None
    """The id of the version this one was cloned from."""

    supplier: str | None
    """Who sells it."""

    service_type: str
    """`lodging`, `activity`, `transport`, `guide`, `room_hire`, `service`, `package`, or a kind of your own."""

    destination: str | None
    """Where it is."""

    product: str | None
    """Room type, vehicle class, studio…; a list without one is for all products."""

    tags: Sequence[str]
    """Labels of your own."""

    custom_fields: Mapping[str, Any]
    """Fields of your own, kept as they are."""

    status: ListStatus
    """Only published lists price, unless a request asks for a preview."""

    superseded_on: DayLike | None
    """The first day on which the next version answers in place of this one."""

    priority: int
    """Among several lists that could answer, the highest goes first."""

    context: SaleContextLike
    """For whom it is, where one of several lists is chosen."""

    zone: str | None
    """Where its days begin; hour lists need it."""

    people: PeopleLike
    """How many people it is for."""

    prices: PricesLike | None
    """What a unit costs; hour lists have `hours` in its place."""

    hours: HoursLike | None
    """What hours cost, for the unit `hour`."""

    age_bands: Sequence[AgeBandLike]
    """How children are charged, from age 0 to the last one before adults, without gap or overlap."""

    free_children: int | None
    """How many children per room may be free. Of further ones the oldest pay the price of their band if it has one, that of
    the next older band that has, or as the adults that they then are.
    """

    seasons: Sequence[SeasonLike]
    """Days that cost something else. On each night the season of highest priority wins."""

    supplements: Sequence[SupplementLike]
    """What comes on top, in this order."""

    discounts: Sequence[DiscountLike]
    """What comes off."""

    combine_discounts: Combination
    """What happens when several discounts apply."""

    fees: Sequence[FeeLike]
    """Charges of the seller after discounts."""

    tax_category: str | None
    """The tax category of units and children."""

    taxes: Sequence[TaxLike]
    """Taxes, in this order."""

    tax_region: TaxRegionLike | None
    """Taxes by place of supply, after the list's own."""

    blackouts: Sequence[BlackoutLike]
    """Days that are not sold at all."""

    restrictions: Sequence[RestrictionLike]
    """Who may arrive, leave and stay how long, booked how far ahead."""

    rounding: RoundingRuleLike
    """How amounts are rounded."""


RateListDefinitionLike = Union[RateListDefinition, _types.RateListDefinition]
"""The same, or one that was answered."""

ListStatus = Union[_types.ListStatus, Literal["draft", "published", "archived"]]
"""The life of a list."""


class SaleContext(TypedDict, total=False):
    """For whom a list is, where one of several is to be chosen: it answers when all that it names is met."""

    customer_groups: Sequence[str]
    """Only for buyers of one of these groups, such as `trade`."""

    channels: Sequence[str]
    """Only through one of these channels."""

    countries: Sequence[str]
    """Only for buyers from one of these countries, such as `DE`."""

    min_quantity: int | None
    """From so many rooms or units on."""

    max_quantity: int | None
    """Up to so many rooms or units."""


SaleContextLike = Union[SaleContext, _types.SaleContext]
"""The same, or one that was answered."""


class DayRange(TypedDict):
    """Days from `first` to `last`, both included, as people write seasons."""

    first: DayLike
    """The first day."""

    last: DayLike
    """The last day, included."""


DayRangeLike = Union[DayRange, _types.DayRange]
"""The same, or one that was answered."""

Unit = Union[_types.Unit, Literal["night", "day", "hour", "person", "item", "stay"]]
"""What one price buys."""


class People(TypedDict, total=False):
    """How many people a unit is for."""

    standard: int | None
    """How many adults the base price includes; 2 when not given."""

    min_people: int | None
    """At least so many people, free children included."""

    max_people: int | None
    """At most so many people, free children included."""

    min_adults: int | None
    """At least so many adults."""

    max_adults: int | None
    """At most so many adults."""

    min_children: int | None
    """At least so many children."""

    max_children: int | None
    """At most so many children."""

    use_larger_price: bool
    """Whether a party smaller than any in the price table pays the price of the next larger one."""

    counted: Counted
    """Whether the limits count people as they pay or as they come."""

    children_fill_standard: bool
    """Whether the oldest children take the places that fewer adults than the standard number leave, and pay as adults."""


PeopleLike = Union[People, _types.People]
"""The same, or one that was answered."""

Counted = Union[_types.Counted, Literal["as_they_pay", "as_they_come"]]
"""How the limits of a unit count people."""


class Prices(TypedDict, total=False):
    """What a unit costs: exactly one of `base`, `per_person`, `by_adults` and `by_people`, and what goes with it."""

    base: DecimalLike | None
    """The price for up to the standard number of adults."""

    per_person: DecimalLike | None
    """The price of each adult."""

    by_adults: Mapping[Any, DecimalLike]
    """The price by number of adults, such as `{"1": "95", "2": "120"}`."""

    by_people: Mapping[Any, DecimalLike]
    """The price of each adult by the number of all people, children too, such as `{"2": "90", "3": "70"}`."""

    extra_adult: DecimalLike | None
    """Each adult beyond the standard number, or beyond the largest of `by_adults`."""

    extra_bed: DecimalLike | None
    """An extra bed, as the measure of children's prices."""

    child: DecimalLike | None
    """The full price of a child, as the measure of children's prices."""

    single_use: SingleUse | None
    """What one adult alone pays."""


PricesLike = Union[Prices, _types.Prices]
"""The same, or one that was answered."""


class SingleUsePrice(TypedDict):
    """This price."""

    price: DecimalLike


class SingleUsePercent(TypedDict):
    """The price for one adult and so many percent of it."""

    percent: DecimalLike


class SingleUseAmount(TypedDict):
    """The price for one adult and this amount."""

    amount: DecimalLike


SingleUse = Union[SingleUsePrice, SingleUsePercent, SingleUseAmount]
"""What one adult alone pays."""


class _Hours(TypedDict):
    """The fields of `Hours` that must be given."""

    windows: Sequence[HourWindowLike]
    """The windows; of those that cover a moment the highest priority wins."""


class Hours(_Hours, total=False):
    """What hours cost, by local time of day and day of the week."""

    minimum_charge: DecimalLike | None
    """Never less than this."""

    increment_minutes: int | None
    """Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given."""

    blocks: Sequence[BlockLike]
    """Prices for whole blocks that count when cheaper."""

    after_hours: AfterHoursLike | None
    """What comes on top outside ordinary hours."""


HoursLike = Union[Hours, _types.Hours]
"""The same, or one that was answered."""


class _HourWindow(TypedDict):
    """The fields of `HourWindow` that must be given."""

    name: str
    """What people call it."""

    opens: TimeLike
    """When it opens."""

    closes: TimeLike
    """When it closes."""

    price: DecimalLike
    """The price of an hour."""


class HourWindow(_HourWindow, total=False):
    """A window of local time with its price. One that closes at or before it opens goes past midnight."""

    weekdays: Sequence[Weekday]
    """On these days of the week, by the day on which it opens; all when not given."""

    days: Sequence[DayRangeLike]
    """Only on these days; all when empty."""

    tiers: Sequence[HourTierLike]
    """Other prices of an hour, by the length of the whole span."""

    priority: int
    """The highest wins; two windows of one priority must not meet."""


HourWindowLike = Union[HourWindow, _types.HourWindow]
"""The same, or one that was answered."""

Weekday = Union[_types.Weekday, Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]]
"""A day of the week."""


class HourTier(TypedDict):
    """From so many hours on, another price of the hour."""

    at_least: DecimalLike
    """From so many hours of the whole span on."""

    price: DecimalLike
    """The price of an hour."""


HourTierLike = Union[HourTier, _types.HourTier]
"""The same, or one that was answered."""


class Block(TypedDict):
    """A price for so many hours at once."""

    name: str
    """What people call it."""

    hours: DecimalLike
    """So many hours."""

    price: DecimalLike
    """What they cost together."""


BlockLike = Union[Block, _types.Block]
"""The same, or one that was answered."""


class _AfterHours(TypedDict):
    """The fields of `AfterHours` that must be given."""

    opens: TimeLike
    """When ordinary hours begin."""

    closes: TimeLike
    """When ordinary hours end."""

    amount: DecimalLike
    """The amount for each hour outside them."""


class AfterHours(_AfterHours, total=False):
    """What comes on top outside ordinary hours."""

    weekdays: Sequence[Weekday]
    """The days of the week that have ordinary hours at all; all when not given."""


AfterHoursLike = Union[AfterHours, _types.AfterHours]
"""The same, or one that was answered."""


class _AgeBand(TypedDict):
    """The fields of `AgeBand` that must be given."""

    name: str
    """What the band is called."""

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""

    price: ChildPrice
    """What a child of the band pays for each unit."""


class AgeBand(_AgeBand, total=False):
    """Children from one age to another, both included, and what they pay."""

    nth: Sequence[NthChildLike]
    """Other prices for the second, third… child of the band, counted in the order of age, oldest first."""


AgeBandLike = Union[AgeBand, _types.AgeBand]
"""The same, or one that was answered."""


class ChildPriceFixed(TypedDict):
    """An amount."""

    fixed: DecimalLike


class ChildPricePercent(TypedDict):
    """A share of another price."""

    percent: PercentOfLike


ChildPrice = Union[ChildPriceFixed, ChildPricePercent, Literal["free"]]
"""What a child pays for each unit."""


class PercentOf(TypedDict):
    """A share of another price."""

    percent: DecimalLike
    """The share."""

    of: PriceKind
    """Of which price."""


PercentOfLike = Union[PercentOf, _types.PercentOf]
"""The same, or one that was answered."""

PriceKind = Union[_types.PriceKind, Literal["adult", "extra_bed", "base", "child"]]
"""A price that a child's is a share of."""


class NthChild(TypedDict):
    """What the n-th child of a band pays."""

    nth: int
    """1 for the first child of the band, 2 for the second…"""

    price: ChildPrice
    """What it pays."""


NthChildLike = Union[NthChild, _types.NthChild]
"""The same, or one that was answered."""


class _Season(TypedDict):
    """The fields of `Season` that must be given."""

    name: str
    """What people call it."""

    days: Sequence[DayRangeLike]
    """Its days, in any number of ranges."""


class Season(_Season, total=False):
    """Days that cost something else. On each night the season of highest priority wins, alone."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    priority: int
    """The highest wins; two seasons of one priority must not meet."""

    price: Change | None
    """What happens to the price of the unit: the base price, the price per person or every price of the table."""

    by_adults: Mapping[Any, Change]
    """What happens to single prices of the table, in place of `price`."""

    by_people: Mapping[Any, Change]
    """The same of the table by the number of all people."""

    extra_adult: Change | None
    """What happens to the price of an extra adult."""

    extra_bed: Change | None
    """What happens to the price of an extra bed."""

    child: Change | None
    """What happens to the prices of children: their full price and fixed prices."""

    age_bands: Mapping[str, ChildPrice]
    """What the children of an age band pay in this season in place of the band's price, by the name of the band."""

    single_use: SingleUse | None
    """What one adult alone pays in this season."""


SeasonLike = Union[Season, _types.Season]
"""The same, or one that was answered."""


class ChangeSet(TypedDict):
    """It is replaced."""

    set: DecimalLike


class ChangeMultiply(TypedDict):
    """It is multiplied: 1.40 for 40 % more."""

    multiply: DecimalLike


class ChangeAdd(TypedDict):
    """An amount is added, or taken off when negative."""

    add: DecimalLike


class ChangePercent(TypedDict):
    """So many percent are added, or taken off when negative."""

    percent: DecimalLike


Change = Union[ChangeSet, ChangeMultiply, ChangeAdd, ChangePercent]
"""What happens to a price."""


class _Supplement(TypedDict):
    """The fields of `Supplement` that must be given."""

    code: str
    """By which an optional one is chosen; unique in the list."""

    name: str
    """What people call it."""

    per: Per
    """For each of what it is charged."""

    price: SupplementPrice
    """How much."""


class Supplement(_Supplement, total=False):
    """What comes on top: a weekend, a gala dinner, half board, an extra bed."""

    days: Sequence[DayRangeLike]
    """Only these nights; all when empty."""

    weekdays: Sequence[Weekday]
    """Only nights of these days of the week; all when not given."""

    seasons: Sequence[str]
    """Only nights of these seasons, by name; all when empty."""

    party: PartyMatchLike | None
    """Only parties of this size."""

    optional: bool
    """Whether it is charged only when chosen."""

    shared_by_nights: bool
    """Whether a charge that is not per night is divided over the nights that match, in equal parts that add up exactly."""

    tax_category: str | None
    """The tax category of its lines."""


SupplementLike = Union[Supplement, _types.Supplement]
"""The same, or one that was answered."""


class PartyMatch(TypedDict, total=False):
    """A party by its size and ages; what is not given does not matter."""

    min_adults: int | None
    """At least so many adults."""

    max_adults: int | None
    """At most so many adults."""

    min_children: int | None
    """At least so many children."""

    max_children: int | None
    """At most so many children."""

    ages: Sequence[ChildrenOfAgeLike]
    """So many children of these ages, each of them."""


PartyMatchLike = Union[PartyMatch, _types.PartyMatch]
"""The same, or one that was answered."""


class _ChildrenOfAge(TypedDict):
    """The fields of `ChildrenOfAge` that must be given."""

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""


class ChildrenOfAge(_ChildrenOfAge, total=False):
    """At least so many who are told by age, on the day of arrival, are of these ages."""

    at_least: int
    """How many there are at least."""


ChildrenOfAgeLike = Union[ChildrenOfAge, _types.ChildrenOfAge]
"""The same, or one that was answered."""

Per = Union[_types.Per, Literal["night", "stay", "person", "person_night", "adult", "adult_night", "child", "child_night", "item", "item_night"]]
"""For each of what something is charged. What is not per night is charged once when any night of the stay matches."""


class SupplementPriceAmount(TypedDict):
    """The same for all."""

    amount: DecimalLike


class SupplementPriceByAge(TypedDict):
    """By age band; those of no band named here are adults. For charges per person only."""

    by_age: Mapping[str, DecimalLike]


class SupplementPricePercent(TypedDict):
    """So many percent of the unit's price on each matching night."""

    percent: DecimalLike


SupplementPrice = Union[SupplementPriceAmount, SupplementPriceByAge, SupplementPricePercent]
"""How much a supplement is: an amount, an amount by age, or a share of the unit's price."""


class _Discount(TypedDict):
    """The fields of `Discount` that must be given."""

    name: str
    """What people call it."""

    rule: DiscountRule
    """When it applies and how much it is."""


class Discount(_Discount, total=False):
    """What comes off, and when."""

    cap: DecimalLike | None
    """Never more than this amount."""

    group: str | None
    """Of the discounts of one group only the largest counts."""

    booking_window: DayRangeLike | None
    """Only when booked on these days."""

    party: PartyMatchLike | None
    """Only for parties of this size, or with so many children of an age."""

    travel_window: DayRangeLike | None
    """Only when every night lies in these days."""

    part: DiscountedPart
    """What it is taken off."""


DiscountLike = Union[Discount, _types.Discount]
"""The same, or one that was answered."""


class DiscountRuleBulk(TypedDict):
    """By quantity or size of the group; the highest tier that is met counts."""

    bulk: BulkLike


class DiscountRuleLengthOfStay(TypedDict):
    """By number of nights."""

    length_of_stay: TiersLike


class DiscountRuleEarlyBird(TypedDict):
    """By days between booking and arrival, at least."""

    early_bird: TiersLike


class DiscountRuleLastMinute(TypedDict):
    """By days between booking and arrival, at most."""

    last_minute: LastMinuteLike


class DiscountRuleFreeNights(TypedDict):
    """Stay seven, pay six."""

    free_nights: FreeNightsLike


class DiscountRulePromo(TypedDict):
    """By a code the guest gives."""

    promo: PromoLike


class DiscountRuleEligibility(TypedDict):
    """When an expression over the request is true."""

    eligibility: EligibilityLike


DiscountRule = Union[DiscountRuleBulk, DiscountRuleLengthOfStay, DiscountRuleEarlyBird, DiscountRuleLastMinute, DiscountRuleFreeNights, DiscountRulePromo, DiscountRuleEligibility]
"""When a discount applies and how much it is."""


class Bulk(TypedDict):
    """A discount by quantity or size of the group."""

    by: BulkMeasure
    """What is counted."""

    tiers: Sequence[TierLike]
    """The highest that is met counts; they do not add up."""


BulkLike = Union[Bulk, _types.Bulk]
"""The same, or one that was answered."""

BulkMeasure = Union[_types.BulkMeasure, Literal["quantity", "people", "nights"]]
"""What a bulk discount counts."""


class Tier(TypedDict):
    """From so many on, so much off."""

    at_least: int
    """From so many on."""

    off: Off
    """How much comes off."""


TierLike = Union[Tier, _types.Tier]
"""The same, or one that was answered."""


class OffPercent(TypedDict):
    """So many percent."""

    percent: DecimalLike


class OffAmount(TypedDict):
    """This amount."""

    amount: DecimalLike


Off = Union[OffPercent, OffAmount]
"""Percent or amount."""


class Tiers(TypedDict):
    """Tiers by at least so many; the highest that is met counts."""

    tiers: Sequence[TierLike]
    """In any order."""


TiersLike = Union[Tiers, _types.Tiers]
"""The same, or one that was answered."""


class LastMinute(TypedDict):
    """Tiers by at most so many days ahead; the lowest that is met counts."""

    tiers: Sequence[LastMinuteTierLike]
    """In any order."""


LastMinuteLike = Union[LastMinute, _types.LastMinute]
"""The same, or one that was answered."""


class LastMinuteTier(TypedDict):
    """Up to so many days ahead, so much off."""

    at_most: int
    """Up to so many days ahead."""

    off: Off
    """How much comes off."""


LastMinuteTierLike = Union[LastMinuteTier, _types.LastMinuteTier]
"""The same, or one that was answered."""


class _FreeNights(TypedDict):
    """The fields of `FreeNights` that must be given."""

    stay: int
    """From so many nights on."""

    pay: int
    """So many of them are paid."""

    free: WhichNights
    """Which nights are free."""


class FreeNights(_FreeNights, total=False):
    """Stay so many nights, pay fewer."""

    repeats: bool
    """Whether a stay of twice as many nights has twice as many free ones, block by block."""


FreeNightsLike = Union[FreeNights, _types.FreeNights]
"""The same, or one that was answered."""


class WhichNightsPositions(TypedDict):
    """Those at these places of the block of nights, 1 for its first."""

    positions: Sequence[int]


WhichNights = Union[WhichNightsPositions, Literal["cheapest", "first", "last", "average"]]
"""Which nights are free. Of all but average ones, each has a line of its day."""


class _Promo(TypedDict):
    """The fields of `Promo` that must be given."""

    code: str
    """What the guest gives; letter case does not matter."""

    off: Off
    """How much comes off."""


class Promo(_Promo, total=False):
    """A discount by code."""

    window: DayRangeLike | None
    """Only when booked on these days; outside them the code is refused."""

    limit: int | None
    """How often it may be used; the request says how often it was."""


PromoLike = Union[Promo, _types.Promo]
"""The same, or one that was answered."""


class Eligibility(TypedDict):
    """A discount by expression."""

    when: str
    """Such as `nights >= 3 && "member" in tags`."""

    off: Off
    """How much comes off."""


EligibilityLike = Union[Eligibility, _types.Eligibility]
"""The same, or one that was answered."""

DiscountedPart = Union[_types.DiscountedPart, Literal["subtotal", "units"]]
"""What a discount is taken off, and what of a night is free."""

Combination = Union[_types.Combination, Literal["best", "all", "sum"]]
"""What happens when several discounts apply."""


class _Fee(TypedDict):
    """The fields of `Fee` that must be given."""

    name: str
    """What people call it."""

    rate: FeeRate
    """How much."""


class Fee(_Fee, total=False):
    """A charge of the seller after discounts: cleaning, service, booking."""

    exempt_ages: Sequence[AgeRangeLike]
    """Ages that do not pay it."""

    night_cap: int | None
    """At most for so many nights."""

    tax_category: str | None
    """The tax category of its line."""


FeeLike = Union[Fee, _types.Fee]
"""The same, or one that was answered."""


class FeeRatePercent(TypedDict):
    """So many percent of the discounted subtotal."""

    percent: DecimalLike


class FeeRateFixed(TypedDict):
    """An amount for each of something."""

    fixed: FixedRateLike


FeeRate = Union[FeeRatePercent, FeeRateFixed]
"""How much a fee or tax is."""


class FixedRate(TypedDict):
    """An amount for each of something."""

    amount: DecimalLike
    """How much."""

    per: Per
    """For each of what."""


FixedRateLike = Union[FixedRate, _types.FixedRate]
"""The same, or one that was answered."""


class AgeRange(TypedDict):
    """Ages from one to another, both included."""

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""


AgeRangeLike = Union[AgeRange, _types.AgeRange]
"""The same, or one that was answered."""


class _Tax(TypedDict):
    """The fields of `Tax` that must be given."""

    name: str
    """What people call it."""

    rate: TaxRate
    """How much."""


class Tax(_Tax, total=False):
    """A tax."""

    inclusive: bool
    """Whether the prices already hold it."""

    base: TaxBase
    """What a percentage is taken of."""

    category: str | None
    """Only lines of this tax category; all lines when not given."""

    exempt_ages: Sequence[AgeRangeLike]
    """Ages that do not pay it, when it is charged by heads."""

    night_cap: int | None
    """At most for so many nights."""


TaxLike = Union[Tax, _types.Tax]
"""The same, or one that was answered."""


class TaxRatePercent(TypedDict):
    """So many percent."""

    percent: DecimalLike


class TaxRateFixed(TypedDict):
    """An amount for each of something."""

    fixed: FixedRateLike


class TaxRateSlabs(TypedDict):
    """So many percent by the tariff of the night, after discounts; the first slab that reaches it counts."""

    slabs: Sequence[SlabLike]


TaxRate = Union[TaxRatePercent, TaxRateFixed, TaxRateSlabs]
"""How much a tax is."""


class Slab(TypedDict, total=False):
    """Up to this nightly tariff, so many percent of the nights or an amount for each of them."""

    up_to: DecimalLike | None
    """The highest tariff of the slab; the last slab has none."""

    percent: DecimalLike | None
    """So many percent of what the nights cost."""

    fixed: FixedRateLike | None
    """An amount for each night, or for each head and night."""


SlabLike = Union[Slab, _types.Slab]
"""The same, or one that was answered."""

TaxBase = Union[_types.TaxBase, Literal["net", "net_and_fees", "net_fees_and_taxes"]]
"""What a percentage is taken of."""


class _TaxRegion(TypedDict):
    """The fields of `TaxRegion` that must be given."""

    region: str
    """The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; of lodging, where it stands. Also the place of supply when a
    request names none.
    """

    category: str
    """Which rule of the tables applies, such as `lodging`."""


class TaxRegion(_TaxRegion, total=False):
    """Where something is sold, and by which tables it is taxed."""

    tables: Sequence[TaxTableLike]
    """Tables in place of those that come with the engine."""


TaxRegionLike = Union[TaxRegion, _types.TaxRegion]
"""The same, or one that was answered."""


class _TaxTable(TypedDict):
    """The fields of `TaxTable` that must be given."""

    region: str
    """The place; `US-NY` also applies to `US-NY-NYC`, before that place's own."""

    rules: Sequence[TaxTableRuleLike]
    """Its rules by category."""


class TaxTable(_TaxTable, total=False):
    """The taxes of a place, and what is known of them: those that come with the engine are in this form too."""

    valid: DayRangeLike | None
    """The days on which it applies; always when not given."""

    currency: str | None
    """The currency of its amounts: fixed ones, and those of slabs. Taxes in amounts are for sales in it alone; percentages are
    for every currency, and a table of nothing else needs none.
    """

    source: str | None
    """Who says so: laws, notifications, an authority's own tables."""

    as_of: DayLike | None
    """As of when it is known; what the law changed later is not in it."""

    covers: str | None
    """Which supplies it is for, in words."""

    leaves_out: str | None
    """What it does not know of, in words."""


TaxTableLike = Union[TaxTable, _types.TaxTable]
"""The same, or one that was answered."""


class _TaxTableRule(TypedDict):
    """The fields of `TaxTableRule` that must be given."""

    category: str
    """Such as `lodging` or `service`."""

    within: Sequence[TaxLike]
    """When seller and place of supply are the same place."""


class TaxTableRule(_TaxTableRule, total=False):
    """The taxes of a place on one category."""

    supplied: PlaceOfSupply | None
    """Where it is supplied. When not given, `lodging` where it stands, and anything else where the request says."""

    across: Sequence[TaxLike] | None
    """When they are not; `within` when not given."""

    reverse_charge: bool
    """Whether a business with a tax id in another country accounts for the tax itself."""


TaxTableRuleLike = Union[TaxTableRule, _types.TaxTableRule]
"""The same, or one that was answered."""

PlaceOfSupply = Union[_types.PlaceOfSupply, Literal["at_property", "at_customer"]]
"""Where something is supplied."""


class _Blackout(TypedDict):
    """The fields of `Blackout` that must be given."""

    days: DayRangeLike
    """The days."""


class Blackout(_Blackout, total=False):
    """Days that are not sold at all."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    reason: str | None
    """Why."""


BlackoutLike = Union[Blackout, _types.Blackout]
"""The same, or one that was answered."""


class Restriction(TypedDict, total=False):
    """Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
    `closed` at every night, `…_through` at every day of the stay, the departure day included.
    """

    days: Sequence[DayRangeLike]
    """Only these days; all when empty."""

    seasons: Sequence[str]
    """Only days of these seasons, by name; all when empty."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    reason: str | None
    """Why."""

    closed: bool
    """No night is sold."""

    closed_to_arrival: bool
    """Nobody may arrive."""

    closed_to_departure: bool
    """Nobody may leave."""

    min_stay: int | None
    """At least so many nights, for those who arrive."""

    max_stay: int | None
    """At most so many nights, for those who arrive."""

    min_stay_through: int | None
    """At least so many nights, for every stay that touches the day."""

    max_stay_through: int | None
    """At most so many nights, for every stay that touches the day."""

    min_lead_days: int | None
    """Booked at least so many days before arrival."""

    max_lead_days: int | None
    """Booked at most so many days before arrival."""

    release_days: int | None
    """Each night is given back so many days before it, and not sold from then on."""

    booking_window: DayRangeLike | None
    """Sold only on these days."""


RestrictionLike = Union[Restriction, _types.Restriction]
"""The same, or one that was answered."""


class RoundingRule(TypedDict, total=False):
    """How amounts are rounded."""

    mode: RoundingMode
    """Where a half goes."""

    step: DecimalLike | None
    """The step, such as a cash step of 0.05; the currency's minor unit when not given."""

    at: RoundingPlace
    """Whether each line is rounded or the total alone."""

    taxes: TaxRounding
    """Whether a tax is rounded for each line or once for the document and category."""

    tax_step: DecimalLike | None
    """The step of taxes, which that of lines and totals does not touch; the currency's minor unit when not given."""


RoundingRuleLike = Union[RoundingRule, _types.RoundingRule]
"""The same, or one that was answered."""

RoundingMode = Union[_types.RoundingMode, Literal["half_up", "half_even", "up", "down"]]
"""What happens to a half, and to what is left over."""

RoundingPlace = Union[_types.RoundingPlace, Literal["line", "total"]]
"""Where rounding happens."""

TaxRounding = Union[_types.TaxRounding, Literal["document", "line"]]
"""Where a tax is rounded."""


class RateListsDefinition(TypedDict):
    """Several rate lists."""

    lists: Sequence[RateListDefinitionLike]
    """The lists, of one tenant."""


class _PlanDefinition(TypedDict):
    """The fields of `PlanDefinition` that must be given."""

    name: str
    """What people call it."""

    currency: str
    """The currency of every amount."""

    interval: IntervalLike
    """How often it is billed."""

    charges: Sequence[Charge]
    """What is charged, in this order."""


class PlanDefinition(_PlanDefinition, total=False):
    """A recurring or metered offer."""

    code: str | None
    """What it is known by."""

    timing: Timing
    """Whether a period is billed before or after it."""

    minimum_commitment: DecimalLike | None
    """A period never costs less than this."""

    maximum_spend: DecimalLike | None
    """A period never costs more than this."""

    proration: ProrationUnit
    """What a part of a period is counted in, where the change itself does not say."""

    rounding: RoundingMode
    """Where a half goes; every line is rounded to the currency's minor unit."""


class _Interval(TypedDict):
    """The fields of `Interval` that must be given."""

    unit: IntervalUnit
    """Days, weeks, months or years."""


class Interval(_Interval, total=False):
    """How often something recurs."""

    count: int
    """Every how many of them."""


IntervalLike = Union[Interval, _types.Interval]
"""The same, or one that was answered."""

IntervalUnit = Union[_types.IntervalUnit, Literal["day", "week", "month", "year"]]
"""The unit of an interval."""

Timing = Union[_types.Timing, Literal["in_advance", "in_arrears"]]
"""When a period is billed."""


class _Charge(TypedDict):
    """The fields of `Charge` that must be given."""

    name: str
    """What people call it."""

    model: ChargeModel
    """How it is reckoned."""


class Charge(_Charge, total=False):
    """One charge of a plan."""

    metric: str | None
    """Which usage it counts; a flat charge counts none."""

    convert: UnitConversion | None
    """How what the meter counts becomes what is charged, such as bytes gigabytes."""

    included: DecimalLike | None
    """So many units of it cost nothing; they are counted after the conversion."""

    minimum_commitment: DecimalLike | None
    """The charge never comes to less than this in a period."""

    maximum_spend: DecimalLike | None
    """The charge never comes to more than this in a period."""


class UnitConversion(TypedDict, total=False):
    """How the sum of what a meter counted in a period becomes units that are charged: divided or multiplied, then rounded."""

    divide_by: DecimalLike | None
    """How many of what the meter counts make one unit; then `rounding` is needed."""

    multiply_by: DecimalLike | None
    """How many units one of what the meter counts makes."""

    rounding: RoundingMode | None
    """Where what is left over goes; `up` charges units that are begun."""

    digits: int
    """To how many digits behind the point it is rounded."""


class ChargeModelFlat(TypedDict):
    """The same every period."""

    flat: DecimalLike


class ChargeModelPerUnit(TypedDict):
    """So much for each unit."""

    per_unit: DecimalLike


class ChargeModelGraduated(TypedDict):
    """Each unit at the price of the tier it falls into."""

    graduated: TieredPrice


class ChargeModelVolume(TypedDict):
    """All units at the price of the tier that their number reaches."""

    volume: TieredPrice


class ChargeModelPackage(TypedDict):
    """So much for each package, begun ones too."""

    package: PackagePrice


class ChargeModelPercentage(TypedDict):
    """A share of an amount."""

    percentage: PercentageCharge


class ChargeModelMeteredAmount(TypedDict):
    """The amount itself that the meter counts, in the plan's currency, with what is put on top."""

    metered_amount: MeteredAmount


ChargeModel = Union[ChargeModelFlat, ChargeModelPerUnit, ChargeModelGraduated, ChargeModelVolume, ChargeModelPackage, ChargeModelPercentage, ChargeModelMeteredAmount]
"""How a charge is reckoned."""


class _TieredPrice(TypedDict):
    """The fields of `TieredPrice` that must be given."""

    tiers: Sequence[TierPrice]
    """From the lowest to the highest; the last one has no end."""


class TieredPrice(_TieredPrice, total=False):
    """Prices by tier."""

    flat_at_zero: bool
    """Whether the flat part of the first tier is charged when nothing was used too."""


class _TierPrice(TypedDict):
    """The fields of `TierPrice` that must be given."""

    price: DecimalLike
    """The price of a unit."""


class TierPrice(_TierPrice, total=False):
    """Up to so many units, so much."""

    up_to: DecimalLike | None
    """The last unit of the tier, included; the last tier has none."""

    flat: DecimalLike | None
    """What the tier costs once when any unit falls into it."""


class PackagePrice(TypedDict):
    """So many units for so much."""

    size: DecimalLike
    """How many units a package has."""

    price: DecimalLike
    """What it costs."""


class _PercentageCharge(TypedDict):
    """The fields of `PercentageCharge` that must be given."""

    percent: DecimalLike
    """The share of the metric's amount."""


class PercentageCharge(_PercentageCharge, total=False):
    """A share of an amount, with a fixed part and bounds."""

    fixed: DecimalLike | None
    """What is added when there is any usage."""

    minimum: DecimalLike | None
    """Never less than this when there is any usage."""

    maximum: DecimalLike | None
    """Never more than this."""


class MeteredAmount(TypedDict, total=False):
    """What is put on top of an amount: a factor or a percentage, or nothing."""

    multiplier: DecimalLike | None
    """The amount is multiplied by this: `1.2` for a fifth more."""

    markup_percent: DecimalLike | None
    """So many percent are added, or taken off when negative."""

ProrationUnit = Union[_types.ProrationUnit, Literal["day", "second", "thirty_day_months"]]
"""What is counted."""


class _CancellationPolicyDefinition(TypedDict):
    """The fields of `CancellationPolicyDefinition` that must be given."""

    name: str
    """What people call it."""

    zone: str
    """By whose clocks days are counted, unless a booking names the zone of its own place."""


class CancellationPolicyDefinition(_CancellationPolicyDefinition, total=False):
    """What is kept of a booking that is cancelled, by how long before its start that happens."""

    code: str | None
    """What it is known by."""

    currency: str | None
    """The currency of every amount; a policy of percentages and nights serves every currency and has none."""

    start_time: TimeLike | None
    """When a booking starts that names only its day; midnight when not given."""

    rounding: RoundingMode
    """Where a half goes; every fee is rounded to the currency's minor unit."""

    grace: CancellationGrace | None
    """Time to think again after booking, in which nothing is kept."""

    tiers: Sequence[CancellationTier]
    """From the earliest deadline to the latest; the first that has not passed counts."""

    late: CancellationFee | None
    """What is charged when all deadlines have passed; everything when not given."""

    no_show: CancellationFee | None
    """What is charged when nobody came; the same as `late` when not given."""

    kept: CancellationFee | None
    """What is never given back but in the time of grace, such as a deposit."""

    components: Mapping[str, CancellationTerms]
    """Kinds of components that go by terms of their own, such as `activity` or `taxes`."""


class _CancellationGrace(TypedDict):
    """The fields of `CancellationGrace` that must be given."""

    hours_after_booking: int
    """So many hours after the booking was made."""


class CancellationGrace(_CancellationGrace, total=False):
    """Time to think again after booking."""

    hours_before: int | None
    """But no later than so many hours before the start; up to the start when not given."""


class CancellationTier(TypedDict):
    """What is charged up to a deadline."""

    name: str
    """What people call it."""

    deadline: CancellationDeadline
    """The last moment at which it counts, included."""

    fee: CancellationFee
    """What is charged then."""


class CancellationDeadlineHoursBefore(TypedDict):
    """So many hours before the start, whatever clocks do in between."""

    hours_before: int


class CancellationDeadlineDaysBefore(TypedDict):
    """So many days before the day of the start, at a time of the clock."""

    days_before: DaysBefore


CancellationDeadline = Union[CancellationDeadlineHoursBefore, CancellationDeadlineDaysBefore]
"""The last moment of a tier."""


class _DaysBefore(TypedDict):
    """The fields of `DaysBefore` that must be given."""

    days: int
    """How many days; none is the day of the start itself."""


class DaysBefore(_DaysBefore, total=False):
    """So many days before the day of the start."""

    time: TimeLike | None
    """The time of that day by the clocks of the zone; the time of the start when not given. `24:00` is the end of the day."""


class CancellationFeePercent(TypedDict):
    """A share of what each component costs: 0 is free, 100 is everything."""

    percent: DecimalLike


class CancellationFeeNights(TypedDict):
    """The price of the first nights."""

    nights: NightsFee


class CancellationFeeAmount(TypedDict):
    """An amount for all components together that go by the same terms, shared in proportion to what they cost."""

    amount: DecimalLike


CancellationFee = Union[CancellationFeePercent, CancellationFeeNights, CancellationFeeAmount]
"""What is charged for a cancellation."""


class _NightsFee(TypedDict):
    """The fields of `NightsFee` that must be given."""

    nights: int
    """How many; a shorter stay is charged whole."""


class NightsFee(_NightsFee, total=False):
    """The price of the first nights."""

    percent: DecimalLike | None
    """So many percent of them; all of it when not given."""


class CancellationTerms(TypedDict, total=False):
    """The terms of one kind of component; nothing is taken over from the terms of the whole."""

    tiers: Sequence[CancellationTier]
    """From the earliest deadline to the latest; the first that has not passed counts."""

    late: CancellationFee | None
    """What is charged when all deadlines have passed; everything when not given."""

    no_show: CancellationFee | None
    """What is charged when nobody came; the same as `late` when not given."""

    kept: CancellationFee | None
    """What is never given back but in the time of grace, such as a deposit."""


class _CalendarDefinition(TypedDict):
    """The fields of `CalendarDefinition` that must be given."""

    resources: Sequence[ResourceLike]
    """What can be taken."""


class CalendarDefinition(_CalendarDefinition, total=False):
    """Resources and everything that is taken of them."""

    bookings: Sequence[BookingLike]
    """What is booked."""

    holds: Sequence[HoldLike]
    """What is held for a while."""

    blocked: Sequence[BlockedLike]
    """What nobody may take: repairs, events of other calendars."""


CalendarDefinitionLike = Union[CalendarDefinition, _types.CalendarDefinition]
"""The same, or one that was answered."""


class _Resource(TypedDict):
    """The fields of `Resource` that must be given."""

    id: str
    """What it is known by."""

    zone: str
    """The zone of its clock."""


class Resource(_Resource, total=False):
    """Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats."""

    name: str | None
    """What people call it."""

    mode: ResourceMode
    """Whether it is taken by the moment, by the night, or by the seat of a departure."""

    capacity: int
    """How many units it has."""

    overbooking: int
    """How many units more than it has may be booked."""

    hours: OpeningHoursLike | None
    """When it is open; always when not given."""

    within_hours: WithinHours
    """Whether a booking lies within the hours as a whole, or only its beginning and its end do."""

    holidays: Sequence[DayLike]
    """Days on which it is closed, unless an exception of its hours says otherwise."""

    yearly_holidays: Sequence[MonthDayLike]
    """Days of every year on which it is closed, such as `{"month": 12, "day": 25}`."""

    grid: SlotGridLike | None
    """Where bookings may begin; at any moment when not given."""

    min_minutes: int | None
    """The shortest booking."""

    max_minutes: int | None
    """The longest booking."""

    length_step_minutes: int | None
    """Lengths of bookings are a multiple of this."""

    min_nights: int | None
    """The fewest nights of a stay."""

    max_nights: int | None
    """The most nights of a stay."""

    buffer_before_minutes: int
    """Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
    longer of the two lies between neighbours.
    """

    buffer_after_minutes: int
    """Time kept free after every booking."""

    past_bookings: bool
    """Whether a time that has begun may be taken all the same, to record what has happened. Otherwise the past is not for sale."""

    notice_minutes: int | None
    """Booked at least so long before it begins: a stay at its check-in time, or else when its first day does."""

    horizon_days: int | None
    """Booked at most so many days ahead."""

    skills: Sequence[str]
    """What it can do, such as `german` or `brakes`."""

    location: str | None
    """Where it is."""

    priority: int
    """Among several, the higher one is offered first."""

    check_in_time: TimeLike | None
    """By nights: from when on guests arrive."""

    check_out_time: TimeLike | None
    """By nights: until when guests leave, not after others arrive."""

    cut_off: TimeLike | None
    """By nights: until when, on the day of arrival, the night can be booked; until the day ends when not given."""

    inventory: Sequence[DayUnitsLike]
    """By nights: days with another number of units than its capacity; the first that covers a night counts."""

    allotments: Sequence[AllotmentLike]
    """Units kept for partners."""

    stop_sales: Sequence[StopSaleLike]
    """Nights and departures that are not sold for now."""

    departures: Sequence[DepartureLike]
    """The dated starts of a package."""


ResourceLike = Union[Resource, _types.Resource]
"""The same, or one that was answered."""

ResourceMode = Union[_types.ResourceMode, Literal["instants", "nights", "departures"]]
"""What a resource is counted by."""


class _OpeningHours(TypedDict):
    """The fields of `OpeningHours` that must be given."""

    windows: Sequence[OpeningWindowLike]
    """The windows of ordinary days."""


class OpeningHours(_OpeningHours, total=False):
    """When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ."""

    exceptions: Sequence[OpeningExceptionLike]
    """Days that differ; the first one that covers a day counts."""

    merge_overlaps: bool
    """Windows of one day that overlap or touch are one. Without it, overlapping windows are a fault."""


OpeningHoursLike = Union[OpeningHours, _types.OpeningHours]
"""The same, or one that was answered."""


class _OpeningWindow(TypedDict):
    """The fields of `OpeningWindow` that must be given."""

    opens: TimeLike
    """When it opens."""

    closes: TimeLike
    """When it closes."""


class OpeningWindow(_OpeningWindow, total=False):
    """A window of the wall clock. One that closes at or before it opens goes past midnight."""

    weekdays: Sequence[Weekday]
    """The days of the week on which it opens; all when not given."""


OpeningWindowLike = Union[OpeningWindow, _types.OpeningWindow]
"""The same, or one that was answered."""


class _OpeningException(TypedDict):
    """The fields of `OpeningException` that must be given."""

    days: DayRangeLike
    """The days."""


class OpeningException(_OpeningException, total=False):
    """Days that differ."""

    windows: Sequence[OpeningWindowLike]
    """Their windows; none when closed."""

    reason: str | None
    """Why."""


OpeningExceptionLike = Union[OpeningException, _types.OpeningException]
"""The same, or one that was answered."""

WithinHours = Union[_types.WithinHours, Literal["whole", "pick_up_and_return"]]
"""What of a booking lies within opening hours."""


class MonthDay(TypedDict):
    """A day of every year; 29 February falls on the 28th in common years."""

    month: int
    """The month."""

    day: int
    """The day of the month."""


MonthDayLike = Union[MonthDay, _types.MonthDay]
"""The same, or one that was answered."""


class _SlotGrid(TypedDict):
    """The fields of `SlotGrid` that must be given."""

    step_minutes: int
    """Every so many minutes."""


class SlotGrid(_SlotGrid, total=False):
    """Where bookings may begin, on the wall clock."""

    counted: GridStart
    """Counted from midnight or from the opening. From midnight, the step divides an hour or is whole hours."""

    packing: Packing
    """Which of these starts are offered."""


SlotGridLike = Union[SlotGrid, _types.SlotGrid]
"""The same, or one that was answered."""

GridStart = Union[_types.GridStart, Literal["midnight", "opening"]]
"""Where the steps of a grid are counted from."""

Packing = Union[_types.Packing, Literal["every", "back_to_back", "no_short_gaps"]]
"""Which starts of the grid are offered."""


class DayUnits(TypedDict):
    """Days with a number of units of their own."""

    days: DayRangeLike
    """The days, that is the nights that begin on them."""

    units: int
    """How many units there are."""


DayUnitsLike = Union[DayUnits, _types.DayUnits]
"""The same, or one that was answered."""


class _Allotment(TypedDict):
    """The fields of `Allotment` that must be given."""

    partner: str
    """Whose they are."""

    days: DayRangeLike
    """The nights or departures."""

    units: int
    """How many units."""


class Allotment(_Allotment, total=False):
    """Units that only one partner may sell, until they are released."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    release_days: int
    """So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself."""


AllotmentLike = Union[Allotment, _types.Allotment]
"""The same, or one that was answered."""


class _StopSale(TypedDict):
    """The fields of `StopSale` that must be given."""

    days: DayRangeLike
    """The nights or departures."""


class StopSale(_StopSale, total=False):
    """Days that are not sold for now."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    partner: str | None
    """Only for this partner; for everybody when not given."""

    reason: str | None
    """Why."""


StopSaleLike = Union[StopSale, _types.StopSale]
"""The same, or one that was answered."""


class _Departure(TypedDict):
    """The fields of `Departure` that must be given."""

    day: DayLike
    """The day."""

    seats: int
    """How many seats."""


class Departure(_Departure, total=False):
    """A dated start with its seats."""

    closes_days_before: int
    """Sold until so many days before it; until the day itself with 0."""


DepartureLike = Union[Departure, _types.Departure]
"""The same, or one that was answered."""


class _Booking(TypedDict):
    """The fields of `Booking` that must be given."""

    id: str
    """What it is known by."""

    takes: Sequence[TakeLike]
    """What it takes."""


class Booking(_Booking, total=False):
    """Something that is booked: one resource, or several that belong together."""

    booked_at: InstantLike | None
    """When it was booked: for figures of pickup."""

    title: str | None
    """What a calendar shows."""

    revision: int
    """How often it was moved since it was booked: its `SEQUENCE` in other calendars, which pass over one that falls. Whoever books
    an id again that was cancelled gives a higher one than it had.
    """

    revised_at: InstantLike | None
    """When it was last moved."""


BookingLike = Union[Booking, _types.Booking]
"""The same, or one that was answered."""


class _Take(TypedDict):
    """The fields of `Take` that must be given."""

    resource: str
    """The resource."""

    when: When
    """When."""


class Take(_Take, total=False):
    """Units of one resource for a time."""

    units: int
    """How many units."""

    partner: str | None
    """The partner out of whose allotment it is taken, or who sold it."""


TakeLike = Union[Take, _types.Take]
"""The same, or one that was answered."""


class WhenSpan(TypedDict):
    """From one moment to another, the end excluded."""

    span: SpanLike


class WhenStay(TypedDict):
    """The nights of a stay."""

    stay: StayDaysLike


class WhenDeparture(TypedDict):
    """A dated start."""

    departure: DayLike


When = Union[WhenSpan, WhenStay, WhenDeparture]
"""When something is taken: in the way that the resource is counted by."""


class Span(TypedDict):
    """A stretch of time, its end excluded."""

    start: InstantLike
    """The first moment."""

    end: InstantLike
    """The moment after the last one."""


SpanLike = Union[Span, _types.Span]
"""The same, or one that was answered."""


class StayDays(TypedDict):
    """The nights from the day of arrival to the day of departure, which is none of them."""

    check_in: DayLike
    """The day of arrival."""

    check_out: DayLike
    """The day of departure."""


StayDaysLike = Union[StayDays, _types.StayDays]
"""The same, or one that was answered."""


class Hold(TypedDict):
    """Something that is held until a moment, at which it is free again."""

    key: str
    """What it is known by: asked for again, the same hold is answered."""

    takes: Sequence[TakeLike]
    """What it takes."""

    expires_at: InstantLike
    """The moment at which it is free again."""


HoldLike = Union[Hold, _types.Hold]
"""The same, or one that was answered."""


class _Blocked(TypedDict):
    """The fields of `Blocked` that must be given."""

    id: str
    """What it is known by."""

    resource: str
    """The resource."""

    when: When
    """When."""


class Blocked(_Blocked, total=False):
    """Time that nobody may take: a repair, an event of another calendar."""

    units: int | None
    """How many units; all that there are when not given."""

    reason: str | None
    """Why."""

    source: str | None
    """The outside calendar that it came from."""

    revision: int
    """How often it was moved: its `SEQUENCE` in other calendars, which pass over one that falls."""


BlockedLike = Union[Blocked, _types.Blocked]
"""The same, or one that was answered."""


class _MachineDefinition(TypedDict):
    """The fields of `MachineDefinition` that must be given."""

    name: str
    """What it is known by, such as `booking`."""

    initial: str
    """The state in which everything begins."""

    states: Sequence[MachineStateLike]
    """The states."""

    events: Sequence[MachineEventLike]
    """The events."""

    transitions: Sequence[MachineTransitionLike]
    """What leads where. Of several for one state and event the first whose guard holds counts."""


class MachineDefinition(_MachineDefinition, total=False):
    """The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML."""

    version: int
    """Its version: an instance says by which it lives."""

    summary: str | None
    """What it is about, for readers."""

    endless: bool
    """Whether it has no end: a device is online and offline for ever."""

    facts: Mapping[str, str]
    """The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring:
    a field's bare name is what is given, else what was recorded; `given.` and `recorded.` before it name one of the two.
    """

    fields: Mapping[str, str]
    """What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
    machine that declares none takes any name, and knows the types of those it counts from and sets itself.
    """

    start: MachineStartLike | None
    """What beginning one asks for and sets."""


MachineDefinitionLike = Union[MachineDefinition, _types.MachineDefinition]
"""The same, or one that was answered."""


class MachineStart(TypedDict, total=False):
    """What beginning an instance asks for and sets."""

    requires: Sequence[str]
    """Fields that must be given with it: what is owed, when it begins."""

    guard: str | None
    """The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there."""

    stamps: Mapping[str, MachineStamp]
    """Fields of the instance that it sets."""

    sets: Mapping[str, str]
    """Fields that it sets, each to the value of an expression over what is given and `now`."""

    effects: Sequence[MachineEffectLike]
    """What the host is to carry out."""


MachineStartLike = Union[MachineStart, _types.MachineStart]
"""The same, or one that was answered."""

MachineStamp = Union[_types.MachineStamp, Literal["now", "now_once", "actor", "given", "cleared"]]
"""What a field is set to."""


_MachineEffectMoreWords = TypedDict("_MachineEffectMoreWords", {"with": "Mapping[str, Any]"}, total=False)


class MachineEffect(_MachineEffectMoreWords):
    """Something for the host to carry out: it is told, never done here."""

    name: str
    """What, such as `send_email`."""


MachineEffectLike = Union[MachineEffect, _types.MachineEffect]
"""The same, or one that was answered."""


class _MachineState(TypedDict):
    """The fields of `MachineState` that must be given."""

    name: str
    """What it is known by."""


class MachineState(_MachineState, total=False):
    """A state."""

    label: str | None
    """What people read."""

    terminal: bool
    """Whether nothing can happen any more."""

    standing: MachineStanding
    """How it stands in this state."""


MachineStateLike = Union[MachineState, _types.MachineState]
"""The same, or one that was answered."""

MachineStanding = Union[_types.MachineStanding, Literal["open", "pending", "failed", "errored"]]
"""How something stands: what a rule refused, what waits for the outside and what the outside broke are different things."""


class _MachineEvent(TypedDict):
    """The fields of `MachineEvent` that must be given."""

    name: str
    """What it is known by."""


class MachineEvent(_MachineEvent, total=False):
    """An event."""

    label: str | None
    """What people read."""


MachineEventLike = Union[MachineEvent, _types.MachineEvent]
"""The same, or one that was answered."""


_MachineTransitionWords = TypedDict("_MachineTransitionWords", {"from": "Sequence[str]"})


class _MachineTransition(TypedDict):
    """The fields of `MachineTransition` that must be given."""

    event: str
    """What happens."""

    to: str
    """The state it leads to."""


class MachineTransition(_MachineTransition, _MachineTransitionWords, total=False):
    """What leads from a state to another."""

    guard: str | None
    """The condition under which it does."""

    requires: Sequence[str]
    """Fields that must be given with the event: a reason, a payment's reference."""

    stamps: Mapping[str, MachineStamp]
    """Fields of the instance that it sets."""

    sets: Mapping[str, str]
    """Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
    `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
    """

    permission: str | None
    """Who may: the permission that the actor must hold."""

    effects: Sequence[MachineEffectLike]
    """What the host is to carry out."""

    after: MachineTimerLike | None
    """When it is due by itself. Nobody can make it happen earlier, and from then on it has happened."""

    not_before: MachineTimerLike | None
    """The moment from which on it is possible."""

    not_after: MachineTimerLike | None
    """The last moment at which it is possible."""


MachineTransitionLike = Union[MachineTransition, _types.MachineTransition]
"""The same, or one that was answered."""


class MachineTimer(TypedDict, total=False):
    """A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds."""

    days: int
    """Days of 24 hours."""

    hours: int
    """Hours."""

    minutes: int
    """Minutes."""

    seconds: int
    """Seconds."""

    field: str | None
    """The field of the instance that holds the moment it is counted from; without it, when the state was entered."""

    before: str | None
    """The field of the instance that holds the moment it lies before, in place of `field`."""


MachineTimerLike = Union[MachineTimer, _types.MachineTimer]
"""The same, or one that was answered."""


class DeadlinePolicyDefinition(TypedDict, total=False):
    """By when something is due, in which hours time counts, and who is told when it is late."""

    calendar: BusinessCalendarLike | None
    """The hours and days in which time counts; around the clock when not given."""

    priorities: Mapping[str, Mapping[str, int]] | None
    """The minutes of each target, by priority, such as `{"high": {"first_reply": 240}}`. A priority without a target has no
    deadline for it. When not given: 4 hours for `high`, 24 for `medium` and 48 for `low`, both for `first_reply` and for
    `resolution`.
    """

    targets: Mapping[str, DeadlineTarget]
    """What meets a target. An event that has the target's own name always does."""

    pauses_in: Sequence[str]
    """The states in which time does not count, such as `waiting_customer`."""

    warn_at_percent: Sequence[int]
    """The percentages of its time at which a target warns."""

    escalation: Sequence[DeadlineLevel] | None
    """Who is told that a target is late, in order. When not given: the agent at once, and an hour after each other the manager,
    senior management and the chief executive.
    """


class _BusinessCalendar(TypedDict):
    """The fields of `BusinessCalendar` that must be given."""

    zone: str
    """Where its days begin."""


class BusinessCalendar(_BusinessCalendar, total=False):
    """Which days and hours count as business."""

    weekend: Sequence[Weekday] | None
    """The days of the week off. When not given, Saturday and Sunday; with hours of certain days of the week, the days that no
    window opens on. A window of a day that is given here is refused; one of all seven days, named or not, opens on every
    business day, and makes none of the weekend.
    """

    holidays: Sequence[DayLike]
    """Days off."""

    yearly_holidays: Sequence[MonthDayLike]
    """Days off every year, such as `{"month": 12, "day": 25}`."""

    hours: OpeningHoursLike | None
    """The hours of business days; the whole day when not given. An exception counts whatever the day of the week, holiday or not."""


BusinessCalendarLike = Union[BusinessCalendar, _types.BusinessCalendar]
"""The same, or one that was answered."""


class DeadlineTarget(TypedDict, total=False):
    """What meets a target."""

    met_by: Sequence[str]
    """The states and events that meet it; the first one counts."""

    reopened_by: Sequence[str]
    """The states and events after which it is no longer met. Its time goes on where it stood when it was met."""


class DeadlineLevel(TypedDict):
    """A level of escalation."""

    name: str
    """Who is told, such as `manager`."""

    after_minutes: int
    """So many minutes after the deadline, counted as the deadline is."""


class _TenantDefinition(TypedDict):
    """The fields of `TenantDefinition` that must be given."""

    id: str
    """What it is known by."""

    name: str
    """What people call it."""


class TenantDefinition(_TenantDefinition, total=False):
    """A tenant and all its rules."""

    subdomain: str | None
    """Its part of the platform's address, such as `acme` of `acme.example.com`."""

    domains: Sequence[str]
    """Domains of its own."""

    status: TenantStatus
    """Where it is in its life."""

    status_since: InstantLike | None
    """Since when it is there."""

    settings: TenantSettingsLike
    """How it works."""

    brand: TenantBrand
    """How it looks and writes to people."""

    access: AccessRules
    """Who may do what, and what they see."""

    flags: Mapping[str, FlagRules]
    """Features by name, and when they are on."""

    rate_limits: Sequence[RateLimitRuleLike]
    """How often things may be done, beside and instead of what is shipped."""

    lockouts: Sequence[LockoutRule]
    """How many failures lock, beside and instead of what is shipped."""

    addresses: Sequence[AddressRuleLike]
    """Which addresses pass."""

    quotas: Sequence[QuotaRuleLike]
    """What there is only so much of."""

    numbers: Sequence[NumberFormatLike]
    """How numbers are written."""

    policies: Policies
    """What changes must keep to."""

    budgets: Sequence[Budget]
    """What may be spent."""

    fields: Mapping[str, EntityFields]
    """The fields and tags it adds, by kind of thing."""

    privacy: Privacy
    """What is known of people."""

TenantStatus = Union[_types.TenantStatus, Literal["provisioning", "active", "suspended", "deleting", "deleted"]]
"""Where a tenant is in its life."""


class TenantSettings(TypedDict, total=False):
    """How a tenant works: each setting has a default."""

    zone: str
    """The zone of its clock."""

    currency: str | None
    """The currency of its books."""

    locale: str
    """The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`."""

    number_format: Locale
    """How it writes amounts, whatever the language."""

    tax_region: str | None
    """Where it is taxed, such as `DE` or `US-NY`."""

    business_hours: OpeningHoursLike | None
    """When it is open, by its zone; always when not given."""

    sign_in: SignInRulesLike
    """How people log in."""

    kept_days: int
    """For so many times 24 hours a deleted tenant is kept and can be restored."""


TenantSettingsLike = Union[TenantSettings, _types.TenantSettings]
"""The same, or one that was answered."""

Locale = Union[_types.Locale, Literal["en-US", "en-IN", "es", "fr", "de", "hi"]]
"""A language and place, by its BCP 47 tag."""


class SignInRules(TypedDict, total=False):
    """How people log in, and for how long."""

    idle_minutes: int
    """A session ends after so many minutes without a request."""

    session_minutes: int
    """A session ends after so many minutes, whatever happens in it."""

    second_factor: bool
    """Whether a second factor is demanded."""

    password_length: int
    """The fewest letters of a password."""

    password_days: int | None
    """After so many days a password must be changed; never when not given."""

    passwords_remembered: int
    """So many former passwords are not taken again."""


SignInRulesLike = Union[SignInRules, _types.SignInRules]
"""The same, or one that was answered."""


class TenantBrand(TypedDict, total=False):
    """How a tenant looks and writes to people."""

    logo: BrandLogo | None
    """The logo."""

    colours: Mapping[str, BrandColour]
    """Colours by name, such as `primary`, each with the colour of text on it."""

    sender_name: str | None
    """The name on e-mails."""

    sender_email: str | None
    """The address that e-mails come from."""

    reply_to: str | None
    """The address that answers go to."""

    templates: Mapping[str, str]
    """Where the host keeps the tenant's own templates, by kind, such as `invoice`."""


class BrandLogo(TypedDict):
    """A logo, which the host keeps."""

    file: str
    """Where the host keeps it."""

    media_type: str
    """`image/png` or `image/svg+xml`."""

    bytes: int
    """Its size."""


class BrandColour(TypedDict):
    """A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read."""

    fill: str
    """The colour."""

    text: str
    """The colour of text on it."""


class AccessRules(TypedDict, total=False):
    """Who may do what, and what they see."""

    permissions: Sequence[str]
    """Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones."""

    roles: Mapping[str, RoleRulesLike]
    """Roles by name, beside the built-in ones; one with the name of a built-in role takes its place."""

    masks: Mapping[str, Sequence[FieldMaskLike]]
    """What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
    empty list.
    """

    audited: Sequence[str]
    """Permissions whose use is always audited; patterns such as `payments:*` are taken."""


class RoleRules(TypedDict, total=False):
    """What a role may do. Nothing follows from a role but what is listed here and in the roles it includes."""

    includes: Sequence[str]
    """Roles whose rules are this one's too."""

    allow: Sequence[str]
    """What it may do, on every record: `rates:write`, `bookings:*`, `*`."""

    deny: Sequence[str]
    """What it may not do, whatever else allows it."""

    grants: Sequence[RelationGrantLike]
    """What it may do with records that stand in a relation to the actor, such as the actor's own bookings."""


RoleRulesLike = Union[RoleRules, _types.RoleRules]
"""The same, or one that was answered."""


class RelationGrant(TypedDict):
    """What may be done with records that name the actor."""

    relation: str
    """What the relation is called, such as `own`."""

    field: str
    """The field of the record that holds the actor's id, or a list with it."""

    permissions: Sequence[str]
    """What may be done."""


RelationGrantLike = Union[RelationGrant, _types.RelationGrant]
"""The same, or one that was answered."""


class FieldMask(TypedDict):
    """Fields that are hidden from who may not see them."""

    fields: Sequence[str]
    """Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/*/passport`. Where a
    record has another shape, such as a list where an object was, what stands there is hidden whole.
    """

    unless: str
    """The permission with which they are seen."""


FieldMaskLike = Union[FieldMask, _types.FieldMask]
"""The same, or one that was answered."""


class FlagRules(TypedDict, total=False):
    """When a feature is on. The first rule that says something decides, in the order of the fields."""

    forced: bool | None
    """What it is for this tenant, whatever the other rules say."""

    starts_at: InstantLike | None
    """Before that moment it is off."""

    ends_at: InstantLike | None
    """From that moment on it is off again."""

    roles: Mapping[str, bool]
    """By role; of several roles that differ, the one for which it is off counts."""

    plans: Mapping[str, bool]
    """By plan."""

    percentage: DecimalLike | None
    """For so many in a hundred, always the same ones, and off for the rest; with at most two decimals."""

    on: bool
    """What it is when nothing else decides."""


class _RateLimitRule(TypedDict):
    """The fields of `RateLimitRule` that must be given."""

    name: str
    """What it is known by; one of a shipped limit takes its place."""

    standard: RateFiguresLike
    """The figures where no others are given."""


class RateLimitRule(_RateLimitRule, total=False):
    """A limit that has a name."""

    kind: RateLimitKind
    """How calls are counted."""

    per: RateLimitKey
    """For whom a state is kept."""

    plans: Mapping[str, RateFiguresLike]
    """The figures of plans that have their own."""

    own: RateFiguresLike | None
    """The figures of this tenant, whatever its plan."""

    cost: int
    """What a call costs that does not say so."""


RateLimitRuleLike = Union[RateLimitRule, _types.RateLimitRule]
"""The same, or one that was answered."""

RateLimitKind = Union[_types.RateLimitKind, Literal["sliding_window", "token_bucket"]]
"""How calls are counted."""

RateLimitKey = Union[_types.RateLimitKey, Literal["ip", "user", "tenant"]]
"""For whom the state of a limit is kept."""


class _RateFigures(TypedDict):
    """The fields of `RateFigures` that must be given."""

    amount: int
    """How much."""

    seconds: int
    """In how many seconds."""


class RateFigures(_RateFigures, total=False):
    """How much in which time."""

    burst: int | None
    """How much a bucket holds, and so lets through at once; the amount when not given. A window has none."""


RateFiguresLike = Union[RateFigures, _types.RateFigures]
"""The same, or one that was answered."""


class _LockoutRule(TypedDict):
    """The fields of `LockoutRule` that must be given."""

    name: str
    """What it is known by; one of a shipped rule takes its place."""

    failures: int
    """So many lock."""

    within_seconds: int
    """Within so many seconds."""

    lock_seconds: int
    """For so many seconds."""


class LockoutRule(_LockoutRule, total=False):
    """How many failures lock, and for how long."""

    growth: int
    """Each further lock is longer by this factor."""

    max_lock_seconds: int | None
    """And never longer than so many seconds; a day, or the first lock when that is longer, when not given."""

    forget_seconds: int
    """So many seconds after a lock it is as if there had been none."""

    distinct: bool
    """Whether only failures of different things count: tokens of five tenants."""


class _AddressRule(TypedDict):
    """The fields of `AddressRule` that must be given."""

    range: str
    """An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`."""

    effect: AddressEffect
    """Whether they pass."""


class AddressRule(_AddressRule, total=False):
    """Addresses that pass, or do not."""

    expires_at: InstantLike | None
    """Until when it holds; always when not given."""

    reason: str | None
    """Why."""


AddressRuleLike = Union[AddressRule, _types.AddressRule]
"""The same, or one that was answered."""

AddressEffect = Union[_types.AddressEffect, Literal["block", "allow"]]
"""What becomes of an address."""


class _QuotaRule(TypedDict):
    """The fields of `QuotaRule` that must be given."""

    name: str
    """What it is known by: `vehicles`, `api_calls`."""

    standard: QuotaFiguresLike
    """The figures where no others are given."""


class QuotaRule(_QuotaRule, total=False):
    """Something that a tenant has only so much of."""

    every: IntervalLike | None
    """It is counted anew in each period of that length; when not given it counts what there is."""

    anchor: DayLike | None
    """A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
    given.
    """

    plans: Mapping[str, QuotaFiguresLike]
    """The figures of plans that have their own."""

    own: QuotaFiguresLike | None
    """The figures of this tenant, whatever its plan."""

    warn_at_percent: Sequence[int]
    """At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due."""


QuotaRuleLike = Union[QuotaRule, _types.QuotaRule]
"""The same, or one that was answered."""


class QuotaFigures(TypedDict, total=False):
    """How much of something there is."""

    soft: int | None
    """So much is included; what goes beyond it is counted as overage."""

    hard: int | None
    """Never more than so much; no end when not given."""


QuotaFiguresLike = Union[QuotaFigures, _types.QuotaFigures]
"""The same, or one that was answered."""


class _NumberFormat(TypedDict):
    """The fields of `NumberFormat` that must be given."""

    name: str
    """What it is known by: `invoice`."""

    format: str
    """Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
    `INV-{YY}{MM}-{seq:4}`.
    """


class NumberFormat(_NumberFormat, total=False):
    """How numbers of a kind are written, and when their counter begins anew."""

    parts: Sequence[str]
    """The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter."""

    reset: NumberReset
    """When the counter begins anew, by the tenant's clock."""

    first: int
    """With which number it begins."""


NumberFormatLike = Union[NumberFormat, _types.NumberFormat]
"""The same, or one that was answered."""

NumberReset = Union[_types.NumberReset, Literal["never", "yearly", "monthly", "daily"]]
"""When a counter begins anew."""


class Policies(TypedDict, total=False):
    """A tenant's policies, and the facts they are about."""

    facts: Mapping[str, str]
    """What is known of a change, each with its type."""

    rules: Sequence[Policy]
    """The policies."""


class _Policy(TypedDict):
    """The fields of `Policy` that must be given."""

    id: str
    """What it is known by."""

    kind: PolicyKind
    """What it is about."""

    condition: str
    """What must be true, such as `storage_gb <= 500`."""

    effect: PolicyEffect
    """What follows when it is not."""

    message: str
    """What is said when it is not."""


class Policy(_Policy, total=False):
    """One policy."""

    figure: str | None
    """The figure that is shown: a fact such as `storage_gb`, or what is computed of them."""

    limit: str | None
    """The limit that is shown beside it, such as `500` or `plan_storage_gb`."""

PolicyKind = Union[_types.PolicyKind, Literal["resource", "security", "cost"]]
"""What a policy is about."""

PolicyEffect = Union[_types.PolicyEffect, Literal["deny", "warn", "require_approval"]]
"""What follows when a policy does not hold."""


class _Budget(TypedDict):
    """The fields of `Budget` that must be given."""

    id: str
    """What it is known by."""

    amount: MoneyLike
    """How much."""


class Budget(_Budget, total=False):
    """What may be spent in a month of the tenant's zone."""

    thresholds: Sequence[int]
    """At which percentages of it somebody is told."""


class Money(TypedDict):
    """An amount in a currency. Two currencies never mix: that is an error, not a conversion.

    ```
    use ratebook::money::Money;
    let room = Money::new("124.50".parse()?, "EUR".parse()?);
    let tax = Money::new("12.45".parse()?, "EUR".parse()?);
    assert_eq!(room.plus(tax)?.to_string(), "136.95 EUR");
    # Ok::<(), ratebook::Error>(())
    ```
    """

    amount: DecimalLike
    """How much."""

    currency: str
    """Of what."""


MoneyLike = Union[Money, _types.Money]
"""The same, or one that was answered."""


class EntityFields(TypedDict, total=False):
    """The fields and tags that a tenant adds to one kind of thing."""

    fields: Sequence[CustomField]
    """The fields, in the order of the form."""

    unknown: UnknownFields
    """What becomes of values of a field that is not, or no longer, defined."""

    max_tags: int
    """How many tags one thing may have."""

    max_tag_length: int
    """How many characters a tag may have."""


class _CustomField(TypedDict):
    """The fields of `CustomField` that must be given."""

    name: str
    """What it is called in values and checks: letters, digits and `_`."""

    kind: CustomFieldKind
    """What it takes."""


class CustomField(_CustomField, total=False):
    """A field that a tenant adds."""

    required: bool
    """Whether it must be given."""

    unique: bool
    """Whether no two things may have the same value."""

    min_length: int | None
    """The fewest characters of a text."""

    max_length: int | None
    """The most characters of a text; 1,000 when not given."""

    min: DecimalLike | None
    """The least number."""

    max: DecimalLike | None
    """The greatest number."""

    first: DayLike | None
    """The first day that a date may be."""

    last: DayLike | None
    """The last day that a date may be."""

    choices: Sequence[str]
    """What a choice is among."""

    entity: str | None
    """What kind of thing a reference is to."""

    check: str | None
    """What must be true when all fields it names have values, such as `mileage_out >= mileage_in`."""

    message: str | None
    """What is said when the check does not hold."""

CustomFieldKind = Union[_types.CustomFieldKind, Literal["text", "number", "date", "choice", "yes_no", "reference"]]
"""What a field takes."""

UnknownFields = Union[_types.UnknownFields, Literal["refuse", "archive"]]
"""What becomes of values of a field that is not, or no longer, defined."""


class Privacy(TypedDict, total=False):
    """Where things say something about people, how long they are kept, and what people are asked to agree to."""

    entities: Mapping[str, PrivateEntity]
    """The kinds of things that are about people."""

    retention: Sequence[RetentionRule]
    """How long each class of things is kept."""

    purposes: Sequence[str]
    """What people are asked to agree to, such as `newsletter`."""


class PrivateEntity(TypedDict):
    """A kind of thing that is about people."""

    people: Sequence[str]
    """Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/*/id`."""

    fields: Sequence[PrivateField]
    """Which fields say something about them."""


class _PrivateField(TypedDict):
    """The fields of `PrivateField` that must be given."""

    path: str
    """Where: a JSON pointer, in which one step may be `*` for each entry of a list."""


class PrivateField(_PrivateField, total=False):
    """A field that says something about a person."""

    sensitive: bool
    """Whether it is sensitive: health, faith, papers. It is given out only when asked for."""

    anonymise: Anonymising
    """What becomes of it when it is made nameless."""

    unique: bool
    """Whether no two things have the same in it: then its stars are followed by the id of the thing."""

Anonymising = Union[_types.Anonymising, Literal["pseudonym", "mask", "remove"]]
"""What becomes of a field that is made nameless. What is no text becomes nothing."""


_RetentionRuleWords = TypedDict("_RetentionRuleWords", {"class": "str"})


class _RetentionRule(TypedDict):
    """The fields of `RetentionRule` that must be given."""

    action: RetentionAction
    """What is done then."""


class RetentionRule(_RetentionRule, _RetentionRuleWords, total=False):
    """How long one class of things is kept."""

    keep_months: int
    """For so many months."""

    keep_days: int
    """And so many days."""

RetentionAction = Union[_types.RetentionAction, Literal["delete", "anonymise"]]
"""What is done with things that were kept long enough."""


class _AutomationDefinition(TypedDict):
    """The fields of `AutomationDefinition` that must be given."""

    rules: Sequence[AutomationRuleLike]
    """The rules, in their order."""


class AutomationDefinition(_AutomationDefinition, total=False):
    """Rules that act when something happens."""

    facts: Mapping[str, str]
    """What the rules can look at."""

    max_chain: int
    """How many runs of rules may be set off by other rules before a loop is suspected."""


AutomationDefinitionLike = Union[AutomationDefinition, _types.AutomationDefinition]
"""The same, or one that was answered."""


class _AutomationRule(TypedDict):
    """The fields of `AutomationRule` that must be given."""

    id: str
    """What it is known by."""

    on: AutomationTrigger
    """What sets it off."""

    actions: Sequence[AutomationAction]
    """What is done, in this order."""


class AutomationRule(_AutomationRule, total=False):
    """What is done when something happens."""

    when: str | None
    """Over the facts; always when not given."""

    stop: bool
    """Whether no later rule runs for the same occasion once this one ran."""

    enabled: bool
    """Whether it runs at all."""

    as_role: str | None
    """The role in whose rights its actions are done. The rules of a pack name one."""


AutomationRuleLike = Union[AutomationRule, _types.AutomationRule]
"""The same, or one that was answered."""


class AutomationTriggerEvent(TypedDict):
    """An event of a machine."""

    event: AutomationEventLike


class AutomationTriggerField(TypedDict):
    """A field that has another value."""

    field: AutomationFieldLike


class AutomationTriggerSchedule(TypedDict):
    """A schedule of that name is due."""

    schedule: str


AutomationTrigger = Union[AutomationTriggerEvent, AutomationTriggerField, AutomationTriggerSchedule]
"""What happened, or what a rule waits for."""


class _AutomationEvent(TypedDict):
    """The fields of `AutomationEvent` that must be given."""

    machine: str
    """The machine, such as `quote`."""

    event: str
    """The event, such as `send`."""


class AutomationEvent(_AutomationEvent, total=False):
    """An event of a machine."""

    state: str | None
    """The state that it led to; a rule without one takes any."""


AutomationEventLike = Union[AutomationEvent, _types.AutomationEvent]
"""The same, or one that was answered."""


class AutomationField(TypedDict):
    """A field of something."""

    entity: str
    """Of what, such as `booking`."""

    field: str
    """Which one, such as `priority`."""


AutomationFieldLike = Union[AutomationField, _types.AutomationField]
"""The same, or one that was answered."""


class AutomationActionAssign(TypedDict):
    """Gives it to somebody."""

    assign: AutomationEffectLike


class AutomationActionNotify(TypedDict):
    """Tells somebody."""

    notify: AutomationEffectLike


class AutomationActionCreateTask(TypedDict):
    """Makes a task."""

    create_task: AutomationEffectLike


class AutomationActionCallWebhook(TypedDict):
    """Calls a webhook."""

    call_webhook: AutomationEffectLike


class AutomationActionEffect(TypedDict):
    """Has an effect of that name carried out, as a machine would name it."""

    effect: AutomationEffectLike


class AutomationActionChangeStatus(TypedDict):
    """Fires an event of a machine, which may set off further rules."""

    change_status: AutomationStatusChangeLike


class AutomationActionSetField(TypedDict):
    """Gives a field a value, which may set off further rules."""

    set_field: AutomationSetFieldLike


AutomationAction = Union[AutomationActionAssign, AutomationActionNotify, AutomationActionCreateTask, AutomationActionCallWebhook, AutomationActionEffect, AutomationActionChangeStatus, AutomationActionSetField]
"""What a rule does. Nothing is performed here: it is for the host's outbox."""


class _AutomationEffect(TypedDict):
    """The fields of `AutomationEffect` that must be given."""

    name: str
    """What the host knows it by: a team, a message, a kind of task, a webhook."""


class AutomationEffect(_AutomationEffect, total=False):
    """Something for the host to do, with what it needs for that."""

    parameters: Mapping[str, Any]
    """What it needs, by name."""

    from_facts: Mapping[str, str]
    """What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`."""


AutomationEffectLike = Union[AutomationEffect, _types.AutomationEffect]
"""The same, or one that was answered."""


class _AutomationStatusChange(TypedDict):
    """The fields of `AutomationStatusChange` that must be given."""

    machine: str
    """The machine."""

    event: str
    """The event."""


class AutomationStatusChange(_AutomationStatusChange, total=False):
    """An event of a machine that is to be fired."""

    state: str | None
    """The state that it leads to."""

    fact: str | None
    """The fact that holds the state: later conditions see the new one."""


AutomationStatusChangeLike = Union[AutomationStatusChange, _types.AutomationStatusChange]
"""The same, or one that was answered."""


class _AutomationSetField(TypedDict):
    """The fields of `AutomationSetField` that must be given."""

    entity: str
    """Of what."""

    field: str
    """Which one."""


class AutomationSetField(_AutomationSetField, total=False):
    """A field that is to have a value."""

    value: Any
    """The value."""

    from_fact: str | None
    """The fact whose value it gets, instead of a value. An answer has the fact's value in `value`."""

    fact: str | None
    """The fact that the field is: later conditions see the new value, and the same value again is no change."""


AutomationSetFieldLike = Union[AutomationSetField, _types.AutomationSetField]
"""The same, or one that was answered."""


class _ContactPlanDefinition(TypedDict):
    """The fields of `ContactPlanDefinition` that must be given."""

    zone: str
    """The zone of its clock."""

    channels: Sequence[str]
    """The ways on which something goes out, such as `email`."""

    contacts: Sequence[ContactRuleLike]
    """What goes out."""


class ContactPlanDefinition(_ContactPlanDefinition, total=False):
    """What goes out to whom, and when."""

    quiet_hours: OpeningHoursLike | None
    """When nothing goes out but what is about bills and security: it waits for their end."""

    facts: Mapping[str, str]
    """What the conditions can look at."""

    preferences: Sequence[ContactPreference]
    """What the tenant wants, for those who did not say what they want; the first that fits counts."""


class _ContactRule(TypedDict):
    """The fields of `ContactRule` that must be given."""

    id: str
    """What it is known by."""

    purpose: ContactPurpose
    """What it is for."""

    channel: str
    """On which way it goes out."""

    anchor: str
    """The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned."""


class ContactRule(_ContactRule, total=False):
    """Something that goes out: once, several times, or every year."""

    letter: str | None
    """The letter that is sent, where a pack says so."""

    days: Sequence[int]
    """How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1."""

    minutes: Sequence[int]
    """How many minutes after it, or before it when negative."""

    at: TimeLike | None
    """The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day."""

    yearly: bool
    """Whether it recurs on the day of every year after, 29 February on the 28th in common years."""

    when: str | None
    """Over the facts; always when not given."""

    stops_on: Sequence[str]
    """The states and flags that end it: a decision, a revision, an expiry."""

    grace_minutes: int | None
    """How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day."""

    wanted: bool
    """Whether it goes out to those about whom nobody said otherwise."""


ContactRuleLike = Union[ContactRule, _types.ContactRule]
"""The same, or one that was answered."""

ContactPurpose = Union[_types.ContactPurpose, Literal["marketing", "service", "billing", "security"]]
"""What something that goes out is for."""


class _ContactPreference(TypedDict):
    """The fields of `ContactPreference` that must be given."""

    wanted: bool
    """Whether it is wanted."""


class ContactPreference(_ContactPreference, total=False):
    """Whether something is wanted: all that has each of what is named, so everything when nothing is."""

    contact: str | None
    """This one."""

    purpose: ContactPurpose | None
    """What is for this."""

    channel: str | None
    """What goes out on this way."""


class _PackDefinition(TypedDict):
    """The fields of `PackDefinition` that must be given."""

    name: str
    """What it is known by: small letters, digits and `_`. Its tables begin with it."""


class PackDefinition(_PackDefinition, total=False):
    """A back office as data: what is kept, how it lives, who may, and what it promises."""

    label: str | None
    """What people read."""

    summary: str | None
    """What it is about, for readers."""

    version: int
    """Its version."""

    needs: Sequence[str]
    """Other packs whose declarations become part of this one when their files are read: `crm`, or of certain versions `crm >= 2 < 5`."""

    languages: Sequence[str]
    """Languages of its texts, the default first, such as `en` or `en-IN`."""

    settings: Mapping[str, FieldDefinitionLike]
    """What each tenant sets for itself."""

    permissions: Sequence[str]
    """Permissions beside those that every entity has: `tickets:read`, `tickets:write`, `tickets:delete`, `tickets:export`."""

    roles: Mapping[str, RoleRulesLike]
    """Roles by name."""

    entities: Sequence[EntityDefinitionLike]
    """What is kept."""

    custom: Mapping[str, Mapping[str, FieldDefinitionLike]]
    """The fields that one tenant has given entities of its own, by entity and name: fields like all others, in what is checked, asked,
    shown and exported.
    """

    custom_roles: Mapping[str, CustomRoleLike]
    """The roles that one tenant has made of its own, by name: they include those of the pack, and are given like these."""

    custom_machines: Mapping[str, CustomMachineLike]
    """The machines by which records of one tenant live in the place of the pack's, by entity."""

    machines: Sequence[MachineDefinitionLike]
    """Lives, beside those that come with the engine."""

    purposes: Mapping[str, ConsentPurposeLike]
    """What people are asked to agree to, by name."""

    numbers: Sequence[NumberFormatLike]
    """Numbers that entities share: each has one counter, whichever of them takes the next one."""

    quotas: Sequence[QuotaRuleLike]
    """How many records of an entity a tenant has at most, by its plan: each is called as the entity is."""

    rate_limits: Sequence[RateLimitRuleLike]
    """How often a tenant, or one of its people and keys, may ask, by its plan."""

    policies: Sequence[PackPolicyLike]
    """What a change may not do, or is told of."""

    effects: Sequence[str]
    """Effects that machines and automation name and that acts and connectors carry out."""

    elsewhere: Sequence[str]
    """Effects that somebody outside of the host carries out, who is told of them as of what happens: `subscriber:configure_router`."""

    automation: AutomationDefinitionLike | None
    """Rules that act when something happens."""

    mail: Sequence[LetterDefinitionLike]
    """What is written to people: letters, and what members read in the application."""

    inbound: Sequence[InboundDefinitionLike]
    """Where mail arrives, and what becomes of it."""

    webhooks: Sequence[WebhookDefinitionLike]
    """Who outside tells what happened there, and what of it is done here."""

    schedules: Sequence[ScheduleLike]
    """What is done by the clock."""

    contacts: Sequence[ContactsDefinitionLike]
    """When people are written to by themselves."""

    views: Sequence[ViewDefinitionLike]
    """Lists, boards, calendars, dashboards and reports."""

    documents: Sequence[DocumentDefinitionLike]
    """What is printed of records and of lists."""

    templates: Sequence[PackTemplateLike]
    """The texts by which documents are made."""

    demo: Sequence[DemoRecordLike]
    """Records that make it look alive."""

    rules: Sequence[PackRuleLike]
    """What it promises, and by what each promise is shown."""


PackDefinitionLike = Union[PackDefinition, _types.PackDefinition]
"""The same, or one that was answered."""


_FieldDefinitionMoreWords = TypedDict("_FieldDefinitionMoreWords", {"from": "str | None", "while": "str | None"}, total=False)


class _FieldDefinition(TypedDict):
    """The fields of `FieldDefinition` that must be given."""

    kind: FieldKind
    """What it takes."""


class FieldDefinition(_FieldDefinition, _FieldDefinitionMoreWords, total=False):
    """A field of an entity: said once, and meant by every form, check, filter, mask and table."""

    label: str | None
    """What people read; made of the name when not given."""

    help: str | None
    """What helps to fill it in."""

    required: bool
    """Whether it is always there."""

    unique: bool
    """Whether no two records of a tenant have the same value."""

    platform_wide: bool
    """Whether no two records of the whole platform have the same value."""

    default: Any
    """What it is when nothing is given."""

    min: DecimalLike | None
    """The least number or amount."""

    max: DecimalLike | None
    """The greatest number or amount."""

    above: DecimalLike | None
    """What a number or amount must be greater than."""

    digits: int | None
    """The digits that a decimal has behind the point; 4 when not given."""

    min_length: int | None
    """The fewest characters of a text."""

    max_length: int | None
    """The most characters of a text; 200 when not given, 20,000 of a long one."""

    pattern: str | None
    """A pattern that a text matches from its beginning to its end."""

    first: DayLike | None
    """The first day it may be."""

    last: DayLike | None
    """The last day it may be."""

    currency: str | None
    """The one currency of an amount; amounts of any are taken when not given."""

    choices: Sequence[str]
    """What a choice is among."""

    entity: str | None
    """The entity that a link leads to, or whose records a table of rows holds."""

    only: str | None
    """What must be true of a record for a new link to it, such as `is_active`."""

    deletion: DeletionRule | None
    """What becomes of this record when the one it links to is deleted."""

    by: str | None
    """The link by which those records belong to this one: what gathers, and the rows of a table, name this record by it."""

    computed: str | None
    """The expression over the record's other fields whose value it is, reckoned at each write."""

    search: bool
    """Whether a part of it is found by searching."""

    filter: bool
    """Whether lists may be filtered by it."""

    sort: bool
    """Whether lists may be sorted by it."""

    folded: bool
    """Whether texts that differ in nothing but capital letters are the same value."""

    personal: Anonymising | None
    """What becomes of it when the person it is about is made nameless. What cannot hold stars or another text, such as a day, is taken
    out, and must not be required.
    """

    sensitive: bool
    """Whether it is given out only when asked for: health, faith, papers."""

    written_by: FieldWriter
    """Who writes it."""

    reveal: str | None
    """The permission with which a secret is shown."""

    deprecated: DeprecationLike | None
    """That it goes, and when."""

    was: str | None
    """The name that the field had before: its values stay."""

    types: Sequence[str]
    """The types of files it takes, such as `application/pdf`; every type when not given."""


FieldDefinitionLike = Union[FieldDefinition, _types.FieldDefinition]
"""The same, or one that was answered."""

FieldKind = Union[_types.FieldKind, Literal["text", "long_text", "email", "phone", "url", "slug", "choice", "yes_no", "integer", "decimal", "money", "percent", "day", "time", "instant", "duration", "zone", "country", "currency", "colour", "ip_address", "coordinates", "file", "picture", "secret", "link", "links", "rows", "gathered", "translated_text", "tags", "rate_list", "plan", "machine", "opening_hours", "resource", "condition"]]
"""What a field takes."""


class DeletionRuleRefuseWhile(TypedDict):
    """It cannot be deleted while this is true of this one: `status != 'terminated'`. Afterwards the link stays, when the other one
    is deleted softly, and is cleared otherwise; of a list of links that one alone.
    """

    refuse_while: str


DeletionRule = Union[DeletionRuleRefuseWhile, Literal["refuse", "cascade", "clear"]]
"""What becomes of a record when the one it links to is deleted."""

FieldWriter = Union[_types.FieldWriter, Literal["people", "machine", "engine"]]
"""Who writes a field."""


class _Deprecation(TypedDict):
    """The fields of `Deprecation` that must be given."""

    since: DayLike
    """Since when nothing new uses it."""


class Deprecation(_Deprecation, total=False):
    """That something goes: nothing new uses it, and some day it is not there any more."""

    sunset: DayLike | None
    """From when on it may be gone."""

    instead: str | None
    """What takes its place: another entity, or another field of the same one."""


DeprecationLike = Union[Deprecation, _types.Deprecation]
"""The same, or one that was answered."""


class _EntityDefinition(TypedDict):
    """The fields of `EntityDefinition` that must be given."""

    name: str
    """What it is known by: small letters, digits and `_`."""


class EntityDefinition(_EntityDefinition, total=False):
    """Something that is kept: a customer, a vehicle, a ticket."""

    plural: str | None
    """Several of it; the name with an `s` when not given."""

    label: str | None
    """What people read; made of the name when not given."""

    summary: str | None
    """What it is about, for readers."""

    was: str | None
    """The name that the entity had before: its records stay."""

    deprecated: DeprecationLike | None
    """That it goes, and when."""

    scope: EntityScope
    """Whose its records are."""

    native: bool
    """Whether the engine owns its table and its writes; a declaration says how it is shown."""

    number: EntityNumberLike | None
    """The number by which people know a record."""

    machine: EntityMachineLike | None
    """The life of a record."""

    deadlines: Sequence[EntityDeadlineLike]
    """By when something has to be done about a record."""

    people: Sequence[str]
    """Where the ids of the people stand that a record is about: JSON pointers such as `/id` or `/customer_id`."""

    retention: EntityRetentionLike | None
    """How long its records are kept, and what becomes of them then; for ever when not given."""

    soft_delete: SoftDeleteLike | None
    """Deleted records stay, unseen."""

    merge: EntityMergeLike | None
    """Two of its records can become one; none can when not given."""

    owner: str | None
    """The field that names the person whose record it is, in whatever tenant."""

    public: Sequence[str]
    """The fields that everybody may read, over all tenants."""

    series: SeriesRulesLike | None
    """Samples of something over time, by the million."""

    custom: bool
    """Whether each tenant may give its records fields of its own, whose names begin with `custom_`."""

    checks: Sequence[EntityCheckLike]
    """What must be true of a record."""

    groups: Sequence[FieldGroupLike]
    """The groups of a form, in their order; fields that no group names come last."""

    sort: Sequence[str]
    """How a list is sorted when nobody says: `-created_at` when not given."""

    fields: Mapping[str, FieldDefinitionLike]
    """Its fields by name. Those of a native are the engine's; a pack names the ones of which it has something to say."""

    masks: Sequence[FieldMaskLike]
    """What is hidden, and with which permission it is seen."""

    grants: Sequence[EntityGrantLike]
    """What may be done with records that name the actor."""


EntityDefinitionLike = Union[EntityDefinition, _types.EntityDefinition]
"""The same, or one that was answered."""

EntityScope = Union[_types.EntityScope, Literal["tenant", "platform"]]
"""Whose records are."""


class _EntityNumber(TypedDict):
    """The fields of `EntityNumber` that must be given."""

    field: str
    """The field that holds it."""


class EntityNumber(_EntityNumber, total=False):
    """How the numbers of an entity are written, and where they stand."""

    format: str | None
    """How it is written, where the entity counts for itself: `CUST{seq:6}`, `TKT{YYYY}{MM}{seq:4}`."""

    reset: NumberReset
    """When that counter begins anew."""

    sequence: str | None
    """One of the pack's `numbers` in the place of a format: all entities that name it share one counter."""


EntityNumberLike = Union[EntityNumber, _types.EntityNumber]
"""The same, or one that was answered."""


class EntityMachine(TypedDict):
    """The machine by which records live."""

    name: str
    """One of the pack's, or one that comes with the engine."""

    field: str
    """The field that holds the state."""


EntityMachineLike = Union[EntityMachine, _types.EntityMachine]
"""The same, or one that was answered."""


_EntityDeadlineWords = TypedDict("_EntityDeadlineWords", {"from": "str"})


class _EntityDeadline(TypedDict):
    """The fields of `EntityDeadline` that must be given."""

    name: str
    """What it is known by, such as `first_reply`."""

    due: str
    """The instant at which it is due; nothing while it is paused. What is met keeps it."""


class EntityDeadline(_EntityDeadline, _EntityDeadlineWords, total=False):
    """By when something has to be done about a record, in the hours in which time counts."""

    within_minutes: int | None
    """How many minutes there are; where they differ, a plan says so."""

    plan: DeadlinePlanLike | None
    """How many minutes there are by a choice, such as the priority."""

    calendar: BusinessCalendarLike | None
    """The hours and days in which time counts; around the clock when not given."""

    paused_while: str | None
    """While what time does not count, such as `status == 'waiting'`."""

    met_when: str | None
    """When it is met, such as `status in ['resolved', 'closed']`; what an event stamps says so too: `replied_at != null`."""

    left: str | None
    """The whole number of seconds that are left, while time does not count."""

    met: str | None
    """The instant at which it was met."""

    missed: str | None
    """The instant at which it was due when it was missed."""

    event: str | None
    """The event of the machine that happens, by the engine, when it is missed."""

    warn_at_percent: Sequence[int]
    """The percentages of its time at which it warns, in order."""

    warned: str | None
    """The whole number that says at which percentage it has warned last."""


EntityDeadlineLike = Union[EntityDeadline, _types.EntityDeadline]
"""The same, or one that was answered."""


class DeadlinePlan(TypedDict):
    """How many minutes there are, by the value of a field."""

    by: str
    """The choice by which they differ."""

    minutes: Mapping[str, int]
    """The minutes of each; one that is not named has no deadline."""


DeadlinePlanLike = Union[DeadlinePlan, _types.DeadlinePlan]
"""The same, or one that was answered."""


class _EntityRetention(TypedDict):
    """The fields of `EntityRetention` that must be given."""

    after: str
    """From when their time counts: a field with a day or a moment, or `created_at`, `updated_at`, `deleted_at` or `entered_at`. Without
    anything in it, a record is kept.
    """

    then: RetentionAction
    """What is done then."""


class EntityRetention(_EntityRetention, total=False):
    """How long records are kept, and what becomes of them then."""

    when: str | None
    """What must be true of a record for its time to count, such as `status == 'closed'`."""

    keep_months: int
    """For so many months."""

    keep_days: int
    """And so many days."""

    required_by: str | None
    """What demands that they are kept so long, such as a law: until then nobody has them made nameless, and whoever asks for that is told
    this.
    """


EntityRetentionLike = Union[EntityRetention, _types.EntityRetention]
"""The same, or one that was answered."""


class SoftDelete(TypedDict, total=False):
    """How records are deleted softly."""

    frees: Sequence[str]
    """Unique fields whose values are free again afterwards."""


SoftDeleteLike = Union[SoftDelete, _types.SoftDelete]
"""The same, or one that was answered."""


class EntityMerge(TypedDict, total=False):
    """How two records of an entity become one: one of them stays, and the other one goes into it and is deleted softly."""

    when: str | None
    """What must be true of a record that goes into another one, such as `status != 'active'`; of every record when not given."""


EntityMergeLike = Union[EntityMerge, _types.EntityMerge]
"""The same, or one that was answered."""


class _SeriesRules(TypedDict):
    """The fields of `SeriesRules` that must be given."""

    subject: str
    """The link to what is sampled."""

    at: str
    """The field with the moment."""


class SeriesRules(_SeriesRules, total=False):
    """What samples are of."""

    keep_days: int | None
    """How many days a sample is kept; for ever when not given."""


SeriesRulesLike = Union[SeriesRules, _types.SeriesRules]
"""The same, or one that was answered."""


class _EntityCheck(TypedDict):
    """The fields of `EntityCheck` that must be given."""

    when: str
    """What must be true."""


class EntityCheck(_EntityCheck, total=False):
    """What must be true of a record, and what is said when it is not."""

    path: str | None
    """The field at which it is said."""

    message: str | None
    """What is said."""


EntityCheckLike = Union[EntityCheck, _types.EntityCheck]
"""The same, or one that was answered."""


class _FieldGroup(TypedDict):
    """The fields of `FieldGroup` that must be given."""

    fields: Sequence[str]
    """The fields, in their order."""


class FieldGroup(_FieldGroup, total=False):
    """Fields that stand together in a form."""

    label: str | None
    """What people read above them."""


FieldGroupLike = Union[FieldGroup, _types.FieldGroup]
"""The same, or one that was answered."""


class EntityGrant(TypedDict):
    """What a role may do with records that name the actor."""

    role: str
    """Whose grant it is."""

    relation: str
    """What the relation is called, such as `visits`."""

    field: str
    """The field that holds the actor's id, or several with it among them: a link, links, text, or what is gathered."""

    permissions: Sequence[str]
    """What may be done."""


EntityGrantLike = Union[EntityGrant, _types.EntityGrant]
"""The same, or one that was answered."""


class CustomRole(TypedDict, total=False):
    """A role that one tenant has made of its own, beside those of its pack. What its pack grants on some records it has from roles that it
    includes.
    """

    label: str | None
    """What people read."""

    includes: Sequence[str]
    """Roles whose rules are this one's too: of the pack, or of the tenant's own."""

    allow: Sequence[str]
    """What it may do, on every record: `rates:write`, `bookings:*`, `*`."""

    deny: Sequence[str]
    """What it may not do, whatever else allows it."""


CustomRoleLike = Union[CustomRole, _types.CustomRole]
"""The same, or one that was answered."""


class CustomMachine(TypedDict, total=False):
    """The machines of a tenant's own by which records of an entity live in the place of the pack's."""

    machine: MachineDefinitionLike | None
    """The one of new records; the pack's when there is none. It is called as that is, and its version is 1000000 or higher."""

    former: Sequence[MachineDefinitionLike]
    """Those of before, by which records go on that began by them."""

    closed: bool
    """Whether no record begins: the one of new records fits the pack no more, and the pack's is not what the tenant wants."""


CustomMachineLike = Union[CustomMachine, _types.CustomMachine]
"""The same, or one that was answered."""


class _ConsentPurpose(TypedDict):
    """The fields of `ConsentPurpose` that must be given."""

    version: str
    """The version of the text: another text is another version."""

    texts: Mapping[str, str]
    """What they agree to, by language."""


class ConsentPurpose(_ConsentPurpose, total=False):
    """What people are asked to agree to."""

    label: str | None
    """What people read above it; made of the name when not given."""


ConsentPurposeLike = Union[ConsentPurpose, _types.ConsentPurpose]
"""The same, or one that was answered."""


class _PackPolicy(TypedDict):
    """The fields of `PackPolicy` that must be given."""

    id: str
    """What it is known by."""

    entity: str
    """Whose records."""

    kind: PolicyKind
    """What it is about."""

    condition: str
    """What must be true, such as `storage_gb <= 500`."""

    effect: PolicyEffect
    """What follows when it is not."""

    message: str
    """What is said when it is not."""


class PackPolicy(_PackPolicy, total=False):
    """What must be true of every record of an entity, and what follows of a change after which it is not."""

    field: str | None
    """The field at which it is said."""

    figure: str | None
    """The figure that is shown: a field such as `storage_gb`, or what is computed of fields."""

    limit: str | None
    """The limit that is shown beside it, such as `500`."""


PackPolicyLike = Union[PackPolicy, _types.PackPolicy]
"""The same, or one that was answered."""


class _LetterDefinition(TypedDict):
    """The fields of `LetterDefinition` that must be given."""

    name: str
    """What effects name it by."""

    entity: str
    """The entity whose record it is about."""

    as_role: str
    """In the rights of which role the record is read."""

    to: Sequence[LetterReceiver]
    """Who is told."""

    words: Mapping[str, LetterWordsLike]
    """What it says, by language; in a language that is missing it is read in the first one of the pack."""


class LetterDefinition(_LetterDefinition, total=False):
    """What is written to whom about a record, in the languages of the pack: a letter, and what members read in the application."""

    label: str | None
    """What people read who choose what they are told."""

    locale: str | None
    """The field with the language of whoever has no account, such as `locale` or `customer_id.locale`."""

    fields: Sequence[str]
    """What it may say: fields of the record, such as `number`, and of records that it links to, such as `customer_id.name`."""

    attachments: Sequence[str]
    """Fields whose files go along with the letter."""

    answers: str | None
    """The place where mail arrives to which an answer goes, where the tenant has an address for it."""


LetterDefinitionLike = Union[LetterDefinition, _types.LetterDefinition]
"""The same, or one that was answered."""


class LetterReceiverEmail(TypedDict):
    """Whoever has the e-mail in this field of the record, or of one that it links to: `email`, `customer_id.email`."""

    email: str


class LetterReceiverPhone(TypedDict):
    """Whoever has the telephone number in this field of the record, or of one that it links to: they are told by SMS."""

    phone: str


class LetterReceiverMember(TypedDict):
    """The member whose id stands in this field."""

    member: str


class LetterReceiverRole(TypedDict):
    """Every member of this role."""

    role: str


LetterReceiver = Union[LetterReceiverEmail, LetterReceiverPhone, LetterReceiverMember, LetterReceiverRole, Literal["owner"]]
"""Who is told."""


class _LetterWords(TypedDict):
    """The fields of `LetterWords` that must be given."""

    subject: str
    """What it is about, on one line."""

    text: str
    """What it says."""


class LetterWords(_LetterWords, total=False):
    """What a letter says in one language, as templates: `{{ number }}` is the record's number."""

    html: str | None
    """The same as HTML: what stands in fields is escaped there."""

    short: str | None
    """The same in a few words, for telephones: what an SMS says, and what is pushed under the subject."""


LetterWordsLike = Union[LetterWords, _types.LetterWords]
"""The same, or one that was answered."""


class _InboundDefinition(TypedDict):
    """The fields of `InboundDefinition` that must be given."""

    name: str
    """What a tenant opens it by."""

    entity: str
    """Of which entity a record is made."""

    as_role: str
    """In the rights of which role."""

    text: str
    """The field that takes the text."""


class InboundDefinition(_InboundDefinition, total=False):
    """Where mail arrives: what of a mail becomes a record, and what becomes of an answer to a letter about one."""

    label: str | None
    """What people read."""

    subject: str | None
    """The field that takes the subject."""

    sender: str | None
    """The field that takes the e-mail of whoever wrote, as the mail says it."""

    sender_name: str | None
    """The field that takes what they call themselves."""

    proven: str | None
    """The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it."""

    files: Sequence[str]
    """The fields that take files which come along: each the first one of its types that no field before it has."""

    contact: InboundContactLike | None
    """The link that takes whoever wrote, and what becomes of the mail of a stranger."""

    values: Mapping[str, Any]
    """Other values of each such record."""

    reply: InboundReplyLike | None
    """What an answer to a letter about such a record becomes; a record like any other when not given."""


InboundDefinitionLike = Union[InboundDefinition, _types.InboundDefinition]
"""The same, or one that was answered."""


class _InboundContact(TypedDict):
    """The fields of `InboundContact` that must be given."""

    field: str
    """The field that links to them."""

    by: str
    """The field of theirs with their e-mail."""


class InboundContact(_InboundContact, total=False):
    """How whoever wrote is found."""

    believe: InboundBelief
    """What is believed of who wrote."""

    unknown: InboundStranger
    """What becomes of the mail of somebody of whom there is no record."""


InboundContactLike = Union[InboundContact, _types.InboundContact]
"""The same, or one that was answered."""

InboundBelief = Union[_types.InboundBelief, Literal["proven", "said"]]
"""What is believed of who wrote a mail."""

InboundStranger = Union[_types.InboundStranger, Literal["refuse", "drop", "accept"]]
"""What becomes of the mail of a stranger."""


class _InboundReply(TypedDict):
    """The fields of `InboundReply` that must be given."""

    entity: str
    """Of which entity a record is made."""

    link: str
    """The field that links to the record that the letter was about."""

    text: str
    """The field that takes the text."""


class InboundReply(_InboundReply, total=False):
    """What an answer to a letter becomes."""

    sender: str | None
    """The field that takes the e-mail of whoever wrote, as the mail says it."""

    proven: str | None
    """The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it."""

    files: Sequence[str]
    """The fields that take files which come along."""

    only_contact: bool
    """Whether only the contact of the record may answer: the mail of anybody else is one like any other."""


InboundReplyLike = Union[InboundReply, _types.InboundReply]
"""The same, or one that was answered."""


class _WebhookDefinition(TypedDict):
    """The fields of `WebhookDefinition` that must be given."""

    name: str
    """What a tenant opens it by."""

    scheme: WebhookScheme
    """How a message is signed."""

    as_role: str
    """In the rights of which role something is done."""


class WebhookDefinition(_WebhookDefinition, total=False):
    """Who outside tells what happened there: how their messages are proven, and what of them is done here."""

    label: str | None
    """What people read."""

    header: str | None
    """The header with the signature; Standard Webhooks and PayPal say themselves which one."""

    prefix: str | None
    """What stands in that header before the signature, such as `sha256=`."""

    encoding: WebhookEncoding
    """How the signature is written."""

    with_address: bool
    """Whether the address to which it is sent is signed before the body."""

    tolerance_seconds: int
    """For how many seconds a signed message is taken, where its time is signed."""

    id: WebhookPartLike | None
    """Where the id of the event stands, by which it is taken once; Standard Webhooks and PayPal say so themselves."""

    kind: WebhookPartLike | None
    """Where it stands what happened."""

    does: Sequence[WebhookActionLike]
    """What is done, in order."""


WebhookDefinitionLike = Union[WebhookDefinition, _types.WebhookDefinition]
"""The same, or one that was answered."""

WebhookScheme = Union[_types.WebhookScheme, Literal["body", "timestamped", "standard", "paypal"]]
"""How a message from outside is signed: by HMAC-SHA256 with a secret that both have, or by a certificate."""

WebhookEncoding = Union[_types.WebhookEncoding, Literal["hex", "base64"]]
"""How a signature is written."""


class WebhookPart(TypedDict, total=False):
    """Where something of a message stands: in a header, or in the body."""

    header: str | None
    """The header."""

    body: str | None
    """Where in the body, as a JSON pointer."""


WebhookPartLike = Union[WebhookPart, _types.WebhookPart]
"""The same, or one that was answered."""


class _WebhookAction(TypedDict):
    """The fields of `WebhookAction` that must be given."""

    entity: str
    """Of which entity the record is."""


class WebhookAction(_WebhookAction, total=False):
    """What is done of a message: a record is found and changed, or moved on by an event of its machine; or one is made."""

    kinds: Sequence[str]
    """Of what happened; of everything where nothing stands here."""

    find: WebhookFindLike | None
    """How it is found; without this a record is made. A message that does not name one is about none of ours."""

    event: str | None
    """The event that happens to it."""

    fields: Mapping[str, str]
    """The fields that take something of the body, each with where it stands there, as a JSON pointer."""

    values: Mapping[str, Any]
    """Other values."""


WebhookActionLike = Union[WebhookAction, _types.WebhookAction]
"""The same, or one that was answered."""


class WebhookFind(TypedDict):
    """How the record of a message is found."""

    field: str
    """By which field; `id` is one."""

    at: str
    """Where its value stands in the body, as a JSON pointer."""


WebhookFindLike = Union[WebhookFind, _types.WebhookFind]
"""The same, or one that was answered."""


class _Schedule(TypedDict):
    """The fields of `Schedule` that must be given."""

    name: str
    """What it is known by."""

    cron: str
    """When, as a line of cron by the tenant's clock: `15 0 * * *`."""

    entity: str
    """Whose records."""


class Schedule(_Schedule, total=False):
    """What is done by the clock, to every record for which something is true."""

    when: str | None
    """Which of them; all when not given. `now` and `today` may be used."""

    do: ScheduleAction | None
    """What happens to each, where it is no rule of automation that waits for the schedule."""


ScheduleLike = Union[Schedule, _types.Schedule]
"""The same, or one that was answered."""


class ScheduleActionEvent(TypedDict):
    """An event of its machine."""

    event: str


class ScheduleActionEffect(TypedDict):
    """An effect, as a machine would name it."""

    effect: str


class ScheduleActionNotify(TypedDict):
    """A letter of the pack, by which people are told."""

    notify: str


ScheduleAction = Union[ScheduleActionEvent, ScheduleActionEffect, ScheduleActionNotify]
"""What a schedule does with a record."""


class _ContactsDefinition(TypedDict):
    """The fields of `ContactsDefinition` that must be given."""

    name: str
    """What it is known by: small letters, digits and `_`."""

    entity: str
    """Whose records."""

    as_role: str
    """In the rights of which role they are looked at."""

    contacts: Sequence[ContactRuleLike]
    """What goes out: a letter of the pack, by `email`, `push` or `sms` alone, or by `notify`, as members want to be told."""


class ContactsDefinition(_ContactsDefinition, total=False):
    """When people are written to about records of an entity: follow-ups, reminders, greetings."""

    label: str | None
    """What people read."""

    consent: str | None
    """The purpose to which everybody whom a record is about must have agreed for what is marketing."""

    quiet_hours: OpeningHoursLike | None
    """When nothing goes out but what is about bills and security, by the tenant's clock: it waits for their end."""


ContactsDefinitionLike = Union[ContactsDefinition, _types.ContactsDefinition]
"""The same, or one that was answered."""


_ViewDefinitionMoreWords = TypedDict("_ViewDefinitionMoreWords", {"from": "str | None"}, total=False)


class _ViewDefinition(TypedDict):
    """The fields of `ViewDefinition` that must be given."""

    name: str
    """What it is known by."""

    kind: PackViewKind
    """How it is shown."""

    entity: str
    """Of what."""


class ViewDefinition(_ViewDefinition, _ViewDefinitionMoreWords, total=False):
    """What people look at: a question about one entity, and how the answer is shown."""

    label: str | None
    """What people read."""

    filter: Mapping[str, str]
    """Filters, as the address of a list has them."""

    sort: Sequence[str]
    """How it is sorted."""

    fields: Sequence[str]
    """The columns of a list, what a card of a board shows."""

    group: str | None
    """The field by whose values a board has lanes: a choice, a link, or the state, which it is when not given."""

    to: str | None
    """The day on which it ends there, included, or the moment."""

    facets: Sequence[str]
    """The fields by whose values records are counted and summed."""

    sums: Sequence[str]
    """The fields that are summed."""

    plot: ViewPlotLike | None
    """The plot that shows it."""


ViewDefinitionLike = Union[ViewDefinition, _types.ViewDefinition]
"""The same, or one that was answered."""

PackViewKind = Union[_types.PackViewKind, Literal["list", "board", "calendar", "dashboard", "report"]]
"""How a view is shown."""


class _ViewPlot(TypedDict):
    """The fields of `ViewPlot` that must be given."""

    kind: ViewPlotKind
    """How it is drawn."""

    along: str
    """The field along the axis."""


class ViewPlot(_ViewPlot, total=False):
    """A plot of a view's figures."""

    of: str | None
    """The field that is summed; records are counted when not given."""

    per: Stretch | None
    """How long a stretch along days or moments is; a day when not given."""


ViewPlotLike = Union[ViewPlot, _types.ViewPlot]
"""The same, or one that was answered."""

ViewPlotKind = Union[_types.ViewPlotKind, Literal["bar", "line", "share"]]
"""How a plot is drawn."""

Stretch = Union[_types.Stretch, Literal["hour", "day", "month"]]
"""How long a stretch is."""


class _DocumentDefinition(TypedDict):
    """The fields of `DocumentDefinition` that must be given."""

    name: str
    """What it is known by. Its template in a language is `templates/<language>/documents/<name>.typ`."""

    entity: str
    """Of what."""

    title: Mapping[str, str]
    """What it is called in each language of the pack. `{number}` stands for that field of the record."""


class DocumentDefinition(_DocumentDefinition, total=False):
    """A document that is made of a record, or of the records of a list: what is given to its templates, and what it is called."""

    label: str | None
    """What people read."""

    list: bool
    """Whether it is made of the records of a list, and not of one."""

    file: str | None
    """What its file is called, with fields of the record as in the title; its name when not given."""

    paper: DocumentPaper
    """What it is printed on."""

    fields: Sequence[str]
    """The fields that it is given, as whoever asks may see them; all when none is named."""

    expand: Sequence[str]
    """The links in whose place it is given the records that they lead to."""

    rows: Sequence[str]
    """The fields of rows whose records it is given."""

    sums: Sequence[str]
    """The fields whose sums it is given, of all records of its list."""


DocumentDefinitionLike = Union[DocumentDefinition, _types.DocumentDefinition]
"""The same, or one that was answered."""

DocumentPaper = Union[_types.DocumentPaper, Literal["a4", "a5", "letter"]]
"""What a document is printed on."""


class PackTemplate(TypedDict):
    """A text that documents are made by, in the language of typst."""

    path: str
    """Its place below `templates/`, such as `en/documents/quote.typ`. Others import it by this place, with `/` before it."""

    text: str
    """What it says."""


PackTemplateLike = Union[PackTemplate, _types.PackTemplate]
"""The same, or one that was answered."""


class _DemoRecord(TypedDict):
    """The fields of `DemoRecord` that must be given."""

    entity: str
    """Of what."""

    key: str
    """What other demo records call it by."""


class DemoRecord(_DemoRecord, total=False):
    """A record that makes a pack look alive."""

    values: Mapping[str, Any]
    """Its values; `@key` is the id of another demo record."""

    events: Sequence[str]
    """Events that happen to it afterwards."""


DemoRecordLike = Union[DemoRecord, _types.DemoRecord]
"""The same, or one that was answered."""


class _PackRule(TypedDict):
    """The fields of `PackRule` that must be given."""

    id: str
    """What it is known by: `ISP-16`."""

    sentence: str
    """What is promised."""

    decided: RuleDecider
    """Where it is decided."""


class PackRule(_PackRule, total=False):
    """Something that a pack promises."""

    proofs: Sequence[str]
    """The tests and vectors that fail when it is broken."""


PackRuleLike = Union[PackRule, _types.PackRule]
"""The same, or one that was answered."""

RuleDecider = Union[_types.RuleDecider, Literal["core", "server", "connector", "web", "operations"]]
"""Where a rule is decided."""


class StorefrontDefinition(TypedDict):
    """What is offered: resources, and the rate lists by which they are sold."""

    calendar: CalendarDefinitionLike
    """The resources and what is taken of them."""

    rate_lists: Sequence[RateListDefinitionLike]
    """The rate lists, each with a code of its own."""

    offers: Sequence[StorefrontOffer]
    """What is sold by which list; a resource may be sold by several."""


class StorefrontOffer(TypedDict):
    """A resource that is sold by a rate list."""

    resource: str
    """The resource."""

    rate_list: str
    """The code of the rate list."""


class CodesRequest(TypedDict, total=False):
    """Which codes are wanted."""

    family: str | None
    """Only codes of this family, such as `rates`."""


class _MessageRequest(TypedDict):
    """The fields of `MessageRequest` that must be given."""

    reasons: Sequence[ToldReason]
    """The reasons of an error: its codes and details."""

    language: Language
    """The guest's language: the part of a language tag before its hyphen."""


class MessageRequest(_MessageRequest, total=False):
    """What to tell a guest, and how."""

    zone: str | None
    """Where the guest's clock stands; UTC when it is not given."""

    currency: str | None
    """In which currency amounts are that come without one."""


class _ToldReason(TypedDict):
    """The fields of `ToldReason` that must be given."""

    code: str
    """Its code, such as `rates.min_stay`."""


class ToldReason(_ToldReason, total=False):
    """A reason that is to be told, as an error has it. One of a newer engine, whose code is not known here, is told as its family is."""

    details: Mapping[str, Any]
    """The figures involved, `notice_minutes` or as JavaScript spells it, `noticeMinutes`."""

    message: str | None
    """What it says to whoever builds the app: a reason is taken as it is, and this is not looked at."""

    path: str | None
    """Where it is, which is not looked at either."""

Language = Union[_types.Language, Literal["en", "es", "fr", "de", "hi"]]
"""A language in which guests are told what is wrong."""


class _EvaluateRequest(TypedDict):
    """The fields of `EvaluateRequest` that must be given."""

    expression: str
    """Such as `nights >= 7`."""


class EvaluateRequest(_EvaluateRequest, total=False):
    """An expression and the facts it is about."""

    types: Mapping[str, str]
    """The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
    `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
    """

    facts: Mapping[str, Any]
    """The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
    object.
    """


class _ExpressionCheckRequest(TypedDict):
    """The fields of `ExpressionCheckRequest` that must be given."""

    expression: str
    """Such as `nights >= 7`."""


class ExpressionCheckRequest(_ExpressionCheckRequest, total=False):
    """An expression and the names that it may use."""

    types: Mapping[str, str]
    """The type of each name, as for `expression.evaluate`."""


class _RoundRequest(TypedDict):
    """The fields of `RoundRequest` that must be given."""

    money: MoneyLike
    """The amount."""


class RoundRequest(_RoundRequest, total=False):
    """An amount to round."""

    mode: RoundingMode
    """Where a half goes."""

    step: RoundingStep
    """To what is rounded."""


class RoundingStepOf(TypedDict):
    """This much."""

    of: DecimalLike


RoundingStep = Union[RoundingStepOf, Literal["minor_unit", "cash"]]
"""The step to which an amount is rounded or in which it is shared out."""


class _AllocateRequest(TypedDict):
    """The fields of `AllocateRequest` that must be given."""

    total: MoneyLike
    """What is shared out."""

    among: Shares
    """Among how many, or by which weights."""


class AllocateRequest(_AllocateRequest, total=False):
    """An amount to share out."""

    method: AllocationMethod
    """Who gets what is left over."""

    step: RoundingStep
    """Every share is a whole number of these."""


class SharesParts(TypedDict):
    """So many equal parts."""

    parts: int


class SharesWeights(TypedDict):
    """In proportion to these, none below zero."""

    weights: Sequence[DecimalLike]


Shares = Union[SharesParts, SharesWeights]
"""Among how many, or by which weights."""

AllocationMethod = Union[_types.AllocationMethod, Literal["largest_remainder", "first", "one_each"]]
"""Who gets what is left over when the shares are not whole steps."""


class _SumRequest(TypedDict):
    """The fields of `SumRequest` that must be given."""

    amounts: Sequence[MoneyLike]
    """The amounts, all of one currency."""


class SumRequest(_SumRequest, total=False):
    """Amounts to add up."""

    currency: str | None
    """The currency of the sum; that of the first amount when not given."""


class _ConvertRequest(TypedDict):
    """The fields of `ConvertRequest` that must be given."""

    money: MoneyLike
    """The amount."""

    currency: str
    """Into which currency."""

    rates: ExchangeRates
    """The rates that are known."""

    as_of: InstantLike
    """The moment at which the age of a rate is judged; later rates are not looked at."""


class ConvertRequest(_ConvertRequest, total=False):
    """An amount to convert."""

    max_age_seconds: int
    """How old a rate may be."""

    allow_stale: bool
    """Whether a rate that is too old is used and marked stale, rather than refused."""

    mode: RoundingMode
    """Where a half goes."""

    step: RoundingStep
    """To what the answer is rounded, in the target currency."""


class _ExchangeRates(TypedDict):
    """The fields of `ExchangeRates` that must be given."""

    rates: Sequence[ExchangeRateLike]
    """The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
    one that stands first. One in a currency that ISO 4217 does not know is not used; the others are.
    """


class ExchangeRates(_ExchangeRates, total=False):
    """A table of exchange rates."""

    base: str | None
    """The currency through which two others are crossed; without it nothing is crossed."""


class ExchangeRate(TypedDict):
    """What one unit of `base` was worth in `quote`, by whom and when."""

    base: str
    """The currency of which there is one unit; it may have ended."""

    quote: str
    """The currency in which its worth is told; it may have ended."""

    rate: DecimalLike
    """The worth, above zero."""

    as_of: InstantLike
    """When the rate held."""

    source: str
    """Who said so, such as `ECB`."""


ExchangeRateLike = Union[ExchangeRate, _types.ExchangeRate]
"""The same, or one that was answered."""


class CheckRatesRequest(TypedDict):
    """A table of exchange rates to look over."""

    rates: ExchangeRates
    """The table."""


class CurrencyRequest(TypedDict):
    """The currency whose facts are asked for."""

    currency: str
    """The currency."""


class _ToGatewayRequest(TypedDict):
    """The fields of `ToGatewayRequest` that must be given."""

    money: MoneyLike
    """The amount."""

    gateway: Gateway
    """For whom."""


class ToGatewayRequest(_ToGatewayRequest, total=False):
    """An amount for a gateway."""

    purpose: GatewayUse
    """What the money does."""

    mode: RoundingMode | None
    """How an amount finer than the gateway takes is rounded; without it such an amount is refused."""

Gateway = Union[_types.Gateway, Literal["stripe", "paypal", "razorpay", "square"]]
"""A payment gateway, each with its own table of units."""

GatewayUse = Union[_types.GatewayUse, Literal["charge", "payout"]]
"""What the money does."""


class FromGatewayRequest(TypedDict):
    """Units that a gateway reported."""

    gateway: Gateway
    """Whose."""

    currency: str
    """The currency."""

    units: int
    """The whole number of the gateway's units."""


class _FormatRequest(TypedDict):
    """The fields of `FormatRequest` that must be given."""

    money: MoneyLike
    """The amount."""

    locale: Locale
    """As whom to write it."""


class FormatRequest(_FormatRequest, total=False):
    """An amount to write."""

    digits: WrittenDigits
    """How many digits at least."""

    mark: CurrencyMark
    """How the currency is written."""

WrittenDigits = Union[_types.WrittenDigits, Literal["minor_unit", "display", "exact"]]
"""How many digits are written."""

CurrencyMark = Union[_types.CurrencyMark, Literal["symbol", "code"]]
"""How the currency is written."""


class ParseRequest(TypedDict):
    """An amount as people wrote it."""

    text: str
    """The text, with or without its currency."""

    locale: Locale
    """As whom it was written."""

    currency: str
    """In which currency."""


class DayRequest(TypedDict):
    """A day."""

    day: DayLike
    """The day."""


class AddMonthsRequest(TypedDict):
    """A day and a number of months."""

    day: DayLike
    """The day."""

    months: int
    """So many months later, or earlier when negative."""


class AgeRequest(TypedDict):
    """A birth date and a day."""

    born_on: DayLike
    """The birth date."""

    on: DayLike
    """The day on which the age is wanted."""


class ToInstantRequest(TypedDict):
    """A wall time."""

    zone: str
    """The zone."""

    day: DayLike
    """The day."""

    time: TimeLike
    """The time on the wall clock."""


class ToLocalRequest(TypedDict):
    """A moment and a zone."""

    zone: str
    """The zone."""

    instant: InstantLike
    """The moment."""


class LocalTime(TypedDict):
    """What clocks show: a day and a time, without a zone."""

    day: DayLike
    """The day."""

    time: TimeLike
    """The time on the wall clock."""


LocalTimeLike = Union[LocalTime, _types.LocalTime]
"""The same, or one that was answered."""


class DayLengthRequest(TypedDict):
    """Days in a zone."""

    zone: str
    """The zone."""

    day: DayLike
    """The day."""


class ClockChangesRequest(TypedDict):
    """A stretch of time in a zone."""

    zone: str
    """The zone."""

    span: SpanLike
    """The stretch."""


class OpenSpansRequest(TypedDict):
    """Opening hours and days."""

    zone: str
    """The zone."""

    hours: OpeningHoursLike
    """When it is open."""

    days: DayRangeLike
    """The days."""


class IsOpenRequest(TypedDict):
    """Opening hours and a moment."""

    zone: str
    """The zone."""

    hours: OpeningHoursLike
    """When it is open."""

    instant: InstantLike
    """The moment."""


class OpenTimeRequest(TypedDict):
    """Opening hours and a stretch of time."""

    zone: str
    """The zone."""

    hours: OpeningHoursLike
    """When it is open."""

    span: SpanLike
    """The stretch."""


class AddBusinessDaysRequest(TypedDict):
    """A calendar, a day and a number of business days."""

    calendar: BusinessCalendarLike
    """The calendar."""

    day: DayLike
    """The day."""

    days: int
    """So many business days later, or earlier when negative."""


class BusinessDaysRequest(TypedDict):
    """A calendar and days."""

    calendar: BusinessCalendarLike
    """The calendar."""

    days: DayRangeLike
    """The days, both ends included."""


class AddBusinessTimeRequest(TypedDict):
    """A calendar, a moment and a length of business time."""

    calendar: BusinessCalendarLike
    """The calendar."""

    start: InstantLike
    """The moment."""

    seconds: int
    """So many seconds of business time."""


class BusinessTimeRequest(TypedDict):
    """A calendar and a stretch of time."""

    calendar: BusinessCalendarLike
    """The calendar."""

    span: SpanLike
    """The stretch."""


class PeriodsRequest(TypedDict):
    """An interval, its anchor and how many periods are wanted."""

    interval: IntervalLike
    """How often."""

    anchor: DayLike
    """The first day of period 0."""

    first: int
    """The number of the first period that is wanted."""

    count: int
    """How many periods."""


class PeriodOfRequest(TypedDict):
    """An interval, its anchor and a day."""

    interval: IntervalLike
    """How often."""

    anchor: DayLike
    """The first day of period 0."""

    day: DayLike
    """The day whose period is wanted."""


class _OccurrencesRequest(TypedDict):
    """The fields of `OccurrencesRequest` that must be given."""

    zone: str
    """The zone whose clocks it goes by."""

    recurrence: Recurrence
    """When it recurs."""


class OccurrencesRequest(_OccurrencesRequest, total=False):
    """A recurrence, and which of its occurrences are asked for."""

    within: SpanLike | None
    """The stretch that is asked for; all when not given."""

    limit: int | None
    """How many occurrences are answered at most."""


class _Recurrence(TypedDict):
    """The fields of `Recurrence` that must be given."""

    start: LocalTimeLike
    """When it first may occur; what the rule leaves open, such as the time of day, is taken from here."""


class Recurrence(_Recurrence, total=False):
    """When something recurs. Without a rule it occurs at its start and at the times added."""

    rule: str | None
    """The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`."""

    excluded: Sequence[LocalTimeLike]
    """Times at which it does not occur."""

    excluded_days: Sequence[DayLike]
    """Days on which it does not occur."""

    added: Sequence[LocalTimeLike]
    """Times at which it occurs besides."""


class _CronRequest(TypedDict):
    """The fields of `CronRequest` that must be given."""

    cron: str
    """Minute, hour, day of the month, month and day of the week: `15 0 * * *` is a quarter past midnight."""

    zone: str
    """By whose clocks."""

    after: InstantLike
    """Moments after this one."""


class CronRequest(_CronRequest, total=False):
    """A line of cron, and where it is looked at from."""

    count: int
    """How many; one when not given."""


class MachinesRequest(TypedDict, total=False):
    """The machines that come with the engine are asked for."""

    name: str | None
    """Only the one of that name; all when not given."""


class _SlugRequest(TypedDict):
    """The fields of `SlugRequest` that must be given."""

    name: str
    """The name, such as `Café Zürich`."""


class SlugRequest(_SlugRequest, total=False):
    """What would a name be in an address?"""

    taken: Sequence[str]
    """Slugs that others have, or had: an old one leads to the new one."""


class _ChooseRequest(TypedDict):
    """The fields of `ChooseRequest` that must be given."""

    candidates: Sequence[Candidate]
    """Everybody, in the order of turns."""

    strategy: AssignmentStrategy
    """By which rule."""


class ChooseRequest(_ChooseRequest, total=False):
    """Among whom, and by which rule?"""

    skills: Sequence[str]
    """What is needed."""

    area: str | None
    """Where it is."""

    stays_with: str | None
    """Who had this customer before: they get it when they can take it, whatever the rule."""

    now: InstantLike | None
    """The present moment; needed where a candidate has hours."""


class _Candidate(TypedDict):
    """The fields of `Candidate` that must be given."""

    id: str
    """Who."""


class Candidate(_Candidate, total=False):
    """Somebody who may take it."""

    skills: Sequence[str]
    """What they can do."""

    areas: Sequence[str]
    """Where they work; everywhere when empty."""

    absent: bool
    """Whether they are offline, absent or not free."""

    load: int
    """How much they have to do: minutes, tickets, leads."""

    capacity: int
    """How much they can do; load is measured by it."""

    limit: int | None
    """With that load or more they get nothing."""

    hours: OpeningHoursLike | None
    """When they work; always when not given."""

    zone: str | None
    """Whose clock their hours go by; needed where there are hours."""

    last_assigned_at: InstantLike | None
    """When they got something last."""

    priority: int
    """Among equals the higher one is chosen."""


class AssignmentStrategyRoundRobin(TypedDict):
    """In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins."""

    round_robin: RoundRobinTurnLike


class AssignmentStrategyNamed(TypedDict):
    """That one or nobody."""

    named: str


AssignmentStrategy = Union[AssignmentStrategyRoundRobin, AssignmentStrategyNamed, Literal["least_loaded", "best_skill"]]
"""The rule by which somebody is chosen."""


class RoundRobinTurn(TypedDict, total=False):
    """Whose turn it was."""

    after: str | None
    """Who got the last one; nobody yet when not given."""

    earlier: Sequence[str]
    """Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
    When all of them have left, they go on after the one of the candidates who got something last.
    """


RoundRobinTurnLike = Union[RoundRobinTurn, _types.RoundRobinTurn]
"""The same, or one that was answered."""


class _AuditAppendRequest(TypedDict):
    """The fields of `AuditAppendRequest` that must be given."""

    tenant: str
    """Whose record it is."""

    at: InstantLike
    """When."""

    actor: str
    """Who."""

    action: str
    """What, such as `booking.cancel`."""

    entity: str
    """To what kind of thing."""

    entity_id: str
    """To which one."""


class AuditAppendRequest(_AuditAppendRequest, total=False):
    """Somebody did something, and it is to be recorded."""

    previous: AuditLinkLike | None
    """The last record so far; nothing before the first."""

    ip: str | None
    """The address it came over."""

    request_id: str | None
    """The request it was part of."""

    reason: str | None
    """Why."""

    before: Any
    """The thing as it was; nothing when it is new."""

    after: Any
    """The thing as it is; nothing when it is gone."""

    masks: Sequence[AuditMask]
    """Which of its values are not to be read in the record."""


class AuditLink(TypedDict):
    """A record by its place in the chain: what the next one hangs on."""

    sequence: int
    """Which record."""

    hash: str
    """Its hash."""


AuditLinkLike = Union[AuditLink, _types.AuditLink]
"""The same, or one that was answered."""


class _AuditMask(TypedDict):
    """The fields of `AuditMask` that must be given."""

    path: str
    """Where: a JSON pointer, in which `*` is any entry or member. Where the thing has another shape, all that stands there is
    masked.
    """

    salt: str
    """At least 16 random bytes in hexadecimal, kept apart from the record; another one for each record."""


class AuditMask(_AuditMask, total=False):
    """A value that is recorded as a commitment: who knows it and the salt can prove it, and nobody else can read it."""

    shown: str | None
    """What is shown in place of the value; `***` when not given."""


class _AuditRecord(TypedDict):
    """The fields of `AuditRecord` that must be given."""

    tenant: str
    """Whose record it is."""

    sequence: int
    """Counted from 1, without a gap."""

    at: InstantLike
    """When."""

    actor: str
    """Who."""

    action: str
    """What, such as `booking.cancel`."""

    entity: str
    """To what kind of thing."""

    entity_id: str
    """To which one."""

    previous: str
    """The hash of the record before; 64 zeros for the first."""

    hash: str
    """The SHA-256 of the canonical JSON of all the rest."""


class AuditRecord(_AuditRecord, total=False):
    """What somebody did, with the hash of the record before."""

    ip: str | None
    """The address it came over."""

    request_id: str | None
    """The request it was part of."""

    reason: str | None
    """Why."""

    changes: Sequence[AuditChangeLike]
    """What is another than before, by path."""


AuditRecordLike = Union[AuditRecord, _types.AuditRecord]
"""The same, or one that was answered."""


class _AuditChange(TypedDict):
    """The fields of `AuditChange` that must be given."""

    path: str
    """Where: a JSON pointer."""


class AuditChange(_AuditChange, total=False):
    """One value that is another than before."""

    before: Any
    """What it was; nothing when it was not there. Masked text when the commitment stands beside it."""

    after: Any
    """What it is; nothing when it is no longer there. Masked text when the commitment stands beside it."""

    before_commitment: str | None
    """The hash of the salt and what it was; the record's hash is over this, not over the masked text."""

    after_commitment: str | None
    """The hash of the salt and what it is."""


AuditChangeLike = Union[AuditChange, _types.AuditChange]
"""The same, or one that was answered."""


class _AuditVerifyRequest(TypedDict):
    """The fields of `AuditVerifyRequest` that must be given."""

    tenant: str
    """Whose records they are to be."""

    records: Sequence[AuditRecordLike]
    """The records, in order."""


class AuditVerifyRequest(_AuditVerifyRequest, total=False):
    """Is the account of what was done whole and unchanged?"""

    after: AuditLinkLike | None
    """The record before the first of these; without it any record may be the first."""

    anchors: Sequence[AuditAnchorLike]
    """What was kept elsewhere of whole days."""

    revealed: Sequence[AuditReveal]
    """Masked values that somebody knows."""


class AuditAnchor(TypedDict):
    """One hash for all records of a day, to be kept where whoever changes the records cannot reach it."""

    tenant: str
    """Whose records they are."""

    day: DayLike
    """Of which day."""

    first: int
    """The number of the day's first record."""

    last: int
    """The number of the day's last record."""

    hash: str
    """The SHA-256 of the canonical JSON of `{"day": …, "first": …, "hashes": […], "last": …, "tenant": …}`."""


AuditAnchorLike = Union[AuditAnchor, _types.AuditAnchor]
"""The same, or one that was answered."""


class _AuditReveal(TypedDict):
    """The fields of `AuditReveal` that must be given."""

    sequence: int
    """In which record."""

    path: str
    """Where: the path of the change."""

    salt: str
    """The salt it was recorded with."""


class AuditReveal(_AuditReveal, total=False):
    """A masked value with its salt: is it what was recorded?"""

    before: Any
    """What it was; not looked at when not given."""

    after: Any
    """What it became; not looked at when not given."""


class _AuditAnchorRequest(TypedDict):
    """The fields of `AuditAnchorRequest` that must be given."""

    tenant: str
    """Whose records they are to be."""

    day: DayLike
    """The day."""

    records: Sequence[AuditRecordLike]
    """All records of that day, in order."""


class AuditAnchorRequest(_AuditAnchorRequest, total=False):
    """One day's records are to be anchored."""

    zone: str | None
    """Where the day is counted; in universal time when not given."""


class _RetryRequest(TypedDict):
    """The fields of `RetryRequest` that must be given."""

    policy: RetryPolicy
    """The rule."""

    attempt: int
    """Which attempt failed; the first one is 1."""

    failed_at: InstantLike
    """When it failed."""


class RetryRequest(_RetryRequest, total=False):
    """An attempt failed: when is the next one?"""

    first_failed_at: InstantLike | None
    """When the first one failed, for delays that count from there."""

    permanent: bool
    """Whether trying again is useless: the address does not exist, the card was cancelled."""

    random: DecimalLike | None
    """A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest."""


class _RetryPolicy(TypedDict):
    """The fields of `RetryPolicy` that must be given."""

    delays_seconds: Sequence[int]
    """How long to wait before the second attempt, the third and so on."""


class RetryPolicy(_RetryPolicy, total=False):
    """When something that failed is tried again: a mail, a delivery, a charge."""

    factor: int
    """When there are more attempts than delays: each further delay is the one before it times this."""

    attempts: int | None
    """How many attempts in all, the first one included; one more than there are delays when not given."""

    most_seconds: int
    """The longest delay."""

    jitter_percent: int
    """By how much a delay is shorter or longer at most, so that not everything is tried at once."""

    from_first_failure: bool
    """Whether delays count from the first failure, not from the last one: 1, 3, 5 and 7 days after it."""


class _AlertRequest(TypedDict):
    """The fields of `AlertRequest` that must be given."""

    rule: AlertRule
    """The rule."""

    now: InstantLike
    """The present moment."""


class AlertRequest(_AlertRequest, total=False):
    """New samples: does the alert open or clear?"""

    state: AlertStateLike
    """What the last answer gave; nothing the first time."""

    samples: Sequence[AlertSampleLike]
    """The samples, in order of time. Those not later than the last one that was looked at are left out."""


class _AlertRule(TypedDict):
    """The fields of `AlertRule` that must be given."""

    comparison: AlertComparison
    """How the value compares with the threshold when all is not well."""

    threshold: DecimalLike
    """The threshold."""


class AlertRule(_AlertRule, total=False):
    """When a figure is worth an alert."""

    minutes: int
    """For how many minutes it must be so."""

    severity: str | None
    """How grave it is, as the host calls it."""

AlertComparison = Union[_types.AlertComparison, Literal["above", "at_least", "below", "at_most"]]
"""How a value compares with a threshold."""


class AlertState(TypedDict, total=False):
    """What an alert rule remembers between two questions."""

    last: AlertSampleLike | None
    """The last sample that was looked at."""

    beyond_since: InstantLike | None
    """Since when the value is beyond the threshold."""

    open_since: InstantLike | None
    """Since when the alert is open."""


AlertStateLike = Union[AlertState, _types.AlertState]
"""The same, or one that was answered."""


class AlertSample(TypedDict):
    """A value at a moment. It lasts until the next one."""

    at: InstantLike
    """When it was measured."""

    value: DecimalLike
    """The value."""


AlertSampleLike = Union[AlertSample, _types.AlertSample]
"""The same, or one that was answered."""


class _CreateListRequest(TypedDict):
    """The fields of `CreateListRequest` that must be given."""

    list: RateListDefinitionLike
    """The list; it becomes a draft."""

    created_on: DayLike
    """The day of creation, by which a code is numbered."""


class CreateListRequest(_CreateListRequest, total=False):
    """A new list."""

    taken_codes: Sequence[str]
    """The codes that the tenant's lists have."""

    code_prefix: str
    """What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier."""


class _PublishRequest(TypedDict):
    """The fields of `PublishRequest` that must be given."""

    list: RateListDefinitionLike
    """The draft."""


class PublishRequest(_PublishRequest, total=False):
    """A list that is to be published."""

    others: Sequence[RateListDefinitionLike]
    """The tenant's other lists; the former version of this one among them."""

    effective_on: DayLike | None
    """From which day on it answers in place of its former version; from its first valid day when not given."""


class UnpublishRequest(TypedDict):
    """A list that is to become a draft again."""

    list: RateListDefinitionLike
    """The published list."""

    references: int
    """How many live quotes and bookings refer to it."""


class ListRequest(TypedDict):
    """A list by itself."""

    list: RateListDefinitionLike
    """The list."""


class EditRequest(TypedDict):
    """A list that is to be changed."""

    list: RateListDefinitionLike
    """The list as it is."""

    changed: RateListDefinitionLike
    """The list as it is to be."""


class _CloneRequest(TypedDict):
    """The fields of `CloneRequest` that must be given."""

    list: RateListDefinitionLike
    """The list."""


class CloneRequest(_CloneRequest, total=False):
    """A list that is to be cloned."""

    id: str | None
    """The id of the clone."""


class _AddBlackoutRequest(TypedDict):
    """The fields of `AddBlackoutRequest` that must be given."""

    list: RateListDefinitionLike
    """The list."""

    blackout: BlackoutLike
    """The days, all of them or by day of the week."""


class AddBlackoutRequest(_AddBlackoutRequest, total=False):
    """A blackout to be added. Selling is stopped at once: published lists take it too."""

    bookings: Sequence[BookedStayLike]
    """Bookings that may be touched by it."""


class BookedStay(TypedDict):
    """A stay that is booked already."""

    number: str
    """What the booking is known by."""

    check_in: DayLike
    """The day of arrival."""

    check_out: DayLike
    """The day of departure."""


BookedStayLike = Union[BookedStay, _types.BookedStay]
"""The same, or one that was answered."""


class RemoveBlackoutRequest(TypedDict):
    """Days that are to be sold again."""

    list: RateListDefinitionLike
    """The list."""

    days: DayRangeLike
    """The days; blackouts that reach beyond them keep the rest."""


class ImportRequest(TypedDict, total=False):
    """A file to be read."""

    text: str | None
    """The text of a CSV file."""

    content_base64: str | None
    """The bytes of a file in Base64, for XLSX and encodings other than UTF-8."""

    style: FileStyle
    """How the file is written."""

    on_fault: OnFault
    """What happens when a row is at fault."""


class FileStyle(TypedDict, total=False):
    """How a file is written."""

    format: FileFormat
    """The kind of file."""

    encoding: Encoding
    """The encoding of a CSV file."""

    delimiter: str
    """What separates the columns of a CSV file: `,`, `;` or a tab."""

    decimal_comma: bool
    """Whether amounts have a decimal comma: 124,50."""

FileFormat = Union[_types.FileFormat, Literal["csv", "xlsx"]]
"""The kind of file."""

Encoding = Union[_types.Encoding, Literal["utf-8", "utf-16", "windows-1252"]]
"""How text is written in bytes. It is declared, never guessed."""

OnFault = Union[_types.OnFault, Literal["import_nothing", "skip_bad"]]
"""What happens when a row is at fault."""


class _BoostRequest(TypedDict):
    """The fields of `BoostRequest` that must be given."""

    currency: str
    """The currency of every amount."""

    current_price: DecimalLike
    """The monthly price of the plan as it is."""

    boosted_price: DecimalLike
    """The monthly price of the plan for the boost."""

    start: InstantLike
    """When the boost begins."""

    hours: int
    """How many hours it lasts."""

    zone: str
    """The zone whose month counts."""


class BoostRequest(_BoostRequest, total=False):
    """A dearer plan for some hours."""

    minimum_charge: DecimalLike | None
    """Never less than this."""

    min_hours: int
    """The shortest boost."""

    max_hours: int
    """The longest boost."""

    rounding: RoundingMode
    """Where a half goes."""


class _TaxesForRequest(TypedDict):
    """The fields of `TaxesForRequest` that must be given."""

    region: TaxRegionLike
    """The seller's place, or that of the property, its category and, where wanted, its own tables."""

    on: DayLike
    """The day of supply."""


class TaxesForRequest(_TaxesForRequest, total=False):
    """Where something is sold, by whom and when."""

    place_of_supply: str | None
    """Where it is taxed; the seller's place when not given. Lodging is supplied where it stands, whatever stands here."""

    business_tax_id: str | None
    """The buyer's tax id as a business."""

    currency: str | None
    """The currency of the sale: taxes in amounts of another are refused. When not given, amounts are in the currency of their
    table.
    """


class TaxTablesRequest(TypedDict, total=False):
    """The tables that come with the engine are asked for."""

    region: str | None
    """Only tables for this place or parts of it, such as `IN` or `US-NY-NYC`; all when not given."""


class _ReadFilesRequest(TypedDict):
    """The fields of `ReadFilesRequest` that must be given."""

    files: Mapping[str, Any]
    """The text of each file by its path within the pack, such as `entities/customer.toml`."""


class ReadFilesRequest(_ReadFilesRequest, total=False):
    """The files of a pack."""

    carries: Sequence[str] | None
    """The effects that the host carries out: one that nobody carries out is a fault where it is named. Nothing is asked of them when not
    given.
    """

    others: Mapping[str, Mapping[str, Any]]
    """The files of other packs at hand, by their folders; those that this one needs are put together with it."""


class _BlackoutDaysRequest(TypedDict):
    """The fields of `BlackoutDaysRequest` that must be given."""

    list: RateListDefinitionLike
    """The list."""


class BlackoutDaysRequest(_BlackoutDaysRequest, total=False):
    """Which blackout days are wanted."""

    within: DayRangeLike | None
    """Only these days; those of the list's validity when not given."""


class PriceRequest(TypedDict, total=False):
    """What is to be priced: the days or hours, the party, and what was chosen.

    A stay has `check_in` and `check_out`, service days have `first` and `last`, hours have `start` and `end`.
    """

    check_in: DayLike | None
    """The day of arrival."""

    check_out: DayLike | None
    """The day of departure; its night is not priced."""

    first: DayLike | None
    """The first day of a service."""

    last: DayLike | None
    """The last day of a service, included; the first one when not given."""

    start: InstantLike | None
    """The beginning of a span of hours."""

    end: InstantLike | None
    """The end of a span of hours, excluded."""

    adults: int
    """How many adults in each room or unit."""

    children: Sequence[int]
    """The ages of the children in each room or unit, on the day of arrival."""

    birth_dates: Sequence[DayLike]
    """Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival."""

    quantity: int
    """How many rooms or units; below zero so many are given back, at what they cost, with the other sign."""

    booked_on: DayLike | None
    """The day of booking, which lead times and windows look at; the day of `as_of` when not given."""

    as_of: InstantLike | None
    """The moment as of which is priced."""

    supplements: Mapping[str, int]
    """Optional supplements by code, and how many of each."""

    promo_codes: Sequence[str]
    """Promotion codes that the guest gave."""

    promo_uses: Mapping[str, int]
    """How often a promotion code has been used so far."""

    tags: Sequence[str]
    """What is known of the guest, for expressions: `member`, `resident`…"""

    channel: str | None
    """Through which channel the request comes, for expressions."""

    place_of_supply: str | None
    """Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands."""

    business_tax_id: str | None
    """The guest's tax id as a business, for reverse charge."""

    preview: bool
    """Whether a draft is priced too."""


class _PriceInRequest(TypedDict):
    """The fields of `PriceInRequest` that must be given."""

    request: PriceRequest
    """What is to be priced."""

    currency: str
    """The currency that is wanted."""

    rates: ExchangeRates
    """The exchange rates."""

    as_of: InstantLike
    """The moment by which the rates' age is judged."""


class PriceInRequest(_PriceInRequest, total=False):
    """A price wanted in another currency."""

    max_age_seconds: int
    """How old a rate may be; a day when not given."""

    allow_stale: bool
    """Whether an older rate is taken all the same, and told as stale."""


class QuoteManyRequest(TypedDict):
    """Many requests at once."""

    requests: Sequence[PriceRequest]
    """The requests, each answered by itself."""


class _GridRequest(TypedDict):
    """The fields of `GridRequest` that must be given."""

    arrivals: DayRangeLike
    """The arrival days."""

    nights: Sequence[int]
    """The lengths of stay, in nights."""

    parties: Sequence[GridParty]
    """The parties."""


class GridRequest(_GridRequest, total=False):
    """Every arrival day × length of stay × party, for calendars and channel feeds."""

    quantity: int
    """How many rooms or units."""

    booked_on: DayLike | None
    """The day of booking."""

    preview: bool
    """Whether a draft is priced too."""


class _GridParty(TypedDict):
    """The fields of `GridParty` that must be given."""

    adults: int
    """How many adults."""


class GridParty(_GridParty, total=False):
    """A party of the grid."""

    children: Sequence[int]
    """The ages of the children."""


class _CheapestRequest(TypedDict):
    """The fields of `CheapestRequest` that must be given."""

    request: PriceRequest
    """What is to be priced."""


class CheapestRequest(_CheapestRequest, total=False):
    """A request to every list."""

    buyer: Buyer
    """Who asks; lists for others are refused."""


class Buyer(TypedDict, total=False):
    """Who asks for a price. A list for certain buyers answers only those who are told to be such; the channel and the quantity
    are those of the request.
    """

    customer_groups: Sequence[str]
    """The groups of customers to which the buyer belongs."""

    country: str | None
    """The buyer's country."""

    currency: str | None
    """Only lists in this currency."""


class _SelectRequest(TypedDict):
    """The fields of `SelectRequest` that must be given."""

    request: PriceRequest
    """What is to be priced."""


class SelectRequest(_SelectRequest, total=False):
    """Which list is to answer, of those for a product."""

    buyer: Buyer
    """Who asks."""

    supplier: str | None
    """The supplier; lists without one are for all."""

    service_type: str | None
    """The kind of service."""

    destination: str | None
    """The destination; lists without one are for all."""

    product: str | None
    """The product; lists without one are for all."""


class OverlapsRequest(TypedDict, total=False):
    """Which overlaps are wanted."""

    within: DayRangeLike | None
    """Only those that touch these days."""


class ValidateDatesRequest(TypedDict):
    """A list that is not saved yet."""

    list: RateListDefinitionLike
    """The list, as if it were published."""


class _SimulateRequest(TypedDict):
    """The fields of `SimulateRequest` that must be given."""

    requests: Sequence[PriceRequest]
    """The requests, such as last year's."""


class SimulateRequest(_SimulateRequest, total=False):
    """The same requests under two lists."""

    before: int
    """The place of the list as it is."""

    after: int
    """The place of the list as it would be."""


class ExportRequest(TypedDict, total=False):
    """How lists are to be written."""

    style: FileStyle
    """How the file is to be written."""


class _BulkUpdateRequest(TypedDict):
    """The fields of `BulkUpdateRequest` that must be given."""

    change: BulkChange
    """What happens to each of them."""


class BulkUpdateRequest(_BulkUpdateRequest, total=False):
    """One change over many lists, to be looked at before it is saved."""

    lists: ListFilter
    """Which lists."""


class ListFilter(TypedDict, total=False):
    """Which lists; what is not given does not matter."""

    codes: Sequence[str]
    """Only lists with these codes; all when empty."""

    supplier: str | None
    """Only lists of this supplier."""

    service_type: str | None
    """Only lists of this kind of service."""

    destination: str | None
    """Only lists of this destination."""

    tag: str | None
    """Only lists with this tag."""


class BulkChangeRaisePercent(TypedDict):
    """Every price of units, extra adults, extra beds and children rises by so many percent, or falls when negative."""

    raise_percent: DecimalLike


class BulkChangeRaiseAmount(TypedDict):
    """Every such price rises by an amount, or falls when negative."""

    raise_amount: DecimalLike


class BulkChangeValidLast(TypedDict):
    """The last day of validity is moved."""

    valid_last: DayLike


class BulkChangeAddBlackout(TypedDict):
    """A blackout is added."""

    add_blackout: BlackoutLike


class BulkChangeAddTag(TypedDict):
    """A tag is added."""

    add_tag: str


BulkChange = Union[BulkChangeRaisePercent, BulkChangeRaiseAmount, BulkChangeValidLast, BulkChangeAddBlackout, BulkChangeAddTag]
"""What happens to each list."""


class UsageRequest(TypedDict, total=False):
    """The usage of a period."""

    usage: Mapping[str, DecimalLike]
    """How much of each metric; what is not given is none. Below zero it is given back: its lines have the other sign."""

    credit: bool
    """Whether the whole bill is given back: every line has the other sign."""


class _PlanPeriodsRequest(TypedDict):
    """The fields of `PlanPeriodsRequest` that must be given."""

    anchor: DayLike
    """The first day of the subscription, which begins period 0."""

    count: int
    """How many periods."""


class PlanPeriodsRequest(_PlanPeriodsRequest, total=False):
    """Which billing periods are wanted."""

    first: int
    """The number of the first period that is wanted."""


class _ProrateRequest(TypedDict):
    """The fields of `ProrateRequest` that must be given."""

    change: PlanChange
    """What happens."""

    at: InstantLike
    """When."""

    zone: str
    """The zone whose days count."""

    anchor: DayLike
    """The first day of the subscription's period 0."""


class ProrateRequest(_ProrateRequest, total=False):
    """A change in the midst of a billing period."""

    by: ProrationUnit | None
    """What is counted; as the plan says when not given. The day of the change is the first of what comes after."""


class PlanChangeSwitch(TypedDict):
    """It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged."""

    switch: SwitchChange


class PlanChangePause(TypedDict):
    """It rests for a while: that while is credited."""

    pause: PauseChange


PlanChange = Union[PlanChangeSwitch, PlanChangePause, Literal["start", "cancel"]]
"""What happens to a subscription."""


class SwitchChange(TypedDict):
    """The plan to which a subscription moves."""

    price: DecimalLike
    """Its price of a whole period."""


class PauseChange(TypedDict):
    """How long a subscription rests."""

    resumes_at: InstantLike
    """When it goes on, within the same period."""


class _CancellationRequest(TypedDict):
    """The fields of `CancellationRequest` that must be given."""

    booking: CancellableBooking
    """What was booked."""

    at: InstantLike
    """When it is cancelled."""


class CancellationRequest(_CancellationRequest, total=False):
    """A booking that is cancelled, or to which nobody came."""

    cancelled_by: CancelledBy
    """Who cancels."""

    no_show: bool
    """Whether nobody came."""


class _CancellableBooking(TypedDict):
    """The fields of `CancellableBooking` that must be given."""

    currency: str
    """The currency of every amount."""

    components: Sequence[CancellableComponent]
    """What it is made of."""


class CancellableBooking(_CancellableBooking, total=False):
    """What was booked, and what has been paid for it."""

    start: InstantLike | None
    """When it starts; or `check_in`."""

    check_in: DayLike | None
    """The day on which it starts, at the policy's `start_time`."""

    booked_at: InstantLike | None
    """When it was booked; the time of grace counts from then."""

    zone: str | None
    """The zone of the place, where it is not that of the policy."""

    paid: DecimalLike
    """What has been paid so far."""


class _CancellableComponent(TypedDict):
    """The fields of `CancellableComponent` that must be given."""

    name: str
    """What people call it; no two have the same name."""

    total: DecimalLike
    """What it costs."""


class CancellableComponent(_CancellableComponent, total=False):
    """A part of a booking: the room, an activity, a fee, a tax."""

    kind: str | None
    """Its kind, such as `activity`: a kind that the policy names goes by its own terms."""

    nights: Sequence[DecimalLike]
    """What each of its nights costs, of which fees by nights are made; together no more than `total`."""

    start: InstantLike | None
    """When it starts, where it does not start with the booking."""

CancelledBy = Union[_types.CancelledBy, Literal["guest", "provider"]]
"""Who cancels."""


class _CancellationDeadlinesRequest(TypedDict):
    """The fields of `CancellationDeadlinesRequest` that must be given."""

    booking: CancellableBooking
    """What is booked, or is about to be."""


class CancellationDeadlinesRequest(_CancellationDeadlinesRequest, total=False):
    """A booking whose deadlines are wanted."""

    now: InstantLike | None
    """What has passed by then is left out."""


class _CheckRequest(TypedDict):
    """The fields of `CheckRequest` that must be given."""

    now: InstantLike
    """The present moment: what holds and notice are measured by."""

    resource: str
    """The resource."""

    when: When
    """When."""


class CheckRequest(_CheckRequest, total=False):
    """Is it free?"""

    units: int
    """How many units."""

    partner: str | None
    """The partner who asks."""

    hold: str | None
    """A hold of the asker's own, which does not stand in the way."""

    booking: str | None
    """A booking that is to move, which does not stand in its own way."""


class _CheckAllRequest(TypedDict):
    """The fields of `CheckAllRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    takes: Sequence[TakeLike]
    """What is wanted, all of it."""


class CheckAllRequest(_CheckAllRequest, total=False):
    """Are several things free at once?"""

    hold: str | None
    """A hold of the asker's own, which does not stand in the way."""

    booking: str | None
    """A booking that is to move, which does not stand in its own way."""


class _NextFreeRequest(TypedDict):
    """The fields of `NextFreeRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    after: InstantLike
    """Not before that moment."""

    minutes: int
    """For so many minutes."""


class NextFreeRequest(_NextFreeRequest, total=False):
    """Where and from when on something is looked for."""

    resources: Sequence[str]
    """The resources to look at; all that are counted by the moment when empty."""

    units: int
    """How many units."""

    within_days: int
    """Within so many days."""


class _SlotsRequest(TypedDict):
    """The fields of `SlotsRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    days: DayRangeLike
    """The days on which they begin, by each resource's own clock."""

    minutes: int
    """How long."""


class SlotsRequest(_SlotsRequest, total=False):
    """Free starts of which resources, on which days, for how long?"""

    resources: Sequence[str]
    """The resources; all that are counted by the moment when empty."""

    units: int
    """How many units."""

    step_minutes: int | None
    """Every so many minutes, for resources without a grid; 15 when not given."""

    counted: GridStart
    """Whether those steps are counted from midnight or from the opening."""

    hold: str | None
    """A hold of the asker's own, which does not stand in the way."""

    booking: str | None
    """A booking that is to move, which does not stand in its own way."""


class _CommonSlotsRequest(TypedDict):
    """The fields of `CommonSlotsRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    needs: Sequence[ResourceNeed]
    """What is needed at once: each need is met by another resource."""

    days: DayRangeLike
    """The days on which they begin, by each resource's own clock."""

    minutes: int
    """How long."""


class CommonSlotsRequest(_CommonSlotsRequest, total=False):
    """When are several things free at once?"""

    step_minutes: int | None
    """Every so many minutes, for resources without a grid; 15 when not given."""

    counted: GridStart
    """Whether those steps are counted from midnight or from the opening."""

    hold: str | None
    """A hold of the asker's own, which does not stand in the way."""

    booking: str | None
    """A booking that is to move, which does not stand in its own way."""


class ResourceNeed(TypedDict, total=False):
    """Something that is needed: one of several resources."""

    any_of: Sequence[str]
    """One of these; any that is counted by the moment when empty."""

    skills: Sequence[str]
    """With these skills."""

    location: str | None
    """At that location."""

    units: int
    """How many units of it."""


class _ViewRequest(TypedDict):
    """The fields of `ViewRequest` that must be given."""

    now: InstantLike
    """The present moment: holds that have expired are not drawn."""

    view: ViewKind
    """A day, a week or a month."""

    day: DayLike
    """A day of it."""


class ViewRequest(_ViewRequest, total=False):
    """Which days of which resources are drawn?"""

    week_begins: Weekday
    """The first day of a week."""

    zone: str | None
    """The zone in which days begin; each resource's own when not given."""

    resources: Sequence[str]
    """The resources; all when empty."""

    partner: str | None
    """The partner who looks."""

    without_names: bool
    """Whether cells tell what they are and the units left alone, not the bookings, holds and blocks in them."""

ViewKind = Union[_types.ViewKind, Literal["day", "week", "month"]]
"""How many days are drawn."""


class _OccupancyRequest(TypedDict):
    """The fields of `OccupancyRequest` that must be given."""

    days: DayRangeLike
    """The days."""


class OccupancyRequest(_OccupancyRequest, total=False):
    """How much of which resources is taken?"""

    resources: Sequence[str]
    """The resources; all when empty."""

    by: OccupancyBy
    """By the day or by the week; a week begins on Monday, and the first and last may be cut."""

    gaps_below_minutes: int | None
    """Gaps shorter than this are too short to sell; the shortest booking of the resource when not given."""

    booked_since: InstantLike | None
    """Pickup is what was booked at this moment or later."""

OccupancyBy = Union[_types.OccupancyBy, Literal["day", "week"]]
"""What figures are made for."""


class _AssignRequest(TypedDict):
    """The fields of `AssignRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    when: When
    """When."""

    strategy: AssignmentStrategy
    """By which rule. Load is what is booked on the day, in minutes; skills are always needed here."""


class AssignRequest(_AssignRequest, total=False):
    """Who takes an appointment?"""

    any_of: Sequence[str]
    """One of these, in the order of turns; any when empty."""

    skills: Sequence[str]
    """What is needed."""

    location: str | None
    """Where it is: a resource with another location is left out."""

    booking: str | None
    """A booking that is to move, which does not stand in its own way."""


class _BookRequest(TypedDict):
    """The fields of `BookRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    booking: BookingLike
    """The booking. The same one again changes nothing and is answered again."""


class BookRequest(_BookRequest, total=False):
    """Books one resource or several at once: all or none."""

    hold: str | None
    """The hold that it comes from: it does not stand in the way, and is gone afterwards."""


class _BookSeriesRequest(TypedDict):
    """The fields of `BookSeriesRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    id: str
    """What the series is known by: its bookings are `id/1`, `id/2` and so on."""

    resource: str
    """The resource."""

    recurrence: Recurrence
    """When it recurs."""

    minutes: int
    """How long each one takes."""

    book: SeriesBooking
    """What is booked when some are not free."""


class BookSeriesRequest(_BookSeriesRequest, total=False):
    """A time of a resource that recurs, by the resource's own clock."""

    last_day: DayLike | None
    """Occurrences up to this day, for a recurrence without an end."""

    units: int
    """How many units."""

    title: str | None
    """What a calendar shows."""

SeriesBooking = Union[_types.SeriesBooking, Literal["all", "skip_clashing", "none"]]
"""What is booked of a series."""


class RescheduleRequest(TypedDict):
    """Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way."""

    now: InstantLike
    """The present moment."""

    booking: str
    """The booking."""

    takes: Sequence[TakeLike]
    """What it takes from now on."""


class CancelRequest(TypedDict):
    """Gives a booking up."""

    booking: str
    """The booking."""


class HoldRequest(TypedDict):
    """Holds one resource or several at once: all or none."""

    now: InstantLike
    """The present moment."""

    key: str
    """What the hold is known by. Asked for again with the same takes, the same hold is answered."""

    takes: Sequence[TakeLike]
    """What is held."""

    ttl_seconds: int
    """For so many seconds."""


class _ConfirmRequest(TypedDict):
    """The fields of `ConfirmRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    key: str
    """The hold."""

    booking: str
    """The id of the booking."""


class ConfirmRequest(_ConfirmRequest, total=False):
    """Makes a hold a booking."""

    title: str | None
    """What a calendar shows."""

    even_if_expired: bool
    """A hold that has expired is booked all the same when its time is still free."""


class ReleaseRequest(TypedDict):
    """Gives a hold up."""

    key: str
    """The hold."""


class ExtendRequest(TypedDict):
    """Lets a hold expire later."""

    now: InstantLike
    """The present moment."""

    key: str
    """The hold."""

    ttl_seconds: int
    """For so many seconds from now."""


class ExpireRequest(TypedDict):
    """Drops every hold that has expired."""

    now: InstantLike
    """The present moment: what expires at it has expired."""


class BlockRequest(TypedDict):
    """Blocks time, whatever is booked in it."""

    blocked: BlockedLike
    """What is blocked. The same again changes nothing."""


class UnblockRequest(TypedDict):
    """Makes blocked time free again."""

    blocked: str
    """What was blocked."""


class ApplyRequest(TypedDict):
    """Many commands at once."""

    commands: Sequence[CalendarCommand]
    """The commands, in their order, each for itself: a refused one stops no other."""


class CalendarCommandBook(TypedDict):
    """Books."""

    book: BookRequest


class CalendarCommandHold(TypedDict):
    """Holds."""

    hold: HoldRequest


class CalendarCommandConfirm(TypedDict):
    """Makes a hold a booking."""

    confirm: ConfirmRequest


class CalendarCommandRelease(TypedDict):
    """Gives a hold up."""

    release: ReleaseRequest


class CalendarCommandExtend(TypedDict):
    """Lets a hold expire later."""

    extend: ExtendRequest


class CalendarCommandExpire(TypedDict):
    """Drops holds that have expired."""

    expire: ExpireRequest


class CalendarCommandCancel(TypedDict):
    """Gives a booking up."""

    cancel: CancelRequest


class CalendarCommandReschedule(TypedDict):
    """Moves a booking."""

    reschedule: RescheduleRequest


class CalendarCommandBlock(TypedDict):
    """Blocks time."""

    block: BlockRequest


class CalendarCommandUnblock(TypedDict):
    """Makes blocked time free again."""

    unblock: UnblockRequest


class CalendarCommandApplyRows(TypedDict):
    """Takes rows of a database as they are."""

    apply_rows: ApplyRowsRequest


CalendarCommand = Union[CalendarCommandBook, CalendarCommandHold, CalendarCommandConfirm, CalendarCommandRelease, CalendarCommandExtend, CalendarCommandExpire, CalendarCommandCancel, CalendarCommandReschedule, CalendarCommandBlock, CalendarCommandUnblock, CalendarCommandApplyRows]
"""Something that changes a calendar."""


class ApplyRowsRequest(TypedDict, total=False):
    """Rows that a database has added, changed or removed since it was last looked at."""

    bookings: Sequence[BookingLike]
    """Bookings as they are now, each in the place of the one with its id."""

    holds: Sequence[HoldLike]
    """Holds as they are now, each in the place of the one with its key."""

    blocked: Sequence[BlockedLike]
    """What is blocked now, each in the place of the one with its id."""

    removed: RowIdsLike
    """What is no longer there. An id that the calendar does not know changes nothing."""


class RowIds(TypedDict, total=False):
    """Rows by what they are known by."""

    bookings: Sequence[str]
    """The ids of bookings."""

    holds: Sequence[str]
    """The keys of holds."""

    blocked: Sequence[str]
    """The ids of what is blocked."""


RowIdsLike = Union[RowIds, _types.RowIds]
"""The same, or one that was answered."""


class MergeRequest(TypedDict):
    """Commands of devices that were offline."""

    received: Sequence[ReceivedCommand]
    """The commands, in whatever order they came together."""


class ReceivedCommand(TypedDict):
    """A command as it was received."""

    id: str
    """What it is known by; of two that were received at the same moment the lower one comes first."""

    received_at: InstantLike
    """When the server received it: the moment that it is checked at, whatever the device's clock said."""

    command: CalendarCommand
    """The command."""


class ImportFeedRequest(TypedDict):
    """The events of another calendar."""

    resource: str
    """The resource whose time they block."""

    source: str
    """What the other calendar is called: what it blocked before and no longer has becomes free."""

    text: str
    """The iCalendar text, of up to 16 MiB."""

    days: DayRangeLike
    """Events on these days; others are left alone."""


class _ExportFeedRequest(TypedDict):
    """The fields of `ExportFeedRequest` that must be given."""

    now: InstantLike
    """The present moment: the stamp of every event."""

    days: DayRangeLike
    """The days."""


class ExportFeedRequest(_ExportFeedRequest, total=False):
    """What is written for other calendars?"""

    resources: Sequence[str]
    """The resources; all when empty."""

    content: FeedContent
    """Events with their titles, or only what is busy."""

    name: str | None
    """The name of the calendar."""

FeedContent = Union[_types.FeedContent, Literal["events", "free_busy"]]
"""What a feed tells."""


class _StartRequest(TypedDict):
    """The fields of `StartRequest` that must be given."""

    now: InstantLike
    """The present moment."""


class StartRequest(_StartRequest, total=False):
    """Something begins to live by the machine."""

    id: str | None
    """What it is known by."""

    actor: str | None
    """Who began it."""

    fields: Mapping[str, Any]
    """What is recorded of it from the beginning."""


class _MachineInstance(TypedDict):
    """The fields of `MachineInstance` that must be given."""

    machine: str
    """The machine's name."""

    machine_version: int
    """The machine's version."""

    state: str
    """The state it is in."""

    version: int
    """How often something happened to it: what tells two writers apart."""

    entered_at: InstantLike
    """When it came into its state."""


class MachineInstance(_MachineInstance, total=False):
    """Something that lives by a machine: plain data, to be kept by the host."""

    id: str | None
    """What it is known by."""

    fields: Mapping[str, Any]
    """What was recorded of it."""


MachineInstanceLike = Union[MachineInstance, _types.MachineInstance]
"""The same, or one that was answered."""


class _MachineRecord(TypedDict):
    """The fields of `MachineRecord` that must be given."""

    version: int
    """The instance's version after it."""

    after: str
    """The state after."""

    at: InstantLike
    """When."""


class MachineRecord(_MachineRecord, total=False):
    """What happened, to be kept by the host: the history from which an instance can be made again."""

    event: str | None
    """What happened; nothing for the beginning."""

    before: str | None
    """The state before; none for the beginning."""

    actor: str | None
    """Who."""

    given: Mapping[str, Any]
    """What was given with it."""

    changed: Mapping[str, Any]
    """What it set; `null` for what it cleared."""


MachineRecordLike = Union[MachineRecord, _types.MachineRecord]
"""The same, or one that was answered."""


class _FireRequest(TypedDict):
    """The fields of `FireRequest` that must be given."""

    instance: MachineInstanceLike
    """The instance as it is."""

    event: str
    """What happens."""

    now: InstantLike
    """The present moment."""


class FireRequest(_FireRequest, total=False):
    """An event happens to an instance."""

    actor: str | None
    """Who does it."""

    permissions: Sequence[str]
    """What the actor may do, such as `bookings:*`; `*` for a job of the system."""

    facts: Mapping[str, Any]
    """The facts that guards look at. What is given with the event and what was recorded of the instance are facts too."""

    given: Mapping[str, Any]
    """What is given with the event: a reason, a payment's reference."""

    expected_version: int | None
    """The version that the actor saw; another one is refused."""


class FireAllRequest(TypedDict):
    """Events of many instances, each for itself."""

    events: Sequence[FireRequest]
    """The events."""


class _StepRequest(TypedDict):
    """The fields of `StepRequest` that must be given."""

    state: str
    """The state."""

    event: str
    """The event."""


class StepRequest(_StepRequest, total=False):
    """Where an event leads, asked with names alone."""

    facts: Mapping[str, Any]
    """The facts that guards look at."""


class _AllowedRequest(TypedDict):
    """The fields of `AllowedRequest` that must be given."""

    instance: MachineInstanceLike
    """The instance as it is."""


class AllowedRequest(_AllowedRequest, total=False):
    """What may happen next?"""

    now: InstantLike | None
    """The present moment; without it, when the instance came into its state."""

    permissions: Sequence[str]
    """What the actor may do, such as `bookings:*`."""

    facts: Mapping[str, Any]
    """The facts that guards look at."""


class DueRequest(TypedDict):
    """Which timers have run out?"""

    now: InstantLike
    """The present moment."""

    instances: Sequence[MachineInstanceLike]
    """The instances."""


class _ReplayRequest(TypedDict):
    """The fields of `ReplayRequest` that must be given."""

    history: Sequence[MachineRecordLike]
    """Everything that happened, from the beginning."""


class ReplayRequest(_ReplayRequest, total=False):
    """An instance is to be made again from its history."""

    id: str | None
    """What it is known by."""


class _DiagramRequest(TypedDict):
    """The fields of `DiagramRequest` that must be given."""

    drawing: MachineDrawing
    """As what."""


class DiagramRequest(_DiagramRequest, total=False):
    """A picture of the machine."""

    state: str | None
    """The state that is marked as the present one."""

MachineDrawing = Union[_types.MachineDrawing, Literal["mermaid", "dot"]]
"""The language of a picture."""


class DeadlineTrackRequest(TypedDict):
    """Where does a case stand?"""

    tracked: DeadlineCase
    """The case."""

    now: InstantLike
    """The present moment. What the history tells of later moments is left out, so that any moment can be asked for."""


class _DeadlineCase(TypedDict):
    """The fields of `DeadlineCase` that must be given."""

    received_at: InstantLike
    """When it came."""

    priority: str
    """The priority with which it came."""


class DeadlineCase(_DeadlineCase, total=False):
    """A ticket, an enquiry, a lead: when it came, and what happened since."""

    agent: str | None
    """Who had it from the beginning."""

    history: Sequence[DeadlineEntry]
    """What happened since; by the order of its moments, and of the list where they are the same."""

    warned: Mapping[str, Sequence[int]]
    """The warnings that were given, by target, so that none is given twice: their percentages."""

    escalated: Mapping[str, Sequence[int]]
    """The levels of escalation that were told, by target, so that none is told twice: their numbers, from 1."""


class _DeadlineEntry(TypedDict):
    """The fields of `DeadlineEntry` that must be given."""

    at: InstantLike
    """When."""


class DeadlineEntry(_DeadlineEntry, total=False):
    """Something that happened: one field of it or several."""

    state: str | None
    """The state that it came to."""

    event: str | None
    """The event, such as `first_reply`."""

    priority: str | None
    """The priority that it was given: its time counts from the beginning."""

    agent: str | None
    """Who has it from now on."""


class _DeadlineComplianceRequest(TypedDict):
    """The fields of `DeadlineComplianceRequest` that must be given."""

    cases: Sequence[DeadlineCase]
    """The cases; those that were received in the period count."""

    period: SpanLike
    """The period."""

    now: InstantLike
    """The present moment."""


class DeadlineComplianceRequest(_DeadlineComplianceRequest, total=False):
    """How well were deadlines kept?"""

    by: Sequence[DeadlineGrouping]
    """By what the figures are kept apart, beside the target."""

DeadlineGrouping = Union[_types.DeadlineGrouping, Literal["priority", "agent"]]
"""By what figures are kept apart."""


class SettingsRequest(TypedDict):
    """A tenant's settings are asked for."""

    tenant: str
    """On behalf of whom."""


class _StandingRequest(TypedDict):
    """The fields of `StandingRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    now: InstantLike
    """The present moment."""


class StandingRequest(_StandingRequest, total=False):
    """How does a tenant stand?"""

    becomes: TenantStatus | None
    """The status that it is to have from now on; refused when it may not."""


class _MayRequest(TypedDict):
    """The fields of `MayRequest` that must be given."""

    actor: AccessActorLike
    """Who."""

    action: str
    """The permission that it needs, such as `bookings:write`."""


class MayRequest(_MayRequest, total=False):
    """May somebody do that?"""

    record: AccessRecord | None
    """The record it is done with; without one only what holds for every record counts."""


class _AccessActor(TypedDict):
    """The fields of `AccessActor` that must be given."""

    tenant: str
    """Whose they are."""

    id: str
    """Who."""


class AccessActor(_AccessActor, total=False):
    """Who acts, as whoever let them in knows them: from a token or a session, never from what they ask."""

    roles: Sequence[str]
    """Their roles."""

    grants: Sequence[RecordGrantLike]
    """What they may do with single records."""

    denials: Sequence[RecordDenialLike]
    """What they may not do with single records, whatever else allows it."""

    scopes: Sequence[str] | None
    """The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they
    come by none.
    """

    super_admin: bool
    """Whether they run the platform: they may do everything, and all of it is audited."""

    across_tenants: bool
    """Whether someone who runs the platform acts in a tenant that is not their own; it has to be said."""


AccessActorLike = Union[AccessActor, _types.AccessActor]
"""The same, or one that was answered."""


class RecordGrant(TypedDict):
    """What somebody may do with one record."""

    record: str
    """The record's id."""

    permissions: Sequence[str]
    """What may be done."""


RecordGrantLike = Union[RecordGrant, _types.RecordGrant]
"""The same, or one that was answered."""


class RecordDenial(TypedDict):
    """What somebody may not do with one record."""

    record: str
    """The record's id."""

    permissions: Sequence[str]
    """What may not be done: `bookings:write`, `bookings:*`, `*`."""


RecordDenialLike = Union[RecordDenial, _types.RecordDenial]
"""The same, or one that was answered."""


class _AccessRecord(TypedDict):
    """The fields of `AccessRecord` that must be given."""

    tenant: str
    """Whose it is."""


class AccessRecord(_AccessRecord, total=False):
    """The record that something is done with."""

    id: str | None
    """Its id; none when it is only about to be made."""

    fields: Mapping[str, Any]
    """What is in it: at least the fields by which relations are told."""


class MaskRequest(TypedDict):
    """What may somebody see of a record?"""

    actor: AccessActorLike
    """Who looks at it."""

    entity: str
    """The kind of record, as the rules name it."""

    record: AccessRecord
    """The record with its fields."""


class ChangeRolesRequest(TypedDict):
    """Somebody is to have other roles."""

    actor: AccessActorLike
    """Who changes them."""

    members: Sequence[AccessActorLike]
    """Everybody of the tenant."""

    member: str
    """Whose roles change."""

    roles: Sequence[str]
    """Their roles from now on; none when they leave."""


class FlagRequest(TypedDict):
    """Is a feature on?"""

    flag: str
    """Which one."""

    subject: FlagSubject
    """For whom."""


class _FlagSubject(TypedDict):
    """The fields of `FlagSubject` that must be given."""

    tenant: str
    """On behalf of whom."""

    now: InstantLike
    """The present moment."""


class FlagSubject(_FlagSubject, total=False):
    """For whom is asked."""

    id: str | None
    """Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given."""

    roles: Sequence[str]
    """Their roles."""

    plan: str | None
    """The tenant's plan."""


class _RateLimitRequest(TypedDict):
    """The fields of `RateLimitRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    now: InstantLike
    """The moment."""

    calls: Sequence[RateLimitCall]
    """The limits that one call must pass, each with the state that is kept for it: all let it through or none counts it."""


class RateLimitRequest(_RateLimitRequest, total=False):
    """May these calls go on?"""

    plan: str | None
    """The tenant's plan."""


class _RateLimitCall(TypedDict):
    """The fields of `RateLimitCall` that must be given."""

    limit: str
    """The limit's name."""


class RateLimitCall(_RateLimitCall, total=False):
    """A call as one limit counts it."""

    cost: int | None
    """What the call costs; what the limit says when not given. 0 only looks."""

    state: RateLimitStateLike | None
    """What the last answer gave for this address, user or tenant; nothing yet when not given."""


class RateLimitState(TypedDict):
    """What a limit keeps for an address, a user or a tenant."""

    tenant: str
    """Whose it is."""

    limit: str
    """The limit's name."""

    marks: Sequence[RateMarkLike]
    """What was let through, as the limit keeps it."""


RateLimitStateLike = Union[RateLimitState, _types.RateLimitState]
"""The same, or one that was answered."""


class RateMark(TypedDict):
    """What was let through, as small as it can be kept. A window keeps what was let through in each of its stretches, with
    the last moment of it. A bucket keeps one: the moment at which it is full again.
    """

    at: InstantLike
    """The moment."""

    units: int
    """How much; for a bucket the part of a microsecond that is missing, counted in as many parts as the amount."""


RateMarkLike = Union[RateMark, _types.RateMark]
"""The same, or one that was answered."""


class _LockoutRequest(TypedDict):
    """The fields of `LockoutRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    lockout: str
    """The rule's name."""

    now: InstantLike
    """The moment."""

    event: LockoutEvent
    """What happened."""


class LockoutRequest(_LockoutRequest, total=False):
    """Is it locked, and what happened?"""

    of: str | None
    """Of what it was a failure, for a rule that counts different ones."""

    state: LockoutStateLike | None
    """What the last answer gave for this account or address; nothing yet when not given."""

LockoutEvent = Union[_types.LockoutEvent, Literal["check", "failure", "success", "unlock"]]
"""What happened."""


class _LockoutState(TypedDict):
    """The fields of `LockoutState` that must be given."""

    tenant: str
    """Whose it is."""

    lockout: str
    """The rule's name."""


class LockoutState(_LockoutState, total=False):
    """What a lockout keeps for an account or an address."""

    failures: Sequence[LockoutMarkLike]
    """The failures that count, the oldest first."""

    locked_until: InstantLike | None
    """Until when it is, or was last, locked."""

    locks: int
    """How many locks followed each other."""


LockoutStateLike = Union[LockoutState, _types.LockoutState]
"""The same, or one that was answered."""


class _LockoutMark(TypedDict):
    """The fields of `LockoutMark` that must be given."""

    at: InstantLike
    """When."""


class LockoutMark(_LockoutMark, total=False):
    """One failure."""

    of: str | None
    """Of what, where only different ones count."""


LockoutMarkLike = Union[LockoutMark, _types.LockoutMark]
"""The same, or one that was answered."""


class _AddressRequest(TypedDict):
    """The fields of `AddressRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    address: str
    """The address."""

    now: InstantLike
    """The moment."""


class AddressRequest(_AddressRequest, total=False):
    """May somebody from this address come in?"""

    rules: Sequence[AddressRuleLike]
    """Rules beside those of the tenant: addresses that were blocked for an hour."""


class _QuotaRequest(TypedDict):
    """The fields of `QuotaRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    quota: str
    """The quota's name."""

    action: QuotaAction
    """What is to be done."""

    now: InstantLike
    """The moment."""


class QuotaRequest(_QuotaRequest, total=False):
    """Something is to be taken, held or given back, or is only asked."""

    plan: str | None
    """The tenant's plan."""

    amount: int
    """How much."""

    key: str | None
    """By which name it is known, so that the same request again changes nothing. A reservation needs one."""

    expires_at: InstantLike | None
    """Until when a reservation holds, and a key is known; the key of what was taken is otherwise known as long as it counts."""

    state: QuotaStateLike | None
    """What the last answer gave; nothing yet when not given."""

QuotaAction = Union[_types.QuotaAction, Literal["check", "take", "give_back", "reserve", "commit", "release"]]
"""What is done with a quota."""


class _QuotaState(TypedDict):
    """The fields of `QuotaState` that must be given."""

    tenant: str
    """Whose it is."""

    quota: str
    """The quota's name."""

    used: int
    """How much is taken."""


class QuotaState(_QuotaState, total=False):
    """What is kept of a quota."""

    period: DayLike | None
    """The first day of the period that is counted."""

    warned: Sequence[int]
    """The percentages that are exceeded and were told."""

    entries: Sequence[QuotaEntryLike]
    """What is known by a key."""


QuotaStateLike = Union[QuotaState, _types.QuotaState]
"""The same, or one that was answered."""


class _QuotaEntry(TypedDict):
    """The fields of `QuotaEntry` that must be given."""

    key: str
    """The key."""

    amount: int
    """How much."""

    taken: bool
    """Whether it is taken; otherwise it is held."""


class QuotaEntry(_QuotaEntry, total=False):
    """What was held or taken under a key."""

    period: DayLike | None
    """In which period it was taken, where there are periods."""

    expires_at: InstantLike | None
    """Until when it is held, or its key is known."""


QuotaEntryLike = Union[QuotaEntry, _types.QuotaEntry]
"""The same, or one that was answered."""


class _NumberRequest(TypedDict):
    """The fields of `NumberRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    format: str
    """The format's name."""

    now: InstantLike
    """The moment."""


class NumberRequest(_NumberRequest, total=False):
    """The next number, please."""

    parts: Mapping[str, str]
    """What stands for the named parts: up to 20 letters and digits each."""

    state: NumberStateLike | None
    """What the last answer gave for these parts; no number yet when not given."""


class _NumberState(TypedDict):
    """The fields of `NumberState` that must be given."""

    tenant: str
    """Whose it is."""

    format: str
    """The format's name."""

    day: DayLike
    """The latest day on which a number was given, by the tenant's clock."""

    last: int
    """The last number that was given."""


class NumberState(_NumberState, total=False):
    """What is kept of the numbers of a kind."""

    parts: Mapping[str, str]
    """The parts that this counter counts."""


NumberStateLike = Union[NumberState, _types.NumberState]
"""The same, or one that was answered."""


class _NewKeyRequest(TypedDict):
    """The fields of `NewKeyRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    id: str
    """What it is to be known by."""

    now: InstantLike
    """The moment."""

    random: str
    """256 random bits as 64 hexadecimal digits, from the source of chance that the system keeps for secrets."""


class NewKeyRequest(_NewKeyRequest, total=False):
    """A key is to be made, alone or in the place of another one."""

    prefix: str
    """How it begins: `rk_live`, `rk_test`."""

    scopes: Sequence[str] | None
    """What it may do; what the replaced key may when not given."""

    expires_at: InstantLike | None
    """When it ends."""

    addresses: Sequence[str] | None
    """Addresses and ranges that may use it; those of the replaced key when not given."""

    replaces: ApiKeyRecordLike | None
    """The key whose place it takes: both hold for a while. One that was revoked or has expired is not replaced."""

    overlap_seconds: int
    """For how long, in seconds: a day when not given."""


class _ApiKeyRecord(TypedDict):
    """The fields of `ApiKeyRecord` that must be given."""

    tenant: str
    """Whose it is."""

    id: str
    """What it is known by."""

    prefix: str
    """How it begins: `rk_live`."""

    hash: str
    """SHA-256 of the key, as 64 hexadecimal digits."""

    last_four: str
    """Its last four characters, by which people tell keys apart."""

    scopes: Sequence[str]
    """What it may do: `rates:read`, `bookings:*`."""

    created_at: InstantLike
    """When it was made."""


class ApiKeyRecord(_ApiKeyRecord, total=False):
    """What is kept of a key; the key itself is not."""

    expires_at: InstantLike | None
    """When it ends; never when not given."""

    revoked_at: InstantLike | None
    """When it was revoked."""

    addresses: Sequence[str]
    """Addresses and ranges that may use it; every one when empty."""


ApiKeyRecordLike = Union[ApiKeyRecord, _types.ApiKeyRecord]
"""The same, or one that was answered."""


class _CheckKeyRequest(TypedDict):
    """The fields of `CheckKeyRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    key: str
    """The key, as it was given."""

    now: InstantLike
    """The moment."""

    records: Sequence[ApiKeyRecordLike]
    """The tenant's keys, or the one with the key's hash."""


class CheckKeyRequest(_CheckKeyRequest, total=False):
    """May who holds this key come in?"""

    address: str | None
    """From where it comes."""

    needs: Sequence[str]
    """What it is to do."""


class _CheckFieldsRequest(TypedDict):
    """The fields of `CheckFieldsRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    entity: str
    """What kind of thing."""


class CheckFieldsRequest(_CheckFieldsRequest, total=False):
    """Are these values and tags right for a thing of that kind?"""

    values: Mapping[str, Any]
    """Its values by field; numbers and dates as text."""

    tags: Sequence[str]
    """Its tags."""

    taken: Mapping[str, Sequence[str]]
    """Values of unique fields that other things have."""


class CheckPoliciesRequest(TypedDict):
    """May this change be made?"""

    tenant: str
    """On behalf of whom."""

    subject: PolicySubject
    """What would be after the change."""


class PolicySubject(TypedDict):
    """Something that policies are asked about."""

    id: str
    """Which one."""

    facts: Mapping[str, Any]
    """What is known of it; decimals and days as text."""


class ComplianceRequest(TypedDict):
    """Which of the things there are keep the policies?"""

    tenant: str
    """On behalf of whom."""

    subjects: Sequence[PolicySubject]
    """What there is."""


class _BudgetRequest(TypedDict):
    """The fields of `BudgetRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    budget: str
    """Which budget."""

    spent: Sequence[DaySpend]
    """What was spent by day, of this month and the one before; entries of one day add up."""

    now: InstantLike
    """The moment."""


class BudgetRequest(_BudgetRequest, total=False):
    """How does a budget stand, and who is to be told what?"""

    state: BudgetStateLike | None
    """What has been told already; nothing at first."""


class DaySpend(TypedDict):
    """What was spent on a day."""

    day: DayLike
    """The day, in the tenant's zone."""

    amount: MoneyLike
    """How much; below nothing when it came back."""


class BudgetState(TypedDict):
    """Which thresholds have been told in a month."""

    month: DayLike
    """The first day of that month."""

    told: Sequence[int]
    """The percentages."""


BudgetStateLike = Union[BudgetState, _types.BudgetState]
"""The same, or one that was answered."""


class _ExportPersonRequest(TypedDict):
    """The fields of `ExportPersonRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    person: str
    """Who."""

    records: Sequence[PersonalRecordLike]
    """Where to look; what is not about the person is left out."""


class ExportPersonRequest(_ExportPersonRequest, total=False):
    """What is known about one person?"""

    sensitive: bool
    """Whether sensitive fields are given out too."""


class PersonalRecord(TypedDict):
    """Something that may be about people."""

    entity: str
    """What kind of thing."""

    id: str
    """Which one."""

    values: Mapping[str, Any]
    """Everything it says."""


PersonalRecordLike = Union[PersonalRecord, _types.PersonalRecord]
"""The same, or one that was answered."""


class _AnonymiseRequest(TypedDict):
    """The fields of `AnonymiseRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    key: str
    """At least 16 random bytes in hexadecimal. The same key gives the same pseudonyms; when it is thrown away, nobody can find
    a value by trying.
    """

    records: Sequence[PersonalRecordLike]
    """The records."""


class AnonymiseRequest(_AnonymiseRequest, total=False):
    """These records are no longer to say whom they are about."""

    person: str | None
    """Only what is about this person; about anybody when not given."""


class _RetentionRequest(TypedDict):
    """The fields of `RetentionRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    now: InstantLike
    """The moment; the day is that of the tenant's zone."""

    records: Sequence[RetainedRecord]
    """What is kept."""


class RetentionRequest(_RetentionRequest, total=False):
    """What has been kept long enough?"""

    held: Sequence[str]
    """Records under a legal hold, by id."""

    held_classes: Sequence[str]
    """Classes under a legal hold as a whole."""


_RetainedRecordWords = TypedDict("_RetainedRecordWords", {"class": "str"})


class RetainedRecord(_RetainedRecordWords):
    """Something that is kept for a time."""

    id: str
    """Which one."""

    since: DayLike
    """The day from which its time counts: it was closed, paid, travelled."""


class _ConsentRequest(TypedDict):
    """The fields of `ConsentRequest` that must be given."""

    tenant: str
    """On behalf of whom."""

    purpose: str
    """To what."""

    at: InstantLike
    """At which moment."""

    history: Sequence[ConsentEntryLike]
    """What the person gave and withdrew, in any order."""


class ConsentRequest(_ConsentRequest, total=False):
    """Did somebody agree to this, at that moment?"""

    version: str | None
    """To which version of the text; to any when not given."""


class _ConsentEntry(TypedDict):
    """The fields of `ConsentEntry` that must be given."""

    purpose: str
    """To what."""

    given: bool
    """Whether it was given, or withdrawn."""

    at: InstantLike
    """When."""


class ConsentEntry(_ConsentEntry, total=False):
    """Somebody agreed to something, or no longer does."""

    version: str | None
    """The version of the text that was agreed to; a withdrawal is of all versions."""

    source: str | None
    """Where it came from: a form, a call, a letter."""


ConsentEntryLike = Union[ConsentEntry, _types.ConsentEntry]
"""The same, or one that was answered."""


class _AutomationRequest(TypedDict):
    """The fields of `AutomationRequest` that must be given."""

    id: str
    """What the occasion is known by, so that it is acted on once."""

    trigger: AutomationTrigger
    """What happened."""


class AutomationRequest(_AutomationRequest, total=False):
    """Something happened: what is to be done?"""

    facts: Mapping[str, Any]
    """The facts at that time. Those that no condition looks at may be missing."""

    handled: Sequence[str]
    """The ids of occasions that were acted on before."""


class _ContactsDueRequest(TypedDict):
    """The fields of `ContactsDueRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    subjects: Sequence[ContactSubject]
    """Whom or what it is about: quotes, bookings, customers, documents."""


class ContactsDueRequest(_ContactsDueRequest, total=False):
    """What is to be sent now?"""

    since: InstantLike | None
    """`now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
    sent.
    """

    delayed: Sequence[str]
    """The keys that the question before delayed; with `since`, they are looked at again."""


class _ContactSubject(TypedDict):
    """The fields of `ContactSubject` that must be given."""

    id: str
    """What it is known by."""

    anchors: Mapping[str, str]
    """Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`."""


class ContactSubject(_ContactSubject, total=False):
    """A quote, a booking, a customer, a document."""

    known_at: InstantLike | None
    """When its dates were entered: what would have been due before is due then. What is yearly begins then."""

    states: Sequence[str]
    """The state that it is in, and its flags: what can stop a contact."""

    facts: Mapping[str, Any]
    """What the conditions look at."""

    marketing_consent: bool
    """Whether whoever receives it agreed to marketing."""

    preferences: Sequence[ContactPreference]
    """What whoever receives it wants; the first that fits counts."""

    zone: str | None
    """The zone of whoever receives it; that of the plan when not given."""

    sent: Sequence[str]
    """The keys of what was sent."""


class MatchesRequest(TypedDict):
    """Which of the records at hand answer a query."""

    query: RecordQuery
    """What is asked."""

    records: Sequence[Mapping[str, Any]]
    """The records, as lists answer them: with their id, and gathered values as lists."""


class _RecordQuery(TypedDict):
    """The fields of `RecordQuery` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who asks."""

    now: InstantLike
    """The present moment."""


class RecordQuery(_RecordQuery, total=False):
    """Which records of an entity, in which order, and what of them."""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    locale: str | None
    """The language of whoever asks, such as `de` or `de-AT`: by it texts are shown of which there are several by language, found and
    sorted; those of the pack's first language stand for those that are not there.
    """

    filter: Mapping[str, str]
    """Filters as the address of a list has them: `status` = `open`, several by comma, `due_on_first`, `due_on_last`,
    `assignee_given` = `false`.
    """

    where: str | None
    """A condition besides, such as `quantity <= min_quantity`."""

    q: str | None
    """A part of any searched field, regardless of capital letters. Unless an order is named, what is found best comes first."""

    sort: Sequence[str]
    """The order: fields, with `-` before those that go down. Amounts of several currencies are ordered within one: `price EUR`."""

    limit: int | None
    """How many at most; 20 when not given."""

    after: Sequence[Any]
    """What the page follows on: the keys of the last record before it, as `next` had them: in the order of `sort`, and its id."""

    fields: Sequence[str]
    """The fields that are wanted; all that may be seen when not given."""

    expand: Sequence[str]
    """The links whose records are wanted too."""

    sums: Sequence[str]
    """The fields whose sums are wanted."""

    facets: Sequence[str]
    """The fields by whose values records are to be counted."""

    total: bool
    """Whether it is to be told how many there are."""

    export: bool
    """Whether it is for an export, which needs a permission of its own."""

    deleted: bool
    """Whether records that were deleted are wanted, and no others."""


class _RecordCheckRequest(TypedDict):
    """The fields of `RecordCheckRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who changes it."""

    now: InstantLike
    """The present moment."""


class RecordCheckRequest(_RecordCheckRequest, total=False):
    """A change to a record, or a new one."""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    id: str | None
    """The id of a new record, made by the host."""

    before: Mapping[str, Any] | None
    """The record as it is, as lists answer it and with nothing hidden; none for a new one."""

    change: Mapping[str, Any]
    """Fields with their values: `null` clears, what is absent stays."""

    replace: bool
    """Whether it is the whole record: what is absent is cleared, as far as the actor may see and write it."""

    expected_version: int | None
    """The version that the actor saw; another one is refused."""


class _RecordChange(TypedDict):
    """The fields of `RecordChange` that must be given."""

    field: str
    """The field."""


class RecordChange(_RecordChange, total=False):
    """A field that is another than before."""

    before: Any
    """What it was; nothing when there was none."""

    after: Any
    """What it is; nothing when there is none any more."""


RecordChangeLike = Union[RecordChange, _types.RecordChange]
"""The same, or one that was answered."""


class _LookUpsRequest(TypedDict):
    """The fields of `LookUpsRequest` that must be given."""

    entity: str
    """Of what the record is."""

    actor: AccessActorLike
    """Who acts."""

    now: InstantLike
    """The present moment."""


class LookUpsRequest(_LookUpsRequest, total=False):
    """What was found of what a change or a deletion asked to be looked up."""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    links: Sequence[FoundLink]
    """The records that are linked to anew."""

    taken: Sequence[str]
    """Unique fields whose value another record has."""

    referring: Sequence[FoundReferring]
    """Records that keep this one from being deleted."""


class _FoundLink(TypedDict):
    """The fields of `FoundLink` that must be given."""

    field: str
    """The field with the link."""

    id: str
    """Its id."""


class FoundLink(_FoundLink, total=False):
    """What a link leads to."""

    path: str | None
    """Where the request has it; the field when not given."""

    record: Mapping[str, Any] | None
    """The record; none when there is none, or none of this tenant."""


class _FoundReferring(TypedDict):
    """The fields of `FoundReferring` that must be given."""

    entity: str
    """Of what."""

    field: str
    """The field with the link."""

    count: int
    """How many, whether the actor may read them or not."""


class FoundReferring(_FoundReferring, total=False):
    """Records that link to one that is to be deleted."""

    readable: Sequence[str]
    """The ids of those that the actor may read, as many as are told."""


class _RecordDeleteRequest(TypedDict):
    """The fields of `RecordDeleteRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who does it."""

    now: InstantLike
    """The present moment."""

    before: Mapping[str, Any]
    """The record as it is, as lists answer it and with nothing hidden."""


class RecordDeleteRequest(_RecordDeleteRequest, total=False):
    """A record that is to be deleted, or brought back."""

    expected_version: int | None
    """The version that the actor saw; another one is refused."""


class CarriedOutRequest(TypedDict):
    """What the host of a pack carries out."""

    carries: Sequence[str]
    """The effects that its acts and connectors carry out, such as `send_email`."""


class _RecordMergeRequest(TypedDict):
    """The fields of `RecordMergeRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who does it."""

    now: InstantLike
    """The present moment."""

    kept: Mapping[str, Any]
    """The record that stays, as lists answer it and with nothing hidden."""

    other: Mapping[str, Any]
    """The record that goes into it, in the same form."""


class RecordMergeRequest(_RecordMergeRequest, total=False):
    """Two records that are to become one."""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    fields: Mapping[str, MergeSide]
    """Whose value stays, by field: of a field that is not named the kept one's, and the other's where the kept one has none."""

    expected_version: int | None
    """The version of the kept one that the actor saw; another one is refused."""

    other_version: int | None
    """The version of the other one that the actor saw; another one is refused."""

MergeSide = Union[_types.MergeSide, Literal["kept", "other", "both"]]
"""Whose value of a field stays."""


class _RecordFireRequest(TypedDict):
    """The fields of `RecordFireRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who does it."""

    now: InstantLike
    """The present moment."""

    before: Mapping[str, Any]
    """The record as it is, as lists answer it and with nothing hidden."""

    event: str
    """What happens."""


class RecordFireRequest(_RecordFireRequest, total=False):
    """An event of its machine happens to a record."""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    given: Mapping[str, Any]
    """What is given with the event: a reason, a payment's reference. What the machine keeps of it is a field of the record."""

    facts: Mapping[str, Any]
    """Facts that guards look at beside the record's fields."""

    expected_version: int | None
    """The version that the actor saw; another one is refused."""


class _RecordLapseRequest(TypedDict):
    """The fields of `RecordLapseRequest` that must be given."""

    entity: str
    """Of what."""

    now: InstantLike
    """The present moment."""

    before: Mapping[str, Any]
    """The record as it is, as lists answer it and with nothing hidden."""


class RecordLapseRequest(_RecordLapseRequest, total=False):
    """What has passed by now of a record's deadlines?"""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""


class _RecordMaskRequest(TypedDict):
    """The fields of `RecordMaskRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who looks at it."""


class RecordMaskRequest(_RecordMaskRequest, total=False):
    """What may somebody see of a record?"""

    record: Mapping[str, Any] | None
    """The record with nothing hidden; none when there is none."""


class _RecordFormRequest(TypedDict):
    """The fields of `RecordFormRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who looks at it."""

    now: InstantLike
    """The present moment."""


class RecordFormRequest(_RecordFormRequest, total=False):
    """What does a screen need for a record?"""

    record: Mapping[str, Any] | None
    """The record with nothing hidden; none for a new one."""


class PackScreensRequest(TypedDict):
    """Which entities of a pack are there for somebody?"""

    actor: AccessActorLike
    """Who looks."""

    now: InstantLike
    """The present moment."""


class PackSettingsRequest(TypedDict, total=False):
    """What are the settings of a tenant, and what becomes of them by a change?"""

    operator: Mapping[str, Any]
    """What the installation sets, as it is kept. In the place of a secret anything may stand: it says that there is one."""

    tenant: Mapping[str, Any]
    """What the tenant sets, as it is kept."""

    change: Mapping[str, Any]
    """Settings with their values: `null` returns to what holds without it, what is absent stays."""

    layer: SettingLayer
    """Who changes them: the tenant, or the operator for all of them."""

SettingLayer = Union[_types.SettingLayer, Literal["pack", "operator", "tenant"]]
"""Who says what a setting is; whoever comes later is stronger."""


class PackViewsRequest(TypedDict):
    """Which views of a pack are there for somebody?"""

    actor: AccessActorLike
    """Who looks."""

    now: InstantLike
    """The present moment."""


class _PackViewRequest(TypedDict):
    """The fields of `PackViewRequest` that must be given."""

    view: str
    """The view."""

    actor: AccessActorLike
    """Who looks."""

    now: InstantLike
    """The present moment."""


class PackViewRequest(_PackViewRequest, total=False):
    """What is in a view, for somebody?"""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    filter: Mapping[str, str]
    """Filters besides those of the view, as the address of a list has them."""

    where: str | None
    """A condition besides."""

    q: str | None
    """A part of any searched field."""

    sort: Sequence[str]
    """Another order than the view's."""

    expand: Sequence[str]
    """The links whose records are wanted too."""

    limit: int | None
    """How many at most on a page, or in a lane; 20 when not given."""

    after: Sequence[Any]
    """What the page follows on, as `next` had it."""

    lane: str | None
    """The one lane of a board that is wanted, by its value; an empty text is the one of those without any."""

    first: DayLike | None
    """The first day of a calendar, or of a plot along days."""

    last: DayLike | None
    """The last day, included."""

    total: bool
    """Whether it is to be told how many there are."""


class _RecordDiffRequest(TypedDict):
    """The fields of `RecordDiffRequest` that must be given."""

    entity: str
    """Of what."""


class RecordDiffRequest(_RecordDiffRequest, total=False):
    """Two images of a record."""

    before: Mapping[str, Any] | None
    """The record before; none for a new one."""

    after: Mapping[str, Any] | None
    """The record after; none for one that is gone."""


class _RecordAutomationRequest(TypedDict):
    """The fields of `RecordAutomationRequest` that must be given."""

    id: str
    """What the occasion is known by, so that it is acted on once."""

    entity: str
    """Of what."""

    record: Mapping[str, Any]
    """The record as it is, with nothing hidden."""

    triggers: Sequence[AutomationTrigger]
    """What happened to it at once: an event of its machine, fields that have other values, a schedule that came to it."""

    now: InstantLike
    """The present moment."""


class RecordAutomationRequest(_RecordAutomationRequest, total=False):
    """Something has happened to a record: what do the rules of its pack do?"""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    actor: str | None
    """By whom it happened."""

    followed: AutomationTrigger | None
    """The action of a rule by which it happened: rules that wait for that have run."""


class _RecordContactsRequest(TypedDict):
    """The fields of `RecordContactsRequest` that must be given."""

    entity: str
    """Of what."""

    record: Mapping[str, Any]
    """The record as it is, with nothing hidden."""

    now: InstantLike
    """The present moment."""


class RecordContactsRequest(_RecordContactsRequest, total=False):
    """What is to be sent about a record by now, and what comes next?"""

    zone: str | None
    """The zone by whose clock days begin; UTC when not given."""

    sent: Sequence[str]
    """The keys of what was sent about it."""

    agreed: Sequence[str]
    """The purposes to which everybody whom the record is about has agreed."""


class _ChangeRoleRequest(TypedDict):
    """The fields of `ChangeRoleRequest` that must be given."""

    actor: AccessActorLike
    """Who changes it."""

    name: str
    """What it is called."""


class ChangeRoleRequest(_ChangeRoleRequest, total=False):
    """A role of a tenant's own is to be another one."""

    role: CustomRoleLike | None
    """What it is from now on; nothing when it goes."""

    members: Sequence[AccessActorLike]
    """Everybody of the tenant."""

    invited: Sequence[AccessActorLike]
    """Those who are invited, with the roles that they are to have."""


class _ChangeMachineRequest(TypedDict):
    """The fields of `ChangeMachineRequest` that must be given."""

    actor: AccessActorLike
    """Who changes it."""

    entity: str
    """Of what."""


class ChangeMachineRequest(_ChangeMachineRequest, total=False):
    """New records of an entity are to live by another machine."""

    machine: MachineDefinitionLike | None
    """The machine of new records from now on, of a version that no other has; nothing where they are to live by the pack's again."""


class _RecordHistoryRequest(TypedDict):
    """The fields of `RecordHistoryRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who looks at it."""

    entries: Sequence[HistoryEntryLike]
    """What happened, in order."""


class RecordHistoryRequest(_RecordHistoryRequest, total=False):
    """What happened to a record, for somebody who looks at it now."""

    record: Mapping[str, Any] | None
    """The record as it is now, by which rights are told that not every record gives; without it nobody has those."""


class _HistoryEntry(TypedDict):
    """The fields of `HistoryEntry` that must be given."""

    at: InstantLike
    """When."""

    action: str
    """What, such as `customer:updated`."""


class HistoryEntry(_HistoryEntry, total=False):
    """Something that happened to a record."""

    actor: str | None
    """Who did it."""

    on_behalf_of: str | None
    """In whose place, where they had taken somebody's."""

    changes: Sequence[RecordChangeLike]
    """What changed by it."""


HistoryEntryLike = Union[HistoryEntry, _types.HistoryEntry]
"""The same, or one that was answered."""


class _RecordNoticeRequest(TypedDict):
    """The fields of `RecordNoticeRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who listens, with what they may now."""


class RecordNoticeRequest(_RecordNoticeRequest, total=False):
    """What does somebody learn of a change to a record?"""

    before: Mapping[str, Any] | None
    """The record as it was before, as far as rights depend on it; none where there was none, or it was deleted."""

    after: Mapping[str, Any] | None
    """The same as it was afterwards. Without either, only what may be read of every record is told."""

    fields: Sequence[str]
    """The fields that changed."""


class SchemaRequest(TypedDict, total=False):
    """What the tables of a pack are."""

    entity: str | None
    """The entity whose tables are wanted; those of all when not given."""


class MigrationRequest(TypedDict, total=False):
    """What has to be done so that the records of one version of a pack are those of another?"""

    before: PackDefinitionLike | None
    """The version whose tables are there; nothing when there are none yet."""

    accept: Sequence[str]
    """The losses that are accepted, by name: `customer` is an entity that is gone, `customer.fax` a field. What is not accepted is
    kept, out of sight.
    """


class OpenApiRequest(TypedDict, total=False):
    """How a pack, or one entity of it, is asked over HTTP."""

    entity: str | None
    """The entity; all of them when not given."""


class _ReadRowsRequest(TypedDict):
    """The fields of `ReadRowsRequest` that must be given."""

    entity: str
    """Of what."""

    actor: AccessActorLike
    """Who writes them."""

    now: InstantLike
    """The present moment."""


class ReadRowsRequest(_ReadRowsRequest, total=False):
    """A sheet to be read as records of an entity."""

    text: str | None
    """The text of a CSV file."""

    content_base64: str | None
    """The bytes of a file in Base64, for XLSX and encodings other than UTF-8."""

    style: FileStyle
    """How the file is written."""

    mapping: Mapping[str, str]
    """The fields of columns that are called otherwise. A column whose field is empty is left out."""


class _WebhookRequest(TypedDict):
    """The fields of `WebhookRequest` that must be given."""

    source: str
    """From which source of the pack."""

    body: str
    """The body as it came, byte for byte."""

    secrets: Sequence[str]
    """The secrets that count just now: while one takes the place of another, both. At PayPal it is the id of the webhook there."""

    now: InstantLike
    """Now."""


class WebhookRequest(_WebhookRequest, total=False):
    """Is a message from outside proven?"""

    headers: Mapping[str, str]
    """The headers that came along, whatever their letters."""

    address: str | None
    """The address at which whoever sends it knows us, letter by letter, where that is signed."""

    signed: str | None
    """The text of which it was proven outside that a certificate of PayPal's has signed it:
    `<transmission id>|<transmission time>|<webhook id>|<CRC-32 of the body>`.
    """


class _PersonRecordsRequest(TypedDict):
    """The fields of `PersonRecordsRequest` that must be given."""

    tenant: str
    """Whose records they are."""

    person: str
    """Who."""

    records: Mapping[str, Sequence[Mapping[str, Any]]]
    """Where to look, by entity: records with their ids. What is not about the person is left out."""


class PersonRecordsRequest(_PersonRecordsRequest, total=False):
    """What do records say of a person?"""

    include_sensitive: bool
    """Whether sensitive fields are given out too. Secrets never are."""


class AnonymisePersonRequest(TypedDict):
    """Records are no longer to say whom they are about."""

    tenant: str
    """Whose records they are."""

    person: str
    """Who."""

    salt: str
    """At least 16 random bytes in hexadecimal. The same salt gives the same pseudonyms; when it is thrown away, nobody can find a
    value by trying.
    """

    records: Mapping[str, Sequence[Mapping[str, Any]]]
    """The records by entity, with their ids."""


class _AvailabilityAndPriceRequest(TypedDict):
    """The fields of `AvailabilityAndPriceRequest` that must be given."""

    now: InstantLike
    """The present moment."""

    when: When
    """When."""

    request: PriceRequest
    """The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given."""


class AvailabilityAndPriceRequest(_AvailabilityAndPriceRequest, total=False):
    """What is free, and at which price?"""

    buyer: Buyer
    """Who asks; lists for others are not offered."""

    resources: Sequence[str]
    """Only these resources; all when empty."""

    partner: str | None
    """The partner who asks."""

    hold: str | None
    """A hold of the asker's own, which does not stand in the way."""


if not TYPE_CHECKING:
    from . import _wire

    _wire.tell_pydantic(globals())
