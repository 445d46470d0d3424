"""One interface for several versions: how their messages are unified."""

__all__: list[str] = []
