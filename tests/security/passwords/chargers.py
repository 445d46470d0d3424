"""Chargers whose password is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ocpp_messages import load
from ocpp_rpc import Router
from tests.confidential import KEY, PASSWORD

__all__ = ["Charger", "old_of"]

OLD = {"1.6": KEY, "2.0": PASSWORD.encode()}


def old_of(version: str) -> bytes:
    return OLD.get(version, OLD["2.0"])


class Charger:
    """A charger that answers changes of its password as it is told.

    Attributes:
        status: What it answers with.
        key: The password that it uses.
        asked: All that it was asked to take.
        on_change: Called before it answers.
    """

    def __init__(self, version: str, status: str = "Accepted") -> None:
        self.version = version
        self.status = status
        self.key = old_of(version)
        self.asked: list[bytes] = []
        self.on_change: Callable[[], object] = dict
        self.routes = Router()
        package = load(version)
        action = "ChangeConfiguration" if version == "1.6" else "SetVariables"
        answer = self._change if version == "1.6" else self._set
        self.routes.add(package.PROCEDURES[action].request, answer)
        self._package = package

    def _take(self, key: bytes) -> None:
        self.asked.append(key)
        if self.status == "Accepted":
            self.key = key
        self.on_change()

    def _change(self, request: Any) -> Any:
        assert request.key == "AuthorizationKey"
        self._take(bytes.fromhex(request.value))
        return vars(self._package)["ChangeConfigurationResponse"](status=self.status)

    def _set(self, request: Any) -> Any:
        (data,) = request.set_variable_data
        assert (data.component.name, data.variable.name) == (
            "SecurityCtrlr",
            "BasicAuthPassword",
        )
        assert data.attribute_type is None
        self._take(data.attribute_value.encode())
        result = vars(self._package)["SetVariableResultType"](
            attribute_status=self.status,
            component=data.component,
            variable=data.variable,
        )
        return vars(self._package)["SetVariablesResponse"](set_variable_result=[result])
