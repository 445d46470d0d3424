"""Generates `ocpp_messages` from published OCPP schemas; used at build time only."""

__all__: list[str] = []
