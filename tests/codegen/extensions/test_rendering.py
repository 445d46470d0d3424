"""The package of an extension offers what that of the version does, and more."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

import ocpp_messages
import ocpp_rpc
from codegen.emitting import trial
from codegen.extensions import rendering
from codegen.extensions.loading import load
from ocpp_messages import (
    LENIENT,
    DecodeError,
    Model,
    Tolerance,
    ToleranceError,
    VersionPackage,
    v1x,
    v2x,
    v16,
    v21,
)
from ocpp_rpc import testing
from ocpp_rpc.handlers.independent import Converter
from tests.codegen.conftest import Run
from tests.codegen.rendering import giving
from tests.codegen.sample_extensions import (
    ACTION,
    EXTENDS,
    PING,
    START,
    written,
)
from tests.codegen.sample_publications import message
from tests.oracle.test_json_schemas import judge_by

pytestmark = pytest.mark.usefixtures("oca")

Extend: TypeAlias = Callable[..., Any]


@pytest.fixture
def extended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Extend]:
    """Writes a package that extends a version, and imports it."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    names: list[str] = []

    def extended(
        table: str,
        schemas: Mapping[str, Any] = PING,
        version: str = "1.6",
        *,
        proven: bool = False,
    ) -> Any:
        name = f"acme{len(names)}"
        names.append(name)
        start = EXTENDS.format(package=name, version=version)
        folder = written(tmp_path / f"{name}-source", start + table, schemas)
        with pytest.MonkeyPatch.context() as patch:
            if not proven:  # a process each time, to import what is imported here
                patch.setattr(trial, "prove", giving(None))
            assert rendering.generate(folder, tmp_path) == name
        return importlib.import_module(name)

    yield extended
    for module in [each for each in sys.modules if each.partition(".")[0] in names]:
        del sys.modules[module]


def changed(package: Any, standard: Any) -> set[str]:
    """The names of a version package that are other objects in an extension of it."""
    return {
        name
        for name in standard.__all__
        if getattr(package, name) is not getattr(standard, name)
    }


NOON: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
TABLES: Final = {"PROCEDURES", "PROCEDURES_BY_REQUEST"}


def test_own_action(extended: Extend) -> None:
    acme = extended(ACTION)
    new = {"AcmePingRequest", "AcmePingResponse"}
    assert {*acme.__all__} == {*v16.__all__, *new}
    assert changed(acme, v16) == {*TABLES, "CentralSystem"}
    assert v16.CentralSystem in acme.CentralSystem.__mro__
    assert "acme_ping" in vars(acme.CentralSystem)

    procedure = acme.PROCEDURES["AcmePing"]
    assert {**v16.PROCEDURES, "AcmePing": procedure} == acme.PROCEDURES
    assert acme.PROCEDURES_BY_REQUEST[acme.AcmePingRequest] is procedure
    assert procedure.response is acme.AcmePingResponse
    assert procedure.senders == {acme.STATION}

    request = acme.AcmePingRequest(text="a")
    assert acme.dumps(request) == '{"text":"a"}'
    assert acme.loads(acme.AcmePingRequest, '{"text":"a"}') == request
    with pytest.raises(DecodeError):
        acme.loads(acme.AcmePingRequest, '{"test":"a"}')


def test_package_is_one_of_a_version(extended: Extend) -> None:
    package: VersionPackage = extended(ACTION)
    assert (package.VERSION, package.SUBPROTOCOL) == ("1.6", "ocpp1.6")
    assert isinstance(package.PROCEDURES["Heartbeat"].request, type)
    assert package.PROCEDURES["Heartbeat"] is v16.PROCEDURES["Heartbeat"]


def test_nothing_is_changed_by_nothing(extended: Extend) -> None:
    acme = extended("", {})
    assert changed(acme, v16) == TABLES
    assert acme.PROCEDURES == v16.PROCEDURES


def test_exception_to_the_rule_of_names(extended: Extend) -> None:
    table = f'{ACTION}[exceptions]\nacmeKWh = "acme_kwh"\n'
    schemas = {**PING, "AcmePing.json": message({"acmeKWh": {"type": "number"}})}
    acme = extended(table, schemas)
    assert acme.dumps(acme.AcmePingRequest(acme_kwh=1.5)) == '{"acmeKWh":1.5}'


