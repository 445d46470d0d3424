"""A simulated station and a simulated back office for OCPP 2.0, 2.0.1 and 2.1.

All three versions have these messages, and the fields are the same except for
`_Fields`.

The module uses the messages of each version, not of `ocpp_messages.v2x`, because that
family lacks 2.0, and this module has no difference between 2.0.1 and 2.1 that the
family would remove. With `v2x`, a charger of 2.0.1 takes a quarter more processor time
until it is accepted, and a tag that is too long for 2.0.1 fails as a call instead of as
a tag.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from uuid import uuid4

from ocpp_rpc import BackOfficeConnection, StationConnection

from .back_office import INTERVAL, BackOffice, now
from .configuration import REJECTED, Configuration, Setting, is_number, is_switch
from .meter import ENERGY, Sample, energy_of
from .outcomes import ACCEPTED, Failure, Step
from .station import CONNECTOR, MODEL, VENDOR, Station
from .telling import Narrator

__all__ = ["CSMS", "ChargingStation"]


@dataclass(frozen=True)
class _Fields:
    """The differences between the versions.

    Attributes:
        transaction: The field of a TransactionEvent request for its transaction.
        transaction_id: The field of a transaction for its id.
        attribute: The further required fields of a variable attribute.
        idle: The further required fields of a notification that the station is idle.
        answers: The payloads of a CSMS that differ from `_ANSWERS`, by action.
        not_unlocked: The two statuses of a connector that is not unlocked: it is in
            use, or it does not exist.
        reset_trigger: The trigger reason of the end of a transaction before a reset.
    """

    transaction: str
    transaction_id: str
    attribute: Mapping[str, bool]
    idle: Mapping[str, int]
    answers: Mapping[str, Mapping[str, Any]]
    not_unlocked: tuple[str, str]
    reset_trigger: str


# The payloads of a CSMS that has no certificates, no smart charging and no vendor data.
# The other responses to a charging station have no required field.
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
    transaction="transaction_info",
    transaction_id="transaction_id",
    attribute={},
    idle={},
    answers={},
    not_unlocked=("OngoingAuthorizedTransaction", "UnknownConnector"),
    reset_trigger="ResetCommand",
)

_FIELDS: Final[Mapping[str, _Fields]] = {
    "2.0": _Fields(
        transaction="transaction_data",
        transaction_id="id",
        attribute={"persistence": True, "constant": True},
        idle={"request_id": 0},
        answers=_ANSWERS_20,
        not_unlocked=("UnlockFailed", "UnlockFailed"),
        reset_trigger="RemoteStop",
    ),
    "2.0.1": _SINCE_201,
    "2.1": _SINCE_201,
}

# The contexts of meter values, by the trigger reason of an event or by its kind.
_CONTEXTS: Final[Mapping[str, str]] = {
    "Trigger": "Trigger",
    "Started": "Transaction.Begin",
    "Updated": "Sample.Periodic",
    "Ended": "Transaction.End",
}

# The trigger reasons of the last event of a transaction, by the reason of its end;
# `_Fields` has that of a reset.
_TRIGGERS: Final[Mapping[str, str]] = {
    "DeAuthorized": "Deauthorized",
    "EVDisconnected": "EVCommunicationLost",
    "Local": "StopAuthorized",
    "Remote": "RemoteStop",
}

_Key: TypeAlias = tuple[str, str]

_HEARTBEAT_INTERVAL: Final = ("OCPPCommCtrlr", "HeartbeatInterval")
_SAMPLE_INTERVAL: Final = ("SampledDataCtrlr", "TxUpdatedInterval")

# By component and variable.
_SETTINGS: Final[Mapping[_Key, Setting]] = {
    ("AuthCtrlr", "Enabled"): Setting("true", is_switch),
    ("ChargingStation", "Model"): Setting(MODEL, is_readonly=True),
    _HEARTBEAT_INTERVAL: Setting("300", is_number),
    ("OCPPCommCtrlr", "WebSocketPingInterval"): Setting(
        "60", is_number, needs_reboot=True
    ),
    _SAMPLE_INTERVAL: Setting("60", is_number),
}

_PARTS: Final = 2
"""The number of parts of a report, since real stations split long reports."""


class ChargingStation(Station):
    """A charging station."""

    REMOTE_START = "RequestStartTransaction"
    REMOTE_STOP = "RequestStopTransaction"

    def __init__(
        self, connection: StationConnection, narrator: Narrator, pace: float
    ) -> None:
        super().__init__(connection, narrator, pace)
        self._fields = _FIELDS[connection.version]
        self._events = 0
        self._remote_start: int | None = None
        self._types: dict[str, str] = {}

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return the handlers for the calls of the CSMS, by action."""
        return {
            "ChangeAvailability": self._change_availability,
            "ClearCache": self._clear_cache,
            "GetBaseReport": self._get_base_report,
            "GetTransactionStatus": self._get_transaction_status,
            "GetVariables": self._get_variables,
            "RequestStartTransaction": self._request_start_transaction,
            "RequestStopTransaction": self._request_stop_transaction,
            "Reset": self._reset,
            "SetVariables": self._set_variables,
            "TriggerMessage": self._trigger_message,
            "UnlockConnector": self._unlock_connector,
        }

    def afters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the functions to run after calls are answered, by action."""
        return {
            "ChangeAvailability": self.report_availability,
            "GetBaseReport": self._send_report,
            "TriggerMessage": self.send_triggered,
        }

    def new_configuration(self) -> Configuration[_Key]:
        """Return the settings with their default values."""
        return Configuration(
            _SETTINGS,
            heartbeat_interval=_HEARTBEAT_INTERVAL,
            sample_interval=_SAMPLE_INTERVAL,
        )

    def triggers(self) -> Mapping[str, Callable[[], Awaitable[object]]]:
        """Return the functions that send triggered messages, by message."""
        return {
            "BootNotification": self._boot_as_told,
            "FirmwareStatusNotification": partial(
                self._report_idle, "FirmwareStatusNotification"
            ),
            "Heartbeat": self.heartbeat,
            "LogStatusNotification": partial(
                self._report_idle, "LogStatusNotification"
            ),
            "MeterValues": self._send_meter_values,
            "StatusNotification": self.report_as_it_is,
            "TransactionEvent": partial(self._send_event, "Updated", "Trigger"),
        }

    async def boot(self) -> str:
        """Boot; return the status."""
        return await self._boot(self.boot_reason)

    async def _boot_as_told(self) -> None:
        await self._boot("Triggered")

    async def _boot(self, reason: str) -> str:
        station = self.messages.ChargingStationType(vendor_name=VENDOR, model=MODEL)
        response = await self.call(
            self.messages.BootNotificationRequest(
                reason=reason, charging_station=station
            )
        )
        return str(response.status)

    def interval_of(self, response: Any) -> int:
        """Return the heartbeat interval in the response to a BootNotification."""
        interval: int = response.interval
        return interval

    async def report_status(self, *, in_use: bool) -> None:
        """Report whether the connector is in use."""
        await self.call(
            self.messages.StatusNotificationRequest(
                timestamp=now(),
                connector_status="Occupied" if in_use else self.idle_status,
                evse_id=CONNECTOR,
                connector_id=CONNECTOR,
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
        """Report the meter reading."""
        await self._send_event("Updated", "MeterValuePeriodic")

    async def stop(self, tag: str | None, reason: str) -> None:
        """End the transaction; the tag is that of the person who ends it."""
        await self._send_event(
            "Ended",
            _TRIGGERS.get(reason, self._fields.reset_trigger),
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
            meter_value=[self._reading(_CONTEXTS.get(trigger) or _CONTEXTS[kind])],
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

    async def _send_meter_values(self) -> None:
        await self.call(
            self.messages.MeterValuesRequest(
                evse_id=CONNECTOR, meter_value=[self._reading("Trigger")]
            )
        )

    async def _report_idle(self, action: str) -> None:
        """Send a notification that the charging station is idle."""
        request = self.messages.PROCEDURES[action].request
        await self.call(request(status="Idle", **self._fields.idle))

    def _change_availability(self, request: Any) -> Any:
        if self.connection.version == "2.0":
            evse = request.evse_id
        else:
            evse = 0 if request.evse is None else request.evse.id
        operative = request.operational_status == "Operative"
        return self.messages.ChangeAvailabilityResponse(
            status=self.accept_availability(evse, operative=operative)
        )

    def _clear_cache(self, _: Any) -> Any:
        return self.messages.ClearCacheResponse(status=ACCEPTED)

    def _get_base_report(self, _: Any) -> Any:
        return self.messages.GetBaseReportResponse(status=ACCEPTED)

    async def _send_report(self, request: Any) -> None:
        """Send the report that a GetBaseReport request asks for."""
        known = self.configuration
        keys = [*known]
        if request.report_base == "ConfigurationInventory":  # 2.0.1 part 2, B07.FR.07
            keys = [key for key in keys if not known.is_readonly(key)]
        size = -(-len(keys) // _PARTS)
        for number in range(_PARTS):
            part = keys[number * size : (number + 1) * size]
            await self.call(
                self.messages.NotifyReportRequest(
                    request_id=request.request_id,
                    generated_at=now(),
                    seq_no=number,
                    tbc=number < _PARTS - 1,
                    report_data=[self._report_data(key) for key in part],
                )
            )
        self.done.add(Step.CONFIGURATION)

    def _report_data(self, key: _Key) -> Any:
        component, variable = key
        is_readonly = self.configuration.is_readonly(key)
        attribute = self.messages.VariableAttributeType(
            value=self.configuration[key],
            mutability="ReadOnly" if is_readonly else "ReadWrite",
            **self._fields.attribute,
        )
        return self.messages.ReportDataType(
            component=self.messages.ComponentType(name=component),
            variable=self.messages.VariableType(name=variable),
            variable_attribute=[attribute],
        )

    def _get_transaction_status(self, request: Any) -> Any:
        asked = request.transaction_id
        ongoing = None if asked is None else asked == self.transaction
        return self.messages.GetTransactionStatusResponse(
            ongoing_indicator=ongoing, messages_in_queue=False
        )

    def _get_variables(self, request: Any) -> Any:
        results = [self._variable(each) for each in request.get_variable_data]
        return self.messages.GetVariablesResponse(get_variable_result=results)

    def _variable(self, data: Any) -> Any:
        status, key = self._status_of(data), (data.component.name, data.variable.name)
        value = self.configuration[key] if status == ACCEPTED else None
        return self.messages.GetVariableResultType(
            attribute_status=status,
            attribute_type=data.attribute_type,
            attribute_value=value,
            component=data.component,
            variable=data.variable,
        )

    def _set_variables(self, request: Any) -> Any:
        results = [self._set_variable(each) for each in request.set_variable_data]
        return self.messages.SetVariablesResponse(set_variable_result=results)

    def _set_variable(self, data: Any) -> Any:
        status, key = self._status_of(data), (data.component.name, data.variable.name)
        if status == ACCEPTED:
            status = self.change_setting(key, data.attribute_value)
        return self.messages.SetVariableResultType(
            attribute_status=status,
            attribute_type=data.attribute_type,
            component=data.component,
            variable=data.variable,
        )

    def _status_of(self, data: Any) -> str:
        """Return Accepted for an existing variable, or else the status of the fault."""
        component, variable = data.component, data.variable
        names = {name for name, _ in self.configuration}
        is_plain = component.instance is None and component.evse is None
        if not (is_plain and component.name in names):
            return "UnknownComponent"
        known = (component.name, variable.name) in self.configuration
        if variable.instance is not None or not known:
            return "UnknownVariable"
        if data.attribute_type not in {None, "Actual"}:
            return "NotSupportedAttributeType"
        return ACCEPTED

    def _request_start_transaction(self, request: Any) -> Any:
        return self.messages.RequestStartTransactionResponse(
            status=self.offer_start(request, request.evse_id)
        )

    def _request_stop_transaction(self, request: Any) -> Any:
        status = self.accept_stop(request.transaction_id)
        return self.messages.RequestStopTransactionResponse(status=status)

    def _reset(self, request: Any) -> Any:
        # The station can only reset as a whole, and does not resume transactions.
        of_evse = getattr(request, "evse_id", None) is not None
        if of_evse or request.type == "ImmediateAndResume":
            return self.messages.ResetResponse(status=REJECTED)
        is_immediate = request.type == "Immediate"
        waits = self.transaction is not None and not is_immediate
        self.accept_reset("ImmediateReset" if is_immediate else None)
        return self.messages.ResetResponse(status="Scheduled" if waits else ACCEPTED)

    def _trigger_message(self, request: Any) -> Any:
        message = str(request.requested_message)
        evse = None if request.evse is None else request.evse.id
        status = self.accept_trigger(message, evse)
        booted = message == "BootNotification" and self.interval is not None
        idle = message == "TransactionEvent" and self.transaction is None
        if booted or idle:  # 2.0.1 part 2, F06.FR.17 has the first case
            status = REJECTED
        return self.messages.TriggerMessageResponse(status=status)

    def _unlock_connector(self, request: Any) -> Any:
        in_use, unknown = self._fields.not_unlocked
        status = "Unlocked"
        if (request.evse_id, request.connector_id) != (CONNECTOR, CONNECTOR):
            status = unknown
        elif self.transaction is not None:
            status = in_use
        return self.messages.UnlockConnectorResponse(status=status)


class CSMS(BackOffice):
    """A CSMS."""

    def __init__(self, connection: BackOfficeConnection, narrator: Narrator) -> None:
        self._fields = _FIELDS[connection.version]
        super().__init__(connection, narrator)
        self._settings: dict[str, str | None] = {}

    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return the handlers for calls of the charging station, by action."""
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
        """Return the payloads of responses to actions without a handler, by action."""
        return {**_ANSWERS, **self._fields.answers}

    async def read_configuration(self) -> None:
        """Ask the charging station to send its configuration in NotifyReport.

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
        """Answer that no status of a certificate could be found out."""
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
