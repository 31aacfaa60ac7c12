"""Mistakes that a type checker must find, each marked with `expect`."""

from __future__ import annotations

from datetime import date

import ratebook
from ratebook.definitions import RateListDefinition


def wrong(rate_list: ratebook.RateList) -> None:
    rate_list.price(check_in=20261218, adults=2)  # expect
    rate_list.price(chek_in=date(2026, 12, 18))  # expect
    rate_list.price(date(2026, 12, 18), date(2026, 12, 21))  # expect
    rate_list.total(adults="two")  # expect
    rate_list.total().amount.nights  # expect
    rate_list.total().amount = 1  # expect
    definition: RateListDefinition = {"name": "x"}  # expect
    print(definition)
