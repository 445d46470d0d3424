"""FastAPI reads and writes messages in the form of the wire, and describes them."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator

import ocpp_messages
from ocpp_messages import v16, v201

__all__: list[str] = []

APP: Final = FastAPI()
PLAIN: Final = {"vendorId": "acme", "data": {"a": None}}


@APP.post("/1.6")
def reset(request: v16.ResetRequest) -> v16.DataTransferRequest:
    return v16.DataTransferRequest(vendor_id=str(request.type))


@APP.post("/2.0.1")
def transfer(request: v201.DataTransferRequest) -> v201.DataTransferRequest:
    return request


@APP.post("/none", response_model_exclude_none=True)
def without_none(request: v201.DataTransferRequest) -> v201.DataTransferRequest:
    return request


@APP.post("/unset", response_model_exclude_unset=True)
def without_unset(request: v201.DataTransferRequest) -> v201.DataTransferRequest:
    return request


async def post(path: str, body: Any) -> tuple[int, Any]:
    """Send a body as an ASGI server does; return status and answer."""
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": json.dumps(body).encode()}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": path, "headers": headers}
    await APP({**scope, "query_string": b"", "raw_path": b""}, receive, send)
    return sent[0]["status"], json.loads(b"".join(m.get("body", b"") for m in sent))


async def test_a_body_and_a_response() -> None:
    assert await post("/1.6", {"type": "Soft"}) == (200, {"vendorId": "Soft"})
    assert await post("/2.0.1", PLAIN) == (200, PLAIN)


@pytest.mark.parametrize("path", ["/none", "/unset"])
async def test_a_response_without_what_is_absent(path: str) -> None:
    """It is that anyway, and null of a vendor is not absent."""
    body = {**PLAIN, "customData": {"vendorId": "acme", "shade": None}}
    assert await post(path, body) == (200, body)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"data": 1}, "vendorId"),
        ({**PLAIN, "messageId": None}, "messageId"),
        ({**PLAIN, "vendor_id": "acme"}, "vendor_id"),
        ({"vendorId": 5}, "vendorId"),
    ],
)
async def test_a_bad_body(body: Any, place: str) -> None:
    status, answer = await post("/2.0.1", body)
    assert status == 422
    assert ["body", place] in [found["loc"] for found in answer["detail"]]


def test_messages_of_all_versions_in_one_application() -> None:
    app = FastAPI()
    for version in ocpp_messages.VERSIONS:
        package = ocpp_messages.load(version)
        for action in ("BootNotification", "Reset", "DataTransfer"):
            procedure = package.PROCEDURES[action]

            def answer(request: Any) -> Any:
                return request

            answer.__annotations__ = {"request": procedure.request}
            path = f"/{version}/{action}"
            app.post(path, response_model=procedure.request)(answer)
    schemas = app.openapi()["components"]["schemas"]
    names = [name for name in schemas if name.endswith("BootNotificationRequest")]
    assert len(names) == len(ocpp_messages.VERSIONS)
    assert not [name for name in schemas if name.endswith(("-Input", "-Output"))]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
