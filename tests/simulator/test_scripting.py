"""Scripts in files, and how they fail."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from ocpp_rpc.simulator import Failure, find_script, load_script
from tests.simulator.office import office


def write(folder: Path, text: str) -> str:
    path = folder / "mine.py"
    path.write_text(dedent(text), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("await charger.boot(expected='Pending')", "the charger: Pending was expected"),
        ("await charger.authorize('A' * 21)", "AuthorizeRequest: .*20 characters"),
        ("await charger.start('T', expected='Blocked')", "the transaction of T: Bl"),
        ("assert charger.version == '2.1'", "AssertionError$"),
        ("assert charger.version == '2.1', 'old'", "old$"),
        ("raise KeyError('key')", "KeyError: 'key'$"),
        (
            "assert charger is None, '\\x1b[31mred\\nline'",
            r"\\x1b\[31mred\\nline$",
        ),
        ("await charger.expect('Reset', timeout=0)", "Reset was expected, and did not"),
    ],
)
async def test_a_failure_names_its_line(
    line: str, problem: str, tmp_path: Path
) -> None:
    text = f"""\
        async def session(charger):
            await charger.heartbeat()
            {line}
            await charger.heartbeat()
        """
    path = write(tmp_path, text)
    async with office("1.6") as running:
        with pytest.raises(Failure, match=rf"mine\.py, line 3: .*: {problem}"):
            await running.hold(load_script(path))
        assert running.actions.count("Heartbeat") == 1


async def test_a_script_that_is_none(tmp_path: Path) -> None:
    for text, problem in {
        "async def session(charger):\n    (": r"mine\.py, line 2: SyntaxError",
        "\n1 / 0": r"mine\.py, line 2: 1 / 0: ZeroDivisionError: division by zero$",
        "x = 1": r"mine\.py: it needs an `async def session\(charger\)`$",
        "def session(charger): pass": r"mine\.py: it needs an `async def",
        "async def session(): pass": r"mine\.py: TypeError: ",
    }.items():
        path = write(tmp_path, text)
        async with office("1.6") as running:
            with pytest.raises(Failure, match=problem):
                await running.hold(load_script(path))


def test_a_script_is_found_by_its_name_or_its_path(tmp_path: Path) -> None:
    path = Path(write(tmp_path, "x = 1"))
    assert find_script(path) == find_script(str(path)) == path
    assert find_script("remote-start").name == "remote_start.py"
    with pytest.raises(Failure, match=r"^there is no script 'fly'; ready-made: certif"):
        load_script("fly")
