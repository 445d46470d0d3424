"""The command `relay`: chargers on one side, their back office on the other one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import ocpp_rpc
from ocpp_rpc.relay import Relay, RelaySettings, SecondOffice
from ocpp_rpc.security import client
from ocpp_rpc.simulator import Failure

from .central_system import reason
from .office_security import OfficeSecurity
from .saving import saving
from .screen import Screen
from .tls import of_client

__all__ = ["UpstreamOptions", "run", "upstream_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamOptions:
    """How a relay comes to its back office.

    Attributes:
        url: The URL of the back office.
        ca: The file of the trusted roots.
        client_cert: The file of the certificate to show.
        client_key: The file of the key, if not that of the certificate.
        proxy: The URL of the proxy to connect through.
    """

    url: str = field(repr=False)
    ca: Path | None = None
    client_cert: Path | None = None
    client_key: Path | None = None
    proxy: str | None = field(default=None, repr=False)


def upstream_of(options: UpstreamOptions) -> ocpp_rpc.NetworkProfile:
    """Return how a relay comes to its back office.

    Raises:
        ValueError: The options cannot be combined, or a file has a fault.
        OSError: A file cannot be read.
    """
    is_secure = urlsplit(options.url).scheme == "wss"
    if not is_secure:
        for name, file in (
            ("--ca", options.ca),
            ("--client-cert", options.client_cert),
        ):
            if file is not None:
                raise ValueError(f"{name} needs a URL with wss://")
    if options.client_key is not None and options.client_cert is None:
        raise ValueError("--client-key needs --client-cert")
    websocket = ocpp_rpc.WebSocketSettings(proxy=options.proxy)
    if options.client_cert is not None:
        tls = of_client(options.ca, options.client_cert, options.client_key)
        return ocpp_rpc.NetworkProfile(
            url=options.url, security=client.Profile3(tls=tls), websocket=websocket
        )
    trusted = None if options.ca is None else of_client(options.ca).context
    return ocpp_rpc.NetworkProfile(url=options.url, ssl=trusted, websocket=websocket)


async def run(  # noqa: PLR0913
    screen: Screen,
    upstream: ocpp_rpc.NetworkProfile,
    host: str,
    port: int,
    *,
    versions: Sequence[str],
    transport: str,
    security: OfficeSecurity,
    copies: Sequence[str],
    hold: float,
    save: Path | None,
) -> None:
    """Relay until cancelled.

    Args:
        screen: The screen that shows the messages.
        upstream: The network profile of the back office.
        host: The host to listen on.
        port: The port to listen on; 0 is any free port.
        versions: The versions to accept.
        transport: The WebSocket library.
        security: The security profile for chargers.
        copies: The URLs of further back offices, which see the calls of chargers.
        hold: The seconds for which a charger is held if its back office is lost.
        save: The file to write every frame to, if any.

    Raises:
        Failure: The address cannot be used, or the file cannot be written.
        MissingDependency: The extra for that library is not installed.
    """

    def tell(refusal: ocpp_rpc.Refusal) -> None:
        screen.warn(f"refused {refusal}")

    with saving(save, screen.observe) as observer:
        relay = Relay(
            upstream,
            versions=versions,
            security=security.security,
            settings=ocpp_rpc.Settings(observer=observer),
            relay=RelaySettings(hold=hold),
            others=[SecondOffice(url=url) for url in copies],
            transport=transport,
        )
        relay.on_refused(tell)
        async with relay:
            try:
                await relay.listen(host, port, ssl=security.ssl, transport=transport)
            except OSError as error:
                problem = f"cannot listen on {host}:{port}: {reason(error)}"
                raise Failure(problem) from error
            place = f"{f'[{host}]' if ':' in host else host}:{relay.port}"
            screen.say(f"{security.scheme}://{place} is relayed; Ctrl-C ends it")
            await asyncio.Event().wait()
