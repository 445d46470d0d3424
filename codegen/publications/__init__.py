"""Where published files come from, and what an update changes."""

__all__: list[str] = []
