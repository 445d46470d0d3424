"""A relay: passes everything between chargers and their back offices.

`Relay` stands between the two (2.0.1 and 2.1 part 4 §6): each charger has a WebSocket
of its own to its back office, and what either side sends passes as it is. The relay may
call both sides itself.

* `relay` is the face; `doors` are in front of its server, where chargers come in.
* `charger` is one charger and its back office. `taps` sort out what is for the relay,
  `lanes` are the two ways, and `calling` makes calls of the relay's own on them.
* `serials` compare what a charger tells when it boots with its certificate.
* `holding` keeps a charger whose back office is lost; `redialling` has the waits
  before a back office is dialled again.
* `offices` are further back offices, which see a copy and may call; a `guest` is one of
  them, as one charger has it, and `queues` hold what waits for it.
* `upstream` says where a back office is dialled, and with what.
* `heads` read the beginning of frames, `ids` make those of the relay, `codes` say how
  one side is closed when the other one is.
* `ground` and `settings` are what all of them stand on.

It imports the station's side and the back office's; nothing but the command line
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
