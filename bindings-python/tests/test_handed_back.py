"""An answer that is handed back means what it meant: what was not given is not given, and what was empty is empty."""

from __future__ import annotations

import importlib
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import ratebook
from ratebook._record import Choice, Record
from test_conformance import VECTORS, compare, wire

ROOT = Path(__file__).parents[2]
SCHEMAS = json.loads((ROOT / "schemas/ratebook.json").read_text(encoding="utf-8"))
HANDED_BACK = json.loads((ROOT / "tests/handed_back.json").read_text(encoding="utf-8"))
NATIVE = {
    "Decimal": Decimal,
    "Day": date.fromisoformat,
    "Instant": lambda text: datetime.fromisoformat(text.replace("Z", "+00:00")),
}


def answered(schema: Any, value: Any) -> Any:
    """A value in the form in which it would stand in an answer."""
    if value is None or not isinstance(schema, dict):
        return value
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if name in NATIVE:
            return NATIVE[name](value)
        schema = SCHEMAS["$defs"][name]
        own = getattr(ratebook, name, None)
        if isinstance(own, type) and issubclass(own, Choice):
            return own(value)
        if isinstance(own, type) and issubclass(own, Record):
            names = {attribute.rstrip("_"): attribute for attribute in own.__match_args__}
            fields = schema["properties"]
            said = {name: answered(fields[name], inside) for name, inside in value.items()}
            # What core always writes may be missing where people write it.
            if all(wire_name in said or attribute in own._optional for wire_name, attribute in names.items()):
                return own(**{names[wire_name]: inside for wire_name, inside in said.items()})
            return said
    if "anyOf" in schema:
        return answered(schema["anyOf"][0], value)
    if isinstance(value, dict) and "oneOf" in schema:
        held = {name: inner for one in schema["oneOf"] for name, inner in one.get("properties", {}).items()}
        return {name: answered(held[name], inside) for name, inside in value.items()}
    if isinstance(value, list):
        return tuple(answered(schema.get("items"), item) for item in value)
    if isinstance(value, dict) and "patternProperties" in schema:
        (inner,) = schema["patternProperties"].values()
        return {int(name): answered(inner, inside) for name, inside in value.items()}
    if isinstance(value, dict):
        fields, other = schema.get("properties", {}), schema.get("additionalProperties")
        return {name: answered(fields.get(name, other), inside) for name, inside in value.items()}
    return value


@pytest.mark.parametrize("name", sorted({one["type"] for one in HANDED_BACK}))
def test_a_value_says_what_core_said(name: str) -> None:
    for one in HANDED_BACK:
        if one["type"] != name:
            continue
        given = answered({"$ref": f"#/$defs/{name}"}, one["value"])
        said = wire(given) if isinstance(given, Record) else json.loads(json.dumps(given, default=wire))
        # No less than what it means, and no more than what was said.
        faults = compare(one["bare"], said) + compare(said, one["value"])
        assert not faults, f"{one['value']}\n{said}\n" + "\n".join(faults)


def with_answers(vector: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """A vector's operation and keywords, all that can be an answer made one."""
    area, name = vector["ask"]["op"].split(".")
    operation = SCHEMAS["x-operations"][vector["ask"]["op"]]
    asked: Any = importlib.import_module(f"ratebook.{area}") if operation["handle"] is None else None
    for key, definition in vector.get("given", {}).items():
        for class_name, handle in SCHEMAS["x-handles"].items():
            if handle["key"] == key and operation["handle"] == class_name:
                asked = getattr(ratebook, class_name)(answered(handle["definition"], definition))
    fields = SCHEMAS["$defs"][operation["request"]["$ref"].rsplit("/", 1)[1]].get("properties", {})
    given = vector["ask"].get("input", {})
    keywords = {key: answered(fields[key], inside) for key, inside in given.items()}
    return getattr(asked, f"{name}_" if hasattr(asked, f"{name}_") else name), keywords


def test_every_vector_is_answered_the_same_with_answers_in_it() -> None:
    tried = 0
    for _, place, vector in VECTORS:
        # What is no answer cannot be made one: malformed parts of requests that are answered each for itself.
        if "answer" not in vector["expect"] or '"error"' in json.dumps(vector["expect"]):
            continue
        asked, keywords = with_answers(vector)
        faults = compare(vector["expect"]["answer"], wire(asked(**keywords)))
        assert not faults, f"{place}\n" + "\n".join(faults)
        tried += 1
    assert tried > 1_500


def test_a_calendar_made_of_its_snapshot_keeps_its_stop_sales() -> None:
    night = {"stay": {"check_in": "2026-12-24", "check_out": "2026-12-25"}}
    asked: dict[str, Any] = {"now": "2026-12-01T00:00:00Z", "resource": "n", "when": night}
    for weekdays, free in ({}, False), ({"weekdays": ["thu"]}, False), ({"weekdays": []}, True):
        stop = {"days": {"first": "2026-12-24", "last": "2026-12-25"}, **weekdays}
        nights = {"id": "n", "zone": "UTC", "mode": "nights", "stop_sales": [stop]}
        calendar = ratebook.Calendar({"resources": [nights]})
        again = ratebook.Calendar(calendar.snapshot())
        assert calendar.check(**asked).free is again.check(**asked).free is free
        assert json.loads(again.to_json()) == json.loads(calendar.to_json())
    (held,) = ratebook.Calendar({"resources": [{**nights, "stop_sales": [{"days": stop["days"]}]}]}).snapshot().resources
    assert held.stop_sales[0].weekdays is None


def test_a_list_made_of_a_created_one_keeps_its_blackouts() -> None:
    definition = {
        "name": "R",
        "currency": "EUR",
        "unit": "night",
        "valid": {"first": "2026-11-01", "last": "2027-10-31"},
        "prices": {"by_adults": {"2": "100"}},
        "blackouts": [{"days": {"first": "2026-12-24", "last": "2026-12-25"}}],
    }
    created = ratebook.rates.create(list=definition, created_on="2026-11-20").replace(status="published")
    with pytest.raises(ratebook.RatesError) as refused:
        ratebook.RateList(created).price(check_in="2026-12-24", check_out="2026-12-25", adults=2)
    assert refused.value.code == "rates.blackout"


def test_a_shipped_machine_is_a_definition() -> None:
    for definition in ratebook.flow.machines():
        shipped = ratebook.Machine(definition)
        assert json.loads(shipped.to_json()) == json.loads(ratebook.Machine(definition.to_json()).to_json())


def test_what_an_answer_holds_is_its_own() -> None:
    def unstamped() -> Any:
        every = (one for machine in ratebook.flow.machines() for one in machine.transitions)
        return next(one for one in every if not one.stamps)

    unstamped().stamps["at"] = ratebook.MachineStamp.NOW
    assert unstamped().stamps == {}
