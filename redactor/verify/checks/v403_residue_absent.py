"""V403 residue-absent: no removed value is left in any object, stream, name or byte of the copy.

What it proves: nothing that the pages do not show (metadata, bookmarks, tags, scripts, attachments, unused objects,
earlier revisions) holds a removed value.
How: pikepdf reads every object; every string, name, key and unpacked stream is searched, with the strings of content
streams put together again, and files inside the file opened. All spellings of all values (Latin-1, UTF-8, UTF-16, hex and
octal digits) are also sought in the file's raw bytes. What cannot be unpacked fails V401.
Source: ISO 32000-1, 7.3 (objects), 7.9.2 (strings); ICO, "Disclosing documents to the public securely" (2025).
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check
from redactor.verify.opened import opened


@check("V403", needs_values=True)
def residue_absent(view: View) -> Evidence:
    """Search every object and byte of the copy for every removed value."""
    files = opened(view)
    residue = files.residue
    failures = []
    for sighting in residue.sightings:
        removed = view.removed[sighting.value]
        failures.append(Failure(f"The {removed.entity} of finding {removed.finding_id} is left in {sighting.place}."))
    tried = (
        f"{files.needles.searched} values, {residue.objects} objects, {residue.strings} strings, "
        f"{residue.streams} streams, {len(view.output)} bytes; pikepdf"
    )
    return Evidence(tried, tuple(failures))
