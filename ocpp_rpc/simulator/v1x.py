"""A simulated station and a simulated back office for OCPP 1.5 and 1.6.

Both versions have these messages, and the fields are the same except for `_Fields`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, Final

from ocpp_rpc import BackOfficeConnection, StationConnection

from .back_office import INTERVAL, BackOffice, now
from .configuration import REJECTED, Configuration, Setting, is_number
from .meter import ENERGY, Sample, energy_of
from .outcomes import ACCEPTED, Step
from .station import CONNECTOR, MODEL, VENDOR, Station
from .telling import Narrator

__all__ = ["CentralSystem", "ChargePoint"]


@dataclass(frozen=True)
class _Fields:
    """The differences between the two versions.

    Attributes:
        interval: The field of a BootNotification response for the heartbeat interval.
        readings: The field of a MeterValues request for its readings.
        samples: The field of a reading for its sampled values.
        in_use: The status of a connector that charges.
        reasons: Whether a StopTransaction request has a reason.
        unlocked: The answer to a request to unlock the connector.
        locked: The answer to a request to unlock a connector that does not exist.
        heartbeat_interval: The key of the setting of the heartbeat interval.
        settings: The settings that only this version has.
    """

    interval: str
    readings: str
    samples: str
    in_use: str
    reasons: bool
    unlocked: str
    locked: str
    heartbeat_interval: str
    settings: Mapping[str, Setting]


_FIELDS: Final[Mapping[str, _Fields]] = {
    "1.5": _Fields(
        interval="heartbeat_interval",
        readings="values",
        samples="values",
        in_use="Occupied",
        reasons=False,
        unlocked=ACCEPTED,
        locked=REJECTED,
        heartbeat_interval="HeartBeatInterval",
        settings={"LightIntensity": Setting("80", is_number)},
    ),
    "1.6": _Fields(
        interval="interval",
        readings="meter_value",
        samples="sampled_value",
        in_use="Charging",
        reasons=True,
        unlocked="Unlocked",
        locked="NotSupported",
        heartbeat_interval="HeartbeatInterval",
        settings={
            "NumberOfConnectors": Setting("1", is_readonly=True),
            "SupportedFeatureProfiles": Setting("Core,RemoteTrigger", is_readonly=True),
            "WebSocketPingInterval": Setting("60", is_number, needs_reboot=True),
        },
    ),
}

_SAMPLE_INTERVAL: Final = "MeterValueSampleInterval"

_SETTINGS: Final[Mapping[str, Setting]] = {
    "ConnectionTimeOut": Setting("60", is_number),
    _SAMPLE_INTERVAL: Setting("60", is_number),
    "ResetRetries": Setting("3", is_number),
}


class ChargePoint(Station):
    """A charge point."""

    REMOTE_START = "RemoteStartTransaction"
    REMOTE_STOP = "RemoteStopTransaction"

    def __init__(
        self, connection: StationConnection, narrator: Narrator, pace: float
    ) -> None:
        self._fields = _FIELDS[connection.version]
        super().__init__(connection, narrator, pace)

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return the handlers for the calls of the central system, by action."""
        return {
            "ChangeAvailability": self._change_availability,
            "ChangeConfiguration": self._change_configuration,
            "ClearCache": self._clear_cache,
            "ExtendedTriggerMessage": self._extended_trigger_message,
            "GetConfiguration": self._get_configuration,
            "RemoteStartTransaction": self._remote_start_transaction,
            "RemoteStopTransaction": self._remote_stop_transaction,
            "Reset": self._reset,
            "TriggerMessage": self._trigger_message,
            "UnlockConnector": self._unlock_connector,
        }

    def afters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the functions to run after calls are answered, by action."""
        return {
            "ChangeAvailability": self.report_availability,
            "ExtendedTriggerMessage": self.send_triggered,
            "TriggerMessage": self.send_triggered,
        }

    def new_configuration(self) -> Configuration[str]:
        """Return the settings with their default values."""
        heartbeat_interval = self._fields.heartbeat_interval
        settings = {
            heartbeat_interval: Setting("300", is_number),
            **_SETTINGS,
            **self._fields.settings,
        }
        return Configuration(
            dict(sorted(settings.items())),
            heartbeat_interval=heartbeat_interval,
            sample_interval=_SAMPLE_INTERVAL,
        )

    def triggers(self) -> Mapping[str, Callable[[], Awaitable[object]]]:
        """Return the functions that send triggered messages, by message."""
        return {
            "BootNotification": self.boot,
            "DiagnosticsStatusNotification": partial(
                self._report_idle, "DiagnosticsStatusNotification"
            ),
            "FirmwareStatusNotification": partial(
                self._report_idle, "FirmwareStatusNotification"
            ),
            "Heartbeat": self.heartbeat,
            "LogStatusNotification": partial(
                self._report_idle, "LogStatusNotification"
            ),
            "MeterValues": partial(self._send_meter_values, "Trigger"),
            "StatusNotification": self.report_as_it_is,
        }

    async def boot(self) -> str:
        """Boot; return the status."""
        response = await self.call(
            self.messages.BootNotificationRequest(
                charge_point_vendor=VENDOR, charge_point_model=MODEL
            )
        )
        return str(response.status)

    def interval_of(self, response: Any) -> int:
        """Return the heartbeat interval in the response to a BootNotification."""
        interval: int = getattr(response, self._fields.interval)
        return interval

    async def report_status(self, *, in_use: bool) -> None:
        """Report whether the connector is in use."""
        await self.call(
            self.messages.StatusNotificationRequest(
                connector_id=CONNECTOR,
                error_code="NoError",
                status=self._fields.in_use if in_use else self.idle_status,
                timestamp=now(),
            )
        )

    async def authorize(self, tag: str) -> str:
        """Return the status of a tag."""
        response = await self.call(self.messages.AuthorizeRequest(id_tag=tag))
        return str(response.id_tag_info.status)

    async def start(self, tag: str) -> str:
        """Start a transaction; return the status of the tag."""
        response = await self.call(
            self.messages.StartTransactionRequest(
                connector_id=CONNECTOR,
                id_tag=tag,
                meter_start=self.energy,
                timestamp=now(),
            )
        )
        self.transaction = response.transaction_id
        return str(response.id_tag_info.status)

    async def report_energy(self) -> None:
        """Report the meter reading."""
        await self._send_meter_values("Sample.Periodic")

    async def _send_meter_values(self, context: str) -> None:
        sample = self.messages.SampledValue(
            value=str(self.energy),
            context=context,
            measurand=ENERGY,
            unit="Wh",
        )
        samples = {self._fields.samples: [sample]}
        reading = self.messages.MeterValue(timestamp=now(), **samples)
        await self.call(
            self.messages.MeterValuesRequest(
                connector_id=CONNECTOR,
                transaction_id=self.transaction,
                **{self._fields.readings: [reading]},
            )
        )

    async def stop(self, tag: str | None, reason: str) -> None:
        """End the transaction; the tag is that of the person who ends it."""
        await self.call(
            self.messages.StopTransactionRequest(
                id_tag=tag,
                meter_stop=self.energy,
                timestamp=now(),
                transaction_id=self.transaction,
                **({"reason": reason} if self._fields.reasons else {}),
            )
        )

    def accept_start(self, request: Any) -> str:
        """Note that the back office asks to start a transaction; return the tag."""
        return str(request.id_tag)

    async def _report_idle(self, action: str) -> None:
        """Send a notification that the charge point is idle."""
        await self.call(self.messages.PROCEDURES[action].request(status="Idle"))

    def _change_availability(self, request: Any) -> Any:
        operative = request.type == "Operative"
        return self.messages.ChangeAvailabilityResponse(
            status=self.accept_availability(request.connector_id, operative=operative)
        )

    def _change_configuration(self, request: Any) -> Any:
        status = "NotSupported"  # 1.6 §6.8: the key is not known
        if request.key in self.configuration:
            status = self.change_setting(request.key, request.value)
        return self.messages.ChangeConfigurationResponse(status=status)

    def _clear_cache(self, _: Any) -> Any:
        return self.messages.ClearCacheResponse(status=ACCEPTED)

    def _extended_trigger_message(self, request: Any) -> Any:
        return self.messages.ExtendedTriggerMessageResponse(
            status=self._trigger_status(request)
        )

    def _get_configuration(self, request: Any) -> Any:
        wanted, known = request.key or tuple(self.configuration), self.configuration
        self.done.add(Step.CONFIGURATION)
        return self.messages.GetConfigurationResponse(
            configuration_key=[
                self.messages.KeyValue(
                    key=key, readonly=known.is_readonly(key), value=known[key]
                )
                for key in wanted
                if key in known
            ],
            unknown_key=[key for key in wanted if key not in known] or None,
        )

    def _remote_start_transaction(self, request: Any) -> Any:
        return self.messages.RemoteStartTransactionResponse(
            status=self.offer_start(request, request.connector_id)
        )

    def _remote_stop_transaction(self, request: Any) -> Any:
        status = self.accept_stop(request.transaction_id)
        return self.messages.RemoteStopTransactionResponse(status=status)

    def _reset(self, request: Any) -> Any:
        self.accept_reset(f"{request.type}Reset")
        return self.messages.ResetResponse(status=ACCEPTED)

    def _trigger_message(self, request: Any) -> Any:
        return self.messages.TriggerMessageResponse(
            status=self._trigger_status(request)
        )

    def _trigger_status(self, request: Any) -> str:
        return self.accept_trigger(str(request.requested_message), request.connector_id)

    def _unlock_connector(self, request: Any) -> Any:
        status = self._fields.locked
        if request.connector_id == CONNECTOR:
            self.accept_unlock()
            status = self._fields.unlocked
        return self.messages.UnlockConnectorResponse(status=status)


# The other responses to a charge point have no required field.
_ANSWERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "DataTransfer": {"status": "UnknownVendorId"},
    "SignCertificate": {"status": "Rejected"},
}

_transaction_ids = count(1)


class CentralSystem(BackOffice):
    """A central system."""

    def __init__(self, connection: BackOfficeConnection, narrator: Narrator) -> None:
        super().__init__(connection, narrator)
        self._fields = _FIELDS[connection.version]

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return the handlers for calls of the charge point, by action."""
        return {
            "Authorize": self._authorize,
            "BootNotification": self._boot_notification,
            "Heartbeat": self._heartbeat,
            "MeterValues": self._meter_values,
            "StartTransaction": self._start_transaction,
            "StatusNotification": self._status_notification,
            "StopTransaction": self._stop_transaction,
        }

    def answers(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the payloads of responses to actions without a handler, by action."""
        return _ANSWERS

    async def read_configuration(self) -> None:
        """Ask the charge point for its configuration."""
        response = await self.call(self.messages.GetConfigurationRequest())
        self.configured(
            {item.key: item.value for item in response.configuration_key or ()}
        )

    async def request_stop(self, transaction: Any) -> str:
        """Ask the charge point to stop a transaction; return the status."""
        response = await self.call(
            self.messages.RemoteStopTransactionRequest(transaction_id=transaction)
        )
        return str(response.status)

    def _authorize(self, request: Any) -> Any:
        info = self.messages.IdTagInfo(status=self.authorized(request.id_tag))
        return self.messages.AuthorizeResponse(id_tag_info=info)

    def _boot_notification(self, _: Any) -> Any:
        return self.messages.BootNotificationResponse(
            status=self.booted(),
            current_time=now(),
            **{self._fields.interval: INTERVAL},
        )

    def _heartbeat(self, _: Any) -> Any:
        return self.messages.HeartbeatResponse(current_time=now())

    async def _meter_values(self, request: Any) -> Any:
        if request.transaction_id is not None:
            readings = getattr(request, self._fields.readings) or ()
            energy = energy_of(self._samples(readings))
            await self.metered(request.transaction_id, energy)
        return self.messages.MeterValuesResponse()

    def _start_transaction(self, request: Any) -> Any:
        transaction = next(_transaction_ids)
        status = self.started(transaction, request.id_tag, request.meter_start)
        return self.messages.StartTransactionResponse(
            transaction_id=transaction,
            id_tag_info=self.messages.IdTagInfo(status=status),
        )

    def _status_notification(self, _: Any) -> Any:
        self.reported()
        return self.messages.StatusNotificationResponse()

    def _stop_transaction(self, request: Any) -> Any:
        self.stopped(request.transaction_id, request.meter_stop)
        return self.messages.StopTransactionResponse()

    def _samples(self, readings: Iterable[Any]) -> Iterable[Sample]:
        for reading in readings:
            for sample in getattr(reading, self._fields.samples):
                yield Sample(sample.value, sample.measurand, sample.unit)
