# Written by `cargo xtask generate`; change the declarations in core instead.
"""What Ratebook takes: definitions and the parts of requests, for type checkers and editors.

At run time a plain dict does; these classes say what it may hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal, TypedDict, Union

from . import _types

DecimalLike = Union[Decimal, int, str]
"""An exact number; never a float, which has lost digits already."""

DayLike = Union[date, str]
"""A day, or text such as \"2026-12-31\"."""

InstantLike = Union[datetime, str]
"""An aware datetime, or text such as \"2026-09-01T10:00:00+02:00\"."""

TimeLike = Union[time, str]
"""A time of day, or text such as \"14:30\"."""


class _RateListDefinition(TypedDict):
    """The fields of `RateListDefinition` that must be given."""

    name: str
    """What people call it."""

    currency: str
    """The currency of every amount in the list."""

    valid: DayRange
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

    zone: str | None
    """Where its days begin; hour lists need it."""

    people: People
    """How many people it is for."""

    prices: Prices | None
    """What a unit costs; hour lists have `hours` in its place."""

    hours: Hours | None
    """What hours cost, for the unit `hour`."""

    age_bands: Sequence[AgeBand]
    """How children are charged, from age 0 to the last one before adults, without gap or overlap."""

    free_children: int | None
    """How many children per room may be free; further ones pay as the next older band, or as adults."""

    seasons: Sequence[Season]
    """Days that cost something else. On each night the season of highest priority wins."""

    supplements: Sequence[Supplement]
    """What comes on top, in this order."""

    discounts: Sequence[Discount]
    """What comes off."""

    combine_discounts: Combination
    """What happens when several discounts apply."""

    fees: Sequence[Fee]
    """Charges of the seller after discounts."""

    tax_category: str | None
    """The tax category of units and children."""

    taxes: Sequence[Tax]
    """Taxes, in this order."""

    tax_region: TaxRegion | None
    """Taxes by place of supply, after the list's own."""

    blackouts: Sequence[Blackout]
    """Days that are not sold at all."""

    restrictions: Sequence[Restriction]
    """Who may arrive, leave and stay how long, booked how far ahead."""

    rounding: RoundingRule
    """How amounts are rounded."""

ListStatus = Union[_types.ListStatus, Literal["draft", "published", "archived"]]
"""The life of a list."""


class DayRange(TypedDict):
    """Days from `first` to `last`, both included, as people write seasons."""

    first: DayLike
    """The first day."""

    last: DayLike
    """The last day, included."""

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


class Prices(TypedDict, total=False):
    """What a unit costs: exactly one of `base`, `per_person` and `by_adults`, and what goes with it."""

    base: DecimalLike | None
    """The price for up to the standard number of adults."""

    per_person: DecimalLike | None
    """The price of each adult."""

    by_adults: Mapping[Any, DecimalLike]
    """The price by number of adults, such as `{"1": "95", "2": "120"}`."""

    extra_adult: DecimalLike | None
    """Each adult beyond the standard number, or beyond the largest of `by_adults`."""

    extra_bed: DecimalLike | None
    """An extra bed, as the measure of children's prices."""

    child: DecimalLike | None
    """The full price of a child, as the measure of children's prices."""

    single_use: SingleUse | None
    """What one adult alone pays."""


class SingleUsePrice(TypedDict):
    """This price."""

    price: DecimalLike


class SingleUsePercent(TypedDict):
    """The price for one adult and so many percent of it."""

    percent: DecimalLike


class SingleUseAmount(TypedDict):
    """The price for one adult and this amount."""

    amount: DecimalLike


SingleUse = Union["SingleUsePrice", "SingleUsePercent", "SingleUseAmount"]
"""What one adult alone pays."""


class _Hours(TypedDict):
    """The fields of `Hours` that must be given."""

    windows: Sequence[HourWindow]
    """The windows; of those that cover a moment the highest priority wins."""


class Hours(_Hours, total=False):
    """What hours cost, by local time of day and day of the week."""

    minimum_charge: DecimalLike | None
    """Never less than this."""

    increment_minutes: int | None
    """Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given."""

    blocks: Sequence[Block]
    """Prices for whole blocks that count when cheaper."""

    after_hours: AfterHours | None
    """What comes on top outside ordinary hours."""


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

    days: Sequence[DayRange]
    """Only on these days; all when empty."""

    tiers: Sequence[HourTier]
    """Other prices of an hour, by the length of the whole span."""

    priority: int
    """The highest wins; two windows of one priority must not meet."""

Weekday = Union[_types.Weekday, Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]]
"""A day of the week."""


class HourTier(TypedDict):
    """From so many hours on, another price of the hour."""

    at_least: DecimalLike
    """From so many hours of the whole span on."""

    price: DecimalLike
    """The price of an hour."""


