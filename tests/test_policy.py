"""Policy packs: each loads, each inherits as told, each entity has a line, and a mistake names file, line and key."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import yaml

from redactor import policy as policies
from redactor.decide.lines import LineBook
from redactor.decisions import normalised
from redactor.errors import PolicyError
from redactor.model import Action, Layer, Mode
from redactor.policy import Policy

ROOT = Path(__file__).resolve().parent.parent
PACKS = ("archive-scan", "eir", "eir-scotland", "foi-scotland", "uk-foi", "uk-police-foi", "us-foia")
# What is found by more than a shape: the requester, names, terms, suppliers, an officer's own terms, pictures.
BEYOND_SHAPES = {"REQUESTER", "PERSON", "SENSITIVE_TERM", "SUPPLIER_CAPABILITY", "OFFICER_TERM", "IMAGE"}
each_pack = pytest.mark.parametrize("name", PACKS)


@cache
def pack(name: str) -> Policy:
    """Return a built-in pack, read once."""
    return policies.load(name)


@cache
def book(name: str, mode: Mode) -> LineBook:
    """Return a built-in pack's lines, ready to be asked."""
    return LineBook(pack(name), mode)


@cache
def entities() -> set[str]:
    """Return every entity that a recognizer of the folder declares, and those found by more than a shape."""
    declared = re.compile(r'^\s+ENTITY(?::[^=]+)? = "([A-Z_0-9]+)"', re.MULTILINE)
    sources = (path.read_text("utf-8") for path in (ROOT / "recognizers").glob("*.py"))
    return {name for source in sources for name in declared.findall(source)} | BEYOND_SHAPES


def write(folder: Path, name: str, text: str) -> Path:
    """Write a pack and return its path."""
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def action(
    name: str,
    entity: str,
    value: str = "x",
    *,
    score: float = 0.9,
    mode: str = "publish",
    text: str = "",
    layer: Layer = Layer.BODY,
) -> str:
    """Return what the lines of a pack say of a value in a text."""
    text = text or value
    at = text.index(value)
    line = book(name, Mode(mode)).first(entity, score, layer, value, text, at, at + len(value))
    return line.action.value if line else "silent"


def test_packs_are_the_ones_we_test() -> None:
    """A pack that no test names is checked by nobody."""
    assert policies.names() == PACKS


@each_pack
def test_pack_loads_and_describes_itself(name: str) -> None:
    """The description is YAML and says everything that the pack says."""
    one = pack(name)
    again = Policy.model_validate(yaml.safe_load(policies.describe(one)))
    assert one.name == name
    assert one.title
    assert one.version
    assert again.digest == one.digest


@each_pack
@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("score", [0.05, 1.0])
def test_every_entity_has_a_line(name: str, mode: Mode, score: float) -> None:
    """Whatever is found, and however surely, the pack says something of it, in both modes."""
    silent = [
        entity for entity in entities() if book(name, mode).first(entity, score, Layer.BODY, "x", "x", 0, 1) is None
    ]
    assert silent == []


@each_pack
def test_every_line_speaks_of_a_real_entity(name: str) -> None:
    """A misspelt entity would be a line that never matches."""
    assert {entity for line in pack(name).lines for entity in line.entities} <= entities()


@each_pack
def test_no_title_stands_in_two_staff_groups(name: str) -> None:
    """Nobody could tell which of the two would count."""
    groups = [{normalised(title) for title in group.titles} for group in pack(name).staff.values()]
    titles = [title for group in groups for title in group]
    assert sorted(titles) == sorted(set(titles))


@each_pack
def test_redactions_carry_an_exemption_of_their_regime(name: str) -> None:
    """A box says under which law it was drawn; an officer's own term brings its own."""
    form = {
        "foia": r"s\d",
        "foisa": r"FOISA s\d",
        "eir": r"Reg 1[23]\(",
        "eisr": r"EISR Reg 1[01]\(",
        "us-foia": r"\(b\)\(",
    }[pack(name).regime]
    for entity in sorted(entities() - {"OFFICER_TERM"}):
        line = book(name, Mode.PUBLISH).first(entity, 1.0, Layer.BODY, "Jane Holloway", "Jane Holloway", 0, 13)
        assert line is not None
        if line.action is Action.REDACT:
            assert re.match(form, line.exemption), entity
    for group in pack(name).staff.values():
        if group.action is Action.REDACT:
            assert re.match(form, group.exemption)


