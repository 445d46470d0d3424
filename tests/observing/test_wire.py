"""What is logged of messages, and what is not."""

from __future__ import annotations

import base64
import json
import logging
import re
import textwrap
from itertools import count

import pytest

from ocpp_messages import Model, load, v16, v20, v21, v201
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.errors import OcppError
from ocpp_rpc.observing.wire import observers, wire_log
from ocpp_rpc.protocol.events import (
    Closed,
    Event,
    FrameReceived,
    FrameSent,
    SignatureRefused,
    Signed,
)
from ocpp_rpc.protocol.seals import Signature
from ocpp_rpc.testing import pair
from ocpp_rpc.transports.memory import memory_pair
from tests.confidential import PASSWORD as SECRET
from tests.confidential import PIN, encoded
from tests.station.transactions import NOON

WIRE = "ocpp_rpc.wire"


@pytest.fixture(autouse=True)
def wire(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, WIRE)


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was written to the wire log."""
    return [
        record.getMessage()
        for record in caplog.records
        if (record.name, record.levelno) == (WIRE, logging.DEBUG)
    ]


def connection(identity: str = "CP001") -> Connection:
    """A connection that nothing happens on."""
    transport, _ = memory_pair()
    return Connection(transport, load("1.6"), v16.BACK_OFFICE, identity=identity)


# --- The wire log ---------------------------------------------------------------------


async def test_each_message_is_a_line_at_each_end(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ids = count(1)
    settings = Settings(observer=wire_log(), new_id=lambda: f"id-{next(ids)}")
    async with pair(version="1.6", settings=settings) as (station, _):
        with pytest.raises(OcppError):
            await station.call(v16.HeartbeatRequest())

    call = '[2,"id-1","Heartbeat",{}]'
    error = '[4,"id-1","NotSupported","Heartbeat is not supported here",{}]'
    assert lines(caplog) == [
        f"CP001 sent {call}",
        f"CP001 received {call}",
        f"CP001 sent {error}",
        f"CP001 received {error}",
    ]


async def test_nothing_is_done_unless_the_logger_is_enabled(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO, WIRE)
    monkeypatch.delattr("ocpp_rpc.observing.wire._redact")

    wire_log()(FrameSent("[]"), connection())

    assert lines(caplog) == []


async def test_other_events_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    wire_log()(Closed(1000, ""), connection())

    assert lines(caplog) == []


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("[2,\r\n\t 1]", r"[2,\r\n\t 1]"),
        ("a\x00\x1b[31m\x7f\x9b", r"a\x00\x1b[31m\x7f\x9b"),
        ("line\u2028\u202eseparator", r"line\u2028\u202eseparator"),
        ("half \ud800", r"half \ud800"),
        ("Straße 充电", "Straße 充电"),
        ("", ""),
        (b'[2,"1"]', '[2,"1"]'),
        (b"\xff\x00", r"\xff\x00"),
    ],
)
async def test_a_message_is_one_printable_line(
    message: str | bytes, shown: str, caplog: pytest.LogCaptureFixture
) -> None:
    wire_log()(FrameReceived(message), connection())

    assert lines(caplog) == [f"CP001 received {shown}"]


async def test_so_is_the_identity(caplog: pytest.LogCaptureFixture) -> None:
    wire_log()(FrameReceived("[]"), connection("CP\n001"))

    assert lines(caplog) == [r"CP\n001 received []"]


async def test_a_long_message_is_cut(caplog: pytest.LogCaptureFixture) -> None:
    log = wire_log(limit=10)
    log(FrameReceived("0123456789"), connection())
    log(FrameReceived("0123456789\n"), connection())

    assert lines(caplog) == [
        "CP001 received 0123456789",
        "CP001 received 0123456789... (11 characters)",
    ]


# --- Credentials ----------------------------------------------------------------------

PROFILE_21 = v21.NetworkConnectionProfileType(
    ocpp_interface=v21.OCPPInterfaceEnumType.WIRELESS0,
    ocpp_transport=v21.OCPPTransportEnumType.JSON,
    message_timeout=30,
    ocpp_csms_url=f"wss://user:{SECRET}@csms.example/ocpp",
    security_profile=2,
    identity="CP001",
    basic_auth_password=SECRET,
    apn=v21.APNType(
        apn="internet",
        apn_user_name="user",
        apn_password=SECRET,
        sim_pin=PIN,
        apn_authentication=v21.APNAuthenticationEnumType.PAP,
    ),
    vpn=v21.VPNType(
        server="vpn.example",
        user="user",
        password=SECRET,
        key=SECRET,
        type=v21.VPNEnumType.IPSEC,
    ),
)

PROFILE_20 = v20.NetworkConnectionProfileType(
    ocpp_version=v20.OCPPVersionEnumType.OCPP20,
    ocpp_transport=v20.OCPPTransportEnumType.JSON,
    ocpp_csms_url="wss://csms.example/ocpp",
    message_timeout=30,
    ocpp_interface=v20.OCPPInterfaceEnumType.WIRED0,
    vpn=v20.VPNType(
        server="vpn.example",
        user="user",
        password=SECRET,
        key=SECRET,
        type=v20.VPNEnumType.PPTP,
    ),
)

SECURITY = v201.ComponentType(name="SecurityCtrlr")
PASSWORD = v201.VariableType(name="BasicAuthPassword")
IDENTITY = v201.VariableType(name="Identity")

WITH_CREDENTIALS: list[tuple[str, Model, int]] = [
    ("1.6", v16.ChangeConfigurationRequest(key="AuthorizationKey", value=SECRET), 1),
    ("1.6", v16.ChangeConfigurationRequest(key="authorizationkey", value=SECRET), 1),
    ("1.6", v16.ChangeConfigurationRequest(key="WifiPassphrase", value=SECRET), 1),
    (
        "1.6",
        v16.GetConfigurationResponse(
            configuration_key=[
                v16.KeyValue(key="HeartbeatInterval", readonly=False, value="300"),
                v16.KeyValue(key="AuthorizationKey", readonly=False, value=SECRET),
            ]
        ),
        1,
    ),
    (
        "1.6",
        v16.GetDiagnosticsRequest(location=f"ftp://user:{SECRET}@ftp.example/logs"),
        1,
    ),
    (
        "1.6",
        v16.DataTransferRequest(
            vendor_id="Acme", data=f'{{"ssid":"a","wifiPassword":"{SECRET}"}}'
        ),
        1,
    ),
    (
        "2.0.1",
        v201.SetVariablesRequest(
            set_variable_data=[
                v201.SetVariableDataType(
                    attribute_value="CP001", component=SECURITY, variable=IDENTITY
                ),
                v201.SetVariableDataType(
                    attribute_value=SECRET, component=SECURITY, variable=PASSWORD
                ),
            ]
        ),
        1,
    ),
    (
        "2.0.1",
        v201.GetVariablesResponse(
            get_variable_result=[
                v201.GetVariableResultType(
                    attribute_status=v201.GetVariableStatusEnumType.ACCEPTED,
                    attribute_value=SECRET,
                    component=SECURITY,
                    variable=PASSWORD,
                )
            ]
        ),
        1,
    ),
    (
        "2.0.1",
        v201.ReportDataType(
            component=SECURITY,
            variable=PASSWORD,
            variable_attribute=[v201.VariableAttributeType(value=SECRET)],
        ),
        1,
    ),
    (
        "2.0.1",
        v201.NotifyEventRequest(
            generated_at=NOON,
            seq_no=0,
            event_data=[
                v201.EventDataType(
                    event_id=1,
                    timestamp=NOON,
                    trigger=v201.EventTriggerEnumType.DELTA,
                    actual_value=SECRET,
                    event_notification_type=(
                        v201.EventNotificationEnumType.CUSTOM_MONITOR
                    ),
                    component=SECURITY,
                    variable=PASSWORD,
                )
            ],
        ),
        1,
    ),
    (
        "2.0",
        v20.SetNetworkProfileRequest(configuration_slot=1, connection_data=PROFILE_20),
        2,
    ),
    (
        "2.1",
        v21.SetNetworkProfileRequest(configuration_slot=1, connection_data=PROFILE_21),
        5,
    ),
]
"""A version, a message or part of one, and how often a secret text is in it."""


@pytest.mark.parametrize(("version", "message", "secrets"), WITH_CREDENTIALS)
async def test_credentials_are_not_logged(
    version: str,
    message: Model,
    secrets: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = f'[2,"1","Action",{load(version).dumps(message)}]'
    assert text.count(SECRET) == secrets

    wire_log()(FrameSent(text), connection())

    expected = text.replace(SECRET, "***").replace(str(PIN), '"***"')
    assert lines(caplog) == [f"CP001 sent {expected}"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            r'[2,"1","A",{"key":"\u0041uthorizationKey","value":"x"}]',
            '[2,"1","A",{"key":"AuthorizationKey","value":"***"}]',
        ),
        (r'["ftp:\/\/u:p@h", "é"]', '["ftp://u:***@h","é"]'),
        (
            '["see ftp://u:p@ss@h/a and ftp://v:p@h/b"]',
            '["see ftp://u:***@h/a and ftp://v:***@h/b"]',
        ),
        ('{"vpn":{"type":"IPSec","key":"x"}}', '{"vpn":{"type":"IPSec","key":"***"}}'),
        ('{"key":"VpnKey","value":"x"}', '{"key":"VpnKey","value":"***"}'),
        ('{"password":{"a":["x"]}}', '{"password":"***"}'),
        ('["ftp://u:p/q@h/a"]', '["ftp://u:***@h/a"]'),
        ('["ftp://a@b.c:p@h/a"]', '["ftp://a@b.c:***@h/a"]'),
        ('["authorization: Basic QTpiYg=="]', '["authorization: Basic ***"]'),
        ('["bearer  a.b-c_D~1/2+"]', '["bearer  ***"]'),
        (b'{"password":"x"}', '{"password":"***"}'),
    ],
)
async def test_credentials_are_found_however_they_are_written(
    text: str | bytes, shown: str, caplog: pytest.LogCaptureFixture
) -> None:
    wire_log()(FrameReceived(text), connection())

    assert lines(caplog) == [f"CP001 received {shown}"]


WITH_SECRET = json.dumps({"ssid": "guests", "wifiPassword": SECRET})
ENCODED = base64.b64encode(WITH_SECRET.encode()).decode()

WITHIN_A_STRING = {
    "JSON": WITH_SECRET,
    "after a blank": f" \n{WITH_SECRET}",
    "after a byte order mark": f"\ufeff{WITH_SECRET}",
    "after a blank that JSON does not know": f"\u00a0\v{WITH_SECRET}",
    "quoted": json.dumps(WITH_SECRET),
    "quoted after a blank": f" {json.dumps(WITH_SECRET)}",
    "base64": ENCODED,
    "base64 without padding": ENCODED.rstrip("="),
    "base64 of the other alphabet": base64.urlsafe_b64encode(
        json.dumps({"wifiPassword": f"{SECRET}???>>>"}).encode()
    ).decode(),
    "base64 in lines": "\n".join(textwrap.wrap(ENCODED, 20)),
    "base64 in a sentence": f"settings: {ENCODED}, as ordered",
    "base64 of a URL": base64.b64encode(f"ftp://u:{SECRET}@h".encode()).decode(),
    "a URL": f"ftp://u:/{SECRET}/@h/a",
    "credentials": f"Basic {base64.b64encode(f'A:{SECRET}'.encode()).decode()}",
    "a token": f"Authorization: Bearer {SECRET}",
}


@pytest.mark.parametrize("text", WITHIN_A_STRING.values(), ids=WITHIN_A_STRING)
async def test_credentials_are_found_within_a_string(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    request = v16.DataTransferRequest(vendor_id="Acme", data=text)
    wire_log()(FrameSent(f'[2,"1","A",{v16.dumps(request)}]'), connection())

    (line,) = lines(caplog)
    assert '"vendorId":"Acme"' in line
    assert SECRET not in line
    assert [
        run for run in re.findall("[A-Za-z0-9+/_-]{15,}", text) if run in line
    ] == []


@pytest.mark.parametrize("unit", ["://:", "://a", "basic ", " ", "a@", "a" * 30 + "\n"])
async def test_a_long_text_is_looked_through_once(
    unit: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A peer that is bent on it makes no pattern look at a text again and again."""
    text = unit * (2**20 // len(unit))
    log, observed = wire_log(limit=10), connection()
    for data in (text, f"basic ftp://u:p@h {text}"):
        log(FrameReceived(json.dumps([data])), observed)

    assert len(lines(caplog)) == 2


@pytest.mark.parametrize(
    "text",
    [
        '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"x"}',
        '[2,"1","A",{"password":' + "[" * 100_000,
        '[2,"1","A",{"password":' + "9" * 5000 + "}]",
    ],
    ids=["cut off", "too deep", "too long a number"],
)
async def test_what_cannot_be_read_and_may_hold_a_credential_is_not_shown(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    wire_log()(FrameReceived(text), connection())

    hidden = f"({len(text)} characters, unreadable, that may hold a credential)"
    assert lines(caplog) == [f"CP001 received {hidden}"]


@pytest.mark.parametrize(
    "text",
    [
        '[2, "1", "Authorize", {"idTag": "TAG1"}]',
        '[2, "1", "GetConfiguration", {"key": ["AuthorizationKey"]}]',
        '[2, "1", "ChangeConfiguration", {"key": "Rate", "value": "\\u0031"}]',
        '[2, "1", "UpdateFirmware", {"location": "ftp://host:21/a:b@c"}]',
        '[3, "1", {"unknownKey": ["AuthorizationKey"]}]',
        '[3, "1", {"value": "vpn", "key": 1}]',
        '[2, "1", "ChangeConfiguration", {"key": "HeartbeatInterval", "value',
        '[2, "550e8400-e29b-41d4-a716-446655440000", "BootNotification", {}]',
        f'[2, "1", "A", {{"data": "{base64.b64encode(b"nothing to see").decode()}"}}]',
        '[2, "1", "A", {"info": "a basic charging profile, in basic words"}]',
        '[2, "1", "A", {"location": "http://[::1]:80/a@b"}]',
    ],
)
async def test_everything_else_is_shown_as_it_is(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    wire_log()(FrameReceived(text), connection())

    assert lines(caplog) == [f"CP001 received {text}"]


# --- Signed messages ------------------------------------------------------------------


def base64url(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


HEADER = '{"alg":"ES256","OCPPAction":"A","OCPPMessageTypedId":2,"x5t#S256":"abc"}'


def signed(payload: str, protected: str = HEADER, **more: str) -> str:
    """A JWS that nobody has signed, with a payload."""
    texts = {"payload": base64url(payload), "protected": base64url(protected)}
    return json.dumps(texts | {"signature": "AAAA"} | more, separators=(",", ":"))


@pytest.mark.parametrize(
    "start", ['[2,"1","A-Signed",', '[6,"1","A-Signed",', '[3,"1",']
)
async def test_a_signed_message_is_taken_apart(
    start: str, caplog: pytest.LogCaptureFixture
) -> None:
    payload = '{"reason":"PowerUp"}'
    wire_log()(FrameReceived(f"{start}{signed(payload)}]"), connection())

    jws = f'{{"payload":{payload},"protected":{HEADER},"signature":"AAAA"}}'
    assert lines(caplog) == [f"CP001 received {start}{jws}]"]


@pytest.mark.parametrize(
    "header", [HEADER, "{", "", "[" * 100_000], ids=["header", "broken", "none", "deep"]
)
@pytest.mark.parametrize(
    "payload",
    [
        json.dumps({"key": "AuthorizationKey", "value": SECRET}),
        json.dumps({"key": "AuthorizationKey", "value": SECRET}).replace(
            "Authorization", "\\u0041uthorization"
        ),
        json.dumps({"connectionData": {"basicAuthPassword": SECRET}}),
        json.dumps({"vpn": {"key": SECRET, "user": "u"}}),
        json.dumps({"location": f"ftp://user:{SECRET}@host/a"}),
        json.dumps({"data": json.dumps({"password": SECRET})}),
        f'{{"password":"{SECRET}"',
    ],
)
async def test_what_is_inside_a_signature_is_masked(
    payload: str, header: str, caplog: pytest.LogCaptureFixture
) -> None:
    for text in (
        f'[2,"1","A-Signed",{signed(payload, header)}]',
        f'[3,"1",{signed(payload, header)}]',
        f'[2,"1","A-Signed",{signed(payload, header, header="")}]',
    ):
        wire_log()(FrameSent(text), connection())

    assert len(lines(caplog)) == 3
    for line in lines(caplog):
        assert SECRET not in line
        for form in encoded(SECRET.encode()):
            assert form not in line.replace("-", "+").replace("_", "/")


@pytest.mark.parametrize(
    "payload",
    [
        '{"payload":"e30","protected":"e30"}',
        '{"payload":"e3=","protected":"e30","signature":"a"}',
        '{"payload":"fQ","protected":"e30","signature":"a"}',
        '{"payload":{},"protected":"e30","signature":"a"}',
    ],
)
async def test_what_is_no_signature_is_shown_as_it_is(
    payload: str, caplog: pytest.LogCaptureFixture
) -> None:
    for text in (f'[2,"1","A-Signed",{payload}]', f'["protected",{payload}'):
        wire_log()(FrameReceived(text), connection())
    assert lines(caplog) == [
        f'CP001 received [2,"1","A-Signed",{payload}]',
        f'CP001 received ["protected",{payload}',
    ]


async def test_what_became_of_a_signature_is_a_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    signature = Signature(algorithm="ES256", key="abc", verified=True)
    for event in (
        Signed("1", "Reset", signature),
        SignatureRefused("2", "Reset", "there is no signature"),
    ):
        wire_log()(event, connection("CP\n1"))
    assert lines(caplog) == [
        "CP\\n1 Signed: Reset, id 1, ES256 by abc, verified",
        "CP\\n1 SignatureRefused: Reset, id 2, there is no signature",
    ]


# --- Several observers ----------------------------------------------------------------


async def test_several_observers_are_told_in_order() -> None:
    told: list[tuple[str, Event, Connection]] = []
    both = observers(
        lambda event, connection: told.append(("first", event, connection)),
        lambda event, connection: told.append(("second", event, connection)),
    )
    event, observed = Closed(1000, ""), connection()

    both(event, observed)

    assert told == [("first", event, observed), ("second", event, observed)]


async def test_an_observer_that_fails_does_not_keep_the_others_from_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[Event] = []

    def fails(_event: Event, _connection: Connection) -> None:
        raise LookupError("here")

    event = Closed(1000, "")
    observers(fails, lambda event, _: told.append(event))(event, connection())

    assert told == [event]
    (record,) = caplog.records
    assert (record.name, record.getMessage()) == (
        "ocpp_rpc.observing",
        "'CP001': an observer failed",
    )
    assert record.exc_info is not None
    assert record.exc_info[0] is LookupError