class Block(TypedDict):
    """A price for so many hours at once."""

    name: str
    """What people call it."""

    hours: DecimalLike
    """So many hours."""

    price: DecimalLike
    """What they cost together."""


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

    nth: Sequence[NthChild]
    """Other prices for the second, third… child of the band, counted in the order of age, oldest first."""


class ChildPriceFixed(TypedDict):
    """An amount."""

    fixed: DecimalLike


class ChildPricePercent(TypedDict):
    """A share of another price."""

    percent: PercentOf


ChildPrice = Union["ChildPriceFixed", "ChildPricePercent", Literal["free"]]
"""What a child pays for each unit."""


class PercentOf(TypedDict):
    """A share of another price."""

    percent: DecimalLike
    """The share."""

    of: PriceKind
    """Of which price."""

PriceKind = Union[_types.PriceKind, Literal["adult", "extra_bed", "base", "child"]]
"""A price that a child's is a share of."""


class NthChild(TypedDict):
    """What the n-th child of a band pays."""

    nth: int
    """1 for the first child of the band, 2 for the second…"""

    price: ChildPrice
    """What it pays."""


class _Season(TypedDict):
    """The fields of `Season` that must be given."""

    name: str
    """What people call it."""

    days: Sequence[DayRange]
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

    extra_adult: Change | None
    """What happens to the price of an extra adult."""

    extra_bed: Change | None
    """What happens to the price of an extra bed."""

    child: Change | None
    """What happens to the prices of children: their full price and fixed prices."""

    single_use: SingleUse | None
    """What one adult alone pays in this season."""


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


Change = Union["ChangeSet", "ChangeMultiply", "ChangeAdd", "ChangePercent"]
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

    days: Sequence[DayRange]
    """Only these nights; all when empty."""

    weekdays: Sequence[Weekday]
    """Only nights of these days of the week; all when not given."""

    seasons: Sequence[str]
    """Only nights of these seasons, by name; all when empty."""

    party: PartyMatch | None
    """Only parties of this size."""

    optional: bool
    """Whether it is charged only when chosen."""

    tax_category: str | None
    """The tax category of its lines."""


class PartyMatch(TypedDict, total=False):
    """A party by its size; what is not given does not matter."""

    min_adults: int | None
    """At least so many adults."""

    max_adults: int | None
    """At most so many adults."""

    min_children: int | None
    """At least so many children."""

    max_children: int | None
    """At most so many children."""

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


SupplementPrice = Union["SupplementPriceAmount", "SupplementPriceByAge", "SupplementPricePercent"]
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

    booking_window: DayRange | None
    """Only when booked on these days."""

    travel_window: DayRange | None
    """Only when every night lies in these days."""

    part: DiscountedPart
    """What it is taken off."""


class DiscountRuleBulk(TypedDict):
    """By quantity or size of the group; the highest tier that is met counts."""

    bulk: Bulk


class DiscountRuleLengthOfStay(TypedDict):
    """By number of nights."""

    length_of_stay: Tiers


class DiscountRuleEarlyBird(TypedDict):
    """By days between booking and arrival, at least."""

    early_bird: Tiers


class DiscountRuleLastMinute(TypedDict):
    """By days between booking and arrival, at most."""

    last_minute: LastMinute


class DiscountRuleFreeNights(TypedDict):
    """Stay seven, pay six."""

    free_nights: FreeNights


class DiscountRulePromo(TypedDict):
    """By a code the guest gives."""

    promo: Promo


class DiscountRuleEligibility(TypedDict):
    """When an expression over the request is true."""

    eligibility: Eligibility


DiscountRule = Union["DiscountRuleBulk", "DiscountRuleLengthOfStay", "DiscountRuleEarlyBird", "DiscountRuleLastMinute", "DiscountRuleFreeNights", "DiscountRulePromo", "DiscountRuleEligibility"]
"""When a discount applies and how much it is."""


class Bulk(TypedDict):
    """A discount by quantity or size of the group."""

    by: BulkMeasure
    """What is counted."""

    tiers: Sequence[Tier]
    """The highest that is met counts; they do not add up."""

BulkMeasure = Union[_types.BulkMeasure, Literal["quantity", "people", "nights"]]
"""What a bulk discount counts."""


class Tier(TypedDict):
    """From so many on, so much off."""

    at_least: int
    """From so many on."""

    off: Off
    """How much comes off."""


class OffPercent(TypedDict):
    """So many percent."""

    percent: DecimalLike


class OffAmount(TypedDict):
    """This amount."""

    amount: DecimalLike


Off = Union["OffPercent", "OffAmount"]
"""Percent or amount."""


class Tiers(TypedDict):
    """Tiers by at least so many; the highest that is met counts."""

    tiers: Sequence[Tier]
    """In any order."""


