"""Every vector through what UniFFI writes for Python: `PYTHONPATH=… python3 conformance.py`."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from ratebook import Engine, RatebookError

FOLDER = Path(__file__).parents[2] / "tests" / "conformance"
ENGINE = Engine()


def told(error: RatebookError) -> dict[str, Any]:
    """A caught error as the vectors state it, read from its typed fields."""
    report = error.report
    # The class is that of the family; a code of another would be caught by the wrong clause.
    assert type(error).__name__.lower() == report.code.split(".")[0], (type(error), report.code)
    one = lambda reason: {
        "code": reason.code,
        "message": reason.message,
        "path": reason.path,
        "details": json.loads(reason.details),
    }
    return {**one(report), "reasons": [one(reason) for reason in report.reasons]}


def ask(vector: dict[str, Any]) -> dict[str, Any]:
    handles = []
    try:
        for key, definition in vector.get("given", {}).items():
            if key == "machine" and isinstance(definition, str):
                # One that comes with the engine, by its name.
                [definition] = json.loads(ENGINE.ask("flow.machines", None, json.dumps({"name": definition}).encode()))
            handles.append(ENGINE.load(key, json.dumps(definition).encode()))
        request = json.dumps(vector["ask"].get("input", {})).encode()
        return {"answer": json.loads(ENGINE.ask(vector["ask"]["op"], handles[0] if handles else None, request))}
    except RatebookError as error:
        return {"error": told(error)}
    finally:
        for handle in handles:
            assert ENGINE.forget(handle)


def compare(expected: Any, got: Any, at: str = "") -> list[str]:
    """Every stated field must be equal, lists as a whole; what is not stated does not matter."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return [fault for name in expected for fault in compare(expected[name], got.get(name), f"{at}/{name}")]
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        return [fault for place, one in enumerate(expected) for fault in compare(one, got[place], f"{at}/{place}")]
    return [] if expected == got and type(expected) is type(got) else [f"{at}: expected {expected!r}, got {got!r}"]


def main() -> None:
    ran: Counter[tuple[str, bool]] = Counter()
    for file in sorted(FOLDER.glob("*/*.json")):
        for vector in json.loads(file.read_text(encoding="utf-8")):
            faults = compare(vector["expect"], ask(vector))
            ran[file.parent.name, not faults] += 1
            for fault in faults:
                print(f"{file.parent.name}/{file.name}: {vector['name']}: {fault}")
    areas = sorted({area for area, _ in ran})
    counts = {area: {"passed": ran[area, True], "failed": ran[area, False]} for area in areas}
    if report := os.environ.get("RATEBOOK_VECTORS_REPORT"):
        Path(report).write_text(json.dumps({"language": "UniFFI", "areas": counts}), encoding="utf-8")
    passed, failed = (sum(count[name] for count in counts.values()) for name in ("passed", "failed"))
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
