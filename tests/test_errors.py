"""The exceptions: one tree, data in attributes, text for a person."""

from __future__ import annotations

import copy
import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest

import ocpp_messages
import ocpp_rpc
from ocpp_messages import (
    FIELD,
    LENIENT,
    DecodeError,
    NotExpressible,
    NotSupported,
    ToleranceError,
    Violation,
    ViolationKind,
    v16,
)
from ocpp_messages.converting import Unfit
from ocpp_rpc import Limits, ServerSettings, Settings, WebSocketSettings, errors
from ocpp_rpc.errors import (
    BadSignature,
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
    ReconfigurationReplaced,
    RegistrationError,
    TransferRefused,
)
from ocpp_rpc.fleet import FleetSettings, FleetUnavailable
from ocpp_rpc.fleet.bus import NobodyThere
from ocpp_rpc.fleet.failures import Late
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.tolerances import Tolerances
from ocpp_rpc.security.certificates import (
    CertificateRejected,
    Fault,
    Reason,
    RenewalFailed,
    RenewalState,
)
from ocpp_rpc.security.events import SecurityEventKind
from ocpp_rpc.security.passwords import PasswordFileError
from ocpp_rpc.security.profiles.refusals import ProfileRefused
from ocpp_rpc.simulator.outcomes import Failure
from ocpp_rpc.station import OutboxError, OutboxFull
from ocpp_rpc.station.backoff import BackOff
from ocpp_rpc.station.forwarding import Retry
from ocpp_rpc.transports import TransportClosed
from ocpp_rpc.transports.balancers import Unannounced
from ocpp_rpc.transports.deflate import TooLong

URL = "ws://host/ocpp/CP001"

TEXTS: list[tuple[OcppRpcError, str]] = [
    (OcppError(ErrorCode.GENERIC_ERROR), "GenericError"),
    (OcppError("AcmeError", "no power"), "AcmeError: no power"),
    (
        OcppError("Acme\nError", "no \t power\r\n\x1b[2J", action="Reset"),
        "Reset: Acme Error: no power \\x1b[2J",
    ),
    (OcppError("X", "d" * 10_000), f"X: {'d' * 199}…"),
    (CallTimeout("Reset", sent=True), "Reset was not answered in time"),
    (CallTimeout("Reset", sent=False), "Reset did not get its turn in time"),
    (
        ConnectionClosed(sent=True, code=1001, reason="bye"),
        "connection closed (1001 bye); the message was sent, not answered",
    ),
    (
        ConnectionClosed(code=1000, reason="a\r\nb"),
        "connection closed (1000 a b); the message was not sent",
    ),
    (ConnectionClosed(), "connection closed (1006); the message was not sent"),
    (InvalidResponse("Reset", "bad"), "invalid response to Reset: bad"),
    (
        BadSignature("Reset", "there is\nnone"),
        "missing or invalid signature of Reset: there is none",
    ),
    (
        TransferRefused("UnknownVendorId"),
        "DataTransfer was not accepted: UnknownVendorId",
    ),
    (QueueFull(3), "the queue is full: 3 calls are waiting already"),
    (
        ReconfigurationReplaced(),
        "a newer reconfiguration of the station replaced this one",
    ),
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
        f"cannot connect to {URL}: the server supports none of OCPP 2.1, 1.6",
    ),
    (
        MissingDependency("websockets"),
        "this needs an extra: pip install 'ocpp-rpc[websockets]'",
    ),
]


@pytest.mark.parametrize(("error", "text"), TEXTS)
def test_text(error: OcppRpcError, text: str) -> None:
    assert str(error) == text


VIOLATION = Violation("$.a", ViolationKind.MISSING, "is missing")

KEPT: list[BaseException] = [
    *(error for error, _ in TEXTS),
    OcppError("X", "why", {"a": [1, {"b": None}]}, action="Reset"),
    InvalidResponse("Reset", "bad", [VIOLATION]),
    HandshakeFailed(URL, "no", status=503, headers={"retry-after": "5"}),
    HandshakeRefused(503, "later", headers={"X-A": "b"}, retry_after=5),
    ProfileRefused(SecurityEventKind.LOWER_PROFILE, 403, "no", retry_after=5),
    TransferRefused("Rejected", {"a": 1}),
    OcppRpcError("no"),
    Failure("no file"),
    CertificateRejected(Reason.EXPIRED, "it expired"),
    RenewalFailed(RenewalState.GIVEN_UP),
    CertificateRejected(Reason.EXPIRED, "old", [Fault(Reason.EXPIRED, "old")]),
    FleetUnavailable("no route"),
    Late(5),
    NobodyThere("a.b"),
    OutboxError("a.db", "gone"),
    OutboxFull(7),
    PasswordFileError("passwords", "it is not JSON", 3),
    TransportClosed(1001, "bye"),
    TooLong(),
    Unannounced("it is no line"),
    DecodeError("ResetRequest", [VIOLATION]),
    NotExpressible("ResetRequest", "1.5", "a.b", "no word for it"),
    NotSupported("Reset"),
    ToleranceError("ResetRequest.a", "no such field"),
    Unfit("too long", ViolationKind.LENGTH, "a", 0),
]
"""At least one of each class."""


def classes_of_errors() -> set[type[BaseException]]:
    """All classes of exceptions that the modules of both packages define."""
    names = [
        found.name
        for package in (ocpp_rpc, ocpp_messages)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not found.name.startswith(("ocpp_rpc.cli", "ocpp_rpc.__main__"))
    ]
    for name in names:
        importlib.import_module(name)
    return {cls for cls in subclasses(BaseException) if cls.__module__ in names}


def subclasses(cls: type[BaseException]) -> Iterator[type[BaseException]]:
    for each in cls.__subclasses__():
        yield each
        yield from subclasses(each)


def test_there_is_one_of_each_class() -> None:
    assert {type(error) for error in KEPT} == classes_of_errors()


SETTINGS: list[Any] = [
    Settings(),
    Settings(tolerance=FIELD, limits=Limits(max_waiting=3)),
    Settings(tolerance=Tolerances(FIELD, {v16.HeartbeatRequest: LENIENT})),
    Limits(),
    ServerSettings(),
    WebSocketSettings(),
    FleetSettings(),
    BackOff(),
    Retry(),
    DIALECTS,
]


def named(values: Sequence[object]) -> list[str]:
    """Names for values: their classes, and their places."""
    return [f"{type(value).__name__} {place}" for place, value in enumerate(values)]


def pickled(protocol: int, value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol))


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {protocol}": partial(pickled, protocol)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    },
}


@pytest.mark.parametrize("again", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("error", KEPT, ids=named(KEPT))
def test_it_can_be_copied(error: BaseException, again: Callable[[Any], Any]) -> None:
    error = again(error)  # a copy without the notes of others
    error.add_note("seen")
    found = again(error)
    assert type(found) is type(error)
    assert found is not error
    assert (found.args, vars(found)) == (error.args, vars(error))
    assert (str(found), repr(found)) == (str(error), repr(error))
    if isinstance(error, OSError):
        assert isinstance(found, OSError)
        assert (found.errno, found.strerror) == (error.errno, error.strerror)


@pytest.mark.parametrize("again", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("settings", SETTINGS, ids=named(SETTINGS))
def test_settings_can_be_copied(settings: Any, again: Callable[[Any], Any]) -> None:
    assert again(settings) == settings


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
        (BadSignature, InvalidResponse),
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
    with pytest.raises(ValueError, match="header 'X-A': its name"):
        HandshakeRefused(403, headers={"X-A": "b\r\nX-C: d"})
