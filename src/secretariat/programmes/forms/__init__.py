"""Input: tables of figures, read by a declared mapping in a declared dialect."""

from secretariat.programmes.forms.figures import Read, Register, read_figures
from secretariat.programmes.forms.mapping import PLAIN, Mapping, read_mapping
from secretariat.programmes.forms.preview import Preview, preview_of
from secretariat.programmes.forms.tables import DIALECTS, Dialect, UnableToReadTable, table_rows

__all__ = [
    "DIALECTS",
    "PLAIN",
    "Dialect",
    "Mapping",
    "Preview",
    "Read",
    "Register",
    "UnableToReadTable",
    "preview_of",
    "read_figures",
    "read_mapping",
    "table_rows",
]