class LastMinute(TypedDict):
    """Tiers by at most so many days ahead; the lowest that is met counts."""

    tiers: Sequence[LastMinuteTier]
    """In any order."""


class LastMinuteTier(TypedDict):
    """Up to so many days ahead, so much off."""

    at_most: int
    """Up to so many days ahead."""

    off: Off
    """How much comes off."""


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
    """Whether a stay twice as long has twice as many free nights."""

WhichNights = Union[_types.WhichNights, Literal["cheapest", "last", "average"]]
"""Which nights are free."""


class _Promo(TypedDict):
    """The fields of `Promo` that must be given."""

    code: str
    """What the guest gives; letter case does not matter."""

    off: Off
    """How much comes off."""


class Promo(_Promo, total=False):
    """A discount by code."""

    window: DayRange | None
    """Only when booked on these days; outside them the code is refused."""

    limit: int | None
    """How often it may be used; the request says how often it was."""


class Eligibility(TypedDict):
    """A discount by expression."""

    when: str
    """Such as `nights >= 3 && "member" in tags`."""

    off: Off
    """How much comes off."""

DiscountedPart = Union[_types.DiscountedPart, Literal["subtotal", "units"]]
"""What a discount is taken off."""

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

    exempt_ages: Sequence[AgeRange]
    """Ages that do not pay it."""

    night_cap: int | None
    """At most for so many nights."""

    tax_category: str | None
    """The tax category of its line."""


class FeeRatePercent(TypedDict):
    """So many percent of the discounted subtotal."""

    percent: DecimalLike


class FeeRateFixed(TypedDict):
    """An amount for each of something."""

    fixed: FixedRate


FeeRate = Union["FeeRatePercent", "FeeRateFixed"]
"""How much a fee or tax is."""


class FixedRate(TypedDict):
    """An amount for each of something."""

    amount: DecimalLike
    """How much."""

    per: Per
    """For each of what."""


class AgeRange(TypedDict):
    """Ages from one to another, both included."""

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""


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

    exempt_ages: Sequence[AgeRange]
    """Ages that do not pay it, when it is charged by heads."""

    night_cap: int | None
    """At most for so many nights."""


class TaxRatePercent(TypedDict):
    """So many percent."""

    percent: DecimalLike


class TaxRateFixed(TypedDict):
    """An amount for each of something."""

    fixed: FixedRate


class TaxRateSlabs(TypedDict):
    """So many percent by the tariff of the night, after discounts; the first slab that reaches it counts."""

    slabs: Sequence[Slab]


TaxRate = Union["TaxRatePercent", "TaxRateFixed", "TaxRateSlabs"]
"""How much a tax is."""


class _Slab(TypedDict):
    """The fields of `Slab` that must be given."""

    percent: DecimalLike
    """So many percent."""


class Slab(_Slab, total=False):
    """Up to this nightly tariff, so many percent."""

    up_to: DecimalLike | None
    """The highest tariff of the slab; the last slab has none."""

TaxBase = Union[_types.TaxBase, Literal["net", "net_and_fees", "net_fees_and_taxes"]]
"""What a percentage is taken of."""


class _TaxRegion(TypedDict):
    """The fields of `TaxRegion` that must be given."""

    region: str
    """The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; also the place of supply when a request names none."""

    category: str
    """Which rule of the tables applies, such as `lodging`."""


class TaxRegion(_TaxRegion, total=False):
    """Where the seller is taxed, and by which tables."""

    tables: Sequence[TaxTable]
    """Tables in place of those that come with the engine."""


class _TaxTable(TypedDict):
    """The fields of `TaxTable` that must be given."""

    region: str
    """The place; `US-NY` also applies to `US-NY-NYC`, before that place's own."""

    rules: Sequence[TaxTableRule]
    """Its rules by category."""


class TaxTable(_TaxTable, total=False):
    """The taxes of a place."""

    valid: DayRange | None
    """The days on which it applies; always when not given."""


class _TaxTableRule(TypedDict):
    """The fields of `TaxTableRule` that must be given."""

    category: str
    """Such as `lodging` or `service`."""

    within: Sequence[Tax]
    """When seller and place of supply are the same place."""


class TaxTableRule(_TaxTableRule, total=False):
    """The taxes of a place on one category."""

    across: Sequence[Tax] | None
    """When they are not; `within` when not given."""

    reverse_charge: bool
    """Whether a business with a tax id in another country accounts for the tax itself."""


class _Blackout(TypedDict):
    """The fields of `Blackout` that must be given."""

    days: DayRange
    """The days."""


