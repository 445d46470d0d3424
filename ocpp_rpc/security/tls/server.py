"""TLS of a server: its certificates, and its requirements for those of stations.

A listener keeps one context for ever. When files are read again, they make another
context. If it has no fault, the callback for server names switches each further
handshake to it. OpenSSL also calls this callback if the client sends no server name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache, partial
from ssl import (
    ALERT_DESCRIPTION_HANDSHAKE_FAILURE,
    CERT_REQUIRED,
    PROTOCOL_TLS_SERVER,
    SSLContext,
    SSLError,
    SSLObject,
    SSLSocket,
    TLSVersion,
    VerifyFlags,
)
from typing import Final

from .crls import load_crls
from .pem import Files, Pair, Secret, load_pair, load_trust, paths
from .refusing import failed_verification
from .suites import LEGACY, SUITES, Kind, harden, permit_old_versions
from .trial import attempt

__all__ = ["ServerTls", "kind_of", "tls"]

_NO_CHECK_TIME: Final = VerifyFlags(0x200000)
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, for which `ssl` has no name.

With this flag, OpenSSL accepts expired certificates and ended CRLs.
"""

_CRL_HAS_EXPIRED: Final = 12
"""X509_V_ERR_CRL_HAS_EXPIRED of OpenSSL."""


class ServerTls:
    """The TLS settings of one or more listeners. Made by `tls`.

    Attributes:
        context: The context for listeners. It stays the same after `reload`.
        wants_certificate: Whether stations have to show a certificate.
        accept_expired: Whether the certificate of a station may have expired.
        legacy: Whether TLS 1.0 and 1.1 are allowed.
        suites: The cipher suites for TLS 1.2, the preferred one first.
    """

    def __init__(
        self,
        build: Callable[[], SSLContext],
        *,
        wants_certificate: bool,
        accept_expired: bool,
        legacy: bool,
        suites: Sequence[str],
    ) -> None:
        self._build = build
        self._current = build()
        self.context: Final = self._current
        self.context.sni_callback = self._choose
        self.wants_certificate: Final = wants_certificate
        self.accept_expired: Final = accept_expired
        self.legacy: Final = legacy
        self.suites: Final = suites

    def reload(self) -> None:
        """Read all files again: certificates, keys, CAs and CRLs.

        New handshakes use the new files, and open connections stay open. Reading takes
        some tens of milliseconds. You may call this in any thread. If it raises an
        exception, the server continues with the files that it read before.

        Raises:
            OSError: A file cannot be read.
            ValueError: A file has a fault; the message names it.
        """
        self._current = self._build()

    def _choose(
        self, tls: SSLObject | SSLSocket, _name: str | None, _context: SSLContext
    ) -> int | None:
        """Switch a full handshake to the current context; refuse a resumption.

        Without tickets, clients of TLS 1.2 can still resume a session by its id. `ssl`
        cannot disable that, and the server would accept a station without verifying its
        certificate again. The alert makes OpenSSL forget the session, so that the next
        attempt of the client is a full handshake.
        """
        if tls.session_reused:
            return ALERT_DESCRIPTION_HANDSHAKE_FAILURE
        tls.context = self._current
        return None


class _Context(SSLContext):
    """The context of a server.

    Attributes:
        lists_end: The time at which the first CRL ends, if OpenSSL ignores dates.
    """

    lists_end: datetime | None = None


class _Handshake(SSLObject):
    """Names the reason of a refused handshake, and checks the dates of CRLs."""

    def do_handshake(self) -> None:
        """Do a step of the handshake.

        Raises:
            SSLCertVerificationError: It is complete, and a CRL has ended.
        """
        try:
            super().do_handshake()
        except SSLError as error:
            if error.reason == "CALLBACK_FAILED" and self.session_reused:
                error.reason = "SESSION_RESUMPTION_REFUSED"
            raise
        end = self.context.lists_end if isinstance(self.context, _Context) else None
        if end is not None and end <= datetime.now(UTC):
            raise failed_verification(_CRL_HAS_EXPIRED, "CRL has expired")


def tls(  # noqa: PLR0913 - each is one thing to say about TLS
    *,
    rsa: Pair | None = None,
    ecdsa: Pair | None = None,
    client_ca: Files | None = None,
    crls: Files | None = None,
    password: Secret | None = None,
    legacy: bool = False,
    accept_expired: bool = False,
) -> ServerTls:
    """Return the TLS settings of a server that OCPP requires.

    They allow TLS 1.2 and later, with the cipher suites that OCPP requires for the
    given kinds of keys, and those of ECDHE-RSA in front of the plain RSA suites.
    Session resumption, renegotiation and compression are disabled. Pass certificates of
    both kinds, because OCPP requires two suites of each kind, a station may support
    only one kind (A00.FR.317 to A00.FR.319), and certification tests all four suites.

    All files are PEM. The first file of a pair contains a certificate, followed by the
    intermediate certificates up to its root; the second file contains its key.

    Args:
        rsa: A certificate with an RSA key, and the key. The key usage must allow
            keyEncipherment.
        ecdsa: A certificate with a key over an elliptic curve, and the key.
        client_ca: For profile 3, the roots of the CAs that issue the certificates of
            stations. If you pass them, stations must show a certificate.
        crls: The lists of certificates that these CAs have revoked. Each CA, including
            intermediate CAs, needs a list that has not ended. Needs the extra
            `security`.
        password: The password of the keys, if they are encrypted, or a function that
            returns it, called once each time the files are read.
        legacy: Whether to allow TLS 1.0 and 1.1 with AES128-SHA as well, for stations
            that support nothing newer (A00.FR.324 of 1.6; 2.x forbids it). Because it
            weakens all connections, use it only for a listener of its own, with an RSA
            certificate. A server with a profile does not offer 2.x there.
        accept_expired: Whether to accept expired certificates of stations, so that
            stations can get new ones. OpenSSL then ignores all dates, including those
            of CAs; `Profile3` checks the dates of the station's certificate.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file has a fault, the arguments contradict each other, or OpenSSL
            lacks a required suite; the message names it.
        MissingDependency: `crls` is passed, and `cryptography` is not installed.
    """
    pairs: dict[Kind, Pair] = {}
    if ecdsa is not None:
        pairs["ecdsa"] = ecdsa
    if rsa is not None:
        pairs["rsa"] = rsa
    _check(pairs, client_ca, crls, legacy=legacy, accept_expired=accept_expired)
    build = partial(
        _build,
        pairs,
        password,
        legacy=legacy,
        trust=partial(_trust, client_ca, crls, accept_expired=accept_expired),
    )
    return ServerTls(
        build,
        wants_certificate=client_ca is not None,
        accept_expired=accept_expired,
        legacy=legacy,
        suites=(*_suites(pairs), *([LEGACY] if legacy else [])),
    )


