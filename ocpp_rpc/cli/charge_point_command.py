"""The command `charge-point` and its options."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from ocpp_messages import VERSIONS
from ocpp_rpc import WebSocketSettings
from ocpp_rpc.lines import checked_headers
from ocpp_rpc.simulator import READY_MADE

from . import charge_point as charge_points
from . import crowd as crowds
from .charge_point import Plan
from .charger_security import ChargerOptions, charger_security, hinting
from .commands import answer_of
from .crowd_options import (
    Count,
    CrowdOptions,
    Duration,
    Pauses,
    RampDown,
    Repeat,
    Spread,
    Summary,
    load_of,
)
from .lazy import new_app
from .options import (
    ClientKey,
    Hex,
    PasswordFile,
    Profile,
    Save,
    Transport,
    Uvloop,
    check_url,
    check_versions,
)
from .running import (
    INTERRUPTED,
    checked,
    checked_identity,
    file_option,
    new_screen,
    run_in_loop,
    uvloop_factory,
)

__all__ = ["app", "charge_point"]

app = new_app()


def _check_pattern(pattern: str, count: int) -> None:
    try:
        different = len({pattern.format(number + 1) for number in range(count)})
    except (IndexError, KeyError, ValueError, AttributeError):
        different = 0
    if different < count:
        problem = f"{pattern!r} does not make {count} identities, as CP{{:04}} does"
        raise typer.BadParameter(problem)


def _headers(lines: Sequence[str]) -> dict[str, str]:
    """Return header lines, by name.

    Raises:
        ValueError: A line is invalid. The text omits it, as it may be secret.
    """
    parts = [line.partition(":") for line in lines]
    if len({name.lower() for name, colon, _ in parts if colon}) == len(parts):
        with suppress(ValueError):
            return checked_headers({name: value.strip() for name, _, value in parts})
    raise ValueError('write "Name: value", with a name that is not set elsewhere')


def _answers(pairs: Sequence[str]) -> dict[str, str | None]:
    """Return answers by action, from texts such as Reset=Rejected.

    Raises:
        ValueError: A text is invalid.
    """
    split = [pair.partition("=") for pair in pairs]
    if not all(action and status for action, _, status in split):
        raise ValueError("write ACTION=STATUS, such as Reset=Rejected")
    return {action: answer_of(status) for action, _, status in split}


@app.command()
def charge_point(  # noqa: PLR0913, PLR0917 - a parameter for each option
    identity: Annotated[
        str,
        typer.Argument(
            metavar="IDENTITY",
            callback=checked_identity,
            help="The identity of the charger; with --count, a pattern such as "
            "CP{:04}.",
        ),
    ],
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            callback=check_url,
            help="The URL of the central system, such as ws://127.0.0.1:9000/ocpp. The "
            "identity is appended.",
        ),
    ],
    versions: Annotated[
        str,
        typer.Option(
            metavar="VERSION,...",
            callback=check_versions,
            help="The versions to offer, in order of preference.",
        ),
    ] = ",".join(reversed(VERSIONS)),
    id_tag: Annotated[
        str, typer.Option(metavar="TAG", help="The id tag to authorize.")
    ] = "TAG1",
    profile: Profile = None,
    password: Annotated[
        str | None,
        typer.Option(
            metavar="PASSWORD",
            envvar="OCPP_PASSWORD",
            show_envvar=True,
            help="The password for HTTP Basic authentication; the identity is the "
            "user name. Prefer --password-file or the environment variable: other "
            "users of this machine can read the command line.",
        ),
    ] = None,
    password_file: PasswordFile = None,
    in_hex: Hex = False,
    header: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME: VALUE",
            help="A further header of the handshake; may be repeated.",
        ),
    ] = None,
    ca: Annotated[
        Path | None,
        file_option("For wss://: a PEM file of the only root certificates to trust."),
    ] = None,
    client_cert: Annotated[
        Path | None,
        file_option(
            "For profile 3: the certificate of the charger and its intermediate "
            "certificates, in PEM."
        ),
    ] = None,
    client_key: ClientKey = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The proxy to connect through: http://, or a SOCKS scheme such as "
            "socks5://. Needs an extra.",
        ),
    ] = None,
    charge: Annotated[
        bool, typer.Option("--charge", help="Then run a short transaction.")
    ] = False,
    script: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            help="Run this script in place of the default session: a Python file with "
            f"a function `session`, or one of {', '.join(READY_MADE)}.",
        ),
    ] = None,
    stay: Annotated[
        bool,
        typer.Option(
            "--stay",
            help="Then stay connected, send heartbeats and carry out requests, until "
            "Ctrl-C.",
        ),
    ] = False,
    interactive: Annotated[
        bool,
        typer.Option(
            "--interactive",
            help="Then send the calls that you type; with --script, after the script.",
        ),
    ] = False,
    save: Save = None,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTION=STATUS",
            help="The status to answer an action of the central system with, such as "
            "Reset=Rejected; may be repeated.",
        ),
    ] = None,
    pauses: Pauses = 0.0,
    count: Count = None,
    spread: Spread = None,
    repeat: Repeat = None,
    duration: Duration = None,
    ramp_down: RampDown = None,
    summary: Summary = None,
    transport: Transport = "websockets",
    uvloop: Uvloop = False,
) -> None:
    """Simulate one charger, or many, against a central system.

    The charger boots, sends a heartbeat, reports its status, authorizes a tag, and
    disconnects. Meanwhile it answers the calls of the central system, and every frame
    is shown.

    With --stay, a charger that loses its connection reconnects and continues.

    With --count, progress and the latency of calls are shown in place of frames. A
    charger that loses its connection reconnects and starts its session again.

    Exit codes: 0 the central system accepted the charger and the tag; 1 it rejected one
    of them, or the script or the connection failed; 2 wrong usage. With --count: 0 no
    faults; 1 a charger gave up or was cut off, a call failed, or a connection was lost
    or could not be opened; 2 wrong usage.
    """
    if charge and (interactive or script is not None):
        raise typer.BadParameter(
            "--charge cannot be combined with --script or --interactive"
        )
    if interactive and count is not None:
        raise typer.BadParameter("--interactive cannot be combined with --count")
    with checked():
        load = load_of(
            CrowdOptions(
                count=count,
                spread=spread,
                repeat=repeat,
                duration=duration,
                ramp_down=ramp_down,
                summary=summary,
            )
        )
    with checked("--header"):
        headers = _headers(header or ())
        if "authorization" in map(str.lower, headers):
            if password is not None or password_file is not None:
                raise ValueError("Authorization cannot be combined with --password")
            if urlsplit(url).username is not None:
                raise ValueError(
                    "Authorization cannot be combined with a user name in the URL"
                )
    options = ChargerOptions(
        profile=profile,
        password=password,
        password_file=password_file,
        hex=in_hex,
        ca=ca,
        client_cert=client_cert,
        client_key=client_key,
    )
    with checked():
        chosen = charger_security(
            url, options, has_authorization="authorization" in map(str.lower, headers)
        )
    with checked("--proxy"):
        websocket = WebSocketSettings(proxy=proxy)
    with checked("--answer"):
        answers = _answers(answer or ())
    new_loop = uvloop_factory() if uvloop else None
    plan = Plan(
        url=url,
        versions=versions.split(","),
        id_tag=id_tag,
        charge=charge,
        script=script,
        interactive=interactive,
        stay=stay,
        answers=answers,
        pauses=pauses,
        save=save,
        transport=transport,
        password=chosen.password,
        security=chosen.security,
        headers=headers,
        ssl=chosen.ssl,
        websocket=websocket,
    )
    if load is None:
        screen = new_screen(cuts=not interactive)
        command = charge_points.run(screen, identity, plan)
    else:
        _check_pattern(identity, load.count)
        command = crowds.run(new_screen(stderr=load.as_json), identity, plan, load)
    with hinting(chosen):
        run_in_loop(
            command,
            new_loop,
            interrupted=0 if stay else INTERRUPTED,
        )
