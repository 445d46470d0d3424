"""What the generator writes for a version of a few tiny messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pytest

from codegen import documents, emit, mapping, naming, specification
from codegen.model import read
from codegen.naming import Names
from codegen.specification import Facts, Version

__all__ = ["TINY", "tiny_rendered"]

TINY: Final = Version("9.9", "v99", "ocpp9.9", "ChargePoint", "CentralSystem")


def tiny_rendered(
    schemas: Mapping[str, Mapping[str, Any]],
    procedures: Mapping[str, Facts],
    names: Names | None = None,
) -> dict[str, bytes]:
    """The files of a package of one version, from a few schemas by message."""
    found = [read(message, schema) for message, schema in schemas.items()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(naming, "load", lambda: names or Names())
        patch.setattr(mapping, "load", lambda: ())
        patch.setattr(specification, "load_versions", lambda: (TINY,))
        facts = {TINY.name: procedures}
        patch.setattr(specification, "load_procedures", lambda: facts)
        patch.setattr(documents, "load", {TINY.name: found}.get)
        return emit.render()
