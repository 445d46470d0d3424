"""Writes the request of a call, and reads the response.

A request of one version is sent unchanged. A request of `v1x` or `v2x` is written in
each version that can express it, and the response is read in the version of the
station.
"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Mapping
from typing import Any, Final, cast

import ocpp_messages
from ocpp_messages import (
    LENIENT,
    DecodeError,
    Model,
    NotExpressible,
    Procedure,
    ProcedureKind,
    Tolerance,
    valid_type,
)
from ocpp_messages.serializer import dumps, loads
from ocpp_rpc.errors import CannotSend, ErrorCode, InvalidResponse, OcppError
from ocpp_rpc.fleet.failures import as_failure, from_failure
from ocpp_rpc.fleet.wire import is_said, pack, split_answer, unpack
from ocpp_rpc.protocol import frames
from ocpp_rpc.protocol.error_codes import received_error
from ocpp_rpc.protocol.parsing import parse

__all__ = ["Asked"]

_ADDED: Final = Tolerance(extra_fields=True)
"""Tolerates extra fields in responses, because families have no place for them."""


class Asked:
    """A request to a station, and the reading of its answer.

    Args:
        request: The request.

    Attributes:
        id: The id of the call; each attempt has its own.
        action: The action of the request.
        name: The class of the request, with its module.
        exact: Whether the version of the station has to have exactly this class.

    Raises:
        CannotSend: It is not a request that a back office sends.
    """

    def __init__(self, request: Model) -> None:
        cls = valid_type(request)
        package: Any = sys.modules.get(cls.__module__.rpartition(".")[0])
        self._procedure = procedure = _procedure_of(cls, package)
        self.id = str(uuid.uuid4())
        self.action: Final = procedure.action
        self.name: Final = f"{cls.__module__}.{cls.__qualname__}"
        versions: tuple[str, ...] = getattr(package, "VERSIONS", ())
        self._family: Any = package if versions else None
        self.exact: Final = not versions
        self._payloads: Mapping[str, str | OcppError]
        if versions:
            self._payloads = {each: self._express(request, each) for each in versions}
        else:
            self._payloads = {package.VERSION: dumps(request)}

    def renew(self) -> None:
        """Take another id for another attempt, because a node answers each id once."""
        self.id = str(uuid.uuid4())

    @property
    def frames(self) -> Mapping[str, str]:
        """The frame for each version, or the failure if there is no frame."""
        return {each: self._frame(of) for each, of in self._payloads.items()}

    def _frame(self, payload: str | OcppError) -> str:
        if isinstance(payload, OcppError):
            return pack(as_failure(payload)).decode()
        return frames.Call(self.id, self.action, payload).serialize()

    def _express(self, request: Model, version: str) -> str | OcppError:
        """Return the payload of a request of a family, or the error of the version."""
        try:
            return dumps(self._family.serializer(version).express(request))
        except NotExpressible as error:
            code = ErrorCode.NOT_SUPPORTED
            return OcppError(code, str(error), action=self.action)

    def read(self, answer: bytes) -> Any:
        """Return the response in an answer.

        Raises:
            OcppRpcError: The answer is a failure, or cannot be read.
        """
        if not is_said(answer):
            raise from_failure(unpack(answer))
        text, version = split_answer(answer)
        frame = parse(text)
        if isinstance(frame, frames.CallError):
            raise received_error(frame, self.action)
        if not isinstance(frame, frames.CallResult):
            raise InvalidResponse(self.action, "the node's answer is no frame")
        try:
            return self._response(frame.payload, version)
        except DecodeError as error:
            detail, violations = str(error), error.violations
            raise InvalidResponse(self.action, detail, violations) from None

    def _response(self, payload: str, version: str) -> Any:
        if self._family is None:
            return _lenient(cast(type[Model], self._procedure.response), payload)
        standard = ocpp_messages.load(version).PROCEDURES[self.action]
        response = cast(type[Model], standard.response)
        message = _ADDED.loads(response, payload).message
        return self._family.serializer(version).read(message)


def _procedure_of(cls: type[Model], package: Any) -> Procedure:
    """Return the procedure of a request that a back office sends.

    Raises:
        CannotSend: It is not such a request.
    """
    procedure = getattr(package, "PROCEDURES_BY_REQUEST", {}).get(cls)
    if procedure is None:
        raise CannotSend(f"{cls.__module__}.{cls.__qualname__} is not a request")
    if procedure.kind is not ProcedureKind.CALL:
        raise CannotSend(f"{procedure.action} is a {procedure.kind}, not a CALL")
    if package.BACK_OFFICE not in procedure.senders:
        raise CannotSend(f"a {package.BACK_OFFICE} does not send {procedure.action}")
    return cast(Procedure, procedure)


def _lenient(cls: type[Model], payload: str) -> Model:
    """Read a response that the node has accepted, with full tolerance.

    Raises:
        DecodeError: It has a deviation that is never tolerated.
    """
    try:
        return loads(cls, payload)
    except DecodeError:
        return LENIENT.loads(cls, payload).message
