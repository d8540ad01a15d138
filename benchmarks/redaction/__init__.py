"""redaction: what is left in copies, which failed redactions are found, what mutants do to the engine, and what it costs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.table import circumstances, table

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "pdf"


def run(*, quick: bool) -> str:
    from benchmarks.redaction import fuzz, outside, sets, speed, union

    rows = [*sets.carriers(SHARED), *sets.badred(SHARED), *sets.hostile(SHARED), *outside.rows(SHARED, ROOT)]
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
    return f"{circumstances()}\n\n{table(('what', 'measured', 'to reach'), rows)}{note}\n"
