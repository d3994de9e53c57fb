"""Who is let in and what may come in: hosts, tokens, forms of our own, and strict headers."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qs, urlsplit

from attrs import field, frozen
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SESSION: Final = "claimcheck_session"
LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
ANYWHERE: Final = ("0.0.0.0", "::", "")  # noqa: S104 - compared with, not bound to
_LARGEST_FORM = 65_536
_CLOSED = "Refused"
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@frozen
class Keys:
    """The secrets of one running server; they end with it.

    Attributes:
        token: The word that lets in; empty where everyone on this machine may.
        hosts: Names under which the page may be asked for; none means any.
        secret: Signs sessions and forms.
    """

    token: str = ""
    hosts: frozenset[str] = frozenset(LOOPBACK)
    secret: bytes = field(factory=lambda: secrets.token_bytes(32), repr=False)

    @classmethod
    def of(cls, host: str, token: str) -> Keys:
        """The keys of a server that listens on *host*."""
        names: Iterable[str] = () if host in ANYWHERE else {host, *LOOPBACK}
        return cls(token, frozenset(names))

    def knows_host(self, header: str) -> bool:
        """Whether the page may be asked for under the name in a Host *header*.

        A page elsewhere can make its own name point here; its name then stands in the header.
        """
        name = urlsplit(f"//{header}").hostname if header else None
        return name is not None and (not self.hosts or name in self.hosts)

    def new_session(self) -> str:
        """A session that was let in."""
        name = secrets.token_urlsafe(16)
        return f"{name}.{self._sign('session', name)}"

    def is_session(self, cookie: str) -> bool:
        """Whether *cookie* is a session of this server."""
        name, _, signature = cookie.partition(".")
        return hmac.compare_digest(signature, self._sign("session", name))

    def form_token(self, session: str) -> str:
        """What a form has to bring along to prove that it is ours."""
        return self._sign("form", session)

    def is_form_token(self, session: str, given: str) -> bool:
        """Whether *given* is the token of the forms of *session*."""
        return hmac.compare_digest(given.encode(), self.form_token(session).encode())

    def is_token(self, given: str) -> bool:
        """Whether *given* is the word that lets in."""
        return hmac.compare_digest(given.encode(), self.token.encode())

    def _sign(self, purpose: str, text: str) -> str:
        message = f"{purpose}:{text}".encode()
        return hmac.new(self.secret, message, hashlib.sha256).hexdigest()


class Doors:
    """Stands before the pages and lets through what may come in.

    Refused are hosts that this server is not, changes that come from other sites, forms too
    large, and, where there is a token, whoever does not have it. Every answer has ``HEADERS``.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        request = HTTPConnection(scope)
        answer = self._refusal(request) or self._entrance(request)
        await (answer or self.app)(scope, receive, told)

    def _refusal(self, request: HTTPConnection) -> Response | None:
        headers = request.headers
        if not self.keys.knows_host(headers.get("host", "")):
            return PlainTextResponse(f"{_CLOSED}: this server has another name.", 400)
        if request.scope["method"] in {"GET", "HEAD"}:
            return None
        if _comes_from_elsewhere(headers):
            return PlainTextResponse(f"{_CLOSED}: the form is of another site.", 403)
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > _LARGEST_FORM:
            return PlainTextResponse(f"{_CLOSED}: the form is too large.", 413)
        return None

    def _entrance(self, request: HTTPConnection) -> Response | None:
        """Give a session to who may have one, and stop who has none."""
        if self.keys.is_session(request.cookies.get(SESSION, "")):
            return None
        if request.scope["method"] not in {"GET", "HEAD"}:
            return PlainTextResponse(f"{_CLOSED}: open the page first.", 403)
        given = parse_qs(request.url.query).get("token", [""])[0]
        if self.keys.token and not self.keys.is_token(given):
            return PlainTextResponse(
                f"{_CLOSED}: open the address with ?token=..., as the server printed it.", 401
            )
        path = request.url.path if self.keys.token else _relative(request)
        answer = RedirectResponse(path, 303)
        answer.set_cookie(SESSION, self.keys.new_session(), httponly=True, samesite="strict")
        return answer


def _relative(request: HTTPConnection) -> str:
    """Path and query, never the address of another server."""
    query = f"?{request.url.query}" if request.url.query else ""
    return "/" + request.url.path.lstrip("/\\") + query


def _comes_from_elsewhere(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin")
    is_own = origin is None or urlsplit(origin).netloc == headers.get("host", "")
    return site not in {"same-origin", "none"} or not is_own
