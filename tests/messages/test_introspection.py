"""What `inspect.signature`, `dir` and `help` tell of the generated classes."""

from __future__ import annotations

import inspect
import pydoc
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

import ocpp_messages
from ocpp_messages import Model, v1x, v16, v20, v201
from ocpp_messages.model import Family
from ocpp_messages.v201 import CustomDataType

GENERATED: Final = Path(ocpp_messages.__file__).parent
BY_HAND: Final = ("groupings", "compounds")
PACKAGES: Final = ("v15", "v16", "v20", "v201", "v21", "v1x", "v2x")


def classes(package: ModuleType) -> Iterator[type[Model]]:
    """The messages and datatypes of a package."""
    for value in vars(package).values():
        if inspect.isclass(value) and issubclass(value, Model):
            yield value


@pytest.fixture(params=PACKAGES)
def models(request: pytest.FixtureRequest) -> Sequence[type[Model]]:
    found = list(classes(import_module(f"ocpp_messages.{request.param}")))
    assert len(found) > 50
    return found


def test_a_signature_has_the_names_types_and_defaults_of_fields() -> None:
    signature = inspect.signature(v201.ChargingSchedulePeriodType)
    assert [
        (each.name, each.annotation, each.default)
        for each in signature.parameters.values()
    ] == [
        ("start_period", int, inspect.Parameter.empty),
        ("limit", float, inspect.Parameter.empty),
        ("number_phases", int | None, None),
        ("phase_to_use", int | None, None),
        ("custom_data", CustomDataType | None, None),
    ]


def test_a_signature_says_moments_lists_and_defaults_of_families() -> None:
    parameters = inspect.signature(v1x.StopTransactionRequest).parameters
    assert parameters["timestamp"].annotation is datetime
    assert parameters["reason"].default is v1x.Reason.LOCAL
    assert parameters["transaction_data"].annotation == Sequence[v1x.MeterValue]
    assert parameters["transaction_data"].default == ()


def test_a_signature_lets_further_fields_pass_where_the_class_does() -> None:
    *_, last = inspect.signature(v20.HeartbeatRequest).parameters.values()
    assert last.kind is inspect.Parameter.VAR_KEYWORD
    assert not inspect.signature(v201.HeartbeatRequest).parameters.keys() - {
        "custom_data"
    }


