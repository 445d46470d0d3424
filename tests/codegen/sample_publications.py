"""Tiny publications, written as a publisher would: as files, zips and wheels."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codegen.reading.sources import pins, sha256

__all__ = [
    "HEARTBEAT",
    "RESET",
    "content",
    "message",
    "tarred",
    "tiny_schemas",
    "unpacked",
    "wheel",
    "zipped",
    "zipped_bytes",
]


def message(
    properties: Mapping[str, Any] | None = None,
    *required: str,
    definitions: Mapping[str, Any] | None = None,
    draft: str = "draft-06",
) -> dict[str, Any]:
    """The schema of a message, closed as those of 2.x are."""
    schema: dict[str, Any] = {
        "$schema": f"http://json-schema.org/{draft}/schema#",
        "type": "object",
        "additionalProperties": False,
        "properties": dict(properties or {}),
    }
    if required:
        schema["required"] = list(required)
    if definitions:
        schema["definitions"] = dict(definitions)
    return schema


HEARTBEAT = {
    "HeartbeatRequest.json": message(),
    "HeartbeatResponse.json": message(
        {"currentTime": {"type": "string", "format": "date-time"}}, "currentTime"
    ),
}

RESET = {
    "ResetRequest.json": message(
        {"type": {"$ref": "#/definitions/ResetEnumType"}},
        "type",
        definitions={
            "ResetEnumType": {"type": "string", "enum": ["Immediate", "OnIdle"]}
        },
    ),
    "ResetResponse.json": message(),
}


def content(schemas: Mapping[str, Any]) -> dict[str, bytes]:
    """Files by name; a value that is bytes already is the file."""
    return {
        name: schema if isinstance(schema, bytes) else json.dumps(schema).encode()
        for name, schema in schemas.items()
    }


def unpacked(folder: Path, schemas: Mapping[str, Any]) -> Path:
    """A folder; names may have folders in them."""
    for name, data in content(schemas).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def zipped_bytes(schemas: Mapping[str, Any]) -> bytes:
    """A zip, as a file in another archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in content(schemas).items():
            archive.writestr(name, data)
    return stream.getvalue()


def zipped(path: Path, schemas: Mapping[str, Any]) -> Path:
    """A zip."""
    path.write_bytes(zipped_bytes(schemas))
    return path


def tarred(path: Path, schemas: Mapping[str, Any]) -> Path:
    """A gzipped tar, as npm has them."""
    with tarfile.open(path, "w:gz") as archive:
        for name, data in content(schemas).items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def wheel(folder: Path, schemas: Mapping[str, Any]) -> Path:
    """A wheel, `tiny==1.0`, that pip takes."""
    metadata = {
        "tiny-1.0.dist-info/METADATA": b"Metadata-Version: 2.1\nName: tiny\n"
        b"Version: 1.0\n",
        "tiny-1.0.dist-info/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\n"
        b"Root-Is-Purelib: true\nTag: py3-none-any\n",
        "tiny-1.0.dist-info/RECORD": b"",
    }
    return zipped(folder / "tiny-1.0-py3-none-any.whl", {**schemas, **metadata})


def tiny_schemas(
    folder: Path, archive: bytes, versions: Mapping[str, Mapping[str, Any]]
) -> Path:
    """A folder like `schemas/`; its versions are in `tiny/<version>` of an archive."""
    parts = [
        "[archives.tiny]",
        'registry = "pypi"',
        'package = "tiny==1.0"',
        f'sha256 = "{sha256(archive)}"',
        "[documents]",
        '"1.5" = "ocpp1.5.json"',
        "[bundles]",
        'archive = "tiny"',
        'folder = "tiny/bundles"',
        "[bundles.files]",
    ]
    for version, schemas in versions.items():
        parts += [
            f'[versions."{version}"]',
            'archive = "tiny"',
            f'folder = "tiny/{version}"',
            'drafts = ["draft-06"]',
            f'[versions."{version}".files]',
            pins(content(schemas)),
        ]
    folder.mkdir()
    (folder / "sources.toml").write_text("\n".join(parts), encoding="utf-8")
    (folder / "errata.toml").touch()
    return folder
