"""The command line: `ocpp-rpc`, or `python -m ocpp_rpc`.

Two programs, a central system and a charger, each in all versions of OCPP, a demo that
lets them talk to each other, and a reader of what they have saved. What the two sides
do is in `ocpp_rpc.simulator`; here is what a person types and sees:

* `app` lists the commands, and has what is common to all; `lazy` imports a command when
  it is named;
* modules named for a command, such as `relay_command`, have its options and exit codes;
  `options` has those of several commands;
* `charge_point`, `crowd`, `central_system`, `relaying`, `calling`, `listing`,
  `passwords`, `decode` and `demo` do what the commands are for;
* `screen` shows every frame, from the events of the connections, and what the simulator
  tells; `describe` and `compact` make a line of a frame;
* `terminal` asks a person; `interactive` sends what is typed at a charger, and
  `office_prompt` what is typed at a central system; `typed` reads and completes that,
  `fields` knows what can be;
* `page` is the console of a central system, in the browser;
* `saving` writes frames to a file, `lines` reads them back, `check` says what is wrong
  with them;
* `board` is the table of who is connected to a fleet; `fleet_options` and `engine` know
  how to reach a fleet;
* `charger_security` and `office_security` know which options about security go
  together; `tls` reads certificates, `secret_input` secrets;
* `running` runs a command; `logs` sets up the log.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]

_EXTRA = frozenset({"rich", "typer"})


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit."""
    try:
        from .app import run  # noqa: PLC0415 - needs an extra

        code = run(arguments)  # which imports the command
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        hint = f"ocpp-rpc needs {error.name}: pip install 'ocpp-rpc[cli]'"
        raise SystemExit(hint) from None
    sys.exit(code)
