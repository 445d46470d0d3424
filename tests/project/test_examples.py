"""The programs of the README and of examples/ print what they are said to print.

A central system and a charger run as two processes against each other, on a free port
in place of the 9000 that a reader sees.
"""

import asyncio
import importlib
import os
import re
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from aiohttp import ClientSession

from codegen.extensions import rendering
from ocpp_messages import load, v16, v201
from ocpp_rpc import ErrorCode, HandshakeFailed, OcppError, Router, Server, connect
from tests.project.blocks import PATIENCE, ROOT, Example, python, run, running
from tests.support.lacking import lack

PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PRINTED = re.compile(
    r"^```python\n(.*?)^```\n\nprints[^`]*?\n\n```text\n(.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def example(name: str, printed: str) -> Example:
    return Example((ROOT / "examples" / name).read_text(encoding="utf-8"), printed)


README_SERIALIZE, README_CENTRAL_SYSTEM, README_CHARGER = (
    Example(program, printed) for program, printed in PRINTED.findall(README)
)

SERIALIZE = example(
    "serialize.py",
    """\
{"chargingStation":{"model":"X1","vendorName":"Acme"},"reason":"PowerUp"}
Acme
missing $.chargingStation.vendorName
value $.reason
""",
)
CENTRAL_SYSTEM = example(
    "central_system.py",
    """\
listening on ws://127.0.0.1:9000/ocpp
CP001 boots: X1
CP001 answers: Accepted
CP001 starts charging for TAG1
""",
)
CHARGER = example(
    "charge_point.py",
    """\
boot: Accepted, heartbeat every 300 s
charging for TAG1: transaction 1
""",
)


COMMANDS = example(
    "commands.py",
    """\
1 answered {"status":"Accepted"}
2 answered {"status":"Unlocked"}
3 expired None
4 waiting None
""",
)


async def lines(process: asyncio.subprocess.Process, count: int) -> str:
    """Read the next `count` lines that `process` prints."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        read = [await process.stdout.readline() for _ in range(count)]
    return b"".join(read).decode()


async def test_commands_for_chargers_that_are_away() -> None:
    assert await run(python(COMMANDS.program)) == COMMANDS.printed


def test_readme_tells_what_each_of_its_programs_prints() -> None:
    assert len(PROGRAM.findall(README)) == len(PRINTED.findall(README)) == 3


@pytest.mark.parametrize("told", [README_SERIALIZE, SERIALIZE], ids=["README", "file"])
async def test_messages_only(told: Example) -> None:
    assert await run(python(told.program)) == told.printed


@pytest.mark.parametrize(
    ("central_system", "charger"),
    [(README_CENTRAL_SYSTEM, README_CHARGER), (CENTRAL_SYSTEM, CHARGER)],
    ids=["README", "file"],
)
async def test_central_system_and_charger(
    central_system: Example, charger: Example, port: str
) -> None:
    greeting, *rest = central_system.printed.splitlines(keepends=True)

    async with running(python(central_system.program.replace("9000", port))) as process:
        assert await lines(process, 1) == greeting.replace("9000", port)
        command = python(charger.program.replace("9000", port))
        assert await run(command) == charger.printed
        # The answer to a call and the next call of the charger may change places.
        printed = await lines(process, len(rest))
        assert sorted(printed.splitlines(keepends=True)) == sorted(rest)


ACME = """\
OCPP 1.6
back office: the door of CP001 is open
back office: transaction 1 ends: DoorOpened
charger: the display shows 'Close the door'
back office: Shown
"""


@pytest.mark.usefixtures("oca")
async def test_extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ROOT / "examples" / "acme"
    rendering.generate(folder, tmp_path)
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    monkeypatch.setenv("PYTHONPATH", path)

    assert await run(python((folder / "conversation.py").read_text("utf-8"))) == ACME


CERTIFICATES = """\
profile 2
trigger: Accepted
back office: the request of CP001 is Signing
authority: signs for CN=SN001,O=Acme CPO
back office: the request of CP001 is Signed
charger: has CN=SN001,O=Acme CPO
back office: the request of CP001 is Accepted
profile 3
install CN=Acme firmware,O=Acme CPO: Accepted
install CN=Other root,O=Acme CPO: Rejected
install CN=Acme root 2,O=Acme CPO: Accepted
installed: CSMSRootCertificate CSMSRootCertificate ManufacturerRootCertificate
delete CN=Acme firmware,O=Acme CPO: Accepted
delete CN=Acme root,O=Acme CPO: Failed
"""


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
async def test_certificates(version: str) -> None:
    program = (ROOT / "examples" / "certificates.py").read_text("utf-8")
    printed = await run([*python(program), version])
    # What one side prints may come before or after what the other does.
    assert sorted(printed.splitlines()) == sorted(CERTIFICATES.splitlines())
    assert printed.splitlines()[-6:] == CERTIFICATES.splitlines()[-6:]


# --- The back office ------------------------------------------------------------------

BACK_OFFICE = (ROOT / "examples" / "back_office.py").read_text(encoding="utf-8")
PASSWORD = "correct horse battery"
HASTE = "settings=ocpp_rpc.Settings(call_timeout=0.2), versions="


def answering(version: str, status: str) -> Router:
    """Routes of a charger that is asked to start a transaction."""
    package = vars(load(version))
    action = "RemoteStartTransaction" if version == "1.6" else "RequestStartTransaction"
    routes = Router()

    def answer(_: object) -> Any:
        if status == "silence":
            return asyncio.Event().wait()
        if status == "refusal":
            raise OcppError(ErrorCode.NOT_SUPPORTED)
        return package[f"{action}Response"](status=status)

    routes.add(package[f"{action}Request"], answer)
    return routes


@asynccontextmanager
async def back_office(port: str) -> AsyncGenerator[asyncio.subprocess.Process]:
    """Run the example until it is told to end, and has nothing to complain of."""
    program = BACK_OFFICE.replace("9000", port)
    async with running(python(program.replace("versions=", HASTE))) as process:
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            await process.stderr.readuntil(b"Uvicorn running on")
            yield process
            process.terminate()
            _, errors = await process.communicate()
    assert b"ERROR" not in errors
    assert b"Traceback" not in errors


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
async def test_back_office(version: str, port: str) -> None:
    url, web = f"ws://127.0.0.1:{port}/ocpp", f"http://127.0.0.1:{port}"
    outcomes = {"Accepted": 200, "Rejected": 409, "refusal": 502, "silence": 504}
    async with back_office(port) as process, ClientSession(web) as browser:

        async def start(**order: Any) -> int:
            async with browser.post("/chargers/CP001/start", json=order) as answer:
                return answer.status

        assert await start(token="TAG1") == 404
        for outcome, status in outcomes.items():
            async with connect(
                url,
                "CP001",
                versions=[version],
                password=PASSWORD,
                handler=answering(version, outcome),
            ) as charger:
                assert await start(token="TAG1", evse=2) == status
                assert await start(token="") == 422
                async with browser.get("/") as answer:
                    text = await answer.text()
                    assert f"<td>CP001<td>OCPP {version}<td>" in text
                if outcome == "silence":
                    process.terminate()
                    await charger.wait_closed()
                    assert charger.end is not None
                    assert charger.end.code == 1001


async def test_who_may_not_connect_to_the_back_office(port: str) -> None:
    refusals = {("CP001", "wrong"): 401, ("CP001", None): 401, ("CP009", PASSWORD): 401}
    url = f"ws://127.0.0.1:{port}/ocpp"
    async with back_office(port):
        for (identity, password), status in refusals.items():
            with pytest.raises(HandshakeFailed) as caught:
                async with connect(url, identity, versions=["1.6"], password=password):
                    pass
            assert caught.value.status == status


# --- A Django project -----------------------------------------------------------------


@asynccontextmanager
async def django_project() -> AsyncGenerator[tuple[str, Callable[[], Any]]]:
    """Run the example; yield where it listens, and a function that ends it.

    In this process: a new one would have to load Django, pydantic and all messages.
    """
    example = importlib.import_module("examples.django_channels")
    config = uvicorn.Config(
        example.application, lifespan="on", log_config=None, ws_max_size=2**20
    )
    program = example.Program(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = asyncio.create_task(program.serve(sockets=[listener]))

        def end() -> None:
            program.should_exit = True

        try:
            yield f"127.0.0.1:{listener.getsockname()[1]}", end
        finally:
            end()
            await running


resets = Router()


@resets.on(v16.ResetRequest)
def reject(_: v16.ResetRequest) -> v16.ResetResponse:
    return v16.ResetResponse(status=v16.ResetStatus.REJECTED)


@resets.on(v201.ResetRequest)
def accept(_: v201.ResetRequest) -> v201.ResetResponse:
    return v201.ResetResponse(status=v201.ResetStatusEnumType.ACCEPTED)


async def test_django_channels(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One test for all, as a project of Django is set up once in a process."""
    lack("" if find_spec("channels") else "Channels is not installed")
    opened: list[Server] = []
    enter = Server.__aenter__

    async def note(server: Server) -> Server:
        opened.append(server)
        return await enter(server)

    monkeypatch.setattr(Server, "__aenter__", note)
    async with (
        django_project() as (place, end),
        ClientSession(f"http://{place}") as browser,
    ):

        async def reset(identity: str) -> tuple[int, dict[str, str]]:
            async with browser.post(f"/chargers/{identity}/reset") as answer:
                return answer.status, await answer.json()

        def station(identity: str, password: str | None, **options: Any) -> Any:
            url = f"ws://{place}/{options.pop('path', 'ocpp')}"
            options = {"versions": ["1.6"], "handler": resets, **options}
            return connect(url, identity, password=password, **options)

        async with (
            station("CP001", PASSWORD) as charger,
            station("CP002", "staple correct horse", versions=["2.0.1"]),
        ):
            boot = v16.BootNotificationRequest(
                charge_point_vendor="Acme", charge_point_model="X1"
            )
            assert (await charger.call(boot)).status == "Accepted"
            assert await reset("CP001") == (200, {"status": "Rejected"})
            assert await reset("CP002") == (200, {"status": "Accepted"})
            assert await reset("CP003") == (
                404,
                {"detail": "'CP003' is not connected"},
            )
            charger.set_handler(None)
            assert (await reset("CP001"))[0] == 502
            async with browser.get("/chargers/CP001/reset") as answer:
                assert answer.status == 405
            for refused, status in (
                (station("CP001", "wrong"), 401),
                (station("CP001", None), 401),
                (station("CP009", PASSWORD), 401),
                (station("CP001", PASSWORD, path="other"), 403),
            ):
                with pytest.raises(HandshakeFailed) as caught:
                    await refused.__aenter__()
                assert caught.value.status == status
            end()
            await charger.wait_closed()
            assert charger.end is not None
            assert charger.end.code == 1001
    assert len(opened) == 1  # by the lifespan, which closes it, too
    errors = [each for each in caplog.records if each.levelname == "ERROR"]
    # Django logs each status of 500 and above.
    assert [each.name for each in errors] == ["django.request"]


def test_what_the_page_shows_of_it_is_in_it() -> None:
    page = (ROOT / "docs" / "back-office.md").read_text(encoding="utf-8")
    example = (ROOT / "examples" / "django_channels.py").read_text(encoding="utf-8")
    shown = re.findall(r"^```py\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert len(shown) == 2
    assert [part for part in shown if part not in example] == []
