# Generated from the schemas of OCPP 1.5 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The enumerations of OCPP 1.5."""

__all__ = [
    "AuthorizationStatus",
    "AvailabilityStatus",
    "AvailabilityType",
    "CancelReservationStatus",
    "ChargePointErrorCode",
    "ChargePointStatus",
    "ClearCacheStatus",
    "ConfigurationStatus",
    "DataTransferStatus",
    "DiagnosticsStatus",
    "FirmwareStatus",
    "Location",
    "Measurand",
    "ReadingContext",
    "RegistrationStatus",
    "RemoteStartStopStatus",
    "ReservationStatus",
    "ResetStatus",
    "ResetType",
    "UnitOfMeasure",
    "UnlockStatus",
    "UpdateStatus",
    "UpdateType",
    "ValueFormat",
]


from enum import StrEnum


class AuthorizationStatus(StrEnum):
    """Part of IdTagInfo (OCPP 1.5 CentralSystemService and ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    BLOCKED = "Blocked"
    EXPIRED = "Expired"
    INVALID = "Invalid"
    CONCURRENT_TX = "ConcurrentTx"


class AvailabilityStatus(StrEnum):
    """Part of ChangeAvailabilityResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"


class AvailabilityType(StrEnum):
    """Part of ChangeAvailabilityRequest (OCPP 1.5 ChargePointService WSDL)."""

    INOPERATIVE = "Inoperative"
    OPERATIVE = "Operative"


