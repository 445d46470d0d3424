"""The option --page: a console of the central system, in the browser."""

from __future__ import annotations

import asyncio
import base64
import hmac
import os
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from ocpp_rpc import MissingDependency, Server, console
from ocpp_rpc.back_office.placing import is_loopback
from ocpp_rpc.simulator import Failure

from .secret_input import secret_in

__all__ = ["Page", "page_of", "serving"]

_App: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Page:
    """The address and the password of a console.

    Attributes:
        host: The host to listen on.
        port: The port to listen on; 0 is any free port.
        password: The password; None lets everybody on this computer see the page.
    """

    host: str
    port: int
    password: bytes | None = field(default=None, repr=False)

    @property
    def shown_host(self) -> str:
        """The host, as it stands in a URL."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def warning(self) -> str | None:
        """The warning for a person; None if there is none."""
        if is_loopback(self.host):
            return None
        return (
            "the console has no TLS: whoever can read along on the network reads its "
            "password, and all that chargers say"
        )


def page_of(port: int | None, host: str, password_file: Path | None) -> Page | None:
    """Return the page that the options ask for; None if they ask for none.

    Raises:
        ValueError: The options cannot be combined, or the file has no password.
        OSError: The file cannot be read.
    """
    if port is None:
        if password_file is not None or host != "127.0.0.1":
            raise ValueError("--page-host and --page-password-file need --page")
        return None
    if password_file is None and not is_loopback(host):
        raise ValueError(
            f"{host} may be reached from other computers: protect the page with "
            "--page-password-file"
        )
    return Page(host, port, None if password_file is None else secret_in(password_file))


@asynccontextmanager
async def serving(server: Server, page: Page) -> AsyncGenerator[str]:
    """Serve the console of a central system, and yield its URL.

    Raises:
        Failure: The address cannot be used.
        MissingDependency: The extra `console` is not installed.
    """
    application = console.app(server, send=console.EVERY_ACTION)
    guarded = _for_this_computer(application)
    if page.password is not None:
        guarded = _for_who_knows(application, page.password)
    web = _web(guarded)  # before the socket, which would stay open if this failed
    listening = _listen(page)
    serving = asyncio.create_task(web.serve([listening]))
    try:
        yield f"http://{page.shown_host}:{listening.getsockname()[1]}/"
    finally:
        application.state.end()
        web.should_exit = True
        await serving


def _listen(page: Page) -> socket.socket:
    """Return a socket that listens.

    Raises:
        Failure: The address cannot be used.
    """
    family = socket.AF_INET6 if ":" in page.host else socket.AF_INET
    try:
        return socket.create_server((page.host, page.port), family=family)
    except OSError as error:
        problem = error.strerror or str(error)
        where = f"{page.shown_host}:{page.port}"
        raise Failure(f"no page at {where}: {problem}") from error


def _web(application: _App) -> Any:
    """Return a web server, which leaves signals to the command.

    Raises:
        MissingDependency: The extra `console` is not installed.
    """
    try:
        import uvicorn  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise MissingDependency("console") from error
    config = uvicorn.Config(
        application,
        access_log=False,
        lifespan="off",
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=2,
        ws="none",
    )
    web: Any = uvicorn.Server(config)
    web.capture_signals = nullcontext
    return web


# --- Who may see it -------------------------------------------------------------------


def _for_this_computer(application: _App) -> _App:
    """Let in who asks for this computer by a name that only it has.

    A page of another origin may have its own name point here (DNS rebinding), and would
    then read the console in the browser of whoever looks at that page.
    """

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if is_loopback(_host_in(scope)):
            await application(scope, receive, send)
        else:
            await _refuse(send, 421, "ask for localhost", [])

    return answer


def _for_who_knows(application: _App, password: bytes) -> _App:
    """Let in who knows a password, by HTTP Basic (RFC 7617), with any user name."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if hmac.compare_digest(_password_in(scope), password):
            await application(scope, receive, send)
        else:
            challenge = (b"www-authenticate", b'Basic realm="OCPP console"')
            await _refuse(send, 401, "a password is needed", [challenge])

    return answer


def _password_in(scope: Any) -> bytes:
    """Return the password of a request; empty if it has none."""
    scheme, _, encoded = _header(scope, b"authorization").partition(" ")
    try:
        pair = base64.b64decode(encoded, validate=True)
    except ValueError:
        return b""
    return pair.partition(b":")[2] if scheme.lower() == "basic" else b""


def _host_in(scope: Any) -> str:
    """Return the name that a request asks for, without the port (RFC 9110 §7.2)."""
    host = _header(scope, b"host")
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _header(scope: Any, name: bytes) -> str:
    values = (value for key, value in scope["headers"] if key == name)
    return os.fsdecode(next(values, b""))


async def _refuse(
    send: Any, status: int, text: str, headers: list[tuple[bytes, bytes]]
) -> None:
    kind = (b"content-type", b"text/plain")
    lines = [kind, *headers]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": text.encode()})
