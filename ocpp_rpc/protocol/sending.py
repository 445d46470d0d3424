"""What this side may send, found out before anything is written.

Every fault here is one of the program: it raises, and the peer sees nothing of it.

Functions without state: they look at a message and at the terms of a conversation, and
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
        message: What is to be sent.
        kind: Whether it is to be answered.
        tolerance: How much it may deviate; None if it has to be valid.
        conversation: That says the version and the role.

    Raises:
        NotInVersion: The version has no such request.
        CannotSend: It deviates more than the tolerance allows, it is of another kind,
            or the other role sends it.
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
    """Refuse to send a message with an id that is no text of the right length.

    Raises:
        CannotSend: It is not.
    """
    if not 1 <= len(message_id) <= MAX_ID_LENGTH or not is_text(message_id):
        raise CannotSend(f"a message id has 1 to {MAX_ID_LENGTH} characters")


def check_response(procedure: Procedure, response: object) -> None:
    """Refuse to answer with what is not a valid object of the very class.

    Raises:
        CannotSend: It is none of a subclass either, or it deviates.
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
    """Say what a handler has returned instead of a response."""
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
    """Refuse to send a message that deviates, unless that is wanted.

    Numbers beyond their bounds are never wanted, whatever the tolerance: it lets them
    pass when they are received only.

    Raises:
        CannotSend: It deviates more than the tolerance allows.
    """
    strict = replace(tolerance or STRICT, bounds=False)
    try:
        strict.loads(valid_type(message), dumps(message))
    except DecodeError as error:
        raise CannotSend(str(error)) from None