def test_added_values_change_what_holds_them_and_nothing_else(
    extended: Extend,
) -> None:
    acme = extended('[values]\nMeasurand = ["Acme.Humidity"]\n', {})
    assert changed(acme, v16) == {
        *TABLES,
        "CentralSystem",
        "Measurand",
        "SampledValue",
        "MeterValue",
        "MeterValuesRequest",
        "StopTransactionRequest",
    }
    members = dict(v16.Measurand.__members__) | {"ACME_HUMIDITY": "Acme.Humidity"}
    assert dict(acme.Measurand.__members__) == members
    text = '{"value":"1","measurand":"Acme.Humidity"}'
    value = acme.loads(acme.SampledValue, text)
    assert value.measurand is acme.Measurand.ACME_HUMIDITY
    assert acme.dumps(value) == text
    with pytest.raises(DecodeError):
        v16.loads(v16.SampledValue, text)
    procedure = acme.PROCEDURES["MeterValues"]
    assert procedure.request is acme.MeterValuesRequest
    assert procedure.response is v16.MeterValuesResponse
    assert procedure.block == v16.PROCEDURES["MeterValues"].block
    assert [*acme.PROCEDURES] == [*v16.PROCEDURES]


def test_request_whose_response_changes(extended: Extend) -> None:
    acme = extended('[values]\nResetStatus = ["Later"]\n', {})
    assert changed(acme, v16) == {
        *TABLES,
        "ChargePoint",
        "ResetRequest",
        "ResetResponse",
        "ResetStatus",
    }


def test_role_that_answers_otherwise_is_written_anew(extended: Extend) -> None:
    acme = extended('[values]\nReason = ["Cold"]\n', {})
    methods = {name for name in vars(v16.CentralSystem) if not name.startswith("_")}
    assert len(methods) > 9
    assert methods < {*dir(acme.CentralSystem)}
    assert not issubclass(acme.CentralSystem, v16.CentralSystem)
    assert acme.ChargePoint is v16.ChargePoint


def test_added_fields(extended: Extend) -> None:
    table = """
    [fields.IdTagInfo]
    acmeTariff = { type = "string", maxLength = 3 }
    [fields.HeartbeatRequest]
    acmeStatus = { "$ref" = "#/definitions/ChargePointStatus" }
    acmeMode = { type = "string", enum = ["A", "B"] }
    [shapes]
    "HeartbeatRequest.acmeMode" = "AcmeMode"
    """
    acme = extended(table, {})
    assert "AuthorizeResponse" in changed(acme, v16)
    text = '{"status":"Accepted","acmeTariff":"abc"}'
    assert acme.loads(acme.IdTagInfo, text).acme_tariff == "abc"
    with pytest.raises(DecodeError):
        acme.loads(acme.IdTagInfo, text.replace("abc", "abcd"))
    assert acme.dumps(acme.IdTagInfo(status=acme.AuthorizationStatus.ACCEPTED)) == (
        '{"status":"Accepted"}'
    )
    request = acme.HeartbeatRequest(
        acme_status=v16.ChargePointStatus.FAULTED, acme_mode=acme.AcmeMode.A
    )
    assert acme.dumps(request) == '{"acmeStatus":"Faulted","acmeMode":"A"}'
    schema = judge_by(acme.HeartbeatRequest.model_json_schema())
    assert schema.accepts(acme.dumps(request))
    assert not schema.accepts('{"acmeMode":"C"}')
    schema = judge_by(acme.AuthorizeResponse.model_json_schema())
    assert schema.accepts(f'{{"idTagInfo":{text}}}')
    assert not schema.accepts(f'{{"idTagInfo":{text}}}'.replace("abc", "abcd"))


def test_type_of_the_version_in_an_own_message(extended: Extend) -> None:
    """It is the same class, whether it has a name in the schema or gets one."""
    status = {"type": "string", "enum": ["Rejected", "Accepted"]}
    schemas = {
        "AcmePing.json": message(
            {"at": {"$ref": "#/definitions/UpdateType"}, "open": {"type": "object"}},
            definitions={
                "UpdateType": {"type": "string", "enum": ["Full", "Differential"]}
            },
        ),
        "AcmePingResponse.json": message({"status": status}),
    }
    shapes = (
        '[shapes]\n"AcmePingResponse.status" = "ResetStatus"\n"open" = "AcmeOpen"\n'
    )
    acme = extended(ACTION + shapes, schemas)
    assert changed(acme, v16) == {*TABLES, "CentralSystem"}
    response = acme.AcmePingResponse(status=v16.ResetStatus.ACCEPTED)
    assert acme.dumps(response) == '{"status":"Accepted"}'
    request = acme.loads(acme.AcmePingRequest, '{"at":"Full","open":{"a":null}}')
    assert request.at is v16.UpdateType.FULL
    assert acme.dumps(request) == '{"at":"Full","open":{"a":null}}'


