# Generated from the schemas of OCPP 2.0 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The enumerations of OCPP 2.0."""

__all__ = [
    "APNAuthenticationEnumType",
    "AttributeEnumType",
    "AuthorizationStatusEnumType",
    "BootReasonEnumType",
    "CancelReservationStatusEnumType",
    "CertificateSignedStatusEnumType",
    "CertificateSigningUseEnumType",
    "CertificateStatusEnumType",
    "ChangeAvailabilityStatusEnumType",
    "ChargingLimitSourceEnumType",
    "ChargingProfileKindEnumType",
    "ChargingProfilePurposeEnumType",
    "ChargingProfileStatusEnumType",
    "ChargingRateUnitEnumType",
    "ChargingStateEnumType",
    "ClearCacheStatusEnumType",
    "ClearChargingProfileStatusEnumType",
    "ClearMessageStatusEnumType",
    "ClearMonitoringStatusEnumType",
    "ComponentCriterionEnumType",
    "ConnectorEnumType",
    "ConnectorStatusEnumType",
    "CostKindEnumType",
    "CustomerInformationStatusEnumType",
    "DataEnumType",
    "DataTransferStatusEnumType",
    "DeleteCertificateStatusEnumType",
    "DisplayMessageStatusEnumType",
    "EncodingMethodEnumType",
    "EnergyTransferModeEnumType",
    "EventTriggerEnumType",
    "FirmwareStatusEnumType",
    "GenericDeviceModelStatusEnumType",
    "GenericStatusEnumType",
    "GetCertificateStatusEnumType",
    "GetChargingProfileStatusEnumType",
    "GetCompositeScheduleStatusEnumType",
    "GetDisplayMessagesStatusEnumType",
    "GetInstalledCertificateStatusEnumType",
    "GetVariableStatusEnumType",
    "HashAlgorithmEnumType",
    "IdTokenEnumType",
    "InstallCertificateStatusEnumType",
    "InstallCertificateUseEnumType",
    "Iso15118EVCertificateStatusEnumType",
    "LocationEnumType",
    "LogEnumType",
    "LogStatusEnumType",
    "MeasurandEnumType",
    "MessageFormatEnumType",
    "MessagePriorityEnumType",
    "MessageStateEnumType",
    "MessageTriggerEnumType",
    "MonitorEnumType",
    "MonitoringBaseEnumType",
    "MonitoringCriterionEnumType",
    "MutabilityEnumType",
    "NotifyCentralChargingNeedsStatusEnumType",
    "NotifyEVChargingNeedsStatusEnumType",
    "OCPPInterfaceEnumType",
    "OCPPTransportEnumType",
    "OCPPVersionEnumType",
    "OperationalStatusEnumType",
    "PhaseEnumType",
    "PublishFirmwareStatusEnumType",
    "ReadingContextEnumType",
    "ReasonEnumType",
    "RecurrencyKindEnumType",
    "RegistrationStatusEnumType",
    "Renegotiate15118ScheduleStatusEnumType",
    "ReportBaseEnumType",
    "RequestStartStopStatusEnumType",
    "ReservationUpdateStatusEnumType",
    "ReserveNowStatusEnumType",
    "ResetEnumType",
    "ResetStatusEnumType",
    "SecurityEventEnumType",
    "SendLocalListStatusEnumType",
    "SetMonitoringStatusEnumType",
    "SetNetworkProfileStatusEnumType",
    "SetVariableStatusEnumType",
    "SignatureMethodEnumType",
    "TransactionEventEnumType",
    "TriggerMessageStatusEnumType",
    "TriggerReasonEnumType",
    "UnlockStatusEnumType",
    "UnpublishFirmwareStatusEnumType",
    "Update15118EVCertificateStatusEnumType",
    "UpdateEnumType",
    "UpdateFirmwareStatusEnumType",
    "UploadLogStatusEnumType",
    "VPNEnumType",
]


from enum import StrEnum


class APNAuthenticationEnumType(StrEnum):
    """Part of APNType (OCPP 2.0.1 part 2, Enumerations 3.1)."""

    CHAP = "CHAP"
    NONE = "NONE"
    PAP = "PAP"
    AUTO = "AUTO"


class AttributeEnumType(StrEnum):
    """Part of GetVariableDataType and 4 more (OCPP 2.0.1 part 2, Enumerations 3.2)."""

    ACTUAL = "Actual"
    TARGET = "Target"
    MIN_SET = "MinSet"
    MAX_SET = "MaxSet"


