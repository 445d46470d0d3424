"""Observers for `Settings(observer=...)`: a log of all messages, and several at once.

`wire_log` writes every message to a log, without the credentials in it. `observers`
combines several observers. `ocpp_rpc.observing.telemetry` has one for OpenTelemetry.

Credentials are found as follows. Nearly all messages contain none of the words that
come with a credential, and are logged as they are. Any other message is decoded, and
the following parts of it are masked:

* members that are named for a secret: `password`, `apnPassword`, `basicAuthPassword`,
  `simPin` and their like, and the `key` of a `vpn` (SetNetworkProfile of 2.x);
* the value of a setting that is named for one: AuthorizationKey in ChangeConfiguration
  and GetConfiguration (1.6 security white paper), BasicAuthPassword and others in
  SetVariables, GetVariables and the reports of 2.x;
* the password in a URL, such as the location of GetDiagnostics and UpdateFirmware;
* what follows Basic or Bearer, as in a header line Authorization;
* the same in the payload of a signed message, which is shown in plain JSON;
* the same in JSON within a string, such as the data of a DataTransfer of 1.6, and in
  base64 within a string.

A message that may contain a credential but cannot be decoded is not logged at all.
Everything else is logged, including the id tokens of drivers, because a log of charging
is useless without them. Such a log therefore contains personal data.
"""

from __future__ import annotations

import base64
import json
import logging
import re
from collections.abc import Mapping
from typing import Any, Final, cast

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Observer
from ocpp_rpc.lines import about, printable
from ocpp_rpc.protocol.events import (
    Event,
    FrameReceived,
    FrameSent,
    SignatureRefused,
    Signed,
)
from ocpp_rpc.protocol.frames import Call, CallResult, Send
from ocpp_rpc.protocol.jws import Jws, read_jws
from ocpp_rpc.protocol.parsing import parse

__all__ = ["observers", "redacted", "wire_log"]

logger = logging.getLogger("ocpp_rpc.observing")
wire_logger = logging.getLogger("ocpp_rpc.wire")


def observers(*each: Observer) -> Observer:
    """Combine several observers into one.

    The observers are called in the given order. If one of them raises an exception, it
    is logged, and the others are called nevertheless.

    Args:
        each: The observers.
    """

    def tell(event: Event, connection: Connection) -> None:
        for observer in each:
            try:
                observer(event, connection)
            except Exception:
                logger.exception(
                    "%r: an observer failed",
                    connection.identity,
                    extra=about(connection.identity, connection.version),
                )

    return tell


def wire_log(*, limit: int = 10_000) -> Observer:
    """Return an observer that logs all messages to `ocpp_rpc.wire` at level DEBUG.

    A record has the identity of the station, `sent` or `received`, and the text without
    credentials. For a signed message, it shows the payload and the header as plain
    JSON, and a second record has the result of the signature check. Unprintable
    characters are escaped, so a message is always one line. While the logger is not
    enabled for DEBUG, the observer does nothing.

    Args:
        limit: The number of characters of a message to show; default: 10,000.
    """

    def log(event: Event, connection: Connection) -> None:
        if isinstance(event, FrameReceived | FrameSent) and wire_logger.isEnabledFor(
            logging.DEBUG
        ):
            identity = printable(connection.identity)
            # In this order: what is cut can no longer be decoded, and what is escaped
            # may no longer look like a credential.
            text = printable(_cut(redacted(event.text), limit))
            direction = _DIRECTIONS[type(event)]
            extra = about(connection.identity, connection.version)
            wire_logger.debug("%s %s %s", identity, direction, text, extra=extra)
        elif isinstance(event, Signed | SignatureRefused):
            extra = about(connection.identity, connection.version)
            identity = printable(connection.identity)
            wire_logger.debug("%s %s", identity, event, extra=extra)

    return log


