"""A console: a page of the connected chargers, their messages, and requests to them.

`app` returns an ASGI application for a server. Mount it in the application of your back
office, behind the authentication of that application::

    routes = [Mount("/console", console.app(server, send={"Reset"}))]

The console needs the extra `console`.

* `watching` observes the server and keeps the state of its chargers: `charger` is the
  state of one charger, `messages` updates it from messages of all versions, `meters`
  reads meter values, and `frames` keeps frames.
* `feeds` collects the changes for each browser; `streaming` sends them.
* `reaching` finds the chargers of a server, and `fleets` follows and finds those of a
  fleet.
* `sending` sends the requests that a person fills into a form.
* `web` has the routes, `guarding` the protection against hostile pages, and `page` the
  files that a browser loads; `making` assembles the application.
* All of these modules use `settings` and `texts`.

The package imports the public names of the packages below it, and only the command line
imports the package.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from ocpp_rpc.back_office import Server

from .fleets import fleet_app
from .making import make
from .reaching import reaching
from .sending import EVERY_ACTION
from .settings import ConsoleSettings
from .watching import Watch

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["EVERY_ACTION", "ConsoleSettings", "app", "fleet_app"]


def app(
    server: Server,
    *,
    send: Container[str] = frozenset(),
    settings: ConsoleSettings | None = None,
) -> Starlette:
    """Return a console of a server, as an ASGI application.

    The console has no authentication of its own. Anyone who can reach it sees all
    messages of chargers, including the tags of drivers but not passwords and keys, and
    may send the actions in `send`. Mount it behind the authentication of your back
    office.

    The console shows only frames that pass after it was made, so make it before the
    server listens. Call `app.state.end()` before you stop the web server, because the
    event streams of the console otherwise last as long as browsers are open.

    Args:
        server: The server. The application must run in the same event loop.
        send: The actions that may be sent to chargers, such as ``{"Reset"}``; by
            default none. `EVERY_ACTION` allows every action that a back office may
            send.
        settings: How much the console keeps, and how often it updates browsers.

    Raises:
        MissingDependency: The extra `console` is not installed.
        RuntimeError: Chargers are connected, and `app` is called outside their event
            loop.
    """
    settings = settings or ConsoleSettings()
    watch = Watch(settings)
    made = make(watch, reaching(server), send, settings)
    for connection in server.connections.all():
        watch.adopt(connection)
    server.observe(watch.observe)
    server.on_refused(watch.refused)
    return made
