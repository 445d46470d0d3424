"""The commands, their options and their exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

import typer

from ocpp_messages import VERSIONS
from ocpp_rpc import OcppRpcError, WebSocketSettings
from ocpp_rpc.lines import checked_headers, printable
from ocpp_rpc.simulator import READY_MADE, Failure, find_script

from . import central_system as central_systems
from . import charge_point as charge_points
from . import crowd as crowds
from . import decode as decoding
from . import demo as demos
from . import logs, passwords
from .central_system import Membership
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
from .engine import EngineOptions, checked_engine
from .fleet_commands import call, chargers
from .fleet_options import (
    FLEET_NAME,
    INBOX,
    Ca,
    Cert,
    Credentials,
    FleetName,
    Inbox,
    Key,
    Nkey,
    OptionalFleetUrls,
    Password,
    Token,
    User,
)
from .office_security import OfficeOptions, office_security
from .options import (
    ALL_VERSIONS,
    Certs,
    ClientCa,
    Crls,
    Host,
    Keys,
    OfficePassword,
    Organization,
    PasswordsFile,
    Port,
    Profile,
    Save,
    Serials,
    Transport,
    Uvloop,
    Versions,
    check_url,
    check_version,
    check_versions,
)
from .relay_command import relay
from .running import (
    INTERRUPTED,
    checked,
    checked_identity,
    file_option,
    new_screen,
    run_in_loop,
    seconds_of,
    uvloop_factory,
)
from .secret_input import from_hex, new_secret, secret_in

__all__ = ["app", "run"]

_Hex: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--hex",
        help="The password is written in hex digits, as an AuthorizationKey of 1.6 is.",
    ),
]


app = typer.Typer(
    name="ocpp-rpc",
    help="Chargers and central systems of OCPP 1.5, 1.6, 2.0, 2.0.1 and 2.1.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
        ValueError: They are none. The text does not repeat them: they may be secret.
    """
    parts = [line.partition(":") for line in lines]
    if len({name.lower() for name, colon, _ in parts if colon}) == len(parts):
        with suppress(ValueError):
            return checked_headers({name: value.strip() for name, _, value in parts})
    raise ValueError('each is "Name: value", with a name that nothing else sets')


def _answers(pairs: Sequence[str]) -> dict[str, str | None]:
    """Return answers by action, of text as Reset=Rejected.

    Raises:
        ValueError: It is none.
    """
    split = [pair.partition("=") for pair in pairs]
    if not all(action and status for action, _, status in split):
        raise ValueError("each is ACTION=STATUS, such as Reset=Rejected")
    return {action: answer_of(status) for action, _, status in split}


@app.command()
def demo() -> None:
    """Watch a charger of each version hold a conversation.

    Each boots at a central system, reports its status, asks for authorization, and
    charges until the central system stops that. Everything goes over WebSocket, within
    this machine.

    Exit codes: 0 every conversation completed, on both sides; 1 one did not.
    """
    screen = new_screen()
    conversations = run_in_loop(demos.run(screen))
    screen.show(demos.summary(conversations, screen))
    failures = [f"OCPP {c.version}: {c.failure}" for c in conversations if c.failure]
    if failures:
        raise Failure("\n".join(failures))
    screen.say(f"all {len(conversations)} conversations completed")


