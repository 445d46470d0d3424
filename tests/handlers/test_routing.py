"""Which function answers which message."""

from __future__ import annotations

import inspect
import pickle
import sys
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from ocpp_messages import Model, Procedure, v1x, v15, v16, v21, v201
from ocpp_rpc.errors import RegistrationError
from ocpp_rpc.handlers.routing import Router, Routes, routes_of
from ocpp_rpc.handlers.signatures import positional_arguments

if TYPE_CHECKING:
    from ocpp_rpc import Connection

HEARTBEAT = v16.PROCEDURES["Heartbeat"]
RESET = v16.PROCEDURES["Reset"]
ACCEPTED = v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)
SOFT = v16.ResetRequest(type=v16.ResetType.SOFT)

CONNECTION: Any = "connection"


def handle(routes: Routes, request: Model, procedure: Procedure = RESET) -> Any:
    """Call the handler with a request and a stand-in for the connection."""
    route = routes.find(procedure)
    assert route is not None
    return route.handler(request, CONNECTION)


def test_a_function_is_found_by_its_request() -> None:
    routes = Router()

    @routes.on(v16.ResetRequest)
    def reset(request: v16.ResetRequest, connection: Any) -> v16.ResetResponse:
        assert (request, connection) == (SOFT, CONNECTION)
        return ACCEPTED

    assert handle(routes, SOFT) is ACCEPTED
    assert routes.find(HEARTBEAT) is None
    assert routes.find(v201.PROCEDURES["Reset"]) is None
    assert reset(SOFT, CONNECTION) is ACCEPTED  # the function is unchanged


def test_a_function_of_the_request_alone() -> None:
    routes = Router()

    @routes.on(v16.ResetRequest)
    def reset(request: v16.ResetRequest) -> v16.ResetResponse:
        assert request is SOFT
        return ACCEPTED

    assert handle(routes, SOFT) is reset(SOFT)


def test_one_function_for_several_messages() -> None:
    routes = Router()

    routes.add(v16.ResetRequest, same)
    routes.add(v201.ResetRequest, same)
    assert routes.find(RESET) is not None
    assert routes.find(v201.PROCEDURES["Reset"]) is not None


def same(request: Any) -> Any:
    return request


async def coroutine_function(_request: Any) -> Any: ...


# --- What cannot be registered --------------------------------------------------------


@pytest.mark.parametrize(
    "message", [v16.ResetResponse, v16.IdTagInfo, Model, SOFT, "Reset", None]
)
def test_only_requests_have_handlers(message: Any) -> None:
    with pytest.raises(RegistrationError, match="is not a request class"):
        Router().on(message)
    with pytest.raises(RegistrationError, match="is not a request class"):
        Router().add(message, coroutine_function)
    with pytest.raises(RegistrationError, match="is not a request class"):
        Router().after(message)


def test_a_second_handler() -> None:
    routes = Router()
    routes.add(v16.ResetRequest, coroutine_function)
    with pytest.raises(RegistrationError, match="ResetRequest has a handler already"):
        routes.add(v16.ResetRequest, coroutine_function)


def test_a_second_after() -> None:
    routes = Router()
    routes.after(v16.ResetRequest)(coroutine_function)
    with pytest.raises(
        RegistrationError, match="ResetRequest has an after function already"
    ):
        routes.after(v16.ResetRequest)(coroutine_function)


def nothing() -> None: ...


def three(_a: Any, _b: Any, _c: Any) -> None: ...


def keyword(_request: Any, *, option: Any) -> None: ...


@pytest.mark.parametrize("function", [nothing, three, keyword, None, "x", 5])
def test_what_cannot_be_called_with_a_request(function: Any) -> None:
    with pytest.raises(RegistrationError, match=r"\(request, connection\)"):
        Router().add(v16.ResetRequest, function)


def one(_a: Any) -> None: ...


def four(_a: Any, _b: Any, _c: Any, _d: Any) -> None: ...


def all_optional(_a: Any = None, _b: Any = None) -> None: ...


def optional(_a: Any, _b: Any = None, _c: Any = None) -> None: ...


def variable(*_arguments: Any) -> None: ...


@pytest.mark.parametrize(
    ("function", "count"),
    [
        (nothing, 0),
        (one, 1),
        (three, 3),
        (four, 0),
        (keyword, 0),
        (optional, 1),
        (all_optional, 1),
        (variable, 3),
        ("x", 0),
    ],
)
def test_positional_arguments(function: Any, count: int) -> None:
    assert positional_arguments(function, 3) == count


# --- After ----------------------------------------------------------------------------


@pytest.mark.parametrize("after_first", [True, False])
def test_after(after_first: bool) -> None:
    routes = Router()
    seen: list[Any] = []

    def after(request: Any, response: Any) -> None:
        seen.append((request, response))

    if after_first:
        routes.after(v16.ResetRequest)(after)
    routes.add(v16.ResetRequest, coroutine_function)
    if not after_first:
        routes.after(v16.ResetRequest)(after)
    route = routes.find(RESET)
    assert route is not None
    assert route.after is not None
    route.after(SOFT, ACCEPTED, "connection")
    assert seen == [(SOFT, ACCEPTED)]


