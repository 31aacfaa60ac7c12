"""What is promised of handles, answers and errors: hashes, copies, forks, families, memory, and texts that are none."""

from __future__ import annotations

import copy
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Callable

import pytest

import ratebook
from conftest import FAMILY, STAY
from ratebook._record import Record
from test_handed_back import HANDED_BACK, answered
from test_conformance import VECTORS, callable_of

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
HALF = "\ud83d"


def refused(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> ratebook.RatebookError:
    with pytest.raises(ratebook.RatebookError) as caught:
        call(*arguments, **keywords)
    return caught.value


def handles() -> dict[str, Any]:
    """A handle of every kind, made of the first vector that has one."""
    found: dict[str, Any] = {}
    for _, _, vector in VECTORS:
        for key, definition in vector.get("given", {}).items():
            name = "".join(word.capitalize() for word in key.split("_"))
            if name not in found and "answer" in vector["expect"]:
                found[name] = getattr(ratebook, name)(json.dumps(definition))
    return found


HANDLES = handles()


def test_there_is_a_handle_of_every_kind() -> None:
    from ratebook import _ratebook

    kinds = {name for name in dir(_ratebook) if isinstance(getattr(_ratebook, name), type)} - {"Quotes"}
    assert set(HANDLES) == kinds


@pytest.mark.parametrize("name", sorted(HANDLES))
def test_handles_are_copied_as_they_are_now(name: str) -> None:
    handle = HANDLES[name]
    for again in (copy.copy(handle), copy.deepcopy(handle), pickle.loads(pickle.dumps(handle))):
        assert type(again) is type(handle) and again is not handle
        assert json.loads(again.to_json()) == json.loads(handle.to_json())


def test_a_table_of_answers_is_not_copied() -> None:
    import pyarrow

    table = pyarrow.table({"check_in": ["2026-12-18"], "check_out": ["2026-12-19"], "adults": [2]})
    quotes = ratebook.RateList(FAMILY).quote_arrow(table)
    for copied in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="Quotes"):
            copied(quotes)  # type: ignore[operator]


def test_errors_are_copied_whole() -> None:
    error = refused(ratebook.RateList, {**FAMILY, "unit": "fortnight"})
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error) and again.to_dict() == error.to_dict() and str(again) == str(error)


@pytest.mark.parametrize("name", sorted({one["type"] for one in HANDED_BACK}))
def test_every_answer_is_hashed_by_its_value(name: str) -> None:
    for one in HANDED_BACK:
        if one["type"] == name:
            first, second = (answered({"$ref": f"#/$defs/{name}"}, one["value"]) for _ in range(2))
            if isinstance(first, Record):
                assert first == second and hash(first) == hash(second)
                assert len({first, second}) == 1


def test_a_hold_is_hashed() -> None:
    calendar = ratebook.Calendar({"resources": [{"id": "studio", "zone": "UTC"}]})
    span = {"span": {"start": NOW + timedelta(days=1), "end": NOW + timedelta(days=1, hours=1)}}
    hold = calendar.hold(now=NOW, key="k", takes=[{"resource": "studio", "when": span}], ttl_seconds=60)  # type: ignore[list-item]
    assert {hold: 1}[pickle.loads(pickle.dumps(hold))] == 1


def test_every_family_of_the_catalogue_has_its_class() -> None:
    families = {code.code.partition(".")[0] for code in ratebook.engine.codes()}
    assert {"engine", "expression", "rates"} <= families
    for family in families | {"books"}:
        own = getattr(ratebook, f"{family.capitalize()}Error")
        assert issubclass(own, ratebook.RatebookError) and own is not ratebook.RatebookError
        from ratebook._errors import FAMILIES

        assert FAMILIES[family] is own
    error = refused(ratebook.expression.evaluate, expression="1 / n", types={"n": "int"}, facts={"n": 0})
    assert isinstance(error, ratebook.ExpressionError), error


def test_submodules_are_there_without_an_import_of_their_own() -> None:
    program = "import ratebook; ratebook.definitions.PriceRequest; ratebook.machines.PaymentEvent; ratebook.flow.machine"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


# Texts that are none: a lone surrogate, wherever a text may stand.


