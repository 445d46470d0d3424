"""Handlers: which function answers a message of the peer, and how it is called.

* `routing` finds the function: in a `Router`, in the methods of a role object, or the
  one function that takes every message.
* `factories` makes the handler of each connection of a server.
* `signatures` finds out, once per function, whether it wants the connection, too.
* `threads` runs a function that blocks, beside the event loop.
* `independent` lets a handler for messages of `v1x` or `v2x` serve all versions of it,
  and a call with such a message go out in any of them.
* `data_transfer` has handlers by vendor and message below that of DataTransfer.

A handler is called with a message that the protocol has read, and returns one that the
protocol writes: nothing here sees a frame, and nothing here knows a connection but as
the argument of a handler.

The names that users need are those of `ocpp_rpc`.
"""

__all__: list[str] = []
