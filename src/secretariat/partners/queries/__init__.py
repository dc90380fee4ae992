"""Reading the partners: every question takes the day it is about and the instant it is asked from."""

from secretariat.partners.queries.register import PartnerOverview, PartnerRegister, partner_register, partners
from secretariat.partners.queries.searched import searched_rows

__all__ = ["PartnerOverview", "PartnerRegister", "partner_register", "partners", "searched_rows"]
