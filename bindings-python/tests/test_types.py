"""The types say what the module does: mypy and pyright read a program, stubtest compares stubs and module."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import ratebook

HERE = Path(__file__).parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=HERE, check=False)


def mistakes() -> set[int]:
    lines = (HERE / "sample_wrong.py").read_text().splitlines()
    return {number for number, line in enumerate(lines, start=1) if line.endswith("# expect")}


def test_the_sample_runs() -> None:
    ran = run("sample")
    assert ran.returncode == 0, ran.stderr
    assert "rates.not_valid" in ran.stdout


def test_mypy_accepts_what_is_right() -> None:
    read = run("mypy", "--strict", "sample.py")
    assert read.returncode == 0, read.stdout


def test_mypy_finds_what_is_wrong() -> None:
    read = run("mypy", "--strict", "sample_wrong.py")
    found = {int(line) for line in re.findall(r"sample_wrong\.py:(\d+): error", read.stdout)}
    assert found == mistakes(), read.stdout


def test_pyright_accepts_what_is_right_and_finds_what_is_wrong() -> None:
    read = run("pyright", "--pythonpath", sys.executable, "--outputjson", "sample.py", "sample_wrong.py")
    found = json.loads(read.stdout)["generalDiagnostics"]
    errors = [one for one in found if one["severity"] == "error"]
    assert [one for one in errors if not one["file"].endswith("sample_wrong.py")] == []
    assert {one["range"]["start"]["line"] + 1 for one in errors} == mistakes()


def test_the_package_itself_is_typed() -> None:
    read = run("mypy", "--strict", "-p", "ratebook")
    assert read.returncode == 0, read.stdout


def test_stubs_and_module_agree() -> None:
    package = Path(ratebook.__file__).parent
    stubs = [f"ratebook.{stub.stem}" for stub in package.glob("*.pyi")]
    assert "ratebook._ratebook" in stubs
    compared = run("mypy.stubtest", *stubs, "--concise")
    assert compared.returncode == 0, compared.stdout
