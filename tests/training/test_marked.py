"""Hand-written texts are read with their marks, and a tenth is never learnt."""

from __future__ import annotations

import pytest

from training.marked import read, texts


def shown(item):
    """Return label and words of every span."""
    return [(label, item.text[start:end]) for start, end, label in item.spans]


def test_marks_become_spans_and_leave_the_text():
    """What the model reads has no braces, and each span covers the words that were marked."""
    (item,) = read("# a remark\n===\nDear Ms {P:Okafor},\n{O:Acme Ltd} of {L:Hull} wrote.\n", "made.txt")
    assert item.text == "Dear Ms Okafor,\nAcme Ltd of Hull wrote."
    assert shown(item) == [("PERSON", "Okafor"), ("ORG", "Acme Ltd"), ("LOC", "Hull")]


@pytest.mark.parametrize("body", ["To {X:Secret}", "To {P:Secret", "To Secret}", "  "])
def test_a_broken_mark_is_refused_without_quoting_it(body):
    """A name that lost its mark would teach the model to miss it."""
    with pytest.raises(ValueError, match=r"made\.txt, text 1") as caught:
        read(f"===\n{body}\n", "made.txt")
    assert "Secret" not in str(caught.value)


def test_what_is_kept_apart_is_not_learnt():
    """The two parts share no text, and one in ten is kept apart."""
    learnt, apart = texts("learnt"), texts("kept apart")
    assert not {item.text for item in learnt} & {item.text for item in apart}
    assert len(learnt) > 5 * len(apart) > 0


def test_a_person_is_marked_wherever_the_full_name_stands():
    """A name marked in one line and bare in the next would teach both."""
    for item in [*texts("learnt"), *texts("kept apart")]:
        people = {item.text[s:e] for s, e, label in item.spans if label == "PERSON"}
        taken = {n for s, e, _ in item.spans for n in range(s, e)}
        for name in (n for n in people if n.count(" ") and len(n) > 5):
            at = item.text.find(name)
            while at >= 0:
                # "Rosa Parks Day" bears a name and is no person.
                borne = item.text[at + len(name) :].lstrip(" ")[:1].isupper()
                assert at in taken or borne, "a full name stands unmarked in a text where it is marked elsewhere"
                at = item.text.find(name, at + 1)
