"""A catalogue larger than one machine, re-priced with Spark's `mapInArrow`.

    stays.mapInArrow(priced(SEASIDE), schema="total decimal(38,2), code string, path string, message string")

The function is pickled to the workers with its rate list; its file and what it imports are given to them before, by
`spark.addArtifacts("spark.py", "seaside.py", pyfile=True)`. It needs nothing of Spark itself, so this file runs it on
record batches as Spark would hand them over. `examples/spark` of the repository prices by many rate lists at once.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

import pyarrow as pa
import ratebook
from seaside import SEASIDE

# Spark wants the same schema from every batch; so the scale of the totals is cast to the one that was declared.
ANSWER = pa.schema(
    [("total", pa.decimal128(38, 2)), ("code", pa.string()), ("path", pa.string()), ("message", pa.string())]
)


def price_batches(rate_list: ratebook.RateList, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The totals of every batch, one batch after the other."""
    for batch in batches:
        yield from pa.table(rate_list.total_arrow(batch)).cast(ANSWER).to_batches()


def priced(rate_list: ratebook.RateList) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What to give to `mapInArrow`."""
    return partial(price_batches, rate_list)


if __name__ == "__main__":
    function = pickle.loads(pickle.dumps(priced(SEASIDE)))
    stays = pa.table(
        {
            "check_in": [date(2026, 12, 18)] * 10_000,
            "check_out": [date(2026, 12, 21)] * 10_000,
            "adults": [1, 2] * 5_000,
        }
    )
    answers = pa.Table.from_batches(function(stays.to_batches(max_chunksize=1_000)), ANSWER)
    print(answers.num_rows, answers["total"].combine_chunks().sum())
