"""The decisions file: what people decided follows the value, merges cleanly, and tells a stranger nobody's name."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor import decisions
from redactor.decisions import Addition, Decisions, Entry
from redactor.errors import DecisionsError
from redactor.model import Action

SALT = "0123456789abcdef" * 2
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PRINTS = st.text("0123456789abcdef", min_size=32, max_size=32)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=3, max_size=20)
ENTRIES = st.builds(
    Entry,
    fingerprint=PRINTS,
    entity=st.sampled_from(["PERSON", "DIRECT_DIAL"]),
    action=st.sampled_from(Action),
    exemption=st.sampled_from(["", "s40(2)"]),
    reason=WORDS,
    by=WORDS,
    at=st.just(AT),
    expires=st.none() | st.dates(),
    document=st.just("ab" * 8),
)
ADDITIONS = st.builds(Addition, term=WORDS, reason=WORDS, at=st.just(AT))


def entry(fingerprint="a" * 32, **changes):
    values = {"entity": "PERSON", "action": Action.KEEP, "reason": "a public role", **changes}
    return Entry(fingerprint=fingerprint, **values)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(ENTRIES, unique_by=lambda e: e.fingerprint, max_size=4),
    st.lists(ADDITIONS, unique_by=lambda a: a.term, max_size=3),
)
def test_a_file_is_read_as_it_was_written(tmp_path_factory, entries, additions):
    """Every field, in whatever script an officer writes; and writing it again changes no byte."""
    path = tmp_path_factory.mktemp("decisions") / "decisions.yaml"
    made = decisions.record(Decisions(salt=SALT), entries, additions)
    decisions.save(made, path)
    text = path.read_text("utf-8")
    assert decisions.load(path) == made
    decisions.save(decisions.load(path), path)
    assert path.read_text("utf-8") == text


def test_entries_are_sorted_and_stand_without_page_or_line(tmp_path):
    """Two officers' files merge line by line, and a new version of the letter changes nothing in them."""
    entries = [entry("b" * 32), entry("c" * 32, entity="DIRECT_DIAL"), entry("a" * 32)]
    one = decisions.record(Decisions(salt=SALT), entries, now=AT)
    other = decisions.record(Decisions(salt=SALT), reversed(entries), now=AT)
    assert one == other
    assert [(e.entity, e.fingerprint[0]) for e in one.decisions] == [
        ("DIRECT_DIAL", "c"),
        ("PERSON", "a"),
        ("PERSON", "b"),
    ]
    decisions.save(one, tmp_path / "d.yaml")
    assert "page" not in (tmp_path / "d.yaml").read_text()


def test_a_file_is_its_owners_alone_and_leaves_nothing_beside_it(tmp_path):
    """Terms stand in it as typed."""
    path = tmp_path / "decisions.yaml"
    path.write_text("old")
    path.chmod(0o666)
    decisions.save(decisions.empty(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("how", ["no folder", "folder"])
def test_a_file_that_cannot_be_written_says_so(tmp_path, how):
    """With its path, and without a trace."""
    path = tmp_path / "no" / "d.yaml" if how == "no folder" else tmp_path / "d.yaml"
    if how == "folder":
        path.mkdir()
    with pytest.raises(DecisionsError, match="cannot be written") as caught:
        decisions.save(decisions.empty(), path)
    assert caught.value.where == str(path)
    assert [p for p in tmp_path.iterdir() if p != path] == []


def test_every_file_has_a_salt_of_its_own():
    """So that two authorities' files cannot be held against each other."""
    one, other = decisions.empty(), decisions.empty()
    assert one.salt != other.salt and len(bytes.fromhex(one.salt)) == 16
    assert one.fingerprint("PERSON", "Amara Okonkwo") != other.fingerprint("PERSON", "Amara Okonkwo")
    assert one.salt not in repr(one)


def test_a_fingerprint_follows_the_value_however_it_is_written():
    """Case, accents, spaces and punctuation aside; but another entity or another value is another fingerprint."""
    made = Decisions(salt=SALT)
    known = made.fingerprint("PERSON", "Siobhán Mac-Giolla")
    assert known == made.fingerprint("PERSON", "SIOBHAN  MAC GIOLLA")
    assert known != made.fingerprint("REQUESTER", "Siobhán Mac-Giolla")
    assert known != made.fingerprint("PERSON", "Siobhán MacGiollas")
    assert made.fingerprint("MARK", "--") != made.fingerprint("MARK", "++")


@given(WORDS)
def test_normalising_twice_changes_nothing(value):
    """And never gives nothing for something."""
    once = decisions.normalised(value)
    assert once
    assert decisions.normalised(once) == once


def test_a_newer_decision_replaces_the_older_one():
    """One value, one decision, with the time it was made."""
    old = decisions.record(Decisions(salt=SALT), [entry()], [Addition(term="Juniper", reason="first")], now=AT)
    later = AT.replace(year=2027)
    new = decisions.record(old, [entry(action="redact")], [Addition(term="Juniper", reason="second")], now=later)
    assert [(e.action, e.at) for e in new.decisions] == [(Action.REDACT, later)]
    assert [(a.reason, a.at) for a in new.additions] == [("second", later)]
    assert new.find("a" * 32) == new.decisions[0] and new.find("b" * 32) is None
    assert old.decisions[0].action is Action.KEEP
    dated = decisions.record(old, [entry("b" * 32, at=AT)], now=later)
    assert {e.at for e in dated.decisions} == {AT}


GOOD = f"salt: {SALT}\n"
ONE = f"- fingerprint: {'a' * 32}\n  entity: PERSON\n  action: keep\n  reason: public role\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD + "decisions:\n" + ONE + ONE.replace("keep", "redact"), "two decisions for the fingerprint"),
        ("decisions: []\n", "salt"),
        ("salt: 0123\n", "salt"),
        (f"salt: {SALT}0\n", "salt"),
        (GOOD + "decisions:\n" + ONE.replace("a" * 32, "Amara"), "fingerprint"),
        (GOOD + "decisions:\n" + ONE.replace("keep", "shred"), "action"),
        (GOOD + "decisions:\n" + ONE.replace("public role", "ok"), "reason"),
        (GOOD + "decisions:\n" + ONE + "  page: 3\n", "unknown key"),
        (GOOD + "additions:\n- term: J\n  reason: because\n", "term"),
        (GOOD + "schema_version: 2\n", "schema_version"),
        (GOOD + "decisions:\n" + ONE + "  expires: 2026-13-01\n", "cannot be"),
        ("- a list\n", "keys and values"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, text, says):
    """By file and key, and never with half of it read."""
    path = tmp_path / "decisions.yaml"
    path.write_text(text)
    with pytest.raises(DecisionsError, match=says) as caught:
        decisions.load(path)
    assert caught.value.where.startswith(str(path)) and caught.value.remedy


def test_dates_are_dates(tmp_path):
    """As people write them."""
    path = tmp_path / "decisions.yaml"
    path.write_text(GOOD + "decisions:\n" + ONE + "  expires: 2027-01-31\n  at: 2026-11-23T09:30:00Z\n")
    (one,) = decisions.load(path).decisions
    assert (one.expires, one.at) == (date(2027, 1, 31), AT)


def test_a_term_is_not_shown_by_repr():
    """An officer's term is a name as like as not."""
    made = Decisions(salt=SALT, additions=(Addition(term="Amara Okonkwo", reason="asked for"),))
    assert "Amara" not in repr(made)
