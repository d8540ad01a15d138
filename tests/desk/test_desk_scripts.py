"""The page's scripts and stylesheet: types hold, nothing comes from elsewhere, nothing is ever set as markup."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

DESK = Path(__file__).resolve().parent.parent.parent / "redactor" / "desk"
SCRIPTS = sorted((DESK / "static").glob("*.js"))


def test_typescript_accepts_the_scripts():
    """`tsc --checkJs`, strict; under CI its absence is a failure."""
    tsc = shutil.which("tsc")
    if tsc is None:
        if os.environ.get("CI") == "true":
            pytest.fail("tsc is missing (npm install --global typescript@5)")
        pytest.skip("tsc is not installed")
    done = subprocess.run([tsc, "-p", DESK / "tsconfig.json"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_writes_markup_or_reaches_elsewhere(path):
    """Document text can only ever be text, and every address is the desk's own."""
    text = path.read_text("utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\(\"style", text
    )
    assert not [url for url in re.findall(r"https?://[^\"'` ]+", text) if url != "http://www.w3.org/2000/svg"]
    assert text.startswith("// "), "the first line says what it is"


def test_the_stylesheet_and_templates_take_nothing_from_elsewhere():
    """No web font, no content network, no inline script or style, which the policy would not run anyway."""
    for path in [*(DESK / "static").glob("*.css"), *(DESK / "templates").iterdir()]:
        text = path.read_text("utf-8")
        assert "http:" not in text and "https:" not in text and "@import" not in text and "url(" not in text, path.name
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", text), path.name


def test_no_script_is_long():
    """A file does one thing."""
    assert not [path.name for path in SCRIPTS if len(path.read_text("utf-8").splitlines()) > 300]
