"""What a calendar costs that is made of rows: `python examples/rebuild_cost.py`. Starts a PostgreSQL of its own.

100 resources with 1,000 bookings each, a booking of 45 minutes every hour; medians, with reading the rows included.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import psycopg
import ratebook
from conftest import Server
from ratebook import definitions

RESOURCES, EACH = 100, 1_000
NOW = datetime.now(timezone.utc).replace(minute=0, second=0, microsecond=0)
QUESTION = NOW + timedelta(hours=EACH // 2)
DAY = timedelta(days=1)

TABLES = """
    CREATE EXTENSION btree_gist;
    CREATE TABLE bookings (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), resource_id text NOT NULL, during tstzrange NOT NULL,
        cancelled boolean NOT NULL DEFAULT false, version bigint NOT NULL,
        CONSTRAINT bookings_never_meet EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (NOT cancelled)
    );
    CREATE INDEX bookings_by_version ON bookings (resource_id, version);
"""
FILL = """
    INSERT INTO bookings (resource_id, during, version)
    SELECT 'room-' || room, tstzrange(%(now)s + hour * interval '1 hour', %(now)s + hour * interval '1 hour' + interval '45 minutes'), hour
    FROM generate_series(1, %(resources)s) AS room, generate_series(1, %(each)s) AS hour
"""
SELECT = "SELECT id, resource_id, lower(during), upper(during) FROM bookings WHERE NOT cancelled"


def taken(row: tuple[Any, ...]) -> definitions.Booking:
    id, resource, start, end = row
    span: definitions.Span = {"start": start, "end": end}
    return {"id": str(id), "takes": [{"resource": resource, "when": {"span": span}}]}


def measured(what: str, rounds: int, run: Callable[[], int]) -> float:
    times, rows = [], 0
    for _ in range(rounds):
        began = perf_counter()
        rows = run()
        times.append(perf_counter() - began)
    cost = median(times) * 1_000
    print(f"{what:<44}{rows:>8,} rows {cost:>10.2f} ms")
    return cost


def measure(connection: psycopg.Connection[Any]) -> None:
    every: list[definitions.Resource] = [{"id": f"room-{number}", "zone": "UTC"} for number in range(1, RESOURCES + 1)]
    one: list[definitions.Resource] = [{"id": "room-7", "zone": "UTC"}]

    def load(resources: list[definitions.Resource], where: str = "", *values: Any) -> tuple[ratebook.Calendar, int]:
        rows = connection.execute(SELECT + where, values).fetchall()
        calendar = ratebook.Calendar({"resources": resources, "bookings": [taken(row) for row in rows]})
        span: definitions.Span = {"start": QUESTION, "end": QUESTION + timedelta(minutes=15)}
        calendar.check(now=NOW, resource="room-7", when={"span": span})
        return calendar, len(rows)

    def near() -> int:
        around = (QUESTION - DAY, QUESTION + DAY)
        return load(one, " AND resource_id = 'room-7' AND during && tstzrange(%s, %s)", *around)[1]

    kept, _ = load(one, " AND resource_id = 'room-7'")

    def follow() -> int:
        since = SELECT + " AND resource_id = 'room-7' AND version > %s"
        rows = connection.execute(since, (EACH - 5,)).fetchall()
        # Out and in again, so that every round has something to change.
        kept.apply_rows(removed={"bookings": [str(row[0]) for row in rows]})
        kept.apply_rows(bookings=[taken(row) for row in rows])
        return len(rows)

    whole = measured("all rows of all resources", 5, lambda: load(every)[1])
    own = measured("all rows of the resource", 30, lambda: load(one, " AND resource_id = 'room-7'")[1])
    close = measured("rows within a day of the question", 200, near)
    changed = measured("a kept calendar, rows changed since", 200, follow)
    print(f"\nrows near a question instead of all: {whole / close:,.0f} times cheaper; of its resource: {own / close:,.1f}")
    print(f"rows changed since instead of all of the resource: {own / changed:,.1f} times cheaper")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="ratebook-") as folder:
        Path(folder).chmod(0o755)
        server = Server(Path(folder))
        server.start()
        try:
            with psycopg.connect(server.database("cost"), autocommit=True) as connection:
                connection.execute(TABLES)
                connection.execute(FILL, {"now": NOW, "resources": RESOURCES, "each": EACH})
                connection.execute("ANALYZE bookings")
                measure(connection)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
