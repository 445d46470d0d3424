"""An open connection: a session, a transport and the handlers, with asyncio between.

The names that users need are those of `ocpp_rpc`.
"""

__all__: list[str] = []
