"""Our verdict on a sample beside that of the schema.

A sample passes when both verdicts agree, or differ as `disagreements.toml` says. An
accepted sample must also come back from its objects as it went in; a refused one must
be refused at the place and for the fault that it was made with.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ocpp_messages import DecodeError, ViolationKind
from tests.oracle.disagreements import Disagreement, Verdict
from tests.oracle.faults import Fault
from tests.oracle.oracle import Oracle
from tests.oracle.samples import Json, Sample, json_path, written_back

__all__ = ["KINDS", "Codec", "Subject", "complaints", "same"]

KINDS: Final[Mapping[Fault, ViolationKind]] = {
    Fault.MISSING: ViolationKind.MISSING,
    Fault.EXTRA: ViolationKind.EXTRA,
    Fault.TYPE: ViolationKind.TYPE,
    Fault.NULL: ViolationKind.TYPE,
    Fault.POINT: ViolationKind.TYPE,
    Fault.ENUM: ViolationKind.VALUE,
    Fault.LONG: ViolationKind.LENGTH,
    Fault.FEW: ViolationKind.COUNT,
    Fault.MANY: ViolationKind.COUNT,
    Fault.LOW: ViolationKind.RANGE,
    Fault.HIGH: ViolationKind.RANGE,
    Fault.STEP: ViolationKind.RANGE,
    Fault.DATE_TIME: ViolationKind.FORMAT,
    Fault.URI: ViolationKind.FORMAT,
}
"""How a violation is called, by the fault that it is about."""


@dataclass(frozen=True)
class Codec:
    """How one message of ours is read and written.

    Attributes:
        loads: Text to object; raises `DecodeError`.
        dumps: Object to text.
        to_jsonable: Object to plain values.
    """

    loads: Callable[[str], Any]
    dumps: Callable[[Any], str]
    to_jsonable: Callable[[Any], Any]


@dataclass(frozen=True)
class Subject:
    """One message, its schema, and our side of it.

    Attributes:
        source: Of the schema: a version, or a bundle such as "npm 1.6".
        message: Its name.
        oracle: The judge by the schema.
        codec: Ours.
    """

    source: str
    message: str
    oracle: Oracle
    codec: Codec


def complaints(
    subject: Subject, samples: Iterable[Sample], listed: Sequence[Disagreement]
) -> Iterator[str]:
    """What is wrong with our verdicts on some samples: nothing, if all is well."""
    for sample in samples:
        text = json.dumps(sample.value, ensure_ascii=False)
        at = f"{sample.label} at {json_path(sample.path)}"
        head = f"{subject.source} {subject.message}, {at}"
        for complaint in _complaints(subject, sample, text, listed):
            yield f"{head}: {complaint:.300}: {text:.300}"


def _complaints(
    subject: Subject, sample: Sample, text: str, listed: Sequence[Disagreement]
) -> Iterator[str]:
    theirs = Verdict.ACCEPTED if subject.oracle.accepts(text) else Verdict.REFUSED
    entries = [e for e in listed if e.covers(subject.source, subject.message, sample)]
    expected = entries[0].ours if entries else theirs
    if len(entries) > 1:
        yield f"listed more than once: {[entry.name for entry in entries]}"
    if entries and expected is theirs:
        yield f"listed as {entries[0].name!r}, but the schema agrees"
    if not entries and (theirs is Verdict.REFUSED) is not (sample.label in KINDS):
        yield f"{theirs} by the schema, which it was not made to be"
    ours, why = _judge(subject.codec, sample, text)
    if ours is not expected:
        yield f"{ours}, should be {expected}: {why}"


def _judge(codec: Codec, sample: Sample, text: str) -> tuple[Verdict, object]:
    """Our verdict and what it rests on."""
    try:
        message = codec.loads(text)
    except DecodeError as error:
        found = [(violation.path, violation.kind) for violation in error.violations]
        if isinstance(sample.label, Fault):
            wanted = (json_path(sample.path), KINDS[sample.label])
            return Verdict.REFUSED if wanted in found else Verdict.MISTAKEN, found
        return Verdict.REFUSED, found
    plain = codec.to_jsonable(message)
    if not same(plain, written_back(sample.value)):
        return Verdict.ALTERED, plain
    written = codec.dumps(message)
    if not same(json.loads(written), plain) or codec.loads(written) != message:
        return Verdict.ALTERED, written
    return Verdict.ACCEPTED, message


def same(left: Json, right: Json) -> bool:
    """Whether JSON values are equal: 5 is 5.0, but 1 is not true."""
    match left, right:
        case dict(), dict():
            return left.keys() == right.keys() and all(
                same(member, right[name]) for name, member in left.items()
            )
        case list(), list():
            return len(left) == len(right) and all(map(same, left, right))
        case _:
            return left == right and isinstance(left, bool) is isinstance(right, bool)
