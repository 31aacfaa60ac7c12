"""Customers and prices over HTTP, by hand with FastAPI and SQLAlchemy."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

import jwt
import orjson
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from pydantic import BaseModel, Field
from price import NoPrice, price
from store import open_store
from uuid_utils.compat import uuid7

SECRET = os.environ["SECRET"]
store = open_store(os.environ.get("DATABASE", "sqlite:customers.db"))


@asynccontextmanager
async def lifespan(_):
    print(f"fastapi listens on 127.0.0.1:{os.environ.get('PORT', '8000')}", flush=True)
    yield
    await store.close()


app = FastAPI(lifespan=lifespan, openapi_url=None)


async def tenant_of(request: Request) -> UUID:
    try:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        claims = jwt.decode(token if scheme == "Bearer" else "", SECRET, algorithms=["HS256"], options={"require": ["sub", "tenant", "exp"]})
        return UUID(claims["tenant"])
    except (jwt.InvalidTokenError, ValueError, AttributeError):
        raise HTTPException(401, "a valid token is missing") from None


Tenant = Annotated[UUID, Depends(tenant_of)]
Text = Annotated[str, Field(min_length=1, max_length=200)]
Optional = Annotated[str | None, Field(max_length=200)]


class Wanted(BaseModel):
    name: Text
    email: Annotated[str, Field(max_length=200, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    phone: Optional = None
    city: Optional = None
    status: Text


class Stay(BaseModel):
    rate_list_id: UUID
    arrival: date
    nights: Annotated[int, Field(ge=1, le=365)]
    adults: Annotated[int, Field(ge=1)]
    children: Annotated[list[Annotated[int, Field(ge=0, le=17)]], Field(max_length=20)] = []
    booked_on: date | None = None


def answer(content, status=200):
    return Response(orjson.dumps(content, default=str, option=orjson.OPT_UTC_Z), status, media_type="application/json")


def write_cursor(row):
    """Where a page ended: the last record's created_at and id, as opaque text."""
    return urlsafe_b64encode(f"{row['created_at'].isoformat()} {row['id']}".encode()).decode().rstrip("=")


def read_cursor(text):
    try:
        created_at, id = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(" ")
        return datetime.fromisoformat(created_at), UUID(id)
    except ValueError:
        raise HTTPException(400, "`after` is not a cursor of this list") from None


@app.get("/v1/customers")
async def customers(
    tenant: Tenant,
    status: Text | None = None,
    after: Text | None = None,
    q: Text | None = None,
    limit: Annotated[int, Field(ge=1, le=200)] = 50,
):
    if q is not None:
        return answer({"items": await store.search(tenant, q, limit), "next_cursor": None})
    # One more than asked tells whether there is a next page.
    items = await store.page(tenant, status, None if after is None else read_cursor(after), limit + 1)
    if len(items) <= limit:
        return answer({"items": items, "next_cursor": None})
    del items[limit:]
    return answer({"items": items, "next_cursor": write_cursor(items[-1])})


@app.get("/v1/customers/{id}")
async def customer(tenant: Tenant, id: str):
    try:
        found = await store.one(tenant, UUID(id))
    except ValueError:
        found = None
    if found is None:
        raise HTTPException(404, "not found")
    return answer(found)


@app.post("/v1/customers")
async def create(tenant: Tenant, wanted: Wanted):
    now = datetime.now(UTC)
    record = {"id": uuid7(), "code": None, **wanted.model_dump(), "created_at": now, "updated_at": now}
    stored = await store.create(tenant, record, lambda number: f"CUST{number:06}")
    if stored is None:
        raise HTTPException(409, f"there is a customer with the e-mail `{wanted.email}` already")
    return answer(stored, 201)


@app.post("/v1/price")
async def price_of(tenant: Tenant, stay: Stay):
    definition = await store.definition(tenant, stay.rate_list_id)
    if definition is None:
        raise HTTPException(404, "not found")
    try:
        return answer(price(definition, stay))
    except NoPrice as error:
        raise HTTPException(422, str(error)) from None
