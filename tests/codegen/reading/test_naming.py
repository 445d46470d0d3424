"""One rule for names in Python, and a table of exceptions that must be needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.reading import naming
from codegen.reading.naming import Names, NamingError, type_name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("id", "id"),
        ("idTag", "id_tag"),
        ("BootNotification", "boot_notification"),
        ("EVSEId", "evse_id"),
        ("responderURL", "responder_url"),
        ("limit_L2", "limit_l2"),
        ("Mode3Error", "mode3_error"),
        ("Energy.Active.Import.Register", "energy_active_import_register"),
        ("L1-N", "l1_n"),
        ("s309-1P-16A", "s309_1p_16a"),
        ("DLMS Message", "dlms_message"),
        ("-x--y-", "x_y"),
        ("15118SchemaVersion", "iso15118_schema_version"),
    ],
)
def test_rule(name: str, words: str) -> None:
    assert Names().snake(name) == words
    assert Names().member(name) == words.upper()


def test_members_may_be_keywords_in_small_letters() -> None:
    assert [Names().member(value) for value in ("None", "Class")] == ["NONE", "CLASS"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IdTagInfo", "IdTagInfo"),
        ("15118EVCertificateStatusEnumType", "Iso15118EVCertificateStatusEnumType"),
    ],
)
def test_type_names_are_those_of_the_specification(name: str, expected: str) -> None:
    assert type_name(name) == expected


@pytest.mark.parametrize("name", ["class", "Class", "from", "...", ""])
def test_name_that_python_cannot_use(name: str) -> None:
    with pytest.raises(NamingError, match=r"which Python cannot use$"):
        Names().snake(name)


@pytest.mark.parametrize("value", ["+", ""])
def test_member_that_python_cannot_use(value: str) -> None:
    with pytest.raises(NamingError, match=r"which Python cannot use$"):
        Names().member(value)


def test_exceptions_hold_for_fields_and_members() -> None:
    names = Names({"SoC": "soc", "kWh": "kwh"})
    assert names.snake("SoC") == "soc"
    assert names.member("kWh") == "KWH"
    names.check_exceptions()


def test_exception_that_is_a_keyword() -> None:
    with pytest.raises(NamingError, match=r"^'kind' gives 'class'"):
        Names({"kind": "class"}).snake("kind")


def test_exception_that_equals_the_rule() -> None:
    names = Names({"idTag": "id_tag"})
    with pytest.raises(NamingError) as caught:
        names.snake("idTag")
    assert str(caught.value) == (
        "names.toml: the exception idTag is not needed: the rule gives 'id_tag', too"
    )


def test_exception_that_nothing_needs() -> None:
    names = Names({"SoC": "soc", "kWh": "kwh"})
    names.snake("SoC")
    with pytest.raises(NamingError) as caught:
        names.check_exceptions()
    assert str(caught.value) == "names.toml: the exception kWh is not needed"


def test_the_more_exact_name_of_a_shape_wins() -> None:
    shapes = {"status": "StatusType", "PingResponse.status": "PingStatusType"}
    names = Names(shapes={"1.6": shapes})
    assert names.shape("1.6", "PingResponse", "status") == "PingStatusType"
    assert names.shape("1.6", "PongResponse", "status") == "StatusType"
    names.check_version("1.6")


def test_anonymous_shape_without_a_name() -> None:
    names = Names(shapes={"1.6": {"PingRequest.status": "A"}, "2.0": {"status": "B"}})
    with pytest.raises(NamingError) as caught:
        names.shape("1.6", "PingResponse", "status")
    assert str(caught.value) == (
        'names.toml: [shapes."1.6"] has no name for the anonymous shape '
        "PingResponse.status"
    )


def test_aliases() -> None:
    names = Names(aliases={"1.5": {"MeterValue.values": ("value",)}})
    assert names.read_also("1.5", "MeterValue", "values") == ("value",)
    assert names.read_also("1.5", "MeterValue", "timestamp") == ()
    assert names.read_also("1.6", "MeterValue", "values") == ()
    names.check_version("1.5")


@pytest.mark.parametrize(
    ("names", "entry"),
    [
        (Names(shapes={"1.6": {"A.b": "BType"}}), '[shapes."1.6"] A.b'),
        (Names(aliases={"1.6": {"A.b": ("c",)}}), '[aliases."1.6"] A.b'),
    ],
)
def test_entry_that_a_version_does_not_need(names: Names, entry: str) -> None:
    names.check_version("2.0")
    with pytest.raises(NamingError) as caught:
        names.check_version("1.6")
    assert str(caught.value) == f"names.toml: {entry} is not needed"


def test_need_of_another_version_does_not_count() -> None:
    names = Names(shapes={"1.6": {"A.b": "BType"}, "2.0": {"A.b": "BType"}})
    names.shape("2.0", "A", "b")
    with pytest.raises(NamingError, match=r'\[shapes."1.6"\] A.b is not needed'):
        names.check_version("1.6")


def test_load(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(
        '[exceptions]\nSoC = "soc"\n'
        '[aliases."1.5"]\n"A.b" = ["c"]\n'
        '[shapes."1.6"]\nd = "DType"\n'
    )
    names = naming.load(path)
    assert names.snake("SoC") == "soc"
    assert names.read_also("1.5", "A", "b") == ("c",)
    assert names.shape("1.6", "A", "d") == "DType"
