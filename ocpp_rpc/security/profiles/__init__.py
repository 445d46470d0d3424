"""Security profiles: what each of them is, and whether a station keeps to it."""

__all__: list[str] = []
