"""What a stay costs by a stored list of rates, with `decimal`."""

from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import orjson

CENT = Decimal("0.01")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class NoPrice(Exception):
    """A request that the list has no price for."""


def cents(amount):
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def share(percent):
    return Decimal(percent) / 100


class RateList:
    """The figures of a definition, read once."""

    def __init__(self, definition):
        figures = definition.get("rate_list", definition)
        prices, taxes = figures["prices"], [tax["rate"] for tax in figures["taxes"]]
        fixed = [rate["fixed"] for rate in taxes if "fixed" in rate]
        if any(tax["per"] != "adult_night" for tax in fixed) or any(each["per"] != "night" for each in figures["supplements"]):
            raise ValueError("the list charges by what is not known here")
        self.currency = figures["currency"]
        self.first, self.last = (date.fromisoformat(figures["valid"][end]) for end in ("first", "last"))
        self.max_people = figures["people"]["max_people"]
        self.room = {int(adults): Decimal(price) for adults, price in prices["by_adults"].items()}
        child = Decimal(prices["child"])
        self.bands = [
            (band["min_age"], band["max_age"], Decimal(0) if band["price"] == "free" else cents(child * share(band["price"]["percent"]["percent"])))
            for band in figures["age_bands"]
        ]
        self.seasons = [
            (date.fromisoformat(days["first"]), date.fromisoformat(days["last"]), Decimal(season["price"]["multiply"]))
            for season in figures["seasons"]
            for days in season["days"]
        ]
        self.supplements = [
            ({WEEKDAYS.index(day) for day in each["weekdays"]}, Decimal(each["price"]["amount"])) for each in figures["supplements"]
        ]
        self.stays = self._tiers(figures, "length_of_stay")
        self.early = self._tiers(figures, "early_bird")
        self.vat = sum((share(rate["percent"]) for rate in taxes if "percent" in rate), Decimal(0))
        self.per_adult_night = sum((Decimal(tax["amount"]) for tax in fixed), Decimal(0))

    @staticmethod
    def _tiers(figures, rule):
        rules = [discount["rule"][rule] for discount in figures["discounts"] if rule in discount["rule"]]
        return [(tier["at_least"], share(tier["off"]["percent"])) for each in rules for tier in each["tiers"]]

    def child(self, age):
        for low, high, price in self.bands:
            if low <= age <= high:
                return price
        raise NoPrice(f"no price for a child of {age}")

    def total(self, arrival, nights, adults, children, booked_on):
        room = self.room.get(adults)
        if room is None:
            raise NoPrice(f"no price for {adults} adults")
        if adults + len(children) > self.max_people:
            raise NoPrice(f"at most {self.max_people} people")
        if arrival < self.first or arrival + timedelta(days=nights - 1) > self.last:
            raise NoPrice("the stay is outside the days of the list")
        subtotal = nights * sum((self.child(age) for age in children), Decimal(0))
        for offset in range(nights):
            day = arrival + timedelta(days=offset)
            amount = room
            for first, last, factor in self.seasons:
                if first <= day <= last:
                    amount = room * factor
                    break
            subtotal += cents(amount)
            weekday = day.weekday()
            for weekdays, amount in self.supplements:
                if weekday in weekdays:
                    subtotal += amount
        ahead = (arrival - booked_on).days
        earned = [off for at_least, off in self.stays if nights >= at_least] + [off for at_least, off in self.early if ahead >= at_least]
        net = subtotal - cents(subtotal * max(earned, default=Decimal(0)))
        return cents(net + cents(net * self.vat) + self.per_adult_night * adults * nights)


@lru_cache(maxsize=1000)
def rate_list(text):
    """The last lists that were read, by their text: a list that was changed is another text."""
    return RateList(orjson.loads(text))


def price(text, stay):
    rates = rate_list(text)
    total = rates.total(stay.arrival, stay.nights, stay.adults, stay.children, stay.booked_on or datetime.now(UTC).date())
    return {"total": str(total), "currency": rates.currency}
