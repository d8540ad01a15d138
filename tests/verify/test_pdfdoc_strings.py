"""Names whose letters only PDFDocEncoding has in one byte are found in a PDF's strings."""

from __future__ import annotations

import pikepdf
import pytest

from redactor.verify.strings import decodings


@pytest.mark.parametrize("name", ["Łukasz Żak", "Deniz Yıldız", "O’Neill", "Šárka Œuvrard", "Ana"])
def test_a_name_reads_as_it_was_written(name):
    """ISO 32000-1, annex D.2; Latin-1 has other signs, or none, in these places."""
    assert name in list(decodings(bytes(pikepdf.String(name))))
