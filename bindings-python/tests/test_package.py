"""What is published: the wheel, installed alone into an empty environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import ratebook

HERE = Path(__file__).parents[1]
WHEELS = sorted((HERE / "dist").glob("ratebook-*.whl"), key=lambda wheel: wheel.stat().st_mtime)
needs_wheel = pytest.mark.skipif(not WHEELS, reason="no wheel in dist/: run `cargo xtask test --only python`")

VECTORS = """
import importlib, json, pathlib, sys
import ratebook

ran = 0
for file in sorted(pathlib.Path(sys.argv[1]).glob("*/*.json")):
    for vector in json.loads(file.read_text(encoding="utf-8")):
        area, name = vector["ask"]["op"].split(".")
        expect, ask = vector["expect"], None
        try:
            for key, definition in vector.get("given", {}).items():
                handle = getattr(ratebook, "".join(word.capitalize() for word in key.split("_")))
                if isinstance(definition, str):
                    definition = json.loads(ratebook.flow.machines_json(json.dumps({"name": definition})))[0]
                if hasattr(handle, name):
                    ask = getattr(handle(json.dumps(definition)), name + "_json")
            ask = ask or getattr(importlib.import_module("ratebook." + area), name + "_json")
            answer = json.loads(ask(json.dumps(vector["ask"].get("input", {}))))
            assert "answer" in expect, (file.name, vector["name"], answer)
        except ratebook.RatebookError as error:
            assert expect.get("error", {}).get("code", error.code) == error.code, (file.name, vector["name"], error)
            assert "error" in expect, (file.name, vector["name"], error)
        ran += 1
print(ran)
"""


@needs_wheel
def test_the_wheel_is_small_and_for_this_interpreter() -> None:
    wheel = WHEELS[-1]
    assert wheel.stat().st_size <= 8_000_000, f"{wheel.stat().st_size} bytes"
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert f"-{tag}-{tag}{sys.abiflags}-" in wheel.name


@needs_wheel
@pytest.mark.skipif("manylinux" not in WHEELS[-1].name if WHEELS else True, reason="only wheels for Linux with glibc")
def test_the_wheel_runs_where_glibc_is_old() -> None:
    wheel = WHEELS[-1]
    assert "manylinux_2_17_" in wheel.name
    with zipfile.ZipFile(wheel) as files:
        (library,) = [files.read(name) for name in files.namelist() if name.endswith(".so")]
    # Every version of a symbol that it takes from the C library, as the names stand in it.
    needed = {tuple(map(int, found.split(b"."))) for found in re.findall(rb"GLIBC_([0-9]+(?:\.[0-9]+)+)", library)}
    assert needed and max(needed) <= (2, 17), sorted(needed)


@needs_wheel
def test_the_wheel_runs_the_vectors_in_an_empty_environment(tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin") / "python"
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-index", WHEELS[-1]], check=True, env=clean)
    folder = HERE.parent / "tests" / "conformance"
    existing = len(list(folder.glob("*/*.json")))
    ran = subprocess.run([python, "-c", VECTORS, folder], capture_output=True, text=True, env=clean, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) >= existing
    types = subprocess.run(
        [python, "-c", "import ratebook; print(ratebook.Price.__doc__)"], capture_output=True, text=True, env=clean
    )
    assert types.stdout.strip()


def test_import_is_quick() -> None:
    # The time of this process alone: other programs may be running.
    program = "import time; s = time.process_time(); import ratebook; print((time.process_time() - s) * 1000)"
    times = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)
        for _ in range(10)
    ]
    assert min(times) <= 15, f"{min(times):.1f} ms"


def test_the_version_is_that_of_the_workspace() -> None:
    manifest = (HERE.parent / "Cargo.toml").read_text(encoding="utf-8")
    assert f'version = "{ratebook.__version__}"' in manifest