def test_message_that_is_not_answered(extended: Extend) -> None:
    table = '[actions.AcmeTick]\nsenders = ["CSMS"]\nkind = "SEND"\n'
    acme = extended(table, {"AcmeTick.json": message()}, "2.1")
    assert acme.PROCEDURES["AcmeTick"].response is None
    assert acme.PROCEDURES["AcmeTick"].kind == "SEND"
    assert changed(acme, v21) == {*TABLES, "ChargingStation"}


def test_package_inside_another(tmp_path: Path) -> None:
    start = EXTENDS.format(package="vendors.acme", version="1.6")
    folder = written(tmp_path / "source", start + ACTION, PING)
    assert rendering.generate(folder, tmp_path) == "vendors.acme"
    assert {path.name for path in (tmp_path / "vendors").iterdir()} == {"acme"}
    text = (tmp_path / "vendors" / "acme" / "roles.py").read_text("utf-8")
    assert "from vendors.acme import messages" in text


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
def test_everything_may_change(version: str, extended: Extend) -> None:
    """A value more in every enumeration: the package is as the version, but its own."""
    standard: Any = ocpp_messages.load(version)
    sender = str(standard.STATION)
    enumerations = [
        name
        for name in standard.__all__
        if hasattr(getattr(standard, name), "__members__")
    ]
    table = [f'[actions.AcmePing]\nsenders = ["{sender}"]\n[values]']
    table += [f'{name} = ["AcmeMore"]' for name in enumerations]
    schemas = {
        "AcmePingRequest.json": message(),
        "AcmePingResponse.json": message(),
    }
    acme = extended("\n".join(table), schemas, version, proven=True)
    assert {*enumerations} <= changed(acme, standard)
    for name in standard.__all__:
        ours, theirs = getattr(standard, name), getattr(acme, name)
        if isinstance(ours, type) and issubclass(ours, Model):
            assert [*theirs.model_fields] == [*ours.model_fields], name
            assert theirs.model_config == ours.model_config
    assert acme.PROCEDURES.keys() == {*standard.PROCEDURES, "AcmePing"}


# On a connection


async def test_router_serves_a_version_and_its_extension(extended: Extend) -> None:
    acme = extended(ACTION)
    routes = ocpp_rpc.Router()

    @routes.on(v16.HeartbeatRequest)
    def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        return v16.HeartbeatResponse(current_time=NOON)

    @routes.on(acme.AcmePingRequest)
    def ping(_: Any) -> Any:
        return acme.AcmePingResponse()

    async with (
        ocpp_rpc.serve(routes, "127.0.0.1", versions=["2.0.1", acme]) as server,
        ocpp_rpc.connect(
            f"ws://127.0.0.1:{server.port}", "CP001", versions=["2.1", acme]
        ) as charger,
    ):
        assert charger.version == "1.6"
        response = await charger.call(v16.HeartbeatRequest())
        assert response == v16.HeartbeatResponse(current_time=NOON)
        assert await charger.call(acme.AcmePingRequest(text="a")) == (
            acme.AcmePingResponse()
        )


async def test_peer_without_the_extension(extended: Extend) -> None:
    acme = extended(ACTION)
    async with (
        ocpp_rpc.serve(None, "127.0.0.1", versions=["1.6"]) as server,
        ocpp_rpc.connect(
            f"ws://127.0.0.1:{server.port}", "CP001", versions=[acme]
        ) as charger,
    ):
        with pytest.raises(ocpp_rpc.OcppError) as caught:
            await charger.call(acme.AcmePingRequest(text="a"))
    assert caught.value.code is ocpp_rpc.ErrorCode.NOT_IMPLEMENTED


STOP: Final[dict[str, Any]] = {
    "transaction_id": 1,
    "meter_stop": 2,
    "timestamp": "2026-01-31T12:00:00Z",
}


