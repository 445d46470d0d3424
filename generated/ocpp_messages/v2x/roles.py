# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The two roles of OCPP 2.x, to be subclassed by those who answer.

A method answers one action; those that are not overridden are not supported. The
argument of a role class is the type of the connection that its methods are given.
"""

from ocpp_messages.connections import ConnectionT_contra, Receiver
from ocpp_messages.errors import NotSupported
from ocpp_messages.v2x import messages

__all__ = [
    "ChargingStation",
    "CSMS",
]


class ChargingStation(Receiver[ConnectionT_contra]):
    """Answers what the CSMS sends."""

    async def afrr_signal(
        self, request: messages.AFRRSignalRequest, connection: ConnectionT_contra
    ) -> messages.AFRRSignalResponse:
        """AFRRSignal: OCPP 2.1 part 2, Messages 1.2."""
        raise NotSupported("AFRRSignal")

    async def adjust_periodic_event_stream(
        self,
        request: messages.AdjustPeriodicEventStreamRequest,
        connection: ConnectionT_contra,
    ) -> messages.AdjustPeriodicEventStreamResponse:
        """AdjustPeriodicEventStream: OCPP 2.1 part 2, Messages 1.1."""
        raise NotSupported("AdjustPeriodicEventStream")

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, connection: ConnectionT_contra
    ) -> messages.CancelReservationResponse:
        """CancelReservation.

        Defined in OCPP 2.0.1 part 2, Messages 1.3; OCPP 2.1 part 2, Messages 1.6.
        """
        raise NotSupported("CancelReservation")

    async def certificate_signed(
        self, request: messages.CertificateSignedRequest, connection: ConnectionT_contra
    ) -> messages.CertificateSignedResponse:
        """CertificateSigned.

        Defined in OCPP 2.0.1 part 2, Messages 1.4; OCPP 2.1 part 2, Messages 1.7.
        """
        raise NotSupported("CertificateSigned")

    async def change_availability(
        self,
        request: messages.ChangeAvailabilityRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeAvailabilityResponse:
        """ChangeAvailability.

        Defined in OCPP 2.0.1 part 2, Messages 1.5; OCPP 2.1 part 2, Messages 1.8.
        """
        raise NotSupported("ChangeAvailability")

    async def change_transaction_tariff(
        self,
        request: messages.ChangeTransactionTariffRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeTransactionTariffResponse:
        """ChangeTransactionTariff: OCPP 2.1 part 2, Messages 1.9."""
        raise NotSupported("ChangeTransactionTariff")

    async def clear_cache(
        self, request: messages.ClearCacheRequest, connection: ConnectionT_contra
    ) -> messages.ClearCacheResponse:
        """ClearCache.

        Defined in OCPP 2.0.1 part 2, Messages 1.6; OCPP 2.1 part 2, Messages 1.10.
        """
        raise NotSupported("ClearCache")

    async def clear_charging_profile(
        self,
        request: messages.ClearChargingProfileRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearChargingProfileResponse:
        """ClearChargingProfile.

        Defined in OCPP 2.0.1 part 2, Messages 1.7; OCPP 2.1 part 2, Messages 1.11.
        """
        raise NotSupported("ClearChargingProfile")

    async def clear_der_control(
        self, request: messages.ClearDERControlRequest, connection: ConnectionT_contra
    ) -> messages.ClearDERControlResponse:
        """ClearDERControl: OCPP 2.1 part 2, Messages 1.12."""
        raise NotSupported("ClearDERControl")

    async def clear_display_message(
        self,
        request: messages.ClearDisplayMessageRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearDisplayMessageResponse:
        """ClearDisplayMessage.

        Defined in OCPP 2.0.1 part 2, Messages 1.8; OCPP 2.1 part 2, Messages 1.13.
        """
        raise NotSupported("ClearDisplayMessage")

    async def clear_tariffs(
        self, request: messages.ClearTariffsRequest, connection: ConnectionT_contra
    ) -> messages.ClearTariffsResponse:
        """ClearTariffs: OCPP 2.1 part 2, Messages 1.15."""
        raise NotSupported("ClearTariffs")

    async def clear_variable_monitoring(
        self,
        request: messages.ClearVariableMonitoringRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearVariableMonitoringResponse:
        """ClearVariableMonitoring.

        Defined in OCPP 2.0.1 part 2, Messages 1.10; OCPP 2.1 part 2, Messages 1.16.
        """
        raise NotSupported("ClearVariableMonitoring")

    async def cost_updated(
        self, request: messages.CostUpdatedRequest, connection: ConnectionT_contra
    ) -> messages.CostUpdatedResponse:
        """CostUpdated.

        Defined in OCPP 2.0.1 part 2, Messages 1.11; OCPP 2.1 part 2, Messages 1.18.
        """
        raise NotSupported("CostUpdated")

    async def customer_information(
        self,
        request: messages.CustomerInformationRequest,
        connection: ConnectionT_contra,
    ) -> messages.CustomerInformationResponse:
        """CustomerInformation.

        Defined in OCPP 2.0.1 part 2, Messages 1.12; OCPP 2.1 part 2, Messages 1.19.
        """
        raise NotSupported("CustomerInformation")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer.

        Defined in OCPP 2.0.1 part 2, Messages 1.13; OCPP 2.1 part 2, Messages 1.20.
        """
        raise NotSupported("DataTransfer")

    async def delete_certificate(
        self, request: messages.DeleteCertificateRequest, connection: ConnectionT_contra
    ) -> messages.DeleteCertificateResponse:
        """DeleteCertificate.

        Defined in OCPP 2.0.1 part 2, Messages 1.14; OCPP 2.1 part 2, Messages 1.21.
        """
        raise NotSupported("DeleteCertificate")

    async def get_base_report(
        self, request: messages.GetBaseReportRequest, connection: ConnectionT_contra
    ) -> messages.GetBaseReportResponse:
        """GetBaseReport.

        Defined in OCPP 2.0.1 part 2, Messages 1.17; OCPP 2.1 part 2, Messages 1.24.
        """
        raise NotSupported("GetBaseReport")

    async def get_charging_profiles(
        self,
        request: messages.GetChargingProfilesRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetChargingProfilesResponse:
        """GetChargingProfiles.

        Defined in OCPP 2.0.1 part 2, Messages 1.19; OCPP 2.1 part 2, Messages 1.27.
        """
        raise NotSupported("GetChargingProfiles")

    async def get_composite_schedule(
        self,
        request: messages.GetCompositeScheduleRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetCompositeScheduleResponse:
        """GetCompositeSchedule.

        Defined in OCPP 2.0.1 part 2, Messages 1.20; OCPP 2.1 part 2, Messages 1.28.
        """
        raise NotSupported("GetCompositeSchedule")

    async def get_der_control(
        self, request: messages.GetDERControlRequest, connection: ConnectionT_contra
    ) -> messages.GetDERControlResponse:
        """GetDERControl: OCPP 2.1 part 2, Messages 1.29."""
        raise NotSupported("GetDERControl")

    async def get_display_messages(
        self,
        request: messages.GetDisplayMessagesRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetDisplayMessagesResponse:
        """GetDisplayMessages.

        Defined in OCPP 2.0.1 part 2, Messages 1.21; OCPP 2.1 part 2, Messages 1.30.
        """
        raise NotSupported("GetDisplayMessages")

    async def get_installed_certificate_ids(
        self,
        request: messages.GetInstalledCertificateIdsRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetInstalledCertificateIdsResponse:
        """GetInstalledCertificateIds.

        Defined in OCPP 2.0.1 part 2, Messages 1.22; OCPP 2.1 part 2, Messages 1.31.
        """
        raise NotSupported("GetInstalledCertificateIds")

    async def get_local_list_version(
        self,
        request: messages.GetLocalListVersionRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetLocalListVersionResponse:
        """GetLocalListVersion.

        Defined in OCPP 2.0.1 part 2, Messages 1.23; OCPP 2.1 part 2, Messages 1.32.
        """
        raise NotSupported("GetLocalListVersion")

    async def get_log(
        self, request: messages.GetLogRequest, connection: ConnectionT_contra
    ) -> messages.GetLogResponse:
        """GetLog: OCPP 2.0.1 part 2, Messages 1.24; OCPP 2.1 part 2, Messages 1.33."""
        raise NotSupported("GetLog")

    async def get_monitoring_report(
        self,
        request: messages.GetMonitoringReportRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetMonitoringReportResponse:
        """GetMonitoringReport.

        Defined in OCPP 2.0.1 part 2, Messages 1.25; OCPP 2.1 part 2, Messages 1.34.
        """
        raise NotSupported("GetMonitoringReport")

    async def get_periodic_event_stream(
        self,
        request: messages.GetPeriodicEventStreamRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetPeriodicEventStreamResponse:
        """GetPeriodicEventStream: OCPP 2.1 part 2, Messages 1.35."""
        raise NotSupported("GetPeriodicEventStream")

    async def get_report(
        self, request: messages.GetReportRequest, connection: ConnectionT_contra
    ) -> messages.GetReportResponse:
        """GetReport.

        Defined in OCPP 2.0.1 part 2, Messages 1.26; OCPP 2.1 part 2, Messages 1.36.
        """
        raise NotSupported("GetReport")

    async def get_tariffs(
        self, request: messages.GetTariffsRequest, connection: ConnectionT_contra
    ) -> messages.GetTariffsResponse:
        """GetTariffs: OCPP 2.1 part 2, Messages 1.37."""
        raise NotSupported("GetTariffs")

    async def get_transaction_status(
        self,
        request: messages.GetTransactionStatusRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetTransactionStatusResponse:
        """GetTransactionStatus.

        Defined in OCPP 2.0.1 part 2, Messages 1.27; OCPP 2.1 part 2, Messages 1.38.
        """
        raise NotSupported("GetTransactionStatus")

    async def get_variables(
        self, request: messages.GetVariablesRequest, connection: ConnectionT_contra
    ) -> messages.GetVariablesResponse:
        """GetVariables.

        Defined in OCPP 2.0.1 part 2, Messages 1.28; OCPP 2.1 part 2, Messages 1.39.
        """
        raise NotSupported("GetVariables")

    async def install_certificate(
        self,
        request: messages.InstallCertificateRequest,
        connection: ConnectionT_contra,
    ) -> messages.InstallCertificateResponse:
        """InstallCertificate.

        Defined in OCPP 2.0.1 part 2, Messages 1.30; OCPP 2.1 part 2, Messages 1.41.
        """
        raise NotSupported("InstallCertificate")

    async def notify_allowed_energy_transfer(
        self,
        request: messages.NotifyAllowedEnergyTransferRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyAllowedEnergyTransferResponse:
        """NotifyAllowedEnergyTransfer: OCPP 2.1 part 2, Messages 1.44."""
        raise NotSupported("NotifyAllowedEnergyTransfer")

    async def notify_web_payment_started(
        self,
        request: messages.NotifyWebPaymentStartedRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyWebPaymentStartedResponse:
        """NotifyWebPaymentStarted: OCPP 2.1 part 2, Messages 1.58."""
        raise NotSupported("NotifyWebPaymentStarted")

    async def publish_firmware(
        self, request: messages.PublishFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.PublishFirmwareResponse:
        """PublishFirmware.

        Defined in OCPP 2.0.1 part 2, Messages 1.41; OCPP 2.1 part 2, Messages 1.60.
        """
        raise NotSupported("PublishFirmware")

    async def request_battery_swap(
        self,
        request: messages.RequestBatterySwapRequest,
        connection: ConnectionT_contra,
    ) -> messages.RequestBatterySwapResponse:
        """RequestBatterySwap: OCPP 2.1 part 2, Messages 1.65."""
        raise NotSupported("RequestBatterySwap")

    async def request_start_transaction(
        self,
        request: messages.RequestStartTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RequestStartTransactionResponse:
        """RequestStartTransaction.

        Defined in OCPP 2.0.1 part 2, Messages 1.44; OCPP 2.1 part 2, Messages 1.66.
        """
        raise NotSupported("RequestStartTransaction")

    async def request_stop_transaction(
        self,
        request: messages.RequestStopTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RequestStopTransactionResponse:
        """RequestStopTransaction.

        Defined in OCPP 2.0.1 part 2, Messages 1.45; OCPP 2.1 part 2, Messages 1.67.
        """
        raise NotSupported("RequestStopTransaction")

    async def reserve_now(
        self, request: messages.ReserveNowRequest, connection: ConnectionT_contra
    ) -> messages.ReserveNowResponse:
        """ReserveNow.

        Defined in OCPP 2.0.1 part 2, Messages 1.47; OCPP 2.1 part 2, Messages 1.69.
        """
        raise NotSupported("ReserveNow")

    async def reset(
        self, request: messages.ResetRequest, connection: ConnectionT_contra
    ) -> messages.ResetResponse:
        """Reset: OCPP 2.0.1 part 2, Messages 1.48; OCPP 2.1 part 2, Messages 1.70."""
        raise NotSupported("Reset")

    async def send_local_list(
        self, request: messages.SendLocalListRequest, connection: ConnectionT_contra
    ) -> messages.SendLocalListResponse:
        """SendLocalList.

        Defined in OCPP 2.0.1 part 2, Messages 1.50; OCPP 2.1 part 2, Messages 1.72.
        """
        raise NotSupported("SendLocalList")

    async def set_charging_profile(
        self,
        request: messages.SetChargingProfileRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetChargingProfileResponse:
        """SetChargingProfile.

        Defined in OCPP 2.0.1 part 2, Messages 1.51; OCPP 2.1 part 2, Messages 1.73.
        """
        raise NotSupported("SetChargingProfile")

    async def set_der_control(
        self, request: messages.SetDERControlRequest, connection: ConnectionT_contra
    ) -> messages.SetDERControlResponse:
        """SetDERControl: OCPP 2.1 part 2, Messages 1.75."""
        raise NotSupported("SetDERControl")

    async def set_default_tariff(
        self, request: messages.SetDefaultTariffRequest, connection: ConnectionT_contra
    ) -> messages.SetDefaultTariffResponse:
        """SetDefaultTariff: OCPP 2.1 part 2, Messages 1.74."""
        raise NotSupported("SetDefaultTariff")

    async def set_display_message(
        self, request: messages.SetDisplayMessageRequest, connection: ConnectionT_contra
    ) -> messages.SetDisplayMessageResponse:
        """SetDisplayMessage.

        Defined in OCPP 2.0.1 part 2, Messages 1.52; OCPP 2.1 part 2, Messages 1.76.
        """
        raise NotSupported("SetDisplayMessage")

    async def set_monitoring_base(
        self, request: messages.SetMonitoringBaseRequest, connection: ConnectionT_contra
    ) -> messages.SetMonitoringBaseResponse:
        """SetMonitoringBase.

        Defined in OCPP 2.0.1 part 2, Messages 1.53; OCPP 2.1 part 2, Messages 1.77.
        """
        raise NotSupported("SetMonitoringBase")

    async def set_monitoring_level(
        self,
        request: messages.SetMonitoringLevelRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetMonitoringLevelResponse:
        """SetMonitoringLevel.

        Defined in OCPP 2.0.1 part 2, Messages 1.54; OCPP 2.1 part 2, Messages 1.78.
        """
        raise NotSupported("SetMonitoringLevel")

    async def set_network_profile(
        self, request: messages.SetNetworkProfileRequest, connection: ConnectionT_contra
    ) -> messages.SetNetworkProfileResponse:
        """SetNetworkProfile.

        Defined in OCPP 2.0.1 part 2, Messages 1.55; OCPP 2.1 part 2, Messages 1.79.
        """
        raise NotSupported("SetNetworkProfile")

    async def set_variable_monitoring(
        self,
        request: messages.SetVariableMonitoringRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetVariableMonitoringResponse:
        """SetVariableMonitoring.

        Defined in OCPP 2.0.1 part 2, Messages 1.56; OCPP 2.1 part 2, Messages 1.80.
        """
        raise NotSupported("SetVariableMonitoring")

    async def set_variables(
        self, request: messages.SetVariablesRequest, connection: ConnectionT_contra
    ) -> messages.SetVariablesResponse:
        """SetVariables.

        Defined in OCPP 2.0.1 part 2, Messages 1.57; OCPP 2.1 part 2, Messages 1.81.
        """
        raise NotSupported("SetVariables")

    async def trigger_message(
        self, request: messages.TriggerMessageRequest, connection: ConnectionT_contra
    ) -> messages.TriggerMessageResponse:
        """TriggerMessage.

        Defined in OCPP 2.0.1 part 2, Messages 1.61; OCPP 2.1 part 2, Messages 1.85.
        """
        raise NotSupported("TriggerMessage")

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, connection: ConnectionT_contra
    ) -> messages.UnlockConnectorResponse:
        """UnlockConnector.

        Defined in OCPP 2.0.1 part 2, Messages 1.62; OCPP 2.1 part 2, Messages 1.86.
        """
        raise NotSupported("UnlockConnector")

    async def unpublish_firmware(
        self, request: messages.UnpublishFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.UnpublishFirmwareResponse:
        """UnpublishFirmware.

        Defined in OCPP 2.0.1 part 2, Messages 1.63; OCPP 2.1 part 2, Messages 1.87.
        """
        raise NotSupported("UnpublishFirmware")

    async def update_dynamic_schedule(
        self,
        request: messages.UpdateDynamicScheduleRequest,
        connection: ConnectionT_contra,
    ) -> messages.UpdateDynamicScheduleResponse:
        """UpdateDynamicSchedule: OCPP 2.1 part 2, Messages 1.88."""
        raise NotSupported("UpdateDynamicSchedule")

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.UpdateFirmwareResponse:
        """UpdateFirmware.

        Defined in OCPP 2.0.1 part 2, Messages 1.64; OCPP 2.1 part 2, Messages 1.89.
        """
        raise NotSupported("UpdateFirmware")

    async def use_priority_charging(
        self,
        request: messages.UsePriorityChargingRequest,
        connection: ConnectionT_contra,
    ) -> messages.UsePriorityChargingResponse:
        """UsePriorityCharging: OCPP 2.1 part 2, Messages 1.90."""
        raise NotSupported("UsePriorityCharging")


class CSMS(Receiver[ConnectionT_contra]):
    """Answers what the ChargingStation sends."""

    async def authorize(
        self, request: messages.AuthorizeRequest, connection: ConnectionT_contra
    ) -> messages.AuthorizeResponse:
        """Authorize: OCPP 2.0.1 part 2, Messages 1.1; OCPP 2.1 part 2, Messages 1.3."""
        raise NotSupported("Authorize")

    async def battery_swap(
        self, request: messages.BatterySwapRequest, connection: ConnectionT_contra
    ) -> messages.BatterySwapResponse:
        """BatterySwap: OCPP 2.1 part 2, Messages 1.4."""
        raise NotSupported("BatterySwap")

    async def boot_notification(
        self, request: messages.BootNotificationRequest, connection: ConnectionT_contra
    ) -> messages.BootNotificationResponse:
        """BootNotification.

        Defined in OCPP 2.0.1 part 2, Messages 1.2; OCPP 2.1 part 2, Messages 1.5.
        """
        raise NotSupported("BootNotification")

    async def cleared_charging_limit(
        self,
        request: messages.ClearedChargingLimitRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearedChargingLimitResponse:
        """ClearedChargingLimit.

        Defined in OCPP 2.0.1 part 2, Messages 1.9; OCPP 2.1 part 2, Messages 1.14.
        """
        raise NotSupported("ClearedChargingLimit")

    async def close_periodic_event_stream(
        self,
        request: messages.ClosePeriodicEventStreamRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClosePeriodicEventStreamResponse:
        """ClosePeriodicEventStream: OCPP 2.1 part 2, Messages 1.17."""
        raise NotSupported("ClosePeriodicEventStream")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer.

        Defined in OCPP 2.0.1 part 2, Messages 1.13; OCPP 2.1 part 2, Messages 1.20.
        """
        raise NotSupported("DataTransfer")

    async def firmware_status_notification(
        self,
        request: messages.FirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.FirmwareStatusNotificationResponse:
        """FirmwareStatusNotification.

        Defined in OCPP 2.0.1 part 2, Messages 1.15; OCPP 2.1 part 2, Messages 1.22.
        """
        raise NotSupported("FirmwareStatusNotification")

    async def get_15118_ev_certificate(
        self,
        request: messages.Get15118EVCertificateRequest,
        connection: ConnectionT_contra,
    ) -> messages.Get15118EVCertificateResponse:
        """Get15118EVCertificate.

        Defined in OCPP 2.0.1 part 2, Messages 1.16; OCPP 2.1 part 2, Messages 1.23.
        """
        raise NotSupported("Get15118EVCertificate")

    async def get_certificate_chain_status(
        self,
        request: messages.GetCertificateChainStatusRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetCertificateChainStatusResponse:
        """GetCertificateChainStatus: OCPP 2.1 part 2, Messages 1.25."""
        raise NotSupported("GetCertificateChainStatus")

    async def get_certificate_status(
        self,
        request: messages.GetCertificateStatusRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetCertificateStatusResponse:
        """GetCertificateStatus.

        Defined in OCPP 2.0.1 part 2, Messages 1.18; OCPP 2.1 part 2, Messages 1.26.
        """
        raise NotSupported("GetCertificateStatus")

    async def heartbeat(
        self, request: messages.HeartbeatRequest, connection: ConnectionT_contra
    ) -> messages.HeartbeatResponse:
        """Heartbeat.

        Defined in OCPP 2.0.1 part 2, Messages 1.29; OCPP 2.1 part 2, Messages 1.40.
        """
        raise NotSupported("Heartbeat")

    async def log_status_notification(
        self,
        request: messages.LogStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.LogStatusNotificationResponse:
        """LogStatusNotification.

        Defined in OCPP 2.0.1 part 2, Messages 1.31; OCPP 2.1 part 2, Messages 1.42.
        """
        raise NotSupported("LogStatusNotification")

    async def meter_values(
        self, request: messages.MeterValuesRequest, connection: ConnectionT_contra
    ) -> messages.MeterValuesResponse:
        """MeterValues.

        Defined in OCPP 2.0.1 part 2, Messages 1.32; OCPP 2.1 part 2, Messages 1.43.
        """
        raise NotSupported("MeterValues")

    async def notify_charging_limit(
        self,
        request: messages.NotifyChargingLimitRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyChargingLimitResponse:
        """NotifyChargingLimit.

        Defined in OCPP 2.0.1 part 2, Messages 1.33; OCPP 2.1 part 2, Messages 1.45.
        """
        raise NotSupported("NotifyChargingLimit")

    async def notify_customer_information(
        self,
        request: messages.NotifyCustomerInformationRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyCustomerInformationResponse:
        """NotifyCustomerInformation.

        Defined in OCPP 2.0.1 part 2, Messages 1.34; OCPP 2.1 part 2, Messages 1.46.
        """
        raise NotSupported("NotifyCustomerInformation")

    async def notify_der_alarm(
        self, request: messages.NotifyDERAlarmRequest, connection: ConnectionT_contra
    ) -> messages.NotifyDERAlarmResponse:
        """NotifyDERAlarm: OCPP 2.1 part 2, Messages 1.47."""
        raise NotSupported("NotifyDERAlarm")

    async def notify_der_start_stop(
        self,
        request: messages.NotifyDERStartStopRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyDERStartStopResponse:
        """NotifyDERStartStop: OCPP 2.1 part 2, Messages 1.48."""
        raise NotSupported("NotifyDERStartStop")

    async def notify_display_messages(
        self,
        request: messages.NotifyDisplayMessagesRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyDisplayMessagesResponse:
        """NotifyDisplayMessages.

        Defined in OCPP 2.0.1 part 2, Messages 1.35; OCPP 2.1 part 2, Messages 1.49.
        """
        raise NotSupported("NotifyDisplayMessages")

    async def notify_ev_charging_needs(
        self,
        request: messages.NotifyEVChargingNeedsRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyEVChargingNeedsResponse:
        """NotifyEVChargingNeeds.

        Defined in OCPP 2.0.1 part 2, Messages 1.36; OCPP 2.1 part 2, Messages 1.50.
        """
        raise NotSupported("NotifyEVChargingNeeds")

    async def notify_ev_charging_schedule(
        self,
        request: messages.NotifyEVChargingScheduleRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyEVChargingScheduleResponse:
        """NotifyEVChargingSchedule.

        Defined in OCPP 2.0.1 part 2, Messages 1.37; OCPP 2.1 part 2, Messages 1.51.
        """
        raise NotSupported("NotifyEVChargingSchedule")

    async def notify_event(
        self, request: messages.NotifyEventRequest, connection: ConnectionT_contra
    ) -> messages.NotifyEventResponse:
        """NotifyEvent.

        Defined in OCPP 2.0.1 part 2, Messages 1.38; OCPP 2.1 part 2, Messages 1.52.
        """
        raise NotSupported("NotifyEvent")

    async def notify_monitoring_report(
        self,
        request: messages.NotifyMonitoringReportRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyMonitoringReportResponse:
        """NotifyMonitoringReport.

        Defined in OCPP 2.0.1 part 2, Messages 1.39; OCPP 2.1 part 2, Messages 1.53.
        """
        raise NotSupported("NotifyMonitoringReport")

    async def notify_periodic_event_stream(
        self,
        request: messages.NotifyPeriodicEventStream,
        connection: ConnectionT_contra,
    ) -> None:
        """NotifyPeriodicEventStream: OCPP 2.1 part 2, Messages 1.54."""
        raise NotSupported("NotifyPeriodicEventStream")

    async def notify_priority_charging(
        self,
        request: messages.NotifyPriorityChargingRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyPriorityChargingResponse:
        """NotifyPriorityCharging: OCPP 2.1 part 2, Messages 1.55."""
        raise NotSupported("NotifyPriorityCharging")

    async def notify_report(
        self, request: messages.NotifyReportRequest, connection: ConnectionT_contra
    ) -> messages.NotifyReportResponse:
        """NotifyReport.

        Defined in OCPP 2.0.1 part 2, Messages 1.40; OCPP 2.1 part 2, Messages 1.56.
        """
        raise NotSupported("NotifyReport")

    async def notify_settlement(
        self, request: messages.NotifySettlementRequest, connection: ConnectionT_contra
    ) -> messages.NotifySettlementResponse:
        """NotifySettlement: OCPP 2.1 part 2, Messages 1.57."""
        raise NotSupported("NotifySettlement")

    async def open_periodic_event_stream(
        self,
        request: messages.OpenPeriodicEventStreamRequest,
        connection: ConnectionT_contra,
    ) -> messages.OpenPeriodicEventStreamResponse:
        """OpenPeriodicEventStream: OCPP 2.1 part 2, Messages 1.59."""
        raise NotSupported("OpenPeriodicEventStream")

    async def publish_firmware_status_notification(
        self,
        request: messages.PublishFirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.PublishFirmwareStatusNotificationResponse:
        """PublishFirmwareStatusNotification.

        Defined in OCPP 2.0.1 part 2, Messages 1.42; OCPP 2.1 part 2, Messages 1.61.
        """
        raise NotSupported("PublishFirmwareStatusNotification")

    async def pull_dynamic_schedule_update(
        self,
        request: messages.PullDynamicScheduleUpdateRequest,
        connection: ConnectionT_contra,
    ) -> messages.PullDynamicScheduleUpdateResponse:
        """PullDynamicScheduleUpdate: OCPP 2.1 part 2, Messages 1.62."""
        raise NotSupported("PullDynamicScheduleUpdate")

    async def report_charging_profiles(
        self,
        request: messages.ReportChargingProfilesRequest,
        connection: ConnectionT_contra,
    ) -> messages.ReportChargingProfilesResponse:
        """ReportChargingProfiles.

        Defined in OCPP 2.0.1 part 2, Messages 1.43; OCPP 2.1 part 2, Messages 1.63.
        """
        raise NotSupported("ReportChargingProfiles")

    async def report_der_control(
        self, request: messages.ReportDERControlRequest, connection: ConnectionT_contra
    ) -> messages.ReportDERControlResponse:
        """ReportDERControl: OCPP 2.1 part 2, Messages 1.64."""
        raise NotSupported("ReportDERControl")

    async def reservation_status_update(
        self,
        request: messages.ReservationStatusUpdateRequest,
        connection: ConnectionT_contra,
    ) -> messages.ReservationStatusUpdateResponse:
        """ReservationStatusUpdate.

        Defined in OCPP 2.0.1 part 2, Messages 1.46; OCPP 2.1 part 2, Messages 1.68.
        """
        raise NotSupported("ReservationStatusUpdate")

    async def security_event_notification(
        self,
        request: messages.SecurityEventNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.SecurityEventNotificationResponse:
        """SecurityEventNotification.

        Defined in OCPP 2.0.1 part 2, Messages 1.49; OCPP 2.1 part 2, Messages 1.71.
        """
        raise NotSupported("SecurityEventNotification")

    async def sign_certificate(
        self, request: messages.SignCertificateRequest, connection: ConnectionT_contra
    ) -> messages.SignCertificateResponse:
        """SignCertificate.

        Defined in OCPP 2.0.1 part 2, Messages 1.58; OCPP 2.1 part 2, Messages 1.82.
        """
        raise NotSupported("SignCertificate")

    async def status_notification(
        self,
        request: messages.StatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.StatusNotificationResponse:
        """StatusNotification.

        Defined in OCPP 2.0.1 part 2, Messages 1.59; OCPP 2.1 part 2, Messages 1.83.
        """
        raise NotSupported("StatusNotification")

    async def transaction_event(
        self, request: messages.TransactionEventRequest, connection: ConnectionT_contra
    ) -> messages.TransactionEventResponse:
        """TransactionEvent.

        Defined in OCPP 2.0.1 part 2, Messages 1.60; OCPP 2.1 part 2, Messages 1.84.
        """
        raise NotSupported("TransactionEvent")

    async def vat_number_validation(
        self,
        request: messages.VatNumberValidationRequest,
        connection: ConnectionT_contra,
    ) -> messages.VatNumberValidationResponse:
        """VatNumberValidation: OCPP 2.1 part 2, Messages 1.91."""
        raise NotSupported("VatNumberValidation")
