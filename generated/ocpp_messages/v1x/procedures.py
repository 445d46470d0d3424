# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Every action of OCPP 1.x: its messages, and who may send it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ocpp_messages.model import Model
from ocpp_messages.procedures import Procedure, ProcedureKind, Role
from ocpp_messages.v1x import messages

__all__ = ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"]

STATION: Final = Role.CHARGE_POINT
"""The role of the charger."""

BACK_OFFICE: Final = Role.CENTRAL_SYSTEM
"""The role of the back office."""

PROCEDURES: Final[Mapping[str, Procedure]] = MappingProxyType(
    {
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.1
        "Authorize": Procedure(
            action="Authorize",
            request=messages.AuthorizeRequest,
            response=messages.AuthorizeResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="authorize",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.2
        "BootNotification": Procedure(
            action="BootNotification",
            request=messages.BootNotificationRequest,
            response=messages.BootNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="boot_notification",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.1
        "CancelReservation": Procedure(
            action="CancelReservation",
            request=messages.CancelReservationRequest,
            response=messages.CancelReservationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Reservation",
            method="cancel_reservation",
        ),
        # OCPP 1.6 security white paper 5.1 (A02, A03)
        "CertificateSigned": Procedure(
            action="CertificateSigned",
            request=messages.CertificateSignedRequest,
            response=messages.CertificateSignedResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="certificate_signed",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.2
        "ChangeAvailability": Procedure(
            action="ChangeAvailability",
            request=messages.ChangeAvailabilityRequest,
            response=messages.ChangeAvailabilityResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="change_availability",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.3
        "ChangeConfiguration": Procedure(
            action="ChangeConfiguration",
            request=messages.ChangeConfigurationRequest,
            response=messages.ChangeConfigurationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="change_configuration",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.4
        "ClearCache": Procedure(
            action="ClearCache",
            request=messages.ClearCacheRequest,
            response=messages.ClearCacheResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="clear_cache",
        ),
        # OCPP 1.6 5.5
        "ClearChargingProfile": Procedure(
            action="ClearChargingProfile",
            request=messages.ClearChargingProfileRequest,
            response=messages.ClearChargingProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Smart Charging",
            method="clear_charging_profile",
        ),
        # OCPP 1.5 CentralSystemService and ChargePointService WSDL; OCPP 1.6 4.3, 5.6
        "DataTransfer": Procedure(
            action="DataTransfer",
            request=messages.DataTransferRequest,
            response=messages.DataTransferResponse,
            senders=frozenset({STATION, BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="data_transfer",
        ),
        # OCPP 1.6 security white paper 5.3 (M04)
        "DeleteCertificate": Procedure(
            action="DeleteCertificate",
            request=messages.DeleteCertificateRequest,
            response=messages.DeleteCertificateResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="delete_certificate",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.4
        "DiagnosticsStatusNotification": Procedure(
            action="DiagnosticsStatusNotification",
            request=messages.DiagnosticsStatusNotificationRequest,
            response=messages.DiagnosticsStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="diagnostics_status_notification",
        ),
        # OCPP 1.6 security white paper 5.5 (A02, L01, N01)
        "ExtendedTriggerMessage": Procedure(
            action="ExtendedTriggerMessage",
            request=messages.ExtendedTriggerMessageRequest,
            response=messages.ExtendedTriggerMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="extended_trigger_message",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.5
        "FirmwareStatusNotification": Procedure(
            action="FirmwareStatusNotification",
            request=messages.FirmwareStatusNotificationRequest,
            response=messages.FirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="firmware_status_notification",
        ),
        # OCPP 1.6 5.7
        "GetCompositeSchedule": Procedure(
            action="GetCompositeSchedule",
            request=messages.GetCompositeScheduleRequest,
            response=messages.GetCompositeScheduleResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Smart Charging",
            method="get_composite_schedule",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.8
        "GetConfiguration": Procedure(
            action="GetConfiguration",
            request=messages.GetConfigurationRequest,
            response=messages.GetConfigurationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="get_configuration",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.9
        "GetDiagnostics": Procedure(
            action="GetDiagnostics",
            request=messages.GetDiagnosticsRequest,
            response=messages.GetDiagnosticsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="get_diagnostics",
        ),
        # OCPP 1.6 security white paper 5.7 (M03)
        "GetInstalledCertificateIds": Procedure(
            action="GetInstalledCertificateIds",
            request=messages.GetInstalledCertificateIdsRequest,
            response=messages.GetInstalledCertificateIdsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="get_installed_certificate_ids",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.10
        "GetLocalListVersion": Procedure(
            action="GetLocalListVersion",
            request=messages.GetLocalListVersionRequest,
            response=messages.GetLocalListVersionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Local Auth List Management",
            method="get_local_list_version",
        ),
        # OCPP 1.6 security white paper 5.9 (N01)
        "GetLog": Procedure(
            action="GetLog",
            request=messages.GetLogRequest,
            response=messages.GetLogResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="get_log",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.6
        "Heartbeat": Procedure(
            action="Heartbeat",
            request=messages.HeartbeatRequest,
            response=messages.HeartbeatResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="heartbeat",
        ),
        # OCPP 1.6 security white paper 5.11 (M05)
        "InstallCertificate": Procedure(
            action="InstallCertificate",
            request=messages.InstallCertificateRequest,
            response=messages.InstallCertificateResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="install_certificate",
        ),
        # OCPP 1.6 security white paper 5.13 (N01)
        "LogStatusNotification": Procedure(
            action="LogStatusNotification",
            request=messages.LogStatusNotificationRequest,
            response=messages.LogStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="log_status_notification",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.7
        "MeterValues": Procedure(
            action="MeterValues",
            request=messages.MeterValuesRequest,
            response=messages.MeterValuesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="meter_values",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.11
        "RemoteStartTransaction": Procedure(
            action="RemoteStartTransaction",
            request=messages.RemoteStartTransactionRequest,
            response=messages.RemoteStartTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="remote_start_transaction",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.12
        "RemoteStopTransaction": Procedure(
            action="RemoteStopTransaction",
            request=messages.RemoteStopTransactionRequest,
            response=messages.RemoteStopTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="remote_stop_transaction",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.13
        "ReserveNow": Procedure(
            action="ReserveNow",
            request=messages.ReserveNowRequest,
            response=messages.ReserveNowResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Reservation",
            method="reserve_now",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.14
        "Reset": Procedure(
            action="Reset",
            request=messages.ResetRequest,
            response=messages.ResetResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="reset",
        ),
        # OCPP 1.6 security white paper 5.15 (A04, L01)
        "SecurityEventNotification": Procedure(
            action="SecurityEventNotification",
            request=messages.SecurityEventNotificationRequest,
            response=messages.SecurityEventNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="security_event_notification",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.15
        "SendLocalList": Procedure(
            action="SendLocalList",
            request=messages.SendLocalListRequest,
            response=messages.SendLocalListResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Local Auth List Management",
            method="send_local_list",
        ),
        # OCPP 1.6 5.16
        "SetChargingProfile": Procedure(
            action="SetChargingProfile",
            request=messages.SetChargingProfileRequest,
            response=messages.SetChargingProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Smart Charging",
            method="set_charging_profile",
        ),
        # OCPP 1.6 security white paper 5.17 (A02, A03)
        "SignCertificate": Procedure(
            action="SignCertificate",
            request=messages.SignCertificateRequest,
            response=messages.SignCertificateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="sign_certificate",
        ),
        # OCPP 1.6 security white paper 5.19 (L01)
        "SignedFirmwareStatusNotification": Procedure(
            action="SignedFirmwareStatusNotification",
            request=messages.SignedFirmwareStatusNotificationRequest,
            response=messages.SignedFirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="signed_firmware_status_notification",
        ),
        # OCPP 1.6 security white paper 5.21 (L01)
        "SignedUpdateFirmware": Procedure(
            action="SignedUpdateFirmware",
            request=messages.SignedUpdateFirmwareRequest,
            response=messages.SignedUpdateFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Security",
            method="signed_update_firmware",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.8
        "StartTransaction": Procedure(
            action="StartTransaction",
            request=messages.StartTransactionRequest,
            response=messages.StartTransactionResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="start_transaction",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.9
        "StatusNotification": Procedure(
            action="StatusNotification",
            request=messages.StatusNotificationRequest,
            response=messages.StatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="status_notification",
        ),
        # OCPP 1.5 CentralSystemService WSDL; OCPP 1.6 4.10
        "StopTransaction": Procedure(
            action="StopTransaction",
            request=messages.StopTransactionRequest,
            response=messages.StopTransactionResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="stop_transaction",
        ),
        # OCPP 1.6 5.17
        "TriggerMessage": Procedure(
            action="TriggerMessage",
            request=messages.TriggerMessageRequest,
            response=messages.TriggerMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Remote Trigger",
            method="trigger_message",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.18
        "UnlockConnector": Procedure(
            action="UnlockConnector",
            request=messages.UnlockConnectorRequest,
            response=messages.UnlockConnectorResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="unlock_connector",
        ),
        # OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.19
        "UpdateFirmware": Procedure(
            action="UpdateFirmware",
            request=messages.UpdateFirmwareRequest,
            response=messages.UpdateFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="update_firmware",
        ),
    }
)
"""By action, as it is written on the wire."""

PROCEDURES_BY_REQUEST: Final[Mapping[type[Model], Procedure]] = MappingProxyType(
    {procedure.request: procedure for procedure in PROCEDURES.values()}
)
"""By the class of what is sent."""