@pytest.mark.parametrize("values", ["", '[values]\nReason = ["Cold"]\n'])
async def test_role_of_an_extension(values: str, extended: Extend) -> None:
    """Whether it is a subclass of the role of the version or is written anew."""
    acme: Any = extended(ACTION + values)

    class Office(acme.CentralSystem):  # type: ignore[misc]
        async def acme_ping(self, *_: Any) -> Any:
            return acme.AcmePingResponse()

        async def heartbeat(self, *_: Any) -> Any:
            return v16.HeartbeatResponse(current_time=NOON)

        async def stop_transaction(self, *_: Any) -> Any:
            return v16.StopTransactionResponse()

    async with testing.pair(back_office=Office(), version=acme) as (charger, _):
        await charger.call(acme.AcmePingRequest(text="a"))
        await charger.call(v16.HeartbeatRequest())
        await charger.call(acme.StopTransactionRequest(**STOP))
        with pytest.raises(ocpp_rpc.OcppError) as caught:
            await charger.call(v16.AuthorizeRequest(id_tag="a"))
    assert caught.value.code is ocpp_rpc.ErrorCode.NOT_SUPPORTED


async def test_role_of_the_version_answers_what_stays(extended: Extend) -> None:
    acme = extended('[values]\nReason = ["Cold"]\n', {})

    class Office(v16.CentralSystem):
        async def heartbeat(
            self, request: v16.HeartbeatRequest, connection: Any
        ) -> v16.HeartbeatResponse:
            return v16.HeartbeatResponse(current_time=NOON)

        async def stop_transaction(
            self, request: v16.StopTransactionRequest, connection: Any
        ) -> v16.StopTransactionResponse:
            return v16.StopTransactionResponse()

    async with testing.pair(back_office=Office(), version=acme) as (charger, _):
        await charger.call(v16.HeartbeatRequest())
        with pytest.raises(ocpp_rpc.OcppError):
            await charger.call(acme.StopTransactionRequest(**STOP))
        with pytest.raises(ocpp_rpc.CannotSend) as caught:
            await charger.call(v16.StopTransactionRequest(**STOP))
    assert str(caught.value) == (
        "NotSupported: "
        "ocpp_messages.v16.messages.StopTransactionRequest is not a request of OCPP "
        "1.6 in acme0"
    )


ACME_STOP: Final = """
[values]
Reason = ["Cold"]
AuthorizationStatus = ["AcmeUnknown"]
[fields.StopTransactionRequest]
acmeHeat = { type = "integer" }
"""


class Office1x(v1x.CentralSystem):
    """Answers the end of a transaction, with its reason as the parent of the tag."""

    async def stop_transaction(
        self, request: v1x.StopTransactionRequest, connection: Any
    ) -> v1x.StopTransactionResponse:
        tag = v1x.IdTagInfo(
            status=v1x.AuthorizationStatus.ACCEPTED, parent_id_tag=str(request.reason)
        )
        return v1x.StopTransactionResponse(id_tag_info=tag)


@pytest.mark.parametrize("own", [True, False], ids=["extension", "1.x"])
async def test_messages_of_1x(own: bool, extended: Extend) -> None:
    """Also where the extension has a class of its own for the message."""
    acme = extended(ACME_STOP, {})
    assert changed(acme, v16) >= {"StopTransactionRequest", "StopTransactionResponse"}
    stop: Any = (
        acme.StopTransactionRequest(**STOP, reason="Remote", acme_heat=70)
        if own
        else v1x.StopTransactionRequest(**STOP, reason=v1x.Reason.REMOTE)
    )
    async with testing.pair(back_office=Office1x(), version=acme) as (charger, _):
        response = await charger.call(stop)
    package: Any = acme if own else v1x
    assert response == package.StopTransactionResponse(
        id_tag_info=package.IdTagInfo(
            status=package.AuthorizationStatus.ACCEPTED, parent_id_tag="Remote"
        )
    )


ACME_BOOT: Final = """
[values]
BootReasonEnumType = ["Acme"]
[fields.BootNotificationRequest]
acmeHeat = { type = "integer" }
[fields.ModemType]
acmeBand = { type = "integer" }
[fields.BootNotificationResponse]
acmePause = { type = "integer" }
"""


