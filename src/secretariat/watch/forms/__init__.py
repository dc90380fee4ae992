"""Files of events, read into the lake: one adapter a source, all to one schema."""

from secretariat.sources.lake import Importer
from secretariat.watch.forms.acled import ACLED
from secretariat.watch.forms.gdelt import GDELT
from secretariat.watch.forms.ged import GED
from secretariat.watch.forms.plain import PLAIN
from secretariat.watch.forms.series import MONTHLY
from secretariat.watch.forms.unhcr import UNHCR

IMPORTERS: tuple[Importer, ...] = (GED, ACLED, GDELT, PLAIN, MONTHLY, UNHCR)

__all__ = ["IMPORTERS"]
