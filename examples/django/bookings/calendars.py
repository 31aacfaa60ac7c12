"""Calendars made of rows: of those near a question, and of those that changed since it was last looked."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from threading import Lock
from typing import Any

import ratebook
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from ratebook import definitions

from .models import Booking, Resource

# Farther apart than any two bookings that still matter to each other: the longest buffer, and the longest gap that is kept.
NEAR = timedelta(days=1)


def taken(row: Booking) -> definitions.Booking:
    """A row as the engine reads it."""
    start, end = row.during.lower, row.during.upper
    return {"id": str(row.id), "takes": [{"resource": row.resource_id, "when": {"span": {"start": start, "end": end}}}]}


def near(resource: Resource, start: datetime, end: datetime | None) -> ratebook.Calendar:
    """A calendar of one resource and of the rows near a time; with no end, of all that come after its start."""
    # A range the wrong way round is for the engine to refuse, not for the database.
    around = DateTimeTZRange(min(start, end or start) - NEAR, end and max(start, end) + NEAR)
    rows = Booking.objects.filter(resource=resource, during__overlap=around, cancelled=False)
    return ratebook.Calendar({
        "resources": [{"id": resource.id, **resource.rules}],
        "bookings": [taken(row) for row in rows],
    })


class Followed:
    """One resource's calendar, kept by this process and brought up to date before it is asked."""

    def __init__(self) -> None:
        # One look at a time: an older answer of the database must not be applied after a newer one.
        self._looking = Lock()
        self._calendar = ratebook.Calendar({"resources": []})
        self._rules: dict[str, Any] | None = None
        self._version = 0

    def look(self, resource_id: str) -> ratebook.Calendar:
        with self._looking:
            resource = Resource.objects.get(id=resource_id)
            if resource.rules != self._rules:
                self._calendar = near(resource, datetime.now(timezone.utc), None)
            elif resource.version != self._version:
                changed = list(Booking.objects.filter(resource=resource, version__gt=self._version))
                self._calendar.apply_rows(
                    bookings=[taken(row) for row in changed if not row.cancelled],
                    removed={"bookings": [str(row.id) for row in changed if row.cancelled]},
                )
            # The version that was read before the rows: what was committed in between is brought again next time.
            self._rules, self._version = resource.rules, resource.version
            return self._calendar
