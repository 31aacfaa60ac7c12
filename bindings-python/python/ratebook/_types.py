# Written by `cargo xtask generate`; change the declarations in core instead.
"""What Ratebook answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Tuple

from ._record import Choice, Record

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal
    from typing import Generic as _Of, Literal, TypedDict, Union

    from typing_extensions import TypeVar

    State_co = TypeVar("State_co", bound=str, default=str, covariant=True)
    Event_co = TypeVar("Event_co", bound=str, default=str, covariant=True)
else:
    from ._record import _Of

    State_co = Event_co = str

if TYPE_CHECKING:
    Details = TypedDict(
        "Details",
        {
            "adults": int,
            "age_seconds": int,
            "allowed": int,
            "amount": int,
            "anchor": str | None,
            "at": Any,
            "base": Any,
            "begin": int,
            "blocked": str,
            "booked_on": str | None,
            "booking": str,
            "booking_window": dict[str, str],
            "boosted_price": str,
            "bytes": int,
            "capacity": int,
            "category": str,
            "cells": int,
            "check": str,
            "choices": list[str],
            "clashing": int,
            "closes_days_before": int,
            "column": Any,
            "count": int,
            "counted": str,
            "currency": str,
            "current_price": str,
            "cut_off": str,
            "cycle": list[str],
            "day": str | None,
            "days": Any,
            "days_ahead": int,
            "days_before": int,
            "days_left": int,
            "declared": str,
            "ends_at": str,
            "entity": str,
            "event": str,
            "expected": str,
            "expires_at": str,
            "field": str,
            "fields": list[str],
            "file": str,
            "found": str,
            "guard": str,
            "held": int,
            "hold": str,
            "horizon_days": int,
            "id": str,
            "index": int,
            "kind": str,
            "known": list[str],
            "largest": int,
            "least": Any,
            "left_out": Any,
            "legal": list[str],
            "length": int,
            "length_step_minutes": int,
            "limit": Any,
            "line": int,
            "list": Any,
            "lists": int,
            "locked_until": str,
            "lockout": str,
            "max": Any,
            "max_age_seconds": int,
            "max_minutes": int,
            "max_nights": int,
            "merged_into": str,
            "metrics": list[str],
            "min": Any,
            "min_minutes": int,
            "min_nights": int,
            "minutes_left": Any,
            "mode": str,
            "most": Any,
            "name": str,
            "next": Any,
            "nights": Any,
            "notice_minutes": int,
            "now": str,
            "occurrence": str,
            "occurrences": int,
            "on": str | None,
            "only": str,
            "open": Any,
            "options": str,
            "other": Any,
            "part": str,
            "people": int,
            "period": dict[str, str],
            "permission": str,
            "permissions": list[str],
            "place": str,
            "policy": str,
            "price": str,
            "purge_at": str,
            "quota": str,
            "quote": str,
            "range": str,
            "rate_as_of": str,
            "ratio": str,
            "reason": str,
            "reasons": list[str],
            "records": list[str],
            "references": int,
            "release_days": int,
            "remaining": int,
            "requested": Any,
            "required": int,
            "resource": str,
            "retry_after_seconds": int,
            "revoked_at": str,
            "row": int,
            "rule": str,
            "settled": Any,
            "source": str,
            "span": dict[str, str],
            "state": str,
            "states": list[str],
            "status": str,
            "step": str,
            "step_minutes": int,
            "superseded_on": str | None,
            "template": str,
            "ticket": str,
            "time": str,
            "type": str,
            "uncovered": Any,
            "units": int,
            "units_left": int,
            "unknown": int,
            "used": int,
            "uses": int,
            "valid": dict[str, str],
            "version": int,
            "virus": str,
            "weekday": str,
            "why": list[str],
            "window": dict[str, str],
            "with": str,
            "within_seconds": int,
            "zone": str,
        },
        total=False,
    )
    """The figures of a refusal or fault, each as far as it is known; days, moments and amounts are text, as they cross wires."""
else:
    Details = Dict[str, Any]


class ListStatus(Choice):
    """The life of a list."""

    DRAFT = "draft"
    """May change, does not price."""

    PUBLISHED = "published"
    """Prices, does not change."""

    ARCHIVED = "archived"
    """Neither."""


class Unit(Choice):
    """What one price buys."""

    NIGHT = "night"
    """A night of a stay; the night of check-out is not priced."""

    DAY = "day"
    """A day, the last one included."""

    HOUR = "hour"
    """An hour of the clock."""

    PERSON = "person"
    """One person for the whole of it."""

    ITEM = "item"
    """One piece."""

    STAY = "stay"
    """The whole stay."""


class Counted(Choice):
    """How the limits of a unit count people."""

    AS_THEY_PAY = "as_they_pay"
    """A child that pays as an adult is an adult: beyond the bands, beyond the free ones, or in an adult's place."""

    AS_THEY_COME = "as_they_come"
    """Whoever is told by age or born less than 18 years before the arrival is a child, whatever they pay."""


class Weekday(Choice):
    """A day of the week."""

    MON = "mon"
    """The first day of the week by ISO 8601."""

    TUE = "tue"
    """The second day."""

    WED = "wed"
    """The third day."""

    THU = "thu"
    """The fourth day."""

    FRI = "fri"
    """The fifth day."""

    SAT = "sat"
    """The sixth day."""

    SUN = "sun"
    """The seventh day."""


class PriceKind(Choice):
    """A price that a child's is a share of."""

    ADULT = "adult"
    """What one adult pays: the price per person, of the party's size if it goes by that, or the standard occupancy's
    price divided by its adults.
    """

    EXTRA_BED = "extra_bed"
    """The price of an extra bed."""

    BASE = "base"
    """The price of the unit at standard occupancy."""

    CHILD = "child"
    """The list's full price of a child."""


class Per(Choice):
    """For each of what something is charged. What is not per night is charged once when any night of the stay matches."""

    NIGHT = "night"
    """Each unit and night."""

    STAY = "stay"
    """Each unit, once."""

    PERSON = "person"
    """Each person, once."""

    PERSON_NIGHT = "person_night"
    """Each person and night."""

    ADULT = "adult"
    """Each adult, once."""

    ADULT_NIGHT = "adult_night"
    """Each adult and night."""

    CHILD = "child"
    """Each child, once."""

    CHILD_NIGHT = "child_night"
    """Each child and night."""

    ITEM = "item"
    """Each piece chosen, once; a mandatory one counts one piece."""

    ITEM_NIGHT = "item_night"
    """Each piece chosen and night; a mandatory one counts one piece."""


class BulkMeasure(Choice):
    """What a bulk discount counts."""

    QUANTITY = "quantity"
    """Rooms, vehicles, pieces."""

    PEOPLE = "people"
    """People in all of them."""

    NIGHTS = "nights"
    """Nights of all of them."""


class DiscountedPart(Choice):
    """What a discount is taken off, and what of a night is free."""

    SUBTOTAL = "subtotal"
    """Everything before discounts."""

    UNITS = "units"
    """The price of the unit alone, without children and supplements."""


class Combination(Choice):
    """What happens when several discounts apply."""

    BEST = "best"
    """The largest alone."""

    ALL = "all"
    """All, one after the other, each on what the former left."""

    SUM = "sum"
    """All, each on the original amount."""


class TaxBase(Choice):
    """What a percentage is taken of."""

    NET = "net"
    """The discounted subtotal."""

    NET_AND_FEES = "net_and_fees"
    """The discounted subtotal and the fees."""

    NET_FEES_AND_TAXES = "net_fees_and_taxes"
    """The discounted subtotal, the fees and the taxes before it: compound."""


class PlaceOfSupply(Choice):
    """Where something is supplied."""

    AT_PROPERTY = "at_property"
    """Where the property stands or the thing takes place, whoever buys it: the region of the list."""

    AT_CUSTOMER = "at_customer"
    """Where the request says, which is the region of the list unless it names another place."""


class RoundingMode(Choice):
    """What happens to a half, and to what is left over."""

    HALF_UP = "half_up"
    """A half goes away from zero: 2.5 → 3, -2.5 → -3."""

    HALF_EVEN = "half_even"
    """A half goes to the even neighbour: 2.5 → 2, 3.5 → 4."""

    UP = "up"
    """Away from zero."""

    DOWN = "down"
    """Towards zero."""


class RoundingPlace(Choice):
    """Where rounding happens."""

    LINE = "line"
    """Each line but taxes, which have a step of their own."""

    TOTAL = "total"
    """The total, by a line of its own."""


class TaxRounding(Choice):
    """Where a tax is rounded."""

    DOCUMENT = "document"
    """Once for the document and category."""

    LINE = "line"
    """For each line."""


class IntervalUnit(Choice):
    """The unit of an interval."""

    DAY = "day"
    """Days."""

    WEEK = "week"
    """Weeks."""

    MONTH = "month"
    """Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar."""

    YEAR = "year"
    """Years; 29 February is the 28th in common years."""


class Timing(Choice):
    """When a period is billed."""

    IN_ADVANCE = "in_advance"
    """On its first day."""

    IN_ARREARS = "in_arrears"
    """On the day after its last one."""


class ProrationUnit(Choice):
    """What is counted."""

    DAY = "day"
    """Whole days."""

    SECOND = "second"
    """Seconds of elapsed time."""

    THIRTY_DAY_MONTHS = "thirty_day_months"
    """Days, of which every month of the period has thirty: what it lacks its last day has too, and a 31st day has nothing."""


class ResourceMode(Choice):
    """What a resource is counted by."""

    INSTANTS = "instants"
    """By the moment: rooms by the hour, staff, vehicle bays."""

    NIGHTS = "nights"
    """By the night: lodging."""

    DEPARTURES = "departures"
    """By the seat of a dated start."""


class WithinHours(Choice):
    """What of a booking lies within opening hours."""

    WHOLE = "whole"
    """All of it: rooms, staff, vehicle bays."""

    PICK_UP_AND_RETURN = "pick_up_and_return"
    """Pick-up and return, as for hired cars and bikes: between them it may be closed, for days even."""


class GridStart(Choice):
    """Where the steps of a grid are counted from."""

    MIDNIGHT = "midnight"
    """From 00:00 of the wall clock."""

    OPENING = "opening"
    """From the moment at which it opens."""


class Packing(Choice):
    """Which starts of the grid are offered."""

    EVERY = "every"
    """Every one."""

    BACK_TO_BACK = "back_to_back"
    """One behind the other, with buffers between them: the first of each free stretch, then the first after its end."""

    NO_SHORT_GAPS = "no_short_gaps"
    """Those that leave no gap shorter than the shortest booking."""


class MachineStamp(Choice):
    """What a field is set to."""

    NOW = "now"
    """The moment of the event."""

    NOW_ONCE = "now_once"
    """The moment of the event, unless it is set already."""

    ACTOR = "actor"
    """Who did it."""

    GIVEN = "given"
    """What was given with the event under the same name; what was before when nothing was."""

    CLEARED = "cleared"
    """Nothing any more."""


class MachineStanding(Choice):
    """How something stands: what a rule refused, what waits for the outside and what the outside broke are different things."""

    OPEN = "open"
    """As it should."""

    PENDING = "pending"
    """The outside has to answer: a gateway, a router, a customer."""

    FAILED = "failed"
    """A rule or a person refused it."""

    ERRORED = "errored"
    """The outside broke."""


class TenantStatus(Choice):
    """Where a tenant is in its life."""

    PROVISIONING = "provisioning"
    """It is being set up; nobody of it comes in yet."""

    ACTIVE = "active"
    """It works."""

    SUSPENDED = "suspended"
    """Its people come in and read, and pay; nothing else is written."""

    DELETING = "deleting"
    """It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored."""

    DELETED = "deleted"
    """What it had is erased."""


class Locale(Choice):
    """A language and place, by its BCP 47 tag."""

    EN_US = "en-US"
    """American English: $1,234,567.00"""

    EN_IN = "en-IN"
    """Indian English: ₹12,34,567.00"""

    ES = "es"
    """Spanish: 1.234.567,00 €"""

    FR = "fr"
    """French: 1 234 567,00 €, with spaces at which no line breaks"""

    DE = "de"
    """German: 1.234.567,00 €"""

    HI = "hi"
    """Hindi: ₹12,34,567.00"""


class RateLimitKind(Choice):
    """How calls are counted."""

    SLIDING_WINDOW = "sliding_window"
    """Never more than the amount in any stretch of so many seconds, wherever it begins."""

    TOKEN_BUCKET = "token_bucket"
    """A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA)."""


class RateLimitKey(Choice):
    """For whom the state of a limit is kept."""

    IP = "ip"
    """For each address that calls."""

    USER = "user"
    """For each user."""

    TENANT = "tenant"
    """For the tenant as a whole."""


class AddressEffect(Choice):
    """What becomes of an address."""

    BLOCK = "block"
    """It is refused."""

    ALLOW = "allow"
    """It passes."""


class NumberReset(Choice):
    """When a counter begins anew."""

    NEVER = "never"
    """Never."""

    YEARLY = "yearly"
    """With the year."""

    MONTHLY = "monthly"
    """With the month."""

    DAILY = "daily"
    """With the day."""


class PolicyKind(Choice):
    """What a policy is about."""

    RESOURCE = "resource"
    """Size, number, storage, providers, regions."""

    SECURITY = "security"
    """Encryption, access, backups."""

    COST = "cost"
    """What it may cost."""


class PolicyEffect(Choice):
    """What follows when a policy does not hold."""

    DENY = "deny"
    """The change is not made."""

    WARN = "warn"
    """The change is made, and it is told."""

    REQUIRE_APPROVAL = "require_approval"
    """The change is made when somebody approves."""


class CustomFieldKind(Choice):
    """What a field takes."""

    TEXT = "text"
    """Text."""

    NUMBER = "number"
    """An exact number."""

    DATE = "date"
    """A day."""

    CHOICE = "choice"
    """One of several texts."""

    YES_NO = "yes_no"
    """True or false."""

    REFERENCE = "reference"
    """The id of another thing."""


class UnknownFields(Choice):
    """What becomes of values of a field that is not, or no longer, defined."""

    REFUSE = "refuse"
    """They are a fault."""

    ARCHIVE = "archive"
    """They are kept as they are, apart from the others."""


class Anonymising(Choice):
    """What becomes of a field that is made nameless. What is no text becomes nothing."""

    PSEUDONYM = "pseudonym"
    """Another text, the same for the same value, so that what is counted by it still adds up."""

    MASK = "mask"
    """Three stars, and the id of the thing where no two have the same."""

    REMOVE = "remove"
    """Nothing: the field is taken out."""


class RetentionAction(Choice):
    """What is done with things that were kept long enough."""

    DELETE = "delete"
    """They are deleted."""

    ANONYMISE = "anonymise"
    """They are made nameless."""


class ContactPurpose(Choice):
    """What something that goes out is for."""

    MARKETING = "marketing"
    """Greetings and offers: only with consent."""

    SERVICE = "service"
    """What belongs to what was ordered."""

    BILLING = "billing"
    """Bills and payments: neither switched off nor delayed."""

    SECURITY = "security"
    """Passwords and access: neither switched off nor delayed."""


class FieldKind(Choice):
    """What a field takes."""

    TEXT = "text"
    """A line of text."""

    LONG_TEXT = "long_text"
    """Text of many lines."""

    EMAIL = "email"
    """An e-mail address."""

    PHONE = "phone"
    """A telephone number as E.164 writes it: `+4930123456`."""

    URL = "url"
    """An address on the web."""

    SLUG = "slug"
    """A part of an address: small letters, digits and hyphens."""

    CHOICE = "choice"
    """One of several names."""

    YES_NO = "yes_no"
    """True or false."""

    INTEGER = "integer"
    """A whole number."""

    DECIMAL = "decimal"
    """An exact number."""

    MONEY = "money"
    """An amount with its currency."""

    PERCENT = "percent"
    """An exact number of hundredths: `12.5` is an eighth."""

    DAY = "day"
    """A day."""

    TIME = "time"
    """A time of day."""

    INSTANT = "instant"
    """A moment."""

    DURATION = "duration"
    """A length of time."""

    ZONE = "zone"
    """A time zone."""

    COUNTRY = "country"
    """A country by its two letters."""

    CURRENCY = "currency"
    """A currency by its three letters."""

    COLOUR = "colour"
    """A colour such as `#1a2b3c`."""

    IP_ADDRESS = "ip_address"
    """An IPv4 or IPv6 address."""

    COORDINATES = "coordinates"
    """A place on earth: latitude and longitude in degrees."""

    FILE = "file"
    """A file."""

    PICTURE = "picture"
    """A picture."""

    SECRET = "secret"
    """What is kept encrypted and shown as stars."""

    LINK = "link"
    """A record of another entity."""

    LINKS = "links"
    """Records of another entity."""

    ROWS = "rows"
    """A table of its own: the records of an entity that belong to this one."""

    GATHERED = "gathered"
    """Values of other records that link to this one: shown, and used in grants."""

    TRANSLATED_TEXT = "translated_text"
    """Text in several languages."""

    TAGS = "tags"
    """Words that people put on a record as they like, each once and in small letters."""

    RATE_LIST = "rate_list"
    """A rate list."""

    PLAN = "plan"
    """A plan."""

    MACHINE = "machine"
    """A machine."""

    OPENING_HOURS = "opening_hours"
    """Opening hours."""

    RESOURCE = "resource"
    """How a record is booked: a resource, whose id is the record's."""

    CONDITION = "condition"
    """A condition."""


class FieldWriter(Choice):
    """Who writes a field."""

    PEOPLE = "people"
    """Whoever may write the record."""

    MACHINE = "machine"
    """The entity's machine alone, by its stamps."""

    ENGINE = "engine"
    """The engine alone: acts and connectors."""


class EntityScope(Choice):
    """Whose records are."""

    TENANT = "tenant"
    """Each belongs to a tenant."""

    PLATFORM = "platform"
    """They are the platform's: operators write them, and every tenant's records may link to them."""


class InboundBelief(Choice):
    """What is believed of who wrote a mail."""

    PROVEN = "proven"
    """What a mail server has found that the tenant trusts: that the domain of the sender has sent it. Of any other mail nobody knows
    who wrote it.
    """

    SAID = "said"
    """What the mail itself says, which anybody may write."""


class InboundStranger(Choice):
    """What becomes of the mail of a stranger."""

    REFUSE = "refuse"
    """It is refused, so that they are told by their mail server."""

    DROP = "drop"
    """It is taken and nothing is made of it."""

    ACCEPT = "accept"
    """A record is made of it that links to nobody."""


class WebhookScheme(Choice):
    """How a message from outside is signed: by HMAC-SHA256 with a secret that both have, or by a certificate."""

    BODY = "body"
    """Over the body. No time is signed."""

    TIMESTAMPED = "timestamped"
    """Over a time and the body: `t=…,v1=…`, in hexadecimal digits."""

    STANDARD = "standard"
    """As Standard Webhooks has it: over id, time and body."""

    PAYPAL = "paypal"
    """As PayPal has it: by their certificate, over an id, a time, the id of the webhook and the CRC-32 of the body."""


class WebhookEncoding(Choice):
    """How a signature is written."""

    HEX = "hex"
    """In small hexadecimal digits."""

    BASE64 = "base64"
    """In Base64."""


class PackViewKind(Choice):
    """How a view is shown."""

    LIST = "list"
    """Rows and columns."""

    BOARD = "board"
    """Cards in the columns of a choice or of the machine's states."""

    CALENDAR = "calendar"
    """Records by day."""

    DASHBOARD = "dashboard"
    """Figures and plots side by side."""

    REPORT = "report"
    """Figures to be printed and exported."""


class ViewPlotKind(Choice):
    """How a plot is drawn."""

    BAR = "bar"
    """Bars."""

    LINE = "line"
    """A line."""

    SHARE = "share"
    """Shares of a whole."""


class Stretch(Choice):
    """How long a stretch is."""

    HOUR = "hour"
    """An hour, counted from the beginning of each day: where clocks are changed a day has one more or one less."""

    DAY = "day"
    """A day."""

    MONTH = "month"
    """A month; the first and the last one as far as the days reach."""


class DocumentPaper(Choice):
    """What a document is printed on."""

    A4 = "a4"
    """210 × 297 mm."""

    A5 = "a5"
    """148 × 210 mm."""

    LETTER = "letter"
    """8.5 × 11 inches."""


class RuleDecider(Choice):
    """Where a rule is decided."""

    CORE = "core"
    """In the engine."""

    SERVER = "server"
    """By the server."""

    CONNECTOR = "connector"
    """By what speaks to the outside."""

    WEB = "web"
    """On a screen."""

    OPERATIONS = "operations"
    """By how it is run."""


class Code(Choice):
    """The catalogue of every code that an answer can carry."""

    ENGINE_DEFECT = "engine.defect"
    """A defect in Ratebook itself stopped the call."""

    ENGINE_BUSY = "engine.busy"
    """The server has too much to do just now, or somebody else changes the same; trying again may succeed."""

    ENGINE_READ_ONLY = "engine.read_only"
    """Nothing is changed just now, here or in this tenant; reading goes on."""

    DEFINITION_JSON = "definition.json"
    """The text is not JSON."""

    DEFINITION_DAMAGED = "definition.damaged"
    """The compact form of a definition does not have its checksum, or is cut off."""

    DEFINITION_TOO_LARGE = "definition.too_large"
    """The definition is larger or deeper than any that is accepted."""

    DEFINITION_TYPE = "definition.type"
    """A value is of another type than its field takes."""

    DEFINITION_MISSING = "definition.missing"
    """A field that is needed is not there."""

    DEFINITION_UNKNOWN = "definition.unknown"
    """A field or choice that does not exist."""

    DEFINITION_RANGE = "definition.range"
    """A value outside what its field takes."""

    DEFINITION_CONFLICT = "definition.conflict"
    """Two parts of a definition contradict each other."""

    DEFINITION_GAP = "definition.gap"
    """A range that must be covered is not."""

    DEFINITION_OVERLAP = "definition.overlap"
    """Two ranges that must not meet do."""

    DEFINITION_REFERENCE = "definition.reference"
    """A name that nothing in the definition has."""

    DEFINITION_EXPRESSION = "definition.expression"
    """An expression that cannot be read or does not type-check."""

    REQUEST_JSON = "request.json"
    """The text is not JSON."""

    REQUEST_TOO_LARGE = "request.too_large"
    """The request is larger or deeper than any that is accepted."""

    REQUEST_TYPE = "request.type"
    """A value is of another type than its field takes."""

    REQUEST_MISSING = "request.missing"
    """A field that is needed is not there."""

    REQUEST_UNKNOWN = "request.unknown"
    """A field, choice or operation that does not exist."""

    REQUEST_RANGE = "request.range"
    """A value outside what its field takes."""

    REQUEST_CONFLICT = "request.conflict"
    """Two parts of a request contradict each other."""

    EXPRESSION_FAILED = "expression.failed"
    """An expression that has no value: a division by zero, an entry that is not there, too many steps."""

    MONEY_CURRENCY_UNKNOWN = "money.currency_unknown"
    """Not a currency of ISO 4217."""

    MONEY_CURRENCY_MISMATCH = "money.currency_mismatch"
    """Two currencies met; mixing is an error, not a conversion."""

    MONEY_OVERFLOW = "money.overflow"
    """The exact result needs more digits than an amount can hold."""

    MONEY_ALLOCATION = "money.allocation"
    """An amount that cannot be shared out by these weights."""

    MONEY_RATE_MISSING = "money.rate_missing"
    """No exchange rate leads from one currency to the other."""

    MONEY_RATE_STALE = "money.rate_stale"
    """The exchange rate is older than allowed."""

    MONEY_GATEWAY_CURRENCY = "money.gateway_currency"
    """A currency that the payment gateway does not take."""

    MONEY_GATEWAY_AMOUNT = "money.gateway_amount"
    """An amount finer or larger than the payment gateway takes."""

    TIME_ZONE_UNKNOWN = "time.zone_unknown"
    """Not a zone of the IANA database."""

    TIME_REVERSED = "time.reversed"
    """A range that ends before it begins."""

    TIME_OUT_OF_RANGE = "time.out_of_range"
    """A day or instant outside the years 0001 to 9999."""

    TIME_RECURRENCE = "time.recurrence"
    """A recurrence rule that cannot be read, or that contradicts itself."""

    TIME_RECURRENCE_ENDLESS = "time.recurrence_endless"
    """A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched."""

    RATES_NOT_PUBLISHED = "rates.not_published"
    """The list is a draft or archived."""

    RATES_NOT_VALID = "rates.not_valid"
    """Days outside the list's validity."""

    RATES_SUPERSEDED = "rates.superseded"
    """A newer version of the list answers for these days."""

    RATES_BLACKOUT = "rates.blackout"
    """The stay touches blackout days."""

    RATES_CLOSED = "rates.closed"
    """The stay touches closed days."""

    RATES_CLOSED_TO_ARRIVAL = "rates.closed_to_arrival"
    """No arrival on that day."""

    RATES_CLOSED_TO_DEPARTURE = "rates.closed_to_departure"
    """No departure on that day."""

    RATES_MIN_STAY = "rates.min_stay"
    """The stay is shorter than the list allows."""

    RATES_MAX_STAY = "rates.max_stay"
    """The stay is longer than the list allows."""

    RATES_LEAD_TIME = "rates.lead_time"
    """Booked too late or too early before arrival."""

    RATES_RELEASED = "rates.released"
    """The days are past their release and no longer sold."""

    RATES_BOOKING_WINDOW = "rates.booking_window"
    """Booked outside the days on which the list is sold."""

    RATES_OCCUPANCY = "rates.occupancy"
    """The party has too few or too many people for the list."""

    RATES_OCCUPANCY_EXCEEDED = "rates.occupancy_exceeded"
    """The party is larger than the largest the list prices."""

    RATES_UNPRICED = "rates.unpriced"
    """The list has no price for this party or time."""

    RATES_SUPPLEMENT_UNKNOWN = "rates.supplement_unknown"
    """An optional supplement that the list does not have."""

    RATES_PROMO_UNKNOWN = "rates.promo_unknown"
    """A promotion code that the list does not have."""

    RATES_PROMO_CLOSED = "rates.promo_closed"
    """A promotion code outside its window or used up."""

    RATES_TAX_REGION = "rates.tax_region"
    """No taxes are known for that region."""

    RATES_NO_LIST = "rates.no_list"
    """None of the lists can answer."""

    RATES_OVERLAP = "rates.overlap"
    """Two published lists answer for the same days."""

    RATES_CODE_TAKEN = "rates.code_taken"
    """Another list of the tenant has this code."""

    RATES_STATUS = "rates.status"
    """The list's status does not allow that."""

    RATES_IN_USE = "rates.in_use"
    """Something still refers to the list."""

    RATES_IMPORT = "rates.import"
    """A row of an imported file cannot be read."""

    RATES_PLAN_PERIOD = "rates.plan_period"
    """The moment lies outside the billing period."""

    RATES_BOOST_NOT_FASTER = "rates.boost_not_faster"
    """A boost must be to a dearer plan."""

    CALENDAR_CONFLICT = "calendar.conflict"
    """The time meets a booking and no unit is left."""

    CALENDAR_HELD = "calendar.held"
    """The time meets a hold and no unit is left."""

    CALENDAR_BLOCKED = "calendar.blocked"
    """The time is blocked: a repair, an event of another calendar."""

    CALENDAR_BUFFER = "calendar.buffer"
    """The time is free, but too close to a neighbour to keep the buffer."""

    CALENDAR_CAPACITY = "calendar.capacity"
    """More units than the resource has."""

    CALENDAR_SOLD_OUT = "calendar.sold_out"
    """A night or departure has too few units left."""

    CALENDAR_ALLOTMENT = "calendar.allotment"
    """The partner's allotment has too few units left."""

    CALENDAR_STOP_SALE = "calendar.stop_sale"
    """A night or departure is not sold for now."""

    CALENDAR_NO_DEPARTURE = "calendar.no_departure"
    """There is no departure on that day."""

    CALENDAR_DEPARTURE_CLOSED = "calendar.departure_closed"
    """The departure is no longer sold."""

    CALENDAR_CLOSED = "calendar.closed"
    """The time does not lie within opening hours."""

    CALENDAR_GRID = "calendar.grid"
    """Bookings do not begin at that time of day."""

    CALENDAR_TOO_SHORT = "calendar.too_short"
    """The time is shorter than the shortest booking."""

    CALENDAR_TOO_LONG = "calendar.too_long"
    """The time is longer than the longest booking."""

    CALENDAR_LENGTH_STEP = "calendar.length_step"
    """The length is not a multiple of the step of lengths."""

    CALENDAR_PAST = "calendar.past"
    """The time has begun already, and the resource does not take what is past."""

    CALENDAR_NOTICE = "calendar.notice"
    """Booked too shortly before it begins."""

    CALENDAR_CUT_OFF = "calendar.cut_off"
    """Tonight is no longer sold: the resource's cut-off has passed."""

    CALENDAR_HORIZON = "calendar.horizon"
    """Booked too far ahead."""

    CALENDAR_RESOURCE_UNKNOWN = "calendar.resource_unknown"
    """The calendar has no such resource."""

    CALENDAR_BOOKING_UNKNOWN = "calendar.booking_unknown"
    """The calendar has no such booking."""

    CALENDAR_BOOKING_EXISTS = "calendar.booking_exists"
    """Another booking has that id."""

    CALENDAR_HOLD_UNKNOWN = "calendar.hold_unknown"
    """The calendar has no such hold."""

    CALENDAR_HOLD_EXISTS = "calendar.hold_exists"
    """Another hold has that key."""

    CALENDAR_HOLD_EXPIRED = "calendar.hold_expired"
    """The hold has expired."""

    CALENDAR_BLOCK_UNKNOWN = "calendar.block_unknown"
    """The calendar has blocked no such time."""

    CALENDAR_BLOCK_EXISTS = "calendar.block_exists"
    """Another blocked time has that id."""

    CALENDAR_SERIES = "calendar.series"
    """An occurrence of a series is not free, and all were asked for."""

    CALENDAR_FEED = "calendar.feed"
    """An iCalendar text, or a part of it, that cannot be read."""

    CALENDAR_FEED_TOO_LARGE = "calendar.feed_too_large"
    """An iCalendar text larger than any that is accepted."""

    CALENDAR_FEED_ZONE = "calendar.feed_zone"
    """An iCalendar zone that is not known."""

    CALENDAR_UNASSIGNED = "calendar.unassigned"
    """Nobody can take it."""

    FLOW_ILLEGAL = "flow.illegal"
    """The event is not possible in this state; the details name what is."""

    FLOW_GUARD = "flow.guard"
    """The condition of the event, or of the beginning, does not hold."""

    FLOW_TOO_EARLY = "flow.too_early"
    """It is not yet the time for the event; the details name the moment."""

    FLOW_TOO_LATE = "flow.too_late"
    """It is no longer the time for the event; the details name the moment."""

    FLOW_UNSETTLED = "flow.unsettled"
    """More timers have run out than are settled at once; fire what is due first."""

    FLOW_FIELD_MISSING = "flow.field_missing"
    """A field that must be given with the event is not."""

    FLOW_VERSION = "flow.version"
    """Somebody else changed the instance meanwhile."""

    FLOW_STATE_UNKNOWN = "flow.state_unknown"
    """The machine has no such state."""

    FLOW_EVENT_UNKNOWN = "flow.event_unknown"
    """The machine has no such event."""

    FLOW_OTHER_MACHINE = "flow.other_machine"
    """The instance belongs to another machine, or to another version of it."""

    FLOW_HISTORY = "flow.history"
    """A history that the machine could not have lived."""

    FLOW_AUTOMATION_LOOP = "flow.automation_loop"
    """Rules set each other off in a circle; the details name it."""

    FLOW_AUTOMATION_CHAIN = "flow.automation_chain"
    """Rules set off more runs of other rules than are allowed, without a circle."""

    FLOW_EFFECT_LOOP = "flow.effect_loop"
    """Effects that change records follow from each other further than is done at once; the details say how far."""

    TENANCY_NOT_SIGNED_IN = "tenancy.not_signed_in"
    """Nobody is signed in: no token came along, or one that does not hold."""

    TENANCY_SECOND_FACTOR = "tenancy.second_factor"
    """The password is right, and a code is to be shown as well; the details have the ticket for it."""

    TENANCY_SHOW_AGAIN = "tenancy.show_again"
    """Who is signed in has shown that it is them too long ago for this; the details say how recent it has to be."""

    TENANCY_PERMISSION_MISSING = "tenancy.permission_missing"
    """A permission that is needed is not held; the details name it."""

    TENANCY_LAST_OWNER = "tenancy.last_owner"
    """Nobody would be an owner who can act any more."""

    TENANCY_STATUS = "tenancy.status"
    """The tenant's status, or the time since it changed, does not allow that."""

    TENANCY_WRONG_TENANT = "tenancy.wrong_tenant"
    """Something of another tenant; nothing of it was read."""

    TENANCY_RATE_LIMITED = "tenancy.rate_limited"
    """More calls than a limit lets through; the details say when to try again."""

    TENANCY_LOCKED = "tenancy.locked"
    """Locked after too many failures; the details say until when."""

    TENANCY_ADDRESS_BLOCKED = "tenancy.address_blocked"
    """A rule blocks the address."""

    TENANCY_QUOTA = "tenancy.quota"
    """More than is left of a quota; the details name the limit and the current count."""

    TENANCY_RESERVATION = "tenancy.reservation"
    """Nothing is held under the key of a reservation."""

    TENANCY_KEY_TYPO = "tenancy.key_typo"
    """An API key that is not whole, or mistyped: its checksum differs."""

    TENANCY_KEY_UNKNOWN = "tenancy.key_unknown"
    """No API key of the tenant is like this one."""

    TENANCY_KEY_EXPIRED = "tenancy.key_expired"
    """The API key has expired."""

    TENANCY_KEY_REVOKED = "tenancy.key_revoked"
    """The API key was revoked."""

    TENANCY_KEY_ADDRESS = "tenancy.key_address"
    """The API key may not be used from that address."""

    TENANCY_AUDIT_BROKEN = "tenancy.audit_broken"
    """Audit records that were changed, removed or reordered."""

    TENANCY_FIELD_TAKEN = "tenancy.field_taken"
    """Another one has this value, and no two may."""

    TENANCY_NOT_ERASED = "tenancy.not_erased"
    """A record has another shape than was declared, so that something personal may not be found in it; nothing was erased."""

    TENANCY_FIELD_CHECK = "tenancy.field_check"
    """The values of custom fields do not go together."""

    RECORDS_CHECK = "records.check"
    """A record does not meet a condition of its entity."""

    RECORDS_NOT_WRITABLE = "records.not_writable"
    """A field that the actor may not write: the machine, the engine or nobody does."""

    RECORDS_NOT_REVEALED = "records.not_revealed"
    """A secret that is shown to nobody, since its field does not say to whom."""

    RECORDS_LINK = "records.link"
    """A link to a record that is not there, or that may not be linked to."""

    RECORDS_TAKEN = "records.taken"
    """Another record has this value, and no two may."""

    RECORDS_IN_USE = "records.in_use"
    """The record cannot be deleted while others link to it; the details say how many."""

    RECORDS_VERSION = "records.version"
    """Somebody else changed the record meanwhile."""

    RECORDS_NOT_FOUND = "records.not_found"
    """There is no such record, or the actor may not know of it."""

    RECORDS_ROW = "records.row"
    """A row of an imported sheet cannot be kept; the details say which."""

    RECORDS_SIGNATURE = "records.signature"
    """A message from outside is not proven by a secret that counts, or too old."""

    RECORDS_INFECTED = "records.infected"
    """A virus was found in a file; nothing of it was kept."""

    RECORDS_DOCUMENT = "records.document"
    """A document cannot be made of the record; the details say where its template is at fault."""


