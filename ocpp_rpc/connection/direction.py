"""Which way messages go on a connection, for type checkers.

Its own argument says whose connection it is: what a request may be given to it, the
class of the request says. An object does not know either; who may send what is checked
once more when it is sent (`Session.call`).

The argument is covariant, and `Any` where it is left out: `Connection` alone is that of
either side, and takes every request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["ResponseT", "SideT_co"]

ResponseT = TypeVar("ResponseT")

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    SideT_co = TypeVarWithDefault("SideT_co", covariant=True, default=Any)
else:  # before 3.13, Python has no defaults; no argument is fine there in any case
    SideT_co = TypeVar("SideT_co", covariant=True)
