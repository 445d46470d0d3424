"""The verdict of `jsonschema` on messages, by the published schema and nothing else.

The validator is the one of the draft that the file names. It differs from the stock
one in a single rule: `multipleOf` is decided in decimal, because in binary floating
point 134 of the 401 multiples of 0.1 up to 40 are none. References are followed before,
as jsonschema would follow them anew for each value; none of them is recursive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any, Final, TypeAlias, cast

from jsonschema import validators
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

from codegen.reading import errata
from tests.oracle.samples import Path, Schema

__all__ = [
    "Oracle",
    "Refusal",
    "Schemas",
    "message_of",
    "own",
    "published",
    "repaired",
    "rules",
    "with_errata",
]

Schemas: TypeAlias = Callable[[str], Mapping[str, Schema]]
"""The schema of each message, by its name, of a source.

A source is a version, "npm 2.1" (the second copy of it), or "2.0 repaired" (the schemas
that have errata, with these applied).
"""

_REFERENCE: Final = re.compile(r'"\$ref"\s*:\s*"([^"]*)"')


@dataclass(frozen=True)
class Refusal:
    """One fault that jsonschema finds: the keyword that is broken, and where."""

    path: Path
    keyword: str


class Oracle:
    """Judges the messages of one schema."""

    def __init__(self, schema: Schema) -> None:
        stock = validators.validator_for(schema)
        definitions = schema.get("definitions", {})
        rest = {key: node for key, node in schema.items() if key != "definitions"}
        whole = _inlined(rest, definitions)
        self._validator: Final[Validator] = _exact(stock)(whole)

    def accepts(self, text: str) -> bool:
        """Whether the schema accepts a message."""
        return self._validator.is_valid(json.loads(text))

    def refusals(self, text: str) -> list[Refusal]:
        """Every fault of a message."""
        return [
            Refusal(tuple(error.absolute_path), str(error.validator))
            for error in self._validator.iter_errors(json.loads(text))
        ]


def published(folder: FilePath, version: str) -> Mapping[str, Schema]:
    """The schema of each message, as published; by the name of the message.

    A file with a reference that points nowhere cannot judge anything: its schema is
    repaired.
    """
    texts = _texts(folder)
    schemas = {name: json.loads(text) for name, text in texts.items()}
    broken = [name for name in schemas if not _resolves(texts[name], schemas[name])]
    mended = repaired(folder, version)
    return schemas | {name: mended[name] for name in broken}


def repaired(folder: FilePath, version: str) -> Mapping[str, Schema]:
    """The schemas that the generator has errata for, with the errata applied."""
    schemas = {name: json.loads(text) for name, text in _texts(folder).items()}
    mended = errata.load(version).apply(schemas)
    return {name: mended[name] for name in with_errata(version)}


def with_errata(version: str) -> list[str]:
    """The messages whose schemas the generator has errata for."""
    return sorted({entry.document for entry in errata.load(version).entries})


def own(file: FilePath) -> Mapping[str, Schema]:
    """The schema of each message of our own document for OCPP 1.5."""
    document = json.loads(file.read_text(encoding="utf-8"))
    shared = {name: document[name] for name in ("$schema", "definitions")}
    return {name: {**shared, **schema} for name, schema in document["messages"].items()}


_SAY_NOTHING: Final = frozenset(
    {"$id", "id", "title", "comment", "description", "javaType", "default"}
)


def rules(schema: Schema) -> Schema:
    """What of a schema decides, in one way of writing it: references followed.

    Two schemas of the same rules give the same verdict on every text. Drafts count by
    what is an integer, which is all that differs in them as far as OCPP uses them:
    5.0 is none in draft 4, and is one in drafts 6 and 7.
    """
    whole = "draft-04" not in schema["$schema"]
    return {"5.0 is an integer": whole, "message": _rules(schema, schema)}


def _rules(node: Schema, root: Schema) -> Schema:
    while "$ref" in node:
        node = root["definitions"][node["$ref"].removeprefix("#/definitions/")]
    parts = {"$schema", "definitions", "additionalItems", "additionalProperties"}
    found = {key: node[key] for key in node.keys() - parts - _SAY_NOTHING}
    if node.get("type") == "object":
        found["open"] = node.get("additionalProperties", True)
    for key in found.keys() & {"enum", "required"}:
        found[key] = sorted(found[key])
    if "properties" in found:
        inner = found["properties"].items()
        found["properties"] = {name: _rules(one, root) for name, one in inner}
    if "items" in found:
        found["items"] = _rules(found["items"], root)
    return found


def message_of(file: str, files: Container[str]) -> str:
    """The message that a file describes, by its name and those of the others.

    `X.json` is the request of `XResponse.json`, or a message without response.
    """
    name = file.removesuffix(".json").removesuffix("_v1p0")
    if name.endswith(("Request", "Response")):
        return name
    return f"{name}Request" if f"{name}Response.json" in files else name


def _texts(folder: FilePath) -> Mapping[str, str]:
    files = {file.name: file for file in sorted(folder.glob("*.json"))}
    return {
        message_of(name, files): file.read_text(encoding="utf-8-sig")
        for name, file in files.items()
    }


def _exact(stock: type[Validator]) -> type[Validator]:
    rules = {"multipleOf": _multiple_of}
    exact: Any = validators.extend(stock, rules)  # type: ignore[no-untyped-call]
    return cast("type[Validator]", exact)


def _inlined(node: Any, definitions: Schema) -> Any:
    """A schema with each reference replaced by what it points to."""
    if isinstance(node, dict):
        found = cast("dict[str, Any]", node)
        if isinstance(found.get("$ref"), str):
            name = found["$ref"].removeprefix("#/definitions/")
            return _inlined(definitions[name], definitions)
        return {name: _inlined(child, definitions) for name, child in found.items()}
    if isinstance(node, list):
        return [_inlined(child, definitions) for child in cast("Sequence[Any]", node)]
    return node


def _resolves(text: str, schema: Schema) -> bool:
    known = {f"#/definitions/{name}" for name in schema.get("definitions", ())}
    return known.issuperset(_REFERENCE.findall(text))


def _multiple_of(
    _: Any, factor: float, instance: object, __: Any
) -> Iterator[ValidationError]:
    number = isinstance(instance, int | float) and not isinstance(instance, bool)
    if number and Decimal(str(instance)) % Decimal(str(factor)):
        yield ValidationError(f"{instance!r} is not a multiple of {factor}")
