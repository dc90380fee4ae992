"""An invented organisation of any size, written as a pack: for tests of pace and of scale.

Nothing here is about a real state. Codes come from the range that ISO 3166 leaves to its users (AA, QM-QZ, XA-XZ), and
every name and title says that it is synthetic. All of it follows from the seed: no clock, no hash order, and no
floating-point function whose last digit a platform may choose.
"""

from secretariat.cli.synthetic.names import STATE_CODES
from secretariat.cli.synthetic.whole import MOST_STATES, synthetic_rows

__all__ = ["MOST_STATES", "STATE_CODES", "synthetic_rows"]