def test_after_what_is_included() -> None:
    routes, included = Router(), Router()
    routes.include(included)
    routes.after(v16.ResetRequest)(coroutine_function)
    assert routes.find(RESET) is None
    included.add(v16.ResetRequest, coroutine_function)
    route = routes.find(RESET)
    assert route is not None
    assert route.after is not None


# --- Role objects ---------------------------------------------------------------------


class Charger(v16.ChargePoint):
    async def reset(
        self, request: v16.ResetRequest, connection: Any
    ) -> v16.ResetResponse:
        return ACCEPTED


class SpecialCharger(Charger):
    def clear_cache(self, request: v16.ClearCacheRequest) -> Any:  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride]
        return request


def test_a_role_object_has_what_its_class_overrides() -> None:
    routes = routes_of(SpecialCharger())
    assert routes.find(v16.PROCEDURES["UnlockConnector"]) is None
    assert routes.find(HEARTBEAT) is None
    reset = routes.find(RESET)
    assert reset is not None
    request = v16.ClearCacheRequest()
    assert handle(routes, request, v16.PROCEDURES["ClearCache"]) is request


def test_a_role_object_serves_its_own_version() -> None:
    assert routes_of(Charger()).find(v201.PROCEDURES["Reset"]) is None


class Typed(v16.ChargePoint["Connection"]):
    """A role class that says what its connections are."""

    async def reset(
        self, request: v16.ResetRequest, connection: Connection
    ) -> v16.ResetResponse:
        return ACCEPTED


async def test_a_role_class_with_an_argument_is_like_one_without() -> None:
    charger = Typed()
    routes = routes_of(charger)
    assert await handle(routes, SOFT) is ACCEPTED
    assert routes.find(v16.PROCEDURES["ClearCache"]) is None
    assert Typed.__bases__ == (v16.ChargePoint,)
    assert inspect.signature(Typed.clear_cache) == inspect.signature(
        v16.ChargePoint.clear_cache
    )
    assert type(pickle.loads(pickle.dumps(charger))) is Typed
    assert type(v16.ChargePoint["Connection"]()) is v16.ChargePoint


def test_a_class_that_is_a_role_in_two_versions() -> None:
    class Both(v16.ChargePoint, v21.ChargingStation):  # type: ignore[misc]
        async def reset(self, request: Any, connection: Any) -> Any: ...

    routes = routes_of(Both())
    assert routes.find(RESET) is not None
    assert routes.find(v21.PROCEDURES["Reset"]) is not None
    assert routes.find(v21.PROCEDURES["ClearCache"]) is None


def test_a_class_of_an_own_module_called_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shop(Charger):
        async def reset(self, request: Any, connection: Any) -> v16.ResetResponse:
            return ACCEPTED

    monkeypatch.setitem(sys.modules, "shop", ModuleType("shop"))
    monkeypatch.setattr(Shop, "__module__", "shop.roles")
    assert routes_of(Shop()).find(RESET) is not None


# --- What a handler may be ------------------------------------------------------------


def test_a_function_gets_everything() -> None:
    routes = routes_of(same)
    assert handle(routes, SOFT) is SOFT
    assert routes.find(HEARTBEAT) is not None


def test_no_handler() -> None:
    assert routes_of(None).find(RESET) is None


def test_a_router_is_itself() -> None:
    routes = Router()
    assert routes_of(routes) is routes


def test_a_class_is_not_an_instance() -> None:
    with pytest.raises(RegistrationError, match="Charger is a class"):
        routes_of(Charger)


@pytest.mark.parametrize("handler", [5, "x", object(), nothing])
def test_what_is_no_handler(handler: Any) -> None:
    with pytest.raises(RegistrationError):
        routes_of(handler)


def test_inclusion_goes_in_order() -> None:
    routes, first, second = Router(), Router(), Router()
    routes.include(first)
    routes.include(second)
    routes.include(Charger())
    assert routes.find(RESET) is not None
    for number, each in enumerate((second, first, routes)):
        each.add(v16.ResetRequest, partial(number_and, number))
        assert handle(routes, SOFT) == (number, SOFT)


def number_and(number: int, request: Any) -> Any:
    return number, request


def test_what_waits_needs_no_thread() -> None:
    async def handler(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise NotImplementedError

    with pytest.raises(RegistrationError, match="in_thread is for plain"):
        Router().add(v16.HeartbeatRequest, handler, in_thread=True)


def test_handlers_of_1x_stand_in() -> None:
    def reset(_: v1x.ResetRequest) -> v1x.ResetResponse:
        return v1x.ResetResponse(accepted=True)

    def after(_: v1x.ResetRequest) -> None: ...

    routes = Router()
    routes.add(v1x.ResetRequest, reset)
    routes.after(v1x.ResetRequest)(after)
    for package in (v15, v16):
        route = routes.find(package.PROCEDURES["Reset"])
        assert route is not None
        assert route.after is not None
        response = route.handler(package.ResetRequest(type="Soft"), None)
        assert response == package.ResetResponse(status="Accepted")
        assert routes.find(package.PROCEDURES["ClearCache"]) is None
    assert routes.find(v201.PROCEDURES["Reset"]) is None
