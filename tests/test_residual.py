"""How many surnames fit a gap: counted for names that leave one, and for no others."""

from __future__ import annotations

import pytest
from formats.pdf_tools import find, lines

from redactor.errors import PolicyError
from redactor.formats import Limits
from redactor.formats.pdf.load import load
from redactor.model import SetLine, Source
from redactor.policy_parts import RedactionSettings
from redactor.residual import NOT_TOLD, described, residuals, surnames

TEXT = (
    "We told Hughes about it.",
    "Hughes, Walker, Smith and Jones live abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
)


def gap(term, tmp_path, names):
    data = lines(*TEXT)
    document = load(data, Source("x.pdf", "", len(data), "application/pdf"), Limits(), None)
    path = tmp_path / "names.txt"
    path.write_text("\n".join(names), "utf-8")
    settings = RedactionSettings(surnames=str(path))
    redactions = find(data, term)[:1]
    return document, redactions, settings


def test_the_name_itself_fits_and_others_of_its_width(tmp_path):
    """Hughes and a name of the same letters fit; names a point wider do not."""
    document, redactions, settings = gap("Hughes", tmp_path, ["Hughes", "Hsughe", "Li", "Wolstenholme"])
    (told,) = residuals(document, redactions, (), settings)
    assert (told.fitting, told.names) == (2, 4)


def test_a_name_on_a_line_set_anew_tells_nothing(tmp_path):
    """Nor does the report count one."""
    document, redactions, settings = gap("Hughes", tmp_path, ["Hughes"])
    line = SetLine(1, (0, 0, 400, 0, 0, 300, 400, 300), blocked=True)
    assert residuals(document, redactions, (line,), settings) == ()
    assert set(described(redactions, (line,), ()).values()) == {NOT_TOLD}


def test_the_shipped_list_is_long_enough_to_mean_something():
    """Some hundreds of common surnames, each once."""
    assert len(surnames("")) == len(set(surnames(""))) > 300


def test_a_list_that_is_not_there_is_an_error(tmp_path):
    """And says what to do."""
    with pytest.raises(PolicyError, match="surnames"):
        surnames(str(tmp_path / "none.txt"))