async def test_messages_of_2x(extended: Extend) -> None:
    """Calls of either kind reach a handler of 2.x, until the extension has its own."""
    acme = extended(ACME_BOOT, {}, "2.0.1")
    seen: list[Any] = []
    routes, own = ocpp_rpc.Router(), ocpp_rpc.Router()

    @routes.on(v2x.BootNotificationRequest)
    def boot(request: v2x.BootNotificationRequest) -> v2x.BootNotificationResponse:
        seen.append(request)
        return v2x.BootNotificationResponse(
            current_time=NOON,
            interval=300,
            status=v2x.RegistrationStatusEnumType.ACCEPTED,
        )

    def boot_acme(request: Any) -> Any:
        answer = boot(request)
        return acme.BootNotificationResponse(
            **answer.model_dump(exclude_none=True), acme_pause=5
        )

    def booting(package: Any, reason: str) -> Any:
        is_acme = package is acme
        vendor = package.CustomDataType(vendor_id="acme", shade=None)
        modem = package.ModemType(
            iccid="1", custom_data=vendor, **({"acme_band": 5} if is_acme else {})
        )
        charger = package.ChargingStationType(
            model="X1", vendor_name="Acme", modem=modem
        )
        return package.BootNotificationRequest(
            charging_station=charger,
            reason=reason,
            **({"acme_heat": 70} if is_acme else {}),
        )

    async with testing.pair(back_office=routes, version=acme) as (charger, _):
        for package in (acme, v2x):
            response = await charger.call(booting(package, "PowerUp"))
            assert type(response) is package.BootNotificationResponse
        plain = booting(v2x, "PowerUp")
        assert seen == [plain] * 2
        serializer = v2x.serializer("2.0.1")
        assert serializer.dumps(seen[0]) == serializer.dumps(plain)
        with pytest.raises(ocpp_rpc.OcppError) as caught:
            await charger.call(booting(acme, "Acme"))
        assert caught.value.description.startswith("$.reason: ")

    own.add(acme.BootNotificationRequest, boot_acme)
    routes.include(own)
    async with testing.pair(back_office=routes, version=acme) as (charger, _):
        response = await charger.call(booting(acme, "Acme"))
        assert response.acme_pause == 5
        assert type(seen[-1]) is acme.BootNotificationRequest
        response = await charger.call(booting(v2x, "PowerUp"))
        assert type(response) is v2x.BootNotificationResponse


@pytest.mark.parametrize("heat", [{}, {"acmeHeat": 70}], ids=["plain", "added"])
def test_vendor_data_with_the_python_name_of_a_field(
    heat: Mapping[str, int], extended: Extend
) -> None:
    """A handler of 2.x reads it, beside the field and whatever an extension adds."""
    acme = extended(ACME_BOOT, {}, "2.0.1")
    data = {"vendorId": "acme", "vendor_id": "other", "shade": None}
    boot = {
        "chargingStation": {"model": "X1", "vendorName": "Acme", "customData": data},
        "reason": "PowerUp",
    }
    request = acme.from_jsonable(acme.BootNotificationRequest, {**boot, **heat})
    serializer = v2x.serializer("2.0.1")
    read: Any = Converter(serializer, acme).read(request)
    assert serializer.to_jsonable(read) == boot


async def test_value_that_1x_does_not_have(extended: Extend) -> None:
    acme = extended(ACME_STOP, {})
    stop = acme.StopTransactionRequest(**STOP, reason="Cold")
    async with testing.pair(back_office=Office1x(), version=acme) as (charger, _):
        with pytest.raises(ocpp_rpc.OcppError) as caught:
            await charger.call(stop)
    assert caught.value.code is ocpp_rpc.ErrorCode.PROPERTY_CONSTRAINT_VIOLATION
    assert caught.value.description.startswith("$.reason: ")


def test_own_action_of_a_name_that_another_version_has(extended: Extend) -> None:
    """It is not taken for the action of 1.6 that messages of 1.x are for."""
    schemas = {
        "SignCertificate.json": message(),
        "SignCertificateResponse.json": message(),
    }
    table = '[actions.SignCertificate]\nsenders = ["ChargePoint"]\n'
    acme = extended(table, schemas, "1.5")
    routes = ocpp_rpc.Router()
    routes.add(v1x.SignCertificateRequest, Office1x().sign_certificate)
    assert routes.find(acme.PROCEDURES["SignCertificate"]) is None
    assert routes.find(v16.PROCEDURES["SignCertificate"]) is not None


# Writing


def test_written_anew(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "source", START + '[values]\nReason = ["Cold"]\n')
    package = tmp_path / "acme"
    said = (0, f"written: {package}\n", "")
    outcome = run("extend", folder, "--out", tmp_path)
    assert (outcome.code, outcome.out, outcome.err) == said
    assert (package / "enumerations.py").is_file()
    written(folder, START + ACTION, PING)
    assert run("extend", folder, "--out", tmp_path).code == 0
    assert not (package / "enumerations.py").exists()
    assert (package / "py.typed").read_text() == ""
    head = (package / "messages.py").read_text("utf-8").splitlines()[0]
    assert head == (
        "# Generated from source/extension.toml by `python -m codegen extend`."
    )