@each_pack
def test_sensitive_terms_are_never_redacted_unseen(name: str) -> None:
    """Tribunals went both ways: a term is for a person to judge."""
    lines = [line for line in pack(name).lines if set(line.entities) & {"SENSITIVE_TERM", "SUPPLIER_CAPABILITY"}]
    assert lines
    assert Action.REDACT not in {line.action for line in lines}


@pytest.mark.parametrize(
    ("entity", "value", "publish", "send"),
    [
        ("REQUESTER", "Amara Reid", "redact", "keep"),
        ("PERSON", "Jane Holloway", "redact", "redact"),
        ("PERSON", "N/A", "keep", "keep"),
        ("PERSON", "CAD", "review", "review"),
        ("DIRECT_DIAL", "01632 960123", "redact", "keep"),
        ("MOBILE_PHONE", "07700 900123", "redact", "redact"),
        ("PHONE_NUMBER", "0303 960 1234", "keep", "keep"),
        ("PHONE_NUMBER", "+44 (0)303 960\n1234", "keep", "keep"),
        ("PHONE_NUMBER", "0800 960 1234", "keep", "keep"),
        ("PHONE_NUMBER", "101", "keep", "keep"),
        ("PHONE_NUMBER", "1010", "review", "review"),
        ("PHONE_NUMBER", "01632 960123", "review", "review"),
        ("PHONE_NUMBER", "+353 1 679 5999", "review", "review"),
        ("EMAIL_ADDRESS", "jane@example.org", "redact", "redact"),
        ("EMAIL_ADDRESS", "jane.doe@example.gov.uk", "redact", "review"),
        ("UK_NINO", "AB123456C", "redact", "redact"),
        ("COLLAR_NUMBER", "2931", "redact", "redact"),
        ("UK_POSTCODE", "WR96 4QT", "review", "review"),
        ("STREET_ADDRESS", "14 Tannery Row", "review", "review"),
        ("CRIME_REFERENCE", "CR/0041827/25", "review", "review"),
        ("IMAGE", "", "review", "review"),
        ("SUPPLIER_CAPABILITY", "Halvard Optics Ltd", "review", "review"),
        ("OFFICER_TERM", "Project Heron", "redact", "redact"),
    ],
)
@pytest.mark.parametrize("name", ["uk-foi", "uk-police-foi", "foi-scotland", "eir", "eir-scotland"])
def test_defaults_of_a_british_authority(name: str, entity: str, value: str, publish: str, send: str) -> None:
    """The table of defaults: what goes, what stays, what a person looks at, in each mode and under each regime."""
    assert action(name, entity, value) == publish
    assert action(name, entity, value, mode="send") == send


def test_unsure_name_is_for_a_person_to_judge() -> None:
    """Below the threshold a name is asked about and not redacted unseen, nor let through."""
    assert action("uk-foi", "PERSON", "Jane Holloway", score=0.49) == "review"
    assert action("uk-foi", "PERSON", "Jane Holloway", score=0.5) == "redact"


@pytest.mark.parametrize(
    ("text", "publish", "send"),
    [
        ("Switchboard: {}", "keep", "keep"),
        ("our helpline is on {}", "keep", "keep"),
        ("Press office tel. {}", "keep", "keep"),
        ("Please ring the team on {}.", "review", "keep"),
        ("contact our information rights team on {}", "review", "keep"),
        ("The team can be reached on {}", "review", "keep"),
        ("ask the team for Jo Marsh on {}", "review", "review"),
        ("the Marsh team on {}", "review", "review"),
        ("She left the team. Ring her on {}", "review", "review"),
        ("the switchboard put her through to {}", "review", "review"),
        ("Telephone {}", "review", "review"),
    ],
)
def test_a_line_that_no_one_person_answers_stays(text: str, publish: str, send: str) -> None:
    """A switchboard everywhere, a team's line in the requester's own copy; a name between makes it somebody's."""
    number = "01632 960417"
    whole = text.format(number)
    assert action("uk-foi", "PHONE_NUMBER", number, text=whole) == publish
    assert action("uk-foi", "PHONE_NUMBER", number, text=whole, mode="send") == send


