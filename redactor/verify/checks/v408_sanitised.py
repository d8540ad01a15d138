"""V408 sanitised: the copy carries pages, their links and bookmarks, a title and tags, and nothing that acts or hides.

What it proves: no script, no action but a link, no form, no attachment, no note, no layer, no private data, no thumbnail,
no encryption, and no key of the document or of a page that is not known to be needed.
How: pikepdf walks every object. What a catalogue, a page, an annotation or the document information may hold is listed;
whatever is not listed fails. In metadata only title, language and accessibility level may stand. A file others made keeps what its producer put there; the
rules on hidden data (H2xx) judge that.
Source: ISO 32000-1, 7.7 (catalogue and pages), 12.5 (annotations), 12.6 (actions), 14.3 (metadata), 14.5 (page pieces).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from redactor.verify import Evidence, Failure, View, check, counted
from redactor.verify.opened import opened


def _keys(words: str) -> frozenset[str]:
    return frozenset("/" + word for word in words.split())


_CATALOGUE = _keys(
    "Type Version Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines Lang MarkInfo StructTreeRoot "
    "Metadata OutputIntents"
)
_PAGE = _keys(
    "Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Contents Group Annots Tabs StructParents"
)
_LINK = _keys("Type Subtype Rect A Dest Border BS C F H QuadPoints StructParent Contents")
_ACTION = _keys("Type S URI D IsMap")
_NAMES = _keys("Dests")
_INFO = _keys("Title")
_TRAILER = _keys("Size Root Info ID Type W Index Length Filter DecodeParms Prev XRefStm")
# The last two are V404's to judge.
_FORBIDDEN = {
    "/AA": "automatic actions", "/AF": "associated files", "/AcroForm": "a form", "/Alternates": "alternate pictures",
    "/EF": "an attachment", "/EmbeddedFiles": "attachments", "/JS": "a script", "/JavaScript": "a script",
    "/OC": "a layer", "/OCProperties": "layers", "/OPI": "a picture elsewhere", "/OpenAction": "an opening action",
    "/PieceInfo": "private data of a program", "/RichMediaContent": "media", "/Thumb": "a thumbnail", "/XFA": "an XFA form",
}  # fmt: skip
_ACTIONS = _keys(
    "GoToR GoToE GoToDp Launch Thread Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript SetOCGState "
    "Rendition Trans GoTo3DView RichMediaExecute"
)
_SCHEMES = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP = frozenset(
    {
        "{http://purl.org/dc/elements/1.1/}title",
        "{http://purl.org/dc/elements/1.1/}language",
        "{http://www.aiim.org/pdfua/ns/id/}part",
        "{http://www.aiim.org/pdfua/ns/id/}rev",
    }
)


@check("V408")
def sanitised(view: View) -> Evidence:
    """Walk every object of the copy and report what may not be there."""
    copy = opened(view).copy
    if copy.is_encrypted:
        return Evidence("nothing", (Failure("The copy is encrypted."),))
    house = [
        *(Failure(f"The trailer holds {count} keys that are not needed.") for count in _extra(copy.trailer, _TRAILER)),
        *(Failure(f"The document information holds {n} entries besides the title.") for n in _info(copy)),
        *_catalogue(copy.Root),
    ]
    for number, page in enumerate(copy.pages, 1):
        house += [Failure(message, number) for message in _page(page.obj)]
    objects = 0
    for thing in copy.objects:
        if isinstance(thing, (Dictionary, Stream, Array)):
            objects += 1
            house += [Failure(f"Object {thing.objgen[0]}: {message}") for message in _anywhere(thing, copy.Root)]
    return Evidence(f"{objects} objects, {counted(len(copy.pages), 'page')}; pikepdf", house=tuple(house))


def _extra(dictionary: pikepdf.Object, allowed: frozenset[str]) -> Iterator[int]:
    count = len(set(dictionary.keys()) - allowed)
    if count:
        yield count


def _info(copy: pikepdf.Pdf) -> Iterator[int]:
    info = copy.trailer.get("/Info")
    if isinstance(info, Dictionary):
        yield from _extra(info, _INFO)


def _catalogue(root: pikepdf.Object) -> Iterator[Failure]:
    for count in _extra(root, _CATALOGUE | _FORBIDDEN.keys()):
        yield Failure(f"The document catalogue holds {count} keys that are not needed.")
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        for count in _extra(names, _NAMES | _FORBIDDEN.keys()):
            yield Failure(f"The document's name lists hold {count} entries other than link targets.")
    metadata = root.get("/Metadata")
    if isinstance(metadata, Stream) and not _harmless(metadata.read_bytes()):
        yield Failure("The document's metadata say more than title and language.")


def _page(page: pikepdf.Object) -> Iterator[str]:
    for count in _extra(page, _PAGE | _FORBIDDEN.keys() | {"/Metadata"}):
        yield f"The page holds {count} keys that are not needed."
    annotations = page.get("/Annots", Array())
    for annotation in annotations if isinstance(annotations, Array) else ():
        if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Link:
            yield "The page carries a note, form field or other annotation that is no link."
            continue
        if any(_extra(annotation, _LINK)):
            yield "A link carries more than a link needs."
        action = annotation.get("/A")
        if action is not None and not _is_plain_link(action):
            yield "A link does something other than to lead to the web, to mail, to a telephone or to a page."


def _is_plain_link(action: pikepdf.Object) -> bool:
    if not isinstance(action, Dictionary) or any(_extra(action, _ACTION)):
        return False
    if action.get("/S") == Name.GoTo:
        return True
    return action.get("/S") == Name.URI and bool(_SCHEMES.match(str(action.get("/URI", ""))))


def _anywhere(thing: pikepdf.Object, root: pikepdf.Object) -> Iterator[str]:
    """Yield what no object may hold, wherever it lies; dictionaries inside dictionaries included."""
    waiting = [thing]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Array):
            waiting += [part for part in item if _is_inner(part)]
            continue
        is_tag = item.get("/Type") == Name.StructElem
        is_root = item.objgen == root.objgen
        for key, value in item.items():
            if key in _FORBIDDEN:
                yield f"{_FORBIDDEN[key]}."
            elif key == "/Metadata" and not is_root:
                yield "metadata of its own."
            elif key == "/S" and not is_tag and isinstance(value, Name) and str(value) in _ACTIONS:
                yield "an action other than a link."
            if _is_inner(value):
                waiting.append(value)


def _is_inner(value: object) -> bool:
    return isinstance(value, (Dictionary, Array)) and not value.is_indirect


def _harmless(xmp: bytes) -> bool:
    """True for XMP (ISO 16684-1) whose every property is on the list."""
    if b"<!" in xmp:
        return False
    try:
        tree = ElementTree.fromstring(xmp.decode("utf-8"))  # noqa: S314  # no document type, so no entities: see above
    except (ElementTree.ParseError, UnicodeDecodeError):
        return False
    for description in tree.iter(f"{_RDF}Description"):
        properties = [child.tag for child in description]
        properties += [name for name in description.attrib if name != f"{_RDF}about"]
        if not set(properties) <= _XMP:
            return False
    return True
