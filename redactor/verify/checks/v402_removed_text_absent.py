"""V402 removed-text-absent: no removed value can be read in the copy's text.

What it proves: neither a reader, nor select-and-copy, nor a search engine gets a removed value out of the copy.
How: pdfium reads every page, invisible and off-page text included, and every form, pattern, soft mask and drawn letter
as a page of its own. Accents, ligatures, case, spacing and punctuation do not hide a value of five letters or digits or
more; shorter ones are sought as whole words. Words that were kept on purpose are no failure.
Source: ISO 32000-1, 9.10 (extraction of text content) and 8.10 (form XObjects).
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check, counted
from redactor.verify.explode import hidden_texts
from redactor.verify.opened import opened


@check("V402", needs_values=True)
def removed_text_absent(view: View) -> Evidence:
    """Search all text of the copy for every removed value."""
    if (
        view.plan is not None
        and not view.removed
        and any(one.form_field or not one.whole for one in view.plan.redactions)
    ):
        return Evidence("nothing", (Failure("There are redactions, but no values were given to search for."),))
    files = opened(view)
    needles = files.needles
    failures = []
    for page in files.pages:
        for index in sorted(needles.in_text(page.text)):
            removed = view.removed[index]
            failures.append(
                Failure(f"The {removed.entity} of finding {removed.finding_id} can still be read.", page.number)
            )
    hidden = 0
    for place, text in hidden_texts(view.output):
        hidden += 1
        for index in sorted(needles.in_text(text)):
            removed = view.removed[index]
            failures.append(
                Failure(f"The {removed.entity} of finding {removed.finding_id} can still be read in {place}.")
            )
    tried = f"{counted(needles.searched, 'value')}, {counted(len(files.pages), 'page')}, {counted(hidden, 'hidden drawing')}; pdfium"
    if needles.unsearchable:
        tried += f"; {needles.unsearchable} values of one character or none cannot be searched for"
    return Evidence(tried, tuple(failures))
