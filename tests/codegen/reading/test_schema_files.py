"""Publications are found and told apart in what a user has."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.errors import SourceError
from codegen.reading import sources
from codegen.reading.schema_files import choose, find, message_names
from codegen.reading.sources import Sources
from tests.codegen.sample_publications import (
    HEARTBEAT,
    RESET,
    content,
    unpacked,
    zipped,
)


@pytest.fixture(scope="module")
def known() -> Sources:
    return sources.load()


def like(version: str, known: Sources, marker: bytes = b"{}") -> dict[str, bytes]:
    """Files with the names of a version."""
    return dict.fromkeys(known.versions[version].files, marker)


def below(folder: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}


@pytest.mark.parametrize(
    ("files", "messages"),
    [
        pytest.param(
            ["XRequest.json", "XResponse.json"], ["XRequest", "XResponse"], id="2.0.1"
        ),
        pytest.param(
            ["XRequest_v1p0.json", "XResponse_v1p0.json"],
            ["XRequest", "XResponse"],
            id="2.0",
        ),
        pytest.param(["X.json", "XResponse.json"], ["XRequest", "XResponse"], id="1.6"),
        pytest.param(
            ["X.json", "Y.json", "YResponse.json"],
            ["XRequest", "YRequest", "YResponse"],
            id="1.6 without a response",
        ),
        pytest.param(
            ["X.json", "YRequest.json", "YResponse.json"],
            ["X", "YRequest", "YResponse"],
            id="2.1 with a message that is not answered",
        ),
        pytest.param(
            [
                "XReq.json",
                "XConf.json",
                "YReq.json",
                "YConfirmation.json",
                "YResp.json",
            ],
            ["XRequest", "XResponse", "YRequest", "YResponse", "YResponse"],
            id="short",
        ),
        pytest.param(
            ["X.req.json", "X_conf.json", "X-response.json", "X_Request_v1p0.json"],
            ["XRequest", "XResponse", "XResponse", "XRequest"],
            id="separated",
        ),
        pytest.param(
            ["Get15118EVCertificateRequest.json"],
            ["Get15118EVCertificateRequest"],
            id="digits",
        ),
        pytest.param(["package.json", "X.txt", "X Y.json"], [], id="other files"),
    ],
)
def test_messages_of_files(files: list[str], messages: list[str]) -> None:
    assert list(message_names(files).values()) == messages


@pytest.mark.parametrize("version", ["1.6", "2.0", "2.0.1", "2.1"])
def test_version_is_recognised(version: str, known: Sources, tmp_path: Path) -> None:
    files = like(version, known)
    found = find(unpacked(tmp_path / "schemas", files), known)
    assert {name: publication.files for name, publication in found.items()} == {
        version: files
    }


def test_new_edition_with_more_messages_is_recognised(
    known: Sources, tmp_path: Path
) -> None:
    files = like("2.1", known) | content(
        {"NewRequest.json": {}, "NewResponse.json": {}}
    )
    assert list(find(unpacked(tmp_path / "schemas", files), known)) == ["2.1"]


def test_archive_with_several_versions(known: Sources, tmp_path: Path) -> None:
    wheel = {**below("v16", like("1.6", known)), **below("v21", like("2.1", known))}
    found = find(zipped(tmp_path / "a.whl", wheel), known)
    assert {name: len(found[name].files) for name in found} == {"1.6": 78, "2.1": 181}
    assert found["2.1"].origin == str(tmp_path / "a.whl" / "v21")


def test_one_version_in_two_folders(known: Sources, tmp_path: Path) -> None:
    files = like("1.6", known)
    security = {name: files[name] for name in files if "Log" in name or "Sign" in name}
    core = {name: files[name] for name in files.keys() - security.keys()}
    source = unpacked(
        tmp_path / "1.6", {**below("json", core), **below("security", security)}
    )
    assert find(source, known)["1.6"].files == files


def test_same_file_twice_is_one_file(known: Sources, tmp_path: Path) -> None:
    files = like("2.1", known)
    source = unpacked(tmp_path / "all", {**below("a", files), **below("b", files)})
    assert find(source, known)["2.1"].files == files


@pytest.mark.parametrize(
    ("requests", "responses"),
    [
        ("requests", "responses"),
        ("schemas/request", "schemas/response"),
        ("REQ/json", "CONF/json"),
        ("a/Requests/b", "a/confirmations/b"),
    ],
)
def test_folders_of_requests_and_responses(
    requests: str, responses: str, known: Sources, tmp_path: Path
) -> None:
    files: dict[str, bytes] = {}
    for number, name in enumerate(known.versions["2.1"].files):
        content = f"{number}".encode()
        action = name.removesuffix(".json").removesuffix("Request")
        if name.endswith("Response.json"):
            files[f"{responses}/{name.removesuffix('Response.json')}.json"] = content
        else:
            files[f"{requests}/{action}.json"] = content
    (found,) = find(unpacked(tmp_path / "spec", files), known).values()
    assert found.version == "2.1"
    assert found.files.keys() == known.versions["2.1"].files.keys()
    assert found.files["ResetResponse.json"] == files[f"{responses}/Reset.json"]
    assert found.place("ResetResponse.json") == f"{responses}/Reset.json"
    assert found.place("NotifyPeriodicEventStream.json").endswith("Stream.json")


def test_files_in_such_folders_that_name_a_part(known: Sources, tmp_path: Path) -> None:
    files = {
        "requests/XRequest.json": b"1",
        "responses/X.conf.json": b"2",
        "requests/X.json": b"1",
    }
    publication = choose(unpacked(tmp_path / "spec", files), "2.1", known)
    assert publication.files == {"XRequest.json": b"1", "X.conf.json": b"2"}
    files["requests/X.json"] = b"3"
    source = unpacked(tmp_path / "spec", files)
    with pytest.raises(SourceError, match=r"XRequest.json differs between requests/X"):
        choose(source, "2.1", known)


def test_folders_that_contradict_each_other(known: Sources, tmp_path: Path) -> None:
    both = {
        **below("old", like("2.1", known)),
        **below("new", like("2.1", known, b"{ }")),
    }
    source = unpacked(tmp_path / "all", both)
    with pytest.raises(SourceError, match=r"differs between new and old; choose one"):
        find(source, known)
    assert find(source / "new", known)["2.1"].files == like("2.1", known, b"{ }")


def test_files_that_are_no_schemas_are_left_out(known: Sources, tmp_path: Path) -> None:
    files = like("2.1", known)
    source = unpacked(tmp_path / "all", {**files, "package.json": b"{}", "A.pdf": b""})
    assert find(source, known)["2.1"].files == files


def test_no_schemas(known: Sources, tmp_path: Path) -> None:
    source = zipped(tmp_path / "all.zip", {"package.json": b"{}"})
    with pytest.raises(SourceError, match=r"all.zip: has no schema files"):
        find(source, known)


def test_chosen_version_among_several(known: Sources, tmp_path: Path) -> None:
    both = {**below("a", like("2.0.1", known)), **below("b", like("2.1", known))}
    source = unpacked(tmp_path / "all", both)
    assert len(choose(source, "2.0.1", known).files) == 128


def test_whatever_is_there_is_taken_for_the_chosen_version(
    known: Sources, tmp_path: Path
) -> None:
    source = unpacked(tmp_path / "all", {**HEARTBEAT, **RESET})
    publication = choose(source, "2.1", known)
    assert publication.version == "2.1"
    assert publication.files == content({**HEARTBEAT, **RESET})
