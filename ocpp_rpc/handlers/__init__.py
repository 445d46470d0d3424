"""What answers the calls of the peer: routers, role objects, DataTransfer by vendor.

The names that users need are those of `ocpp_rpc`.
"""

__all__: list[str] = []