class AuthorizationStatusEnumType(StrEnum):
    """Part of IdTokenInfoType (OCPP 2.0.1 part 2, Enumerations 3.3)."""

    ACCEPTED = "Accepted"
    BLOCKED = "Blocked"
    CONCURRENT_TX = "ConcurrentTx"
    EXPIRED = "Expired"
    INVALID = "Invalid"
    NO_CREDIT = "NoCredit"
    NOT_ALLOWED_TYPE_EVSE = "NotAllowedTypeEVSE"
    NOT_AT_THIS_LOCATION = "NotAtThisLocation"
    NOT_AT_THIS_TIME = "NotAtThisTime"
    UNKNOWN = "Unknown"


class BootReasonEnumType(StrEnum):
    """Part of BootNotificationRequest (OCPP 2.0.1 part 2, Enumerations 3.5)."""

    APPLICATION_RESET = "ApplicationReset"
    FIRMWARE_UPDATE = "FirmwareUpdate"
    LOCAL_RESET = "LocalReset"
    POWER_UP = "PowerUp"
    REMOTE_RESET = "RemoteReset"
    SCHEDULED_RESET = "ScheduledReset"
    TRIGGERED = "Triggered"
    UNKNOWN = "Unknown"
    WATCHDOG = "Watchdog"


class CancelReservationStatusEnumType(StrEnum):
    """Part of CancelReservationResponse (OCPP 2.0.1 part 2, Enumerations 3.6)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class CertificateSignedStatusEnumType(StrEnum):
    """Part of CertificateSignedResponse (OCPP 2.0.1 part 2, Enumerations 3.8)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class CertificateSigningUseEnumType(StrEnum):
    """Part of CertificateSignedRequest and SignCertificateRequest.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.9.
    """

    CHARGING_STATION_CERTIFICATE = "ChargingStationCertificate"
    V2G_CERTIFICATE = "V2GCertificate"


class CertificateStatusEnumType(StrEnum):
    """Part of AuthorizeResponse (OCPP 2.0 part 2, Enumerations)."""

    ACCEPTED = "Accepted"
    SIGNATURE_ERROR = "SignatureError"
    CERTIFICATE_EXPIRED = "CertificateExpired"
    CERTIFICATE_REVOKED = "CertificateRevoked"
    NO_CERTIFICATE_AVAILABLE = "NoCertificateAvailable"
    CERT_CHAIN_ERROR = "CertChainError"
    CONTRACT_CANCELLED = "ContractCancelled"


class ChangeAvailabilityStatusEnumType(StrEnum):
    """Part of ChangeAvailabilityResponse (OCPP 2.0.1 part 2, Enumerations 3.10)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"


class ChargingLimitSourceEnumType(StrEnum):
    """Part of ChargingLimitType and 3 more (OCPP 2.0.1 part 2, Enumerations 3.11)."""

    EMS = "EMS"
    OTHER = "Other"
    SO = "SO"
    CSO = "CSO"


class ChargingProfileKindEnumType(StrEnum):
    """Part of ChargingProfileType (OCPP 2.0.1 part 2, Enumerations 3.12)."""

    ABSOLUTE = "Absolute"
    RECURRING = "Recurring"
    RELATIVE = "Relative"


class ChargingProfilePurposeEnumType(StrEnum):
    """Part of ChargingProfileCriterionType, ChargingProfileType and 1 more.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.13.
    """

    CHARGING_STATION_EXTERNAL_CONSTRAINTS = "ChargingStationExternalConstraints"
    CHARGING_STATION_MAX_PROFILE = "ChargingStationMaxProfile"
    TX_DEFAULT_PROFILE = "TxDefaultProfile"
    TX_PROFILE = "TxProfile"


class ChargingProfileStatusEnumType(StrEnum):
    """Part of SetChargingProfileResponse (OCPP 2.0.1 part 2, Enumerations 3.14)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ChargingRateUnitEnumType(StrEnum):
    """Part of ChargingScheduleType, ReportedChargingScheduleType and 1 more.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.15.
    """

    W = "W"
    A = "A"


class ChargingStateEnumType(StrEnum):
    """Part of TransactionType (OCPP 2.0.1 part 2, Enumerations 3.16)."""

    CHARGING = "Charging"
    EV_DETECTED = "EVDetected"
    SUSPENDED_EV = "SuspendedEV"
    SUSPENDED_EVSE = "SuspendedEVSE"


class ClearCacheStatusEnumType(StrEnum):
    """Part of ClearCacheResponse (OCPP 2.0.1 part 2, Enumerations 3.17)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ClearChargingProfileStatusEnumType(StrEnum):
    """Part of ClearChargingProfileResponse (OCPP 2.0.1 part 2, Enumerations 3.18)."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"


class ClearMessageStatusEnumType(StrEnum):
    """Part of ClearDisplayMessageResponse (OCPP 2.0.1 part 2, Enumerations 3.19)."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"


class ClearMonitoringStatusEnumType(StrEnum):
    """Part of ClearMonitoringResultType (OCPP 2.0.1 part 2, Enumerations 3.20)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_FOUND = "NotFound"


