"""C07: what an Authorize request with a contract certificate is answered."""

from __future__ import annotations

import pytest

from ocpp_messages import v21, v201
from ocpp_rpc.security.certificates import (
    CertificateRejected,
    CertificateStatus,
    OcspResult,
    OcspStatus,
    Reason,
    certificate_status,
)
from tests.security.certificates.forging import NOW

CHAIN_ERROR = ("CertChainError", "Invalid")
REVOKED = ("CertificateRevoked", "Invalid")


def said(status: OcspStatus) -> OcspResult:
    return OcspResult(status=status, this_update=NOW)


def rejected(reason: Reason) -> CertificateRejected:
    return CertificateRejected(reason, "why")


def both(status: CertificateStatus) -> tuple[str, str]:
    assert v201.AuthorizeCertificateStatusEnumType(status.certificate_status)
    assert v21.AuthorizeCertificateStatusEnumType(status.certificate_status)
    assert v201.AuthorizationStatusEnumType(status.token_status)
    return status.certificate_status, status.token_status


def test_all_is_good() -> None:
    assert both(certificate_status("Accepted")) == ("Accepted", "Accepted")
    found = certificate_status("Accepted", None, [said("good"), said("good")])
    assert both(found) == ("Accepted", "Accepted")


@pytest.mark.parametrize("token", ["Blocked", "Expired", "Invalid", "Unknown"])
def test_a_good_chain_and_a_bad_token(token: str) -> None:
    found = certificate_status(token, None, [said("good")])
    assert both(found) == ("ContractCancelled", token)


@pytest.mark.parametrize("token", ["Accepted", "Blocked"])
@pytest.mark.parametrize("reason", Reason)
def test_a_bad_chain(reason: Reason, token: str) -> None:
    expected = {
        Reason.EXPIRED: ("CertificateExpired", "Expired"),
        Reason.REVOKED: REVOKED,
    }.get(reason, CHAIN_ERROR)
    assert both(certificate_status(token, rejected(reason))) == expected


@pytest.mark.parametrize("token", ["Accepted", "Blocked"])
def test_what_responders_say(token: str) -> None:
    good, revoked, unknown = said("good"), said("revoked"), said("unknown")
    failed = rejected(Reason.BAD_OCSP)
    cases: dict[tuple[str, str], list[list[OcspResult | CertificateRejected]]] = {
        REVOKED: [[revoked], [good, revoked], [unknown, revoked], [failed, revoked]],
        CHAIN_ERROR: [[unknown], [good, unknown], [failed], [good, failed]],
    }
    for expected, results in cases.items():
        for each in results:
            assert both(certificate_status(token, None, each)) == expected


def test_the_responses_of_both_versions() -> None:
    status = certificate_status("Blocked")
    for package in (v201, v21):
        response = package.from_jsonable(
            package.AuthorizeResponse,
            {
                "idTokenInfo": {"status": status.token_status},
                "certificateStatus": status.certificate_status,
            },
        )
        assert response.certificate_status == "ContractCancelled"
