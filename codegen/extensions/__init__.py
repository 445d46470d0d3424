"""Packages that extend a version by what a vendor adds."""

__all__: list[str] = []