@pytest.mark.parametrize(
    ("text", "mode", "want"),
    [
        ("Yours sincerely\nJane Holloway\nDisclosure Officer", "send", "keep"),
        ("Yours sincerely,\n\nDr Jane Holloway", "send", "keep"),
        ("Kind regards, Jane Holloway", "send", "keep"),
        ("Yours sincerely\nJane Holloway\nDisclosure Officer", "publish", "redact"),
        ("Jane Holloway\nYours sincerely", "send", "redact"),
        ("Yours sincerely, and on behalf of Jane Holloway", "send", "redact"),
        ("see Jane Holloway v Information Commissioner [2011] UKUT 185 (AAC)", "publish", "keep"),
        ("see Brown v Jane Holloway [2011] UKUT 185 (AAC)", "publish", "keep"),
        ("see Jane Holloway v Information Commissioner (EA/2019/0123)", "publish", "keep"),
        ("Jane Holloway v her neighbour was dropped", "publish", "redact"),
        ("Jane Holloway relied on [2011] UKUT 185", "publish", "redact"),
    ],
)
def test_signatures_and_citations(text: str, mode: str, want: str) -> None:
    """The signing officer stays in the requester's copy; a party stays only where the case's number stands by."""
    assert action("uk-foi", "PERSON", "Jane Holloway", text=text, mode=mode) == want


@pytest.mark.parametrize(
    ("value", "text", "want"),
    [
        ("Reg", "Dr Reg 13(1), Head of Roads", "keep"),
        ("FOISA", "Mr FOISA s38(1)(b) called", "keep"),
        ("FOISA s38", "Mr FOISA s38(1)(b) called", "keep"),
        ("Reg 12(5)(a)", "with Reg 12(5)(a) there", "keep"),
        ("EISR Reg", "Dr EISR Reg 11(2), Head of Roads", "keep"),
        ("Reg", "Mr Reg called at 13 (1 hour late)", "redact"),
        ("Reg Holloway", "Mr Reg Holloway 13(1)", "redact"),
    ],
)
@pytest.mark.parametrize("name", ["eir", "eir-scotland", "foi-scotland"])
def test_code_on_a_box_is_not_a_person(name: str, value: str, text: str, want: str) -> None:
    """Behind a title the code looks like a name; were it one, each copy would need a further box for ever."""
    assert action(name, "PERSON", value, text=text) == want


@pytest.mark.parametrize(
    ("entity", "value", "layer", "want"),
    [
        ("PERSON", "Microsoft Word", Layer.METADATA, "keep"),
        ("PERSON", "Adobe Acrobat Pro", Layer.METADATA, "keep"),
        ("PERSON", "Jane Holloway", Layer.METADATA, "redact"),
        ("PERSON", "NZDDWO", Layer.NAME, "keep"),
        ("PERSON", "Jane Holloway", Layer.NAME, "redact"),
        ("PERSON", "fitz-A0", Layer.ANNOTATION, "keep"),
        ("PERSON", "Jane Holloway", Layer.ATTACHMENT, "redact"),
        ("EMAIL_ADDRESS", "jane@example.org", Layer.LINK, "redact"),
    ],
)
def test_layers_off_the_page_are_searched_without_noise(entity: str, value: str, layer: Layer, want: str) -> None:
    """Programs' names and font tags are let pass where they live; people's names are not."""
    assert action("uk-foi", entity, value, layer=layer) == want


def test_version_number_in_metadata_is_no_network_address() -> None:
    """A browser's version is written like an address; a real one in the text goes."""
    text = "HeadlessChrome/156.0.0.0"
    assert action("uk-foi", "IP_ADDRESS", "156.0.0.0", text=text, layer=Layer.METADATA) == "keep"
    assert action("uk-foi", "IP_ADDRESS", "156.0.0.0", text=text) == "redact"


