"""What a mapping says, together with what its versions have."""

from __future__ import annotations

from collections.abc import Callable

from codegen.families.unified import (
    Part,
    Unified,
    UnifiedEnum,
    UnifiedField,
    UnifiedObject,
)
from codegen.reading.shapes import Array, Named, Shape, Text


def enumeration(unified: Unified, name: str) -> UnifiedEnum:
    return next(each for each in unified.enumerations if each.type.name == name)


def message(unified: Unified, name: str) -> UnifiedObject:
    return next(each for each in unified.messages if each.name == name)


def field(unified: Unified, name: str, of: str) -> UnifiedField:
    return next(each for each in message(unified, of).fields if each.name == name)


def parts(unified: Unified) -> list[Part]:
    objects = (*unified.datatypes, *unified.messages)
    return [part for each in objects for field in each.fields for part in field.parts]


def test_of_several_spellings_the_first_is_written_and_all_are_read(
    unified_v1x: Unified,
) -> None:
    unit = enumeration(unified_v1x, "UnitOfMeasure").places["1.6"]
    assert unit.write["CELSIUS"] == "CELCIUS"
    assert unit.read["CELCIUS"] == unit.read["CELSIUS"] == "CELSIUS"


def test_a_value_may_say_that_there_is_none(unified_v1x: Unified) -> None:
    code = enumeration(unified_v1x, "ChargePointErrorCode")
    assert code.absent
    assert "NoError" not in {member.value for member in code.type.members}
    for place in code.places.values():
        assert place.write[None] == "NO_ERROR"
        assert place.read["NO_ERROR"] is None
    assert not enumeration(unified_v1x, "ResetType").absent


def test_what_is_meant_where_a_field_is_left_out(unified_v1x: Unified) -> None:
    assert field(unified_v1x, "reason", "StopTransactionRequest").default == "LOCAL"
    assert field(unified_v1x, "id_tag", "StopTransactionRequest").default is None


def test_which_value_is_true(unified_v1x: Unified) -> None:
    accepted = field(unified_v1x, "accepted", "ClearCacheResponse")
    assert accepted.boolean == ("ACCEPTED", "REJECTED")


def test_an_action_has_the_clauses_of_all_versions(unified_v1x: Unified) -> None:
    (reset,) = (each for each in unified_v1x.procedures if each.action == "Reset")
    assert reset.clause == "OCPP 1.5 ChargePointService WSDL; OCPP 1.6 5.14"


def test_fields_are_in_the_order_of_the_newest_version(unified_v1x: Unified) -> None:
    def fields(name: str) -> list[str]:
        return [each.name for each in message(unified_v1x, name).fields]

    assert fields("MeterValuesRequest") == ["scope", "transaction_id", "meter_value"]
    assert fields("StopTransactionRequest") == [
        "id_tag",
        "meter_stop",
        "timestamp",
        "transaction_id",
        "reason",
        "transaction_data",
    ]


def test_a_datatype_comes_after_those_that_it_holds(unified_v1x: Unified) -> None:
    known = {each.name for each in unified_v1x.datatypes}
    seen: set[str] = set()
    held = 0
    for each in unified_v1x.datatypes:
        inner = {holds(part.shape) for field in each.fields for part in field.parts}
        assert inner & known <= seen
        held += len(inner & known)
        seen.add(each.name)
    assert held > 2


def holds(shape: Shape) -> str | None:
    match shape:
        case Array(items):
            return holds(items)
        case Named(name):
            return name
        case _:
            return None


def test_a_part_is_as_wide_as_in_the_widest_version(unified_v1x: Unified) -> None:
    """A length of None is no limit."""
    differing = {"longest": 0, "fewest": 0, "most": 0}
    for part in parts(unified_v1x):
        shapes = [exact.shape for exact in part.fields.values()]
        match part.shape:
            case Text(max_length=ours):
                lengths = [each.max_length for each in shapes if isinstance(each, Text)]
                assert ours == widest(lengths, max)
                differing["longest"] += len({*lengths}) > 1
            case Array(min_items=least, max_items=most):
                arrays = [each for each in shapes if isinstance(each, Array)]
                assert least == widest([each.min_items for each in arrays], min)
                assert most == widest([each.max_items for each in arrays], max)
                differing["fewest"] += len({each.min_items for each in arrays}) > 1
            case _:
                pass
    assert differing["longest"] > 2
    assert differing["fewest"] > 0


def widest(bounds: list[int | None], choose: Callable[[list[int]], int]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return choose(known) if known and len(known) == len(bounds) else None


def test_what_every_version_requires_is_required(unified_v1x: Unified) -> None:
    differing = 0
    for each in (*unified_v1x.datatypes, *unified_v1x.messages):
        for part in (part for field in each.fields for part in field.parts):
            needs = [
                version in part.fields and part.fields[version].required
                for version in each.exact
            ]
            assert part.required is all(needs)
            differing += len({*needs}) > 1
    assert differing > 0
