"""The command line with another desk: ``python -m benchmarks.archive.driver real|poison|quick scan ...``.

Says on stderr, last, how much memory its own process took at most (KB).
"""

from __future__ import annotations

import atexit
import resource
import sys

from benchmarks.archive import desks
from redactor.archive import crew
from redactor.cli import app

if __name__ == "__main__":
    chosen = {"poison": desks.POISON, "quick": desks.QUICK}.get(sys.argv[1])
    if chosen is not None:
        crew.Desk = lambda: chosen  # type: ignore[misc,assignment]
    del sys.argv[1]
    atexit.register(lambda: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))
    app.main()
