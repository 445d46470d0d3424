"""What this side may answer, and what it answers where nothing handles a call."""

from __future__ import annotations

import sys
from typing import Final

from ocpp_messages import (
    STRICT,
    DecodeError,
    Model,
    Procedure,
    Tolerance,
    Tolerated,
    valid_type,
)
from ocpp_messages.serializer import dumps, from_jsonable
from ocpp_rpc.errors import CannotSend, ErrorCode, OcppError

__all__ = [
    "DATA_TRANSFER",
    "check_deviations",
    "check_response",
    "not_supported",
    "unhandled",
]

DATA_TRANSFER: Final = "DataTransfer"


def check_response(procedure: Procedure, response: object) -> None:
    """Refuse to answer with what is not a valid object of the very class.

    Raises:
        CannotSend: It is none of a subclass either, or it deviates.
    """
    expected = procedure.response
    if expected is None or not isinstance(response, expected):
        wanted = "nothing" if expected is None else _described(expected)
        found = "None" if response is None else _described(type(response))
        raise CannotSend(f"the answer to {procedure.action} is {wanted}, not {found}")
    if isinstance(response, Tolerated):
        check_deviations(response, None)


def _described(cls: type) -> str:
    """Name a class, and the version of OCPP that a message belongs to."""
    name = cls.__name__
    named = f"an {name}" if name[0] in "AEIOUaeiou" else f"a {name}"
    if not issubclass(cls, Model):
        return named
    package = cls.__module__.rpartition(".")[0]
    version = getattr(sys.modules.get(package), "VERSION", None)
    number = "" if version is None else f" of OCPP {version}"
    return f"{named}{number} ({package})"


def check_deviations(message: Model, tolerance: Tolerance | None) -> None:
    """Refuse to send a message that deviates, unless that is wanted.

    Raises:
        CannotSend: It deviates more than the tolerance allows.
    """
    try:
        (tolerance or STRICT).loads(valid_type(message), dumps(message))
    except DecodeError as error:
        raise CannotSend(str(error)) from None


def unhandled(procedure: Procedure) -> Model | None:
    """Return the response that says that nobody handles a call, if it has one.

    A DataTransfer has: UnknownVendorId (OCPP 1.6 §4.3; 2.0.1 and 2.1 part 2,
    P01.FR.05).
    """
    if procedure.action != DATA_TRANSFER or procedure.response is None:
        return None
    try:
        return from_jsonable(procedure.response, {"status": "UnknownVendorId"})
    except DecodeError:  # an extension of the version wants more than a status
        return None


def not_supported(action: str) -> OcppError:
    """Return the error that answers any other call that nobody handles."""
    return OcppError(ErrorCode.NOT_SUPPORTED, f"{action} is not supported here")