class Blackout(_Blackout, total=False):
    """Days that are not sold at all."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    reason: str | None
    """Why."""


class Restriction(TypedDict, total=False):
    """Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
    `closed` at every night, `…_through` at every day of the stay, the departure day included.
    """

    days: Sequence[DayRange]
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

    booking_window: DayRange | None
    """Sold only on these days."""


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

RoundingMode = Union[_types.RoundingMode, Literal["half_up", "half_even", "up", "down"]]
"""What happens to a half, and to what is left over."""

RoundingPlace = Union[_types.RoundingPlace, Literal["line", "total"]]
"""Where rounding happens."""

TaxRounding = Union[_types.TaxRounding, Literal["document", "line"]]
"""Where a tax is rounded."""


class RateListsDefinition(TypedDict):
    """Several rate lists."""

    lists: Sequence[RateListDefinition]
    """The lists, of one tenant."""


class _PlanDefinition(TypedDict):
    """The fields of `PlanDefinition` that must be given."""

    name: str
    """What people call it."""

    currency: str
    """The currency of every amount."""

    interval: Interval
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

    included: DecimalLike | None
    """So many units of it cost nothing."""


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


ChargeModel = Union["ChargeModelFlat", "ChargeModelPerUnit", "ChargeModelGraduated", "ChargeModelVolume", "ChargeModelPackage", "ChargeModelPercentage"]
"""How a charge is reckoned."""


class TieredPrice(TypedDict):
    """Prices by tier."""

    tiers: Sequence[TierPrice]
    """From the lowest to the highest; the last one has no end."""


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


class _CalendarDefinition(TypedDict):
    """The fields of `CalendarDefinition` that must be given."""

    resources: Sequence[Resource]
    """What can be taken."""


class CalendarDefinition(_CalendarDefinition, total=False):
    """Resources and everything that is taken of them."""

    bookings: Sequence[Booking]
    """What is booked."""

    holds: Sequence[Hold]
    """What is held for a while."""

    blocked: Sequence[Blocked]
    """What nobody may take: repairs, events of other calendars."""


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

    hours: OpeningHours | None
    """When it is open; always when not given."""

    holidays: Sequence[DayLike]
    """Days on which it is closed, unless an exception of its hours says otherwise."""

    yearly_holidays: Sequence[MonthDay]
    """Days of every year on which it is closed, such as `{"month": 12, "day": 25}`."""

    grid: SlotGrid | None
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

    notice_minutes: int | None
    """Booked at least so long before it begins; with 0 not in the past. Any time when not given."""

    horizon_days: int | None
    """Booked at most so many days ahead."""

    skills: Sequence[str]
    """What it can do, such as `german` or `brakes`."""

    location: str | None
    """Where it is."""

    priority: int
    """Among several, the higher one is offered first."""

    inventory: Sequence[DayUnits]
    """By nights: days with another number of units than its capacity; the first that covers a night counts."""

    allotments: Sequence[Allotment]
    """Units kept for partners."""

    stop_sales: Sequence[StopSale]
    """Nights and departures that are not sold for now."""

    departures: Sequence[Departure]
    """The dated starts of a package."""

ResourceMode = Union[_types.ResourceMode, Literal["instants", "nights", "departures"]]
"""What a resource is counted by."""


class _OpeningHours(TypedDict):
    """The fields of `OpeningHours` that must be given."""

    windows: Sequence[OpeningWindow]
    """The windows of ordinary days."""


class OpeningHours(_OpeningHours, total=False):
    """When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ."""

    exceptions: Sequence[OpeningException]
    """Days that differ; the first one that covers a day counts."""


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


class _OpeningException(TypedDict):
    """The fields of `OpeningException` that must be given."""

    days: DayRange
    """The days."""


class OpeningException(_OpeningException, total=False):
    """Days that differ."""

    windows: Sequence[OpeningWindow]
    """Their windows; none when closed."""

    reason: str | None
    """Why."""


class MonthDay(TypedDict):
    """A day of every year; 29 February falls on the 28th in common years."""

    month: int
    """The month."""

    day: int
    """The day of the month."""


class _SlotGrid(TypedDict):
    """The fields of `SlotGrid` that must be given."""

    step_minutes: int
    """Every so many minutes."""


class SlotGrid(_SlotGrid, total=False):
    """Where bookings may begin, on the wall clock."""

    counted: GridStart
    """Counted from midnight or from the opening."""

    packing: Packing
    """Which of these starts are offered."""

GridStart = Union[_types.GridStart, Literal["midnight", "opening"]]
"""Where the steps of a grid are counted from."""

Packing = Union[_types.Packing, Literal["every", "back_to_back", "no_short_gaps"]]
"""Which starts of the grid are offered."""


class DayUnits(TypedDict):
    """Days with a number of units of their own."""

    days: DayRange
    """The days, that is the nights that begin on them."""

    units: int
    """How many units there are."""


class _Allotment(TypedDict):
    """The fields of `Allotment` that must be given."""

    partner: str
    """Whose they are."""

    days: DayRange
    """The nights or departures."""

    units: int
    """How many units."""


class Allotment(_Allotment, total=False):
    """Units that only one partner may sell, until they are released."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    release_days: int
    """So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself."""


