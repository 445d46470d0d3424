"""The command `demo`."""

from __future__ import annotations

from ocpp_rpc.simulator import Failure

from . import demo as demos
from .lazy import new_app
from .running import new_screen, run_in_loop

__all__ = ["app", "demo"]

app = new_app()


@app.command()
def demo() -> None:
    """Run a sample session for each version, charger and central system included.

    Each charger boots, reports its status, authorizes a tag, and charges until the
    central system stops the transaction. Both sides run on this machine and talk over
    WebSocket.

    Exit codes: 0 every session completed on both sides; 1 at least one did not.
    """
    screen = new_screen()
    conversations = run_in_loop(demos.run(screen))
    screen.show(demos.summary(conversations, screen))
    failures = [f"OCPP {c.version}: {c.failure}" for c in conversations if c.failure]
    if failures:
        raise Failure("\n".join(failures))
    screen.say(f"all {len(conversations)} conversations completed")
