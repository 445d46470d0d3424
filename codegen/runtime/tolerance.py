"""Reading messages of chargers that deviate from the schemas.

A `Tolerance` reads like the serializers, but accepts the deviations that it names, and
reports them with each message::

    message, deviations = FIELD.loads(v16.StatusNotificationRequest, text)

A message is first read strictly; if it is valid, nothing else happens. Otherwise each
violation is judged by itself. Some are corrected: the value is replaced by the intended
one, and the message is read again. The others are kept, and the message is an object of
a subclass of its class that can hold them (`Tolerated`). A single violation that is not
accepted is enough for a `DecodeError`, which lists only the violations not accepted.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import cache
from inspect import isclass
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, from_json, to_json

from .errors import (
    MOST_VIOLATIONS,
    DecodeError,
    ToleranceError,
    Violation,
    ViolationKind,
    json_path,
)
from .model import Model
from .serializer import json_text
from .tolerated import tolerated_type

__all__ = [
    "FIELD",
    "LENIENT",
    "STRICT",
    "Deviation",
    "DeviationKind",
    "Reading",
    "Tolerance",
]

ModelT = TypeVar("ModelT", bound=Model)
ModelT_co = TypeVar("ModelT_co", bound=Model, covariant=True)


class DeviationKind(StrEnum):
    """The kinds of deviations.

    An attribute of `Tolerance` accepts each kind, except the last four, which are
    faults of the frame: `ocpp_rpc.FrameTolerance` accepts the first three of these, and
    the last reports an edit by the program.

    Attributes:
        EXTRA_FIELD: A field that the schema does not have.
        UNKNOWN_VALUE: A text that the enumeration does not have.
        LONG_TEXT: A text that is too long.
        NAIVE_TIME: A time without a time zone.
        ODD_TIME: A time that is not spelled as RFC 3339 demands.
        ODD_NUMBER: A number or boolean in another form.
        BARE_TEXT: A number or boolean in place of a text.
        NULL: Null in place of an absent field.
        EMPTY: An empty text, object or array in place of an absent field.
        MISSING: A required field is absent.
        CONTAINER: One item in place of an array, or an object or array in place of a
            text.
        OUT_OF_BOUNDS: A number beyond its limits, or not a multiple of its step.
        UNREADABLE: A value that cannot be interpreted as a value of the field.
        BINARY: The message came in a binary frame.
        CONTROL_CHARACTER: An unescaped control character in a text, or before or after
            the frame.
        INTEGER_ID: The id of the message is a number.
        EDITED: `Settings.mend` changed the frame.
    """

    EXTRA_FIELD = "extra field"
    UNKNOWN_VALUE = "unknown value"
    LONG_TEXT = "long text"
    NAIVE_TIME = "naive time"
    ODD_TIME = "odd time"
    ODD_NUMBER = "odd number"
    BARE_TEXT = "bare text"
    NULL = "null"
    EMPTY = "empty"
    MISSING = "missing"
    CONTAINER = "container"
    OUT_OF_BOUNDS = "out of bounds"
    UNREADABLE = "unreadable"
    BINARY = "binary"
    CONTROL_CHARACTER = "control character"
    INTEGER_ID = "integer id"
    EDITED = "edited"


@dataclass(frozen=True)
class Deviation:
    """One accepted deviation.

    Attributes:
        path: The place as a JSON path, for example `$.meterValue[0].timestamp`; "frame"
            for the frame around the message.
        kind: The kind of the deviation.
        value: The original value, as plain data; None if the value is absent or the
            deviation is of the frame. `==` and `repr` ignore it, because it may be
            personal data.
    """

    path: str
    kind: DeviationKind
    value: Any = field(default=None, compare=False, repr=False)

    @property
    def message(self) -> str:
        """A sentence that describes the deviation; it does not quote the value."""
        return _SENTENCES[self.kind]

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class Reading(NamedTuple, Generic[ModelT_co]):
    """A message and its accepted deviations.

    Attributes:
        message: The message or datatype.
        deviations: The accepted deviations; empty if the message is valid.
    """

    message: ModelT_co
    deviations: tuple[Deviation, ...]


@dataclass(frozen=True, kw_only=True)
class Tolerance:
    """The deviations from the schema to accept; by default none.

    A value that can be understood is corrected. A value that cannot is kept in the
    field, and `dumps` writes it as it came.

    Attributes:
        extra_fields: Accept fields that the schema does not have. Kept in
            `model_extra`.
        unknown_values: Accept texts that the enumeration does not have. Kept as str.
        long_texts: Accept texts that are too long, up to this number of characters;
            `math.inf` is no limit, the default 0 accepts none. Kept whole.
        naive_times: Accept times without a time zone, as times of this zone. Corrected.
        odd_times: Accept times of ISO 8601 that RFC 3339 does not allow: an offset
            without minutes or colon, no seconds, a decimal comma, no separators. Also
            slashes in the date, a blank before the offset, an offset followed by Z, and
            a leap second, `23:59:60`, which is read as the following second. Corrected.
        odd_numbers: Accept `"5"` and `5.0` for 5, `"2.5"` for 2.5, `"true"`, `"1"` and
            1 for true. Corrected.
        odd_booleans: Accept only 1 for true and 0 for false. Corrected.
        bare_texts: Accept `5` for "5", `true` for "true". Corrected.
        nulls: Accept null for a field that may be absent. The field is absent.
        empties: Accept an empty text, object or array for a field that may be absent,
            where the empty value is not valid itself. The field is absent; an array
            that `missing` names is kept empty.
        containers: Accept `{…}` or `"a"` for an array of that one item, and an object
            or array for its JSON text. Corrected.
        bounds: Accept numbers beyond their limits, or not multiples of their step, in
            received messages; no connection sends such a message. Kept.
        unreadable: Accept values of another JSON type or form that no other attribute
            accepts, for a field that may be absent. The field is absent.
        missing: Required fields to accept as absent, by the class of the message: the
            names on the wire down to the field, joined by points. They are None,
            although their type does not include it.

    Raises:
        ToleranceError: `missing` names a field that does not exist or is not required.
    """

    extra_fields: bool = False
    unknown_values: bool = False
    long_texts: float = 0
    naive_times: tzinfo | None = None
    odd_times: bool = False
    odd_numbers: bool = False
    odd_booleans: bool = False
    bare_texts: bool = False
    nulls: bool = False
    empties: bool = False
    containers: bool = False
    bounds: bool = False
    unreadable: bool = False
    missing: Mapping[type[Model], Collection[str]] = field(
        default_factory=dict[type[Model], Collection[str]], hash=False
    )

    def __post_init__(self) -> None:
        missing = {
            cls: _check_missing(cls, paths) for cls, paths in self.missing.items()
        }
        object.__setattr__(self, "missing", MappingProxyType(missing))

    def __reduce__(self) -> tuple[Any, ...]:
        values = {**self.__dict__, "missing": dict(self.missing)}
        return _tolerance, (values,)

    def loads(self, cls: type[ModelT], text: str | bytes) -> Reading[ModelT]:
        """Read a message or datatype, and its deviations, from JSON text.

        Args:
            cls: The expected class. The message is an object of this class, or of a
                subclass of it and `Tolerated` if it keeps a deviation.
            text: One JSON object; bytes are UTF-8.

        Raises:
            DecodeError: There are violations that this tolerance does not accept; it
                lists these.
        """
        try:
            return Reading(
                cls.__pydantic_validator__.validate_json(
                    text, strict=True, by_alias=True, by_name=False
                ),
                (),
            )
        except ValidationError as error:
            if self == STRICT:
                raise DecodeError.of(error) from None
            violations = error
        return self._read_deviating(cls, _parse(cls, text), violations)

    def from_jsonable(self, cls: type[ModelT], value: Any) -> Reading[ModelT]:
        """Read a message or datatype from a dict of plain values; as `loads` for text.

        Raises:
            DecodeError: As for `loads`.
        """
        return self.loads(cls, json_text(cls, value))

    def _read_deviating(
        self, cls: type[ModelT], value: Any, error: ValidationError
    ) -> Reading[ModelT]:
        # Mending may uncover what could not be seen before, so it is done in rounds.
        # These are few: what a round uncovers is at a place that was mended, or around
        # it, and no place is given another value a second time.
        report = _Report()
        mended: set[_Location] = set()
        while True:
            findings = self._judge_all(cls, error)
            report.add(findings)
            mends = {
                finding.location: finding.mend
                for finding in findings
                if finding.mend is not _KEEP
            }
            if not mends:
                break
            given = {place for place, mend in mends.items() if mend is not _REMOVE}
            if not mended.isdisjoint(given):
                raise DecodeError.of(error)
            mended.update(given)
            for location, mend in mends.items():
                _mend(value, location, mend)
            try:
                message = _read(cls, to_json(value))
            except ValidationError as further:
                error = further
            else:
                return Reading(message, report.deviations)
        try:
            message = _read(tolerated_type(cls), to_json(value))
        except ValidationError as further:
            raise DecodeError.of(further) from None
        return Reading(message, report.deviations)

    def _judge_all(self, cls: type[Model], error: ValidationError) -> list[_Finding]:
        """Judges every violation.

        Raises:
            DecodeError: Some may not pass.
        """
        if error.error_count() > MOST_VIOLATIONS:
            raise DecodeError.of(error)
        judged = [
            (found, self._judge(cls, found))
            for found in error.errors(include_url=False)
        ]
        refused = [Violation.of(found) for found, finding in judged if finding is None]
        if refused:
            raise DecodeError(cls.__name__, refused)
        return [finding for _, finding in judged if finding is not None]

    def _judge(self, cls: type[Model], found: ErrorDetails) -> _Finding | None:
        """Judges a violation; None if it may not pass."""
        location, value = found["loc"], found["input"]
        if found["type"] == "missing":
            if self.empties and not value and self._may_lack(cls, location[:-1]):
                return _Finding(location[:-1], (DeviationKind.EMPTY,), _REMOVE, value)
            if self._may_lack(cls, location):
                return _Finding(location, (DeviationKind.MISSING,))
            return None
        absent = self._judge_absent(value)
        if (
            absent is not None
            and found["type"] != "extra_forbidden"
            and self._may_lack(cls, location)
        ):
            # One that `missing` names, and may as well be empty.
            keep = found["type"] == "too_short" and not self._is_optional(cls, location)
            return _Finding(location, (absent,), _KEEP if keep else _REMOVE, value)
        rule = _RULES.get(found["type"])
        judgement = None if rule is None else rule(self, value)
        if judgement is not None:
            return _Finding(location, *judgement, value)
        if self.unreadable and _says_nothing(found) and self._may_lack(cls, location):
            return _Finding(location, (DeviationKind.UNREADABLE,), _REMOVE, value)
        return None

    def _judge_absent(self, value: Any) -> DeviationKind | None:
        if value is None:
            return DeviationKind.NULL if self.nulls else None
        if self.empties and value in ("", [], {}):
            return DeviationKind.EMPTY
        return None

    def _may_lack(self, cls: type[Model], location: _Location) -> bool:
        """Tells whether a field may be absent; an item of an array may not."""
        if not location or isinstance(location[-1], int):
            return False
        path = ".".join(_names(location))
        return path in self.missing.get(cls, ()) or self._is_optional(cls, location)

    def _is_optional(self, cls: type[Model], location: _Location) -> bool:
        found = _find(cls, _names(location))
        return found is not None and not found.is_required()


# --- Judging --------------------------------------------------------------------------

_Location = tuple[int | str, ...]

_KEEP: Final = object()
_REMOVE: Final = object()


@dataclass(frozen=True)
class _Finding:
    """A violation that may pass.

    Attributes:
        location: Where it is, in names of the wire.
        kinds: What it is.
        mend: The value to put there, or what to do with the one that is there.
        value: The value that is there.
    """

    location: _Location
    kinds: tuple[DeviationKind, ...]
    mend: Any = _KEEP
    value: Any = None


class _Report:
    """Collects the deviations of a message over all rounds."""

    def __init__(self) -> None:
        self._found: dict[Deviation, None] = {}
        self._values: dict[_Location, Any] = {}

    def add(self, findings: Iterable[_Finding]) -> None:
        """Takes note of findings; what came first at a place is its value."""
        for finding in findings:
            path = json_path(finding.location)
            value = self._values.setdefault(finding.location, finding.value)
            if DeviationKind.UNREADABLE in finding.kinds:
                self._forget(path)
            for kind in finding.kinds:
                self._found.setdefault(Deviation(path, kind, value))

    def _forget(self, path: str) -> None:
        """Drops the vain attempts to make sense of a value."""
        self._found = {each: None for each in self._found if each.path != path}

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """All of them."""
        return tuple(self._found)


_Judgement = tuple[tuple[DeviationKind, ...], Any] | None


def _judge_extra(tolerance: Tolerance, value: Any) -> _Judgement:
    return ((DeviationKind.EXTRA_FIELD,), _KEEP) if tolerance.extra_fields else None


def _judge_value(tolerance: Tolerance, value: Any) -> _Judgement:
    if tolerance.unknown_values and isinstance(value, str):
        return (DeviationKind.UNKNOWN_VALUE,), _KEEP
    return None


def _judge_length(tolerance: Tolerance, value: Any) -> _Judgement:
    if len(value) <= tolerance.long_texts:
        return (DeviationKind.LONG_TEXT,), _KEEP
    return None


def _judge_time(tolerance: Tolerance, value: Any) -> _Judgement:
    read = _read_time(value)
    if read is None:
        return None
    moment, kinds = read
    if DeviationKind.ODD_TIME in kinds and not tolerance.odd_times:
        return None
    if DeviationKind.NAIVE_TIME in kinds:
        if tolerance.naive_times is None:
            return None
        moment = moment.replace(tzinfo=tolerance.naive_times)
    try:
        return kinds, moment.astimezone(UTC).isoformat()
    except OverflowError:
        return None


def _judge_text(tolerance: Tolerance, value: Any) -> _Judgement:
    if isinstance(value, (dict, list)):
        return _judge_object(tolerance, value)
    if not tolerance.bare_texts or not isinstance(value, (bool, int, float)):
        return None
    if abs(value) == math.inf:  # 1e999
        return None
    return (DeviationKind.BARE_TEXT,), to_json(value).decode()


def _judge_object(tolerance: Tolerance, value: Any) -> _Judgement:
    if not tolerance.containers:
        return None
    try:
        text = json.dumps(
            value, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        )
    except (ValueError, RecursionError):
        return None
    return (DeviationKind.CONTAINER,), text


def _judge_array(tolerance: Tolerance, value: Any) -> _Judgement:
    if not tolerance.containers or value is None:
        return None
    # A copy, as what is mended in it is not as it came.
    return (DeviationKind.CONTAINER,), [deepcopy(value)]


def _judge_bounds(tolerance: Tolerance, value: Any) -> _Judgement:
    return ((DeviationKind.OUT_OF_BOUNDS,), _KEEP) if tolerance.bounds else None


def _judge_boolean(tolerance: Tolerance, value: Any) -> _Judgement:
    if tolerance.odd_booleans and type(value) is int and value in _BOOLEANS:
        return (DeviationKind.ODD_NUMBER,), _BOOLEANS[value]
    return _judge_number(_to_boolean)(tolerance, value)


def _says_nothing(found: ErrorDetails) -> bool:
    """Tells whether a value is none that the field could ever hold."""
    return Violation.of(found).kind in _SAYS_NOTHING


def _judge_number(convert: Callable[[Any], Any]) -> _Rule:
    def judge(tolerance: Tolerance, value: Any) -> _Judgement:
        number = convert(value) if tolerance.odd_numbers else None
        return None if number is None else ((DeviationKind.ODD_NUMBER,), number)

    return judge


def _to_number(value: Any) -> int | float | None:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        return None
    number = float(value) if _FRACTION.search(value) else int(value)
    return number if math.isfinite(number) else None


def _to_integer(value: Any) -> int | None:
    number = value if isinstance(value, float) else _to_number(value)
    if not isinstance(number, float):
        return number
    return int(number) if number.is_integer() and abs(number) < _EXACT else None


def _to_boolean(value: Any) -> bool | None:
    if isinstance(value, str):
        return _BOOLEANS.get(value.strip().lower())
    return _BOOLEANS.get(value) if isinstance(value, int) else None


_NUMBER: Final = re.compile(
    r"\s*[+-]?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,3})?\s*", re.ASCII
)
_FRACTION: Final = re.compile(r"[.eE]")
_EXACT: Final = 2.0**53  # Beyond, a float does not tell an integer from the next one.
_BOOLEANS: Final[Mapping[str | int, bool]] = {
    "true": True,
    "1": True,
    1: True,
    "false": False,
    "0": False,
    0: False,
}

_SAYS_NOTHING: Final = frozenset(
    {ViolationKind.TYPE, ViolationKind.FORMAT, ViolationKind.PATTERN}
)

_Rule = Callable[[Tolerance, Any], _Judgement]

# By the type of the error; what has no rule never passes.
_RULES: Final[Mapping[str, _Rule]] = {
    "extra_forbidden": _judge_extra,
    "enum": _judge_value,
    "string_too_long": _judge_length,
    "datetime_format": _judge_time,
    "string_type": _judge_text,
    "int_type": _judge_number(_to_integer),
    "float_type": _judge_number(_to_number),
    "bool_type": _judge_boolean,
    "tuple_type": _judge_array,
    "greater_than_equal": _judge_bounds,
    "less_than_equal": _judge_bounds,
    "multiple_of": _judge_bounds,
}

_SENTENCES: Final[Mapping[DeviationKind, str]] = {
    DeviationKind.EXTRA_FIELD: "The schema does not have this field",
    DeviationKind.UNKNOWN_VALUE: "The enumeration does not have this value",
    DeviationKind.LONG_TEXT: "The text is too long",
    DeviationKind.NAIVE_TIME: "The time has no time zone",
    DeviationKind.ODD_TIME: "The time is not spelled as RFC 3339 says",
    DeviationKind.ODD_NUMBER: "The number or boolean has another form",
    DeviationKind.BARE_TEXT: "A number or boolean stands for a text",
    DeviationKind.NULL: "Null stands for an absent field",
    DeviationKind.EMPTY: "An empty value stands for an absent field",
    DeviationKind.MISSING: "A required field is absent",
    DeviationKind.CONTAINER: "The value stands in a container of another kind",
    DeviationKind.OUT_OF_BOUNDS: "The number is out of its bounds",
    DeviationKind.UNREADABLE: "The value cannot be read and counts as absent",
    DeviationKind.BINARY: "The message came in a binary frame",
    DeviationKind.CONTROL_CHARACTER: "A control character is not escaped",
    DeviationKind.INTEGER_ID: "The message id is a number",
    DeviationKind.EDITED: "The frame was edited before it was read",
}


# --- Times ----------------------------------------------------------------------------


def _read_time(text: str) -> tuple[datetime, tuple[DeviationKind, ...]] | None:
    """Returns the moment that odd text tells, and what is odd about it."""
    plain = text.strip()
    if not _TIME_LIKE.fullmatch(plain):
        return None
    plain = plain.upper().replace("/", "-")
    plain = _ZONE_TWICE.sub(r"\1", _BEFORE_ZONE.sub("", plain))
    plain, leaps = _LEAP_SECOND.subn("59", plain)
    try:
        moment = datetime.fromisoformat(plain) + leaps * _SECOND
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is not None:
        return moment, (DeviationKind.ODD_TIME,)
    if _PLAIN_NAIVE.fullmatch(text) and not leaps:
        return moment, (DeviationKind.NAIVE_TIME,)
    return moment, (DeviationKind.ODD_TIME, DeviationKind.NAIVE_TIME)


# A date and a time of day, in whichever form. Some Pythons take 24 for an hour.
_TIME_LIKE: Final = re.compile(
    r"[\d/W-]{7,10}[Tt ](?!24)\d[\d:.,+Zz -]{1,30}", re.ASCII
)
_BEFORE_ZONE: Final = re.compile(r"\s+(?=(Z|[+-][\d:]+)$)")
_ZONE_TWICE: Final = re.compile(r"([+-]\d\d:?(\d\d)?)Z$")
# A datetime has no such second, and neither has the clock of most computers.
_LEAP_SECOND: Final = re.compile(r"(?<=[Tt ]\d\d:59:)60(?![\d:])", re.ASCII)
_SECOND: Final = timedelta(seconds=1)
_PLAIN_NAIVE: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?", re.ASCII
)


# --- Reading --------------------------------------------------------------------------


def _read(cls: type[ModelT], text: str | bytes) -> ModelT:
    """Returns what the validator of a class makes of JSON text, by the strict rules."""
    message: ModelT = cls.__pydantic_validator__.validate_json(
        text, strict=True, by_alias=True, by_name=False
    )
    return message


def _parse(cls: type[Model], text: str | bytes) -> Any:
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise DecodeError.not_json(cls.__name__, error) from None


def _mend(value: Any, location: _Location, mend: Any) -> None:
    *parents, last = location
    for step in parents:
        value = value[step]
    if mend is _REMOVE:
        del value[last]
    else:
        value[last] = mend


# --- Fields ---------------------------------------------------------------------------


def _check_missing(cls: Any, paths: Collection[str]) -> frozenset[str]:
    if not (isclass(cls) and issubclass(cls, Model)):
        raise ToleranceError(repr(cls), "not a message")
    package = sys.modules.get(cls.__module__.rpartition(".")[0])
    if not hasattr(package, "VERSION"):  # such as those of v1x
        raise ToleranceError(cls.__name__, "not of one version")
    if isinstance(paths, str):
        raise ToleranceError(cls.__name__, "one text where a list of them belongs")
    for path in paths:
        found = _find(cls, path.split("."))
        if found is None:
            raise ToleranceError(f"{cls.__name__}.{path}", "there is no such field")
        if not found.is_required():
            raise ToleranceError(f"{cls.__name__}.{path}", "the field is not required")
    return frozenset(paths)


def _names(location: _Location) -> list[str]:
    return [name for name in location if isinstance(name, str)]


def _find(cls: type[Model], names: Sequence[str]) -> FieldInfo | None:
    """Returns the field that names on the wire lead to."""
    *parents, last = names
    for name in parents:
        parent = _fields(cls).get(name)
        inner = None if parent is None else _model_in([parent.annotation])
        if inner is None:
            return None
        cls = inner
    return _fields(cls).get(last)


@cache
def _fields(cls: type[Model]) -> Mapping[str, FieldInfo]:
    return {
        found.serialization_alias or name: found
        for name, found in cls.model_fields.items()
    }


def _model_in(hints: Iterable[Any]) -> type[Model] | None:
    """Returns the datatype that a type hint is about."""
    for hint in hints:
        if isinstance(hint, type) and issubclass(hint, Model):
            return hint
        if (inner := _model_in(get_args(hint))) is not None:
            return inner
    return None


def _tolerance(values: Mapping[str, Any]) -> Tolerance:
    return Tolerance(**values)


STRICT: Final = Tolerance()
"""Nothing passes."""

FIELD: Final = Tolerance(
    extra_fields=True,
    unknown_values=True,
    long_texts=1000,
    naive_times=UTC,
    odd_times=True,
    odd_booleans=True,
    bare_texts=True,
    nulls=True,
    empties=True,
    containers=True,
    bounds=True,
    unreadable=True,
)
"""What chargers in the field do, and a back office can live with.

Serial numbers of 33 characters where 25 are allowed, values of configuration keys of
551 where 500 are, 1000 at the most; times without a zone, taken to be in UTC; offsets
such as `+02`; values of configuration keys and of meters that are numbers; 0 and 1 for
booleans; null and empty texts; codes and fields of the vendor; one object where an
array belongs; limits with too many decimals; and, as if they were absent, times that
are none.
"""

LENIENT: Final = Tolerance(
    extra_fields=True,
    unknown_values=True,
    long_texts=math.inf,
    naive_times=UTC,
    odd_times=True,
    odd_numbers=True,
    odd_booleans=True,
    bare_texts=True,
    nulls=True,
    empties=True,
    containers=True,
    bounds=True,
    unreadable=True,
)
"""Everything that can pass without being named."""
