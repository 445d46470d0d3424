"""The command line: its commands, their common options, and exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command

from ocpp_rpc import OcppRpcError, __version__
from ocpp_rpc.lines import printable

from . import logs
from .lazy import LazyCommand

__all__ = ["COMMANDS", "command_line", "run"]

COMMANDS: Final = (
    LazyCommand(
        "demo",
        "demo_command",
        "Run a sample session for each version, charger and central system included.",
    ),
    LazyCommand(
        "central-system",
        "central_system_command",
        "Run a central system that serves every charger the security profile admits.",
    ),
    LazyCommand(
        "charge-point",
        "charge_point_command",
        "Simulate one charger, or many, against a central system.",
    ),
    LazyCommand(
        "relay",
        "relay_command",
        "Relay chargers to a central system, and show every frame that passes.",
    ),
    LazyCommand(
        "call",
        "call_command",
        "Call a charger of a fleet, wherever it is connected, and print its response.",
    ),
    LazyCommand(
        "chargers",
        "chargers_command",
        "Show the connected chargers of a fleet, and follow connects and disconnects.",
    ),
    LazyCommand(
        "script",
        "script_command",
        "Print a ready-made script, as a starting point for your own.",
    ),
    LazyCommand(
        "decode",
        "decode_command",
        "Show the frames in a file, and report the faults in them.",
    ),
    LazyCommand(
        "password",
        "password_commands",
        "Manage the file of password hashes that central-system checks chargers with.",
    ),
)

_app = typer.Typer(
    name="ocpp-rpc",
    help="Run chargers and central systems of OCPP 1.5, 1.6, 2.0, 2.0.1 and 2.1.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ocpp-rpc {__version__}")
        raise typer.Exit


@_app.callback()
def main(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_show_version,
            help="Print the version of ocpp-rpc, and exit.",
        ),
    ] = False,
    log_level: Annotated[
        logs.Level,
        typer.Option(help="The lowest level to log to standard error."),
    ] = "warning",
    log_format: Annotated[
        logs.Format,
        typer.Option(
            help="The format of a log record: a line of text, or a JSON object in one "
            "line with all fields."
        ),
    ] = "text",
) -> None:
    """Set up the log before a command runs."""
    logs.set_up(log_level, log_format)


def command_line() -> TyperGroup:
    """Return the command line with all its commands."""
    group = cast(TyperGroup, get_command(_app))
    for command in COMMANDS:
        group.add_command(command)
    return group


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code unless it exits by itself."""
    try:
        command_line()(arguments)
    except Exception as error:
        from ocpp_rpc.simulator import Failure  # noqa: PLC0415 - takes time

        if not isinstance(error, Failure | OcppRpcError | OSError):
            raise
        for line in str(error).splitlines():
            typer.echo(f"error: {printable(line)}", err=True)
    return 1
