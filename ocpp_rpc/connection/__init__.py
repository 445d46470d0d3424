"""An open connection: joins a session, a transport and the handlers, using asyncio.

The public names of this package are exported by `ocpp_rpc`.
"""

__all__: list[str] = []
