"""Checks of a chain of certificates: its path to a root, and the further rules of OCPP.

`cryptography` checks the path (RFC 5280 §6), with a policy of our own, because its
default policy is that of the web and refuses certificates that follow OCPP to the
letter: they have no subjectAltName. Our policy leaves several points open, which this
module checks along the path that was found: whether each issuer may sign certificates,
whether the certificate suits its purpose, how strong the keys are, and whether a
certificate is revoked.

`cryptography` reports a fault only as a text. A program needs a `Reason`, so this
module walks a failed path again, link by link, until it finds the fault.
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
"""The maximal length of a chain in characters, the same in every version."""

Purpose: TypeAlias = Literal["station", "server", "firmware", "contract"]
"""The purpose of a certificate: to identify a station or a server, to sign firmware, or
to prove the contract of a driver."""

ExtensionT = TypeVar("ExtensionT", bound=x509.ExtensionType)

_DEEPEST: Final = 8

_LEAST_DIGEST: Final = 32

_FORBIDDEN: Final = "Forbidden signature algorithm"
"""Part of the message of `cryptography` about an algorithm that it does not accept, or
about RSA-PSS with a salt of an unusual length."""

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
    """A checked certificate and its path to a root.

    Attributes:
        path: The certificates from the checked one to the root, both included.
    """

    path: tuple[x509.Certificate, ...]

    @property
    def certificate(self) -> x509.Certificate:
        """The certificate that was checked."""
        return self.path[0]

    @property
    def root(self) -> x509.Certificate:
        """The root at the end of the path."""
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
        certificates: The certificate, followed by the certificates between it and a
            root, in any order; as one PEM text or as several items. A root among them
            is trusted only if `roots` has it, too.
        roots: The roots to trust; they need not be self-signed.
        purpose: The purpose of the certificate. If the certificate has an extended key
            usage, that has to allow the purpose.
        organization: The text that the O of the subject has to contain (A00.FR.404,
            .509); None accepts any O.
        name: For a station, its serial number, which has to be the CN (A00.FR.405,
            .511). For a contract, its eMAID, which has to be the CN. For a server, the
            host name of the URL, which has to be among the subjectAltNames; the CN
            counts only if there are none. None accepts any name.
        crls: Lists of revoked certificates. For each certificate below the root, there
            has to be a current list of its issuer. None skips the check of revocation.
        now: The time at which the certificate has to be valid, with a time zone; None
            is the current time.
        accept_expired: Whether to accept an expired certificate if the certificates
            above it have not expired (2.x A00.FR.429: to let a station renew it).
        accept_future: Whether to accept a certificate that is not valid yet, if the
            certificates above it are valid by then (1.6 A02.FR.08: the station switches
            to the certificate when it becomes valid).
        limit: The maximal number of characters of the PEM text; None sets no limit.

    Raises:
        CertificateRejected: The chain breaks a rule; `reason` says which.
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
        signed_by: The root that has to have signed the certificate
            (AdditionalRootCertificateCheck); None demands a self-signed certificate.
        now: The time at which the certificate has to be valid; None is the current
            time.
        limit: The maximal number of characters of the certificate; None sets no limit.

    Raises:
        CertificateRejected: The certificate breaks a rule; `reason` says which.
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
    """Return a time that has a time zone; the current time for None.

    Raises:
        ValueError: The time has no time zone.
    """
    if now is None:
        return datetime.now(UTC)
    if now.tzinfo is None:
        raise ValueError("now has no time zone: pass an aware datetime")
    return now


def _when(
    leaf: x509.Certificate, now: datetime, expired: bool, future: bool
) -> datetime:
    """Return the time at which the certificates of the path have to be valid.

    Raises:
        CertificateRejected: EXPIRED or NOT_YET_VALID, and that is not accepted.
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
        CertificateRejected: No path leads to a root.
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


# --- The fault of a failed path -------------------------------------------------------


def _diagnosis(
    leaf: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    at: datetime,
    text: str,
) -> CertificateRejected:
    """Return the fault of the first link that keeps a path from reaching a root."""
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
    """Return the fault that `cryptography` reports, if no other check explains it."""
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
        return  # the check of the signature reports this
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
    """Return the issuer of a certificate, or the reason why it is not found."""
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


# --- The rules for each certificate ---------------------------------------------------


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
    """Yield a fault for each issuer that may not sign certificates."""
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
    """Yield a fault for each extension that forbids a purpose of a certificate."""
    basic, usage = (
        _extension(leaf, x509.BasicConstraints),
        _extension(leaf, x509.KeyUsage),
    )
    extended = _extension(leaf, x509.ExtendedKeyUsage)
    wanted = _USES.get(purpose)
    if basic is not None and basic.ca:
        yield Fault(Reason.WRONG_PURPOSE, f"{called(leaf)}: it is a CA certificate")
    if usage is not None and not _may_prove(usage, purpose):
        detail = f"{called(leaf)}: its key usage does not allow signatures"
        yield Fault(Reason.WRONG_PURPOSE, detail)
    allowed = {wanted, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE}
    if wanted and extended is not None and allowed.isdisjoint(extended):
        yield Fault(Reason.WRONG_PURPOSE, f"{called(leaf)}: it is not for a {purpose}")


def _may_prove(usage: x509.KeyUsage, purpose: Purpose) -> bool:
    """Tell whether a key may prove the identity of its holder.

    A server may prove it by decrypting instead of signing, because OCPP allows the
    cipher suites TLS_RSA_....
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
