"""A program as people write it, for mypy and pyright to read; the tests also run it."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

import ratebook
from ratebook.definitions import RateListDefinition, Season

peak: Season = {
    "name": "peak",
    "days": [{"first": date(2026, 12, 20), "last": "2027-01-05"}],
    "price": {"multiply": Decimal("1.40")},
}
definition: RateListDefinition = {
    "name": "Seaside double room",
    "currency": "EUR",
    "unit": "night",
    "valid": {"first": "2026-11-01", "last": "2027-10-31"},
    "prices": {"by_adults": {1: 95, 2: "120"}},
    "seasons": [peak],
}


def priced(rate_list: ratebook.RateList) -> Decimal:
    price = rate_list.price(
        check_in=date(2026, 12, 18),
        check_out="2026-12-21",
        adults=2,
        as_of=datetime(2026, 9, 1, 10, 0, tzinfo=timezone.utc),
    )
    total: Decimal = price.total
    for line in price.lines:
        if line.kind is ratebook.LineKind.UNIT and line.day is not None:
            total -= line.amount * line.quantity
    stayed: datetime | None = price.priced_at
    assert stayed is not None
    return total + price.replace(total=Decimal(1)).total


def refusals(rate_list: ratebook.RateList) -> list[str]:
    try:
        money: ratebook.Money = rate_list.total(check_in=date(2020, 1, 1), check_out=date(2020, 1, 2), adults=2)
        return [money.currency]
    except ratebook.RatesError as error:
        return [f"{reason.path} {reason.code}: {reason.message}" for reason in error.reasons]


def main() -> None:
    rate_list = ratebook.RateList(definition)
    print(priced(rate_list), refusals(rate_list))
    answers: tuple[ratebook.Totalled, ...] = rate_list.total_many(requests=[{"check_in": "2026-12-18", "adults": 2}])
    print(answers[0].error)


if __name__ == "__main__":
    main()
