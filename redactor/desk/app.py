"""The desk's addresses: pages, pictures, orders and downloads. Documents go by opaque ids; no path or text is in one."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from redactor.desk import acts, copying, meanwhile, orders, pages, uploads, views
from redactor.desk.item import State, sentence
from redactor.desk.safety import Safety
from redactor.errors import DecisionsError, RedactorError, UncheckedError, UsageError

if TYPE_CHECKING:
    from starlette.requests import Request

    from redactor.desk.desk import Desk
    from redactor.desk.item import Item
    from redactor.desk.safety import Keys

_MOST_BODY = 256 * 1024
_TYPES = {
    "copy": "application/pdf",
    "schedule": "text/csv; charset=utf-8",
    "report": "text/html; charset=utf-8",
    "data": "application/json",
    "decisions": "application/yaml",
}


class _Refused(Exception):
    """An answer with a status other than 200."""

    def __init__(self, status: int, error: str, remedy: str = "", where: str = "") -> None:
        self.status, self.error, self.remedy, self.where = status, error, remedy, where
        super().__init__(error)


def build(desk: Desk, keys: Keys, *, stop: Callable[[], None]) -> Starlette:
    """Return the application; ``stop`` ends the server."""
    site = _Site(desk, keys, stop)
    file = "/api/files/{id}"
    routes = [
        Route("/", site.start),
        Route("/static/{name}", site.static),
        Route("/files/{id}", site.document),
        Route("/files/{id}/schedule", site.schedule),
        Route("/files/{id}/pages/{number:int}.png", site.picture),
        Route("/files/{id}/download/{kind}", site.download),
        Route("/api/files", site.queue),
        Route("/api/files", site.upload, methods=["PUT"]),
        Route("/api/events", site.events),
        Route("/api/finish", site.finish, methods=["POST"]),
        Route(file, site.state),
        Route(file, site.remove, methods=["DELETE"]),
        Route(file + "/pages/{number:int}/words", site.words),
        *(
            Route(f"{file}/{name}", site.order(act), methods=["POST"])
            for name, act in {
                "decide": site.decide,
                "term": site.term,
                "areas": site.areas,
                "take-away": site.take_away,
                "undo": site.undo,
                "redo": site.redo,
                "password": site.password,
                "copy": site.copy,
                "release": site.release,
                "again": site.again,
            }.items()
        ),
    ]
    application = Starlette(
        routes=routes,
        middleware=[Middleware(Safety, keys=keys)],
        exception_handlers={_Refused: _refused},
    )
    # An address is written in one way; a redirect would repeat what somebody made up.
    application.router.redirect_slashes = False
    return application


async def _refused(_request: Request, error: Exception) -> Response:
    if not isinstance(error, _Refused):
        raise error
    return JSONResponse({"error": error.error, "remedy": error.remedy, "where": error.where}, error.status)


class _Site:
    """The handlers, with what they share."""

    def __init__(self, desk: Desk, keys: Keys, stop: Callable[[], None]) -> None:
        self._desk, self._keys, self._stop = desk, keys, stop
        self._pages = pages.Pages(keys.csrf)

    def _item(self, request: Request) -> Item:
        item = self._desk.items.get(request.path_params["id"])
        if item is None:
            raise _Refused(404, "This document is no longer on the desk.", "Go back to the list of documents.")
        return item

    # Pages

    async def start(self, request: Request) -> Response:
        items = list(self._desk.items.values())
        if len(items) == 1 and "list" not in request.query_params:
            return RedirectResponse(f"/files/{items[0].id}", 303)
        return self._pages.start(views.queue(self._desk))

    async def document(self, request: Request) -> Response:
        item = self._desk.items.get(request.path_params["id"])
        if item is None:
            return self._pages.gone()
        self._desk.opened(item)
        return self._pages.document(item)

    def schedule(self, request: Request) -> Response:
        item = self._item(request)
        report = item.copy.released_report if item.released else item.report
        if report is None:
            raise _Refused(409, "The file has not been searched yet.", "Wait until it has been.")
        return self._pages.schedule(item, report)

    async def static(self, request: Request) -> Response:
        return pages.static(request.path_params["name"])

    # What the pages ask for

    async def queue(self, _request: Request) -> Response:
        return JSONResponse(views.queue(self._desk))

    def state(self, request: Request) -> Response:
        item = self._item(request)
        self._desk.opened(item)
        meanwhile.notice(self._desk, item)
        return JSONResponse(views.document(self._desk, item))

    def picture(self, request: Request) -> Response:
        item, number = self._item(request), request.path_params["number"]
        try:
            scale = float(request.query_params.get("scale", "2"))
            data = self._desk.pictures.page(item, number, scale, copy="copy" in request.query_params)
        except (KeyError, ValueError):
            raise _Refused(404, "There is no such page.") from None
        except RedactorError as error:
            raise _Refused(422, f"The page {error.what}.", error.remedy) from None
        return Response(data, media_type="image/png")

    def words(self, request: Request) -> Response:
        item, number = self._item(request), request.path_params["number"]
        if not 1 <= number <= len(item.sheets):
            raise _Refused(404, "There is no such page.")
        try:
            found = self._desk.showing.words(item.path, item.password, number)
        except RedactorError as error:
            raise _Refused(422, f"The page {error.what}.", error.remedy) from None
        rows = [[*(round(one, 1) for one in word.box), word.line, word.text] for word in found]
        return JSONResponse(rows)

    def download(self, request: Request) -> Response:
        item, kind = self._item(request), request.path_params["kind"]
        if kind == "decisions":
            path: Path | None = self._desk.ledger(item).path
        else:
            path = item.copy.released.get(kind) if item.released else None
        if path is None or not path.is_file():
            raise _Refused(404, "Nothing is offered under this address.", "Release the document first.")
        # The schedule and the report name nobody; the file's own name may, so it goes into no log and no address.
        item.taken[kind] = item.revision
        self._desk.changed()
        name = f"attachment; filename*=UTF-8''{quote(path.name, safe='')}"
        return Response(path.read_bytes(), media_type=_TYPES[kind], headers={"Content-Disposition": name})

    async def events(self, _request: Request) -> Response:
        return StreamingResponse(self._news(), media_type="text/event-stream")

    async def _news(self) -> AsyncIterator[bytes]:
        loop, ringing = asyncio.get_running_loop(), asyncio.Event()

        def ring() -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(ringing.set)

        deaf = self._desk.listen(ring)
        try:
            yield b"retry: 1000\n\n"
            while not self._desk.closed:
                yield f"data: {self._desk.revision}\n\n".encode()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(ringing.wait(), 15)
                ringing.clear()
        finally:
            deaf()

    async def upload(self, request: Request) -> Response:
        try:
            item = await uploads.receive(self._desk, request)
        except UsageError as error:
            raise _Refused(413 if error.where == "size" else 400, f"The file {error.what}.", error.remedy) from None
        return JSONResponse({"id": item.id}, 201)

    async def remove(self, request: Request) -> Response:
        await run_in_threadpool(self._desk.remove, self._item(request))
        return JSONResponse({})

    async def finish(self, _request: Request) -> Response:
        self._stop()
        return JSONResponse({})

    # Orders

    def order(self, act: Callable[[Item, bytes], Any]) -> Callable[[Request], Awaitable[Response]]:
        """Return a handler that checks an order's body, does it, and answers with the document's new state."""

        async def handle(request: Request) -> Response:
            item, body = self._item(request), await _body(request)
            try:
                said = await run_in_threadpool(act, item, body)
            except ValidationError as problem:
                first = problem.errors(include_url=False, include_input=False)[0]
                where = ".".join(str(part) for part in first["loc"])
                raise _Refused(400, str(first["msg"]).removeprefix("Value error, "), "Correct it.", where) from None
            except (meanwhile.StaleError, DecisionsError) as error:
                raise _Refused(409, sentence(error), error.remedy) from None
            except (UsageError, UncheckedError) as error:
                raise _Refused(422, sentence(error), error.remedy, error.where) from None
            state = await run_in_threadpool(views.document, self._desk, item)
            return JSONResponse({"said": said or "", "state": state})

        return handle

    def decide(self, item: Item, body: bytes) -> str:
        order = orders.read(orders.Decide, body)
        places, waiting = acts.decide(self._desk, item, order)
        done = {"redact": "Will be redacted", "keep": "Stays", "review": "Open again"}[order.action.value]
        said = f"{done} in {places} {'place' if places == 1 else 'places'}. Saved."
        if waiting:
            said += (
                f" {waiting} {'document is' if waiting == 1 else 'documents are'} not searched yet: decide there again."
            )
        return said

    def term(self, item: Item, body: bytes) -> str:
        acts.add_term(self._desk, item, orders.read(orders.AddTerm, body))
        return "Added. Saved."

    def areas(self, item: Item, body: bytes) -> str:
        acts.add_areas(self._desk, item, orders.read(orders.AddAreas, body))
        return "Area added. Saved."

    def take_away(self, item: Item, body: bytes) -> str:
        acts.take_away(self._desk, item, orders.read(orders.TakeAway, body))
        return "Taken away. Saved."

    def undo(self, item: Item, _body: bytes) -> str:
        return acts.undo(self._desk, item).said("Undone") or "There is nothing to undo."

    def redo(self, item: Item, _body: bytes) -> str:
        return acts.redo(self._desk, item).said("Done again") or "There is nothing to redo."

    def password(self, item: Item, body: bytes) -> None:
        given = orders.read(orders.Password, body)
        with item.lock:
            if item.state is not State.LOCKED:
                return
            item.password = given.password
            item.restart()
        self._desk.look(item)
        self._desk.check(item)

    def again(self, item: Item, _body: bytes) -> None:
        with item.lock:
            item.restart()
        self._desk.look(item)
        self._desk.check(item)

    def copy(self, item: Item, _body: bytes) -> None:
        copying.order(self._desk, item)

    def release(self, item: Item, body: bytes) -> str:
        copying.release(self._desk, item, orders.read(orders.Release, body))
        return "Released. The files are ready."


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BODY:
            raise _Refused(413, "The request is larger than any the desk makes.")
    return body