class DetailKind(Choice):
    """What a figure is, by which an app reads it."""

    COUNT = "count"
    """A whole number."""

    DECIMAL = "decimal"
    """An exact number as text: an amount, a ratio."""

    DAY = "day"
    """A day."""

    DAYS = "days"
    """Days, each for itself or as a range."""

    DAY_RANGE = "day_range"
    """A first and a last day."""

    INSTANT = "instant"
    """A moment."""

    SPAN = "span"
    """A beginning and an end."""

    MINUTES = "minutes"
    """A number of minutes."""

    SECONDS = "seconds"
    """A number of seconds."""

    TEXT = "text"
    """A text: a name, a word, a place in a definition."""

    TEXTS = "texts"
    """Several texts."""

    OTHER = "other"
    """Anything else."""


class Language(Choice):
    """A language in which guests are told what is wrong."""

    EN = "en"
    """English."""

    ES = "es"
    """Spanish."""

    FR = "fr"
    """French."""

    DE = "de"
    """German."""

    HI = "hi"
    """Hindi."""


class AllocationMethod(Choice):
    """Who gets what is left over when the shares are not whole steps."""

    LARGEST_REMAINDER = "largest_remainder"
    """One step each to the shares that lost most by cutting, the earlier one first among equals."""

    FIRST = "first"
    """All of it to the first share that has a weight."""

    ONE_EACH = "one_each"
    """One step each to the shares that have a weight, in their order."""


class RatePath(Choice):
    """How a rate was found."""

    SAME = "same"
    """Both currencies are the same."""

    DIRECT = "direct"
    """As the table has it."""

    INVERSE = "inverse"
    """By the rate of the opposite direction."""

    CROSS = "cross"
    """Through the base of the table."""


class Gateway(Choice):
    """A payment gateway, each with its own table of units."""

    STRIPE = "stripe"
    """Whole numbers of the smallest unit, with tables of exceptions."""

    PAYPAL = "paypal"
    """Decimal text; its own list of currencies, three of them without decimals."""

    RAZORPAY = "razorpay"
    """Whole numbers of the smallest unit; the third decimal is always 0."""

    SQUARE = "square"
    """Whole numbers of the smallest unit."""


class GatewayUse(Choice):
    """What the money does."""

    CHARGE = "charge"
    """A customer pays, or is paid back."""

    PAYOUT = "payout"
    """The gateway pays out to a bank account."""


class WrittenDigits(Choice):
    """How many digits are written."""

    MINOR_UNIT = "minor_unit"
    """Those of the minor unit; what is finer is rounded to it, a half away from zero."""

    DISPLAY = "display"
    """Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them."""

    EXACT = "exact"
    """At least those of the minor unit, and every further one that is not zero: for unit prices such as 0.0725 a kWh."""


class CurrencyMark(Choice):
    """How the currency is written."""

    SYMBOL = "symbol"
    """By the locale's symbol, such as $; by the code where it has none."""

    CODE = "code"
    """By the three letters."""


class WallKind(Choice):
    """Whether clocks show a time once, never or twice."""

    ONCE = "once"
    """Once."""

    NEVER = "never"
    """Never: clocks went forward over it."""

    TWICE = "twice"
    """Twice: clocks went back over it."""


class LeftOutWhy(Choice):
    """Why somebody could not take it."""

    ABSENT = "absent"
    """Offline, absent or not free."""

    OUTSIDE_HOURS = "outside_hours"
    """Outside of their hours."""

    AT_LIMIT = "at_limit"
    """With as much to do as they may have."""

    SKILL = "skill"
    """Without a skill that is needed."""

    AREA = "area"
    """They work elsewhere."""

    NOT_NAMED = "not_named"
    """Somebody else was named."""


class AuditBreakKind(Choice):
    """How a chain of records is broken."""

    CHANGED = "changed"
    """The record is not what its hash is of."""

    MISSING = "missing"
    """Records before this one are not there."""

    OUT_OF_ORDER = "out_of_order"
    """Another record belongs here."""

    DUPLICATED = "duplicated"
    """The record is there already."""

    WRONG_TENANT = "wrong_tenant"
    """The record is another tenant's."""

    REWRITTEN = "rewritten"
    """The record's own hash is right, but it does not hang on the one before, or is not what the anchor is of: its hash was made anew."""

    TRUNCATED = "truncated"
    """Records that an anchor is of are cut off."""

    UNPROVEN = "unproven"
    """A revealed value or its salt is not what was recorded."""


class RetryOver(Choice):
    """Why something is not tried again."""

    PERMANENT = "permanent"
    """It would fail again."""

    EXHAUSTED = "exhausted"
    """That was the last attempt."""


class AlertComparison(Choice):
    """How a value compares with a threshold."""

    ABOVE = "above"
    """It is more."""

    AT_LEAST = "at_least"
    """It is as much or more."""

    BELOW = "below"
    """It is less."""

    AT_MOST = "at_most"
    """It is as much or less."""


class FileFormat(Choice):
    """The kind of file."""

    CSV = "csv"
    """Comma-separated values."""

    XLSX = "xlsx"
    """A workbook; the first sheet counts."""


class Encoding(Choice):
    """How text is written in bytes. It is declared, never guessed."""

    UTF_8 = "utf-8"
    """UTF-8, with or without a byte order mark."""

    UTF_16 = "utf-16"
    """UTF-16 as its byte order mark says."""

    WINDOWS_1252 = "windows-1252"
    """Western European, as older spreadsheets write it."""


class OnFault(Choice):
    """What happens when a row is at fault."""

    IMPORT_NOTHING = "import_nothing"
    """Nothing is imported."""

    SKIP_BAD = "skip_bad"
    """Lists with faults are left out."""


class LineKind(Choice):
    """What a line is for."""

    UNIT = "unit"
    """A unit: a night of a room, a day of a vehicle, a piece."""

    EXTRA_ADULT = "extra_adult"
    """An adult beyond those the unit's price includes."""

    CHILD = "child"
    """A child."""

    HOURS = "hours"
    """Hours in one window, or a block of hours."""

    MINIMUM = "minimum"
    """What brings the hours up to the minimum charge."""

    SUPPLEMENT = "supplement"
    """A supplement that everyone pays."""

    EXTRA = "extra"
    """A supplement that was chosen."""

    DISCOUNT = "discount"
    """A discount."""

    FEE = "fee"
    """A fee."""

    TAX = "tax"
    """A tax that is added."""

    ROUNDING = "rounding"
    """The difference that rounding the total made."""


class LostWhy(Choice):
    """Why a list was not chosen."""

    OTHER_PRODUCT = "other_product"
    """It is for another supplier, service, destination or product."""

    OTHER_CURRENCY = "other_currency"
    """It prices in another currency."""

    OTHER_CUSTOMERS = "other_customers"
    """It is for other groups of customers."""

    OTHER_CHANNEL = "other_channel"
    """It is for other channels."""

    OTHER_COUNTRY = "other_country"
    """It is for other countries."""

    OTHER_QUANTITY = "other_quantity"
    """It is for fewer or for more units."""

    REFUSED = "refused"
    """It refuses the request."""

    PRIORITY = "priority"
    """Another list has a higher priority."""

    LESS_SPECIFIC = "less_specific"
    """Another list is for the very product, destination or supplier."""

    LESS_SPECIFIC_CONTEXT = "less_specific_context"
    """Another list is for the very customers, channel, country or quantity."""

    SMALLER_QUANTITY = "smaller_quantity"
    """Another list begins at a larger quantity."""

    OLDER_VERSION = "older_version"
    """Another list is a newer version."""

    ID = "id"
    """Nothing else tells them apart: another list's id comes first."""


class ProrationLineKind(Choice):
    """Credit or charge."""

    CREDIT = "credit"
    """Money back."""

    CHARGE = "charge"
    """Money due."""


class CancelledBy(Choice):
    """Who cancels."""

    GUEST = "guest"
    """Whoever booked."""

    PROVIDER = "provider"
    """Whoever was to provide it: nothing is charged."""


class CancellationLineKind(Choice):
    """Why so much is charged."""

    TIER = "tier"
    """A tier whose deadline has not passed."""

    LATE = "late"
    """All deadlines have passed."""

    NO_SHOW = "no_show"
    """Nobody came."""

    KEPT = "kept"
    """More than the tier charges is never given back."""

    GRACE = "grace"
    """It was booked only just now."""

    PROVIDER = "provider"
    """The provider cancels."""


class ViewKind(Choice):
    """How many days are drawn."""

    DAY = "day"
    """The day."""

    WEEK = "week"
    """The week that the day lies in."""

    MONTH = "month"
    """The month that the day lies in."""


class ViewState(Choice):
    """What a part of a day, or a day, is."""

    OPEN = "open"
    """Units can be taken."""

    HELD = "held"
    """The last unit is held."""

    BUFFER = "buffer"
    """Kept free beside a booking."""

    TAKEN = "taken"
    """No unit is left."""

    BLOCKED = "blocked"
    """Blocked by a repair or an event of another calendar."""

    CLOSED = "closed"
    """Outside opening hours, or not sold."""


class OccupancyBy(Choice):
    """What figures are made for."""

    DAY = "day"
    """Every day."""

    WEEK = "week"
    """Every week."""


class SeriesBooking(Choice):
    """What is booked of a series."""

    ALL = "all"
    """All occurrences, or none when one of them clashes."""

    SKIP_CLASHING = "skip_clashing"
    """Those that are free."""

    NONE = "none"
    """None: they are only looked at."""


class FeedContent(Choice):
    """What a feed tells."""

    EVENTS = "events"
    """Every booking as an event, every hold as a tentative one, and what is blocked here. What another calendar blocked is
    left out, for it comes from there.
    """

    FREE_BUSY = "free_busy"
    """When no unit is left, without a word about why."""


class MachineDrawing(Choice):
    """The language of a picture."""

    MERMAID = "mermaid"
    """Mermaid, which Markdown pages draw."""

    DOT = "dot"
    """DOT, which Graphviz draws."""


class DeadlineGrouping(Choice):
    """By what figures are kept apart."""

    PRIORITY = "priority"
    """The present priority, or that of the moment at which the target was met."""

    AGENT = "agent"
    """Who has the case, or had it when the target was met."""


class FlagRule(Choice):
    """A rule that decides whether a feature is on, in their order."""

    FORCED = "forced"
    """What it is for this tenant."""

    SCHEDULE = "schedule"
    """It has not started, or has ended."""

    ROLE = "role"
    """A role."""

    PLAN = "plan"
    """The plan."""

    PERCENTAGE = "percentage"
    """A percentage."""

    OTHERWISE = "otherwise"
    """Nothing else."""


class LockoutEvent(Choice):
    """What happened."""

    CHECK = "check"
    """Nothing yet: is it locked? Asked before a password is looked at."""

    FAILURE = "failure"
    """A failure. While it is locked it counts for nothing."""

    SUCCESS = "success"
    """A success: earlier failures and locks are forgotten. While it is locked it counts for nothing."""

    UNLOCK = "unlock"
    """Somebody in charge unlocks it."""


class QuotaAction(Choice):
    """What is done with a quota."""

    CHECK = "check"
    """Only asks whether so much could be taken."""

    TAKE = "take"
    """Takes it at once."""

    GIVE_BACK = "give_back"
    """Gives back what was taken."""

    RESERVE = "reserve"
    """Holds it under a key until a moment: nobody else gets it."""

    COMMIT = "commit"
    """Takes what is held."""

    RELEASE = "release"
    """Lets go of what is held."""


class PolicyOutcome(Choice):
    """What follows of a policy, or of all of them; the graver ones last."""

    COMPLIANT = "compliant"
    """It holds."""

    WARNED = "warned"
    """It does not, which is told."""

    UNCHECKED = "unchecked"
    """A fact is missing, so nobody can say."""

    APPROVAL_NEEDED = "approval_needed"
    """It does not, and somebody has to approve."""

    DENIED = "denied"
    """It does not, and the change is not made."""


class AutomationSkipWhy(Choice):
    """Why a rule did not run."""

    HANDLED = "handled"
    """The occasion was acted on before."""

    TRIGGER = "trigger"
    """It waits for something else."""

    DISABLED = "disabled"
    """It is switched off."""

    STOPPED = "stopped"
    """A rule before it was the last to run."""

    CONDITION = "condition"
    """Its condition is false."""


class ContactSuppressedWhy(Choice):
    """Why something that is due is not sent."""

    SENT = "sent"
    """It was."""

    STOPPED = "stopped"
    """A state or a flag ended it."""

    OPTED_OUT = "opted_out"
    """It is not wanted: by whoever receives it, by the tenant, or as a rule."""

    NO_CONSENT = "no_consent"
    """Marketing without consent."""

    CONDITION = "condition"
    """Its condition is false."""

    TOO_LATE = "too_late"
    """It is later than its grace."""


class PlanStepKind(Choice):
    """What a step does."""

    TRUTH = "truth"
    """Puts a truth on the pile."""

    ALL = "all"
    """Takes several off and puts back whether all are true."""

    EITHER = "either"
    """Takes several off and puts back whether one of them is true."""

    NOT = "not"
    """Turns the last one round."""

    GIVEN = "given"
    """Whether there is a value in the column."""

    SUM = "sum"
    """Whether the columns, added up, compare so with a number; one of them alone compares by itself."""

    COMPARE = "compare"
    """Whether a text, an id or a truth compares so."""

    COLUMNS = "columns"
    """Whether one column compares so with another."""

    ONE_OF = "one_of"
    """Whether the value is one of several."""

    HOLDS = "holds"
    """Whether a list has a value."""

    BEGINS = "begins"
    """Whether a text begins with another."""

    CONTAINS = "contains"
    """Whether a text has another in it."""

    SEARCH = "search"
    """Whether any of the columns, or any entry of the lists, has a part in it."""


class Sign(Choice):
    """How something compares."""

    EQUAL = "equal"
    """It is the same."""

    BELOW = "below"
    """It is below."""

    AT_MOST = "at_most"
    """It is not above."""

    ABOVE = "above"
    """It is above."""

    AT_LEAST = "at_least"
    """It is not below."""


class MergeSide(Choice):
    """Whose value of a field stays."""

    KEPT = "kept"
    """That of the record that stays."""

    OTHER = "other"
    """That of the record that goes."""

    BOTH = "both"
    """Those of both, each once: of a list of links."""


class SettingLayer(Choice):
    """Who says what a setting is; whoever comes later is stronger."""

    PACK = "pack"
    """The pack, by its default."""

    OPERATOR = "operator"
    """Who runs the installation, for all tenants of the pack."""

    TENANT = "tenant"
    """The tenant."""


class NoticeKind(Choice):
    """As what a change is told."""

    CHANGED = "changed"
    """It is told as what it is."""

    NEW = "new"
    """A record has come into sight that was there before; what happened to it is not told."""

    GONE = "gone"
    """The record has gone out of sight; whether it is still there is not told."""

    NOTHING = "nothing"
    """Nothing is told."""


class TableContent(Choice):
    """What a table holds."""

    RECORDS = "records"
    """Records."""

    SAMPLES = "samples"
    """Samples of something over time."""

    LINKS = "links"
    """The records that a field links to, in their order."""

    TEXTS = "texts"
    """The texts of a field by language."""

    TAGS = "tags"
    """The tags of a field."""

    CUSTOM = "custom"
    """The values of fields that tenants give its records."""

    VALUES = "values"
    """The values that no two records of the whole platform have: a reference table, keyed by value."""


class ColumnPart(Choice):
    """What of a field a column holds."""

    VALUE = "value"
    """Its value, or the amount of one."""

    CURRENCY = "currency"
    """The currency of an amount."""

    FOLDED = "folded"
    """The text in small letters, by which it is searched, sorted and compared; of texts by language that of the pack's first language."""

    SHOWN = "shown"
    """Of texts by language, in small letters, the one that whoever asks is shown."""


class PartitionStep(Choice):
    """How much of time a part of a table holds."""

    MONTH = "month"
    """A month of UTC."""


class MigrationClass(Choice):
    """Whether a step can be done without anybody."""

    SAFE = "safe"
    """It can, whatever the records are."""

    NEEDS_BACKFILL = "needs_backfill"
    """Records are to be filled or looked over first."""

    LOSES = "loses"
    """Records say less afterwards."""


class RowRule(Choice):
    """What must be true of every row before a migration."""

    GIVEN = "given"
    """There is a value."""

    UNIQUE = "unique"
    """No two rows have the same."""

    BOUNDS = "bounds"
    """The number, amount or day is within its bounds."""

    DIGITS = "digits"
    """The number is no finer than is kept."""

    LENGTH = "length"
    """The text is long and short enough."""

    PATTERN = "pattern"
    """The text matches its pattern."""

    FORM = "form"
    """The text is of the form of the new kind."""

    CHOICES = "choices"
    """It is one of the choices."""

    CURRENCY = "currency"
    """The amount is in the one currency."""

    NONE_DELETED = "none_deleted"
    """No row was deleted softly: it would be back."""


class FillSource(Choice):
    """Where the values come from that rows get."""

    OPERATOR = "operator"
    """From who runs the migration: nothing says what they are."""

    COMPUTED = "computed"
    """From the expression of the field."""

    FOLDED = "folded"
    """From the text of the same field, in small letters."""

    MACHINE = "machine"
    """From the machine: its first state, its version, the moment of the record's last change."""

    RECORD = "record"
    """From the record: its version and moments are those of a new one."""

    FIELD = "field"
    """From the column of the same field in the entity's table."""

    NUMBER = "number"
    """From the counter of the entity: the next number for every record that has none, in the order in which they were made."""


class Derivation(Choice):
    """What is kept of records and follows from them."""

    RECKONED = "reckoned"
    """What its deadlines write into a record, and what is computed."""

    TIMERS = "timers"
    """When something happens to a record by itself."""

    SEARCH = "search"
    """By what a record is found."""

    OWNERS = "owners"
    """Whose a record is, over all tenants."""

    LISTING = "listing"
    """What everybody may read of a record."""

    CONTACTS = "contacts"
    """When a record is looked at for what is written about it."""


class RateListDefinition(Record):
    """What a supplier, a studio or a provider hands out: for these days, this many people, at these prices."""

    __slots__ = __match_args__ = ("id", "tenant", "code", "version", "parent", "name", "supplier", "service_type", "destination", "product", "tags", "custom_fields", "status", "superseded_on", "priority", "context", "currency", "valid", "zone", "unit", "people", "prices", "hours", "age_bands", "free_children", "seasons", "supplements", "discounts", "combine_discounts", "fees", "tax_category", "taxes", "tax_region", "blackouts", "restrictions", "rounding",)
    _optional = {"id": None, "tenant": None, "code": None, "version": None, "parent": None, "supplier": None, "service_type": None, "destination": None, "product": None, "tags": (), "custom_fields": {}, "status": None, "superseded_on": None, "priority": None, "context": None, "zone": None, "people": None, "prices": None, "hours": None, "age_bands": (), "free_children": None, "seasons": (), "supplements": (), "discounts": (), "combine_discounts": None, "fees": (), "tax_category": None, "taxes": (), "tax_region": None, "blackouts": (), "restrictions": (), "rounding": None}

    id: str | None
    """A UUID."""

    tenant: str | None
    """Whose list it is."""

    code: str | None
    """Unique in the tenant, such as `RL-2611-0001`."""

    version: int | None
    """1, 2, …: a clone is the next one."""

    parent: str | None
    """The id of the version this one was cloned from."""

    name: str
    """What people call it."""

    supplier: str | None
    """Who sells it."""

    service_type: str | None
    """`lodging`, `activity`, `transport`, `guide`, `room_hire`, `service`, `package`, or a kind of your own."""

    destination: str | None
    """Where it is."""

    product: str | None
    """Room type, vehicle class, studio…; a list without one is for all products."""

    tags: tuple[str, ...]
    """Labels of your own."""

    custom_fields: dict[str, Any]
    """Fields of your own, kept as they are."""

    status: ListStatus | None
    """Only published lists price, unless a request asks for a preview."""

    superseded_on: date | None
    """The first day on which the next version answers in place of this one."""

    priority: int | None
    """Among several lists that could answer, the highest goes first."""

    context: SaleContext | None
    """For whom it is, where one of several lists is chosen."""

    currency: str
    """The currency of every amount in the list."""

    valid: DayRange
    """The days on which it can be used, both included."""

    zone: str | None
    """Where its days begin; hour lists need it."""

    unit: Unit
    """What one price buys."""

    people: People | None
    """How many people it is for."""

    prices: Prices | None
    """What a unit costs; hour lists have `hours` in its place."""

    hours: Hours | None
    """What hours cost, for the unit `hour`."""

    age_bands: tuple[AgeBand, ...]
    """How children are charged, from age 0 to the last one before adults, without gap or overlap."""

    free_children: int | None
    """How many children per room may be free. Of further ones the oldest pay the price of their band if it has one, that of
    the next older band that has, or as the adults that they then are.
    """

    seasons: tuple[Season, ...]
    """Days that cost something else. On each night the season of highest priority wins."""

    supplements: tuple[Supplement, ...]
    """What comes on top, in this order."""

    discounts: tuple[Discount, ...]
    """What comes off."""

    combine_discounts: Combination | None
    """What happens when several discounts apply."""

    fees: tuple[Fee, ...]
    """Charges of the seller after discounts."""

    tax_category: str | None
    """The tax category of units and children."""

    taxes: tuple[Tax, ...]
    """Taxes, in this order."""

    tax_region: TaxRegion | None
    """Taxes by place of supply, after the list's own."""

    blackouts: tuple[Blackout, ...]
    """Days that are not sold at all."""

    restrictions: tuple[Restriction, ...]
    """Who may arrive, leave and stay how long, booked how far ahead."""

    rounding: RoundingRule | None
    """How amounts are rounded."""


class SaleContext(Record):
    """For whom a list is, where one of several is to be chosen: it answers when all that it names is met."""

    __slots__ = __match_args__ = ("customer_groups", "channels", "countries", "min_quantity", "max_quantity",)
    _optional = {"customer_groups": (), "channels": (), "countries": (), "min_quantity": None, "max_quantity": None}

    customer_groups: tuple[str, ...]
    """Only for buyers of one of these groups, such as `trade`."""

    channels: tuple[str, ...]
    """Only through one of these channels."""

    countries: tuple[str, ...]
    """Only for buyers from one of these countries, such as `DE`."""

    min_quantity: int | None
    """From so many rooms or units on."""

    max_quantity: int | None
    """Up to so many rooms or units."""


class DayRange(Record):
    """Days from `first` to `last`, both included, as people write seasons."""

    __slots__ = __match_args__ = ("first", "last",)
    _optional = {}

    first: date
    """The first day."""

    last: date
    """The last day, included."""


class People(Record):
    """How many people a unit is for."""

    __slots__ = __match_args__ = ("standard", "min_people", "max_people", "min_adults", "max_adults", "min_children", "max_children", "use_larger_price", "counted", "children_fill_standard",)
    _optional = {"standard": None, "min_people": None, "max_people": None, "min_adults": None, "max_adults": None, "min_children": None, "max_children": None, "counted": None, "children_fill_standard": False}

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

    counted: Counted | None
    """Whether the limits count people as they pay or as they come."""

    children_fill_standard: bool
    """Whether the oldest children take the places that fewer adults than the standard number leave, and pay as adults."""


class Prices(Record):
    """What a unit costs: exactly one of `base`, `per_person`, `by_adults` and `by_people`, and what goes with it."""

    __slots__ = __match_args__ = ("base", "per_person", "by_adults", "by_people", "extra_adult", "extra_bed", "child", "single_use",)
    _optional = {"base": None, "per_person": None, "by_adults": {}, "by_people": {}, "extra_adult": None, "extra_bed": None, "child": None, "single_use": None}

    base: Decimal | None
    """The price for up to the standard number of adults."""

    per_person: Decimal | None
    """The price of each adult."""

    by_adults: dict[int, Decimal]
    """The price by number of adults, such as `{"1": "95", "2": "120"}`."""

    by_people: dict[int, Decimal]
    """The price of each adult by the number of all people, children too, such as `{"2": "90", "3": "70"}`."""

    extra_adult: Decimal | None
    """Each adult beyond the standard number, or beyond the largest of `by_adults`."""

    extra_bed: Decimal | None
    """An extra bed, as the measure of children's prices."""

    child: Decimal | None
    """The full price of a child, as the measure of children's prices."""

    single_use: SingleUse | None
    """What one adult alone pays."""


class Hours(Record):
    """What hours cost, by local time of day and day of the week."""

    __slots__ = __match_args__ = ("windows", "minimum_charge", "increment_minutes", "blocks", "after_hours",)
    _optional = {"minimum_charge": None, "increment_minutes": None, "blocks": (), "after_hours": None}

    windows: tuple[HourWindow, ...]
    """The windows; of those that cover a moment the highest priority wins."""

    minimum_charge: Decimal | None
    """Never less than this."""

    increment_minutes: int | None
    """Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given."""

    blocks: tuple[Block, ...]
    """Prices for whole blocks that count when cheaper."""

    after_hours: AfterHours | None
    """What comes on top outside ordinary hours."""


class HourWindow(Record):
    """A window of local time with its price. One that closes at or before it opens goes past midnight."""

    __slots__ = __match_args__ = ("name", "weekdays", "days", "opens", "closes", "price", "tiers", "priority",)
    _optional = {"weekdays": None, "days": (), "tiers": ()}

    name: str
    """What people call it."""

    weekdays: tuple[Weekday, ...] | None
    """On these days of the week, by the day on which it opens; all when not given."""

    days: tuple[DayRange, ...]
    """Only on these days; all when empty."""

    opens: str
    """When it opens."""

    closes: str
    """When it closes."""

    price: Decimal
    """The price of an hour."""

    tiers: tuple[HourTier, ...]
    """Other prices of an hour, by the length of the whole span."""

    priority: int
    """The highest wins; two windows of one priority must not meet."""


