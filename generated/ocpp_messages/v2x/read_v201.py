# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 2.0.1 to OCPP 2.x."""

from collections.abc import Mapping
from typing import Final

from ocpp_messages import model, v2x, v201
from ocpp_messages.carrying import (
    readers,
)
from ocpp_messages.converting import Alike

__all__ = ["READERS"]

READERS: Final[Mapping[type[model.Model], Alike]] = readers(
    v201,
    v2x,
    texts=["ChargingLimitSourceEnumType", "ConnectorEnumType", "IdTokenEnumType"],
)
"""By the class of OCPP 2.0.1."""
