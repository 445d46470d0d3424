"""The direction of messages on a connection, for type checkers.

The type argument of `Connection` is the side that this connection belongs to, and a
request class declares the side that may send it, so type checkers find requests in the
wrong direction. At run time, the objects have no such information; `Session.call`
checks the direction again when a request is sent.

The argument is covariant and `Any` by default: `Connection` without an argument accepts
the requests of both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["ResponseT", "SideT_co"]

ResponseT = TypeVar("ResponseT")

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    SideT_co = TypeVarWithDefault("SideT_co", covariant=True, default=Any)
else:  # before 3.13, Python has no defaults; at run time, none is needed
    SideT_co = TypeVar("SideT_co", covariant=True)
