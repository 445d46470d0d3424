"""Where the certification tests run: each listener, and ASGI behind a proxy of TLS."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import pytest

from ocpp_rpc import Server, ServerSettings
from ocpp_rpc.security.server import (
    Profile,
    Profile1,
    Profile2,
    Profile3,
    SerialOf,
    ServerTls,
    Tls,
    Verify,
    tls_at_proxy,
)
from ocpp_rpc.transports.asgi import Endpoint
from tests.security.pems import Pems
from tests.security.terminator import CERTIFICATE_LINE, terminator
from tests.support.served import HOST
from tests.transports import asgi

__all__ = ["ORGANIZATION", "Ground", "over_grounds"]

ORGANIZATION: Final = "Acme CPO"

Opening: TypeAlias = Callable[
    [Server, Profile, ServerTls | None], AbstractAsyncContextManager[tuple[str, int]]
]


def _nobody(_identity: str, _password: bytes) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Where stations come to a server.

    Attributes:
        name: The name of its tests.
        opening: Lets stations in by a profile.
        is_proxy: Whether TLS ends in front of the program.
    """

    name: str
    opening: Opening
    is_proxy: bool = False

    def server(self, handler: Any, version: str = "2.0.1", **options: Any) -> Server:
        """Return a server that is right for it."""
        rules = ServerSettings(trusted_proxies=[HOST] if self.is_proxy else ())
        return Server(handler, versions=[version], server=rules, **options)

    @asynccontextmanager
    async def open(
        self,
        server: Server,
        pems: Pems,
        number: int,
        *,
        verify: Verify = _nobody,
        serial_of: SerialOf | None = None,
    ) -> AsyncGenerator[str]:
        """Let stations in by a profile; yield the URL, of `localhost` if it has TLS."""
        ca = {"client_ca": pems.roots} if number == 3 else {}
        ends = None if number == 1 else pems.server_tls(**ca)
        profile: Profile
        if ends is None:
            profile = Profile1(verify=verify, back_off=None)
        elif number == 2:
            tls = self._tls(ends, None)
            profile = Profile2(verify=verify, tls=tls, back_off=None)
        else:
            profile = Profile3(
                tls=self._tls(ends, CERTIFICATE_LINE),
                organization=ORGANIZATION,
                serial_of=serial_of or {"CP001": "SN001"}.get,
            )
        async with self.opening(server, profile, ends) as (host, port):
            where = f"ws://{host}" if ends is None else "wss://localhost"
            yield f"{where}:{port}/ocpp"

    def _tls(self, tls: ServerTls, line: str | None) -> Tls:
        return tls_at_proxy(certificate_header=line) if self.is_proxy else tls


def _library(name: str) -> Ground:
    @asynccontextmanager
    async def opening(
        server: Server, profile: Profile, _tls: ServerTls | None
    ) -> AsyncGenerator[tuple[str, int]]:
        listener = await server.listen(HOST, 0, transport=name, security=profile)
        yield listener.address

    return Ground(name=name, opening=opening)


@asynccontextmanager
async def _behind_a_proxy(
    server: Server, profile: Profile, tls: ServerTls | None
) -> AsyncGenerator[tuple[str, int]]:
    endpoint = Endpoint(server, security=profile)
    options = {"proxy_headers": False, "log_level": "critical"}
    async with asgi.serving(endpoint, **options) as inner:
        if tls is None:
            yield inner
            return
        async with terminator(inner, tls.context) as address:
            yield address


LISTENERS: Final = [
    _library(name) for name in ("websockets", "websockets-asyncio", "aiohttp", "picows")
]

PROXIED: Final = Ground(name="asgi-proxy", opening=_behind_a_proxy, is_proxy=True)


def over_grounds(*, proxies: bool = True) -> pytest.MarkDecorator:
    """Run a test at each of them.

    Args:
        proxies: Also where TLS ends in front of the program.
    """
    grounds = [*LISTENERS, *([PROXIED] if proxies else [])]
    params = [pytest.param(each, id=each.name) for each in grounds]
    return pytest.mark.parametrize("ground", params)
