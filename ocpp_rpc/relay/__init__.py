"""A relay: passes all messages between chargers and their back offices.

A `Relay` stands between chargers and a back office (2.0.1 and 2.1 part 4 §6). It opens
one WebSocket to the back office for each charger, and passes the messages of both sides
unchanged. It can also call both sides itself.

* `relay` has the class `Relay`. `doors` decide about connecting chargers, before the
  server of the relay does.
* `charger` is one charger with its back office. `taps` take out the messages that are
  for the relay, `lanes` are the two directions, and `calling` makes the relay's own
  calls on them.
* `serials` compare the serial number in a BootNotification with the certificate.
* `holding` keeps a charger connected whose back office is lost; `redialling` has the
  waits before the relay connects to a back office again.
* `offices` describe further back offices, which get a copy of the messages and may
  call. `guests` are their connections for one charger, and `queues` keep the messages
  that wait for them.
* `upstream` has the address and the credentials for a back office.
* `heads` read the beginning of frames, `ids` make the message ids of the relay, and
  `codes` choose how one side is closed when the other one closes.
* `ground` and `settings` are shared by all of these.

This package imports the station's side and the back office's; only the command line
imports it.
"""

from .calling import Side
from .charger import Charger
from .chargers import Chargers
from .offices import SecondOffice
from .relay import Relay
from .settings import RelaySettings
from .upstream import Upstream

__all__ = [
    "Charger",
    "Chargers",
    "Relay",
    "RelaySettings",
    "SecondOffice",
    "Side",
    "Upstream",
]