def test_package_of_someone_else_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "__init__.py").write_text("mine = 1\n")
    folder = written(tmp_path / "source", START + ACTION, PING)
    outcome = run("extend", folder, "--out", tmp_path)
    assert (outcome.code, outcome.err) == (
        2,
        f"error: {tmp_path / 'acme'}: exists already, and was not generated\n",
    )
    assert [path.name for path in (tmp_path / "acme").iterdir()] == ["__init__.py"]


@pytest.mark.parametrize("place", ["acme", "acme/source"])
def test_source_in_the_place_of_the_package(
    place: str, run: Run, tmp_path: Path
) -> None:
    """It is left alone, whether the package is there already or not."""
    elsewhere = written(tmp_path / "elsewhere", START + ACTION, PING)
    if place != "acme":
        assert run("extend", elsewhere, "--out", tmp_path).code == 0
    source = written(tmp_path / place, START + ACTION, PING)
    outcome = run("extend", source, "--out", tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err in {
        f"error: {source}: exists already, and was not generated\n",
        f"error: {source / 'AcmePing.json'}: was not generated, and is in the way\n",
    }
    assert {path.name for path in source.iterdir()} == {*PING, "extension.toml"}


def test_what_python_has_left_is_in_nobodys_way(run: Run, tmp_path: Path) -> None:
    cached = tmp_path / "acme" / "__pycache__" / "old.cpython-311.pyc"
    cached.parent.mkdir(parents=True)
    cached.write_bytes(b"")
    folder = written(tmp_path / "source", START + ACTION, PING)
    assert run("extend", folder, "--out", tmp_path).code == 0
    assert not cached.exists()


def test_place_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "source", START + ACTION, PING)
    outcome = run("extend", folder, "--out", folder / "extension.toml")
    assert (outcome.code, outcome.out) == (2, "")
    place = folder / "extension.toml" / "acme"
    assert outcome.err.startswith(f"error: {place}: cannot be written: ")
    assert "Traceback" not in outcome.err


def test_output_is_the_same_every_time(tmp_path: Path) -> None:
    folder = written(tmp_path / "source", START + ACTION, PING)
    assert rendering.render(load(folder)) == rendering.render(load(folder))


def test_own_messages_have_tolerances(extended: Extend) -> None:
    acme = extended(ACTION)
    cls = acme.AcmePingRequest
    late = Tolerance(missing={cls: ["text"]})
    tolerances = ocpp_rpc.Tolerances(
        LENIENT, {cls: late, v16.HeartbeatRequest: LENIENT}
    )
    assert tolerances.of(cls) is late
    read, deviations = LENIENT.loads(cls, '{"text":5,"more":null}')
    assert acme.to_jsonable(read) == {"text": "5", "more": None}
    assert [deviation.path for deviation in deviations] == ["$.text", "$.more"]
    with pytest.raises(ToleranceError, match="there is no such field"):
        Tolerance(missing={cls: ["test"]})


def test_patterns_and_unique_items(extended: Extend) -> None:
    """In a schema of an own action, and in a field that is added to a type."""
    codes = {"type": "array", "uniqueItems": True, "items": {"$ref": "#/definitions/C"}}
    ping = {
        "AcmePing.json": message(
            {"codes": codes},
            definitions={
                "C": {
                    "type": "object",
                    "properties": {"id": {"type": "string", "pattern": r"^\d+$"}},
                }
            },
        ),
        "AcmePingResponse.json": message({"id": {"type": "string", "pattern": "x"}}),
    }
    tags = '{ type = "array", items = { type = "string" }, uniqueItems = true }'
    acme = extended(ACTION + f"[fields.IdTagInfo]\nacmeTags = {tags}", ping)
    for cls, good, bad in (
        (
            acme.AcmePingRequest,
            {"codes": [{"id": "1"}, {"id": "2"}]},
            [{"codes": [{"id": "1"}, {"id": "1"}]}, {"codes": [{"id": "a"}]}],
        ),
        (acme.AcmePingResponse, {"id": "ax"}, [{"id": "a"}]),
        (
            acme.AuthorizeResponse,
            {"idTagInfo": {"status": "Accepted", "acmeTags": ["a", "b"]}},
            [{"idTagInfo": {"status": "Accepted", "acmeTags": ["a", "a"]}}],
        ),
    ):
        assert acme.to_jsonable(acme.from_jsonable(cls, good)) == good
        for value in bad:
            with pytest.raises(DecodeError):
                acme.from_jsonable(cls, value)
