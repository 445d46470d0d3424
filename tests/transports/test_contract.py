"""What an open transport does, over whichever library."""

from __future__ import annotations

from ocpp_rpc import WebSocketSettings
from tests.transports.adapters import Adapter, over


@over()
async def test_text(adapter: Adapter) -> None:
    async with adapter.both_ends(WebSocketSettings()) as (ours, theirs):
        await ours.send("é \U0001f600")
        assert await theirs.recv() == "é \U0001f600"
