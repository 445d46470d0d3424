"""`dumps`, `loads`, `to_jsonable` and `from_jsonable` of every version."""

from __future__ import annotations

import json
from itertools import permutations
from typing import Any

import pytest

from ocpp_messages import DecodeError, Model, v15, v16, v20, v21, v201
from tests.messages.cases import BOOTS, NOON, PACKAGES

AT = "2026-01-31T12:00:00Z"
UNKNOWN = v20.DataTransferStatusEnumType.UNKNOWN_VENDOR_ID


@pytest.mark.parametrize("version", PACKAGES)
def test_surface(version: str) -> None:
    package, boot = PACKAGES[version], BOOTS[version]
    cls = type(boot.message)
    text = json.dumps(boot.value)
    assert json.loads(package.dumps(boot.message)) == boot.value
    assert package.to_jsonable(boot.message) == boot.value
    assert package.loads(cls, text) == boot.message
    assert package.loads(cls, text.encode()) == boot.message
    assert package.from_jsonable(cls, dict(boot.value)) == boot.message


@pytest.mark.parametrize("version", PACKAGES)
def test_text_is_compact(version: str) -> None:
    text = PACKAGES[version].dumps(BOOTS[version].message)
    assert text == json.dumps(json.loads(text), separators=(",", ":"))


def test_text_beyond_ascii_is_written_as_it_is() -> None:
    request = v16.AuthorizeRequest(id_tag='é€😀"\\\n\0')
    assert v16.dumps(request) == '{"idTag":"é€😀\\"\\\\\\n\\u0000"}'
    assert v16.loads(v16.AuthorizeRequest, v16.dumps(request).encode()) == request
    assert v16.loads(v16.AuthorizeRequest, '{"idTag":"\\ud83d\\ude00"}').id_tag == "😀"


def test_datatypes_are_read_and_written_too() -> None:
    value = v16.SampledValue(value="21.4", unit=v16.UnitOfMeasure.KWH)
    assert v16.dumps(value) == '{"value":"21.4","unit":"kWh"}'
    assert v16.loads(v16.SampledValue, '{"value":"21.4","unit":"kWh"}') == value


def test_jsonable_is_plain() -> None:
    request = v16.MeterValuesRequest(
        connector_id=1,
        meter_value=[
            v16.MeterValue(
                timestamp=NOON,
                sampled_value=[
                    v16.SampledValue(value="1", phase=v16.Phase.L1_N),
                ],
            )
        ],
    )
    value = v16.to_jsonable(request)
    sample = {"value": "1", "phase": "L1-N"}
    assert value == {
        "connectorId": 1,
        "meterValue": [{"timestamp": AT, "sampledValue": [sample]}],
    }
    meter_value = value["meterValue"][0]
    parts: list[Any] = [
        value["meterValue"],
        meter_value["timestamp"],
        meter_value["sampledValue"][0]["phase"],
    ]
    assert [type(part) for part in parts] == [list, str, str]


def test_nested_values_are_typed() -> None:
    value = {
        "connectorId": 1,
        "meterValue": [
            {"timestamp": AT, "sampledValue": [{"value": "1", "phase": "L1-N"}]}
        ],
    }
    request = v16.from_jsonable(v16.MeterValuesRequest, value)
    (meter_value,) = request.meter_value
    (sample,) = meter_value.sampled_value
    assert meter_value.timestamp == NOON
    assert sample.phase is v16.Phase.L1_N


@pytest.mark.parametrize(
    ("package", "message", "text"),
    [
        (v15, v15.HeartbeatRequest(), "{}"),
        (v16, v16.GetConfigurationRequest(), "{}"),
        (v16, v16.GetConfigurationRequest(key=None), "{}"),
        (v16, v16.GetConfigurationRequest(key=[]), '{"key":[]}'),
        (v16, v16.GetLocalListVersionResponse(list_version=0), '{"listVersion":0}'),
        (v201, v201.HeartbeatRequest(custom_data=None), "{}"),
        (v201, v201.DataTransferRequest(vendor_id="", data=None), '{"vendorId":""}'),
        (v20, v20.DataTransferResponse(status=UNKNOWN), '{"status":"UnknownVendorId"}'),
    ],
)
def test_absent_fields_are_not_written(package: Any, message: Model, text: str) -> None:
    assert package.dumps(message) == text
    assert package.to_jsonable(message) == json.loads(text)