def test_every_signature_is_keyword_only_and_that_of_the_fields(
    models: Sequence[type[Model]],
) -> None:
    for cls in models:
        parameters = [
            each
            for each in inspect.signature(cls).parameters.values()
            if each.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        assert [each.name for each in parameters] == [*cls.model_fields]
        for each in parameters:
            assert each.kind is inspect.Parameter.KEYWORD_ONLY
            required = cls.model_fields[each.name].is_required()
            assert (each.default is each.empty) == required


def test_a_signature_is_the_same_before_and_after_the_first_use() -> None:
    program = f"""
        import inspect
        from importlib import import_module
        from ocpp_messages import Model

        built = 0
        for name in {PACKAGES}:
            for cls in vars(import_module("ocpp_messages." + name)).values():
                if not inspect.isclass(cls) or not issubclass(cls, Model):
                    continue
                if cls.__pydantic_complete__:
                    continue
                before = inspect.signature(cls)
                assert not cls.__pydantic_complete__, cls
                cls.model_rebuild()
                assert cls.__pydantic_complete__, cls
                assert inspect.signature(cls) == before, cls
                built += 1
        print(built)
    """
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(program)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 800


def test_objects_have_no_signature_and_a_subclass_may_have_its_own() -> None:
    class Reset(v16.ResetRequest):
        def __init__(self, kind: str, **fields: Any) -> None:
            super().__init__(type=v16.ResetType(kind), **fields)

    with pytest.raises(TypeError, match="not a callable object"):
        inspect.signature(v16.HeartbeatRequest())  # type: ignore[arg-type]
    assert Reset("Soft").type is v16.ResetType.SOFT
    assert [*inspect.signature(Reset).parameters] == ["kind", "fields"]


def test_data_of_vendors_comes_last(models: Sequence[type[Model]]) -> None:
    for cls in models:
        assert "custom_data" not in [*cls.model_fields][:-1], cls


def test_data_of_vendors_comes_last_in_text_as_well() -> None:
    status = v201.SetChargingProfileResponse(
        custom_data=CustomDataType(vendor_id="Acme"),
        status=v201.ChargingProfileStatusEnumType.ACCEPTED,
    )
    assert repr(status).endswith("custom_data=CustomDataType(vendor_id='Acme'))")
    assert v201.dumps(status) == (
        '{"status":"Accepted","customData":{"vendorId":"Acme"}}'
    )


def test_the_help_on_a_request_fits_a_screen() -> None:
    text = pydoc.plain(pydoc.render_doc(v201.SetChargingProfileRequest))
    rows = [
        row for line in text.splitlines() for row in textwrap.wrap(line, 88) or [""]
    ]
    assert v201.SetChargingProfileRequest.__doc__ is not None
    assert "charging_profile" in text
    assert "model_copy" in text
    assert len(rows) <= 50


def test_what_pydantic_brings_is_not_listed_but_works() -> None:
    class Mine(v16.HeartbeatRequest):
        def beat(self) -> str:
            return self.model_dump_json()

    assert dir(v16.HeartbeatRequest) == ["model_copy"]
    assert dir(Mine) == ["beat", "model_copy"]
    assert {"model_copy", "model_dump", "model_fields_set"} <= {
        *dir(v16.HeartbeatRequest())
    }
    assert v16.HeartbeatRequest.model_fields == {}


def test_no_generated_line_is_longer_than_88_columns() -> None:
    lines = {
        (str(path.relative_to(GENERATED)), number): line
        for path in GENERATED.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    }
    assert len(lines) > 20_000
    assert [place for place, line in lines.items() if len(line) > 88] == []


def test_docstrings_say_what_every_field_is_called_on_the_wire(
    models: Sequence[type[Model]],
) -> None:
    said = 0
    for cls in models:
        if "Attributes:" not in (cls.__doc__ or ""):
            assert not cls.model_fields or cls.__module__.endswith(BY_HAND), cls
            continue
        text = " ".join(inspect.cleandoc(cls.__doc__ or "").split())
        for name, field in cls.model_fields.items():
            said += f"{name}: `" in text
            if issubclass(cls, Family):  # names differ by version
                continue
            assert f" {name}: `{field.serialization_alias or name}`: " in text, cls
    assert said > 80


def test_docstrings_say_units_limits_defaults_and_clauses() -> None:
    assert inspect.getdoc(v201.ChargingSchedulePeriodType) == textwrap.dedent("""\
        Part of ChargingScheduleType and 1 more (OCPP 2.0.1 part 2, Datatypes 2.11).

        Attributes:
            start_period: `startPeriod`: integer, in s.
            limit: `limit`: decimal, in A or W as charging_rate_unit says.
            number_phases: `numberPhases`: integer; default 3 for AC.
            phase_to_use: `phaseToUse`: integer; optional.
            custom_data: `customData`: CustomDataType; optional.""")
    assert inspect.getdoc(v16.ChargingSchedulePeriod) == textwrap.dedent("""\
        Part of ChargingSchedule (OCPP 1.6 7.14).

        Attributes:
            start_period: `startPeriod`: integer, in s.
            limit: `limit`: decimal, a multiple of 0.1, in A or W as charging_rate_unit
                says.
            number_phases: `numberPhases`: integer; default 3.""")


def test_docstrings_of_families_say_names_by_version_where_they_differ() -> None:
    text = inspect.getdoc(v1x.StopTransactionRequest) or ""
    assert "meter_stop: `meterStop`: integer, in Wh." in text
    assert "reason: `reason` in 1.6: Reason; default Local." in text
    assert "`transactionData[].values` in 1.5; `transactionData` in 1.6:" in text


def test_a_json_schema_has_one_line_of_a_docstring() -> None:
    schema = v16.BootNotificationRequest.model_json_schema()
    assert schema["description"] == "Sent by the ChargePoint (Core; OCPP 1.6 4.2)."
