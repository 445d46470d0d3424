# Generated from schemas/procedures.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The two roles of OCPP 1.5, to be subclassed by those who answer.

A method answers one action; those that are not overridden are not supported. The
argument of a role class is the type of the connection that its methods are given.
"""

from ocpp_messages.connections import ConnectionT_contra, Receiver
from ocpp_messages.errors import NotSupported
from ocpp_messages.v15 import messages

__all__ = [
    "CentralSystem",
    "ChargePoint",
]


class ChargePoint(Receiver[ConnectionT_contra]):
    """Answers what the CentralSystem sends."""

    async def cancel_reservation(
        self, request: messages.CancelReservationRequest, connection: ConnectionT_contra
    ) -> messages.CancelReservationResponse:
        """CancelReservation: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("CancelReservation")

    async def change_availability(
        self,
        request: messages.ChangeAvailabilityRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeAvailabilityResponse:
        """ChangeAvailability: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ChangeAvailability")

    async def change_configuration(
        self,
        request: messages.ChangeConfigurationRequest,
        connection: ConnectionT_contra,
    ) -> messages.ChangeConfigurationResponse:
        """ChangeConfiguration: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ChangeConfiguration")

    async def clear_cache(
        self, request: messages.ClearCacheRequest, connection: ConnectionT_contra
    ) -> messages.ClearCacheResponse:
        """ClearCache: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ClearCache")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 1.5 CentralSystemService and ChargePointService WSDL."""
        raise NotSupported("DataTransfer")

    async def get_configuration(
        self, request: messages.GetConfigurationRequest, connection: ConnectionT_contra
    ) -> messages.GetConfigurationResponse:
        """GetConfiguration: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("GetConfiguration")

    async def get_diagnostics(
        self, request: messages.GetDiagnosticsRequest, connection: ConnectionT_contra
    ) -> messages.GetDiagnosticsResponse:
        """GetDiagnostics: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("GetDiagnostics")

    async def get_local_list_version(
        self,
        request: messages.GetLocalListVersionRequest,
        connection: ConnectionT_contra,
    ) -> messages.GetLocalListVersionResponse:
        """GetLocalListVersion: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("GetLocalListVersion")

    async def remote_start_transaction(
        self,
        request: messages.RemoteStartTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RemoteStartTransactionResponse:
        """RemoteStartTransaction: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("RemoteStartTransaction")

    async def remote_stop_transaction(
        self,
        request: messages.RemoteStopTransactionRequest,
        connection: ConnectionT_contra,
    ) -> messages.RemoteStopTransactionResponse:
        """RemoteStopTransaction: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("RemoteStopTransaction")

    async def reserve_now(
        self, request: messages.ReserveNowRequest, connection: ConnectionT_contra
    ) -> messages.ReserveNowResponse:
        """ReserveNow: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("ReserveNow")

    async def reset(
        self, request: messages.ResetRequest, connection: ConnectionT_contra
    ) -> messages.ResetResponse:
        """Reset: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("Reset")

    async def send_local_list(
        self, request: messages.SendLocalListRequest, connection: ConnectionT_contra
    ) -> messages.SendLocalListResponse:
        """SendLocalList: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("SendLocalList")

    async def unlock_connector(
        self, request: messages.UnlockConnectorRequest, connection: ConnectionT_contra
    ) -> messages.UnlockConnectorResponse:
        """UnlockConnector: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("UnlockConnector")

    async def update_firmware(
        self, request: messages.UpdateFirmwareRequest, connection: ConnectionT_contra
    ) -> messages.UpdateFirmwareResponse:
        """UpdateFirmware: OCPP 1.5 ChargePointService WSDL."""
        raise NotSupported("UpdateFirmware")


class CentralSystem(Receiver[ConnectionT_contra]):
    """Answers what the ChargePoint sends."""

    async def authorize(
        self, request: messages.AuthorizeRequest, connection: ConnectionT_contra
    ) -> messages.AuthorizeResponse:
        """Authorize: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("Authorize")

    async def boot_notification(
        self, request: messages.BootNotificationRequest, connection: ConnectionT_contra
    ) -> messages.BootNotificationResponse:
        """BootNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("BootNotification")

    async def data_transfer(
        self, request: messages.DataTransferRequest, connection: ConnectionT_contra
    ) -> messages.DataTransferResponse:
        """DataTransfer: OCPP 1.5 CentralSystemService and ChargePointService WSDL."""
        raise NotSupported("DataTransfer")

    async def diagnostics_status_notification(
        self,
        request: messages.DiagnosticsStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.DiagnosticsStatusNotificationResponse:
        """DiagnosticsStatusNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("DiagnosticsStatusNotification")

    async def firmware_status_notification(
        self,
        request: messages.FirmwareStatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.FirmwareStatusNotificationResponse:
        """FirmwareStatusNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("FirmwareStatusNotification")

    async def heartbeat(
        self, request: messages.HeartbeatRequest, connection: ConnectionT_contra
    ) -> messages.HeartbeatResponse:
        """Heartbeat: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("Heartbeat")

    async def meter_values(
        self, request: messages.MeterValuesRequest, connection: ConnectionT_contra
    ) -> messages.MeterValuesResponse:
        """MeterValues: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("MeterValues")

    async def start_transaction(
        self, request: messages.StartTransactionRequest, connection: ConnectionT_contra
    ) -> messages.StartTransactionResponse:
        """StartTransaction: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("StartTransaction")

    async def status_notification(
        self,
        request: messages.StatusNotificationRequest,
        connection: ConnectionT_contra,
    ) -> messages.StatusNotificationResponse:
        """StatusNotification: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("StatusNotification")

    async def stop_transaction(
        self, request: messages.StopTransactionRequest, connection: ConnectionT_contra
    ) -> messages.StopTransactionResponse:
        """StopTransaction: OCPP 1.5 CentralSystemService WSDL."""
        raise NotSupported("StopTransaction")
