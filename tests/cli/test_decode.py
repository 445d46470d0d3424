"""Frames in a file are checked, and calls are paired with their replies."""

from __future__ import annotations

import io
import json
import sys
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest

from ocpp_messages import VERSIONS
from ocpp_rpc.cli import app
from tests.cli.office import office

BOOT = '[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]'
HEARTBEAT = '[2,"7","Heartbeat",{}]'


def decode(
    capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int | str | None, list[str]]:
    """Return the exit code and the lines that are shown."""
    with pytest.raises(SystemExit) as ended:
        app.run(["decode", *arguments])
    captured = capsys.readouterr()
    assert captured.err == ""
    return ended.value.code, captured.out.splitlines()


def saved(**content: Any) -> str:
    return json.dumps(
        {"time": "2026-01-31T12:00:00.5+00:00", "identity": "CP1"} | content
    )


@pytest.mark.parametrize("version", VERSIONS)
async def test_what_a_charger_saves_is_as_it_should_be(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames.jsonl"
    async with office(version) as running:
        await running.visit(script="plug-and-charge", save=path)

    code, lines = decode(capsys, str(path))
    assert code == 0
    assert lines[0].endswith(f" CP1 connected, OCPP {version}")
    assert " CP1 → CALL   BootNotification   " in lines[1]
    results = [line for line in lines if "← RESULT StatusNotification" in line]
    assert len(results) == 3
    assert all(line.endswith(" ms") for line in results)
    assert lines[-2].endswith(" CP1 disconnected (1000)")
    assert lines[-1].endswith(" frames, 0 violations, 0 calls without a reply")


@pytest.mark.parametrize(
    ("frames", "shown"),
    [
        (
            ['[2,"1","Authorize",{"idTag":"A","x":1}]', '[3,"1",{}]'],
            [
                "→ CALL   Authorize          idTag: A, x: 1",
                "    ! $.x: Extra inputs are not permitted",
                "← RESULT Authorize          {}",
                "    ! $.idTagInfo: Field required",
            ],
        ),
        (
            [HEARTBEAT, '[4,"7","GenericError","no",{}]'],
            [
                "→ CALL   Heartbeat          {}",
                "← ERROR  Heartbeat          GenericError: no",
            ],
        ),
        (
            [
                '[2,"1","DataTransfer",{"vendorId":"a"}]',
                '[3,"1",{"status":"Accepted"}]',
            ],
            [
                "  CALL   DataTransfer       vendorId: a",
                "  RESULT DataTransfer       status: Accepted",
            ],
        ),
        (
            ['[2,"1","Foo",{}]', '[3,"1",{"a":1}]', '[3,"1",{}]'],
            [
                "  CALL   Foo                {}",
                "    ! OCPP 1.6 has no Foo",
                "  RESULT Foo                a: 1",
                "  RESULT                    {}",
                "    ! there is no unanswered call with this id",
            ],
        ),
        (
            ['[6,"1","Reset",{"type":"Soft"}]', '[5,"1","Odd","",{}]'],
            [
                "← SEND   Reset              type: Soft",
                "    ! OCPP 1.6 has no SEND",
                "    ! Reset is a CALL",
                "  ERROR                     Odd",
                "    ! OCPP 1.6 has no CALL_RESULT_ERROR",
                "    ! OCPP 1.6 has no error code Odd",
            ],
        ),
        (
            ["[9]", '[2,"1","Reset",{}]'],
            [
                "  BAD                       [9]",
                "    ! 9 is not a message type",
                "← CALL   Reset              {}",
                "    ! $.type: Field required",
                "    without a reply: Reset 1",
            ],
        ),
        (
            [HEARTBEAT, "", HEARTBEAT],
            [
                "→ CALL   Heartbeat          {}",
                "→ CALL   Heartbeat          {}",
                "    ! another call with this id is not answered yet",
                "    without a reply: Heartbeat 7",
            ],
        ),
    ],
)
def test_plain_frames(
    frames: list[str],
    shown: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "\n".join(frames).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), "utf-8"))

    code, lines = decode(capsys, "-", "--version", "1.6")
    assert lines[:-1] == shown
    assert code == int(any("!" in line for line in shown))


