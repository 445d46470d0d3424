"""A back office in a FastAPI application, for chargers of OCPP 1.6, 2.0.1 and 2.1.

Chargers connect to ws://127.0.0.1:9000/ocpp, http://127.0.0.1:9000 shows which ones are
there, and this starts a transaction:

    curl 127.0.0.1:9000/chargers/CP001/start --json '{"token": "TAG1"}'

Needs `ocpp-rpc[fastapi]`, uvicorn and websockets. Ctrl-C ends it.
"""

import asyncio
import hmac
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from html import escape
from typing import Any

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, Field

import ocpp_rpc
from ocpp_messages import v2x, v16
from ocpp_rpc.security.server import Profile1
from ocpp_rpc.transports.asgi import Endpoint

__all__ = ["app"]

PASSWORDS = {"CP001": b"correct horse battery", "CP002": b"staple correct horse"}
PAGE = "<!doctype html><title>Chargers</title><h1>{} connected</h1><table>{}</table>"
ROW = "<tr><td>{}<td>OCPP {}<td>since {:%F %T} UTC<td>{}"

routes = ocpp_rpc.Router()


def verify(identity: str, password: bytes) -> bool:
    """Tell whether a charger is known, and its password is right."""
    known = PASSWORDS.get(identity)
    return known is not None and hmac.compare_digest(password, known)


def admit(_: ocpp_rpc.Handshake) -> ocpp_rpc.Accept:
    """Let in who has proved itself; remember since when it is here."""
    return ocpp_rpc.Accept(data=datetime.now(UTC))


@routes.on(v16.BootNotificationRequest)
def boot_16(_: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
    accepted = v16.RegistrationStatus.ACCEPTED
    return v16.BootNotificationResponse(
        status=accepted, current_time=datetime.now(UTC), interval=300
    )


@routes.on(v2x.BootNotificationRequest)
def boot_2x(_: v2x.BootNotificationRequest) -> v2x.BootNotificationResponse:
    accepted = v2x.RegistrationStatusEnumType.ACCEPTED
    return v2x.BootNotificationResponse(
        status=accepted, current_time=datetime.now(UTC), interval=300
    )


class Order(BaseModel):
    """Who wants to charge, and where."""

    token: str = Field(min_length=1, max_length=20)
    evse: int = Field(default=1, ge=1)


async def start_at(charger: ocpp_rpc.Connection, order: Order) -> str:
    """Ask for a transaction in the version of the charger; return what it says."""
    if charger.version == "1.6":
        request_16 = v16.RemoteStartTransactionRequest(
            id_tag=order.token, connector_id=order.evse
        )
        return (await charger.call(request_16)).status
    request_2x = v2x.RequestStartTransactionRequest(
        remote_start_id=secrets.randbelow(2**31),
        id_token=v2x.IdTokenType(id_token=order.token, type="ISO14443"),
        evse_id=order.evse,
    )
    return (await charger.call(request_2x)).status


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncGenerator[None, None]:
    async with chargers:
        yield


chargers = ocpp_rpc.Server(
    routes,
    versions=["2.1", "2.0.1", "1.6"],
    security=Profile1(verify=verify),
    on_connect=admit,
)
app = FastAPI(lifespan=lifespan)
app.mount("/ocpp", Endpoint(chargers))


@app.post("/chargers/{identity}/start")
async def start(identity: str, order: Order) -> dict[str, str]:
    status = await start_at(chargers.connections[identity], order)
    if status != "Accepted":
        raise HTTPException(409, status)
    return {"status": status}


@app.get("/", response_class=HTMLResponse)
async def page() -> str:
    rows = [
        ROW.format(escape(each.identity), each.version, each.data, each.peer.address)
        for each in chargers.connections.values()
    ]
    return PAGE.format(len(rows), "".join(rows))


@app.exception_handler(ocpp_rpc.OcppRpcError)
async def failed(_: Request, error: Exception) -> JSONResponse:
    """Tell why a charger could not be asked, or what is wrong with its answer."""
    statuses = {ocpp_rpc.NotConnected: 404, ocpp_rpc.CallTimeout: 504}
    status = next((statuses[kind] for kind in statuses if isinstance(error, kind)), 502)
    return JSONResponse({"detail": str(error)}, status)


class Program(uvicorn.Server):
    """uvicorn that lets the chargers go before it closes what is open."""

    async def shutdown(self, sockets: Any = None) -> None:
        await chargers.close()
        await super().shutdown(sockets)


if __name__ == "__main__":
    config = uvicorn.Config(app, "127.0.0.1", 9000, ws_max_size=2**20)
    with suppress(KeyboardInterrupt):
        asyncio.run(Program(config).serve())
