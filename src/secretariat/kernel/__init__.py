"""Small value types that every room speaks: periods, dates, texts, standing, figures.

Pure Python: no Django, no clock, no input or output.
"""

from secretariat.kernel.dates import Certainty, Constraint, ImpreciseDate, TentativeDate
from secretariat.kernel.figures import Figure, Trace
from secretariat.kernel.periods import Period
from secretariat.kernel.standing import Standing, weakest
from secretariat.kernel.text import LANGUAGES, Language, LocalizedText

__all__ = [
    "LANGUAGES",
    "Certainty",
    "Constraint",
    "Figure",
    "ImpreciseDate",
    "Language",
    "LocalizedText",
    "Period",
    "Standing",
    "TentativeDate",
    "Trace",
    "weakest",
]
