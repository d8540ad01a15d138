"""redaction: what is left in copies, which failed redactions are found, what mutants do to the engine, and what it costs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.table import circumstances, table

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "pdf"
_REFUSED = """Refused, and rightly. a06 and a08: a soft mask or the program of a glyph draws the name, and nothing in the file says
where on the page it shows, so that no box can be placed. `palette`, `inline_picture` and `function_samples`: the name is
spelt by colours that the page shows or may show; to take them away would change it. A refusal names the page or the check."""


def run(*, quick: bool) -> str:
    from benchmarks.redaction import fuzz, outside, sets, speed, union

    rows = [
        *sets.carriers(SHARED),
        *sets.further(),
        *sets.badred(SHARED),
        *sets.hostile(SHARED),
        *outside.rows(SHARED, ROOT),
    ]
    count = 200 if quick else 2000
    spoilt = fuzz.mutate(count)
    rows.append(
        (
            f"{count} mutants of the samples: crashes of the parent / READY and not truly readable",
            f"{len(spoilt.crashes)} / {len(spoilt.false_ready)} (of {fuzz.told(spoilt)})",
            "0 / 0",
        )
    )
    rows += speed.rows(3 if quick else 7)
    absent = union.missing()
    note = f"\n\nNot installed here, so not asked: {', '.join(absent)}." if absent else ""
    return f"{circumstances()}\n\n{table(('what', 'measured', 'to reach'), rows)}{note}\n\n{_REFUSED}\n"