def redacted(message: str | bytes) -> str:
    """Return a message without the credentials in it, for people to read.

    A signed message is taken apart, so that its payload can be read. What may hold a
    credential and cannot be decoded is replaced as a whole.

    Args:
        message: The message, or its payload; bytes are read as UTF-8, and what is none
            is escaped.
    """
    return _redact(_opened(_text(message)))


_DIRECTIONS: Mapping[type[Event], str] = {FrameReceived: "received", FrameSent: "sent"}


def _text(message: str | bytes) -> str:
    if isinstance(message, str):
        return message
    return message.decode("utf-8", "backslashreplace")


def _opened(text: str) -> str:
    """Return a message; if it is signed, with its payload and header in plain JSON.

    In base64, the payload could be masked as a whole only.
    """
    if '"protected"' not in text:
        return text
    frame = parse(text)
    if not isinstance(frame, Call | CallResult | Send):
        return text
    jws = read_jws(frame.payload)
    content = None if jws is None else _content(jws)
    if jws is None or content is None:
        return text
    header, signature = _header(jws), json.dumps(jws.signature)
    frame.payload = (
        f'{{"payload":{content},"protected":{header},"signature":{signature}}}'
    )
    return frame.serialize()


def _header(jws: Jws) -> str:
    """Return the header of a JWS as JSON; as it came if it cannot be read."""
    try:
        return json.dumps(jws.header(), separators=(",", ":"))
    except ValueError:
        return json.dumps(jws.protected)


def _content(jws: Jws) -> str | None:
    """Return the payload in a JWS; None if it is not JSON."""
    try:
        content = jws.content()
        json.loads(content)
    except (ValueError, RecursionError):
        return None
    return content


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return f"{text[:limit]}... ({len(text)} characters)"


# --- Credentials ----------------------------------------------------------------------

_MASK: Final = "***"

# What the names of secrets hold, in lower case.
_SECRETS = (
    "authorizationkey",
    "passphrase",
    "password",
    "secret",
    "simpin",
    "vpnkey",
)

# A text without any of these has no credential, unless it is in base64. The last two
# begin escapes of JSON, in which a peer may write the others.
_SIGNS = (*_SECRETS, "vpn", "://", "basic ", "bearer ", r"\u", r"\/")

# Base64 of either alphabet (RFC 4648), long enough for a member with a secret in it:
# `{"vpnKey":"xy"}` takes 20 characters. Shorter words are too many to decode them all.
_BASE64 = re.compile("[A-Za-z0-9+/_-]{20,}={0,2}")

# The end of a line of MIME (RFC 2045 §6.8), as JSON escapes it. A line by itself need
# not decode to anything readable, so such a text counts as one to be decoded.
_BASE64_IN_LINES = re.compile(r"[A-Za-z0-9+/_-]{20,}(?:\\r)?\\n")
_USUAL_ALPHABET = str.maketrans("-_", "+/")

# What comes before a password in a URL: `://user:`, but not `://host:21/`, nor the
# bracket of an IPv6 address. No parser of URLs: they are to be found within sentences,
# and chargers send such that no parser takes, with an @ or a slash in the password.
_BEFORE_PASSWORD = re.compile(r"://(?!\[)[^/\s:]*:(?![0-9]{1,5}/)")
_WORD = re.compile(r"\S+")

# Credentials of HTTP (RFC 7617, RFC 6750): six or more of these characters, of which at
# least one is no lower-case letter, so that "basic charging" and "Bearer token" stay.
_AUTHORIZATION = re.compile(
    r"\b((?:[Bb]asic|[Bb]earer) +)(?=\S*[A-Z0-9=+/])[\w.~+/-]{6,}=*"
)

# Members that hold the value of the setting that stands beside or above them.
_SETTING_VALUES = frozenset({"actualValue", "attributeValue", "value"})

# Members that are secret below a certain one.
_SECRETS_BELOW: Mapping[str, frozenset[str]] = {"vpn": frozenset({"key"})}


