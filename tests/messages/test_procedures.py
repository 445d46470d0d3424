"""The procedure tables, the role classes and the package of versions."""

from __future__ import annotations

import inspect
import tomllib
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any, Final, get_args, get_origin

import pytest

import ocpp_messages
from ocpp_messages import (
    VERSIONS,
    BackOfficeRequest,
    BackOfficeSend,
    NotSupported,
    Procedure,
    ProcedureKind,
    Request,
    Role,
    Send,
    StationRequest,
    StationSend,
    VersionPackage,
    load,
    v1x,
)
from tests.messages.cases import PACKAGES

FACTS: Final = tomllib.loads(
    (Path(__file__).parents[2] / "schemas" / "procedures.toml").read_text("utf-8")
)
ROLES: Final = {
    "1.5": (Role.CHARGE_POINT, Role.CENTRAL_SYSTEM),
    "1.6": (Role.CHARGE_POINT, Role.CENTRAL_SYSTEM),
    "2.0": (Role.CHARGING_STATION, Role.CSMS),
    "2.0.1": (Role.CHARGING_STATION, Role.CSMS),
    "2.1": (Role.CHARGING_STATION, Role.CSMS),
}
PROCEDURES: Final = [
    pytest.param(package, procedure, id=f"{version} {action}")
    for version, package in PACKAGES.items()
    for action, procedure in package.PROCEDURES.items()
]


@pytest.fixture(params=PACKAGES)
def package(request: pytest.FixtureRequest) -> Any:
    return PACKAGES[request.param]


@pytest.fixture(params=[*PACKAGES, "1.x"])
def answering(request: pytest.FixtureRequest) -> Any:
    """A package with role classes."""
    return PACKAGES.get(request.param, v1x)


def types_of(package: ModuleType, module: str) -> list[Any]:
    """The types of a module that the package of a version offers."""
    offered: list[Any] = [getattr(package, name) for name in package.__all__]
    return [
        thing
        for thing in offered
        if getattr(thing, "__module__", "") == f"{package.__name__}.{module}"
    ]


def test_versions() -> None:
    assert VERSIONS == ("1.5", "1.6", "2.0", "2.0.1", "2.1")
    for version in VERSIONS:
        package = load(version)
        assert package is PACKAGES[version]
        assert version == package.VERSION
        assert f"ocpp{version}" == package.SUBPROTOCOL
        assert ROLES[version] == (package.STATION, package.BACK_OFFICE)


@pytest.mark.parametrize("version", ["", "1.4", "16", "v16", "ocpp1.6", "2.1 ", None])
def test_unknown_version(version: Any) -> None:
    with pytest.raises(ValueError, match="unknown OCPP version") as caught:
        load(version)
    assert str(caught.value) == (
        f"unknown OCPP version {version!r}: there are 1.5, 1.6, 2.0, 2.0.1, 2.1"
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_table_is_that_of_the_facts(version: str) -> None:
    table = {
        action: (
            {sender.value for sender in procedure.senders},
            procedure.kind.value,
            procedure.block,
        )
        for action, procedure in load(version).PROCEDURES.items()
    }
    assert table == {
        action: ({*fact["senders"]}, fact.get("kind", "CALL"), fact["block"])
        for action, fact in FACTS[version].items()
    }


@pytest.mark.parametrize(("package", "procedure"), PROCEDURES)
def test_procedure_fits_its_messages(package: Any, procedure: Procedure) -> None:
    action = procedure.action
    assert package.PROCEDURES[action] is procedure
    assert package.PROCEDURES_BY_REQUEST[procedure.request] is procedure
    assert procedure.senders <= {package.STATION, package.BACK_OFFICE}
    assert procedure.senders
    if procedure.kind is ProcedureKind.SEND:
        assert procedure.request is getattr(package, action)
        assert procedure.response is None
        assert issubclass(procedure.request, Send)
        assert not issubclass(procedure.request, Request)
    else:
        assert procedure.request is getattr(package, f"{action}Request")
        assert procedure.response is getattr(package, f"{action}Response")
        assert issubclass(procedure.request, Request)
        assert not issubclass(procedure.request, Send)


@pytest.mark.parametrize(("package", "procedure"), PROCEDURES)
def test_request_knows_its_response(package: Any, procedure: Procedure) -> None:
    cls = procedure.request
    bases = vars(cls).get("__orig_bases__", cls.__bases__)
    (base,) = (b for b in bases if issubclass(get_origin(b) or b, Request | Send))
    response = procedure.response
    assert get_args(base) == (() if response is None else (response.__name__,))


@pytest.mark.parametrize(("package", "procedure"), PROCEDURES)
def test_request_knows_who_may_send_it(package: Any, procedure: Procedure) -> None:
    sent = procedure.request
    of_station = issubclass(sent, StationRequest | StationSend)
    of_back_office = issubclass(sent, BackOfficeRequest | BackOfficeSend)
    assert of_station == (package.STATION in procedure.senders)
    assert of_back_office == (package.BACK_OFFICE in procedure.senders)


def test_every_message_belongs_to_one_procedure(package: Any) -> None:
    used = [
        message
        for procedure in package.PROCEDURES.values()
        for message in (procedure.request, procedure.response)
        if message is not None
    ]
    assert len(used) == len({*used})
    assert {*used} == {*types_of(package, "messages")}
    responses = [p.response for p in package.PROCEDURES.values() if p.response]
    assert not [r for r in responses if issubclass(r, (Request, Send))]


def test_only_one_message_is_not_answered() -> None:
    sent = {
        (version, action): ({*procedure.senders}, procedure.method)
        for version, package in PACKAGES.items()
        for action, procedure in package.PROCEDURES.items()
        if procedure.kind is ProcedureKind.SEND
    }
    assert sent == {
        ("2.1", "NotifyPeriodicEventStream"): (
            {Role.CHARGING_STATION},
            "notify_periodic_event_stream",
        )
    }


def test_tables_cannot_change(package: VersionPackage) -> None:
    tables: list[Any] = [package.PROCEDURES, package.PROCEDURES_BY_REQUEST]
    for table in tables:
        key, value = next(iter(table.items()))
        with pytest.raises(TypeError):
            table[key] = value


# Roles


def methods(role: type) -> dict[str, Any]:
    return {k: v for k, v in vars(role).items() if not k.startswith("_")}


def received(package: VersionPackage, role: Role) -> dict[str, Procedure]:
    """What a role receives, by the method that answers it."""
    (other,) = {package.STATION, package.BACK_OFFICE} - {role}
    return {
        procedure.method: procedure
        for procedure in package.PROCEDURES.values()
        if other in procedure.senders
    }


def sides(package: Any) -> list[tuple[type, dict[str, Procedure]]]:
    return [
        (getattr(package, role), received(package, role))
        for role in (package.STATION, package.BACK_OFFICE)
    ]


def test_roles_have_a_method_for_what_they_receive(answering: Any) -> None:
    for role, procedures in sides(answering):
        assert len(procedures) > 9
        assert methods(role).keys() == procedures.keys()


def test_methods_are_typed(answering: Any) -> None:
    for role, procedures in sides(answering):
        for name, method in methods(role).items():
            assert inspect.iscoroutinefunction(method)
            assert inspect.signature(method) == inspect.Signature(
                [
                    inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD),
                    inspect.Parameter(
                        "request",
                        inspect.Parameter.POSITIONAL_OR_KEYWORD,
                        annotation=procedures[name].request,
                    ),
                    inspect.Parameter(
                        "connection",
                        inspect.Parameter.POSITIONAL_OR_KEYWORD,
                        annotation=Any,
                    ),
                ],
                return_annotation=procedures[name].response,
            )


