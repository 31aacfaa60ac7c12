"""Native values both ways, and what is refused at the door."""

from __future__ import annotations

import base64
import copy
import dataclasses
import json
import pickle
import subprocess
import sys
import time
from collections import OrderedDict
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

import ratebook
from conftest import FAMILY, STAY


def refused(call: Any, *arguments: Any, **keywords: Any) -> ratebook.RatebookError:
    with pytest.raises(ratebook.RatebookError) as caught:
        call(*arguments, **keywords)
    return caught.value


def test_the_family_stay(family: ratebook.RateList) -> None:
    price = family.price(**STAY)
    assert price.total == Decimal("1236.86") and isinstance(price.total, Decimal)
    assert family.total(**STAY) == ratebook.Money(amount=Decimal("1236.86"), currency="EUR")
    assert price.lines[0].day == date(2026, 12, 18)
    assert price.lines[0].kind is ratebook.LineKind.UNIT and price.lines[0].kind == "unit"
    assert sum(line.amount for line in price.lines) == price.total


def test_three_ways_to_load_and_to_ask(family: ratebook.RateList) -> None:
    text = family.to_json()
    for definition in (text, text.decode(), bytearray(text), json.loads(text), MappingProxyType(FAMILY)):
        assert ratebook.RateList(definition).total(**STAY) == family.total(**STAY)
    request = {name: value if isinstance(value, (int, list)) else str(value) for name, value in STAY.items()}
    assert json.loads(family.price_json(json.dumps(request))) == family.price(**STAY).to_dict()
    assert json.loads(family.price(**STAY).to_json()) == family.price(**STAY).to_dict()
    assert family.price(**request) == family.price(**STAY)


def test_results_are_frozen_values(family: ratebook.RateList) -> None:
    price = family.price(**STAY)
    for copied in (pickle.loads(pickle.dumps(price)), copy.copy(price), copy.deepcopy(price)):
        assert copied == price and hash(copied) == hash(price) and repr(copied) == repr(price)
    with pytest.raises(AttributeError, match="frozen"):
        price.total = Decimal(1)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        price.tip = 1  # type: ignore[attr-defined]
    assert not hasattr(price, "__dict__")
    changed = price.replace(total=Decimal("1.00"))
    assert changed != price and changed.total == Decimal("1.00") and changed.lines is price.lines
    line = price.lines[0]
    match_args = type(line).__match_args__
    assert match_args[0] == "kind" and repr(line).startswith("Line(kind=LineKind.UNIT, label='low'")


def test_results_are_no_dataclasses(family: ratebook.RateList) -> None:
    # What takes a dataclass apart hands its decimals to whoever writes them as floats.
    money = family.total(**STAY)
    assert not dataclasses.is_dataclass(money)
    assert list(money) == [("amount", "1236.86"), ("currency", "EUR")] and dict(money) == money.to_dict()


def test_handles_are_pickled_by_their_definition(family: ratebook.RateList) -> None:
    assert pickle.loads(pickle.dumps(family)).price(**STAY) == family.price(**STAY)


