"""Schemas and data, read into one model."""

__all__: list[str] = []
