"""A month of stays priced from a data frame, with pandas and with polars."""

from datetime import date, timedelta

import pandas
import polars
from seaside import SEASIDE

arrivals = [date(2026, 12, 1) + timedelta(days=day) for day in range(31)]
stays = {
    "check_in": arrivals,
    "check_out": [arrival + timedelta(days=1 + place % 7) for place, arrival in enumerate(arrivals)],
    "adults": [1 + place % 2 for place in range(31)],
}

# polars: the answers stand beside the requests, row by row.
frame = polars.DataFrame(stays)
priced = polars.concat([frame, polars.DataFrame(SEASIDE.quote_arrow(frame))], how="horizontal")
print(priced.filter(polars.col("code").is_null()).group_by("adults").agg(polars.col("total").sum()).sort("adults"))

# pandas: the same, by index.
table = pandas.DataFrame(stays)
answers = pandas.DataFrame.from_arrow(SEASIDE.quote_arrow(table))
print(table.join(answers)[["check_in", "check_out", "adults", "total", "code"]].tail(7))
