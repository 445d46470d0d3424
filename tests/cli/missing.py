"""A package that is not installed, as far as commands in this process can tell."""

from __future__ import annotations

import inspect
import re
import sys

import pytest

__all__ = ["remove"]


def remove(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let imports of a package fail, also those that have succeeded before.

    Our modules that import it are forgotten as well, until the test is over. What is
    imported before any command runs is not noticed here: `tests.without` has a process.
    """
    imports = re.compile(rf"^ *(?:from|import) {package}\b", re.MULTILINE)
    monkeypatch.setitem(sys.modules, package, None)
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{package}."):
            monkeypatch.setitem(sys.modules, name, None)
        elif name.startswith("ocpp_rpc.") and imports.search(inspect.getsource(module)):
            monkeypatch.delitem(sys.modules, name)
