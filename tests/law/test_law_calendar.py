"""Working days, against dates counted by hand on printed calendars with gov.uk's bank holidays."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.errors import PolicyError
from redactor.law import calendar


def day(text: str) -> dt.date:
    """Return a date written the British way."""
    return dt.datetime.strptime(text, "%d/%m/%Y").date()


# Received, days, regime, deadline, holidays on weekdays up to it that were left out, all counted by hand.
LETTERS = (
    ("06/06/2024", 20, "foia", "04/07/2024", 0),
    ("06/06/2024", 20, "foisa", "04/07/2024", 0),
    ("01/03/2024", 20, "foia", "03/04/2024", 3),  # 18 March, Good Friday, Easter Monday
    ("01/03/2024", 20, "foisa", "01/04/2024", 1),  # Good Friday alone: no Easter Monday, no St Patrick
    ("18/12/2023", 20, "foia", "19/01/2024", 4),  # 25, 26 December, 1, 2 January (Scotland)
    ("18/12/2023", 20, "foisa", "19/01/2024", 4),
    ("20/12/2021", 20, "foia", "21/01/2022", 4),  # 27, 28 December, 3, 4 January (Scotland)
    ("15/12/2022", 20, "foia", "18/01/2023", 4),  # 26, 27 December, 2, 3 January (Scotland)
    ("01/09/2022", 20, "foia", "30/09/2022", 1),  # 19 September, the Queen's funeral
    ("01/09/2022", 20, "foisa", "30/09/2022", 1),
    ("24/04/2023", 20, "foia", "24/05/2023", 2),  # 1 May, 8 May (Coronation)
    ("24/04/2023", 20, "foisa", "24/05/2023", 2),
    ("10/05/2022", 20, "foia", "09/06/2022", 2),  # 2 and 3 June (Jubilee)
    ("01/07/2024", 20, "foia", "30/07/2024", 1),  # 12 July (Northern Ireland)
    ("01/07/2024", 20, "foisa", "29/07/2024", 0),
    ("22/07/2024", 20, "foia", "20/08/2024", 1),  # 5 August (Scotland)
    ("22/07/2024", 20, "eir", "20/08/2024", 1),
    ("12/08/2024", 20, "foia", "10/09/2024", 1),  # 26 August (not Scotland)
    ("12/08/2024", 20, "foisa", "09/09/2024", 0),
    ("12/08/2024", 20, "eisr", "09/09/2024", 0),
    ("16/12/2024", 40, "eisr", "14/02/2025", 4),
    ("11/11/2024", 20, "foia", "10/12/2024", 1),  # 2 December for St Andrew's Day
    ("11/11/2024", 20, "foisa", "10/12/2024", 1),
    ("20/04/2020", 20, "foia", "19/05/2020", 1),  # 8 May instead of 4 May
    ("16/12/2024", 20, "foia", "17/01/2025", 4),  # 25, 26 December, 1, 2 January
    ("16/12/2024", 40, "eir", "14/02/2025", 4),
    ("08/06/2024", 20, "foia", "05/07/2024", 0),  # came on a Saturday: day 1 is Monday 10 June
    ("25/12/2024", 1, "foia", "27/12/2024", 1),  # came on Christmas Day
    ("29/03/2024", 1, "foia", "02/04/2024", 1),  # came on Good Friday
    ("01/06/2026", 20, "foia", "30/06/2026", 1),  # 15 June (Scotland, World Cup)
    ("01/06/2026", 20, "foisa", "30/06/2026", 1),
    ("11/04/2011", 20, "foia", "13/05/2011", 4),  # Good Friday, Easter Monday, 29 April, 2 May
    ("21/05/2012", 20, "foia", "20/06/2012", 2),  # 4 and 5 June (Diamond Jubilee)
    ("06/07/2026", 20, "foia", "05/08/2026", 2),  # 13 July for the 12th, a Sunday; 3 August (Scotland)
)


@pytest.mark.parametrize(("received", "days", "regime", "expected", "left_out"), LETTERS)
def test_the_deadline_is_the_one_counted_by_hand(received, days, regime, expected, left_out):
    """Across Easters, jubilees, a funeral, a World Cup, and days of one part of the Kingdom only."""
    due = calendar.deadline(day(received), days, regime)
    assert due == day(expected)
    assert calendar.working_day_number(day(received), due, regime) == days
    assert len(calendar.counted_holidays(day(received), due, regime)) == left_out


def test_the_seed_letter_went_out_on_working_day_38():
    """Received 6 June 2024, sent 31 July 2024; 12 July counted as Northern Ireland's holiday."""
    received, sent = day("06/06/2024"), day("31/07/2024")
    assert calendar.working_day_number(received, sent, "foia") == 38
    assert calendar.working_day_number(received, sent, "foisa") == 39
    assert calendar.late(received, sent, 20, "foia")
    assert calendar.counted_holidays(received, sent, "foia") == (
        (day("12/07/2024"), "Battle of the Boyne (Northern Ireland)"),
    )
    assert calendar.counted_holidays(received, sent, "foisa") == ()


