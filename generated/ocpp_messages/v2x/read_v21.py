# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 2.1 to OCPP 2.x."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ocpp_messages import model, v2x, v21
from ocpp_messages.carrying import (
    Carrying,
    types_of_both,
)
from ocpp_messages.v2x.base import Model

__all__ = ["READERS"]

_READER: Final = Carrying(
    v2x,
    texts=["ChargingLimitSourceEnumType", "ConnectorEnumType", "IdTokenEnumType"],
    on_wire=True,
)

READERS: Final[Mapping[type[model.Model], Callable[[Any], Model]]] = dict.fromkeys(
    types_of_both(v21, v2x), _READER
)
"""By the class of OCPP 2.1."""
