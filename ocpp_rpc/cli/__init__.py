"""The command line: `ocpp-rpc`, or `python -m ocpp_rpc`.

Two programs, a central system and a charger, each in all versions of OCPP, and a demo
that lets them talk to each other:

* `app` has the commands, their options and exit codes;
* `screen` shows every frame, from the events of the connections;
* `station` and `back_office` are what the two sides do, in the words of no version
  (`side` is what they share);
* `v1x` and `v2x` say that in the messages of a version, `families` chooses among them;
* `charge_point`, `central_system` and `demo` are the commands.
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
