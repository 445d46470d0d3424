"""Programs of tests/typing/ and of the README, under mypy and pyright, both strict.

`assert_type` states what is inferred. A line that a checker must refuse is marked
`# refused`, and each checker must refuse exactly the marked lines.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from codegen.extensions import rendering

# The checkers read all that is imported.
pytestmark = pytest.mark.timeout(120)

ROOT = Path(__file__).parents[2]
MARK = "# refused"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)

Programs: TypeAlias = Mapping[str, str]
Refusals: TypeAlias = set[tuple[str, int]]
Checker: TypeAlias = Callable[[Sequence[Path]], Refusals]

PROGRAMS: Programs = {
    f"program_{path.name}": path.read_text(encoding="utf-8")
    for path in (ROOT / "tests" / "typing").glob("*.py")
}
README: Programs = {
    f"readme_{number}.py": program
    for number, program in enumerate(
        BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    )
}


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


def mypy(files: Sequence[Path]) -> Refusals:
    reports = output("mypy", "--output=json", *files).splitlines()
    refusals = [json.loads(report) for report in reports if report]
    return {
        (name, refusal["line"])
        for refusal in refusals
        if refusal["severity"] == "error"
        # By name: the folder is that of an earlier run where mypy's cache answers.
        and (name := Path(refusal["file"]).name) in {file.name for file in files}
    }


def pyright(files: Sequence[Path]) -> Refusals:
    report = json.loads(output("pyright", "--outputjson", *files))
    assert report["summary"]["filesAnalyzed"] == len(files)
    return {
        (Path(refusal["file"]).name, refusal["range"]["start"]["line"] + 1)
        for refusal in report["generalDiagnostics"]
        if refusal["severity"] == "error"
    }


def marked(programs: Programs) -> Refusals:
    return {
        (name, number)
        for name, program in programs.items()
        for number, line in enumerate(program.splitlines(), start=1)
        if line.endswith(MARK)
    }


@pytest.mark.parametrize("checker", [mypy, pyright])
@pytest.mark.parametrize(
    ("programs", "count", "refused"),
    [(PROGRAMS, 8, 57), (README, 3, 0)],
    ids=["programs", "README"],
)
def test_checkers_refuse_the_marked_lines_only(
    checker: Checker, programs: Programs, count: int, refused: int, tmp_path: Path
) -> None:
    assert len(programs) == count
    for name, program in programs.items():
        (tmp_path / name).write_text(program, encoding="utf-8")

    expected = marked(programs)

    assert len(expected) == refused
    assert checker([tmp_path / name for name in programs]) == expected


USE = """
from typing import assert_type

import acme16
import ocpp_rpc
from ocpp_messages import VersionPackage, v16

package: VersionPackage = acme16
versions: list[str | VersionPackage] = ["2.0.1", acme16]
routes = ocpp_rpc.Router()
ocpp_rpc.serve(routes, versions=["2.0.1", acme16])
ocpp_rpc.connect("ws://a", "CP001", versions=[acme16])

reset = acme16.ResetRequest(type=v16.ResetType.SOFT)
show = acme16.AcmeSetDisplayRequest(lines=[acme16.AcmeLine(text="a")])

async def calls(connection: ocpp_rpc.Connection) -> None:
    assert_type(await connection.call(reset), v16.ResetResponse)
    assert_type(await connection.call(show), acme16.AcmeSetDisplayResponse)

def stop(request: acme16.StopTransactionRequest) -> None:
    assert_type(request.reason, acme16.Reason | None)

v16.StopTransactionRequest(
    id_tag="a",
    meter_stop=1,
    timestamp=v16.HeartbeatResponse.model_construct().current_time,
    transaction_id=1,
    reason=acme16.Reason.DOOR_OPENED,  # refused
)
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
@pytest.mark.usefixtures("oca")
def test_extension(
    checker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package of an extension, and programs with it, are sound to both checkers."""
    example = ROOT / "examples" / "acme"
    rendering.generate(example, tmp_path)
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    (tmp_path / "conversation.py").write_bytes(
        (example / "conversation.py").read_bytes()
    )
    sources = [str(ROOT), str(ROOT / "generated")]
    settings = {"typeCheckingMode": "strict", "extraPaths": sources}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    monkeypatch.setenv("MYPYPATH", os.pathsep.join(sources))
    options = ["--strict", "--no-incremental"] if checker == "mypy" else ["--warnings"]

    done = subprocess.run(
        [sys.executable, "-m", checker, *options, "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    (number,) = (n for n, line in enumerate(USE.splitlines(), 1) if MARK in line)
    place = f"use.py:{number}:"
    errors = [line for line in done.stdout.splitlines() if " error" in line]
    assert [place in line for line in errors if ".py" in line] == [True]
