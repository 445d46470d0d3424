"""The messages about transactions that wait, and the file they wait in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocpp_messages import LENIENT, v1x, v15, v16, v20, v21, v201
from ocpp_rpc import CannotSend
from ocpp_rpc.station import (
    Delivered,
    Discarded,
    DiscardReason,
    Dropped,
    Outbox,
    OutboxError,
    OutboxFull,
    Outcome,
    QueuedMessage,
    drop_rank,
)
from tests.properties import assert_met
from tests.station.transactions import NOON, database, event, meter, start, stop
from tests.support.records import whose

START_15 = v15.StartTransactionRequest(
    connector_id=1, id_tag="TAG1", meter_start=0, timestamp=NOON
)
STARTED = v16.StartTransactionResponse(
    id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED),
    transaction_id=17,
)
STOPPED = v16.StopTransactionResponse()
EVENT_20 = v20.TransactionEventRequest(
    event_type=v20.TransactionEventEnumType.UPDATED,
    seq_no=0,
    timestamp=NOON,
    transaction_data=v20.TransactionType(id="T1"),
    trigger_reason=v20.TriggerReasonEnumType.METER_VALUE_PERIODIC,
)
EVENT_21 = v21.TransactionEventRequest(
    event_type=v21.TransactionEventEnumType.UPDATED,
    seq_no=0,
    timestamp=NOON,
    transaction_info=v21.TransactionType(transaction_id="T1"),
    trigger_reason=v21.TriggerReasonEnumType.METER_VALUE_PERIODIC,
)


BIG = [
    v201.MeterValueType(
        timestamp=NOON, sampled_value=[v201.SampledValueType(value=1.0)] * 1000
    )
]


@pytest.fixture
def told() -> list[Outcome]:
    return []


class Make(Protocol):
    def __call__(
        self, *, limit: int = ..., on_outcome: Callable[[Outcome], object] = ...
    ) -> Outbox: ...


@pytest.fixture
def make(told: list[Outcome]) -> Iterator[Make]:
    """Make outboxes that are closed in the end."""

    def make(
        *, limit: int = 100, on_outcome: Callable[[Outcome], object] = told.append
    ) -> Outbox:
        made = Outbox(":memory:", limit=limit, on_outcome=on_outcome)
        return stack.enter_context(made)

    with ExitStack() as stack:
        yield make


@pytest.fixture
def outbox(make: Make) -> Outbox:
    return make()


def payloads(outbox: Outbox) -> list[Any]:
    return [json.loads(message.payload) for message in outbox]


def seq_nos(outbox: Outbox) -> list[int]:
    return [payload["seqNo"] for payload in payloads(outbox)]


# --- What waits -----------------------------------------------------------------------


def test_messages_wait_in_order(outbox: Outbox) -> None:
    assert outbox.first() is None
    put = [
        outbox.put(start(), transaction="one"),
        outbox.put(meter(), transaction="one"),
        outbox.put(stop(), transaction="one"),
    ]
    assert list(outbox) == put
    assert outbox.first() == put[0]
    assert len(outbox) == 3
    assert [message.number for message in put] == [1, 2, 3]


def test_a_message_is_text(outbox: Outbox) -> None:
    message = outbox.put(start(), transaction="one")
    assert message == QueuedMessage(
        1, "1.6", "StartTransaction", v16.dumps(start()), "one", 0
    )
    assert str(message) == "message 1, StartTransaction of 'one'"
    assert str(outbox.put(meter())) == "message 2, MeterValues"


@pytest.mark.parametrize(
    ("request_", "version", "about"),
    [
        (START_15, "1.5", "one"),
        (start(), "1.6", "one"),
        (EVENT_20, "2.0", "T1"),
        (event(), "2.0.1", "T1"),
        (EVENT_21, "2.1", "T1"),
    ],
)
def test_every_version(outbox: Outbox, request_: Any, version: str, about: str) -> None:
    name = about if version < "2" else None
    message = outbox.put(request_, transaction=name)
    assert (message.version, message.transaction) == (version, about)


def test_what_was_put_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    with Outbox(path) as outbox:
        put = [
            outbox.put(start(), transaction="one"),
            outbox.put(meter(), transaction="one"),
        ]
        failed = outbox.failed(put[0])
    assert failed.attempts == 1

    with Outbox(path) as outbox:
        assert list(outbox) == [failed, put[1]]
        assert outbox.transactions() == {"one": None}
        outbox.delivered(failed, start(), STARTED)

    with Outbox(str(path)) as outbox:
        assert list(outbox) == [put[1]]
        assert outbox.transactions() == {"one": 17}


def test_a_number_is_not_used_again(tmp_path: Path) -> None:
    with Outbox(tmp_path / "outbox.db") as outbox:
        first = outbox.put(event())
        outbox.discard(first, DiscardReason.FAILED)
    with Outbox(tmp_path / "outbox.db") as outbox:
        assert outbox.put(event()).number == first.number + 1


def test_a_change_is_on_the_disk_when_it_is_made(tmp_path: Path) -> None:
    with Outbox(tmp_path / "outbox.db") as outbox:
        pragmas = [
            database(outbox).execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "locking_mode")
        ]
    assert pragmas == ["wal", 2, "exclusive"]


def test_any_thread_may_put(outbox: Outbox) -> None:
    threads = [Thread(target=outbox.put, args=(event(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [message.number for message in outbox] == [1, 2, 3, 4]


# --- What may be put ------------------------------------------------------------------

TOLERATED = LENIENT.from_jsonable(
    v16.StopTransactionRequest, v16.to_jsonable(stop()) | {"reason": "Hunger"}
).message
BUILT = v16.StopTransactionRequest.model_construct(
    transaction_id=-1, meter_stop=100, timestamp="noon"
)


@pytest.mark.parametrize(
    ("request_", "name", "why"),
    [
        (v16.HeartbeatRequest(), None, "does not accept HeartbeatRequest"),
        (STARTED, None, "does not accept StartTransactionResponse"),
        (
            v201.MeterValuesRequest(
                evse_id=1,
                meter_value=[
                    v201.MeterValueType(
                        timestamp=NOON,
                        sampled_value=[v201.SampledValueType(value=1.0)],
                    )
                ],
            ),
            None,
            "an outbox does not accept MeterValuesRequest: use call",
        ),
        (
            v1x.StopTransactionRequest(transaction_id=1, timestamp=NOON, meter_stop=1),
            None,
            "belongs to no version of OCPP: convert it to one first",
        ),
        (NOON, None, "datetime.datetime belongs to no version of OCPP"),
        (TOLERATED, None, "StopTransactionRequest: .*reason"),
        (BUILT, None, "StopTransactionRequest: .*Error"),
        (start(), None, "StartTransaction needs a name"),
        (event(), "one", "transaction= is not for a TransactionEvent"),
        (meter(), "one", "there is no transaction 'one'"),
        (stop(), "one", "there is no transaction 'one'"),
    ],
)
def test_what_is_refused(
    outbox: Outbox, request_: Any, name: str | None, why: str
) -> None:
    with pytest.raises(CannotSend, match=why):
        outbox.put(request_, transaction=name)
    assert len(outbox) == 0
    assert outbox.transactions() == {}


# --- Transactions of OCPP 1.x ---------------------------------------------------------


def test_a_transaction_has_an_id_until_its_end_is_gone(outbox: Outbox) -> None:
    first = outbox.put(start(), transaction="one")
    second = outbox.put(start(), transaction="two")
    assert outbox.transactions() == {"one": None, "two": None}
    outbox.delivered(first, start(), STARTED)
    outbox.discard(second, DiscardReason.FAILED)
    assert outbox.transactions() == {"one": 17, "two": -1}

    ends = [outbox.put(stop(), transaction=name) for name in ("one", "two")]
    assert outbox.transactions() == {"one": 17, "two": -1}
    outbox.delivered(ends[0], stop(), STOPPED)
    assert outbox.transactions() == {"two": -1}
    outbox.discard(ends[1], DiscardReason.FAILED)
    assert outbox.transactions() == {}


def test_an_id_beyond_64_bits(outbox: Outbox) -> None:
    message = outbox.put(start(), transaction="one")
    response = STARTED.model_copy(update={"transaction_id": 10**30})
    outbox.delivered(message, start(), response)
    assert outbox.transactions() == {"one": 10**30}


def test_a_transaction_starts_once(outbox: Outbox) -> None:
    outbox.put(start(), transaction="one")
    with pytest.raises(CannotSend, match="there is already a transaction 'one'"):
        outbox.put(start(), transaction="one")
    assert len(outbox) == 1


@pytest.mark.parametrize("late", [meter(), stop()])
def test_nothing_comes_after_the_end(outbox: Outbox, late: Any) -> None:
    outbox.put(start(), transaction="one")
    outbox.put(stop(), transaction="one")
    with pytest.raises(CannotSend, match="the transaction 'one' has ended"):
        outbox.put(late, transaction="one")
    assert len(outbox) == 2


def test_the_end_of_a_transaction_without_a_name(outbox: Outbox) -> None:
    outbox.put(start(), transaction="one")
    outbox.delivered(outbox.put(stop(17)), stop(17), STOPPED)
    assert outbox.transactions() == {"one": None}


# --- Offline --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "argument", "online", "written"),
    [
        (None, None, False, True),
        (None, None, True, None),
        (None, True, True, True),
        (None, False, False, None),
        (False, None, False, False),
        (True, False, True, True),
    ],
)
def test_an_event_says_whether_it_happened_offline(
    outbox: Outbox,
    own: bool | None,
    argument: bool | None,
    online: bool,
    written: bool | None,
) -> None:
    request = event(offline=own)
    if online:
        with outbox.forwarding(lambda: None, "CP001", "2.0.1"):
            outbox.put(request, offline=argument)
    else:
        outbox.put(request, offline=argument)
    (payload,) = payloads(outbox)
    assert payload.get("offline") is written


def test_one_connection_at_a_time(outbox: Outbox) -> None:
    calls: list[str] = []
    with outbox.forwarding(lambda: calls.append("first"), "CP001", "2.0.1"):
        with (
            pytest.raises(
                OutboxError, match="another connection is forwarding it already"
            ),
            outbox.forwarding(lambda: calls.append("second"), "CP001", "2.0.1"),
        ):
            pass
        outbox.put(event())
    outbox.put(event())
    assert calls == ["first"]


# --- No room --------------------------------------------------------------------------


def filled(make: Make, limit: int, *kinds: str) -> Outbox:
    outbox = make(limit=limit)
    for seq_no, kind in enumerate(kinds):
        outbox.put(event(kind, seq_no))
    return outbox


def dropped(told: list[Outcome]) -> list[int]:
    """The seqNo of what was dropped, in that order; nothing else was told."""
    assert all(isinstance(outcome, Dropped) for outcome in told)
    return [json.loads(outcome.message.payload)["seqNo"] for outcome in told]


def test_the_first_third_and_fifth_update_make_room(
    make: Make, told: list[Outcome]
) -> None:
    outbox = filled(make, 7, "Started", *["Updated"] * 6)
    assert told == []
    for seq_no in (7, 8, 9):
        outbox.put(event("Updated", seq_no))
    assert dropped(told) == [1, 3, 5]
    assert seq_nos(outbox) == [0, 2, 4, 6, 7, 8, 9]


def test_each_transaction_is_thinned_out_by_itself(
    make: Make, told: list[Outcome]
) -> None:
    outbox = make(limit=4)
    for minute, transaction_id in enumerate([1, 2, 1, 2, 1, 2]):
        outbox.put(meter(minute, transaction_id))
    # The first of each is less worth than the second one.
    assert [(gone.message.number) for gone in told] == [1, 2]


def test_then_every_second_of_the_rest(make: Make, told: list[Outcome]) -> None:
    outbox = filled(make, 9, "Started", *["Updated"] * 8)
    for seq_no in range(9, 16):
        outbox.put(event("Ended", seq_no, f"T{seq_no}"))
    assert dropped(told) == [1, 3, 5, 7, 2, 6, 4]
    assert seq_nos(outbox) == [0, 8, *range(9, 16)]


def test_each_transaction_is_thinned_on_its_own(
    make: Make, told: list[Outcome]
) -> None:
    outbox = make(limit=8)
    for seq_no in range(8):
        outbox.put(event("Updated", seq_no, f"T{seq_no % 2}"))
    for seq_no in range(8, 12):
        outbox.put(event("Ended", seq_no))
    assert dropped(told) == [0, 1, 4, 5]


def test_counting_starts_anew_when_no_update_waits(
    make: Make, told: list[Outcome]
) -> None:
    outbox = filled(make, 2, "Updated")
    (message,) = outbox
    outbox.discard(message, DiscardReason.FAILED)
    told.clear()
    for seq_no in (1, 2, 3):
        outbox.put(event("Updated", seq_no))
    assert dropped(told) == [1]


@pytest.mark.parametrize("kind", ["Started", "Ended"])
def test_no_beginning_or_end_makes_room(
    make: Make, told: list[Outcome], kind: str
) -> None:
    outbox = filled(make, 2, "Started", "Ended")
    with pytest.raises(OutboxFull) as caught:
        outbox.put(event(kind, 2))
    assert caught.value.limit == 2
    assert str(caught.value) == "the outbox is full: 2 messages are waiting already"
    assert seq_nos(outbox) == [0, 1]
    assert told == []


def test_an_update_for_which_there_is_no_room(make: Make, told: list[Outcome]) -> None:
    outbox = filled(make, 2, "Started", "Ended")
    outbox.put(event("Updated", 2))
    assert dropped(told) == [2]
    assert seq_nos(outbox) == [0, 1]


def test_what_is_under_way_is_not_dropped(make: Make, told: list[Outcome]) -> None:
    outbox = filled(make, 2, "Updated", "Updated")
    (first, _) = outbox
    with outbox.sending(first):
        outbox.put(event("Ended", 2))
    assert dropped(told) == [1]
    outbox.put(event("Ended", 3))
    assert dropped(told) == [1, 0]


def test_a_transaction_does_not_start_without_room(
    make: Make, told: list[Outcome]
) -> None:
    outbox = make(limit=1)
    outbox.put(start(), transaction="one")
    with pytest.raises(OutboxFull):
        outbox.put(start(), transaction="two")
    with pytest.raises(OutboxFull):
        outbox.put(stop(), transaction="one")
    assert outbox.transactions() == {"one": None}
    outbox.discard(next(iter(outbox)), DiscardReason.FAILED)
    outbox.put(stop(), transaction="one")
    assert [message.action for message in outbox] == ["StopTransaction"]


def test_meter_values_make_room_in_1x(make: Make, told: list[Outcome]) -> None:
    outbox = make(limit=6)
    outbox.put(start(), transaction="one")
    for minute in (1, 2):
        outbox.put(meter(minute), transaction="one")
        outbox.put(meter(minute, 17))
    outbox.put(meter(1))
    for _ in range(3):
        outbox.put(stop(17))
    assert [
        (message.transaction, json.loads(message.payload).get("transactionId"))
        for message in (outcome.message for outcome in told)
    ] == [("one", None), (None, 17), (None, None)]


def test_a_smaller_limit_than_before(tmp_path: Path, told: list[Outcome]) -> None:
    with Outbox(tmp_path / "outbox.db") as outbox:
        for seq_no in range(8):
            outbox.put(event("Updated", seq_no))
    with Outbox(tmp_path / "outbox.db", limit=3, on_outcome=told.append) as outbox:
        assert len(outbox) == 8
        outbox.put(event("Ended", 8))
        assert seq_nos(outbox) == [3, 7, 8]
    assert dropped(told) == [0, 2, 4, 6, 1, 5]


def test_an_outbox_has_room() -> None:
    with pytest.raises(ValueError, match="limit has to be at least 1"):
        Outbox(":memory:", limit=0)


@given(st.integers(1, 10_000))
def test_rank(nth: int) -> None:
    rank = drop_rank(nth)
    assert nth % rank == 0
    assert (nth // rank) % 2 == 1


KINDS = st.sampled_from(["Started", "Updated", "Updated", "Updated", "Ended"])


def test_whatever_is_put() -> None:
    seen: Counter[str] = Counter()

    @given(
        st.integers(1, 8),
        st.lists(st.tuples(KINDS, st.sampled_from(["T1", "T2"])), max_size=40),
    )
    def check(limit: int, puts: list[tuple[str, str]]) -> None:
        told: list[Outcome] = []
        accepted: list[int] = []
        kept: dict[int, str] = {}
        with Outbox(":memory:", limit=limit, on_outcome=told.append) as outbox:
            for seq_no, (kind, transaction) in enumerate(puts):
                before, lost = seq_nos(outbox), len(told)
                try:
                    outbox.put(event(kind, seq_no, transaction))
                except OutboxFull:
                    assert kind != "Updated"
                    assert "Updated" not in {kept[number] for number in before}
                    assert seq_nos(outbox) == before
                    seen["full"] += 1
                    continue
                accepted.append(seq_no)
                kept[seq_no] = kind
                assert len(told) - lost == max(0, len(before) + 1 - limit)
            waiting = seq_nos(outbox)
        gone = dropped(told)
        seen["dropped" if gone else "all kept"] += 1
        assert waiting == sorted(waiting)
        assert sorted(waiting + gone) == accepted
        assert {kept[seq_no] for seq_no in gone} <= {"Updated"}

    check()
    assert_met(seen, "full", "dropped", "all kept")


@settings(max_examples=30)
@given(st.integers(2, 16), st.integers(0, 100))
def test_what_remains_is_spread_evenly(limit: int, more: int) -> None:
    with Outbox(":memory:", limit=limit) as outbox:
        for seq_no in range(1, limit + more + 1):
            outbox.put(event("Updated", seq_no))
        gaps = [after - before for before, after in pairwise([0, *seq_nos(outbox)])]
    assert max(gaps) <= 2 * min(gaps)


# --- What is told ---------------------------------------------------------------------


def test_outcomes(outbox: Outbox, told: list[Outcome]) -> None:
    messages = [outbox.put(start(), transaction=name) for name in ("one", "two")]
    error = RuntimeError("no")
    outbox.delivered(messages[0], start(), STARTED)
    outbox.discard(messages[1], DiscardReason.FAILED, error)
    assert told == [
        Delivered(messages[0], start(), STARTED),
        Discarded(messages[1], DiscardReason.FAILED, error),
    ]


def test_it_is_told_what_is_gone_already(make: Make) -> None:
    left: list[int] = []

    def look(_: Outcome) -> None:
        left.append(len(looked_at))

    looked_at = make(on_outcome=look)
    looked_at.discard(looked_at.put(event()), DiscardReason.FAILED)
    assert left == [0]


def test_a_callback_that_fails(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: Outcome) -> None:
        raise RuntimeError("no")

    outbox = make(on_outcome=fail)
    with outbox.forwarding(lambda: None, "CP001", "2.0.1"):
        outbox.discard(outbox.put(event()), DiscardReason.FAILED)
    assert whose(caplog, "on_outcome failed") == {("CP001", "2.0.1")}
    assert len(outbox) == 0


def test_what_is_lost_is_logged_if_nobody_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Outbox(":memory:", limit=1) as outbox:
        outbox.put(event())
        message = outbox.put(event("Ended"))
        outbox.discard(message, DiscardReason.FAILED, ValueError("no"))
        outbox.discard(outbox.put(event()), DiscardReason.OTHER_VERSION)
        answer = v201.TransactionEventResponse()
        outbox.delivered(outbox.put(event()), event(), answer)
    assert caplog.messages == [
        "dropped, as the outbox is full: message 1, TransactionEvent of 'T1'",
        "discarded (no): message 2, TransactionEvent of 'T1'",
        "discarded (other version): message 3, TransactionEvent of 'T1'",
    ]
    assert whose(caplog, "d") == {(None, None)}  # it has not been forwarded yet


def test_what_is_lost_is_logged_with_whose_it_was(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Outbox(":memory:", limit=1) as outbox:
        with outbox.forwarding(lambda: None, "CP001", "2.0.1"):
            outbox.discard(outbox.put(event()), DiscardReason.OTHER_VERSION)
        assert whose(caplog, "other version") == {("CP001", "2.0.1")}
        outbox.put(event())
        outbox.put(event("Ended"))
    assert whose(caplog, "as the outbox is full") == {("CP001", None)}


def test_a_message_is_held_until_it_is_gone(outbox: Outbox) -> None:
    first, second = outbox.put(event()), outbox.put(event())
    outbox.hold(first, 60.0)
    assert outbox.held_until(first) == 60.0
    assert outbox.held_until(second) is None
    outbox.hold(second, 70.0)  # one at a time is sent, so the first one is gone
    assert outbox.held_until(first) is None


# --- The file -------------------------------------------------------------------------


def test_a_full_disk(tmp_path: Path, told: list[Outcome]) -> None:
    with Outbox(tmp_path / "outbox.db", on_outcome=told.append) as outbox:
        outbox.put(start(), transaction="one")
        pages = database(outbox).execute("PRAGMA page_count").fetchone()[0]
        database(outbox).execute(f"PRAGMA max_page_count = {pages}")
        before = list(outbox)
        big = event(meter_value=BIG)
        with pytest.raises(OutboxError, match="database or disk is full"):
            outbox.put(big)
        assert list(outbox) == before
        database(outbox).execute("PRAGMA max_page_count = 1000")
        assert outbox.put(big).number == 2
    assert told == []


def test_a_closed_outbox() -> None:
    outbox = Outbox(":memory:")
    outbox.close()
    outbox.close()
    with pytest.raises(OutboxError, match="closed"):
        outbox.put(event())
    with pytest.raises(OutboxError, match="closed"):
        outbox.first()


def test_an_interrupted_put_leaves_nothing(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> int:
        raise KeyboardInterrupt

    outbox.put(start(), transaction="one")
    before = list(outbox)
    with monkeypatch.context() as patch:
        patch.setattr("ocpp_rpc.station.outbox.drop_rank", interrupt)
        with pytest.raises(KeyboardInterrupt):
            outbox.put(meter(), transaction="one")
    assert not database(outbox).in_transaction
    assert list(outbox) == before
    assert database(outbox).execute("SELECT * FROM series").fetchall() == []
    assert outbox.put(meter(), transaction="one").number == 2