class CancelReservationStatus(StrEnum):
    """Part of CancelReservationResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ChargePointErrorCode(StrEnum):
    """Part of StatusNotificationRequest (OCPP 1.5 CentralSystemService WSDL)."""

    CONNECTOR_LOCK_FAILURE = "ConnectorLockFailure"
    HIGH_TEMPERATURE = "HighTemperature"
    MODE3_ERROR = "Mode3Error"
    NO_ERROR = "NoError"
    POWER_METER_FAILURE = "PowerMeterFailure"
    POWER_SWITCH_FAILURE = "PowerSwitchFailure"
    READER_FAILURE = "ReaderFailure"
    RESET_FAILURE = "ResetFailure"
    GROUND_FAILURE = "GroundFailure"
    OVER_CURRENT_FAILURE = "OverCurrentFailure"
    UNDER_VOLTAGE = "UnderVoltage"
    WEAK_SIGNAL = "WeakSignal"
    OTHER_ERROR = "OtherError"


class ChargePointStatus(StrEnum):
    """Part of StatusNotificationRequest (OCPP 1.5 CentralSystemService WSDL)."""

    AVAILABLE = "Available"
    OCCUPIED = "Occupied"
    FAULTED = "Faulted"
    UNAVAILABLE = "Unavailable"
    RESERVED = "Reserved"


class ClearCacheStatus(StrEnum):
    """Part of ClearCacheResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ConfigurationStatus(StrEnum):
    """Part of ChangeConfigurationResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"


class DataTransferStatus(StrEnum):
    """Part of DataTransferResponse.

    Defined in OCPP 1.5 CentralSystemService and ChargePointService WSDL.
    """

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_MESSAGE_ID = "UnknownMessageId"
    UNKNOWN_VENDOR_ID = "UnknownVendorId"


class DiagnosticsStatus(StrEnum):
    """Part of DiagnosticsStatusNotificationRequest.

    Defined in OCPP 1.5 CentralSystemService WSDL.
    """

    UPLOADED = "Uploaded"
    UPLOAD_FAILED = "UploadFailed"


class FirmwareStatus(StrEnum):
    """Part of FirmwareStatusNotificationRequest.

    Defined in OCPP 1.5 CentralSystemService WSDL.
    """

    DOWNLOADED = "Downloaded"
    DOWNLOAD_FAILED = "DownloadFailed"
    INSTALLATION_FAILED = "InstallationFailed"
    INSTALLED = "Installed"


class Location(StrEnum):
    """Part of SampledValue (OCPP 1.5 CentralSystemService WSDL)."""

    INLET = "Inlet"
    OUTLET = "Outlet"
    BODY = "Body"


class Measurand(StrEnum):
    """Part of SampledValue (OCPP 1.5 CentralSystemService WSDL)."""

    ENERGY_ACTIVE_EXPORT_REGISTER = "Energy.Active.Export.Register"
    ENERGY_ACTIVE_IMPORT_REGISTER = "Energy.Active.Import.Register"
    ENERGY_REACTIVE_EXPORT_REGISTER = "Energy.Reactive.Export.Register"
    ENERGY_REACTIVE_IMPORT_REGISTER = "Energy.Reactive.Import.Register"
    ENERGY_ACTIVE_EXPORT_INTERVAL = "Energy.Active.Export.Interval"
    ENERGY_ACTIVE_IMPORT_INTERVAL = "Energy.Active.Import.Interval"
    ENERGY_REACTIVE_EXPORT_INTERVAL = "Energy.Reactive.Export.Interval"
    ENERGY_REACTIVE_IMPORT_INTERVAL = "Energy.Reactive.Import.Interval"
    POWER_ACTIVE_EXPORT = "Power.Active.Export"
    POWER_ACTIVE_IMPORT = "Power.Active.Import"
    POWER_REACTIVE_EXPORT = "Power.Reactive.Export"
    POWER_REACTIVE_IMPORT = "Power.Reactive.Import"
    CURRENT_EXPORT = "Current.Export"
    CURRENT_IMPORT = "Current.Import"
    VOLTAGE = "Voltage"
    TEMPERATURE = "Temperature"


class ReadingContext(StrEnum):
    """Part of SampledValue (OCPP 1.5 CentralSystemService WSDL)."""

    INTERRUPTION_BEGIN = "Interruption.Begin"
    INTERRUPTION_END = "Interruption.End"
    SAMPLE_CLOCK = "Sample.Clock"
    SAMPLE_PERIODIC = "Sample.Periodic"
    TRANSACTION_BEGIN = "Transaction.Begin"
    TRANSACTION_END = "Transaction.End"


class RegistrationStatus(StrEnum):
    """Part of BootNotificationResponse (OCPP 1.5 CentralSystemService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class RemoteStartStopStatus(StrEnum):
    """Part of RemoteStartTransactionResponse and RemoteStopTransactionResponse.

    Defined in OCPP 1.5 ChargePointService WSDL.
    """

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ReservationStatus(StrEnum):
    """Part of ReserveNowResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    FAULTED = "Faulted"
    OCCUPIED = "Occupied"
    REJECTED = "Rejected"
    UNAVAILABLE = "Unavailable"


class ResetStatus(StrEnum):
    """Part of ResetResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ResetType(StrEnum):
    """Part of ResetRequest (OCPP 1.5 ChargePointService WSDL)."""

    HARD = "Hard"
    SOFT = "Soft"


class UnitOfMeasure(StrEnum):
    """Part of SampledValue (OCPP 1.5 CentralSystemService WSDL)."""

    WH = "Wh"
    KWH = "kWh"
    VARH = "varh"
    KVARH = "kvarh"
    W = "W"
    KW = "kW"
    VAR = "var"
    KVAR = "kvar"
    AMP = "Amp"
    VOLT = "Volt"
    CELSIUS = "Celsius"


class UnlockStatus(StrEnum):
    """Part of UnlockConnectorResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class UpdateStatus(StrEnum):
    """Part of SendLocalListResponse (OCPP 1.5 ChargePointService WSDL)."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    HASH_ERROR = "HashError"
    NOT_SUPPORTED = "NotSupported"
    VERSION_MISMATCH = "VersionMismatch"


class UpdateType(StrEnum):
    """Part of SendLocalListRequest (OCPP 1.5 ChargePointService WSDL)."""

    DIFFERENTIAL = "Differential"
    FULL = "Full"


class ValueFormat(StrEnum):
    """Part of SampledValue (OCPP 1.5 CentralSystemService WSDL)."""

    RAW = "Raw"
    SIGNED_DATA = "SignedData"