class HourTier(Record):
    """From so many hours on, another price of the hour."""

    __slots__ = __match_args__ = ("at_least", "price",)
    _optional = {}

    at_least: Decimal
    """From so many hours of the whole span on."""

    price: Decimal
    """The price of an hour."""


class Block(Record):
    """A price for so many hours at once."""

    __slots__ = __match_args__ = ("name", "hours", "price",)
    _optional = {}

    name: str
    """What people call it."""

    hours: Decimal
    """So many hours."""

    price: Decimal
    """What they cost together."""


class AfterHours(Record):
    """What comes on top outside ordinary hours."""

    __slots__ = __match_args__ = ("opens", "closes", "weekdays", "amount",)
    _optional = {"weekdays": None}

    opens: str
    """When ordinary hours begin."""

    closes: str
    """When ordinary hours end."""

    weekdays: tuple[Weekday, ...] | None
    """The days of the week that have ordinary hours at all; all when not given."""

    amount: Decimal
    """The amount for each hour outside them."""


class AgeBand(Record):
    """Children from one age to another, both included, and what they pay."""

    __slots__ = __match_args__ = ("name", "min_age", "max_age", "price", "nth",)
    _optional = {"nth": ()}

    name: str
    """What the band is called."""

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""

    price: ChildPrice
    """What a child of the band pays for each unit."""

    nth: tuple[NthChild, ...]
    """Other prices for the second, third… child of the band, counted in the order of age, oldest first."""


class PercentOf(Record):
    """A share of another price."""

    __slots__ = __match_args__ = ("percent", "of",)
    _optional = {}

    percent: Decimal
    """The share."""

    of: PriceKind
    """Of which price."""


class NthChild(Record):
    """What the n-th child of a band pays."""

    __slots__ = __match_args__ = ("nth", "price",)
    _optional = {}

    nth: int
    """1 for the first child of the band, 2 for the second…"""

    price: ChildPrice
    """What it pays."""


class Season(Record):
    """Days that cost something else. On each night the season of highest priority wins, alone."""

    __slots__ = __match_args__ = ("name", "days", "weekdays", "priority", "price", "by_adults", "by_people", "extra_adult", "extra_bed", "child", "age_bands", "single_use",)
    _optional = {"weekdays": None, "price": None, "by_adults": {}, "by_people": {}, "extra_adult": None, "extra_bed": None, "child": None, "age_bands": {}, "single_use": None}

    name: str
    """What people call it."""

    days: tuple[DayRange, ...]
    """Its days, in any number of ranges."""

    weekdays: tuple[Weekday, ...] | None
    """Only these days of the week; all when not given."""

    priority: int
    """The highest wins; two seasons of one priority must not meet."""

    price: Change | None
    """What happens to the price of the unit: the base price, the price per person or every price of the table."""

    by_adults: dict[int, Change]
    """What happens to single prices of the table, in place of `price`."""

    by_people: dict[int, Change]
    """The same of the table by the number of all people."""

    extra_adult: Change | None
    """What happens to the price of an extra adult."""

    extra_bed: Change | None
    """What happens to the price of an extra bed."""

    child: Change | None
    """What happens to the prices of children: their full price and fixed prices."""

    age_bands: dict[str, ChildPrice]
    """What the children of an age band pay in this season in place of the band's price, by the name of the band."""

    single_use: SingleUse | None
    """What one adult alone pays in this season."""


class Supplement(Record):
    """What comes on top: a weekend, a gala dinner, half board, an extra bed."""

    __slots__ = __match_args__ = ("code", "name", "days", "weekdays", "seasons", "party", "optional", "per", "shared_by_nights", "price", "tax_category",)
    _optional = {"days": (), "weekdays": None, "seasons": (), "party": None, "shared_by_nights": False, "tax_category": None}

    code: str
    """By which an optional one is chosen; unique in the list."""

    name: str
    """What people call it."""

    days: tuple[DayRange, ...]
    """Only these nights; all when empty."""

    weekdays: tuple[Weekday, ...] | None
    """Only nights of these days of the week; all when not given."""

    seasons: tuple[str, ...]
    """Only nights of these seasons, by name; all when empty."""

    party: PartyMatch | None
    """Only parties of this size."""

    optional: bool
    """Whether it is charged only when chosen."""

    per: Per
    """For each of what it is charged."""

    shared_by_nights: bool
    """Whether a charge that is not per night is divided over the nights that match, in equal parts that add up exactly."""

    price: SupplementPrice
    """How much."""

    tax_category: str | None
    """The tax category of its lines."""


class PartyMatch(Record):
    """A party by its size and ages; what is not given does not matter."""

    __slots__ = __match_args__ = ("min_adults", "max_adults", "min_children", "max_children", "ages",)
    _optional = {"min_adults": None, "max_adults": None, "min_children": None, "max_children": None, "ages": ()}

    min_adults: int | None
    """At least so many adults."""

    max_adults: int | None
    """At most so many adults."""

    min_children: int | None
    """At least so many children."""

    max_children: int | None
    """At most so many children."""

    ages: tuple[ChildrenOfAge, ...]
    """So many children of these ages, each of them."""


class ChildrenOfAge(Record):
    """At least so many who are told by age, on the day of arrival, are of these ages."""

    __slots__ = __match_args__ = ("min_age", "max_age", "at_least",)
    _optional = {"at_least": None}

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""

    at_least: int | None
    """How many there are at least."""


class Discount(Record):
    """What comes off, and when."""

    __slots__ = __match_args__ = ("name", "rule", "cap", "group", "booking_window", "party", "travel_window", "part",)
    _optional = {"cap": None, "group": None, "booking_window": None, "party": None, "travel_window": None}

    name: str
    """What people call it."""

    rule: DiscountRule
    """When it applies and how much it is."""

    cap: Decimal | None
    """Never more than this amount."""

    group: str | None
    """Of the discounts of one group only the largest counts."""

    booking_window: DayRange | None
    """Only when booked on these days."""

    party: PartyMatch | None
    """Only for parties of this size, or with so many children of an age."""

    travel_window: DayRange | None
    """Only when every night lies in these days."""

    part: DiscountedPart
    """What it is taken off."""


class Bulk(Record):
    """A discount by quantity or size of the group."""

    __slots__ = __match_args__ = ("by", "tiers",)
    _optional = {}

    by: BulkMeasure
    """What is counted."""

    tiers: tuple[Tier, ...]
    """The highest that is met counts; they do not add up."""


class Tier(Record):
    """From so many on, so much off."""

    __slots__ = __match_args__ = ("at_least", "off",)
    _optional = {}

    at_least: int
    """From so many on."""

    off: Off
    """How much comes off."""


class Tiers(Record):
    """Tiers by at least so many; the highest that is met counts."""

    __slots__ = __match_args__ = ("tiers",)
    _optional = {}

    tiers: tuple[Tier, ...]
    """In any order."""


class LastMinute(Record):
    """Tiers by at most so many days ahead; the lowest that is met counts."""

    __slots__ = __match_args__ = ("tiers",)
    _optional = {}

    tiers: tuple[LastMinuteTier, ...]
    """In any order."""


class LastMinuteTier(Record):
    """Up to so many days ahead, so much off."""

    __slots__ = __match_args__ = ("at_most", "off",)
    _optional = {}

    at_most: int
    """Up to so many days ahead."""

    off: Off
    """How much comes off."""


class FreeNights(Record):
    """Stay so many nights, pay fewer."""

    __slots__ = __match_args__ = ("stay", "pay", "free", "repeats",)
    _optional = {}

    stay: int
    """From so many nights on."""

    pay: int
    """So many of them are paid."""

    free: WhichNights
    """Which nights are free."""

    repeats: bool
    """Whether a stay of twice as many nights has twice as many free ones, block by block."""


class Promo(Record):
    """A discount by code."""

    __slots__ = __match_args__ = ("code", "off", "window", "limit",)
    _optional = {"window": None, "limit": None}

    code: str
    """What the guest gives; letter case does not matter."""

    off: Off
    """How much comes off."""

    window: DayRange | None
    """Only when booked on these days; outside them the code is refused."""

    limit: int | None
    """How often it may be used; the request says how often it was."""


class Eligibility(Record):
    """A discount by expression."""

    __slots__ = __match_args__ = ("when", "off",)
    _optional = {}

    when: str
    """Such as `nights >= 3 && "member" in tags`."""

    off: Off
    """How much comes off."""


class Fee(Record):
    """A charge of the seller after discounts: cleaning, service, booking."""

    __slots__ = __match_args__ = ("name", "rate", "exempt_ages", "night_cap", "tax_category",)
    _optional = {"exempt_ages": (), "night_cap": None, "tax_category": None}

    name: str
    """What people call it."""

    rate: FeeRate
    """How much."""

    exempt_ages: tuple[AgeRange, ...]
    """Ages that do not pay it."""

    night_cap: int | None
    """At most for so many nights."""

    tax_category: str | None
    """The tax category of its line."""


class FixedRate(Record):
    """An amount for each of something."""

    __slots__ = __match_args__ = ("amount", "per",)
    _optional = {}

    amount: Decimal
    """How much."""

    per: Per
    """For each of what."""


class AgeRange(Record):
    """Ages from one to another, both included."""

    __slots__ = __match_args__ = ("min_age", "max_age",)
    _optional = {}

    min_age: int
    """The youngest age."""

    max_age: int
    """The oldest age."""


class Tax(Record):
    """A tax."""

    __slots__ = __match_args__ = ("name", "rate", "inclusive", "base", "category", "exempt_ages", "night_cap",)
    _optional = {"category": None, "exempt_ages": (), "night_cap": None}

    name: str
    """What people call it."""

    rate: TaxRate
    """How much."""

    inclusive: bool
    """Whether the prices already hold it."""

    base: TaxBase
    """What a percentage is taken of."""

    category: str | None
    """Only lines of this tax category; all lines when not given."""

    exempt_ages: tuple[AgeRange, ...]
    """Ages that do not pay it, when it is charged by heads."""

    night_cap: int | None
    """At most for so many nights."""


class Slab(Record):
    """Up to this nightly tariff, so many percent of the nights or an amount for each of them."""

    __slots__ = __match_args__ = ("up_to", "percent", "fixed",)
    _optional = {"up_to": None, "percent": None, "fixed": None}

    up_to: Decimal | None
    """The highest tariff of the slab; the last slab has none."""

    percent: Decimal | None
    """So many percent of what the nights cost."""

    fixed: FixedRate | None
    """An amount for each night, or for each head and night."""


class TaxRegion(Record):
    """Where something is sold, and by which tables it is taxed."""

    __slots__ = __match_args__ = ("region", "category", "tables",)
    _optional = {"tables": ()}

    region: str
    """The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; of lodging, where it stands. Also the place of supply when a
    request names none.
    """

    category: str
    """Which rule of the tables applies, such as `lodging`."""

    tables: tuple[TaxTable, ...]
    """Tables in place of those that come with the engine."""


class TaxTable(Record):
    """The taxes of a place, and what is known of them: those that come with the engine are in this form too."""

    __slots__ = __match_args__ = ("region", "valid", "currency", "source", "as_of", "covers", "leaves_out", "rules",)
    _optional = {"valid": None, "currency": None, "source": None, "as_of": None, "covers": None, "leaves_out": None}

    region: str
    """The place; `US-NY` also applies to `US-NY-NYC`, before that place's own."""

    valid: DayRange | None
    """The days on which it applies; always when not given."""

    currency: str | None
    """The currency of its amounts: fixed ones, and those of slabs. Taxes in amounts are for sales in it alone; percentages are
    for every currency, and a table of nothing else needs none.
    """

    source: str | None
    """Who says so: laws, notifications, an authority's own tables."""

    as_of: date | None
    """As of when it is known; what the law changed later is not in it."""

    covers: str | None
    """Which supplies it is for, in words."""

    leaves_out: str | None
    """What it does not know of, in words."""

    rules: tuple[TaxTableRule, ...]
    """Its rules by category."""


class TaxTableRule(Record):
    """The taxes of a place on one category."""

    __slots__ = __match_args__ = ("category", "supplied", "within", "across", "reverse_charge",)
    _optional = {"supplied": None, "across": None}

    category: str
    """Such as `lodging` or `service`."""

    supplied: PlaceOfSupply | None
    """Where it is supplied. When not given, `lodging` where it stands, and anything else where the request says."""

    within: tuple[Tax, ...]
    """When seller and place of supply are the same place."""

    across: tuple[Tax, ...] | None
    """When they are not; `within` when not given."""

    reverse_charge: bool
    """Whether a business with a tax id in another country accounts for the tax itself."""


class Blackout(Record):
    """Days that are not sold at all."""

    __slots__ = __match_args__ = ("days", "weekdays", "reason",)
    _optional = {"weekdays": None, "reason": None}

    days: DayRange
    """The days."""

    weekdays: tuple[Weekday, ...] | None
    """Only these days of the week; all when not given."""

    reason: str | None
    """Why."""


class Restriction(Record):
    """Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
    `closed` at every night, `…_through` at every day of the stay, the departure day included.
    """

    __slots__ = __match_args__ = ("days", "seasons", "weekdays", "reason", "closed", "closed_to_arrival", "closed_to_departure", "min_stay", "max_stay", "min_stay_through", "max_stay_through", "min_lead_days", "max_lead_days", "release_days", "booking_window",)
    _optional = {"days": (), "seasons": (), "weekdays": None, "reason": None, "min_stay": None, "max_stay": None, "min_stay_through": None, "max_stay_through": None, "min_lead_days": None, "max_lead_days": None, "release_days": None, "booking_window": None}

    days: tuple[DayRange, ...]
    """Only these days; all when empty."""

    seasons: tuple[str, ...]
    """Only days of these seasons, by name; all when empty."""

    weekdays: tuple[Weekday, ...] | None
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


class RoundingRule(Record):
    """How amounts are rounded."""

    __slots__ = __match_args__ = ("mode", "step", "at", "taxes", "tax_step",)
    _optional = {"step": None, "tax_step": None}

    mode: RoundingMode
    """Where a half goes."""

    step: Decimal | None
    """The step, such as a cash step of 0.05; the currency's minor unit when not given."""

    at: RoundingPlace
    """Whether each line is rounded or the total alone."""

    taxes: TaxRounding
    """Whether a tax is rounded for each line or once for the document and category."""

    tax_step: Decimal | None
    """The step of taxes, which that of lines and totals does not touch; the currency's minor unit when not given."""


class Interval(Record):
    """How often something recurs."""

    __slots__ = __match_args__ = ("unit", "count",)
    _optional = {}

    unit: IntervalUnit
    """Days, weeks, months or years."""

    count: int
    """Every how many of them."""


class CalendarDefinition(Record):
    """Resources and everything that is taken of them."""

    __slots__ = __match_args__ = ("resources", "bookings", "holds", "blocked",)
    _optional = {"bookings": (), "holds": (), "blocked": ()}

    resources: tuple[Resource, ...]
    """What can be taken."""

    bookings: tuple[Booking, ...]
    """What is booked."""

    holds: tuple[Hold, ...]
    """What is held for a while."""

    blocked: tuple[Blocked, ...]
    """What nobody may take: repairs, events of other calendars."""


class Resource(Record):
    """Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats."""

    __slots__ = __match_args__ = ("id", "name", "mode", "zone", "capacity", "overbooking", "hours", "within_hours", "holidays", "yearly_holidays", "grid", "min_minutes", "max_minutes", "length_step_minutes", "min_nights", "max_nights", "buffer_before_minutes", "buffer_after_minutes", "past_bookings", "notice_minutes", "horizon_days", "skills", "location", "priority", "check_in_time", "check_out_time", "cut_off", "inventory", "allotments", "stop_sales", "departures",)
    _optional = {"name": None, "overbooking": None, "hours": None, "within_hours": None, "holidays": (), "yearly_holidays": (), "grid": None, "min_minutes": None, "max_minutes": None, "length_step_minutes": None, "min_nights": None, "max_nights": None, "buffer_before_minutes": None, "buffer_after_minutes": None, "past_bookings": False, "notice_minutes": None, "horizon_days": None, "skills": (), "location": None, "priority": None, "check_in_time": None, "check_out_time": None, "cut_off": None, "inventory": (), "allotments": (), "stop_sales": (), "departures": ()}

    id: str
    """What it is known by."""

    name: str | None
    """What people call it."""

    mode: ResourceMode
    """Whether it is taken by the moment, by the night, or by the seat of a departure."""

    zone: str
    """The zone of its clock."""

    capacity: int
    """How many units it has."""

    overbooking: int | None
    """How many units more than it has may be booked."""

    hours: OpeningHours | None
    """When it is open; always when not given."""

    within_hours: WithinHours | None
    """Whether a booking lies within the hours as a whole, or only its beginning and its end do."""

    holidays: tuple[date, ...]
    """Days on which it is closed, unless an exception of its hours says otherwise."""

    yearly_holidays: tuple[MonthDay, ...]
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

    buffer_before_minutes: int | None
    """Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
    longer of the two lies between neighbours.
    """

    buffer_after_minutes: int | None
    """Time kept free after every booking."""

    past_bookings: bool
    """Whether a time that has begun may be taken all the same, to record what has happened. Otherwise the past is not for sale."""

    notice_minutes: int | None
    """Booked at least so long before it begins: a stay at its check-in time, or else when its first day does."""

    horizon_days: int | None
    """Booked at most so many days ahead."""

    skills: tuple[str, ...]
    """What it can do, such as `german` or `brakes`."""

    location: str | None
    """Where it is."""

    priority: int | None
    """Among several, the higher one is offered first."""

    check_in_time: str | None
    """By nights: from when on guests arrive."""

    check_out_time: str | None
    """By nights: until when guests leave, not after others arrive."""

    cut_off: str | None
    """By nights: until when, on the day of arrival, the night can be booked; until the day ends when not given."""

    inventory: tuple[DayUnits, ...]
    """By nights: days with another number of units than its capacity; the first that covers a night counts."""

    allotments: tuple[Allotment, ...]
    """Units kept for partners."""

    stop_sales: tuple[StopSale, ...]
    """Nights and departures that are not sold for now."""

    departures: tuple[Departure, ...]
    """The dated starts of a package."""


class OpeningHours(Record):
    """When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ."""

    __slots__ = __match_args__ = ("windows", "exceptions", "merge_overlaps",)
    _optional = {"exceptions": (), "merge_overlaps": False}

    windows: tuple[OpeningWindow, ...]
    """The windows of ordinary days."""

    exceptions: tuple[OpeningException, ...]
    """Days that differ; the first one that covers a day counts."""

    merge_overlaps: bool
    """Windows of one day that overlap or touch are one. Without it, overlapping windows are a fault."""


class OpeningWindow(Record):
    """A window of the wall clock. One that closes at or before it opens goes past midnight."""

    __slots__ = __match_args__ = ("weekdays", "opens", "closes",)
    _optional = {}

    weekdays: tuple[Weekday, ...]
    """The days of the week on which it opens; all when not given."""

    opens: str
    """When it opens."""

    closes: str
    """When it closes."""


class OpeningException(Record):
    """Days that differ."""

    __slots__ = __match_args__ = ("days", "windows", "reason",)
    _optional = {"windows": (), "reason": None}

    days: DayRange
    """The days."""

    windows: tuple[OpeningWindow, ...]
    """Their windows; none when closed."""

    reason: str | None
    """Why."""


class MonthDay(Record):
    """A day of every year; 29 February falls on the 28th in common years."""

    __slots__ = __match_args__ = ("month", "day",)
    _optional = {}

    month: int
    """The month."""

    day: int
    """The day of the month."""


class SlotGrid(Record):
    """Where bookings may begin, on the wall clock."""

    __slots__ = __match_args__ = ("step_minutes", "counted", "packing",)
    _optional = {}

    step_minutes: int
    """Every so many minutes."""

    counted: GridStart
    """Counted from midnight or from the opening. From midnight, the step divides an hour or is whole hours."""

    packing: Packing
    """Which of these starts are offered."""


class DayUnits(Record):
    """Days with a number of units of their own."""

    __slots__ = __match_args__ = ("days", "units",)
    _optional = {}

    days: DayRange
    """The days, that is the nights that begin on them."""

    units: int
    """How many units there are."""


class Allotment(Record):
    """Units that only one partner may sell, until they are released."""

    __slots__ = __match_args__ = ("partner", "days", "weekdays", "units", "release_days",)
    _optional = {"weekdays": None, "release_days": None}

    partner: str
    """Whose they are."""

    days: DayRange
    """The nights or departures."""

    weekdays: tuple[Weekday, ...] | None
    """Only these days of the week; all when not given."""

    units: int
    """How many units."""

    release_days: int | None
    """So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself."""


class StopSale(Record):
    """Days that are not sold for now."""

    __slots__ = __match_args__ = ("days", "weekdays", "partner", "reason",)
    _optional = {"weekdays": None, "partner": None, "reason": None}

    days: DayRange
    """The nights or departures."""

    weekdays: tuple[Weekday, ...] | None
    """Only these days of the week; all when not given."""

    partner: str | None
    """Only for this partner; for everybody when not given."""

    reason: str | None
    """Why."""


class Departure(Record):
    """A dated start with its seats."""

    __slots__ = __match_args__ = ("day", "seats", "closes_days_before",)
    _optional = {"closes_days_before": None}

    day: date
    """The day."""

    seats: int
    """How many seats."""

    closes_days_before: int | None
    """Sold until so many days before it; until the day itself with 0."""


class Booking(Record):
    """Something that is booked: one resource, or several that belong together."""

    __slots__ = __match_args__ = ("id", "takes", "booked_at", "title", "revision", "revised_at",)
    _optional = {"booked_at": None, "title": None, "revision": None, "revised_at": None}

    id: str
    """What it is known by."""

    takes: tuple[Take, ...]
    """What it takes."""

    booked_at: datetime | None
    """When it was booked: for figures of pickup."""

    title: str | None
    """What a calendar shows."""

    revision: int | None
    """How often it was moved since it was booked: its `SEQUENCE` in other calendars, which pass over one that falls. Whoever books
    an id again that was cancelled gives a higher one than it had.
    """

    revised_at: datetime | None
    """When it was last moved."""


class Take(Record):
    """Units of one resource for a time."""

    __slots__ = __match_args__ = ("resource", "when", "units", "partner",)
    _optional = {"partner": None}

    resource: str
    """The resource."""

    when: When
    """When."""

    units: int
    """How many units."""

    partner: str | None
    """The partner out of whose allotment it is taken, or who sold it."""


class Span(Record):
    """A stretch of time, its end excluded."""

    __slots__ = __match_args__ = ("start", "end",)
    _optional = {}

    start: datetime
    """The first moment."""

    end: datetime
    """The moment after the last one."""


class StayDays(Record):
    """The nights from the day of arrival to the day of departure, which is none of them."""

    __slots__ = __match_args__ = ("check_in", "check_out",)
    _optional = {}

    check_in: date
    """The day of arrival."""

    check_out: date
    """The day of departure."""


class Hold(Record):
    """Something that is held until a moment, at which it is free again."""

    __slots__ = __match_args__ = ("key", "takes", "expires_at",)
    _optional = {}

    key: str
    """What it is known by: asked for again, the same hold is answered."""

    takes: tuple[Take, ...]
    """What it takes."""

    expires_at: datetime
    """The moment at which it is free again."""


class Blocked(Record):
    """Time that nobody may take: a repair, an event of another calendar."""

    __slots__ = __match_args__ = ("id", "resource", "when", "units", "reason", "source", "revision",)
    _optional = {"units": None, "reason": None, "source": None, "revision": None}

    id: str
    """What it is known by."""

    resource: str
    """The resource."""

    when: When
    """When."""

    units: int | None
    """How many units; all that there are when not given."""

    reason: str | None
    """Why."""

    source: str | None
    """The outside calendar that it came from."""

    revision: int | None
    """How often it was moved: its `SEQUENCE` in other calendars, which pass over one that falls."""


class MachineDefinition(Record):
    """The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML."""

    __slots__ = __match_args__ = ("name", "version", "summary", "initial", "endless", "facts", "fields", "start", "states", "events", "transitions",)
    _optional = {"summary": None, "endless": False, "facts": {}, "fields": {}, "start": None}

    name: str
    """What it is known by, such as `booking`."""

    version: int
    """Its version: an instance says by which it lives."""

    summary: str | None
    """What it is about, for readers."""

    initial: str
    """The state in which everything begins."""

    endless: bool
    """Whether it has no end: a device is online and offline for ever."""

    facts: dict[str, str]
    """The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring:
    a field's bare name is what is given, else what was recorded; `given.` and `recorded.` before it name one of the two.
    """

    fields: dict[str, str]
    """What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
    machine that declares none takes any name, and knows the types of those it counts from and sets itself.
    """

    start: MachineStart | None
    """What beginning one asks for and sets."""

    states: tuple[MachineState, ...]
    """The states."""

    events: tuple[MachineEvent, ...]
    """The events."""

    transitions: tuple[MachineTransition, ...]
    """What leads where. Of several for one state and event the first whose guard holds counts."""


class MachineStart(Record):
    """What beginning an instance asks for and sets."""

    __slots__ = __match_args__ = ("requires", "guard", "stamps", "sets", "effects",)
    _optional = {"requires": (), "guard": None, "stamps": {}, "sets": {}, "effects": ()}

    requires: tuple[str, ...]
    """Fields that must be given with it: what is owed, when it begins."""

    guard: str | None
    """The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there."""

    stamps: dict[str, MachineStamp]
    """Fields of the instance that it sets."""

    sets: dict[str, str]
    """Fields that it sets, each to the value of an expression over what is given and `now`."""

    effects: tuple[MachineEffect, ...]
    """What the host is to carry out."""


class MachineEffect(Record):
    """Something for the host to carry out: it is told, never done here."""

    __slots__ = __match_args__ = ("name", "with_",)
    _optional = {"with_": {}}

    name: str
    """What, such as `send_email`."""

    with_: dict[str, Any]
    """With what."""


class MachineState(Record):
    """A state."""

    __slots__ = __match_args__ = ("name", "label", "terminal", "standing",)
    _optional = {"label": None, "terminal": False, "standing": None}

    name: str
    """What it is known by."""

    label: str | None
    """What people read."""

    terminal: bool
    """Whether nothing can happen any more."""

    standing: MachineStanding | None
    """How it stands in this state."""


class MachineEvent(Record):
    """An event."""

    __slots__ = __match_args__ = ("name", "label",)
    _optional = {"label": None}

    name: str
    """What it is known by."""

    label: str | None
    """What people read."""


class MachineTransition(Record):
    """What leads from a state to another."""

    __slots__ = __match_args__ = ("from_", "event", "to", "guard", "requires", "stamps", "sets", "permission", "effects", "after", "not_before", "not_after",)
    _optional = {"guard": None, "requires": (), "stamps": {}, "sets": {}, "permission": None, "effects": (), "after": None, "not_before": None, "not_after": None}

    from_: tuple[str, ...]
    """The states it leads from; `["*"]` for each that has not ended and is not the one it leads to."""

    event: str
    """What happens."""

    to: str
    """The state it leads to."""

    guard: str | None
    """The condition under which it does."""

    requires: tuple[str, ...]
    """Fields that must be given with the event: a reason, a payment's reference."""

    stamps: dict[str, MachineStamp]
    """Fields of the instance that it sets."""

    sets: dict[str, str]
    """Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
    `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
    """

    permission: str | None
    """Who may: the permission that the actor must hold."""

    effects: tuple[MachineEffect, ...]
    """What the host is to carry out."""

    after: MachineTimer | None
    """When it is due by itself. Nobody can make it happen earlier, and from then on it has happened."""

    not_before: MachineTimer | None
    """The moment from which on it is possible."""

    not_after: MachineTimer | None
    """The last moment at which it is possible."""


class MachineTimer(Record):
    """A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds."""

    __slots__ = __match_args__ = ("days", "hours", "minutes", "seconds", "field", "before",)
    _optional = {"days": None, "hours": None, "minutes": None, "seconds": None, "field": None, "before": None}

    days: int | None
    """Days of 24 hours."""

    hours: int | None
    """Hours."""

    minutes: int | None
    """Minutes."""

    seconds: int | None
    """Seconds."""

    field: str | None
    """The field of the instance that holds the moment it is counted from; without it, when the state was entered."""

    before: str | None
    """The field of the instance that holds the moment it lies before, in place of `field`."""


class BusinessCalendar(Record):
    """Which days and hours count as business."""

    __slots__ = __match_args__ = ("zone", "weekend", "holidays", "yearly_holidays", "hours",)
    _optional = {"weekend": None, "holidays": (), "yearly_holidays": (), "hours": None}

    zone: str
    """Where its days begin."""

    weekend: tuple[Weekday, ...] | None
    """The days of the week off. When not given, Saturday and Sunday; with hours of certain days of the week, the days that no
    window opens on. A window of a day that is given here is refused; one of all seven days, named or not, opens on every
    business day, and makes none of the weekend.
    """

    holidays: tuple[date, ...]
    """Days off."""

    yearly_holidays: tuple[MonthDay, ...]
    """Days off every year, such as `{"month": 12, "day": 25}`."""

    hours: OpeningHours | None
    """The hours of business days; the whole day when not given. An exception counts whatever the day of the week, holiday or not."""


class TenantSettings(Record):
    """How a tenant works: each setting has a default."""

    __slots__ = __match_args__ = ("zone", "currency", "locale", "number_format", "tax_region", "business_hours", "sign_in", "kept_days",)
    _optional = {"currency": None, "tax_region": None, "business_hours": None}

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

    business_hours: OpeningHours | None
    """When it is open, by its zone; always when not given."""

    sign_in: SignInRules
    """How people log in."""

    kept_days: int
    """For so many times 24 hours a deleted tenant is kept and can be restored."""


class SignInRules(Record):
    """How people log in, and for how long."""

    __slots__ = __match_args__ = ("idle_minutes", "session_minutes", "second_factor", "password_length", "password_days", "passwords_remembered",)
    _optional = {"password_days": None}

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


class RoleRules(Record):
    """What a role may do. Nothing follows from a role but what is listed here and in the roles it includes."""

    __slots__ = __match_args__ = ("includes", "allow", "deny", "grants",)
    _optional = {"includes": (), "allow": (), "deny": (), "grants": ()}

    includes: tuple[str, ...]
    """Roles whose rules are this one's too."""

    allow: tuple[str, ...]
    """What it may do, on every record: `rates:write`, `bookings:*`, `*`."""

    deny: tuple[str, ...]
    """What it may not do, whatever else allows it."""

    grants: tuple[RelationGrant, ...]
    """What it may do with records that stand in a relation to the actor, such as the actor's own bookings."""


class RelationGrant(Record):
    """What may be done with records that name the actor."""

    __slots__ = __match_args__ = ("relation", "field", "permissions",)
    _optional = {}

    relation: str
    """What the relation is called, such as `own`."""

    field: str
    """The field of the record that holds the actor's id, or a list with it."""

    permissions: tuple[str, ...]
    """What may be done."""


