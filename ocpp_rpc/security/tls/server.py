"""TLS of a server: what it shows to stations, and what it wants to see of them.

A listener has one context for good. When files are read again, another one is made of
them; if nothing is wrong with it, each handshake from then on is switched to it, by the
callback that is there for server names. OpenSSL calls it without one, too.
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
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which `ssl` has no name for.

Certificates may have expired with it, and CRLs may have ended.
"""

_CRL_HAS_EXPIRED: Final = 12
"""X509_V_ERR_CRL_HAS_EXPIRED of OpenSSL."""


class ServerTls:
    """The TLS of one or more listeners; made by `tls`.

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

        New handshakes use the new files; open connections stay. It takes some tens of
        milliseconds, and any thread may call it. If it raises, the server goes on with
        the files that it has read before.

        Raises:
            OSError: A file cannot be read.
            ValueError: Something is wrong with a file.
        """
        self._current = self._build()

    def _choose(
        self, tls: SSLObject | SSLSocket, _name: str | None, _context: SSLContext
    ) -> int | None:
        """Switch a handshake to the current context, if it is a full one.

        Without tickets, clients of TLS 1.2 can still resume a session by its id. `ssl`
        has no way to switch that off, and it would let a station in whose certificate
        is not verified again. The alert has OpenSSL forget the session, so that the
        next attempt of the client is a full handshake.
        """
        if tls.session_reused:
            return ALERT_DESCRIPTION_HANDSHAKE_FAILURE
        tls.context = self._current
        return None


class _Context(SSLContext):
    """The context of a server.

    Attributes:
        lists_end: When the first CRL ends, if OpenSSL does not look at the time.
    """

    lists_end: datetime | None = None


class _Handshake(SSLObject):
    """Tells why a handshake was refused, and refuses what OpenSSL lets pass."""

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
    """Return the TLS of a server as OCPP demands it.

    TLS 1.2 and later, with exactly the suites that OCPP demands for the given kinds of
    keys, and ECDHE-RSA in front of those of RSA; no resumption, renegotiation or
    compression. Give both kinds: OCPP demands two suites of each, a station may know
    those of one kind only (A00.FR.317 to A00.FR.319), and certification tests all four.

    All files are PEM. The first file of a pair is a certificate, followed by those that
    lead to its root; the second one is its key.

    Args:
        rsa: A certificate with an RSA key, and the key. Its key usage has to allow
            keyEncipherment.
        ecdsa: A certificate with a key over an elliptic curve, and the key.
        client_ca: The roots of the CAs that issue the certificates of stations, for
            profile 3. If they are given, stations have to show a certificate.
        crls: The lists of certificates that these CAs have revoked. Each CA, also an
            intermediate one, needs a list that has not ended. This needs the extra
            `security`.
        password: The password of the keys, if they are encrypted, or a function that
            returns it and is called once each time the files are read.
        legacy: Allow TLS 1.0 and 1.1 as well, with AES128-SHA (A00.FR.324 of 1.6; 2.x
            forbids it). It weakens all connections: use it for a listener of its own,
            for stations that cannot do better. Such stations know RSA only. A server
            with a profile speaks no 2.x there.
        accept_expired: Let TLS pass certificates of stations that have expired, so that
            they can be given new ones: OpenSSL looks at no time at all then, nor at
            that of CAs. `Profile3` looks at that of the station.

    Raises:
        OSError: A file cannot be read.
        ValueError: Something is wrong with a file, the settings do not go together, or
            OpenSSL lacks a suite.
        MissingDependency: There are CRLs, and no `cryptography` to read them.
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
    """Return which kind of key a certificate has.

    Raises:
        OSError: A file cannot be read.
        ValueError: Something is wrong with one, or the kind is another one.
    """
    context = _context(_suites(SUITES), legacy=False)
    load_pair(context, pair, "certificate", password)
    for kind, (suite, *_) in SUITES.items():
        with suppress(SSLError):
            attempt(context, suite)
            return kind
    text = f"the certificate in {pair[0]} is none of RSA or ECDSA that TLS can use"
    raise ValueError(text)


def _check(
    pairs: Mapping[Kind, Pair],
    client_ca: Files | None,
    crls: Files | None,
    *,
    legacy: bool,
    accept_expired: bool,
) -> None:
    """Refuse settings that do not go together.

    Raises:
        ValueError: They do not.
    """
    if not pairs:
        raise ValueError("a server needs a certificate: give rsa=, ecdsa= or both")
    if legacy and "rsa" not in pairs:
        raise ValueError(f"legacy=True needs rsa=, as {LEGACY} works with RSA only")
    if legacy and "ecdsa" in pairs:
        raise ValueError(
            "legacy=True goes without ecdsa=: it is for a listener of its own, "
            "whose stations know RSA only"
        )
    if client_ca is None and crls is not None:
        raise ValueError("crls= needs client_ca=, whose certificates they revoke")
    if client_ca is None and accept_expired:
        raise ValueError(
            "accept_expired=True needs client_ca=: no station shows a certificate"
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
    """Try a pair by itself, with each suite that OCPP demands for it.

    In a context with several pairs, OpenSSL would take a key that does not belong to
    the certificate without a word, if it belongs to another one.

    Raises:
        OSError: A file cannot be read.
        ValueError: The pair does not do.
    """
    context = _context(SUITES[kind], legacy=legacy)
    load_pair(context, pair, kind, password)
    try:
        for suite in SUITES[kind]:
            attempt(context, suite)
    except SSLError:
        name = kind.upper()
        text = (
            f"{kind}: the certificate in {pair[0]} is none of {name} that TLS can use"
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
    """Have a context want certificates of stations, and say which ones."""
    if client_ca is None:
        return
    load_trust(context, paths(client_ca, "client_ca"), "client_ca")
    context.verify_mode = CERT_REQUIRED
    if accept_expired:
        context.verify_flags |= _NO_CHECK_TIME
    if crls is not None:
        end = load_crls(context, paths(crls, "crls"))
        context.lists_end = end if accept_expired else None
