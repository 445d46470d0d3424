"""Patterns mean in a model what they mean in the schema, or the generator stops."""

from __future__ import annotations

import re
from typing import Final

import pytest
from pydantic_core import SchemaValidator, ValidationError, core_schema

from codegen.reading.patterns import PatternError, carried_over

# A pattern of ECMA 262, texts in which it is found, and others.
MEANT: Final[list[tuple[str, list[str], list[str]]]] = [
    (r"b", ["b", "abc"], ["", "a"]),
    (r"^b", ["b", "bc"], ["ab", "a\nb"]),
    (r"^a$", ["a"], ["a\n", "ab"]),
    (r"^\d+$", ["0189"], ["\u0661", "1a"]),
    (r"^\D$", ["\u0661", "a"], ["1"]),
    (r"^\w+$", ["a_B9"], ["\xe9", "-"]),
    (r"^\W$", ["\xe9", "-"], ["a", "_"]),
    (r"^\s$", [" ", "\t", "\xa0", "\ufeff", "\u3000", "\u2028"], ["\x85", "a"]),
    (r"^\S$", ["\x85", "a"], ["\ufeff", " "]),
    (r"^.$", ["a", "\x85", "\U0001f50c"], ["\n", "\r", "\u2028", "\u2029"]),
    (r"^[\s\S]$", ["a", "\n"], [""]),
    (r"^[^\d]$", ["a", "\u0661"], ["1"]),
    (r"^[\D]$", ["a"], ["1"]),
    (r"^[^\D]$", ["1"], ["a", "\u0661"]),
    (r"^[a&&b]$", ["a", "&", "b"], [""]),
    (r"^[a~~[]$", ["~", "["], ["b"]),
    (r"^[a-c-]$", ["b", "-"], ["d"]),
    (r"^[-a]$", ["-", "a"], ["b"]),
    (r"^[\b]$", ["\x08"], ["b"]),
    (r"^[\u0041-\x43]$", ["B"], ["D"]),
    (r"^{a,}}$", ["{a,}}"], ["a"]),
    (r"^(?<x>a|bc){1,2}$", ["a", "abc"], ["", "aaa"]),
    (r"^a{2}$", ["aa"], ["a", "aaa"]),
    (r"^a{2,}?$", ["aa", "aaa"], ["a"]),
    (r"^\t\n\v\f\r\0\cA\/\.\-$", ["\t\n\x0b\x0c\r\x00\x01/.-"], ["t"]),
    (r"^(a|)$", ["a", ""], ["b"]),
    ("^\U0001f50c$", ["\U0001f50c"], ["a"]),
    ("^#a b#$", ["#a b#"], ["#ab#"]),
    ("", ["", "a"], []),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), MEANT)
def test_meant(pattern: str, good: list[str], bad: list[str]) -> None:
    result = carried_over(pattern)
    validator = SchemaValidator(core_schema.str_schema(pattern=result))
    for text in good:
        assert validator.validate_python(text) == text
        assert re.search(result, text)
    for text in bad:
        with pytest.raises(ValidationError):
            validator.validate_python(text)


@pytest.mark.parametrize(("pattern", "good", "bad"), MEANT)
def test_carried_over_already(pattern: str, good: list[str], bad: list[str]) -> None:
    assert good or bad
    assert carried_over(carried_over(pattern)) == carried_over(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(?=a)", r"'\(\?=' is not a plain group"),
        ("(?<!a)", r"'\(\?<' is not a plain group"),
        ("(?i)a", "is not a plain group"),
        (r"(a)\1", "is not the same in all dialects"),
        (r"(?<x>a)\k<x>", "is not the same in all dialects"),
        (r"\b", "is not the same in all dialects"),
        (r"\p{L}", "is not the same in all dialects"),
        (r"\u{61}", "is not the same in all dialects"),
        (r"\08", "is not the same in all dialects"),
        (r"\_", "is not the same in all dialects"),
        ("\\", "is not the same in all dialects"),
        (r"\ud83d\udd0c", "half of a surrogate pair"),
        ("a**", "nothing to repeat"),
        ("?", "nothing to repeat"),
        ("^*", "nothing to repeat"),
        ("a{1}{2}", "nothing to repeat"),
        ("{1}", "nothing to repeat"),
        ("a{2,1}", "numbers in the wrong order"),
        (f"a{{{'9' * 5000}}}", "more than 6 digits"),
        ("a{1000}{0,1000}", "nothing to repeat"),
        ("(?:a{1000}){1000}", "exceeds size limit"),
        ("(" * 999 + "a" + ")" * 999, "cannot be translated"),
        ("(a", "a group is not closed"),
        ("a)", "a group is closed that is not open"),
        ("[a", "is not closed"),
        ("[a-", "is not closed"),
        ("[]", "a class without characters"),
        ("[^]", "a class without characters"),
        ("[b-a]", "ends in the wrong order"),
        (r"[\d-z]", "a range of more than characters"),
        (r"[a-\d]", "a range of more than characters"),
        (r"[\D_]", "among other characters"),
    ],
)
def test_refused(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        carried_over(pattern)
