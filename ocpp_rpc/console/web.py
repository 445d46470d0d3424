"""The web application of a console: its page, its JSON and its event stream.

Every route takes the identity of a charger as a query parameter, because a path cannot
contain every identity.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ocpp_rpc.errors import OcppRpcError

from .charger import Charger
from .guarding import Guard, is_foreign
from .sending import Ask, Forms
from .settings import ConsoleSettings
from .streaming import events
from .watching import Watch

__all__ = ["application"]

_TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_PAGE: Final = "index.html"
_LONGEST_BODY: Final = 1_000_000


def application(watch: Watch, forms: Forms, settings: ConsoleSettings) -> Starlette:
    """Return the web application of a console.

    Args:
        watch: The state of the chargers.
        forms: The requests that may be sent to them.
        settings: How to update browsers.
    """
    return Starlette(
        routes=[*_Pages().routes(), *_Api(watch, forms, settings).routes()],
        middleware=[Middleware(Guard)],
    )


class _Pages:
    """The files for browsers, all of which are in this package."""

    def __init__(self) -> None:
        self._files = {
            each.name: (each.read_bytes(), kind)
            for each in files("ocpp_rpc.console").joinpath("page").iterdir()
            if (kind := _TYPES.get(f".{each.name.rpartition('.')[2]}")) is not None
        }

    def routes(self) -> Iterator[Route]:
        for name, (content, kind) in self._files.items():
            path = "/" if name == _PAGE else f"/{name}"
            yield Route(path, _file(content, kind))


def _file(content: bytes, kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(_: Request) -> Response:
        return Response(content, media_type=kind)

    return answer


class _Api:
    """The requests of the page."""

    def __init__(self, watch: Watch, forms: Forms, settings: ConsoleSettings) -> None:
        self._watch = watch
        self._forms = forms
        self._settings = settings

    def routes(self) -> Iterator[Route]:
        yield Route("/api/events", self._events)
        yield Route("/api/charger", self._charger)
        yield Route("/api/transaction", self._transaction)
        yield Route("/api/frames", self._frames)
        yield Route("/api/actions", self._actions)
        yield Route("/api/schema", self._schema)
        yield Route("/api/call", self._call, methods=["POST"])

    async def _events(self, request: Request) -> Response:
        if self._watch.feeds.full:
            return _json(503, {"text": "too many browsers follow this console"})
        watched = request.query_params.get("identity")
        stream = events(self._watch, watched, self._settings)
        return StreamingResponse(stream, media_type="text/event-stream")

    def _of(self, request: Request) -> Charger | None:
        return self._watch.chargers.get(request.query_params.get("identity", ""))

    async def _charger(self, request: Request) -> Response:
        charger = self._of(request)
        return _NOT_KNOWN if charger is None else _json(200, charger.detail())

    async def _transaction(self, request: Request) -> Response:
        charger = self._of(request)
        number = request.query_params.get("id", "")
        found = None if charger is None else charger.transaction(number)
        if found is None:
            return _NOT_KNOWN
        return _json(200, {**found.shown(), "series": found.series.shown()})

    async def _frames(self, request: Request) -> Response:
        charger = self._of(request)
        if charger is None:
            return _NOT_KNOWN
        text = "".join(
            f"{line}\n" for line in charger.frames.recording(charger.identity)
        )
        headers = {"content-disposition": 'attachment; filename="frames.jsonl"'}
        return Response(text, media_type="application/jsonl", headers=headers)

    async def _actions(self, request: Request) -> Response:
        try:
            found = await self._forms.actions(request.query_params.get("identity", ""))
        except OcppRpcError as error:
            return _json(503, {"text": str(error)})
        return _json(200, found)

    async def _schema(self, request: Request) -> Response:
        asked = request.query_params
        try:
            schema = await self._forms.schema(
                asked.get("identity", ""), asked.get("action", "")
            )
        except OcppRpcError as error:
            return _json(503, {"text": str(error)})
        if schema is None:
            return _json(403, {"text": "this console may not send that request"})
        return _json(200, schema)

    async def _call(self, request: Request) -> Response:
        if is_foreign(request.headers):
            return _json(
                403, {"text": "only the page of this console may send requests"}
            )
        ask = await _ask_in(request)
        if ask is None:
            return _json(400, {"text": "the body is not a request to a charger"})
        answer = await self._forms.send(ask)
        return _json(answer.status, answer.content)


async def _ask_in(request: Request) -> Ask | None:
    """Read the request of a browser; return None if it is invalid or too long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST_BODY:
            return None
    try:
        match json.loads(body):
            case {
                "identity": str(identity),
                "version": str(version),
                "action": str(action),
                "payload": payload,
            }:
                return Ask(identity, version, action, payload)
            case _:
                return None
    except (ValueError, RecursionError):
        return None


def _json(status: int, content: Any) -> Response:
    # As ASCII, because texts of chargers may contain characters that UTF-8 cannot.
    return Response(json.dumps(content), status, media_type="application/json")


_NOT_KNOWN: Final = _json(
    404, {"text": "this console knows no such charger or transaction"}
)
