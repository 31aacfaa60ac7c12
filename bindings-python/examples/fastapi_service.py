"""Prices over HTTP with FastAPI: `uvicorn fastapi_service:app`."""

from __future__ import annotations

import ratebook
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from seaside import SEASIDE

app = FastAPI(title="Prices")

# Loaded once, when the service starts; every worker thread asks the same compiled lists.
RATE_LISTS: dict[str, ratebook.RateList] = {"seaside": SEASIDE}


@app.exception_handler(ratebook.RatebookError)
def refused(_: Request, error: Exception) -> JSONResponse:
    """Every refusal in one place: its code, its path and every reason."""
    assert isinstance(error, ratebook.RatebookError)
    problem = {"title": error.message, "status": 422, **error.to_dict()}
    return JSONResponse(problem, status_code=422, media_type="application/problem+json")


@app.post("/rate-lists/{name}/price")
async def price(name: str, request: Request) -> Response:
    """Prices a request. JSON goes in and comes out as bytes, with no objects made in between."""
    if name not in RATE_LISTS:
        raise HTTPException(404, f"there is no rate list `{name}`")
    answer = RATE_LISTS[name].price_json(await request.body())
    return Response(answer, media_type="application/json")
