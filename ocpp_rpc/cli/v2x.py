"""Both sides in the messages of OCPP 2.0, 2.0.1 and 2.1.

The versions have these messages in common and, but for `_Fields`, what is in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from uuid import uuid4

from ocpp_rpc import Connection

from .back_office import INTERVAL, BackOffice, now
from .meter import ENERGY, Sample, energy_of
from .screen import Screen
from .station import MODEL, VENDOR, Reason, Station
from .steps import ACCEPTED, Failure, Step

__all__ = ["CSMS", "ChargingStation"]


@dataclass(frozen=True)
class _Fields:
    """What the versions do not share.

    Attributes:
        transaction: The field of a TransactionEvent request for its transaction.
        transaction_id: The field of a transaction for its id.
        attribute: What else a variable attribute has to tell.
        answers: How a CSMS answers what differs from `_ANSWERS`, by action.
    """

    transaction: str
    transaction_id: str
    attribute: Mapping[str, bool]
    answers: Mapping[str, Mapping[str, Any]]


# How a CSMS without certificates, smart charging and vendors' data answers. The other
# responses that a charging station gets from it have no required field.
_ANSWERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "DataTransfer": {"status": "UnknownVendorId"},
    "Get15118EVCertificate": {"status": "Failed", "exiResponse": ""},
    "GetCertificateStatus": {"status": "Failed"},
    "NotifyEVChargingNeeds": {"status": "Rejected"},
    "NotifyEVChargingSchedule": {"status": "Accepted"},
    "OpenPeriodicEventStream": {"status": "Accepted"},
    "PullDynamicScheduleUpdate": {"status": "Rejected"},
    "SignCertificate": {"status": "Rejected"},
}

_NO_CHAIN: Final = {"certificate": ""}

_ANSWERS_20: Final[Mapping[str, Mapping[str, Any]]] = {
    "Get15118EVCertificate": {
        "status": "Failed",
        "saProvisioningCertificateChain": _NO_CHAIN,
        "contractSignatureCertificateChain": _NO_CHAIN,
        "exiResponse": "",
    },
    "GetCertificateStatus": {"status": "Rejected"},
    "Update15118EVCertificate": {"status": "Failed"},
}

_SINCE_201: Final = _Fields(
    "transaction_info", "transaction_id", attribute={}, answers={}
)

_FIELDS: Final[Mapping[str, _Fields]] = {
    "2.0": _Fields(
        "transaction_data",
        "id",
        attribute={"persistence": True, "constant": True},
        answers=_ANSWERS_20,
    ),
    "2.0.1": _SINCE_201,
    "2.1": _SINCE_201,
}

_CONTEXTS: Final[Mapping[str, str]] = {
    "Started": "Transaction.Begin",
    "Updated": "Sample.Periodic",
    "Ended": "Transaction.End",
}

# What triggers the last event of a transaction, by why it ends.
_TRIGGERS: Final[Mapping[Reason, str]] = {
    "DeAuthorized": "Deauthorized",
    "EVDisconnected": "EVCommunicationLost",
    "Local": "StopAuthorized",
    "Remote": "RemoteStop",
}

# Sent in two parts, as long reports are.
_SETTINGS: Final = (
    (("AuthCtrlr", "Enabled", "true"), ("OCPPCommCtrlr", "HeartbeatInterval", "300")),
    (("SampledDataCtrlr", "TxUpdatedInterval", "60"),),
)


class ChargingStation(Station):
    """A charging station."""

    REMOTE_START = "RequestStartTransaction"
    REMOTE_STOP = "RequestStopTransaction"

    def __init__(self, connection: Connection, screen: Screen, pace: float) -> None:
        super().__init__(connection, screen, pace)
        self.routes.after(self.messages.GetBaseReportRequest)(self._send_report)
        self._fields = _FIELDS[connection.version]
        self._events = 0
        self._remote_start: int | None = None
        self._types: dict[str, str] = {}

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return what answers the calls of the CSMS, by action."""
        return {
            "GetBaseReport": self._get_base_report,
            "RequestStopTransaction": self._request_stop_transaction,
        }

    async def boot(self) -> str:
        """Boot; return the status."""
        station = self.messages.ChargingStationType(vendor_name=VENDOR, model=MODEL)
        response = await self.call(
            self.messages.BootNotificationRequest(
                reason="PowerUp", charging_station=station
            )
        )
        return str(response.status)

    def interval_of(self, response: Any) -> int:
        """Return what the response to a BootNotification says of heartbeats."""
        interval: int = response.interval
        return interval

    async def report_status(self, *, in_use: bool) -> None:
        """Report whether the connector is in use."""
        await self.call(
            self.messages.StatusNotificationRequest(
                timestamp=now(),
                connector_status="Occupied" if in_use else "Available",
                evse_id=1,
                connector_id=1,
            )
        )

    async def authorize(self, tag: str) -> str:
        """Return the status of a tag."""
        response = await self.call(
            self.messages.AuthorizeRequest(id_token=self._token(tag))
        )
        return str(response.id_token_info.status)

    async def start(self, tag: str) -> str:
        """Start a transaction; return the status of the tag."""
        self.transaction = str(uuid4())
        number, self._remote_start = self._remote_start, None
        response = await self._send_event(
            "Started",
            "Authorized" if number is None else "RemoteStart",
            transaction={"remote_start_id": number},
            id_token=self._token(tag),
        )
        info = response.id_token_info
        return ACCEPTED if info is None else str(info.status)

    async def report_energy(self) -> None:
        """Report what the meter shows."""
        await self._send_event("Updated", "MeterValuePeriodic")

    async def stop(self, tag: str | None, reason: Reason) -> None:
        """End the transaction; the tag is that of who ends it."""
        await self._send_event(
            "Ended",
            _TRIGGERS[reason],
            transaction={"stopped_reason": reason},
            id_token=None if tag is None else self._token(tag),
        )

    def accept_start(self, request: Any) -> str:
        """Note that the back office asks to start a transaction; return the tag."""
        token = request.id_token
        self._remote_start = request.remote_start_id
        self._types[token.id_token] = token.type
        return str(token.id_token)

    async def _send_event(
        self,
        kind: str,
        trigger: str,
        transaction: Mapping[str, Any] = MappingProxyType({}),
        **fields: Any,
    ) -> Any:
        """Send a TransactionEvent with the energy, and return the response."""
        info = self.messages.TransactionType(
            **{self._fields.transaction_id: self.transaction}, **transaction
        )
        request = self.messages.TransactionEventRequest(
            event_type=kind,
            timestamp=now(),
            trigger_reason=trigger,
            seq_no=self._events,
            meter_value=[self._reading(_CONTEXTS[kind])],
            **{self._fields.transaction: info},
            **fields,
        )
        self._events += 1
        return await self.call(request)

    def _reading(self, context: str) -> Any:
        sample = self.messages.SampledValueType(
            value=self.energy,
            context=context,
            measurand=ENERGY,
            unit_of_measure=self.messages.UnitOfMeasureType(unit="Wh"),
        )
        return self.messages.MeterValueType(timestamp=now(), sampled_value=[sample])

    def _token(self, tag: str) -> Any:
        kind = self._types.get(tag, "ISO14443")
        return self.messages.IdTokenType(id_token=tag, type=kind)

    def _get_base_report(self, _: Any) -> Any:
        return self.messages.GetBaseReportResponse(status=ACCEPTED)

    async def _send_report(self, request: Any) -> None:
        """Send what was asked for with a GetBaseReport request."""
        for number, settings in enumerate(_SETTINGS):
            await self.call(
                self.messages.NotifyReportRequest(
                    request_id=request.request_id,
                    generated_at=now(),
                    seq_no=number,
                    tbc=number < len(_SETTINGS) - 1,
                    report_data=[self._report_data(*setting) for setting in settings],
                )
            )
        self.done.add(Step.CONFIGURATION)

    def _report_data(self, component: str, variable: str, value: str) -> Any:
        attribute = self.messages.VariableAttributeType(
            value=value, mutability="ReadOnly", **self._fields.attribute
        )
        return self.messages.ReportDataType(
            component=self.messages.ComponentType(name=component),
            variable=self.messages.VariableType(name=variable),
            variable_attribute=[attribute],
        )

    def _request_stop_transaction(self, request: Any) -> Any:
        status = self.accept_stop(request.transaction_id)
        return self.messages.RequestStopTransactionResponse(status=status)