class ComponentCriterionEnumType(StrEnum):
    """Part of GetReportRequest (OCPP 2.0.1 part 2, Enumerations 3.21)."""

    ACTIVE = "Active"
    AVAILABLE = "Available"
    ENABLED = "Enabled"
    PROBLEM = "Problem"


class ConnectorEnumType(StrEnum):
    """Part of ReservationType (OCPP 2.0.1 part 2, Enumerations 3.22)."""

    C_CCS1 = "cCCS1"
    C_CCS2 = "cCCS2"
    C_G105 = "cG105"
    C_TESLA = "cTesla"
    C_TYPE1 = "cType1"
    C_TYPE2 = "cType2"
    S309_1P_16A = "s309-1P-16A"
    S309_1P_32A = "s309-1P-32A"
    S309_3P_16A = "s309-3P-16A"
    S309_3P_32A = "s309-3P-32A"
    S_BS1361 = "sBS1361"
    S_CEE_7_7 = "sCEE-7-7"
    S_TYPE2 = "sType2"
    S_TYPE3 = "sType3"
    OTHER_1PH_MAX_16A = "Other1PhMax16A"
    OTHER_1PH_OVER_16A = "Other1PhOver16A"
    OTHER_3PH = "Other3Ph"
    PAN = "Pan"
    W_INDUCTIVE = "wInductive"
    W_RESONANT = "wResonant"
    UNDETERMINED = "Undetermined"
    UNKNOWN = "Unknown"


class ConnectorStatusEnumType(StrEnum):
    """Part of StatusNotificationRequest (OCPP 2.0.1 part 2, Enumerations 3.23)."""

    AVAILABLE = "Available"
    OCCUPIED = "Occupied"
    RESERVED = "Reserved"
    UNAVAILABLE = "Unavailable"
    FAULTED = "Faulted"


class CostKindEnumType(StrEnum):
    """Part of CostType (OCPP 2.0.1 part 2, Enumerations 3.24)."""

    CARBON_DIOXIDE_EMISSION = "CarbonDioxideEmission"
    RELATIVE_PRICE_PERCENTAGE = "RelativePricePercentage"
    RENEWABLE_GENERATION_PERCENTAGE = "RenewableGenerationPercentage"


class CustomerInformationStatusEnumType(StrEnum):
    """Part of CustomerInformationResponse (OCPP 2.0.1 part 2, Enumerations 3.25)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    INVALID = "Invalid"


class DataEnumType(StrEnum):
    """Part of VariableCharacteristicsType (OCPP 2.0.1 part 2, Enumerations 3.26)."""

    STRING = "string"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE_TIME = "dateTime"
    BOOLEAN = "boolean"
    OPTION_LIST = "OptionList"
    SEQUENCE_LIST = "SequenceList"
    MEMBER_LIST = "MemberList"


class DataTransferStatusEnumType(StrEnum):
    """Part of DataTransferResponse (OCPP 2.0.1 part 2, Enumerations 3.27)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_MESSAGE_ID = "UnknownMessageId"
    UNKNOWN_VENDOR_ID = "UnknownVendorId"


class DeleteCertificateStatusEnumType(StrEnum):
    """Part of DeleteCertificateResponse (OCPP 2.0.1 part 2, Enumerations 3.28)."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    NOT_FOUND = "NotFound"


class DisplayMessageStatusEnumType(StrEnum):
    """Part of SetDisplayMessageResponse (OCPP 2.0.1 part 2, Enumerations 3.29)."""

    ACCEPTED = "Accepted"
    NOT_SUPPORTED_MESSAGE_FORMAT = "NotSupportedMessageFormat"
    REJECTED = "Rejected"
    NOT_SUPPORTED_PRIORITY = "NotSupportedPriority"
    NOT_SUPPORTED_STATE = "NotSupportedState"
    UNKNOWN_TRANSACTION = "UnknownTransaction"


class EncodingMethodEnumType(StrEnum):
    """Part of SignedMeterValueType (OCPP 2.0 part 2, Enumerations)."""

    OTHER = "Other"
    DLMS_MESSAGE = "DLMS Message"
    COSEM_PROTECTED_DATA = "COSEM Protected Data"
    EDL = "EDL"


class EnergyTransferModeEnumType(StrEnum):
    """Part of ChargingNeedsType (OCPP 2.0.1 part 2, Enumerations 3.30)."""

    AC_SINGLE_PHASE_CORE = "AC_single_phase_core"
    AC_THREE_PHASE_CORE = "AC_three_phase_core"
    DC_COMBO_CORE = "DC_combo_core"
    DC_CORE = "DC_core"
    DC_EXTENDED = "DC_extended"
    DC_UNIQUE = "DC_unique"


class EventTriggerEnumType(StrEnum):
    """Part of EventDataType (OCPP 2.0.1 part 2, Enumerations 3.32)."""

    ALERTING = "Alerting"
    DELTA = "Delta"
    PERIODIC = "Periodic"


class FirmwareStatusEnumType(StrEnum):
    """Part of FirmwareStatusNotificationRequest.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.33.
    """

    CERTIFICATE_VERIFIED = "CertificateVerified"
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
    INVALID_CERTIFICATE = "InvalidCertificate"
    REVOKED_CERTIFICATE = "RevokedCertificate"
    PUBLISH_FAILED = "PublishFailed"
    SIGNATURE_VERIFIED = "SignatureVerified"


class GenericDeviceModelStatusEnumType(StrEnum):
    """Part of GetBaseReportResponse, GetMonitoringReportResponse and 2 more.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.34.
    """

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"


class GenericStatusEnumType(StrEnum):
    """Part of NotifyEVChargingScheduleResponse, PublishFirmwareResponse and 2 more.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.35.
    """

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class GetCertificateStatusEnumType(StrEnum):
    """Part of GetCertificateStatusResponse (OCPP 2.0.1 part 2, Enumerations 3.37)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class GetChargingProfileStatusEnumType(StrEnum):
    """Part of GetChargingProfilesResponse (OCPP 2.0.1 part 2, Enumerations 3.38)."""

    ACCEPTED = "Accepted"
    NO_PROFILES = "NoProfiles"


