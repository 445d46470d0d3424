# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Every action of OCPP 2.1: its messages, and who may send it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ocpp_messages.model import Model
from ocpp_messages.procedures import Procedure, ProcedureKind, Role
from ocpp_messages.v21 import messages

__all__ = ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"]

STATION: Final = Role.CHARGING_STATION
"""The role of the charger."""

BACK_OFFICE: Final = Role.CSMS
"""The role of the back office."""

PROCEDURES: Final[Mapping[str, Procedure]] = MappingProxyType(
    {
        # OCPP 2.1 part 2, Messages 1.2
        "AFRRSignal": Procedure(
            action="AFRRSignal",
            request=messages.AFRRSignalRequest,
            response=messages.AFRRSignalResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Q Bidirectional Power Transfer",
            method="afrr_signal",
        ),
        # OCPP 2.1 part 2, Messages 1.1
        "AdjustPeriodicEventStream": Procedure(
            action="AdjustPeriodicEventStream",
            request=messages.AdjustPeriodicEventStreamRequest,
            response=messages.AdjustPeriodicEventStreamResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="adjust_periodic_event_stream",
        ),
        # OCPP 2.1 part 2, Messages 1.3
        "Authorize": Procedure(
            action="Authorize",
            request=messages.AuthorizeRequest,
            response=messages.AuthorizeResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="authorize",
        ),
        # OCPP 2.1 part 2, Messages 1.4
        "BatterySwap": Procedure(
            action="BatterySwap",
            request=messages.BatterySwapRequest,
            response=messages.BatterySwapResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="S Battery Swapping",
            method="battery_swap",
        ),
        # OCPP 2.1 part 2, Messages 1.5
        "BootNotification": Procedure(
            action="BootNotification",
            request=messages.BootNotificationRequest,
            response=messages.BootNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="boot_notification",
        ),
        # OCPP 2.1 part 2, Messages 1.6
        "CancelReservation": Procedure(
            action="CancelReservation",
            request=messages.CancelReservationRequest,
            response=messages.CancelReservationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="H Reservation",
            method="cancel_reservation",
        ),
        # OCPP 2.1 part 2, Messages 1.7
        "CertificateSigned": Procedure(
            action="CertificateSigned",
            request=messages.CertificateSignedRequest,
            response=messages.CertificateSignedResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="A Security",
            method="certificate_signed",
        ),
        # OCPP 2.1 part 2, Messages 1.8
        "ChangeAvailability": Procedure(
            action="ChangeAvailability",
            request=messages.ChangeAvailabilityRequest,
            response=messages.ChangeAvailabilityResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="G Availability",
            method="change_availability",
        ),
        # OCPP 2.1 part 2, Messages 1.9
        "ChangeTransactionTariff": Procedure(
            action="ChangeTransactionTariff",
            request=messages.ChangeTransactionTariffRequest,
            response=messages.ChangeTransactionTariffResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="I Tariff and Cost",
            method="change_transaction_tariff",
        ),
        # OCPP 2.1 part 2, Messages 1.10
        "ClearCache": Procedure(
            action="ClearCache",
            request=messages.ClearCacheRequest,
            response=messages.ClearCacheResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="clear_cache",
        ),
        # OCPP 2.1 part 2, Messages 1.11
        "ClearChargingProfile": Procedure(
            action="ClearChargingProfile",
            request=messages.ClearChargingProfileRequest,
            response=messages.ClearChargingProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="clear_charging_profile",
        ),
        # OCPP 2.1 part 2, Messages 1.12
        "ClearDERControl": Procedure(
            action="ClearDERControl",
            request=messages.ClearDERControlRequest,
            response=messages.ClearDERControlResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="R DER Control",
            method="clear_der_control",
        ),
        # OCPP 2.1 part 2, Messages 1.13
        "ClearDisplayMessage": Procedure(
            action="ClearDisplayMessage",
            request=messages.ClearDisplayMessageRequest,
            response=messages.ClearDisplayMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="clear_display_message",
        ),
        # OCPP 2.1 part 2, Messages 1.15
        "ClearTariffs": Procedure(
            action="ClearTariffs",
            request=messages.ClearTariffsRequest,
            response=messages.ClearTariffsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="I Tariff and Cost",
            method="clear_tariffs",
        ),
        # OCPP 2.1 part 2, Messages 1.16
        "ClearVariableMonitoring": Procedure(
            action="ClearVariableMonitoring",
            request=messages.ClearVariableMonitoringRequest,
            response=messages.ClearVariableMonitoringResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="clear_variable_monitoring",
        ),
        # OCPP 2.1 part 2, Messages 1.14
        "ClearedChargingLimit": Procedure(
            action="ClearedChargingLimit",
            request=messages.ClearedChargingLimitRequest,
            response=messages.ClearedChargingLimitResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="cleared_charging_limit",
        ),
        # OCPP 2.1 part 2, Messages 1.17
        "ClosePeriodicEventStream": Procedure(
            action="ClosePeriodicEventStream",
            request=messages.ClosePeriodicEventStreamRequest,
            response=messages.ClosePeriodicEventStreamResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="close_periodic_event_stream",
        ),
        # OCPP 2.1 part 2, Messages 1.18
        "CostUpdated": Procedure(
            action="CostUpdated",
            request=messages.CostUpdatedRequest,
            response=messages.CostUpdatedResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="I Tariff and Cost",
            method="cost_updated",
        ),
        # OCPP 2.1 part 2, Messages 1.19
        "CustomerInformation": Procedure(
            action="CustomerInformation",
            request=messages.CustomerInformationRequest,
            response=messages.CustomerInformationResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="customer_information",
        ),
        # OCPP 2.1 part 2, Messages 1.20
        "DataTransfer": Procedure(
            action="DataTransfer",
            request=messages.DataTransferRequest,
            response=messages.DataTransferResponse,
            senders=frozenset({STATION, BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="P Data Transfer",
            method="data_transfer",
        ),
        # OCPP 2.1 part 2, Messages 1.21
        "DeleteCertificate": Procedure(
            action="DeleteCertificate",
            request=messages.DeleteCertificateRequest,
            response=messages.DeleteCertificateResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="M Certificate Management",
            method="delete_certificate",
        ),
        # OCPP 2.1 part 2, Messages 1.22
        "FirmwareStatusNotification": Procedure(
            action="FirmwareStatusNotification",
            request=messages.FirmwareStatusNotificationRequest,
            response=messages.FirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="firmware_status_notification",
        ),
        # OCPP 2.1 part 2, Messages 1.23
        "Get15118EVCertificate": Procedure(
            action="Get15118EVCertificate",
            request=messages.Get15118EVCertificateRequest,
            response=messages.Get15118EVCertificateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="M Certificate Management",
            method="get_15118_ev_certificate",
        ),
        # OCPP 2.1 part 2, Messages 1.24
        "GetBaseReport": Procedure(
            action="GetBaseReport",
            request=messages.GetBaseReportRequest,
            response=messages.GetBaseReportResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="get_base_report",
        ),
        # OCPP 2.1 part 2, Messages 1.25
        "GetCertificateChainStatus": Procedure(
            action="GetCertificateChainStatus",
            request=messages.GetCertificateChainStatusRequest,
            response=messages.GetCertificateChainStatusResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="M Certificate Management",
            method="get_certificate_chain_status",
        ),
        # OCPP 2.1 part 2, Messages 1.26
        "GetCertificateStatus": Procedure(
            action="GetCertificateStatus",
            request=messages.GetCertificateStatusRequest,
            response=messages.GetCertificateStatusResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="M Certificate Management",
            method="get_certificate_status",
        ),
        # OCPP 2.1 part 2, Messages 1.27
        "GetChargingProfiles": Procedure(
            action="GetChargingProfiles",
            request=messages.GetChargingProfilesRequest,
            response=messages.GetChargingProfilesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="get_charging_profiles",
        ),
        # OCPP 2.1 part 2, Messages 1.28
        "GetCompositeSchedule": Procedure(
            action="GetCompositeSchedule",
            request=messages.GetCompositeScheduleRequest,
            response=messages.GetCompositeScheduleResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="get_composite_schedule",
        ),
        # OCPP 2.1 part 2, Messages 1.29
        "GetDERControl": Procedure(
            action="GetDERControl",
            request=messages.GetDERControlRequest,
            response=messages.GetDERControlResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="R DER Control",
            method="get_der_control",
        ),
        # OCPP 2.1 part 2, Messages 1.30
        "GetDisplayMessages": Procedure(
            action="GetDisplayMessages",
            request=messages.GetDisplayMessagesRequest,
            response=messages.GetDisplayMessagesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="get_display_messages",
        ),
        # OCPP 2.1 part 2, Messages 1.31
        "GetInstalledCertificateIds": Procedure(
            action="GetInstalledCertificateIds",
            request=messages.GetInstalledCertificateIdsRequest,
            response=messages.GetInstalledCertificateIdsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="M Certificate Management",
            method="get_installed_certificate_ids",
        ),
        # OCPP 2.1 part 2, Messages 1.32
        "GetLocalListVersion": Procedure(
            action="GetLocalListVersion",
            request=messages.GetLocalListVersionRequest,
            response=messages.GetLocalListVersionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="D Local Authorization List Management",
            method="get_local_list_version",
        ),
        # OCPP 2.1 part 2, Messages 1.33
        "GetLog": Procedure(
            action="GetLog",
            request=messages.GetLogRequest,
            response=messages.GetLogResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="get_log",
        ),
        # OCPP 2.1 part 2, Messages 1.34
        "GetMonitoringReport": Procedure(
            action="GetMonitoringReport",
            request=messages.GetMonitoringReportRequest,
            response=messages.GetMonitoringReportResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="get_monitoring_report",
        ),
        # OCPP 2.1 part 2, Messages 1.35
        "GetPeriodicEventStream": Procedure(
            action="GetPeriodicEventStream",
            request=messages.GetPeriodicEventStreamRequest,
            response=messages.GetPeriodicEventStreamResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="get_periodic_event_stream",
        ),
        # OCPP 2.1 part 2, Messages 1.36
        "GetReport": Procedure(
            action="GetReport",
            request=messages.GetReportRequest,
            response=messages.GetReportResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="get_report",
        ),
        # OCPP 2.1 part 2, Messages 1.37
        "GetTariffs": Procedure(
            action="GetTariffs",
            request=messages.GetTariffsRequest,
            response=messages.GetTariffsResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="I Tariff and Cost",
            method="get_tariffs",
        ),
        # OCPP 2.1 part 2, Messages 1.38
        "GetTransactionStatus": Procedure(
            action="GetTransactionStatus",
            request=messages.GetTransactionStatusRequest,
            response=messages.GetTransactionStatusResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="E Transactions",
            method="get_transaction_status",
        ),
        # OCPP 2.1 part 2, Messages 1.39
        "GetVariables": Procedure(
            action="GetVariables",
            request=messages.GetVariablesRequest,
            response=messages.GetVariablesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="get_variables",
        ),
        # OCPP 2.1 part 2, Messages 1.40
        "Heartbeat": Procedure(
            action="Heartbeat",
            request=messages.HeartbeatRequest,
            response=messages.HeartbeatResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="G Availability",
            method="heartbeat",
        ),
        # OCPP 2.1 part 2, Messages 1.41
        "InstallCertificate": Procedure(
            action="InstallCertificate",
            request=messages.InstallCertificateRequest,
            response=messages.InstallCertificateResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="M Certificate Management",
            method="install_certificate",
        ),
        # OCPP 2.1 part 2, Messages 1.42
        "LogStatusNotification": Procedure(
            action="LogStatusNotification",
            request=messages.LogStatusNotificationRequest,
            response=messages.LogStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="log_status_notification",
        ),
        # OCPP 2.1 part 2, Messages 1.43
        "MeterValues": Procedure(
            action="MeterValues",
            request=messages.MeterValuesRequest,
            response=messages.MeterValuesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="J Meter Values",
            method="meter_values",
        ),
        # OCPP 2.1 part 2, Messages 1.44
        "NotifyAllowedEnergyTransfer": Procedure(
            action="NotifyAllowedEnergyTransfer",
            request=messages.NotifyAllowedEnergyTransferRequest,
            response=messages.NotifyAllowedEnergyTransferResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="Q Bidirectional Power Transfer",
            method="notify_allowed_energy_transfer",
        ),
        # OCPP 2.1 part 2, Messages 1.45
        "NotifyChargingLimit": Procedure(
            action="NotifyChargingLimit",
            request=messages.NotifyChargingLimitRequest,
            response=messages.NotifyChargingLimitResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_charging_limit",
        ),
        # OCPP 2.1 part 2, Messages 1.46
        "NotifyCustomerInformation": Procedure(
            action="NotifyCustomerInformation",
            request=messages.NotifyCustomerInformationRequest,
            response=messages.NotifyCustomerInformationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="notify_customer_information",
        ),
        # OCPP 2.1 part 2, Messages 1.47
        "NotifyDERAlarm": Procedure(
            action="NotifyDERAlarm",
            request=messages.NotifyDERAlarmRequest,
            response=messages.NotifyDERAlarmResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="R DER Control",
            method="notify_der_alarm",
        ),
        # OCPP 2.1 part 2, Messages 1.48
        "NotifyDERStartStop": Procedure(
            action="NotifyDERStartStop",
            request=messages.NotifyDERStartStopRequest,
            response=messages.NotifyDERStartStopResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="R DER Control",
            method="notify_der_start_stop",
        ),
        # OCPP 2.1 part 2, Messages 1.49
        "NotifyDisplayMessages": Procedure(
            action="NotifyDisplayMessages",
            request=messages.NotifyDisplayMessagesRequest,
            response=messages.NotifyDisplayMessagesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="notify_display_messages",
        ),
        # OCPP 2.1 part 2, Messages 1.50
        "NotifyEVChargingNeeds": Procedure(
            action="NotifyEVChargingNeeds",
            request=messages.NotifyEVChargingNeedsRequest,
            response=messages.NotifyEVChargingNeedsResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_ev_charging_needs",
        ),
        # OCPP 2.1 part 2, Messages 1.51
        "NotifyEVChargingSchedule": Procedure(
            action="NotifyEVChargingSchedule",
            request=messages.NotifyEVChargingScheduleRequest,
            response=messages.NotifyEVChargingScheduleResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_ev_charging_schedule",
        ),
        # OCPP 2.1 part 2, Messages 1.52
        "NotifyEvent": Procedure(
            action="NotifyEvent",
            request=messages.NotifyEventRequest,
            response=messages.NotifyEventResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="notify_event",
        ),
        # OCPP 2.1 part 2, Messages 1.53
        "NotifyMonitoringReport": Procedure(
            action="NotifyMonitoringReport",
            request=messages.NotifyMonitoringReportRequest,
            response=messages.NotifyMonitoringReportResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="notify_monitoring_report",
        ),
        # OCPP 2.1 part 2, Messages 1.54
        "NotifyPeriodicEventStream": Procedure(
            action="NotifyPeriodicEventStream",
            request=messages.NotifyPeriodicEventStream,
            response=None,
            senders=frozenset({STATION}),
            kind=ProcedureKind.SEND,
            block="N Diagnostics",
            method="notify_periodic_event_stream",
        ),
        # OCPP 2.1 part 2, Messages 1.55
        "NotifyPriorityCharging": Procedure(
            action="NotifyPriorityCharging",
            request=messages.NotifyPriorityChargingRequest,
            response=messages.NotifyPriorityChargingResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="notify_priority_charging",
        ),
        # OCPP 2.1 part 2, Messages 1.56
        "NotifyReport": Procedure(
            action="NotifyReport",
            request=messages.NotifyReportRequest,
            response=messages.NotifyReportResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="notify_report",
        ),
        # OCPP 2.1 part 2, Messages 1.57
        "NotifySettlement": Procedure(
            action="NotifySettlement",
            request=messages.NotifySettlementRequest,
            response=messages.NotifySettlementResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="notify_settlement",
        ),
        # OCPP 2.1 part 2, Messages 1.58
        "NotifyWebPaymentStarted": Procedure(
            action="NotifyWebPaymentStarted",
            request=messages.NotifyWebPaymentStartedRequest,
            response=messages.NotifyWebPaymentStartedResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="notify_web_payment_started",
        ),
        # OCPP 2.1 part 2, Messages 1.59
        "OpenPeriodicEventStream": Procedure(
            action="OpenPeriodicEventStream",
            request=messages.OpenPeriodicEventStreamRequest,
            response=messages.OpenPeriodicEventStreamResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="open_periodic_event_stream",
        ),
        # OCPP 2.1 part 2, Messages 1.60
        "PublishFirmware": Procedure(
            action="PublishFirmware",
            request=messages.PublishFirmwareRequest,
            response=messages.PublishFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="publish_firmware",
        ),
        # OCPP 2.1 part 2, Messages 1.61
        "PublishFirmwareStatusNotification": Procedure(
            action="PublishFirmwareStatusNotification",
            request=messages.PublishFirmwareStatusNotificationRequest,
            response=messages.PublishFirmwareStatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="publish_firmware_status_notification",
        ),
        # OCPP 2.1 part 2, Messages 1.62
        "PullDynamicScheduleUpdate": Procedure(
            action="PullDynamicScheduleUpdate",
            request=messages.PullDynamicScheduleUpdateRequest,
            response=messages.PullDynamicScheduleUpdateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="pull_dynamic_schedule_update",
        ),
        # OCPP 2.1 part 2, Messages 1.63
        "ReportChargingProfiles": Procedure(
            action="ReportChargingProfiles",
            request=messages.ReportChargingProfilesRequest,
            response=messages.ReportChargingProfilesResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="report_charging_profiles",
        ),
        # OCPP 2.1 part 2, Messages 1.64
        "ReportDERControl": Procedure(
            action="ReportDERControl",
            request=messages.ReportDERControlRequest,
            response=messages.ReportDERControlResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="R DER Control",
            method="report_der_control",
        ),
        # OCPP 2.1 part 2, Messages 1.65
        "RequestBatterySwap": Procedure(
            action="RequestBatterySwap",
            request=messages.RequestBatterySwapRequest,
            response=messages.RequestBatterySwapResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="S Battery Swapping",
            method="request_battery_swap",
        ),
        # OCPP 2.1 part 2, Messages 1.66
        "RequestStartTransaction": Procedure(
            action="RequestStartTransaction",
            request=messages.RequestStartTransactionRequest,
            response=messages.RequestStartTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="request_start_transaction",
        ),
        # OCPP 2.1 part 2, Messages 1.67
        "RequestStopTransaction": Procedure(
            action="RequestStopTransaction",
            request=messages.RequestStopTransactionRequest,
            response=messages.RequestStopTransactionResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="request_stop_transaction",
        ),
        # OCPP 2.1 part 2, Messages 1.68
        "ReservationStatusUpdate": Procedure(
            action="ReservationStatusUpdate",
            request=messages.ReservationStatusUpdateRequest,
            response=messages.ReservationStatusUpdateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="H Reservation",
            method="reservation_status_update",
        ),
        # OCPP 2.1 part 2, Messages 1.69
        "ReserveNow": Procedure(
            action="ReserveNow",
            request=messages.ReserveNowRequest,
            response=messages.ReserveNowResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="H Reservation",
            method="reserve_now",
        ),
        # OCPP 2.1 part 2, Messages 1.70
        "Reset": Procedure(
            action="Reset",
            request=messages.ResetRequest,
            response=messages.ResetResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="reset",
        ),
        # OCPP 2.1 part 2, Messages 1.71
        "SecurityEventNotification": Procedure(
            action="SecurityEventNotification",
            request=messages.SecurityEventNotificationRequest,
            response=messages.SecurityEventNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="A Security",
            method="security_event_notification",
        ),
        # OCPP 2.1 part 2, Messages 1.72
        "SendLocalList": Procedure(
            action="SendLocalList",
            request=messages.SendLocalListRequest,
            response=messages.SendLocalListResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="D Local Authorization List Management",
            method="send_local_list",
        ),
        # OCPP 2.1 part 2, Messages 1.73
        "SetChargingProfile": Procedure(
            action="SetChargingProfile",
            request=messages.SetChargingProfileRequest,
            response=messages.SetChargingProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="set_charging_profile",
        ),
        # OCPP 2.1 part 2, Messages 1.75
        "SetDERControl": Procedure(
            action="SetDERControl",
            request=messages.SetDERControlRequest,
            response=messages.SetDERControlResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="R DER Control",
            method="set_der_control",
        ),
        # OCPP 2.1 part 2, Messages 1.74
        "SetDefaultTariff": Procedure(
            action="SetDefaultTariff",
            request=messages.SetDefaultTariffRequest,
            response=messages.SetDefaultTariffResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="I Tariff and Cost",
            method="set_default_tariff",
        ),
        # OCPP 2.1 part 2, Messages 1.76
        "SetDisplayMessage": Procedure(
            action="SetDisplayMessage",
            request=messages.SetDisplayMessageRequest,
            response=messages.SetDisplayMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="O Display Message",
            method="set_display_message",
        ),
        # OCPP 2.1 part 2, Messages 1.77
        "SetMonitoringBase": Procedure(
            action="SetMonitoringBase",
            request=messages.SetMonitoringBaseRequest,
            response=messages.SetMonitoringBaseResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="set_monitoring_base",
        ),
        # OCPP 2.1 part 2, Messages 1.78
        "SetMonitoringLevel": Procedure(
            action="SetMonitoringLevel",
            request=messages.SetMonitoringLevelRequest,
            response=messages.SetMonitoringLevelResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="set_monitoring_level",
        ),
        # OCPP 2.1 part 2, Messages 1.79
        "SetNetworkProfile": Procedure(
            action="SetNetworkProfile",
            request=messages.SetNetworkProfileRequest,
            response=messages.SetNetworkProfileResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="set_network_profile",
        ),
        # OCPP 2.1 part 2, Messages 1.80
        "SetVariableMonitoring": Procedure(
            action="SetVariableMonitoring",
            request=messages.SetVariableMonitoringRequest,
            response=messages.SetVariableMonitoringResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="N Diagnostics",
            method="set_variable_monitoring",
        ),
        # OCPP 2.1 part 2, Messages 1.81
        "SetVariables": Procedure(
            action="SetVariables",
            request=messages.SetVariablesRequest,
            response=messages.SetVariablesResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="B Provisioning",
            method="set_variables",
        ),
        # OCPP 2.1 part 2, Messages 1.82
        "SignCertificate": Procedure(
            action="SignCertificate",
            request=messages.SignCertificateRequest,
            response=messages.SignCertificateResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="A Security",
            method="sign_certificate",
        ),
        # OCPP 2.1 part 2, Messages 1.83
        "StatusNotification": Procedure(
            action="StatusNotification",
            request=messages.StatusNotificationRequest,
            response=messages.StatusNotificationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="G Availability",
            method="status_notification",
        ),
        # OCPP 2.1 part 2, Messages 1.84
        "TransactionEvent": Procedure(
            action="TransactionEvent",
            request=messages.TransactionEventRequest,
            response=messages.TransactionEventResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="E Transactions",
            method="transaction_event",
        ),
        # OCPP 2.1 part 2, Messages 1.85
        "TriggerMessage": Procedure(
            action="TriggerMessage",
            request=messages.TriggerMessageRequest,
            response=messages.TriggerMessageResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="trigger_message",
        ),
        # OCPP 2.1 part 2, Messages 1.86
        "UnlockConnector": Procedure(
            action="UnlockConnector",
            request=messages.UnlockConnectorRequest,
            response=messages.UnlockConnectorResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="F Remote Control",
            method="unlock_connector",
        ),
        # OCPP 2.1 part 2, Messages 1.87
        "UnpublishFirmware": Procedure(
            action="UnpublishFirmware",
            request=messages.UnpublishFirmwareRequest,
            response=messages.UnpublishFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="unpublish_firmware",
        ),
        # OCPP 2.1 part 2, Messages 1.88
        "UpdateDynamicSchedule": Procedure(
            action="UpdateDynamicSchedule",
            request=messages.UpdateDynamicScheduleRequest,
            response=messages.UpdateDynamicScheduleResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="update_dynamic_schedule",
        ),
        # OCPP 2.1 part 2, Messages 1.89
        "UpdateFirmware": Procedure(
            action="UpdateFirmware",
            request=messages.UpdateFirmwareRequest,
            response=messages.UpdateFirmwareResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="L Firmware Management",
            method="update_firmware",
        ),
        # OCPP 2.1 part 2, Messages 1.90
        "UsePriorityCharging": Procedure(
            action="UsePriorityCharging",
            request=messages.UsePriorityChargingRequest,
            response=messages.UsePriorityChargingResponse,
            senders=frozenset({BACK_OFFICE}),
            kind=ProcedureKind.CALL,
            block="K Smart Charging",
            method="use_priority_charging",
        ),
        # OCPP 2.1 part 2, Messages 1.91
        "VatNumberValidation": Procedure(
            action="VatNumberValidation",
            request=messages.VatNumberValidationRequest,
            response=messages.VatNumberValidationResponse,
            senders=frozenset({STATION}),
            kind=ProcedureKind.CALL,
            block="C Authorization",
            method="vat_number_validation",
        ),
    }
)
"""By action, as it is written on the wire."""

PROCEDURES_BY_REQUEST: Final[Mapping[type[Model], Procedure]] = MappingProxyType(
    {procedure.request: procedure for procedure in PROCEDURES.values()}
)
"""By the class of what is sent."""
