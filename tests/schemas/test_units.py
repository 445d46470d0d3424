"""Every number has a unit, or is known to have none; every type has a clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from codegen.data import DATA
from codegen.reading import documents, meanings, naming, specification
from codegen.reading.shapes import Array, Number, Shape, named
from codegen.reading.specification import ObjectType, PythonField, Specification

# Numbers that count, identify, order, or are exponents and factors. A name by itself is
# about every type and version; one that may be a quantity elsewhere has its type.
NO_UNIT: Final = frozenset(
    {
        "EventDataType.cause",
        "FixedPFType.displacement",
        "RationalNumberType.exponent",
        "AdjustPeriodicEventStreamRequest.id",
        "ChargingProfileType.id",
        "ChargingScheduleType.id",
        "ClearChargingProfileRequest.id",
        "ClearChargingProfileType.id",
        "ClearDisplayMessageRequest.id",
        "ClearMonitoringResultType.id",
        "ClearVariableMonitoringRequest.id",
        "ClosePeriodicEventStreamRequest.id",
        "ConstantStreamDataType.id",
        "EVSEType.id",
        "GetDisplayMessagesRequest.id",
        "MessageInfoType.id",
        "NotifyPeriodicEventStream.id",
        "ReservationType.id",
        "ReserveNowRequest.id",
        "SalesTariffType.id",
        "SetMonitoringDataType.id",
        "SetMonitoringResultType.id",
        "VariableMonitoringType.id",
        "UnitOfMeasureType.multiplier",
        "NotifyPeriodicEventStream.pending",
        "DERCurveType.priority",
        "EnterServiceType.priority",
        "FixedPFType.priority",
        "FixedVarType.priority",
        "FreqDroopType.priority",
        "GradientType.priority",
        "LimitMaxDischargeType.priority",
        "AFRRSignalRequest.signal",
        "V2XSignalWattPointType.signal",
        "TaxRateType.stack",
        "PeriodicEventStreamParamsType.values",
        "amountMultiplier",
        "chargingPriority",
        "chargingProfileId",
        "configurationSlot",
        "connectorId",
        "ePriceLevel",
        "eventId",
        "evOverExcitedPowerFactor",
        "evseId",
        "evseIds",
        "evUnderExcitedPowerFactor",
        "listVersion",
        "maxElements",
        "maximumContractCertificateChains",
        "maxScheduleTuples",
        "numberOfPhasesUsed",
        "numberOfPriceLevels",
        "numberPhases",
        "numEPriceLevels",
        "phaseToUse",
        "priceLevel",
        "priceScheduleID",
        "priceScheduleId",
        "remainingContracts",
        "remoteStartId",
        "requestId",
        "reservationId",
        "retries",
        "saScheduleTupleID",
        "securityProfile",
        "selectedChargingScheduleId",
        "seqNo",
        "severity",
        "signatureId",
        "simPin",
        "stackLevel",
        "taxRuleID",
        "transactionId",
        "variableMonitoringId",
        "versionNumber",
    }
)
# Quantities whose unit the specification does not state in their section.
NOT_STATED: Final = frozenset(
    {
        "EnterServiceType.delay",
        "TotalUsageType.energy",
        "EVPowerScheduleEntryType.power",
        "ConsumptionCostType.startValue",
        "StreamDataElementType.t",
        "RationalNumberType.value",
        "DERCurvePointsType.x",
        "autonomousVRefTimeConstant",
        "evDurationLevel1DCInjection",
        "evDurationLevel2DCInjection",
        "evIslandingTripTime",
        "evMaximumLevel1DCInjection",
        "evMaximumLevel2DCInjection",
        "evMaxVoltage",
        "evOverExcitedMaxDischargePower",
        "EVPowerScheduleEntryType.duration",
        "evUnderExcitedMaxDischargePower",
        "highFreq",
        "highVoltage",
        "hv10MinMeanTripDelay",
        "hv10MinMeanValue",
        "lowFreq",
        "lowVoltage",
        "maxLimit",
        "maxNominalVoltage",
        "minLimit",
        "minNominalVoltage",
        "nominalVoltage",
        "nominalVoltageOffset",
        "overDroop",
        "overFreq",
        "overstayFeePeriod",
        "pMax",
        "powerRangeStart",
        "powerTolerance",
        "randomDelay",
        "settlementAmount",
        "soC",
        "soc",
        "soH",
        "underDroop",
        "underFreq",
        "v2xBaseline",
    }
)


@pytest.fixture(scope="module")
def versions(oca: Path) -> Mapping[str, Specification]:
    assert oca.is_dir()
    names, known = naming.load(), meanings.load()
    procedures = specification.load_procedures()
    return {
        version.name: known.added(
            specification.build(
                version, documents.load(version.name), procedures[version.name], names
            )
        )
        for version in specification.load_versions()
    }


def numbers(built: Specification) -> Iterator[tuple[ObjectType, PythonField]]:
    for entry in (*built.datatypes, *built.messages):
        for field in entry.fields:
            if isinstance(item(field.shape), Number):
                yield entry, field


def item(shape: Shape) -> Shape:
    return item(shape.items) if isinstance(shape, Array) else shape


def test_every_number_has_a_unit_or_is_known_to_have_none(
    versions: Mapping[str, Specification],
) -> None:
    lists = NO_UNIT | NOT_STATED
    found = [
        (name, entry.name, field.wire, field.meaning.unit)
        for name, built in versions.items()
        for entry, field in numbers(built)
    ]
    assert len(found) > 600
    assert [
        (version, owner, wire)
        for version, owner, wire, unit in found
        if not unit and not lists & {wire, f"{owner}.{wire}"}
    ] == []
    without = {
        name
        for _, owner, wire, unit in found
        if not unit
        for name in (wire, f"{owner}.{wire}")
    }
    assert lists - without == set()
    assert not NO_UNIT & NOT_STATED


def test_only_numbers_have_a_unit(versions: Mapping[str, Specification]) -> None:
    assert [
        (name, entry.name, field.wire, field.meaning.unit)
        for name, built in versions.items()
        for entry in (*built.datatypes, *built.messages)
        for field in entry.fields
        if field.meaning.unit
        and not isinstance(item(field.shape), Number)
        and named(item(field.shape)) != "RationalNumberType"
    ] == []


def test_every_type_has_a_clause(versions: Mapping[str, Specification]) -> None:
    types = [
        (name, entry.name, entry.clause)
        for name, built in versions.items()
        for entry in built.parts
    ]
    assert len(types) > 500
    assert [entry for entry in types if not entry[2].startswith("OCPP ")] == []


def test_no_section_defines_two_types(versions: Mapping[str, Specification]) -> None:
    numbered = [
        entry.clause for name in ("2.0.1", "2.1") for entry in versions[name].parts
    ]
    assert len({*numbered}) == len(numbered)


def test_every_fact_states_one_thing() -> None:
    facts = meanings.load(DATA).facts
    assert len(facts) > 30
    for fact in facts:
        assert [fact.unit, fact.format, fact.absent].count(None) == 2
