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
