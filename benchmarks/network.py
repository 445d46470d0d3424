"""A network that can be cut: two network namespaces, and a bridge between them."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

__all__ = ["OFFICE", "OFFICE_ADDRESS", "STATIONS", "cut", "mend", "missing", "network"]

OFFICE, STATIONS, BETWEEN = "ocpp-office", "ocpp-stations", "ocpp-between"
OFFICE_ADDRESS = "10.213.7.1"

BUILD = (
    *(f"netns add {name}" for name in (OFFICE, STATIONS, BETWEEN)),
    f"-n {BETWEEN} link add bridge type bridge",
    f"-n {BETWEEN} link set bridge up",
    *(
        command
        for name, port, address in (
            (OFFICE, "left", OFFICE_ADDRESS),
            (STATIONS, "right", "10.213.7.2"),
        )
        for command in (
            f"-n {name} link add wire type veth peer name {port} netns {BETWEEN}",
            f"-n {name} address add {address}/24 dev wire",
            f"-n {name} link set wire up",
            f"-n {BETWEEN} link set {port} master bridge",
            f"-n {BETWEEN} link set {port} up",
        )
    ),
)


def missing() -> str:
    """Return what is needed and not there; nothing if all is there."""
    if shutil.which("ip") is None:
        return "the command ip is not installed"
    if os.geteuid() != 0:
        return "only root may make network namespaces"
    return ""


@asynccontextmanager
async def network() -> AsyncGenerator[None, None]:
    """Make the namespaces `OFFICE` and `STATIONS`, which reach each other."""
    await _remove()
    try:
        for command in BUILD:
            await _ip(command)
        yield
    finally:
        await _remove()


async def cut() -> None:
    """Let nothing pass any more; neither side is told."""
    await _ip(f"-n {BETWEEN} link set left nomaster")


async def mend() -> None:
    """Let everything pass again."""
    await _ip(f"-n {BETWEEN} link set left master bridge")


async def _remove() -> None:
    for name in (OFFICE, STATIONS, BETWEEN):
        await _ip(f"netns delete {name}", may_fail=True)


async def _ip(command: str, *, may_fail: bool = False) -> None:
    process = await asyncio.create_subprocess_exec(
        "ip", *command.split(), stderr=asyncio.subprocess.PIPE
    )
    _, errors = await process.communicate()
    if process.returncode and not may_fail:
        raise OSError(f"ip {command}: {errors.decode()}")
