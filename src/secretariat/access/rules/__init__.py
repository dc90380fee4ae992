"""Viewers, marks and compartments as every room above names them."""

from secretariat.access.rules.appointments import (
    Appointment,
    AppointmentKind,
    Duty,
    Seat,
    in_force,
    is_organisation,
    viewer_from,
)
from secretariat.access.rules.compartments import (
    Compartment,
    Distribution,
    Stage,
    UnableToPlace,
    addressed_to,
    derived_from,
    draft_of,
    placed_anew,
    see,
)
from secretariat.kernel.viewers import PUBLIC, SECRETARIAT, Body, Mark, Viewer, delegation_of

__all__ = [
    "PUBLIC",
    "SECRETARIAT",
    "Appointment",
    "AppointmentKind",
    "Body",
    "Compartment",
    "Distribution",
    "Duty",
    "Mark",
    "Seat",
    "Stage",
    "UnableToPlace",
    "Viewer",
    "addressed_to",
    "delegation_of",
    "derived_from",
    "draft_of",
    "in_force",
    "is_organisation",
    "placed_anew",
    "see",
    "viewer_from",
]
