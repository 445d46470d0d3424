"""Questions to the person at the terminal."""

from __future__ import annotations

import asyncio
from asyncio import Future
from io import FileIO
from threading import Thread
from typing import BinaryIO

from ocpp_rpc.simulator import Failure

from .screen import Screen

__all__ = ["Terminal"]


class Terminal:
    """Where a person types lines.

    Args:
        screen: Where the questions are shown.
        descriptor: Where the answers come from.
    """

    def __init__(self, screen: Screen, descriptor: int = 0) -> None:
        self._screen = screen
        self._descriptor = descriptor
        self._turn = asyncio.Lock()

    async def ask(self, text: str) -> str:
        """Ask a question; return the typed line.

        Raises:
            Failure: There is no terminal, or no answer.
        """
        async with self._turn:
            self._screen.say(text)
            answer: Future[bytes] = asyncio.get_running_loop().create_future()
            # A thread that the end of the program does not wait for. What reads for it
            # has no buffer, hence no lock that the end would find taken.
            source = FileIO(self._descriptor, closefd=False)
            Thread(
                target=_read, args=(source, answer), name="terminal", daemon=True
            ).start()
            line = await answer
        if not line:
            raise Failure(f"nobody answers {text!r}")
        return line.decode(errors="replace").rstrip("\r\n")


def _read(source: BinaryIO | FileIO, answer: Future[bytes]) -> None:
    line = source.readline()
    loop = answer.get_loop()
    loop.call_soon_threadsafe(_settle, answer, line)


def _settle(answer: Future[bytes], line: bytes) -> None:
    if not answer.done():
        answer.set_result(line)
