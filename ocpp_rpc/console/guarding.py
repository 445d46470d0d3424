"""Protects a console from hostile pages and hostile chargers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Guard", "is_foreign"]

_HEADERS: Final[Mapping[str, str]] = {
    # Browsers run and load only files of the console, and no text becomes markup.
    "content-security-policy": "default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Adds security headers to every response.

    Args:
        app: The application that makes the responses.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request to the application, and add the headers to its response."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, guarded)


def is_foreign(headers: Headers) -> bool:
    """Tell whether a page of another origin may have made a POST request.

    A browser lets any page send forms to any host, with the credentials that it has for
    that host. Before it sends JSON of another origin, it asks the host for permission
    (Fetch standard, CORS). It also names the origin of the request.
    """
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    site = headers.get("sec-fetch-site", "same-origin")
    return kind != "application/json" or site not in {"same-origin", "none"}
