"""What the wire says in several fields, or in numbers, as one value.

Each of these has two functions for the serializers: one makes it of what stands on
the wire, the other takes it apart again. None of them depends on the version; what a
version cannot spell is found when the parts are written.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Final, TypeAlias, get_args

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError, core_schema

from ocpp_messages.converting import Follows, Unfit, build, known, maybe
from ocpp_messages.errors import ViolationKind
from ocpp_messages.v1x.base import Model
from ocpp_messages.v1x.enumerations import (
    ChargePointErrorCode,
    ChargePointStatusCode,
    ChargingProfileKindCode,
    Location,
    Measurand,
    MessageTriggerCode,
    MessageTriggerEnumType,
    Phase,
    ReadingContext,
    RecurrencyKind,
    UnitOfMeasure,
    ValueFormat,
)

__all__ = [
    "DEFAULTS_OF_SAMPLED_VALUE",
    "Absolute",
    "Available",
    "ChargePointStatus",
    "ChargePointTrigger",
    "ChargePointTriggerMessage",
    "ChargingProfileKind",
    "Connector",
    "ConnectorTrigger",
    "ConnectorTriggerMessage",
    "Duration",
    "ExtendedChargePointTrigger",
    "ExtendedChargePointTriggerMessage",
    "ExtendedMessageTrigger",
    "Faulted",
    "ListVersion",
    "MessageTrigger",
    "Occupied",
    "OccupiedKind",
    "OneOf",
    "Recurring",
    "Relative",
    "Reserved",
    "Retries",
    "SampledValue",
    "Scope",
    "Unavailable",
    "WholeChargePoint",
    "read_connector",
    "read_duration",
    "read_extended_trigger",
    "read_list_version",
    "read_profile_kind",
    "read_retries",
    "read_scope",
    "read_status",
    "read_trigger",
    "write_connector",
    "write_duration",
    "write_extended_trigger",
    "write_list_version",
    "write_profile_kind",
    "write_retries",
    "write_scope",
    "write_status",
    "write_trigger",
]


class OneOf:
    """A field that holds an object of one of several classes, and nothing like it.

    Without it a dict would do, and an empty one would become whatever comes first.
    """

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        classes = get_args(source)

        def check(value: Any) -> Any:
            if isinstance(value, classes):
                return value
            raise PydanticCustomError(
                "one_of",
                "Input should be one of {names}",
                {"names": ", ".join(one.__name__ for one in classes)},
            )

        return core_schema.no_info_before_validator_function(check, handler(source))


# Numbers


def _whole_seconds(value: timedelta) -> timedelta:
    if value < timedelta(0) or value.microseconds:
        raise PydanticCustomError(
            "duration", "Input should be whole seconds, not less than 0"
        )
    return value


Duration = Annotated[timedelta, AfterValidator(_whole_seconds)]
"""A duration in whole seconds, not less than 0; an integer on the wire."""

_MOST_SECONDS: Final = timedelta.max // timedelta(seconds=1)


def read_duration(seconds: int) -> timedelta:
    """Returns a duration."""
    if not 0 <= seconds <= _MOST_SECONDS:
        raise Unfit(
            f"Input should be seconds from 0 to {_MOST_SECONDS}", ViolationKind.RANGE
        )
    return timedelta(seconds=seconds)


def write_duration(duration: timedelta) -> int:
    """Returns the seconds."""
    return duration // timedelta(seconds=1)


ListVersion = Annotated[int, Field(ge=0)] | None
"""The version of the local authorization list; None if lists are not supported."""

_NO_LISTS: Final = -1


def read_list_version(number: int) -> int | None:
    """Returns the version, or None."""
    if number < _NO_LISTS:
        raise Unfit("Input should be not less than -1", ViolationKind.RANGE)
    return None if number == _NO_LISTS else number


def write_list_version(version: int | None) -> int:
    """Returns the number on the wire."""
    return _NO_LISTS if version is None else version


# Connectors


class WholeChargePoint(Model):
    """The charge point as a whole: connector 0 on the wire."""


class Connector(Model):
    """One connector.

    Attributes:
        id: Its number, as on the wire: 1 and up.
    """

    id: Annotated[int, Field(ge=1)]


Scope: TypeAlias = WholeChargePoint | Connector
"""What a message is about."""


@lru_cache
def read_scope(connector_id: int) -> Scope:
    """Returns the charge point or a connector; there are few, and they are values."""
    return _WHOLE if connector_id == 0 else read_connector(connector_id, 0)


def write_scope(scope: Scope) -> int:
    """Returns the number."""
    return scope.id if type(scope) is Connector else 0


def read_connector(connector_id: int, least: int = 1) -> Connector:
    """Returns a connector, where the charge point as a whole makes no sense."""
    if connector_id < 1:
        raise Unfit(f"Input should be not less than {least}", ViolationKind.RANGE)
    return build(Connector, {"id": connector_id})


_WHOLE: Final = WholeChargePoint()


def write_connector(connector: Connector) -> int:
    """Returns the number."""
    return connector.id


# Retries


class Retries(Model):
    """How often something is tried again; None leaves it to the charge point.

    Attributes:
        count: How often.
        interval: How much later each time.
    """

    count: Annotated[int | None, Field(ge=0)] = None
    interval: Duration | None = None


def read_retries(retries: int | None, retry_interval: int | None) -> Retries:
    """Returns count and interval."""
    if retries is not None and retries < 0:
        raise Unfit("Input should be not less than 0", ViolationKind.RANGE, "retries")
    interval = maybe("retryInterval", read_duration, retry_interval)
    return build(Retries, {"count": retries, "interval": interval})


def write_retries(retries: Retries) -> tuple[int | None, int | None]:
    """Returns count and seconds."""
    interval = retries.interval
    return retries.count, None if interval is None else write_duration(interval)


# Status of a charge point or connector (OCPP 1.6 4.9)


class _NoFault(Model):
    """What is no fault may come with a warning.

    Attributes:
        info: More about it.
        warning: The error that was told although the status is no fault.
        vendor_error_code: The vendor's code for that.
    """

    info: str | None = None
    warning: ChargePointErrorCode | None = None
    vendor_error_code: str | None = None


class Available(_NoFault):
    """Free to be used."""


class OccupiedKind(StrEnum):
    """What keeps a connector occupied (OCPP 1.6 7.7); 1.5 does not tell."""

    PREPARING = "Preparing"
    CHARGING = "Charging"
    SUSPENDED_EVSE = "SuspendedEVSE"
    SUSPENDED_EV = "SuspendedEV"
    FINISHING = "Finishing"


class Occupied(_NoFault):
    """In use.

    Attributes:
        kind: By what; None in 1.5, never None in 1.6.
    """

    kind: OccupiedKind | None = None


class Reserved(_NoFault):
    """Reserved for an id tag."""


class Unavailable(_NoFault):
    """Taken out of service."""


class Faulted(Model):
    """Out of order.

    Attributes:
        error_code: The error; None where the charge point says NoError nevertheless.
        info: More about it.
        vendor_error_code: The vendor's code for it.
    """

    error_code: ChargePointErrorCode | None = None
    info: str | None = None
    vendor_error_code: str | None = None


ChargePointStatus: TypeAlias = Available | Occupied | Reserved | Unavailable | Faulted
"""The status of a charge point or connector."""

_SIMPLE: Final[
    Mapping[ChargePointStatusCode, type[Available | Reserved | Unavailable]]
] = {
    ChargePointStatusCode.AVAILABLE: Available,
    ChargePointStatusCode.RESERVED: Reserved,
    ChargePointStatusCode.UNAVAILABLE: Unavailable,
}
_KINDS: Final[Mapping[ChargePointStatusCode, OccupiedKind | None]] = {
    ChargePointStatusCode.OCCUPIED: None,
    **{ChargePointStatusCode(kind.value): kind for kind in OccupiedKind},
}
_CODES: Final[Mapping[type[Model], ChargePointStatusCode]] = {
    Faulted: ChargePointStatusCode.FAULTED,
    **{cls: code for code, cls in _SIMPLE.items()},
}
_ERRORS: Final[Mapping[ChargePointStatusCode, str]] = {
    code: "error_code" if code is ChargePointStatusCode.FAULTED else "warning"
    for code in ChargePointStatusCode
}
_CODES_OF_KINDS: Final = {kind: code for code, kind in _KINDS.items()}


def read_status(
    status: ChargePointStatusCode,
    error_code: ChargePointErrorCode | None,
    info: str | None,
    vendor_error_code: str | None,
) -> ChargePointStatus:
    """Returns the status with what belongs to it."""
    known(status)
    if info is None and vendor_error_code is None and type(error_code) is not str:
        return _bare_status(status, error_code)
    return _status(status, error_code, info, vendor_error_code)


def _status(
    status: ChargePointStatusCode,
    error_code: ChargePointErrorCode | None,
    info: str | None = None,
    vendor_error_code: str | None = None,
) -> ChargePointStatus:
    if status is ChargePointStatusCode.FAULTED:
        told = {"error_code": error_code, "info": info}
        return build(Faulted, {**told, "vendor_error_code": vendor_error_code})
    warned = {
        "info": info,
        "warning": error_code,
        "vendor_error_code": vendor_error_code,
    }
    if status in _SIMPLE:
        return build(_SIMPLE[status], warned)
    return build(Occupied, {**warned, "kind": _KINDS[status]})


# There are few without texts, nearly all are, and being values they may be shared.
_bare_status: Final = lru_cache(maxsize=None)(_status)


def write_status(
    status: ChargePointStatus,
) -> tuple[ChargePointStatusCode, ChargePointErrorCode | None, str | None, str | None]:
    """Returns status, error code, info and vendor error code."""
    # Not by isinstance, which asks the metaclass, and costs more than all the rest.
    if type(status) is Occupied:
        code = _CODES_OF_KINDS[status.kind]
    else:
        code = _CODES[type(status)]
    error = getattr(status, _ERRORS[code])
    return code, error, status.info, status.vendor_error_code


# Kinds of charging profiles (OCPP 1.6 7.9)


class Absolute(Model):
    """The schedule starts at a moment that it names."""


class Relative(Model):
    """The schedule starts with the transaction."""


class Recurring(Model):
    """The schedule starts again every day or week.

    Attributes:
        recurrency_kind: Which.
    """

    recurrency_kind: RecurrencyKind


ChargingProfileKind: TypeAlias = Absolute | Relative | Recurring
"""When the schedule of a charging profile starts."""


def read_profile_kind(
    kind: ChargingProfileKindCode, recurrency_kind: RecurrencyKind | None
) -> ChargingProfileKind:
    """Returns the kind with what it needs."""
    if known(kind) is ChargingProfileKindCode.RECURRING:
        if recurrency_kind is None:
            raise Unfit(
                "A recurring profile has to say how often",
                ViolationKind.MISSING,
                "recurrencyKind",
            )
        return build(Recurring, {"recurrency_kind": recurrency_kind})
    if recurrency_kind is not None:
        raise Unfit(
            "Only a recurring profile has this", ViolationKind.EXTRA, "recurrencyKind"
        )
    return _ABSOLUTE if kind is ChargingProfileKindCode.ABSOLUTE else _RELATIVE


_ABSOLUTE: Final = Absolute()
_RELATIVE: Final = Relative()


def write_profile_kind(
    kind: ChargingProfileKind,
) -> tuple[ChargingProfileKindCode, RecurrencyKind | None]:
    """Returns kind and recurrency kind."""
    match kind:
        case Recurring():
            return ChargingProfileKindCode.RECURRING, kind.recurrency_kind
        case Absolute():
            return ChargingProfileKindCode.ABSOLUTE, None
        case Relative():
            return ChargingProfileKindCode.RELATIVE, None


# Messages to trigger (OCPP 1.6 7.32; security white paper 5.5)


class ChargePointTriggerMessage(StrEnum):
    """Messages about the charge point."""

    BOOT_NOTIFICATION = "BootNotification"
    DIAGNOSTICS_STATUS_NOTIFICATION = "DiagnosticsStatusNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"


class ExtendedChargePointTriggerMessage(StrEnum):
    """Messages about the charge point that ExtendedTriggerMessage asks for."""

    BOOT_NOTIFICATION = "BootNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"
    LOG_STATUS_NOTIFICATION = "LogStatusNotification"
    SIGN_CHARGE_POINT_CERTIFICATE = "SignChargePointCertificate"


class ConnectorTriggerMessage(StrEnum):
    """Messages about connectors."""

    METER_VALUES = "MeterValues"
    STATUS_NOTIFICATION = "StatusNotification"


class ChargePointTrigger(Model):
    """Asks for a message about the charge point."""

    message: ChargePointTriggerMessage


class ExtendedChargePointTrigger(Model):
    """The same by ExtendedTriggerMessage, which knows other messages."""

    message: ExtendedChargePointTriggerMessage


class ConnectorTrigger(Model):
    """Asks for a message about a connector.

    Attributes:
        message: Which.
        connector: About which connector; None for all.
    """

    message: ConnectorTriggerMessage
    connector: Connector | None = None


MessageTrigger: TypeAlias = ChargePointTrigger | ConnectorTrigger
"""The message that a charge point shall send."""

ExtendedMessageTrigger: TypeAlias = ExtendedChargePointTrigger | ConnectorTrigger
"""The same for ExtendedTriggerMessage."""

_ABOUT_CONNECTORS: Final = frozenset(ConnectorTriggerMessage)


def read_trigger(
    requested_message: MessageTriggerCode, connector_id: int | None
) -> MessageTrigger:
    """Returns the message with what it is about."""
    message = known(requested_message).value
    return _read_connector_trigger(message, connector_id) or ChargePointTrigger(
        message=ChargePointTriggerMessage(message)
    )


def read_extended_trigger(
    requested_message: MessageTriggerEnumType, connector_id: int | None
) -> ExtendedMessageTrigger:
    """Returns the message with what it is about."""
    message = known(requested_message).value
    return _read_connector_trigger(message, connector_id) or ExtendedChargePointTrigger(
        message=ExtendedChargePointTriggerMessage(message)
    )


def _read_connector_trigger(
    message: str, connector_id: int | None
) -> ConnectorTrigger | None:
    """Returns a message about connectors; None if it is about the charge point."""
    if message in _ABOUT_CONNECTORS:
        return ConnectorTrigger(
            message=ConnectorTriggerMessage(message),
            connector=maybe("connectorId", read_connector, connector_id),
        )
    if connector_id is not None:
        raise Unfit(
            "The requested message is not about a connector",
            ViolationKind.EXTRA,
            "connectorId",
        )
    return None


def write_trigger(trigger: MessageTrigger) -> tuple[MessageTriggerCode, int | None]:
    """Returns message and connector."""
    return MessageTriggerCode(trigger.message.value), _connector_id(trigger)


def write_extended_trigger(
    trigger: ExtendedMessageTrigger,
) -> tuple[MessageTriggerEnumType, int | None]:
    """Returns message and connector."""
    return MessageTriggerEnumType(trigger.message.value), _connector_id(trigger)


def _connector_id(trigger: MessageTrigger | ExtendedMessageTrigger) -> int | None:
    connector = trigger.connector if isinstance(trigger, ConnectorTrigger) else None
    return None if connector is None else connector.id


# Sampled values (OCPP 1.6 7.43)


class SampledValue(Model):
    """A value of a meter, with the defaults of what the wire leaves out.

    Attributes:
        value: A number as text, or signed data.
        context: When it was read.
        format: What the value is.
        measurand: What was measured.
        phase: Where in the three phases.
        location: Where in the charge point.
        unit: Wh by default for energy; None is the unknown unit of something else.
    """

    value: str
    context: ReadingContext = ReadingContext.SAMPLE_PERIODIC
    format: ValueFormat = ValueFormat.RAW
    measurand: Measurand = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
    phase: Phase | None = None
    location: Location = Location.OUTLET
    unit: Annotated[UnitOfMeasure | None, Field(validate_default=True)] = None

    @field_validator("unit")
    @classmethod
    def _default_unit(
        cls, unit: UnitOfMeasure | None, info: ValidationInfo
    ) -> UnitOfMeasure | None:
        return _UNITS.get(info.data.get("measurand")) if unit is None else unit


_UNITS: Final[Mapping[Any, UnitOfMeasure]] = {
    measurand: UnitOfMeasure.WH
    for measurand in Measurand
    if measurand.startswith("Energy.")
}
"""The units that go without saying."""


DEFAULTS_OF_SAMPLED_VALUE: Final[Mapping[str, Any]] = {
    "context": ReadingContext.SAMPLE_PERIODIC,
    "format": ValueFormat.RAW,
    "measurand": Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
    "location": Location.OUTLET,
    "unit": Follows("measurand", _UNITS),
}
"""What is meant where the wire leaves a field out."""