class GetCompositeScheduleStatusEnumType(StrEnum):
    """Part of GetCompositeScheduleResponse (OCPP 2.0 part 2, Enumerations)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class GetDisplayMessagesStatusEnumType(StrEnum):
    """Part of GetDisplayMessagesResponse (OCPP 2.0.1 part 2, Enumerations 3.39)."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"


class GetInstalledCertificateStatusEnumType(StrEnum):
    """Part of GetInstalledCertificateIdsResponse.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.40.
    """

    ACCEPTED = "Accepted"
    NOT_FOUND = "NotFound"


class GetVariableStatusEnumType(StrEnum):
    """Part of GetVariableResultType (OCPP 2.0.1 part 2, Enumerations 3.41)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_COMPONENT = "UnknownComponent"
    UNKNOWN_VARIABLE = "UnknownVariable"
    NOT_SUPPORTED_ATTRIBUTE_TYPE = "NotSupportedAttributeType"


class HashAlgorithmEnumType(StrEnum):
    """Part of CertificateHashDataType and OCSPRequestDataType.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.42.
    """

    SHA256 = "SHA256"
    SHA384 = "SHA384"
    SHA512 = "SHA512"


class IdTokenEnumType(StrEnum):
    """Part of GroupIdTokenType and 1 more (OCPP 2.0.1 part 2, Enumerations 3.43)."""

    CENTRAL = "Central"
    EMAID = "eMAID"
    ISO14443 = "ISO14443"
    KEY_CODE = "KeyCode"
    LOCAL = "Local"
    NO_AUTHORIZATION = "NoAuthorization"
    ISO15693 = "ISO15693"


class InstallCertificateStatusEnumType(StrEnum):
    """Part of InstallCertificateResponse (OCPP 2.0.1 part 2, Enumerations 3.44)."""

    ACCEPTED = "Accepted"
    SIGNATURE_ERROR = "SignatureError"
    CERTIFICATE_EXPIRED = "CertificateExpired"
    CERTIFICATE_REVOKED = "CertificateRevoked"
    NO_CERTIFICATE_AVAILABLE = "NoCertificateAvailable"
    CERT_CHAIN_ERROR = "CertChainError"
    CONTRACT_CANCELLED = "ContractCancelled"


class InstallCertificateUseEnumType(StrEnum):
    """Part of GetInstalledCertificateIdsRequest and InstallCertificateRequest.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.45.
    """

    V2G_ROOT_CERTFICATE = "V2GRootCertficate"
    MO_ROOT_CERTIFICATE = "MORootCertificate"
    CSO_SUB_CA1 = "CSOSubCA1"
    CSO_SUB_CA2 = "CSOSubCA2"
    CSMS_ROOT_CERTIFICATE = "CSMSRootCertificate"
    MANUFACTURER_ROOT_CERTIFICATE = "ManufacturerRootCertificate"


class Iso15118EVCertificateStatusEnumType(StrEnum):
    """Part of Get15118EVCertificateResponse (OCPP 2.0.1 part 2, Enumerations 3.46)."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"


class LocationEnumType(StrEnum):
    """Part of SampledValueType (OCPP 2.0.1 part 2, Enumerations 3.47)."""

    BODY = "Body"
    CABLE = "Cable"
    EV = "EV"
    INLET = "Inlet"
    OUTLET = "Outlet"


