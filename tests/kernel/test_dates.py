from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import Constraint, ImpreciseDate

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@given(DAYS, DAYS)
def test_a_written_date_is_read_back_exactly(first: date, second: date) -> None:
    when = ImpreciseDate(min(first, second), max(first, second))
    assert ImpreciseDate.parse(str(when)) == when


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2011-05-31", date(2011, 5, 31), date(2011, 5, 31)),
        ("2009-10", date(2009, 10, 1), date(2009, 10, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2009-04-16/2009-04-17", date(2009, 4, 16), date(2009, 4, 17)),
        ("2011-07/2011", date(2011, 7, 1), date(2011, 12, 31)),
    ],
)
def test_an_imprecise_date_spans_all_days_it_may_mean(text: str, earliest: date, latest: date) -> None:
    assert ImpreciseDate.parse(text) == ImpreciseDate(earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "/", "2011-02-30", "2011-13", "0000", "31.05.2011", "2011-5-31", "2011-05-31T00:00", "٢٠١١", " 2011", "2011/",
     "2011-05-31\n", "2011-12-31/2011-01-01"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|does not exist|cannot end before"):
        ImpreciseDate.parse(text)


def test_an_imprecise_date_counts_from_its_last_possible_day() -> None:
    october = ImpreciseDate.parse("2009-10")
    assert not october.has_happened_by(date(2009, 10, 30))
    assert october.has_happened_by(date(2009, 10, 31))
    assert not october.is_exact
    assert ImpreciseDate.on(date(2009, 10, 20)).is_exact


def test_a_constraint_is_written_for_a_reader() -> None:
    assert str(Constraint("before", "next:CSC")) == "before next:CSC"
    assert str(Constraint("after", "CSC-2010-12-10", days=30)) == "after CSC-2010-12-10 by 30 days"
