"""The family stay: the example that every language, every benchmark and the demonstration share."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import ratebook

FAMILY: dict[str, Any] = {
    "code": "RL-2611-0001",
    "name": "Seaside family room",
    "currency": "EUR",
    "valid": {"first": date(2026, 11, 1), "last": date(2027, 10, 31)},
    "unit": "night",
    "people": {"max_adults": 3, "max_people": 5},
    "prices": {"by_adults": {1: "95", 2: "120", 3: "150"}, "child": "40"},
    "age_bands": [
        {"name": "infant", "min_age": 0, "max_age": 1, "price": "free"},
        {"name": "child", "min_age": 2, "max_age": 11, "price": {"percent": {"percent": "50", "of": "child"}}},
    ],
    "seasons": [
        {"name": "low", "days": [{"first": "2026-11-01", "last": "2026-12-19"}], "price": {"multiply": "0.85"}},
        {"name": "peak", "days": [{"first": "2026-12-20", "last": "2027-01-05"}], "price": {"multiply": "1.40"}},
    ],
    "supplements": [
        {"code": "weekend", "name": "weekend", "weekdays": ["fri", "sat"], "per": "night", "price": {"amount": "15"}},
    ],
    "discounts": [
        {"name": "7 nights", "rule": {"length_of_stay": {"tiers": [{"at_least": 7, "off": {"percent": "5"}}]}}},
        {"name": "early", "rule": {"early_bird": {"tiers": [{"at_least": 60, "off": {"percent": "10"}}]}}},
    ],
    "taxes": [
        {"name": "VAT", "rate": {"percent": "10"}},
        {"name": "city tax", "rate": {"fixed": {"amount": "2.50", "per": "adult_night"}}},
    ],
}

STAY: dict[str, Any] = {
    "check_in": date(2026, 12, 18),
    "check_out": date(2026, 12, 25),
    "adults": 2,
    "children": [8, 1],
    "booked_on": date(2026, 9, 1),
}


@pytest.fixture(scope="session")
def family() -> ratebook.RateList:
    return ratebook.RateList(FAMILY)
