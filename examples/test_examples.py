"""Every booking service with two workers on one PostgreSQL. They race for 60 slots, and each is sold once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from conftest import Server, free_port

FOLDER = Path(__file__).parent
# A day that is to come, when the studio is open from 08:00 to 18:00 in Berlin.
DAY = (datetime.now() + timedelta(days=30)).date().isoformat()
TEN_MINUTES = timedelta(minutes=10)


@dataclass
class Example:
    """How an example makes its tables, and how it serves. `{port}` and `{python}` are filled in."""

    folder: str
    prepare: list[str]
    serve: list[str]


EXAMPLES = [
    Example(
        "fastapi-sqlalchemy",
        ["{python}", "tables.py"],
        ["{python}", "-m", "uvicorn", "service:app", "--port", "{port}", "--log-level", "warning"],
    ),
    Example(
        "django",
        ["{python}", "manage.py", "migrate", "--verbosity", "0"],
        ["{python}", "-W", "ignore", "manage.py", "runserver", "--noreload", "--verbosity", "0", "{port}"],
    ),
    Example("fastify-drizzle", ["npm", "run", "--silent", "migrate"], ["node", "dist/service.js"]),
    # It makes its tables when it starts.
    Example("axum-sqlx", ["cargo", "build", "--quiet"], ["cargo", "run", "--quiet"]),
]


class Workers:
    """Two processes of an example, each with its own pool of connections."""

    def __init__(self, example: Example, database: str) -> None:
        self.database, self.processes = database, []
        self.clients: list[httpx.Client] = []
        self.folder = FOLDER / example.folder
        scheme = "postgresql+psycopg" if "sqlalchemy" in example.folder else "postgresql"
        self.settings = {**os.environ, "DATABASE_URL": database.replace("postgresql", scheme, 1)}
        subprocess.run(filled(example.prepare, 0), cwd=self.folder, env=self.settings, check=True)
        for port in (free_port(), free_port()):
            serve = filled(example.serve, port)
            settings = {**self.settings, "PORT": str(port)}
            self.processes.append(subprocess.Popen(serve, cwd=self.folder, env=settings, start_new_session=True))
            self.clients.append(httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30))
        for client in self.clients:
            wait_for(client)

    def stop(self) -> None:
        for client in self.clients:
            client.close()
        for process in self.processes:
            os.killpg(process.pid, signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def slots(self, worker: int, minutes: int = 10) -> list[str]:
        answer = self.clients[worker].get("/resources/studio/slots", params={"day": DAY, "minutes": minutes})
        assert answer.status_code == 200, answer.text
        starts: list[str] = answer.json()
        return starts

    def book(self, worker: int, start: str, length: timedelta = TEN_MINUTES) -> httpx.Response:
        end = datetime.fromisoformat(start.replace("Z", "+00:00")) + length
        return self.clients[worker].post(
            "/resources/studio/bookings", json={"start": start, "end": end.isoformat()}
        )

    def cancel(self, worker: int, booking: str) -> httpx.Response:
        return self.clients[worker].delete(f"/resources/studio/bookings/{booking}")

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database) as connection:
            return connection.execute(statement).fetchall()


def filled(words: list[str], port: int) -> list[str]:
    return [word.format(port=port, python=sys.executable) for word in words]


def wait_for(client: httpx.Client) -> None:
    for _ in range(300):
        try:
            client.get("/resources/nowhere/slots", params={"day": DAY, "minutes": 10})
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{client.base_url} does not answer")


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda example: example.folder)
def workers(request: pytest.FixtureRequest, server: Server) -> Iterator[Workers]:
    workers = Workers(request.param, server.database(request.param.folder))
    try:
        yield workers
    finally:
        workers.stop()


@pytest.fixture(autouse=True)
def nothing_booked(workers: Workers) -> None:
    """Cancels what the last test booked, as an example would: with a version that tells the others."""
    with psycopg.connect(workers.database) as connection:
        connection.execute("UPDATE resources SET version = version + 1")
        connection.execute(
            "UPDATE bookings SET cancelled = true, version = resources.version FROM resources "
            "WHERE resources.id = resource_id AND NOT cancelled"
        )


MEETING = """
    SELECT one.id, other.id FROM bookings one JOIN bookings other
    ON one.resource_id = other.resource_id AND one.during && other.during AND one.id < other.id
    WHERE NOT one.cancelled AND NOT other.cancelled
