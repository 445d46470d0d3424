"""A field of ours holds whatever those of the versions hold."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.families import fields
from codegen.reading.shapes import Array, Boolean, Named, Number, Shape, Text

wider: Any = vars(fields)["_wider"]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Text(max_length=20), Text(max_length=36), Text(max_length=36)),
        (Text(max_length=20), Text(), Text()),
        (Text(min_length=1), Text(min_length=2), Text(min_length=1)),
        (Text(min_length=1), Text(), Text()),
        (Text(format="uri"), Text(format="uri"), Text(format="uri")),
        (Text(format="uri"), Text(), None),
        (Text(None, 1, None, "a"), Text(None, 2, None, "a"), Text(None, 2, None, "a")),
        (Text(pattern="a"), Text(), None),
        (Text(pattern="a"), Text(pattern="b"), None),
        (
            Array(Text(), 1, unique=True),
            Array(Text(), 2, unique=True),
            Array(Text(), 1, unique=True),
        ),
        (Array(Text(), unique=True), Array(Text()), None),
        (Array(Text(), 1, 5), Array(Text(), 2, 9), Array(Text(), 1, 9)),
        (Array(Text(), 1, 5), Array(Text()), Array(Text())),
        (Array(Text(max_length=1)), Array(Text(max_length=2)), Array(Text(None, 2))),
        (Array(Text()), Array(Boolean()), None),
        (Named("A"), Named("A"), Named("A")),
        (Named("A"), Named("B"), None),
        (Number(integer=True), Number(integer=True), Number(integer=True)),
        (Number(integer=True), Number(integer=False), None),
        (Number(integer=True, minimum=0), Number(integer=True), None),
    ],
)
def test_what_holds_both(one: Shape, other: Shape, both: Shape | None) -> None:
    assert wider(one, other) == wider(other, one) == both
