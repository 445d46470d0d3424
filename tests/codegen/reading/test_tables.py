"""A slip in a table of `schemas/` is told with its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from codegen.errors import SourceError
from codegen.reading import errata, naming, sources, specification
from codegen.reading.tables import TableError

Load = Callable[[Path], Any]

VERSION = """
["9.9"]
package = {package}
subprotocol = "ocpp9.9"
station = "ChargePoint"
back_office = "CentralSystem"
"""
PROCEDURE = """
["9.9".Ping]
senders = {senders}
block = "Core"
clause = "1"
"""


@pytest.mark.parametrize(
    ("name", "table", "load", "told"),
    [
        (
            "procedures.toml",
            PROCEDURE.format(senders='"ChargePoint"'),
            specification.load_procedures,
            "9.9 Ping: senders: 'str' instances are not allowed as a Sequence value",
        ),
        (
            "procedures.toml",
            PROCEDURE.format(senders=5),
            specification.load_procedures,
            "9.9 Ping: senders: Input should be an instance of Sequence",
        ),
        (
            "procedures.toml",
            PROCEDURE.format(senders='["ChargePoint"]\nsender = 1'),
            specification.load_procedures,
            "9.9 Ping: Facts.__init__() got an unexpected keyword argument 'sender'",
        ),
        (
            "procedures.toml",
            '["9.9"]\nPing = 5',
            specification.load_procedures,
            "9.9 Ping: 'int' object is not a mapping",
        ),
        (
            "versions.toml",
            VERSION.format(package="5"),
            specification.load_versions,
            "9.9: package: Input should be a valid string",
        ),
        (
            "versions.toml",
            VERSION.format(package='"9"'),
            specification.load_versions,
            "9.9: '9' is not a valid package name",
        ),
        (
            "versions.toml",
            VERSION.format(package='"v99"').replace("ChargePoint", "Charger"),
            specification.load_versions,
            "9.9: there is no role 'Charger', "
            "only ChargePoint, CentralSystem, ChargingStation, CSMS",
        ),
        (
            "names.toml",
            '[shapes."9.9"]\n"Ping.a" = 5',
            naming.load,
            "top level: shapes.9.9.Ping.a: Input should be a valid string",
        ),
        (
            "errata.toml",
            '[["9.9"]]\ndocument = "Ping"\nat = 5\nreason = "why"',
            partial(errata.load, "9.9"),
            "9.9: at: Input should be a valid string",
        ),
    ],
)
def test_slip(name: str, table: str, load: Load, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(table, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load(path)
    # Python 3.13 goes on to suggest another name.
    assert str(caught.value).partition(". Did you mean")[0] == f"{name}: {told}"


@pytest.mark.parametrize("versions", ["5", '{ "9.9" = 5 }'])
def test_slip_in_the_sources(versions: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(f"versions = {versions}\n[archives]\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        sources.load(path)
    assert str(caught.value).startswith(f"{path}: ")
