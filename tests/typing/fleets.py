"""What a fleet returns is of the request's or the message's class."""

from typing import assert_type

from ocpp_messages import v1x, v16, v201
from ocpp_rpc import fleet


async def calls(chargers: fleet.Fleet) -> None:
    """A call over a fleet, to one station and to all."""
    reset = v16.ResetRequest(type=v16.ResetType.SOFT)
    assert_type(await chargers.call("CP001", reset), v16.ResetResponse)
    either = v1x.ResetRequest(type=v1x.ResetType.SOFT)
    assert_type(await chargers.call("CP001", either), v1x.ResetResponse)
    async for outcome in chargers.each(v201.ClearCacheRequest()):
        assert_type(outcome.response, v201.ClearCacheResponse | None)
    await chargers.call("CP001", "Reset")  # refused


async def messages(chargers: fleet.Fleet) -> None:
    """What stations send."""
    async for message in chargers.messages(v16.MeterValuesRequest):
        assert_type(message.request, v16.MeterValuesRequest)
    async for place in chargers.connected():
        assert_type(place, fleet.Place)


def waiting(chargers: fleet.sync.Fleet) -> None:
    """The blocking twin."""
    assert_type(chargers.call("CP001", v16.ClearCacheRequest()), v16.ClearCacheResponse)
    for outcome in chargers.each(v16.ClearCacheRequest()):
        assert_type(outcome.response, v16.ClearCacheResponse | None)
    for message in chargers.messages(v16.MeterValuesRequest):
        assert_type(message.request, v16.MeterValuesRequest)
