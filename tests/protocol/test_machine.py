r"""Two sessions converse over a channel that loses, repeats, reorders and delays.

Hypothesis chooses what the two programs and the channel do; time is virtual. Beside
each session goes a `Ledger`, which keeps the books by the rules: which calls wait, are
in flight or are over, which replies are owed, which frames are due. After every step
the session has reported exactly the events that the ledger expects, and it writes
exactly the frames that are due, when they are.

    pytest tests/protocol/test_machine.py --hypothesis-profile=long \
        --timeout=0 -o faulthandler_timeout=0

plays many more and longer conversations, and looks for the shortest one that fails.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, Final, TypeAlias

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import ocpp_messages
from ocpp_messages import Model, Role, VersionPackage, v21
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.error_codes import read_code
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallQueued,
    CallReceived,
    CallRefused,
    CallStarted,
    CallSucceeded,
    Closed,
    Event,
    FrameMended,
    FrameReceived,
    FrameSent,
    Opened,
    ResultRefused,
    SendDropped,
    SendReceived,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.session import Session

NEWER: Final = frozenset({ResultRefused, SendReceived, SendDropped})
"""What happens from OCPP 2.1 on only."""

EXAMPLES: Final = {"1.6": 120, "2.1": 120}
FEW: Final = 25
SHORT: Final = settings(
    stateful_step_count=50,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
)

MOMENT: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
STREAM: Final = v21.NotifyPeriodicEventStream(
    id=1, pending=0, basetime=MOMENT, data=[v21.StreamDataElementType(t=1.0, v="x")]
)

RESULTS: Final = {
    "ClearCache": {"status": "Accepted"},
    "Heartbeat": {"currentTime": "2026-01-31T12:00:00Z"},
}
"""Two actions of every version, one in each direction, and their results."""

Frame: TypeAlias = list[Any]
Fact: TypeAlias = tuple[object, ...]
"""An event, as far as the ledger knows it: its type, the id, and what it says."""


SAYS: Final[Mapping[type[Event], Callable[[Any], Fact]]] = {
    CallQueued: lambda event: (),
    CallStarted: lambda event: (event.waited,),
    CallSucceeded: lambda event: (event.duration,),
    CallCancelled: lambda event: (event.duration,),
    CallFailed: lambda event: (reason(event.error), event.duration),
    CallReceived: lambda event: (),
    CallAnswered: lambda event: (isinstance(event.outcome, Model), event.duration),
    CallRefused: lambda event: (event.error.code,),
    SendReceived: lambda event: (),
    SendDropped: lambda event: (),
    StrayReply: lambda event: (event.kind,),
    ResultRefused: lambda event: (event.error.code,),
}


_PLAIN = Opened | Closed | BadMessage | FrameMended | FrameReceived | FrameSent


def fact(event: Event) -> Fact:
    """Reduce an event to what the ledger expects of it."""
    if isinstance(event, _PLAIN):
        return (type(event),)
    return type(event), event.id, *SAYS[type(event)](event)


def reason(error: OcppRpcError) -> Fact:
    match error:
        case CallTimeout() | ConnectionClosed():
            return type(error), error.sent
        case OcppError():
            return OcppError, error.code, error.description, error.details
        case _:
            return (type(error),)


@dataclass(slots=True)
class Made:
    """A call that was made and is not settled."""

    id: str
    made: float
    timeout: float | None
    deadline: float | None
    written: float | None = None

    def is_overdue(self, now: float) -> bool:
        return self.deadline is not None and now >= self.deadline

    def age(self, now: float) -> float:
        return 0.0 if self.written is None else now - self.written


class Ledger:
    """What one side has to report and to write, by the rules."""

    def __init__(self, version: str, action: str) -> None:
        self.version = version
        self.action = action
        self.limits = Limits()
        self.draining = False
        self.waiting: dict[str, Made] = {}
        self.in_flight: dict[str, Made] = {}
        self.over: dict[str, StrayKind] = {}
        self.owed: dict[str, float] = {}
        self.due: deque[Frame] = deque()
        self.facts: list[Fact] = []

    @property
    def pending(self) -> dict[str, Made]:
        return self.in_flight | self.waiting

    @property
    def next_deadline(self) -> float | None:
        deadlines = (made.deadline for made in self.pending.values())
        return min((d for d in deadlines if d is not None), default=None)

    @property
    def is_full(self) -> bool:
        room = self.limits.max_in_flight + self.limits.max_waiting
        return len(self.pending) >= room

    # Calls of this side.

    def call(
        self, message_id: str, now: float, timeout: float | None, total: float | None
    ) -> None:
        deadline = None if total is None else now + total
        self.waiting[message_id] = Made(message_id, now, timeout, deadline)
        self.facts.append((CallQueued, message_id))

    def cancel(self, message_id: str, now: float) -> None:
        made = self.pending.get(message_id)
        if made is not None:
            self.settle(made, CallCancelled, then=StrayKind.LATE, now=now)

    def settle(self, made: Made, *what: object, then: StrayKind, now: float) -> None:
        kind, *rest = what
        self.facts.append((kind, made.id, *rest, made.age(now)))
        if made.written is not None:
            self.over[made.id] = then
        self.waiting.pop(made.id, None)
        self.in_flight.pop(made.id, None)

    def time_out(self, made: Made, now: float) -> None:
        error = CallTimeout, made.written is not None
        self.settle(made, CallFailed, error, then=StrayKind.LATE, now=now)

    def expire(self, now: float) -> None:
        for made in self.pending.values():
            if made.is_overdue(now):
                self.time_out(made, now)

    def write(self, now: float) -> Frame | None:
        """Return the frame that is to be written now."""
        if self.due:
            return self.due.popleft()
        for made in list(self.waiting.values()):
            if len(self.in_flight) >= self.limits.max_in_flight:
                break
            if not made.is_overdue(now):
                return self.start(made, now)
            self.time_out(made, now)
        return None

    def start(self, made: Made, now: float) -> Frame:
        self.in_flight[made.id] = self.waiting.pop(made.id)
        made.written = now
        if made.timeout is not None:
            ends = (now + made.timeout, made.deadline)
            made.deadline = min(end for end in ends if end is not None)
        self.facts.append((CallStarted, made.id, now - made.made))
        return [2, made.id, self.action, {}]

    def lose(self, now: float) -> None:
        for made in self.pending.values():
            error = ConnectionClosed, made.written is not None
            self.settle(made, CallFailed, error, then=StrayKind.UNKNOWN, now=now)
        self.facts.append((Closed,))
        self.due.clear()
        self.owed.clear()

    # What comes in.

    def receive(self, frame: Frame, now: float) -> None:
        receivers = {
            2: self.receive_call,
            3: self.receive_result,
            4: self.receive_error,
        }
        kind, message_id, *rest = frame
        if kind in receivers:
            receivers[kind](message_id, rest, now)
        elif kind == 5:
            self.facts.append((ResultRefused, message_id, rest[0]))
        else:
            full = len(self.owed) >= self.limits.max_unanswered
            self.facts.append((SendDropped if full else SendReceived, message_id))

    def receive_call(self, message_id: str, rest: Frame, now: float) -> None:
        code = self.refusal(message_id, rest[0])
        if code is None:
            self.owed[message_id] = now
            self.facts.append((CallReceived, message_id))
        else:
            self.due.append([4, message_id, DIALECTS[self.version].spell(code)])
            self.facts.append((CallRefused, message_id, code))

    def refusal(self, message_id: str, action: str) -> ErrorCode | None:
        if message_id in self.owed:
            return DIALECTS[self.version].id_in_use
        if action == "Nonsense":
            return ErrorCode.NOT_IMPLEMENTED
        if self.draining or len(self.owed) >= self.limits.max_unanswered:
            return ErrorCode.GENERIC_ERROR
        return None

    def receive_result(self, message_id: str, rest: Frame, now: float) -> None:
        made = self.replied(message_id)
        if made is None:
            return
        if rest != [{}]:
            self.settle(made, CallSucceeded, then=StrayKind.DUPLICATE, now=now)
            return
        error = (InvalidResponse,)
        self.settle(made, CallFailed, error, then=StrayKind.DUPLICATE, now=now)
        if self.version == "2.1":
            self.due.append([5, message_id, "OccurrenceConstraintViolation"])

    def receive_error(self, message_id: str, rest: Frame, now: float) -> None:
        made = self.replied(message_id)
        if made is not None:
            code, *more = rest
            error = OcppError, read_code(code), *more
            self.settle(made, CallFailed, error, then=StrayKind.DUPLICATE, now=now)

    def replied(self, message_id: str) -> Made | None:
        made = self.in_flight.get(message_id)
        if made is None:
            kind = self.over.get(message_id, StrayKind.UNKNOWN)
            self.facts.append((StrayReply, message_id, kind))
        return made

    def answer(self, frame: Frame, now: float) -> None:
        received = self.owed.pop(frame[1])
        self.due.append(frame)
        self.facts.append((CallAnswered, frame[1], frame[0] == 3, now - received))


class Side:
    """A session, its ledger, and the frames on their way to it."""

    def __init__(
        self, package: VersionPackage, role: Role, own: str, peer: str
    ) -> None:
        self.session = Session(package, role)
        self.ledger = Ledger(package.VERSION, own)
        self.request = package.PROCEDURES[own].request()
        answer = package.PROCEDURES[peer].response
        assert answer is not None
        self.response = package.from_jsonable(answer, RESULTS[peer])
        self.result = RESULTS[peer]
        self.calls = 0
        self.on_their_way: list[Frame] = []

    def limit(self, limits: Limits) -> None:
        self.session.limits = self.ledger.limits = limits

    def call(self, now: float, timeout: float | None, total: float | None) -> None:
        self.calls += 1
        message_id = str(self.calls)
        if self.ledger.is_full:
            with pytest.raises(QueueFull):
                self.session.call(message_id, self.request, now)
            return
        self.session.call(
            message_id, self.request, now, timeout=timeout, total_timeout=total
        )
        self.ledger.call(message_id, now, timeout, total)

    def cancel(self, message_id: str, now: float) -> None:
        self.session.cancel(message_id, now)
        self.ledger.cancel(message_id, now)

    def expire(self, now: float) -> None:
        self.session.expire(now)
        self.ledger.expire(now)

    def write(self, now: float) -> Frame | None:
        """Write a frame, which is the one that is due, or none if none is."""
        text, due = self.session.next_to_send(now), self.ledger.write(now)
        if text is None:
            assert due is None
            return None
        assert due is not None
        frame: Frame = json.loads(text)
        assert frame[: len(due)] == due
        return frame

    def receive(self, frame: Frame, now: float) -> None:
        self.session.receive(json.dumps(frame), now)
        self.ledger.receive(frame, now)

    def reply(self, message_id: str, now: float) -> None:
        self.session.reply(message_id, self.response, now)
        self.ledger.answer([3, message_id, self.result], now)

    def fail(self, message_id: str, error: OcppError, now: float) -> None:
        self.session.fail(message_id, error, now)
        code = self.session.dialect.spell(error.code)
        frame = [4, message_id, code, error.description, error.details]
        self.ledger.answer(frame, now)

    def make_mistakes(self, now: float) -> None:
        """Call with an id that is taken, and reply to nobody."""
        for message_id in self.ledger.pending:
            with pytest.raises(CannotSend):
                self.session.call(message_id, self.request, now)
        for message_id in {"x", "1", "2", "3"} - self.ledger.owed.keys():
            with pytest.raises(CannotSend):
                self.session.reply(message_id, self.response, now)

    def lose(self, now: float) -> None:
        """Lose the connection; nothing is left over, and nothing happens any more."""
        self.session.connection_lost(1006, "", now)
        self.ledger.lose(now)
        self.agree()
        with pytest.raises(ConnectionClosed):
            self.session.call("x", self.request, now)
        for frame in self.on_their_way:
            self.session.receive(json.dumps(frame), now)
        self.session.connection_lost(1000, "", now)
        assert self.session.next_to_send(now) is None
        self.agree()

    def agree(self) -> None:
        """The session and its ledger tell the same story."""
        facts, self.ledger.facts = self.ledger.facts, []
        assert [fact(event) for event in self.session.events()] == facts
        assert self.session.unanswered == len(self.ledger.owed)
        assert self.session.next_deadline == self.ledger.next_deadline


SIDE: Final = st.sampled_from([0, 1])
PICK: Final = st.integers(0, 99)
SECONDS: Final = st.sampled_from([None, None, 0.0, 1.0, 2.5, 10.0])
LIMITS: Final = st.builds(
    Limits,
    max_in_flight=st.sampled_from([0, 1, 1, 2, 3]),
    max_waiting=st.sampled_from([0, 1, 3, 1000]),
    max_unanswered=st.sampled_from([0, 1, 2, 100]),
)
ERRORS: Final = st.builds(
    OcppError,
    st.sampled_from(ErrorCode),
    st.text(max_size=3),
    st.sampled_from([{}, {"a": [1, None]}]),
)


def repeat(frames: list[Frame], place: int) -> None:
    frames.append(list(frames[place]))


def lose(frames: list[Frame], place: int) -> None:
    del frames[place]


def spoil(frames: list[Frame], place: int) -> None:
    """Make a call one of an unknown action, and empty a result."""
    number, message_id, *rest = frames[place]
    spoilt: dict[int, Frame] = {2: ["Nonsense", {}], 3: [{}]}
    frames[place] = [number, message_id, *spoilt.get(number, rest)]


MISHAPS: Final = {"repeat": repeat, "lose": lose, "spoil": spoil}
TRAFFIC: Final = st.lists(
    st.tuples(
        st.sampled_from(["call", *["write", "deliver", "reply"] * 3, *MISHAPS]),
        PICK,
    ),
    min_size=5,
    max_size=30,
)


class Conversation(RuleBasedStateMachine):
    """What the two programs and the channel between them may do."""

    version: ClassVar[str]
    seen: ClassVar[set[object]]

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.connect()

    def connect(self) -> None:
        package = ocpp_messages.load(self.version)
        self.sides = (
            Side(package, package.STATION, "Heartbeat", "ClearCache"),
            Side(package, package.BACK_OFFICE, "ClearCache", "Heartbeat"),
        )
        self.steps = 0

    @invariant()
    def nothing_else_happened(self) -> None:
        self.steps += 1
        for side in self.sides:
            self.seen.update(kind for kind, *_ in side.ledger.facts)
            side.agree()

    # The programs, and time.

    @rule(side=SIDE, count=st.integers(1, 3), timeout=SECONDS, total=SECONDS)
    def call(
        self, side: int, count: int, timeout: float | None, total: float | None
    ) -> None:
        for _ in range(count):
            self.sides[side].call(self.now, timeout, total)

    @precondition(lambda self: self.version == "2.1" and self.steps % 3 == 0)
    @rule()
    def send(self) -> None:
        station = self.sides[0]
        station.session.send("s", STREAM)
        station.ledger.due.append([6, "s", "NotifyPeriodicEventStream"])

    @precondition(lambda self: self.version == "2.1" and self.steps % 3 == 1)
    @rule()
    def send_to_a_busy_peer(self) -> None:
        self.sides[1].limit(Limits(max_unanswered=0))
        self.send()
        self.exchange()

    @precondition(lambda self: any(side.ledger.pending for side in self.sides))
    @rule(pick=PICK)
    def cancel(self, pick: int) -> None:
        calls = [(side, name) for side in self.sides for name in side.ledger.pending]
        side, message_id = calls[pick % len(calls)]
        side.cancel(message_id, self.now)

    @precondition(lambda self: any(side.ledger.owed for side in self.sides))
    @rule(pick=PICK, error=ERRORS)
    def fail(self, pick: int, error: OcppError) -> None:
        calls = [(side, name) for side in self.sides for name in side.ledger.owed]
        side, message_id = calls[pick % len(calls)]
        side.fail(message_id, error, self.now)

    @precondition(lambda self: self.steps % 5 == 0)
    @rule(side=SIDE)
    def make_mistakes(self, side: int) -> None:
        self.sides[side].make_mistakes(self.now)

    @rule(side=SIDE, limits=LIMITS)
    def change_limits(self, side: int, limits: Limits) -> None:
        self.sides[side].limit(limits)

    @precondition(lambda self: self.steps > 20)
    @rule(side=SIDE)
    def drain(self, side: int) -> None:
        self.sides[side].session.drain()
        self.sides[side].ledger.draining = True

    @rule(seconds=st.sampled_from([0.5, 1.0, 5.0]), noticed=st.booleans())
    def time_passes(self, seconds: float, noticed: bool) -> None:
        self.now += seconds
        if noticed:
            for side in self.sides:
                side.expire(self.now)

    # The channel.

    @rule(traffic=TRAFFIC)
    def pass_traffic(self, traffic: list[tuple[str, int]]) -> None:
        for what, pick in traffic:
            side, peer = self.sides if pick % 2 else reversed(self.sides)
            self.pass_one(what, side, peer, pick // 2)

    def pass_one(self, what: str, side: Side, peer: Side, pick: int) -> None:
        """Let one thing happen, if it can."""
        frames, owed = side.on_their_way, list(side.ledger.owed)
        if what == "call":
            side.call(self.now, None, None)
        elif what == "write":
            self.write(side, peer)
        elif what == "reply" and owed:
            side.reply(owed[pick % len(owed)], self.now)
        elif what == "deliver" and frames:
            side.receive(frames.pop(pick % len(frames)), self.now)
        elif what in MISHAPS and frames:
            MISHAPS[what](frames, pick % len(frames))

    def write(self, side: Side, peer: Side) -> None:
        frame = side.write(self.now)
        if frame is not None:
            peer.on_their_way.append(frame)

    @precondition(lambda self: self.steps > 20)
    @rule(side=SIDE)
    def reconnect(self, side: int) -> None:
        self.sides[side].lose(self.now)
        self.sides[1 - side].lose(self.now)
        self.connect()

    @precondition(lambda self: self.steps > 20)
    @rule()
    def come_to_rest(self) -> None:
        """When everything has arrived, been answered or been given up, nothing is left.

        That nothing is pending shows in a queue for one call, which is not full.
        """
        for side in self.sides:
            side.limit(Limits())
        self.exchange()
        self.now += 1000.0
        for side in self.sides:
            side.expire(self.now)
        self.exchange()
        for side in self.sides:
            for message_id in side.ledger.pending:
                side.cancel(message_id, self.now)
            assert side.session.unanswered == 0
            assert side.session.next_deadline is None
            side.limit(Limits(max_in_flight=0, max_waiting=1))
            side.call(self.now, None, None)
            assert len(side.ledger.waiting) == 1
        self.steps = 0

    def exchange(self) -> None:
        """Write, deliver and answer until there is nothing left to."""
        while any([self.exchange_to(0), self.exchange_to(1)]):
            pass

    def exchange_to(self, number: int) -> bool:
        side, peer = self.sides[number], self.sides[1 - number]
        frames, side.on_their_way = side.on_their_way, []
        while (frame := peer.write(self.now)) is not None:
            frames.append(frame)
        for frame in frames:
            side.receive(frame, self.now)
        for message_id in list(side.ledger.owed):
            side.reply(message_id, self.now)
        return bool(frames)


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
def test_conversations(version: str) -> None:
    seen: set[object] = set()
    machine = type("Machine", (Conversation,), {"version": version, "seen": seen})
    short = settings(SHORT, max_examples=EXAMPLES.get(version, FEW))
    long = settings.get_current_profile_name() == "long"
    run_state_machine_as_test(machine, settings=settings() if long else short)
    if version in EXAMPLES:
        assert SAYS.keys() - seen == (set() if version == "2.1" else NEWER)
