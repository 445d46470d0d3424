"""`schemas/sources.toml` is read, and says what it has to."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.data import SCHEMAS
from codegen.errors import SourceError
from codegen.reading import sources
from codegen.reading.schema_files import message_names
from codegen.reading.sources import Registry, pins

OPERATIONS = {"1.6": 39, "2.0": 67, "2.0.1": 64, "2.1": 91}


def test_versions() -> None:
    known = sources.load()
    assert list(known.versions) == list(OPERATIONS)
    assert known.documents == {"1.5": "ocpp1.5.json"}
    assert (SCHEMAS / "ocpp1.5.json").is_file()


@pytest.mark.parametrize("version", OPERATIONS)
def test_every_operation_has_a_pinned_file(version: str) -> None:
    messages = message_names(sources.load().versions[version].files).values()
    actions = {
        message.removesuffix("Request").removesuffix("Response") for message in messages
    }
    assert len(actions) == OPERATIONS[version]


def test_only_one_message_is_not_answered() -> None:
    alone = {
        message
        for source in sources.load().versions.values()
        for message in message_names(source.files).values()
        if not message.endswith(("Request", "Response"))
    }
    assert alone == {"NotifyPeriodicEventStream"}


def test_everything_is_pinned_by_a_sha256() -> None:
    known = sources.load()
    everything = [*known.versions.values(), known.bundles]
    hashes = [hash_ for source in everything for hash_ in source.files.values()]
    hashes += [source.archive.sha256 for source in everything]
    assert len(hashes) == 78 + 134 + 128 + 181 + 3 + 5
    assert all(len(hash_) == 64 and int(hash_, 16) for hash_ in hashes)


def test_packages_have_exact_versions() -> None:
    known = sources.load()
    archives = {source.archive for source in known.versions.values()}
    assert archives
    assert all(
        archive.registry is Registry.PYPI and "==" in archive.requirement
        for archive in archives
    )
    assert known.bundles.archive.registry is Registry.NPM


def test_unknown_version() -> None:
    with pytest.raises(SourceError) as caught:
        sources.load().version("3.0")
    assert str(caught.value) == (
        "unknown OCPP version '3.0': there are 1.6, 2.0, 2.0.1, 2.1; "
        'sources.toml has no table [versions."3.0"]'
    )


def test_version_that_is_not_fetched() -> None:
    with pytest.raises(SourceError, match=r"OCPP 1.5 is not fetched"):
        sources.load().version("1.5")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("=", "Invalid statement"),
        ("", "the key 'archives' is missing"),
        ('[archives.a]\nregistry = "cargo"\npackage = ""\nsha256 = ""', "'cargo'"),
    ],
)
def test_faulty_file(text: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=fault):
        sources.load(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"No such file"):
        sources.load(tmp_path / "sources.toml")


def test_pins_are_lines_of_the_table_in_order() -> None:
    assert pins({"B.json": b"b", "A.json": b"a"}).splitlines() == [
        '"A.json" = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"',
        '"B.json" = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"',
    ]
