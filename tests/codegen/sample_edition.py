"""A small edition: two versions and a family, in tables that use most of what they may.

Its versions are called as those of OCPP, because the mapping files are known by name.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from codegen.data import Data
from codegen.publications.fetch import install
from tests.codegen.sample_publications import content, message, tiny_schemas

__all__ = ["small_edition"]

_TIME: Final = {"type": "string", "format": "date-time"}
_TYPE: Final = {"$ref": "#/definitions/ResetType"}
_POINTS: Final = {"$ref": "#/definitions/PointType"}
_POINT: Final = {"type": "object", "properties": {"x": {"type": "number"}}}


def _text(most: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": most}


def _resets(*values: str) -> dict[str, Any]:
    return {"ResetType": {"type": "string", "enum": [*values]}}


_FIVE: Final = {
    "$schema": "http://json-schema.org/draft-06/schema#",
    "definitions": _resets("Hard", "Soft") | {"PointType": _POINT},
    "messages": {
        "HeartbeatRequest": message(),
        "HeartbeatResponse": message({"currentTime": _TIME}, "currentTime"),
        "ResetRequest": message(
            {
                "connectorId": {"type": "integer"},
                "type": _TYPE,
                "note": _text(20),
                "points": {"type": "array", "items": _POINTS},
            },
            "connectorId",
            "type",
        ),
        "ResetResponse": message({"texts": {"type": "array", "items": _text(9)}}),
    },
}
_SIX: Final = {
    "Heartbeat.json": message(),
    "HeartbeatResponse.json": message({"currentTime": _TIME}, "currentTime"),
    "Reset.json": message(
        {
            "connectorId": {"type": "integer"},
            "type": _TYPE,
            "note": _text(50),
            "loudness": {"type": "string", "enum": ["kW", "Low"]},
            "points": {"type": "array", "items": _POINTS},
        },
        "connectorId",
        "type",
        definitions=_resets("Hard", "Soft", "Warm") | {"PointType": _POINT},
    ),
    "ResetResponse.json": message({"texts": {"type": "array", "items": _text(5)}}),
}
_TABLES: Final = {
    "versions.toml": """
["1.5"]
package = "v15"
subprotocol = "ocpp1.5"
station = "ChargePoint"
back_office = "CentralSystem"
["1.6"]
package = "v16"
subprotocol = "ocpp1.6"
station = "ChargePoint"
back_office = "CentralSystem"
""",
    "procedures.toml": "".join(
        f'["{version}".{action}]\n'
        f'senders = ["{sender}"]\nblock = "Core"\nclause = "1.1"\n'
        for version in ("1.5", "1.6")
        for action, sender in (("Heartbeat", "ChargePoint"), ("Reset", "CentralSystem"))
    ),
    "names.toml": """
[exceptions]
kW = "kw"
[shapes."1.6"]
loudness = "Loudness"
[aliases."1.6"]
"ResetRequest.note" = ["remark"]
""",
    "errata.toml": """
[["1.6"]]
document = "ResetRequest"
at = "/properties/points/minItems"
repair = 1
reason = "none makes no sense"
""",
    "v1x.toml": """
package = "v1x"
name = "1.x"
versions = ["1.5", "1.6"]
empty_lists = true
[enumerations.ResetType]
clause = "1"
same = ["Hard", "Soft"]
only."1.6" = ["Warm"]
[enumerations.Loudness]
clause = "1"
same = ["kW", "Low"]
[types.PointType]
clause = "1"
same = ["x"]
[actions.Heartbeat]
clause = "1"
response.same = ["currentTime"]
[actions.Reset]
clause = "1"
request.same = ["type", "note", "points"]
request.only."1.6" = ["loudness"]
request.fields.connector = { grouping = "Connector", at = "connectorId" }
response.same = ["texts"]
""",
}


def small_edition(folder: Path) -> Data:
    """A folder like `schemas/`, whose files are fetched."""
    tiny_schemas(folder, b"", {"1.6": _SIX})
    for name, text in _TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "ocpp1.5.json").write_text(json.dumps(_FIVE), encoding="utf-8")
    install(content(_SIX), folder / "oca" / "1.6")
    return Data(folder, folder / "oca")
