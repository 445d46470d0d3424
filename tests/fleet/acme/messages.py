"""The messages of the extension."""

from __future__ import annotations

from ocpp_messages import Request
from ocpp_messages.v16.base import Model

__all__ = ["BlinkRequest", "BlinkResponse"]


class BlinkResponse(Model):
    """How often the station has blinked."""

    blinked: int


class BlinkRequest(Model, Request[BlinkResponse]):
    """Asks the station to blink."""

    times: int