@app.command()
def central_system(  # noqa: PLR0913, PLR0917 - a parameter for each option
    host: Host = "127.0.0.1",
    port: Port = 9000,
    versions: Versions = ALL_VERSIONS,
    profile: Profile = None,
    password: OfficePassword = None,
    password_file: PasswordsFile = None,
    certs: Certs = None,
    keys: Keys = None,
    client_ca: ClientCa = None,
    crls: Crls = None,
    organization: Organization = None,
    serials: Serials = None,
    save: Save = None,
    transport: Transport = "websockets",
    uvloop: Uvloop = False,
    fleet: OptionalFleetUrls = None,
    fleet_name: FleetName = FLEET_NAME,
    node: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="With --fleet: the name of this node, which no other one has.",
        ),
    ] = None,
    drain: Annotated[
        float,
        typer.Option(
            metavar="RATE",
            min=0.1,
            help="With --fleet: how many chargers are let go each second at the end.",
        ),
    ] = 200.0,
    close_over: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="Over what time chargers are let go at the end, such as 60s, with "
            "close code 1012; with --fleet in place of --drain.",
        ),
    ] = None,
    nats_user: User = None,
    nats_password: Password = None,
    nats_token: Token = None,
    nats_credentials: Credentials = None,
    nats_nkey: Nkey = None,
    nats_ca: Ca = None,
    nats_cert: Cert = None,
    nats_key: Key = None,
    nats_inbox: Inbox = INBOX,
) -> None:
    """Be a central system for whoever connects, as the security profile allows.

    Elsewhere than on this machine, it wants to be told that profile. It accepts
    chargers, tags and transactions, reads the configuration of a charger that boots,
    and shows every frame, and who is turned away. Ctrl-C ends it.

    With --fleet it is a node of a fleet: `ocpp-rpc call` and `ocpp-rpc chargers` reach
    its chargers. Ctrl-C, or SIGTERM, lets these go to other nodes, at a rate, before it
    ends; a second one ends it at once. The same goes for --close-over, without a fleet.

    Exit codes: 0 ended by Ctrl-C; 1 it cannot listen, or save; 2 wrong use.
    """
    options = OfficeOptions(
        profile=profile,
        password=password,
        passwords=password_file,
        certs=certs or (),
        keys=keys or (),
        client_ca=client_ca,
        crls=crls or (),
        organization=organization,
        serials=serials,
    )
    with checked():
        security = office_security(host, options)
        member = None
        if fleet is None and node is not None:
            raise ValueError("--node goes with --fleet")
        if fleet is not None:
            engine = checked_engine(
                EngineOptions(
                    urls=fleet,
                    name=fleet_name,
                    user=nats_user,
                    password=nats_password,
                    token=nats_token,
                    credentials=nats_credentials,
                    nkey=nats_nkey,
                    ca=nats_ca,
                    cert=nats_cert,
                    key=nats_key,
                    inbox=nats_inbox,
                )
            )
            member = Membership(engine, node, drain)
    new_loop = uvloop_factory() if uvloop else None
    run_in_loop(
        central_systems.run(
            new_screen(),
            host,
            port,
            versions=versions.split(","),
            transport=transport,
            security=security,
            save=save,
            member=member,
            close_over=None if close_over is None else seconds_of(close_over),
        ),
        new_loop,
        interrupted=0,
    )


@app.command()
def charge_point(  # noqa: PLR0913, PLR0917 - a parameter for each option
    identity: Annotated[
        str,
        typer.Argument(
            metavar="IDENTITY",
            callback=checked_identity,
            help="Who the charger is; with --count a pattern, such as CP{:04}.",
        ),
    ],
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            callback=check_url,
            help="The central system, such as ws://127.0.0.1:9000/ocpp. The identity "
            "is appended.",
        ),
    ],
    versions: Annotated[
        str,
        typer.Option(
            metavar="VERSION,...",
            callback=check_versions,
            help="The versions to offer, the preferred one first.",
        ),
    ] = ",".join(reversed(VERSIONS)),
    id_tag: Annotated[
        str, typer.Option(metavar="TAG", help="The tag to ask authorization for.")
    ] = "TAG1",
    profile: Profile = None,
    password: Annotated[
        str | None,
        typer.Option(
            metavar="PASSWORD",
            envvar="OCPP_PASSWORD",
            show_envvar=True,
            help="For HTTP Basic authentication, with the identity as the name. Others "
            "on this machine see what is on the command line.",
        ),
    ] = None,
    password_file: Annotated[
        Path | None, file_option("The file that has the password, in one line.")
    ] = None,
    in_hex: _Hex = False,
    header: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME: VALUE",
            help="A further header line for the handshake; may be repeated.",
        ),
    ] = None,
    ca: Annotated[
        Path | None,
        file_option("For wss://: trust the certificates in a PEM file, and no others."),
    ] = None,
    client_cert: Annotated[
        Path | None,
        file_option(
            "For profile 3: the charger's certificate, and those above it, in PEM."
        ),
    ] = None,
    client_key: Annotated[
        Path | None, file_option("Its private key, if that is not in the same file.")
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="What to connect through: http://, or socks5:// and the like. Needs "
            "an extra.",
        ),
    ] = None,
    charge: Annotated[
        bool, typer.Option("--charge", help="Then charge, for a moment.")
    ] = False,
    script: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            help="What to do instead: a Python file with a function `session`, or one "
            f"of {', '.join(READY_MADE)}.",
        ),
    ] = None,
    stay: Annotated[
        bool,
        typer.Option(
            "--stay",
            help="Then send heartbeats, and do what is asked for, until Ctrl-C.",
        ),
    ] = False,
    interactive: Annotated[
        bool,
        typer.Option(
            "--interactive", help="Send what is typed; with --script, after that."
        ),
    ] = False,
    save: Save = None,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTION=STATUS",
            help="How to answer a call of the central system, such as Reset=Rejected; "
            "may be repeated.",
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
    """Be a charger of some central system.

    It boots, sends a heartbeat, reports its status, asks whether a tag may charge, and
    disconnects. Meanwhile it answers what the central system asks for, and shows every
    frame.

    With --stay a charger that loses its connection connects again, and goes on.

    With --count frames are not shown, but how it goes, and how long calls took. Then a
    charger that loses its connection connects again, and begins anew.

    Exit codes: 0 the charger and the tag are accepted; 1 they are not, or the script
    fails, or the connection; 2 wrong use. With --count: 0 there was no fault; 1 a
    charger gave up or was cut off, a call failed, a connection was lost or could not be
    opened; 2 wrong use.
    """
    if charge and (interactive or script is not None):
        raise typer.BadParameter("--charge goes without --script and --interactive")
    if interactive and count is not None:
        raise typer.BadParameter("--interactive is for one charger")
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
                raise ValueError("Authorization goes without --password")
            if urlsplit(url).username is not None:
                raise ValueError("Authorization goes without a user name in the URL")
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