def halved(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """The value with one of its texts or names halved, for each of them, with the place."""
    found: list[tuple[str, Any]] = []
    if isinstance(value, str):
        found.append((path, value + HALF))
    elif isinstance(value, dict):
        for name, inside in value.items():
            place = f"{path}/{name.replace('~', '~0').replace('/', '~1')}"
            found.extend((at, {**value, name: other}) for at, other in halved(inside, place))
            others = {other: held for other, held in value.items() if other != name}
            found.append((f"{place}\\ud83d", {**others, name + HALF: inside}))
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            for at, other in halved(inside, f"{path}/{number}"):
                found.append((at, [*value[:number], other, *value[number + 1 :]]))
    return found


def test_half_a_character_is_refused_with_its_place_wherever_it_stands() -> None:
    tried = 0
    seen: set[str] = set()
    for _, place, vector in VECTORS:
        operation, given = vector["ask"]["op"], vector["ask"].get("input", {})
        if operation in seen or "answer" not in vector["expect"] or not given:
            continue
        seen.add(operation)
        for at, request in halved(given):
            try:
                answer = callable_of(vector, lambda value: value, "")(**request)
            except ratebook.RatebookError as caught:
                error = caught
            else:
                # Many in one are answered each for itself.
                assert "half of a character" in repr(answer), (place, at, answer)
                continue
            assert at in [reason.path for reason in error.reasons], (place, at, error)
            assert any("half of a character" in reason.message for reason in error.reasons), (place, error)
            tried += 1
        for key, definition in vector.get("given", {}).items():
            kind = getattr(ratebook, "".join(word.capitalize() for word in key.split("_")))
            for at, other in halved(definition)[:40]:
                error = refused(kind, other)
                assert at in [reason.path for reason in error.reasons], (place, at, error)
                tried += 1
    assert tried > 500


def test_half_a_character_in_json() -> None:
    family = ratebook.RateList(FAMILY)
    for text in ('{"channel": "' + HALF + '"}', '{"channel": "\\ud83d"}'):
        for error in (refused(family.price_json, text), refused(ratebook.RateList, text)):
            assert error.code in ("request.json", "definition.json") and "half of a character" in error.message


# Numbers that are none.


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_told_by_its_name(number: float) -> None:
    family = ratebook.RateList(FAMILY)
    for field in ("adults", "quantity", "preview", "check_in", "channel", "supplements", "children", "as_of"):
        error = refused(family.price, **{**STAY, field: number})
        assert error.path == f"/{field}" and f"`{number!r}` is not a number" in error.message, error
    for field, value in (("children", [8, number]), ("supplements", {"weekend": number})):
        error = refused(family.price, **{**STAY, field: value})
        assert f"`{number!r}` is not a number" in error.message, error
    error = refused(ratebook.expression.evaluate, expression="n > 1", types={"n": "int"}, facts={"n": number})
    assert error.path == "/facts/n" and f"`{number!r}` is not a number" in error.message
    error = refused(ratebook.RateList, {**FAMILY, "custom_fields": {"a": [{"b": number}]}})
    assert error.path == "/custom_fields/a/0/b" and f"`{number!r}` is not a number" in error.message


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")])
def test_decimals_that_are_none_are_refused_wherever_anything_is_taken(number: Decimal) -> None:
    error = refused(ratebook.expression.evaluate, expression="n > 1", types={"n": "decimal"}, facts={"n": number})
    assert error.path == "/facts/n" and "is not an amount" in error.message


def test_many_wrong_numbers_are_told_in_time_that_grows_with_them() -> None:
    def seconds(count: int) -> float:
        begun = time.process_time()
        error = refused(ratebook.money.sum, amounts=[{"amount": 1.5, "currency": "EUR"}] * count)
        assert len(error.reasons) == count
        return time.process_time() - begun

    few, many = min(seconds(2_000) for _ in range(3)), min(seconds(16_000) for _ in range(3))
    assert many < 24 * few + 0.1, f"2,000: {few:.3f} s, 16,000: {many:.3f} s"


# Forks.


def endless(calendar: ratebook.Calendar, stop: threading.Event, begun: threading.Event) -> None:
    """Long commands, one after the other: nearly always one of them holds the calendar."""
    start = datetime(2027, 1, 1, tzinfo=timezone.utc)
    spans = [{"start": start + timedelta(hours=hour), "end": start + timedelta(hours=hour + 1)} for hour in range(3000)]
    commands = [
        {"book": {"now": NOW, "booking": {"id": f"B{number}", "takes": [{"resource": "room", "when": {"span": span}}]}}}
        for number, span in enumerate(spans)
    ]
    text = json.dumps({"commands": commands}, default=lambda value: value.isoformat())
    while not stop.is_set():
        begun.set()
        calendar.apply_json(text)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_child_of_a_fork_may_ask_what_another_thread_was_at_work_with() -> None:
    calendar = ratebook.Calendar({"resources": [{"id": "room", "zone": "UTC"}]})
    stop, begun = threading.Event(), threading.Event()
    worker = threading.Thread(target=endless, args=(calendar, stop, begun))
    worker.start()
    begun.wait()
    try:
        for round_ in range(20):
            time.sleep(0.003 * round_)
            child = os.fork()
            if child == 0:
                try:
                    span = {"span": {"start": "2026-12-01T00:00:00Z", "end": "2026-12-01T01:00:00Z"}}
                    free = calendar.check(now=NOW, resource="room", when=span).free  # type: ignore[arg-type]
                    calendar.apply(commands=[])
                    pickle.loads(pickle.dumps(calendar))
                finally:
                    os._exit(0 if free else 1)
            deadline = time.monotonic() + 60
            while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
                if time.monotonic() > deadline:
                    os.kill(child, signal.SIGKILL)
                    os.waitpid(child, 0)
                    pytest.fail("the child hangs at the lock")
                time.sleep(0.005)
            assert os.waitstatus_to_exitcode(ended[1]) == 0
    finally:
        stop.set()
        worker.join()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_fork_in_the_midst_of_a_question_is_not_waited_for() -> None:
    family = ratebook.RateList(FAMILY)

    class Forking(dict):  # type: ignore[type-arg]
        def items(self) -> Any:
            child = os.fork()
            if child == 0:
                os._exit(0)
            os.waitpid(child, 0)
            return STAY.items()

    from types import MappingProxyType

    assert family.total_many(requests=[MappingProxyType(Forking())])  # type: ignore[list-item]


# Memory.


def test_what_nobody_holds_is_freed_at_once() -> None:
    import resource

    text = json.dumps({"resources": [{"id": f"r{number}", "zone": "Europe/Berlin"} for number in range(50)]})
    for _ in range(200):
        ratebook.Calendar(text)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(2000):
        ratebook.Calendar(text)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 20_000, f"2,000 calendars left {grown} KB behind"
