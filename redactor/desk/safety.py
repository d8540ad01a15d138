"""Keep the desk to this person's browser: every request is looked at here before anything else sees it.

The page is served to 127.0.0.1 alone, yet any web page the officer has open may try to talk to it, and so may any program
of another user of this computer. Hence: the exact Host (DNS rebinding), a cookie that only the address opened first gives,
once, and, because a browser hands it to every other port of this computer too, the owner of each connection (other users),
Origin, Sec-Fetch-Site and a header on every write (other pages), and a policy under which the browser
runs nothing but our own scripts. Source: OWASP, Cross-Site Request Forgery Prevention and Content Security Policy cheat
sheets; Fetch Metadata (W3C); CWE-350 for the Host.
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from redactor.desk.peer import another_user

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSRF_HEADER = "x-desk"
LOGIN = "/open/"
_READS = frozenset({"GET", "HEAD"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    ),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
}


class Keys:
    """The secrets of one run: the address's, good once; the cookie's; and the header's for writes."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.host = f"127.0.0.1:{port}"
        self.origin = f"http://{self.host}"
        # Cookies are shared by all ports of a host, so two desks at once need two names.
        self.cookie = f"desk{port}"
        self.csrf = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)
        self._login: str | None = secrets.token_urlsafe(32)

    @property
    def address(self) -> str:
        """Return the address that opens the desk once."""
        return f"{self.origin}{LOGIN}{self._login or ''}"

    def spend(self, given: str) -> bool:
        """Return whether a login is the right one; from then on none is."""
        if self._login is None or not _same(given, self._login):
            return False
        self._login = None
        return True

    def set(self, response: Response) -> None:
        """Put the cookie into a response."""
        response.set_cookie(self.cookie, self._session, httponly=True, samesite="strict", path="/")

    def knows(self, headers: Headers) -> bool:
        """Return whether a request carries this run's cookie."""
        try:
            jar = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        morsel = jar.get(self.cookie)
        return morsel is not None and _same(morsel.value, self._session)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())


class Safety:
    """ASGI middleware that refuses whatever is not this person's browser showing our own page."""

    def __init__(self, app: ASGIApp, *, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refused request, or pass it on; every answer gets the safe headers."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        started = False

        async def safely(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        answer = self._refusal(scope) or self._login(scope)
        if answer is not None:
            await answer(scope, receive, safely)
            return
        try:
            await self._app(scope, receive, safely)
        except Exception as error:  # noqa: BLE001  # the server's own handler would print the error, and text with it
            if not started:
                problem = {"error": f"Internal error ({type(error).__name__}).", "remedy": "Please report it."}
                await JSONResponse(problem, 500)(scope, receive, safely)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        keys = self._keys
        if headers.getlist("host") != [keys.host]:
            return PlainTextResponse("This is not the address of the desk.", 421)
        site = headers.get("sec-fetch-site", "none")
        writes = scope["method"] not in _READS
        if scope["path"].startswith(LOGIN) and not writes:
            return None
        # "same-site" is another port of this computer; a link on somebody's page is "cross-site".
        if site not in {"none", "same-origin"}:
            return PlainTextResponse("Another page asked for this.", 403)
        if not keys.knows(headers) or self._neighbour(scope):
            return self._stranger(scope)
        if writes:
            if headers.get("origin") != keys.origin or site != "same-origin":
                return PlainTextResponse("Another page asked for this.", 403)
            if not _same(headers.get(CSRF_HEADER, ""), keys.csrf):
                return PlainTextResponse("The request does not come from the desk's own page.", 403)
        return None

    def _stranger(self, scope: Scope) -> Response:
        text = (
            "This desk was opened in another window, or has been closed.\n\n"
            "Start it again with `redactor review`; the address works once, in the browser that opens it.\n"
        )
        return PlainTextResponse(text, 403)

    def _neighbour(self, scope: Scope) -> bool:
        """Return whether another user's program asks; the cookie proves nothing, because a browser gives it to every port."""
        client = scope.get("client")
        return client is not None and another_user(client[1], self._keys.port)

    def _login(self, scope: Scope) -> Response | None:
        path = scope["path"]
        if not path.startswith(LOGIN):
            return None
        if self._neighbour(scope):
            return self._stranger(scope)
        if self._keys.spend(path.removeprefix(LOGIN)):
            response = RedirectResponse("/", 303)
            self._keys.set(response)
            return response
        if self._keys.knows(Headers(scope=scope)):
            return RedirectResponse("/", 303)
        return self._stranger(scope)
