"""Updates the state of a charger from its messages, in every version."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Final, TypeAlias

from .charger import Charger, Transaction, is_at
from .meters import samples
from .texts import at, maybe_text, text_of

__all__ = ["note_answer", "note_request"]

_Note: TypeAlias = Callable[[Charger, Any, float], None]


def note_request(
    charger: Charger, version: str, action: str, request: Any, now: float
) -> None:
    """Update the state of a charger from its request.

    Args:
        charger: The charger.
        version: The version of OCPP of the request.
        action: The action.
        request: The request, which may deviate from its schema.
        now: The time, in seconds since 1970.
    """
    note = _REQUESTS.get((version[:1], action))
    if note is not None:
        note(charger, request, now)


def note_answer(
    charger: Charger, key: tuple[Hashable, str], action: str, answer: Any, now: float
) -> None:
    """Update the state of a charger from the response to its request.

    Args:
        charger: The charger.
        key: The connection and the id of the request.
        action: The action.
        answer: The response, or an `OcppError`.
        now: The time, in seconds since 1970.
    """
    if action == "BootNotification":
        charger.facts["registration"] = text_of(at(answer, "status") or "refused")
    request = charger.starting.pop(key, None)
    number = at(answer, "transaction_id")
    if request is not None and number is not None:
        opened = charger.open_transaction(
            text_of(number), maybe_text(at(request, "connector_id")), now
        )
        opened.tag = maybe_text(at(request, "id_tag"))


# --- 1.x ------------------------------------------------------------------------------


def _boot_1x(charger: Charger, request: Any, _now: float) -> None:
    _set_facts(charger, request, _BOOT_1X)


def _status_1x(charger: Charger, request: Any, _now: float) -> None:
    status, error = text_of(at(request, "status")), at(request, "error_code")
    fault = "" if error in {None, "NoError"} else f" ({text_of(error)})"
    charger.set_connector(text_of(at(request, "connector_id")), f"{status}{fault}")


def _stop_1x(charger: Charger, request: Any, now: float) -> None:
    number = text_of(at(request, "transaction_id"))
    transaction = charger.open_transaction(number, None, now)
    _measure(transaction, request, now)
    transaction.ended = now
    transaction.state = maybe_text(at(request, "reason")) or transaction.state


def _meter_1x(charger: Charger, request: Any, now: float) -> None:
    number = at(request, "transaction_id")
    connector = text_of(at(request, "connector_id"))
    if number is None:
        transaction = charger.running_at(connector)
    else:  # it may have started before the console
        transaction = charger.open_transaction(text_of(number), connector, now)
    _measure(transaction, request, now)


# --- 2.x ------------------------------------------------------------------------------


def _boot_2x(charger: Charger, request: Any, _now: float) -> None:
    _set_facts(charger, request, _BOOT_2X)


def _status_2x(charger: Charger, request: Any, _now: float) -> None:
    connector = _place(at(request, "evse_id"), at(request, "connector_id"))
    charger.set_connector(connector, text_of(at(request, "connector_status")))


def _event_2x(charger: Charger, request: Any, _now: float) -> None:
    """Store the states that 2.1 also reports by events (2.1 part 2, G01)."""
    for each in at(request, "event_data") or ():
        evse = at(each, "component.evse")
        of = (at(each, "component.name"), at(each, "variable.name"))
        if of == ("Connector", "AvailabilityState") and evse is not None:
            connector = _place(at(evse, "id"), at(evse, "connector_id"))
            charger.set_connector(connector, text_of(at(each, "actual_value")))


def _transaction_2x(charger: Charger, request: Any, now: float) -> None:
    # 2.0 has other names for the same fields.
    info = at(request, "transaction_info") or at(request, "transaction_data")
    number = at(info, "transaction_id") or at(info, "id")
    transaction = charger.open_transaction(text_of(number), None, now)
    evse = at(request, "evse")
    if evse is not None:
        place = _place(at(evse, "id"), at(evse, "connector_id"))
        if not is_at(transaction.connector, place):  # it may name only the EVSE now
            transaction.connector = place
    tag = at(request, "id_token.id_token")
    transaction.tag = transaction.tag or maybe_text(tag)
    state = at(info, "charging_state")
    transaction.state = maybe_text(state) or transaction.state
    _measure(transaction, request, now)
    if str(at(request, "event_type")) == "Ended":
        transaction.ended = now
        reason = at(info, "stopped_reason")
        transaction.state = maybe_text(reason) or transaction.state


def _meter_2x(charger: Charger, request: Any, now: float) -> None:
    running = charger.running_at(text_of(at(request, "evse_id")))
    _measure(running, request, now)


def _place(evse: Any, connector: Any) -> str:
    """Return the name of a connector, or of the EVSE if the charger names only that."""
    return text_of(evse if connector is None else f"{evse}/{connector}")


# --- All ------------------------------------------------------------------------------


def _set_facts(charger: Charger, request: Any, places: Mapping[str, str]) -> None:
    found = {name: at(request, place) for name, place in places.items()}
    known = {name: text_of(value) for name, value in found.items() if value is not None}
    charger.facts = known


def _measure(transaction: Transaction | None, message: Any, now: float) -> None:
    if transaction is not None:
        for sample in samples(message):
            transaction.series.add(sample, now)


_BOOT_1X: Final[Mapping[str, str]] = {
    "vendor": "charge_point_vendor",
    "model": "charge_point_model",
    "serial number": "charge_point_serial_number",
    "box serial number": "charge_box_serial_number",
    "firmware": "firmware_version",
    "meter": "meter_type",
    "meter serial number": "meter_serial_number",
}
_BOOT_2X: Final[Mapping[str, str]] = {
    "vendor": "charging_station.vendor_name",
    "model": "charging_station.model",
    "serial number": "charging_station.serial_number",
    "firmware": "charging_station.firmware_version",
    "boot reason": "reason",
}
_REQUESTS: Final[Mapping[tuple[str, str], _Note]] = {
    ("1", "BootNotification"): _boot_1x,
    ("1", "MeterValues"): _meter_1x,
    ("1", "StatusNotification"): _status_1x,
    ("1", "StopTransaction"): _stop_1x,
    ("2", "BootNotification"): _boot_2x,
    ("2", "MeterValues"): _meter_2x,
    ("2", "NotifyEvent"): _event_2x,
    ("2", "StatusNotification"): _status_2x,
    ("2", "TransactionEvent"): _transaction_2x,
}
"""The functions for requests, by the first digit of the version and by action."""
