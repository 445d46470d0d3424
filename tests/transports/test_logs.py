"""What the libraries below write to logs, whichever it is."""

from __future__ import annotations

import base64
import logging

import pytest

from ocpp_rpc.transports import libraries
from ocpp_rpc.transports.logs import Quiet
from tests.confidential import TOKEN as SECRET
from tests.transports.adapters import PLAIN, SUBPROTOCOL, Adapter, Doors, over

ENCODED = base64.b64encode(f"CP001:{SECRET}".encode()).decode()


def told(caplog: pytest.LogCaptureFixture, *, below: str = "") -> list[str]:
    return [
        f"{each.name} {each.levelname} {each.getMessage()}"
        for each in caplog.records
        if each.name.startswith(below)
    ]


@over("network")
@pytest.mark.parametrize("level", [1, logging.DEBUG])
async def test_no_log_has_what_is_carried(
    adapter: Adapter, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    """`level` may be below DEBUG, where picows writes all data."""
    doors = Doors()
    with caplog.at_level(level):
        logging.getLogger("websockets").log(level, "this is seen")
        async with adapter.let_in(doors) as (host, port):
            client, _ = await libraries.library(adapter.client).dial(
                f"ws://{host}:{port}/ocpp/CP001?token={SECRET}",
                subprotocols=[SUBPROTOCOL],
                headers={"Authorization": f"Basic {ENCODED}"},
                ssl=None,
                settings=PLAIN,
            )
            server = await doors.opened.get()
            for one, other in ((client, server), (server, client)):
                await one.send(f"a text with {SECRET}")
                assert SECRET in str(await other.recv())
            await client.close(1000, SECRET)
    assert doors.requests[0].headers["authorization"] == f"Basic {ENCODED}"
    assert "this is seen" in caplog.text
    lines = told(caplog)
    assert [line for line in lines if SECRET in line or ENCODED in line] == []


@over("network")
async def test_a_connection_is_no_news_of_the_library(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    doors = Doors()
    with caplog.at_level(logging.INFO):
        async with adapter.let_in(doors) as address:
            client = await adapter.dial(address)
            await client.close(1000, "")
    assert told(caplog, below="websockets") == told(caplog, below="aiohttp") == []
    assert told(caplog, below="ocpp_rpc") == []


def test_a_quiet_logger(caplog: pytest.LogCaptureFixture) -> None:
    quiet = Quiet(logging.getLogger("ocpp_rpc.test"))
    with caplog.at_level(1):
        for level in (1, logging.DEBUG, logging.INFO):
            assert not quiet.isEnabledFor(level)
            quiet.log(level, "not told")
        quiet.warning("told %s", "once")
    assert told(caplog) == ["ocpp_rpc.test WARNING told once"]
    with caplog.at_level(logging.ERROR):
        assert not quiet.isEnabledFor(logging.WARNING)