class FieldMask(Record):
    """Fields that are hidden from who may not see them."""

    __slots__ = __match_args__ = ("fields", "unless",)
    _optional = {}

    fields: tuple[str, ...]
    """Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/*/passport`. Where a
    record has another shape, such as a list where an object was, what stands there is hidden whole.
    """

    unless: str
    """The permission with which they are seen."""


class RateLimitRule(Record):
    """A limit that has a name."""

    __slots__ = __match_args__ = ("name", "kind", "per", "standard", "plans", "own", "cost",)
    _optional = {"plans": {}, "own": None, "cost": None}

    name: str
    """What it is known by; one of a shipped limit takes its place."""

    kind: RateLimitKind
    """How calls are counted."""

    per: RateLimitKey
    """For whom a state is kept."""

    standard: RateFigures
    """The figures where no others are given."""

    plans: dict[str, RateFigures]
    """The figures of plans that have their own."""

    own: RateFigures | None
    """The figures of this tenant, whatever its plan."""

    cost: int | None
    """What a call costs that does not say so."""


class RateFigures(Record):
    """How much in which time."""

    __slots__ = __match_args__ = ("amount", "seconds", "burst",)
    _optional = {"burst": None}

    amount: int
    """How much."""

    seconds: int
    """In how many seconds."""

    burst: int | None
    """How much a bucket holds, and so lets through at once; the amount when not given. A window has none."""


class AddressRule(Record):
    """Addresses that pass, or do not."""

    __slots__ = __match_args__ = ("range", "effect", "expires_at", "reason",)
    _optional = {"expires_at": None, "reason": None}

    range: str
    """An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`."""

    effect: AddressEffect
    """Whether they pass."""

    expires_at: datetime | None
    """Until when it holds; always when not given."""

    reason: str | None
    """Why."""


class QuotaRule(Record):
    """Something that a tenant has only so much of."""

    __slots__ = __match_args__ = ("name", "every", "anchor", "standard", "plans", "own", "warn_at_percent",)
    _optional = {"every": None, "anchor": None, "plans": {}, "own": None}

    name: str
    """What it is known by: `vehicles`, `api_calls`."""

    every: Interval | None
    """It is counted anew in each period of that length; when not given it counts what there is."""

    anchor: date | None
    """A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
    given.
    """

    standard: QuotaFigures
    """The figures where no others are given."""

    plans: dict[str, QuotaFigures]
    """The figures of plans that have their own."""

    own: QuotaFigures | None
    """The figures of this tenant, whatever its plan."""

    warn_at_percent: tuple[int, ...]
    """At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due."""


class QuotaFigures(Record):
    """How much of something there is."""

    __slots__ = __match_args__ = ("soft", "hard",)
    _optional = {"soft": None, "hard": None}

    soft: int | None
    """So much is included; what goes beyond it is counted as overage."""

    hard: int | None
    """Never more than so much; no end when not given."""


class NumberFormat(Record):
    """How numbers of a kind are written, and when their counter begins anew."""

    __slots__ = __match_args__ = ("name", "format", "parts", "reset", "first",)
    _optional = {"parts": ()}

    name: str
    """What it is known by: `invoice`."""

    format: str
    """Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
    `INV-{YY}{MM}-{seq:4}`.
    """

    parts: tuple[str, ...]
    """The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter."""

    reset: NumberReset
    """When the counter begins anew, by the tenant's clock."""

    first: int
    """With which number it begins."""


class Money(Record):
    """An amount in a currency. Two currencies never mix: that is an error, not a conversion.

    ```
    use ratebook::money::Money;
    let room = Money::new("124.50".parse()?, "EUR".parse()?);
    let tax = Money::new("12.45".parse()?, "EUR".parse()?);
    assert_eq!(room.plus(tax)?.to_string(), "136.95 EUR");
    # Ok::<(), ratebook::Error>(())
    ```
    """

    __slots__ = __match_args__ = ("amount", "currency",)
    _optional = {}

    amount: Decimal
    """How much."""

    currency: str
    """Of what."""


class AutomationDefinition(Record):
    """Rules that act when something happens."""

    __slots__ = __match_args__ = ("facts", "max_chain", "rules",)
    _optional = {}

    facts: dict[str, str]
    """What the rules can look at."""

    max_chain: int
    """How many runs of rules may be set off by other rules before a loop is suspected."""

    rules: tuple[AutomationRule, ...]
    """The rules, in their order."""


class AutomationRule(Record):
    """What is done when something happens."""

    __slots__ = __match_args__ = ("id", "on", "when", "actions", "stop", "enabled", "as_role",)
    _optional = {"when": None, "as_role": None}

    id: str
    """What it is known by."""

    on: AutomationTrigger
    """What sets it off."""

    when: str | None
    """Over the facts; always when not given."""

    actions: tuple[AutomationAction, ...]
    """What is done, in this order."""

    stop: bool
    """Whether no later rule runs for the same occasion once this one ran."""

    enabled: bool
    """Whether it runs at all."""

    as_role: str | None
    """The role in whose rights its actions are done. The rules of a pack name one."""


class AutomationEvent(Record):
    """An event of a machine."""

    __slots__ = __match_args__ = ("machine", "event", "state",)
    _optional = {"state": None}

    machine: str
    """The machine, such as `quote`."""

    event: str
    """The event, such as `send`."""

    state: str | None
    """The state that it led to; a rule without one takes any."""


class AutomationField(Record):
    """A field of something."""

    __slots__ = __match_args__ = ("entity", "field",)
    _optional = {}

    entity: str
    """Of what, such as `booking`."""

    field: str
    """Which one, such as `priority`."""


class AutomationEffect(Record):
    """Something for the host to do, with what it needs for that."""

    __slots__ = __match_args__ = ("name", "parameters", "from_facts",)
    _optional = {"parameters": {}, "from_facts": {}}

    name: str
    """What the host knows it by: a team, a message, a kind of task, a webhook."""

    parameters: dict[str, Any]
    """What it needs, by name."""

    from_facts: dict[str, str]
    """What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`."""


class AutomationStatusChange(Record):
    """An event of a machine that is to be fired."""

    __slots__ = __match_args__ = ("machine", "event", "state", "fact",)
    _optional = {"state": None, "fact": None}

    machine: str
    """The machine."""

    event: str
    """The event."""

    state: str | None
    """The state that it leads to."""

    fact: str | None
    """The fact that holds the state: later conditions see the new one."""


class AutomationSetField(Record):
    """A field that is to have a value."""

    __slots__ = __match_args__ = ("entity", "field", "value", "from_fact", "fact",)
    _optional = {"value": None, "from_fact": None, "fact": None}

    entity: str
    """Of what."""

    field: str
    """Which one."""

    value: Any | None
    """The value."""

    from_fact: str | None
    """The fact whose value it gets, instead of a value. An answer has the fact's value in `value`."""

    fact: str | None
    """The fact that the field is: later conditions see the new value, and the same value again is no change."""


class ContactRule(Record):
    """Something that goes out: once, several times, or every year."""

    __slots__ = __match_args__ = ("id", "purpose", "channel", "letter", "anchor", "days", "minutes", "at", "yearly", "when", "stops_on", "grace_minutes", "wanted",)
    _optional = {"letter": None, "days": (), "minutes": (), "at": None, "when": None, "stops_on": (), "grace_minutes": None}

    id: str
    """What it is known by."""

    purpose: ContactPurpose
    """What it is for."""

    channel: str
    """On which way it goes out."""

    letter: str | None
    """The letter that is sent, where a pack says so."""

    anchor: str
    """The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned."""

    days: tuple[int, ...]
    """How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1."""

    minutes: tuple[int, ...]
    """How many minutes after it, or before it when negative."""

    at: str | None
    """The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day."""

    yearly: bool
    """Whether it recurs on the day of every year after, 29 February on the 28th in common years."""

    when: str | None
    """Over the facts; always when not given."""

    stops_on: tuple[str, ...]
    """The states and flags that end it: a decision, a revision, an expiry."""

    grace_minutes: int | None
    """How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day."""

    wanted: bool
    """Whether it goes out to those about whom nobody said otherwise."""


class PackDefinition(Record):
    """A back office as data: what is kept, how it lives, who may, and what it promises."""

    __slots__ = __match_args__ = ("name", "label", "summary", "version", "needs", "languages", "settings", "permissions", "roles", "entities", "custom", "custom_roles", "custom_machines", "machines", "purposes", "numbers", "quotas", "rate_limits", "policies", "effects", "elsewhere", "automation", "mail", "inbound", "webhooks", "schedules", "contacts", "views", "documents", "templates", "demo", "rules",)
    _optional = {"label": None, "summary": None, "needs": (), "languages": (), "settings": {}, "permissions": (), "roles": {}, "entities": (), "custom": {}, "custom_roles": {}, "custom_machines": {}, "machines": (), "purposes": {}, "numbers": (), "quotas": (), "rate_limits": (), "policies": (), "effects": (), "elsewhere": (), "automation": None, "mail": (), "inbound": (), "webhooks": (), "schedules": (), "contacts": (), "views": (), "documents": (), "templates": (), "demo": (), "rules": ()}

    name: str
    """What it is known by: small letters, digits and `_`. Its tables begin with it."""

    label: str | None
    """What people read."""

    summary: str | None
    """What it is about, for readers."""

    version: int
    """Its version."""

    needs: tuple[str, ...]
    """Other packs whose declarations become part of this one when their files are read: `crm`, or of certain versions `crm >= 2 < 5`."""

    languages: tuple[str, ...]
    """Languages of its texts, the default first, such as `en` or `en-IN`."""

    settings: dict[str, FieldDefinition]
    """What each tenant sets for itself."""

    permissions: tuple[str, ...]
    """Permissions beside those that every entity has: `tickets:read`, `tickets:write`, `tickets:delete`, `tickets:export`."""

    roles: dict[str, RoleRules]
    """Roles by name."""

    entities: tuple[EntityDefinition, ...]
    """What is kept."""

    custom: dict[str, dict[str, FieldDefinition]]
    """The fields that one tenant has given entities of its own, by entity and name: fields like all others, in what is checked, asked,
    shown and exported.
    """

    custom_roles: dict[str, CustomRole]
    """The roles that one tenant has made of its own, by name: they include those of the pack, and are given like these."""

    custom_machines: dict[str, CustomMachine]
    """The machines by which records of one tenant live in the place of the pack's, by entity."""

    machines: tuple[MachineDefinition, ...]
    """Lives, beside those that come with the engine."""

    purposes: dict[str, ConsentPurpose]
    """What people are asked to agree to, by name."""

    numbers: tuple[NumberFormat, ...]
    """Numbers that entities share: each has one counter, whichever of them takes the next one."""

    quotas: tuple[QuotaRule, ...]
    """How many records of an entity a tenant has at most, by its plan: each is called as the entity is."""

    rate_limits: tuple[RateLimitRule, ...]
    """How often a tenant, or one of its people and keys, may ask, by its plan."""

    policies: tuple[PackPolicy, ...]
    """What a change may not do, or is told of."""

    effects: tuple[str, ...]
    """Effects that machines and automation name and that acts and connectors carry out."""

    elsewhere: tuple[str, ...]
    """Effects that somebody outside of the host carries out, who is told of them as of what happens: `subscriber:configure_router`."""

    automation: AutomationDefinition | None
    """Rules that act when something happens."""

    mail: tuple[LetterDefinition, ...]
    """What is written to people: letters, and what members read in the application."""

    inbound: tuple[InboundDefinition, ...]
    """Where mail arrives, and what becomes of it."""

    webhooks: tuple[WebhookDefinition, ...]
    """Who outside tells what happened there, and what of it is done here."""

    schedules: tuple[Schedule, ...]
    """What is done by the clock."""

    contacts: tuple[ContactsDefinition, ...]
    """When people are written to by themselves."""

    views: tuple[ViewDefinition, ...]
    """Lists, boards, calendars, dashboards and reports."""

    documents: tuple[DocumentDefinition, ...]
    """What is printed of records and of lists."""

    templates: tuple[PackTemplate, ...]
    """The texts by which documents are made."""

    demo: tuple[DemoRecord, ...]
    """Records that make it look alive."""

    rules: tuple[PackRule, ...]
    """What it promises, and by what each promise is shown."""


class FieldDefinition(Record):
    """A field of an entity: said once, and meant by every form, check, filter, mask and table."""

    __slots__ = __match_args__ = ("kind", "label", "help", "required", "unique", "platform_wide", "default", "min", "max", "above", "digits", "min_length", "max_length", "pattern", "first", "last", "currency", "choices", "entity", "only", "deletion", "from_", "by", "while_", "computed", "search", "filter", "sort", "folded", "personal", "sensitive", "written_by", "reveal", "deprecated", "was", "types",)
    _optional = {"label": None, "help": None, "required": False, "unique": False, "platform_wide": False, "default": None, "min": None, "max": None, "above": None, "digits": None, "min_length": None, "max_length": None, "pattern": None, "first": None, "last": None, "currency": None, "choices": (), "entity": None, "only": None, "deletion": None, "from_": None, "by": None, "while_": None, "computed": None, "search": False, "filter": False, "sort": False, "folded": False, "personal": None, "sensitive": False, "written_by": None, "reveal": None, "deprecated": None, "was": None, "types": ()}

    kind: FieldKind
    """What it takes."""

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

    default: Any | None
    """What it is when nothing is given."""

    min: Decimal | None
    """The least number or amount."""

    max: Decimal | None
    """The greatest number or amount."""

    above: Decimal | None
    """What a number or amount must be greater than."""

    digits: int | None
    """The digits that a decimal has behind the point; 4 when not given."""

    min_length: int | None
    """The fewest characters of a text."""

    max_length: int | None
    """The most characters of a text; 200 when not given, 20,000 of a long one."""

    pattern: str | None
    """A pattern that a text matches from its beginning to its end."""

    first: date | None
    """The first day it may be."""

    last: date | None
    """The last day it may be."""

    currency: str | None
    """The one currency of an amount; amounts of any are taken when not given."""

    choices: tuple[str, ...]
    """What a choice is among."""

    entity: str | None
    """The entity that a link leads to, or whose records a table of rows holds."""

    only: str | None
    """What must be true of a record for a new link to it, such as `is_active`."""

    deletion: DeletionRule | None
    """What becomes of this record when the one it links to is deleted."""

    from_: str | None
    """Where gathered values stand: `ticket.assignee`."""

    by: str | None
    """The link by which those records belong to this one: what gathers, and the rows of a table, name this record by it."""

    while_: str | None
    """What must be true of a record whose value is gathered."""

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

    written_by: FieldWriter | None
    """Who writes it."""

    reveal: str | None
    """The permission with which a secret is shown."""

    deprecated: Deprecation | None
    """That it goes, and when."""

    was: str | None
    """The name that the field had before: its values stay."""

    types: tuple[str, ...]
    """The types of files it takes, such as `application/pdf`; every type when not given."""


class Deprecation(Record):
    """That something goes: nothing new uses it, and some day it is not there any more."""

    __slots__ = __match_args__ = ("since", "sunset", "instead",)
    _optional = {"sunset": None, "instead": None}

    since: date
    """Since when nothing new uses it."""

    sunset: date | None
    """From when on it may be gone."""

    instead: str | None
    """What takes its place: another entity, or another field of the same one."""


class EntityDefinition(Record):
    """Something that is kept: a customer, a vehicle, a ticket."""

    __slots__ = __match_args__ = ("name", "plural", "label", "summary", "was", "deprecated", "scope", "native", "number", "machine", "deadlines", "people", "retention", "soft_delete", "merge", "owner", "public", "series", "custom", "checks", "groups", "sort", "fields", "masks", "grants",)
    _optional = {"plural": None, "label": None, "summary": None, "was": None, "deprecated": None, "scope": None, "native": False, "number": None, "machine": None, "deadlines": (), "people": (), "retention": None, "soft_delete": None, "merge": None, "owner": None, "public": (), "series": None, "custom": False, "checks": (), "groups": (), "sort": (), "masks": (), "grants": ()}

    name: str
    """What it is known by: small letters, digits and `_`."""

    plural: str | None
    """Several of it; the name with an `s` when not given."""

    label: str | None
    """What people read; made of the name when not given."""

    summary: str | None
    """What it is about, for readers."""

    was: str | None
    """The name that the entity had before: its records stay."""

    deprecated: Deprecation | None
    """That it goes, and when."""

    scope: EntityScope | None
    """Whose its records are."""

    native: bool
    """Whether the engine owns its table and its writes; a declaration says how it is shown."""

    number: EntityNumber | None
    """The number by which people know a record."""

    machine: EntityMachine | None
    """The life of a record."""

    deadlines: tuple[EntityDeadline, ...]
    """By when something has to be done about a record."""

    people: tuple[str, ...]
    """Where the ids of the people stand that a record is about: JSON pointers such as `/id` or `/customer_id`."""

    retention: EntityRetention | None
    """How long its records are kept, and what becomes of them then; for ever when not given."""

    soft_delete: SoftDelete | None
    """Deleted records stay, unseen."""

    merge: EntityMerge | None
    """Two of its records can become one; none can when not given."""

    owner: str | None
    """The field that names the person whose record it is, in whatever tenant."""

    public: tuple[str, ...]
    """The fields that everybody may read, over all tenants."""

    series: SeriesRules | None
    """Samples of something over time, by the million."""

    custom: bool
    """Whether each tenant may give its records fields of its own, whose names begin with `custom_`."""

    checks: tuple[EntityCheck, ...]
    """What must be true of a record."""

    groups: tuple[FieldGroup, ...]
    """The groups of a form, in their order; fields that no group names come last."""

    sort: tuple[str, ...]
    """How a list is sorted when nobody says: `-created_at` when not given."""

    fields: dict[str, FieldDefinition]
    """Its fields by name. Those of a native are the engine's; a pack names the ones of which it has something to say."""

    masks: tuple[FieldMask, ...]
    """What is hidden, and with which permission it is seen."""

    grants: tuple[EntityGrant, ...]
    """What may be done with records that name the actor."""


class EntityNumber(Record):
    """How the numbers of an entity are written, and where they stand."""

    __slots__ = __match_args__ = ("field", "format", "reset", "sequence",)
    _optional = {"format": None, "sequence": None}

    field: str
    """The field that holds it."""

    format: str | None
    """How it is written, where the entity counts for itself: `CUST{seq:6}`, `TKT{YYYY}{MM}{seq:4}`."""

    reset: NumberReset
    """When that counter begins anew."""

    sequence: str | None
    """One of the pack's `numbers` in the place of a format: all entities that name it share one counter."""


class EntityMachine(Record):
    """The machine by which records live."""

    __slots__ = __match_args__ = ("name", "field",)
    _optional = {}

    name: str
    """One of the pack's, or one that comes with the engine."""

    field: str
    """The field that holds the state."""


class EntityDeadline(Record):
    """By when something has to be done about a record, in the hours in which time counts."""

    __slots__ = __match_args__ = ("name", "from_", "within_minutes", "plan", "calendar", "paused_while", "met_when", "due", "left", "met", "missed", "event", "warn_at_percent", "warned",)
    _optional = {"within_minutes": None, "plan": None, "calendar": None, "paused_while": None, "met_when": None, "left": None, "met": None, "missed": None, "event": None, "warn_at_percent": (), "warned": None}

    name: str
    """What it is known by, such as `first_reply`."""

    from_: str
    """The moment from which its time runs: `created_at`, or an instant that an event stamps. It has not begun while there is none."""

    within_minutes: int | None
    """How many minutes there are; where they differ, a plan says so."""

    plan: DeadlinePlan | None
    """How many minutes there are by a choice, such as the priority."""

    calendar: BusinessCalendar | None
    """The hours and days in which time counts; around the clock when not given."""

    paused_while: str | None
    """While what time does not count, such as `status == 'waiting'`."""

    met_when: str | None
    """When it is met, such as `status in ['resolved', 'closed']`; what an event stamps says so too: `replied_at != null`."""

    due: str
    """The instant at which it is due; nothing while it is paused. What is met keeps it."""

    left: str | None
    """The whole number of seconds that are left, while time does not count."""

    met: str | None
    """The instant at which it was met."""

    missed: str | None
    """The instant at which it was due when it was missed."""

    event: str | None
    """The event of the machine that happens, by the engine, when it is missed."""

    warn_at_percent: tuple[int, ...]
    """The percentages of its time at which it warns, in order."""

    warned: str | None
    """The whole number that says at which percentage it has warned last."""


class DeadlinePlan(Record):
    """How many minutes there are, by the value of a field."""

    __slots__ = __match_args__ = ("by", "minutes",)
    _optional = {}

    by: str
    """The choice by which they differ."""

    minutes: dict[str, int]
    """The minutes of each; one that is not named has no deadline."""


class EntityRetention(Record):
    """How long records are kept, and what becomes of them then."""

    __slots__ = __match_args__ = ("after", "when", "keep_months", "keep_days", "then", "required_by",)
    _optional = {"when": None, "keep_months": None, "keep_days": None, "required_by": None}

    after: str
    """From when their time counts: a field with a day or a moment, or `created_at`, `updated_at`, `deleted_at` or `entered_at`. Without
    anything in it, a record is kept.
    """

    when: str | None
    """What must be true of a record for its time to count, such as `status == 'closed'`."""

    keep_months: int | None
    """For so many months."""

    keep_days: int | None
    """And so many days."""

    then: RetentionAction
    """What is done then."""

    required_by: str | None
    """What demands that they are kept so long, such as a law: until then nobody has them made nameless, and whoever asks for that is told
    this.
    """


class SoftDelete(Record):
    """How records are deleted softly."""

    __slots__ = __match_args__ = ("frees",)
    _optional = {}

    frees: tuple[str, ...]
    """Unique fields whose values are free again afterwards."""


class EntityMerge(Record):
    """How two records of an entity become one: one of them stays, and the other one goes into it and is deleted softly."""

    __slots__ = __match_args__ = ("when",)
    _optional = {"when": None}

    when: str | None
    """What must be true of a record that goes into another one, such as `status != 'active'`; of every record when not given."""


class SeriesRules(Record):
    """What samples are of."""

    __slots__ = __match_args__ = ("subject", "at", "keep_days",)
    _optional = {"keep_days": None}

    subject: str
    """The link to what is sampled."""

    at: str
    """The field with the moment."""

    keep_days: int | None
    """How many days a sample is kept; for ever when not given."""


class EntityCheck(Record):
    """What must be true of a record, and what is said when it is not."""

    __slots__ = __match_args__ = ("when", "path", "message",)
    _optional = {"path": None, "message": None}

    when: str
    """What must be true."""

    path: str | None
    """The field at which it is said."""

    message: str | None
    """What is said."""


class FieldGroup(Record):
    """Fields that stand together in a form."""

    __slots__ = __match_args__ = ("label", "fields",)
    _optional = {"label": None}

    label: str | None
    """What people read above them."""

    fields: tuple[str, ...]
    """The fields, in their order."""


class EntityGrant(Record):
    """What a role may do with records that name the actor."""

    __slots__ = __match_args__ = ("role", "relation", "field", "permissions",)
    _optional = {}

    role: str
    """Whose grant it is."""

    relation: str
    """What the relation is called, such as `visits`."""

    field: str
    """The field that holds the actor's id, or several with it among them: a link, links, text, or what is gathered."""

    permissions: tuple[str, ...]
    """What may be done."""


class CustomRole(Record):
    """A role that one tenant has made of its own, beside those of its pack. What its pack grants on some records it has from roles that it
    includes.
    """

    __slots__ = __match_args__ = ("label", "includes", "allow", "deny",)
    _optional = {"label": None, "includes": (), "allow": (), "deny": ()}

    label: str | None
    """What people read."""

    includes: tuple[str, ...]
    """Roles whose rules are this one's too: of the pack, or of the tenant's own."""

    allow: tuple[str, ...]
    """What it may do, on every record: `rates:write`, `bookings:*`, `*`."""

    deny: tuple[str, ...]
    """What it may not do, whatever else allows it."""


class CustomMachine(Record):
    """The machines of a tenant's own by which records of an entity live in the place of the pack's."""

    __slots__ = __match_args__ = ("machine", "former", "closed",)
    _optional = {"machine": None, "former": (), "closed": False}

    machine: MachineDefinition | None
    """The one of new records; the pack's when there is none. It is called as that is, and its version is 1000000 or higher."""

    former: tuple[MachineDefinition, ...]
    """Those of before, by which records go on that began by them."""

    closed: bool
    """Whether no record begins: the one of new records fits the pack no more, and the pack's is not what the tenant wants."""


class ConsentPurpose(Record):
    """What people are asked to agree to."""

    __slots__ = __match_args__ = ("label", "version", "texts",)
    _optional = {"label": None}

    label: str | None
    """What people read above it; made of the name when not given."""

    version: str
    """The version of the text: another text is another version."""

    texts: dict[str, str]
    """What they agree to, by language."""


class PackPolicy(Record):
    """What must be true of every record of an entity, and what follows of a change after which it is not."""

    __slots__ = __match_args__ = ("id", "entity", "kind", "condition", "effect", "message", "field", "figure", "limit",)
    _optional = {"field": None, "figure": None, "limit": None}

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

    field: str | None
    """The field at which it is said."""

    figure: str | None
    """The figure that is shown: a field such as `storage_gb`, or what is computed of fields."""

    limit: str | None
    """The limit that is shown beside it, such as `500`."""


class LetterDefinition(Record):
    """What is written to whom about a record, in the languages of the pack: a letter, and what members read in the application."""

    __slots__ = __match_args__ = ("name", "label", "entity", "as_role", "to", "locale", "fields", "attachments", "answers", "words",)
    _optional = {"label": None, "locale": None, "fields": (), "attachments": (), "answers": None}

    name: str
    """What effects name it by."""

    label: str | None
    """What people read who choose what they are told."""

    entity: str
    """The entity whose record it is about."""

    as_role: str
    """In the rights of which role the record is read."""

    to: tuple[LetterReceiver, ...]
    """Who is told."""

    locale: str | None
    """The field with the language of whoever has no account, such as `locale` or `customer_id.locale`."""

    fields: tuple[str, ...]
    """What it may say: fields of the record, such as `number`, and of records that it links to, such as `customer_id.name`."""

    attachments: tuple[str, ...]
    """Fields whose files go along with the letter."""

    answers: str | None
    """The place where mail arrives to which an answer goes, where the tenant has an address for it."""

    words: dict[str, LetterWords]
    """What it says, by language; in a language that is missing it is read in the first one of the pack."""


class LetterWords(Record):
    """What a letter says in one language, as templates: `{{ number }}` is the record's number."""

    __slots__ = __match_args__ = ("subject", "text", "html", "short",)
    _optional = {"html": None, "short": None}

    subject: str
    """What it is about, on one line."""

    text: str
    """What it says."""

    html: str | None
    """The same as HTML: what stands in fields is escaped there."""

    short: str | None
    """The same in a few words, for telephones: what an SMS says, and what is pushed under the subject."""


class InboundDefinition(Record):
    """Where mail arrives: what of a mail becomes a record, and what becomes of an answer to a letter about one."""

    __slots__ = __match_args__ = ("name", "label", "entity", "as_role", "subject", "text", "sender", "sender_name", "proven", "files", "contact", "values", "reply",)
    _optional = {"label": None, "subject": None, "sender": None, "sender_name": None, "proven": None, "files": (), "contact": None, "values": {}, "reply": None}

    name: str
    """What a tenant opens it by."""

    label: str | None
    """What people read."""

    entity: str
    """Of which entity a record is made."""

    as_role: str
    """In the rights of which role."""

    subject: str | None
    """The field that takes the subject."""

    text: str
    """The field that takes the text."""

    sender: str | None
    """The field that takes the e-mail of whoever wrote, as the mail says it."""

    sender_name: str | None
    """The field that takes what they call themselves."""

    proven: str | None
    """The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it."""

    files: tuple[str, ...]
    """The fields that take files which come along: each the first one of its types that no field before it has."""

    contact: InboundContact | None
    """The link that takes whoever wrote, and what becomes of the mail of a stranger."""

    values: dict[str, Any]
    """Other values of each such record."""

    reply: InboundReply | None
    """What an answer to a letter about such a record becomes; a record like any other when not given."""


class InboundContact(Record):
    """How whoever wrote is found."""

    __slots__ = __match_args__ = ("field", "by", "believe", "unknown",)
    _optional = {}

    field: str
    """The field that links to them."""

    by: str
    """The field of theirs with their e-mail."""

    believe: InboundBelief
    """What is believed of who wrote."""

    unknown: InboundStranger
    """What becomes of the mail of somebody of whom there is no record."""


class InboundReply(Record):
    """What an answer to a letter becomes."""

    __slots__ = __match_args__ = ("entity", "link", "text", "sender", "proven", "files", "only_contact",)
    _optional = {"sender": None, "proven": None, "files": (), "only_contact": False}

    entity: str
    """Of which entity a record is made."""

    link: str
    """The field that links to the record that the letter was about."""

    text: str
    """The field that takes the text."""

    sender: str | None
    """The field that takes the e-mail of whoever wrote, as the mail says it."""

    proven: str | None
    """The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it."""

    files: tuple[str, ...]
    """The fields that take files which come along."""

    only_contact: bool
    """Whether only the contact of the record may answer: the mail of anybody else is one like any other."""


class WebhookDefinition(Record):
    """Who outside tells what happened there: how their messages are proven, and what of them is done here."""

    __slots__ = __match_args__ = ("name", "label", "scheme", "header", "prefix", "encoding", "with_address", "tolerance_seconds", "id", "kind", "as_role", "does",)
    _optional = {"label": None, "header": None, "prefix": None, "with_address": False, "id": None, "kind": None, "does": ()}

    name: str
    """What a tenant opens it by."""

    label: str | None
    """What people read."""

    scheme: WebhookScheme
    """How a message is signed."""

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

    id: WebhookPart | None
    """Where the id of the event stands, by which it is taken once; Standard Webhooks and PayPal say so themselves."""

    kind: WebhookPart | None
    """Where it stands what happened."""

    as_role: str
    """In the rights of which role something is done."""

    does: tuple[WebhookAction, ...]
    """What is done, in order."""


class WebhookPart(Record):
    """Where something of a message stands: in a header, or in the body."""

    __slots__ = __match_args__ = ("header", "body",)
    _optional = {"header": None, "body": None}

    header: str | None
    """The header."""

    body: str | None
    """Where in the body, as a JSON pointer."""


