"""A catalogue re-priced in a real Spark of this machine's own, beside what the engine answers here, row by row."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
import ratebook
from pyspark import SparkContext
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession

FOLDER = Path(__file__).parent / "spark"
sys.path.insert(0, str(FOLDER))

import catalogue  # noqa: E402
import pricing  # noqa: E402
import reprice  # noqa: E402

# A Java that starts soon, for jobs of seconds.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
# Spark says so of the newest pandas; no row goes through pandas here.
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")

ASKED = [name for name in catalogue.STAYS.names if name not in ("id", "product")]
# One unit more than a float holds exactly.
PALACE = "90071992547409.93"


def odd_lists() -> dict[str, str]:
    """A rate list that does not load, and one whose price no float holds."""
    broken = catalogue.rate_list(0, "broken") | {"currency": "EURO"}
    palace: dict[str, Any] = {"name": "palace", "currency": "EUR", "unit": "night", "prices": {"by_adults": {"2": PALACE}}}
    palace["valid"] = {"first": "2027-01-01", "last": "2027-12-31"}
    lists = {"broken": broken, "palace": palace}
    return {product: json.dumps(one, default=date.isoformat) for product, one in lists.items()}


def odd_stays(first: int) -> pa.Table:
    """Rows that are no stays of the catalogue: no product, no list, a list that is none, days the wrong way round, no days."""
    day = date(2027, 5, 3)
    night = timedelta(days=1)
    rows = [
        (None, day, day + night, 2, [], None),
        ("nowhere", day, day + night, 2, [], None),
        ("broken", day, day + night, 2, [], None),
        ("palace", day, day + night, 2, [], None),
        ("room-01", day, day - night, 2, [], None),
        ("room-01", None, None, 2, [], None),
        ("room-02", day, day + 3 * night, 2, None, None),
        ("room-02", day, day + 3 * night, -1, [], None),
        ("room-02", day, day + 3 * night, 2, [300], None),
    ]
    columns = [range(first, first + len(rows)), *zip(*rows)]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, catalogue.STAYS)]
    return pa.table(arrays, schema=catalogue.STAYS)


LISTS = catalogue.rate_lists() | odd_lists()
YEAR = catalogue.stays()
STAYS = pa.concat_tables([YEAR, odd_stays(YEAR.num_rows)])


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    folder = tmp_path_factory.mktemp("spark")
    # Batches smaller than a partition, so that a worker sees many.
    settings = {"spark.local.dir": str(folder), "spark.sql.warehouse.dir": str(folder / "warehouse")}
    session = reprice.session(local=True, settings=settings | {"spark.sql.execution.arrow.maxRecordsPerBatch": "3000"})
    session.sparkContext.setLogLevel("ERROR")
    gateway: Any = SparkContext._gateway
    try:
        yield session
    finally:
        session.stop()
        # Java goes on until this process ends, unless it is told not to.
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait(30)
        SparkContext._gateway = SparkContext._jvm = None


@pytest.fixture(scope="module")
def rate_lists(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame([*LISTS.items()], "product string, definition string")


@pytest.fixture(scope="module")
def stays(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(STAYS).cache()


def answers(priced: DataFrame) -> pa.Table:
    return priced.toArrow().sort_by("id")


@pytest.fixture(scope="module")
def priced(stays: DataFrame, rate_lists: DataFrame) -> pa.Table:
    return answers(reprice.reprice(stays, rate_lists))


def direct(lists: dict[str, ratebook.RateList], row: dict[str, Any]) -> dict[str, Any]:
    """What the engine says when it is asked for one price here."""
    stay = {name: row[name] for name in ASKED if row[name] is not None}
    nothing = dict.fromkeys(pricing.ANSWER.names)
    try:
        price = lists[row["product"]].price(**stay)
    except ratebook.RatebookError as error:
        return nothing | {"code": error.code, "path": error.path}
    sums = {"total": price.total, "subtotal": price.subtotal, "discounts": price.discounts}
    taxes = sum((tax.amount for tax in price.taxes), Decimal(0))
    return nothing | sums | {"fees": price.fees, "taxes": taxes, "net": price.net, "currency": price.currency}


def test_every_row_is_what_the_engine_answers_in_one_process(priced: pa.Table) -> None:
    lists = {product: ratebook.RateList(LISTS[product]) for product in catalogue.PRODUCTS}
    of_year = priced.slice(0, YEAR.num_rows)
    for asked, told in zip(YEAR.to_pylist(), of_year.to_pylist()):
        expected = direct(lists, asked)
        assert {name: told[name] for name in expected if name != "message"} | {"message": None} == expected
        assert (told["message"] is None) == (told["code"] is None)
    # All of it was there to be compared: prices of four currencies, and four kinds of refusal.
    assert set(of_year["currency"].to_pylist()) == {"EUR", "JPY", "KWD", "USD", None}
    codes = set(of_year["code"].to_pylist())
    assert codes == {None, "rates.blackout", "rates.min_stay", "rates.not_valid", "rates.occupancy_exceeded"}


def test_nothing_is_lost(priced: pa.Table) -> None:
    assert priced.num_rows == STAYS.num_rows == 20 * 365 * 2 * 4 + 9
    # Each row once, and what it asked as it was.
    assert priced.select(STAYS.schema.names).cast(STAYS.schema) == STAYS
    # Each has either a price or a refusal.
    assert all((total is None) != (code is None) for total, code in zip(*(priced[name].to_pylist() for name in ("total", "code"))))


def test_refusals_are_rows_with_code_and_path(priced: pa.Table) -> None:
    odd = priced.slice(YEAR.num_rows).to_pylist()
    assert [(row["product"], row["code"], row["path"]) for row in odd] == [
        (None, "rates.no_list", "/product"),
        ("nowhere", "rates.no_list", "/product"),
        ("broken", "money.currency_unknown", "/definition/currency"),
        ("palace", None, None),
        ("room-01", "time.reversed", "/check_out"),
        ("room-01", "request.missing", "/check_in"),
        ("room-02", None, None),
        ("room-02", "request.type", "/adults"),
        ("room-02", "request.type", "/children"),
    ]
    assert "`EURO`" in odd[2]["message"]


def test_amounts_are_exact(priced: pa.Table) -> None:
    amounts = {priced.schema.field(name).type for name in pricing.AMOUNTS}
    assert amounts == {pa.decimal128(38, 4)}
    palace = priced.filter(pc.equal(priced["product"], "palace"))
    assert palace["total"].to_pylist() == [Decimal(PALACE)]
    assert Decimal(float(PALACE)) != Decimal(PALACE)


@pytest.mark.parametrize("partitions", [1, 3, 16])
def test_partitions_do_not_change_the_answer(
    stays: DataFrame, rate_lists: DataFrame, priced: pa.Table, partitions: int
) -> None:
    # Dealt out in turn, so that every partition has rows of every product.
    dealt = stays.repartition(partitions)
    assert dealt.rdd.getNumPartitions() == partitions
    assert answers(reprice.reprice(dealt, rate_lists)) == priced


def test_a_worker_compiles_each_list_once(spark: SparkSession, stays: DataFrame) -> None:
    spark.addArtifacts(pricing.__file__, pyfile=True)
    # Lists that no worker has seen in another test.
    lists = {product: json.dumps(json.loads(one) | {"name": "seen here only"}) for product, one in LISTS.items()}

    def compilations(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        before = pricing.compiled.cache_info().misses
        rows = sum(batch.num_rows for batch in pricing.price_batches(lists, ASKED, batches))
        compiled = pricing.compiled.cache_info().misses - before
        told = {"worker": [os.getpid()], "rows": [rows], "compiled": [compiled]}
        yield pa.RecordBatch.from_pydict(told, pa.schema([(name, pa.int64()) for name in told]))

    dealt = stays.repartition(16).mapInArrow(compilations, "worker long, rows long, compiled long")
    told = dealt.collect()
    assert len(told) == 16 and sum(row["rows"] for row in told) == STAYS.num_rows
    compiled: Counter[int] = Counter()
    for row in told:
        compiled[row["worker"]] += row["compiled"]
    # Fewer workers than partitions, and none of them compiled a list a second time.
    assert len(compiled) < 16
    assert max(compiled.values()) <= len(lists) <= sum(compiled.values())


def test_the_example_of_the_package_runs_in_spark_as_it_says(
    spark: SparkSession, stays: DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = FOLDER.parents[1] / "bindings-python/examples"
    monkeypatch.syspath_prepend(folder)
    spark.addArtifacts(str(folder / "seaside.py"), str(folder / "spark.py"), pyfile=True)
    example = importlib.import_module("spark")
    assert example.__file__ == str(folder / "spark.py")
    (schema,) = re.findall('schema="(.*)"', example.__doc__ or "")
    asked = stays.select("check_in", "check_out", "adults").where("adults > 0")
    told = asked.mapInArrow(example.priced(example.SEASIDE), schema).toArrow()
    assert told["total"].null_count == told.num_rows - told["code"].null_count
    expected = pa.table(example.SEASIDE.total_arrow(asked.toArrow())).cast(told.schema)
    order = [(name, "ascending") for name in ("total", "code", "path", "message")]
    assert told.num_rows == asked.count() and told.sort_by(order) == expected.sort_by(order)


def test_one_batch_is_held_at_a_time() -> None:
    taken: list[int] = []

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in STAYS.to_batches(max_chunksize=1_000):
            taken.append(batch.num_rows)
            yield batch

    given = 0
    for batch in pricing.price_batches(LISTS, ASKED, batches()):
        given += 1
        # As many rows came out as went in, and the next batch is not asked for before this one is out.
        assert len(taken) == given and taken[-1] == batch.num_rows
    assert given == 60


def test_what_is_misspelt_or_a_float_stops_the_job(stays: DataFrame, rate_lists: DataFrame) -> None:
    with pytest.raises(ValueError, match="no field .'adlts'"):
        reprice.reprice(stays.withColumnRenamed("adults", "adlts"), rate_lists)
    with pytest.raises(ValueError, match="names .'code'"):
        reprice.reprice(stays.withColumnRenamed("id", "code"), rate_lists, keep=["code"])
    with pytest.raises(ValueError, match="more than one rate list"):
        reprice.reprice(stays, rate_lists.union(rate_lists.limit(1)))
    floats = stays.limit(1).withColumn("adults", stays["adults"].cast("double"))
    with pytest.raises(PythonException, match="/adults"):
        reprice.reprice(floats, rate_lists).collect()


def test_the_programs_run_as_they_are_told_and_leave_nothing_behind(tmp_path: Path) -> None:
    def run(*words: str) -> str:
        program = subprocess.Popen(
            [sys.executable, *words], cwd=FOLDER, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        printed, _ = program.communicate(timeout=120)
        assert program.returncode == 0, printed
        wait_until_gone(program.pid)
        return printed

    assert run("catalogue.py", str(tmp_path)) == "20 rate lists, 58400 stays\n"
    places = [str(tmp_path / f"{name}.parquet") for name in ("rate_lists", "stays", "priced")]
    lines = run("reprice.py", "--local", "--partitions", "4", *places).splitlines()
    assert lines[-1] == "58400 rows asked, 58400 answered"
    assert [line.split()[1] for line in lines[:-1]] == ["priced:"] * 4 + [
        "rates.blackout",
        "rates.min_stay",
        "rates.not_valid",
        "rates.occupancy_exceeded",
    ]


def wait_until_gone(session: int) -> None:
    """Until no process is left of those that a program started, Java and Spark's workers among them."""
    for _ in range(100):
        left = [process for process in Path("/proc").glob("[0-9]*") if is_of(session, process)]
        if not left:
            return
        time.sleep(0.1)
    raise AssertionError(f"still there: {left}")


def is_of(session: int, process: Path) -> bool:
    try:
        # What has ended and is only not yet fetched by its parent is gone.
        ended = (process / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
        return not ended and os.getsid(int(process.name)) == session
    except OSError:
        return False
