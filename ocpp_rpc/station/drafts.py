"""Which requests an outbox accepts, and the form in which it stores them.

Messages about transactions have to be kept and delivered in order (1.6 §3.7; 2.x part
2, E04), and critical security events have to be delivered (A04.FR.02). Any other
message is refused: it would be delivered too late to be useful, and delay these.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from ocpp_messages import Model, VersionPackage, valid_type
from ocpp_messages.serializer import dumps, loads, to_jsonable
from ocpp_rpc.errors import CannotSend

__all__ = ["ACTIONS_2X", "NOTIFICATION", "Draft", "draft"]

_ACTIONS_1X: Final = frozenset({"StartTransaction", "MeterValues", "StopTransaction"})
ACTIONS_2X: Final = frozenset({"TransactionEvent"})
"""The actions about transactions whose id the station itself creates."""

NOTIFICATION: Final = "SecurityEventNotification"
"""The action of a security event."""

_ACTIONS: Final[Mapping[str, frozenset[str]]] = {
    "1.5": _ACTIONS_1X,
    "1.6": _ACTIONS_1X | {NOTIFICATION},
    "2.0": ACTIONS_2X | {NOTIFICATION},
    "2.0.1": ACTIONS_2X | {NOTIFICATION},
    "2.1": ACTIONS_2X | {NOTIFICATION},
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be put into an outbox.

    Attributes:
        version: The OCPP version of the message.
        action: The action.
        payload: The JSON text of the request.
        transaction: The station's name (1.x) or the id (2.x) of the transaction; None
            if there is none.
        series: The series of an intermediate message, within which messages may be
            dropped; None for other messages.
    """

    version: str
    action: str
    payload: str
    transaction: str | None
    series: str | None


def draft(request: Model, transaction: str | None, offline: bool) -> Draft:
    """Return the draft of a request.

    Raises:
        CannotSend: An outbox does not accept the message, or it is not valid.
    """
    version, action = _identify(request)
    if action == NOTIFICATION:
        if transaction is not None:
            raise CannotSend("transaction= is not for a SecurityEventNotification")
        return Draft(version, action, _text(request), None, None)
    if action in ACTIONS_2X:
        return _draft_2x(version, request, transaction, offline)
    if action == "StartTransaction" and transaction is None:
        raise CannotSend("StartTransaction needs a name: put(..., transaction=...)")
    series = transaction
    if action != "MeterValues":
        series = None
    elif transaction is None:
        series = str(to_jsonable(request).get("transactionId", ""))
    return Draft(version, action, _text(request), transaction, series)


def _draft_2x(
    version: str, request: Any, transaction: str | None, offline: bool
) -> Draft:
    if transaction is not None:
        raise CannotSend("transaction= is not for a TransactionEvent, which has an id")
    if offline and request.offline is None:
        request = request.model_copy(update={"offline": True})
    if version == "2.0":
        transaction = request.transaction_data.id
    else:
        transaction = request.transaction_info.transaction_id
    series = transaction if request.event_type == "Updated" else None
    return Draft(version, "TransactionEvent", _text(request), transaction, series)


def _identify(request: Model) -> tuple[str, str]:
    """Return the version and the action of a request."""
    cls = valid_type(request)
    package = _package_of(cls)
    if package is None:
        text = f"{cls.__module__}.{cls.__name__} belongs to no version of OCPP"
        raise CannotSend(f"{text}: convert it to one first")
    procedure = package.PROCEDURES_BY_REQUEST.get(cls)
    if procedure is None or procedure.action not in _ACTIONS[package.VERSION]:
        raise CannotSend(f"an outbox does not accept {cls.__name__}: use call")
    return package.VERSION, procedure.action


def _package_of(cls: type[Model]) -> VersionPackage | None:
    package: Any = sys.modules.get(cls.__module__.rpartition(".")[0])
    known = getattr(package, "VERSION", None) in _ACTIONS
    return cast(VersionPackage, package) if known else None


def _text(request: Model) -> str:
    """Return the text of a request, checked to be readable."""
    # `model_construct` and `model_copy` do not validate. A fault found here can be
    # repaired; when the message is sent, it could only be discarded.
    try:
        text = dumps(request)
        loads(valid_type(request), text)
    except ValueError as error:
        raise CannotSend(f"{valid_type(request).__name__}: {error}") from error
    return text
