"""Handlers: finds the function that handles a message of the peer, and calls it.

* `routing` finds the function: in a `Router`, in the methods of a role object, or a
  single function that handles every message.
* `factories` creates the handler of each connection of a server.
* `signatures` determines, once per function, whether the function takes the connection.
* `threads` runs functions that block outside the event loop.
* `independent` lets a handler for messages of `v1x` or `v2x` serve all versions of the
  family, and converts calls with such messages to the negotiated version.
* `data_transfer` dispatches DataTransfer to handlers by vendor and message.

A handler is called with a message that the protocol has read, and returns a message
that the protocol writes. Nothing here sees a frame, and connections are only passed on
to handlers as an argument.

The public names of this package are exported by `ocpp_rpc`.
"""

__all__: list[str] = []
