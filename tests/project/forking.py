"""Run programs in processes that have imported the library already.

The pages have hundreds of programs, and importing the library and the messages takes
most of the time of each. A process imports them once, and forks for every program.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Final

__all__ = ["Forks", "forks"]

PRELOADED: Final = (
    "asyncio",
    "fastapi",
    "ocpp_messages.v16",
    "ocpp_messages.v1x",
    "ocpp_messages.v201",
    "ocpp_messages.v21",
    "ocpp_messages.v2x",
    "ocpp_rpc",
    "ocpp_rpc.simulator",
    "uvicorn",
    "websockets",
)


class Forks:
    """A process that forks for each program."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, program: str, place: Path) -> str:
        """Run a program to its end, without errors, and return what it prints."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            printed, errors = Path(folder, "printed"), Path(folder, "errors")
            request = [program, str(place), str(printed), str(errors)]
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            code = int(stdout.readline())
            assert (code, errors.read_text("utf-8")) == (0, "")
            return printed.read_text("utf-8")


@contextmanager
def forks(root: Path) -> Generator[Forks]:
    """Start the process, in the folder of the project; it ends with the context."""
    command = [sys.executable, "-u", "-W", "error", str(Path(__file__).resolve())]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Forks(process)
        finally:
            with suppress(BrokenPipeError):
                process.communicate()


def _serve() -> None:
    for name in PRELOADED:
        __import__(name)
    gc.freeze()  # a collection in a child would copy all that it shares
    for line in sys.stdin:
        program, place, printed, errors = json.loads(line)
        if not (child := os.fork()):
            _become(program, Path(place), Path(printed), Path(errors))
            return
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")


def _become(program: str, place: Path, printed: Path, errors: Path) -> None:
    """Do in this process what `python -c` does with a program."""
    for path, descriptor in ((os.devnull, 0), (printed, 1), (errors, 2)):
        flags = os.O_RDONLY if descriptor == 0 else os.O_WRONLY | os.O_CREAT
        os.dup2(os.open(path, flags), descriptor)
    os.chdir(place)
    sys.path[0] = ""
    sys.argv = ["-c"]
    main = sys.modules["__main__"] = ModuleType("__main__")
    exec(compile(program, "<string>", "exec"), main.__dict__)


if __name__ == "__main__":
    _serve()
