# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The two roles of OCPP 1.6, to be subclassed by those who answer.

A method answers one action; those that are not overridden are not supported. The
argument of a role class is the type of the connection that its methods are given.
"""

from ocpp_messages.connections import ConnectionT_contra, Receiver
from ocpp_messages.errors import NotSupported
from ocpp_messages.v16 import messages

__all__ = [
    "CentralSystem",
    "ChargePoint",
]


class ChargePoint(Receiver[ConnectionT_contra]):
    """Answers what the CentralSystem sends."""

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, connection: ConnectionT_contra
    ) -> messages.CancelReservationResponse:
        """CancelReservation: OCPP 1.6 5.1."""
        raise NotSupported("CancelReservation")

    async def certificate_signed(
        self, request: messages.CertificateSignedRequest, connection: ConnectionT_contra
    ) -> messages.CertificateSignedResponse:
        """CertificateSigned: OCPP 1.6 security white paper 5.1 (A02, A03)."""
        raise NotSupported("CertificateSigned")

    async def change_availability(
        self,
        request: messages.ChangeAvailabilityRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeAvailabilityResponse:
        """ChangeAvailability: OCPP 1.6 5.2."""
        raise NotSupported("ChangeAvailability")

    async def change_configuration(
        self,
        request: messages.ChangeConfigurationRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeConfigurationResponse:
        """ChangeConfiguration: OCPP 1.6 5.3."""
        raise NotSupported("ChangeConfiguration")

    async def clear_cache(
        self, request: messages.ClearCacheRequest, connection: ConnectionT_contra
    ) -> messages.ClearCacheResponse:
        """ClearCache: OCPP 1.6 5.4."""
        raise NotSupported("ClearCache")

    async def clear_charging_profile(
        self,
        request: messages.ClearChargingProfileRequest,
        connection: ConnectionT_contra,
    ) -> messages.ClearChargingProfileResponse:
        """ClearChargingProfile: OCPP 1.6 5.5."""
        raise NotSupported("ClearChargingProfile")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 1.6 4.3, 5.6."""
        raise NotSupported("DataTransfer")

    async def delete_certificate(
        self, request: messages.DeleteCertificateRequest, connection: ConnectionT_contra
    ) -> messages.DeleteCertificateResponse:
        """DeleteCertificate: OCPP 1.6 security white paper 5.3 (M04)."""
        raise NotSupported("DeleteCertificate")

    async def extended_trigger_message(
        self,
        request: messages.ExtendedTriggerMessageRequest,
        connection: ConnectionT_contra,
    ) -> messages.ExtendedTriggerMessageResponse:
        """ExtendedTriggerMessage: OCPP 1.6 security white paper 5.5 (A02, L01, N01)."""
        raise NotSupported("ExtendedTriggerMessage")

    async def get_composite_schedule(
        self,
        request: messages.GetCompositeScheduleRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetCompositeScheduleResponse:
        """GetCompositeSchedule: OCPP 1.6 5.7."""
        raise NotSupported("GetCompositeSchedule")

    async def get_configuration(
        self, request: messages.GetConfigurationRequest, connection: ConnectionT_contra
    ) -> messages.GetConfigurationResponse:
        """GetConfiguration: OCPP 1.6 5.8."""
        raise NotSupported("GetConfiguration")

    async def get_diagnostics(
        self, request: messages.GetDiagnosticsRequest, connection: ConnectionT_contra
    ) -> messages.GetDiagnosticsResponse:
        """GetDiagnostics: OCPP 1.6 5.9."""
        raise NotSupported("GetDiagnostics")

    async def get_installed_certificate_ids(
        self,
        request: messages.GetInstalledCertificateIdsRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetInstalledCertificateIdsResponse:
        """GetInstalledCertificateIds: OCPP 1.6 security white paper 5.7 (M03)."""
        raise NotSupported("GetInstalledCertificateIds")

    async def get_local_list_version(
        self,
        request: messages.GetLocalListVersionRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetLocalListVersionResponse:
        """GetLocalListVersion: OCPP 1.6 5.10."""
        raise NotSupported("GetLocalListVersion")

    async def get_log(
        self, request: messages.GetLogRequest, connection: ConnectionT_contra
    ) -> messages.GetLogResponse:
        """GetLog: OCPP 1.6 security white paper 5.9 (N01)."""
        raise NotSupported("GetLog")

    async def install_certificate(
        self,
        request: messages.InstallCertificateRequest,
        connection: ConnectionT_contra,
    ) -> messages.InstallCertificateResponse:
        """InstallCertificate: OCPP 1.6 security white paper 5.11 (M05)."""
        raise NotSupported("InstallCertificate")

    async def remote_start_transaction(
        self,
        request: messages.RemoteStartTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RemoteStartTransactionResponse:
        """RemoteStartTransaction: OCPP 1.6 5.11."""
        raise NotSupported("RemoteStartTransaction")

    async def remote_stop_transaction(
        self,
        request: messages.RemoteStopTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RemoteStopTransactionResponse:
        """RemoteStopTransaction: OCPP 1.6 5.12."""
        raise NotSupported("RemoteStopTransaction")

    async def reserve_now(
        self, request: messages.ReserveNowRequest, connection: ConnectionT_contra
    ) -> messages.ReserveNowResponse:
        """ReserveNow: OCPP 1.6 5.13."""
        raise NotSupported("ReserveNow")

    async def reset(
        self, request: messages.ResetRequest, connection: ConnectionT_contra
    ) -> messages.ResetResponse:
        """Reset: OCPP 1.6 5.14."""
        raise NotSupported("Reset")

    async def send_local_list(
        self, request: messages.SendLocalListRequest, connection: ConnectionT_contra
    ) -> messages.SendLocalListResponse:
        """SendLocalList: OCPP 1.6 5.15."""
        raise NotSupported("SendLocalList")

    async def set_charging_profile(
        self,
        request: messages.SetChargingProfileRequest,
        connection: ConnectionT_contra,
    ) -> messages.SetChargingProfileResponse:
        """SetChargingProfile: OCPP 1.6 5.16."""
        raise NotSupported("SetChargingProfile")

    async def signed_update_firmware(
        self,
        request: messages.SignedUpdateFirmwareRequest,
        connection: ConnectionT_contra,
    ) -> messages.SignedUpdateFirmwareResponse:
        """SignedUpdateFirmware: OCPP 1.6 security white paper 5.21 (L01)."""
        raise NotSupported("SignedUpdateFirmware")

    async def trigger_message(
        self, request: messages.TriggerMessageRequest, connection: ConnectionT_contra
    ) -> messages.TriggerMessageResponse:
        """TriggerMessage: OCPP 1.6 5.17."""
        raise NotSupported("TriggerMessage")

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, connection: ConnectionT_contra
    ) -> messages.UnlockConnectorResponse:
        """UnlockConnector: OCPP 1.6 5.18."""
        raise NotSupported("UnlockConnector")

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.UpdateFirmwareResponse:
        """UpdateFirmware: OCPP 1.6 5.19."""
        raise NotSupported("UpdateFirmware")


class CentralSystem(Receiver[ConnectionT_contra]):
    """Answers what the ChargePoint sends."""

    async def authorize(
        self, request: messages.AuthorizeRequest, connection: ConnectionT_contra
    ) -> messages.AuthorizeResponse:
        """Authorize: OCPP 1.6 4.1."""
        raise NotSupported("Authorize")

    async def boot_notification(
        self, request: messages.BootNotificationRequest, connection: ConnectionT_contra
    ) -> messages.BootNotificationResponse:
        """BootNotification: OCPP 1.6 4.2."""
        raise NotSupported("BootNotification")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 1.6 4.3, 5.6."""
        raise NotSupported("DataTransfer")

    async def diagnostics_status_notification(
        self,
        request: messages.DiagnosticsStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.DiagnosticsStatusNotificationResponse:
        """DiagnosticsStatusNotification: OCPP 1.6 4.4."""
        raise NotSupported("DiagnosticsStatusNotification")

    async def firmware_status_notification(
        self,
        request: messages.FirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.FirmwareStatusNotificationResponse:
        """FirmwareStatusNotification: OCPP 1.6 4.5."""
        raise NotSupported("FirmwareStatusNotification")

    async def heartbeat(
        self, request: messages.HeartbeatRequest, connection: ConnectionT_contra
    ) -> messages.HeartbeatResponse:
        """Heartbeat: OCPP 1.6 4.6."""
        raise NotSupported("Heartbeat")

    async def log_status_notification(
        self,
        request: messages.LogStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.LogStatusNotificationResponse:
        """LogStatusNotification: OCPP 1.6 security white paper 5.13 (N01)."""
        raise NotSupported("LogStatusNotification")

    async def meter_values(
        self, request: messages.MeterValuesRequest, connection: ConnectionT_contra
    ) -> messages.MeterValuesResponse:
        """MeterValues: OCPP 1.6 4.7."""
        raise NotSupported("MeterValues")

    async def security_event_notification(
        self,
        request: messages.SecurityEventNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.SecurityEventNotificationResponse:
        """SecurityEventNotification: OCPP 1.6 security white paper 5.15 (A04, L01)."""
        raise NotSupported("SecurityEventNotification")

    async def sign_certificate(
        self, request: messages.SignCertificateRequest, connection: ConnectionT_contra
    ) -> messages.SignCertificateResponse:
        """SignCertificate: OCPP 1.6 security white paper 5.17 (A02, A03)."""
        raise NotSupported("SignCertificate")

    async def signed_firmware_status_notification(
        self,
        request: messages.SignedFirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.SignedFirmwareStatusNotificationResponse:
        """SignedFirmwareStatusNotification.

        Defined in OCPP 1.6 security white paper 5.19 (L01).
        """
        raise NotSupported("SignedFirmwareStatusNotification")

    async def start_transaction(
        self, request: messages.StartTransactionRequest, connection: ConnectionT_contra
    ) -> messages.StartTransactionResponse:
        """StartTransaction: OCPP 1.6 4.8."""
        raise NotSupported("StartTransaction")

    async def status_notification(
        self,
        request: messages.StatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.StatusNotificationResponse:
        """StatusNotification: OCPP 1.6 4.9."""
        raise NotSupported("StatusNotification")

    async def stop_transaction(
        self, request: messages.StopTransactionRequest, connection: ConnectionT_contra
    ) -> messages.StopTransactionResponse:
        """StopTransaction: OCPP 1.6 4.10."""
        raise NotSupported("StopTransaction")