"""


def test_two_workers_race_for_60_slots_and_sell_each_once(workers: Workers) -> None:
    starts = workers.slots(0)
    assert len(starts) == 60
    # Each slot is asked for three times at each of the two workers, at once and in no order.
    asked = [(worker, start) for start in starts for worker in (0, 1) for _ in range(3)]
    random.Random(60).shuffle(asked)
    with ThreadPoolExecutor(16) as clients:
        answers = list(clients.map(lambda one: workers.book(*one), asked))
    assert Counter(answer.status_code for answer in answers) == {201: 60, 409: 300}
    sold = [start for (_, start), answer in zip(asked, answers) if answer.status_code == 201]
    assert sorted(sold) == starts
    # Both sold some of them: they did race.
    assert {worker for (worker, _), answer in zip(asked, answers) if answer.status_code == 201} == {0, 1}
    refusals = [answer.json() for answer in answers if answer.status_code == 409]
    # Every loser heard the engine's reason, and none ran into the constraint.
    assert {refusal["code"] for refusal in refusals} == {"calendar.conflict"}
    assert all(refusal["reasons"] for refusal in refusals)
    assert workers.query("SELECT count(*) FROM bookings WHERE NOT cancelled") == [(60,)]
    assert workers.query(MEETING) == []
    assert workers.slots(0) == workers.slots(1) == []


def test_overlapping_lengths_race_too(workers: Workers) -> None:
    starts = workers.slots(0)
    lengths = [timedelta(minutes=minutes) for minutes in (10, 20, 30, 50)]
    chance = random.Random(7)
    asked = [(worker, chance.choice(starts), chance.choice(lengths)) for worker in (0, 1) for _ in range(100)]
    with ThreadPoolExecutor(16) as clients:
        answers = list(clients.map(lambda one: workers.book(*one), asked))
    # 409 where it is taken, and where it would end after closing time.
    assert {answer.status_code for answer in answers} == {201, 409}
    assert workers.query(MEETING) == []
    # What the two still offer is what is left, and it can be had.
    left = workers.slots(0)
    assert left == workers.slots(1)
    assert [workers.book(1, start).status_code for start in left] == [201] * len(left)
    assert workers.slots(0) == []


def test_a_worker_follows_what_the_other_changed(workers: Workers) -> None:
    before = workers.slots(1)
    booked = workers.book(0, before[6])
    assert booked.status_code == 201, booked.text
    assert workers.slots(1) == before[:6] + before[7:]
    assert workers.cancel(0, booked.json()["id"]).status_code == 204
    assert workers.slots(1) == before
    # Rows may also come from elsewhere, as long as they carry a version.
    with psycopg.connect(workers.database) as connection:
        connection.execute("UPDATE resources SET version = version + 1")
        connection.execute(
            "INSERT INTO bookings (id, resource_id, during, cancelled, version) SELECT gen_random_uuid(), id, "
            "tstzrange(%s, %s::timestamptz + interval '10 minutes'), false, version FROM resources",
            (before[0], before[0]),
        )
    assert workers.slots(0) == workers.slots(1) == before[1:]


def test_the_constraint_stands_besides(workers: Workers) -> None:
    start = workers.slots(0)[0]
    assert workers.book(0, start).status_code == 201
    with psycopg.connect(workers.database) as connection:
        with pytest.raises(psycopg.errors.ExclusionViolation):
            connection.execute(
                "INSERT INTO bookings (id, resource_id, during, cancelled, version) VALUES "
                "(gen_random_uuid(), 'studio', tstzrange(%s, %s::timestamptz + interval '5 minutes'), false, 0)",
                (start, start),
            )


def test_refusals_say_why(workers: Workers) -> None:
    start = workers.slots(0)[0]
    late = workers.book(0, f"{DAY}T22:00:00Z")
    assert late.status_code == 409 and late.json()["code"] == "calendar.closed", late.text
    assert late.headers["content-type"].startswith("application/problem+json")
    reversed_ = workers.book(0, start, -timedelta(days=5))
    assert reversed_.status_code == 422 and reversed_.json()["code"] == "time.reversed", reversed_.text
    client = workers.clients[0]
    wanted = {"start": start, "end": start}
    assert client.post("/resources/nowhere/bookings", json=wanted).status_code == 404
    assert client.get("/resources/nowhere/slots", params={"day": DAY, "minutes": 10}).status_code == 404
    assert workers.cancel(0, "0190b6a5-0000-7000-8000-000000000000").status_code == 404