class LogEnumType(StrEnum):
    """Part of GetLogRequest (OCPP 2.0.1 part 2, Enumerations 3.48)."""

    DIAGNOSTICS_LOG = "DiagnosticsLog"
    SECURITY_LOG = "SecurityLog"


class LogStatusEnumType(StrEnum):
    """Part of GetLogResponse (OCPP 2.0.1 part 2, Enumerations 3.49)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"


class MeasurandEnumType(StrEnum):
    """Part of SampledValueType (OCPP 2.0.1 part 2, Enumerations 3.50)."""

    CURRENT_EXPORT = "Current.Export"
    CURRENT_IMPORT = "Current.Import"
    CURRENT_OFFERED = "Current.Offered"
    ENERGY_ACTIVE_EXPORT_REGISTER = "Energy.Active.Export.Register"
    ENERGY_ACTIVE_IMPORT_REGISTER = "Energy.Active.Import.Register"
    ENERGY_REACTIVE_EXPORT_REGISTER = "Energy.Reactive.Export.Register"
    ENERGY_REACTIVE_IMPORT_REGISTER = "Energy.Reactive.Import.Register"
    ENERGY_ACTIVE_EXPORT_INTERVAL = "Energy.Active.Export.Interval"
    ENERGY_ACTIVE_IMPORT_INTERVAL = "Energy.Active.Import.Interval"
    ENERGY_ACTIVE_NET = "Energy.Active.Net"
    ENERGY_REACTIVE_EXPORT_INTERVAL = "Energy.Reactive.Export.Interval"
    ENERGY_REACTIVE_IMPORT_INTERVAL = "Energy.Reactive.Import.Interval"
    ENERGY_REACTIVE_NET = "Energy.Reactive.Net"
    ENERGY_APPARENT_NET = "Energy.Apparent.Net"
    ENERGY_APPARENT_IMPORT = "Energy.Apparent.Import"
    ENERGY_APPARENT_EXPORT = "Energy.Apparent.Export"
    FREQUENCY = "Frequency"
    POWER_ACTIVE_EXPORT = "Power.Active.Export"
    POWER_ACTIVE_IMPORT = "Power.Active.Import"
    POWER_FACTOR = "Power.Factor"
    POWER_OFFERED = "Power.Offered"
    POWER_REACTIVE_EXPORT = "Power.Reactive.Export"
    POWER_REACTIVE_IMPORT = "Power.Reactive.Import"
    SOC = "SoC"
    VOLTAGE = "Voltage"


class MessageFormatEnumType(StrEnum):
    """Part of MessageContentType (OCPP 2.0.1 part 2, Enumerations 3.51)."""

    ASCII = "ASCII"
    HTML = "HTML"
    URI = "URI"
    UTF8 = "UTF8"


class MessagePriorityEnumType(StrEnum):
    """Part of MessageInfoType and 1 more (OCPP 2.0.1 part 2, Enumerations 3.52)."""

    ALWAYS_FRONT = "AlwaysFront"
    IN_FRONT = "InFront"
    NORMAL_CYCLE = "NormalCycle"


class MessageStateEnumType(StrEnum):
    """Part of MessageInfoType and 1 more (OCPP 2.0.1 part 2, Enumerations 3.53)."""

    CHARGING = "Charging"
    FAULTED = "Faulted"
    IDLE = "Idle"
    UNAVAILABLE = "Unavailable"


class MessageTriggerEnumType(StrEnum):
    """Part of TriggerMessageRequest (OCPP 2.0.1 part 2, Enumerations 3.54)."""

    BOOT_NOTIFICATION = "BootNotification"
    LOG_STATUS_NOTIFICATION = "LogStatusNotification"
    FIRMWARE_STATUS_NOTIFICATION = "FirmwareStatusNotification"
    HEARTBEAT = "Heartbeat"
    METER_VALUES = "MeterValues"
    SIGN_CHARGING_STATION_CERTIFICATE = "SignChargingStationCertificate"
    SIGN_V2G_CERTIFICATE = "SignV2GCertificate"
    STATUS_NOTIFICATION = "StatusNotification"
    TRANSACTION_EVENT = "TransactionEvent"


class MonitorEnumType(StrEnum):
    """Part of SetMonitoringDataType, SetMonitoringResultType and 1 more.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.55.
    """

    UPPER_THRESHOLD = "UpperThreshold"
    LOWER_THRESHOLD = "LowerThreshold"
    DELTA = "Delta"
    PERIODIC = "Periodic"
    PERIODIC_CLOCK_ALIGNED = "PeriodicClockAligned"


class MonitoringBaseEnumType(StrEnum):
    """Part of SetMonitoringBaseRequest (OCPP 2.0.1 part 2, Enumerations 3.56)."""

    ALL = "All"
    FACTORY_DEFAULT = "FactoryDefault"
    NONE = "None"


class MonitoringCriterionEnumType(StrEnum):
    """Part of GetMonitoringReportRequest (OCPP 2.0.1 part 2, Enumerations 3.57)."""

    THRESHOLD_MONITORING = "ThresholdMonitoring"
    DELTA_MONITORING = "DeltaMonitoring"
    PERIODIC_MONITORING = "PeriodicMonitoring"


class MutabilityEnumType(StrEnum):
    """Part of VariableAttributeType (OCPP 2.0.1 part 2, Enumerations 3.58)."""

    READ_ONLY = "ReadOnly"
    WRITE_ONLY = "WriteOnly"
    READ_WRITE = "ReadWrite"


class NotifyCentralChargingNeedsStatusEnumType(StrEnum):
    """Part of NotifyCentralChargingNeedsResponse (OCPP 2.0 part 2, Enumerations)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class NotifyEVChargingNeedsStatusEnumType(StrEnum):
    """Part of NotifyEVChargingNeedsResponse (OCPP 2.0.1 part 2, Enumerations 3.59)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    PROCESSING = "Processing"


class OCPPInterfaceEnumType(StrEnum):
    """Part of NetworkConnectionProfileType (OCPP 2.0.1 part 2, Enumerations 3.60)."""

    WIRED0 = "Wired0"
    WIRED1 = "Wired1"
    WIRED2 = "Wired2"
    WIRED3 = "Wired3"
    WIRELESS0 = "Wireless0"
    WIRELESS1 = "Wireless1"
    WIRELESS2 = "Wireless2"
    WIRELESS3 = "Wireless3"


class OCPPTransportEnumType(StrEnum):
    """Part of NetworkConnectionProfileType (OCPP 2.0.1 part 2, Enumerations 3.61)."""

    JSON = "JSON"
    SOAP = "SOAP"


class OCPPVersionEnumType(StrEnum):
    """Part of NetworkConnectionProfileType (OCPP 2.0.1 part 2, Enumerations 3.62)."""

    OCPP12 = "OCPP12"
    OCPP15 = "OCPP15"
    OCPP16 = "OCPP16"
    OCPP20 = "OCPP20"


class OperationalStatusEnumType(StrEnum):
    """Part of ChangeAvailabilityRequest (OCPP 2.0.1 part 2, Enumerations 3.63)."""

    INOPERATIVE = "Inoperative"
    OPERATIVE = "Operative"


class PhaseEnumType(StrEnum):
    """Part of SampledValueType (OCPP 2.0.1 part 2, Enumerations 3.64)."""

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


class PublishFirmwareStatusEnumType(StrEnum):
    """Part of PublishFirmwareStatusNotificationRequest.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.65.
    """

    DOWNLOADED = "Downloaded"
    DOWNLOAD_FAILED = "DownloadFailed"
    DOWNLOADING = "Downloading"
    DOWNLOAD_SCHEDULED = "DownloadScheduled"
    DOWNLOAD_PAUSED = "DownloadPaused"
    PUBLISH_FAILED = "PublishFailed"
    PUBLISHED = "Published"
    INVALID_CHECKSUM = "InvalidChecksum"
    CHECKSUM_VERIFIED = "ChecksumVerified"


class ReadingContextEnumType(StrEnum):
    """Part of SampledValueType (OCPP 2.0.1 part 2, Enumerations 3.66)."""

    INTERRUPTION_BEGIN = "Interruption.Begin"
    INTERRUPTION_END = "Interruption.End"
    OTHER = "Other"
    SAMPLE_CLOCK = "Sample.Clock"
    SAMPLE_PERIODIC = "Sample.Periodic"
    TRANSACTION_BEGIN = "Transaction.Begin"
    TRANSACTION_END = "Transaction.End"
    TRIGGER = "Trigger"


class ReasonEnumType(StrEnum):
    """Part of TransactionType (OCPP 2.0.1 part 2, Enumerations 3.67)."""

    DE_AUTHORIZED = "DeAuthorized"
    EMERGENCY_STOP = "EmergencyStop"
    ENERGY_LIMIT_REACHED = "EnergyLimitReached"
    EV_DISCONNECTED = "EVDisconnected"
    GROUND_FAULT = "GroundFault"
    IMMEDIATE_RESET = "ImmediateReset"
    LOCAL = "Local"
    LOCAL_OUT_OF_CREDIT = "LocalOutOfCredit"
    MASTER_PASS = "MasterPass"
    OTHER = "Other"
    OVERCURRENT_FAULT = "OvercurrentFault"
    POWER_LOSS = "PowerLoss"
    POWER_QUALITY = "PowerQuality"
    REBOOT = "Reboot"
    REMOTE = "Remote"
    SOC_LIMIT_REACHED = "SOCLimitReached"
    STOPPED_BY_EV = "StoppedByEV"
    TIME_LIMIT_REACHED = "TimeLimitReached"
    TIMEOUT = "Timeout"
    UNLOCK_COMMAND = "UnlockCommand"


class RecurrencyKindEnumType(StrEnum):
    """Part of ChargingProfileType (OCPP 2.0.1 part 2, Enumerations 3.68)."""

    DAILY = "Daily"
    WEEKLY = "Weekly"


class RegistrationStatusEnumType(StrEnum):
    """Part of BootNotificationResponse (OCPP 2.0.1 part 2, Enumerations 3.69)."""

    ACCEPTED = "Accepted"
    PENDING = "Pending"
    REJECTED = "Rejected"


class Renegotiate15118ScheduleStatusEnumType(StrEnum):
    """Part of Renegotiate15118ScheduleResponse (OCPP 2.0 part 2, Enumerations)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ReportBaseEnumType(StrEnum):
    """Part of GetBaseReportRequest (OCPP 2.0.1 part 2, Enumerations 3.70)."""

    CONFIGURATION_INVENTORY = "ConfigurationInventory"
    FULL_INVENTORY = "FullInventory"
    SUMMARY_INVENTORY = "SummaryInventory"


