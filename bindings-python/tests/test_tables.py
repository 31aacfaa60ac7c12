"""Whole tables through the Arrow C interface, from and to four libraries."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest

import ratebook
from conftest import STAY

COLUMNS: dict[str, list[Any]] = {
    "check_in": [date(2026, 12, 18), date(2026, 12, 18), date(2026, 12, 25)],
    "check_out": [date(2026, 12, 25), date(2026, 12, 20), date(2026, 12, 18)],
    "adults": [2, 3, 2],
    "children": [[8, 1], None, []],
    "booked_on": [date(2026, 9, 1), date(2026, 9, 1), None],
}


def expected(family: ratebook.RateList) -> list[Decimal | None]:
    requests = [{name: cells[row] for name, cells in COLUMNS.items() if cells[row] is not None} for row in range(3)]
    return [answer.total for answer in family.total_many(requests=requests)]


def check(family: ratebook.RateList, table: Any) -> None:
    answers = pyarrow.table(family.quote_arrow(table))
    assert answers["total"].to_pylist() == expected(family)
    assert answers["total"].to_pylist()[0] == Decimal("1236.86")
    assert answers.schema.field("total").type == pyarrow.decimal128(38, 2)
    assert answers["code"].to_pylist()[:2] == [None, None] and answers["code"][2].as_py() is not None
    row = answers.to_pylist()[0]
    assert row["subtotal"] + row["discounts"] + row["fees"] + row["taxes"] == row["total"]
    assert pyarrow.table(family.total_arrow(table)).select(["total", "code"]) == answers.select(["total", "code"])


def test_pyarrow(family: ratebook.RateList) -> None:
    table = pyarrow.table(COLUMNS)
    check(family, table)
    check(family, table.to_batches()[0])
    check(family, pyarrow.concat_tables([table.slice(0, 1), table.slice(1)]))
    check(family, table.set_column(3, "children", table["children"].cast(pyarrow.large_list(pyarrow.uint8()))))
    reader = pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches())
    assert pyarrow.table(family.total_arrow(reader))["total"].to_pylist() == expected(family)


def test_polars(family: ratebook.RateList) -> None:
    check(family, polars.DataFrame(COLUMNS))
    answers = polars.DataFrame(family.total_arrow(polars.DataFrame(COLUMNS)))
    assert answers["total"][0] == Decimal("1236.86")


def test_pandas(family: ratebook.RateList) -> None:
    check(family, pandas.DataFrame(COLUMNS))
    frame = pandas.DataFrame(COLUMNS).astype({"check_in": "datetime64[ns]", "check_out": "datetime64[us]"})
    check(family, frame)
    check(family, frame.set_index(pandas.Index([5, 7, 11])))
    answers = pandas.DataFrame.from_arrow(family.total_arrow(frame))
    assert answers["total"][0] == Decimal("1236.86")


def test_duckdb(family: ratebook.RateList) -> None:
    connection = duckdb.connect()
    stays = pyarrow.table(COLUMNS)
    check(family, connection.sql("select * from stays").to_arrow_table())
    answers = family.total_arrow(connection.sql("select * from stays"))
    assert connection.sql("select max(total) from answers").fetchall() == [(max(filter(None, expected(family))),)]
    assert len(stays) == len(answers)


def test_every_kind_of_column(family: ratebook.RateList) -> None:
    table = pyarrow.table(
        {
            "check_in": pyarrow.array(["2026-12-18"]).dictionary_encode(),
            "check_out": pyarrow.array(["2026-12-25"], pyarrow.string_view()),
            "adults": pyarrow.array([2], pyarrow.uint64()),
            "children": pyarrow.array([[8, 1]], pyarrow.list_(pyarrow.int64(), 2)),
            "booked_on": pyarrow.array([date(2026, 9, 1)], pyarrow.date64()),
            "as_of": pyarrow.array([datetime(2026, 9, 1, tzinfo=timezone.utc)], pyarrow.timestamp("ns", "UTC")),
            "tags": pyarrow.array([["member"]], pyarrow.large_list(pyarrow.large_string())),
            "promo_uses": pyarrow.array([[("SPRING", 3)]], pyarrow.map_(pyarrow.string(), pyarrow.int32())),
            "preview": pyarrow.array([False]),
            "channel": pyarrow.nulls(1),
        }
    )
    assert pyarrow.table(family.total_arrow(table))["total"].to_pylist() == [Decimal("1236.86")]


def faults(family: ratebook.RateList, **columns: Any) -> tuple[str, str]:
    row = pyarrow.table(family.total_arrow(pyarrow.table({**{name: [STAY[name]] for name in STAY}, **columns})))
    assert row["total"].to_pylist() == [None]
    return row["path"][0].as_py(), row["message"][0].as_py()


def test_a_bad_row_says_what_is_wrong_and_spoils_no_other(family: ratebook.RateList) -> None:
    assert faults(family, check_in=pyarrow.array(["soon"]))[0] == "/check_in"
    assert faults(family, adults=pyarrow.array([-1]))[0] == "/adults"
    assert "no zone" in faults(family, as_of=pyarrow.array([datetime(2026, 9, 1)]))[1]
    assert "midnight" in faults(family, check_in=pyarrow.array([datetime(2026, 12, 18, 5)]))[1]
    assert "leave the column out" in faults(family, hotel=pyarrow.array(["Seaside"]))[1]


def test_what_is_no_table_is_refused(family: ratebook.RateList) -> None:
    with pytest.raises(TypeError, match="pyarrow, polars, pandas or DuckDB"):
        family.quote_arrow([1, 2, 3])
    with pytest.raises(TypeError):
        family.quote_arrow(pyarrow.array([1, 2, 3]))
    with pytest.raises(ratebook.RequestError) as caught:
        family.quote_arrow(pyarrow.table({"adults": [2.5]}))
    assert caught.value.path == "/adults"


def test_empty_tables_and_repeated_reading(family: ratebook.RateList) -> None:
    empty = pyarrow.table(COLUMNS).slice(0, 0)
    assert len(pyarrow.table(family.quote_arrow(empty))) == 0
    answers = family.quote_arrow(pyarrow.table(COLUMNS))
    assert pyarrow.table(answers) == pyarrow.table(answers) and len(answers) == 3
    assert pyarrow.schema(answers).names == ["total", "subtotal", "discounts", "fees", "taxes", "net"] + [
        "code",
        "path",
        "message",
    ]
