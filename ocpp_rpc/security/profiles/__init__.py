"""Security profiles: their definitions, and the checks that stations comply."""

__all__: list[str] = []
