# Generated from schemas/versions.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Typed messages of OCPP 1.5, 1.6, 2.0, 2.0.1, 2.1.

Each version is a package of its own and is loaded on its own, by import or by `load`::

    from ocpp_messages import v16

    request = v16.BootNotificationRequest(
        charge_point_vendor="Acme", charge_point_model="X1"
    )
    text = v16.dumps(request)
    again = v16.loads(v16.BootNotificationRequest, text)
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final, Protocol, cast

from ocpp_messages.custom_data import VendorData
from ocpp_messages.errors import (
    DecodeError,
    NotExpressible,
    NotSupported,
    ToleranceError,
    Violation,
    ViolationKind,
)
from ocpp_messages.model import (
    BackOfficeRequest,
    BackOfficeSend,
    BackOfficeSide,
    EitherRequest,
    EitherSend,
    Model,
    Request,
    Send,
    StationRequest,
    StationSend,
    StationSide,
)
from ocpp_messages.model import build_models as _build_models
from ocpp_messages.procedures import Procedure, ProcedureKind, Role
from ocpp_messages.tolerance import (
    FIELD,
    LENIENT,
    STRICT,
    Deviation,
    DeviationKind,
    Reading,
    Tolerance,
)
from ocpp_messages.tolerated import Tolerated, valid_type

__all__ = [
    "FAMILIES",
    "FIELD",
    "LENIENT",
    "STRICT",
    "VERSIONS",
    "BackOfficeRequest",
    "BackOfficeSend",
    "BackOfficeSide",
    "DecodeError",
    "Deviation",
    "DeviationKind",
    "EitherRequest",
    "EitherSend",
    "Model",
    "NotExpressible",
    "NotSupported",
    "Procedure",
    "ProcedureKind",
    "Reading",
    "Request",
    "Role",
    "Send",
    "StationRequest",
    "StationSend",
    "StationSide",
    "Tolerance",
    "ToleranceError",
    "Tolerated",
    "VendorData",
    "VersionPackage",
    "Violation",
    "ViolationKind",
    "load",
    "valid_type",
]

VERSIONS: Final = (
    "1.5",
    "1.6",
    "2.0",
    "2.0.1",
    "2.1",
)
"""The versions of OCPP, the oldest first."""

_PACKAGES: Final[Mapping[str, str]] = {
    "1.5": "ocpp_messages.v15",
    "1.6": "ocpp_messages.v16",
    "2.0": "ocpp_messages.v20",
    "2.0.1": "ocpp_messages.v201",
    "2.1": "ocpp_messages.v21",
}

FAMILIES: Final[Mapping[str, str]] = {
    "1.5": "ocpp_messages.v1x",
    "1.6": "ocpp_messages.v1x",
    "2.0.1": "ocpp_messages.v2x",
    "2.1": "ocpp_messages.v2x",
}
"""The name of the family package that covers a version, by version."""


class VersionPackage(Protocol):
    """The names that every version package has, beside its own types and roles.

    Attributes:
        VERSION: The version of OCPP, for example "2.0.1".
        SUBPROTOCOL: Its name in the WebSocket handshake, for example "ocpp2.0.1".
        STATION: The role of the charger.
        BACK_OFFICE: The role of the back office.
        PROCEDURES: The procedure of every action, by its name on the wire.
        PROCEDURES_BY_REQUEST: The same procedures, by the class of the request.
        dumps: Returns a message as compact JSON text.
        loads: Reads a message or datatype from JSON text.
        to_jsonable: Returns a message as a dict of plain values.
        from_jsonable: Reads a message or datatype from a dict of plain values.
    """

    @property
    def VERSION(self) -> str: ...
    @property
    def SUBPROTOCOL(self) -> str: ...
    @property
    def STATION(self) -> Role: ...
    @property
    def BACK_OFFICE(self) -> Role: ...
    @property
    def PROCEDURES(self) -> Mapping[str, Procedure]: ...
    @property
    def PROCEDURES_BY_REQUEST(self) -> Mapping[type[Model], Procedure]: ...
    @property
    def dumps(self) -> Callable[[Any], str]: ...
    @property
    def loads(self) -> Callable[[type[Any], str | bytes], Any]: ...
    @property
    def to_jsonable(self) -> Callable[[Any], dict[str, Any]]: ...
    @property
    def from_jsonable(self) -> Callable[[type[Any], Any], Any]: ...


def load(version: str, *, prepare: bool = False) -> VersionPackage:
    """Import the package of a version, if it is not imported yet, and return it.

    Args:
        version: One of `VERSIONS`, for example "2.0.1".
        prepare: Build the validators and serializers of all messages and datatypes now,
            which takes tenths of a second. By default, each is built when it is first
            used. You may do this in a thread while others use the version:
            `await asyncio.to_thread(load, "1.6", prepare=True)`.

    Raises:
        ValueError: There is no such version.
    """
    if version not in _PACKAGES:
        raise ValueError(
            f"unknown OCPP version {version!r}: there are {', '.join(VERSIONS)}"
        )
    package = import_module(_PACKAGES[version])
    if prepare:
        _build_models(package)
    return cast(VersionPackage, package)
