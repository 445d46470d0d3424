# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The two roles of OCPP 1.5, to be subclassed by those who answer.

A method answers one action; those that are not overridden are not supported.
"""

from typing import Any

from ocpp_messages.errors import NotSupported
from ocpp_messages.v15 import messages

__all__ = [
    "CentralSystem",
    "ChargePoint",
]


class ChargePoint:
    """Answers what the CentralSystem sends."""

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, connection: Any
    ) -> messages.CancelReservationResponse:
        """CancelReservation: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("CancelReservation")

    async def change_availability(
        self, request: messages.ChangeAvailabilityRequest, connection: Any
    ) -> messages.ChangeAvailabilityResponse:
        """ChangeAvailability: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ChangeAvailability")

    async def change_configuration(
        self, request: messages.ChangeConfigurationRequest, connection: Any
    ) -> messages.ChangeConfigurationResponse:
        """ChangeConfiguration: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ChangeConfiguration")

    async def clear_cache(
        self, request: messages.ClearCacheRequest, connection: Any
    ) -> messages.ClearCacheResponse:
        """ClearCache: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ClearCache")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: Any
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 1.5 CentralSystemService and ChargePointService WSDL."""
        raise NotSupported("DataTransfer")

    async def get_configuration(
        self, request: messages.GetConfigurationRequest, connection: Any
    ) -> messages.GetConfigurationResponse:
        """GetConfiguration: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("GetConfiguration")

    async def get_diagnostics(
        self, request: messages.GetDiagnosticsRequest, connection: Any
    ) -> messages.GetDiagnosticsResponse:
        """GetDiagnostics: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("GetDiagnostics")

    async def get_local_list_version(
        self, request: messages.GetLocalListVersionRequest, connection: Any
    ) -> messages.GetLocalListVersionResponse:
        """GetLocalListVersion: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("GetLocalListVersion")

    async def remote_start_transaction(
        self, request: messages.RemoteStartTransactionRequest, connection: Any
    ) -> messages.RemoteStartTransactionResponse:
        """RemoteStartTransaction: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("RemoteStartTransaction")

    async def remote_stop_transaction(
        self, request: messages.RemoteStopTransactionRequest, connection: Any
    ) -> messages.RemoteStopTransactionResponse:
        """RemoteStopTransaction: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("RemoteStopTransaction")

    async def reserve_now(
        self, request: messages.ReserveNowRequest, connection: Any
    ) -> messages.ReserveNowResponse:
        """ReserveNow: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ReserveNow")

    async def reset(
        self, request: messages.ResetRequest, connection: Any
    ) -> messages.ResetResponse:
        """Reset: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("Reset")

    async def send_local_list(
        self, request: messages.SendLocalListRequest, connection: Any
    ) -> messages.SendLocalListResponse:
        """SendLocalList: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("SendLocalList")

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, connection: Any
    ) -> messages.UnlockConnectorResponse:
        """UnlockConnector: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("UnlockConnector")

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, connection: Any
    ) -> messages.UpdateFirmwareResponse:
        """UpdateFirmware: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("UpdateFirmware")


class CentralSystem:
    """Answers what the ChargePoint sends."""

    async def authorize(
        self, request: messages.AuthorizeRequest, connection: Any
    ) -> messages.AuthorizeResponse:
        """Authorize: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("Authorize")

    async def boot_notification(
        self, request: messages.BootNotificationRequest, connection: Any
    ) -> messages.BootNotificationResponse:
        """BootNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("BootNotification")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: Any
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 1.5 CentralSystemService and ChargePointService WSDL."""
        raise NotSupported("DataTransfer")

    async def diagnostics_status_notification(
        self, request: messages.DiagnosticsStatusNotificationRequest, connection: Any
    ) -> messages.DiagnosticsStatusNotificationResponse:
        """DiagnosticsStatusNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("DiagnosticsStatusNotification")

    async def firmware_status_notification(
        self, request: messages.FirmwareStatusNotificationRequest, connection: Any
    ) -> messages.FirmwareStatusNotificationResponse:
        """FirmwareStatusNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("FirmwareStatusNotification")

    async def heartbeat(
        self, request: messages.HeartbeatRequest, connection: Any
    ) -> messages.HeartbeatResponse:
        """Heartbeat: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("Heartbeat")

    async def meter_values(
        self, request: messages.MeterValuesRequest, connection: Any
    ) -> messages.MeterValuesResponse:
        """MeterValues: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("MeterValues")

    async def start_transaction(
        self, request: messages.StartTransactionRequest, connection: Any
    ) -> messages.StartTransactionResponse:
        """StartTransaction: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("StartTransaction")

    async def status_notification(
        self, request: messages.StatusNotificationRequest, connection: Any
    ) -> messages.StatusNotificationResponse:
        """StatusNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("StatusNotification")

    async def stop_transaction(
        self, request: messages.StopTransactionRequest, connection: Any
    ) -> messages.StopTransactionResponse:
        """StopTransaction: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("StopTransaction")