class RequestStartStopStatusEnumType(StrEnum):
    """Part of RequestStartTransactionResponse and RequestStopTransactionResponse.

    Defined in OCPP 2.0.1 part 2, Enumerations 3.71.
    """

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class ReservationUpdateStatusEnumType(StrEnum):
    """Part of ReservationStatusUpdateRequest (OCPP 2.0.1 part 2, Enumerations 3.72)."""

    EXPIRED = "Expired"
    REMOVED = "Removed"


class ReserveNowStatusEnumType(StrEnum):
    """Part of ReserveNowResponse (OCPP 2.0.1 part 2, Enumerations 3.73)."""

    ACCEPTED = "Accepted"
    FAULTED = "Faulted"
    OCCUPIED = "Occupied"
    REJECTED = "Rejected"
    UNAVAILABLE = "Unavailable"


class ResetEnumType(StrEnum):
    """Part of ResetRequest (OCPP 2.0.1 part 2, Enumerations 3.74)."""

    IMMEDIATE = "Immediate"
    ON_IDLE = "OnIdle"


class ResetStatusEnumType(StrEnum):
    """Part of ResetResponse (OCPP 2.0.1 part 2, Enumerations 3.75)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"


class SecurityEventEnumType(StrEnum):
    """Part of SecurityEventNotificationRequest (OCPP 2.0 part 2, Enumerations)."""

    FIRMWARE_UPDATED = "FirmwareUpdated"
    FAILED_TO_AUTHENTICATE_AT_CSMS = "FailedToAuthenticateAtCsms"
    CSMS_FAILED_TO_AUTHENTICATE = "CsmsFailedToAuthenticate"
    SETTING_SYSTEM_TIME = "SettingSystemTime"
    STARTUP_OF_THE_DEVICE = "StartupOfTheDevice"
    RESET_OR_REBOOT = "ResetOrReboot"
    SECURITY_LOG_WAS_CLEARED = "SecurityLogWasCleared"
    RECONFIGURATION_OF_SECURITY_PARAMETERS = "ReconfigurationOfSecurityParameters"
    MEMORY_EXHAUSTION = "MemoryExhaustion"
    INVALID_MESSAGES = "InvalidMessages"
    ATTEMPTED_REPLAY_ATTACKS = "AttemptedReplayAttacks"
    TAMPER_DETECTION_ACTIVATED = "TamperDetectionActivated"
    INVALID_FIRMWARE_SIGNATURE = "InvalidFirmwareSignature"
    INVALID_FIRMWARE_SIGNING_CERTIFICATE = "InvalidFirmwareSigningCertificate"
    INVALID_CSMS_CERTIFICATE = "InvalidCsmsCertificate"
    INVALID_CHARGING_STATION_CERTIFICATE = "InvalidChargingStationCertificate"
    INVALID_TLS_VERSION = "InvalidTLSVersion"
    INVALID_TLS_CIPHER_SUITE = "InvalidTLSCipherSuite"


class SendLocalListStatusEnumType(StrEnum):
    """Part of SendLocalListResponse (OCPP 2.0.1 part 2, Enumerations 3.76)."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    VERSION_MISMATCH = "VersionMismatch"