def test_archive_asks_about_less() -> None:
    """In bulk an unsure name and a lone surname are not raised, a full name and a named salutation are."""
    assert action("archive-scan", "PERSON", "Jane Holloway", score=0.9) == "redact"
    assert action("archive-scan", "PERSON", "Jane Holloway", score=0.6) == "keep"
    assert action("archive-scan", "PERSON", "Holloway", score=0.7, text="Dear Ms Holloway") == "redact"
    assert action("archive-scan", "IMAGE", "") == "keep"
    assert action("archive-scan", "DIRECT_DIAL", "01632 960123") == "redact"


def test_police_pack_has_terms_and_capabilities_for_everything_it_says() -> None:
    """Each term says what it gives away and which exemption to consider; none stands twice."""
    police = pack("uk-police-foi")
    assert len(police.terms) >= 60
    assert len(police.capabilities) >= 30
    assert all(term.exemption for term in police.terms)
    keys = [term.term or term.pattern for term in police.terms]
    assert len(keys) == len(set(keys))
    assert len(set(police.capabilities)) == len(police.capabilities)
    assert {term.weight for term in police.terms} == {"HIGH", "MEDIUM", "LOW"}


BASE = """\
name: base
limit: {seconds: 10, max_pages: 7}
model: {threads: 2}
lines:
  - {entity: PERSON, action: redact, why: base says so}
role_mailboxes: [foi, ig]
staff:
  chiefs: {titles: [Chief], action: keep, why: base says so}
  others: {titles: [Clerk], action: redact, why: base says so}
rules:
  L101: {severity: note, reason: the base has its reason}
"""
OWN = """\
name: own
extends: base
limit: {seconds: 20}
lines:
  - {entity: PERSON, action: review, why: own says so}
role_mailboxes: [ig, press]
staff:
  chiefs: {titles: [Boss], action: review, why: own says so}
rules:
  L102: {options: {days: 5}}
"""


def test_lists_join_with_the_packs_own_first_and_names_replace(tmp_path: Path) -> None:
    """Lines are tried from the top, so a pack's own come first; what has a name is replaced whole."""
    write(tmp_path, "base", BASE)
    own = policies.load(str(write(tmp_path, "own", OWN)))
    assert [line.why for line in own.lines] == ["own says so", "base says so"]
    assert own.role_mailboxes == ("ig", "press", "foi")
    assert own.staff["chiefs"].titles == ("Boss",)
    assert own.staff["others"].titles == ("Clerk",)
    assert set(own.rules) == {"L101", "L102"}
    assert own.extends is None


def test_settings_merge_key_by_key(tmp_path: Path) -> None:
    """Only what a pack sets is its own; the rest of the group stays as it was."""
    write(tmp_path, "base", BASE)
    own = policies.load(str(write(tmp_path, "own", OWN)))
    assert (own.limit.seconds, own.limit.max_pages, own.model.threads) == (20, 7, 2)


def test_pack_is_found_by_name_in_a_search_folder(tmp_path: Path) -> None:
    """An authority's own folder comes before the built-in packs, and may extend them."""
    write(tmp_path, "ours", "name: ours\nextends: uk-foi\n")
    ours = policies.load("ours", [tmp_path])
    assert ours.lines == policies.load("uk-foi").lines
    assert ours.name == "ours"


def test_digest_changes_with_content_and_with_nothing_else(tmp_path: Path) -> None:
    """A report's digest says which policy was in force; comments do not change it."""
    first = policies.load(str(write(tmp_path, "base", BASE))).digest
    assert policies.load(str(write(tmp_path, "base", "# a comment\n" + BASE))).digest == first
    assert policies.load(str(write(tmp_path, "base", BASE.replace("ig]", "ig, press]")))).digest != first
    assert (
        policies.load(str(write(tmp_path, "base", BASE.replace("why: base says so}\nrole", "why: else}\nrole")))).digest
        != first
    )


