"""Valid samples of a message, made from its JSON Schema and nothing else.

The makers know the part of JSON Schema that OCPP files use: objects, arrays, scalars
with bounds, enumerations, two formats, and references into `definitions`. They are
deterministic: the same schema gives the same samples in the same order.

A `Place` is a position that a value of the message can have. Its `embed` builds the
smallest valid message that has a given value there, which keeps every sample down to
one point of interest, at any depth. All boundaries and enum values together are
covered by full messages: the one of turn *n* has the *n*-th choice at every place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, Final, TypeAlias

__all__ = [
    "DATE_TIMES",
    "UNKNOWN",
    "Document",
    "Json",
    "Path",
    "Place",
    "Sample",
    "Schema",
    "Valid",
    "form",
    "is_open",
    "json_path",
    "written_back",
]

Schema: TypeAlias = Mapping[str, Any]
Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | None"
Path: TypeAlias = tuple[str | int, ...]

DATE_TIMES: Final[Mapping[str, str]] = {
    "2024-02-29T23:59:59Z": "2024-02-29T23:59:59Z",
    "2024-01-02T03:04:05.678Z": "2024-01-02T03:04:05.678Z",
    "2024-01-02T03:04:05.678+02:00": "2024-01-02T01:04:05.678Z",
    "2024-01-01T00:30:00-01:30": "2024-01-01T02:00:00Z",
    "1999-12-31T23:59:59.001+00:00": "1999-12-31T23:59:59.001Z",
}
"""Valid date-times, and how they read when they are written again: in UTC."""

UNKNOWN: Final = "unknownProperty"
"""A property name that no schema has."""

_URIS: Final = (
    "https://example.com/a/b?c=d#e",
    "ftp://user:secret@example.com:21/log",
    "http://[2001:db8::1]:8080/",
    "file:///var/log",
    "URN:example:a",
)
_ANYTHING: Final[tuple[Any, ...]] = (
    "text",
    {"snake_case": None, "camelCase": [{"": None}], "at": "2024-01-02T03:04:05+02:00"},
    [None, 0, -1.5, True, "", [], {}],
    21.4,
    False,
)
_INTEGERS: Final = (5, 0, 1, -1, 2**31 - 1, -(2**31), 2**53 + 1, 2**64)
_NUMBERS: Final = (21.4, 0, 0.1, -0.7, 6.6, 100, 99.9, 1e-7, -273.15, 123456789.25)
_SEVERAL: Final = 3


class Valid(StrEnum):
    """What a valid sample is a sample of."""

    MINIMAL = "required only"
    FULL = "everything"
    SEVERAL = "everything, several items"
    ALONE = "one optional"
    EMPTY = "no items"
    ITEMS = "some items"
    OPEN = "unnamed properties"
    NULL = "null for anything"


@dataclass(frozen=True)
class Sample:
    """A message, valid or not.

    Attributes:
        label: What it is a sample of.
        path: Where; empty for the message as a whole.
        value: The message.
    """

    label: str
    path: Path
    value: Any


@dataclass(frozen=True)
class Place:
    """A position in a message.

    Attributes:
        path: Property names and array indices, from the top.
        node: What the schema says about values there, references followed.
        optional: Whether it is a property that may be left out.
        embed: Builds the smallest valid message that has the given value there.
    """

    path: Path
    node: Schema
    optional: bool
    embed: Callable[[Any], Any]

    def sample(self, label: str, value: Any) -> Sample:
        """The smallest message that has a value here, as a sample."""
        return Sample(label, self.path, self.embed(value))


class Document:
    """The schema of one message."""

    def __init__(self, root: Schema) -> None:
        self.root: Final = root

    def valid(self) -> Iterator[Sample]:
        """Samples that the schema accepts."""
        yield Sample(Valid.MINIMAL, (), self.minimal(self.root))
        yield Sample(Valid.SEVERAL, (), self.full(self.root, items=2))
        for turn in range(self._turns()):
            yield Sample(Valid.FULL, (), self.full(self.root, turn))
        for place in self.places():
            yield from self._valid_at(place)

    def places(self) -> Iterator[Place]:
        """Every position of the message, the message itself first."""
        return self._places(Place((), self.follow(self.root), False, _itself))

    def follow(self, node: Schema) -> Schema:
        """The node, or what its reference points to.

        Raises:
            KeyError: The reference points nowhere.
        """
        while "$ref" in node:
            name = str(node["$ref"]).removeprefix("#/definitions/")
            node = self.root["definitions"][name]
        return node

    def minimal(self, node: Schema) -> Any:
        """The smallest ordinary value: required properties, and as few items as may be.

        A list that may be empty has one item: being empty has a sample of its own.
        """
        node = self.follow(node)
        match form(node):
            case "object":
                properties = node.get("properties", {})
                required = node.get("required", ())
                return {name: self.minimal(properties[name]) for name in required}
            case "array":
                return self.items(node, node.get("minItems", 1))
            case _:
                return _choices(node)[0]

    def full(self, node: Schema, turn: int = 0, items: int = 1) -> Any:
        """A value that has every property, and the choice of a turn everywhere."""
        node = self.follow(node)
        match form(node):
            case "object":
                properties = node.get("properties", {})
                return {
                    name: self.full(child, turn, items)
                    for name, child in properties.items()
                }
            case "array":
                most = node.get("maxItems", items)
                count = max(node.get("minItems", 0), min(items, most))
                return [
                    self.full(node["items"], turn + index, items)
                    for index in range(count)
                ]
            case _:
                choices = _choices(node)
                return choices[turn % len(choices)]

    def items(self, node: Schema, count: int) -> list[Any]:
        """An array of so many minimal items."""
        return [self.minimal(node["items"]) for _ in range(count)]

    def _turns(self) -> int:
        """How many full messages it takes to have every choice once."""
        scalars = (
            place.node
            for place in self.places()
            if form(place.node) not in ("object", "array")
        )
        return max((len(_choices(node)) for node in scalars), default=1)

    def _valid_at(self, place: Place) -> Iterator[Sample]:
        if place.optional:
            yield place.sample(Valid.ALONE, self.minimal(place.node))
        match form(place.node):
            case "array":
                for count in _counts(place.node):
                    label = Valid.ITEMS if count else Valid.EMPTY
                    yield place.sample(label, self.items(place.node, count))
            case "object" if is_open(place.node):
                more = {**self.minimal(place.node), UNKNOWN: list(_ANYTHING)}
                yield place.sample(Valid.OPEN, more)
            case "any":
                yield place.sample(Valid.NULL, None)
            case _:
                pass

    def _places(self, place: Place) -> Iterator[Place]:
        yield place
        match form(place.node):
            case "object":
                rest = self.minimal(place.node)
                required = place.node.get("required", ())
                for name, child in place.node.get("properties", {}).items():
                    yield from self._places(
                        Place(
                            (*place.path, name),
                            self.follow(child),
                            name not in required,
                            partial(_in_object, place.embed, rest, name),
                        )
                    )
            case "array":
                rest = self.items(place.node, _before(place.node))
                yield from self._places(
                    Place(
                        (*place.path, len(rest)),
                        self.follow(place.node["items"]),
                        False,
                        partial(_in_array, place.embed, rest),
                    )
                )
            case _:
                pass


def form(node: Schema) -> str:
    """Which form of value a node describes: its enum, its format, or its type."""
    if "enum" in node:
        return "enum"
    return str(node.get("format", node.get("type", "any")))


def is_open(node: Schema) -> bool:
    """Whether a node describes objects with properties that it does not name."""
    return form(node) == "object" and bool(node.get("additionalProperties", True))


def json_path(path: Path) -> str:
    """A path as text, for example `$.meterValue[0]['odd name']`."""
    return "$" + "".join(
        f".{step}" if str(step).isidentifier() else f"[{step!r}]" for step in path
    )


def written_back(value: Json) -> Json:
    """What a sample reads like after it went through objects: date-times in UTC."""
    match value:
        case dict():
            return {name: written_back(member) for name, member in value.items()}
        case list():
            return [written_back(item) for item in value]
        case str():
            return DATE_TIMES.get(value, value)
        case _:
            return value


def _choices(node: Schema) -> tuple[Any, ...]:
    """Valid scalars of a node, an ordinary one first, with every boundary."""
    return _CHOICES[form(node)](node)


def _texts(node: Schema) -> tuple[Any, ...]:
    longest = node.get("maxLength", 10_000)
    return ("text"[:longest], "", *(letter * longest for letter in "aß€😀"))


def _bounded(ordinary: tuple[float, ...], node: Schema) -> tuple[Any, ...]:
    limits = [node[limit] for limit in ("minimum", "maximum") if limit in node]
    if node.get("type") == "integer":
        limits = [int(limit) for limit in limits]
    return tuple(
        number for number in dict.fromkeys((*ordinary, *limits)) if _fits(number, node)
    )


def _fits(number: float, node: Schema) -> bool:
    step = node.get("multipleOf")
    return node.get("minimum", number) <= number <= node.get("maximum", number) and (
        step is None or Decimal(str(number)) % Decimal(str(step)) == 0
    )


_CHOICES: Final[Mapping[str, Callable[[Schema], tuple[Any, ...]]]] = {
    "enum": lambda node: tuple(node["enum"]),
    "date-time": lambda _: tuple(DATE_TIMES),
    "uri": lambda _: _URIS,
    "string": _texts,
    "integer": partial(_bounded, _INTEGERS),
    "number": partial(_bounded, _NUMBERS),
    "boolean": lambda _: (True, False),
    "any": lambda _: _ANYTHING,
}


def _counts(node: Schema) -> tuple[int, ...]:
    least = node.get("minItems", 0)
    most = node.get("maxItems", _SEVERAL)
    return tuple(sorted({least, max(least, 1), min(most, _SEVERAL), most}))


def _before(node: Schema) -> int:
    """How many items to have before the one of interest: one if there may be."""
    fewest: int = node.get("minItems", 0)
    most: int = node.get("maxItems", 2)
    return max(fewest - 1, min(1, most - 1))


def _itself(value: Any) -> Any:
    return value


def _in_object(
    embed: Callable[[Any], Any], rest: Mapping[str, Any], name: str, value: Any
) -> Any:
    return embed({**rest, name: value})


def _in_array(embed: Callable[[Any], Any], rest: list[Any], value: Any) -> Any:
    return embed([*rest, value])
