"""V401 opens-cleanly: two independent readers open the copy without repairing anything, and its pages are the source's.

What it proves: a file that has to be repaired can show one reader what another does not; a copy with other pages is not
a copy of this document.
How: pikepdf (qpdf) opens the file with repair switched off, and every object and stream is unpacked; pdfium opens every
page. Number of pages, sizes and rotation are compared with the source.
Source: ISO 32000-1, 7.5 (file structure).
"""

from __future__ import annotations

import pikepdf
import pypdfium2

from redactor.verify import Evidence, Failure, View, check, counted
from redactor.verify.opened import opened


@check("V401")
def opens_cleanly(view: View) -> Evidence:
    """Open the copy with both readers and compare its pages with the source's."""
    files = opened(view)
    try:
        copy, pages = files.copy, files.copy_pages
    except pikepdf.PasswordError:
        return Evidence("pikepdf", (Failure("The copy is encrypted, so nobody can see what is in it."),))
    except pikepdf.PdfError:
        return Evidence("pikepdf", (Failure("The copy is damaged: it cannot be opened without repair."),))
    except pypdfium2.PdfiumError:
        return Evidence("pdfium", (Failure("The copy cannot be opened by pdfium."),))
    failures = [Failure(f"Part of the copy cannot be unpacked: {place}.") for place in files.residue.unread]
    warnings = len(copy.get_warnings())
    if warnings:
        failures.append(Failure(f"The copy had to be repaired in {warnings} places while it was read."))
    if len(copy.pages) != len(pages):
        failures.append(Failure(f"pikepdf counts {len(copy.pages)} pages, pdfium {len(pages)}."))
    elif files.original_pages is not None and len(files.original_pages) != len(pages):
        failures.append(Failure(f"The copy has {len(pages)} pages, the original {len(files.original_pages)}."))
    else:
        failures += [
            Failure("The page's size or rotation is not the original's.", page.number)
            for page in files.pages
            if page.same_size is False
        ]
    return Evidence(
        f"{counted(len(pages), 'page')}, {files.residue.objects} objects; pikepdf and pdfium", tuple(failures)
    )
