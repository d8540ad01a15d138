"""Welsh words in a bilingual letter are nobody; people named in Welsh sentences are found all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers import welsh
from recognizers.nicknames import other_forms
from recognizers.ordinary import ordinary_words
from recognizers.person_structure import PersonStructureRecognizer


@pytest.mark.parametrize(
    "phrase",
    [
        "Swyddog Rhyddid Gwybodaeth", "Uned Llywodraethu Gwybodaeth", "Cais Rhyddid Gwybodaeth", "Swyddfa'r Comisiynydd",
        "Gwasanaethau Democrataidd", "Dyddiad", "Tachwedd", "Gofynnwch", "Ein cyf", "Annwyl", "Gyngor Sir", "Ddeddf Rhyddid",
        "Nghymru", "Prifysgol", "Bwrdd Iechyd",
    ],
)  # fmt: skip
def test_words_of_offices_and_letters_are_welsh(phrase):
    """Mutated or not, alone or with others."""
    assert welsh.is_phrase(phrase)
    assert welsh.score_here(f"{phrase} 6120", 0, len(phrase), 0.99) == 0.0


@pytest.mark.parametrize(
    "name",
    [
        "Rhodri Maddocks",
        "Siân Prosser",
        "Dafydd ap Gwilym",
        "Mai Parry",
        "Medi Huws",
        "Dan Morgan",
        "Pam Tan",
        "Eluned",
    ],
)
def test_welsh_names_are_names(name):
    """Names stay what they are, though some are Welsh words or small English ones."""
    text = f"Ask {name} about it."
    assert welsh.score_here(text, 4, 4 + len(name), 0.9) == 0.9


def test_one_word_in_a_welsh_sentence_is_put_to_a_person():
    """It may be a name, but the model cannot know."""
    text = "Rydym yn ysgrifennu at Eluned yn y swyddfa."
    at = text.index("Eluned")
    assert welsh.score_here(text, at, at + 6, 0.99) == welsh.DOUBTFUL


@pytest.mark.parametrize("who", ["Rhodri Maddocks", "Eluned Wyn Parry"])
def test_a_full_name_in_a_welsh_sentence_keeps_its_score(who):
    """Two words, neither of them of an office, are a person in any language."""
    text = f"Rydym yn ysgrifennu at {who} yn y swyddfa."
    at = text.index(who)
    assert welsh.score_here(text, at, at + len(who), 0.8) == 0.8


@pytest.mark.parametrize("title", ["Mr", "Ms", "Dr", "Annwyl", "Cyng."])
def test_a_title_makes_it_a_name_in_welsh_too(title):
    """The title says it."""
    text = f"Rydym yn ysgrifennu at {title} Maddocks yn y swyddfa."
    at = text.index("Maddocks")
    assert welsh.score_here(text, at, at + 8, 0.9) == 0.9


def test_verbs_and_dates_are_nobody():
    """Their endings and the figures beside them tell."""
    for text, word in (("Anfonwch gwyn i ni yn y swyddfa.", "Anfonwch"), ("Cafwyd hyn ar 3 Mai 2024.", "Mai")):
        at = text.index(word)
        assert welsh.score_here(text, at, at + len(word), 0.9) == 0.0


def test_english_is_not_welsh():
    """No ordinary English word and no short form of a forename is taken for Welsh."""
    assert [word for word in ordinary_words() if welsh.is_word(word)] == []
    assert not any(
        welsh.is_word(form) for name in ("elizabeth", "timothy", "daniel", "pamela") for form in other_forms(name)
    )
    assert not welsh.stands_in_welsh("The team told Maddocks that the search was done.", 14, 22)


def test_the_salutation_and_the_close_of_a_welsh_letter_name_people():
    """What "Dear" and "Yours sincerely" tell is told by their Welsh forms too."""
    text = "Annwyl Ms Prosser,\n\nDiolch.\n\nYn gywir,\n\nEleri Vaughan-Reid\nSwyddog Rhyddid Gwybodaeth\n"
    found = PersonStructureRecognizer().analyze(text, ["PERSON"])
    assert [text[r.start : r.end] for r in found] == ["Prosser", "Eleri Vaughan-Reid"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Gofynnodd Rhodri Maddocks am gopi o'r adroddiad ac mae Eluned Parry wedi ateb.",
            ["Rhodri Maddocks", "Eluned Parry"],
        ),
        ("Bydd y Cynghorydd Huw Vaughan yn cadeirio'r cyfarfod.", ["Huw Vaughan"]),
        ("Gellir cysylltu yn y swyddfa. Rhowch wybod hefyd i Eirlys yn y swyddfa.", ["Eirlys"]),
        ("Mae Dafydd ap Gwilym yn byw yn y dref hefyd.", ["Dafydd ap Gwilym"]),
        ("Swyddog Rhyddid Gwybodaeth y Cyngor yw hwn.", []),
        ("The bryn above the village, and a dylan.", []),
    ],
)
def test_people_in_welsh_sentences_are_found_by_title_or_forename(text, want):
    """The model misses them there; the Welsh words around them do not become names."""
    assert [text[start:end] for start, end, _ in welsh.names(text)] == want


@pytest.mark.parametrize(
    ("text", "part", "left"),
    [
        ("Ty Gwalia, Heol y Farchnad, Aberwen", "Ty Gwalia", 0.0),
        ("Ty Gwalia, Heol y Farchnad, Aberwen", "Heol y Farchnad", 0.0),
        ("Ty Gwalia, Heol y Farchnad, Aberwen", "Aberwen", 0.0),
        ("Neuadd Bryncoed, Stryd Fawr, Penwern CF1 1AA", "Penwern", 0.0),
        ("Susan Pike, Heol y Farchnad, Aberwen", "Susan Pike", 0.9),
        ("Heol y Farchnad, Aberwen, Susan Pike", "Susan Pike", 0.9),
        ("Heol y Farchnad, Eluned", "Eluned", 0.9),
        ("Heol y Farchnad, Pike said", "Pike", 0.9),
        ("Ysgol Bryncoed, Pike", "Pike", welsh.DOUBTFUL),
        ("Ty Gwalia rang", "Ty Gwalia", 0.9),
        ("a house in Heol Fawr, Prydderch, the tenant", "Prydderch", 0.9),
        ("We were called to Stryd Fawr, Prydderch", "Prydderch", 0.9),
        ("12 Heol y Bryn, Prydderch, aged 40", "Prydderch", 0.9),
    ],
)
def test_a_welsh_address_names_nobody_but_who_lives_there(text, part, left):
    """The street, its house and its town are places; whoever stands beside them keeps the score."""
    at = text.index(part)
    assert welsh.score_here(text, at, at + len(part), 0.9) == left


@pytest.mark.parametrize(("words", "left"), [("angen inni", 0.0), ("dafydd", welsh.DOUBTFUL), ("guto prys", 0.9)])
def test_small_letters_among_welsh_words_are_welsh_words_unless_one_is_a_forename(words, left):
    """The model reads unknown words as names; a Welsh forename in a hurry is still one."""
    text = f"Os bydd {words} yn y swyddfa, byddwn yn cysylltu gyda chi."
    at = text.index(words)
    assert welsh.score_here(text, at, at + len(words), 0.9) == left


@given(st.text(max_size=60), st.floats(0, 1))
def test_any_text_has_a_score_that_never_grows(text, score):
    """The score stays or falls."""
    assert 0 <= welsh.score_here(text, 0, len(text), score) <= score