def test_an_aware_datetime_goes_in_and_comes_out(family: ratebook.RateList) -> None:
    moment = datetime(2026, 9, 1, 12, 30, 15, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    price = family.price(**STAY, as_of=moment)
    assert price.priced_at == moment and price.priced_at.tzinfo is timezone.utc
    assert price.to_dict()["priced_at"] == "2026-09-01T07:00:15.123456Z"


@pytest.mark.parametrize("amount", [Decimal("120"), 120, "120", Decimal("1.2E+2")])
def test_exact_amounts_are_taken(amount: Any) -> None:
    definition = {**FAMILY, "prices": {"by_adults": {"2": amount}, "child": "40"}}
    assert ratebook.RateList(definition).price(**{**STAY, "children": []}).lines[0].unit_amount == Decimal("102.00")


@pytest.mark.parametrize(
    "amount, words",
    [
        (124.5, 'pass `Decimal("124.5")`'),
        (float("nan"), "`nan` is not a number"),
        (float("inf"), "`inf` is not a number"),
        (Decimal("NaN"), "`NaN` is not an amount"),
        (Decimal("-Infinity"), "`-Infinity` is not an amount"),
        (True, "not `true`"),
        (10**40, "whole number is larger"),
        (b"12", "type `bytes`"),
        (object(), "type `object`"),
    ],
)
def test_what_is_no_amount_is_refused(amount: Any, words: str) -> None:
    error = refused(ratebook.RateList, {**FAMILY, "prices": {"by_adults": {"2": amount}}})
    assert isinstance(error, ratebook.DefinitionError) and isinstance(error, ValueError)
    assert error.path == "/prices/by_adults/2" and words in str(error)


def test_what_is_no_day_or_moment_is_refused(family: ratebook.RateList) -> None:
    error = refused(family.price, **{**STAY, "check_in": datetime(2026, 12, 18, tzinfo=timezone.utc)})
    assert (error.code, error.path) == ("request.type", "/check_in") and "`….date()`" in error.message
    error = refused(family.price, **STAY, as_of=datetime(2026, 9, 1))
    assert error.path == "/as_of" and "tzinfo=timezone.utc" in error.message
    error = refused(family.price, **STAY, as_of=date(2026, 9, 1))
    assert error.path == "/as_of" and "aware datetime" in error.message
    error = refused(family.price, **{**STAY, "adults": True})
    assert error.path == "/adults"


def test_every_fault_is_told_at_once(family: ratebook.RateList) -> None:
    error = refused(family.price, chek_in=date(2026, 12, 18), check_out="soon", adults=2.5)
    assert isinstance(error, ratebook.RequestError)
    assert {reason.path for reason in error.reasons} == {"/chek_in", "/check_out", "/adults"}
    assert "did you mean `check_in`?" in str(error) and "Error" not in str(error)
    assert pickle.loads(pickle.dumps(error)).to_dict() == error.to_dict()


def test_refusals_carry_their_figures(family: ratebook.RateList) -> None:
    error = refused(family.price, **{**STAY, "adults": 9})
    assert isinstance(error, ratebook.RatesError) and not isinstance(error, ratebook.RequestError)
    assert error.code.startswith("rates.") and error.reasons[0].code == error.code
    assert error.to_dict()["reasons"][0]["details"] == error.details


def test_values_that_hold_themselves_are_refused(family: ratebook.RateList) -> None:
    loop: dict[str, Any] = {}
    loop["custom_fields"] = loop
    error = refused(ratebook.RateList, {**FAMILY, "custom_fields": loop})
    assert error.code == "definition.too_large" and error.path == "/custom_fields"
    endless: list[Any] = []
    endless.append(endless)
    assert refused(family.price, **{**STAY, "children": endless}).code in ("request.too_large", "request.type")


def test_a_wide_value_is_refused_in_time() -> None:
    wide: Any = "x"
    for _ in range(40):
        wide = [wide] * 40
    started = time.perf_counter()
    assert refused(ratebook.RateList, {**FAMILY, "custom_fields": {"wide": wide}}).code == "definition.too_large"
    assert time.perf_counter() - started < 30


def test_a_batch_is_not_read_piece_by_piece_around_the_bound(family: ratebook.RateList) -> None:
    # No entry is too large by itself; all together are.
    crowd = {**STAY, "children": [5] * 5_000}
    assert refused(family.total_many, requests=[crowd] * 1_500).code == "request.too_large"


def test_text_of_200_megabytes_is_refused_at_once(family: ratebook.RateList) -> None:
    text = b" " * 200_000_000
    started = time.perf_counter()
    assert refused(family.price_json, text).code == "request.too_large"
    assert refused(ratebook.RateList, text).code == "definition.too_large"
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("text", ['" " * 200_000_000', 'b" " * 200_000_000', 'bytearray(200_000_000)'])
def test_text_too_long_is_not_copied(text: str) -> None:
    pytest.importorskip("resource")
    unit = 1 if sys.platform == "darwin" else 1024
    program = f"""if True:
        import ratebook, resource
        text = {text}
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            ratebook.RateList(text)
        except ratebook.RatebookError as error:
            print(error.code, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) * {unit} < 20_000_000)
    """
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed == "definition.too_large True\n"


def test_text_that_is_no_json_is_refused(family: ratebook.RateList) -> None:
    error = refused(family.price_json, b'{"adults": 2,}')
    assert error.code == "request.json" and error.details["line"] == 1
    assert refused(ratebook.RateList, "{").code == "definition.json"
    with pytest.raises(TypeError, match="JSON text or bytes"):
        family.price_json(5)  # type: ignore[arg-type]
    assert refused(family.price_json, "\ud800").code == "request.json"


def test_batches_answer_each(family: ratebook.RateList) -> None:
    answers = family.quote_many(requests=[STAY, {**STAY, "adults": 9}, OrderedDict(STAY)])
    assert answers[0].price == answers[2].price == family.price(**STAY) and answers[0].error is None
    assert answers[1].price is None and answers[1].error is not None
    assert answers[1].error.code.startswith("rates.")
    totals = family.total_many(requests=[STAY] * 3)
    assert [answer.total for answer in totals] == [Decimal("1236.86")] * 3


def test_an_exception_of_the_caller_comes_through(family: ratebook.RateList) -> None:
    class Broken(dict):  # type: ignore[type-arg]
        def items(self) -> Any:
            raise LookupError("mine")

    class Mapping:
        def keys(self) -> Any:
            raise LookupError("mine")

    assert family.total_many(requests=[Broken(STAY)])[0].total == Decimal("1236.86")
    answers = family.total_many(requests=[Mapping(), STAY])
    assert answers[0].error and answers[0].error.code == "request.type"
    assert answers[1].total == Decimal("1236.86")


def test_the_catalogue_of_codes() -> None:
    import ratebook.engine

    entries = ratebook.engine.codes(family="rates")
    assert {entry.code for entry in entries} <= set(ratebook.Code)
    assert f"{ratebook.Code.RATES_BLACKOUT}" == "rates.blackout"


def test_a_list_loads_from_its_compact_form() -> None:
    listed = ratebook.RateList(FAMILY)
    packed = base64.b64decode(listed.pack().content_base64)
    assert len(packed) < listed.pack().json_bytes
    same = ratebook.RateList(packed)
    assert same.total(**STAY) == listed.total(**STAY)
    assert json.loads(same.to_json()) == json.loads(pickle.loads(pickle.dumps(same)).to_json())
    flipped = bytearray(packed)
    flipped[len(packed) // 2] ^= 1
    for damaged in (bytes(flipped), packed[:-1], packed + b"\0"):
        error = refused(ratebook.RateList, damaged)
        assert isinstance(error, ratebook.DefinitionError)
        assert error.code == "definition.damaged"
