# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Every action of OCPP 2.0: its messages, and who may send it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ocpp_messages.model import Model
from ocpp_messages.procedures import Procedure, ProcedureKind, Role
from ocpp_messages.v20 import messages

__all__ = ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"]

STATION: Final = Role.CHARGING_STATION
"""The role of the charger."""

BACK_OFFICE: Final = Role.CSMS
"""The role of the back office."""

PROCEDURES: Final[Mapping[str, Procedure]] = MappingProxyType(
    {
        # OCPP 2.0 part 2, Messages 1.1
        "Authorize": Procedure(
            action="Authorize",
            request=messages.AuthorizeRequest,
            response=messages.AuthorizeResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="authorize",
        ),
        # OCPP 2.0.1 part 2, Messages 1.2
        "BootNotification": Procedure(
            action="BootNotification",
            request=messages.BootNotificationRequest,
            response=messages.BootNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="boot_notification",
        ),
        # OCPP 2.0.1 part 2, Messages 1.3
        "CancelReservation": Procedure(
            action="CancelReservation",
            request=messages.CancelReservationRequest,
            response=messages.CancelReservationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="H Reservation",
            method="cancel_reservation",
        ),
        # OCPP 2.0 part 2, Messages 1.4
        "CertificateSigned": Procedure(
            action="CertificateSigned",
            request=messages.CertificateSignedRequest,
            response=messages.CertificateSignedResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="A Security",
            method="certificate_signed",
        ),
        # OCPP 2.0 part 2, Messages 1.5
        "ChangeAvailability": Procedure(
            action="ChangeAvailability",
            request=messages.ChangeAvailabilityRequest,
            response=messages.ChangeAvailabilityResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="G Availability",
            method="change_availability",
        ),
        # OCPP 2.0.1 part 2, Messages 1.6
        "ClearCache": Procedure(
            action="ClearCache",
            request=messages.ClearCacheRequest,
            response=messages.ClearCacheResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="clear_cache",
        ),
        # OCPP 2.0 part 2, Messages 1.7
        "ClearChargingProfile": Procedure(
            action="ClearChargingProfile",
            request=messages.ClearChargingProfileRequest,
            response=messages.ClearChargingProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="clear_charging_profile",
        ),
        # OCPP 2.0.1 part 2, Messages 1.8
        "ClearDisplayMessage": Procedure(
            action="ClearDisplayMessage",
            request=messages.ClearDisplayMessageRequest,
            response=messages.ClearDisplayMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="clear_display_message",
        ),
        # OCPP 2.0.1 part 2, Messages 1.10
        "ClearVariableMonitoring": Procedure(
            action="ClearVariableMonitoring",
            request=messages.ClearVariableMonitoringRequest,
            response=messages.ClearVariableMonitoringResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="clear_variable_monitoring",
        ),
        # OCPP 2.0.1 part 2, Messages 1.9
        "ClearedChargingLimit": Procedure(
            action="ClearedChargingLimit",
            request=messages.ClearedChargingLimitRequest,
            response=messages.ClearedChargingLimitResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="cleared_charging_limit",
        ),
        # OCPP 2.0.1 part 2, Messages 1.11
        "CostUpdated": Procedure(
            action="CostUpdated",
            request=messages.CostUpdatedRequest,
            response=messages.CostUpdatedResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="I Tariff and Cost",
            method="cost_updated",
        ),
        # OCPP 2.0.1 part 2, Messages 1.12
        "CustomerInformation": Procedure(
            action="CustomerInformation",
            request=messages.CustomerInformationRequest,
            response=messages.CustomerInformationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="customer_information",
        ),
        # OCPP 2.0.1 part 2, Messages 1.13
        "DataTransfer": Procedure(
            action="DataTransfer",
            request=messages.DataTransferRequest,
            response=messages.DataTransferResponse,
            senders=frozenset({STATION, BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="P Data Transfer",
            method="data_transfer",
        ),
        # OCPP 2.0.1 part 2, Messages 1.14
        "DeleteCertificate": Procedure(
            action="DeleteCertificate",
            request=messages.DeleteCertificateRequest,
            response=messages.DeleteCertificateResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="M ISO 15118 Certificate Management",
            method="delete_certificate",
        ),
        # OCPP 2.0 part 2, Messages 1.15
        "FirmwareStatusNotification": Procedure(
            action="FirmwareStatusNotification",
            request=messages.FirmwareStatusNotificationRequest,
            response=messages.FirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="firmware_status_notification",
        ),
        # OCPP 2.0 part 2, Messages 1.16
        "Get15118EVCertificate": Procedure(
            action="Get15118EVCertificate",
            request=messages.Get15118EVCertificateRequest,
            response=messages.Get15118EVCertificateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="M ISO 15118 Certificate Management",
            method="get_15118_ev_certificate",
        ),
        # OCPP 2.0.1 part 2, Messages 1.17
        "GetBaseReport": Procedure(
            action="GetBaseReport",
            request=messages.GetBaseReportRequest,
            response=messages.GetBaseReportResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="get_base_report",
        ),
        # OCPP 2.0.1 part 2, Messages 1.18
        "GetCertificateStatus": Procedure(
            action="GetCertificateStatus",
            request=messages.GetCertificateStatusRequest,
            response=messages.GetCertificateStatusResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="M ISO 15118 Certificate Management",
            method="get_certificate_status",
        ),
        # OCPP 2.0 part 2, Messages 1.19
        "GetChargingProfiles": Procedure(
            action="GetChargingProfiles",
            request=messages.GetChargingProfilesRequest,
            response=messages.GetChargingProfilesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="get_charging_profiles",
        ),
        # OCPP 2.0 part 2, Messages 1.20
        "GetCompositeSchedule": Procedure(
            action="GetCompositeSchedule",
            request=messages.GetCompositeScheduleRequest,
            response=messages.GetCompositeScheduleResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="get_composite_schedule",
        ),
        # OCPP 2.0.1 part 2, Messages 1.21
        "GetDisplayMessages": Procedure(
            action="GetDisplayMessages",
            request=messages.GetDisplayMessagesRequest,
            response=messages.GetDisplayMessagesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="get_display_messages",
        ),
        # OCPP 2.0 part 2, Messages 1.22
        "GetInstalledCertificateIds": Procedure(
            action="GetInstalledCertificateIds",
            request=messages.GetInstalledCertificateIdsRequest,
            response=messages.GetInstalledCertificateIdsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="M ISO 15118 Certificate Management",
            method="get_installed_certificate_ids",
        ),
        # OCPP 2.0.1 part 2, Messages 1.23
        "GetLocalListVersion": Procedure(
            action="GetLocalListVersion",
            request=messages.GetLocalListVersionRequest,
            response=messages.GetLocalListVersionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="D Local Authorization List Management",
            method="get_local_list_version",
        ),
        # OCPP 2.0 part 2, Messages 1.24
        "GetLog": Procedure(
            action="GetLog",
            request=messages.GetLogRequest,
            response=messages.GetLogResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="get_log",
        ),
        # OCPP 2.0 part 2, Messages 1.25
        "GetMonitoringReport": Procedure(
            action="GetMonitoringReport",
            request=messages.GetMonitoringReportRequest,
            response=messages.GetMonitoringReportResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="get_monitoring_report",
        ),
        # OCPP 2.0 part 2, Messages 1.26
        "GetReport": Procedure(
            action="GetReport",
            request=messages.GetReportRequest,
            response=messages.GetReportResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="get_report",
        ),
        # OCPP 2.0.1 part 2, Messages 1.27
        "GetTransactionStatus": Procedure(
            action="GetTransactionStatus",
            request=messages.GetTransactionStatusRequest,
            response=messages.GetTransactionStatusResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="E Transactions",
            method="get_transaction_status",
        ),
        # OCPP 2.0.1 part 2, Messages 1.28
        "GetVariables": Procedure(
            action="GetVariables",
            request=messages.GetVariablesRequest,
            response=messages.GetVariablesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="get_variables",
        ),
        # OCPP 2.0.1 part 2, Messages 1.29
        "Heartbeat": Procedure(
            action="Heartbeat",
            request=messages.HeartbeatRequest,
            response=messages.HeartbeatResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="G Availability",
            method="heartbeat",
        ),
        # OCPP 2.0 part 2, Messages 1.30
        "InstallCertificate": Procedure(
            action="InstallCertificate",
            request=messages.InstallCertificateRequest,
            response=messages.InstallCertificateResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="M ISO 15118 Certificate Management",
            method="install_certificate",
        ),
        # OCPP 2.0 part 2, Messages 1.31
        "LogStatusNotification": Procedure(
            action="LogStatusNotification",
            request=messages.LogStatusNotificationRequest,
            response=messages.LogStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="log_status_notification",
        ),
        # OCPP 2.0.1 part 2, Messages 1.32
        "MeterValues": Procedure(
            action="MeterValues",
            request=messages.MeterValuesRequest,
            response=messages.MeterValuesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="J Meter Values",
            method="meter_values",
        ),
        # OCPP 2.0 part 2, Messages 1.33
        "NotifyCentralChargingNeeds": Procedure(
            action="NotifyCentralChargingNeeds",
            request=messages.NotifyCentralChargingNeedsRequest,
            response=messages.NotifyCentralChargingNeedsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_central_charging_needs",
        ),
        # OCPP 2.0.1 part 2, Messages 1.33
        "NotifyChargingLimit": Procedure(
            action="NotifyChargingLimit",
            request=messages.NotifyChargingLimitRequest,
            response=messages.NotifyChargingLimitResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_charging_limit",
        ),
        # OCPP 2.0 part 2, Messages 1.35
        "NotifyCustomerInformation": Procedure(
            action="NotifyCustomerInformation",
            request=messages.NotifyCustomerInformationRequest,
            response=messages.NotifyCustomerInformationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="notify_customer_information",
        ),
        # OCPP 2.0 part 2, Messages 1.36
        "NotifyDisplayMessages": Procedure(
            action="NotifyDisplayMessages",
            request=messages.NotifyDisplayMessagesRequest,
            response=messages.NotifyDisplayMessagesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="notify_display_messages",
        ),
        # OCPP 2.0.1 part 2, Messages 1.36
        "NotifyEVChargingNeeds": Procedure(
            action="NotifyEVChargingNeeds",
            request=messages.NotifyEVChargingNeedsRequest,
            response=messages.NotifyEVChargingNeedsResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_ev_charging_needs",
        ),
        # OCPP 2.0.1 part 2, Messages 1.37
        "NotifyEVChargingSchedule": Procedure(
            action="NotifyEVChargingSchedule",
            request=messages.NotifyEVChargingScheduleRequest,
            response=messages.NotifyEVChargingScheduleResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_ev_charging_schedule",
        ),
        # OCPP 2.0 part 2, Messages 1.39
        "NotifyEvent": Procedure(
            action="NotifyEvent",
            request=messages.NotifyEventRequest,
            response=messages.NotifyEventResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="notify_event",
        ),
        # OCPP 2.0 part 2, Messages 1.40
        "NotifyMonitoringReport": Procedure(
            action="NotifyMonitoringReport",
            request=messages.NotifyMonitoringReportRequest,
            response=messages.NotifyMonitoringReportResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="notify_monitoring_report",
        ),
        # OCPP 2.0 part 2, Messages 1.41
        "NotifyReport": Procedure(
            action="NotifyReport",
            request=messages.NotifyReportRequest,
            response=messages.NotifyReportResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="notify_report",
        ),
        # OCPP 2.0 part 2, Messages 1.42
        "PublishFirmware": Procedure(
            action="PublishFirmware",
            request=messages.PublishFirmwareRequest,
            response=messages.PublishFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="publish_firmware",
        ),
        # OCPP 2.0 part 2, Messages 1.43
        "PublishFirmwareStatusNotification": Procedure(
            action="PublishFirmwareStatusNotification",
            request=messages.PublishFirmwareStatusNotificationRequest,
            response=messages.PublishFirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="publish_firmware_status_notification",
        ),
        # OCPP 2.0 part 2, Messages 1.44
        "Renegotiate15118Schedule": Procedure(
            action="Renegotiate15118Schedule",
            request=messages.Renegotiate15118ScheduleRequest,
            response=messages.Renegotiate15118ScheduleResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="renegotiate_15118_schedule",
        ),
        # OCPP 2.0 part 2, Messages 1.45
        "ReportChargingProfiles": Procedure(
            action="ReportChargingProfiles",
            request=messages.ReportChargingProfilesRequest,
            response=messages.ReportChargingProfilesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="report_charging_profiles",
        ),
        # OCPP 2.0 part 2, Messages 1.46
        "RequestStartTransaction": Procedure(
            action="RequestStartTransaction",
            request=messages.RequestStartTransactionRequest,
            response=messages.RequestStartTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="request_start_transaction",
        ),
        # OCPP 2.0.1 part 2, Messages 1.45
        "RequestStopTransaction": Procedure(
            action="RequestStopTransaction",
            request=messages.RequestStopTransactionRequest,
            response=messages.RequestStopTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="request_stop_transaction",
        ),
        # OCPP 2.0.1 part 2, Messages 1.46
        "ReservationStatusUpdate": Procedure(
            action="ReservationStatusUpdate",
            request=messages.ReservationStatusUpdateRequest,
            response=messages.ReservationStatusUpdateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="H Reservation",
            method="reservation_status_update",
        ),
        # OCPP 2.0 part 2, Messages 1.49
        "ReserveNow": Procedure(
            action="ReserveNow",
            request=messages.ReserveNowRequest,
            response=messages.ReserveNowResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="H Reservation",
            method="reserve_now",
        ),
        # OCPP 2.0 part 2, Messages 1.50
        "Reset": Procedure(
            action="Reset",
            request=messages.ResetRequest,
            response=messages.ResetResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="reset",
        ),
        # OCPP 2.0 part 2, Messages 1.51
        "SecurityEventNotification": Procedure(
            action="SecurityEventNotification",
            request=messages.SecurityEventNotificationRequest,
            response=messages.SecurityEventNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="A Security",
            method="security_event_notification",
        ),
        # OCPP 2.0.1 part 2, Messages 1.50
        "SendLocalList": Procedure(
            action="SendLocalList",
            request=messages.SendLocalListRequest,
            response=messages.SendLocalListResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="D Local Authorization List Management",
            method="send_local_list",
        ),
        # OCPP 2.0.1 part 2, Messages 1.51
        "SetChargingProfile": Procedure(
            action="SetChargingProfile",
            request=messages.SetChargingProfileRequest,
            response=messages.SetChargingProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="set_charging_profile",
        ),
        # OCPP 2.0.1 part 2, Messages 1.52
        "SetDisplayMessage": Procedure(
            action="SetDisplayMessage",
            request=messages.SetDisplayMessageRequest,
            response=messages.SetDisplayMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="set_display_message",
        ),
        # OCPP 2.0.1 part 2, Messages 1.53
        "SetMonitoringBase": Procedure(
            action="SetMonitoringBase",
            request=messages.SetMonitoringBaseRequest,
            response=messages.SetMonitoringBaseResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="set_monitoring_base",
        ),
        # OCPP 2.0.1 part 2, Messages 1.54
        "SetMonitoringLevel": Procedure(
            action="SetMonitoringLevel",
            request=messages.SetMonitoringLevelRequest,
            response=messages.SetMonitoringLevelResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="set_monitoring_level",
        ),
        # OCPP 2.0.1 part 2, Messages 1.55
        "SetNetworkProfile": Procedure(
            action="SetNetworkProfile",
            request=messages.SetNetworkProfileRequest,
            response=messages.SetNetworkProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="set_network_profile",
        ),
        # OCPP 2.0.1 part 2, Messages 1.56
        "SetVariableMonitoring": Procedure(
            action="SetVariableMonitoring",
            request=messages.SetVariableMonitoringRequest,
            response=messages.SetVariableMonitoringResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="set_variable_monitoring",
        ),
        # OCPP 2.0.1 part 2, Messages 1.57
        "SetVariables": Procedure(
            action="SetVariables",
            request=messages.SetVariablesRequest,
            response=messages.SetVariablesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="set_variables",
        ),
        # OCPP 2.0 part 2, Messages 1.60
        "SignCertificate": Procedure(
            action="SignCertificate",
            request=messages.SignCertificateRequest,
            response=messages.SignCertificateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="A Security",
            method="sign_certificate",
        ),
        # OCPP 2.0.1 part 2, Messages 1.59
        "StatusNotification": Procedure(
            action="StatusNotification",
            request=messages.StatusNotificationRequest,
            response=messages.StatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="G Availability",
            method="status_notification",
        ),
        # OCPP 2.0 part 2, Messages 1.62
        "TransactionEvent": Procedure(
            action="TransactionEvent",
            request=messages.TransactionEventRequest,
            response=messages.TransactionEventResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="E Transactions",
            method="transaction_event",
        ),
        # OCPP 2.0 part 2, Messages 1.63
        "TriggerMessage": Procedure(
            action="TriggerMessage",
            request=messages.TriggerMessageRequest,
            response=messages.TriggerMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="trigger_message",
        ),
        # OCPP 2.0.1 part 2, Messages 1.62
        "UnlockConnector": Procedure(
            action="UnlockConnector",
            request=messages.UnlockConnectorRequest,
            response=messages.UnlockConnectorResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="unlock_connector",
        ),
        # OCPP 2.0.1 part 2, Messages 1.63
        "UnpublishFirmware": Procedure(
            action="UnpublishFirmware",
            request=messages.UnpublishFirmwareRequest,
            response=messages.UnpublishFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="unpublish_firmware",
        ),
        # OCPP 2.0 part 2, Messages 1.66
        "Update15118EVCertificate": Procedure(
            action="Update15118EVCertificate",
            request=messages.Update15118EVCertificateRequest,
            response=messages.Update15118EVCertificateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="M ISO 15118 Certificate Management",
            method="update_15118_ev_certificate",
        ),
        # OCPP 2.0.1 part 2, Messages 1.64
        "UpdateFirmware": Procedure(
            action="UpdateFirmware",
            request=messages.UpdateFirmwareRequest,
            response=messages.UpdateFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="update_firmware",
        ),
    }
)
"""By action, as it is written on the wire."""

PROCEDURES_BY_REQUEST: Final[Mapping[type[Model], Procedure]] = MappingProxyType(
    {procedure.request: procedure for procedure in PROCEDURES.values()}
)
"""By the class of what is sent."""