app.command()(relay)
app.command()(call)
app.command()(chargers)

password_app = typer.Typer(
    name="password",
    help="The passwords of chargers, in a file of hashes for central-system.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(password_app)

_PasswordsFile: TypeAlias = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        dir_okay=False,
        help="The file of hashes; one that is made can be read by its owner only.",
    ),
]

_Identity: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="IDENTITY", callback=checked_identity, help="Who the charger is."
    ),
]


@password_app.command("set")
def set_password(
    file: _PasswordsFile,
    identity: _Identity,
    password_file: Annotated[
        Path | None, file_option("The file that has the password, in one line.")
    ] = None,
    in_hex: _Hex = False,
) -> None:
    """Give a charger a password, which is asked for unless a file has it.

    Without a terminal, it is the first line of standard input. What the charger had
    before counts no more.

    Exit codes: 0 it has the password; 1 the file cannot be used; 2 wrong use.
    """
    with checked():
        if password_file is None:
            secret = new_secret(f"password of {identity}")
        else:
            secret = secret_in(password_file)
        if in_hex:
            secret = from_hex(secret)
    run_in_loop(passwords.set_password(file, identity, secret))


@password_app.command("new")
def new_password(
    file: _PasswordsFile,
    identity: _Identity,
    version: Annotated[
        str,
        typer.Option(
            metavar="VERSION",
            callback=check_version,
            help="The version of OCPP that the charger speaks.",
        ),
    ],
) -> None:
    """Give a charger a random password, and print it: nothing else can show it again.

    For 1.6 it is in hex digits, as an AuthorizationKey is.

    Exit codes: 0 it has the password; 1 the file cannot be used, or the version has no
    passwords; 2 wrong use.
    """
    typer.echo(run_in_loop(passwords.issue(file, identity, version)))


@password_app.command("remove")
def remove_password(file: _PasswordsFile, identity: _Identity) -> None:
    """Take the password of a charger away.

    Exit codes: 0 it has none any more; 1 it had none, or the file cannot be used; 2
    wrong use.
    """
    run_in_loop(passwords.remove(file, identity))


@app.command("script")
def show_script(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=f"One of {', '.join(READY_MADE)}.")
    ],
) -> None:
    """Print a ready-made script, to be copied and changed.

    Exit codes: 0 there it is; 1 there is no such script; 2 wrong use.
    """
    typer.echo(find_script(name).read_text(encoding="utf-8"), nl=False)


@app.command()
def decode(
    file: Annotated[
        typer.FileText,
        typer.Argument(
            metavar="FILE",
            encoding="utf-8",
            errors="replace",
            help="What --save has written, or one frame a line; -: standard input.",
        ),
    ],
    version: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION",
            callback=check_version,
            help="The version of OCPP, if the file does not tell.",
        ),
    ] = None,
) -> None:
    """Show the frames in a file, with what is wrong with them.

    Each payload is checked against the schema of its version, and each reply stands
    with the action of its call and the time it took.

    Exit codes: 0 nothing is wrong; 1 something is; 2 wrong use.
    """
    if not decoding.run(new_screen(), file, version):
        raise typer.Exit(1)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code unless it exits by itself."""
    logs.set_up()
    try:
        app(arguments)
    except (Failure, OcppRpcError, OSError) as error:
        for line in str(error).splitlines():
            typer.echo(f"error: {printable(line)}", err=True)
    return 1
