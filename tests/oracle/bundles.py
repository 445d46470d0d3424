"""The second copy of the schemas: the bundles of the npm package `ocpp-rpc`.

A bundle is a list of schemas, one per message, named by their ids: `urn:<Action>.req`
and `urn:<Action>.conf`, in 2.1 `urn:<Action>Request` and `urn:<Action>Response`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.oracle.samples import Schema

__all__ = ["BUNDLES", "bundled"]

BUNDLES: Final = {
    "1.6": "ocpp1_6.json",
    "2.0.1": "ocpp2_0_1.json",
    "2.1": "ocpp2_1.json",
}
"""The file of each version."""


def bundled(folder: Path, version: str) -> Mapping[str, Schema]:
    """The schema of each message in a bundle, by the name of the message."""
    schemas = json.loads((folder / BUNDLES[version]).read_text(encoding="utf-8"))
    names = [_name(schema["$id"]) for schema in schemas]
    return {
        _message(name, names): schema
        for name, schema in zip(names, schemas, strict=True)
    }


def _name(identifier: str) -> str:
    name = identifier.removeprefix("urn:")
    return name.replace(".req", "Request").replace(".conf", "Response")


def _message(name: str, names: Sequence[str]) -> str:
    """The name without `Request` if nothing answers the message."""
    action = name.removesuffix("Request")
    return action if f"{action}Response" not in names and action != name else name
