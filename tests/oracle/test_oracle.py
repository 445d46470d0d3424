"""Every message of every version, against the originals.

For each schema file: jsonschema on the file, and `loads` of ours, give the same
verdict on valid samples and on samples with one fault each; accepted samples are
written as they were read, refused ones are refused for their fault. The intended
exceptions are in `disagreements.toml`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain, islice
from typing import Any, Final, TypeAlias

import pytest

import ocpp_messages
from codegen.data import SCHEMAS
from codegen.reading import sources
from ocpp_messages import VersionPackage
from tests.oracle.bundles import BUNDLES
from tests.oracle.comparison import Codec, Subject, complaints
from tests.oracle.disagreements import Disagreement, load
from tests.oracle.faults import Fault, faulty
from tests.oracle.oracle import Oracle, Schemas, message_of, own, rules, with_errata
from tests.oracle.samples import Document, Sample, Valid

# The first test may have to fetch what all of them read.
pytestmark = pytest.mark.timeout(120)

__all__: list[str] = []

DISAGREEMENTS: Final = load()
PINNED: Final = {
    version: sorted(message_of(file, source.files) for file in source.files)
    for version, source in sources.load().versions.items()
}
MESSAGES: Final = {
    "1.5": sorted(own(SCHEMAS / "ocpp1.5.json")),
    **PINNED,
    **{f"npm {version}": PINNED[version] for version in BUNDLES},
    **{
        f"{version} repaired": messages
        for version in PINNED
        if (messages := with_errata(version))
    },
}
"""The messages of each source of schemas."""
CASES: Final = [
    (source, message) for source, messages in MESSAGES.items() for message in messages
]


def package_of(source: str) -> VersionPackage:
    return ocpp_messages.load(source.removeprefix("npm ").removesuffix(" repaired"))


def subject_of(schemas: Schemas, source: str, message: str) -> Subject:
    package = package_of(source)
    loads = partial(package.loads, getattr(package, message))
    codec = Codec(loads, package.dumps, package.to_jsonable)
    return Subject(source, message, Oracle(schemas(source)[message]), codec)


def samples_of(schemas: Schemas, source: str, message: str) -> Iterator[Sample]:
    document = Document(schemas(source)[message])
    return chain(document.valid(), faulty(document))


Marks: TypeAlias = Callable[[str, str], Sequence[Sample]]


@pytest.fixture(scope="module")
def marks(schemas: Schemas) -> Marks:
    """The samples of a message by label and place, without the values; made once."""

    @cache
    def made(source: str, message: str) -> Sequence[Sample]:
        samples = samples_of(schemas, source, message)
        return [replace(sample, value=None) for sample in samples]

    return made


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
def test_every_message_has_a_schema(version: str) -> None:
    procedures = package_of(version).PROCEDURES.values()
    ours = {
        message.__name__
        for procedure in procedures
        for message in (procedure.request, procedure.response)
        if message is not None
    }
    assert ours == set(MESSAGES[version])


@pytest.mark.parametrize("source", MESSAGES)
def test_every_schema_is_judged(schemas: Schemas, source: str) -> None:
    assert sorted(schemas(source)) == MESSAGES[source]


@pytest.mark.parametrize(("source", "message"), CASES)
def test_verdicts_agree(schemas: Schemas, source: str, message: str) -> None:
    version = source.removeprefix("npm ")
    if source != version:
        first, second = (schemas(each)[message] for each in (version, source))
        if rules(first) == rules(second):  # as nearly all do; the first is judged
            return
    samples = list(samples_of(schemas, source, message))
    labels = {sample.label for sample in samples}
    assert labels >= {Valid.MINIMAL, Valid.FULL, Valid.SEVERAL, Fault.TYPE}
    subject = subject_of(schemas, source, message)
    found = list(islice(complaints(subject, samples, DISAGREEMENTS), 20))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1.6", "StopTransactionRequest"),
        ("npm 1.6", "MeterValuesRequest"),
        ("npm 1.6", "StopTransactionRequest"),
    ],
)
def test_hertz_is_a_unit_of_ours(schemas: Schemas, source: str, message: str) -> None:
    # No sample has a value that its own schema does not know.
    subject = subject_of(schemas, source, message)
    (unit,) = (
        place
        for place in Document(schemas(source)[message]).places()
        if place.path[-1:] == ("unit",)
    )
    text = json.dumps(unit.embed("Hertz"))
    assert not subject.oracle.accepts(text)
    assert '"unit":"Hertz"' in subject.codec.dumps(subject.codec.loads(text))


def test_faults_of_every_kind_occur_at_every_depth(marks: Marks) -> None:
    depths: defaultdict[str, set[int]] = defaultdict(set)
    for version, messages in PINNED.items():
        for message in messages:
            for sample in marks(version, message):
                depths[sample.label].add(len(sample.path))
    assert depths.keys() == {*Valid, *Fault}
    for fault in Fault:
        if fault not in (Fault.STEP, Fault.URI):  # of 1.6 only, in few places
            assert depths[fault] >= {1, 2, 3, 4, 5}


def parts(entry: Disagreement) -> Iterator[Disagreement]:
    """An entry narrowed down to each thing that it lists."""
    for field in ("sources", "messages", "paths", "samples"):
        for item in getattr(entry, field):
            narrowed: dict[str, Any] = {field: [item]}
            yield replace(entry, name=f"{entry.name}, {field}: {item}", **narrowed)


@pytest.mark.parametrize(
    "part",
    [part for entry in DISAGREEMENTS for part in parts(entry)],
    ids=lambda part: part.name,
)
def test_listed_disagreements_have_samples(marks: Marks, part: Disagreement) -> None:
    assert any(
        part.covers(source, message, sample)
        for source in part.sources
        for message in MESSAGES[source]
        for sample in marks(source, message)
    )
