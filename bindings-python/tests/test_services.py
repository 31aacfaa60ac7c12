"""The FastAPI and the Django example, asked over HTTP as their clients would."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

STAY = {"check_in": "2026-12-18", "check_out": "2026-12-21", "adults": 2}


@pytest.fixture(autouse=True)
def examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "examples"))


def test_fastapi() -> None:
    from fastapi.testclient import TestClient

    service: Any = importlib.import_module("fastapi_service")
    client = TestClient(service.app)
    answer = client.post("/rate-lists/seaside/price", json=STAY)
    assert answer.status_code == 200, answer.text
    price = answer.json()
    assert price["total"] == "396.00" and price["lines"][0]["day"] == "2026-12-18"
    refused = client.post("/rate-lists/seaside/price", json={**STAY, "check_out": "2026-12-24"})
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["code"] == "rates.max_stay"
    assert client.post("/rate-lists/seaside/price", json={**STAY, "adults": "two"}).json()["path"] == "/adults"
    assert client.post("/rate-lists/nowhere/price", json=STAY).status_code == 404


def test_django() -> None:
    service: Any = importlib.import_module("django_service")
    from django.test import Client

    client = Client()
    path = "/rate-lists/seaside/price"
    answer = client.post(path, json.dumps(STAY), content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert answer.json()["total"] == "396.00"
    refused = client.post(path, json.dumps({**STAY, "adults": 0}), content_type="application/json")
    assert refused.status_code == 422 and refused.json()["code"].startswith("rates.")
    broken = client.post(path, "{", content_type="application/json")
    assert broken.status_code == 422 and broken.json()["code"] == "request.json"
    assert service.__doc__ and sys.modules["django_service"] is service