def kind_of(pair: Pair, password: Secret | None = None) -> Kind:
    """Return the kind of the key of a certificate.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file has a fault, or the key is neither RSA nor ECDSA.
    """
    context = _context(_suites(SUITES), legacy=False)
    load_pair(context, pair, "certificate", password)
    for kind, (suite, *_) in SUITES.items():
        with suppress(SSLError):
            attempt(context, suite)
            return kind
    text = f"the certificate in {pair[0]} has no RSA or ECDSA key that TLS can use"
    raise ValueError(text)


def _check(
    pairs: Mapping[Kind, Pair],
    client_ca: Files | None,
    crls: Files | None,
    *,
    legacy: bool,
    accept_expired: bool,
) -> None:
    """Refuse settings that contradict each other.

    Raises:
        ValueError: They contradict each other.
    """
    if not pairs:
        raise ValueError("a server needs a certificate: pass rsa=, ecdsa= or both")
    if legacy and "rsa" not in pairs:
        raise ValueError(f"legacy=True needs rsa=, as {LEGACY} works with RSA only")
    if legacy and "ecdsa" in pairs:
        raise ValueError(
            "legacy=True excludes ecdsa=: it is for a listener of its own, whose "
            "stations support RSA only"
        )
    if client_ca is None and crls is not None:
        raise ValueError("crls= needs client_ca=, whose certificates they revoke")
    if client_ca is None and accept_expired:
        raise ValueError(
            "accept_expired=True needs client_ca=, or no station shows a certificate"
        )


def _build(
    pairs: Mapping[Kind, Pair],
    password: Secret | None,
    *,
    legacy: bool,
    trust: Callable[[_Context], None],
) -> SSLContext:
    """Read all files and return a context made of them."""
    password = cache(password) if callable(password) else password
    for kind, pair in pairs.items():
        _try(kind, pair, password, legacy=legacy)
    context = _context(_suites(pairs), legacy=legacy)
    for kind, pair in pairs.items():
        load_pair(context, pair, kind, password)
    trust(context)
    return context


def _suites(kinds: Mapping[Kind, object]) -> Sequence[str]:
    return [suite for kind in kinds for suite in SUITES[kind]]


def _context(suites: Sequence[str], *, legacy: bool) -> _Context:
    context = _Context(PROTOCOL_TLS_SERVER)
    context.sslobject_class = _Handshake
    context.num_tickets = 0  # of TLS 1.3
    harden(context, suites)
    if legacy:
        permit_old_versions(context, suites)
    return context


def _try(kind: Kind, pair: Pair, password: Secret | None, *, legacy: bool) -> None:
    """Try a pair alone, with each suite that OCPP requires for it.

    Alone, because in a context with several pairs, OpenSSL silently accepts a key that
    does not belong to the certificate if it belongs to another one.

    Raises:
        OSError: A file cannot be read.
        ValueError: The pair has a fault.
    """
    context = _context(SUITES[kind], legacy=legacy)
    load_pair(context, pair, kind, password)
    try:
        for suite in SUITES[kind]:
            attempt(context, suite)
    except SSLError:
        name = kind.upper()
        text = (
            f"{kind}: the certificate in {pair[0]} has no {name} key that TLS can use"
        )
        raise ValueError(text) from None
    if legacy:
        _try_old_version(context)


def _try_old_version(context: SSLContext) -> None:
    try:
        attempt(context, LEGACY, TLSVersion.TLSv1_1)
    except SSLError:
        raise ValueError(
            "legacy=True needs TLS 1.1, which OpenSSL lacks here"
        ) from None


def _trust(
    client_ca: Files | None,
    crls: Files | None,
    context: _Context,
    *,
    accept_expired: bool,
) -> None:
    """Make a context require certificates of stations, from the given CAs."""
    if client_ca is None:
        return
    load_trust(context, paths(client_ca, "client_ca"), "client_ca")
    context.verify_mode = CERT_REQUIRED
    if accept_expired:
        context.verify_flags |= _NO_CHECK_TIME
    if crls is not None:
        end = load_crls(context, paths(crls, "crls"))
        context.lists_end = end if accept_expired else None
