"""The readers, loaded once for all tests of them."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session")
def tesseract():
    """Return the reader; the suite installs the extra, so its absence is a failure and no skip."""
    from redactor.ocr import reader

    loaded = reader()
    assert loaded is not None, "install the extra [ocr]"
    return loaded


@pytest.fixture(scope="session")
def accurate():
    """Return the second reader; in CI its absence is a failure, elsewhere 90 MB that not everybody wants."""
    from redactor.ocr import second

    loaded = second()
    if loaded is None:
        assert not os.environ.get("CI"), "install the extra [ocr-accurate]"
        pytest.skip("the extra [ocr-accurate] is not installed")
    return loaded
