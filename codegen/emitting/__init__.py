"""The generated packages: models, serializers and tables, and their drift."""

__all__: list[str] = []
