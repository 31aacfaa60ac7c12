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


def mistakes(file: str = "sample_wrong.py") -> set[int]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
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


def test_misspelt_definitions_are_found_each_in_its_line() -> None:
    expected = mistakes("misspelt.py")
    assert len(expected) > 20
    read = run("mypy", "--strict", "misspelt.py")
    assert {int(line) for line in re.findall(r"misspelt\.py:(\d+): error", read.stdout)} == expected, read.stdout
    read = run("pyright", "--pythonpath", sys.executable, "--outputjson", "misspelt.py")
    errors = [one for one in json.loads(read.stdout)["generalDiagnostics"] if one["severity"] == "error"]
    assert {one["range"]["start"]["line"] + 1 for one in errors} == expected, read.stdout


def programs() -> list[str]:
    """Every Python program of the READMEs."""
    readmes = [HERE.parent / "README.md", HERE.parents[1] / "README.md"]
    texts = [readme.read_text(encoding="utf-8") for readme in readmes]
    return [program for text in texts for program in re.findall(r"```python\n(.*?)```", text, re.DOTALL)]


def test_programs_of_the_readmes_are_typed(tmp_path: Path) -> None:
    files = []
    right = [program for program in programs() if "did you mean" not in program]
    for number, program in enumerate(right):
        files.append(tmp_path / f"program_{number}.py")
        files[-1].write_text(program, encoding="utf-8")
    assert len(files) >= 8
    read = run("mypy", "--strict", "--scripts-are-modules", *map(str, files))
    assert read.returncode == 0, read.stdout
    # What other packages leave untyped is theirs.
    theirs = {f"reportUnknown{kind}Type": False for kind in ("Argument", "Member", "Variable")}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict", **theirs}))
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(tmp_path)]
    strict = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert strict.returncode == 0, strict.stdout


def test_programs_that_show_faults_are_found_before_they_run(tmp_path: Path) -> None:
    wrong = [program for program in programs() if "did you mean" in program]
    assert wrong
    for program in wrong:
        (tmp_path / "program.py").write_text(program, encoding="utf-8")
        assert "[arg-type]" in run("mypy", "--strict", str(tmp_path / "program.py")).stdout


def test_what_is_answered_may_be_sent_again() -> None:
    """By the stubs, too: each record that is answered and taken stands where its definition is taken."""
    from ratebook import definitions

    both = [name for name in vars(definitions) if name.endswith("Like") and hasattr(ratebook, name[:-4])]
    assert len(both) > 50
    lines = ["import ratebook", "from ratebook import definitions"]
    lines += [f"def f{place}(one: ratebook.{name[:-4]}) -> definitions.{name}: return one" for place, name in enumerate(both)]
    read = run("mypy", "--strict", "-c", "\n".join(lines))
    assert read.returncode == 0, read.stdout


def test_the_package_itself_is_typed() -> None:
    read = run("mypy", "--strict", "-p", "ratebook")
    assert read.returncode == 0, read.stdout


def test_stubs_and_module_agree() -> None:
    package = Path(ratebook.__file__).parent
    stubs = [f"ratebook.{stub.stem}" for stub in package.glob("*.pyi")]
    assert "ratebook._ratebook" in stubs
    compared = run("mypy.stubtest", *stubs, "--concise")
    assert compared.returncode == 0, compared.stdout
