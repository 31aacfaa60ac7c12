"""A whole catalogue re-priced in Spark: every stay of a table, by the rate list of its product.

    python catalogue.py sample
    python reprice.py --local --partitions 4 sample/rate_lists.parquet sample/stays.parquet sample/priced.parquet

On a cluster: `spark-submit --py-files pricing.py reprice.py rate_lists stays priced`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial

import pricing
from pyspark.sql import DataFrame, SparkSession, functions
from pyspark.sql.types import DataType, DecimalType, StringType, StructField, StructType
from ratebook.definitions import PriceRequest

# Every field that a request may have: columns of these names are what is asked.
FIELDS = PriceRequest.__required_keys__ | PriceRequest.__optional_keys__
# A Spark of this machine's own: no page, and nobody else can reach it.
LOCAL = {
    "spark.master": "local[2]",
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
}


def session(local: bool, settings: Mapping[str, str] | None = None) -> SparkSession:
    # Workers are to run the Python that this is, not another one of the machine.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if local:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.appName("ratebook")
    for name, value in {**(LOCAL if local else {}), **(settings or {})}.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def reprice(stays: DataFrame, rate_lists: DataFrame, keep: Sequence[str] = ("id",)) -> DataFrame:
    """Every row of `stays` with its price, or with the code and the path of its refusal.

    `stays` has a column `product`, a column per field of a request, and those of `keep`, which come out as they are.
    `rate_lists` has the columns `product` and `definition`, which is JSON; a product stands there once.
    """
    asked = [name for name in stays.columns if name in FIELDS]
    strange = set(stays.columns) - {pricing.PRODUCT, *asked, *keep}
    if strange:
        raise ValueError(f"a request has no field {sorted(strange)}; name in `keep` what is only to be kept")
    taken = set(stays.columns) & set(pricing.ANSWER.names)
    if taken:
        raise ValueError(f"columns of the answer have the names {sorted(taken)} too; rename them before")
    # The workers import the module by its name.
    stays.sparkSession.addArtifacts(pricing.__file__, pyfile=True)
    answer = [StructField(name, kind_of(name)) for name in pricing.ANSWER.names]
    price = partial(pricing.price_batches, definitions_of(rate_lists), asked)
    return stays.mapInArrow(price, StructType([*stays.schema.fields, *answer]))


def kind_of(name: str) -> DataType:
    return DecimalType(38, pricing.DIGITS) if name in pricing.AMOUNTS else StringType()


def definitions_of(rate_lists: DataFrame) -> dict[str, str]:
    """Rate lists as JSON by product. They travel to the workers with the function; a text of each, not a row per stay."""
    rows = rate_lists.select(pricing.PRODUCT, "definition").collect()
    definitions = {row[pricing.PRODUCT]: row["definition"] for row in rows}
    if len(definitions) < len(rows):
        raise ValueError("a product has more than one rate list; choose one of them before")
    return definitions


def tell(priced: DataFrame, asked: int) -> bool:
    """Prints what came of it; whether every row that was asked is there."""
    sums = priced.groupBy("currency", "code").agg(
        functions.count("*").alias("rows"), functions.sum("total").alias("total")
    )
    answered = 0
    for row in sorted(sums.collect(), key=lambda row: (row["code"] or "", row["currency"] or "")):
        answered += row["rows"]
        print(f"{row['rows']:>9}  {row['code'] or 'priced: {} {}'.format(row['total'], row['currency'])}")
    print(f"{asked} rows asked, {answered} answered")
    return answered == asked


def main() -> int:
    parser = argparse.ArgumentParser(description="Re-prices a catalogue; each of the three is a place of Parquet files.")
    for place in ("rate_lists", "stays", "priced"):
        parser.add_argument(place)
    parser.add_argument("--local", action="store_true", help="on this machine alone")
    parser.add_argument("--partitions", type=int, help="into how many parts the stays are cut; as they lie when not given")
    given = parser.parse_args()
    spark = session(given.local)
    try:
        stays = spark.read.parquet(given.stays)
        cut = stays.repartition(given.partitions) if given.partitions else stays
        reprice(cut, spark.read.parquet(given.rate_lists)).write.parquet(given.priced)
        return 0 if tell(spark.read.parquet(given.priced), stays.count()) else 1
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