class _StopSale(TypedDict):
    """The fields of `StopSale` that must be given."""

    days: DayRange
    """The nights or departures."""


class StopSale(_StopSale, total=False):
    """Days that are not sold for now."""

    weekdays: Sequence[Weekday]
    """Only these days of the week; all when not given."""

    partner: str | None
    """Only for this partner; for everybody when not given."""

    reason: str | None
    """Why."""


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


class _Booking(TypedDict):
    """The fields of `Booking` that must be given."""

    id: str
    """What it is known by."""

    takes: Sequence[Take]
    """What it takes."""


class Booking(_Booking, total=False):
    """Something that is booked: one resource, or several that belong together."""

    booked_at: InstantLike | None
    """When it was booked: for figures of pickup."""

    title: str | None
    """What a calendar shows."""


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


class WhenSpan(TypedDict):
    """From one moment to another, the end excluded."""

    span: Span


class WhenStay(TypedDict):
    """The nights of a stay."""

    stay: StayDays


class WhenDeparture(TypedDict):
    """A dated start."""

    departure: DayLike


When = Union["WhenSpan", "WhenStay", "WhenDeparture"]
"""When something is taken: in the way that the resource is counted by."""


class Span(TypedDict):
    """A stretch of time, its end excluded."""

    start: InstantLike
    """The first moment."""

    end: InstantLike
    """The moment after the last one."""


class StayDays(TypedDict):
    """The nights from the day of arrival to the day of departure, which is none of them."""

    check_in: DayLike
    """The day of arrival."""

    check_out: DayLike
    """The day of departure."""


class Hold(TypedDict):
    """Something that is held until a moment, at which it is free again."""

    key: str
    """What it is known by: asked for again, the same hold is answered."""

    takes: Sequence[Take]
    """What it takes."""

    expires_at: InstantLike
    """The moment at which it is free again."""


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


class _MachineDefinition(TypedDict):
    """The fields of `MachineDefinition` that must be given."""

    name: str
    """What it is known by, such as `booking`."""

    initial: str
    """The state in which everything begins."""

    states: Sequence[MachineState]
    """The states."""

    events: Sequence[MachineEvent]
    """The events."""

    transitions: Sequence[MachineTransition]
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
    """The names that guards may use, each with its type."""


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


class _MachineTransition(TypedDict):
    """The fields of `MachineTransition` that must be given."""

    from: Sequence[str]
    """The states it leads from; `["*"]` for each that has not ended and is not the one it leads to."""

    event: str
    """What happens."""

    to: str
    """The state it leads to."""


class MachineTransition(_MachineTransition, total=False):
    """What leads from a state to another."""

    guard: str | None
    """The condition under which it does."""

    requires: Sequence[str]
    """Fields that must be given with the event: a reason, a payment's reference."""

    stamps: Mapping[str, MachineStamp]
    """Fields of the instance that it sets."""

    permission: str | None
    """Who may: the permission that the actor must hold."""

    effects: Sequence[MachineEffect]
    """What the host is to carry out."""

    after: MachineTimer | None
    """When it is due by itself."""

MachineStamp = Union[_types.MachineStamp, Literal["now", "now_once", "actor", "given", "cleared"]]
"""What a field is set to."""


class _MachineEffect(TypedDict):
    """The fields of `MachineEffect` that must be given."""

    name: str
    """What, such as `send_email`."""


class MachineEffect(_MachineEffect, total=False):
    """Something for the host to carry out: it is told, never done here."""

    with: Mapping[str, Any]
    """With what."""


class MachineTimer(TypedDict, total=False):
    """When a transition is due by itself: so long after the state was entered, or after the moment that a field holds."""

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


class _TenantDefinition(TypedDict):
    """The fields of `TenantDefinition` that must be given."""

    id: str
    """What it is known by."""

    name: str
    """What people call it."""


class TenantDefinition(_TenantDefinition, total=False):
    """A tenant and all its rules."""

    settings: TenantSettings
    """How it works."""


class TenantSettings(TypedDict, total=False):
    """How a tenant works: each setting has a default."""

    zone: str
    """The zone of its clock."""

    currency: str | None
    """The currency of its books."""


class StorefrontDefinition(TypedDict):
    """What is offered: resources, and the rate lists by which they are sold."""

    calendar: CalendarDefinition
    """The resources and what is taken of them."""

    rate_lists: Sequence[RateListDefinition]
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


class _EvaluateRequest(TypedDict):
    """The fields of `EvaluateRequest` that must be given."""

    expression: str
    """Such as `nights >= 7`."""


