"""Docstrings and comments keep within 88 columns."""

from __future__ import annotations

import inspect

from codegen.emitting.docstrings import comment, docstring, with_clause

LONG = "OCPP 1.5 CentralSystemService WSDL and ChargePointService WSDL, twice"


def test_a_clause_stands_in_the_first_line_if_there_is_room() -> None:
    assert docstring(with_clause("Sent by A (Core)", "1.2")) == (
        "Sent by A (Core; 1.2)."
    )
    assert docstring(with_clause("Part of A", "1.2")) == "Part of A (1.2)."


def test_a_clause_that_is_too_long_has_a_paragraph() -> None:
    assert docstring(with_clause("Sent by A (Core)", LONG)) == (
        f"Sent by A (Core).\n\n    Defined in {LONG}.\n    "
    )


def test_a_first_line_has_room_for_its_quotes() -> None:
    for length, lines in ((78, 1), (79, 4)):
        text = docstring([["a" * length], ["b", "c"]])
        assert len(text.splitlines()) == lines


def test_sections_have_entries_that_are_wrapped() -> None:
    words = "word " * 30
    text = docstring([["Is."]], ["Attributes", "one: 1.", f"two: {words}"], indent=8)
    padded = f'        """{text}"""'
    lines = padded.splitlines()
    assert max(map(len, lines)) <= 88
    assert lines[0] == '        """Is.'
    assert lines[1] == ""
    assert lines[2] == "        Attributes:"
    assert lines[3] == "            one: 1."
    assert lines[4].startswith("            two: word")
    assert lines[5].startswith("                word")
    assert lines[-1] == '        """'
    assert inspect.cleandoc(text).splitlines()[3] == "    one: 1."


def test_a_comment_may_have_several_lines() -> None:
    assert comment("one") == "# one"
    lines = comment("word " * 20).splitlines()
    assert [line[:10] for line in lines] == ["# word wor", "        # "]
    assert all(len(line) <= 88 for line in (f"        {lines[0]}", *lines[1:]))
