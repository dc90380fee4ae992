"""Pages of the desk. Each parses, makes one call, renders; what was typed is never lost."""

from secretariat.desk.views.consents import consent_list, consent_page
from secretariat.desk.views.corrections import correction_list, correction_page, report_mistake
from secretariat.desk.views.listing import commitment_page, desk
from secretariat.desk.views.reporting import begin, evidence, keep, report_page
from secretariat.desk.views.tables import table_list, table_page

__all__ = [
    "begin",
    "commitment_page",
    "consent_list",
    "consent_page",
    "correction_list",
    "correction_page",
    "desk",
    "evidence",
    "keep",
    "report_mistake",
    "report_page",
    "table_list",
    "table_page",
]
