"""Frames in a file are checked, and calls are paired with their replies."""

from __future__ import annotations

import io
import json
import sys
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
        "error: the lines do not tell the version of OCPP: --version does\n"
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
