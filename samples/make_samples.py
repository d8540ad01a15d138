"""Print every sample document again from the sources the project wrote.

Usage: ``python samples/make_samples.py [--only NAME]``, where NAME is the start of a file name. The PDFs are kept with
the project, so only this script needs the programs that print them; samples/README.md lists them.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from makers import source

HERE = Path(__file__).resolve().parent
LIMIT = 150_000


def makers() -> dict[str, Callable[[Path], None]]:
    """Return file name -> the function that prints it; a scan is made of a letter, so letters come first."""
    from makers import graphics, hidden_layers, ligatures, producers, rotated_cropped, scan_like, table_report
    from makers.reportlab_letter import reportlab

    printers: dict[str, Callable[[str, Path], None]] = {
        "reportlab": reportlab,
        "weasyprint": producers.weasyprint,
        "libreoffice": producers.libreoffice,
        "chromium": producers.chromium,
    }
    return {
        **{f"police-letter.{name}.pdf": partial(printer, "police-letter") for name, printer in printers.items()},
        "council-letter.weasyprint.pdf": partial(producers.weasyprint, "council-letter"),
        "council-letter.libreoffice.pdf": partial(producers.libreoffice, "council-letter"),
        "hidden-layers.pdf": hidden_layers.make,
        "rotated-cropped.pdf": rotated_cropped.make,
        "ligatures.pdf": ligatures.make,
        "table-report.pdf": table_report.make,
        "scan-like.pdf": scan_like.make,
        "redactable-graphics.pdf": graphics.make,
    }


def main() -> None:
    """Print the samples asked for and say how large each one is."""
    parser = argparse.ArgumentParser(description="Print the sample documents again.")
    parser.add_argument("--only", default="", metavar="NAME", help="only files whose name begins with NAME")
    wanted: str = parser.parse_args().only
    os.environ["SOURCE_DATE_EPOCH"] = str(source.EPOCH)
    chosen = {name: make for name, make in makers().items() if name.startswith(wanted)}
    if not chosen:
        parser.error(f"no sample is called {wanted!r}; the names are: {', '.join(makers())}")
    for name, make in chosen.items():
        out = HERE / name
        make(out)
        size = out.stat().st_size
        print(f"{name:36}{size:>8} bytes")
        if size > LIMIT:
            raise SystemExit(f"{name} is larger than {LIMIT} bytes: make it smaller before it is kept.")


if __name__ == "__main__":
    main()
