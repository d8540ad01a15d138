"""V410 width-not-told: no line tells how wide the name was that was removed from it.

What it proves: where the policy lets no gap be left, the line was set anew or went black from margin to margin. A line set
anew has its letters side by side at natural widths, one natural space between words, and labels as wide as their code.
How: pdfium reads the copy's characters with their places; the writer's word is taken only for where such lines are, and a
line that holds nothing to hide, or is higher than a line, fails.
Source: measured: of a surname's 12.6 bits an ordinary box leaves 7 to 9 (benchmarks/RESULTS.md, width).
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check
from redactor.verify.opened import opened


@check("V410", needs_original=True, needs_plan=True)
def width_not_told(view: View) -> Evidence:
    """Look at every line from which a name was removed."""
    failures = []
    for page in opened(view).pages:
        if page.gaps:
            failures.append(Failure(f"{page.gaps} redactions leave a gap as wide as what was removed.", page.number))
        if page.idle:
            failures.append(Failure(f"{page.idle} lines were changed though nothing had to be hidden.", page.number))
        if page.told:
            failures.append(Failure(f"{page.told} places in lines set anew are not at natural widths.", page.number))
    anew = sum(not line.blocked for line in view.lines)
    return Evidence(f"{anew} lines set anew, {len(view.lines) - anew} blacked out; pdfium", tuple(failures))