class SetMonitoringStatusEnumType(StrEnum):
    """Part of SetMonitoringResultType (OCPP 2.0.1 part 2, Enumerations 3.77)."""

    ACCEPTED = "Accepted"
    UNKNOWN_COMPONENT = "UnknownComponent"
    UNKNOWN_VARIABLE = "UnknownVariable"
    UNSUPPORTED_MONITOR_TYPE = "UnsupportedMonitorType"
    REJECTED = "Rejected"
    OUT_OF_RANGE = "OutOfRange"
    DUPLICATE = "Duplicate"


class SetNetworkProfileStatusEnumType(StrEnum):
    """Part of SetNetworkProfileResponse (OCPP 2.0.1 part 2, Enumerations 3.78)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    FAILED = "Failed"


class SetVariableStatusEnumType(StrEnum):
    """Part of SetVariableResultType (OCPP 2.0.1 part 2, Enumerations 3.79)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    INVALID_VALUE = "InvalidValue"
    UNKNOWN_COMPONENT = "UnknownComponent"
    UNKNOWN_VARIABLE = "UnknownVariable"
    NOT_SUPPORTED_ATTRIBUTE_TYPE = "NotSupportedAttributeType"
    OUT_OF_RANGE = "OutOfRange"
    REBOOT_REQUIRED = "RebootRequired"


