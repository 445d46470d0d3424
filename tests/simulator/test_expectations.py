"""What a script expects of its back office, and how that is answered."""

from __future__ import annotations

from typing import Any

import pytest

from ocpp_messages import v15, v16, v201
from ocpp_rpc import OcppError
from ocpp_rpc.simulator import Charger, Failure
from tests.simulator.office import office


async def test_a_call_may_come_before_it_is_waited_for() -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect(v16.ResetRequest)
        answer = await running.call("Reset", type="Soft")
        assert answer == v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)
        request = await reset
        assert request.type is v16.ResetType.SOFT

    async with office("1.6") as running:
        await running.hold(session)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (None, "Accepted"),
        ("Rejected", "Rejected"),
        (v16.ResetResponse(status=v16.ResetStatus.REJECTED), "Rejected"),
    ],
)
async def test_how_an_expected_call_is_answered(answer: Any, status: str) -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect("Reset", answer=answer)
        response = await running.call("Reset", type="Hard")
        assert response.status == status
        await reset

    async with office("1.6") as running:
        await running.hold(session)


async def test_an_expected_call_may_be_answered_with_an_error() -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect("Reset", answer=OcppError("SecurityError", "not you"))
        with pytest.raises(OcppError, match=r"^Reset: SecurityError: not you$"):
            await running.call("Reset", type="Hard")
        assert (await reset).type is v16.ResetType.HARD

    async with office("1.6") as running:
        await running.hold(session)


async def test_a_response_without_a_status_needs_nothing() -> None:
    async def session(charger: Charger) -> None:
        diagnostics = charger.expect(v16.GetDiagnosticsRequest)
        await running.call("GetDiagnostics", location="ftp://localhost")
        assert (await diagnostics).location == "ftp://localhost"

    async with office("1.6") as running:
        await running.hold(session)


async def test_the_built_in_charger_answers_what_it_can() -> None:
    async def session(charger: Charger) -> None:
        configuration = charger.expect("GetConfiguration")
        response = await running.call("GetConfiguration", key=["ResetRetries"])
        assert response.configuration_key[0].value == "3"
        await configuration
        again = await running.call("GetConfiguration", key=["Nonsense"])
        assert again.unknown_key == ("Nonsense",)
        with pytest.raises(OcppError, match=r"^GetDiagnostics: NotSupported"):
            await running.call("GetDiagnostics", location="ftp://localhost")

    async with office("1.6") as running:
        await running.hold(session)


async def test_what_follows_the_answer_follows_an_expected_call_as_well() -> None:
    async def session(charger: Charger) -> None:
        report = charger.expect(v201.GetBaseReportRequest)
        await running.call(
            "GetBaseReport", requestId=3, reportBase="ConfigurationInventory"
        )
        assert (await report).request_id == 3
        await running.has_received("NotifyReport", 2)

    async with office("2.0.1") as running:
        await running.hold(session)


async def test_one_of_several_and_each_only_once() -> None:
    async def session(charger: Charger) -> None:
        either = charger.expect(v15.ResetRequest, v16.ResetRequest, "NoSuchAction")
        second = charger.expect("Reset", answer="Rejected")
        statuses = [
            (await running.call("Reset", type=kind)).status for kind in ("Soft", "Hard")
        ]
        assert [str(status) for status in statuses] == ["Accepted", "Rejected"]
        assert (await either).type is v16.ResetType.SOFT
        assert (await second).type is v16.ResetType.HARD

    async with office("1.6") as running:
        await running.hold(session)


async def test_what_does_not_come_in_time() -> None:
    async def session(charger: Charger) -> None:
        either = charger.expect("GetDiagnostics", "ClearCache", timeout=0.01)
        problem = (
            r"^GetDiagnostics or ClearCache was expected, "
            r"and did not arrive within 0.01 s$"
        )
        with pytest.raises(Failure, match=problem):
            await either
        with pytest.raises(OcppError, match="NotSupported"):
            await running.call("GetDiagnostics", location="ftp://localhost")

    async with office("1.6") as running:
        await running.hold(session)


async def test_what_cannot_come_any_more() -> None:
    async def session(charger: Charger) -> None:
        reset = charger.expect("Reset")
        await running.close()
        with pytest.raises(Failure, match="and the connection is lost"):
            await reset

    async with office("1.6") as running:
        await running.hold(session)


@pytest.mark.parametrize(
    ("action", "answer", "problem"),
    [
        ("Heartbeat", None, "a CentralSystem of OCPP 1.6 does not call Heartbeat"),
        ("Hearbeat", None, "a CentralSystem of OCPP 1.6 does not call Hearbeat"),
        (v201.ResetRequest, None, "a CentralSystem of OCPP 1.6 does not call Reset"),
        (
            "GetLocalListVersion",
            None,
            "an answer to GetLocalListVersion has to be given: "
            r"GetLocalListVersionResponse: \$.listVersion: Field required",
        ),
        ("Reset", "Maybe", r"an answer to Reset has to be given: .*\$.status"),
    ],
)
async def test_what_cannot_be_expected(action: Any, answer: Any, problem: str) -> None:
    async def session(charger: Charger) -> None:
        with pytest.raises(Failure, match=f"^{problem}"):
            charger.expect(action, answer=answer)

    async with office("1.6") as running:
        await running.hold(session)


async def test_another_transaction_is_not_the_own_one() -> None:
    async def session(charger: Charger) -> None:
        await charger.start("TAG1")
        stopped = charger.remote_stop()
        response = await running.call("RemoteStopTransaction", transactionId=99999)
        assert response.status == "Rejected"
        with pytest.raises(Failure, match="asks to stop another transaction"):
            await stopped

    async with office("1.6") as running:
        await running.hold(session)
