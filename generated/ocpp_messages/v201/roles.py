# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The two roles of OCPP 2.0.1, to be subclassed by those who answer.

A method answers one action; those that are not overridden are not supported. The
argument of a role class is the type of the connection that its methods are given.
"""

from ocpp_messages.connections import ConnectionT_contra, Receiver
from ocpp_messages.errors import NotSupported
from ocpp_messages.v201 import messages

__all__ = [
    "ChargingStation",
    "CSMS",
]


class ChargingStation(Receiver[ConnectionT_contra]):
    """Answers what the CSMS sends."""

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, connection: ConnectionT_contra
    ) -> messages.CancelReservationResponse:
        """CancelReservation: OCPP 2.0.1 part 2, Messages 1.3."""
        raise NotSupported("CancelReservation")

    async def certificate_signed(
        self, request: messages.CertificateSignedRequest, connection: ConnectionT_contra
    ) -> messages.CertificateSignedResponse:
        """CertificateSigned: OCPP 2.0.1 part 2, Messages 1.4."""
        raise NotSupported("CertificateSigned")

    async def change_availability(
        self,
        request: messages.ChangeAvailabilityRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeAvailabilityResponse:
        """ChangeAvailability: OCPP 2.0.1 part 2, Messages 1.5."""
        raise NotSupported("ChangeAvailability")

    async def clear_cache(
        self, request: messages.ClearCacheRequest, connection: ConnectionT_contra
    ) -> messages.ClearCacheResponse:
        """ClearCache: OCPP 2.0.1 part 2, Messages 1.6."""
        raise NotSupported("ClearCache")

    async def clear_charging_profile(
        self,
        request: messages.ClearChargingProfileRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearChargingProfileResponse:
        """ClearChargingProfile: OCPP 2.0.1 part 2, Messages 1.7."""
        raise NotSupported("ClearChargingProfile")

    async def clear_display_message(
        self,
        request: messages.ClearDisplayMessageRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearDisplayMessageResponse:
        """ClearDisplayMessage: OCPP 2.0.1 part 2, Messages 1.8."""
        raise NotSupported("ClearDisplayMessage")

    async def clear_variable_monitoring(
        self,
        request: messages.ClearVariableMonitoringRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearVariableMonitoringResponse:
        """ClearVariableMonitoring: OCPP 2.0.1 part 2, Messages 1.10."""
        raise NotSupported("ClearVariableMonitoring")

    async def cost_updated(
        self, request: messages.CostUpdatedRequest, connection: ConnectionT_contra
    ) -> messages.CostUpdatedResponse:
        """CostUpdated: OCPP 2.0.1 part 2, Messages 1.11."""
        raise NotSupported("CostUpdated")

    async def customer_information(
        self,
        request: messages.CustomerInformationRequest,
        connection: ConnectionT_contra,
    ) -> messages.CustomerInformationResponse:
        """CustomerInformation: OCPP 2.0.1 part 2, Messages 1.12."""
        raise NotSupported("CustomerInformation")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 2.0.1 part 2, Messages 1.13."""
        raise NotSupported("DataTransfer")

    async def delete_certificate(
        self, request: messages.DeleteCertificateRequest, connection: ConnectionT_contra
    ) -> messages.DeleteCertificateResponse:
        """DeleteCertificate: OCPP 2.0.1 part 2, Messages 1.14."""
        raise NotSupported("DeleteCertificate")

    async def get_base_report(
        self, request: messages.GetBaseReportRequest, connection: ConnectionT_contra
    ) -> messages.GetBaseReportResponse:
        """GetBaseReport: OCPP 2.0.1 part 2, Messages 1.17."""
        raise NotSupported("GetBaseReport")

    async def get_charging_profiles(
        self,
        request: messages.GetChargingProfilesRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetChargingProfilesResponse:
        """GetChargingProfiles: OCPP 2.0.1 part 2, Messages 1.19."""
        raise NotSupported("GetChargingProfiles")

    async def get_composite_schedule(
        self,
        request: messages.GetCompositeScheduleRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetCompositeScheduleResponse:
        """GetCompositeSchedule: OCPP 2.0.1 part 2, Messages 1.20."""
        raise NotSupported("GetCompositeSchedule")

    async def get_display_messages(
        self,
        request: messages.GetDisplayMessagesRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetDisplayMessagesResponse:
        """GetDisplayMessages: OCPP 2.0.1 part 2, Messages 1.21."""
        raise NotSupported("GetDisplayMessages")

    async def get_installed_certificate_ids(
        self,
        request: messages.GetInstalledCertificateIdsRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetInstalledCertificateIdsResponse:
        """GetInstalledCertificateIds: OCPP 2.0.1 part 2, Messages 1.22."""
        raise NotSupported("GetInstalledCertificateIds")

    async def get_local_list_version(
        self,
        request: messages.GetLocalListVersionRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetLocalListVersionResponse:
        """GetLocalListVersion: OCPP 2.0.1 part 2, Messages 1.23."""
        raise NotSupported("GetLocalListVersion")

    async def get_log(
        self, request: messages.GetLogRequest, connection: ConnectionT_contra
    ) -> messages.GetLogResponse:
        """GetLog: OCPP 2.0.1 part 2, Messages 1.24."""
        raise NotSupported("GetLog")

    async def get_monitoring_report(
        self,
        request: messages.GetMonitoringReportRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetMonitoringReportResponse:
        """GetMonitoringReport: OCPP 2.0.1 part 2, Messages 1.25."""
        raise NotSupported("GetMonitoringReport")

    async def get_report(
        self, request: messages.GetReportRequest, connection: ConnectionT_contra
    ) -> messages.GetReportResponse:
        """GetReport: OCPP 2.0.1 part 2, Messages 1.26."""
        raise NotSupported("GetReport")

    async def get_transaction_status(
        self,
        request: messages.GetTransactionStatusRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetTransactionStatusResponse:
        """GetTransactionStatus: OCPP 2.0.1 part 2, Messages 1.27."""
        raise NotSupported("GetTransactionStatus")

    async def get_variables(
        self, request: messages.GetVariablesRequest, connection: ConnectionT_contra
    ) -> messages.GetVariablesResponse:
        """GetVariables: OCPP 2.0.1 part 2, Messages 1.28."""
        raise NotSupported("GetVariables")

    async def install_certificate(
        self,
        request: messages.InstallCertificateRequest,
        connection: ConnectionT_contra,
    ) -> messages.InstallCertificateResponse:
        """InstallCertificate: OCPP 2.0.1 part 2, Messages 1.30."""
        raise NotSupported("InstallCertificate")

    async def publish_firmware(
        self, request: messages.PublishFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.PublishFirmwareResponse:
        """PublishFirmware: OCPP 2.0.1 part 2, Messages 1.41."""
        raise NotSupported("PublishFirmware")

    async def request_start_transaction(
        self,
        request: messages.RequestStartTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RequestStartTransactionResponse:
        """RequestStartTransaction: OCPP 2.0.1 part 2, Messages 1.44."""
        raise NotSupported("RequestStartTransaction")

    async def request_stop_transaction(
        self,
        request: messages.RequestStopTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RequestStopTransactionResponse:
        """RequestStopTransaction: OCPP 2.0.1 part 2, Messages 1.45."""
        raise NotSupported("RequestStopTransaction")

    async def reserve_now(
        self, request: messages.ReserveNowRequest, connection: ConnectionT_contra
    ) -> messages.ReserveNowResponse:
        """ReserveNow: OCPP 2.0.1 part 2, Messages 1.47."""
        raise NotSupported("ReserveNow")

    async def reset(
        self, request: messages.ResetRequest, connection: ConnectionT_contra
    ) -> messages.ResetResponse:
        """Reset: OCPP 2.0.1 part 2, Messages 1.48."""
        raise NotSupported("Reset")

    async def send_local_list(
        self, request: messages.SendLocalListRequest, connection: ConnectionT_contra
    ) -> messages.SendLocalListResponse:
        """SendLocalList: OCPP 2.0.1 part 2, Messages 1.50."""
        raise NotSupported("SendLocalList")

    async def set_charging_profile(
        self,
        request: messages.SetChargingProfileRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetChargingProfileResponse:
        """SetChargingProfile: OCPP 2.0.1 part 2, Messages 1.51."""
        raise NotSupported("SetChargingProfile")

    async def set_display_message(
        self, request: messages.SetDisplayMessageRequest, connection: ConnectionT_contra
    ) -> messages.SetDisplayMessageResponse:
        """SetDisplayMessage: OCPP 2.0.1 part 2, Messages 1.52."""
        raise NotSupported("SetDisplayMessage")

    async def set_monitoring_base(
        self, request: messages.SetMonitoringBaseRequest, connection: ConnectionT_contra
    ) -> messages.SetMonitoringBaseResponse:
        """SetMonitoringBase: OCPP 2.0.1 part 2, Messages 1.53."""
        raise NotSupported("SetMonitoringBase")

    async def set_monitoring_level(
        self,
        request: messages.SetMonitoringLevelRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetMonitoringLevelResponse:
        """SetMonitoringLevel: OCPP 2.0.1 part 2, Messages 1.54."""
        raise NotSupported("SetMonitoringLevel")

    async def set_network_profile(
        self, request: messages.SetNetworkProfileRequest, connection: ConnectionT_contra
    ) -> messages.SetNetworkProfileResponse:
        """SetNetworkProfile: OCPP 2.0.1 part 2, Messages 1.55."""
        raise NotSupported("SetNetworkProfile")

    async def set_variable_monitoring(
        self,
        request: messages.SetVariableMonitoringRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetVariableMonitoringResponse:
        """SetVariableMonitoring: OCPP 2.0.1 part 2, Messages 1.56."""
        raise NotSupported("SetVariableMonitoring")

    async def set_variables(
        self, request: messages.SetVariablesRequest, connection: ConnectionT_contra
    ) -> messages.SetVariablesResponse:
        """SetVariables: OCPP 2.0.1 part 2, Messages 1.57."""
        raise NotSupported("SetVariables")

    async def trigger_message(
        self, request: messages.TriggerMessageRequest, connection: ConnectionT_contra
    ) -> messages.TriggerMessageResponse:
        """TriggerMessage: OCPP 2.0.1 part 2, Messages 1.61."""
        raise NotSupported("TriggerMessage")

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, connection: ConnectionT_contra
    ) -> messages.UnlockConnectorResponse:
        """UnlockConnector: OCPP 2.0.1 part 2, Messages 1.62."""
        raise NotSupported("UnlockConnector")

    async def unpublish_firmware(
        self, request: messages.UnpublishFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.UnpublishFirmwareResponse:
        """UnpublishFirmware: OCPP 2.0.1 part 2, Messages 1.63."""
        raise NotSupported("UnpublishFirmware")

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.UpdateFirmwareResponse:
        """UpdateFirmware: OCPP 2.0.1 part 2, Messages 1.64."""
        raise NotSupported("UpdateFirmware")


class CSMS(Receiver[ConnectionT_contra]):
    """Answers what the ChargingStation sends."""

    async def authorize(
        self, request: messages.AuthorizeRequest, connection: ConnectionT_contra
    ) -> messages.AuthorizeResponse:
        """Authorize: OCPP 2.0.1 part 2, Messages 1.1."""
        raise NotSupported("Authorize")

    async def boot_notification(
        self, request: messages.BootNotificationRequest, connection: ConnectionT_contra
    ) -> messages.BootNotificationResponse:
        """BootNotification: OCPP 2.0.1 part 2, Messages 1.2."""
        raise NotSupported("BootNotification")

    async def cleared_charging_limit(
        self,
        request: messages.ClearedChargingLimitRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearedChargingLimitResponse:
        """ClearedChargingLimit: OCPP 2.0.1 part 2, Messages 1.9."""
        raise NotSupported("ClearedChargingLimit")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 2.0.1 part 2, Messages 1.13."""
        raise NotSupported("DataTransfer")

    async def firmware_status_notification(
        self,
        request: messages.FirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.FirmwareStatusNotificationResponse:
        """FirmwareStatusNotification: OCPP 2.0.1 part 2, Messages 1.15."""
        raise NotSupported("FirmwareStatusNotification")

    async def get_15118_ev_certificate(
        self,
        request: messages.Get15118EVCertificateRequest,
        connection: ConnectionT_contra,
    ) -> messages.Get15118EVCertificateResponse:
        """Get15118EVCertificate: OCPP 2.0.1 part 2, Messages 1.16."""
        raise NotSupported("Get15118EVCertificate")

    async def get_certificate_status(
        self,
        request: messages.GetCertificateStatusRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetCertificateStatusResponse:
        """GetCertificateStatus: OCPP 2.0.1 part 2, Messages 1.18."""
        raise NotSupported("GetCertificateStatus")

    async def heartbeat(
        self, request: messages.HeartbeatRequest, connection: ConnectionT_contra
    ) -> messages.HeartbeatResponse:
        """Heartbeat: OCPP 2.0.1 part 2, Messages 1.29."""
        raise NotSupported("Heartbeat")

    async def log_status_notification(
        self,
        request: messages.LogStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.LogStatusNotificationResponse:
        """LogStatusNotification: OCPP 2.0.1 part 2, Messages 1.31."""
        raise NotSupported("LogStatusNotification")

    async def meter_values(
        self, request: messages.MeterValuesRequest, connection: ConnectionT_contra
    ) -> messages.MeterValuesResponse:
        """MeterValues: OCPP 2.0.1 part 2, Messages 1.32."""
        raise NotSupported("MeterValues")

    async def notify_charging_limit(
        self,
        request: messages.NotifyChargingLimitRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyChargingLimitResponse:
        """NotifyChargingLimit: OCPP 2.0.1 part 2, Messages 1.33."""
        raise NotSupported("NotifyChargingLimit")

    async def notify_customer_information(
        self,
        request: messages.NotifyCustomerInformationRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyCustomerInformationResponse:
        """NotifyCustomerInformation: OCPP 2.0.1 part 2, Messages 1.34."""
        raise NotSupported("NotifyCustomerInformation")

    async def notify_display_messages(
        self,
        request: messages.NotifyDisplayMessagesRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyDisplayMessagesResponse:
        """NotifyDisplayMessages: OCPP 2.0.1 part 2, Messages 1.35."""
        raise NotSupported("NotifyDisplayMessages")

    async def notify_ev_charging_needs(
        self,
        request: messages.NotifyEVChargingNeedsRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyEVChargingNeedsResponse:
        """NotifyEVChargingNeeds: OCPP 2.0.1 part 2, Messages 1.36."""
        raise NotSupported("NotifyEVChargingNeeds")

    async def notify_ev_charging_schedule(
        self,
        request: messages.NotifyEVChargingScheduleRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyEVChargingScheduleResponse:
        """NotifyEVChargingSchedule: OCPP 2.0.1 part 2, Messages 1.37."""
        raise NotSupported("NotifyEVChargingSchedule")

    async def notify_event(
        self, request: messages.NotifyEventRequest, connection: ConnectionT_contra
    ) -> messages.NotifyEventResponse:
        """NotifyEvent: OCPP 2.0.1 part 2, Messages 1.38."""
        raise NotSupported("NotifyEvent")

    async def notify_monitoring_report(
        self,
        request: messages.NotifyMonitoringReportRequest,
        connection: ConnectionT_contra,
    ) -> messages.NotifyMonitoringReportResponse:
        """NotifyMonitoringReport: OCPP 2.0.1 part 2, Messages 1.39."""
        raise NotSupported("NotifyMonitoringReport")

    async def notify_report(
        self, request: messages.NotifyReportRequest, connection: ConnectionT_contra
    ) -> messages.NotifyReportResponse:
        """NotifyReport: OCPP 2.0.1 part 2, Messages 1.40."""
        raise NotSupported("NotifyReport")

    async def publish_firmware_status_notification(
        self,
        request: messages.PublishFirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.PublishFirmwareStatusNotificationResponse:
        """PublishFirmwareStatusNotification: OCPP 2.0.1 part 2, Messages 1.42."""
        raise NotSupported("PublishFirmwareStatusNotification")

    async def report_charging_profiles(
        self,
        request: messages.ReportChargingProfilesRequest,
        connection: ConnectionT_contra,
    ) -> messages.ReportChargingProfilesResponse:
        """ReportChargingProfiles: OCPP 2.0.1 part 2, Messages 1.43."""
        raise NotSupported("ReportChargingProfiles")

    async def reservation_status_update(
        self,
        request: messages.ReservationStatusUpdateRequest,
        connection: ConnectionT_contra,
    ) -> messages.ReservationStatusUpdateResponse:
        """ReservationStatusUpdate: OCPP 2.0.1 part 2, Messages 1.46."""
        raise NotSupported("ReservationStatusUpdate")

    async def security_event_notification(
        self,
        request: messages.SecurityEventNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.SecurityEventNotificationResponse:
        """SecurityEventNotification: OCPP 2.0.1 part 2, Messages 1.49."""
        raise NotSupported("SecurityEventNotification")

    async def sign_certificate(
        self, request: messages.SignCertificateRequest, connection: ConnectionT_contra
    ) -> messages.SignCertificateResponse:
        """SignCertificate: OCPP 2.0.1 part 2, Messages 1.58."""
        raise NotSupported("SignCertificate")

    async def status_notification(
        self,
        request: messages.StatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.StatusNotificationResponse:
        """StatusNotification: OCPP 2.0.1 part 2, Messages 1.59."""
        raise NotSupported("StatusNotification")

    async def transaction_event(
        self, request: messages.TransactionEventRequest, connection: ConnectionT_contra
    ) -> messages.TransactionEventResponse:
        """TransactionEvent: OCPP 2.0.1 part 2, Messages 1.60."""
        raise NotSupported("TransactionEvent")
