# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The enumerations of OCPP 1.x."""

__all__ = [
    "AuthorizationStatus",
    "AvailabilityStatus",
    "AvailabilityType",
    "CertificateUseEnumType",
    "ChargePointErrorCode",
    "ChargePointStatusCode",
    "ChargingProfileKindCode",
    "ChargingProfilePurpose",
    "ChargingProfileStatus",
    "ChargingRateUnit",
    "ClearChargingProfileStatus",
    "ConfigurationStatus",
    "DataTransferStatus",
    "DeleteCertificateStatusEnumType",
    "DiagnosticsStatus",
    "FirmwareStatus",
    "FirmwareStatusEnumType",
    "GetCompositeScheduleStatus",
    "GetInstalledCertificateStatusEnumType",
    "HashAlgorithmEnumType",
    "InstallCertificateStatusEnumType",
    "Location",
    "LogEnumType",
    "LogStatusEnumType",
    "Measurand",
    "MessageTriggerCode",
    "MessageTriggerEnumType",
    "Phase",
    "ReadingContext",
    "Reason",
    "RecurrencyKind",
    "RegistrationStatus",
    "ReservationStatus",
    "ResetType",
    "TriggerMessageStatus",
    "TriggerMessageStatusEnumType",
    "UnitOfMeasure",
    "UnlockStatus",
    "UpdateFirmwareStatusEnumType",
    "UpdateStatus",
    "UpdateType",
    "UploadLogStatusEnumType",
    "ValueFormat",
]


from enum import StrEnum


class AuthorizationStatus(StrEnum):
    """OCPP 1.6 7.2."""

    ACCEPTED = "Accepted"
    BLOCKED = "Blocked"
    EXPIRED = "Expired"
    INVALID = "Invalid"
    CONCURRENT_TX = "ConcurrentTx"


class AvailabilityStatus(StrEnum):
    """OCPP 1.6 7.3."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"


class AvailabilityType(StrEnum):
    """OCPP 1.6 7.4."""

    INOPERATIVE = "Inoperative"
    OPERATIVE = "Operative"


class CertificateUseEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.7, 5.11."""

    CENTRAL_SYSTEM_ROOT_CERTIFICATE = "CentralSystemRootCertificate"
    MANUFACTURER_ROOT_CERTIFICATE = "ManufacturerRootCertificate"


class ChargePointErrorCode(StrEnum):
    """OCPP 1.6 7.6; 1.5 says Mode3Error for what 1.6 calls EVCommunicationError."""

    CONNECTOR_LOCK_FAILURE = "ConnectorLockFailure"
    GROUND_FAILURE = "GroundFailure"
    HIGH_TEMPERATURE = "HighTemperature"
    OTHER_ERROR = "OtherError"
    OVER_CURRENT_FAILURE = "OverCurrentFailure"
    POWER_METER_FAILURE = "PowerMeterFailure"
    POWER_SWITCH_FAILURE = "PowerSwitchFailure"
    READER_FAILURE = "ReaderFailure"
    RESET_FAILURE = "ResetFailure"
    UNDER_VOLTAGE = "UnderVoltage"
    WEAK_SIGNAL = "WeakSignal"
    INTERNAL_ERROR = "InternalError"
    LOCAL_LIST_CONFLICT = "LocalListConflict"
    OVER_VOLTAGE = "OverVoltage"
    EV_COMMUNICATION_ERROR = "EVCommunicationError"


class ChargePointStatusCode(StrEnum):
    """OCPP 1.6 7.7; five of its values take the place of Occupied in 1.5."""

    AVAILABLE = "Available"
    FAULTED = "Faulted"
    RESERVED = "Reserved"
    UNAVAILABLE = "Unavailable"
    OCCUPIED = "Occupied"
    PREPARING = "Preparing"
    CHARGING = "Charging"
    SUSPENDED_EVSE = "SuspendedEVSE"
    SUSPENDED_EV = "SuspendedEV"
    FINISHING = "Finishing"


class ChargingProfileKindCode(StrEnum):
    """OCPP 1.6 7.9."""

    ABSOLUTE = "Absolute"
    RECURRING = "Recurring"
    RELATIVE = "Relative"


class ChargingProfilePurpose(StrEnum):
    """OCPP 1.6 7.10."""

    CHARGE_POINT_MAX_PROFILE = "ChargePointMaxProfile"
    TX_DEFAULT_PROFILE = "TxDefaultProfile"
    TX_PROFILE = "TxProfile"


