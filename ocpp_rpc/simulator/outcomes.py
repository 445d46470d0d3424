"""The steps of a session, and the exception for a failed one."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = ["ACCEPTED", "Failure", "Step"]

ACCEPTED: Final = "Accepted"
"""The status of success in the messages of all versions."""


class Step(StrEnum):
    """A step of a session. Each side notes the steps that succeeded."""

    BOOT = "boot"
    CONFIGURATION = "configuration"
    STATUS = "status"
    AUTHORIZE = "authorize"
    START = "start"
    METER = "meter values"
    COMMAND = "remote stop"
    STOP = "stop"


class Failure(Exception):
    """A step, a script or a command failed; the text gives the reason."""
