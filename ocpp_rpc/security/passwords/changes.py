"""Sends a new password to a charger, by the request of its version."""

from __future__ import annotations

from types import EllipsisType
from typing import TYPE_CHECKING, Any, Final

from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    OcppError,
    QueueFull,
)

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["ACCEPTED", "REBOOT_REQUIRED", "is_undecided", "send_key"]

ACCEPTED: Final = "Accepted"
REBOOT_REQUIRED: Final = "RebootRequired"


async def send_key(
    connection: Connection,
    key: bytes,
    timeout: float | EllipsisType | None,  # noqa: ASYNC109
) -> str:
    """Send a charger its new password; return the status in its response.

    Args:
        connection: The connection, of 1.6 or 2.x.
        key: The password, which must be valid in that version.
        timeout: The seconds that the response may take; see `Connection.call`.

    Raises:
        OcppRpcError: An exception of `Connection.call`.
    """
    action = _CHANGE if connection.version == "1.6" else _SET
    package = connection.package
    request = package.from_jsonable(
        package.PROCEDURES[action].request, _payload(action, key)
    )
    response: Any = await connection.call(request, timeout=timeout)
    if action == _CHANGE:
        return str(response.status)
    results = [each for each in response.set_variable_result if _is_ours(each)]
    if not results:
        raise InvalidResponse(action, "it has no result for BasicAuthPassword")
    return str(results[0].attribute_status)


def is_undecided(error: Exception) -> bool:
    """Tell whether a charger may have accepted a password although the call failed."""
    match error:
        case CallTimeout() | ConnectionClosed():
            return error.sent
        case CannotSend() | QueueFull():
            return False
        case OcppError():
            return error.code in _UNDECIDED
        case _:
            return True


_CHANGE: Final = "ChangeConfiguration"
_SET: Final = "SetVariables"

_UNDECIDED: Final = {ErrorCode.INTERNAL_ERROR, ErrorCode.GENERIC_ERROR}
"""The error codes of a charger whose handler failed, perhaps half-way."""


def _payload(action: str, key: bytes) -> dict[str, Any]:
    if action == _CHANGE:
        return {"key": "AuthorizationKey", "value": key.hex()}
    data = {
        "attributeValue": key.decode(),
        "component": {"name": "SecurityCtrlr"},
        "variable": {"name": "BasicAuthPassword"},
    }
    return {"setVariableData": [data]}


def _is_ours(result: Any) -> bool:
    # Names of components and variables are case-insensitive (2.0.1 part 1 §4).
    return str(result.variable.name).lower() == "basicauthpassword"
