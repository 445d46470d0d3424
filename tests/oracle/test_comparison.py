"""The comparison goes red for whatever our side gets wrong.

Our side is played by an answer per sample, right or wrong on purpose.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import pytest

from ocpp_messages import DecodeError, Violation, ViolationKind
from tests.oracle.comparison import KINDS, Codec, Subject, complaints, same
from tests.oracle.disagreements import Disagreement, Verdict
from tests.oracle.example import EXAMPLE
from tests.oracle.faults import Fault, faulty
from tests.oracle.oracle import Oracle
from tests.oracle.samples import Document, Json, Sample, Valid, json_path, written_back

__all__: list[str] = []

VALID: Final = list(Document(EXAMPLE).valid())
FAULTY: Final = list(faulty(Document(EXAMPLE)))
JUDGE: Final = Oracle(EXAMPLE)
LENIENT: Final = (Fault.POINT, Fault.DATE_TIME, Fault.URI)
LISTED: Final = Disagreement(
    name="what draft 6 lets pass",
    sources=["example"],
    messages=["Example"],
    paths=["*"],
    samples=LENIENT,
    ours=Verdict.REFUSED,
    reason="as an example",
)


def text_of(sample: Sample) -> str:
    return json.dumps(sample.value, ensure_ascii=False)


def violation_of(sample: Sample) -> Violation:
    return Violation(json_path(sample.path), KINDS[Fault(sample.label)], "wrong")


RIGHT: Final = {text_of(sample): violation_of(sample) for sample in FAULTY}


def codec_of(answers: dict[str, Violation]) -> Codec:
    """Our side: refuses texts that have a violation, accepts all others."""

    def loads(text: str) -> Json:
        if text in answers:
            raise DecodeError("Example", [answers[text]])
        return written_back(json.loads(text))

    return Codec(loads, json.dumps, itself)


def itself(message: Json) -> Json:
    return message


def nothing(_: Any) -> Json:
    return {}


def complaints_of(
    codec: Codec,
    samples: Sequence[Sample],
    listed: Sequence[Disagreement] = (LISTED,),
    judge: Oracle = JUDGE,
) -> list[str]:
    subject = Subject("example", "Example", judge, codec)
    return list(complaints(subject, samples, listed))


def test_there_is_nothing_to_complain_about() -> None:
    assert complaints_of(codec_of(RIGHT), [*VALID, *FAULTY]) == []


@pytest.mark.parametrize("fault", Fault)
def test_accepting_a_fault(fault: Fault) -> None:
    samples = [sample for sample in FAULTY if sample.label == fault]
    found = complaints_of(codec_of({}), samples)
    assert len(found) == len(samples) > 0
    assert all("accepted, should be refused" in complaint for complaint in found)


@pytest.mark.parametrize("label", Valid)
def test_refusing_a_valid_sample(label: Valid) -> None:
    samples = [sample for sample in VALID if sample.label == label]
    wrong = Violation("$", ViolationKind.TYPE, "wrong")
    found = complaints_of(codec_of({text_of(s): wrong for s in samples}), samples)
    assert len(found) == len(samples) > 0
    assert all("refused, should be accepted" in complaint for complaint in found)


@pytest.mark.parametrize(
    "change", [{"path": "$.elsewhere"}, {"kind": ViolationKind.JSON}]
)
def test_refusing_for_another_reason(change: dict[str, Any]) -> None:
    answers = {text: replace(right, **change) for text, right in RIGHT.items()}
    found = complaints_of(codec_of(answers), FAULTY)
    assert len(found) == len(FAULTY)
    assert all("mistaken, should be refused" in complaint for complaint in found)


def test_writing_something_else() -> None:
    def change(message: Any) -> Any:
        return {**message, "count": 6}

    def write(message: Any) -> str:
        return json.dumps(change(message))

    right = codec_of(RIGHT)
    assert len(complaints_of(replace(right, to_jsonable=change), VALID)) == len(VALID)
    assert len(complaints_of(replace(right, dumps=write), VALID)) == len(VALID)


def test_reading_back_something_else() -> None:
    right = codec_of(RIGHT)
    calls = itertools.count()

    def read(text: str) -> Any:
        return {**right.loads(text), "call": next(calls)}

    def plain(message: Any) -> Any:
        return {name: member for name, member in message.items() if name != "call"}

    def write(message: Any) -> str:
        return json.dumps(plain(message))

    found = complaints_of(Codec(read, write, plain), VALID)
    assert len(found) == len(VALID)


def test_a_disagreement_that_is_not_listed() -> None:
    found = complaints_of(codec_of(RIGHT), FAULTY, listed=())
    said = [complaint for complaint in found if "refused, should be" in complaint]
    assert len(said) == sum(sample.label in LENIENT for sample in FAULTY) > 0


def test_a_disagreement_that_is_listed_twice() -> None:
    twice = [LISTED, replace(LISTED, name="again")]
    found = complaints_of(codec_of(RIGHT), FAULTY, twice)
    assert len(found) == sum(sample.label in LENIENT for sample in FAULTY) > 0
    assert all("listed more than once" in complaint for complaint in found)


def test_a_sample_that_is_not_what_it_says() -> None:
    valid = complaints_of(codec_of({}), VALID, judge=Oracle({"type": "string"}))
    faulty = complaints_of(codec_of(RIGHT), FAULTY, (), judge=Oracle({}))
    said = [
        complaint for complaint in (*valid, *faulty) if "not made to be" in complaint
    ]
    assert len(said) == len(VALID) + len(FAULTY)


def test_a_listed_disagreement_that_no_longer_occurs() -> None:
    stale = replace(LISTED, name="stale", samples=[Fault.MISSING])
    found = complaints_of(codec_of(RIGHT), FAULTY, listed=(LISTED, stale))
    assert len(found) == sum(sample.label == Fault.MISSING for sample in FAULTY) > 0
    assert all("listed as 'stale'" in complaint for complaint in found)


def test_a_listed_alteration() -> None:
    sample = next(sample for sample in VALID if sample.label == Valid.NULL)
    listed = replace(LISTED, samples=[Valid.NULL], ours=Verdict.ALTERED)
    right = codec_of(RIGHT)
    assert len(complaints_of(right, [sample], (listed,))) == 1
    cut = Codec(right.loads, right.dumps, nothing)
    assert complaints_of(cut, [sample], (listed,)) == []


@pytest.mark.parametrize(
    ("change", "covered"),
    [
        ({}, True),
        ({"sources": ["npm 1.6", "example"]}, True),
        ({"sources": ["npm example"]}, False),
        ({"messages": ["*ample"]}, True),
        ({"messages": ["Exam"]}, False),
        ({"paths": ["$.readings[1].*"]}, True),
        ({"paths": ["$.readings[0].*"]}, False),
        ({"samples": [Fault.URI]}, False),
    ],
)
def test_what_a_listed_disagreement_covers(
    change: dict[str, Any], covered: bool
) -> None:
    sample = Sample(Fault.DATE_TIME, ("readings", 1, "taken"), None)
    entry = replace(LISTED, **change)
    assert entry.covers("example", "Example", sample) is covered


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (5, 5.0, True),
        (1, True, False),
        (0.0, False, False),
        ({"a": [1, None]}, {"a": [1.0, None]}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": 1, "b": None}, False),
        ([1], [1, 1], False),
        ([], {}, False),
        ("1", 1, False),
    ],
)
def test_equality_of_json(left: Json, right: Json, equal: bool) -> None:
    assert same(left, right) is equal