class WebhookAction(Record):
    """What is done of a message: a record is found and changed, or moved on by an event of its machine; or one is made."""

    __slots__ = __match_args__ = ("kinds", "entity", "find", "event", "fields", "values",)
    _optional = {"kinds": (), "find": None, "event": None, "fields": {}, "values": {}}

    kinds: tuple[str, ...]
    """Of what happened; of everything where nothing stands here."""

    entity: str
    """Of which entity the record is."""

    find: WebhookFind | None
    """How it is found; without this a record is made. A message that does not name one is about none of ours."""

    event: str | None
    """The event that happens to it."""

    fields: dict[str, str]
    """The fields that take something of the body, each with where it stands there, as a JSON pointer."""

    values: dict[str, Any]
    """Other values."""


class WebhookFind(Record):
    """How the record of a message is found."""

    __slots__ = __match_args__ = ("field", "at",)
    _optional = {}

    field: str
    """By which field; `id` is one."""

    at: str
    """Where its value stands in the body, as a JSON pointer."""


class Schedule(Record):
    """What is done by the clock, to every record for which something is true."""

    __slots__ = __match_args__ = ("name", "cron", "entity", "when", "do",)
    _optional = {"when": None, "do": None}

    name: str
    """What it is known by."""

    cron: str
    """When, as a line of cron by the tenant's clock: `15 0 * * *`."""

    entity: str
    """Whose records."""

    when: str | None
    """Which of them; all when not given. `now` and `today` may be used."""

    do: ScheduleAction | None
    """What happens to each, where it is no rule of automation that waits for the schedule."""


class ContactsDefinition(Record):
    """When people are written to about records of an entity: follow-ups, reminders, greetings."""

    __slots__ = __match_args__ = ("name", "label", "entity", "as_role", "consent", "quiet_hours", "contacts",)
    _optional = {"label": None, "consent": None, "quiet_hours": None}

    name: str
    """What it is known by: small letters, digits and `_`."""

    label: str | None
    """What people read."""

    entity: str
    """Whose records."""

    as_role: str
    """In the rights of which role they are looked at."""

    consent: str | None
    """The purpose to which everybody whom a record is about must have agreed for what is marketing."""

    quiet_hours: OpeningHours | None
    """When nothing goes out but what is about bills and security, by the tenant's clock: it waits for their end."""

    contacts: tuple[ContactRule, ...]
    """What goes out: a letter of the pack, by `email`, `push` or `sms` alone, or by `notify`, as members want to be told."""


class ViewDefinition(Record):
    """What people look at: a question about one entity, and how the answer is shown."""

    __slots__ = __match_args__ = ("name", "label", "kind", "entity", "filter", "sort", "fields", "group", "from_", "to", "facets", "sums", "plot",)
    _optional = {"label": None, "filter": {}, "sort": (), "fields": (), "group": None, "from_": None, "to": None, "facets": (), "sums": (), "plot": None}

    name: str
    """What it is known by."""

    label: str | None
    """What people read."""

    kind: PackViewKind
    """How it is shown."""

    entity: str
    """Of what."""

    filter: dict[str, str]
    """Filters, as the address of a list has them."""

    sort: tuple[str, ...]
    """How it is sorted."""

    fields: tuple[str, ...]
    """The columns of a list, what a card of a board shows."""

    group: str | None
    """The field by whose values a board has lanes: a choice, a link, or the state, which it is when not given."""

    from_: str | None
    """The day or the moment at which a record begins in a calendar."""

    to: str | None
    """The day on which it ends there, included, or the moment."""

    facets: tuple[str, ...]
    """The fields by whose values records are counted and summed."""

    sums: tuple[str, ...]
    """The fields that are summed."""

    plot: ViewPlot | None
    """The plot that shows it."""


class ViewPlot(Record):
    """A plot of a view's figures."""

    __slots__ = __match_args__ = ("kind", "along", "of", "per",)
    _optional = {"of": None, "per": None}

    kind: ViewPlotKind
    """How it is drawn."""

    along: str
    """The field along the axis."""

    of: str | None
    """The field that is summed; records are counted when not given."""

    per: Stretch | None
    """How long a stretch along days or moments is; a day when not given."""


class DocumentDefinition(Record):
    """A document that is made of a record, or of the records of a list: what is given to its templates, and what it is called."""

    __slots__ = __match_args__ = ("name", "label", "entity", "list", "title", "file", "paper", "fields", "expand", "rows", "sums",)
    _optional = {"label": None, "list": False, "file": None, "paper": None, "fields": (), "expand": (), "rows": (), "sums": ()}

    name: str
    """What it is known by. Its template in a language is `templates/<language>/documents/<name>.typ`."""

    label: str | None
    """What people read."""

    entity: str
    """Of what."""

    list: bool
    """Whether it is made of the records of a list, and not of one."""

    title: dict[str, str]
    """What it is called in each language of the pack. `{number}` stands for that field of the record."""

    file: str | None
    """What its file is called, with fields of the record as in the title; its name when not given."""

    paper: DocumentPaper | None
    """What it is printed on."""

    fields: tuple[str, ...]
    """The fields that it is given, as whoever asks may see them; all when none is named."""

    expand: tuple[str, ...]
    """The links in whose place it is given the records that they lead to."""

    rows: tuple[str, ...]
    """The fields of rows whose records it is given."""

    sums: tuple[str, ...]
    """The fields whose sums it is given, of all records of its list."""


class PackTemplate(Record):
    """A text that documents are made by, in the language of typst."""

    __slots__ = __match_args__ = ("path", "text",)
    _optional = {}

    path: str
    """Its place below `templates/`, such as `en/documents/quote.typ`. Others import it by this place, with `/` before it."""

    text: str
    """What it says."""


class DemoRecord(Record):
    """A record that makes a pack look alive."""

    __slots__ = __match_args__ = ("entity", "key", "values", "events",)
    _optional = {"events": ()}

    entity: str
    """Of what."""

    key: str
    """What other demo records call it by."""

    values: dict[str, Any]
    """Its values; `@key` is the id of another demo record."""

    events: tuple[str, ...]
    """Events that happen to it afterwards."""


class PackRule(Record):
    """Something that a pack promises."""

    __slots__ = __match_args__ = ("id", "sentence", "decided", "proofs",)
    _optional = {"proofs": ()}

    id: str
    """What it is known by: `ISP-16`."""

    sentence: str
    """What is promised."""

    decided: RuleDecider
    """Where it is decided."""

    proofs: tuple[str, ...]
    """The tests and vectors that fail when it is broken."""


class CodeEntry(Record):
    """One code of the catalogue."""

    __slots__ = __match_args__ = ("code", "meaning", "details",)
    _optional = {}

    code: Code
    """The code."""

    meaning: str
    """When it is given."""

    details: tuple[CodeDetail, ...]
    """The figures that may come with it."""


class CodeDetail(Record):
    """A figure by its name."""

    __slots__ = __match_args__ = ("name", "kind",)
    _optional = {}

    name: str
    """The name under which it stands among the details."""

    kind: DetailKind
    """What it is."""


class GuestMessage(Record):
    """What a guest is told."""

    __slots__ = __match_args__ = ("text", "sentences",)
    _optional = {}

    text: str
    """All sentences, one behind the other."""

    sentences: tuple[str, ...]
    """A sentence or two for each reason, each told once."""


class Evaluated(Record):
    """What an expression came to."""

    __slots__ = __match_args__ = ("type", "value",)
    _optional = {}

    type: str
    """The type of the value."""

    value: Any
    """The value; decimals, days, instants and durations as text."""


class ExpressionChecked(Record):
    """An expression that can be used."""

    __slots__ = __match_args__ = ("type", "names", "canonical",)
    _optional = {}

    type: str
    """The type of its value."""

    names: tuple[str, ...]
    """The names that it looks at, each once."""

    canonical: str
    """The same expression as it is written canonically."""


class ExchangeRate(Record):
    """What one unit of `base` was worth in `quote`, by whom and when."""

    __slots__ = __match_args__ = ("base", "quote", "rate", "as_of", "source",)
    _optional = {}

    base: str
    """The currency of which there is one unit; it may have ended."""

    quote: str
    """The currency in which its worth is told; it may have ended."""

    rate: Decimal
    """The worth, above zero."""

    as_of: datetime
    """When the rate held."""

    source: str
    """Who said so, such as `ECB`."""


class Conversion(Record):
    """A converted amount and everything it rests on."""

    __slots__ = __match_args__ = ("money", "original", "rate", "path", "rate_as_of", "stale", "legs",)
    _optional = {"rate_as_of": None}

    money: Money
    """The amount in the target currency, rounded."""

    original: Money
    """The amount that was converted."""

    rate: Decimal
    """What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
    the exact fraction that `legs` give.
    """

    path: RatePath
    """How the rate was found."""

    rate_as_of: datetime | None
    """When the rate held: the time of the oldest leg."""

    stale: bool
    """Whether a leg is older than allowed."""

    legs: tuple[ExchangeRate, ...]
    """The rates used, in order: one, two when crossed, none between the same currency."""


class RatesChecked(Record):
    """What a table of exchange rates is worth."""

    __slots__ = __match_args__ = ("usable", "faults",)
    _optional = {}

    usable: int
    """How many of its rates can be used."""

    faults: tuple[Reason, ...]
    """Every fault, with the place of its row."""


class Reason(Record):
    """One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved."""

    __slots__ = __match_args__ = ("code", "message", "path", "details",)
    _optional = {"details": {}}

    code: Code
    """Dotted and stable, such as `rates.blackout`; the catalogue is `Code`."""

    message: str
    """A sentence a person can act on."""

    path: str
    """Where: a JSON pointer into the definition or request, empty for the whole."""

    details: Details
    """The figures involved."""


class CurrencyFacts(Record):
    """What is known of a currency."""

    __slots__ = __match_args__ = ("currency", "numeric", "name", "minor_unit", "display_digits", "cash_step",)
    _optional = {"minor_unit": None, "cash_step": None}

    currency: str
    """The three letters."""

    numeric: str
    """The three digits, such as `978`."""

    name: str
    """The English name."""

    minor_unit: int | None
    """Digits behind the point in accounts; not there for gold, drawing rights and their like."""

    display_digits: int
    """Digits that people are shown."""

    cash_step: Decimal | None
    """The smallest sum payable in coins, where that is more than a minor unit."""


class GatewayAmount(Record):
    """An amount as a gateway counts it."""

    __slots__ = __match_args__ = ("gateway", "currency", "units", "amount",)
    _optional = {}

    gateway: Gateway
    """Whose."""

    currency: str
    """The currency."""

    units: int
    """The whole number of the gateway's units."""

    amount: Decimal
    """The same amount with as many digits as the gateway has, for gateways that take decimal text."""


class DayFacts(Record):
    """What is known of a day."""

    __slots__ = __match_args__ = ("weekday", "iso_year", "iso_week", "day_of_year", "leap_year", "days_in_month",)
    _optional = {}

    weekday: Weekday
    """The day of the week."""

    iso_year: int
    """The year of the ISO week."""

    iso_week: int
    """The ISO week."""

    day_of_year: int
    """The day of the year, 1 January being 1."""

    leap_year: bool
    """Whether the year has a 29 February."""

    days_in_month: int
    """How many days its month has."""


class WallTime(Record):
    """What a wall time stands for."""

    __slots__ = __match_args__ = ("kind", "instant", "second",)
    _optional = {}

    kind: WallKind
    """Whether clocks show it once, never or twice."""

    instant: datetime
    """The moment; later by the gap for a time that clocks skip, the first for one that they show twice."""

    second: datetime | None
    """The second moment of a time that clocks show twice."""


class LocalTime(Record):
    """What clocks show: a day and a time, without a zone."""

    __slots__ = __match_args__ = ("day", "time",)
    _optional = {}

    day: date
    """The day."""

    time: str
    """The time on the wall clock."""


class ZoneDatabase(Record):
    """The zone database inside."""

    __slots__ = __match_args__ = ("release",)
    _optional = {}

    release: str
    """The release of the IANA database that its rules are of, such as `2026f`."""


class NumberedPeriod(Record):
    """A billing period."""

    __slots__ = __match_args__ = ("number", "days",)
    _optional = {}

    number: int
    """Its number, 0 being the one that begins on the anchor."""

    days: DayRange
    """Its days."""


class Occurrence(Record):
    """One occurrence: a moment, and what clocks show then."""

    __slots__ = __match_args__ = ("instant", "day", "time",)
    _optional = {}

    instant: datetime
    """The moment."""

    day: date
    """The day that clocks show."""

    time: str
    """The time that clocks show; later by the gap where clocks skip the one meant."""


class RoundRobinTurn(Record):
    """Whose turn it was."""

    __slots__ = __match_args__ = ("after", "earlier",)
    _optional = {"after": None, "earlier": ()}

    after: str | None
    """Who got the last one; nobody yet when not given."""

    earlier: tuple[str, ...]
    """Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
    When all of them have left, they go on after the one of the candidates who got something last.
    """


class AssignmentChoice(Record):
    """Who takes it."""

    __slots__ = __match_args__ = ("id", "ranking", "left_out", "by_load_instead", "stayed", "turn",)
    _optional = {}

    id: str | None
    """Who; nobody when it has to wait."""

    ranking: tuple[str, ...]
    """Everybody who could take it, the chosen one first."""

    left_out: tuple[LeftOut, ...]
    """Everybody who could not, and why."""

    by_load_instead: bool
    """Whether nobody had every skill, and it went by load."""

    stayed: bool
    """Whether it stays with who had this customer before."""

    turn: RoundRobinTurn | None
    """Whose turn it was, for the next time; nothing when it does not go in turns. What stays with somebody is nobody's turn."""


class LeftOut(Record):
    """Somebody who could not take it."""

    __slots__ = __match_args__ = ("id", "why", "lacks",)
    _optional = {}

    id: str
    """Who."""

    why: LeftOutWhy
    """Why."""

    lacks: tuple[str, ...]
    """The skills that they lack."""


class AuditLink(Record):
    """A record by its place in the chain: what the next one hangs on."""

    __slots__ = __match_args__ = ("sequence", "hash",)
    _optional = {}

    sequence: int
    """Which record."""

    hash: str
    """Its hash."""


class AuditRecord(Record):
    """What somebody did, with the hash of the record before."""

    __slots__ = __match_args__ = ("tenant", "sequence", "at", "actor", "action", "entity", "entity_id", "ip", "request_id", "reason", "changes", "previous", "hash",)
    _optional = {}

    tenant: str
    """Whose record it is."""

    sequence: int
    """Counted from 1, without a gap."""

    at: datetime
    """When."""

    actor: str
    """Who."""

    action: str
    """What, such as `booking.cancel`."""

    entity: str
    """To what kind of thing."""

    entity_id: str
    """To which one."""

    ip: str | None
    """The address it came over."""

    request_id: str | None
    """The request it was part of."""

    reason: str | None
    """Why."""

    changes: tuple[AuditChange, ...]
    """What is another than before, by path."""

    previous: str
    """The hash of the record before; 64 zeros for the first."""

    hash: str
    """The SHA-256 of the canonical JSON of all the rest."""


class AuditChange(Record):
    """One value that is another than before."""

    __slots__ = __match_args__ = ("path", "before", "after", "before_commitment", "after_commitment",)
    _optional = {}

    path: str
    """Where: a JSON pointer."""

    before: Any
    """What it was; nothing when it was not there. Masked text when the commitment stands beside it."""

    after: Any
    """What it is; nothing when it is no longer there. Masked text when the commitment stands beside it."""

    before_commitment: str | None
    """The hash of the salt and what it was; the record's hash is over this, not over the masked text."""

    after_commitment: str | None
    """The hash of the salt and what it is."""


class AuditAnchor(Record):
    """One hash for all records of a day, to be kept where whoever changes the records cannot reach it."""

    __slots__ = __match_args__ = ("tenant", "day", "first", "last", "hash",)
    _optional = {}

    tenant: str
    """Whose records they are."""

    day: date
    """Of which day."""

    first: int
    """The number of the day's first record."""

    last: int
    """The number of the day's last record."""

    hash: str
    """The SHA-256 of the canonical JSON of `{"day": …, "first": …, "hashes": […], "last": …, "tenant": …}`."""


class AuditReport(Record):
    """Whether the records are what was appended."""

    __slots__ = __match_args__ = ("intact", "breaks", "last",)
    _optional = {}

    intact: bool
    """Whether nothing is broken."""

    breaks: tuple[AuditBreak, ...]
    """Everything that is, in order."""

    last: AuditLink | None
    """The last record when nothing is broken: what the next ones come `after`."""


class AuditBreak(Record):
    """Where the chain is broken, and how."""

    __slots__ = __match_args__ = ("index", "kind", "sequence", "count",)
    _optional = {}

    index: int
    """At which of the records, counted from 0."""

    kind: AuditBreakKind
    """How."""

    sequence: int
    """The number of the record that is there, is missing, or belongs there."""

    count: int
    """How many records are concerned."""


class NextAttempt(Record):
    """The next attempt, or why there is none."""

    __slots__ = __match_args__ = ("attempt", "at", "over",)
    _optional = {}

    attempt: int | None
    """Which attempt is next."""

    at: datetime | None
    """When."""

    over: RetryOver | None
    """Why there is none."""


class AlertState(Record):
    """What an alert rule remembers between two questions."""

    __slots__ = __match_args__ = ("last", "beyond_since", "open_since",)
    _optional = {"last": None, "beyond_since": None, "open_since": None}

    last: AlertSample | None
    """The last sample that was looked at."""

    beyond_since: datetime | None
    """Since when the value is beyond the threshold."""

    open_since: datetime | None
    """Since when the alert is open."""


class AlertSample(Record):
    """A value at a moment. It lasts until the next one."""

    __slots__ = __match_args__ = ("at", "value",)
    _optional = {}

    at: datetime
    """When it was measured."""

    value: Decimal
    """The value."""


class Alerted(Record):
    """What became of an alert."""

    __slots__ = __match_args__ = ("state", "changes",)
    _optional = {}

    state: AlertState
    """What is to be given with the next samples."""

    changes: tuple[AlertChange, ...]
    """What happened, in order: the alert opens once, stays open, and clears once."""


class AlertChange(Record):
    """An alert that opened or cleared."""

    __slots__ = __match_args__ = ("opened", "at", "value", "severity",)
    _optional = {}

    opened: bool
    """Whether it opened; it cleared otherwise."""

    at: datetime
    """When."""

    value: Decimal
    """The value at that moment."""

    severity: str | None
    """How grave it is."""


class Published(Record):
    """A list as published, and its former version as it now ends."""

    __slots__ = __match_args__ = ("list", "superseded",)
    _optional = {}

    list: RateListDefinition
    """The list."""

    superseded: tuple[RateListDefinition, ...]
    """The former versions that it supersedes."""


class BookedStay(Record):
    """A stay that is booked already."""

    __slots__ = __match_args__ = ("number", "check_in", "check_out",)
    _optional = {}

    number: str
    """What the booking is known by."""

    check_in: date
    """The day of arrival."""

    check_out: date
    """The day of departure."""


class BlackoutAdded(Record):
    """A list with its new blackout, and the bookings that lie in it."""

    __slots__ = __match_args__ = ("list", "touched",)
    _optional = {}

    list: RateListDefinition
    """The list."""

    touched: tuple[BookedStay, ...]
    """Bookings with a night in the blackout."""


class Imported(Record):
    """What came out of a file."""

    __slots__ = __match_args__ = ("lists", "faults", "rows",)
    _optional = {}

    lists: tuple[RateListDefinition, ...]
    """The lists, in the order of the file."""

    faults: tuple[RowFault, ...]
    """Every fault, by row and column."""

    rows: int
    """How many rows were read."""


class RowFault(Record):
    """A fault in a file."""

    __slots__ = __match_args__ = ("row", "column", "code", "message",)
    _optional = {}

    row: int
    """The row as a spreadsheet counts it, the header being 1."""

    column: str
    """The column's name."""

    code: Code
    """The code of the fault."""

    message: str
    """What was expected."""


class Boost(Record):
    """What a boost costs, and when it ends."""

    __slots__ = __match_args__ = ("price", "end", "month_seconds",)
    _optional = {}

    price: Money
    """The price."""

    end: datetime
    """The end: the start and so many hours of elapsed time, clock changes or not."""

    month_seconds: int
    """How many seconds the month of the start has in the zone."""


class BlackoutDay(Record):
    """A day that is not sold."""

    __slots__ = __match_args__ = ("day", "reason",)
    _optional = {}

    day: date
    """The day."""

    reason: str | None
    """Why."""


class Price(Record):
    """A price, explained: its lines always add up to the total exactly. Of what is given back, all but the price of one has the
    other sign.
    """

    __slots__ = __match_args__ = ("list_code", "list_version", "currency", "lines", "subtotal", "discounts", "fees", "taxes", "net", "total", "priced_at",)
    _optional = {}

    list_code: str | None
    """The code of the list that made it."""

    list_version: int
    """The version of the list that made it."""

    currency: str
    """The currency of every amount."""

    lines: tuple[Line, ...]
    """Every line, in the order of evaluation."""

    subtotal: Decimal
    """Units, children and supplements."""

    discounts: Decimal
    """What came off: not above zero, or below it for what is given back."""

    fees: Decimal
    """The fees."""

    taxes: tuple[TaxTotal, ...]
    """The taxes by name, inclusive ones too."""

    net: Decimal
    """The total without any tax."""

    total: Decimal
    """What is to be paid; below zero a credit."""

    priced_at: datetime | None
    """The moment as of which it was priced, as the request said."""


class Line(Record):
    """One line of a price."""

    __slots__ = __match_args__ = ("kind", "label", "rule", "day", "quantity", "unit_amount", "amount", "tax_category",)
    _optional = {}

    kind: LineKind
    """What it is for."""

    label: str
    """What people call it."""

    rule: str
    """The rule that made it, as a JSON pointer into the list's definition."""

    day: date | None
    """The night or day it is for; none when it is for all of them."""

    quantity: Decimal
    """How many."""

    unit_amount: Decimal
    """What one of them costs."""

    amount: Decimal
    """What they cost together."""

    tax_category: str | None
    """The tax category, when the rule has one."""


class TaxTotal(Record):
    """One tax of a price."""

    __slots__ = __match_args__ = ("name", "percent", "base", "amount", "inclusive", "category",)
    _optional = {}

    name: str
    """Its name."""

    percent: Decimal | None
    """Its percent, when it is one."""

    base: Decimal
    """What it is taken of, without the tax itself."""

    amount: Decimal
    """The tax."""

    inclusive: bool
    """Whether the lines already hold it."""

    category: str | None
    """The tax category it is for, when it is for one."""


class PriceIn(Record):
    """A price with its total in another currency, and the rate that was used."""

    __slots__ = __match_args__ = ("price", "total",)
    _optional = {}

    price: Price
    """The price in the list's own currency, explained."""

    total: Conversion
    """The total in the other currency, with the rate, its time and its source."""


class Explanation(Record):
    """A price or a refusal in sentences."""

    __slots__ = __match_args__ = ("sentences", "price", "error",)
    _optional = {}

    sentences: tuple[str, ...]
    """One sentence for each line or reason, and one for the total."""

    price: Price | None
    """The price, when there is one."""

    error: ErrorReport | None
    """Every reason, when there is none."""


class ErrorReport(Record):
    """An error as it crosses a wire."""

    __slots__ = __match_args__ = ("code", "message", "path", "details", "reasons",)
    _optional = {"details": {}}

    code: Code
    """The code of the first reason."""

    message: str
    """A sentence a person can act on."""

    path: str
    """Where the first reason points, as a JSON pointer."""

    details: Details
    """The figures of the first reason."""

    reasons: tuple[Reason, ...]
    """Every reason, the first one included."""


class Quoted(Record):
    """The answer to one of many requests: a price, or why there is none."""

    __slots__ = __match_args__ = ("price", "error",)
    _optional = {}

    price: Price | None
    """The price, when there is one."""

    error: ErrorReport | None
    """Every reason, when there is none."""


class Totalled(Record):
    """The total of one of many requests, or why there is none."""

    __slots__ = __match_args__ = ("total", "error",)
    _optional = {}

    total: Decimal | None
    """The total, when there is one."""

    error: ErrorReport | None
    """Every reason, when there is none."""


class Grid(Record):
    """The answer to a grid."""

    __slots__ = __match_args__ = ("currency", "cells",)
    _optional = {}

    currency: str
    """The currency of every total."""

    cells: tuple[GridCell, ...]
    """Cells in the order of parties, then arrivals, then nights."""


class GridCell(Record):
    """One cell of the grid."""

    __slots__ = __match_args__ = ("party", "arrival", "nights", "total", "code",)
    _optional = {}

    party: int
    """The place of the party in the request."""

    arrival: date
    """The arrival day."""

    nights: int
    """The length of stay."""

    total: Decimal | None
    """The total, when there is one."""

    code: Code | None
    """The code of the first reason, when there is none."""


class Packed(Record):
    """A list in its compact form."""

    __slots__ = __match_args__ = ("json_bytes", "content_base64",)
    _optional = {}

    json_bytes: int
    """How many bytes the definition has as JSON."""

    content_base64: str
    """The compact form in Base64: gzip, with its checksum. Its bytes load as JSON does."""


class Cheapest(Record):
    """What the lists offer, cheapest first."""

    __slots__ = __match_args__ = ("price", "offers", "refused",)
    _optional = {}

    price: Price | None
    """The price of the cheapest offer; none when no list can answer."""

    offers: tuple[Offer, ...]
    """Every list that can answer, cheapest first; the earlier list where two cost the same."""

    refused: tuple[Lost, ...]
    """Every list that cannot, and why."""


class Offer(Record):
    """What one list offers."""

    __slots__ = __match_args__ = ("list", "total", "currency",)
    _optional = {}

    list: ListRef
    """The list."""

    total: Decimal
    """Its total."""

    currency: str
    """The currency of the total."""


class ListRef(Record):
    """Which list, by its place, code and version."""

    __slots__ = __match_args__ = ("index", "code", "version", "name",)
    _optional = {}

    index: int
    """Its place among the lists, from 0 on."""

    code: str | None
    """Its code."""

    version: int
    """Its version."""

    name: str
    """Its name."""


class Lost(Record):
    """A list that was not chosen."""

    __slots__ = __match_args__ = ("list", "why", "error",)
    _optional = {}

    list: ListRef
    """The list."""

    why: LostWhy
    """Why."""

    error: ErrorReport | None
    """Every reason, when it refused."""


class Selection(Record):
    """The list that answers, its price, and why the others do not."""

    __slots__ = __match_args__ = ("list", "price", "lost",)
    _optional = {}

    list: ListRef
    """The list."""

    price: Price
    """Its price."""

    lost: tuple[Lost, ...]
    """Every other list, in the order of the lists."""


class Overlap(Record):
    """Two published lists that answer for the same days."""

    __slots__ = __match_args__ = ("list", "other", "days",)
    _optional = {}

    list: ListRef | None
    """One list; none for the one that is not saved yet."""

    other: ListRef
    """The other list."""

    days: DayRange
    """The days on which both answer."""


class Simulation(Record):
    """What would have changed."""

    __slots__ = __match_args__ = ("currency", "differences", "before", "after", "change", "lost", "won",)
    _optional = {}

    currency: str
    """The currency of every amount."""

    differences: tuple[Difference, ...]
    """One for each request."""

    before: Decimal
    """The sum of the totals before."""

    after: Decimal
    """The sum of the totals after."""

    change: Decimal
    """What the change adds, over requests that both lists answer."""

    lost: int
    """How many requests only the list before answers."""

    won: int
    """How many requests only the list after answers."""


class Difference(Record):
    """What would have changed for one request."""

    __slots__ = __match_args__ = ("before", "after", "change", "before_code", "after_code",)
    _optional = {}

    before: Decimal | None
    """The total before, when there is one."""

    after: Decimal | None
    """The total after, when there is one."""

    change: Decimal | None
    """What the change adds, when both answer."""

    before_code: Code | None
    """The code of the first reason before, when it refuses."""

    after_code: Code | None
    """The code of the first reason after, when it refuses."""


class Exported(Record):
    """A file that was written."""

    __slots__ = __match_args__ = ("text", "content_base64", "rows",)
    _optional = {}

    text: str | None
    """The text of a CSV file in UTF-8."""

    content_base64: str | None
    """The bytes in Base64, for other files."""

    rows: int
    """How many rows it has, the header included."""


class BulkUpdate(Record):
    """What a bulk update would change, and the lists as they would be."""

    __slots__ = __match_args__ = ("changes", "lists",)
    _optional = {}

    changes: tuple[FieldChange, ...]
    """Every field that changes."""

    lists: tuple[RateListDefinition, ...]
    """The changed lists, as they would be saved: all of them or none."""


class FieldChange(Record):
    """One field that changes."""

    __slots__ = __match_args__ = ("list", "path", "before", "after",)
    _optional = {}

    list: ListRef
    """In which list."""

    path: str
    """The field, as a JSON pointer."""

    before: Any
    """What it was; nothing for a new entry."""

    after: Any
    """What it becomes."""


class PlanBill(Record):
    """What a period costs, explained: its lines add up to the total exactly."""

    __slots__ = __match_args__ = ("currency", "lines", "total",)
    _optional = {}

    currency: str
    """The currency of every amount."""

    lines: tuple[PlanLine, ...]
    """Every line."""

    total: Decimal
    """What is to be paid; below zero what is given back."""


class PlanLine(Record):
    """One line of a bill."""

    __slots__ = __match_args__ = ("label", "rule", "quantity", "unit_amount", "amount",)
    _optional = {}

    label: str
    """What people call it."""

    rule: str
    """The rule that made it, as a JSON pointer into the plan's definition."""

    quantity: Decimal
    """How many."""

    unit_amount: Decimal
    """What one of them costs, before rounding."""

    amount: Decimal
    """What they cost together."""


class BillingPeriod(Record):
    """A billing period."""

    __slots__ = __match_args__ = ("number", "days", "billed_on",)
    _optional = {}

    number: int
    """Its number, from 0 on."""

    days: DayRange
    """Its days."""

    billed_on: date
    """The day on which it is billed: its first one in advance, the day after its last one in arrears."""


class Proration(Record):
    """What a change costs."""

    __slots__ = __match_args__ = ("period", "elapsed", "whole", "currency", "lines", "total",)
    _optional = {}

    period: DayRange
    """The billing period."""

    elapsed: int
    """How many days or seconds of the period lie before the change."""

    whole: int
    """How many the period has."""

    currency: str
    """The currency of every amount."""

    lines: tuple[ProrationLine, ...]
    """Credit and charge, each on its own."""

    total: Decimal
    """The sum of the lines; below zero when the customer gets money back."""


class ProrationLine(Record):
    """A credit or a charge."""

    __slots__ = __match_args__ = ("kind", "label", "full_price", "amount",)
    _optional = {}

    kind: ProrationLineKind
    """Which of the two."""

    label: str
    """What people call it."""

    full_price: Decimal
    """The price of the whole period."""

    amount: Decimal
    """The amount, below zero for a credit."""