def base64url(value: object) -> str:
    text = json.dumps(value, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def jws(payload: object, action: str, kind: int, **more: object) -> str:
    """A signed payload, with a signature that nobody has made."""
    header = {"alg": "ES256", "OCPPAction": action, "OCPPMessageTypedId": kind}
    texts = {"payload": base64url(payload), "protected": base64url(header | more)}
    return json.dumps(texts | {"signature": "AAAA"})


NOON = {"currentTime": "2026-01-31T12:00:00Z"}
KEY = {"x5t#S256": "hGZm"}


@pytest.mark.parametrize(
    ("frames", "shown"),
    [
        (
            [
                f'[2,"7","Heartbeat-Signed",{jws({}, "Heartbeat", 2, **KEY)}]',
                f'[3,"7",{jws(NOON, "Heartbeat", 3)}]',
            ],
            [
                "→ CALL   Heartbeat          {}  signed: ES256 by hGZm",
                "← RESULT Heartbeat          currentTime: 2026-01-31T12:00:00Z  "
                "signed: ES256",
            ],
        ),
        (
            [
                f'[2,"7","Heartbeat-Signed",{jws({"x": 1}, "Reset", 2, alg="none")}]',
                f'[3,"7",{jws({}, "Heartbeat", 2)}]',
            ],
            [
                "→ CALL   Heartbeat          x: 1  signed: none",
                "    ! $.x: Extra inputs are not permitted",
                "    ! alg is not ES256 or RS256 or RS384",
                "    ! OCPPAction is not the action",
                "← RESULT Heartbeat          {}  signed: ES256",
                "    ! $.currentTime: Field required",
                "    ! OCPPMessageTypedId is not the message type",
            ],
        ),
        (
            [
                '[2,"7","Heartbeat-Signed",{"payload":"e30"}]',
                '[4,"7","SecurityError","",{}]',
                f'[3,"8",{jws({}, "Heartbeat", 3)}]',
                '[2,"9","Heartbeat-Signed",'
                '{"payload":"e30","protected":"é","signature":""}]',
            ],
            [
                "  CALL   Heartbeat-Signed   payload: e30",
                "    ! the payload is not a JWS of three texts",
                "  ERROR  Heartbeat-Signed   SecurityError",
                "  RESULT                    {}  signed: ES256",
                "    ! there is no unanswered call with this id",
                "→ CALL   Heartbeat          {}  signed: unreadable",
                "    ! the JWS cannot be read: not base64url without padding",
                "    without a reply: Heartbeat 9",
            ],
        ),
    ],
)
def test_signed_frames(
    frames: list[str],
    shown: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "\n".join(frames).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), "utf-8"))

    code, lines = decode(capsys, "-", "--version", "1.6")
    assert lines[:-1] == shown
    assert code == int(any("!" in line for line in shown))


LONG = "d" * 256
AUTHORIZE = '[2,"8","Authorize",{"idTag":"A"}]'
RESET = '[2,"9","Reset",{"type":"Soft"}]'
AT_ONCE = "one call at a time: Heartbeat 7 of the same side is not answered yet"


def error(code: str, description: str = "") -> str:
    return f'[4,"7","{code}","{description}",{{}}]'