@pytest.mark.parametrize(
    ("package", "cls", "text"),
    [
        (v20, v20.SampledValueType, '{"value":1.0}'),
        (v201, v201.SampledValueType, '{"value":1.0}'),
        (v21, v21.SampledValueType, '{"value":1.0}'),
        (v201, v201.UnitOfMeasureType, "{}"),
        (v201, v201.VariableAttributeType, "{}"),
        (v21, v21.VariableAttributeType, "{}"),
    ],
)
def test_defaults_of_the_schema_are_not_written(
    package: Any, cls: type[Model], text: str
) -> None:
    message = package.loads(cls, text)
    assert package.dumps(message) == text
    assert message.model_fields_set == json.loads(text).keys()


def test_null_is_no_absent_field() -> None:
    with pytest.raises(DecodeError):
        v16.loads(v16.GetConfigurationRequest, '{"key":null}')
    with pytest.raises(DecodeError):
        v201.loads(v201.HeartbeatRequest, '{"customData":null}')


def test_last_of_two_equal_names_counts() -> None:
    request = v16.loads(v16.ResetRequest, '{"type":"Hard","type":"Soft"}')
    assert request.type is v16.ResetType.SOFT


@pytest.mark.parametrize(
    ("package", "message", "value"),
    [
        (
            v20,
            v20.Get15118EVCertificateRequest(
                iso15118_schema_version="2", exi_request="AA=="
            ),
            {"15118SchemaVersion": "2", "exiRequest": "AA=="},
        ),
        (
            v21,
            v21.ChargingSchedulePeriodType(
                start_period=0, limit_l2=1.5, v2x_baseline=2
            ),
            {"startPeriod": 0, "limit_L2": 1.5, "v2xBaseline": 2},
        ),
        (
            v21,
            v21.CertificateStatusRequestInfoType(
                certificate_hash_data=v21.CertificateHashDataType(
                    hash_algorithm=v21.HashAlgorithmEnumType.SHA256,
                    issuer_name_hash="n",
                    issuer_key_hash="k",
                    serial_number="1",
                ),
                source=v21.CertificateStatusSourceEnumType.OCSP,
                urls=["https://a"],
            ),
            {
                "certificateHashData": {
                    "hashAlgorithm": "SHA256",
                    "issuerNameHash": "n",
                    "issuerKeyHash": "k",
                    "serialNumber": "1",
                },
                "source": "OCSP",
                "urls": ["https://a"],
            },
        ),
    ],
)
def test_odd_names_on_the_wire(package: Any, message: Model, value: Any) -> None:
    assert package.to_jsonable(message) == value
    assert package.from_jsonable(type(message), value) == message


# What vendors add

VENDOR_DATA: dict[str, Any] = {
    "vendorId": "Acme",
    "vendor_id": "inner",
    "snake_case": {"camelCase": None, "": [None, {"deep": [None]}]},
    "nothing": None,
    "self": 1,
    "model_config": True,
    "model_extra": "",
    "__class__": -0.5,
    "ü 😀": "\0",
    "at": "2026-01-31T12:00:00.123456+02:00",
    "big": 123456789012345678901234567890,
    "float": 5.0,
    "empty": [{}, []],
}


@pytest.mark.parametrize("package", [v201, v21], ids=["2.0.1", "2.1"])
def test_custom_data_is_untouched(package: Any) -> None:
    value = {"customData": VENDOR_DATA}
    text = json.dumps(value)
    request = package.loads(package.HeartbeatRequest, text)
    assert json.loads(package.dumps(request)) == value
    assert package.to_jsonable(request) == value
    assert package.from_jsonable(package.HeartbeatRequest, value) == request
    assert request.custom_data.vendor_id == "Acme"
    assert request.custom_data.model_extra == {
        name: inner for name, inner in VENDOR_DATA.items() if name != "vendorId"
    }


