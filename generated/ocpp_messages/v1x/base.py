# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The bases of the types of OCPP 1.x."""

from ocpp_messages import model

__all__ = ["Model"]


class Model(model.Family):
    """The base of every message and datatype of OCPP 1.x."""

    __family__ = "v1x"
