"""The schemas that the oracle judges by."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from codegen.data import SCHEMAS
from codegen.errors import CodegenError
from codegen.publications import fetch
from codegen.reading import sources
from tests.oracle.bundles import bundled
from tests.oracle.oracle import Schemas, own, published, repaired
from tests.oracle.samples import Schema

__all__ = ["schemas"]


@pytest.fixture(scope="session")
def schemas(oca: Path) -> Schemas:
    """The schemas of each source, read once."""
    known = sources.load()

    @cache
    def read(source: str) -> Mapping[str, Schema]:
        if source in known.documents:
            return own(SCHEMAS / known.documents[source])
        if source.startswith("npm "):
            return bundled(_bundles(known.bundles, oca), source.removeprefix("npm "))
        version, _, repair = source.partition(" ")
        return (repaired if repair else published)(oca / version, version)

    return read


def _bundles(bundles: sources.Source, oca: Path) -> Path:
    """The folder of the second copy; it is fetched if it is missing."""
    here = fetch.is_installed(bundles, oca / bundles.name)
    if not here and shutil.which("npm") is None:
        pytest.skip("npm is not installed: no second copy of the schemas")
    try:
        return fetch.fetch_bundles(bundles, oca)
    except CodegenError as error:
        pytest.fail(f"no second copy of the schemas: {error}", pytrace=False)
