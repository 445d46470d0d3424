"""Fuzzing of `Session.receive` with near-valid messages.

A message is made of parts that are right, or nearly; then the parts are tampered with,
and so is the text they make.

    python -m tests.protocol.fuzzing --minutes 5

checks such messages for that long, and adds the shortest one for each broken law to the
seeds, which the tests check first.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any, Final, cast

import ocpp_messages
from ocpp_messages import Role
from tests.protocol.rules import IDS, MOMENT, PLAIN, Broken, Case, check

__all__ = ["Maker", "cases", "read_seeds", "search"]

SEEDS: Final = Path(__file__).with_name("fuzz_seeds.jsonl")


# --- Parts, as JSON text --------------------------------------------------------------

_TYPES_ODD: Final = (
    *("0", "1", "7", "-2", "2.0", "2e0", '"2"', "null", "true", "[2]", "{}", "02"),
    *("+2", "2 2", "9" * 400, "9" * 5000, "NaN", ""),
)
_IDS: Final = (*(f'"{known}"' for known in IDS), '"1"', f'"{"-" * 36}"')
_IDS_ODD: Final = (
    *('""', '"-1"', "1", "null", '["a"]', "{}", "'a'", '"a', 'a"', '"\\u0061"'),
    *('"\\ud800"', '"\ud800"', '"\\ud83d\\ude00"', '"é😀"', '"\\n"', '"\n"'),
    *('"\\u0000"', '"\x00"', '"\\""', '"\\x"', '"a\x7f"', '"\u2028"'),
    *(f'"{"x" * length}"' for length in (37, 255, 256, 5000)),
)
_ACTIONS_ODD: Final = (
    *('""', "null", "5", "[]", '["Heartbeat"]', '{"a":1}', '"heartbeat"'),
    *('"HeartbeatRequest"', '"Heartbeat.req"', '"Heartbeat "', '"\\u0048eartbeat"'),
    *('"Nonsense"', '"\\ud800"', '"😀"', f'"{"x" * 300}"', '"__class__"'),
)
_EXTREMES: Final = (
    *("9" * digits for digits in (20, 400, 4299, 4301)),
    *("[" * depth + "]" * depth for depth in (10, 190, 210, 2000)),
    *('{"a":' * depth + "1" + "}" * depth for depth in (10, 190, 210, 2000)),
)
_PAYLOADS_ODD: Final = (
    *("null", "[]", '""', '"{}"', "0", "true", "", "{", "}", "{}}", "{}]", "{},{}"),
    *('{"a":}', '{"a":1,}', "{'a':1}", '{"a":1 "b":2}', "{a:1}", '{"a":01}'),
    *('{"a":NaN}', '{"a":-Infinity}', '{"a":1e999}', '{"a":.5}', '{"a":1.}'),
    *(
        '{"a":1,"a":2}',
        '{"vendorId":1,"vendorId":"x"}',
        '{"vendorId":"x","vendorId":1}',
    ),
    *('{"a":"\\ud800"}', '{"a":"\ud800"}', '{"\ud800":1}', '{"a":"\\ud83d\\ude00"}'),
    *('{"a":"\x00"}', '{"a":"\\u0000"}', '{"":{}}', '{"a":"NaN"}', '{"a":"]"}'),
    *("{/**/}", '{"a":"\\q"}', '{"a":"\t"}', "\u00a0{}", '{"a":"\x7f"}'),
    *(f'{{"vendorId":"x","data":{extreme}}}' for extreme in _EXTREMES),
)
_CODES: Final = ('"GenericError"', '"FormationViolation"', '"Odd"', '"InternalError"')
_TEXTS: Final = ('""', '"why"', '"é"', f'"{"x" * 300}"')
_DETAILS: Final = ("{}", '{"a":[1,{}]}', "null", '{"a":1e999}')

_VALID_1X: Final[Mapping[str, str]] = {
    "Authorize": '{"idTag":"T1"}',
    "BootNotification": '{"chargePointVendor":"Acme","chargePointModel":"X1"}',
    "ChangeConfiguration": '{"key":"a","value":"b"}',
    "DataTransfer": '{"vendorId":"x","messageId":"m","data":"NaN"}',
    "MeterValues": (
        f'{{"connectorId":1,"meterValue":[{{"timestamp":"{MOMENT}",'
        '"sampledValue":[{"value":"1.5","unit":"Wh"}]}]}'
    ),
    "RemoteStartTransaction": '{"connectorId":1,"idTag":"T1"}',
    "Reset": '{"type":"Soft"}',
    "StartTransaction": (
        f'{{"connectorId":1,"idTag":"T1","meterStart":0,"timestamp":"{MOMENT}"}}'
    ),
    "StatusNotification": (
        '{"connectorId":1,"errorCode":"NoError","status":"Available"}'
    ),
}
_VALID_2X: Final[Mapping[str, str]] = {
    "BootNotification": (
        '{"reason":"PowerUp","chargingStation":{"model":"X1","vendorName":"Acme"}}'
    ),
    "DataTransfer": (
        '{"vendorId":"x","data":{"a":[1,null,"é"]},"customData":{"vendorId":"y","z":1}}'
    ),
    "Reset": '{"type":"Immediate"}',
    "SetVariables": (
        '{"setVariableData":[{"attributeValue":"1",'
        '"component":{"name":"c"},"variable":{"name":"v"}}]}'
    ),
    "StatusNotification": (
        f'{{"timestamp":"{MOMENT}","connectorStatus":"Available",'
        '"evseId":1,"connectorId":1}'
    ),
    "TransactionEvent": (
        f'{{"eventType":"Started","timestamp":"{MOMENT}","triggerReason":"Authorized",'
        '"seqNo":0,"transactionInfo":{"transactionId":"t"},"meterValue":'
        f'[{{"timestamp":"{MOMENT}","sampledValue":[{{"value":1.5}}]}}]}}'
    ),
}
_STREAM: Final = (
    f'{{"id":1,"pending":0,"basetime":"{MOMENT}","data":[{{"t":1.5,"v":"x"}}]}}'
)

_VALUES_ODD: Final[Sequence[Any]] = (
    *(None, True, 0, -1, 1.5, 10**30, 1e300, "", "x" * 600, "2026-02-30T00:00:00Z"),
    *([], {}, [None], {"a": None}, "\ud800", "😀", float("nan"), "\x00"),
)
_NAMES_ODD: Final = ("extra", "customData", "vendorId", "\ud800", "")
_CHARACTERS: Final = "[]{}\",:\\ \t\n0123456789-+.eEaNu'\x00\ufeff\xa0\ud800é😀"
_SPACES: Final = ("", "", "", "", " ", "\t", "\r\n", "  ")
_SPACES_ODD: Final = ("\ufeff", "\xa0", "\x0b", "\x00", "//\n", "x")


# --- Messages -------------------------------------------------------------------------


class Maker:
    """Makes messages for one receiver.

    Args:
        random: Where chance comes from.
        version: The version of OCPP.
        receiver: Who receives the messages.
    """

    def __init__(self, random: Random, version: str, receiver: Role) -> None:
        self._random = random
        self._version = version
        self._receiver = receiver
        self._actions = tuple(ocpp_messages.load(version).PROCEDURES)
        valid = _VALID_1X if version.startswith("1") else _VALID_2X
        requests = {action: request for action, (request, _) in PLAIN.items()}
        self._valid = (*valid.items(), *requests.items())
        self._frames = {
            "2": self._call,
            "3": self._result,
            "4": self._error,
            "5": self._error,
            "6": self._send,
        }
        self._parts = (self._type, self._id, self._action, self._payload, self._details)
        self._edits = (
            *(self._replace, self._insert, self._remove, self._truncate),
            *(self._splice, self._cut, self._repeat),
        )

    def case(self) -> Case:
        """Return the next one."""
        text = self._text()
        while self._happens(0.25):
            here, there = sorted(self._random.randint(0, len(text)) for _ in range(2))
            text = self._random.choice(self._edits)(text, here, there)
        return Case(self._version, self._receiver, text)

    def _happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def _pick(self, pool: Sequence[str], odd: Sequence[str], chance: float) -> str:
        return self._random.choice(odd if self._happens(chance) else pool)

    def _text(self) -> str:
        parts = self._any_parts() if self._happens(0.15) else self._frame()
        while self._happens(0.25):
            self._tamper(parts)
        separator = self._space() + "," + self._space()
        body = self._space() + separator.join(parts) + self._space()
        return f"{self._space()}[{body}]{self._space()}"

    def _space(self) -> str:
        return self._pick(_SPACES, _SPACES_ODD, 0.01)

    # Frames with every part in its place, most of them right.

    def _frame(self) -> list[str]:
        number = self._random.choice("22233456")
        return [number, self._pick(_IDS, _IDS_ODD, 0.1), *self._frames[number]()]

    def _call(self) -> list[str]:
        if self._happens(0.2):
            return [self._action(), self._payload()]
        action, payload = self._random.choice(self._valid)
        return [f'"{action}"', self._perhaps_changed(payload)]

    def _result(self) -> list[str]:
        response = self._random.choice([response for _, response in PLAIN.values()])
        return [self._perhaps_changed(response)]

    def _error(self) -> list[str]:
        code = self._pick(_CODES, _ACTIONS_ODD, 0.1)
        return [code, self._random.choice(_TEXTS), self._random.choice(_DETAILS)]

    def _send(self) -> list[str]:
        if self._happens(0.2):
            return self._call()
        return ['"NotifyPeriodicEventStream"', self._perhaps_changed(_STREAM)]

    # Parts of any kind.

    def _any_parts(self) -> list[str]:
        return [self._any_part(place) for place in range(self._random.randint(0, 7))]

    def _any_part(self, place: int) -> str:
        """A part that belongs in a place, or anywhere."""
        if place >= len(self._parts) or self._happens(0.3):
            return self._random.choice(self._parts)()
        return self._parts[place]()

    def _type(self) -> str:
        return self._pick("23456", _TYPES_ODD, 0.3)

    def _id(self) -> str:
        return self._pick(_IDS, _IDS_ODD, 0.5)

    def _action(self) -> str:
        return self._pick([f'"{a}"' for a in self._actions], _ACTIONS_ODD, 0.3)

    def _payload(self) -> str:
        valid = [payload for _, payload in self._valid]
        return self._perhaps_changed(self._pick(valid, _PAYLOADS_ODD, 0.5))

    def _details(self) -> str:
        return self._pick(_DETAILS, _PAYLOADS_ODD, 0.5)

    def _tamper(self, parts: list[str]) -> None:
        """Replace, insert, repeat or remove a part."""
        here = self._random.randint(0, len(parts))
        until = here + self._random.randint(0, 1)
        part = parts[here:until] if self._happens(0.2) else [self._any_part(here)]
        parts[here:until] = part * self._random.randint(0, 2)

    # Changes within a payload.

    def _perhaps_changed(self, payload: str) -> str:
        """A payload, some of the time with one value replaced, added or removed."""
        if payload in _PAYLOADS_ODD or self._happens(0.6):
            return payload
        value = json.loads(payload)
        self._change(value)
        return json.dumps(value, ensure_ascii=self._happens(0.5))

    def _change(self, value: dict[str, Any] | list[Any]) -> None:
        places = [*(value if isinstance(value, dict) else range(len(value)))]
        place = self._random.choice([*places, None])
        if place is None:
            self._add(value)
        else:
            self._change_at(cast(dict[Any, Any], value), place)

    def _add(self, value: dict[str, Any] | list[Any]) -> None:
        odd = self._random.choice(_VALUES_ODD)
        if isinstance(value, dict):
            value[self._random.choice(_NAMES_ODD)] = odd
        else:
            value.append(odd)

    def _change_at(self, value: dict[Any, Any], place: Any) -> None:
        if isinstance(value[place], dict | list) and self._happens(0.7):
            self._change(value[place])
        elif self._happens(0.3):
            del value[place]
        else:
            value[place] = self._random.choice(_VALUES_ODD)

    # Changes of the text, as of a bad connection or an attacker.

    def _replace(self, text: str, here: int, _there: int) -> str:
        return text[:here] + self._random.choice(_CHARACTERS) + text[here + 1 :]

    def _insert(self, text: str, here: int, _there: int) -> str:
        return text[:here] + self._random.choice(_CHARACTERS) + text[here:]

    def _remove(self, text: str, here: int, _there: int) -> str:
        return text[:here] + text[here + 1 :]

    def _truncate(self, text: str, here: int, _there: int) -> str:
        return text[:here]

    def _cut(self, text: str, here: int, there: int) -> str:
        return text[:here] + text[there:]

    def _repeat(self, text: str, here: int, there: int) -> str:
        return text[:there] + text[here:]

    def _splice(self, text: str, here: int, _there: int) -> str:
        other = self._text()
        return text[:here] + other[self._random.randint(0, len(other)) :]


def cases(seed: int) -> Iterator[Case]:
    """Make cases for every version and both roles in turn, without end."""
    random = Random(seed)
    packages = [ocpp_messages.load(version) for version in ocpp_messages.VERSIONS]
    makers = [
        Maker(random, package.VERSION, role)
        for package in packages
        for role in (package.STATION, package.BACK_OFFICE)
    ]
    return (maker.case() for maker in cycle(makers))


# --- Seeds and the command ------------------------------------------------------------


def read_seeds() -> list[Case]:
    """Return the cases that were found."""
    lines = SEEDS.read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [Case(s["version"], Role(s["receiver"]), s["text"]) for s in found]


def _add_seed(case: Case) -> None:
    seed = {"version": case.version, "receiver": case.receiver, "text": case.text}
    with SEEDS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(seed) + "\n")


def search(candidates: Iterable[Case]) -> Iterator[tuple[str, Case]]:
    """Return the faults among some cases: the first of its kind in each version.

    Yields:
        The name of the law that is broken, or of an exception, and the shortest case
        that was found for it.
    """
    found: set[tuple[str, str]] = set()
    for case in candidates:
        fault = _fault(case)
        if fault is not None and (fault, case.version) not in found:
            found.add((fault, case.version))
            yield fault, _shortest(case, fault)


def _fault(case: Case) -> str | None:
    try:
        check(case)
    except Broken as broken:
        return broken.law
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return type(error).__name__
    return None


def _shortest(case: Case, fault: str) -> Case:
    """Leave pieces out, as long as the fault stays: large ones, then small ones."""
    size = len(case.text) // 2
    while size:
        for start in range(0, len(case.text), size):
            shorter = case.text[:start] + case.text[start + size :]
            if _fault(replace(case, text=shorter)) == fault:
                case = replace(case, text=shorter)
                break
        else:
            size //= 2
    return case


def main() -> int:
    """Check messages for some time; the exit code is 1 if there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.protocol.fuzzing")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=Random().getrandbits(32))
    arguments = parser.parse_args()
    end = time.monotonic() + 60 * arguments.minutes
    tried = faults = 0

    def candidates() -> Iterator[Case]:
        nonlocal tried
        for case in cases(arguments.seed):
            if time.monotonic() > end:
                return
            tried += 1
            yield case

    for fault, case in search(candidates()):
        faults += 1
        _add_seed(case)
        sys.stdout.write(f"{fault}: {case}\n")
    sys.stdout.write(f"{tried} messages, {faults} faults, seed {arguments.seed}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
