"""The README's Python runs as it stands, from the top of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.skipif(not BLOCKS, reason="the README shows no Python")
def test_python_in_the_readme_runs(tmp_path):
    """Block after block in one program, in a copy of the project's folder of samples, so that it may write."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(BLOCKS)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
