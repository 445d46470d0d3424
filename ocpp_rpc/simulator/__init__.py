"""Simulated chargers and back offices, for tests and trials of the other side.

`connected` yields a `Charger`, which boots, charges and answers the calls of its back
office. `load_script` loads a script for a charger. `run_crowd` runs many chargers at
once, and a `Tally` counts their calls and connections. `back_office_for` returns a
`BackOffice` that answers every action of a station. All of them support all versions of
OCPP.

They connect with `ocpp_rpc.connect` and `ocpp_rpc.serve`, so they need the extra of the
WebSocket library and no other one. Events are reported to a `Narrator`, and questions
go to a person through an `Ask`; without these, nothing is shown and nobody is asked.
"""

from .back_office import BackOffice
from .charger import Charger, connected
from .choosing import back_office_for
from .crowd import run_crowd
from .expectations import Answer, Expectation
from .outcomes import Failure, Step
from .scripting import READY_MADE, Session, find_script, load_script
from .station import Reason
from .tally import Figures, Tally, Times
from .telling import Ask, Charging, Narrator, Note, SettingsRead, Told, Trouble

__all__ = [
    "READY_MADE",
    "Answer",
    "Ask",
    "BackOffice",
    "Charger",
    "Charging",
    "Expectation",
    "Failure",
    "Figures",
    "Narrator",
    "Note",
    "Reason",
    "Session",
    "SettingsRead",
    "Step",
    "Tally",
    "Times",
    "Told",
    "Trouble",
    "back_office_for",
    "connected",
    "find_script",
    "load_script",
    "run_crowd",
]
