"""A back office in a Django project, by way of Channels, for OCPP 1.6 and 2.0.1.

Chargers connect to ws://127.0.0.1:9000/ocpp with a password (security profile 1), and
this resets one:

    curl -X POST 127.0.0.1:9000/chargers/CP001/reset

Needs `ocpp-rpc`, channels, uvicorn and websockets. Ctrl-C ends it.

A Django project has this in several files, which the headings below name.
"""

import asyncio
import hmac
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import uvicorn
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path, re_path
from django.views.decorators.http import require_POST

import ocpp_rpc
from ocpp_messages import v16, v201
from ocpp_rpc.security.server import Profile1
from ocpp_rpc.transports.asgi import Endpoint, Receive, Scope, Send

__all__ = ["application"]

PASSWORDS = {"CP001": b"correct horse battery", "CP002": b"staple correct horse"}
STATUSES = {ocpp_rpc.NotConnected: 404, ocpp_rpc.CallTimeout: 504}

# --- chargers.py ----------------------------------------------------------------------

routes = ocpp_rpc.Router()


def verify(identity: str, password: bytes) -> bool:
    """Tell whether a charger is known, and its password is right."""
    known = PASSWORDS.get(identity)
    return known is not None and hmac.compare_digest(password, known)


@routes.on(v16.BootNotificationRequest)
def boot_16(_: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
    accepted = v16.RegistrationStatus.ACCEPTED
    return v16.BootNotificationResponse(
        status=accepted, current_time=datetime.now(UTC), interval=300
    )


@routes.on(v201.BootNotificationRequest)
def boot_201(_: v201.BootNotificationRequest) -> v201.BootNotificationResponse:
    accepted = v201.RegistrationStatusEnumType.ACCEPTED
    return v201.BootNotificationResponse(
        status=accepted, current_time=datetime.now(UTC), interval=300
    )


chargers = ocpp_rpc.Server(
    routes, versions=["2.0.1", "1.6"], security=Profile1(verify=verify)
)

# --- settings.py, views.py and urls.py ------------------------------------------------

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__)


async def reset(_: HttpRequest, identity: str) -> JsonResponse:
    """Reset a charger, and return the status that it answers with."""
    try:
        status = await reset_in_its_version(chargers.connections[identity])
    except ocpp_rpc.OcppRpcError as error:
        code = next((STATUSES[cls] for cls in STATUSES if isinstance(error, cls)), 502)
        return JsonResponse({"detail": str(error)}, status=code)
    return JsonResponse({"status": status})


async def reset_in_its_version(charger: ocpp_rpc.Connection) -> str:
    if charger.version == "1.6":
        soft = v16.ResetRequest(type=v16.ResetType.SOFT)
        return (await charger.call(soft)).status
    when_idle = v201.ResetRequest(type=v201.ResetEnumType.ON_IDLE)
    return (await charger.call(when_idle)).status


urlpatterns = [path("chargers/<path:identity>/reset", require_POST(reset))]

# --- asgi.py --------------------------------------------------------------------------


async def lifespan(_: Scope, receive: Receive, send: Send) -> None:
    """Open the server of the chargers before the first request; close it at the end."""
    await receive()
    async with chargers:
        await send({"type": "lifespan.startup.complete"})
        await receive()
    await send({"type": "lifespan.shutdown.complete"})


async def refuse(_: Scope, receive: Receive, send: Send) -> None:
    """Refuse a WebSocket with another path, on which Channels would fail."""
    await receive()
    await send({"type": "websocket.close"})


# Put neither AuthMiddlewareStack nor AllowedHostsOriginValidator around the endpoint: a
# charger has no session, and sends no Origin.
application = ProtocolTypeRouter(
    {
        "http": get_asgi_application(),
        "lifespan": lifespan,
        "websocket": URLRouter(
            [re_path("^ocpp/", Endpoint(chargers)), re_path("", refuse)]
        ),
    }
)


class Program(uvicorn.Server):
    """uvicorn that lets the chargers go before it closes what is open."""

    async def shutdown(self, sockets: Any = None) -> None:
        await chargers.close()
        await super().shutdown(sockets)


if __name__ == "__main__":
    config = uvicorn.Config(
        application, "127.0.0.1", 9000, lifespan="on", ws_max_size=2**20
    )
    with suppress(KeyboardInterrupt):
        asyncio.run(Program(config).serve())
