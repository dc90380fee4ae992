"""When a silence ends, where each member stands, and what the confirmation letter says."""

from secretariat.silence.rules.board import Voice, board_of
from secretariat.silence.rules.expiry import SHORTEST, UnableToReadExpiry, expiry_of
from secretariat.silence.rules.letter import Letter, letter_of

__all__ = ["SHORTEST", "Letter", "UnableToReadExpiry", "Voice", "board_of", "expiry_of", "letter_of"]
