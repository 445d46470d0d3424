r"""The translation of patterns, which are regular expressions of ECMA 262.

JSON Schema uses the patterns of ECMA 262. pydantic matches the patterns of a model with
the regular expressions of Rust, which take linear time for every text; those of Python
backtrack, so that a peer can make them take hours. The three dialects differ: `\d` and
`\w` mean ASCII in ECMA 262 and Unicode in the others, `.` excludes four ends of lines
or one, `[a&&b]` is an intersection in only one of them, and `$` also matches before a
last end of line in Python. Therefore the module translates a pattern into the syntax
that all of them read alike, with characters spelled out, and refuses a pattern that
needs more. A pattern may match anywhere in the text, as in JSON Schema; only `^` and
`$` tie it to the ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from pydantic_core import SchemaError, SchemaValidator, core_schema

__all__ = ["PatternError", "carried_over"]


class PatternError(ValueError):
    """A pattern is not a regular expression, or cannot be translated."""


def carried_over(pattern: str) -> str:
    """Returns a pattern in the syntax that all dialects read alike.

    Args:
        pattern: A regular expression of ECMA 262, without flags.

    Raises:
        PatternError: It is not a regular expression, or the dialects differ about it.
    """
    result = _Reader(pattern).pattern()
    try:
        SchemaValidator(core_schema.str_schema(pattern=result))
    except SchemaError as error:
        raise _refusal(str(error).splitlines()[-1].strip()) from None
    return result


# What a class of characters stands for in ECMA 262 (21.2.2.12 in its edition 6), as
# the inside of brackets. Space and \ufeff are white space there, \u0085 is not.
_SETS: Final[Mapping[str, str]] = {
    "d": "0-9",
    "w": "0-9A-Z_a-z",
    "s": r"\t\n\u000b\u000c\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\ufeff",
}
_NO_LINE_END: Final = r"[^\n\r\u2028\u2029]"
_ANYTHING: Final = r"[\s\S]"

_CONTROLS: Final[Mapping[str, str]] = {
    "t": r"\t",
    "n": r"\n",
    "v": r"\u000b",
    "f": r"\u000c",
    "r": r"\r",
}
_QUANTIFIER: Final = re.compile(r"(?:[*+?]|\{(\d+)(?:,(\d+)?)?\})\??", re.ASCII)
_CODE: Final = re.compile(
    r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|c([A-Za-z])|(0)(?!\d)", re.ASCII
)
_DIGITS: Final = 6
_GROUP: Final = re.compile(r"\((?:\?:|\?<[A-Za-z_$][\w$]*>|(?!\?))")
# Everything that some dialect gives a meaning, in a class of characters or outside.
_SYNTAX: Final = frozenset(r"^$\.*+?()[]{}|/-")
_DOUBLED: Final = frozenset("&~")


class _Reader:
    """Reads a pattern from left to right, and writes it anew."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0

    def pattern(self) -> str:
        """Returns all of it."""
        parts: list[str] = []
        groups = 0
        while self._at < len(self._text):
            if group := _GROUP.match(self._text, self._at):
                groups += 1
                self._at = group.end()
                parts.append("(?:")
            elif self._peek() == ")":
                groups -= 1
                self._at += 1
                if groups < 0:
                    raise _refusal("a group is closed that is not open")
                parts.append(")" + self._quantifier())
            elif self._peek() in "^$|":
                parts.append(self._next())
            else:
                parts.append(self._atom() + self._quantifier())
        if groups:
            raise _refusal("a group is not closed")
        return "".join(parts)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _next(self) -> str:
        found = self._peek()
        self._at += 1
        return found

    def _quantifier(self) -> str:
        """Returns the quantifier at this place, if there is one."""
        found = _QUANTIFIER.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        least, most = found[1] or "0", found[2] or "0"
        if max(len(least), len(most)) > _DIGITS:
            raise _refusal(f"a number of more than {_DIGITS} digits")
        if found[2] and int(least) > int(most):
            raise _refusal(f"{found[0]} has its numbers in the wrong order")
        return found[0]

    def _atom(self) -> str:
        """Returns the expression of one character."""
        start = self._at
        match self._next():
            case ".":
                return _NO_LINE_END
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case "(":
                what = self._text[start : start + 3]
                raise _refusal(
                    f"{what!r} is not a plain group, or takes no linear time"
                )
            case "*" | "+" | "?":
                raise _refusal(f"{self._text[start]!r} has nothing to repeat")
            case "{" if _QUANTIFIER.match(self._text, start):
                raise _refusal("'{' has nothing to repeat")
            case character:
                return self._literal(character)

    def _escape(self) -> str:
        """Returns the expression of an escape outside a class of characters."""
        name = self._peek()
        if name in _SETS:
            return f"[{_SETS[self._next()]}]"
        if name and name.lower() in _SETS:
            return f"[^{_SETS[self._next().lower()]}]"
        return self._character()

    def _character(self) -> str:
        """Returns the character that an escape stands for."""
        if code := _CODE.match(self._text, self._at):
            self._at = code.end()
            number = int(code[1] or code[2] or "0", 16)
            return self._coded(ord(code[3]) % 32 if code[3] else number)
        name = self._next()
        if name in _CONTROLS:
            return _CONTROLS[name]
        if not name or name.isalnum() or name == "_":
            raise _refusal(f"'\\{name}' is not the same in all dialects")
        return self._literal(name)

    def _coded(self, number: int) -> str:
        if 0xD800 <= number <= 0xDFFF:
            raise _refusal("it has half of a surrogate pair")
        return rf"\u{number:04x}"

    def _literal(self, character: str) -> str:
        if character in _DOUBLED:
            return self._coded(ord(character))
        return f"\\{character}" if character in _SYNTAX else character

    def _class(self) -> str:
        """Returns a class of characters, after its bracket."""
        negated = self._peek() == "^"
        self._at += negated
        parts: list[str] = []
        sets: set[str] = set()
        while self._peek() != "]":
            parts.append(self._member(sets))
        self._at += 1
        if not parts:
            raise _refusal("a class without characters")
        opposite = [name for name in sets if name.isupper()]
        if not opposite:
            return f"[{'^' * negated}{''.join(parts)}]"
        # The opposite of a set cannot be spelled out; but [\s\S] is just anything.
        if not negated and any(name.lower() in sets for name in opposite):
            return _ANYTHING
        if len(parts) == 1:
            (name,) = opposite
            return f"[{'^' * (not negated)}{_SETS[name.lower()]}]"
        raise _refusal(f"'\\{opposite[0]}' among other characters")

    def _member(self, sets: set[str]) -> str:
        """Returns a character, a range or a set; the letters of sets are noted."""
        first = self._class_atom(sets)
        if self._peek() != "-" or self._text[self._at + 1 : self._at + 2] in ("]", ""):
            return first
        self._at += 1
        known = len(sets)
        last = self._class_atom(sets)
        if first in _SETS.values() or last in _SETS.values() or len(sets) > known:
            raise _refusal("a range of more than characters")
        if _number(first) > _number(last):
            raise _refusal(f"the range {first}-{last} has its ends in the wrong order")
        return f"{first}-{last}"

    def _class_atom(self, sets: set[str]) -> str:
        found = self._next()
        if not found:
            raise _refusal("a class of characters is not closed")
        if found != "\\":
            return self._literal(found)
        name = self._peek()
        if name and name.lower() in _SETS:
            self._at += 1
            sets.add(name)
            return _SETS[name.lower()]
        if name == "b":  # a backspace, but only here
            self._at += 1
            return self._coded(8)
        return self._character()


def _refusal(reason: str) -> PatternError:
    return PatternError(f"cannot be translated: {reason}")


def _number(character: str) -> int:
    """Returns the number of a character as it is written anew."""
    if len(character) == len(r"\uffff"):
        return int(f"0x{character[2:]}", 0)
    return ord({r"\t": "\t", r"\n": "\n", r"\r": "\r"}.get(character, character[-1]))
