"""`customData` with the fields of a vendor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from ocpp_messages import DecodeError, VendorData, v21, v201
from tests.messages.cases import NOON


class Acme(BaseModel):
    cable: str
    max_kw: float | None = Field(default=None, alias="maxKw")
    since: datetime | None = None


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")

    cable: str


ACME = VendorData("com.acme", Acme)


@pytest.mark.parametrize("package", [v201, v21])
def test_what_was_written_is_read(package: Any) -> None:
    acme = Acme(cable="blue", maxKw=22, since=NOON)
    custom = ACME.write(package.CustomDataType, acme)
    assert type(custom) is package.CustomDataType
    text = package.dumps(package.HeartbeatRequest(custom_data=custom))
    again = package.loads(package.HeartbeatRequest, text).custom_data
    assert ACME.read(again) == acme


def test_names_and_values_on_the_wire() -> None:
    custom = ACME.write(v201.CustomDataType, Acme(cable="blue", maxKw=22))
    assert v201.to_jsonable(custom) == {
        "vendorId": "com.acme",
        "cable": "blue",
        "maxKw": 22.0,
    }


def test_fields_of_nobody_and_of_others_are_none() -> None:
    assert ACME.read(None) is None
    assert ACME.read(v201.CustomDataType(vendor_id="com.other")) is None


def test_fields_that_do_not_fit_are_named() -> None:
    with pytest.raises(DecodeError) as caught:
        ACME.read(v201.CustomDataType(vendor_id="com.acme"))
    assert [violation.path for violation in caught.value.violations] == ["$.cable"]


def test_further_fields_round_trip_if_the_model_keeps_them() -> None:
    value = {"vendorId": "com.acme", "cable": "blue", "odd": [1]}
    custom = v201.from_jsonable(v201.CustomDataType, value)
    kept = VendorData("com.acme", Open)
    read = kept.read(custom)
    assert read is not None
    assert v201.to_jsonable(kept.write(v201.CustomDataType, read)) == value