class CSMS(BackOffice):
    """A CSMS."""

    def __init__(self, connection: Connection, screen: Screen) -> None:
        self._fields = _FIELDS[connection.version]
        super().__init__(connection, screen)
        self._settings: dict[str, str | None] = {}

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return what answers the calls of the charging station, by action."""
        return {
            "Authorize": self._authorize,
            "BootNotification": self._boot_notification,
            "GetCertificateChainStatus": self._get_certificate_chain_status,
            "Heartbeat": self._heartbeat,
            "NotifyReport": self._notify_report,
            "StatusNotification": self._status_notification,
            "TransactionEvent": self._transaction_event,
            "VatNumberValidation": self._vat_number_validation,
        }

    def answers(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the payloads that answer what has no handler, by action."""
        return {**_ANSWERS, **self._fields.answers}

    async def read_configuration(self) -> None:
        """Ask the charging station for its configuration; NotifyReport brings it.

        Raises:
            Failure: The station has no such report.
        """
        response = await self.call(
            self.messages.GetBaseReportRequest(
                request_id=1, report_base="ConfigurationInventory"
            )
        )
        if response.status != ACCEPTED:
            raise Failure(f"the station answers {response.status}")

    async def request_stop(self, transaction: Any) -> str:
        """Ask the charging station to stop a transaction; return the status."""
        response = await self.call(
            self.messages.RequestStopTransactionRequest(transaction_id=transaction)
        )
        return str(response.status)

    def _authorize(self, request: Any) -> Any:
        info = self._token_info(self.authorized(request.id_token.id_token))
        return self.messages.AuthorizeResponse(id_token_info=info)

    def _boot_notification(self, _: Any) -> Any:
        return self.messages.BootNotificationResponse(
            status=self.booted(),
            current_time=now(),
            interval=INTERVAL,
        )

    def _get_certificate_chain_status(self, request: Any) -> Any:
        """Say of each certificate that its status could not be found out."""
        statuses = [
            self.messages.CertificateStatusType(
                certificate_hash_data=each.certificate_hash_data,
                source=each.source,
                status="Failed",
                next_update=now(),
            )
            for each in request.certificate_status_requests
        ]
        return self.messages.GetCertificateChainStatusResponse(
            certificate_status=statuses
        )

    def _heartbeat(self, _: Any) -> Any:
        return self.messages.HeartbeatResponse(current_time=now())

    def _notify_report(self, request: Any) -> Any:
        self._settings |= map(_setting, request.report_data or ())
        if not request.tbc:
            self.configured(self._settings)
            self._settings = {}
        return self.messages.NotifyReportResponse()

    def _status_notification(self, _: Any) -> Any:
        self.reported()
        return self.messages.StatusNotificationResponse()

    async def _transaction_event(self, request: Any) -> Any:
        transaction = getattr(
            getattr(request, self._fields.transaction), self._fields.transaction_id
        )
        energy = energy_of(_samples(request.meter_value or ()))
        tag = request.id_token and request.id_token.id_token
        status = ACCEPTED
        if request.event_type == "Started":
            status = self.started(transaction, tag, energy or 0)
        elif request.event_type == "Updated":
            await self.metered(transaction, energy)
        else:
            self.stopped(transaction, energy)
        info = None if tag is None else self._token_info(status)
        return self.messages.TransactionEventResponse(id_token_info=info)

    def _vat_number_validation(self, request: Any) -> Any:
        return self.messages.VatNumberValidationResponse(
            vat_number=request.vat_number, evse_id=request.evse_id, status="Rejected"
        )

    def _token_info(self, status: str) -> Any:
        return self.messages.IdTokenInfoType(status=status)


def _samples(readings: Iterable[Any]) -> Iterable[Sample]:
    for reading in readings:
        for sample in reading.sampled_value:
            unit = sample.unit_of_measure
            yield Sample(
                sample.value,
                sample.measurand,
                unit and unit.unit,
                unit and unit.multiplier,
            )


def _setting(data: Any) -> tuple[str, str | None]:
    """Return the name of a variable, with its component, and its first value."""
    evse = data.component.evse
    where = "" if evse is None else f"[{evse.id}]"
    name = f"{_full_name(data.component)}{where}.{_full_name(data.variable)}"
    return name, data.variable_attribute[0].value


def _full_name(named: Any) -> str:
    instance = "" if named.instance is None else f"({named.instance})"
    return f"{named.name}{instance}"