class ChargingProfileStatus(StrEnum):
    """OCPP 1.6 7.11."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"


class ChargingRateUnit(StrEnum):
    """OCPP 1.6 7.12."""

    A = "A"
    W = "W"


class ClearChargingProfileStatus(StrEnum):
    """OCPP 1.6 7.21."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"


class ConfigurationStatus(StrEnum):
    """OCPP 1.6 7.22."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"
    REBOOT_REQUIRED = "RebootRequired"


class DataTransferStatus(StrEnum):
    """OCPP 1.6 7.23."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_MESSAGE_ID = "UnknownMessageId"
    UNKNOWN_VENDOR_ID = "UnknownVendorId"


class DeleteCertificateStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.4."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    NOT_FOUND = "NotFound"


class DiagnosticsStatus(StrEnum):
    """OCPP 1.6 7.24."""

    UPLOADED = "Uploaded"
    UPLOAD_FAILED = "UploadFailed"
    IDLE = "Idle"
    UPLOADING = "Uploading"


class FirmwareStatus(StrEnum):
    """OCPP 1.6 7.25."""

    DOWNLOADED = "Downloaded"
    DOWNLOAD_FAILED = "DownloadFailed"
    INSTALLATION_FAILED = "InstallationFailed"
    INSTALLED = "Installed"
    DOWNLOADING = "Downloading"
    IDLE = "Idle"
    INSTALLING = "Installing"


class FirmwareStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.19."""

    DOWNLOADED = "Downloaded"
    DOWNLOAD_FAILED = "DownloadFailed"
    DOWNLOADING = "Downloading"
    DOWNLOAD_SCHEDULED = "DownloadScheduled"
    DOWNLOAD_PAUSED = "DownloadPaused"
    IDLE = "Idle"
    INSTALLATION_FAILED = "InstallationFailed"
    INSTALLING = "Installing"
    INSTALLED = "Installed"
    INSTALL_REBOOTING = "InstallRebooting"
    INSTALL_SCHEDULED = "InstallScheduled"
    INSTALL_VERIFICATION_FAILED = "InstallVerificationFailed"
    INVALID_SIGNATURE = "InvalidSignature"
    SIGNATURE_VERIFIED = "SignatureVerified"


class GetCompositeScheduleStatus(StrEnum):
    """OCPP 1.6 7.26."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class GetInstalledCertificateStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.8."""

    ACCEPTED = "Accepted"
    NOT_FOUND = "NotFound"


class HashAlgorithmEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.3."""

    SHA256 = "SHA256"
    SHA384 = "SHA384"
    SHA512 = "SHA512"


class InstallCertificateStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.12."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    REJECTED = "Rejected"


class Location(StrEnum):
    """OCPP 1.6 7.30."""

    BODY = "Body"
    INLET = "Inlet"
    OUTLET = "Outlet"
    CABLE = "Cable"
    EV = "EV"


class LogEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.9."""

    DIAGNOSTICS_LOG = "DiagnosticsLog"
    SECURITY_LOG = "SecurityLog"


class LogStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.10."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"


class Measurand(StrEnum):
    """OCPP 1.6 7.31."""

    CURRENT_EXPORT = "Current.Export"
    CURRENT_IMPORT = "Current.Import"
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
    TEMPERATURE = "Temperature"
    VOLTAGE = "Voltage"
    CURRENT_OFFERED = "Current.Offered"
    FREQUENCY = "Frequency"
    POWER_FACTOR = "Power.Factor"
    POWER_OFFERED = "Power.Offered"
    RPM = "RPM"
    SOC = "SoC"


class MessageTriggerCode(StrEnum):
    """OCPP 1.6 7.32."""

    BOOT_NOTIFICATION = "BootNotification"
    DIAGNOSTICS_STATUS_NOTIFICATION = "DiagnosticsStatusNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"
    METER_VALUES = "MeterValues"
    STATUS_NOTIFICATION = "StatusNotification"


class MessageTriggerEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.5."""

    BOOT_NOTIFICATION = "BootNotification"
    LOG_STATUS_NOTIFICATION = "LogStatusNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"
    METER_VALUES = "MeterValues"
    SIGN_CHARGE_POINT_CERTIFICATE = "SignChargePointCertificate"
    STATUS_NOTIFICATION = "StatusNotification"


class Phase(StrEnum):
    """OCPP 1.6 7.34."""

    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    N = "N"
    L1_N = "L1-N"
    L2_N = "L2-N"
    L3_N = "L3-N"
    L1_L2 = "L1-L2"
    L2_L3 = "L2-L3"
    L3_L1 = "L3-L1"


class ReadingContext(StrEnum):
    """OCPP 1.6 7.35."""

    INTERRUPTION_BEGIN = "Interruption.Begin"
    INTERRUPTION_END = "Interruption.End"
    SAMPLE_CLOCK = "Sample.Clock"
    SAMPLE_PERIODIC = "Sample.Periodic"
    TRANSACTION_BEGIN = "Transaction.Begin"
    TRANSACTION_END = "Transaction.End"
    OTHER = "Other"
    TRIGGER = "Trigger"


class Reason(StrEnum):
    """OCPP 1.6 7.36."""

    DE_AUTHORIZED = "DeAuthorized"
    EMERGENCY_STOP = "EmergencyStop"
    EV_DISCONNECTED = "EVDisconnected"
    HARD_RESET = "HardReset"
    LOCAL = "Local"
    OTHER = "Other"
    POWER_LOSS = "PowerLoss"
    REBOOT = "Reboot"
    REMOTE = "Remote"
    SOFT_RESET = "SoftReset"
    UNLOCK_COMMAND = "UnlockCommand"


class RecurrencyKind(StrEnum):
    """OCPP 1.6 7.37."""

    DAILY = "Daily"
    WEEKLY = "Weekly"


class RegistrationStatus(StrEnum):
    """OCPP 1.6 7.38."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    PENDING = "Pending"


class ReservationStatus(StrEnum):
    """OCPP 1.6 7.40."""

    ACCEPTED = "Accepted"
    FAULTED = "Faulted"
    OCCUPIED = "Occupied"
    REJECTED = "Rejected"
    UNAVAILABLE = "Unavailable"


class ResetType(StrEnum):
    """OCPP 1.6 7.42."""

    HARD = "Hard"
    SOFT = "Soft"


class TriggerMessageStatus(StrEnum):
    """OCPP 1.6 7.44."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_IMPLEMENTED = "NotImplemented"


class TriggerMessageStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.6."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_IMPLEMENTED = "NotImplemented"


class UnitOfMeasure(StrEnum):
    """OCPP 1.6 7.45; 1.6 errata: Celcius is what to send, Frequency is in Hertz."""

    WH = "Wh"
    KWH = "kWh"
    VARH = "varh"
    KVARH = "kvarh"
    W = "W"
    KW = "kW"
    VAR = "var"
    KVAR = "kvar"
    VA = "VA"
    KVA = "kVA"
    K = "K"
    FAHRENHEIT = "Fahrenheit"
    PERCENT = "Percent"
    HERTZ = "Hertz"
    A = "A"
    V = "V"
    CELSIUS = "Celsius"


class UnlockStatus(StrEnum):
    """OCPP 1.6 7.46; 1.5 says Accepted and Rejected."""

    NOT_SUPPORTED = "NotSupported"
    UNLOCKED = "Unlocked"
    UNLOCK_FAILED = "UnlockFailed"


class UpdateFirmwareStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.22."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"
    INVALID_CERTIFICATE = "InvalidCertificate"
    REVOKED_CERTIFICATE = "RevokedCertificate"


class UpdateStatus(StrEnum):
    """OCPP 1.6 7.47; 1.5 has a hash of the list."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    NOT_SUPPORTED = "NotSupported"
    VERSION_MISMATCH = "VersionMismatch"
    HASH_ERROR = "HashError"


class UpdateType(StrEnum):
    """OCPP 1.6 7.48."""

    DIFFERENTIAL = "Differential"
    FULL = "Full"


class UploadLogStatusEnumType(StrEnum):
    """OCPP 1.6 security white paper 5.13."""

    BAD_MESSAGE = "BadMessage"
    IDLE = "Idle"
    NOT_SUPPORTED_OPERATION = "NotSupportedOperation"
    PERMISSION_DENIED = "PermissionDenied"
    UPLOADED = "Uploaded"
    UPLOAD_FAILURE = "UploadFailure"
    UPLOADING = "Uploading"


class ValueFormat(StrEnum):
    """OCPP 1.6 7.49."""

    RAW = "Raw"
    SIGNED_DATA = "SignedData"
