"""The messages about certificates at a station, in 1.6, 2.0.1 and 2.1."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ocpp_rpc.errors import CallTimeout, ConnectionClosed, OcppRpcError
from ocpp_rpc.handlers.routing import Router
from ocpp_rpc.lines import about, one_line
from ocpp_rpc.security.events import MAX_TECH_INFO, StationEvent, name_in

from .actions import ActionRouter, ask, check_known, response
from .faults import CertificateRejected, Reason
from .own import OwnCertificate
from .renewal import NO_RETRIES, Renewal, RenewalState, Retries
from .store import CertificateStore, Installed
from .uses import (
    STATION,
    OwnUses,
    check_uses,
    root_use,
    signing_type,
    signing_uses,
    triggered_uses,
)

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["OnRenewed", "RenewalFailed", "ReportEvent", "StationCertificates"]

logger = logging.getLogger("ocpp_rpc.security")

OnRenewed: TypeAlias = Callable[[OwnCertificate, "Connection"], object]
"""Called with an accepted certificate and the connection over which it arrived; may
return an awaitable."""

ReportEvent: TypeAlias = Callable[[StationEvent, str], object]
"""Called with a security event that the station has to report, and its techInfo."""

_ACCEPTED: Final = "Accepted"
_REJECTED: Final = "Rejected"

_EVENT: Final = StationEvent.INVALID_CHARGING_STATION_CERTIFICATE

_REASON_CODES: Final = {Reason.STORE_FULL: "OutOfStorage"}


class RenewalFailed(OcppRpcError):
    """A station has requested a certificate and received none.

    Attributes:
        state: REFUSED if the back office has rejected the request; GIVEN_UP if no
            acceptable certificate has arrived in time, or a newer request has replaced
            this one.
    """

    def __init__(self, state: RenewalState) -> None:
        super().__init__(state)
        self.state = state

    def __str__(self) -> str:
        if self.state is RenewalState.REFUSED:
            return "the back office has rejected the request for a certificate"
        return "the requested certificate did not arrive"


class StationCertificates:
    """Answers a back office's requests about certificates, and requests new ones.

    Pass `routes` to the connection, alone or included in a router of your own. They
    answer CertificateSigned, InstallCertificate, GetInstalledCertificateIds and
    DeleteCertificate. `triggers` answer ExtendedTriggerMessage (1.6) and TriggerMessage
    (2.x), with NotImplemented if another message is triggered. If your station can send
    other messages when triggered, write a handler of your own that calls `triggered`.

    If a new certificate has a fault, it is discarded, the old one stays, and the
    station reports InvalidChargePointCertificate or InvalidChargingStationCertificate
    (A02.FR.07).

    The root that the back office uses cannot be deleted (M04.FR.06). Over TLS, that
    root is found if it has issued the certificate of the server itself; otherwise call
    `CertificateStore.connected_with`.

    Args:
        store: The certificates.
        retries: The waiting times and repetitions of SignCertificate in 2.x. In 1.6,
            which has no such variables, the station sends SignCertificate once.
        on_renewed: Called after a certificate is accepted and the reply is sent.
            Reconnect with the certificate then (A02.FR.08); in 1.6, wait until it is
            valid.
        report: Reports a discarded certificate. Pass `EventReporter.report`, which
            keeps events that cannot be sent yet. With None, SecurityEventNotification
            is sent once, over the same connection, and lost if that fails.
        now: Returns the time, with a time zone.

    Attributes:
        routes: The handlers of the four messages.
        triggers: The handlers of triggers.
        store: The certificates.
    """

    def __init__(
        self,
        store: CertificateStore,
        *,
        retries: Retries | None = None,
        on_renewed: OnRenewed | None = None,
        report: ReportEvent | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.store: Final = store
        self._retries = retries or Retries()
        self._on_renewed = on_renewed or _nothing
        self._report = report
        self._now = now
        self._ids: Iterator[int] = count(1)
        self._asked: dict[OwnUses, int] = {}
        self._waiting: dict[OwnUses, asyncio.Future[OwnCertificate]] = {}
        self._outcome: OwnCertificate | str = ""
        self.routes: Final[Router] = ActionRouter(
            {
                "CertificateSigned": self._certificate_signed,
                "DeleteCertificate": self._delete_certificate,
                "GetInstalledCertificateIds": self._get_installed_certificate_ids,
                "InstallCertificate": self._install_certificate,
            },
            {"CertificateSigned": self._after_signed},
        )
        triggers = ("ExtendedTriggerMessage", "TriggerMessage")
        self.triggers: Final[Router] = ActionRouter(
            dict.fromkeys(triggers, self._trigger),
            dict.fromkeys(triggers, self._after_trigger),
        )

    # --- Asking for a certificate -----------------------------------------------------

    async def renew(
        self, connection: Connection, uses: OwnUses = STATION
    ) -> OwnCertificate:
        """Request a certificate for a new key, and wait until it is accepted.

        Args:
            connection: The connection to the back office.
            uses: The uses of the certificate; 1.6 has only the default.

        Raises:
            RenewalFailed: The back office has rejected the request, or no certificate
                has arrived.
            NotInVersion: The version has no certificates for these uses.
            ConnectionClosed: The connection was closed before the certificate arrived.
                If it arrives over the next connection, the station still accepts it.
            OcppRpcError: Any other error of `Connection.call`.
            OSError: The key cannot be kept.
        """
        check_known(connection, "SignCertificate")
        version = connection.package.VERSION
        check_uses(uses, version)
        is_16 = version == "1.6"
        renewal = Renewal(NO_RETRIES if is_16 else self._retries)
        csr = self.store.request(uses).csr
        self._asked[uses] = next(self._ids)
        self._supersede(uses)
        waiting = self._waiting[uses] = self._wait_on(connection)
        try:
            return await self._renew(connection, uses, csr, renewal, waiting)
        finally:
            waiting.cancel()
            if self._waiting.get(uses) is waiting:
                del self._waiting[uses]

    def _supersede(self, uses: OwnUses) -> None:
        """End an earlier request for the same uses, because its key is replaced."""
        earlier = self._waiting.get(uses)
        if earlier is not None and not earlier.done():
            _fail(earlier, RenewalFailed(RenewalState.GIVEN_UP))

    async def _renew(
        self,
        connection: Connection,
        uses: OwnUses,
        csr: str,
        renewal: Renewal,
        waiting: asyncio.Future[OwnCertificate],
    ) -> OwnCertificate:
        time = asyncio.get_running_loop().time
        while renewal.state is RenewalState.ASKING:
            accepted = await self._sign(connection, uses, csr)
            renewal.answered(accepted, time())
            if renewal.deadline is not None:
                delay = renewal.deadline - time()
                done, _ = await asyncio.wait({waiting}, timeout=delay)
                if done:
                    return waiting.result()
                renewal.expire(max(time(), renewal.deadline))
        raise RenewalFailed(renewal.state)

    async def _sign(self, connection: Connection, uses: OwnUses, csr: str) -> bool:
        """Send SignCertificate; tell whether it was, or may have been, accepted."""
        version = connection.package.VERSION
        payload: dict[str, Any] = {"csr": csr}
        if version != "1.6":
            payload["certificateType"] = signing_type(uses)
        if version == "2.1":
            payload["requestId"] = self._asked[uses]
        try:
            found = await ask(connection, "SignCertificate", **payload)
        except CallTimeout:
            return True
        return bool(found.status == _ACCEPTED)

    def _wait_on(self, connection: Connection) -> asyncio.Future[OwnCertificate]:
        """Return a future of a certificate, which fails when the connection closes."""
        waiting: asyncio.Future[OwnCertificate]
        waiting = asyncio.get_running_loop().create_future()

        def fail(_: Connection) -> None:
            if not waiting.done():
                _fail(waiting, ConnectionClosed(sent=True))

        connection.on_close(fail)
        return waiting

    # --- CertificateSigned ------------------------------------------------------------

    def _certificate_signed(self, request: Any, connection: Connection) -> Any:
        try:
            self._outcome = self._take(request, connection.package.VERSION)
        except (CertificateRejected, OSError) as error:
            self._outcome = one_line(error, MAX_TECH_INFO)
            return response(
                connection,
                "CertificateSigned",
                _REJECTED,
                reason="InvalidCertificate",
                detail=self._outcome,
            )
        return response(connection, "CertificateSigned", _ACCEPTED)

    def _take(self, request: Any, version: str) -> OwnCertificate:
        uses = signing_uses(getattr(request, "certificate_type", None), version)
        number, asked = getattr(request, "request_id", None), self._asked.get(uses)
        if None not in {number, asked} and number != asked:
            raise CertificateRejected(
                Reason.WRONG_KEY, f"{number} is not the id of the last request"
            )
        return self.store.take(
            request.certificate_chain,
            now=self._now(),
            uses=uses,
            accept_future=version == "1.6",
        )

    async def _after_signed(
        self, _request: Any, _response: Any, connection: Connection
    ) -> None:
        """Report a discarded certificate; call `on_renewed` for an accepted one."""
        outcome = self._outcome
        if isinstance(outcome, str):
            if self._report is None:
                await self._notify(outcome, connection)
            else:
                self._report(_EVENT, outcome)
            return
        waiting = self._waiting.get(outcome.uses)
        if waiting is not None and not waiting.done():
            waiting.set_result(outcome)
        told = self._on_renewed(outcome, connection)
        if inspect.isawaitable(told):
            await told

    async def _notify(self, detail: str, connection: Connection) -> None:
        name = name_in(_EVENT, connection.package.VERSION)
        timestamp = self._now().isoformat()
        event = {"type": name, "timestamp": timestamp, "techInfo": detail or None}
        try:
            await ask(connection, "SecurityEventNotification", **event)
        except OcppRpcError as error:
            logger.warning(
                "%r: %s was not reported: %s",
                connection.identity,
                name,
                one_line(error),
                extra=about(connection.identity, connection.version),
            )

    # --- Roots ------------------------------------------------------------------------

    def _install_certificate(self, request: Any, connection: Connection) -> Any:
        status, reason, detail = _ACCEPTED, None, ""
        try:
            self._install(request)
        except CertificateRejected as error:
            status, detail = _REJECTED, str(error)
            reason = _REASON_CODES.get(error.reason, "InvalidCertificate")
        except OSError as error:
            logger.warning(
                "%r: a root was not installed: %s",
                connection.identity,
                error.strerror,
                extra=about(connection.identity, connection.version),
            )
            status, reason = "Failed", "OutOfStorage"
        return response(
            connection, "InstallCertificate", status, reason=reason, detail=detail
        )

    def _install(self, request: Any) -> None:
        name = str(request.certificate_type)
        use = root_use(name) or name
        self.store.install(use, request.certificate, now=self._now())

    def _get_installed_certificate_ids(
        self, request: Any, connection: Connection
    ) -> Any:
        wanted = _wanted(request, connection.package.VERSION)
        found = [
            each for each in self.store.installed() if not wanted or each.use in wanted
        ]
        status = _ACCEPTED if found else "NotFound"
        action = "GetInstalledCertificateIds"
        return response(connection, action, status, **_report_of(found, connection))

    def _delete_certificate(self, request: Any, connection: Connection) -> Any:
        tls = connection.peer.tls
        shown = None if tls is None else tls.getpeercert(True)
        try:
            if shown is not None:
                self.store.connected_with(shown)
            status: str = self.store.delete(request.certificate_hash_data)
        except (CertificateRejected, OSError) as error:
            logger.warning(
                "%r: a certificate was not deleted: %s",
                connection.identity,
                one_line(error),
                extra=about(connection.identity, connection.version),
            )
            status = "Failed"
        return response(connection, "DeleteCertificate", status)

    # --- Triggers ---------------------------------------------------------------------

    def triggered(
        self, request: Any, connection: Connection
    ) -> Callable[[], Awaitable[None]] | None:
        """Return the function that carries out a trigger to request a certificate.

        Args:
            request: An ExtendedTriggerMessage or TriggerMessage request.
            connection: The connection over which the request arrived.

        Returns:
            A function to await after the trigger is answered with Accepted; it logs
            failures and raises none. None if the trigger is about another message.
        """
        version = connection.package.VERSION
        uses = triggered_uses(str(request.requested_message), version)
        if uses is None:
            return None

        async def follow() -> None:
            try:
                await self.renew(connection, uses)
            except (OcppRpcError, OSError) as error:
                logger.warning(
                    "%r: no new certificate: %s",
                    connection.identity,
                    one_line(error),
                    extra=about(connection.identity, connection.version),
                )

        return follow

    def _trigger(self, request: Any, connection: Connection) -> Any:
        is_ours = self.triggered(request, connection) is not None
        package = connection.package
        action = package.PROCEDURES_BY_REQUEST[type(request)].action
        status = _ACCEPTED if is_ours else "NotImplemented"
        return response(connection, action, status)

    async def _after_trigger(
        self, request: Any, _response: Any, connection: Connection
    ) -> None:
        follow = self.triggered(request, connection)
        if follow is not None:
            await follow()


def _nothing(_own: OwnCertificate, _connection: Connection) -> None:
    """Do nothing about a new certificate."""


def _fail(waiting: asyncio.Future[OwnCertificate], error: OcppRpcError) -> None:
    waiting.set_exception(error)
    waiting.exception()  # asyncio logs an exception that nobody retrieves


def _wanted(request: Any, version: str) -> frozenset[str]:
    """Return the uses that a report is limited to; an empty set is no limit."""
    asked = request.certificate_type
    if version == "1.6":
        return frozenset({str(root_use(asked))})
    return frozenset(map(str, asked or ()))


def _report_of(found: list[Installed], connection: Connection) -> dict[str, Any]:
    """Return the payload of a report in the version of a connection."""
    if not found:
        return {}
    if connection.package.VERSION == "1.6":
        return {"certificateHashData": [_fields(each.hash_data) for each in found]}
    return {
        "certificateHashDataChain": [
            {
                "certificateType": each.use,
                "certificateHashData": _fields(each.hash_data),
            }
            | _children(each)
            for each in found
        ]
    }


def _children(installed: Installed) -> dict[str, Any]:
    children = [_fields(each) for each in installed.children][:4]
    return {"childCertificateHashData": children} if children else {}


def _fields(data: Any) -> dict[str, str]:
    return {
        "hashAlgorithm": data.hash_algorithm,
        "issuerNameHash": data.issuer_name_hash,
        "issuerKeyHash": data.issuer_key_hash,
        "serialNumber": data.serial_number,
    }
