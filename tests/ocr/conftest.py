"""The reader, loaded once for all tests of it."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def tesseract():
    """Return the reader; the suite installs the extra, so its absence is a failure and no skip."""
    from redactor.ocr import reader

    loaded = reader()
    assert loaded is not None, "install the extra [ocr]"
    return loaded