class EvaluateRequest(_EvaluateRequest, total=False):
    """An expression and the facts it is about."""

    types: Mapping[str, str]
    """The type of each name: `bool`, `int`, `decimal`, `text`, `day`, or a list of one of them such as `[text]`."""

    facts: Mapping[str, Any]
    """The value of each name; decimals and days as text."""


class _RoundRequest(TypedDict):
    """The fields of `RoundRequest` that must be given."""

    money: Money
    """The amount."""


class RoundRequest(_RoundRequest, total=False):
    """An amount to round."""

    mode: RoundingMode
    """Where a half goes."""

    step: RoundingStep
    """To what is rounded."""


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


class RoundingStepOf(TypedDict):
    """This much."""

    of: DecimalLike


RoundingStep = Union["RoundingStepOf", Literal["minor_unit", "cash"]]
"""The step to which an amount is rounded or in which it is shared out."""


class _AllocateRequest(TypedDict):
    """The fields of `AllocateRequest` that must be given."""

    total: Money
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


Shares = Union["SharesParts", "SharesWeights"]
"""Among how many, or by which weights."""

AllocationMethod = Union[_types.AllocationMethod, Literal["largest_remainder", "first"]]
"""Who gets what is left over when the shares are not whole steps."""


class _SumRequest(TypedDict):
    """The fields of `SumRequest` that must be given."""

    amounts: Sequence[Money]
    """The amounts, all of one currency."""


class SumRequest(_SumRequest, total=False):
    """Amounts to add up."""

    currency: str | None
    """The currency of the sum; that of the first amount when not given."""


class _ConvertRequest(TypedDict):
    """The fields of `ConvertRequest` that must be given."""

    money: Money
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

    rates: Sequence[ExchangeRate]
    """The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
    one that stands first.
    """


class ExchangeRates(_ExchangeRates, total=False):
    """A table of exchange rates."""

    base: str | None
    """The currency through which two others are crossed; without it nothing is crossed."""


class ExchangeRate(TypedDict):
    """What one unit of `base` was worth in `quote`, by whom and when."""

    base: str
    """The currency of which there is one unit."""

    quote: str
    """The currency in which its worth is told."""

    rate: DecimalLike
    """The worth, above zero."""

    as_of: InstantLike
    """When the rate held."""

    source: str
    """Who said so, such as `ECB`."""


class CurrencyRequest(TypedDict):
    """The currency whose facts are asked for."""

    currency: str
    """The currency."""


class _ToGatewayRequest(TypedDict):
    """The fields of `ToGatewayRequest` that must be given."""

    money: Money
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

    money: Money
    """The amount."""

    locale: Locale
    """As whom to write it."""


class FormatRequest(_FormatRequest, total=False):
    """An amount to write."""

    digits: WrittenDigits
    """How many digits at least."""

    mark: CurrencyMark
    """How the currency is written."""

Locale = Union[_types.Locale, Literal["en-US", "en-IN", "es", "fr", "de"]]
"""A language and place, by its BCP 47 tag."""

WrittenDigits = Union[_types.WrittenDigits, Literal["minor_unit", "display"]]
"""How many digits are written at least; digits that are not zero are never dropped."""

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

    span: Span
    """The stretch."""


class OpenSpansRequest(TypedDict):
    """Opening hours and days."""

    zone: str
    """The zone."""

    hours: OpeningHours
    """When it is open."""

    days: DayRange
    """The days."""


class IsOpenRequest(TypedDict):
    """Opening hours and a moment."""

    zone: str
    """The zone."""

    hours: OpeningHours
    """When it is open."""

    instant: InstantLike
    """The moment."""


class OpenTimeRequest(TypedDict):
    """Opening hours and a stretch of time."""

    zone: str
    """The zone."""

    hours: OpeningHours
    """When it is open."""

    span: Span
    """The stretch."""


class AddBusinessDaysRequest(TypedDict):
    """A calendar, a day and a number of business days."""

    calendar: BusinessCalendar
    """The calendar."""

    day: DayLike
    """The day."""

    days: int
    """So many business days later, or earlier when negative."""


class _BusinessCalendar(TypedDict):
    """The fields of `BusinessCalendar` that must be given."""

    zone: str
    """Where its days begin."""


class BusinessCalendar(_BusinessCalendar, total=False):
    """Which days and hours count as business."""

    weekend: Sequence[Weekday]
    """The days of the week off; Saturday and Sunday when not given."""

    holidays: Sequence[DayLike]
    """Days off."""

    yearly_holidays: Sequence[MonthDay]
    """Days off every year, such as `{"month": 12, "day": 25}`."""

    hours: OpeningHours | None
    """The hours of business days; the whole day when not given."""


class BusinessDaysRequest(TypedDict):
    """A calendar and days."""

    calendar: BusinessCalendar
    """The calendar."""

    days: DayRange
    """The days, both ends included."""


