"""Builds the three ways, measures them and prints the table of docs/decisions/0001-one-declaration-many-languages.md.

    .venv/bin/python benches/python-bridge/run.py            # how fast, how many lines of Rust
    .venv/bin/python benches/python-bridge/run.py --sizes    # also what each way weighs, built alone

Needs the package `ratebook` in the same environment (`cargo xtask test python` puts it there): ways A and B make its
records.
"""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import subprocess
import sys
import timeit
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import ratebook

ROOT = Path(__file__).parents[2]
WAYS = {"A": "json", "B": "serde", "C": "classes"}
STAY = dict(
    check_in=date(2026, 12, 18),
    check_out=date(2026, 12, 25),
    adults=2,
    children=[8, 1],
    booked_on=date(2026, 9, 1),
)
LONG_STAY = {**STAY, "check_out": date(2026, 12, 28)}


def build(features: str) -> Path:
    command = ["cargo", "build", "--quiet", "--profile", "packaged", "-p", "bench-python-bridge", "--features", features]
    subprocess.run(command, check=True, cwd=ROOT)
    names = [ROOT / "target" / "packaged" / name for name in ("libpython_bridge.so", "libpython_bridge.dylib")]
    built = next(path for path in names if path.exists())
    kept = ROOT / "target" / "python-bridge" / (features.replace(",", "-") or "none") / "python_bridge.so"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(built.read_bytes())
    subprocess.run(["strip", "-x", kept], check=True)
    return kept


def module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("python_bridge", path)
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def best(call: Callable[[], object]) -> float:
    """Microseconds of one call: the best of many short rounds, for other programs may be running."""
    number = max(1, int(0.002 / max(min(timeit.repeat(call, number=5, repeat=5)) / 5, 1e-7)))
    return min(timeit.repeat(call, number=number, repeat=150)) / number * 1e6


def way_a(bridge: Any, definition: bytes) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """JSON text both ways, and what Python must do on both sides of it."""
    rates = bridge.JsonList(definition)
    decimal_of = {"quantity", "unit_amount", "amount", "subtotal", "discounts", "fees", "net", "total", "percent", "base"}

    def made(kind: Any, fields: dict[str, Any]) -> Any:
        for name, value in fields.items():
            if value is None:
                continue
            if name in decimal_of:
                fields[name] = Decimal(value)
            elif name == "day":
                fields[name] = date.fromisoformat(value)
            elif name == "kind":
                fields[name] = ratebook.LineKind(value)
        return kind(**fields)

    def price(**request: Any) -> Any:
        fields = json.loads(rates.price(json.dumps(request, default=str).encode()))
        fields["lines"] = tuple(made(ratebook.Line, line) for line in fields["lines"])
        fields["taxes"] = tuple(made(ratebook.TaxTotal, tax) for tax in fields["taxes"])
        return made(ratebook.Price, fields)

    def total(**request: Any) -> Any:
        return made(ratebook.Money, json.loads(rates.total(json.dumps(request, default=str).encode())))

    return price, total


def lines_of(*paths: str) -> int:
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in paths]
    return sum(1 for text in texts for line in text.splitlines() if line.strip() and not line.strip().startswith("//"))


def touched(price: Any) -> object:
    """Reads every amount of every line, as an invoice would."""
    return [(line.kind, line.label, line.day, line.quantity, line.unit_amount, line.amount) for line in price.lines]


def main() -> None:
    sys.path.insert(0, str(ROOT / "bindings-python" / "tests"))
    from conftest import FAMILY

    definition = ratebook.RateList(FAMILY).to_json()
    bridge = module(build(",".join(WAYS.values())))
    bridge_files = [f"bindings-python/src/{name}.rs" for name in ("take", "give", "plain", "keys", "keywords", "native", "shapes", "slots", "learned", "digits", "number")]
    source = {
        "A": lines_of("benches/python-bridge/src/json.rs"),
        "B": lines_of("benches/python-bridge/src/native_values.rs", *bridge_files),
        "C": lines_of("benches/python-bridge/src/classes.rs"),
    }
    print(f"{platform.machine()}, {os.cpu_count()} cores, CPython {platform.python_version()}; microseconds per call\n")
    print("| way | total | price, not read | price, all read | Rust lines |")
    print("| --- | ---: | ---: | ---: | ---: |")
    expected = None
    for way in WAYS:
        if way == "A":
            price, total = way_a(bridge, definition)
        else:
            rates = (bridge.NativeList if way == "B" else bridge.ClassList)(definition)
            price, total = rates.price, rates.total
        answer = price(**LONG_STAY)
        figures = [str(amount) for line in answer.lines for amount in (line.quantity, line.unit_amount, line.amount)]
        assert expected in (None, figures), "the ways disagree"
        expected = figures
        times = [
            best(lambda: total(**STAY).amount),
            best(lambda: price(**LONG_STAY)),
            best(lambda: touched(price(**LONG_STAY))),
        ]
        cells = " | ".join(f"{time:.2f}" for time in times)
        print(f"| {way} | {cells} | {source[way]} |")
    print(f"\n{len(answer.lines)} lines of a price")
    if "--sizes" in sys.argv:
        none = build("").stat().st_size
        for way, feature in WAYS.items():
            print(f"{way}: {(build(feature).stat().st_size - none) // 1024} KB beyond {none // 1024} KB, stripped")


if __name__ == "__main__":
    main()
