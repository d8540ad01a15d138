"""The desk's HTML pages, its scripts and its stylesheet; the pages hold no document text but names of files."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from redactor.model import Action
from redactor.reporters import words

if TYPE_CHECKING:
    from redactor.desk.item import Item
    from redactor.report import Report

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


@functools.cache
def _static() -> dict[str, tuple[bytes, str]]:
    """Return every static file by name; nothing outside this dictionary can be asked for."""
    folder = resources.files("redactor.desk") / "static"
    found = {}
    for file in folder.iterdir():
        suffix = file.name[file.name.rfind(".") :]
        if suffix in _TYPES:
            found[file.name] = (file.read_bytes(), _TYPES[suffix])
    return found


def static(name: str) -> Response:
    """Return a script, the stylesheet or the icon."""
    known = _static().get(name)
    if known is None:
        return PlainTextResponse("There is no such file.", 404)
    return Response(known[0], media_type=known[1])


class Pages:
    """The templates, filled."""

    def __init__(self, csrf: str) -> None:
        self._csrf = csrf
        self._environment = Environment(
            loader=PackageLoader("redactor.desk"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=lambda value: words.clean(value) if type(value) is str else value,
        )

    def _page(self, template: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:
        html = self._environment.get_template(template).render(csrf=self._csrf, words=words, **values)
        return HTMLResponse(html, status)

    def start(self, queue: dict[str, Any]) -> HTMLResponse:
        """Return the start page: where files are dropped, and the queue."""
        return self._page("start.html.j2", empty=not queue["files"])

    def document(self, item: Item) -> HTMLResponse:
        """Return the page on which a document is reviewed."""
        return self._page("document.html.j2", name=item.name, id=item.id)

    def schedule(self, item: Item, report: Report) -> HTMLResponse:
        """Return the schedule as a page to print."""
        kept = [finding for finding in words.chosen(report, Action.KEEP) if finding.by != "policy"]
        going = words.chosen(report, Action.REDACT)
        return self._page("schedule.html.j2", name=item.name, id=item.id, report=report, going=going, kept=kept)

    def gone(self) -> HTMLResponse:
        """Return the page that says that a document is no longer on the desk."""
        return self._page("gone.html.j2", status=404)