class CancellationSettlement(Record):
    """What a cancellation costs, explained: its lines add up to the fee exactly."""

    __slots__ = __match_args__ = ("currency", "total", "paid", "fee", "refund", "owed", "lines",)
    _optional = {}

    currency: str
    """The currency of every amount."""

    total: Decimal
    """What the booking costs."""

    paid: Decimal
    """What has been paid so far."""

    fee: Decimal
    """What is charged; never more than the total."""

    refund: Decimal
    """What goes back: what was paid beyond the fee."""

    owed: Decimal
    """What is still to be paid: the fee beyond what was paid."""

    lines: tuple[CancellationLine, ...]
    """One for each component."""


class CancellationLine(Record):
    """What is charged for one component."""

    __slots__ = __match_args__ = ("component", "kind", "tier", "rule", "deadline", "total", "fee", "explanation",)
    _optional = {"tier": None, "deadline": None}

    component: str
    """The component."""

    kind: CancellationLineKind
    """Why so much is charged."""

    tier: str | None
    """The tier that made it, by its name."""

    rule: str
    """The rule that made it, as a JSON pointer into the policy's definition; empty when the provider cancels."""

    deadline: datetime | None
    """The last moment of the tier for this component."""

    total: Decimal
    """What the component costs."""

    fee: Decimal
    """What is charged of it."""

    explanation: str
    """How that came about, in a few words."""


class CancellationDeadlines(Record):
    """What cancelling costs, deadline by deadline: what a guest is shown before booking."""

    __slots__ = __match_args__ = ("currency", "total", "free_until", "steps", "no_show",)
    _optional = {"free_until": None}

    currency: str
    """The currency of every amount."""

    total: Decimal
    """What the booking costs."""

    free_until: datetime | None
    """The last moment at which cancelling is free, unless it is free always or never."""

    steps: tuple[CancellationStep, ...]
    """From the earliest to the latest; neighbours with the same fee are one."""

    no_show: Decimal
    """What is charged when nobody comes."""


class CancellationStep(Record):
    """What cancelling costs up to a deadline."""

    __slots__ = __match_args__ = ("deadline", "local", "fee", "refund",)
    _optional = {"deadline": None, "local": None}

    deadline: datetime | None
    """The last moment at which it costs that, included; the last step has none."""

    local: LocalTime | None
    """What clocks show then, where the booking takes place."""

    fee: Decimal
    """What is charged."""

    refund: Decimal
    """What goes back of what has been paid."""


class Availability(Record):
    """Whether it is free, and why not."""

    __slots__ = __match_args__ = ("free", "units_left", "reasons", "span",)
    _optional = {}

    free: bool
    """Whether it can be booked."""

    units_left: int
    """The units that nobody has taken over the whole time, whatever the rules say."""

    reasons: tuple[Reason, ...]
    """Every reason against it."""

    span: Span | None
    """Of a stay, the time from check-in to check-out where the resource says when both are."""


class FreeTime(Record):
    """A free time of a resource."""

    __slots__ = __match_args__ = ("resource", "span",)
    _optional = {}

    resource: str
    """The resource."""

    span: Span
    """The time."""


class ResourceSlots(Record):
    """The free starts of one resource."""

    __slots__ = __match_args__ = ("resource", "slots", "reasons",)
    _optional = {}

    resource: str
    """The resource."""

    slots: tuple[Slot, ...]
    """Its free starts, in order of time."""

    reasons: tuple[Reason, ...]
    """Why it has none at any time: bookings so long, or of so many units, are not taken, or it is not counted by the moment."""


class Slot(Record):
    """A free start."""

    __slots__ = __match_args__ = ("start", "day", "time", "offset", "longest_minutes",)
    _optional = {}

    start: datetime
    """The moment."""

    day: date
    """The day that clocks show."""

    time: str
    """The time that clocks show."""

    offset: str
    """How far clocks are from universal time: it tells two times apart that clocks show twice."""

    longest_minutes: int
    """The longest booking that could begin then, up to the longest that the resource takes or a day."""


class CommonSlot(Record):
    """A start at which everything is free."""

    __slots__ = __match_args__ = ("slot", "resources",)
    _optional = {}

    slot: Slot
    """The start; the longest booking is what all of them allow."""

    resources: tuple[str, ...]
    """A resource for each need."""


class ResourceView(Record):
    """The days of one resource."""

    __slots__ = __match_args__ = ("resource", "days",)
    _optional = {}

    resource: str
    """The resource."""

    days: tuple[DayView, ...]
    """Its days."""


class DayView(Record):
    """A day of a resource."""

    __slots__ = __match_args__ = ("day", "state", "units_left", "cells",)
    _optional = {}

    day: date
    """The day."""

    state: ViewState
    """By the night or departure, what the day is; by the moment, what its best cell is."""

    units_left: int
    """By the night or departure, the units left; by the moment, those of its best cell."""

    cells: tuple[ViewCell, ...]
    """By the moment, the parts of the day: they follow each other without a gap."""


class ViewCell(Record):
    """A part of a day in which nothing changes."""

    __slots__ = __match_args__ = ("start", "end", "state", "units_left", "bookings", "holds", "blocked",)
    _optional = {}

    start: datetime
    """Its beginning."""

    end: datetime
    """Its end."""

    state: ViewState
    """What it is."""

    units_left: int
    """The units left."""

    bookings: tuple[str, ...]
    """The bookings in it."""

    holds: tuple[str, ...]
    """The holds in it."""

    blocked: tuple[str, ...]
    """What blocks it."""


class ResourceOccupancy(Record):
    """The figures of one resource."""

    __slots__ = __match_args__ = ("resource", "periods",)
    _optional = {}

    resource: str
    """The resource."""

    periods: tuple[Occupancy, ...]
    """Its figures, in order of time."""


class Occupancy(Record):
    """The figures of a day or a week. Units are counted by the minute, or by the night or seat."""

    __slots__ = __match_args__ = ("days", "offered", "taken", "utilisation", "picked_up", "short_gaps",)
    _optional = {}

    days: DayRange
    """The days."""

    offered: int
    """What could be taken: open and not blocked, times the capacity."""

    taken: int
    """What is booked of it."""

    utilisation: Decimal | None
    """The percentage of what is offered that is taken, to two digits; none when nothing is offered."""

    picked_up: int
    """What is taken and was booked since the moment that was asked for."""

    short_gaps: tuple[Span, ...]
    """Free time that is too short to sell."""


class Assigned(Record):
    """Who takes an appointment."""

    __slots__ = __match_args__ = ("resource", "ranking",)
    _optional = {}

    resource: str
    """The resource."""

    ranking: tuple[str, ...]
    """Everybody who could take it, the chosen one first."""


class BookedSeries(Record):
    """The occurrences of a series."""

    __slots__ = __match_args__ = ("free", "clashing", "occurrences",)
    _optional = {}

    free: int
    """How many are booked, or would be."""

    clashing: int
    """How many clash."""

    occurrences: tuple[SeriesOccurrence, ...]
    """Every one, in order of time."""


class SeriesOccurrence(Record):
    """An occurrence of a series."""

    __slots__ = __match_args__ = ("span", "day", "time", "booking", "reasons",)
    _optional = {}

    span: Span
    """When."""

    day: date
    """The day that clocks show at its beginning."""

    time: str
    """The time that clocks show at its beginning."""

    booking: str | None
    """Its booking, when it is booked."""

    reasons: tuple[Reason, ...]
    """Every reason against it."""


class RowIds(Record):
    """Rows by what they are known by."""

    __slots__ = __match_args__ = ("bookings", "holds", "blocked",)
    _optional = {}

    bookings: tuple[str, ...]
    """The ids of bookings."""

    holds: tuple[str, ...]
    """The keys of holds."""

    blocked: tuple[str, ...]
    """The ids of what is blocked."""


class AppliedCommand(Record):
    """What one of many commands did, or why it was refused."""

    __slots__ = __match_args__ = ("done", "error",)
    _optional = {}

    done: CalendarChange | None
    """What it did."""

    error: ErrorReport | None
    """Every reason, when it was refused."""


class AppliedRows(Record):
    """What is no longer as it was. Rows that were known as they are stand in none of the three."""

    __slots__ = __match_args__ = ("added", "changed", "removed",)
    _optional = {}

    added: RowIds
    """What was not there."""

    changed: RowIds
    """What was there otherwise."""

    removed: RowIds
    """What is there no longer."""


class MergedCommand(Record):
    """What became of a received command."""

    __slots__ = __match_args__ = ("id", "done", "error",)
    _optional = {}

    id: str
    """The command."""

    done: CalendarChange | None
    """What it did."""

    error: ErrorReport | None
    """Every reason, when it clashes with what came before it."""


class ImportedFeed(Record):
    """What a feed changed. Of what it says it frees nothing: an event that cannot be read keeps what it blocked."""

    __slots__ = __match_args__ = ("added", "removed", "unchanged", "faults", "more_faults",)
    _optional = {}

    added: tuple[Blocked, ...]
    """What is blocked now and was not."""

    removed: tuple[Blocked, ...]
    """What was blocked and is free now."""

    unchanged: int
    """How many times stayed as they were."""

    faults: tuple[Reason, ...]
    """What could not be read of events and lines, each with its line. Such an event blocks what can be read of it."""

    more_faults: int
    """How many faults there were beyond those."""


class MachineFired(Record, _Of[State_co, Event_co]):
    """What an event did."""

    __slots__ = __match_args__ = ("instance", "standing", "terminal", "effects", "record", "settled",)
    _optional = {"settled": ()}

    instance: MachineInstance[State_co, Event_co]
    """The instance as it is now."""

    standing: MachineStanding
    """How it stands."""

    terminal: bool
    """Whether it has ended."""

    effects: tuple[MachineEffect, ...]
    """What the host is to carry out."""

    record: MachineRecord[State_co, Event_co]
    """What to keep of it."""

    settled: tuple[MachineSettled[State_co, Event_co], ...]
    """What had happened by itself before it, in order: to be kept and carried out first."""


class MachineInstance(Record, _Of[State_co, Event_co]):
    """Something that lives by a machine: plain data, to be kept by the host."""

    __slots__ = __match_args__ = ("machine", "machine_version", "id", "state", "version", "entered_at", "fields",)
    _optional = {"id": None, "fields": {}}

    machine: str
    """The machine's name."""

    machine_version: int
    """The machine's version."""

    id: str | None
    """What it is known by."""

    state: State_co
    """The state it is in."""

    version: int
    """How often something happened to it: what tells two writers apart."""

    entered_at: datetime
    """When it came into its state."""

    fields: dict[str, Any]
    """What was recorded of it."""


class MachineRecord(Record, _Of[State_co, Event_co]):
    """What happened, to be kept by the host: the history from which an instance can be made again."""

    __slots__ = __match_args__ = ("version", "event", "before", "after", "at", "actor", "given", "changed",)
    _optional = {}

    version: int
    """The instance's version after it."""

    event: Event_co | None
    """What happened; nothing for the beginning."""

    before: State_co | None
    """The state before; none for the beginning."""

    after: State_co
    """The state after."""

    at: datetime
    """When."""

    actor: str | None
    """Who."""

    given: dict[str, Any]
    """What was given with it."""

    changed: dict[str, Any]
    """What it set; `null` for what it cleared."""


class MachineSettled(Record, _Of[State_co, Event_co]):
    """What happened by itself before the event: a timer had run out, and nobody had fired it."""

    __slots__ = __match_args__ = ("record", "effects",)
    _optional = {"effects": ()}

    record: MachineRecord[State_co, Event_co]
    """What to keep of it; it happened when it was due."""

    effects: tuple[MachineEffect, ...]
    """What the host is to carry out."""


class MachineAttempt(Record, _Of[State_co, Event_co]):
    """What came of one event among many."""

    __slots__ = __match_args__ = ("fired", "error",)
    _optional = {}

    fired: MachineFired[State_co, Event_co] | None
    """What it did."""

    error: ErrorReport | None
    """Why it did nothing."""


class MachineStep(Record, _Of[State_co, Event_co]):
    """Where an event leads."""

    __slots__ = __match_args__ = ("state", "terminal",)
    _optional = {}

    state: State_co
    """The state after it."""

    terminal: bool
    """Whether that is an end."""


class MachineChoice(Record, _Of[State_co, Event_co]):
    """An event, whether it may happen, and why not."""

    __slots__ = __match_args__ = ("event", "label", "open", "leads_to", "requires", "reasons",)
    _optional = {}

    event: Event_co
    """The event."""

    label: str | None
    """What people read."""

    open: bool
    """Whether it may happen."""

    leads_to: State_co | None
    """The state it would lead to."""

    requires: tuple[str, ...]
    """What has to be given with it."""

    reasons: tuple[Reason, ...]
    """Every reason against it."""


class MachineTimers(Record, _Of[State_co, Event_co]):
    """The timers of many instances."""

    __slots__ = __match_args__ = ("due", "next_at",)
    _optional = {}

    due: tuple[MachineDue[State_co, Event_co], ...]
    """What has run out, in order of time."""

    next_at: datetime | None
    """When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend."""


class MachineDue(Record, _Of[State_co, Event_co]):
    """A timer that has run out: fire its event."""

    __slots__ = __match_args__ = ("place", "id", "event", "at",)
    _optional = {}

    place: int
    """The place of the instance in the request."""

    id: str | None
    """What the instance is known by."""

    event: Event_co
    """What happens."""

    at: datetime
    """When the timer ran out."""


class MachinePath(Record):
    """The shortest way to a state."""

    __slots__ = __match_args__ = ("state", "events",)
    _optional = {}

    state: str
    """The state."""

    events: tuple[str, ...]
    """The events that lead there from the initial state."""


class TrackedDeadlines(Record):
    """Where a case stands."""

    __slots__ = __match_args__ = ("targets",)
    _optional = {}

    targets: tuple[DeadlineStanding, ...]
    """Every target that the case's priority has a deadline for, by name."""


class DeadlineStanding(Record):
    """Where a target stands. All seconds are those in which its time ran: of business, and not paused."""

    __slots__ = __match_args__ = ("target", "priority", "due_at", "remaining_seconds", "breached_by_seconds", "met_at", "met_in_seconds", "paused", "warnings", "levels",)
    _optional = {}

    target: str
    """Its name."""

    priority: str
    """The priority that it is measured by: the present one, or that of the moment at which it was met."""

    due_at: datetime
    """When it is due, or was: by the pauses so far, and when it is paused as if time ran again now."""

    remaining_seconds: int
    """The seconds that are left; none when it is late."""

    breached_by_seconds: int | None
    """The seconds that it is late by, or was when it was met; nothing when it is in time."""

    met_at: datetime | None
    """When it was met."""

    met_in_seconds: int | None
    """The seconds that it took."""

    paused: bool
    """Whether its time stands still."""

    warnings: tuple[DeadlineNotice, ...]
    """The warnings reached, by percentage."""

    levels: tuple[DeadlineNotice, ...]
    """The levels of escalation reached, from 1."""


class DeadlineNotice(Record):
    """A warning or a level of escalation that was reached."""

    __slots__ = __match_args__ = ("number", "name", "at", "due",)
    _optional = {}

    number: int
    """The percentage of a warning; the number of a level, from 1."""

    name: str | None
    """Who is told, of a level."""

    at: datetime
    """When it was reached."""

    due: bool
    """Whether it has not been told yet."""


class DeadlineFigures(Record):
    """How well a target's deadlines were kept. Each case is met in time, breached or still open."""

    __slots__ = __match_args__ = ("target", "priority", "agent", "counted", "met_in_time", "breached", "still_open", "percent", "mean_seconds", "longest_seconds",)
    _optional = {}

    target: str
    """The target."""

    priority: str | None
    """The priority, when figures are kept apart by it."""

    agent: str | None
    """The agent, when figures are kept apart by them; nothing for what nobody has."""

    counted: int
    """How many cases have the deadline."""

    met_in_time: int
    """How many were met in time."""

    breached: int
    """How many were met too late, or are late and not met."""

    still_open: int
    """How many are neither met nor late."""

    percent: Decimal | None
    """The percentage met in time of those met or late, to two digits; nothing when there is none."""

    mean_seconds: int | None
    """The seconds of its time that it took to meet it, in the mean; nothing when none was met."""

    longest_seconds: int | None
    """The seconds that the slowest took."""


class TenantStanding(Record):
    """How a tenant stands, and what that allows."""

    __slots__ = __match_args__ = ("status", "since", "log_in", "reads", "writes", "restore_until", "purge_at", "next",)
    _optional = {}

    status: TenantStatus
    """Its status."""

    since: datetime | None
    """Since when, to be kept with the status."""

    log_in: bool
    """Whether its people may log in."""

    reads: bool
    """Whether they may read."""

    writes: bool
    """Whether they may write."""

    restore_until: datetime | None
    """While it is deleted: the moment until which it can be restored."""

    purge_at: datetime | None
    """While it is deleted: the moment from which on what it has is erased, the same one."""

    next: tuple[TenantStatus, ...]
    """The status that it may have next, as of now."""


class AccessActor(Record):
    """Who acts, as whoever let them in knows them: from a token or a session, never from what they ask."""

    __slots__ = __match_args__ = ("tenant", "id", "roles", "grants", "denials", "scopes", "super_admin", "across_tenants",)
    _optional = {"roles": (), "grants": (), "denials": (), "scopes": None}

    tenant: str
    """Whose they are."""

    id: str
    """Who."""

    roles: tuple[str, ...]
    """Their roles."""

    grants: tuple[RecordGrant, ...]
    """What they may do with single records."""

    denials: tuple[RecordDenial, ...]
    """What they may not do with single records, whatever else allows it."""

    scopes: tuple[str, ...] | None
    """The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they
    come by none.
    """

    super_admin: bool
    """Whether they run the platform: they may do everything, and all of it is audited."""

    across_tenants: bool
    """Whether someone who runs the platform acts in a tenant that is not their own; it has to be said."""


class RecordGrant(Record):
    """What somebody may do with one record."""

    __slots__ = __match_args__ = ("record", "permissions",)
    _optional = {}

    record: str
    """The record's id."""

    permissions: tuple[str, ...]
    """What may be done."""


class RecordDenial(Record):
    """What somebody may not do with one record."""

    __slots__ = __match_args__ = ("record", "permissions",)
    _optional = {}

    record: str
    """The record's id."""

    permissions: tuple[str, ...]
    """What may not be done: `bookings:write`, `bookings:*`, `*`."""


class AccessVerdict(Record):
    """Whether somebody may, and why."""

    __slots__ = __match_args__ = ("allowed", "via", "missing", "denied_by", "denied_on", "audit",)
    _optional = {}

    allowed: bool
    """Whether they may."""

    via: AccessVia | None
    """What allows it; nothing when refused."""

    missing: str | None
    """The permission they lack; nothing when allowed."""

    denied_by: str | None
    """The role that denies it, whatever else allows it."""

    denied_on: str | None
    """The record with which it is denied to them, whatever else allows it."""

    audit: bool
    """Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does."""


class MaskedRecord(Record):
    """A record as somebody may see it."""

    __slots__ = __match_args__ = ("fields", "masked",)
    _optional = {}

    fields: dict[str, Any]
    """Its fields; in the place of what is hidden stand eight stars."""

    masked: tuple[str, ...]
    """What is hidden, as JSON pointers into the fields."""


class FlagAnswer(Record):
    """Whether a feature is on, and why."""

    __slots__ = __match_args__ = ("flag", "on", "decided_by", "name", "share",)
    _optional = {}

    flag: str
    """Which one."""

    on: bool
    """Whether it is on."""

    decided_by: FlagRule
    """The rule that decided."""

    name: str | None
    """The role or plan that decided."""

    share: Decimal | None
    """Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage."""


class RateLimitState(Record):
    """What a limit keeps for an address, a user or a tenant."""

    __slots__ = __match_args__ = ("tenant", "limit", "marks",)
    _optional = {}

    tenant: str
    """Whose it is."""

    limit: str
    """The limit's name."""

    marks: tuple[RateMark, ...]
    """What was let through, as the limit keeps it."""


class RateMark(Record):
    """What was let through, as small as it can be kept. A window keeps what was let through in each of its stretches, with
    the last moment of it. A bucket keeps one: the moment at which it is full again.
    """

    __slots__ = __match_args__ = ("at", "units",)
    _optional = {}

    at: datetime
    """The moment."""

    units: int
    """How much; for a bucket the part of a microsecond that is missing, counted in as many parts as the amount."""


class RateLimitAnswer(Record):
    """Whether a call may go on."""

    __slots__ = __match_args__ = ("allowed", "retry_after_seconds", "limits", "reasons",)
    _optional = {}

    allowed: bool
    """Whether every limit lets it through."""

    retry_after_seconds: int
    """In how many seconds all of them would; 0 when they do."""

    limits: tuple[RateLimitVerdict, ...]
    """What each limit says, in the order of the calls."""

    reasons: tuple[Reason, ...]
    """Every limit that refuses."""


class RateLimitVerdict(Record):
    """What one limit says."""

    __slots__ = __match_args__ = ("limit", "per", "amount", "remaining", "reset_at", "retry_after_seconds", "state",)
    _optional = {}

    limit: str
    """Its name."""

    per: RateLimitKey
    """For whom the state is to be kept."""

    amount: int
    """The most that may pass at once."""

    remaining: int
    """How much is left."""

    reset_at: datetime
    """When everything is left again."""

    retry_after_seconds: int
    """In how many seconds it lets the call through; 0 when it does."""

    state: RateLimitState
    """The state to keep."""


class LockoutState(Record):
    """What a lockout keeps for an account or an address."""

    __slots__ = __match_args__ = ("tenant", "lockout", "failures", "locked_until", "locks",)
    _optional = {}

    tenant: str
    """Whose it is."""

    lockout: str
    """The rule's name."""

    failures: tuple[LockoutMark, ...]
    """The failures that count, the oldest first."""

    locked_until: datetime | None
    """Until when it is, or was last, locked."""

    locks: int
    """How many locks followed each other."""


class LockoutMark(Record):
    """One failure."""

    __slots__ = __match_args__ = ("at", "of",)
    _optional = {}

    at: datetime
    """When."""

    of: str | None
    """Of what, where only different ones count."""


class LockoutAnswer(Record):
    """Whether it is locked."""

    __slots__ = __match_args__ = ("locked", "locked_until", "retry_after_seconds", "failures_left", "reasons", "state",)
    _optional = {}

    locked: bool
    """Whether it is locked: even what is right is refused."""

    locked_until: datetime | None
    """Until when."""

    retry_after_seconds: int
    """For how many seconds more; 0 when it is not."""

    failures_left: int
    """How many more failures lock it."""

    reasons: tuple[Reason, ...]
    """Why it is refused."""

    state: LockoutState
    """The state to keep."""


class AddressAnswer(Record):
    """Whether an address passes."""

    __slots__ = __match_args__ = ("allowed", "rule", "reasons",)
    _optional = {}

    allowed: bool
    """Whether it passes."""

    rule: AddressRule | None
    """By which rule; none when no rule speaks of it, and then it passes."""

    reasons: tuple[Reason, ...]
    """Why it is refused."""


class QuotaState(Record):
    """What is kept of a quota."""

    __slots__ = __match_args__ = ("tenant", "quota", "period", "used", "warned", "entries",)
    _optional = {}

    tenant: str
    """Whose it is."""

    quota: str
    """The quota's name."""

    period: date | None
    """The first day of the period that is counted."""

    used: int
    """How much is taken."""

    warned: tuple[int, ...]
    """The percentages that are exceeded and were told."""

    entries: tuple[QuotaEntry, ...]
    """What is known by a key."""


class QuotaEntry(Record):
    """What was held or taken under a key."""

    __slots__ = __match_args__ = ("key", "amount", "taken", "period", "expires_at",)
    _optional = {}

    key: str
    """The key."""

    amount: int
    """How much."""

    taken: bool
    """Whether it is taken; otherwise it is held."""

    period: date | None
    """In which period it was taken, where there are periods."""

    expires_at: datetime | None
    """Until when it is held, or its key is known."""


class QuotaAnswer(Record):
    """Whether it was done, and how much there is."""

    __slots__ = __match_args__ = ("allowed", "reasons", "used", "held", "figures", "remaining", "overage", "warnings", "resets_at", "state",)
    _optional = {}

    allowed: bool
    """Whether it was done, or could be."""

    reasons: tuple[Reason, ...]
    """Why not."""

    used: int
    """How much is taken now."""

    held: int
    """How much is held beside that."""

    figures: QuotaFigures
    """The figures that hold."""

    remaining: int | None
    """How much can still be taken; no end when none."""

    overage: int
    """How much more than the soft figure is taken."""

    warnings: tuple[int, ...]
    """The percentages that were crossed just now; each crossing is told once."""

    resets_at: datetime | None
    """When the next period begins."""

    state: QuotaState
    """The state to keep."""


class NumberState(Record):
    """What is kept of the numbers of a kind."""

    __slots__ = __match_args__ = ("tenant", "format", "parts", "day", "last",)
    _optional = {}

    tenant: str
    """Whose it is."""

    format: str
    """The format's name."""

    parts: dict[str, str]
    """The parts that this counter counts."""

    day: date
    """The latest day on which a number was given, by the tenant's clock."""

    last: int
    """The last number that was given."""


class NumberAnswer(Record):
    """A number."""

    __slots__ = __match_args__ = ("number", "sequence", "state",)
    _optional = {}

    number: str
    """As people read it."""

    sequence: int
    """What its counter says."""

    state: NumberState
    """The state to keep, before anybody sees the number."""


class ApiKeyRecord(Record):
    """What is kept of a key; the key itself is not."""

    __slots__ = __match_args__ = ("tenant", "id", "prefix", "hash", "last_four", "scopes", "created_at", "expires_at", "revoked_at", "addresses",)
    _optional = {}

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

    scopes: tuple[str, ...]
    """What it may do: `rates:read`, `bookings:*`."""

    created_at: datetime
    """When it was made."""

    expires_at: datetime | None
    """When it ends; never when not given."""

    revoked_at: datetime | None
    """When it was revoked."""

    addresses: tuple[str, ...]
    """Addresses and ranges that may use it; every one when empty."""


class NewKey(Record):
    """A key, shown this once."""

    __slots__ = __match_args__ = ("key", "record", "replaced",)
    _optional = {}

    key: str
    """The key itself: nobody can be shown it again."""

    record: ApiKeyRecord
    """What is to be kept."""

    replaced: ApiKeyRecord | None
    """The record of the replaced key, with its end."""


class KeyCheck(Record):
    """Whether a key holds."""

    __slots__ = __match_args__ = ("allowed", "id", "hash", "reasons",)
    _optional = {}

    allowed: bool
    """Whether it does."""

    id: str | None
    """The id of its record."""

    hash: str | None
    """Its hash, by which its record is found; none when the key was mistyped."""

    reasons: tuple[Reason, ...]
    """Every reason against it."""


class CheckedFields(Record):
    """Values and tags as they are to be stored."""

    __slots__ = __match_args__ = ("values", "tags", "unique", "archived",)
    _optional = {}

    values: dict[str, Any]
    """The values: texts without blanks around them, numbers without zeros at their end."""

    tags: tuple[str, ...]
    """The tags in small letters, each once."""

    unique: tuple[str, ...]
    """The fields whose values no other thing may have: look them up, or let the store's index decide."""

    archived: dict[str, Any]
    """Values of fields that are not, or no longer, defined."""


class PolicyDecision(Record):
    """What all policies say, and what follows."""

    __slots__ = __match_args__ = ("subject", "overall", "verdicts",)
    _optional = {}

    subject: str
    """About what."""

    overall: PolicyOutcome
    """The gravest of the verdicts."""

    verdicts: tuple[PolicyVerdict, ...]
    """What each policy says, in the order of the definition."""


class PolicyVerdict(Record):
    """What one policy says."""

    __slots__ = __match_args__ = ("policy", "kind", "outcome", "message", "figure", "limit",)
    _optional = {}

    policy: str
    """Which policy."""

    kind: PolicyKind
    """What it is about."""

    outcome: PolicyOutcome
    """What follows."""

    message: str | None
    """What is said when it does not hold."""

    figure: Any
    """The figure; decimals and days as text."""

    limit: Any
    """The limit."""


class ComplianceReport(Record):
    """Which policies are kept, and by what."""

    __slots__ = __match_args__ = ("subjects", "policies",)
    _optional = {}

    subjects: dict[str, PolicyOutcome]
    """The gravest outcome of each, by id."""

    policies: tuple[PolicyCompliance, ...]
    """Each policy, in the order of the definition."""


class PolicyCompliance(Record):
    """Who keeps one policy."""

    __slots__ = __match_args__ = ("policy", "effect", "compliant", "warned", "breached", "unchecked",)
    _optional = {}

    policy: str
    """Which policy."""

    effect: PolicyEffect
    """What follows when it is not kept."""

    compliant: int
    """How many keep it."""

    warned: tuple[str, ...]
    """Which do not, and are told."""

    breached: tuple[str, ...]
    """Which do not, where it denies or wants approval."""

    unchecked: tuple[str, ...]
    """Which lack a fact it is about."""


class BudgetState(Record):
    """Which thresholds have been told in a month."""

    __slots__ = __match_args__ = ("month", "told",)
    _optional = {}

    month: date
    """The first day of that month."""

    told: tuple[int, ...]
    """The percentages."""


class BudgetStanding(Record):
    """How a budget stands."""

    __slots__ = __match_args__ = ("period", "spent", "percent", "tell", "exceeded_on", "forecast", "trend", "state",)
    _optional = {}

    period: DayRange
    """The month."""

    spent: Money
    """What was spent in it so far."""

    percent: Decimal
    """That in percent of the budget, to two digits and never rounded up: a threshold that is shown is reached."""

    tell: tuple[int, ...]
    """The thresholds to tell of now; each is told once in a month."""

    exceeded_on: date | None
    """The day on which more than the budget was spent, or will be as things go."""

    forecast: BudgetForecast | None
    """How the month will end; nothing before there is a full day to go by."""

    trend: BudgetTrend
    """Compared with the same days of the month before."""

    state: BudgetState
    """What has been told now; give it the next time."""


class BudgetForecast(Record):
    """How a month will end: what was spent, and so much more on each day after today."""

    __slots__ = __match_args__ = ("expected", "low", "high", "full_days",)
    _optional = {}

    expected: Money
    """With the mean of the last seven full days."""

    low: Money
    """With the least of them."""

    high: Money
    """With the most of them."""

    full_days: int
    """How many full days it goes by."""


class BudgetTrend(Record):
    """A period beside the one before it."""

    __slots__ = __match_args__ = ("before", "change", "percent",)
    _optional = {}

    before: Money
    """What was spent in the one before."""

    change: Money
    """How much more it is now."""

    percent: Decimal | None
    """That in percent, to two digits; no basis when nothing was spent before."""