@pytest.mark.parametrize("package", [v20, v201, v21], ids=["2.0", "2.0.1", "2.1"])
@pytest.mark.parametrize(
    "data", [VENDOR_DATA, [None, VENDOR_DATA], "null", 0, False, "", {}, [], 5.0]
)
def test_data_of_data_transfer_is_untouched(package: Any, data: Any) -> None:
    value = {"vendorId": "Acme", "data": data}
    request = package.loads(package.DataTransferRequest, json.dumps(value))
    assert request.data == data
    assert type(request.data) is type(data)
    assert json.loads(package.dumps(request)) == value
    assert package.to_jsonable(request) == value


def test_data_of_data_transfer_1x_is_text() -> None:
    text = '{"vendorId":"Acme","data":"{\\"a\\": null}"}'
    for package in (v15, v16):
        request = package.loads(package.DataTransferRequest, text)
        assert request.data == '{"a": null}'
        assert json.loads(package.dumps(request)) == json.loads(text)


def test_fields_without_name_of_2_0_are_kept() -> None:
    value = {
        "reason": "PowerUp",
        "charging_station": "odd",
        "chargingStation": {
            "vendorName": "Acme",
            "model": "X1",
            "modem": {"imsi": "1", "nothing": None},
            "color": ["red"],
        },
        "nothing": None,
    }
    text = json.dumps(value)
    request = v20.loads(v20.BootNotificationRequest, text)
    assert request.charging_station.model == "X1"
    assert request.charging_station.model_extra == {"color": ["red"]}
    assert json.loads(v20.dumps(request)) == value
    assert v20.from_jsonable(v20.BootNotificationRequest, value) == request


@pytest.mark.parametrize(
    "data",
    [
        object(),
        b"bytes",
        {1, 2},
        {1: "a"},
        [NOON],
        {"a": [v16.HeartbeatRequest()]},
        "\ud800",
        {"\ud800": 1},
        float("nan"),
        1j,
    ],
    ids=repr,
)
def test_data_that_json_cannot_hold(data: Any) -> None:
    with pytest.raises(ValueError, match="data"):
        v201.DataTransferRequest(vendor_id="Acme", data=data)
    custom_data: Any = v201.CustomDataType
    with pytest.raises(ValueError, match="more"):
        custom_data(vendor_id="Acme", more=data)


def test_data_without_end() -> None:
    data: list[Any] = []
    data.append(data)
    with pytest.raises(ValueError, match="data"):
        v201.DataTransferRequest(vendor_id="Acme", data=data)


# 1.5: two dialects


def test_meter_values_of_1_5_are_read_under_two_names() -> None:
    samples = [{"value": "1"}]
    read = {
        name: v15.from_jsonable(v15.MeterValue, {"timestamp": AT, name: samples})
        for name in ("values", "value")
    }
    assert read["values"] == read["value"]
    assert v15.to_jsonable(read["value"]) == {"timestamp": AT, "values": samples}


@pytest.mark.parametrize("names", [("value", "values"), ("values", "value")])
def test_meter_values_of_1_5_are_not_read_under_both(names: tuple[str, str]) -> None:
    value = {"timestamp": AT, **{name: [{"value": "1"}] for name in names}}
    with pytest.raises(DecodeError):
        v15.from_jsonable(v15.MeterValue, value)


# Other versions


@pytest.mark.parametrize(("version", "other"), [*permutations(PACKAGES, 2)])
def test_messages_of_another_version(version: str, other: str) -> None:
    package, message = PACKAGES[version], BOOTS[other].message
    cls = type(message)
    refusal = rf"^BootNotificationRequest is no type of OCPP {version}$"
    with pytest.raises(TypeError, match=refusal):
        package.dumps(message)
    with pytest.raises(TypeError, match=refusal):
        package.to_jsonable(message)
    with pytest.raises(TypeError, match=refusal):
        package.loads(cls, "{}")
    with pytest.raises(TypeError, match=refusal):
        package.from_jsonable(cls, {})


@pytest.mark.parametrize("thing", [None, 5, "{}", {}, Model])
def test_what_is_no_message(thing: Any) -> None:
    with pytest.raises(TypeError):
        v16.dumps(thing)
    with pytest.raises(TypeError):
        v16.loads(thing, "{}")