@pytest.mark.parametrize(
    ("version", "frames", "problems"),
    [
        ("1.6", [HEARTBEAT, AUTHORIZE], [AT_ONCE]),
        ("2.0.1", [HEARTBEAT, HEARTBEAT.replace("7", "8")], [AT_ONCE]),
        ("1.6", [HEARTBEAT, RESET], []),
        ("1.6", [HEARTBEAT, error("GenericError"), AUTHORIZE], []),
        (
            "1.6",
            [HEARTBEAT, AUTHORIZE, error("GenericError"), HEARTBEAT],
            [AT_ONCE, AT_ONCE.replace("Heartbeat 7", "Authorize 8")],
        ),
        ("1.6", [HEARTBEAT, error("FormationViolation", LONG)], []),
        (
            "1.6",
            [HEARTBEAT, error("FormatViolation")],
            ["OCPP 1.6 has no error code FormatViolation, it says FormationViolation"],
        ),
        (
            "1.6",
            [HEARTBEAT, error("RpcFrameworkError")],
            ["OCPP 1.6 has no error code RpcFrameworkError, it says GenericError"],
        ),
        ("2.1", [HEARTBEAT, error("RpcFrameworkError", LONG[1:])], []),
        (
            "2.1",
            [HEARTBEAT, error("OccurenceConstraintViolation", LONG)],
            [
                "OCPP 2.1 has no error code OccurenceConstraintViolation, it says "
                "OccurrenceConstraintViolation",
                "the description has 256 characters, of at most 255",
            ],
        ),
        ("2.0.1", [HEARTBEAT, error("Odd")], ["OCPP 2.0.1 has no error code Odd"]),
        (
            "2.1",
            [HEARTBEAT, '[3,"7",{"currentTime":"2026-01-31T12:00:00Z"}]', error("Odd")],
            [
                "OCPP 2.1 has no error code Odd",
                "there is no unanswered call with this id",
            ],
        ),
        ("2.1", [error("GenericError").replace("4", "5", 1)], []),
        (
            "2.1",
            [error("Odd").replace("4", "5", 1)],
            ["OCPP 2.1 has no error code Odd"],
        ),
    ],
)
def test_breaches_of_the_protocol(
    version: str,
    frames: list[str],
    problems: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "frames"
    path.write_text("\n".join(frames), "utf-8")

    code, lines = decode(capsys, str(path), "--version", version)
    assert [line[6:] for line in lines if line.startswith("    ! ")] == problems
    assert code == int(bool(problems))


def test_the_details_of_an_error_are_set_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames"
    path.write_text(
        f'{HEARTBEAT}\n[4,"7","GenericError","out of order",{{"since":1}}]', "utf-8"
    )

    _, lines = decode(capsys, str(path), "--version", "1.6")
    assert lines[1] == (
        "← ERROR  Heartbeat          GenericError: out of order  details: since: 1"
    )


def show(
    lines: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> list[str]:
    """Return what is shown of some saved lines, without the times."""
    path = tmp_path / "frames.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    _, shown = decode(capsys, str(path))
    return [line.removeprefix("12:00:00.500000 ") for line in shown]


def connected(identity: str = "CP1") -> str:
    return saved(role="CentralSystem", version="1.6", identity=identity)


def received(text: str, identity: str = "CP1", **other: Any) -> str:
    return saved(direction="received", text=text, identity=identity, **other)


def booted(status: str) -> str:
    time = "2026-01-31T12:00:00Z"
    payload = {"status": status, "currentTime": time, "interval": 300}
    return saved(direction="sent", text=json.dumps([3, "1", payload]))


UNBOOTED = (
    "    note: no BootNotification was accepted yet, unless on an earlier connection"
)


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ([received(HEARTBEAT)], UNBOOTED),
        ([received(BOOT), booted("Accepted"), received(HEARTBEAT)], None),
        (
            [received(BOOT), booted("Pending"), received(HEARTBEAT)],
            "    note: the last BootNotification was answered Pending",
        ),
        (
            [saved(direction="sent", text='[2,"9","Reset",{"type":"Soft"}]')],
            None,
        ),
    ],
)
def test_calls_before_the_boot_is_accepted_are_noted(
    lines: list[str],
    note: str | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = show([connected(), *lines], capsys, tmp_path)

    assert [line for line in shown if "note: " in line] == ([note] if note else [])
    assert " 0 violations" in shown[-1]


def test_a_charger_that_comes_back_has_booted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boot = [
        connected(),
        received(BOOT),
        booted("Accepted"),
        saved(code=1006, reason=""),
    ]
    shown = show([*boot, connected(), received(HEARTBEAT)], capsys, tmp_path)

    assert not any("note: " in line for line in shown)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("2026-01-31T12:00:30.4+00:00", f"! {AT_ONCE}"),
        (
            "2026-01-31T12:00:30.5+00:00",
            "note: Heartbeat 7 of the same side is not answered yet, after 30 s",
        ),
    ],
)
def test_a_call_may_follow_one_that_was_given_up(
    time: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = [received(HEARTBEAT), received(AUTHORIZE, time=time)]
    shown = show([connected(), *calls], capsys, tmp_path)

    assert f"    {said}" in shown


def test_who_leaves_takes_no_calls_of_others_along(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        *(connected("CP1"), connected("CP2")),
        *(received(HEARTBEAT, "CP1"), received(HEARTBEAT, "CP2")),
        saved(code=1000, reason="", identity="CP1"),
        saved(direction="sent", identity="CP2", text=error("GenericError")),
    ]
    shown = show(lines, capsys, tmp_path)

    assert shown.count("    without a reply: Heartbeat 7") == 1
    assert "CP2 ← ERROR  Heartbeat          GenericError  0.0 ms" in shown
    assert shown[-1] == "3 frames, 0 violations, 1 call without a reply"


def test_the_end_of_a_replaced_connection_is_not_that_of_the_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        *(connected(), received(AUTHORIZE)),
        *(connected(), received(HEARTBEAT)),
        saved(code=1001, reason="replaced"),
        saved(direction="sent", text=error("GenericError")),
        saved(code=1000, reason=""),
    ]
    shown = show(lines, capsys, tmp_path)

    assert shown[-1] == "3 frames, 0 violations, 1 call without a reply"
    assert shown.index("    without a reply: Authorize 8") == 4


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (saved(code=1).replace("1}", "1e999}"), "    ! line 1 is no frame, nor was"),
        (error("GenericError").replace("{}", '{"a":1e999}'), "  ERROR"),
    ],
)
def test_numbers_beyond_all_bounds(
    line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames"
    path.write_text(line, "utf-8")

    code, lines = decode(capsys, str(path), "--version", "1.6")
    assert code == 1
    assert lines[0].startswith(said)


def test_a_time_without_a_zone_is_in_utc(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reply = saved(direction="sent", text=error("GenericError"))
    naive = reply.replace("12:00:00.5+00:00", "12:00:02.5")
    shown = show([connected(), received(HEARTBEAT), naive], capsys, tmp_path)

    assert shown[3].endswith("GenericError  2000.0 ms")


def test_a_reply_without_a_payload_schema_is_shown_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames"
    stream = (
        '{"id":1,"pending":0,"data":[{"t":1,"v":"2"}],'
        '"basetime":"2026-01-31T12:00:00Z"}'
    )
    path.write_text(
        f'[2,"1","NotifyPeriodicEventStream",{stream}]\n[3,"1",{{}}]\n', "utf-8"
    )

    code, lines = decode(capsys, str(path), "--version", "2.1")
    assert code == 1
    assert lines[1] == "    ! NotifyPeriodicEventStream is a SEND"
    assert lines[2] == "← RESULT NotifyPeriodicEventStream {}"
    assert lines[3] == "2 frames, 1 violation, 0 calls without a reply"


def test_saved_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "frames.jsonl"
    path.write_text(
        "\n".join(
            [
                saved(role="CentralSystem", version="1.6"),
                saved(direction="sent", text=HEARTBEAT),
                saved(direction="received", binary="AP8="),
                saved(code=1006, reason=""),
                saved(direction="received", text=HEARTBEAT, identity="CP2"),
                saved(role="Nobody", version="1.6"),
                saved(role="CentralSystem", version="1.7"),
                '{"time": 1}',
                "7",
                "nonsense",
            ]
        ),
        "utf-8",
    )

    code, lines = decode(capsys, str(path))
    assert code == 1
    assert lines == [
        "12:00:00.500000 CP1 connected, OCPP 1.6",
        "12:00:00.500000 CP1 ← CALL   Heartbeat          {}",
        "    ! a CentralSystem does not send Heartbeat",
        "12:00:00.500000 CP1 → BINARY                    2 bytes",
        "    ! a frame is a text",
        "12:00:00.500000 CP1 disconnected (1006)",
        "    without a reply: Heartbeat 7",
        *(
            f"    ! line {number} is no frame, nor was it saved here"
            for number in range(5, 11)
        ),
        "2 frames, 8 violations, 1 call without a reply",
    ]


def test_a_version_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "frames"
    path.write_text(BOOT, "utf-8")

    assert app.run(["decode", str(path)]) == 1
    assert capsys.readouterr().err == (
        "error: the lines do not have the version of OCPP: give --version\n"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["/nowhere"], "No such file"), (["-", "--version", "3"], "unknown OCPP version")],
)
def test_wrong_use(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["decode", *arguments])

    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err
