"""Dates as written, impossible ones included, and what each is the date of."""

from __future__ import annotations

from datetime import date

import pytest
from letters_made import letter

from redactor.letter.model import DateProblem, DateRole


@pytest.mark.parametrize(
    "written",
    [
        "31/07/2024",
        "31.07.2024",
        "31-07-2024",
        "31/7/24",
        "31 July 2024",
        "31st July 2024",
        "31st of July, 2024",
        "31 Jul 2024",
        "31 July '24",
        "July 31 2024",
        "July 31st, 2024",
        "2024-07-31",
        "Wednesday 31 July 2024",
        "Wed 31/07/2024",
        "Wednesday, 31st July 2024",
    ],
)
def test_every_form_is_the_same_day(written: str) -> None:
    """However it is written, it is the letter's date and 31 July 2024."""
    (found,) = letter(f"Date: {written}\nDear Ms Roe\nThank you.").dates
    assert (found.value, found.role, found.problem) == (date(2024, 7, 31), DateRole.SENT, None)


@pytest.mark.parametrize(
    "written", ["31/02/2024", "30 February 2025", "31 June 2024", "2025-02-29", "45/13/2024", "00/01/2024"]
)
def test_a_day_that_does_not_exist_is_reported(written: str) -> None:
    """An impossible date is a mention without a day, never an error and never silence."""
    (found,) = letter(f"Date: {written}\nDear Ms Roe\nThank you.").dates
    assert found.value is None
    assert found.problem is DateProblem.IMPOSSIBLE


def test_a_wrong_weekday_is_reported() -> None:
    """31 July 2024 was a Wednesday."""
    (found,) = letter("Date: Monday 31 July 2024\nDear Ms Roe").dates
    assert (found.value, found.problem) == (date(2024, 7, 31), DateProblem.WEEKDAY)


@pytest.mark.parametrize(
    ("written", "other"),
    [("05/06/2024", date(2024, 5, 6)), ("06/06/2024", None), ("25/06/2024", None), ("5 June 2024", None)],
)
def test_a_date_that_reads_two_ways_has_both(written: str, other: date | None) -> None:
    """Day and month below 13 and different: the month-first reading is kept beside the day-first one."""
    (found,) = letter(f"Date: {written}\nDear Ms Roe").dates
    assert found.other == other


