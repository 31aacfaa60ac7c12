"""The rate list that the examples share."""

from datetime import date

import ratebook

SEASIDE = ratebook.RateList(
    {
        "code": "SEASIDE",
        "name": "Seaside double room",
        "currency": "EUR",
        "unit": "night",
        "valid": {"first": date(2026, 11, 1), "last": date(2027, 10, 31)},
        "people": {"min_people": 1, "max_people": 2},
        "prices": {"by_adults": {1: "95", 2: "120"}},
        "restrictions": [{"max_stay": 5}],
        "taxes": [{"name": "VAT", "rate": {"percent": "10"}}],
    }
)
