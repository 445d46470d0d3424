"""A small extension of 1.6: its table, its schemas, and the folder that has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tests.codegen.sample_publications import message

__all__ = ["ACTION", "EXTENDS", "NOTHING", "PING", "START", "TEXT", "written"]

TEXT: Final = {"type": "string"}
PING: Final[dict[str, Any]] = {
    "AcmePing.json": message({"text": TEXT}, "text"),
    "AcmePingResponse.json": message(),
}
ACTION: Final = '[actions.AcmePing]\nsenders = ["ChargePoint"]\n'
EXTENDS: Final = 'package = "{package}"\nextends = "{version}"\n'
NOTHING: Final[Mapping[str, Any]] = {}
START: Final = EXTENDS.format(package="acme", version="1.6")


def written(folder: Path, table: str, schemas: Mapping[str, Any] = NOTHING) -> Path:
    """A folder with an extension; a schema may be bytes."""
    folder.mkdir(exist_ok=True)
    (folder / "extension.toml").write_text(table, encoding="utf-8")
    for name, schema in schemas.items():
        text = schema if isinstance(schema, str) else json.dumps(schema)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