async def test_methods_are_not_supported_until_they_are_overridden(
    answering: Any,
) -> None:
    for role, procedures in sides(answering):
        for name, procedure in procedures.items():
            request = procedure.request.model_construct()
            with pytest.raises(NotSupported) as caught:
                await getattr(role(), name)(request, None)
            assert caught.value.action == procedure.action
            assert str(caught.value) == f"{procedure.action} is not supported"


def test_both_roles_answer_data_transfer(package: Any) -> None:
    assert len(package.PROCEDURES["DataTransfer"].senders) == 2
    assert all("data_transfer" in methods(role) for role, _ in sides(package))


# Enumerations


def test_enumerations(package: Any) -> None:
    enumerations = types_of(package, "enumerations")
    assert len(enumerations) > 20
    for enumeration in enumerations:
        assert issubclass(enumeration, StrEnum)
        assert len(enumeration) == len(enumeration.__members__) > 0
        for name, member in enumeration.__members__.items():
            assert name == name.upper()
            assert name.isidentifier()
            assert type(member.value) is str
            assert str(member) == member.value
            assert enumeration(member.value) is member


@pytest.mark.parametrize(
    ("version", "enumeration", "name", "value"),
    [
        ("1.5", "Measurand", "ENERGY_ACTIVE_IMPORT_REGISTER", None),
        ("1.6", "RegistrationStatus", "ACCEPTED", "Accepted"),
        ("1.6", "Phase", "L1_N", "L1-N"),
        ("1.6", "UnitOfMeasure", "KWH", "kWh"),
        ("1.6", "UnitOfMeasure", "CELCIUS", "Celcius"),
        ("1.6", "ChargePointErrorCode", "EV_COMMUNICATION_ERROR", None),
        ("2.0", "Iso15118EVCertificateStatusEnumType", "FAILED", "Failed"),
        ("2.0.1", "BootReasonEnumType", "POWER_UP", "PowerUp"),
        ("2.0.1", "VPNEnumType", "IKEV2", "IKEv2"),
        ("2.0.1", "VPNEnumType", "L2TP", "L2TP"),
        ("2.0.1", "ConnectorEnumType", "S309_1P_16A", "s309-1P-16A"),
        ("2.0.1", "ConnectorEnumType", "OTHER_1PH_MAX_16A", "Other1PhMax16A"),
        ("2.0.1", "InstallCertificateUseEnumType", "V2G_ROOT_CERTIFICATE", None),
        ("2.1", "MeasurandEnumType", "SOC", "SoC"),
    ],
)
def test_members(version: str, enumeration: str, name: str, value: str | None) -> None:
    member = getattr(getattr(load(version), enumeration), name)
    if value is not None:
        assert member.value == value


def test_roles_and_kinds() -> None:
    assert [role.value for role in Role] == [
        "ChargePoint",
        "CentralSystem",
        "ChargingStation",
        "CSMS",
    ]
    assert [kind.value for kind in ProcedureKind] == ["CALL", "SEND"]
    assert set(ocpp_messages.__all__) >= {"Role", "ProcedureKind", "VERSIONS", "load"}
