"""What runs inside each worker: Arrow batches of stays in, the same rows with their prices or refusals out.

It needs nothing of Spark. A worker keeps what it compiled, so a rate list is compiled once per worker and not once per row,
batch or partition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc
import ratebook

# The column that says by which rate list a row is priced.
PRODUCT = "product"
AMOUNTS = ("total", "subtotal", "discounts", "fees", "taxes", "net")
# No currency of ISO 4217 has more digits behind the point. A finer amount would stop the job; none is ever rounded here.
DIGITS = 4
# Spark wants the same schema from every batch, whatever the currencies in it.
ANSWER = pa.schema(
    [("currency", pa.string())]
    + [(name, pa.decimal128(38, DIGITS)) for name in AMOUNTS]
    + [(name, pa.string()) for name in ("code", "path", "message")]
)
# How many compiled rate lists a worker keeps. The longest unused is forgotten, and compiled anew when it is asked for again.
KEPT_LISTS = 1_000


@dataclass(frozen=True)
class Compiled:
    rate_list: ratebook.RateList
    currency: str


@dataclass(frozen=True)
class Refusal:
    code: str
    path: str
    message: str


@lru_cache(maxsize=KEPT_LISTS)
def compiled(definition: str) -> Compiled | Refusal:
    """A rate list, or why it is none."""
    try:
        rate_list = ratebook.RateList(definition)
    except ratebook.RatebookError as error:
        return Refusal(error.code, f"/definition{error.path}", error.message)
    return Compiled(rate_list, json.loads(rate_list.to_json())["currency"])


def price_batches(
    definitions: Mapping[str, str], asked: Sequence[str], batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Every batch priced, one after the other: no more than one is held at a time.

    `definitions` are rate lists as JSON by product; `asked` names the columns that are fields of a request. All columns
    come out as they went in, with those of `ANSWER` beside them.
    """
    for batch in batches:
        if batch.num_rows:
            yield price_batch(definitions, asked, batch)


def price_batch(definitions: Mapping[str, str], asked: Sequence[str], batch: pa.RecordBatch) -> pa.RecordBatch:
    """One batch, whose rows may be of many products in any order."""
    # Rows of one product are brought together, priced in one call, and put back where they were.
    order = pc.sort_indices(batch.column(PRODUCT))
    runs = pc.run_end_encode(batch.column(PRODUCT).take(order))
    rows = batch.select(asked).take(order)
    answers, first = [], 0
    for product, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist()):
        answers.append(price_product(definitions, product, rows.slice(first, end - first)))
        first = end
    answer = pa.concat_tables(answers).take(pc.sort_indices(order)).combine_chunks()
    columns = [*batch.columns, *(column.chunk(0) for column in answer.columns)]
    return pa.RecordBatch.from_arrays(columns, names=[*batch.schema.names, *ANSWER.names])


def price_product(definitions: Mapping[str, str], product: str | None, rows: pa.RecordBatch) -> pa.Table:
    """The answers to rows of one product."""
    if product is None:
        return refused(Refusal("rates.no_list", f"/{PRODUCT}", "the row names no product"), rows.num_rows)
    if product not in definitions:
        return refused(Refusal("rates.no_list", f"/{PRODUCT}", f"`{product}` has no rate list"), rows.num_rows)
    found = compiled(definitions[product])
    if isinstance(found, Refusal):
        return refused(found, rows.num_rows)
    quotes = pa.table(found.rate_list.quote_arrow(rows))
    currency = pc.if_else(quotes["total"].is_valid(), found.currency, pa.scalar(None, pa.string()))
    # Cast to the declared scale: digits are added, and none is dropped, since the cast refuses to.
    return quotes.add_column(0, "currency", currency).cast(ANSWER)


def refused(why: Refusal, rows: int) -> pa.Table:
    """The same refusal for every row."""
    told = {"code": why.code, "path": why.path, "message": why.message}
    return pa.table([pa.repeat(pa.scalar(told.get(field.name), field.type), rows) for field in ANSWER], schema=ANSWER)
