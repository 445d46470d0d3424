"""What is written of the functions between v1x and a version."""

from __future__ import annotations

import pytest

from codegen.emitting.conversions import Function, Module, attributes, readers, writers
from codegen.families.unified import Unified
from codegen.reading.naming import Names


@pytest.fixture(scope="module")
def modules(unified_v1x: Unified, names: Names) -> dict[tuple[str, str], Module]:
    return {
        (make.__name__, version): make(unified_v1x, version, names.snake)
        for make in (readers, writers)
        for version in ("1.5", "1.6")
    }


def function(module: Module, name: str) -> Function:
    return next(each for each in module.functions if each.name == name)


def value(module: Module, name: str, of: str) -> str:
    """Return what becomes of a field."""
    return function(module, of).items[name]


Modules = dict[tuple[str, str], Module]


def test_a_default_is_meant_where_the_field_is_left_out(
    unified_v1x: Unified, modules: Modules
) -> None:
    stop = "_stop_transaction_request"
    (message,) = (
        each for each in unified_v1x.messages if each.name == "StopTransactionRequest"
    )
    fields = {each.name: each for each in attributes(message, unified_v1x)}
    assert fields["reason"].default == "Reason.LOCAL"
    assert fields["id_tag"].default == "None"
    assert fields["timestamp"].default is None
    assert value(modules["readers", "1.6"], "reason", stop) == (
        'Reason.LOCAL if exact["reason"] is None else _REASON[exact["reason"]]'
    )
    assert value(modules["writers", "1.6"], "reason", stop) == (
        "_REASON[None if message.reason is Reason.LOCAL else message.reason]"
    )
    assert function(modules["writers", "1.5"], stop).statements == [
        'nowhere("reason", message.reason, Reason.LOCAL)'
    ]


def test_a_list_is_checked_where_the_version_needs_more(modules: Modules) -> None:
    written = 'inner_each("meter_value", _meter_value, message.meter_value, build)'
    values = "_meter_values_request"
    assert value(modules["writers", "1.6"], "meter_value", values) == (
        f'at_least("meter_value", 1, {written})'
    )
    assert value(modules["writers", "1.5"], "values", values) == f"{written} or None"
    checked = [
        argument
        for module in modules.values()
        for each in module.functions
        for argument in each.items.values()
        if "at_least" in argument
    ]
    assert len(checked) == 1  # other lists are as long in our messages


def test_a_boolean_is_one_of_two_values(modules: Modules) -> None:
    answer = "_clear_cache_response"
    assert value(modules["readers", "1.6"], "accepted", answer) == (
        'known(exact["status"]) is v16.ClearCacheStatus.ACCEPTED'
    )
    assert value(modules["writers", "1.6"], "status", answer) == (
        "v16.ClearCacheStatus.ACCEPTED if message.accepted "
        "else v16.ClearCacheStatus.REJECTED"
    )


def test_lists_in_a_list_are_one(modules: Modules) -> None:
    stop = "_stop_transaction_request"
    assert value(modules["readers", "1.5"], "transaction_data", stop) == (
        'tuple(item for holder in exact["transaction_data"] or () '
        'for item in inner.each("values", _meter_value, holder.values))'
    )


def test_texts_that_may_be_too_long_are_checked(modules: Modules) -> None:
    status, written = "_status_notification_request", modules["writers", "1.6"]
    assert value(written, "info", status) == (
        'info if info is None or len(info) <= 50 else too_long(50, "status")'
    )
    keys = value(written, "key", "_get_configuration_request")
    assert keys == 'up_to("key", 50, message.key) or None'
    assert "len(" not in value(modules["writers", "1.5"], "info", status)


def test_a_type_with_the_same_fields_is_described_by_data(modules: Modules) -> None:
    for direction in ("readers", "writers"):
        entry = function(modules[direction, "1.6"], "_certificate_hash_data_type")
        assert entry.alike
        changed = {name: how for name, how in entry.items.items() if how}
        assert changed == {"hash_algorithm": "_HASH_ALGORITHM_ENUM_TYPE"}
    # Here it has other names.
    entry = function(modules["readers", "1.5"], "_meter_value")
    assert not entry.alike
    assert list(entry.items) == ["timestamp", "sampled_value"]


def test_a_value_that_a_version_lacks_is_looked_for(modules: Modules) -> None:
    tables = {entry.name: entry for entry in modules["writers", "1.5"].enumerations}
    assert tables["_RESET_TYPE"].total
    assert not tables["_LOCATION"].total
    assert tables["_UNIT_OF_MEASURE"].others == {
        "UnitOfMeasure.A": "v15.UnitOfMeasure.AMP",
        "UnitOfMeasure.V": "v15.UnitOfMeasure.VOLT",
    }
    location = value(modules["writers", "1.5"], "location", "_sampled_value")
    assert location == (
        '_LOCATION.get(fields["location"]) '
        'or spelled("location", _LOCATION, fields["location"])'
    )
