"""The differences between the versions of OCPP-J, as data.

OCPP 1.5 has no specification of its own for JSON and follows 1.6; OCPP 2.0 follows
2.0.1. To use another rule than the published one, change a dialect with
`dataclasses.replace` and pass it to the session or to `Settings.dialects`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from ocpp_rpc.errors import ErrorCode, OcppError

from .error_codes import read_code
from .frames import CallError, CallResultError, MessageType
from .identities import is_identifier

__all__ = ["DIALECTS", "Dialect", "IdScope"]

_CALLS = frozenset({MessageType.CALL, MessageType.CALL_RESULT, MessageType.CALL_ERROR})


class IdScope(StrEnum):
    """The messages of one sender among which ids have to be unique.

    Attributes:
        CONNECTION: The messages of one connection.
        STATION: The messages of all successive connections of one station.
    """

    CONNECTION = "connection"
    STATION = "station"


KeyT = TypeVar("KeyT")
ValueT_co = TypeVar("ValueT_co", covariant=True)
ErrorFrameT = TypeVar("ErrorFrameT", CallError, CallResultError)


class _Table(Mapping[KeyT, ValueT_co]):
    """An immutable mapping; unlike a MappingProxyType, it can be pickled."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Mapping[KeyT, ValueT_co]) -> None:
        self._rows = dict(rows)

    def __repr__(self) -> str:
        return repr(self._rows)

    def __getitem__(self, key: KeyT) -> ValueT_co:
        return self._rows[key]

    def __iter__(self) -> Iterator[KeyT]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The rules of one subprotocol.

    Attributes:
        version: The version of OCPP, for example "2.0.1".
        subprotocol: Its name in the WebSocket handshake, for example "ocpp2.0.1".
        message_types: The message types of the version.
        unknown_type: The error code that answers a message of another type. None: such
            messages are ignored (OCPP-J 1.6 §4.1.3, 2.0.1 and 2.1 part 4 §4.1.3; part 4
            §4.4 of 2.0.1 has MessageTypeNotSupported instead, later withdrawn).
        spelling: The spelling of codes that the version spells differently from
            `ErrorCode`.
        malformed_call: The error code for a CALL whose frame is wrong but whose id can
            be read (1.6 table 7; 2.0.1 part 4 table 8, 2.1 part 4 table 9).
        id_in_use: The error code for a CALL with the id of a CALL that is still being
            handled. No version specifies one.
        unreadable_id: The id that answers a text whose id cannot be read (2.0.1 and 2.1
            part 4 §4.2.3). None: such a text is not answered.
        id_scope: The messages of one sender among which ids have to be unique (1.6
            §4.1.4; 2.0.1 §4.1.4 with its errata of 2023-12, 4.2; 2.1 §4.1.4).
        description_limit: Maximum length of an error description, in characters (2.0.1
            part 4 table 7); longer ones are cut. 1.6 has no limit.
        identity_limit: Maximum length of the identity of a station, in characters. An
            identity is then an identifierString without a colon (2.0.1 part 4 §3.1.1
            with its errata, 2.17.3; part 2 §2.1.4), but may have blanks, as in the
            example of §3.1.1. None: any identity is allowed, as in 1.6.
    """

    version: str
    subprotocol: str
    message_types: frozenset[MessageType]
    unknown_type: ErrorCode | None = None
    spelling: Mapping[ErrorCode, str] = field(default_factory=dict[ErrorCode, str])
    malformed_call: ErrorCode
    id_in_use: ErrorCode
    unreadable_id: str | None
    id_scope: IdScope
    description_limit: int = 255
    identity_limit: int | None = None

    def allows_identity(self, identity: str) -> bool:
        """Tell whether this version allows an identity of a station."""
        limit = self.identity_limit
        return limit is None or (len(identity) <= limit and is_identifier(identity))

    def spell(self, code: ErrorCode | str) -> str:
        """Return a code as this version spells it; a vendor's own code unchanged."""
        known = read_code(code)
        if isinstance(known, ErrorCode):
            return self.spelling.get(known, known.value)
        return str(known)

    def error_frame(
        self, kind: type[ErrorFrameT], message_id: str, error: OcppError
    ) -> ErrorFrameT:
        """Return the frame of an error as this version writes it.

        Args:
            kind: `CallError` or `CallResultError`.
            message_id: The id of the message that the error answers.
            error: The error; its description is cut to `description_limit`.
        """
        # A description may be the text of any exception, such as one that names a file
        # whose name is no text.
        description = error.description.encode(errors="replace").decode()
        return kind(
            message_id,
            self.spell(error.code),
            description[: self.description_limit],
            dict(error.details),
        )


# OCPP-J 1.6 table 7. The misspellings stay (errata 5.1 and 5.2). What 1.6 does not know
# is a GenericError there, its code for errors "not covered by the previous ones".
_SPELLING_1X: Mapping[ErrorCode, str] = _Table(
    {
        ErrorCode.FORMAT_VIOLATION: "FormationViolation",
        ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION: "OccurenceConstraintViolation",
        ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED: "GenericError",
        ErrorCode.RPC_FRAMEWORK_ERROR: "GenericError",
    }
)

_V16 = Dialect(
    version="1.6",
    subprotocol="ocpp1.6",
    message_types=_CALLS,
    spelling=_SPELLING_1X,
    malformed_call=ErrorCode.FORMAT_VIOLATION,
    id_in_use=ErrorCode.PROTOCOL_ERROR,
    unreadable_id=None,
    id_scope=IdScope.CONNECTION,
)

_V201 = Dialect(
    version="2.0.1",
    subprotocol="ocpp2.0.1",
    message_types=_CALLS,
    malformed_call=ErrorCode.RPC_FRAMEWORK_ERROR,
    id_in_use=ErrorCode.RPC_FRAMEWORK_ERROR,
    unreadable_id="-1",
    id_scope=IdScope.STATION,
    identity_limit=48,
)

DIALECTS: Mapping[str, Dialect] = _Table(
    {
        "1.5": replace(_V16, version="1.5", subprotocol="ocpp1.5"),
        "1.6": _V16,
        "2.0": replace(_V201, version="2.0", subprotocol="ocpp2.0"),
        "2.0.1": _V201,
        "2.1": replace(
            _V201,
            version="2.1",
            subprotocol="ocpp2.1",
            message_types=frozenset(MessageType),
        ),
    }
)
"""The dialect of each version."""
