"""A catalogue to try it with: 20 products in four currencies, and every stay of a year that is asked for them.

    python catalogue.py sample          # rate_lists.parquet and stays.parquet
"""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from ratebook.definitions import RateListDefinition

FIRST = date(2027, 1, 1)
DAYS = 365
NIGHTS = (2, 7)
# Adults, and the ages of children. The last party is larger than any of the products takes.
PARTIES: tuple[tuple[int, list[int]], ...] = ((1, []), (2, []), (2, [8, 1]), (5, []))
PRODUCTS = tuple(f"room-{number:02}" for number in range(1, 21))
# Each with the worth of an euro in it and its smallest part.
CURRENCIES = (("EUR", "1", "0.01"), ("JPY", "163", "1"), ("KWD", "0.335", "0.001"), ("USD", "1.09", "0.01"))
STAYS = pa.schema(
    [
        ("id", pa.int64()),
        ("product", pa.string()),
        ("check_in", pa.date32()),
        ("check_out", pa.date32()),
        ("adults", pa.int32()),
        ("children", pa.list_(pa.int32())),
        ("booked_on", pa.date32()),
    ]
)


def rate_list(number: int, product: str) -> RateListDefinition:
    """Each costs something else, and closes on other days."""
    currency, worth, part = CURRENCIES[number % len(CURRENCIES)]

    def price(euros: str) -> str:
        return str(((Decimal(euros) + 3 * number) * Decimal(worth)).quantize(Decimal(part)))

    closed = FIRST + timedelta(days=17 * number)
    return {
        "code": product.upper(),
        "name": product,
        "currency": currency,
        "unit": "night",
        "valid": {"first": FIRST, "last": FIRST + timedelta(days=DAYS)},
        "people": {"max_adults": 3, "max_people": 5},
        "prices": {"by_adults": {"1": price("95"), "2": price("120"), "3": price("149.95")}, "child": price("40")},
        "age_bands": [
            {"name": "infant", "min_age": 0, "max_age": 1, "price": "free"},
            {"name": "child", "min_age": 2, "max_age": 11, "price": {"percent": {"percent": "50", "of": "child"}}},
        ],
        "seasons": [
            {"name": "summer", "days": [{"first": date(2027, 7, 1), "last": date(2027, 8, 31)}], "price": {"percent": "35"}},
            {"name": "winter", "days": [{"first": date(2027, 1, 7), "last": date(2027, 3, 15)}], "price": {"multiply": "0.85"}},
        ],
        "discounts": [{"name": "a week", "rule": {"length_of_stay": {"tiers": [{"at_least": 7, "off": {"percent": "7"}}]}}}],
        "fees": [{"name": "cleaning", "rate": {"fixed": {"amount": price("35"), "per": "stay"}}}],
        "taxes": [{"name": "VAT", "rate": {"percent": "10"}, "inclusive": number % 2 == 0}],
        "blackouts": [{"days": {"first": closed, "last": closed + timedelta(days=2)}, "reason": "closed for repairs"}],
        "restrictions": [{"min_stay": 3, "weekdays": ["fri"], "reason": "weekends are sold whole"}],
    }


def rate_lists() -> dict[str, str]:
    """The rate list of every product, as JSON."""
    lists = {product: rate_list(number, product) for number, product in enumerate(PRODUCTS)}
    return {product: json.dumps(one, default=date.isoformat) for product, one in lists.items()}


def stays() -> pa.Table:
    """Every product, day of arrival, length and party."""
    rows = [
        (product, arrival, arrival + timedelta(days=nights), adults, children, FIRST - timedelta(days=30))
        for product in PRODUCTS
        for arrival in (FIRST + timedelta(days=day) for day in range(DAYS))
        for nights in NIGHTS
        for adults, children in PARTIES
    ]
    columns = [range(len(rows)), *zip(*rows)]
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, STAYS)], schema=STAYS)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    lists = rate_lists()
    pq.write_table(pa.table({"product": [*lists], "definition": [*lists.values()]}), folder / "rate_lists.parquet")
    pq.write_table(stays(), folder / "stays.parquet")
    print(f"{len(lists)} rate lists, {stays().num_rows} stays")
