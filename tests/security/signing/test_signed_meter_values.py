"""Signed meter values: passed on as the meter has signed them, in every version.

A signature is over bytes, so nothing may touch them: no escape, no form of a number, no
white space. What is signed is a matter between the meter and a transparency tool.
"""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ocpp_messages
from ocpp_messages import VERSIONS, DecodeError
from ocpp_rpc import Settings, testing
from ocpp_rpc.observing import wire_log

NOW = "2026-01-31T12:00:00Z"

OCMF = (
    'OCMF|{"FV":"1.0","GI":"ACME \\u00e9 é","PG":"T12","RD":'
    '[{"TM":"2026-01-31T12:00:00,000+0000 S","TX":"B","RV":0.10,"RU":"kWh"}]}'
    '|{"SD":"304402200E2F1C/+=="}'
)
SIGNED: Mapping[str, str] = {
    "OCMF": OCMF,
    "white space": f"  {OCMF}\r\n\t \u00a0\u2028",
    "XML": '<?xml version="1.0"?><signedData format="SML">&lt;G5&gt;</signedData>',
    "base64": base64.b64encode(bytes(range(256))).decode(),
    "hex": bytes(range(256)).hex().upper(),
    "other planes": "\U0001f50c\u0000\u007f\u200b\ufeff",
}


def payload(version: str, signed: str) -> dict[str, Any]:
    """A MeterValues request that holds it."""
    if version == "1.5":
        sample = {"value": signed, "format": "SignedData"}
        return {"connectorId": 1, "values": [{"timestamp": NOW, "values": [sample]}]}
    if version == "1.6":
        sample = {"value": signed, "format": "SignedData"}
        reading = {"timestamp": NOW, "sampledValue": [sample]}
        return {"connectorId": 1, "meterValue": [reading]}
    data = {
        "signedMeterData": signed,
        "signingMethod": "ECDSA-secp256r1-SHA256",
        "encodingMethod": "OCMF",
        "publicKey": base64.b64encode(b"key").decode(),
    }
    if version == "2.0":
        data = {
            "meterValueSignature": signed,
            "signatureMethod": "ECDSAP256SHA256",
            "encodingMethod": "DLMS Message",
            "encodedMeterValue": "00",
        }
    reading = {
        "timestamp": NOW,
        "sampledValue": [{"value": 0.1, "signedMeterValue": data}],
    }
    return {"evseId": 1, "meterValue": [reading]}


def signed_in(request: Any) -> str:
    """What a program finds in that request."""
    (reading,) = getattr(request, "meter_value", None) or request.values
    samples = getattr(reading, "sampled_value", None) or reading.values
    data = getattr(samples[0], "signed_meter_value", None)
    if data is None:
        assert samples[0].format == "SignedData"
        return str(samples[0].value)
    found = getattr(data, "signed_meter_data", None)
    return str(data.meter_value_signature if found is None else found)


def message(version: str, signed: str) -> Any:
    package = ocpp_messages.load(version)
    cls: Any = package.PROCEDURES["MeterValues"].request
    return package.from_jsonable(cls, payload(version, signed))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", SIGNED)
async def test_over_a_connection(kind: str, version: str) -> None:
    signed = SIGNED[kind]
    package = ocpp_messages.load(version)
    received = list[str]()
    response: Any = package.PROCEDURES["MeterValues"].response

    def meter_values(request: Any) -> Any:
        received.append(signed_in(request))
        return response()

    async with testing.pair(None, meter_values, version=version) as (station, _):
        await station.call(message(version, signed))
    assert received == [signed]
    assert received[0].encode() == signed.encode()


@pytest.mark.parametrize("escapes", [True, False])
@pytest.mark.parametrize("version", VERSIONS)
async def test_however_the_frame_is_written(version: str, escapes: bool) -> None:
    package = ocpp_messages.load(version)
    response: Any = package.PROCEDURES["MeterValues"].response
    received = list[Any]()

    def meter_values(request: Any) -> Any:
        received.append(request)
        return response()

    frame = [2, "1", "MeterValues", payload(version, OCMF)]
    text = json.dumps(frame, ensure_ascii=escapes, indent=1)
    text = text.replace("/", "\\/") if escapes else text
    async with testing.raw_peer(meter_values, version=version) as peer:
        await peer.send(text)
        assert json.loads(await peer.recv())[0] == 3
    (request,) = received
    assert signed_in(request) == OCMF
    # and handed on, as JSON
    assert package.to_jsonable(request) == payload(version, OCMF)


@given(st.sampled_from(VERSIONS), st.text(max_size=512))
def test_any_text(version: str, signed: str) -> None:
    package = ocpp_messages.load(version)
    request = message(version, signed)
    cls: Any = package.PROCEDURES["MeterValues"].request
    again = package.loads(cls, package.dumps(request))
    assert signed_in(again).encode() == signed.encode()


def test_at_the_end_of_a_transaction() -> None:
    """1.6 has them in transactionData as well."""
    from ocpp_messages import v16  # noqa: PLC0415 - as a program that speaks one version

    sample = v16.SampledValue(value=OCMF, format=v16.ValueFormat.SIGNED_DATA)
    reading = v16.MeterValue(timestamp=datetime.now(UTC), sampled_value=[sample])
    request = v16.StopTransactionRequest(
        meter_stop=1,
        timestamp=datetime.now(UTC),
        transaction_id=1,
        transaction_data=[reading],
    )
    again = v16.loads(v16.StopTransactionRequest, v16.dumps(request))
    assert again.transaction_data is not None
    assert again.transaction_data[0].sampled_value[0].value == OCMF


# --- What is logged -------------------------------------------------------------------

MARK = "OCMF|5e1ec7ed-meter"


@pytest.mark.parametrize("length", [1, 4000])
@pytest.mark.parametrize("version", VERSIONS)
async def test_never_logged_above_debug(
    version: str, length: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even if it is too long for the version, and refused."""
    package = ocpp_messages.load(version)
    response: Any = package.PROCEDURES["MeterValues"].response

    def meter_values(_: Any) -> Any:
        return response()

    settings = Settings(observer=wire_log())
    caplog.set_level(logging.DEBUG)
    async with testing.raw_peer(
        meter_values, version=version, settings=settings
    ) as peer:
        frame = [2, "1", "MeterValues", payload(version, MARK * length)]
        await peer.send(json.dumps(frame))
        refused = json.loads(await peer.recv())[0] == 4
    # 2.1 takes 32,768 characters, and 1.x any number.
    assert refused is (length > 1 and version not in {"1.5", "1.6"})
    levels = {r.levelno for r in caplog.records if MARK in r.getMessage()}
    assert levels == {logging.DEBUG}


@pytest.mark.parametrize("version", ["2.0", "2.0.1", "2.1"])
def test_nor_shown_by_the_error_of_one_that_is_too_long(version: str) -> None:
    with pytest.raises(DecodeError) as caught:
        message(version, MARK * 4000)
    assert MARK not in f"{caught.value} {caught.value!r}"
