"""A schema that has every part of JSON Schema that OCPP files use, for the tests."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["EXAMPLE"]

EXAMPLE: Final[dict[str, Any]] = {
    "$schema": "http://json-schema.org/draft-06/schema#",
    "definitions": {
        "VendorType": {
            "type": "object",
            "properties": {"vendorId": {"type": "string", "maxLength": 255}},
            "required": ["vendorId"],
        },
        "KindType": {"type": "string", "enum": ["Big", "Small", "None"]},
        "ReadingType": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "vendor": {"$ref": "#/definitions/VendorType"},
                "taken": {"type": "string", "format": "date-time"},
                "value": {"type": "number", "minimum": -10.0, "maximum": 10.5},
                "kinds": {
                    "type": "array",
                    "items": {"$ref": "#/definitions/KindType"},
                    "minItems": 1,
                    "maxItems": 3,
                },
            },
            "required": ["taken", "value"],
        },
    },
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "count": {"type": "integer", "minimum": 0.0, "maximum": 7.0},
        "limit": {"type": "number", "multipleOf": 0.1},
        "flag": {"type": "boolean"},
        "where": {"type": "string", "format": "uri"},
        "4data": {},
        "free": {"type": "string"},
        "only": {
            "type": "array",
            "items": {"type": "integer"},
            "minItems": 1,
            "maxItems": 1,
        },
        "readings": {
            "type": "array",
            "items": {"$ref": "#/definitions/ReadingType"},
            "minItems": 2,
        },
        "loose": {"type": "array", "items": {"type": "string", "maxLength": 3}},
    },
    "required": ["count", "readings"],
}
