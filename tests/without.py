"""Programs in an environment that lacks a module."""

from __future__ import annotations

import subprocess
import sys

__all__ = ["run_without"]

_PROGRAM = """
import runpy
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if f"{name}.".startswith(f"{module}."):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

_, module, program, *arguments = sys.argv
sys.meta_path.insert(0, Missing())
sys.argv[1:] = arguments
runpy.run_module(program, run_name="__main__", alter_sys=True)
"""


def run_without(
    module: str, program: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run `python -m PROGRAM ARGUMENTS` as if a module were not installed."""
    return subprocess.run(
        (sys.executable, "-c", _PROGRAM, module, program, *arguments),
        capture_output=True,
        text=True,
        check=False,
    )
