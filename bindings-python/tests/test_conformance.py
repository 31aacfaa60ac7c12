"""Every vector through the public API, three ways: native values, the values of JSON, and JSON text."""

from __future__ import annotations

import copy
import importlib
import json
import keyword
import os
import re
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable

import pytest

import ratebook

FOLDER = Path(__file__).parents[2] / "tests" / "conformance"


def vectors() -> list[tuple[str, str, dict[str, Any]]]:
    found = []
    for file in sorted(FOLDER.glob("*/*.json")):
        for vector in json.loads(file.read_text(encoding="utf-8")):
            machine = vector.get("given", {}).get("machine")
            if isinstance(machine, str):
                # One that comes with the engine, by its name.
                vector["given"]["machine"] = json.loads(ratebook.flow.machines_json(json.dumps({"name": machine})))[0]
            found.append((file.parent.name, f"{file.parent.name}/{file.name}: {vector['name']}", vector))
    return found


VECTORS = vectors()
RAN: Counter[tuple[str, bool]] = Counter()


def native(value: Any) -> Any:
    """What a Python program would pass in place of JSON's text."""
    if isinstance(value, dict):
        return {name: native(inside) for name, inside in value.items()}
    if isinstance(value, list):
        return [native(inside) for inside in value]
    if not isinstance(value, str):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", value):
            return datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return value
    if re.fullmatch(r"-?(0|[1-9]\d{0,20})(\.\d{1,10})?", value) and value not in ("-0", "-0.0", "-0.00"):
        return Decimal(value)
    return value


def wire(answer: Any) -> Any:
    """A native answer as JSON has it."""
    if isinstance(answer, tuple):
        return [wire(item) for item in answer]
    if hasattr(answer, "to_dict"):
        return answer.to_dict()
    if isinstance(answer, datetime):
        return answer.isoformat().replace("+00:00", "Z")
    return json.loads(json.dumps(answer, default=str))


def with_floats(vector: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """The vector with floats where JSON's whole numbers were refused as amounts: Python takes an `int` as exact there,
    and refuses a float as JSON refuses any number."""
    vector = copy.deepcopy(vector)
    for reason in answer.get("error", {}).get("reasons", []):
        steps = reason["path"].split("/")[1:]
        if not reason["code"].endswith(".type") or not steps:
            continue
        for start in [*vector.get("given", {}).values(), vector["ask"].get("input", {})]:
            place = start
            for step in steps[:-1]:
                place = place[int(step)] if isinstance(place, list) else place.get(step, {})
            key: Any = int(steps[-1]) if isinstance(place, list) else steps[-1]
            if isinstance(place, dict) and type(place.get(key)) is int:
                place[key] = float(place[key])
    return vector


def callable_of(vector: dict[str, Any], convert: Callable[[Any], Any], suffix: str) -> Callable[..., Any]:
    area, name = vector["ask"]["op"].split(".")
    if keyword.iskeyword(name) and not suffix:
        name += "_"
    for key, definition in vector.get("given", {}).items():
        handle = getattr(ratebook, "".join(word.capitalize() for word in key.split("_")))
        if hasattr(handle, name):
            if suffix:
                return getattr(handle(json.dumps(definition)), name + suffix)  # type: ignore[no-any-return]
            return getattr(handle(convert(definition)), name)  # type: ignore[no-any-return]
    return getattr(importlib.import_module(f"ratebook.{area}"), name + suffix)  # type: ignore[no-any-return]


def ask(vector: dict[str, Any], convert: Callable[[Any], Any]) -> dict[str, Any]:
    try:
        asked = callable_of(vector, convert, "")
        return {"answer": wire(asked(**convert(vector["ask"].get("input", {}))))}
    except ratebook.RatebookError as error:
        return {"error": error.to_dict()}


def ask_json(vector: dict[str, Any]) -> dict[str, Any]:
    try:
        asked = callable_of(vector, lambda value: value, "_json")
        return {"answer": json.loads(asked(json.dumps(vector["ask"].get("input", {})).encode()))}
    except ratebook.RatebookError as error:
        return {"error": error.to_dict()}


def compare(expected: Any, got: Any, at: str = "") -> list[str]:
    """Every stated field must be equal, lists as a whole; what is not stated does not matter."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return [fault for name in expected for fault in compare(expected[name], got.get(name), f"{at}/{name}")]
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        return [fault for place, one in enumerate(expected) for fault in compare(one, got[place], f"{at}/{place}")]
    return [] if expected == got and type(expected) is type(got) else [f"{at}: expected {expected!r}, got {got!r}"]


@pytest.mark.parametrize("area, place, vector", VECTORS, ids=[place for _, place, _ in VECTORS])
def test_vector(area: str, place: str, vector: dict[str, Any]) -> None:
    RAN[area, False] += 1
    by_text = ask_json(vector)
    faults = compare(vector["expect"], by_text)
    if isinstance(vector["ask"].get("input", {}), dict):
        vector = with_floats(vector, by_text)
        by_value = ask(vector, lambda value: value)
        by_native = ask(vector, native)
        faults += compare(vector["expect"], by_value) + compare(vector["expect"], by_native)
        if "answer" in by_text:
            # The whole answer, not only what the vector states: native values say exactly what JSON says.
            faults += compare(by_text, by_value) + compare(by_value, by_text)
    assert not faults, f"{place}\n" + "\n".join(faults)
    RAN[area, True] += 1


def test_all_of_them_ran(request: pytest.FixtureRequest) -> None:
    areas = {area for area, _, _ in VECTORS}
    report = os.environ.get("RATEBOOK_VECTORS_REPORT")
    if report:
        counts = {
            area: {"passed": RAN[area, True], "failed": RAN[area, False] - RAN[area, True]} for area in sorted(areas)
        }
        Path(report).write_text(json.dumps({"language": "Python", "areas": counts}), encoding="utf-8")
    if request.config.getoption("-k"):
        pytest.skip("only some were chosen")
    ran = sum(count for (_, passed), count in RAN.items() if not passed)
    existing = sum(len(json.loads(file.read_text(encoding="utf-8"))) for file in FOLDER.rglob("*.json"))
    assert ran == existing, f"{ran} of {existing} vectors ran"
