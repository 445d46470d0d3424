"""Both sides in the messages of OCPP 1.5 and 1.6.

The two versions have these messages in common and, but for `_Fields`, what is in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from ocpp_rpc import Connection

from .back_office import INTERVAL, BackOffice, now
from .meter import ENERGY, Sample, energy_of
from .screen import Screen
from .station import MODEL, VENDOR, Reason, Station
from .steps import Step

__all__ = ["CentralSystem", "ChargePoint"]


@dataclass(frozen=True)
class _Fields:
    """What the two versions do not share.

    Attributes:
        interval: The field of a BootNotification response for the heartbeat interval.
        readings: The field of a MeterValues request for its readings.
        samples: The field of a reading for its sampled values.
        in_use: The status of a connector that charges.
        reasons: Whether a StopTransaction request has a reason.
    """

    interval: str
    readings: str
    samples: str
    in_use: str
    reasons: bool


_FIELDS: Final[Mapping[str, _Fields]] = {
    "1.5": _Fields("heartbeat_interval", "values", "values", "Occupied", reasons=False),
    "1.6": _Fields(
        "interval", "meter_value", "sampled_value", "Charging", reasons=True
    ),
}

_SETTINGS: Final[Mapping[str, str]] = {
    "ConnectionTimeOut": "60",
    "MeterValueSampleInterval": "60",
    "ResetRetries": "3",
}


class ChargePoint(Station):
    """A charge point."""

    REMOTE_START = "RemoteStartTransaction"
    REMOTE_STOP = "RemoteStopTransaction"

    def __init__(self, connection: Connection, screen: Screen, pace: float) -> None:
        super().__init__(connection, screen, pace)
        self._fields = _FIELDS[connection.version]

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return what answers the calls of the central system, by action."""
        return {
            "GetConfiguration": self._get_configuration,
            "RemoteStopTransaction": self._remote_stop_transaction,
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
        """Return what the response to a BootNotification says of heartbeats."""
        interval: int = getattr(response, self._fields.interval)
        return interval

    async def report_status(self, *, in_use: bool) -> None:
        """Report whether the connector is in use."""
        await self.call(
            self.messages.StatusNotificationRequest(
                connector_id=1,
                error_code="NoError",
                status=self._fields.in_use if in_use else "Available",
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
                connector_id=1, id_tag=tag, meter_start=self.energy, timestamp=now()
            )
        )
        self.transaction = response.transaction_id
        return str(response.id_tag_info.status)

    async def report_energy(self) -> None:
        """Report what the meter shows."""
        sample = self.messages.SampledValue(
            value=str(self.energy),
            context="Sample.Periodic",
            measurand=ENERGY,
            unit="Wh",
        )
        samples = {self._fields.samples: [sample]}
        reading = self.messages.MeterValue(timestamp=now(), **samples)
        await self.call(
            self.messages.MeterValuesRequest(
                connector_id=1,
                transaction_id=self.transaction,
                **{self._fields.readings: [reading]},
            )
        )

    async def stop(self, tag: str | None, reason: Reason) -> None:
        """End the transaction; the tag is that of who ends it."""
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

    def _get_configuration(self, request: Any) -> Any:
        wanted = request.key or _SETTINGS
        self.done.add(Step.CONFIGURATION)
        return self.messages.GetConfigurationResponse(
            configuration_key=[
                self.messages.KeyValue(key=key, readonly=True, value=_SETTINGS[key])
                for key in wanted
                if key in _SETTINGS
            ],
            unknown_key=[key for key in wanted if key not in _SETTINGS] or None,
        )

    def _remote_stop_transaction(self, request: Any) -> Any:
        status = self.accept_stop(request.transaction_id)
        return self.messages.RemoteStopTransactionResponse(status=status)


# The other responses that a charge point gets here have no required field.
_ANSWERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "DataTransfer": {"status": "UnknownVendorId"},
    "SignCertificate": {"status": "Rejected"},
}

_transaction_ids = count(1)


class CentralSystem(BackOffice):
    """A central system."""

    def __init__(self, connection: Connection, screen: Screen) -> None:
        super().__init__(connection, screen)
        self._fields = _FIELDS[connection.version]

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return what answers the calls of the charge point, by action."""
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
        """Return the payloads that answer what has no handler, by action."""
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