LINE = "name: bad\nlines:\n  - {entity: PERSON, action: keep, why: because}\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("name: bad\ncolour: red\n", 2, "colour"),
        (LINE + "  - {entity: PERSON, action: burn, why: because}\n", 4, "lines.1.action"),
        (LINE + "  - {entity: PERSON, action: keep}\n", 4, "lines.1.why"),
        (LINE + "  - {entity: PERSON, action: keep, why: because, near: '('}\n", 4, "RE2"),
        (LINE + "  - {entity: PERSON, action: keep, why: because, value: '(?<=x)y'}\n", 4, "RE2"),
        (LINE + "  - {entity: PERSON, action: keep, why: because, threshold: 2}\n", 4, "lines.1.threshold"),
        (LINE + "  - {entity: PERSON, action: keep, why: because, thresold: 1}\n", 4, "thresold"),
        ("name: bad\nregime: foia\nname: again\n", 3, "twice"),
        ("name: bad\nrules:\n  L101: {severity: note}\n", 3, "reason"),
        ("name: bad\nrules:\n  L101: {severity: note, reason: short}\n", 3, "reason"),
        ("name: bad\nrules:\n  L111: {options: {a: 1}}\n  L999: {severity: note, reason: not needed here}\n", 4, "rules.L999"),
        ("name: bad\nrules:\n  V401: {severity: note, reason: not needed here}\n", 3, "V401"),
        (LINE + "  - {entity: PERSN, action: keep, why: because}\n", 4, "did you mean PERSON?"),
        (LINE + "  - {action: keep, why: because,\n     entity: [PERSON, E_MAIL]}\n", 5, "lines.1.entity"),
        ("name: bad\npublic:\n  - {value: '0123', entity: [TELEFONE], why: because}\n", 3, "TELEFONE"),
        ("name: bad\nterms:\n  - {category: tactics, why: because}\n", 3, "term or a pattern"),
        ("name: bad\nterms:\n  - {term: a, pattern: b, category: tactics, why: because}\n", 3, "term or a pattern"),
        ("name: bad\nregime: martian\n", 2, "regime"),
        ("name: bad\nlines: [a\n", 3, ""),
        ("name: &x bad\ntitle: *x\n", 2, "alias"),
    ],
)  # fmt: skip
def test_mistake_names_file_line_and_key(tmp_path: Path, text: str, line: int, said: str) -> None:
    """An officer is told where to look and what to do, and no policy is made of half a file."""
    path = write(tmp_path, "bad", text)
    with pytest.raises(PolicyError) as caught:
        policies.load(str(path))
    assert caught.value.where == f"{path}:{line}"
    assert said in caught.value.what
    assert caught.value.remedy


def test_every_name_that_a_policy_may_use_is_known() -> None:
    """What rules and recognizers call themselves, and the heads that the policy reads, are the same."""
    from redactor import known, registry
    from redactor.rules import all_rules

    assert known.rules() == {rule.code for rule in all_rules()}
    found = {
        getattr(value, "ENTITY", "")
        for module in registry.submodules("recognizers")
        for value in vars(module).values()
        if isinstance(value, type)
    }
    assert {name for name in found if name} <= known.entities()


def test_packs_that_extend_one_another_are_refused(tmp_path: Path) -> None:
    """A circle is an error and not an endless loop; so is a pack that extends itself."""
    write(tmp_path, "a", "name: a\nextends: b\n")
    write(tmp_path, "b", "name: b\nextends: a\n")
    write(tmp_path, "c", "name: c\nextends: c\n")
    for name in ("a", "c"):
        with pytest.raises(PolicyError, match="circle"):
            policies.load(name, [tmp_path])


def test_unknown_pack_lists_the_known_ones() -> None:
    """A misspelt name is answered with the names there are."""
    with pytest.raises(PolicyError, match="uk-police-foi"):
        policies.load("uk-fio")


def test_error_in_an_inherited_pack_names_that_pack(tmp_path: Path) -> None:
    """The line number belongs to the file in which the mistake stands."""
    base = write(tmp_path, "base", "name: base\nnonsense: 1\n")
    with pytest.raises(PolicyError) as caught:
        policies.load(str(write(tmp_path, "own", "name: own\nextends: base\n")))
    assert caught.value.where == f"{base}:2"


def test_listing_policies_loads_no_language_model() -> None:
    """``redactor policies`` answers at once: neither spaCy, Presidio nor a PDF engine is imported for it."""
    code = (
        "import sys; from redactor import policy; [policy.load(n) for n in policy.names()];"
        "heavy = {'spacy', 'presidio_analyzer', 'onnxruntime', 'pymupdf', 'pikepdf', 'pypdfium2'} & set(sys.modules);"
        "sys.exit(' '.join(sorted(heavy)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
