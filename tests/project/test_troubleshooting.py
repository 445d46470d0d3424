"""docs/troubleshooting.md quotes what the library says: each text is provoked here."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
import trustme

import ocpp_rpc
from ocpp_messages import v16, v201
from ocpp_rpc.security import BootGuard, client, server
from ocpp_rpc.testing import pair, raw_peer
from tests.project.blocks import ROOT

PAGE: Final = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
HEADINGS: Final = frozenset(
    {
        "what you see",
        "the server logs",
        "the server logs `refused … HTTP`",
        "the charger sees",
        "code and reason",
    }
)
OTHERS: Final = frozenset(
    {"Hostname mismatch", "no shared cipher", "peer did not return a certificate"}
)
"""What OpenSSL says."""

PASSWORD: Final = "right-password-of-CP"

_BLOCK: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

said: list[str] = []


def quotes() -> set[str]:
    """Return the texts in the columns of what one sees, but for single words."""
    found: set[str] = set()
    columns: list[int] | None = None
    for line in re.sub(
        r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL
    ).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            columns = None
        elif columns is None:
            columns = [i for i, cell in enumerate(cells) if cell in HEADINGS]
        else:
            texts = (cells[column] for column in columns)
            found.update(
                quote for text in texts for quote in re.findall("`(.+?)`", text)
            )
    return {quote for quote in found if " " in quote}


def is_said(quote: str) -> bool:
    """Tell whether a text was said; times in it may differ."""
    parts = re.sub(r"\d+ s", "… s", quote).split("…")
    pattern = re.compile(".*".join(map(re.escape, parts)), re.DOTALL)
    return any(pattern.search(text) for text in said)


async def tell(call: Awaitable[object]) -> None:
    try:
        await call
    except Exception as error:  # noqa: BLE001 - its text is looked at
        said.append(f"{type(error).__name__}: {error}")


async def dial(url: str, identity: str = "CP001", **settings: Any) -> None:
    settings.setdefault("versions", ["1.6"])
    async with ocpp_rpc.connect(url, identity, **settings):
        pass


def admit(station: ocpp_rpc.Handshake) -> Awaitable[None] | None:
    match station.identity:
        case "CP404":
            raise ocpp_rpc.HandshakeRefused(404)
        case "CP500":
            raise KeyError
        case "CP503":
            return asyncio.sleep(60)
        case _:
            return None


async def plain_http(port: int, lines: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(lines.encode() + b"Host: x\r\n\r\n")
    said.append((await reader.read()).decode())
    writer.close()


async def wrong_addresses() -> None:
    async with ocpp_rpc.serve(None, "127.0.0.1", 0, versions=["2.0.1"]) as office:
        url = f"ws://127.0.0.1:{office.port}"
        await tell(dial(url))
        await tell(dial(url, "CP:1", versions=["2.0.1"]))
        await tell(dial(url.replace("ws:", "wss:")))
        await plain_http(office.port, "GET /ocpp/CP001 HTTP/1.1\r\n")
        await plain_http(
            office.port,
            "GET /ocpp/ HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
        )
    await tell(dial(url))


async def refusals() -> None:
    limits = ocpp_rpc.ServerSettings(on_connect_timeout=0.05, max_connections=1)
    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], on_connect=admit, server=limits
    ) as office:
        url = f"ws://127.0.0.1:{office.port}"
        for identity in ("CP404", "CP500", "CP503"):
            await tell(dial(url, identity))
        async with ocpp_rpc.connect(url, "CP001", versions=["1.6"]):
            await tell(dial(url, "CP002"))
    first = ocpp_rpc.ServerSettings(duplicates="refuse")
    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], server=first
    ) as office:
        url = f"ws://127.0.0.1:{office.port}"
        async with ocpp_rpc.connect(url, "CP001", versions=["1.6"]):
            await tell(dial(url, "CP001"))


def verify(_: str, password: bytes) -> bool:
    return password == PASSWORD.encode()


async def credentials() -> None:
    async with ocpp_rpc.serve(
        *(None, "127.0.0.1", 0),
        versions=["1.6"],
        security=server.Profile1(verify=verify),
    ) as office:
        url = f"ws://127.0.0.1:{office.port}"
        await tell(dial(url))
        for _ in range(6):
            await tell(dial(url, password="a-wrong-password"))


async def other_profile() -> None:
    def refuse(_: object) -> None:
        raise ocpp_rpc.HandshakeRefused(403)

    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], on_connect=refuse
    ) as office:
        await tell(dial(f"ws://127.0.0.1:{office.port}"))


async def certificates(folder: Path) -> None:
    ours, other = trustme.CA(), trustme.CA()
    ours.cert_pem.write_to_path(folder / "ours.pem")
    other.cert_pem.write_to_path(folder / "other.pem")
    made = ours.issue_cert("csms.example", key_type=trustme.KeyType.ECDSA)
    made.private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
    files = (folder / "server.pem", folder / "server.pem")
    profile = server.Profile2(verify=verify, tls=server.tls(ecdsa=files, rsa=None))
    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], security=profile
    ) as office:
        await tell(dial(f"ws://127.0.0.1:{office.port}"))
        for root in ("ours.pem", "other.pem"):
            mine = client.Profile2(password=PASSWORD, tls=client.tls(ca=folder / root))
            await tell(dial(f"wss://127.0.0.1:{office.port}", security=mine))


SILENT: Final = (
    b"GET /CP002 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    b"Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n"
)
"""The handshake of a charger that answers no ping afterwards."""


async def ends() -> None:
    short = ocpp_rpc.WebSocketSettings(max_size=1000)
    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], websocket=short
    ) as office:
        url = f"ws://127.0.0.1:{office.port}"
        long = v16.DataTransferRequest(vendor_id="x", data="x" * 1000)
        async with ocpp_rpc.connect(url, "CP001", versions=["1.6"]) as charger:
            await tell(charger.call(long))
        async with (
            ocpp_rpc.connect(url, "CP001", versions=["1.6"]) as old,
            ocpp_rpc.connect(url, "CP001", versions=["1.6"]),
        ):
            await old.wait_closed()
    quick = ocpp_rpc.WebSocketSettings(ping_interval=0.01, ping_timeout=0.01)
    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], websocket=quick
    ) as office:
        reader, writer = await asyncio.open_connection("127.0.0.1", office.port)
        writer.write(SILENT)
        await reader.read()
        writer.close()
    for spread in (0, 0.01):
        async with ocpp_rpc.serve(None, "127.0.0.1", 0, versions=["1.6"]) as office:
            url = f"ws://127.0.0.1:{office.port}"
            async with ocpp_rpc.connect(url, "CP001", versions=["1.6"]) as charger:
                await office.close(spread=spread)
                await charger.wait_closed()


async def turns() -> None:
    """Let the event loop go on, as far as that goes without a network."""
    for _ in range(50):
        await asyncio.sleep(0)


async def boots() -> None:
    request = v16.BootNotificationRequest(
        charge_point_vendor="Acme", charge_point_model="X1"
    )
    async with pair(version="1.6") as (charger, _):
        booting = asyncio.create_task(ocpp_rpc.boot(charger, request))
        await turns()
    await booting


async def too_early() -> None:
    guarded = BootGuard().around(ocpp_rpc.Router())
    async with pair(None, guarded, version="2.0.1") as (station, back_office):
        await tell(station.call(v201.HeartbeatRequest()))
        token = v201.IdTokenType(id_token="A", type=v201.IdTokenEnumType.CENTRAL)
        start = v201.RequestStartTransactionRequest(id_token=token, remote_start_id=1)
        await tell(back_office.call(start))


async def a_failing_hook() -> None:
    called = asyncio.Event()

    async def fail(_: object) -> None:
        called.set()
        raise KeyError

    async with ocpp_rpc.serve(None, "127.0.0.1", 0, versions=["1.6"]) as office:
        url = f"ws://127.0.0.1:{office.port}"
        connecting = ocpp_rpc.connect(url, "CP001", versions=["1.6"])
        async with ocpp_rpc.Station(connecting, on_connection=fail):
            await called.wait()
            await turns()


async def never(_request: object, _connection: ocpp_rpc.Connection) -> None:
    await asyncio.Event().wait()


async def calls() -> None:
    clear = v16.ClearCacheRequest()
    async with pair(never, version="1.6") as (charger, office):
        first = asyncio.create_task(tell(office.call(clear, timeout=0.2)))
        await asyncio.sleep(0)
        await tell(office.call(clear, total_timeout=0.01))
        await first
        other_direction: Any = v16.HeartbeatRequest()
        await tell(office.call(other_direction))
        await tell(office.call(v201.ClearCacheRequest()))
        await tell(asyncio.to_thread(lambda: asyncio.run(office.call(clear))))
        last = asyncio.create_task(tell(office.call(clear)))
        await asyncio.sleep(0)
        charger.abort()
        await last

    def forgets(_: v16.ClearCacheRequest) -> Any:
        return None

    routes = ocpp_rpc.Router()
    routes.add(v16.ClearCacheRequest, forgets)
    async with pair(routes, version="1.6") as (_, office):
        await tell(office.call(clear))
        await tell(office.call(v16.ResetRequest(type=v16.ResetType.SOFT)))


async def answers() -> None:
    clear = v16.ClearCacheRequest()
    careful = ocpp_rpc.Settings(limits=ocpp_rpc.Limits(max_bad_messages=1))
    async with raw_peer(None, version="1.6", settings=careful) as peer:
        for answer in ('[3,"?",{"status":"Fine"}]', '[4,"?","NotImplemented","",{}]'):
            call = asyncio.create_task(tell(peer.connection.call(clear)))
            message_id = (await peer.recv()).split('"')[1]
            await peer.send(answer.replace("?", message_id))
            await call
        for _ in range(2):
            await peer.send("no frame")
        await peer.connection.wait_closed()
    async with ocpp_rpc.serve(None, "127.0.0.1", 0, versions=["1.6"]) as office:
        await tell(look_up(office))


async def look_up(office: ocpp_rpc.Server) -> None:
    await office.connections["CP001"].call(v16.ClearCacheRequest())


async def naive() -> None:
    v16.HeartbeatResponse(current_time=datetime(2026, 1, 31))  # noqa: DTZ001


SCENARIOS: Final[tuple[Callable[[], Awaitable[None]], ...]] = (
    wrong_addresses,
    refusals,
    credentials,
    other_profile,
    ends,
    boots,
    too_early,
    a_failing_hook,
    calls,
    answers,
)


async def test_every_quoted_text_is_said(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    said.clear()
    caplog.set_level(logging.INFO, "ocpp_rpc")
    for scenario in SCENARIOS:
        await scenario()
    await certificates(tmp_path)
    await tell(naive())
    said.extend(
        f"{record.getMessage()} {record.exc_info or ''}" for record in caplog.records
    )
    quoted = quotes() - OTHERS
    assert len(quoted) > 50
    assert sorted(quote for quote in quoted if not is_said(quote)) == []
