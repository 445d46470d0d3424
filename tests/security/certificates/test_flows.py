"""Our station and our back office exchange certificates, in every version."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

import ocpp_messages
from ocpp_messages import v16, v201
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    ErrorCode,
    NotInVersion,
    OcppError,
    Router,
    Settings,
    connect,
    serve,
    testing,
)
from ocpp_rpc.security import EventReporter, client, server
from ocpp_rpc.security.certificates import (
    BOTH,
    STATION,
    CertificateOffice,
    CertificateRejected,
    CertificateStore,
    Issuance,
    IssuanceState,
    MemoryStorage,
    OcspRequest,
    OwnCertificate,
    OwnUse,
    Reason,
    RenewalFailed,
    RenewalState,
    Retries,
    RootUse,
    SigningRequest,
    StationCertificates,
    Storage,
    delete_certificate,
    find_certificate,
    hash_data,
    install_certificate,
    installed_certificates,
    join_chain,
    make_csr,
    new_key,
    ocsp_request,
    ocsp_result,
    trigger_signing,
)
from ocpp_rpc.security.events import StationEvent
from tests.confidential import PASSWORD
from tests.security.authority import Authority
from tests.security.certificates.forging import (
    DAY,
    NOW,
    Holder,
    issue,
    named,
    ocsp_response,
    root,
)
from tests.support.records import whose

VERSIONS = ("1.6", "2.0.1", "2.1")
SINCE_20 = VERSIONS[1:]
ROOT = root()
SUB = issue(ROOT, "Sub", ca=True)
QUICK = Retries(wait_minimum=0.01, repeat_times=2)
PATIENT = Retries(wait_minimum=20)

all_versions = pytest.mark.parametrize("version", VERSIONS)


async def sign(request: SigningRequest, **options: Any) -> list[x509.Certificate]:
    """The authority."""
    signed = issue(SUB, key=request.parsed, signer=SUB.key, **options)
    return [signed.certificate, SUB.certificate, ROOT.certificate]


class BrokenStorage(MemoryStorage):
    """A disk that is full from some time on."""

    full = False

    def write(self, name: str, data: bytes) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        super().write(name, data)

    def delete(self, name: str) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        super().delete(name)


class Scene:
    """A station and a back office, and what happened."""

    def __init__(
        self,
        version: str,
        *,
        authority: Callable[[SigningRequest], Any] = sign,
        retries: Retries = PATIENT,
        storage: Storage | None = None,
        store: dict[str, Any] | None = None,
        office: dict[str, Any] | None = None,
    ) -> None:
        self.version = version
        self._news = asyncio.Event()
        self.events: list[Any] = []
        self.requests: list[Any] = []
        self.taken: list[OwnCertificate] = []
        self.states: list[tuple[IssuanceState, str]] = []
        own: dict[str, Any] = {"organization": "Acme CPO", "serial": "SN001"}
        self.store = CertificateStore(storage or MemoryStorage(), **own | (store or {}))
        self.store.install(RootUse.CSMS, ROOT.pem, now=NOW)
        self.certificates = StationCertificates(
            self.store, retries=retries, on_renewed=self._renewed
        )
        settings: dict[str, Any] = {
            "serial_of": {"CP001": "SN001"}.get,
            "organization": "Acme CPO",
            "roots": [ROOT.pem],
            "on_issuance": self._issued,
        }
        self.office = CertificateOffice(
            self._authority(authority), **settings | (office or {})
        )
        package = ocpp_messages.load(version)
        self.station = Router()
        self.station.include(self.certificates.routes)
        self.station.include(self.certificates.triggers)
        self.back_office = Router()
        event = package.PROCEDURES["SecurityEventNotification"]
        self.back_office.add(event.request, self._reported)
        self.back_office.include(self.office.routes)
        self.here: Connection
        self.there: Connection

    def _authority(self, authority: Callable[[SigningRequest], Any]) -> Any:
        async def asked(request: SigningRequest) -> Any:
            self.requests.append(request)
            self._news.set()
            return await authority(request)

        return asked

    def _issued(self, issuance: Issuance) -> None:
        self.states.append((issuance.state, issuance.detail))
        self._news.set()

    def _reported(self, event: Any) -> Any:
        self.events.append(event)
        self._news.set()
        package: Any = ocpp_messages.load(self.version)
        return package.SecurityEventNotificationResponse()

    async def _renewed(self, own: OwnCertificate, connection: Connection) -> None:
        assert connection is self.here
        self.taken.append(own)

    async def until(self, *states: IssuanceState) -> None:
        await self.see(lambda: [state for state, _ in self.states] == [*states])

    async def see(self, wanted: Callable[[], bool]) -> None:
        """Wait until the back office has seen something."""
        async with asyncio.timeout(10):
            while not wanted():
                self._news.clear()
                await self._news.wait()

    @asynccontextmanager
    async def connected(self) -> AsyncGenerator[None]:
        async with testing.pair(
            self.station, self.back_office, version=self.version
        ) as (self.here, self.there):
            yield


@asynccontextmanager
async def scene(version: str, **options: Any) -> AsyncGenerator[Scene]:
    made = Scene(version, **options)
    async with made.office, made.connected():
        yield made


SIGNED = (IssuanceState.SIGNING, IssuanceState.SIGNED)


# --- SignCertificate and CertificateSigned --------------------------------------------


@all_versions
async def test_a_new_certificate(version: str) -> None:
    async with scene(version) as here:
        own = await here.certificates.renew(here.here)
        await here.until(*SIGNED, IssuanceState.ACCEPTED)
    assert own == here.store.current(NOW)
    assert here.taken == [own]
    (asked,) = here.requests
    assert (asked.identity, asked.uses) == ("CP001", STATION)
    assert asked.parsed.subject == named("SN001")
    issuance = here.office.issuances["CP001"]
    assert issuance.request_id == (1 if version == "2.1" else None)
    assert issuance.chain.count("BEGIN") == 2  # without the root
    assert here.events == []


@all_versions
async def test_the_back_office_asks_for_it(version: str) -> None:
    async with scene(version) as here:
        assert await trigger_signing(here.there) == "Accepted"
        await here.until(*SIGNED, IssuanceState.ACCEPTED)
    assert here.store.current(NOW) is not None


@pytest.mark.parametrize("version", SINCE_20)
async def test_for_cars_as_well(version: str) -> None:
    async with scene(version) as here:
        here.store.install(RootUse.V2G, ROOT.pem, now=NOW)
        assert await trigger_signing(here.there, BOTH) == "Accepted"
        await here.until(*SIGNED, IssuanceState.ACCEPTED)
        cars = await here.certificates.renew(here.here, (OwnUse.V2G,))
    assert [each.uses for each in here.taken] == [BOTH, (OwnUse.V2G,)]
    assert here.store.current(NOW, OwnUse.V2G) == cars
    assert here.store.current(NOW) == here.taken[0]


async def test_other_triggers_are_for_others() -> None:
    async with scene("1.6") as here:
        request = v16.ExtendedTriggerMessageRequest(
            requested_message=v16.MessageTriggerEnumType.HEARTBEAT
        )
        response = await here.there.call(request)
    assert response.status is v16.TriggerMessageStatusEnumType.NOT_IMPLEMENTED


BAD_BY_AUTHORITY: dict[str, tuple[Reason, dict[str, Any]]] = {
    "expired": (Reason.EXPIRED, {"days": (-3, -1)}),
    "another station": (Reason.WRONG_NAME, {"subject": "SN002"}),
    "another owner": (Reason.WRONG_ORGANIZATION, {"subject": named("SN001", "Other")}),
}


@all_versions
@pytest.mark.parametrize("name", BAD_BY_AUTHORITY)
async def test_faults_of_the_authority_reach_no_station(
    name: str, version: str, caplog: pytest.LogCaptureFixture
) -> None:
    _, options = BAD_BY_AUTHORITY[name]

    async def badly(request: SigningRequest) -> Any:
        return await sign(request, **options)

    async with scene(version, authority=badly, retries=QUICK) as here:
        call = here.here.call(csr_request(version, here.store.request().csr))
        assert (await call).status == "Accepted"
        await here.until(IssuanceState.SIGNING, IssuanceState.FAILED)
    assert here.events == []
    assert "'CP001': no certificate: CertificateRejected: CN=" in caplog.text
    assert here.states[-1][1]


def csr_request(version: str, csr: str) -> Any:
    package = ocpp_messages.load(version)
    cls: Any = package.PROCEDURES["SignCertificate"].request
    payload = {"csr": csr}
    if version != "1.6":
        payload["certificateType"] = "ChargingStationCertificate"
    return package.from_jsonable(cls, payload)


@all_versions
@pytest.mark.parametrize("name", BAD_BY_AUTHORITY)
async def test_a_station_discards_a_bad_certificate(name: str, version: str) -> None:
    """TC_A_14: the back office does not look, the station does."""
    _, options = BAD_BY_AUTHORITY[name]

    async def badly(request: SigningRequest) -> Any:
        return await sign(request, **options)

    office = {"roots": None}
    async with scene(version, authority=badly, office=office) as here:
        renewing = asyncio.create_task(here.certificates.renew(here.here))
        await here.until(*SIGNED, IssuanceState.REJECTED)
        await here.see(lambda: bool(here.events))
        renewing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await renewing
    (event,) = here.events
    is_16 = version == "1.6"
    expected = "InvalidChargePoint" if is_16 else "InvalidChargingStation"
    assert event.type == f"{expected}Certificate"
    assert event.tech_info.startswith("CN=")
    assert here.states[-1][1] == ("" if is_16 else event.tech_info)
    assert here.taken == []
    assert here.store.current(NOW) is None


@all_versions
async def test_certificates_of_the_future(version: str) -> None:
    """1.6 waits for them (A02.FR.08), 2.x refuses them."""

    async def early(request: SigningRequest) -> Any:
        return await sign(request, days=(1, 9))

    async with scene(version, authority=early, retries=QUICK) as here:
        if version == "1.6":
            own = await here.certificates.renew(here.here)
            assert here.store.current(NOW) is None
            assert here.store.current(NOW + 2 * DAY) == own
        else:
            with pytest.raises(RenewalFailed):
                await here.certificates.renew(here.here)
            assert here.states[1][0] is IssuanceState.FAILED


@pytest.mark.parametrize("version", SINCE_20)
async def test_a_station_of_2x_refuses_certificates_of_the_future(version: str) -> None:
    """The back office does not look, the station does."""

    async def early(request: SigningRequest) -> Any:
        return await sign(request, days=(1, 9))

    office = {"roots": None}
    async with scene(version, authority=early, retries=QUICK, office=office) as here:
        with pytest.raises(RenewalFailed):
            await here.certificates.renew(here.here)
        assert here.states[2][0] is IssuanceState.REJECTED
    assert here.events[0].tech_info.startswith("CN=SN001,O=Acme CPO: it is not valid")
    assert here.store.current(NOW + 2 * DAY) is None


@pytest.mark.parametrize("version", SINCE_20)
async def test_asking_again(version: str) -> None:
    """CertSigningWaitMinimum and CertSigningRepeatTimes."""
    asked = list[SigningRequest]()

    async def at_the_third_time(request: SigningRequest) -> Any:
        asked.append(request)
        if len(asked) < 3:
            await asyncio.Event().wait()
        return await sign(request)

    async with scene(version, authority=at_the_third_time, retries=QUICK) as here:
        own = await here.certificates.renew(here.here)
    assert len({each.csr for each in asked}) == 1  # the same key
    assert here.taken == [own]


@all_versions
async def test_giving_up(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from ocpp_rpc.security.certificates import station  # noqa: PLC0415

    monkeypatch.setattr(station, "NO_RETRIES", Retries(wait_minimum=0, repeat_times=0))

    async with scene(version, authority=never, retries=QUICK) as here:
        with pytest.raises(RenewalFailed, match="did not arrive") as caught:
            await here.certificates.renew(here.here)
    assert caught.value.state is RenewalState.GIVEN_UP
    assert len(here.requests) <= 3
    assert len(here.states) == (1 if version == "1.6" else 3)


@all_versions
async def test_a_request_that_is_refused(version: str) -> None:
    async with scene(version, store={"serial": "SN002"}) as here:
        with pytest.raises(RenewalFailed, match="has rejected the request") as caught:
            await here.certificates.renew(here.here)
        assert caught.value.state is RenewalState.REFUSED
        other = make_csr(new_key(), organization="Other", serial="SN001")
        response = await here.here.call(csr_request(version, other))
    assert response.status == "Rejected"
    if version != "1.6":
        assert response.status_info.reason_code == "InvalidCSR"
        assert (
            "organization (O) does not contain Acme CPO"
            in response.status_info.additional_info
        )
    assert [state for state, _ in here.states] == [IssuanceState.REFUSED] * 2
    assert here.requests == []
    assert here.office.issuances == {}


@all_versions
async def test_a_station_that_nobody_knows(version: str) -> None:
    async def unknown(_: str) -> None:
        return None

    async with scene(version, office={"serial_of": unknown}) as here:
        with pytest.raises(RenewalFailed):
            await here.certificates.renew(here.here)
    assert here.states == [
        (IssuanceState.REFUSED, "the serial number of the station is not known")
    ]


async def test_an_authority_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    async def fail(_: SigningRequest) -> Any:
        raise RuntimeError("no\nway")

    async with scene("2.0.1", authority=fail, retries=QUICK) as here:
        with pytest.raises(RenewalFailed):
            await here.certificates.renew(here.here)
    text = "'CP001': no certificate: RuntimeError: no way"
    assert whose(caplog, text) == {("CP001", "2.0.1")}
    assert here.office.issuances["CP001"].state is IssuanceState.FAILED


@all_versions
async def test_the_certificate_comes_by_the_next_connection(version: str) -> None:
    go = asyncio.Event()

    async def later(request: SigningRequest) -> Any:
        await go.wait()
        return await sign(request)

    connections: dict[str, Connection] = {}
    here = Scene(version, authority=later, office={"connections": connections})
    async with here.office:
        async with here.connected():
            renewing = asyncio.create_task(here.certificates.renew(here.here))
            await here.until(IssuanceState.SIGNING)
        with pytest.raises(ConnectionClosed):
            await renewing
        async with here.connected():
            connections["CP001"] = here.there
            go.set()
            await here.until(*SIGNED, IssuanceState.ACCEPTED)
    assert here.store.current(NOW) is not None


async def test_a_certificate_that_waits_for_its_station() -> None:
    stations = list[Connection]()

    async def cut(request: SigningRequest) -> Any:
        await stations[0].close()
        return await sign(request)

    here = Scene("2.0.1", authority=cut)
    async with here.office:
        async with here.connected():
            stations.append(here.here)
            with pytest.raises(ConnectionClosed):
                await here.certificates.renew(here.here)
            await here.until(*SIGNED, IssuanceState.SIGNED)
        async with here.connected():
            assert await here.office.deliver(here.there) is IssuanceState.ACCEPTED
            assert await here.office.deliver(here.there) is IssuanceState.ACCEPTED
    assert here.store.current(NOW) is not None


async def test_nothing_waits_for_a_station() -> None:
    async with scene("2.0.1") as here:
        assert await here.office.deliver(here.there) is None


async def test_a_newer_request_takes_the_place_of_an_older_one() -> None:
    go = asyncio.Event()

    async def first_waits(request: SigningRequest) -> Any:
        if not go.is_set():
            go.set()
            await asyncio.Event().wait()
        return await sign(request)

    async with scene("2.1", authority=first_waits) as here:
        first = asyncio.create_task(here.certificates.renew(here.here))
        await go.wait()
        own = await here.certificates.renew(here.here)
        with pytest.raises(RenewalFailed):
            await first
    assert here.taken == [own]


async def never(_: SigningRequest) -> Any:
    await asyncio.Event().wait()


async def test_the_certificate_of_another_request() -> None:
    """2.1 has ids for that."""
    async with scene("2.1", authority=never) as here:
        renewing = asyncio.create_task(here.certificates.renew(here.here))
        await here.see(lambda: bool(here.requests))
        other = Issuance("CP001", "2.1", STATION, 7)
        csr = here.requests[0].csr
        asked = other.receive(csr, organization=None, serial=None)
        chain = await sign(asked)
        other.take(chain, roots=None, organization=None, serial=None, now=NOW)
        here.office.issuances["CP001"] = other
        assert await here.office.deliver(here.there) is IssuanceState.REJECTED
        renewing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await renewing
    assert other.detail == "7 is not the id of the last request"


async def test_an_authority_that_signs_another_key() -> None:
    async def other(request: SigningRequest) -> Any:
        return [issue(SUB).certificate, SUB.certificate]

    async with scene("2.0.1", authority=other, retries=QUICK) as here:
        with pytest.raises(RenewalFailed):
            await here.certificates.renew(here.here)
    assert here.states[1][1].endswith("its key is not the requested one")


async def test_a_chain_that_is_too_long_for_the_station() -> None:
    async with scene("2.0.1", retries=QUICK, office={"max_chain_size": 900}) as here:
        with pytest.raises(RenewalFailed):
            await here.certificates.renew(here.here)
    assert here.states[1][1].endswith("the limit is 900")


async def test_a_root_that_the_station_names() -> None:
    async with scene("2.1") as here:
        package: Any = ocpp_messages.load("2.1")
        data = hash_data(ROOT.pem).to(package.CertificateHashDataType)
        request = csr_request("2.1", here.store.request().csr)
        request = request.model_copy(update={"hash_root_certificate": data})
        assert (await here.here.call(request)).status == "Accepted"
        await here.until(*SIGNED, IssuanceState.ACCEPTED)
    assert here.requests[0].root == hash_data(ROOT.pem)


async def test_a_station_that_cannot_keep_it() -> None:
    storage = BrokenStorage()
    async with scene("2.0.1", storage=storage) as here:
        csr = here.store.request().csr
        storage.full = True
        response = await here.here.call(csr_request("2.0.1", csr))
        assert response.status == "Accepted"
        await here.until(*SIGNED, IssuanceState.REJECTED)
        with pytest.raises(OSError, match="No space left"):
            await here.certificates.renew(here.here)


async def test_events_may_be_left_to_a_reporter() -> None:
    """Such as `EventReporter`, which keeps what cannot be sent."""
    told = list[tuple[StationEvent, str]]()
    store = CertificateStore(MemoryStorage(), organization="Acme CPO", serial="SN001")
    certificates = StationCertificates(
        store, report=lambda event, detail: told.append((event, detail))
    )
    assert StationCertificates(store, report=EventReporter().report)
    async with testing.pair(certificates.routes, version="2.1") as (_, there):
        package: Any = ocpp_messages.load("2.1")
        request = package.CertificateSignedRequest(certificate_chain="x")
        await there.call(request)
    event = StationEvent.INVALID_CHARGING_STATION_CERTIFICATE
    assert told == [(event, "this is not a certificate in PEM")]


async def test_a_back_office_without_events_is_no_trouble(
    caplog: pytest.LogCaptureFixture,
) -> None:
    refused = asyncio.Event()

    def refuse(_: v201.SecurityEventNotificationRequest) -> Any:
        refused.set()
        raise OcppError(ErrorCode.NOT_SUPPORTED)

    routes = Router()
    routes.add(v201.SecurityEventNotificationRequest, refuse)
    async with scene("2.0.1") as here:
        here.there.set_handler(routes)
        request = v201.CertificateSignedRequest(certificate_chain="x")
        response = await here.there.call(request)
        assert response.status == "Rejected"
        await refused.wait()
    text = "'CP001': InvalidChargingStationCertificate was not reported: Secur"
    assert whose(caplog, text) == {("CP001", "2.0.1")}


async def test_a_trigger_that_comes_to_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with scene("2.1", store={"serial": "SN002"}) as here:
        assert await trigger_signing(here.there) == "Accepted"
        await here.until(IssuanceState.REFUSED)
    text = "'CP001': no new certificate: the back office has rejected"
    assert whose(caplog, text) == {("CP001", "2.1")}


async def test_an_answer_that_is_lost() -> None:
    """The back office may have the request all the same."""
    lost = asyncio.Event()

    async def lose(_: Any) -> Any:
        lost.set()
        await asyncio.Event().wait()

    store = CertificateStore(MemoryStorage(), organization="Acme CPO", serial="SN001")
    store.install(RootUse.CSMS, ROOT.pem, now=NOW)
    certificates = StationCertificates(store, retries=PATIENT)
    settings = Settings(call_timeout=0.01)
    async with testing.pair(
        certificates.routes, lose, version="2.0.1", settings=settings
    ) as (here, there):
        renewing = asyncio.create_task(certificates.renew(here))
        await lost.wait()
        request = certificates.store.request()
        signed = issue(SUB, key=x509.load_pem_x509_csr(request.csr.encode()))
        there_chain = signed.pem + SUB.pem
        message = v201.CertificateSignedRequest(
            certificate_chain=there_chain,
            certificate_type=v201.CertificateSigningUseEnumType.CHARGING_STATION_CERTIFICATE,
        )
        response = await there.call(message, timeout=10)
        assert response.status == "Accepted"
        assert (await renewing).leaf == signed.certificate


async def test_a_root_of_the_station_names_that_is_no_hash_data() -> None:
    async with scene("2.1") as here:
        package: Any = ocpp_messages.load("2.1")
        data = hash_data(ROOT.pem).to(package.CertificateHashDataType)
        odd = data.model_copy(update={"serial_number": "serial"})
        request = csr_request("2.1", here.store.request().csr)
        request = request.model_copy(update={"hash_root_certificate": odd})
        assert (await here.here.call(request)).status == "Accepted"
        await here.until(*SIGNED, IssuanceState.ACCEPTED)
    assert here.requests[0].root is None


# --- Roots ----------------------------------------------------------------------------


@all_versions
async def test_installing_listing_and_deleting(version: str) -> None:
    other = root("Other")
    async with scene(version) as here:
        status = await install_certificate(here.there, RootUse.MANUFACTURER, other.pem)
        assert status == "Accepted"
        found = await installed_certificates(here.there)
        assert [each.use for each in found] == [RootUse.CSMS, RootUse.MANUFACTURER]
        only = await installed_certificates(here.there, RootUse.MANUFACTURER)
        assert only == found[1:]
        wanted = find_certificate(found, other.certificate)
        assert wanted is not None
        assert wanted == found[1]
        assert await delete_certificate(here.there, wanted.hash_data) == "Accepted"
        assert await delete_certificate(here.there, wanted.hash_data) == "NotFound"
        assert await installed_certificates(here.there, RootUse.MANUFACTURER) == []
        used = found[0].hash_data
        assert await delete_certificate(here.there, used) == "Failed"


@all_versions
async def test_deleting_with_the_algorithm_of_the_station(version: str) -> None:
    """M04.FR.07: a station that knows SHA512 alone, and writes in upper case."""
    other = root("Other", serial=0xABC)
    asked = list[Any]()
    package = ocpp_messages.load(version)
    loud = hash_data(other.pem, None, "SHA512")
    fields = {
        "hashAlgorithm": "SHA512",
        "issuerNameHash": loud.issuer_name_hash.upper(),
        "issuerKeyHash": loud.issuer_key_hash.upper(),
        "serialNumber": f"0{loud.serial_number}"[:40],
    }
    payload: dict[str, Any] = {"certificateHashData": [fields]}
    if version != "1.6":
        chain = {"certificateType": "CSMSRootCertificate"}
        chains = [chain | {"certificateHashData": fields}]
        payload = {"certificateHashDataChain": chains}

    def listed(_: Any) -> Any:
        procedure = package.PROCEDURES["GetInstalledCertificateIds"]
        response: Any = procedure.response
        return package.from_jsonable(response, {"status": "Accepted"} | payload)

    def deleted(request: Any) -> Any:
        asked.append(request.certificate_hash_data)
        response: Any = package.PROCEDURES["DeleteCertificate"].response
        return package.from_jsonable(response, {"status": "Accepted"})

    routes = Router()
    for action, function in (
        ("GetInstalledCertificateIds", listed),
        ("DeleteCertificate", deleted),
    ):
        routes.add(package.PROCEDURES[action].request, function)
    async with scene(version) as here:
        here.here.set_handler(routes)
        found = await installed_certificates(here.there, RootUse.CSMS)
        wanted = find_certificate(found, other.certificate)
        assert wanted is not None
        await delete_certificate(here.there, wanted.hash_data)
    (sent,) = asked
    assert sent.hash_algorithm == "SHA512"
    assert sent.issuer_name_hash == fields["issuerNameHash"]
    assert sent.serial_number == fields["serialNumber"]


@pytest.mark.parametrize("version", SINCE_20)
async def test_the_chain_for_cars_is_listed(version: str) -> None:
    async with scene(version) as here:
        here.store.install(RootUse.V2G, ROOT.pem, now=NOW)
        own = await here.certificates.renew(here.here, (OwnUse.V2G,))
        *_, chain = await installed_certificates(here.there)
    assert chain.use == "V2GCertificateChain"
    assert chain.hash_data == hash_data(own.leaf, SUB.certificate)
    assert chain.children == (hash_data(SUB.certificate, ROOT.certificate),)


def anybody(_identity: str, _password: bytes) -> bool:
    return True


async def test_the_root_in_use_is_known_over_tls(tmp_path: Path) -> None:
    """M04.FR.06: the older of two roots, which has certified the server."""
    authority = Authority()
    files = authority.server().write(tmp_path, "server")
    roots = tmp_path / "roots.pem"
    roots.write_bytes(authority.root.certificate_pem)
    older, newer = authority.root.certificate, root("Newer").certificate
    store = CertificateStore(MemoryStorage(), organization="Acme CPO", serial="SN001")
    for each in (older, newer):
        store.install(RootUse.CSMS, join_chain([each]), now=NOW)
    certificates = StationCertificates(store)
    async with (
        serve(
            None,
            "127.0.0.1",
            0,
            versions=["2.0.1"],
            security=server.Profile2(verify=anybody, tls=server.tls(ecdsa=files)),
        ) as office,
        connect(
            f"wss://localhost:{office.port}/ocpp",
            "CP001",
            versions=["2.0.1"],
            handler=certificates.routes,
            security=client.Profile2(password=PASSWORD, tls=client.tls(ca=roots)),
        ),
    ):
        there = await office.connections.wait_for("CP001")
        found = [
            await delete_certificate(there, hash_data(each)) for each in (older, newer)
        ]
    assert found == ["Failed", "Accepted"]


async def test_a_report_has_four_authorities_at_most() -> None:
    path = [ROOT]
    for number in range(5):
        path.append(issue(path[-1], f"Sub {number}", ca=True))

    async def deep(request: SigningRequest) -> Any:
        signed = issue(path[-1], key=request.parsed, signer=path[-1].key)
        return [signed.certificate, *(each.certificate for each in reversed(path))]

    async with scene("2.1", authority=deep) as here:
        here.store.install(RootUse.V2G, ROOT.pem, now=NOW)
        await here.certificates.renew(here.here, (OwnUse.V2G,))
        *_, chain = await installed_certificates(here.there)
    below = hash_data(path[-1].certificate, path[-2].certificate)
    assert chain.children[0] == below
    assert len(chain.children) == 4


@all_versions
async def test_roots_that_are_not_installed(version: str) -> None:
    async with scene(version, store={"max_roots": 1}) as here:
        csms = RootUse.CSMS
        assert await install_certificate(here.there, csms, root().pem) == "Rejected"
        assert await install_certificate(here.there, csms, SUB.pem) == "Rejected"
        request: Any = ocpp_messages.load(version).PROCEDURES["InstallCertificate"]
        name = "CentralSystemRootCertificate" if version == "1.6" else csms.value
        bad = request.request(certificate_type=name, certificate="no PEM")
        response = await here.there.call(bad)
        assert response.status == "Rejected"
    if version != "1.6":
        assert response.status_info.reason_code == "InvalidCertificate"


async def test_why_a_full_store_refuses() -> None:
    async with scene("2.0.1", store={"max_roots": 1}) as here:
        use = v201.InstallCertificateUseEnumType.CSMS_ROOT_CERTIFICATE
        request = v201.InstallCertificateRequest(
            certificate_type=use, certificate=root().pem
        )
        response = await here.there.call(request)
    assert response.status_info is not None
    assert response.status_info.reason_code == "OutOfStorage"


@all_versions
async def test_a_disk_that_is_full(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    storage = BrokenStorage()
    async with scene(version, storage=storage) as here:
        other = root("Other")
        here.store.install(RootUse.MANUFACTURER, other.pem, now=NOW)
        storage.full = True
        csms = RootUse.CSMS
        assert await install_certificate(here.there, csms, root("3").pem) == "Failed"
        assert await delete_certificate(here.there, hash_data(other.pem)) == "Failed"
    for text in ("'CP001': a root was not in", "'CP001': a certificate was not del"):
        assert whose(caplog, text) == {("CP001", version)}


async def test_what_a_version_does_not_have() -> None:
    async with scene("1.6") as here:
        with pytest.raises(NotInVersion, match="no V2GRootCertificate"):
            await install_certificate(here.there, RootUse.V2G, ROOT.pem)
        with pytest.raises(NotInVersion, match=r"has no .* and V2G"):
            await trigger_signing(here.there, BOTH)
        with pytest.raises(NotInVersion, match="has no V2GCertificate"):
            await here.certificates.renew(here.here, (OwnUse.V2G,))
    async with scene("2.0.1") as here:
        with pytest.raises(NotInVersion, match="has no V2G20Certificate"):
            await here.certificates.renew(here.here, (OwnUse.V2G20,))
        with pytest.raises(NotInVersion, match="no OEMRootCertificate"):
            await install_certificate(here.there, RootUse.OEM, ROOT.pem)


@pytest.mark.parametrize("version", ["1.5", "2.0"])
async def test_other_versions_are_left_to_programs(version: str) -> None:
    store = CertificateStore(MemoryStorage(), organization="Acme", serial="SN001")
    certificates = StationCertificates(store)
    async with testing.pair(certificates.routes, version=version) as (here, there):
        with pytest.raises(
            NotInVersion, match=f"SignCertificate of OCPP {version} is not"
        ):
            await certificates.renew(here)
        with pytest.raises(NotInVersion):
            await trigger_signing(there)
        with pytest.raises(NotInVersion):
            await install_certificate(there, RootUse.CSMS, ROOT.pem)
        if version == "2.0":
            cls: Any = ocpp_messages.load("2.0").PROCEDURES["CertificateSigned"].request
            with pytest.raises(OcppError) as caught:
                await there.call(cls(cert=["x"]))
            assert caught.value.code is ErrorCode.NOT_SUPPORTED


async def test_a_root_that_is_too_long_for_the_version() -> None:
    long = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3"), bytes(4000))
    big = root("Big", extensions=[(long, False)])
    async with scene("2.1") as here:
        status = await install_certificate(here.there, RootUse.CSMS, big.pem)
        assert status == "Accepted"
    async with scene("2.0.1") as here:
        with pytest.raises(CertificateRejected, match="the limit is 5500"):
            await install_certificate(here.there, RootUse.CSMS, big.pem)


# --- GetCertificateStatus -------------------------------------------------------------

URL = "http://ocsp.example"


def status_request(version: str, leaf: Holder) -> Any:
    package: Any = ocpp_messages.load(version)
    data = ocsp_request(leaf.pem, SUB.pem).to(
        package.OCSPRequestDataType, responder_url=URL
    )
    return package.GetCertificateStatusRequest(ocsp_request_data=data)


@pytest.mark.parametrize("version", SINCE_20)
async def test_a_station_asks_whether_a_certificate_is_good(version: str) -> None:
    leaf = issue(SUB)
    asked = list[OcspRequest]()

    async def responder(request: OcspRequest) -> bytes:
        asked.append(request)
        return ocsp_response(leaf, SUB)

    async with scene(version, office={"ask_responder": responder}) as here:
        response = await here.here.call(status_request(version, leaf))
    assert response.status == "Accepted"
    assert ocsp_result(response.ocsp_result, leaf.pem, SUB.pem).status == "good"
    (request,) = asked
    assert request.der == ocsp_request(leaf.pem, SUB.pem).der
    assert request.responder_url == URL


async def no_answer(_: OcspRequest) -> None:
    return None


async def failure(_: OcspRequest) -> bytes:
    raise RuntimeError("no network")


async def too_much(_: OcspRequest) -> bytes:
    return bytes(20_000)


@pytest.mark.parametrize("version", SINCE_20)
@pytest.mark.parametrize("responder", [None, no_answer, failure, too_much])
async def test_nobody_can_tell(version: str, responder: Any) -> None:
    async with scene(version, office={"ask_responder": responder}) as here:
        response = await here.here.call(status_request(version, issue(SUB)))
    assert (response.status, response.ocsp_result) == ("Failed", None)


async def test_hash_data_that_is_none(caplog: pytest.LogCaptureFixture) -> None:
    async with scene("2.0.1", office={"ask_responder": failure}) as here:
        request = status_request("2.0.1", issue(SUB))
        data = request.ocsp_request_data.model_copy(update={"serial_number": "x"})
        response = await here.here.call(
            request.model_copy(update={"ocsp_request_data": data})
        )
    assert response.status == "Failed"
    assert whose(caplog, "'CP001': no OCSP response: ") == {("CP001", "2.0.1")}


async def test_a_size_that_fits_21_only() -> None:
    async def much(_: OcspRequest) -> bytes:
        return bytes(9_000)

    for version, status in (("2.0.1", "Failed"), ("2.1", "Accepted")):
        async with scene(version, office={"ask_responder": much}) as here:
            response = await here.here.call(status_request(version, issue(SUB)))
        assert response.status == status
    assert base64.b64decode(response.ocsp_result) == bytes(9_000)


# --- What is logged -------------------------------------------------------------------


@all_versions
async def test_no_key_and_no_certificate_in_the_log(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        async with scene(version) as here:
            own = await here.certificates.renew(here.here)
    assert "BEGIN" not in caplog.text
    assert "BEGIN" not in repr((here.store, here.office, here.certificates, own))
