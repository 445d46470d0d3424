# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The bases of the types of OCPP 2.x."""

from ocpp_messages import model

__all__ = ["Model", "OpenModel"]


class Model(model.Family):
    """The base of every message and datatype of OCPP 2.x."""

    __family__ = "v2x"


class OpenModel(Model, model.OpenModel):
    """The base of types that keep fields they do not name, null ones included."""
