"""FastAPI and pydantic take our types as they are: money stays exact, what is misspelt is refused, OpenAPI says what is there."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any, Dict, Optional

import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter, ValidationError

import ratebook
from conftest import FAMILY, STAY
from ratebook import definitions
from ratebook._record import Record
from test_handed_back import HANDED_BACK, SCHEMAS, answered

app = FastAPI()
family = ratebook.RateList(FAMILY)
machine = ratebook.flow.machine("room_booking")
WIRE_STAY = {name: value if isinstance(value, (int, list)) else str(value) for name, value in STAY.items()}


class Offer(BaseModel):
    """A model of the program's own around ours."""

    name: str
    price: ratebook.Price
    deposit: Optional[ratebook.Money] = None
    surcharge: definitions.DecimalLike = "0"
    arrives: definitions.DayLike = "2026-12-18"
    more: Dict[str, Any] = {}


@app.post("/price")
def price(request: definitions.PriceRequest) -> ratebook.Price:
    return family.price(**request)


@app.post("/unannotated")
def unannotated(request: definitions.PriceRequest):  # type: ignore[no-untyped-def]
    return {"price": family.price(**request), "totals": [family.total(**request)]}


@app.post("/bare")
def bare(request: definitions.PriceRequest):  # type: ignore[no-untyped-def]
    return family.price(**request)


@app.post("/offer")
def offer(request: definitions.PriceRequest) -> Offer:
    priced = family.price(**request)
    return Offer(name="family", price=priced, deposit=family.total(**request), surcharge=Decimal("12.50"), more={"again": priced})


@app.post("/lists")
def lists(definition: definitions.RateListDefinition) -> Dict[str, ratebook.Money]:
    return {"total": ratebook.RateList(definition).total(**STAY)}


@app.post("/fire")
def fire(instance: definitions.MachineInstance, event: str = Body()) -> ratebook.MachineFired:
    paid = {"payment_id": "pi_7", "amount": "80.00"}
    return machine.fire(instance=instance, event=event, now="2026-12-18T09:03:00Z", permissions=["*"], given=paid)  # type: ignore[arg-type]


@app.post("/held")
def held(instance: ratebook.MachineInstance = Body()) -> ratebook.MachineInstance:
    return instance


client = TestClient(app)


def numbers(value: Any) -> list[Any]:
    """Every float in a value from JSON."""
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value] if isinstance(value, float) else [number for one in inside for number in numbers(one)]


def test_an_answer_is_a_response_model() -> None:
    answer = client.post("/price", json=WIRE_STAY)
    assert answer.status_code == 200, answer.text
    assert answer.json() == family.price(**STAY).to_dict()
    assert answer.json()["total"] == "1236.86" and answer.json()["lines"][0]["day"] == "2026-12-18"


@pytest.mark.parametrize("path", ["/unannotated", "/bare", "/offer"])
def test_money_is_never_a_float(path: str) -> None:
    text = client.post(path, json=WIRE_STAY).text
    assert '"1236.86"' in text and not numbers(json.loads(text))


@pytest.mark.parametrize("first", ["answered", "taken"])
def test_what_is_answered_and_what_is_taken_are_apart_whichever_is_asked_first(first: str) -> None:
    asked = (
        "import json; from ratebook._wire import schemas;"
        f"told = schemas({first!r})['Price'].get('required', []);"
        "print(json.dumps([told, schemas('answered')['Price'].get('required', []), schemas('taken')['Price'].get('required', [])]))"
    )
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    own, answered_ones, taken = json.loads(told.stdout)
    assert own == {"answered": answered_ones, "taken": taken}[first]
    assert set(answered_ones) > set(taken)


def test_an_answer_without_annotation_is_what_it_is_on_the_wire() -> None:
    assert client.post("/bare", json=WIRE_STAY).json() == family.price(**STAY).to_dict()
    assert dict(family.total(**STAY)) == {"amount": "1236.86", "currency": "EUR"}


def test_ours_within_a_model_of_the_program() -> None:
    body = client.post("/offer", json=WIRE_STAY).json()
    assert body["price"] == family.price(**STAY).to_dict() == body["more"]["again"]
    assert (body["deposit"], body["surcharge"], body["arrives"]) == (
        {"amount": "1236.86", "currency": "EUR"},
        "12.50",
        "2026-12-18",
    )
    again = Offer.model_validate_json(json.dumps(body))
    assert again.price == family.price(**STAY) and isinstance(again.price, ratebook.Price)
    assert again.surcharge == Decimal("12.50") and again.arrives == date(2026, 12, 18)


@pytest.mark.parametrize(
    "changed, place",
    [
        ({"adlts": 2}, ["body", "adlts"]),
        ({"adults": "two"}, ["body", "adults"]),
        ({"adults": True}, ["body", "adults"]),
        ({"adults": -1}, ["body", "adults"]),
        ({"check_in": "18.12.2026"}, ["body", "check_in"]),
        ({"as_of": "2026-12-18T09:00:00"}, ["body", "as_of"]),
        ({"children": [8, "one"]}, ["body", "children", 1]),
    ],
)
def test_what_is_wrong_with_a_request_is_told_with_its_place(changed: Dict[str, Any], place: list[Any]) -> None:
    refused = client.post("/price", json={**WIRE_STAY, **changed})
    assert refused.status_code == 422
    assert [fault["loc"] for fault in refused.json()["detail"]] == [place]


