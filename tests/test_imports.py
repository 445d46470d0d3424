"""What each module may import, and what it exports."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import ocpp_rpc

FOLDER = Path(inspect.getfile(ocpp_rpc)).parent
MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(ocpp_rpc.__path__, "ocpp_rpc.")
    if not found.name.startswith(("ocpp_rpc.cli", "ocpp_rpc.__"))
)


@pytest.mark.parametrize("name", MODULES)
def test_exports(name: str) -> None:
    module = importlib.import_module(name)
    defined = {
        key
        for key, value in vars(module).items()
        if not key.startswith("_")
        and getattr(value, "__module__", None) == name
        and (inspect.isclass(value) or inspect.isfunction(value))
    }
    exported = set(module.__all__)
    assert list(module.__all__) == sorted(module.__all__, key=_export_order)
    assert defined <= exported
    assert all(hasattr(module, name) for name in exported)


def _export_order(name: str) -> tuple[bool, bool, str]:
    """Constants come first, then classes, then functions."""
    return not name.isupper(), not name[0].isupper(), name


def test_the_package_exports_what_it_names() -> None:
    public = {
        name
        for name, value in vars(ocpp_rpc).items()
        if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert public == set(ocpp_rpc.__all__)


@pytest.mark.parametrize(
    ("program", "absent"),
    [
        ("import ocpp_rpc", ["websockets", "typer", "rich", "opentelemetry"]),
        ("import ocpp_rpc", ["ocpp_rpc.testing", "ocpp_rpc.transports.memory"]),
        (
            "import ocpp_rpc",
            ["cryptography", "joserfc", "argon2", "nats", "ocpp_rpc.fleet"],
        ),
        (
            "import ocpp_rpc",
            [f"ocpp_rpc.security.{each}" for each in ("events", "server", "tls")],
        ),
        (
            "import ocpp_rpc.simulator",
            ["websockets", "typer", "rich", "prompt_toolkit", "ocpp_rpc.cli"],
        ),
        ("import ocpp_rpc", [f"ocpp_messages.v{v}" for v in (15, 16, 20, 201, 21)]),
    ],
)
def test_nothing_is_imported_before_it_is_needed(
    program: str, absent: list[str]
) -> None:
    code = f"{program}, sys; print([m for m in {absent!r} if m in sys.modules])"
    assert run(code) == ["[]"]


def test_the_versions_named_are_loaded_before_anybody_waits() -> None:
    """Loading one takes tenths of a second, which hold the event loop."""
    code = """
import asyncio, sys
import ocpp_rpc

def loaded():
    names = ("v15", "v16", "v20", "v201", "v21")
    return [name for name in names if f"ocpp_messages.{name}" in sys.modules]

async def main():
    print(loaded())
    ocpp_rpc.connect("ws://host", "CP001", versions=["1.6"])
    print(loaded())
    async with ocpp_rpc.serve(None, "127.0.0.1", 0, versions=["2.0.1", "1.6"]):
        print(loaded())
    ocpp_rpc.Server(None, versions=["2.1"])
    print(loaded())

asyncio.run(main())
"""
    assert run(code) == [
        "[]",
        "['v16']",
        "['v16', 'v201']",
        "['v16', 'v201', 'v21']",
    ]


def test_without_websockets_there_is_a_hint() -> None:
    code = """
import asyncio, sys
sys.modules["websockets"] = None
import ocpp_rpc

async def main():
    for opening in (
        lambda: ocpp_rpc.connect("ws://host", "CP001", versions=["1.6"]),
        lambda: ocpp_rpc.serve(None, versions=["1.6"]),
    ):
        try:
            async with opening():
                pass
        except ocpp_rpc.MissingDependency as error:
            print(error)

asyncio.run(main())
"""
    hint = "this needs an extra: pip install 'ocpp-rpc[websockets]'"
    assert run(code) == [hint, hint]


def run(program: str) -> list[str]:
    """Run a program in an interpreter of its own, and return the lines it prints."""
    path = [str(FOLDER.parent), str(FOLDER.parent / "generated")]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path}\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()
