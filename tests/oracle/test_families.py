"""The messages of `v2x`, on the samples of its versions.

Reading by a family accepts what reading by the version accepts, and what it has read
it writes as the version does. The version itself is judged in `test_oracle`, on all
samples; here, one in three with a fault has to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final

import pytest

from ocpp_messages import DecodeError, load, v2x
from tests.oracle.comparison import same
from tests.oracle.faults import faulty
from tests.oracle.oracle import Schemas
from tests.oracle.samples import Document, Json, Sample, json_path

# The first test may have to fetch what all of them read.
pytestmark = pytest.mark.timeout(120)

__all__: list[str] = []

CASES: Final = [
    (version, message.__name__)
    for version in v2x.VERSIONS
    for procedure in load(version).PROCEDURES.values()
    for message in (procedure.request, procedure.response)
    if message is not None
]


@pytest.mark.parametrize(("version", "message"), CASES)
def test_a_family_reads_and_writes_as_the_version(
    schemas: Schemas, version: str, message: str
) -> None:
    package, family = load(version), v2x.serializer(version)
    exact, ours = getattr(package, message), getattr(v2x, message)
    found: list[str] = []
    for sample in samples_of(schemas, version, message):
        text = json.dumps(sample.value, ensure_ascii=False)
        expected, got = again(package, exact, text), again(family, ours, text)
        if not same(got, expected):
            at = f"{sample.label} at {json_path(sample.path)}"
            found.append(f"{at}: {got!s:.300}, should be {expected!s:.300}")
    assert not found, "\n".join(found[:20])


def samples_of(schemas: Schemas, version: str, message: str) -> Iterator[Sample]:
    document = Document(schemas(version)[message])
    return chain(document.valid(), islice(faulty(document), 0, None, 3))


def again(codec: Any, cls: Any, text: str) -> Json:
    """What a text is written as after it was read; null if it is refused."""
    try:
        message = codec.loads(cls, text)
    except DecodeError:
        return None
    written: Json = json.loads(codec.dumps(message))
    return written