class SignatureMethodEnumType(StrEnum):
    """Part of SignedMeterValueType (OCPP 2.0 part 2, Enumerations)."""

    ECDSAP256SHA256 = "ECDSAP256SHA256"
    ECDSAP384SHA384 = "ECDSAP384SHA384"
    ECDSA192SHA256 = "ECDSA192SHA256"


class TransactionEventEnumType(StrEnum):
    """Part of TransactionEventRequest (OCPP 2.0.1 part 2, Enumerations 3.80)."""

    ENDED = "Ended"
    STARTED = "Started"
    UPDATED = "Updated"


class TriggerMessageStatusEnumType(StrEnum):
    """Part of TriggerMessageResponse (OCPP 2.0.1 part 2, Enumerations 3.81)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_IMPLEMENTED = "NotImplemented"


class TriggerReasonEnumType(StrEnum):
    """Part of TransactionEventRequest (OCPP 2.0.1 part 2, Enumerations 3.82)."""

    AUTHORIZED = "Authorized"
    CABLE_PLUGGED_IN = "CablePluggedIn"
    CHARGING_RATE_CHANGED = "ChargingRateChanged"
    CHARGING_STATE_CHANGED = "ChargingStateChanged"
    DEAUTHORIZED = "Deauthorized"
    ENERGY_LIMIT_REACHED = "EnergyLimitReached"
    EV_COMMUNICATION_LOST = "EVCommunicationLost"
    EV_CONNECT_TIMEOUT = "EVConnectTimeout"
    METER_VALUE_CLOCK = "MeterValueClock"
    METER_VALUE_PERIODIC = "MeterValuePeriodic"
    TIME_LIMIT_REACHED = "TimeLimitReached"
    TRIGGER = "Trigger"
    UNLOCK_COMMAND = "UnlockCommand"
    STOP_AUTHORIZED = "StopAuthorized"
    EV_DEPARTED = "EVDeparted"
    EV_DETECTED = "EVDetected"
    REMOTE_STOP = "RemoteStop"
    REMOTE_START = "RemoteStart"


class UnlockStatusEnumType(StrEnum):
    """Part of UnlockConnectorResponse (OCPP 2.0.1 part 2, Enumerations 3.83)."""

    UNLOCKED = "Unlocked"
    UNLOCK_FAILED = "UnlockFailed"


class UnpublishFirmwareStatusEnumType(StrEnum):
    """Part of UnpublishFirmwareResponse (OCPP 2.0.1 part 2, Enumerations 3.84)."""

    DOWNLOAD_ONGOING = "DownloadOngoing"
    NO_FIRMWARE = "NoFirmware"
    UNPUBLISHED = "Unpublished"


class Update15118EVCertificateStatusEnumType(StrEnum):
    """Part of Update15118EVCertificateResponse (OCPP 2.0 part 2, Enumerations)."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"


class UpdateEnumType(StrEnum):
    """Part of SendLocalListRequest (OCPP 2.0.1 part 2, Enumerations 3.85)."""

    DIFFERENTIAL = "Differential"
    FULL = "Full"


class UpdateFirmwareStatusEnumType(StrEnum):
    """Part of UpdateFirmwareResponse (OCPP 2.0.1 part 2, Enumerations 3.86)."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"


class UploadLogStatusEnumType(StrEnum):
    """Part of LogStatusNotificationRequest (OCPP 2.0.1 part 2, Enumerations 3.87)."""

    BAD_MESSAGE = "BadMessage"
    IDLE = "Idle"
    NOT_SUPPORTED_OPERATION = "NotSupportedOperation"
    PERMISSION_DENIED = "PermissionDenied"
    UPLOADED = "Uploaded"
    UPLOAD_FAILURE = "UploadFailure"
    UPLOADING = "Uploading"


class VPNEnumType(StrEnum):
    """Part of VPNType (OCPP 2.0.1 part 2, Enumerations 3.88)."""

    IKEV2 = "IKEv2"
    IPSEC = "IPSec"
    L2TP = "L2TP"
    PPTP = "PPTP"
