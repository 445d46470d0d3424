"""Run Python programs in processes that have imported most of the library already.

A new interpreter spends most of a second on importing it and on building validators,
and the tests start hundreds of programs. Here one process does both once, and forks for
every program. What a program does after that is its own: it has its arguments, streams,
folder and signals.
"""

from __future__ import annotations

import atexit
import functools
import gc
import io
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Final, TextIO

import ocpp_messages
from ocpp_rpc.cli import app

__all__ = ["ENVIRONMENT", "LIBRARY", "Program", "forks"]

ROOT: Final = Path(__file__).parents[1]

LIBRARY: Final = (
    *(f"ocpp_rpc.cli.{command.module}" for command in app.COMMANDS),
    "nats",
    "ocpp_rpc.console",
    "ocpp_rpc.fleet",
    "ocpp_rpc.transports.websockets",
    "websockets",
)
"""What most programs import, beside the messages of all versions."""

# What programs write is to be the same, whatever terminal the tests run in.
_TERMINAL: Final = {"COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
ENVIRONMENT: Final = {
    name: value for name, value in os.environ.items() if name not in _TERMINAL
} | {"PYTHONIOENCODING": "utf-8"}


class Program:
    """A program that was started: what tests need of a `subprocess.Popen[str]`.

    What it writes to its standard error goes to a file, so that it never waits for a
    test to read that.
    """

    def __init__(self, stdout: TextIO, stderr: TextIO, status: TextIO) -> None:
        self.stdout, self.stderr = stdout, stderr
        self.returncode: int | None = None
        self._status = status
        self._pid = int(status.readline())
        self._written: tuple[str, str] | None = None

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it has ended."""
        if not self._ended(0):
            os.kill(self._pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def wait(self) -> int:
        """Wait for its end, and return its exit code."""
        self._ended(None)
        assert self.returncode is not None
        return self.returncode

    def communicate(self) -> tuple[str, str]:
        """Return what it has written that was not read yet, at its end."""
        if self._written is None:
            out = "" if self.stdout.closed else self.stdout.read()
            self.wait()
            self._written = out, "" if self.stderr.closed else self.stderr.read()
            self.stdout.close()
            self.stderr.close()
        return self._written

    def _ended(self, timeout: float | None) -> bool:
        if self.returncode is None:
            readable, _, _ = select.select([self._status], [], [], timeout)
            if readable:
                self.returncode = int(self._status.readline())
                self._status.close()
        return self.returncode is not None


class Forks:
    """A process that forks for each program."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control

    def start(self, *arguments: str, place: Path = ROOT) -> Program:
        """Start what `python` starts with these arguments: `-c ...` or `-m ...`."""
        out_read, out_write = os.pipe()
        status_read, status_write = os.pipe()
        with tempfile.NamedTemporaryFile() as errors:
            stderr = Path(errors.name).open(encoding="utf-8")  # noqa: SIM115
            request = json.dumps([arguments, str(place)]).encode() + b"\n"
            written = [out_write, errors.fileno(), status_write]
            sent = socket.send_fds(self._control, [request], written)
            self._control.sendall(request[sent:])
        os.close(out_write)
        os.close(status_write)
        return Program(os.fdopen(out_read), stderr, os.fdopen(status_read))

    def run(self, *arguments: str, place: Path = ROOT) -> str:
        """Run a program to its end, without errors, and return what it prints."""
        program = self.start(*arguments, place=place)
        printed, errors = program.communicate()
        assert (program.returncode, errors) == (0, "")
        return printed


@functools.cache
def forks(*modules: str) -> Forks:
    """Start the process, which imports these modules; it lasts as long as the tests."""
    lasting = ExitStack()
    atexit.register(lasting.close)
    return lasting.enter_context(_forking(modules))


@contextmanager
def _forking(modules: Sequence[str]) -> Generator[Forks]:
    ours, theirs = socket.socketpair()
    descriptor = theirs.fileno()
    command = (sys.executable, "-u", "-W", "error", "-m", "tests.forking")
    with (
        ours,
        subprocess.Popen(
            (*command, str(descriptor), *modules),
            cwd=ROOT,
            env=ENVIRONMENT,
            pass_fds=[descriptor],
            stdin=subprocess.DEVNULL,
        ),
    ):
        theirs.close()
        yield Forks(ours)
        ours.close()


# --- The process that forks -----------------------------------------------------------


def _serve(control: socket.socket, modules: Sequence[str]) -> None:
    for name in modules:
        __import__(name)
    for version in ocpp_messages.VERSIONS:
        ocpp_messages.load(version, prepare=True)
    gc.collect()
    gc.freeze()  # a collection in a program would copy all that it shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for the programs
    while (asked := _receive(control)) is not None:
        arguments, place, (stdout, stderr, status) = asked
        if os.fork() == 0:
            control.close()
            if (program := os.fork()) == 0:
                os.close(status)
                _become(arguments, place, stdout, stderr)
                return
            os.close(stdout)
            os.close(stderr)
            os.write(status, b"%d\n" % program)
            _, ended = os.waitpid(program, 0)
            os.write(status, b"%d\n" % os.waitstatus_to_exitcode(ended))
            os._exit(0)
        for descriptor in (stdout, stderr, status):
            os.close(descriptor)
        _reap()


def _receive(control: socket.socket) -> tuple[list[str], str, list[int]] | None:
    data, descriptors, _, _ = socket.recv_fds(control, 65_536, 3)
    while data and not data.endswith(b"\n"):
        more = control.recv(65_536)
        data = more and data + more
    return (*json.loads(data), descriptors) if data else None


def _reap() -> None:
    """Let those rest that waited for programs which have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
    except ChildProcessError:
        pass


def _become(arguments: Sequence[str], place: str, stdout: int, stderr: int) -> None:
    """Do in this process what `python` does with these arguments."""
    sys.stdout, sys.stderr = _stream(stdout, 1), _stream(stderr, 2)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(place)
    sys.path[0] = ""
    option, program, *rest = arguments
    if option == "-m":
        sys.argv = [program, *rest]
        runpy.run_module(program, run_name="__main__", alter_sys=True)
    else:
        sys.argv = ["-c", *rest]
        main = sys.modules["__main__"] = ModuleType("__main__")
        exec(compile(program, "<string>", "exec"), main.__dict__)


def _stream(descriptor: int, number: int) -> TextIO:
    """Make it the stream of this number, unbuffered as with `python -u`."""
    os.dup2(descriptor, number)
    os.close(descriptor)
    return io.TextIOWrapper(
        io.FileIO(number, "wb", closefd=False),  # which lasts as long as the process
        encoding="utf-8",
        write_through=True,
    )


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as control:
        _serve(control, sys.argv[2:])