def test_a_definition_is_a_body() -> None:
    definition = json.loads(family.to_json())
    assert client.post("/lists", json=definition).json() == {"total": {"amount": "1236.86", "currency": "EUR"}}
    seasons = [{**definition["seasons"][0], "nmae": "low"}, definition["seasons"][1]]
    refused = client.post("/lists", json={**definition, "seasons": seasons, "prices": {"base": 124.5}})
    faults = {".".join(map(str, fault["loc"][1:])): fault["msg"] for fault in refused.json()["detail"]}
    assert faults["prices.base"] == 'a float cannot hold `124.5` exactly; send the text "124.5"'
    assert set(faults) == {"prices.base", "seasons.0.nmae"}


def test_an_instance_goes_out_and_comes_back() -> None:
    hours = {"starts_at": "2026-12-19T09:00:00Z", "ends_at": "2026-12-19T11:00:00Z"}
    started = machine.start(now=datetime(2026, 12, 18, 9, tzinfo=timezone.utc), id="BK-1", fields=hours).instance
    assert client.post("/held", json=started.to_dict()).json() == started.to_dict()
    fired = client.post("/fire", json={"instance": started.to_dict(), "event": "pay"}).json()
    assert fired["instance"]["state"] == "confirmed" and fired["record"]["before"] == "held"
    misspelt = {**started.to_dict(), "sate": "held"}
    assert client.post("/fire", json={"instance": misspelt, "event": "pay"}).status_code == 422


def test_openapi_names_our_types_and_says_what_amounts_are() -> None:
    document = app.openapi()
    components = document["components"]["schemas"]
    assert {"Price", "Line", "PriceRequest", "RateListDefinition", "Season", "Money"} <= set(components)
    response = document["paths"]["/price"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert response == {"$ref": "#/components/schemas/Price"}
    total = components["Price"]["properties"]["total"]
    assert (total["type"], total["format"], total["pattern"]) == ("string", "decimal", r"^-?[0-9]+(\.[0-9]+)?$")
    assert components["PriceRequest"]["additionalProperties"] is False
    assert components["Price"]["description"] and components["Line"]["properties"]["amount"]["description"]
    required = SCHEMAS["$defs"]["Season"]["required"]
    assert components["Season"]["required"] == required
    for name, component in components.items():
        assert '"number"' not in json.dumps(component), name


@pytest.mark.parametrize("name", sorted({one["type"] for one in HANDED_BACK}))
def test_every_type_that_is_answered_and_taken_goes_through_pydantic(name: str) -> None:
    taken = TypeAdapter(getattr(definitions, name))
    taken.json_schema()
    own = getattr(ratebook, name, None)
    for one in HANDED_BACK:
        if one["type"] != name:
            continue
        assert json.loads(taken.dump_json(taken.validate_json(json.dumps(one["value"])))) == one["value"]
        if isinstance(own, type) and issubclass(own, Record):
            record = answered({"$ref": f"#/$defs/{name}"}, one["value"])
            if isinstance(record, own):
                adapter: TypeAdapter[Any] = TypeAdapter(own)
                assert adapter.validate_python(record) is record
                assert adapter.validate_python(adapter.dump_python(record, mode="json")) == record
                assert json.loads(adapter.dump_json(record)) == record.to_dict()


def test_every_class_of_ours_has_a_schema() -> None:
    from ratebook import _types

    for name in _types.__all__:
        own = getattr(_types, name)
        for mode in ("validation", "serialization"):
            TypeAdapter(own).json_schema(mode=mode)  # type: ignore[arg-type]
    for name, own in vars(definitions).items():
        if isinstance(own, type) and issubclass(own, dict) and not name.startswith("_"):
            assert TypeAdapter(own).json_schema()


def test_a_typed_dict_is_taken_on_every_python() -> None:
    # Before 3.12 pydantic refuses those of `typing`; ours say themselves what they are.
    assert sys.version_info >= (3, 10)
    adapter = TypeAdapter(definitions.PriceRequest)
    assert adapter.validate_python({"check_in": date(2026, 12, 18)}) == {"check_in": date(2026, 12, 18)}
    with pytest.raises(ValidationError):
        adapter.validate_python({"check_in": datetime(2026, 12, 18)})


def test_pydantic_is_not_loaded_unless_it_is_used() -> None:
    import subprocess

    program = (
        "import sys, ratebook, ratebook.definitions as d\n"
        "ratebook.Money(amount=1, currency='EUR'); d.PriceRequest\n"
        "assert 'pydantic' not in sys.modules and 'pydantic_core' not in sys.modules\n"
        "assert 'dataclasses' not in sys.modules and 'typing_extensions' not in sys.modules\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
