"""A central system of 1.6 that accepts a charger, a tag and a start, or does not."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from ocpp_messages import v16

__all__ = ["Central"]

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Central(v16.CentralSystem):
    """Accepts a charger or does not."""

    def __init__(
        self,
        boot: v16.RegistrationStatus = v16.RegistrationStatus.ACCEPTED,
        tag: v16.AuthorizationStatus = v16.AuthorizationStatus.ACCEPTED,
        start: v16.AuthorizationStatus = v16.AuthorizationStatus.ACCEPTED,
    ) -> None:
        self._boot = boot
        self._tag = v16.IdTagInfo(status=tag)
        self._start = v16.IdTagInfo(status=start)
        self.heartbeats: asyncio.Queue[None] = asyncio.Queue()

    async def boot_notification(
        self, request: v16.BootNotificationRequest, connection: object
    ) -> v16.BootNotificationResponse:
        return v16.BootNotificationResponse(
            status=self._boot, current_time=NOW, interval=0
        )

    async def heartbeat(
        self, request: v16.HeartbeatRequest, connection: object
    ) -> v16.HeartbeatResponse:
        self.heartbeats.put_nowait(None)
        return v16.HeartbeatResponse(current_time=NOW)

    async def status_notification(
        self, request: v16.StatusNotificationRequest, connection: object
    ) -> v16.StatusNotificationResponse:
        return v16.StatusNotificationResponse()

    async def authorize(
        self, request: v16.AuthorizeRequest, connection: object
    ) -> v16.AuthorizeResponse:
        return v16.AuthorizeResponse(id_tag_info=self._tag)

    async def start_transaction(
        self, request: v16.StartTransactionRequest, connection: object
    ) -> v16.StartTransactionResponse:
        return v16.StartTransactionResponse(transaction_id=1, id_tag_info=self._start)
