"""Resolutions adopted without a vote: most of them are, and roll calls alone leave them out.

F. Haege, S. Hug, "Consensus Voting and Similarity Measures in International Organizations", International Interactions
42 (2016): what is adopted without a vote is agreement too.
"""


class UnableToAdjust(Exception):
    """The number of resolutions adopted without a vote is not a count."""


def with_consensus(mean: float | None, *, used: int, adopted_without_vote: int) -> float | None:
    """A mean over ``used`` roll calls, with so many resolutions adopted without a vote counted as full agreement.

    For every measure whose value is 1 under full agreement (exact, linear, agreement index, Rice, unanimity).
    ``None`` where there is nothing at all to average.
    """
    if adopted_without_vote < 0:
        msg = f"{adopted_without_vote} resolutions adopted without a vote, expected 0 or more"
        raise UnableToAdjust(msg)
    total = used + adopted_without_vote
    if total == 0:
        return None
    return ((mean or 0.0) * used + adopted_without_vote) / total
