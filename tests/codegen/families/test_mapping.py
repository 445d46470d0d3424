"""A mapping that does not fit its versions is refused, with place and reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from codegen.data import DATA
from codegen.emitting import carriers, family
from codegen.errors import CodegenError, FaultKind, Faults
from codegen.families import mapping
from codegen.families.mapping import MappingError
from codegen.families.matching import unify
from codegen.families.unified import Part, Unified
from codegen.reading import documents, specification
from codegen.reading.naming import Names
from codegen.reading.shapes import Anything, Array
from codegen.reading.specification import Specification
from codegen.reading.tables import TableError

FILE = DATA.folder / "v1x.toml"
TEXT = FILE.read_text(encoding="utf-8")
RESET = "[actions.Reset]\n"
STATUS = "[actions.StatusNotification]\n"


def unified(
    folder: Path, text: str, built: Mapping[str, Specification], names: Names
) -> Unified:
    path = folder / "v1x.toml"
    path.write_text(text, encoding="utf-8")
    return unify(mapping.read(path), built, names)


CHANGES = {
    "unknown enumeration": (
        "# Datatypes",
        '[enumerations.Colour]\nclause = "1"\nsame = ["Red"]\n',
        "enumerations.Colour: no version has a type of this name",
    ),
    "unknown value": (
        'same = ["Hard", "Soft"]',
        'same = ["Hard", "Soft", "Warm"]',
        "enumerations.ResetType: ResetType of OCPP 1.5 has no value 'Warm'",
    ),
    "value that nothing covers": (
        'same = ["Hard", "Soft"]',
        'same = ["Hard"]',
        "enumerations.ResetType: nothing covers the value 'Soft' of OCPP 1.5",
    ),
    "value said twice": (
        'same = ["Hard", "Soft"]',
        'same = ["Hard", "Soft"]\nonly."1.6" = ["Soft"]',
        "enumerations.ResetType: 'Soft' of OCPP 1.6 is listed twice",
    ),
    "unknown spelling": (
        '"1.5" = "Amp"',
        '"1.5" = "Ampere"',
        "enumerations.UnitOfMeasure: UnitOfMeasure of OCPP 1.5 has no value 'Ampere'",
    ),
    "datatype for an enumeration": (
        "# Datatypes",
        '[enumerations.Info]\nclause = "1"\ncalled = { "1.5" = "KeyValue" }\n',
        "enumerations.Info: KeyValue of OCPP 1.5 is no enumeration",
    ),
    "enumeration for a datatype": (
        "# Actions",
        '[types.Kind]\nclause = "1"\ncalled = { "1.6" = "ResetStatus" }\n',
        "types.Kind: ResetStatus of OCPP 1.6 has no fields",
    ),
    "two for one": (
        "# Datatypes",
        '[enumerations.Re]\nclause = "1"\ncalled = { "1.5" = "ResetType" }\n'
        'same = ["Hard", "Soft"]\n',
        "enumerations.ResetType: ResetType of OCPP 1.5 already has the name Re",
    ),
    "unknown type": (
        'called = { "1.5" = "AuthorisationData" }',
        'called = { "1.5" = "AuthorizationData" }',
        "types.AuthorizationData.called: OCPP 1.5 has no type AuthorizationData",
    ),
    "type that nothing covers": (
        '[enumerations.ResetType]\nclause = "OCPP 1.6 7.42"\nsame = ["Hard", "Soft"]',
        "",
        "actions.Reset.request.same: nothing covers the type ResetType of OCPP 1.5",
    ),
    "unknown action": (
        RESET,
        f'[actions.Sing]\nclause = "1"\n\n{RESET}',
        "actions.Sing: no version has such an action",
    ),
    "action that nothing covers": (
        '[actions.Heartbeat]\nclause = "OCPP 1.6 6.29, 6.30"\n'
        'response.same = ["currentTime"]\n',
        "",
        "nothing covers HeartbeatRequest of OCPP 1.5",
    ),
    "unknown field": (
        'request.same = ["requestId", "firmware"]',
        'request.same = ["requestId", "firmware", "colour"]',
        "actions.SignedUpdateFirmware.request.same: OCPP 1.6 has no field colour",
    ),
    "field that nothing covers": (
        'request.same = ["requestId", "firmware"]',
        'request.same = ["requestId"]',
        "actions.SignedUpdateFirmware.request: nothing covers the field firmware of "
        "OCPP 1.6",
    ),
    "field covered twice": (
        'request.same = ["requestId", "firmware"]',
        'request.same = ["requestId", "firmware", "firmware"]',
        "actions.SignedUpdateFirmware.request: more than one covers the field firmware "
        "of OCPP 1.6",
    ),
    "unknown grouping": (
        'grouping = "Duration"\nat."1.5" = "heartbeatInterval"',
        'grouping = "Eon"\nat."1.5" = "heartbeatInterval"',
        "actions.BootNotification.response.fields.interval: there is no grouping "
        "'Eon'; there are AuthorizationData, ",
    ),
    "unknown grouping of a type": (
        'grouping = "SampledValue"',
        'grouping = "Sample"',
        "types.SampledValue: there is no grouping 'Sample'; ",
    ),
    "too few parts": (
        'at = ["status", "errorCode", "info", "vendorErrorCode"]',
        'at = ["status", "errorCode", "info"]',
        "actions.StatusNotification.request.fields.status: ChargePointStatus takes 4 "
        "fields, not 3 as of OCPP 1.5",
    ),
    "not just true and false": (
        f"{STATUS}",
        f'{STATUS}request.fields.okay = {{ at = "status", boolean = ["Yes", "No"] }}\n',
        "actions.StatusNotification.request.fields.okay: status of OCPP 1.5 is not "
        "just Yes and No",
    ),
    "unknown default": (
        'default = "Local"',
        'default = "Boredom"',
        "actions.StopTransaction.request.fields.reason: 'Boredom' is no value of "
        "reason in OCPP 1.6",
    ),
    "version without the message": (
        'request.fields.duration = { grouping = "Duration", at = "duration" }',
        'request.fields.duration = { grouping = "Duration", '
        'at = { "1.5" = "duration" } }',
        "actions.GetCompositeSchedule.request.fields.duration: OCPP 1.5 does not "
        "have this type",
    ),
    "nowhere": (
        'request.fields.reason = { at."1.6" = "reason", default = "Local" }',
        "request.fields.reason = { at = {} }",
        "actions.StopTransaction.request.fields.reason: no version has it",
    ),
    "list in what is no list": (
        '"transactionData[].values"',
        '"idTag[].values"',
        "actions.StopTransaction.request.fields.transaction_data: idTag of OCPP 1.5 is "
        "not a list of only values",
    ),
    "unknown version of fields": (
        'request.only."1.6" = ["chargingProfile"]',
        'request.only."1.7" = ["chargingProfile"]',
        "actions.RemoteStartTransaction.request.only: OCPP 1.7 has no field "
        "chargingProfile",
    ),
    "unknown version of values": (
        'only."1.6" = ["Pending"]',
        'only."1.7" = ["Pending"]',
        "enumerations.RegistrationStatus: OCPP 1.7 has no such enumeration, for "
        "'Pending'",
    ),
    "unknown version": (
        'versions = ["1.5", "1.6"]',
        'versions = ["1.5", "1.6", "1.7"]',
        "versions: there is no OCPP 1.7",
    ),
    "different things": (
        'meter_value.at = { "1.5" = "values", "1.6" = "meterValue" }',
        'meter_value.at = { "1.5" = "connectorId", "1.6" = "meterValue" }',
        "actions.MeterValues.request.fields.meter_value: its types in OCPP 1.5 and "
        "OCPP 1.6 do not fit together",
    ),
    "no list in a list": (
        '"transactionData[].values"',
        '"transactionData[].value"',
        "actions.StopTransaction.request.fields.transaction_data: transactionData of "
        "OCPP 1.5 is not a list of only value",
    ),
    "required in one version": (
        'request.fields.connector = { grouping = "Connector", at = "connectorId" }\n'
        'response.same = ["transactionId", "idTagInfo"]',
        'request.fields.connector = { grouping = "Connector", '
        'at = { "1.5" = "connectorId" } }\nrequest.only."1.6" = ["connectorId"]\n'
        'response.same = ["transactionId", "idTagInfo"]',
        "actions.StartTransaction.request.only: one version requires it, and another "
        "does not",
    ),
    "values of a version without the enumeration": (
        'same = ["Daily", "Weekly"]',
        'same = ["Daily", "Weekly"]\nrespelled.Daily."1.5" = "Day"',
        "enumerations.RecurrencyKind: OCPP 1.5 has no such enumeration, for 'Daily'",
    ),
    "unknown version of a type": (
        'called = { "1.5" = "AuthorisationData" }',
        'called = { "1.4" = "AuthorisationData" }',
        "types.AuthorizationData.called.1.4: the mapping does not name this version",
    ),
    "grouping and fields": (
        'grouping = "AuthorizationData"',
        'grouping = "AuthorizationData"\nsame = ["idTag"]',
        "types.AuthorizationData: a grouping and fields exclude each other",
    ),
    "parts without grouping": (
        'grouping = "AuthorizationData"\n',
        "",
        "types.AuthorizationData: there is no grouping ''",
    ),
    "grouping and default": (
        'default = "Local"',
        'default = "Local", grouping = "Duration"',
        "actions.StopTransaction.request.fields.reason: grouping, boolean and default "
        "exclude each other",
    ),
    "two fields of one name": (
        'request.fields.reason = { at."1.6" = "reason", default = "Local" }',
        'request.fields.timestamp = { at."1.6" = "reason", default = "Local" }',
        "actions.StopTransaction.request: two fields are called timestamp",
    ),
    "unknown key": (
        'default = "Local"',
        'otherwise = "Local"',
        "actions.StopTransaction.request.fields.reason.otherwise: Extra inputs are not "
        "permitted",
    ),
    "no clause": (
        f'{RESET}clause = "OCPP 1.6 6.39, 6.40"\n',
        RESET,
        "actions.Reset.clause: Field required",
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_mapping_that_does_not_fit(
    change: tuple[str, str, str],
    built: Mapping[str, Specification],
    names: Names,
    tmp_path: Path,
) -> None:
    old, new, told = change
    assert TEXT.count(old) == 1
    with pytest.raises(CodegenError) as caught:
        unified(tmp_path, TEXT.replace(old, new), built, names)
    faults = caught.value.told()
    assert all(fault.text.startswith("v1x.toml: ") for fault in faults)
    assert all(fault.kind is FaultKind.MAPPINGS for fault in faults)
    assert told in "\n".join(fault.text for fault in faults)


def test_all_that_does_not_fit_is_told(
    built: Mapping[str, Specification], names: Names, tmp_path: Path
) -> None:
    """Of enumerations, types, fields and actions alike, in one run."""
    changes = [
        CHANGES["value said twice"],
        CHANGES["unknown grouping of a type"],
        CHANGES["unknown action"],
        CHANGES["unknown field"],
        CHANGES["unknown default"],
    ]
    text = TEXT
    for old, new, _ in changes:
        text = text.replace(old, new)
    with pytest.raises(Faults) as caught:
        unified(tmp_path, text, built, names)
    found = [fault.text for fault in caught.value.told()]
    assert len(found) == len(changes)
    for fault, (_, _, told) in zip(found, changes, strict=True):
        assert told in fault


def test_the_mapping_fits(
    built: Mapping[str, Specification], names: Names, tmp_path: Path
) -> None:
    found = unified(tmp_path, TEXT, built, names)
    assert len(found.procedures) == len(built["1.6"].procedures)
    assert len(found.messages) == 2 * len(found.procedures)


def test_versions_that_disagree_on_a_direction(
    built: Mapping[str, Specification], names: Names, tmp_path: Path
) -> None:
    newest = built["1.6"]
    others = tuple(
        replace(procedure, senders=("ChargePoint",))
        if procedure.action == "Reset"
        else procedure
        for procedure in newest.procedures
    )
    disagreeing = {**built, "1.6": replace(newest, procedures=others)}
    with pytest.raises(MappingError) as caught:
        unified(tmp_path, TEXT, disagreeing, names)
    assert str(caught.value) == (
        "v1x.toml: actions.Reset: the versions disagree on who may send it"
    )


def test_two_types_of_one_name(
    built: Mapping[str, Specification], names: Names, tmp_path: Path
) -> None:
    text = TEXT.replace(
        "[enumerations.ResetType]",
        '[enumerations.Retries]\ncalled = { "1.5" = "ResetType", "1.6" = "ResetType" }',
    )
    found = unified(tmp_path, text, built, names)
    with pytest.raises(MappingError, match=r"^v1x\.toml: two things are called R"):
        list(family.described(found, "ocpp_messages.v1x", names))


def test_field_that_holds_anything(
    built: Mapping[str, Specification], names: Names, tmp_path: Path
) -> None:
    found = unified(tmp_path, TEXT, built, names)
    request = next(each for each in found.messages if each.name == "ResetRequest")
    fields = tuple(
        replace(field, parts=tuple(replace(p, shape=Anything()) for p in field.parts))
        for field in request.fields
    )
    other = replace(found, messages=(replace(request, fields=fields),))
    described = {
        name: values for name, _, values in family.described(other, "p", names)
    }
    (message,) = described["messages"]["objects"]
    assert {each.annotation for each in message["attributes"]} >= {"Json"}


def test_request_without_a_response(
    built: Mapping[str, Specification], names: Names, tmp_path: Path
) -> None:
    found = unified(tmp_path, TEXT, built, names)
    procedures = tuple(replace(each, response=None) for each in found.procedures)
    other = replace(found, procedures=procedures)
    modules = family.described(other, "ocpp_messages.v1x", names)
    values = {name: values for name, _, values in modules}
    sent_as = [entry["sent_as"] for entry in values["messages"]["objects"]]
    assert not any("Request[" in each for each in sent_as if each is not None)


def test_module_that_does_not_say_what_it_offers(
    built: Mapping[str, Specification],
    names: Names,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = unified(tmp_path, TEXT, built, names)
    (tmp_path / "v1x").mkdir()
    path = tmp_path / "v1x" / "compounds.py"
    path.write_text("VALUE = 1\n", encoding="utf-8")
    monkeypatch.setattr(family, "RUNTIME", tmp_path)
    with pytest.raises(AssertionError, match=rf"^{path} has no __all__$"):
        list(family.described(found, "ocpp_messages.v1x", names))


def test_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "v1x.toml"
    path.write_text("[", encoding="utf-8")
    with pytest.raises(TableError, match=r"^v1x\.toml: "):
        mapping.read(path)
    assert issubclass(MappingError, CodegenError)


ALIKE = (DATA.folder / "v2x.toml").read_text(encoding="utf-8")


def alike(names: Names) -> Mapping[str, Specification]:
    """2.0.1 and 2.1."""
    procedures = specification.load_procedures()
    return {
        version.name: specification.build(
            version, documents.load(version.name), procedures[version.name], names
        )
        for version in specification.load_versions()[3:]
    }


@pytest.mark.parametrize(
    ("said", "unsaid", "reason"),
    [
        ('only."2.1" = ["Dynamic"]', "", "nothing covers the value 'Dynamic'"),
        ('only."2.1" = ["severity"]', "", "nothing covers the field severity"),
        ('    "GetTariffs",\n', "", "nothing covers"),
        ("text = true", "", "its types in OCPP 2.0.1 and OCPP 2.1 do not fit together"),
        (
            'fields.limit = { at = "limit", optional = true }',
            "",
            "one version requires it, and another does not",
        ),
        (
            'only."2.1" = ["severity"]',
            'only."2.1" = ["severity"]\nfields.e = { at = "eventId", optional = true }',
            "the versions agree on whether it is required",
        ),
    ],
)
def test_a_base_covers_what_the_versions_share_only(
    said: str, unsaid: str, reason: str, names: Names, tmp_path: Path
) -> None:
    versions = alike(names)
    assert said in ALIKE
    path = tmp_path / "v2x.toml"
    path.write_text(ALIKE.replace(said, unsaid), encoding="utf-8")
    with pytest.raises(CodegenError, match=reason):
        unify(mapping.read(path), versions, names)
    path.write_text(ALIKE, encoding="utf-8")
    assert unify(mapping.read(path), versions, names).messages


def shorter(part: Part) -> Part:
    """Returns a part that holds one item at the most in 2.0.1."""
    field = part.fields["2.0.1"]
    assert isinstance(field.shape, Array)
    field = replace(field, shape=replace(field.shape, max_items=1))
    return replace(part, fields={**part.fields, "2.0.1": field})


def test_a_base_has_no_check_of_what_it_converts(names: Names, tmp_path: Path) -> None:
    """Otherwise it would come up when the first message is written."""
    path = tmp_path / "v2x.toml"
    path.write_text(ALIKE, encoding="utf-8")
    found = unify(mapping.read(path), alike(names), names)
    assert carriers.writer(found, "2.0.1")
    messages = tuple(
        replace(
            message,
            fields=tuple(
                replace(field, parts=tuple(map(shorter, field.parts)))
                if field.name == "meter_value"
                else field
                for field in message.fields
            ),
        )
        if message.name == "MeterValuesRequest"
        else message
        for message in found.messages
    )
    with pytest.raises(MappingError) as caught:
        carriers.writer(replace(found, messages=messages), "2.0.1")
    assert str(caught.value) == (
        "v2x.toml: MeterValuesRequest.meter_value: with a base, fields of objects and "
        "enumerations must have the same limits in all versions; OCPP 2.0.1 would need "
        "Items(most=1)"
    )
