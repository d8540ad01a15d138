"""Of matches on the same letters one stands, and no letter that should go is left uncovered."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.analysis.matches import Match
from redactor.decide.overlap import outermost
from redactor.decide.ruling import Rank, Ruling
from redactor.model import Action


def match(start: int, end: int, entity: str = "PERSON", *, text: int = 0, score: float = 0.9) -> Match:
    """Return a match on some letters."""
    return Match(text, start, end, entity, score, "Test", "made")


def ruling(action: Action, rank: Rank = Rank.POLICY) -> Ruling:
    """Return a ruling of a rank."""
    return Ruling(rank, action, "", "made")


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Match], list[Ruling]]:
    """Draw up to a dozen matches, near one another and near the edges of the index's buckets."""
    size = draw(st.integers(0, 12))
    matches, rulings = [], []
    for _ in range(size):
        start = draw(st.sampled_from([0, 500, 1020])) + draw(st.integers(0, 20))
        length = draw(st.one_of(st.integers(1, 12), st.integers(500, 1100)))
        entity = draw(st.sampled_from(["PERSON", "REQUESTER", "UK_VRM"]))
        matches.append(
            match(start, start + length, entity, text=draw(st.integers(0, 1)), score=draw(st.sampled_from([0.2, 0.9])))
        )
        rulings.append(ruling(draw(st.sampled_from(list(Action))), draw(st.sampled_from(list(Rank)))))
    return matches, rulings


def letters(which: list[Match]) -> set[tuple[int, int]]:
    """Return every letter that some matches cover."""
    return {(m.text, at) for m in which for at in range(m.start, m.end)}


@given(judged())
@settings(max_examples=150, deadline=None)
def test_no_letter_to_redact_is_uncovered(made: tuple[list[Match], list[Ruling]]) -> None:
    """A letter that the highest rank speaking of it wants redacted lies in a match that stands and is redacted."""
    matches, rulings = made
    kept = outermost(matches, rulings)
    covered = letters([matches[i] for i in kept if rulings[i].action is Action.REDACT])
    for i, one in enumerate(matches):
        if rulings[i].action is not Action.REDACT:
            continue
        for at in {*range(one.start, one.end, 7), one.end - 1}:
            here = [j for j, m in enumerate(matches) if m.text == one.text and m.start <= at < m.end]
            if rulings[i].rank == max(rulings[j].rank for j in here):
                assert (one.text, at) in covered


@given(judged())
@settings(max_examples=100, deadline=None)
def test_every_letter_found_stays_found(made: tuple[list[Match], list[Ruling]]) -> None:
    """Dropping a match loses none of its letters: something that stands covers all of it."""
    matches, rulings = made
    kept = [matches[i] for i in outermost(matches, rulings)]
    for one in matches:
        assert any(k.text == one.text and k.start <= one.start and one.end <= k.end for k in kept)


@given(judged(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_order_of_matches_does_not_matter(made: tuple[list[Match], list[Ruling]], chance: object) -> None:
    """The same matches in another order leave the same letters to the same actions."""
    matches, rulings = made
    order = list(range(len(matches)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    mixed = outermost([matches[i] for i in order], [rulings[i] for i in order])

    def told(indexes: list[int]) -> set[tuple[int, int, int, Action, Rank]]:
        return {
            (matches[i].text, matches[i].start, matches[i].end, rulings[i].action, rulings[i].rank) for i in indexes
        }

    assert told(outermost(matches, rulings)) == told([order[i] for i in mixed])


def test_higher_rank_shields_what_it_covers() -> None:
    """The requester's own name, kept in their copy, is not redacted again as a person's."""
    assert outermost(
        [match(0, 9, "REQUESTER"), match(3, 9)], [ruling(Action.KEEP, Rank.REQUESTER), ruling(Action.REDACT)]
    ) == [0]


def test_higher_rank_does_not_shield_what_reaches_beyond_it() -> None:
    """A longer match keeps its place: part of it nobody has spoken for."""
    assert outermost(
        [match(0, 9, "REQUESTER"), match(3, 12)], [ruling(Action.KEEP, Rank.REQUESTER), ruling(Action.REDACT)]
    ) == [0, 1]


def test_longer_review_does_not_swallow_shorter_redaction() -> None:
    """An address for a person to look at does not save the surname inside it."""
    assert outermost([match(0, 30, "STREET_ADDRESS"), match(5, 9)], [ruling(Action.REVIEW), ruling(Action.REDACT)]) == [
        0,
        1,
    ]


def test_equal_matches_leave_one() -> None:
    """Two recognizers on the same letters are one finding, the stricter one."""
    assert outermost([match(0, 5, "UK_VRM"), match(0, 5)], [ruling(Action.REVIEW), ruling(Action.REDACT)]) == [1]


def test_texts_do_not_cover_one_another() -> None:
    """The same offsets in the metadata are another place."""
    assert outermost([match(0, 5), match(0, 5, text=1)], [ruling(Action.REDACT)] * 2) == [0, 1]
