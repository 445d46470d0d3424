"""Reading gives back what was written, for chosen objects of every message."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from ocpp_messages import Model, VersionPackage
from tests.messages.cases import PACKAGES
from tests.messages.choices import chosen


def classes(package: VersionPackage) -> Iterator[type[Model]]:
    for procedure in package.PROCEDURES.values():
        yield procedure.request
        if procedure.response is not None:
            yield procedure.response


CASES = [
    pytest.param(package, cls, id=f"{version} {cls.__name__}")
    for version, package in PACKAGES.items()
    for cls in classes(package)
]


@pytest.mark.parametrize(("package", "cls"), CASES)
def test_reading_gives_back_what_was_written(
    package: VersionPackage, cls: type[Model]
) -> None:
    for message in chosen(cls):
        text = package.dumps(message)
        assert package.loads(cls, text) == message
        assert package.loads(cls, text.encode()) == message
        value = package.to_jsonable(message)
        assert value == json.loads(text)
        assert package.from_jsonable(cls, value) == message
        assert package.dumps(package.loads(cls, text)) == text