class PersonalRecord(Record):
    """Something that may be about people."""

    __slots__ = __match_args__ = ("entity", "id", "values",)
    _optional = {}

    entity: str
    """What kind of thing."""

    id: str
    """Which one."""

    values: dict[str, Any]
    """Everything it says."""


class PersonExport(Record):
    """What is known about one person, and about nobody else."""

    __slots__ = __match_args__ = ("person", "records",)
    _optional = {}

    person: str
    """Who."""

    records: dict[str, tuple[PersonalRecord, ...]]
    """The records by kind of thing, in the order they were given."""


class Anonymised(Record):
    """Records that no longer say whom they are about."""

    __slots__ = __match_args__ = ("records", "changed",)
    _optional = {}

    records: tuple[PersonalRecord, ...]
    """All records, in the order they were given."""

    changed: tuple[str, ...]
    """What was changed: JSON pointers such as `/records/0/values/name`."""


class RetentionClass(Record):
    """What is due of one class."""

    __slots__ = __match_args__ = ("class_", "action", "due", "held", "kept",)
    _optional = {}

    class_: str
    """Which class."""

    action: RetentionAction
    """What is to be done with what is due."""

    due: tuple[str, ...]
    """What has been kept long enough."""

    held: tuple[str, ...]
    """What would be due, and is under a legal hold."""

    kept: int
    """How many are not due yet."""


class ConsentEntry(Record):
    """Somebody agreed to something, or no longer does."""

    __slots__ = __match_args__ = ("purpose", "version", "given", "at", "source",)
    _optional = {}

    purpose: str
    """To what."""

    version: str | None
    """The version of the text that was agreed to; a withdrawal is of all versions."""

    given: bool
    """Whether it was given, or withdrawn."""

    at: datetime
    """When."""

    source: str | None
    """Where it came from: a form, a call, a letter."""


class ConsentStanding(Record):
    """Whether somebody agrees."""

    __slots__ = __match_args__ = ("given", "entry",)
    _optional = {}

    given: bool
    """Whether they do."""

    entry: ConsentEntry | None
    """What decides: the consent or its withdrawal; nothing when they were never asked."""


class AutomationRun(Record):
    """What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal."""

    __slots__ = __match_args__ = ("runs", "skipped", "facts",)
    _optional = {}

    runs: tuple[AutomationRuleRun, ...]
    """The rules that ran, in the order in which their actions are to be done."""

    skipped: tuple[AutomationSkip, ...]
    """The rules that did not run, and why. Of what rules set off, only those that wait for it are told."""

    facts: dict[str, Any]
    """The facts as they are when everything is done."""


class AutomationRuleRun(Record):
    """A rule that ran."""

    __slots__ = __match_args__ = ("key", "rule", "as_role", "trigger", "set_off_by", "actions",)
    _optional = {"as_role": None}

    key: str
    """Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox."""

    rule: str
    """The rule."""

    as_role: str | None
    """The role in whose rights its actions are done, where the rule names one."""

    trigger: AutomationTrigger
    """What set it off."""

    set_off_by: int | None
    """The number of the run whose action set it off, counted from 0; the occasion itself when there is none."""

    actions: tuple[AutomationAction, ...]
    """What is to be done, in this order, with the values of facts filled in."""


class AutomationSkip(Record):
    """A rule that did not run."""

    __slots__ = __match_args__ = ("rule", "why", "set_off_by", "stopped_by",)
    _optional = {}

    rule: str
    """The rule."""

    why: AutomationSkipWhy
    """Why."""

    set_off_by: int | None
    """The number of the run whose action would have set it off; the occasion itself when there is none."""

    stopped_by: str | None
    """The rule after which no other was to run."""


class ContactsDue(Record):
    """What is due, in order of time."""

    __slots__ = __match_args__ = ("send", "delayed", "suppressed", "next_at",)
    _optional = {}

    send: tuple[PlannedContact, ...]
    """What is to be sent now."""

    delayed: tuple[PlannedContact, ...]
    """What is due and waits for the end of quiet hours."""

    suppressed: tuple[PlannedContact, ...]
    """What is due and is not sent."""

    next_at: datetime | None
    """The next moment at which something may have to be sent."""


class PlannedContact(Record):
    """Something that goes out once."""

    __slots__ = __match_args__ = ("key", "subject", "contact", "channel", "due_at", "goes_at", "why",)
    _optional = {}

    key: str
    """Subject, contact and occurrence: the same however often it is asked for."""

    subject: str
    """Whom or what it is about."""

    contact: str
    """Which contact."""

    channel: str
    """On which way."""

    due_at: datetime
    """When it was to go out by its date alone."""

    goes_at: datetime | None
    """When it goes out; never when it is suppressed."""

    why: ContactSuppressedWhy | None
    """Why it is suppressed."""


class Matched(Record):
    """The records at hand that answer a query, as a list would."""

    __slots__ = __match_args__ = ("places", "items", "total", "next", "sums", "facets",)
    _optional = {}

    places: tuple[int, ...]
    """The places of the page's records among those that were given, in the order of the list."""

    items: tuple[dict[str, Any], ...]
    """The records themselves, as the actor may see them."""

    total: int | None
    """How many there are in all, when asked for."""

    next: tuple[Any, ...] | None
    """What the next page follows on; nothing when this is the last."""

    sums: dict[str, Any]
    """The sums, by field, of numbers as text, of amounts by currency."""

    facets: dict[str, Any]
    """How many records have each value, by field."""


class PlannedQuery(Record):
    """What is to be asked of an entity's table, in numbers of columns, with every right of the actor in it. Who carries it out adds the
    tenant and nothing else.
    """

    __slots__ = __match_args__ = ("entity", "columns", "test", "languages", "rank", "sort", "limit", "fields", "expand", "sums", "facets", "total", "gathers",)
    _optional = {"languages": (), "rank": None}

    entity: str
    """The entity."""

    columns: tuple[str, ...]
    """The columns of its table, in order of number."""

    test: tuple[PlanStep, ...]
    """What must be true of a record, step by step: each puts true or false on a pile, or takes some off it and puts one back."""

    languages: tuple[str, ...]
    """The languages in which texts are found and sorted of which there are several, the best first; behind them comes the pack's first.
    A column that ends with `__shown` is such a text in the first of them that is there.
    """

    rank: PlanRank | None
    """What the records are ranked by before all else."""

    sort: tuple[PlanSortKey, ...]
    """The order; it ends with what is unique."""

    limit: int
    """How many records at most."""

    fields: tuple[PlanField, ...]
    """The fields that are answered."""

    expand: tuple[str, ...]
    """The links whose records are answered too, each by its own plan."""

    sums: tuple[str, ...]
    """The fields that are summed."""

    facets: tuple[str, ...]
    """The fields by whose values records are counted."""

    total: bool
    """Whether it is to be told how many there are."""

    gathers: tuple[PlanGathering, ...]
    """Where the values of gathered fields stand."""


class PlanStep(Record):
    """One step of a test. What is missing makes a comparison false."""

    __slots__ = __match_args__ = ("step", "columns", "taken_off", "lists", "field", "sign", "values", "count",)
    _optional = {"columns": (), "taken_off": (), "lists": (), "field": None, "sign": None, "values": (), "count": None}

    step: PlanStepKind
    """What it does."""

    columns: tuple[int, ...]
    """The columns that it looks at."""

    taken_off: tuple[int, ...]
    """Columns of a sum that are taken off."""

    lists: tuple[str, ...]
    """The fields whose lists it looks into."""

    field: str | None
    """The field whose list it looks at."""

    sign: Sign | None
    """How it compares."""

    values: tuple[Any, ...]
    """What it compares with: whole numbers as text, in the units of the column."""

    count: int | None
    """How many answers it takes off the pile."""


class PlanRank(Record):
    """What records are ranked by, the best of their texts: those come first of which a text is the part, then those of which one begins
    with it, then those of which a word in one does, then all others.
    """

    __slots__ = __match_args__ = ("columns", "lists", "part",)
    _optional = {"lists": ()}

    columns: tuple[int, ...]
    """The columns of the texts."""

    lists: tuple[str, ...]
    """The fields with lists of texts."""

    part: str
    """What is searched for, in small letters."""


class PlanSortKey(Record):
    """A key of an order."""

    __slots__ = __match_args__ = ("column", "descending",)
    _optional = {}

    column: int
    """The column."""

    descending: bool
    """Whether the greatest comes first. What is missing is below everything."""


class PlanField(Record):
    """A field that is answered."""

    __slots__ = __match_args__ = ("field", "seen",)
    _optional = {}

    field: str
    """Which."""

    seen: tuple[PlanStep, ...]
    """The records of which it is seen; of all others stars are."""


class PlanGathering(Record):
    """Where the values of a gathered field stand."""

    __slots__ = __match_args__ = ("field", "entity", "value", "by", "test",)
    _optional = {}

    field: str
    """The field."""

    entity: str
    """The entity in whose records they stand."""

    value: int
    """The column of the value there."""

    by: int
    """The column of the link there."""

    test: tuple[PlanStep, ...]
    """What must be true there."""


class CheckedRecord(Record):
    """A record that may be kept, and what has to be done about it."""

    __slots__ = __match_args__ = ("record", "changes", "unique", "links", "number", "started", "effects", "events", "warned",)
    _optional = {"warned": ()}

    record: dict[str, Any]
    """The record as it is now."""

    changes: tuple[RecordChange, ...]
    """What has changed, in the order of the fields."""

    unique: tuple[UniqueKey, ...]
    """What no other record may have."""

    links: tuple[LinkedRecord, ...]
    """Records that are linked to anew, to be looked up."""

    number: NumberWanted | None
    """The number that is to be taken for it."""

    started: MachineRecord | None
    """What to keep of the beginning of its life."""

    effects: tuple[MachineEffect, ...]
    """What the host is to carry out."""

    events: tuple[str, ...]
    """What has happened, such as `customer:created`."""

    warned: tuple[PolicyVerdict, ...]
    """The policies that it does not keep by this change, and that are told and stop nothing."""


class RecordChange(Record):
    """A field that is another than before."""

    __slots__ = __match_args__ = ("field", "before", "after",)
    _optional = {}

    field: str
    """The field."""

    before: Any
    """What it was; nothing when there was none."""

    after: Any
    """What it is; nothing when there is none any more."""


class UniqueKey(Record):
    """Values that no other record may have."""

    __slots__ = __match_args__ = ("fields", "values", "folded", "platform_wide", "freed",)
    _optional = {}

    fields: tuple[str, ...]
    """The fields."""

    values: tuple[Any, ...]
    """Their values; those that are compared without regard to capital letters are in small ones."""

    folded: bool
    """Whether capital letters do not count."""

    platform_wide: bool
    """Whether no record of any tenant may have them."""

    freed: bool
    """Whether a record that was deleted has given them up."""


class LinkedRecord(Record):
    """A record that is linked to anew, to be looked up."""

    __slots__ = __match_args__ = ("field", "path", "entity", "id", "only",)
    _optional = {}

    field: str
    """The field with the link."""

    path: str
    """Where the request has it, as a JSON pointer."""

    entity: str
    """Of what it is."""

    id: str
    """Its id."""

    only: str | None
    """What must be true of it."""


class NumberWanted(Record):
    """A number that a new record gets."""

    __slots__ = __match_args__ = ("field", "name", "format", "reset", "first",)
    _optional = {"first": None}

    field: str
    """The field that holds it."""

    name: str
    """What its counter is known by: the entity, or `sequence:` and what the shared number is called."""

    format: str
    """How it is written."""

    reset: NumberReset
    """When its counter begins anew."""

    first: int | None
    """With which number it begins, where that is not 1."""


class DeletedRecord(Record):
    """A record that may be deleted as soon as what refers to it allows that."""

    __slots__ = __match_args__ = ("record", "referring", "events",)
    _optional = {}

    record: dict[str, Any] | None
    """The record as it is kept; nothing when it is gone for good."""

    referring: tuple[Referring, ...]
    """Every field that may link to it, and what follows from a link."""

    events: tuple[str, ...]
    """What has happened, such as `customer:deleted`."""


class Referring(Record):
    """A field whose links may lead to a record that is deleted."""

    __slots__ = __match_args__ = ("entity", "field", "rule",)
    _optional = {}

    entity: str
    """Whose field it is."""

    field: str
    """The field."""

    rule: DeletionRule
    """What becomes of a record that links to the deleted one."""


class RestoredRecord(Record):
    """A record that is there again."""

    __slots__ = __match_args__ = ("record", "unique", "events",)
    _optional = {}

    record: dict[str, Any]
    """The record as it is now."""

    unique: tuple[UniqueKey, ...]
    """What had become free by the deletion, and must not have been taken since."""

    events: tuple[str, ...]
    """What has happened, such as `customer:restored`."""


class MergedRecord(Record):
    """Two records that may become one as soon as what links to the other one can be pointed at the kept one."""

    __slots__ = __match_args__ = ("record", "changes", "unique", "links", "other", "other_changes", "taken", "left", "referring", "events", "other_events",)
    _optional = {}

    record: dict[str, Any]
    """The record that stays, as it is now."""

    changes: tuple[RecordChange, ...]
    """What has changed of it, in the order of the fields."""

    unique: tuple[UniqueKey, ...]
    """What no other record may have, once the other one has given it up."""

    links: tuple[LinkedRecord, ...]
    """Records that are linked to anew, to be looked up."""

    other: dict[str, Any]
    """The other one as it is kept: deleted, and without what only one may have and the kept one has now."""

    other_changes: tuple[RecordChange, ...]
    """What has changed of that."""

    taken: tuple[str, ...]
    """The fields in which the kept one has something of the other by now."""

    left: tuple[str, ...]
    """The fields in which the other one says what nobody says any more."""

    referring: tuple[Referring, ...]
    """Every field that may link to the other one: what does is to lead to the kept one."""

    events: tuple[str, ...]
    """What has happened to the kept one, such as `customer:merged`."""

    other_events: tuple[str, ...]
    """What has happened to the other one, such as `customer:deleted`."""


class FiredRecord(Record):
    """A record after an event, and what has to be done about it."""

    __slots__ = __match_args__ = ("record", "changes", "unique", "links", "fired", "settled", "effects", "events", "warned",)
    _optional = {"settled": (), "warned": ()}

    record: dict[str, Any]
    """The record as it is now."""

    changes: tuple[RecordChange, ...]
    """What has changed, in the order of the fields."""

    unique: tuple[UniqueKey, ...]
    """What no other record may have."""

    links: tuple[LinkedRecord, ...]
    """Records that are linked to anew, to be looked up."""

    fired: MachineRecord
    """What to keep of the event."""

    settled: tuple[MachineSettled, ...]
    """What had happened by itself before it, in order: to be kept and carried out first."""

    effects: tuple[MachineEffect, ...]
    """What the host is to carry out."""

    events: tuple[str, ...]
    """What has happened, in order, such as `ticket:resolve`."""

    warned: tuple[PolicyVerdict, ...]
    """The policies that it does not keep by this event, and that are told and stop nothing."""


class LapsedRecord(Record):
    """A record of which deadlines have passed."""

    __slots__ = __match_args__ = ("record", "changes", "events", "fires",)
    _optional = {}

    record: dict[str, Any]
    """The record as it is now."""

    changes: tuple[RecordChange, ...]
    """What has changed, in the order of the fields."""

    events: tuple[str, ...]
    """What has happened, such as `ticket:updated`; nothing where no deadline has passed."""

    fires: tuple[str, ...]
    """The events of its machine that happen since deadlines were missed, in order; one that is not possible does not."""


class VisibleRecord(Record):
    """A record as somebody may see it."""

    __slots__ = __match_args__ = ("record", "masked",)
    _optional = {}

    record: dict[str, Any]
    """The record; in the place of what is hidden stand eight stars."""

    masked: tuple[str, ...]
    """What is hidden, as JSON pointers into the record."""


class RecordForm(Record):
    """The form of an entity's records for somebody."""

    __slots__ = __match_args__ = ("label", "groups", "events", "can_read", "can_write", "can_delete",)
    _optional = {}

    label: str
    """What people read above it."""

    groups: tuple[FormGroup, ...]
    """The groups, in their order."""

    events: tuple[FormEvent, ...]
    """The events of the record's machine; none for a new one."""

    can_read: bool
    """Whether the actor may read the record, or any when there is none."""

    can_write: bool
    """Whether they may change it, or make one."""

    can_delete: bool
    """Whether they may delete it, or any."""


class FormGroup(Record):
    """Fields that stand together."""

    __slots__ = __match_args__ = ("label", "fields",)
    _optional = {}

    label: str | None
    """What people read above them."""

    fields: tuple[FormField, ...]
    """The fields, in their order."""


class FormField(Record):
    """A field, with what is known before it is filled in."""

    __slots__ = __match_args__ = ("name", "label", "help", "kind", "required", "writable", "revealable", "unique", "filter", "sort", "search", "default", "choices", "min", "max", "above", "digits", "currency", "min_length", "max_length", "pattern", "first", "last", "entity", "only", "types",)
    _optional = {}

    name: str
    """The field."""

    label: str
    """What people read."""

    help: str | None
    """What helps to fill it in."""

    kind: FieldKind
    """What it takes."""

    required: bool
    """Whether it must be filled in."""

    writable: bool
    """Whether the actor may fill it in."""

    revealable: bool
    """Whether the actor may have the secret shown that the record has there."""

    unique: bool
    """Whether no two records have the same value."""

    filter: bool
    """Whether lists can be filtered by it."""

    sort: bool
    """Whether lists can be ordered by it."""

    search: bool
    """Whether a part of it finds a record."""

    default: Any
    """What it is when nothing is given."""

    choices: tuple[str, ...]
    """What a choice is among."""

    min: Decimal | None
    """The least number or amount."""

    max: Decimal | None
    """The greatest number or amount."""

    above: Decimal | None
    """What a number or amount must be greater than."""

    digits: int | None
    """The digits that are kept behind the point."""

    currency: str | None
    """The currency of an amount."""

    min_length: int | None
    """The fewest characters."""

    max_length: int | None
    """The most characters."""

    pattern: str | None
    """What a text matches from its beginning to its end."""

    first: date | None
    """The first day it may be."""

    last: date | None
    """The last day it may be."""

    entity: str | None
    """The entity that it links to, or whose records it holds."""

    only: str | None
    """What must be true of a record that is linked to."""

    types: tuple[str, ...]
    """The types of files it takes; every type when there are none."""


class FormEvent(Record):
    """An event of a record's machine."""

    __slots__ = __match_args__ = ("name", "label", "possible", "leads_to", "requires", "reasons",)
    _optional = {}

    name: str
    """The event."""

    label: str
    """What people read."""

    possible: bool
    """Whether it may happen now."""

    leads_to: str | None
    """The state it would lead to."""

    requires: tuple[str, ...]
    """What has to be given with it."""

    reasons: tuple[Reason, ...]
    """Every reason against it."""


class EntityScreen(Record):
    """An entity, as far as somebody may see it."""

    __slots__ = __match_args__ = ("name", "address", "several", "summary", "form", "title", "sort", "native", "platform", "series", "restores", "merges", "custom", "life", "documents",)
    _optional = {}

    name: str
    """The entity."""

    address: str
    """Several of them, as addresses have them: `service-plans`."""

    several: str
    """What people read above several of them."""

    summary: str | None
    """What it is for."""

    form: RecordForm
    """The form of a new record: what it is called, its groups of fields, and what they may do with some of its records."""

    title: str | None
    """The field by which people call a record, as far as there is one that they may see."""

    sort: tuple[str, ...]
    """The order of its lists."""

    native: bool
    """Whether it is the engine's own, with acts beside changes."""

    platform: bool
    """Whether its records are of the installation and not of a tenant."""

    series: bool
    """Whether its records are measurements in an order of time."""

    restores: bool
    """Whether what was deleted can be brought back."""

    merges: bool
    """Whether two of its records can become one."""

    custom: bool
    """Whether a tenant may give it fields of its own."""

    life: ScreenLife | None
    """The life of its records."""

    documents: tuple[ScreenDocument, ...]
    """The documents that are made of its records."""


class ScreenLife(Record):
    """The life of records, to be drawn."""

    __slots__ = __match_args__ = ("field", "initial", "states", "moves",)
    _optional = {}

    field: str
    """The field with the state."""

    initial: str
    """The state in which it begins."""

    states: tuple[ScreenState, ...]
    """The states, in their order."""

    moves: tuple[ScreenMove, ...]
    """What leads from one to another, in its order."""


class ScreenState(Record):
    """A state of records."""

    __slots__ = __match_args__ = ("name", "label", "terminal",)
    _optional = {}

    name: str
    """The state."""

    label: str
    """What people read."""

    terminal: bool
    """Whether nothing leads out of it."""


class ScreenMove(Record):
    """What leads from some states to another."""

    __slots__ = __match_args__ = ("event", "label", "from_", "to", "requires",)
    _optional = {}

    event: str
    """What happens."""

    label: str
    """What people read."""

    from_: tuple[str, ...]
    """The states it leads from."""

    to: str
    """The state it leads to."""

    requires: tuple[str, ...]
    """What has to be given with it."""


class ScreenDocument(Record):
    """A document that is made of records."""

    __slots__ = __match_args__ = ("name", "label", "list",)
    _optional = {}

    name: str
    """The document."""

    label: str
    """What people read."""

    list: bool
    """Whether it is of a list of them, and not of one."""


class PackSettings(Record):
    """The settings of a tenant after the change."""

    __slots__ = __match_args__ = ("settings", "set", "changes",)
    _optional = {}

    settings: tuple[PackSetting, ...]
    """Every setting, in order of name."""

    set: dict[str, Any]
    """What is to be kept of the change: values in the form in which they are kept, secrets as they were given, `null` for what is no
    longer set.
    """

    changes: tuple[RecordChange, ...]
    """What the layer sets otherwise than before; of a secret stars."""


class PackSetting(Record):
    """A setting: what it is, and by whose word."""

    __slots__ = __match_args__ = ("name", "value", "whence", "layers", "form",)
    _optional = {}

    name: str
    """What it is called."""

    value: Any
    """What it is; nothing when nobody says it, and of a secret stars."""

    whence: SettingLayer | None
    """Who says so."""

    layers: tuple[SettingSaid, ...]
    """What each layer says, the strongest first."""

    form: FormField
    """What a screen asks for it with."""


class SettingSaid(Record):
    """What a layer says of a setting."""

    __slots__ = __match_args__ = ("layer", "value", "fault",)
    _optional = {}

    layer: SettingLayer
    """Which layer."""

    value: Any
    """What it says."""

    fault: str | None
    """Why it does not count: the pack has come to take less since."""


class PackView(Record):
    """A view as somebody may see it: what is hidden of them in all records is left out."""

    __slots__ = __match_args__ = ("name", "label", "kind", "entity", "columns", "group", "from_", "to", "facets", "sums", "plot",)
    _optional = {}

    name: str
    """What it is known by."""

    label: str
    """What people read."""

    kind: PackViewKind
    """How it is shown."""

    entity: str
    """Of what."""

    columns: tuple[PackViewColumn, ...]
    """The columns of a list, what a card or an entry shows."""

    group: str | None
    """The field by whose values there are lanes."""

    from_: str | None
    """The field by which a record begins in a calendar."""

    to: str | None
    """The field by which it ends there."""

    facets: tuple[str, ...]
    """The fields by whose values records are counted."""

    sums: tuple[str, ...]
    """The fields that are summed."""

    plot: ViewPlot | None
    """The plot that shows it."""


class PackViewColumn(Record):
    """A column of a view."""

    __slots__ = __match_args__ = ("name", "label", "kind",)
    _optional = {}

    name: str
    """The field."""

    label: str
    """What people read."""

    kind: FieldKind | None
    """What it holds; nothing for what every record has."""


class PlannedView(Record):
    """What a view asks of its entity's table, with every right of the actor in it. Who carries it out adds the tenant and nothing else."""

    __slots__ = __match_args__ = ("view", "plan", "lanes", "first", "last", "series",)
    _optional = {}

    view: PackView
    """The view as the actor may see it."""

    plan: PlannedQuery
    """Its records and its figures; of a board, how many records each lane has."""

    lanes: tuple[PlannedLane, ...]
    """The lanes that a board has in any case; a lane of any other value is asked for by itself."""

    first: date | None
    """The first of the days that are looked at."""

    last: date | None
    """The last of them."""

    series: PlannedSeries | None
    """The figures of its plot."""


class PlannedLane(Record):
    """A lane of a board."""

    __slots__ = __match_args__ = ("value", "plan",)
    _optional = {}

    value: Any
    """The value of its records."""

    plan: PlannedQuery
    """Its records."""


class PlannedSeries(Record):
    """The figures along the axis of a plot."""

    __slots__ = __match_args__ = ("column", "of", "stretches",)
    _optional = {}

    column: int
    """The column along the axis."""

    of: str | None
    """The field that is summed; records are counted in any case."""

    stretches: tuple[PlannedStretch, ...] | None
    """The stretches of an axis of time; nothing where it is one of values."""


class PlannedStretch(Record):
    """A stretch of an axis of time."""

    __slots__ = __match_args__ = ("start", "end", "first", "past",)
    _optional = {}

    start: Any
    """When it begins: a day or a moment."""

    end: Any
    """When the next one begins."""

    first: str
    """What the column has at least, as text."""

    past: str
    """What it stays below."""


class RecordContacts(Record):
    """What is to be sent about a record, in order of time."""

    __slots__ = __match_args__ = ("send", "delayed", "suppressed", "upcoming", "next_at",)
    _optional = {}

    send: tuple[RecordContact, ...]
    """What is to be sent now."""

    delayed: tuple[RecordContact, ...]
    """What is due and waits for the end of quiet hours."""

    suppressed: tuple[RecordContact, ...]
    """What is due and is not sent."""

    upcoming: tuple[RecordContact, ...]
    """What comes, as far as nothing stands against it by now."""

    next_at: datetime | None
    """The next moment at which something may have to be sent."""


class RecordContact(Record):
    """A letter that goes out once about a record."""

    __slots__ = __match_args__ = ("key", "plan", "contact", "channel", "letter", "due_at", "goes_at", "why",)
    _optional = {}

    key: str
    """Plan, contact and occurrence: the same however often it is asked for."""

    plan: str
    """Of which plan."""

    contact: str
    """Which contact."""

    channel: str
    """On which way."""

    letter: str
    """Which letter."""

    due_at: datetime
    """When it was to go out by its date alone."""

    goes_at: datetime | None
    """When it goes out; never when it is suppressed."""

    why: ContactSuppressedWhy | None
    """Why it is suppressed."""


class AccessRole(Record):
    """A role with all that it includes."""

    __slots__ = __match_args__ = ("name", "permissions", "denied", "grants",)
    _optional = {}

    name: str
    """What it is known by."""

    permissions: tuple[str, ...]
    """What it may do on every record, in order of name."""

    denied: tuple[str, ...]
    """What it may not do, whatever else allows it."""

    grants: tuple[RelationGrant, ...]
    """What it may do with records that name the actor."""


class HistoryEntry(Record):
    """Something that happened to a record."""

    __slots__ = __match_args__ = ("at", "actor", "on_behalf_of", "action", "changes",)
    _optional = {"on_behalf_of": None}

    at: datetime
    """When."""

    actor: str | None
    """Who did it."""

    on_behalf_of: str | None
    """In whose place, where they had taken somebody's."""

    action: str
    """What, such as `customer:updated`."""

    changes: tuple[RecordChange, ...]
    """What changed by it."""


class RecordNotice(Record):
    """What somebody learns of a change to a record."""

    __slots__ = __match_args__ = ("told", "fields",)
    _optional = {}

    told: NoticeKind
    """As what it is told."""

    fields: tuple[str, ...]
    """The fields of which they may know that they changed."""


class PackSchema(Record):
    """The tables of a pack."""

    __slots__ = __match_args__ = ("pack", "version", "tables",)
    _optional = {}

    pack: str
    """Whose."""

    version: int
    """In which version."""

    tables: tuple[TableModel, ...]
    """The tables: those of entities in their order, each followed by the tables beside it."""


class TableModel(Record):
    """A table. Its name is `pack__entity`, or `pack__entity__field` for one that stands beside it."""

    __slots__ = __match_args__ = ("name", "holds", "entity", "field", "scope", "native", "columns", "key", "uniques", "foreign_keys", "indexes", "partition",)
    _optional = {"field": None, "partition": None}

    name: str
    """What it is called: at most 63 bytes. A longer name is cut, and ends with a hash of the whole."""

    holds: TableContent
    """What it holds."""

    entity: str
    """Whose records, or beside whose it stands."""

    field: str | None
    """The field whose values it holds, when it stands beside an entity's table."""

    scope: EntityScope
    """Whether its rows are a tenant's or the platform's."""

    native: bool
    """Whether the engine makes it itself: it is compared, and never changed."""

    columns: tuple[ColumnModel, ...]
    """Its columns, the tenant's first."""

    key: tuple[str, ...]
    """The columns of its primary key."""

    uniques: tuple[UniqueModel, ...]
    """What no two rows have in common."""

    foreign_keys: tuple[ForeignKeyModel, ...]
    """The rows of other tables that must be there."""

    indexes: tuple[IndexModel, ...]
    """What makes lists quick."""

    partition: PartitionModel | None
    """By what it is cut into parts."""


class ColumnModel(Record):
    """A column."""

    __slots__ = __match_args__ = ("name", "kind", "required", "field", "part", "number",)
    _optional = {"field": None, "number": None}

    name: str
    """What it is called."""

    kind: ColumnKind
    """How it keeps its values."""

    required: bool
    """Whether every row has a value in it."""

    field: str | None
    """Its field; none of what every record has."""

    part: ColumnPart
    """What of the field it holds."""

    number: int | None
    """Its number in the plans of queries; none of what they do not name."""


class UniqueModel(Record):
    """What no two rows have in common."""

    __slots__ = __match_args__ = ("name", "columns", "alive",)
    _optional = {}

    name: str
    """What it is called."""

    columns: tuple[str, ...]
    """The columns, the tenant's first."""

    alive: bool
    """Whether rows that were deleted softly do not count."""


class ForeignKeyModel(Record):
    """Rows of another table that must be there. The engine deletes what hangs on a record itself, so that the database only refuses."""

    __slots__ = __match_args__ = ("name", "columns", "table", "target",)
    _optional = {}

    name: str
    """What it is called."""

    columns: tuple[str, ...]
    """The columns, the tenant's first unless the other table is the platform's."""

    table: str
    """The other table."""

    target: tuple[str, ...]
    """Its columns."""


class IndexModel(Record):
    """An index."""

    __slots__ = __match_args__ = ("name", "columns", "alive",)
    _optional = {}

    name: str
    """What it is called."""

    columns: tuple[IndexColumn, ...]
    """The columns, the tenant's first and what tells rows apart last: in this order pages follow on each other."""

    alive: bool
    """Whether rows that were deleted softly are left out."""


