"""Ask the desk's application without a socket: one request in, one answer out, as its own page would send it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from redactor.desk import app
from redactor.desk.desk import Desk
from redactor.desk.safety import CSRF_HEADER, Keys
from redactor.desk.settings import DeskSettings
from redactor.model import Case

PORT = 51234


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


class Browser:
    """A browser that has opened the desk; each header can be left out or made wrong."""

    def __init__(self, desk: Desk, *, keys: Keys | None = None, logged_in: bool = True) -> None:
        self.desk, self.keys, self.stopped = desk, keys or Keys(PORT), []
        self.app = app.build(desk, self.keys, stop=lambda: self.stopped.append(True))
        self.cookie = ""
        if logged_in:
            answer = self.get(self.keys.address.removeprefix(self.keys.origin))
            self.cookie = answer.headers["set-cookie"].split(";")[0]

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.ask("GET", path, b"", **headers)

    def post(self, path: str, order: object = None, **headers: str | None) -> Answer:
        return self.ask("POST", path, b"" if order is None else json.dumps(order).encode(), **headers)

    def ask(self, method: str, path: str, body: bytes | list[bytes], **changed: str | None) -> Answer:
        """Send a request with the headers that our page's request has; ``changed`` replaces or, if None, drops one."""
        headers = {"host": self.keys.host, "cookie": self.cookie, "sec-fetch-site": "same-origin"}
        if method not in {"GET", "HEAD"}:
            headers |= {"origin": self.keys.origin, CSRF_HEADER: self.keys.csrf}
        for name, value in changed.items():
            headers[name.replace("_", "-")] = value  # type: ignore[assignment]
        told = {key: value for key, value in headers.items() if value is not None}
        return awaited(_ask(self.app, method, path, body, told))


def awaited(answer: Coroutine[Any, Any, Answer]) -> Answer:
    """Wait for an answer in a thread of its own: a browser test of the same process may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, answer).result()


async def _ask(application: Any, method: str, path: str, body: bytes | list[bytes], headers: dict[str, str]) -> Answer:
    bare, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": bare,
        "raw_path": bare.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 40000),
        "server": ("127.0.0.1", PORT),
    }
    parts = list(body) if isinstance(body, list) else [body]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        if parts:
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await application(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(
        start["status"], told, b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")
    )


def desk(**settings: Any) -> Desk:
    """Return a desk whose engine was not started: addresses answer, and nothing is searched."""
    return Desk(DeskSettings(**{"files": (), "policy": "uk-foi", "case_for": lambda _policy: Case(), **settings}))
