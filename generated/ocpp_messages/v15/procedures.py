# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Every action of OCPP 1.5: its messages, and who may send it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ocpp_messages.model import Model
from ocpp_messages.procedures import Procedure, ProcedureKind, Role
from ocpp_messages.v15 import messages

__all__ = ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"]

STATION: Final = Role.CHARGE_POINT
"""The role of the charger."""

BACK_OFFICE: Final = Role.CENTRAL_SYSTEM
"""The role of the back office."""

PROCEDURES: Final[Mapping[str, Procedure]] = MappingProxyType(
    {
        # OCPP 1.5 CentralSystemService WSDL
        "Authorize": Procedure(
            action="Authorize",
            request=messages.AuthorizeRequest,
            response=messages.AuthorizeResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="authorize",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "BootNotification": Procedure(
            action="BootNotification",
            request=messages.BootNotificationRequest,
            response=messages.BootNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="boot_notification",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "CancelReservation": Procedure(
            action="CancelReservation",
            request=messages.CancelReservationRequest,
            response=messages.CancelReservationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Reservation",
            method="cancel_reservation",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "ChangeAvailability": Procedure(
            action="ChangeAvailability",
            request=messages.ChangeAvailabilityRequest,
            response=messages.ChangeAvailabilityResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="change_availability",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "ChangeConfiguration": Procedure(
            action="ChangeConfiguration",
            request=messages.ChangeConfigurationRequest,
            response=messages.ChangeConfigurationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="change_configuration",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "ClearCache": Procedure(
            action="ClearCache",
            request=messages.ClearCacheRequest,
            response=messages.ClearCacheResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="clear_cache",
        ),
        # OCPP 1.5 CentralSystemService and ChargePointService WSDL
        "DataTransfer": Procedure(
            action="DataTransfer",
            request=messages.DataTransferRequest,
            response=messages.DataTransferResponse,
            senders=frozenset({STATION, BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="data_transfer",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "DiagnosticsStatusNotification": Procedure(
            action="DiagnosticsStatusNotification",
            request=messages.DiagnosticsStatusNotificationRequest,
            response=messages.DiagnosticsStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="diagnostics_status_notification",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "FirmwareStatusNotification": Procedure(
            action="FirmwareStatusNotification",
            request=messages.FirmwareStatusNotificationRequest,
            response=messages.FirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="firmware_status_notification",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "GetConfiguration": Procedure(
            action="GetConfiguration",
            request=messages.GetConfigurationRequest,
            response=messages.GetConfigurationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="get_configuration",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "GetDiagnostics": Procedure(
            action="GetDiagnostics",
            request=messages.GetDiagnosticsRequest,
            response=messages.GetDiagnosticsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Firmware Management",
            method="get_diagnostics",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "GetLocalListVersion": Procedure(
            action="GetLocalListVersion",
            request=messages.GetLocalListVersionRequest,
            response=messages.GetLocalListVersionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Local Auth List Management",
            method="get_local_list_version",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "Heartbeat": Procedure(
            action="Heartbeat",
            request=messages.HeartbeatRequest,
            response=messages.HeartbeatResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="heartbeat",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "MeterValues": Procedure(
            action="MeterValues",
            request=messages.MeterValuesRequest,
            response=messages.MeterValuesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="meter_values",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "RemoteStartTransaction": Procedure(
            action="RemoteStartTransaction",
            request=messages.RemoteStartTransactionRequest,
            response=messages.RemoteStartTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="remote_start_transaction",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "RemoteStopTransaction": Procedure(
            action="RemoteStopTransaction",
            request=messages.RemoteStopTransactionRequest,
            response=messages.RemoteStopTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="remote_stop_transaction",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "ReserveNow": Procedure(
            action="ReserveNow",
            request=messages.ReserveNowRequest,
            response=messages.ReserveNowResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Reservation",
            method="reserve_now",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "Reset": Procedure(
            action="Reset",
            request=messages.ResetRequest,
            response=messages.ResetResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="reset",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "SendLocalList": Procedure(
            action="SendLocalList",
            request=messages.SendLocalListRequest,
            response=messages.SendLocalListResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Local Auth List Management",
            method="send_local_list",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "StartTransaction": Procedure(
            action="StartTransaction",
            request=messages.StartTransactionRequest,
            response=messages.StartTransactionResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="start_transaction",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "StatusNotification": Procedure(
            action="StatusNotification",
            request=messages.StatusNotificationRequest,
            response=messages.StatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="status_notification",
        ),
        # OCPP 1.5 CentralSystemService WSDL
        "StopTransaction": Procedure(
            action="StopTransaction",
            request=messages.StopTransactionRequest,
            response=messages.StopTransactionResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="stop_transaction",
        ),
        # OCPP 1.5 ChargePointService WSDL
        "UnlockConnector": Procedure(
            action="UnlockConnector",
            request=messages.UnlockConnectorRequest,
            response=messages.UnlockConnectorResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Core",
            method="unlock_connector",
        ),
        # OCPP 1.5 ChargePointService WSDL
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
