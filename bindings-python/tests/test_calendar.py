"""Calendars in Python's own values: what changes in place, what is shared between threads, what is pickled."""

import pickle
import threading
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Dict, List

import pytest
import ratebook

NOW = datetime(2026, 4, 1, tzinfo=timezone.utc)


def span(start: int, end: int) -> Dict[str, Any]:
    day = datetime(2026, 5, 4, tzinfo=timezone.utc)
    return {"span": {"start": day + timedelta(hours=start), "end": day + timedelta(hours=end)}}


def booking(number: str, start: int, end: int, resource: str = "room") -> Dict[str, Any]:
    return {"id": number, "takes": [{"resource": resource, "when": span(start, end)}]}


@pytest.fixture()
def calendar() -> ratebook.Calendar:
    return ratebook.Calendar(
        {
            "resources": [
                {"id": "room", "zone": "Europe/Berlin"},
                {"id": "double", "zone": "Europe/Berlin", "mode": "nights", "capacity": 2},
            ]
        }
    )


def test_answers_are_native(calendar: ratebook.Calendar) -> None:
    booked = calendar.book(now=NOW, booking=booking("B1", 10, 12))
    assert booked.id == "B1" and booked.booked_at == NOW
    answer = calendar.check(now=NOW, resource="room", when=span(11, 13))
    assert (answer.free, answer.units_left) == (False, 0)
    assert answer.reasons[0].code == "calendar.conflict"
    days = {"first": date(2026, 5, 4), "last": date(2026, 5, 4)}
    slots = calendar.slots(now=NOW, resources=["room"], days=days, minutes=60, step_minutes=60)
    starts = [slot.start for slot in slots[0].slots]
    assert datetime(2026, 5, 4, 12, tzinfo=timezone.utc) in starts
    assert datetime(2026, 5, 4, 11, tzinfo=timezone.utc) not in starts
    assert slots[0].slots[0].offset == "+02:00"
    figures = calendar.occupancy(resources=["room"], days=days)[0].periods[0]
    assert figures.utilisation == Decimal("8.33")


def test_a_refusal_is_an_exception_with_every_reason(calendar: ratebook.Calendar) -> None:
    calendar.book(now=NOW, booking=booking("B1", 10, 12))
    with pytest.raises(ratebook.CalendarError) as refused:
        calendar.book(now=NOW, booking=booking("B2", 11, 13))
    assert refused.value.code == "calendar.conflict"
    assert refused.value.path == "/booking/takes/0/when"
    assert refused.value.details["booking"] == "B1"


def test_a_moment_without_a_zone_is_refused(calendar: ratebook.Calendar) -> None:
    naive = {"span": {"start": datetime(2026, 5, 4, 10), "end": datetime(2026, 5, 4, 12)}}
    with pytest.raises(ratebook.RatebookError) as refused:
        calendar.check(now=NOW, resource="room", when=naive)
    assert refused.value.path == "/when/span/start"


def test_a_hold_is_taken_once_and_confirmed(calendar: ratebook.Calendar) -> None:
    stay = {"stay": {"check_in": date(2026, 5, 4), "check_out": date(2026, 5, 6)}}
    takes = [{"resource": "double", "when": stay, "units": 2}]
    hold = calendar.hold(now=NOW, key="h", takes=takes, ttl_seconds=900)
    assert hold.expires_at == NOW + timedelta(minutes=15)
    assert calendar.hold(now=NOW, key="h", takes=takes, ttl_seconds=60) == hold
    assert not calendar.check(now=NOW, resource="double", when=stay).free
    assert calendar.check(now=hold.expires_at, resource="double", when=stay).free
    assert calendar.confirm(now=NOW, key="h", booking="B1").takes[0].units == 2


def test_it_is_pickled_as_it_is_now(calendar: ratebook.Calendar) -> None:
    calendar.book(now=NOW, booking=booking("B1", 10, 12))
    again = pickle.loads(pickle.dumps(calendar))
    assert again.snapshot() == calendar.snapshot()
    again.cancel(booking="B1")
    assert calendar.snapshot().bookings[0].id == "B1"


def test_of_two_threads_that_book_the_last_unit_one_succeeds(calendar: ratebook.Calendar) -> None:
    won: List[str] = []

    def book(number: str) -> None:
        for hour in range(200):
            try:
                calendar.book(now=NOW, booking=booking(f"{number}/{hour}", hour, hour + 1))
                won.append(f"{hour}")
            except ratebook.CalendarError as error:
                assert error.code == "calendar.conflict"

    threads = [threading.Thread(target=book, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won, key=int) == [str(hour) for hour in range(200)]


def test_a_feed_of_50_megabytes_is_refused_at_once(calendar: ratebook.Calendar) -> None:
    days = {"first": date(2026, 5, 1), "last": date(2026, 5, 31)}
    with pytest.raises(ratebook.RatebookError) as refused:
        calendar.import_feed(resource="room", source="x", text="X" * 50_000_000, days=days)
    assert refused.value.code == "calendar.feed_too_large"


def test_a_search_page() -> None:
    storefront = ratebook.Storefront(
        {
            "calendar": {"resources": [{"id": "double", "zone": "UTC", "mode": "nights"}]},
            "rate_lists": [
                {
                    "code": "RL",
                    "name": "Double",
                    "currency": "EUR",
                    "unit": "night",
                    "valid": {"first": "2026-01-01", "last": "2026-12-31"},
                    "prices": {"base": "100"},
                }
            ],
            "offers": [{"resource": "double", "rate_list": "RL"}],
        }
    )
    when = {"stay": {"check_in": date(2026, 5, 4), "check_out": date(2026, 5, 6)}}
    found = storefront.availability_and_price(now=NOW, when=when, request={"adults": 2})
    assert found.offers[0].total == Decimal("200.00")
    taken = {"book": {"now": NOW, "booking": {"id": "B1", "takes": [{"resource": "double", "when": when}]}}}
    assert storefront.apply(commands=[taken])[0].error is None
    again = pickle.loads(pickle.dumps(storefront))
    left = again.availability_and_price(now=NOW, when=when, request={"adults": 2})
    assert not left.offers and left.not_offered[0].reasons[0].code == "calendar.sold_out"
