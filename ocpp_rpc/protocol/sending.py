"""Checks of messages before they are sent.

Every fault found here is a fault of the program: the check raises, and the peer gets
nothing.

The functions keep no state: they read a message and the settings of a conversation, and
change neither.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from ocpp_messages import (
    STRICT,
    DecodeError,
    Model,
    Procedure,
    ProcedureKind,
    Tolerance,
    Tolerated,
    valid_type,
)
from ocpp_messages.serializer import dumps
from ocpp_rpc.errors import CannotSend, NotInVersion

from .conversation import Conversation
from .frames import MAX_ID_LENGTH, is_text

__all__ = [
    "check_deviations",
    "check_id",
    "check_response",
    "procedure_of",
]


def procedure_of(
    message: Model,
    kind: ProcedureKind,
    tolerance: Tolerance | None,
    conversation: Conversation,
) -> Procedure:
    """Return the procedure of a message that this side may send.

    Args:
        message: The message to send.
        kind: The kind it has to have: CALL, which is answered, or SEND.
        tolerance: The deviations to accept; None: the message has to be valid.
        conversation: The conversation, which has the version and the role.

    Raises:
        NotInVersion: The version has no such request.
        CannotSend: The message deviates more than the tolerance accepts, is of another
            kind, or may be sent by the other role only.
    """
    package, role = conversation.package, conversation.role
    procedure = package.PROCEDURES_BY_REQUEST.get(type(message))
    if procedure is None and isinstance(message, Tolerated):
        procedure = package.PROCEDURES_BY_REQUEST.get(valid_type(message))
        if procedure is not None:
            check_deviations(message, tolerance)
    if procedure is None:
        cls = valid_type(message)
        name = getattr(package, "__name__", "its package")
        raise NotInVersion(
            f"{cls.__module__}.{cls.__name__} is not a request of OCPP "
            f"{package.VERSION} in {name}"
        )
    if procedure.kind is not kind:
        raise CannotSend(f"{procedure.action} is a {procedure.kind}, not a {kind}")
    if role not in procedure.senders:
        raise CannotSend(f"a {role} does not send {procedure.action}")
    return procedure


def check_id(message_id: str) -> None:
    """Check that a message id is a text of 1 to 36 characters.

    Raises:
        CannotSend: It is not.
    """
    if not 1 <= len(message_id) <= MAX_ID_LENGTH or not is_text(message_id):
        raise CannotSend(f"a message id has 1 to {MAX_ID_LENGTH} characters")


def check_response(procedure: Procedure, response: object) -> None:
    """Check that a response is a valid object of the procedure's response class.

    Raises:
        CannotSend: It is of another class, or invalid.
    """
    expected = procedure.response
    if expected is None or not isinstance(response, expected):
        wanted = "nothing" if expected is None else _described(expected)
        raise CannotSend(
            f"the answer to {procedure.action} is {wanted}, not {_found(response)}"
        )
    if isinstance(response, Tolerated):
        check_deviations(response, None)


def _found(response: object) -> str:
    """Describe the value that a handler returned instead of a response."""
    if response is None:
        return "None"
    if isinstance(response, type):
        return f"the class {response.__name__} itself"
    return _described(type(response))


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
    """Check that a message deviates no more than a tolerance accepts.

    Numbers beyond their bounds are always refused: a tolerance accepts them only in
    received messages.

    Raises:
        CannotSend: The message deviates more than the tolerance accepts.
    """
    strict = replace(tolerance or STRICT, bounds=False)
    try:
        strict.loads(valid_type(message), dumps(message))
    except DecodeError as error:
        raise CannotSend(str(error)) from None