@pytest.mark.parametrize(
    "text", ["call 01632 960 123", "version 1.2.3", "10.30 to 11.45", "2024-25", "FOI/12/2024/7", "12/13", "4 March"]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Numbers, versions, times, financial years, references and days without a year are no dates."""
    assert letter(f"Dear Ms Roe\nThank you for your request. See {text} for more.").dates == ()


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Thank you for your request of 3 June 2025.", DateRole.REQUESTED),
        ("Thank you for your e-mail dated 3 June 2025 asking about dogs.", DateRole.REQUESTED),
        ("On 3 June 2025 you asked the council about dogs.", DateRole.REQUESTED),
        ("I refer to your letter of 3 June 2025.", DateRole.REQUESTED),
        ("You wrote to us on 3 June 2025.", DateRole.REQUESTED),
        ("Your request was received on 3 June 2025.", DateRole.RECEIVED),
        ("We received your request on 3 June 2025.", DateRole.RECEIVED),
        ("Thank you for your request, which reached us on 3 June 2025.", DateRole.RECEIVED),
        ("Your request of 3 June 2025, which we received the same day, is answered below.", DateRole.RECEIVED),
        ("We will respond by 3 June 2025.", DateRole.PROMISED),
        ("We expect to send you an answer no later than 3 June 2025.", DateRole.PROMISED),
        ("You clarified your request on 3 June 2025.", DateRole.CLARIFIED),
        ("You asked for an internal review on 3 June 2025.", DateRole.REVIEW),
        ("The school closed on 3 June 2025.", DateRole.OTHER),
    ],
)
def test_words_beside_a_date_say_what_it_is_the_date_of(sentence: str, role: DateRole) -> None:
    """The role comes from cue words before or after the date."""
    (found,) = letter(f"Dear Ms Roe\n{sentence}\nYours sincerely").dates
    assert found.role is role


def test_a_date_in_the_quoted_request_is_nobodys() -> None:
    """What the requester writes about days is no date of the letter."""
    read = letter(
        "Date: 1 July 2025\nDear Ms Roe\nYou asked:\n1. How many were received on 3 June 2025?\nWe hold this.\n1. Two."
    )
    assert [one.role for one in read.dates] == [DateRole.SENT, DateRole.OTHER]


def test_two_days_for_one_role_are_a_dispute() -> None:
    """The second date of receipt is named as a dispute of the first."""
    read = letter(
        "Dear Ms Roe\nYour request was received on 3 June 2025.\nWe received your request on 4 June 2025.\nWe hold it."
    )
    assert read.date_line.received and read.date_line.received.value == date(2025, 6, 3)
    assert [read.dates[at].value for at in read.date_line.disputes] == [date(2025, 6, 4)]


def test_a_date_line_without_dates_is_empty() -> None:
    """No date: nothing is counted and nothing fails."""
    line = letter("Dear Ms Roe\nWe hold this.").date_line
    assert (line.received, line.sent, line.due, line.days_late, line.holidays) == (None, None, None, None, ())


@pytest.mark.parametrize("year", [1066, 1901, 2099])
def test_a_year_beyond_the_calendar_is_not_counted(year: int) -> None:
    """A typing slip in the year gives no count and no error."""
    letter(f"Date: 1 July 2025\nDear Ms Roe\nYour request was received on 3 June {year}.")


def test_a_reply_before_its_request_is_not_counted() -> None:
    """Sent before received: a due date, but no number of days late."""
    line = letter("Date: 1 May 2025\nDear Ms Roe\nYour request was received on 3 June 2025.").date_line
    assert line.due == date(2025, 7, 1)
    assert line.days_late is None


def test_a_reply_sent_on_the_saturday_after_its_last_day_is_late() -> None:
    """No working day later, and late all the same."""
    line = letter("Date: 28 June 2025\nDear Ms Roe\nYour request was received on 30 May 2025.").date_line
    assert line.due == date(2025, 6, 27)
    assert line.days_late == 1


@pytest.mark.parametrize(
    ("labels", "received", "sent"),
    [
        ("Request received\nReply issued\n3 March 2025\n28 March 2025", "3 March 2025", "28 March 2025"),
        ("Date sent\nDate received\n28/03/2025\n03/03/2025", "03/03/2025", "28/03/2025"),
        ("Reference\nCame in on\nFN-441\n3 March 2025\nDate: 28 March 2025", "3 March 2025", "28 March 2025"),
    ],
)
def test_labels_in_a_block_above_their_dates_are_joined_in_order(labels: str, received: str, sent: str) -> None:
    """A heading table that came out column by column still says which day is which."""
    read = letter(f"Marlbury Council\n{labels}\nDear Ms Roe\nThank you for your FOI request.\nYours sincerely")
    roles = {read.value(one): one.role for one in read.dates}
    assert roles == {received: DateRole.RECEIVED, sent: DateRole.SENT}


@pytest.mark.parametrize("text", ["version 14.31.22", "invoice 88-45-12", "item 40.13.19", "FOI44/13/40"])
def test_figures_that_are_no_day_either_way_are_no_date(text: str) -> None:
    """A version or a reference with three figures is not an impossible date."""
    assert not letter(
        f"Dear Ms Roe\nThank you for your FOI request about {text}, which we hold.\nYours sincerely"
    ).dates


@pytest.mark.parametrize("text", ["31/02/2024", "on 45/13/2024", "30.02.2024"])
def test_a_day_that_does_not_exist_is_still_a_date(text: str) -> None:
    """What is written as a day of a year and cannot be one is said to be impossible."""
    read = letter(f"Dear Ms Roe\nThank you for your FOI request received {text}.\nYours sincerely")
    assert [one.problem for one in read.dates] == [DateProblem.IMPOSSIBLE]


def test_each_date_of_a_sentence_has_the_role_of_its_own_verb() -> None:
    """The day of the answer is not the day of the receipt that stands before it."""
    read = letter(
        "Dear Ms Roe\nYour request of 3 May 2025 was received on 5 May 2025 and answered on 2 June 2025. You asked for an "
        "internal review.\nYours sincerely"
    )
    assert [one.role for one in read.dates] == [DateRole.REQUESTED, DateRole.RECEIVED, DateRole.ANSWERED]
