"""What the tests of programs have in common."""

from __future__ import annotations

import socket
from collections.abc import Generator

import pytest


@pytest.fixture
def port() -> Generator[str]:
    """A free port, kept so that nothing but a server that reuses addresses gets it."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield str(kept.getsockname()[1])
