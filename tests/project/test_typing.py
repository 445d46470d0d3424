"""Programs of tests/typing/ and of the README, under mypy and pyright, both strict.

`assert_type` states what is inferred. A line that a checker must refuse is marked
`# refused`, and each checker must refuse exactly the marked lines.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted((ROOT / "tests" / "typing").glob("*.py"))
MARK = "# refused"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)

Refusals: TypeAlias = set[tuple[str, int]]
Checker: TypeAlias = Callable[[Iterable[Path]], Refusals]


def output(*command: str | Path) -> str:
    """What a checker reports; an exit code above 1 means that it did not check."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout


def mypy(programs: Iterable[Path]) -> Refusals:
    reports = output("mypy", "--output=json", *programs).splitlines()
    refusals = [json.loads(report) for report in reports]
    return {
        (Path(refusal["file"]).name, refusal["line"])
        for refusal in refusals
        if refusal["severity"] == "error"
    }


def pyright(programs: Iterable[Path]) -> Refusals:
    report = json.loads(output("pyright", "--outputjson", *programs))
    assert report["summary"]["filesAnalyzed"] > 0
    return {
        (Path(refusal["file"]).name, refusal["range"]["start"]["line"] + 1)
        for refusal in report["generalDiagnostics"]
        if refusal["severity"] == "error"
    }


def marked(programs: Iterable[Path]) -> Refusals:
    return {
        (program.name, number)
        for program in programs
        for number, line in enumerate(program.read_text("utf-8").splitlines(), start=1)
        if line.endswith(MARK)
    }


checkers = pytest.mark.parametrize("checker", [mypy, pyright])


@checkers
def test_programs(checker: Checker) -> None:
    expected = marked(PROGRAMS)

    assert expected
    assert checker(PROGRAMS) == expected


@checkers
def test_readme(checker: Checker, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    programs = [tmp_path / f"block{n}.py" for n, _ in enumerate(BLOCK.findall(readme))]
    for program, text in zip(programs, BLOCK.findall(readme), strict=True):
        program.write_text(text, encoding="utf-8")

    assert programs
    assert checker(programs) == set()