class IndexColumn(Record):
    """A column of an index. What is missing comes first."""

    __slots__ = __match_args__ = ("name", "descending",)
    _optional = {"descending": False}

    name: str
    """Which."""

    descending: bool
    """Whether it goes down where the first goes up."""


class PartitionModel(Record):
    """By what a table is cut into parts."""

    __slots__ = __match_args__ = ("column", "every",)
    _optional = {}

    column: str
    """The column with the moment."""

    every: PartitionStep
    """How much of time a part holds."""


class Migration(Record):
    """The way from one version of a pack to another."""

    __slots__ = __match_args__ = ("pack", "version_before", "version_after", "steps", "losses",)
    _optional = {"version_before": None}

    pack: str
    """Whose."""

    version_before: int | None
    """The version whose tables are there."""

    version_after: int
    """The version whose tables are wanted."""

    steps: tuple[MigrationStep, ...]
    """What is to be done, in this order."""

    losses: tuple[MigrationLoss, ...]
    """What records no longer say afterwards."""


class MigrationStep(Record):
    """A step of a migration."""

    __slots__ = __match_args__ = ("class_", "sentence", "act", "loss",)
    _optional = {"loss": None}

    class_: MigrationClass
    """Whether it can be done without anybody."""

    sentence: str
    """What it does, for who reads it before it is done."""

    act: MigrationAct
    """What it does, for who does it."""

    loss: str | None
    """The loss that it is of."""


class CheckedRows(Record):
    """Records that are looked over."""

    __slots__ = __match_args__ = ("table", "columns", "field", "rule",)
    _optional = {"field": None}

    table: str
    """Where."""

    columns: tuple[str, ...]
    """The columns, as they are before anything is changed."""

    field: str | None
    """The field whose new definition says what is wanted; none of what every record has."""

    rule: RowRule
    """What must be true of every row."""


class WidenedField(Record):
    """A field that takes more than before."""

    __slots__ = __match_args__ = ("table", "field", "options",)
    _optional = {}

    table: str
    """The table."""

    field: str
    """The field."""

    options: tuple[str, ...]
    """What of its definition was widened."""


class NamedPart(Record):
    """A part of a table by name."""

    __slots__ = __match_args__ = ("table", "name",)
    _optional = {}

    table: str
    """The table."""

    name: str
    """The part."""


class RenamedTable(Record):
    """A table that gets another name."""

    __slots__ = __match_args__ = ("table", "renamed",)
    _optional = {}

    table: str
    """The table."""

    renamed: str
    """What it is called afterwards."""


class RenamedColumn(Record):
    """A part of a table that gets another name."""

    __slots__ = __match_args__ = ("table", "name", "renamed",)
    _optional = {}

    table: str
    """The table."""

    name: str
    """The part."""

    renamed: str
    """What it is called afterwards."""


class DroppedTable(Record):
    """A table by name."""

    __slots__ = __match_args__ = ("table",)
    _optional = {}

    table: str
    """The table."""


class AddedColumn(Record):
    """A column that is added."""

    __slots__ = __match_args__ = ("table", "column", "default",)
    _optional = {"default": None}

    table: str
    """The table."""

    column: ColumnModel
    """The column."""

    default: Any | None
    """What the rows that are there get, as a record says it."""


class ConvertedColumn(Record):
    """A column that keeps its values in another way."""

    __slots__ = __match_args__ = ("table", "column", "before", "after",)
    _optional = {}

    table: str
    """The table."""

    column: str
    """The column."""

    before: ColumnKind
    """How it kept them."""

    after: ColumnKind
    """How it keeps them afterwards."""


class FilledColumn(Record):
    """A column, or a whole table beside one of records, whose rows get their values."""

    __slots__ = __match_args__ = ("table", "column", "source",)
    _optional = {"column": None}

    table: str
    """The table."""

    column: str | None
    """The column; none when the rows themselves are to be made."""

    source: FillSource
    """Where the values come from."""


class AddedUnique(Record):
    """A unique constraint that is made."""

    __slots__ = __match_args__ = ("table", "unique",)
    _optional = {}

    table: str
    """The table."""

    unique: UniqueModel
    """The constraint."""


class AddedForeignKey(Record):
    """A foreign key that is made."""

    __slots__ = __match_args__ = ("table", "foreign_key",)
    _optional = {}

    table: str
    """The table."""

    foreign_key: ForeignKeyModel
    """The key."""


class AddedIndex(Record):
    """An index that is made."""

    __slots__ = __match_args__ = ("table", "index",)
    _optional = {}

    table: str
    """The table."""

    index: IndexModel
    """The index."""


class DerivedAgain(Record):
    """What is made again of the records of an entity, since it is made otherwise from now on."""

    __slots__ = __match_args__ = ("entity", "what",)
    _optional = {}

    entity: str
    """The entity, as it is called afterwards."""

    what: Derivation
    """What is made."""


class MigrationLoss(Record):
    """What records no longer say after a migration."""

    __slots__ = __match_args__ = ("name", "sentence", "accepted",)
    _optional = {}

    name: str
    """What it is accepted by: `customer`, `customer.fax`."""

    sentence: str
    """What is lost."""

    accepted: bool
    """Whether it was accepted, and the values are dropped; they are kept under a retired name otherwise."""


class OpenApi(Record):
    """A document of OpenAPI 3.1."""

    __slots__ = __match_args__ = ("openapi", "info", "security", "paths", "components",)
    _optional = {}

    openapi: str
    """Of which version of OpenAPI."""

    info: dict[str, Any]
    """What it is about."""

    security: tuple[dict[str, Any], ...]
    """How whoever asks is known."""

    paths: dict[str, Any]
    """What can be asked, by path."""

    components: dict[str, Any]
    """What paths refer to."""


class RowsRead(Record):
    """What came out of a sheet of records."""

    __slots__ = __match_args__ = ("rows", "faults", "more_faults", "read", "columns",)
    _optional = {"columns": {}}

    rows: tuple[RecordRow, ...]
    """The rows that can be kept, in the order of the sheet."""

    faults: tuple[RowFault, ...]
    """What is wrong with the others, by row and column; at most 1,000 are told."""

    more_faults: int
    """How many more are not."""

    read: int
    """How many rows were read."""

    columns: dict[str, str]
    """What the columns are called in the sheet, by the fields that they hold."""


class RecordRow(Record):
    """A row of a sheet as a change of a record."""

    __slots__ = __match_args__ = ("row", "id", "record", "lookups",)
    _optional = {"id": None, "lookups": ()}

    row: int
    """The row as a spreadsheet counts it, the header being 1."""

    id: str | None
    """The record that it changes, when it names one."""

    record: dict[str, Any]
    """The fields that it gives, in the form in which they are kept."""

    lookups: tuple[RecordLookup, ...]
    """The links that it names by numbers: whose ids they are has to be looked up."""


class RecordLookup(Record):
    """A record that a cell names by its number."""

    __slots__ = __match_args__ = ("field", "entity", "by", "value",)
    _optional = {}

    field: str
    """The field of the row that leads to it."""

    entity: str
    """Of what it is a record."""

    by: str
    """The field that holds its number."""

    value: str
    """The number."""


class VerifiedWebhook(Record):
    """A message that is proven."""

    __slots__ = __match_args__ = ("id", "kind", "signed_at", "steps",)
    _optional = {}

    id: str
    """What the event is called: it is taken once."""

    kind: str | None
    """What happened."""

    signed_at: datetime | None
    """When it was signed, where that is signed."""

    steps: tuple[WebhookStep, ...]
    """What is done of it, in order."""


class WebhookStep(Record):
    """Something that is done of a message."""

    __slots__ = __match_args__ = ("entity", "field", "value", "event", "given",)
    _optional = {}

    entity: str
    """Of which entity the record is."""

    field: str | None
    """By which field it is found; without this one is made."""

    value: str | None
    """By which value."""

    event: str | None
    """The event that happens to it."""

    given: dict[str, Any]
    """The values that it takes."""


class PersonRecords(Record):
    """What records say of a person, and of nobody else."""

    __slots__ = __match_args__ = ("person", "records",)
    _optional = {}

    person: str
    """Who."""

    records: dict[str, tuple[dict[str, Any], ...]]
    """The records about them by entity, in the order in which they were given."""


class AnonymisedPerson(Record):
    """Records that no longer say whom they are about."""

    __slots__ = __match_args__ = ("records", "changed",)
    _optional = {}

    records: dict[str, tuple[dict[str, Any], ...]]
    """All records by entity, in the order in which they were given."""

    changed: tuple[str, ...]
    """What was changed: JSON pointers such as `/records/customer/0/name`."""


class Found(Record):
    """What is free and at which price, and what is not offered."""

    __slots__ = __match_args__ = ("offers", "not_offered",)
    _optional = {}

    offers: tuple[Offered, ...]
    """What is offered, cheapest first; amounts of two currencies have no order, so each currency by itself. Of equal totals the resource of higher priority, then by id and list."""

    not_offered: tuple[NotOffered, ...]
    """What is not, and why."""


class Offered(Record):
    """A resource at a price."""

    __slots__ = __match_args__ = ("resource", "rate_list", "total", "currency", "units_left",)
    _optional = {}

    resource: str
    """The resource."""

    rate_list: str
    """The code of the rate list."""

    total: Decimal
    """The total."""

    currency: str
    """Its currency."""

    units_left: int
    """The units left."""


class NotOffered(Record):
    """A resource that is not offered by a list."""

    __slots__ = __match_args__ = ("resource", "rate_list", "reasons",)
    _optional = {}

    resource: str
    """The resource."""

    rate_list: str | None
    """The code of the rate list; none when it is not free, whatever the list."""

    reasons: tuple[Reason, ...]
    """Every reason."""


if TYPE_CHECKING:
    class SingleUsePrice(TypedDict):
        """This price."""

        price: Decimal


    class SingleUsePercent(TypedDict):
        """The price for one adult and so many percent of it."""

        percent: Decimal


    class SingleUseAmount(TypedDict):
        """The price for one adult and this amount."""

        amount: Decimal


    SingleUse = Union[SingleUsePrice, SingleUsePercent, SingleUseAmount]
    """What one adult alone pays."""


    class ChildPriceFixed(TypedDict):
        """An amount."""

        fixed: Decimal


    class ChildPricePercent(TypedDict):
        """A share of another price."""

        percent: PercentOf


    ChildPrice = Union[ChildPriceFixed, ChildPricePercent, Literal["free"]]
    """What a child pays for each unit."""


    class ChangeSet(TypedDict):
        """It is replaced."""

        set: Decimal


    class ChangeMultiply(TypedDict):
        """It is multiplied: 1.40 for 40 % more."""

        multiply: Decimal


    class ChangeAdd(TypedDict):
        """An amount is added, or taken off when negative."""

        add: Decimal


    class ChangePercent(TypedDict):
        """So many percent are added, or taken off when negative."""

        percent: Decimal


    Change = Union[ChangeSet, ChangeMultiply, ChangeAdd, ChangePercent]
    """What happens to a price."""


    class SupplementPriceAmount(TypedDict):
        """The same for all."""

        amount: Decimal


    class SupplementPriceByAge(TypedDict):
        """By age band; those of no band named here are adults. For charges per person only."""

        by_age: dict[str, Decimal]


    class SupplementPricePercent(TypedDict):
        """So many percent of the unit's price on each matching night."""

        percent: Decimal


    SupplementPrice = Union[SupplementPriceAmount, SupplementPriceByAge, SupplementPricePercent]
    """How much a supplement is: an amount, an amount by age, or a share of the unit's price."""


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


    DiscountRule = Union[DiscountRuleBulk, DiscountRuleLengthOfStay, DiscountRuleEarlyBird, DiscountRuleLastMinute, DiscountRuleFreeNights, DiscountRulePromo, DiscountRuleEligibility]
    """When a discount applies and how much it is."""


    class OffPercent(TypedDict):
        """So many percent."""

        percent: Decimal


    class OffAmount(TypedDict):
        """This amount."""

        amount: Decimal


    Off = Union[OffPercent, OffAmount]
    """Percent or amount."""


    class WhichNightsPositions(TypedDict):
        """Those at these places of the block of nights, 1 for its first."""

        positions: tuple[int, ...]


    WhichNights = Union[WhichNightsPositions, Literal["cheapest", "first", "last", "average"]]
    """Which nights are free. Of all but average ones, each has a line of its day."""


    class FeeRatePercent(TypedDict):
        """So many percent of the discounted subtotal."""

        percent: Decimal


    class FeeRateFixed(TypedDict):
        """An amount for each of something."""

        fixed: FixedRate


    FeeRate = Union[FeeRatePercent, FeeRateFixed]
    """How much a fee or tax is."""


    class TaxRatePercent(TypedDict):
        """So many percent."""

        percent: Decimal


    class TaxRateFixed(TypedDict):
        """An amount for each of something."""

        fixed: FixedRate


    class TaxRateSlabs(TypedDict):
        """So many percent by the tariff of the night, after discounts; the first slab that reaches it counts."""

        slabs: tuple[Slab, ...]


    TaxRate = Union[TaxRatePercent, TaxRateFixed, TaxRateSlabs]
    """How much a tax is."""


    class WhenSpan(TypedDict):
        """From one moment to another, the end excluded."""

        span: Span


    class WhenStay(TypedDict):
        """The nights of a stay."""

        stay: StayDays


    class WhenDeparture(TypedDict):
        """A dated start."""

        departure: date


    When = Union[WhenSpan, WhenStay, WhenDeparture]
    """When something is taken: in the way that the resource is counted by."""


    class AutomationTriggerEvent(TypedDict):
        """An event of a machine."""

        event: AutomationEvent


    class AutomationTriggerField(TypedDict):
        """A field that has another value."""

        field: AutomationField


    class AutomationTriggerSchedule(TypedDict):
        """A schedule of that name is due."""

        schedule: str


    AutomationTrigger = Union[AutomationTriggerEvent, AutomationTriggerField, AutomationTriggerSchedule]
    """What happened, or what a rule waits for."""


    class AutomationActionAssign(TypedDict):
        """Gives it to somebody."""

        assign: AutomationEffect


    class AutomationActionNotify(TypedDict):
        """Tells somebody."""

        notify: AutomationEffect


    class AutomationActionCreateTask(TypedDict):
        """Makes a task."""

        create_task: AutomationEffect


    class AutomationActionCallWebhook(TypedDict):
        """Calls a webhook."""

        call_webhook: AutomationEffect


    class AutomationActionEffect(TypedDict):
        """Has an effect of that name carried out, as a machine would name it."""

        effect: AutomationEffect


    class AutomationActionChangeStatus(TypedDict):
        """Fires an event of a machine, which may set off further rules."""

        change_status: AutomationStatusChange


    class AutomationActionSetField(TypedDict):
        """Gives a field a value, which may set off further rules."""

        set_field: AutomationSetField


    AutomationAction = Union[AutomationActionAssign, AutomationActionNotify, AutomationActionCreateTask, AutomationActionCallWebhook, AutomationActionEffect, AutomationActionChangeStatus, AutomationActionSetField]
    """What a rule does. Nothing is performed here: it is for the host's outbox."""


    class DeletionRuleRefuseWhile(TypedDict):
        """It cannot be deleted while this is true of this one: `status != 'terminated'`. Afterwards the link stays, when the other one
        is deleted softly, and is cleared otherwise; of a list of links that one alone.
        """

        refuse_while: str


    DeletionRule = Union[DeletionRuleRefuseWhile, Literal["refuse", "cascade", "clear"]]
    """What becomes of a record when the one it links to is deleted."""


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


    class CalendarChangeBooking(TypedDict):
        """The booking that was made, moved or given up."""

        booking: Booking


    class CalendarChangeHold(TypedDict):
        """The hold that was placed, extended or given up."""

        hold: Hold


    class CalendarChangeBlocked(TypedDict):
        """What is blocked now, or was."""

        blocked: Blocked


    class CalendarChangeExpired(TypedDict):
        """The holds that had expired."""

        expired: tuple[Hold, ...]


    class CalendarChangeRows(TypedDict):
        """The rows that are no longer as they were."""

        rows: AppliedRows


    CalendarChange = Union[CalendarChangeBooking, CalendarChangeHold, CalendarChangeBlocked, CalendarChangeExpired, CalendarChangeRows]
    """What a command did."""


    class AccessViaRole(TypedDict):
        """A role of that name."""

        role: str


    class AccessViaRelation(TypedDict):
        """A relation of that name to the record, such as `own`."""

        relation: str


    class AccessViaGrant(TypedDict):
        """A grant on the record of that id."""

        grant: str


    AccessVia = Union[AccessViaRole, AccessViaRelation, AccessViaGrant, Literal["super_admin"]]
    """What allows something."""


    class ColumnKindScaled(TypedDict):
        """A decimal, as a whole number of its last digit; how many digits it has behind the point."""

        scaled: int


    ColumnKind = Union[ColumnKindScaled, Literal["id", "text", "integer", "truth", "day", "time", "instant", "duration", "bytes", "json"]]
    """How a column keeps its values. All but text, ids and bytes are whole numbers: exact, ordered, and the same in every database."""


    class MigrationActCheckRows(TypedDict):
        """Records are looked over before anything is changed: when one does not pass, the migration waits."""

        check_rows: CheckedRows


    class MigrationActWiden(TypedDict):
        """A field takes more than before; no table changes."""

        widen: WidenedField


    class MigrationActDropForeignKey(TypedDict):
        """A foreign key is dropped."""

        drop_foreign_key: NamedPart


    class MigrationActDropUnique(TypedDict):
        """A unique constraint is dropped."""

        drop_unique: NamedPart


    class MigrationActDropIndex(TypedDict):
        """An index is dropped."""

        drop_index: NamedPart


    class MigrationActArchiveTable(TypedDict):
        """A table is kept under a retired name, without its constraints and indexes."""

        archive_table: RenamedTable


    class MigrationActArchiveColumn(TypedDict):
        """A column is kept under a retired name, and rows may lack it."""

        archive_column: RenamedColumn


    class MigrationActDropTable(TypedDict):
        """A table is dropped with all its rows."""

        drop_table: DroppedTable


    class MigrationActDropColumn(TypedDict):
        """A column is dropped."""

        drop_column: NamedPart


    class MigrationActRenameTable(TypedDict):
        """A table gets another name; its constraints and indexes keep theirs."""

        rename_table: RenamedTable


    class MigrationActRenameColumn(TypedDict):
        """A column gets another name."""

        rename_column: RenamedColumn


    class MigrationActRenameUnique(TypedDict):
        """A unique constraint gets another name."""

        rename_unique: RenamedColumn


    class MigrationActRenameForeignKey(TypedDict):
        """A foreign key gets another name."""

        rename_foreign_key: RenamedColumn


    class MigrationActRenameIndex(TypedDict):
        """An index gets another name."""

        rename_index: RenamedColumn


    class MigrationActCreateTable(TypedDict):
        """A table is made. Its foreign keys are made when all tables of the migration are there."""

        create_table: TableModel


    class MigrationActAddColumn(TypedDict):
        """A column is added."""

        add_column: AddedColumn


    class MigrationActConvertColumn(TypedDict):
        """A column keeps its values in another way, none of them changed."""

        convert_column: ConvertedColumn


    class MigrationActFill(TypedDict):
        """Rows get their values."""

        fill: FilledColumn


    class MigrationActAllowNothing(TypedDict):
        """Rows may lack a column."""

        allow_nothing: NamedPart


    class MigrationActRequire(TypedDict):
        """Every row has a column."""

        require: NamedPart


    class MigrationActAddUnique(TypedDict):
        """A unique constraint is made."""

        add_unique: AddedUnique


    class MigrationActAddForeignKey(TypedDict):
        """A foreign key is made."""

        add_foreign_key: AddedForeignKey


    class MigrationActAddIndex(TypedDict):
        """An index is made."""

        add_index: AddedIndex


    class MigrationActDerive(TypedDict):
        """What is kept of records is made again, of all that are there."""

        derive: DerivedAgain


    MigrationAct = Union[MigrationActCheckRows, MigrationActWiden, MigrationActDropForeignKey, MigrationActDropUnique, MigrationActDropIndex, MigrationActArchiveTable, MigrationActArchiveColumn, MigrationActDropTable, MigrationActDropColumn, MigrationActRenameTable, MigrationActRenameColumn, MigrationActRenameUnique, MigrationActRenameForeignKey, MigrationActRenameIndex, MigrationActCreateTable, MigrationActAddColumn, MigrationActConvertColumn, MigrationActFill, MigrationActAllowNothing, MigrationActRequire, MigrationActAddUnique, MigrationActAddForeignKey, MigrationActAddIndex, MigrationActDerive]
    """What a step does. A table and a column are called as they are when it is their turn."""


__all__ = [
    "AccessActor",
    "AccessRole",
    "AccessVerdict",
    "AddedColumn",
    "AddedForeignKey",
    "AddedIndex",
    "AddedUnique",
    "AddressAnswer",
    "AddressEffect",
    "AddressRule",
    "AfterHours",
    "AgeBand",
    "AgeRange",
    "AlertChange",
    "AlertComparison",
    "AlertSample",
    "AlertState",
    "Alerted",
    "AllocationMethod",
    "Allotment",
    "Anonymised",
    "AnonymisedPerson",
    "Anonymising",
    "ApiKeyRecord",
    "AppliedCommand",
    "AppliedRows",
    "Assigned",
    "AssignmentChoice",
    "AuditAnchor",
    "AuditBreak",
    "AuditBreakKind",
    "AuditChange",
    "AuditLink",
    "AuditRecord",
    "AuditReport",
    "AutomationDefinition",
    "AutomationEffect",
    "AutomationEvent",
    "AutomationField",
    "AutomationRule",
    "AutomationRuleRun",
    "AutomationRun",
    "AutomationSetField",
    "AutomationSkip",
    "AutomationSkipWhy",
    "AutomationStatusChange",
    "Availability",
    "BillingPeriod",
    "Blackout",
    "BlackoutAdded",
    "BlackoutDay",
    "Block",
    "Blocked",
    "BookedSeries",
    "BookedStay",
    "Booking",
    "Boost",
    "BudgetForecast",
    "BudgetStanding",
    "BudgetState",
    "BudgetTrend",
    "Bulk",
    "BulkMeasure",
    "BulkUpdate",
    "BusinessCalendar",
    "CalendarDefinition",
    "CancellationDeadlines",
    "CancellationLine",
    "CancellationLineKind",
    "CancellationSettlement",
    "CancellationStep",
    "CancelledBy",
    "Cheapest",
    "CheckedFields",
    "CheckedRecord",
    "CheckedRows",
    "ChildrenOfAge",
    "Code",
    "CodeDetail",
    "CodeEntry",
    "ColumnModel",
    "ColumnPart",
    "Combination",
    "CommonSlot",
    "ComplianceReport",
    "ConsentEntry",
    "ConsentPurpose",
    "ConsentStanding",
    "ContactPurpose",
    "ContactRule",
    "ContactSuppressedWhy",
    "ContactsDefinition",
    "ContactsDue",
    "Conversion",
    "ConvertedColumn",
    "Counted",
    "CurrencyFacts",
    "CurrencyMark",
    "CustomFieldKind",
    "CustomMachine",
    "CustomRole",
    "DayFacts",
    "DayRange",
    "DayUnits",
    "DayView",
    "DeadlineFigures",
    "DeadlineGrouping",
    "DeadlineNotice",
    "DeadlinePlan",
    "DeadlineStanding",
    "DeletedRecord",
    "DemoRecord",
    "Departure",
    "Deprecation",
    "Derivation",
    "DerivedAgain",
    "DetailKind",
    "Details",
    "Difference",
    "Discount",
    "DiscountedPart",
    "DocumentDefinition",
    "DocumentPaper",
    "DroppedTable",
    "Eligibility",
    "Encoding",
    "EntityCheck",
    "EntityDeadline",
    "EntityDefinition",
    "EntityGrant",
    "EntityMachine",
    "EntityMerge",
    "EntityNumber",
    "EntityRetention",
    "EntityScope",
    "EntityScreen",
    "ErrorReport",
    "Evaluated",
    "ExchangeRate",
    "Explanation",
    "Exported",
    "ExpressionChecked",
    "Fee",
    "FeedContent",
    "FieldChange",
    "FieldDefinition",
    "FieldGroup",
    "FieldKind",
    "FieldMask",
    "FieldWriter",
    "FileFormat",
    "FillSource",
    "FilledColumn",
    "FiredRecord",
    "FixedRate",
    "FlagAnswer",
    "FlagRule",
    "ForeignKeyModel",
    "FormEvent",
    "FormField",
    "FormGroup",
    "Found",
    "FreeNights",
    "FreeTime",
    "Gateway",
    "GatewayAmount",
    "GatewayUse",
    "Grid",
    "GridCell",
    "GridStart",
    "GuestMessage",
    "HistoryEntry",
    "Hold",
    "HourTier",
    "HourWindow",
    "Hours",
    "Imported",
    "ImportedFeed",
    "InboundBelief",
    "InboundContact",
    "InboundDefinition",
    "InboundReply",
    "InboundStranger",
    "IndexColumn",
    "IndexModel",
    "Interval",
    "IntervalUnit",
    "KeyCheck",
    "Language",
    "LapsedRecord",
    "LastMinute",
    "LastMinuteTier",
    "LeftOut",
    "LeftOutWhy",
    "LetterDefinition",
    "LetterWords",
    "Line",
    "LineKind",
    "LinkedRecord",
    "ListRef",
    "ListStatus",
    "LocalTime",
    "Locale",
    "LockoutAnswer",
    "LockoutEvent",
    "LockoutMark",
    "LockoutState",
    "Lost",
    "LostWhy",
    "MachineAttempt",
    "MachineChoice",
    "MachineDefinition",
    "MachineDrawing",
    "MachineDue",
    "MachineEffect",
    "MachineEvent",
    "MachineFired",
    "MachineInstance",
    "MachinePath",
    "MachineRecord",
    "MachineSettled",
    "MachineStamp",
    "MachineStanding",
    "MachineStart",
    "MachineState",
    "MachineStep",
    "MachineTimer",
    "MachineTimers",
    "MachineTransition",
    "MaskedRecord",
    "Matched",
    "MergeSide",
    "MergedCommand",
    "MergedRecord",
    "Migration",
    "MigrationClass",
    "MigrationLoss",
    "MigrationStep",
    "Money",
    "MonthDay",
    "NamedPart",
    "NewKey",
    "NextAttempt",
    "NotOffered",
    "NoticeKind",
    "NthChild",
    "NumberAnswer",
    "NumberFormat",
    "NumberReset",
    "NumberState",
    "NumberWanted",
    "NumberedPeriod",
    "Occupancy",
    "OccupancyBy",
    "Occurrence",
    "Offer",
    "Offered",
    "OnFault",
    "OpenApi",
    "OpeningException",
    "OpeningHours",
    "OpeningWindow",
    "Overlap",
    "PackDefinition",
    "PackPolicy",
    "PackRule",
    "PackSchema",
    "PackSetting",
    "PackSettings",
    "PackTemplate",
    "PackView",
    "PackViewColumn",
    "PackViewKind",
    "Packed",
    "Packing",
    "PartitionModel",
    "PartitionStep",
    "PartyMatch",
    "People",
    "Per",
    "PercentOf",
    "PersonExport",
    "PersonRecords",
    "PersonalRecord",
    "PlaceOfSupply",
    "PlanBill",
    "PlanField",
    "PlanGathering",
    "PlanLine",
    "PlanRank",
    "PlanSortKey",
    "PlanStep",
    "PlanStepKind",
    "PlannedContact",
    "PlannedLane",
    "PlannedQuery",
    "PlannedSeries",
    "PlannedStretch",
    "PlannedView",
    "PolicyCompliance",
    "PolicyDecision",
    "PolicyEffect",
    "PolicyKind",
    "PolicyOutcome",
    "PolicyVerdict",
    "Price",
    "PriceIn",
    "PriceKind",
    "Prices",
    "Promo",
    "Proration",
    "ProrationLine",
    "ProrationLineKind",
    "ProrationUnit",
    "Published",
    "QuotaAction",
    "QuotaAnswer",
    "QuotaEntry",
    "QuotaFigures",
    "QuotaRule",
    "QuotaState",
    "Quoted",
    "RateFigures",
    "RateLimitAnswer",
    "RateLimitKey",
    "RateLimitKind",
    "RateLimitRule",
    "RateLimitState",
    "RateLimitVerdict",
    "RateListDefinition",
    "RateMark",
    "RatePath",
    "RatesChecked",
    "Reason",
    "RecordChange",
    "RecordContact",
    "RecordContacts",
    "RecordDenial",
    "RecordForm",
    "RecordGrant",
    "RecordLookup",
    "RecordNotice",
    "RecordRow",
    "Referring",
    "RelationGrant",
    "RenamedColumn",
    "RenamedTable",
    "Resource",
    "ResourceMode",
    "ResourceOccupancy",
    "ResourceSlots",
    "ResourceView",
    "RestoredRecord",
    "Restriction",
    "RetentionAction",
    "RetentionClass",
    "RetryOver",
    "RoleRules",
    "RoundRobinTurn",
    "RoundingMode",
    "RoundingPlace",
    "RoundingRule",
    "RowFault",
    "RowIds",
    "RowRule",
    "RowsRead",
    "RuleDecider",
    "SaleContext",
    "Schedule",
    "ScreenDocument",
    "ScreenLife",
    "ScreenMove",
    "ScreenState",
    "Season",
    "Selection",
    "SeriesBooking",
    "SeriesOccurrence",
    "SeriesRules",
    "SettingLayer",
    "SettingSaid",
    "Sign",
    "SignInRules",
    "Simulation",
    "Slab",
    "Slot",
    "SlotGrid",
    "SoftDelete",
    "Span",
    "StayDays",
    "StopSale",
    "Stretch",
    "Supplement",
    "TableContent",
    "TableModel",
    "Take",
    "Tax",
    "TaxBase",
    "TaxRegion",
    "TaxRounding",
    "TaxTable",
    "TaxTableRule",
    "TaxTotal",
    "TenantSettings",
    "TenantStanding",
    "TenantStatus",
    "Tier",
    "Tiers",
    "Timing",
    "Totalled",
    "TrackedDeadlines",
    "UniqueKey",
    "UniqueModel",
    "Unit",
    "UnknownFields",
    "VerifiedWebhook",
    "ViewCell",
    "ViewDefinition",
    "ViewKind",
    "ViewPlot",
    "ViewPlotKind",
    "ViewState",
    "VisibleRecord",
    "WallKind",
    "WallTime",
    "WebhookAction",
    "WebhookDefinition",
    "WebhookEncoding",
    "WebhookFind",
    "WebhookPart",
    "WebhookScheme",
    "WebhookStep",
    "Weekday",
    "WidenedField",
    "WithinHours",
    "WrittenDigits",
    "ZoneDatabase",
]
