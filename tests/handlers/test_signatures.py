"""How a function wants to be called, and what it is called in a message."""

# No `from __future__ import annotations`: both ways to annotate are tested.

from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Annotated, Any

import pytest

import ocpp_rpc
from ocpp_messages import Model, Request, v16, v21, v201
from ocpp_rpc import Connection, RegistrationError, Router
from ocpp_rpc.handlers.data_transfer import DataTransfers, VendorMessage
from ocpp_rpc.handlers.routing import routes_of
from ocpp_rpc.handlers.signatures import First, first_argument, named
from ocpp_rpc.testing import raw_peer

if TYPE_CHECKING:
    from ocpp_messages.v16 import ResetRequest as Elsewhere


class Ours(Connection):
    """A connection of a program."""


def by_class(_: Connection) -> None: ...
def by_subclass(_: Ours) -> None: ...
def by_module(_: ocpp_rpc.Connection) -> None: ...
def by_text(_: "Connection") -> None: ...
def by_text_elsewhere(_: "missing.Connection") -> None: ...  # type: ignore[name-defined]  # noqa: F821
def by_side(_: ocpp_rpc.BackOfficeConnection) -> None: ...
def by_text_of_side(_: "missing.StationConnection") -> None: ...  # type: ignore[name-defined]  # noqa: F821
def by_text_with_side(_: "missing.Connection[missing.StationSide]") -> None: ...  # type: ignore[name-defined]  # noqa: F821
def optional(_: Connection | None) -> None: ...
def annotated(_: Annotated[Connection, "ours"]) -> None: ...
def request(_: v16.ResetRequest) -> None: ...
def send(_: v21.NotifyPeriodicEventStream) -> None: ...
def requests(_: v16.ResetRequest | v201.ResetRequest) -> None: ...
def model(_: Model) -> None: ...
def generic(_: Request[Any]) -> None: ...
def elsewhere(_: "Elsewhere") -> None: ...
def request_elsewhere(_: "missing.ResetRequest") -> None: ...  # type: ignore[name-defined]  # noqa: F821
def named_connection(connection) -> None: ...  # type: ignore[no-untyped-def]
def named_request(_request: Any) -> None: ...
def named_request_object(request: object) -> None: ...
def other(x: Any) -> None: ...
def of_text(connection: str) -> None: ...
def mixed(_: v16.ResetRequest | Connection) -> None: ...
def none() -> None: ...


class Method:
    def method(self, connection: Connection) -> None: ...
    def __call__(self, request: v16.ResetRequest) -> None: ...


def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def inner(*arguments: Any) -> Any:
        return function(*arguments)

    return inner


LAMBDA: Callable[[Any], Any] = lambda connection: None  # noqa: E731

FIRST: dict[str, tuple[Any, First | None]] = {
    "a connection": (by_class, "connection"),
    "a subclass of it": (by_subclass, "connection"),
    "by its module": (by_module, "connection"),
    "as a text": (by_text, "connection"),
    "as a text that has no meaning": (by_text_elsewhere, "connection"),
    "of one side": (by_side, "connection"),
    "of one side, as a text": (by_text_of_side, "connection"),
    "with its side, as a text": (by_text_with_side, "connection"),
    "annotated": (annotated, "connection"),
    "a class": (Ours, None),
    "a method": (Method().method, "connection"),
    "an object": (Method(), "request"),
    "a partial": (partial(by_class), "connection"),
    "a decorated function": (decorated(by_class), "connection"),
    "a request": (request, "request"),
    "a message that is not answered": (send, "request"),
    "requests of two versions": (requests, "request"),
    "any message": (model, "request"),
    "any request": (generic, "request"),
    "imported for types only": (request_elsewhere, "request"),
    "the name of a connection": (named_connection, "connection"),
    "the name of a request": (named_request, "request"),
    "the name beside object": (named_request_object, "request"),
    "a lambda": (LAMBDA, "connection"),
    "another name": (other, None),
    "another class": (of_text, None),
    "either": (mixed, None),
    "perhaps": (optional, None),
    "nothing": (none, None),
    "no function": (5, None),
}


@pytest.mark.parametrize(("function", "first"), FIRST.values(), ids=FIRST)
def test_the_first_argument(function: Any, first: First | None) -> None:
    assert first_argument(function) == first


LINE = named_request.__code__.co_firstlineno


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (named_request, f"named_request (test_signatures.py:{LINE})"),
        (decorated(named_request), f"named_request (test_signatures.py:{LINE})"),
        (
            partial(named_request),
            f"a partial of named_request (test_signatures.py:{LINE})",
        ),
        (v16.ResetRequest, "ResetRequest"),
        (5, "an object of the class int"),
        (Router(), "an object of the class Router"),
        (len, "len"),
    ],
    ids=["function", "decorated", "partial", "class", "number", "object", "built in"],
)
def test_its_name(value: Any, name: str) -> None:
    assert named(value) == name


def test_the_name_of_a_lambda_and_a_method() -> None:
    assert named(lambda: None).startswith(
        "test_the_name_of_a_lambda_and_a_method.<lambda> (test_signatures.py:"
    )
    assert named(Method().method).startswith("Method.method (test_signatures.py:")


# --- What is refused when it is registered --------------------------------------------


class Office(v16.CentralSystem):
    async def heartbeat(  # type: ignore[override]
        self, connection: Connection, request: v16.HeartbeatRequest
    ) -> v16.HeartbeatResponse:
        raise NotImplementedError


MESSAGE = VendorMessage("com.acme", None, str, str)


def connecting(handler: Any) -> object:
    return ocpp_rpc.connect("ws://a", "CP001", versions=["1.6"], handler=handler)


REGISTER: dict[str, Callable[[Any], object]] = {
    "routes_of": routes_of,
    "connect": connecting,
    "add": partial(Router().add, v16.ResetRequest),
    "on": Router().on(v16.ResetRequest),
    "after": Router().after(v16.ResetRequest),
    "include": Router().include,
    "on_transfer": DataTransfers().on_transfer(MESSAGE),
}
OF_A_CONNECTION: list[Any] = [by_class, named_connection, LAMBDA]


@pytest.mark.parametrize("register", REGISTER.values(), ids=REGISTER)
@pytest.mark.parametrize("function", OF_A_CONNECTION)
def test_a_function_of_a_connection_is_no_handler(register: Any, function: Any) -> None:
    with pytest.raises(RegistrationError, match=r"\(test_signatures.py:\d+\)"):
        register(function)


async def test_nor_may_it_become_one() -> None:
    async with raw_peer(version="1.6") as peer:
        with pytest.raises(RegistrationError, match="takes a connection first"):
            peer.connection.set_handler(by_class)


def test_nor_is_a_method_that_takes_the_connection_first() -> None:
    with pytest.raises(RegistrationError, match=r"Office\.heartbeat"):
        routes_of(Office())
