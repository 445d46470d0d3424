"""Every message, type, field and value of every version is in the reference."""

from __future__ import annotations

import importlib
from enum import StrEnum
from types import ModuleType
from typing import Final, TypeVar

import pytest
from pydantic import BaseModel

from tests.site.built import PACKAGES, SITE, Document, needs_site, read

pytestmark = needs_site

FOLDER: Final = "reference/messages"

_Type = TypeVar("_Type")


def names(model: type[BaseModel], *, wire: bool) -> set[str]:
    """The names of its fields: in Python, and on the wire if that is asked for."""
    model.model_rebuild()
    fields = model.model_fields
    if not wire:
        return {*fields}
    return {*fields, *(field.alias or name for name, field in fields.items())}


def types(package: ModuleType, kind: type[_Type]) -> list[type[_Type]]:
    offered = (getattr(package, name) for name in package.__all__)
    return [
        each for each in offered if isinstance(each, type) and issubclass(each, kind)
    ]


def pages(kind: str) -> list[Document]:
    found = [
        read(str(each.relative_to(SITE))) for each in SITE.glob(f"{FOLDER}/{kind}")
    ]
    assert len(found) == 5
    return found


@pytest.mark.parametrize("name", PACKAGES)
def test_messages(name: str) -> None:
    package = importlib.import_module(name)
    short = name.rpartition(".")[2]
    assert package.PROCEDURES
    for action, procedure in package.PROCEDURES.items():
        page = read(f"{FOLDER}/{action}")
        assert short in page.code
        for message in filter(None, (procedure.request, procedure.response)):
            expected = names(message, wire=not short.endswith("x"))
            told = page.below[f"{short}.{message.__name__}"]
            assert expected - told == set(), message


@pytest.mark.parametrize("name", PACKAGES)
def test_datatypes(name: str) -> None:
    package = importlib.import_module(name)
    short = name.rpartition(".")[2]
    parts = types(importlib.import_module(f"{name}.datatypes"), BaseModel)
    told = pages("datatypes-*")
    assert parts
    for each in parts:
        page = next(page for page in told if each.__name__ in page.ids)
        expected = names(each, wire=not short.endswith("x"))
        assert expected - page.below[f"{short}.{each.__name__}"] == set(), each
    assert {each.__name__ for each in parts} <= {*package.__all__}


@pytest.mark.parametrize("name", PACKAGES)
def test_enumerations(name: str) -> None:
    parts = types(importlib.import_module(f"{name}.enumerations"), StrEnum)
    told = pages("enumerations-*")
    assert parts
    for each in parts:
        page = next(page for page in told if each.__name__ in page.ids)
        expected = {*each.__members__, *(member.value for member in each)}
        assert expected - page.below[each.__name__] == set(), each