def _redact(text: str) -> str:
    """Return a text, as it is or without the credentials in it."""
    if not _may_hold_credentials(text):
        return text
    try:
        value = json.loads(text)
        redacted = _redact_value(value, frozenset())
        if redacted == value:
            return text  # as it came, with the blanks that somebody may look for
        return json.dumps(redacted, ensure_ascii=False, separators=(",", ":"))
    except (ValueError, RecursionError):  # a peer may nest lists without end
        return f"({len(text)} characters, unreadable, that may hold a credential)"


def _may_hold_credentials(text: str) -> bool:
    lowered = text.lower()
    return (
        any(sign in lowered for sign in _SIGNS)
        or any(_hides_credentials(found[0]) for found in _BASE64.finditer(text))
        or _BASE64_IN_LINES.search(text) is not None
    )


def _redact_value(value: Any, hidden: frozenset[str]) -> Any:
    """Return a JSON value without credentials.

    Args:
        value: The value.
        hidden: Which members of objects are secret, whatever they are named for.
    """
    if isinstance(value, dict):
        return _redact_object(cast(dict[str, Any], value), hidden)
    if isinstance(value, list):
        return [_redact_value(item, hidden) for item in cast(list[object], value)]
    if isinstance(value, str):
        return _redact_string(value)
    return value


def _redact_object(value: dict[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    if _is_secret(_setting_name(value)):
        hidden |= _SETTING_VALUES
    return {
        name: _MASK
        if name in hidden or _is_secret(name)
        else _redact_value(member, hidden | _SECRETS_BELOW.get(name, frozenset()))
        for name, member in value.items()
    }


def _setting_name(value: Mapping[str, Any]) -> Any:
    """Return the name of the setting that an object is about, if it is about one."""
    match value:
        case {"variable": {"name": name}} | {"key": name}:  # 2.x, 1.x
            return name
        case _:
            return None


def _is_secret(name: Any) -> bool:
    if not isinstance(name, str):
        return False
    lowered = name.lower()
    return any(secret in lowered for secret in _SECRETS)


def _redact_string(text: str) -> str:
    if _BEGINS_LIKE_JSON.match(text):
        return _redact(text)
    if _hides_credentials("".join(text.split())):  # base64 may be in several lines
        return _MASK
    text = _BASE64.sub(_mask_if_it_hides, text)
    text = _AUTHORIZATION.sub(rf"\1{_MASK}", text)
    return _mask_passwords_in_urls(text)


def _mask_passwords_in_urls(text: str) -> str:
    return _WORD.sub(_mask_password, text) if "://" in text else text


def _mask_password(found: re.Match[str]) -> str:
    """Return a word without the password in it, up to the last @.

    Whoever does not escape an @ or a slash in a password is understood.
    """
    rest, at, host = found[0].rpartition("@")
    start = _BEFORE_PASSWORD.search(rest) if at else None
    return found[0] if start is None else f"{rest[: start.end()]}{_MASK}@{host}"


_BEGINS_LIKE_JSON: Final = re.compile(r'[\s\ufeff]*[{\["]')


def _mask_if_it_hides(found: re.Match[str]) -> str:
    return _MASK if _hides_credentials(found[0]) else found[0]


# In JSON, a peer may write any character so, and a slash with a backslash before it.
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|/)")


def _unescaped(found: re.Match[str]) -> str:
    return "/" if found[1] is None else chr(int(found[1], 16))


def _hides_credentials(text: str) -> bool:
    """Tell whether a text is another one, in base64, that may not be shown.

    That one is not taken apart: a peer might send base64 of base64, and so on.
    """
    if _BASE64.fullmatch(text) is None:
        return False
    encoded = text.rstrip("=").translate(_USUAL_ALPHABET)
    try:
        data = base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
        decoded = _ESCAPE.sub(_unescaped, data.decode())
    except ValueError:
        return False
    lowered = decoded.lower()
    return (
        any(name in lowered for name in (*_SECRETS, *_SECRETS_BELOW))
        or _AUTHORIZATION.search(decoded) is not None
        or _mask_passwords_in_urls(decoded) != decoded
    )