class AddBusinessTimeRequest(TypedDict):
    """A calendar, a moment and a length of business time."""

    calendar: BusinessCalendar
    """The calendar."""

    start: InstantLike
    """The moment."""

    seconds: int
    """So many seconds of business time."""


class BusinessTimeRequest(TypedDict):
    """A calendar and a stretch of time."""

    calendar: BusinessCalendar
    """The calendar."""

    span: Span
    """The stretch."""


class PeriodsRequest(TypedDict):
    """An interval, its anchor and how many periods are wanted."""

    interval: Interval
    """How often."""

    anchor: DayLike
    """The first day of period 0."""

    first: int
    """The number of the first period that is wanted."""

    count: int
    """How many periods."""


class PeriodOfRequest(TypedDict):
    """An interval, its anchor and a day."""

    interval: Interval
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

    within: Span | None
    """The stretch that is asked for; all when not given."""

    limit: int | None
    """How many occurrences are answered at most."""


class _Recurrence(TypedDict):
    """The fields of `Recurrence` that must be given."""

    start: LocalTime
    """When it first may occur; what the rule leaves open, such as the time of day, is taken from here."""


class Recurrence(_Recurrence, total=False):
    """When something recurs. Without a rule it occurs at its start and at the times added."""

    rule: str | None
    """The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`."""

    excluded: Sequence[LocalTime]
    """Times at which it does not occur."""

    excluded_days: Sequence[DayLike]
    """Days on which it does not occur."""

    added: Sequence[LocalTime]
    """Times at which it occurs besides."""


class MachinesRequest(TypedDict, total=False):
    """The machines that come with the engine are asked for."""

    name: str | None
    """Only the one of that name; all when not given."""


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

    last_assigned_at: InstantLike | None
    """When they got something last."""

    priority: int
    """Among equals the higher one is chosen."""


class AssignmentStrategyRoundRobin(TypedDict):
    """In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins."""

    round_robin: RoundRobinTurn


class AssignmentStrategyNamed(TypedDict):
    """That one or nobody."""

    named: str


AssignmentStrategy = Union["AssignmentStrategyRoundRobin", "AssignmentStrategyNamed", Literal["least_loaded", "best_skill"]]
"""The rule by which somebody is chosen."""


class RoundRobinTurn(TypedDict, total=False):
    """Whose turn it was."""

    after: str | None
    """Who got the last one; nobody yet when not given."""


class _CreateListRequest(TypedDict):
    """The fields of `CreateListRequest` that must be given."""

    list: RateListDefinition
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

    list: RateListDefinition
    """The draft."""


class PublishRequest(_PublishRequest, total=False):
    """A list that is to be published."""

    others: Sequence[RateListDefinition]
    """The tenant's other lists; the former version of this one among them."""

    effective_on: DayLike | None
    """From which day on it answers in place of its former version; from its first valid day when not given."""


class UnpublishRequest(TypedDict):
    """A list that is to become a draft again."""

    list: RateListDefinition
    """The published list."""

    references: int
    """How many live quotes and bookings refer to it."""


class ListRequest(TypedDict):
    """A list by itself."""

    list: RateListDefinition
    """The list."""


class EditRequest(TypedDict):
    """A list that is to be changed."""

    list: RateListDefinition
    """The list as it is."""

    changed: RateListDefinition
    """The list as it is to be."""


class _CloneRequest(TypedDict):
    """The fields of `CloneRequest` that must be given."""

    list: RateListDefinition
    """The list."""


class CloneRequest(_CloneRequest, total=False):
    """A list that is to be cloned."""

    id: str | None
    """The id of the clone."""


class _AddBlackoutRequest(TypedDict):
    """The fields of `AddBlackoutRequest` that must be given."""

    list: RateListDefinition
    """The list."""

    blackout: Blackout
    """The days, all of them or by day of the week."""


class AddBlackoutRequest(_AddBlackoutRequest, total=False):
    """A blackout to be added. Selling is stopped at once: published lists take it too."""

    bookings: Sequence[BookedStay]
    """Bookings that may be touched by it."""


class BookedStay(TypedDict):
    """A stay that is booked already."""

    number: str
    """What the booking is known by."""

    check_in: DayLike
    """The day of arrival."""

    check_out: DayLike
    """The day of departure."""


class RemoveBlackoutRequest(TypedDict):
    """Days that are to be sold again."""

    list: RateListDefinition
    """The list."""

    days: DayRange
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

    region: TaxRegion
    """The seller's place, its category and, where wanted, its own tables."""

    on: DayLike
    """The day of supply."""


class TaxesForRequest(_TaxesForRequest, total=False):
    """Where something is sold, by whom and when."""

    place_of_supply: str | None
    """Where it is taxed; the seller's place when not given."""

    business_tax_id: str | None
    """The buyer's tax id as a business."""


