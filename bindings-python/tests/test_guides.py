"""The guides' programs in Python: they type-check, print what their `→` comments promise, and get the answers of the examples
in JSON that they are made from."""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_conformance import compare, wire

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = re.compile(r"```json\n((?:(?!\n```).)*)\n```\n\n<details>.*?```python\n(.*?)```.*?</details>", re.DOTALL)


def examples(guide: Path) -> list[tuple[dict[str, Any], str]]:
    return [(json.loads(wire_form), program) for wire_form, program in EXAMPLE.findall(guide.read_text(encoding="utf-8"))]


GUIDES = {guide.stem: examples(guide) for guide in sorted(DOCS.glob("*.md")) if "```python" in guide.read_text(encoding="utf-8")}


@pytest.mark.parametrize("guide", GUIDES)
def test_every_program_of_the_guide_runs(guide: str) -> None:
    shown = (DOCS / f"{guide}.md").read_text(encoding="utf-8").count("<details><summary>In Python and TypeScript")
    assert len(GUIDES[guide]) == shown
    names: dict[str, Any] = {}
    for example, program in GUIDES[guide]:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(program, f"{guide}.md", "exec"), names)
        promised = re.findall(r"# → (.*)", program)
        assert printed.getvalue().splitlines() == promised, program
        if "answer" in example.get("expect", {}):
            faults = compare(example["expect"]["answer"], wire(names["answer"]))
            assert not faults, f"{faults}\n{program}"


@pytest.mark.parametrize("guide", GUIDES)
def test_the_programs_of_the_guide_type_check(guide: str, tmp_path: Path) -> None:
    file = tmp_path / f"{guide.replace('-', '_')}.py"
    file.write_text("\n".join(program for _, program in GUIDES[guide]), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--allow-redefinition", str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
