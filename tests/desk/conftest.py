"""The fixtures of the desk's tests; a browser and a server stand in ``desk_run``, which tests can name."""

from __future__ import annotations

from desk_run import chromium, letter, running, visit

__all__ = ["chromium", "letter", "running", "visit"]
