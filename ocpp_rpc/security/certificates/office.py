"""The messages about certificates at a back office, in 1.6, 2.0.1 and 2.1."""

from __future__ import annotations

import asyncio
import base64
import inspect
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ocpp_rpc.errors import OcppRpcError
from ocpp_rpc.handlers.routing import Router
from ocpp_rpc.lines import about, one_line
from ocpp_rpc.security.claims import claimed_identity

from .actions import ActionRouter, ask, response
from .faults import CertificateRejected
from .hashing import HashData, normalized
from .issuing import Issuance, IssuanceState, SigningRequest
from .ocsp import OcspRequest, ocsp_request
from .pem import Readable, size_limit, within
from .uses import signing_type, signing_uses

if TYPE_CHECKING:
    from typing import Self

    from ocpp_rpc.connection.connection import Connection
    from ocpp_rpc.security.server import SerialOf

__all__ = [
    "AskResponder",
    "CertificateOffice",
    "OnIssuance",
    "Sign",
]

logger = logging.getLogger("ocpp_rpc.security")

Sign: TypeAlias = Callable[[SigningRequest], Awaitable["Readable | Iterable[Readable]"]]
"""Has an authority sign a request; returns the certificate, then its authorities.

The function may take as long as it needs. If it raises an exception, the exception is
logged, and the station gets no certificate."""

OnIssuance: TypeAlias = Callable[[Issuance], object]
"""Called each time that the state of a request for a certificate changes."""

AskResponder: TypeAlias = Callable[[OcspRequest], Awaitable[bytes | None]]
"""Asks an OCSP responder; returns its answer, or None if there is none.

Ask only hosts that are on a list of your own, because the URL comes from a station."""

_ACCEPTED: Final = "Accepted"
_REJECTED: Final = "Rejected"


