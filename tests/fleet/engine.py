"""An engine for tests: nats-server, at a free port of this machine."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

__all__ = ["HOST", "Engine", "free_port", "missing"]

HOST: Final = "127.0.0.1"

_PLACES: Final = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
_PROGRAM: Final = shutil.which("nats-server", path=_PLACES)


def missing() -> str:
    """What is missing to start an engine; empty if nothing is."""
    return "" if _PROGRAM else "nats-server is not installed"


def free_port() -> int:
    """Return a port that is free, and stays so: clients are not given it.

    The system takes the ports of clients from 32768 on, and a test that starts
    something again needs the port that it had.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind((HOST, port))
            return port


class Engine:
    """A server of NATS, as a process.

    Args:
        folder: Where it may write.
        arguments: More of its command line.
        streams: Whether it has JetStream.
    """

    def __init__(self, folder: Path, *arguments: str, streams: bool = True) -> None:
        self.port = free_port()
        self.url = f"nats://{HOST}:{self.port}"
        self._streams: tuple[str, ...] = ("-js", "-sd", str(folder / f"js-{self.port}"))
        if not streams:
            self._streams = ()
        self._folder = folder
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        assert _PROGRAM is not None
        log = self._folder / f"nats-{self.port}.log"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [
                    *(_PROGRAM, "-a", HOST, "-p", str(self.port)),
                    *self._streams,
                    *self._arguments,
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        end = time.monotonic() + 10
        while not self._listens():
            assert time.monotonic() < end, log.read_text()
            assert self._process.poll() is None, log.read_text()
            time.sleep(0.01)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self.port)) == 0

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def pause(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)
