"""The roots that a station trusts, each for one use.

With AdditionalRootCertificateCheck, a station has only one root for the back office,
and a new one has to be signed by it. The previous root stays as a fallback until the
new one has worked (M05.FR.08 to M05.FR.13 of 2.x; 1.6 security white paper, §7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from .chains import check_root
from .faults import CertificateRejected, Reason
from .hashing import HashAlgorithm, HashData, HashFields, hash_data, same_certificate
from .pem import called, join_chain, split_chain
from .storage import Storage
from .uses import RootUse

__all__ = ["Deletion", "Root", "Roots", "algorithm_of"]

Deletion: TypeAlias = Literal["Accepted", "Failed", "NotFound"]
"""The statuses of a DeleteCertificate response."""

_ROOT: Final = "root"
_FALLBACK: Final = "fallback"


@dataclass(frozen=True, slots=True)
class Root:
    """A root that is installed in a station.

    Attributes:
        name: The name of the root in the storage.
        use: The use of the root.
        chain: The root, followed by the root that has signed it unless it is
            self-signed.
    """

    name: str
    use: RootUse
    chain: tuple[x509.Certificate, ...]

    @property
    def anchor(self) -> x509.Certificate:
        """The root itself."""
        return self.chain[0]

    @property
    def is_fallback(self) -> bool:
        """Whether this is the previous root, kept until the newer one has worked."""
        return self.name.startswith(_FALLBACK)

    def hash_data(self, algorithm: HashAlgorithm = "SHA256") -> HashData:
        """Return the hash data of the root."""
        return hash_data(self.anchor, self.chain[-1], algorithm)


class Roots:
    """The roots of a station.

    Args:
        storage: The storage of the roots.
        most: The maximal number of roots, without the fallback:
            `CertificateStoreMaxLength`.
        additional_check: Whether there is only one root for the back office, and a
            fallback: `AdditionalRootCertificateCheck`.

    Attributes:
        in_use: The root against which the certificate of the back office is checked;
            None if it is unknown. In that case, the last root for the back office
            cannot be deleted.
    """

    def __init__(self, storage: Storage, *, most: int, additional_check: bool) -> None:
        self._storage = storage
        self._most = most
        self._additional_check = additional_check
        self.in_use: x509.Certificate | None = None
        self._roots: list[Root] = []
        for name, data in storage.load().items():
            kind, _, rest = name.partition("-")
            if kind in {_ROOT, _FALLBACK}:
                use = RootUse(rest.partition("-")[0])
                self._roots.append(Root(name, use, split_chain(data)))

    def of(self, *uses: RootUse) -> list[Root]:
        """Return the roots for some uses, or all: the newest first, fallbacks last."""
        found = [each for each in reversed(self._roots) if not uses or each.use in uses]
        return sorted(found, key=lambda each: each.is_fallback)

    def install(self, use: RootUse, pem: str, now: datetime) -> Root:
        """Install a root, unless it is already installed for the use.

        Raises:
            CertificateRejected: STORE_FULL, or a reason of `check_root`.
        """
        old = next(iter(self.of(use)), None) if self._is_single(use) else None
        known = self._find(use, pem)
        if known is not None:
            return known
        root = check_root(pem, signed_by=None if old is None else old.anchor, now=now)
        if old is None:
            self._check_room(root)
            return self._keep(_ROOT, use, (root,))
        for each in self.of(use):
            if each.is_fallback:
                self._forget(each)
        added = self._keep(_ROOT, use, (root, old.anchor))
        self._rename(old, _FALLBACK)
        return added

    def _is_single(self, use: RootUse) -> bool:
        return self._additional_check and use is RootUse.CSMS

    def _find(self, use: RootUse, pem: str) -> Root | None:
        anchor, *_ = split_chain(pem)
        return next((each for each in self.of(use) if each.anchor == anchor), None)

    def _check_room(self, root: x509.Certificate) -> None:
        if len([each for each in self._roots if not each.is_fallback]) >= self._most:
            raise CertificateRejected(
                Reason.STORE_FULL,
                f"{called(root)}: {self._most} roots are installed, the maximal number",
            )

    def delete(self, data: HashFields) -> Deletion:
        """Delete the root with some hash data; return the status.

        A root that is installed for several uses is deleted for all of them.
        """
        algorithm = algorithm_of(data)
        found = [
            each
            for each in self._roots
            if same_certificate(each.hash_data(algorithm), data)
        ]
        if any(map(self._is_in_use, found)):
            return "Failed"
        for each in found:
            self._forget(each)
        return "Accepted" if found else "NotFound"

    def _is_in_use(self, root: Root) -> bool:
        if root.use is not RootUse.CSMS:
            return False
        if self.in_use is not None:
            return root.anchor == self.in_use
        return len(self.of(RootUse.CSMS)) == 1

    # --- The fallback -----------------------------------------------------------------

    def confirm(self) -> None:
        """Delete the fallback, because the newer root has worked."""
        for each in self.of(RootUse.CSMS):
            if each.is_fallback:
                self._forget(each)

    def fall_back(self) -> Root | None:
        """Delete the newer root, and return the fallback that replaces it, if any."""
        found = self.of(RootUse.CSMS)
        fallback = next((each for each in found if each.is_fallback), None)
        if fallback is None:
            return None
        self._forget(found[0])
        return self._rename(fallback, _ROOT)

    # --- Keeping ----------------------------------------------------------------------

    def _keep(
        self, kind: str, use: RootUse, chain: tuple[x509.Certificate, ...]
    ) -> Root:
        fingerprint = chain[0].fingerprint(hashes.SHA256()).hex()[:16]
        root = Root(f"{kind}-{use}-{fingerprint}.pem", use, chain)
        self._storage.write(root.name, join_chain(chain).encode())
        self._roots.append(root)
        return root

    def _rename(self, root: Root, kind: str) -> Root:
        kept = self._keep(kind, root.use, root.chain)
        self._forget(root)
        return kept

    def _forget(self, root: Root) -> None:
        self._storage.delete(root.name)
        self._roots.remove(root)

    def __iter__(self) -> Iterator[Root]:
        return iter(self._roots)


def algorithm_of(data: HashFields) -> HashAlgorithm:
    """Return the hash algorithm of hash data; SHA256 if OCPP lacks the algorithm."""
    found: dict[str, HashAlgorithm] = {
        "SHA256": "SHA256",
        "SHA384": "SHA384",
        "SHA512": "SHA512",
    }
    return found.get(str(data.hash_algorithm), "SHA256")
