"""A console: a page of who is connected, what they say, and what to tell them.

`app` makes an ASGI application of a server, to be mounted in that of a back office
under its own authentication::

    routes = [Mount("/console", console.app(server, send={"Reset"}))]

It needs the extra `console`.

* `watching` is an observer of the server, and knows the chargers: `charger` is what is
  known of one, `messages` is what their messages tell, in all versions, `meters` reads
  meter values, and `frames` keeps frames.
* `feeds` are the browsers that follow; `streaming` is what these are told.
* `reaching` finds the chargers of a server, and `fleets` follows and finds those of a
  fleet.
* `sending` sends what a person has filled into a form.
* `web` has the routes, `guarding` what keeps hostile pages out, and `page` the files
  that a browser loads; `making` puts all of it together.
* `settings` and `texts` are what all of them stand on.

It uses the public faces of the rooms below it, and only the command line imports it.
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

    It has no authentication of its own: whoever reaches it sees everything that
    chargers say, without passwords and keys but with the tags of drivers, and may send
    what `send` allows. Mount it behind what protects the rest of the back office.

    It shows the frames from now on, so make it before the server listens. Its event
    streams end with `app.state.end()`, which a program calls before it stops the web
    server, since these last as long as browsers are open.

    Args:
        server: The server. The application runs in the same event loop.
        send: The actions that may be sent to chargers, such as ``{"Reset"}``; by
            default none. `EVERY_ACTION` allows whatever a back office may send.
        settings: How much is kept, and how often browsers are told of it.

    Raises:
        MissingDependency: The extra `console` is not installed.
        RuntimeError: Chargers are connected, and this is called outside their event
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
