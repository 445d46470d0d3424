"""Simulated chargers and back offices, for tests and trials of the other side.

`connected` gives a `Charger`, which boots, charges and answers what its back office
asks for; `load_script` loads a script for one, and `run_crowd` lets many hold a session
at once, which a `Tally` counts. `back_office_for` gives a `BackOffice` that answers
every action of a station. All of them speak all versions of OCPP.

They connect with `ocpp_rpc.connect` and `ocpp_rpc.serve`, so they need the extra of the
WebSocket library and no other one. What happens is told to a `Narrator`, and a person
is asked by an `Ask`; without them nothing is shown, and nobody is asked.
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