class CertificateOffice:
    """Has the certificate requests of stations signed, and delivers the certificates.

    Pass `routes` to the server, alone or included in a router of your own. They answer
    SignCertificate, and GetCertificateStatus of 2.x. Use the office as an async context
    manager, or call `close`, because it handles requests in tasks of its own: a station
    may have lost its connection by the time its certificate is ready.

    Args:
        sign: Has your authority sign a request, and returns the certificate
            (A02.FR.04).
        serial_of: Returns the serial number of the station with an identity, or an
            awaitable of it. The request has to name it (A00.FR.511). If it returns
            None, the station may not request a certificate.
        organization: The operator, which the O of requests and certificates has to
            contain; None: any O is accepted.
        roots: The roots to which certificates have to lead, so that the office finds a
            fault of the authority before a station does; None skips the check.
        connections: The open connections by identity, such as `Server.connections`, to
            deliver a certificate over a later connection than that of the request.
        max_chain_size: The maximal number of characters of a chain that stations
            accept, if less than 10,000: `CertificateSignedMaxChainSize` (1.6),
            `MaxCertificateChainSize` (2.x).
        ask_responder: Asks an OCSP responder for a station; with None, the office
            answers GetCertificateStatus with Failed.
        on_issuance: Called each time that the state of a request changes; must not
            block.
        now: Returns the time, with a time zone.

    Attributes:
        routes: The handlers of the two messages.
        issuances: The last request of each station, by identity.
    """

    def __init__(  # noqa: PLR0913
        self,
        sign: Sign,
        *,
        serial_of: SerialOf,
        organization: str | None = None,
        roots: Iterable[Readable] | None = None,
        connections: Mapping[str, Connection] | None = None,
        max_chain_size: int | None = None,
        ask_responder: AskResponder | None = None,
        on_issuance: OnIssuance | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._sign = sign
        self._serial_of = serial_of
        self._organization = organization
        self._roots = None if roots is None else list(roots)
        self.connections = connections
        self._max_chain_size = max_chain_size
        self._ask_responder = ask_responder
        self._on_issuance = on_issuance
        self._now = now
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._serials: dict[str, str] = {}
        self._requests: dict[str, SigningRequest] = {}
        self.issuances: Final[dict[str, Issuance]] = {}
        self.routes: Final[Router] = ActionRouter(
            {
                "GetCertificateStatus": self._get_certificate_status,
                "SignCertificate": self._sign_certificate,
            },
            {"SignCertificate": self._after_sign_certificate},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Cancel the requests that are still being handled."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- SignCertificate --------------------------------------------------------------

    async def _sign_certificate(self, request: Any, connection: Connection) -> Any:
        identity, version = connection.identity, connection.package.VERSION
        uses = signing_uses(getattr(request, "certificate_type", None), version)
        number = getattr(request, "request_id", None)
        serial = self._serial_of(claimed_identity(connection))
        serial = await serial if inspect.isawaitable(serial) else serial
        issuance = Issuance(identity, version, uses, number)
        try:
            if serial is None:
                issuance.refuse("the serial number of the station is not known")
            else:
                self._receive(issuance, request, serial)
        except CertificateRejected:
            pass  # the issuance has the reason
        self._tell(issuance)
        if issuance.state is IssuanceState.REFUSED:
            return response(
                connection,
                "SignCertificate",
                _REJECTED,
                reason="InvalidCSR",
                detail=issuance.detail,
            )
        return response(connection, "SignCertificate", _ACCEPTED)

    def _receive(self, issuance: Issuance, request: Any, serial: str) -> None:
        identity = issuance.identity
        root = getattr(request, "hash_root_certificate", None)
        found = issuance.receive(
            request.csr,
            organization=self._organization,
            serial=serial,
            root=None if root is None else _hash_data(root),
        )
        self._serials[identity] = serial
        self._requests[identity] = found
        self.issuances[identity] = issuance

    def _after_sign_certificate(
        self, request: Any, found: Any, connection: Connection
    ) -> None:
        """Have the request signed, and cancel an older request of the station."""
        identity = connection.identity
        if found.status != _ACCEPTED or self._requests[identity].csr != request.csr:
            return
        old = self._tasks.pop(identity, None)
        if old is not None:
            old.cancel()
        task = asyncio.create_task(self._issue(self.issuances[identity], connection))
        self._tasks[identity] = task
        task.add_done_callback(lambda done: self._ended(identity, done))

    def _ended(self, identity: str, task: asyncio.Task[None]) -> None:
        if self._tasks.get(identity) is task:
            del self._tasks[identity]

    async def _issue(self, issuance: Issuance, connection: Connection) -> None:
        """Have a request signed, and deliver the certificate."""
        identity = issuance.identity
        try:
            chain = await self._sign(self._requests[identity])
            issuance.take(
                chain,
                roots=self._roots,
                organization=self._organization,
                serial=self._serials[identity],
                now=self._now(),
                limit=self._max_chain_size,
            )
        except Exception as error:  # noqa: BLE001 - whatever an authority raises
            issuance.fail(one_line(error))
            logger.warning(
                "%r: no certificate: %s: %s",
                identity,
                type(error).__name__,
                issuance.detail,
                extra=about(identity, connection.version),
            )
            self._tell(issuance)
            return
        self._tell(issuance)
        await self.deliver(self._connection(identity, connection))

    def _connection(self, identity: str, connection: Connection) -> Connection:
        """Return the open connection of a station, or else its last one."""
        if connection.closed and self.connections is not None:
            return self.connections.get(identity, connection)
        return connection

    async def deliver(self, connection: Connection) -> IssuanceState | None:
        """Send a station the certificate that is ready for it, if there is one.

        The office does that by itself when the certificate becomes ready. If the
        station was not connected then, call this when it has connected again.

        Returns:
            The state of its last request; None if it has made none. The state is still
            SIGNED if the station could not be reached.
        """
        issuance = self.issuances.get(connection.identity)
        if issuance is None or issuance.state is not IssuanceState.SIGNED:
            return None if issuance is None else issuance.state
        payload: dict[str, Any] = {"certificateChain": issuance.chain}
        if connection.package.VERSION != "1.6":
            payload["certificateType"] = signing_type(issuance.uses)
        if connection.package.VERSION == "2.1":
            payload["requestId"] = issuance.request_id
        try:
            found = await ask(connection, "CertificateSigned", **payload)
        except OcppRpcError as error:
            issuance.detail = one_line(error)
        else:
            info = getattr(found, "status_info", None)
            detail = "" if info is None else info.additional_info or info.reason_code
            issuance.answered(str(found.status), detail)
        self._tell(issuance)
        return issuance.state

    def _tell(self, issuance: Issuance) -> None:
        if self._on_issuance is not None:
            self._on_issuance(issuance)

    # --- GetCertificateStatus ---------------------------------------------------------

    async def _get_certificate_status(
        self, request: Any, connection: Connection
    ) -> Any:
        version, action = connection.package.VERSION, "GetCertificateStatus"
        result = None
        try:
            asked = ocsp_request(request.ocsp_request_data)
            if self._ask_responder is not None:
                result = await self._ask_responder(asked)
            text = None if result is None else base64.b64encode(result).decode()
            if text is not None:
                within(text, size_limit(version, action))
        except Exception as error:  # noqa: BLE001 - whatever a responder raises
            logger.warning(
                "%r: no OCSP response: %s",
                connection.identity,
                one_line(error),
                extra=about(connection.identity, version),
            )
            text = None
        status = "Failed" if text is None else _ACCEPTED
        return response(connection, action, status, ocspResult=text)


def _hash_data(fields: Any) -> HashData | None:
    try:
        return normalized(fields)
    except ValueError:
        return None
