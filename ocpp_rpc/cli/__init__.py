"""The command line: `ocpp-rpc`, or `python -m ocpp_rpc`.

Two programs, a central system and a charger, each in all versions of OCPP, a demo that
lets them talk to each other, and a reader of what they have saved:

* `app` has the commands, their options and exit codes;
* `screen` shows every frame, from the events of the connections;
* `station` and `back_office` are what the two sides do, in the words of no version
  (`side` is what they share);
* `configuration` is what a charger has of settings, `meter` what meter values tell;
* `v1x` and `v2x` say that in the messages of a version, `families` chooses among them;
* `charger` is what a script drives, `expect` what it expects of its back office,
  `script` runs it, and `scripts` has ready-made ones;
* `crowd` is many chargers at once, `tally` counts what happens to them;
* `interactive` sends what is typed, `fields` knows what can be;
* `record` saves frames, `lines` reads them back, `check` says what is wrong with them;
* `tls` reads certificates;
* `charge_point`, `central_system`, `decode` and `demo` are the commands.
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
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        hint = f"ocpp-rpc needs {error.name}: pip install 'ocpp-rpc[cli]'"
        raise SystemExit(hint) from None
    sys.exit(run(arguments))
