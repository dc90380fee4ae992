"""Reading the register of joint forces: every question takes the day it is about and the instant it is asked from."""

from secretariat.response.queries.register import Case, ResponseRegister, membership, response_register
from secretariat.response.queries.searched import searched_rows

__all__ = ["Case", "ResponseRegister", "membership", "response_register", "searched_rows"]
