"""A charger and a back office that follow scripts."""

__all__: list[str] = []
