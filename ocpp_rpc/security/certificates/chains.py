"""Checking a chain of certificates: the path to a root, and what OCPP asks beyond it.

The path is checked by `cryptography` (RFC 5280 §6), with a policy of our own: the usual
one is that of the web, and refuses certificates that are made to the letter of OCPP,
which have no subjectAltName. What that policy leaves open is checked here, along the
path that was found: who may sign, for what the certificate is, how strong the keys are,
and what is revoked.

`cryptography` says in a text what is wrong. So that a program gets a reason, a path
that fails is walked once more, link by link, until the fault is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, TypeAlias, TypeVar

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import (
    Criticality,
    ExtensionPolicy,
    PolicyBuilder,
    Store,
    VerificationError,
)

from ocpp_rpc.lines import one_line

from .faults import CertificateRejected, Fault, Reason, raise_faults
from .hashing import check_issuer
from .hosts import host_faults
from .pem import Readable, called, read_certificate, split_chain
from .revocation import Revocations, check_revoked
from .strength import key_faults, name_faults, organization_faults

__all__ = [
    "LONGEST_CHAIN",
    "Chain",
    "Purpose",
    "check_chain",
    "check_root",
]

LONGEST_CHAIN: Final = 10_000
"""How many characters a chain may have, in every version."""

Purpose: TypeAlias = Literal["station", "server", "firmware", "contract"]
"""What a certificate is for: a station, a server, who signs firmware, or the contract
of a driver."""

ExtensionT = TypeVar("ExtensionT", bound=x509.ExtensionType)

_DEEPEST: Final = 8

_LEAST_DIGEST: Final = 32

_FORBIDDEN: Final = "Forbidden signature algorithm"
"""In what `cryptography` says of RSA-PSS with a salt of an unusual length, too."""

_USES: Final = {
    "station": ExtendedKeyUsageOID.CLIENT_AUTH,
    "server": ExtendedKeyUsageOID.SERVER_AUTH,
    "firmware": ExtendedKeyUsageOID.CODE_SIGNING,
}

_CA_POLICY: Final = ExtensionPolicy.permit_all().require_present(
    x509.BasicConstraints, Criticality.AGNOSTIC, None
)


@dataclass(frozen=True, slots=True)
class Chain:
    """A certificate that was checked, and its path to a root.

    Attributes:
        path: The certificates from the one that was checked to the root that it leads
            to, both included.
    """

    path: tuple[x509.Certificate, ...]

    @property
    def certificate(self) -> x509.Certificate:
        """The certificate that was checked."""
        return self.path[0]

    @property
    def root(self) -> x509.Certificate:
        """The root that it leads to."""
        return self.path[-1]


def check_chain(  # noqa: PLR0913
    certificates: Readable | Iterable[Readable],
    roots: Iterable[Readable],
    *,
    purpose: Purpose = "station",
    organization: str | None = None,
    name: str | None = None,
    crls: Revocations | None = None,
    now: datetime | None = None,
    accept_expired: bool = False,
    accept_future: bool = False,
    limit: int | None = LONGEST_CHAIN,
) -> Chain:
    """Check that a certificate leads to a root, and that it meets the rules of OCPP.

    Args:
        certificates: The certificate, then those between it and a root, in any order: a
            PEM text of all, or several. A root among them is not trusted for that.
        roots: The roots to trust; they need not be self-signed.
        purpose: What the certificate is for: its extended key usage has to allow that,
            if it has one.
        organization: What the O of the subject has to contain (A00.FR.404, .509); None:
            anything.
        name: Of a station, what its CN has to be: the serial number (A00.FR.405, .511);
            of a contract, likewise: the eMAID. Of a server, the host name that the URL
            has, which is looked for among the subjectAltNames, and in the CN only if
            there are none. None: anything.
        crls: Lists of what is revoked. Each certificate below the root has to be
            covered by a current one of its issuer. None: revocation is not checked.
        now: When it has to be valid, with a time zone; None: now.
        accept_expired: Accept an expired certificate, if those above it have not
            expired (2.x A00.FR.429: to let a station renew it).
        accept_future: Accept a certificate that is not valid yet, if those above it are
            valid then (1.6 A02.FR.08: the station switches to it when that time comes).
        limit: How many characters the PEM text may have; None: any number.

    Raises:
        CertificateRejected: It is not; `reason` says why.
    """
    leaf, *others = _all_of(certificates, limit)
    anchors = [each for root in roots for each in split_chain(root)]
    now = _aware(now)
    at = _when(leaf, now, accept_expired, accept_future)
    path = _path(leaf, others, anchors, at)
    raise_faults(
        [
            *_time_faults(path[1:], max(now, at)),
            *_authority_faults(path[1:]),
            *_leaf_faults(leaf, purpose),
            *(fault for each in path for fault in key_faults(each)),
            *organization_faults(leaf, organization),
            *(host_faults if purpose == "server" else name_faults)(leaf, name),
        ]
    )
    if crls is not None:
        check_revoked(path, crls, now)
    return Chain(path)


def check_root(
    certificate: Readable,
    *,
    signed_by: x509.Certificate | None = None,
    now: datetime | None = None,
    limit: int | None = LONGEST_CHAIN,
) -> x509.Certificate:
    """Check that a certificate may be installed as a root.

    Args:
        certificate: The certificate, in PEM.
        signed_by: The root that has to have signed it (AdditionalRootCertificateCheck);
            None: it has to be self-signed.
        now: When it has to be valid; None: now.
        limit: How many characters it may have; None: any number.

    Raises:
        CertificateRejected: It may not; `reason` says why.
    """
    root = read_certificate(certificate, limit=limit)
    check_issuer(root, signed_by or root)
    raise_faults(
        [
            *_time_faults([root], _aware(now)),
            *_authority_faults([root]),
            *key_faults(root),
        ]
    )
    return root


def _all_of(
    certificates: Readable | Iterable[Readable], limit: int | None
) -> list[x509.Certificate]:
    if isinstance(certificates, x509.Certificate | str | bytes):
        return [*split_chain(certificates, limit=limit)]
    found = [each for text in certificates for each in split_chain(text, limit=limit)]
    if not found:
        raise CertificateRejected(Reason.BAD_PEM, "there is no certificate to check")
    return found


def _aware(now: datetime | None) -> datetime:
    """Return a time with its zone.

    Raises:
        ValueError: It has none.
    """
    if now is None:
        return datetime.now(UTC)
    if now.tzinfo is None:
        raise ValueError("the time has no time zone")
    return now


def _when(
    leaf: x509.Certificate, now: datetime, expired: bool, future: bool
) -> datetime:
    """Return the time for which the path is checked.

    Raises:
        CertificateRejected: EXPIRED or NOT_YET_VALID.
    """
    if expired and leaf.not_valid_after_utc < now:
        return leaf.not_valid_after_utc
    if future and leaf.not_valid_before_utc > now:
        return leaf.not_valid_before_utc
    raise_faults(list(_time_faults([leaf], now)))
    return now


def _path(
    leaf: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    at: datetime,
) -> tuple[x509.Certificate, ...]:
    """Return a path from a certificate to a root.

    Raises:
        CertificateRejected: There is none.
    """
    if not roots:
        raise CertificateRejected(
            Reason.UNKNOWN_ISSUER, f"{called(leaf)}: no trusted root was passed"
        )
    verifier = (
        PolicyBuilder()
        .store(Store([*roots]))
        .time(at)
        .max_chain_depth(_DEEPEST)
        .extension_policies(
            ca_policy=_CA_POLICY, ee_policy=ExtensionPolicy.permit_all()
        )
        .build_client_verifier()
    )
    try:
        return tuple(verifier.verify(leaf, [*others]).chain)
    except VerificationError as error:
        raise _diagnosis(leaf, others, roots, at, str(error)) from None


# --- Why there is no path -------------------------------------------------------------


def _diagnosis(
    leaf: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    at: datetime,
    text: str,
) -> CertificateRejected:
    """Return why there is no path, from the first link of it that fails."""
    path = [leaf]
    while True:
        faults = list(_link_faults(path[-1], is_authority=len(path) > 1, at=at))
        if faults:
            return CertificateRejected(faults[0].reason, faults[0].detail, faults)
        if path[-1] in roots:
            break
        found = _issuer(path[-1], [*roots, *others], path)
        if isinstance(found, CertificateRejected):
            return found
        path.append(found)
    first, *_ = [*_depth_faults(path), _last_resort(leaf, text)]
    return CertificateRejected(first.reason, first.detail)


def _last_resort(leaf: x509.Certificate, text: str) -> Fault:
    """Return what `cryptography` has said, if nothing else explains it."""
    if _FORBIDDEN in text:
        said = "a signature on its path uses an algorithm that is not accepted"
        return Fault(Reason.WEAK_SIGNATURE, f"{called(leaf)}: {said}")
    said = one_line(text.removeprefix("validation failed: "))
    return Fault(Reason.BAD_PATH, f"{called(leaf)}: {said}")


def _link_faults(
    certificate: x509.Certificate, *, is_authority: bool, at: datetime
) -> Iterator[Fault]:
    yield from _time_faults([certificate], at)
    if is_authority:
        yield from _authority_faults([certificate])
    yield from key_faults(certificate)
    yield from _signature_faults(certificate)


def _signature_faults(certificate: x509.Certificate) -> Iterator[Fault]:
    try:
        function = certificate.signature_hash_algorithm
    except UnsupportedAlgorithm:
        return  # as the signature is checked, that is found out
    if function is not None and function.digest_size < _LEAST_DIGEST:
        yield Fault(
            Reason.WEAK_SIGNATURE,
            f"{called(certificate)}: it is signed with {function.name.upper()}",
        )


def _depth_faults(path: Sequence[x509.Certificate]) -> Iterator[Fault]:
    for below, each in enumerate(path[1:]):
        basic = _extension(each, x509.BasicConstraints)
        depth = None if basic is None else basic.path_length
        if depth is not None and below > depth:
            yield Fault(
                Reason.NOT_A_CA, f"{called(each)}: too many authorities are below it"
            )


def _issuer(
    certificate: x509.Certificate,
    candidates: Iterable[x509.Certificate],
    path: Sequence[x509.Certificate],
) -> x509.Certificate | CertificateRejected:
    """Return who has issued a certificate, or why it cannot be told."""
    failed = CertificateRejected(
        Reason.UNKNOWN_ISSUER,
        f"{called(certificate)}: its issuer is neither a root nor in the chain",
    )
    for each in candidates:
        if each.subject != certificate.issuer or each in path:
            continue
        try:
            check_issuer(certificate, each)
        except CertificateRejected as error:
            failed = error
        else:
            return each
    return failed


# --- What each certificate has to be --------------------------------------------------


def _time_faults(
    certificates: Iterable[x509.Certificate], at: datetime
) -> Iterator[Fault]:
    for each in certificates:
        if at > each.not_valid_after_utc:
            end = each.not_valid_after_utc.isoformat()
            yield Fault(Reason.EXPIRED, f"{called(each)}: it expired on {end}")
        if at < each.not_valid_before_utc:
            start = each.not_valid_before_utc.isoformat()
            yield Fault(
                Reason.NOT_YET_VALID, f"{called(each)}: it is not valid before {start}"
            )


def _authority_faults(certificates: Iterable[x509.Certificate]) -> Iterator[Fault]:
    """Yield what keeps issuers from being authorities."""
    for each in certificates:
        basic, usage = (
            _extension(each, x509.BasicConstraints),
            _extension(each, x509.KeyUsage),
        )
        if basic is None or not basic.ca:
            yield Fault(Reason.NOT_A_CA, f"{called(each)}: it is not a CA")
        if usage is not None and not usage.key_cert_sign:
            yield Fault(
                Reason.NOT_A_CA,
                f"{called(each)}: its key usage does not allow signing certificates",
            )


def _leaf_faults(leaf: x509.Certificate, purpose: Purpose) -> Iterator[Fault]:
    """Yield what keeps a certificate from being for a purpose."""
    basic, usage = (
        _extension(leaf, x509.BasicConstraints),
        _extension(leaf, x509.KeyUsage),
    )
    extended = _extension(leaf, x509.ExtendedKeyUsage)
    wanted = _USES.get(purpose)
    if basic is not None and basic.ca:
        yield Fault(Reason.WRONG_PURPOSE, f"{called(leaf)}: it is that of a CA")
    if usage is not None and not _may_prove(usage, purpose):
        detail = f"{called(leaf)}: its key usage does not allow signatures"
        yield Fault(Reason.WRONG_PURPOSE, detail)
    allowed = {wanted, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE}
    if wanted and extended is not None and allowed.isdisjoint(extended):
        yield Fault(Reason.WRONG_PURPOSE, f"{called(leaf)}: it is not for a {purpose}")


def _may_prove(usage: x509.KeyUsage, purpose: Purpose) -> bool:
    """Tell whether a key may prove who its holder is.

    A server may do so by decrypting, in the suites TLS_RSA_... of OCPP.
    """
    decrypts = usage.key_encipherment or usage.key_agreement
    return usage.digital_signature or (purpose == "server" and decrypts)


def _extension(
    certificate: x509.Certificate, kind: type[ExtensionT]
) -> ExtensionT | None:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None
