"""What this side may send."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from ocpp_messages import LENIENT, Model, ProcedureKind, v16, v21
from ocpp_rpc.errors import CannotSend, NotInVersion
from ocpp_rpc.protocol.sending import (
    check_deviations,
    check_id,
    check_response,
    procedure_of,
)
from tests.protocol.halves import back_office

MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
STREAM = v21.NotifyPeriodicEventStream(
    id=1,
    pending=0,
    basetime=MOMENT,
    data=[v21.StreamDataElementType(t=1.0, v="x")],
)


def tolerated(cls: type[Model], text: str) -> Model:
    """A message that deviates."""
    message, deviations = LENIENT.loads(cls, text)
    assert deviations
    return message


ODD_REQUEST = tolerated(v16.ResetRequest, '{"type":"Soft","extra":1}')
ODD_RESPONSE = tolerated(v16.ClearCacheResponse, '{"status":"Accepted","extra":1}')


def test_the_procedure_of_a_request() -> None:
    found = procedure_of(
        v16.ClearCacheRequest(), ProcedureKind.CALL, None, back_office()
    )
    assert found is v16.PROCEDURES["ClearCache"]


@pytest.mark.parametrize(
    ("message", "kind", "error", "text"),
    [
        (v16.ClearCacheRequest(), ProcedureKind.CALL, NotInVersion, "of OCPP 2.1"),
        ("Heartbeat", ProcedureKind.CALL, NotInVersion, "builtins.str is not a req"),
        (STREAM, ProcedureKind.CALL, CannotSend, "is a SEND, not a CALL"),
        (v21.ClearCacheRequest(), ProcedureKind.SEND, CannotSend, "a CALL, not a SEND"),
        (
            v21.HeartbeatRequest(),
            ProcedureKind.CALL,
            CannotSend,
            "CSMS does not send",
        ),
        (STREAM, ProcedureKind.SEND, CannotSend, "CSMS does not send"),
    ],
)
def test_what_may_not_be_sent(
    message: Any, kind: ProcedureKind, error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        procedure_of(message, kind, None, back_office("2.1"))


def test_a_request_may_deviate_as_far_as_is_wanted() -> None:
    kind, conversation = ProcedureKind.CALL, back_office()
    found = procedure_of(ODD_REQUEST, kind, LENIENT, conversation)
    assert found is v16.PROCEDURES["Reset"]
    with pytest.raises(CannotSend, match=r"\$\.extra"):
        procedure_of(ODD_REQUEST, kind, None, conversation)


@pytest.mark.parametrize("message_id", ["1", "x" * 36, "é"])
def test_ids_that_will_do(message_id: str) -> None:
    check_id(message_id)


@pytest.mark.parametrize("message_id", ["", "x" * 37, "\ud800"])
def test_ids_that_will_not_do(message_id: str) -> None:
    with pytest.raises(CannotSend, match="a message id has 1 to 36 characters"):
        check_id(message_id)


@pytest.mark.parametrize(
    ("response", "text"),
    [
        (None, "not None"),
        (v16.ClearCacheRequest(), "not a ClearCacheRequest of OCPP 1.6"),
        (v21.ClearCacheResponse, "not the class ClearCacheResponse itself"),
        (ODD_RESPONSE, r"\$\.extra"),
    ],
)
def test_responses_that_will_not_do(response: object, text: str) -> None:
    with pytest.raises(CannotSend, match=text):
        check_response(v16.PROCEDURES["ClearCache"], response)


def test_a_send_has_no_response() -> None:
    with pytest.raises(CannotSend, match="is nothing, not a str"):
        check_response(v21.PROCEDURES["NotifyPeriodicEventStream"], "x")


def test_deviations_are_sent_on_demand_only() -> None:
    check_deviations(ODD_RESPONSE, LENIENT)
    with pytest.raises(CannotSend):
        check_deviations(ODD_RESPONSE, None)
