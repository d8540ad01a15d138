"""The arithmetic of ``benchmarks quality`` on cases small enough to count by hand."""

from __future__ import annotations

import math

import pytest

from benchmarks.quality.metrics import Mention, Tally, bare_name, tally

TEXT = "Dear Ms Nguyen Thi Lan, PC Bo Ek saw J. Ash and nguyen thi lan at Ely."
#       0         1         2         3         4         5         6


def person(words: str, *, nth: int = 0, text: str = TEXT, label: str = "PERSON") -> Mention:
    """Return the mention of the nth place where words stand."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Mention(at, at + len(words), label)


GOLD = (
    person("Nguyen Thi Lan"),
    person("Bo Ek"),
    person("J. Ash"),
    person("nguyen thi lan"),
    person("Ely", label="LOC"),
)


def counted(*found: Mention, **options: object) -> Tally:
    return tally(TEXT, GOLD, found, label="PERSON", **options)


def test_everything_found_exactly_is_one_everywhere():
    """Perfect findings have strict and overlap figures of 1, every word met and nothing leaked."""
    total = counted(*GOLD)
    assert total.strict == total.overlap == (1.0, 1.0)
    assert (total.word_recall, total.leaking) == (1.0, 0.0)
    assert (total.gold, total.found, total.names, total.words) == (4, 4, 3, 10)


def test_nothing_found_leaks_every_name():
    """With no finding, recall is 0, precision says nothing, and each distinct name is missed once."""
    total = counted()
    assert math.isnan(total.strict[0])
    assert (total.strict[1], total.overlap[1], total.word_recall) == (0.0, 0.0, 0.0)
    assert (total.names_missed, total.names_leaked, total.leaking) == (3, 3, 1.0)


def test_half_a_name_is_an_overlap_but_neither_strict_nor_safe():
    """Half of "Nguyen Thi Lan" counts for overlap, leaves two words, and leaks the name without missing it."""
    total = counted(person("Nguyen"), GOLD[1], GOLD[2], GOLD[3])
    assert total.overlap == (1.0, 1.0)
    assert total.strict == (0.75, 0.75)
    assert total.word_recall == pytest.approx(8 / 10)
    assert (total.names_missed, total.names_leaked) == (0, 1)


def test_two_findings_in_one_name_both_count_as_right_by_overlap():
    """Precision by overlap asks of each finding whether it meets a name; recall asks of each name."""
    total = counted(person("Nguyen"), person("Lan"), person("Ely"))
    assert total.found == 3
    assert total.overlap == (pytest.approx(2 / 3), pytest.approx(1 / 4))


def test_a_name_missed_in_one_of_its_places_is_missed():
    """Names are compared without regard to case: the second "nguyen thi lan" left open counts against the one name."""
    total = counted(GOLD[0], GOLD[1], GOLD[2])
    assert (total.names, total.names_missed, total.names_leaked) == (3, 1, 1)
    assert total.overlap[1] == 0.75


def test_an_initial_left_open_is_no_leak_but_initials_alone_are():
    """The letter "J." left of "J. Ash" tells nothing; "J. A." left of "J. A." tells all there is."""
    assert counted(GOLD[0], GOLD[1], person("Ash"), GOLD[3]).names_leaked == 0
    text = "Seen by J. A. today."
    total = tally(text, [person("J. A.", text=text)], [person("J.", text=text)], label="PERSON")
    assert (total.names_missed, total.names_leaked) == (0, 1)


def test_titles_and_possessives_are_cut_on_both_sides():
    """Gold "Ms Nguyen Thi Lan" equals finding "Nguyen Thi Lan", and the reverse; so does a possessive."""
    titled = person("Ms Nguyen Thi Lan")
    assert bare_name(TEXT, titled) == GOLD[0]
    assert tally(TEXT, [titled], [GOLD[0]], label="PERSON").strict == (1.0, 1.0)
    assert tally(TEXT, [GOLD[0]], [titled], label="PERSON").strict == (1.0, 1.0)
    text = "PC Ek’s note"
    assert bare_name(text, Mention(0, 7, "PERSON")) == Mention(3, 5, "PERSON")


def test_titles_are_cut_from_people_only_and_a_lone_title_stays():
    """The place "Judge Street" stays as it stands; gold that is a mere title is not dropped, for that would hide a miss."""
    assert bare_name("Judge Street", Mention(0, 12, "LOC")) == Mention(0, 12, "LOC")
    assert bare_name("Chief Constable", Mention(0, 15, "PERSON")) == Mention(0, 15, "PERSON")
    assert tally("Chief Constable", [Mention(0, 15, "PERSON")], [], label="PERSON").gold == 1


def test_each_label_is_counted_by_itself():
    """A place found as a person is a false person and a missed place."""
    found = [person("Ely")]
    assert tally(TEXT, GOLD, found, label="PERSON").overlap[0] == 0.0
    assert tally(TEXT, GOLD, found, label="LOC").overlap[1] == 0.0
    assert tally(TEXT, GOLD, [GOLD[4]], label="LOC").strict == (1.0, 1.0)


def test_what_goes_under_another_name_counts_for_recall_and_not_for_precision():
    """A name under the box of an address is safe; it is no finding of a person."""
    total = counted(GOLD[1], covered=[(0, len(TEXT))])
    assert total.overlap == (1.0, 1.0)
    assert (total.found, total.names_leaked, total.word_recall) == (1, 0, 1.0)
    assert total.strict[1] == 0.25


def test_what_is_kept_counts_as_not_found_and_is_told():
    """A mention the policy keeps is missed, and counted as kept."""
    total = counted(*GOLD[1:], kept=[(GOLD[0].start, GOLD[0].end)])
    assert (total.kept, total.names_missed) == (1, 1)


def test_neutral_places_count_neither_way():
    """A finding in a neutral place is no false one, unless it meets a name too."""
    ely = person("Ely")
    assert counted(*GOLD, ely).overlap[0] == pytest.approx(4 / 5)
    assert counted(*GOLD, ely, neutral=[(ely.start, ely.end)]).overlap[0] == 1.0
    assert counted(GOLD[0], neutral=[(0, len(TEXT))]).overlap == (1.0, 0.25)


def test_documents_add_up():
    """Shares are of the sums, and a document that names nobody is no document that leaks."""
    nobody = tally("Nothing here.", [], [], label="PERSON")
    total = counted() + counted(*GOLD) + nobody
    assert (total.documents, total.named, total.documents_leaked) == (3, 2, 1)
    assert total.leaking == 0.5
    assert total.leaks_each == 1.5
    assert total.overlap == (1.0, 0.5)
