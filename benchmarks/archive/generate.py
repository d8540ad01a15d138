"""Make an archive: letters that share their boilerplate, some packed in ZIPs, some with attachments, and poison on demand.

Everything in it is invented; numbers are Ofcom's for drama, addresses are example domains.
"""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pymupdf

FIRST = ("Amara", "Owain", "Kezia", "Tomos", "Ishbel", "Rafe", "Nia", "Callum", "Priya", "Dafydd", "Oonagh", "Zubair")
LAST = ("Venkataraman", "Lombard", "Penhaligon", "Okonkwo", "Strachan", "Abernethy", "Quiller", "Tregaskis", "Mbeki",
        "Featherstonhaugh", "Llewellyn", "Ravenscroft")  # fmt: skip
BOILERPLATE = (
    "Thank you for your request for information, which has been considered under the Freedom of Information Act 2000. "
    "Section 1 of the Act places two duties on public authorities. Unless exemptions apply, the first duty is to confirm "
    "or deny whether the information specified in a request is held.",
    "The second duty is to disclose information that has been confirmed as being held. Where exemptions are relied upon, "
    "section 17 of the Act requires that we provide the applicant with a notice which states that fact, specifies the "
    "exemption in question and states, if that would not otherwise be apparent, why the exemption applies.",
    "If you are dissatisfied with the way in which your request has been handled you may ask for an internal review. You "
    "should do so within two months of the date of this letter by writing to the Information Rights Team at the address "
    "above. The review will be carried out by somebody who took no part in the original decision.",
    "If you remain dissatisfied you have the right to complain to the Information Commissioner, Wycliffe House, Water Lane, "
    "Wilmslow, Cheshire SK9 5AF. The Commissioner will not usually consider a complaint until the internal review has been "
    "completed.",
    "The material that we supply may be protected by copyright. You may use it for your own purposes, including research "
    "for private study and for the reporting of current events. Any other reuse needs the permission of the copyright "
    "holder.",
    "Please quote the reference above in all correspondence, so that we can find your papers quickly. We aim to answer "
    "every letter within ten working days of its receipt.",
)
SUBJECTS = ("parking permits", "vehicle maintenance", "overtime", "library closures", "street lighting", "agency staff",
            "noise complaints", "school crossing patrols", "empty homes", "allotments")  # fmt: skip
POISON = ("crash", "hang", "hog")


def archive(folder: Path, count: int, *, seed: int = 6) -> Path:
    """Write ``count`` letters by year into a folder, every fortieth inside a ZIP, and return the folder."""
    chance = random.Random(seed)
    for number in range(count):
        year = 2016 + number % 8
        place = folder / str(year)
        place.mkdir(parents=True, exist_ok=True)
        data = letter(number, year, chance)
        if number % 40 == 39:
            with zipfile.ZipFile(place / f"reply-{number:06}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr(f"reply-{number:06}.pdf", data)
        else:
            (place / f"reply-{number:06}.pdf").write_bytes(data)
    return folder


def letter(number: int, year: int, chance: random.Random) -> bytes:
    """Return a letter of two pages as PDF; every fiftieth carries an attachment."""
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    writer = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    subject = chance.choice(SUBJECTS)
    figures = [chance.randint(1, 900) for _ in range(6)]
    first = [
        f"Westmarch Council, Information Rights Team\nOur reference: FOI/{year}/{number:05}\n{number % 27 + 1} March {year}",
        f"Dear {name},",
        *BOILERPLATE[:2],
        f"You asked about {subject}. In the year to 31 March {year} there were {figures[0]} cases, of which {figures[1]} were "
        f"closed within a month, {figures[2]} within three months and {figures[3]} later. The average cost was "
        f"{figures[4]} pounds and {figures[5]} pence a case.",
    ]
    second = [
        *BOILERPLATE[2:],
        f"If you have any question, telephone {writer} on 01632 960{chance.randint(100, 999)} or write to "
        f"{writer.split()[0].lower()}.{writer.split()[1].lower()}@example.gov.uk.",
        f"Yours sincerely\n\n{writer}\nInformation Rights Officer",
    ]
    document = pymupdf.open()
    for paragraphs in (first, second):
        page = document.new_page()
        page.insert_textbox(pymupdf.Rect(60, 60, 535, 780), "\n\n".join(paragraphs), fontsize=11, fontname="helv")
    if number % 50 == 7:
        document.embfile_add("figures.csv", "\n".join(map(str, figures)).encode(), filename="figures.csv")
    data: bytes = document.tobytes(deflate=True, no_new_id=True)
    document.close()
    return data


def poisoned(folder: Path, good: int) -> dict[str, str]:
    """Write good letters and one of each poison; return the poison's kind by file name."""
    archive(folder, good)
    bad = {}
    for kind in POISON:
        name = f"poison-{kind}.pdf"
        data = letter(9_000_000 + POISON.index(kind), 2020, random.Random(kind))
        (folder / name).write_bytes(data + f"\n%poison={kind}\n".encode())
        bad[name] = kind
    return bad
