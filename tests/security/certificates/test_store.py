"""The certificates of a station: its own, and whom it trusts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from ocpp_rpc.security.certificates import (
    BOTH,
    MONTH,
    STATION,
    CertificateRejected,
    CertificateStore,
    FolderStorage,
    MemoryStorage,
    OwnCertificate,
    OwnUse,
    OwnUses,
    Reason,
    RootUse,
    Storage,
    find_certificate,
    hash_data,
    join_chain,
)
from tests.security.certificates.forging import DAY, NOW, Holder, issue, named, root

ROOT = root()
SUB = issue(ROOT, "Sub", ca=True)


class Csr:
    """Stands for the key of a request, which only the station has."""

    def __init__(self, csr: str) -> None:
        self._public = x509.load_pem_x509_csr(csr.encode()).public_key()

    def public_key(self) -> Any:
        return self._public


def made(storage: Storage | None = None, **options: Any) -> CertificateStore:
    found = CertificateStore(
        storage or MemoryStorage(), organization="Acme CPO", serial="SN001", **options
    )
    if not found.roots(RootUse.CSMS):
        found.install(RootUse.CSMS, ROOT.pem, now=NOW)
    return found


def renewed(
    store: CertificateStore,
    *,
    uses: OwnUses = STATION,
    now: datetime = NOW,
    future: bool = False,
    **options: Any,
) -> OwnCertificate:
    csr = store.request(uses).csr
    made: dict[str, Any] = {"key": Csr(csr), "signer": SUB.key} | options
    leaf = issue(SUB, **made)
    chain = join_chain([leaf.certificate, SUB.certificate])
    return store.take(chain, now=now, uses=uses, accept_future=future)


def rejected(reason: Reason, function: Any, *args: Any, **options: Any) -> str:
    with pytest.raises(CertificateRejected) as caught:
        function(*args, **options)
    assert caught.value.reason is reason
    return str(caught.value)


# --- Its own certificates -------------------------------------------------------------


def test_a_request_and_what_answers_it() -> None:
    store = made()
    assert store.current(NOW) is None
    own = renewed(store)
    assert own.chain[1:] == (SUB.certificate,)
    assert own.leaf.subject == named("SN001")
    assert store.current(NOW) == own
    key: Any = load_pem_private_key(own.pem, None)
    assert key.public_key() == own.leaf.public_key()
    assert "PRIVATE" not in repr(own)


def test_roots_are_left_out_of_the_chain() -> None:
    store = made()
    leaf = issue(SUB, key=Csr(store.request().csr))
    chain = join_chain([leaf.certificate, SUB.certificate, ROOT.certificate])
    assert store.take(chain, now=NOW).chain == (leaf.certificate, SUB.certificate)


def test_all_survives_a_restart(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path)
    store = made(storage)
    first = renewed(store)
    csr = store.request().csr  # and the station loses its power

    again = made(FolderStorage(tmp_path))
    assert again.current(NOW) == first
    assert [each.anchor for each in again.roots()] == [ROOT.certificate]
    leaf = issue(SUB, key=Csr(csr), days=(-0.5, 30))
    second = again.take(
        join_chain([leaf.certificate, SUB.certificate]), now=NOW, uses=STATION
    )
    assert made(FolderStorage(tmp_path)).current(NOW) == second
    assert all(each.stat().st_mode & 0o777 == 0o600 for each in tmp_path.iterdir())
    assert not list(tmp_path.glob("request-*"))


def test_a_storage_that_was_spoilt(tmp_path: Path) -> None:
    renewed(made(FolderStorage(tmp_path)))
    made(FolderStorage(tmp_path)).request()
    for path in tmp_path.glob("request-*"):
        path.write_bytes(b"spoilt")
    text = rejected(Reason.BAD_PEM, made, FolderStorage(tmp_path))
    assert text == "a private key in the storage cannot be read"


BAD: dict[str, tuple[Reason, dict[str, Any]]] = {
    "expired": (Reason.EXPIRED, {"days": (-3, -1)}),
    "of the future": (Reason.NOT_YET_VALID, {"days": (1, 3)}),
    "another station": (Reason.WRONG_NAME, {"subject": "SN002"}),
    "another owner": (Reason.WRONG_ORGANIZATION, {"subject": named("SN001", "Other")}),
    "an authority": (Reason.WRONG_PURPOSE, {"ca": True}),
    "forged": (Reason.BAD_SIGNATURE, {"signer": ROOT.key}),
    "another key": (Reason.WRONG_KEY, {"key": SUB.key}),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_certificate_is_discarded(name: str) -> None:
    reason, options = BAD[name]
    store = made()
    old = renewed(store)
    rejected(reason, renewed, store, **options)
    assert store.current(NOW) == old
    assert store.current(NOW + 2 * DAY) == old


def test_after_a_bad_certificate_comes_a_good_one() -> None:
    store = made()
    csr = store.request().csr
    for days, fine in (((-3, -1), False), ((-1, 30), True)):
        leaf = issue(SUB, key=Csr(csr), days=days)
        chain = join_chain([leaf.certificate, SUB.certificate])
        if fine:
            assert store.take(chain, now=NOW)
        else:
            rejected(Reason.EXPIRED, store.take, chain, now=NOW)
    rejected(Reason.WRONG_KEY, store.take, chain, now=NOW)  # no request is open


def test_an_unknown_authority() -> None:
    other = root("Other")
    store = made()
    leaf = issue(other, key=Csr(store.request().csr))
    chain = join_chain([leaf.certificate, other.certificate])
    rejected(Reason.UNKNOWN_ISSUER, store.take, chain, now=NOW)
    anyone = made(check_path=False)
    leaf = issue(other, key=Csr(anyone.request().csr))
    assert anyone.take(join_chain([leaf.certificate, other.certificate]), now=NOW)


def test_a_new_request_takes_the_place_of_the_old_one() -> None:
    store = made()
    old = store.request().csr
    assert store.request().csr != old
    leaf = issue(SUB, key=Csr(old))
    rejected(Reason.WRONG_KEY, store.take, leaf.pem + SUB.pem, now=NOW)


def test_the_newest_counts_once_it_is_valid() -> None:
    """A02.FR.08 and .09 of 1.6."""
    store = made()
    old = renewed(store)
    later = renewed(store, days=(2, 30), future=True)
    newest = renewed(store, days=(3, 30), future=True)
    found = [store.current(NOW + n * DAY) for n in (0, 2, 2.5, 3, 9)]
    assert found == [old, later, later, newest, newest]


def test_confirming_in_2x() -> None:
    store = made()
    old = renewed(store, days=(-10, 30))
    new = renewed(store)
    store.confirm(NOW)
    assert store.current(NOW) == new
    assert store.fall_back(NOW) is None
    assert old.leaf != new.leaf


def test_confirming_in_16_keeps_the_old_one_for_a_month() -> None:
    """A02.FR.10."""
    store = made()
    old = renewed(store, days=(-10, 90))
    new = renewed(store, days=(-1, 90))
    store.confirm(NOW + MONTH - 2 * DAY, keep=MONTH)
    assert store.fall_back(NOW) == old
    again = renewed(store, days=(-1, 90))
    store.confirm(NOW + MONTH, keep=MONTH)
    assert store.fall_back(NOW) is None
    assert store.current(NOW) == again != new


def test_falling_back() -> None:
    storage = MemoryStorage()
    store = made(storage)
    old = renewed(store, days=(-10, 30))
    renewed(store)
    assert store.fall_back(NOW) == old
    assert store.current(NOW) == made(storage).current(NOW) == old
    assert store.fall_back(NOW) is None
    assert store.current(NOW) == old


def test_certificates_for_cars() -> None:
    store = made()
    store.install(RootUse.V2G, root("V2G root").pem, now=NOW)
    rejected(Reason.UNKNOWN_ISSUER, renewed, store, uses=(OwnUse.V2G,))
    store.install(RootUse.V2G, ROOT.pem, now=NOW)
    own = renewed(store, uses=(OwnUse.V2G,), subject=named("NLACMEE1", None))
    assert store.current(NOW, OwnUse.V2G) == own
    assert store.current(NOW) is None
    both = renewed(store, uses=BOTH, days=(-0.5, 9))
    assert store.current(NOW) == store.current(NOW, OwnUse.V2G) == both


def test_a_certificate_whose_issuer_is_gone_cannot_be_named() -> None:
    store = made()
    other = root("V2G root")
    store.install(RootUse.V2G, other.pem, now=NOW)
    csr = store.request((OwnUse.V2G,)).csr
    leaf = issue(other, key=Csr(csr), signer=other.key)
    store.take(leaf.pem, now=NOW, uses=(OwnUse.V2G,))
    assert len(store.installed()) == 3
    assert store.delete(hash_data(other.pem)) == "Accepted"
    assert [each.use for each in store.installed()] == [RootUse.CSMS]


# --- Roots ----------------------------------------------------------------------------


def anchors(store: CertificateStore, *uses: RootUse) -> list[x509.Certificate]:
    return [each.anchor for each in store.roots(*uses)]


def test_installing() -> None:
    store = made()
    other = root("Other")
    store.install(RootUse.MANUFACTURER, other.pem, now=NOW)
    store.install(RootUse.CSMS, other.pem, now=NOW)
    assert anchors(store, RootUse.CSMS) == [other.certificate, ROOT.certificate]
    assert anchors(store, RootUse.MANUFACTURER) == [other.certificate]
    store.install(RootUse.CSMS, ROOT.pem, now=NOW)  # which is there already
    assert anchors(store, RootUse.CSMS) == [other.certificate, ROOT.certificate]


@pytest.mark.parametrize(
    ("holder", "reason"),
    [
        (SUB, Reason.UNKNOWN_ISSUER),
        (issue(None, "None", ca=False), Reason.NOT_A_CA),
        (root("Old", days=(-3, -1)), Reason.EXPIRED),
    ],
)
def test_what_is_no_root(holder: Holder, reason: Reason) -> None:
    store = made()
    rejected(reason, store.install, RootUse.CSMS, holder.pem, now=NOW)
    rejected(Reason.BAD_PEM, store.install, RootUse.CSMS, "x", now=NOW)
    assert len(store.roots()) == 1


def test_a_full_store() -> None:
    """M05.FR.03."""
    store = made(max_roots=2)
    store.install(RootUse.MANUFACTURER, root("2").pem, now=NOW)
    third = root("3").pem
    rejected(Reason.STORE_FULL, store.install, RootUse.CSMS, third, now=NOW)
    store.install(RootUse.CSMS, ROOT.pem, now=NOW)  # which needs no room
    assert len(store.roots()) == 2


def test_uses_that_a_station_does_not_have() -> None:
    store = made(root_uses=[RootUse.CSMS])
    other = root("2").pem
    rejected(Reason.WRONG_PURPOSE, store.install, RootUse.MO, other, now=NOW)


# --- One root and one fallback --------------------------------------------------------


def next_root(old: Holder, name: str) -> Holder:
    return issue(old, name, ca=True)


def test_each_root_has_to_be_signed_by_the_one_before() -> None:
    storage = MemoryStorage()
    store = made(storage, additional_root_check=True)
    rejected(Reason.UNKNOWN_ISSUER, store.install, RootUse.CSMS, root("2").pem, now=NOW)
    second = next_root(ROOT, "Second")
    store.install(RootUse.CSMS, second.pem, now=NOW)
    assert anchors(store) == [second.certificate, ROOT.certificate]
    assert [each.is_fallback for each in store.roots()] == [False, True]

    again = made(storage, additional_root_check=True)
    assert anchors(again) == [second.certificate, ROOT.certificate]
    third = next_root(ROOT, "Third")  # signed by the fallback only
    rejected(Reason.UNKNOWN_ISSUER, again.install, RootUse.CSMS, third.pem, now=NOW)
    third = next_root(second, "Third")
    again.install(RootUse.CSMS, third.pem, now=NOW)
    assert anchors(again) == [third.certificate, second.certificate]


def test_the_new_root_works() -> None:
    store = made(additional_root_check=True)
    second = next_root(ROOT, "Second")
    store.install(RootUse.CSMS, second.pem, now=NOW)
    store.confirm_root()
    assert anchors(store) == [second.certificate]
    assert store.fall_back_to_root() is None
    (reported,) = store.installed()  # though its issuer is gone
    expected = hash_data(second.certificate, ROOT.certificate)
    assert reported.hash_data == expected


def test_the_new_root_does_not_work() -> None:
    storage = MemoryStorage()
    store = made(storage, additional_root_check=True)
    store.install(RootUse.CSMS, next_root(ROOT, "Second").pem, now=NOW)
    fallback = store.fall_back_to_root()
    assert fallback is not None
    assert fallback.anchor == ROOT.certificate
    for each in (store, made(storage, additional_root_check=True)):
        assert anchors(each) == [ROOT.certificate]
        assert not each.roots()[0].is_fallback


def test_a_fallback_needs_no_room() -> None:
    store = made(additional_root_check=True, max_roots=2)
    store.install(RootUse.CSMS, next_root(ROOT, "Second").pem, now=NOW)
    store.install(RootUse.MANUFACTURER, root("2").pem, now=NOW)
    third = root("3").pem
    rejected(Reason.STORE_FULL, store.install, RootUse.MANUFACTURER, third, now=NOW)
    assert len(store.roots()) == 3


def test_other_uses_know_no_fallback() -> None:
    store = made(additional_root_check=True)
    for name in ("1", "2"):
        store.install(RootUse.MANUFACTURER, root(name).pem, now=NOW)
    assert len(store.roots(RootUse.MANUFACTURER)) == 2


# --- Reporting and deleting -----------------------------------------------------------


@pytest.mark.parametrize("algorithm", ["SHA256", "SHA384", "SHA512"])
def test_reports(algorithm: Any) -> None:
    store = made(hash_algorithm=algorithm)
    (reported,) = store.installed()
    assert reported.use is RootUse.CSMS
    assert reported.hash_data == hash_data(ROOT.pem, None, algorithm)
    assert find_certificate([reported], ROOT.certificate) is reported
    assert find_certificate([reported], root().certificate) is None


def test_a_chain_for_cars_is_reported_and_deleted() -> None:
    store = made()
    store.install(RootUse.V2G, ROOT.pem, now=NOW)
    renewed(store)  # not reported
    own = renewed(store, uses=(OwnUse.V2G,))
    *_, chain = store.installed()
    assert len(store.installed()) == 3
    assert chain.use == "V2GCertificateChain"
    assert chain.hash_data == hash_data(own.leaf, SUB.certificate)
    assert chain.children == (hash_data(SUB.certificate, ROOT.certificate),)
    assert store.delete(chain.hash_data) == "Accepted"
    assert store.current(NOW, OwnUse.V2G) is None
    assert store.current(NOW) is not None


@pytest.mark.parametrize("algorithm", ["SHA256", "SHA384", "SHA512"])
def test_deleting(algorithm: Any) -> None:
    storage = MemoryStorage()
    store = made(storage)
    other = root("Other")
    store.install(RootUse.CSMS, other.pem, now=NOW)
    data = hash_data(ROOT.pem, None, algorithm)
    assert store.delete(data) == "Accepted"
    assert store.delete(data) == "NotFound"
    assert anchors(made(storage)) == [other.certificate]


def test_the_root_in_use_cannot_be_deleted() -> None:
    """M04.FR.06."""
    store = made()
    assert store.delete(hash_data(ROOT.pem)) == "Failed"  # the last one
    other = root("Other")
    store.install(RootUse.CSMS, other.pem, now=NOW)
    assert store.connected_with(issue(root("Third"), "Server").pem) is None
    found = store.connected_with(issue(other, "Server").pem)
    assert found is not None
    assert found.anchor == other.certificate
    assert store.delete(hash_data(other.pem)) == "Failed"
    assert store.delete(hash_data(ROOT.pem)) == "Accepted"
    assert store.delete(hash_data(other.pem)) == "Failed"


def test_a_root_for_several_uses_is_deleted_for_all_of_them() -> None:
    store = made()
    other = root("Other")
    for use in (RootUse.CSMS, RootUse.MANUFACTURER):
        store.install(use, other.pem, now=NOW)
    store.connected_with(other.certificate)
    assert store.delete(hash_data(other.pem)) == "Failed"
    assert len(store.roots()) == 3
    store.connected_with(ROOT.certificate)
    assert store.delete(hash_data(other.pem)) == "Accepted"
    assert anchors(store) == [ROOT.certificate]


def test_the_certificate_of_the_station_cannot_be_deleted() -> None:
    """M04.FR.05."""
    store = made()
    own = renewed(store)
    assert store.delete(hash_data(own.leaf, SUB.certificate)) == "Failed"
    assert store.current(NOW) == own
