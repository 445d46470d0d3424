# Generated from codegen/runtime/connections.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The type of the connection that the methods of a role class are given.

These messages know of no connection, so whoever subclasses a role class may say which
one it is: `class Office(v16.CentralSystem[ocpp_rpc.Connection])`. Without an argument
it is `Any`, as it is at run time in any case.
"""

from __future__ import annotations

from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic

__all__ = ["ConnectionT_contra", "Receiver"]

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    ConnectionT_contra = TypeVar("ConnectionT_contra", contravariant=True, default=Any)

    class Receiver(Generic[ConnectionT_contra]):
        """The base of role classes; its argument is for type checkers."""

else:
    ConnectionT_contra = Any

    class Receiver:
        """The base of role classes; its argument is for type checkers."""

        __class_getitem__ = classmethod(GenericAlias)
