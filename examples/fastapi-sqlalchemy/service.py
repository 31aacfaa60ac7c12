"""Bookings over HTTP with FastAPI and SQLAlchemy: `uvicorn service:app`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timezone
from typing import Annotated
from uuid import UUID, uuid4

import ratebook
from calendars import Followed, near, taken
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DatabaseSession
from tables import Booking, Resource, Session

app = FastAPI(title="Bookings")
followed: dict[str, Followed] = {}


class Wanted(BaseModel):
    start: AwareDatetime
    end: AwareDatetime


class Booked(Wanted):
    id: UUID


def transaction() -> Iterator[DatabaseSession]:
    with Session.begin() as session:
        yield session


# Ends before the answer is sent: what a client is told is committed.
Transaction = Annotated[DatabaseSession, Depends(transaction, scope="function")]


def lock(session: DatabaseSession, resource_id: str) -> Resource:
    """The resource with its next version. Others who want it wait here until this transaction ends."""
    next_version = update(Resource).where(Resource.id == resource_id).values(version=Resource.version + 1)
    resource = session.scalars(next_version.returning(Resource)).one_or_none()
    if resource is None:
        raise HTTPException(404, f"there is no resource `{resource_id}`")
    return resource


@app.post("/resources/{resource_id}/bookings", status_code=201)
def book(resource_id: str, wanted: Wanted, session: Transaction) -> Booked:
    resource = lock(session, resource_id)
    calendar = near(session, resource, wanted.start, wanted.end)
    row = Booking(
        id=uuid4(), resource_id=resource_id, during=Range(wanted.start, wanted.end), version=resource.version
    )
    calendar.book(now=datetime.now(timezone.utc), booking=taken(row, resource_id))
    session.add(row)
    return Booked(id=row.id, start=wanted.start, end=wanted.end)


@app.delete("/resources/{resource_id}/bookings/{booking_id}", status_code=204)
def cancel(resource_id: str, booking_id: UUID, session: Transaction) -> None:
    resource = lock(session, resource_id)
    row = session.get(Booking, booking_id)
    if row is None or row.resource_id != resource_id or row.cancelled:
        raise HTTPException(404, f"there is no booking `{booking_id}`")
    row.cancelled, row.version = True, resource.version


@app.get("/resources/{resource_id}/slots")
def slots(resource_id: str, day: date, minutes: int, session: Transaction) -> list[datetime]:
    own = followed.get(resource_id) or Followed()
    calendar = own.look(session, resource_id)
    if calendar is None:
        raise HTTPException(404, f"there is no resource `{resource_id}`")
    followed.setdefault(resource_id, own)
    [free] = calendar.slots(
        now=datetime.now(timezone.utc), resources=[resource_id], days={"first": day, "last": day}, minutes=minutes
    )
    return [slot.start for slot in free.slots]


@app.exception_handler(ratebook.RatebookError)
def refused(_: Request, error: ratebook.RatebookError) -> JSONResponse:
    """The engine says no, with every reason: 409 for a time that is not free, 422 for a request that makes no sense."""
    status = 409 if error.code.startswith("calendar.") else 422
    problem = {"title": error.message, "status": status, **error.to_dict()}
    return JSONResponse(problem, status, media_type="application/problem+json")


@app.exception_handler(IntegrityError)
def kept_apart(_: Request, error: IntegrityError) -> JSONResponse:
    """The constraint says no: somebody wrote without asking the engine."""
    if getattr(error.orig, "sqlstate", None) != "23P01":
        raise error
    problem = {"title": "the time meets a booking", "status": 409, "code": "calendar.conflict"}
    return JSONResponse(problem, 409, media_type="application/problem+json")
