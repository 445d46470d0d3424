"""Messages without a connection: built, written, read, refused."""

from ocpp_messages import DecodeError, v201

__all__ = ["main"]


def main() -> None:
    """Write a boot notification, read it back, and read a bad one."""
    request = v201.BootNotificationRequest(
        reason=v201.BootReasonEnumType.POWER_UP,
        charging_station=v201.ChargingStationType(model="X1", vendor_name="Acme"),
    )
    text = v201.dumps(request)
    print(text)

    again = v201.loads(v201.BootNotificationRequest, text)
    assert again == request
    print(again.charging_station.vendor_name)

    bad = '{"reason": "Lunch", "chargingStation": {"model": "X1"}}'
    try:
        v201.loads(v201.BootNotificationRequest, bad)
    except DecodeError as error:
        for violation in error.violations:
            print(violation.kind, violation.path)


if __name__ == "__main__":
    main()