class _BlackoutDaysRequest(TypedDict):
    """The fields of `BlackoutDaysRequest` that must be given."""

    list: RateListDefinition
    """The list."""


class BlackoutDaysRequest(_BlackoutDaysRequest, total=False):
    """Which blackout days are wanted."""

    within: DayRange | None
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
    """How many rooms or units."""

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
    """Where the service is taxed, such as `IN-MH`; the seller's place when not given."""

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

    arrivals: DayRange
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


class CheapestRequest(TypedDict):
    """A request to every list."""

    request: PriceRequest
    """What is to be priced."""


class _SelectRequest(TypedDict):
    """The fields of `SelectRequest` that must be given."""

    request: PriceRequest
    """What is to be priced."""


class SelectRequest(_SelectRequest, total=False):
    """Which list is to answer, of those for a product."""

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

    within: DayRange | None
    """Only those that touch these days."""


class ValidateDatesRequest(TypedDict):
    """A list that is not saved yet."""

    list: RateListDefinition
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

    add_blackout: Blackout


class BulkChangeAddTag(TypedDict):
    """A tag is added."""

    add_tag: str


BulkChange = Union["BulkChangeRaisePercent", "BulkChangeRaiseAmount", "BulkChangeValidLast", "BulkChangeAddBlackout", "BulkChangeAddTag"]
"""What happens to each list."""


class UsageRequest(TypedDict, total=False):
    """The usage of a period."""

    usage: Mapping[str, DecimalLike]
    """How much of each metric; what is not given is none."""


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

    by: ProrationUnit
    """Whether seconds or days are counted; the day of the change is the first of what comes after."""


class PlanChangeSwitch(TypedDict):
    """It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged."""

    switch: SwitchChange


class PlanChangePause(TypedDict):
    """It rests for a while: that while is credited."""

    pause: PauseChange


PlanChange = Union["PlanChangeSwitch", "PlanChangePause", Literal["start", "cancel"]]
"""What happens to a subscription."""


class SwitchChange(TypedDict):
    """The plan to which a subscription moves."""

    price: DecimalLike
    """Its price of a whole period."""


class PauseChange(TypedDict):
    """How long a subscription rests."""

    resumes_at: InstantLike
    """When it goes on, within the same period."""

ProrationUnit = Union[_types.ProrationUnit, Literal["day", "second"]]
"""What is counted."""


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

    takes: Sequence[Take]
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

    days: DayRange
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

    days: DayRange
    """The days on which they begin, by each resource's own clock."""

    minutes: int
    """How long."""


class CommonSlotsRequest(_CommonSlotsRequest, total=False):
    """When are several things free at once?"""

    step_minutes: int | None
    """Every so many minutes, for resources without a grid; 15 when not given."""

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

ViewKind = Union[_types.ViewKind, Literal["day", "week", "month"]]
"""How many days are drawn."""


class _OccupancyRequest(TypedDict):
    """The fields of `OccupancyRequest` that must be given."""

    days: DayRange
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

    booking: Booking
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

    takes: Sequence[Take]
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

    takes: Sequence[Take]
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

    blocked: Blocked
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


CalendarCommand = Union["CalendarCommandBook", "CalendarCommandHold", "CalendarCommandConfirm", "CalendarCommandRelease", "CalendarCommandExtend", "CalendarCommandExpire", "CalendarCommandCancel", "CalendarCommandReschedule", "CalendarCommandBlock", "CalendarCommandUnblock"]
"""Something that changes a calendar."""


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

    days: DayRange
    """Events on these days; others are left alone."""


class _ExportFeedRequest(TypedDict):
    """The fields of `ExportFeedRequest` that must be given."""

    now: InstantLike
    """The present moment: the stamp of every event."""

    days: DayRange
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


class _FireRequest(TypedDict):
    """The fields of `FireRequest` that must be given."""

    instance: MachineInstance
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

    instance: MachineInstance
    """The instance as it is."""


class AllowedRequest(_AllowedRequest, total=False):
    """What may happen next?"""

    permissions: Sequence[str]
    """What the actor may do, such as `bookings:*`."""

    facts: Mapping[str, Any]
    """The facts that guards look at."""


class DueRequest(TypedDict):
    """Which timers have run out?"""

    now: InstantLike
    """The present moment."""

    instances: Sequence[MachineInstance]
    """The instances."""


class _ReplayRequest(TypedDict):
    """The fields of `ReplayRequest` that must be given."""

    history: Sequence[MachineRecord]
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


class SettingsRequest(TypedDict):
    """A tenant's settings are asked for."""

    tenant: str
    """On behalf of whom."""


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

    resources: Sequence[str]
    """Only these resources; all when empty."""

    partner: str | None
    """The partner who asks."""

    hold: str | None
    """A hold of the asker's own, which does not stand in the way."""