def test_a_saturday_after_the_twentieth_day_is_late():
    """It has the number of the Friday before, 20, and is after the deadline all the same."""
    received, saturday = day("07/06/2024"), day("06/07/2024")
    assert calendar.deadline(received, 20, "foia") == day("05/07/2024")
    assert calendar.working_day_number(received, saturday, "foia") == 20
    assert calendar.late(received, saturday, 20, "foia")
    assert not calendar.late(received, day("05/07/2024"), 20, "foia")


SCOTTISH = {
    "02/01/2024": True,
    "29/03/2024": True,
    "01/04/2024": False,
    "06/05/2024": True,
    "27/05/2024": True,
    "12/07/2024": False,
    "05/08/2024": True,
    "26/08/2024": False,
    "02/12/2024": True,
    "25/12/2024": True,
    "26/12/2024": True,
    "17/03/2023": False,
    "15/06/2026": True,
    "20/05/2024": False,  # Victoria Day, a local holiday of Edinburgh
    "30/11/2006": False,  # the Act that made it a bank holiday is of 2007
    "30/11/2007": True,
}


@pytest.mark.parametrize(("when", "holiday"), SCOTTISH.items())
def test_scottish_days_are_scotlands_bank_holidays(when, holiday):
    """Not those of the rest of the Kingdom, and not a town's."""
    assert calendar.is_working_day(day(when), "foisa") is not holiday


@pytest.mark.parametrize("when", [one for one, holiday in SCOTTISH.items() if holiday])
def test_a_scottish_holiday_is_no_working_day_anywhere(when):
    """FOIA s10(6): a bank holiday in any part of the United Kingdom."""
    assert not calendar.is_working_day(day(when), "foia")
    assert not calendar.is_working_day(day(when), "eir")


def test_years_not_known_are_said():
    """A count that rests on rules, or on a time before the Act, carries its warning with it."""
    assert calendar.caveats(day("06/06/2024"), day("31/07/2024"), "foia") == ()
    assert "gov.uk/bank-holidays" in calendar.caveats(day("01/12/2027"), day("03/01/2028"), "foia")[0]
    assert "2005" in calendar.caveats(day("31/12/2004"), day("31/12/2004"), "foisa")[0]


@pytest.mark.parametrize("year", [1977, 2101])
def test_years_that_cannot_be_counted_are_an_error(year):
    """Never a silent answer without holidays."""
    with pytest.raises(ValueError, match="1978 to 2100"):
        calendar.deadline(dt.date(year, 6, 6), 20, "foia")


def test_what_cannot_be_counted_is_an_error():
    """A reply before its request, no days, an unknown regime."""
    with pytest.raises(ValueError, match="before"):
        calendar.working_day_number(day("02/01/2024"), day("01/01/2024"), "foia")
    with pytest.raises(ValueError, match="time limit"):
        calendar.deadline(day("02/01/2024"), 0, "foia")
    for call in (calendar.deadline, calendar.working_day_number):
        with pytest.raises(PolicyError, match="regime"):
            call(day("02/01/2024"), 5 if call is calendar.deadline else day("05/01/2024"), "us-foia")
    with pytest.raises(PolicyError, match="regime"):
        calendar.caveats(day("02/01/2024"), day("02/01/2024"), "us-foia")


DATES = st.dates(dt.date(2005, 1, 1), dt.date(2098, 12, 31))
REGIMES = st.sampled_from(["foia", "eir", "foisa"])


@settings(max_examples=150, deadline=None)
@given(DATES, st.integers(1, 60), REGIMES)
def test_day_number_undoes_deadline(received, days, regime):
    """The nth working day has number n, is a working day, and the day before it has a lower number."""
    due = calendar.deadline(received, days, regime)
    assert calendar.is_working_day(due, regime)
    assert calendar.working_day_number(received, due, regime) == days
    assert calendar.working_day_number(received, due - dt.timedelta(days=1), regime) == days - 1


@settings(max_examples=150, deadline=None)
@given(DATES, st.integers(0, 30), st.integers(1, 40), REGIMES)
def test_deadline_never_goes_back(received, later, days, regime):
    """A later request is never due sooner, more days never end sooner, and Scotland's deadline is never the later."""
    due = calendar.deadline(received, days, regime)
    assert calendar.deadline(received + dt.timedelta(days=later), days, regime) >= due
    assert calendar.deadline(received, days + 1, regime) > due
    assert calendar.deadline(received, days, "foisa") <= calendar.deadline(received, days, "foia")


def test_reading_the_law_does_not_load_every_countrys_calendar():
    """The package of holidays is large; only a count of days may import it."""
    code = (
        "import sys; from redactor.law import calendar, load; load('foia'); "
        "sys.exit(any(m.split('.')[0] == 'holidays' for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
