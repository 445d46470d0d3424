"""The exceptions: one tree, data in attributes, text for a person."""

from __future__ import annotations

import inspect

import pytest

from ocpp_messages import Violation, ViolationKind
from ocpp_rpc import errors
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    HandshakeFailed,
    HandshakeRefused,
    InvalidResponse,
    MissingDependency,
    NegotiationFailed,
    NotConnected,
    NotConnectedInTime,
    NotInVersion,
    OcppError,
    OcppRpcError,
    QueueFull,
    RegistrationError,
    TransferRefused,
)

URL = "ws://host/ocpp/CP001"

TEXTS: list[tuple[OcppRpcError, str]] = [
    (OcppError(ErrorCode.GENERIC_ERROR), "GenericError"),
    (OcppError("AcmeError", "no power"), "AcmeError: no power"),
    (CallTimeout("Reset", sent=True), "Reset was not answered in time"),
    (CallTimeout("Reset", sent=False), "Reset did not get its turn in time"),
    (
        ConnectionClosed(sent=True, code=1001, reason="bye"),
        "connection closed (1001 bye); the message was sent, not answered",
    ),
    (ConnectionClosed(), "connection closed (1006); the message was not sent"),
    (InvalidResponse("Reset", "bad"), "invalid response to Reset: bad"),
    (TransferRefused("UnknownVendorId"), "DataTransfer: UnknownVendorId"),
    (QueueFull(3), "3 calls are waiting already"),
    (CannotSend("no"), "no"),
    (NotInVersion("no"), "NotSupported: no"),
    (NotConnected("a b"), "'a b' is not connected"),
    (NotConnectedInTime("a b"), "'a b' is not connected"),
    (HandshakeRefused(404, "who?"), "HTTP 404 who?"),
    (HandshakeRefused(503), "HTTP 503"),
    (RegistrationError("no"), "no"),
    (HandshakeFailed(URL, "no"), f"cannot connect to {URL}: no"),
    (
        NegotiationFailed(URL, ["2.1", "1.6"]),
        f"cannot connect to {URL}: the server speaks none of OCPP 2.1, 1.6",
    ),
    (
        MissingDependency("websockets"),
        "this needs an extra: pip install 'ocpp-rpc[websockets]'",
    ),
]


@pytest.mark.parametrize(("error", "text"), TEXTS)
def test_text(error: OcppRpcError, text: str) -> None:
    assert str(error) == text


def test_every_exception_is_in_the_tree() -> None:
    classes = {
        value
        for _, value in inspect.getmembers(errors, inspect.isclass)
        if issubclass(value, BaseException) and value.__module__ == errors.__name__
    }
    assert {type(error) for error, _ in TEXTS} == classes - {OcppRpcError}
    assert all(issubclass(cls, OcppRpcError) for cls in classes)
    assert all(f"`{cls.__name__}`" in (errors.__doc__ or "") for cls in classes)


@pytest.mark.parametrize(
    ("cls", "also"),
    [
        (CallTimeout, TimeoutError),
        (CannotSend, ValueError),
        (NotInVersion, CannotSend),
        (NotInVersion, OcppError),
        (NotConnected, KeyError),
        (NotConnectedInTime, NotConnected),
        (NotConnectedInTime, TimeoutError),
        (RegistrationError, ValueError),
        (MissingDependency, ImportError),
        (NegotiationFailed, HandshakeFailed),
    ],
)
def test_what_they_are_as_well(cls: type, also: type) -> None:
    assert issubclass(cls, also)


def test_attributes() -> None:
    violation = Violation("$.a", ViolationKind.MISSING, "is missing")
    assert OcppError("X").details == {}
    assert CallTimeout("Reset", sent=True).action == "Reset"
    assert InvalidResponse("Reset", "bad", [violation]).violations == (violation,)
    assert HandshakeFailed(URL, "no", status=404).status == 404
    assert NegotiationFailed(URL, ["1.6"]).offered == ("1.6",)
    assert MissingDependency("cli").extra == "cli"
    assert NotConnected("a").identity == "a"
    assert NotInVersion("no").code is ErrorCode.NOT_SUPPORTED
    refused = HandshakeRefused(503, "later", headers={"X-A": "b"}, retry_after=5)
    assert (refused.status, refused.text, refused.retry_after) == (503, "later", 5)
    assert refused.headers == {"X-A": "b"}


@pytest.mark.parametrize("status", [0, 101, 200, 302, 399, 499, 600])
def test_a_status_that_does_not_refuse(status: int) -> None:
    with pytest.raises(ValueError, match=f"{status} is not an HTTP status"):
        HandshakeRefused(status)


def test_headers_that_would_break_the_answer() -> None:
    with pytest.raises(ValueError, match="not a header line: 'X-A'"):
        HandshakeRefused(403, headers={"X-A": "b\r\nX-C: d"})
