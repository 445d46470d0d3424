"""The command line: `ocpp-rpc`, or `python -m ocpp_rpc`.

The commands simulate a central system or a charger in all versions of OCPP, show a demo
of both, and check saved frames. `ocpp_rpc.simulator` has the behaviour of both sides;
this package has the options, the prompts and the output:

* `app` lists the commands and has the options of all of them; `lazy` imports a command
  when it is called;
* modules with the name of a command, such as `relay_command`, have its options and exit
  codes; `options` has the options of several commands;
* `charge_point`, `crowd`, `central_system`, `relaying`, `calling`, `listing`,
  `passwords`, `decode` and `demo` carry out the commands;
* `screen` shows every frame, from the events of the connections, and the events of the
  simulator; `describe` and `compact` turn a frame into a line;
* `terminal` asks a person; `interactive` is the prompt of a charger, `office_prompt`
  that of a central system; `typed` reads and completes the input, `fields` lists the
  fields of messages;
* `page` serves the console of a central system for the browser;
* `saving` writes frames to a file, `lines` reads them back, `check` finds their faults;
* `board` is the table of the chargers of a fleet; `fleet_options` and `engine` reach a
  fleet;
* `charger_security` and `office_security` check which options about security can be
  combined; `tls` reads certificates, `secret_input` secrets;
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
