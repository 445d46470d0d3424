"""Generates `ocpp_messages`, and packages like it, from OCPP schemas."""

__all__: list[str] = []
