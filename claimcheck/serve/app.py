"""The pages: findings, one finding with its form, quantities, subjects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, unquote, urlencode

from attrs import frozen
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from claimcheck.desk.place import Place
from claimcheck.errors import ClaimcheckError, UnknownNameError
from claimcheck.reports.arrange import beside_findings
from claimcheck.serve import listing, showing
from claimcheck.serve.doors import SESSION, Doors, Keys
from claimcheck.serve.runs import Runs, StaleFormError
from claimcheck.serve.templates import rendered, style
from claimcheck.settings import Settings

_WHO: Final = "claimcheck_by"
_YEAR = 31_536_000
_STALE = "The claims changed while you were reading. Look again; nothing was recorded."
_FIELDS = ("ruling", "because", "by", "until", "expect")
Answer = Callable[[Request], Response]


def app_of(
    place: Place, *, keys: Keys | None = None, settings: Settings | None = None, by: str = ""
) -> Starlette:
    """The application that shows the dossier at *place*.

    Args:
        place: Where it is kept; a store as of another time can be read and not decided on.
        keys: Who is let in; None for everyone on this machine.
        settings: The constants to use; None for the defaults.
        by: The name that is offered to who decides.

    Its ``state.runs`` has what the pages show.
    """
    pages = _Pages(Runs(place, settings or Settings()), keys or Keys(), by)
    routes = [
        Route("/", pages.findings),
        Route("/subjects", pages.subjects),
        Route("/quantities", pages.quantities),
        Route("/quantity", pages.quantity),
        Route("/finding/{finding_id}", pages.finding),
        Route("/finding/{finding_id}", pages.decide, methods=["POST"]),
        Route("/style.css", pages.style),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Doors, keys=pages.keys)],
        exception_handlers={
            UnknownNameError: pages.not_found,
            ClaimcheckError: pages.trouble,
            404: pages.not_found,
        },
    )
    app.state.runs = pages.runs
    return app


@frozen(eq=False)
class _Pages:
    """One method a page; what takes long runs in a thread."""

    runs: Runs
    keys: Keys
    by: str

    def findings(self, request: Request) -> Response:
        asked = request.query_params
        subject = asked.get("subject", "")
        if not subject and self.runs.is_large():
            return RedirectResponse("/subjects", 303)
        results = self.runs.results(subject)
        shown = listing.findings(results, asked)
        return self._page(request, "findings", shown=shown, asked=asked)

    def subjects(self, request: Request) -> Response:
        shown = listing.subjects(self.runs.subjects(), request.query_params)
        return self._page(request, "subjects", shown=shown, asked=request.query_params)

    def quantities(self, request: Request) -> Response:
        asked = request.query_params
        results = self.runs.results(asked.get("subject", ""))
        shown = listing.quantities(results, asked)
        beside = beside_findings(results) if shown.page == 1 else ()
        return self._page(request, "quantities", beside=beside, shown=shown, asked=asked)

    def quantity(self, request: Request) -> Response:
        asked = request.query_params
        results = self.runs.results(asked.get("subject", ""))
        document = showing.quantity(results, asked.get("id", ""))
        links = listing.of_quantity(results, asked.get("id", ""))
        return self._page(request, "quantity", document=document, links=links)

    def finding(self, request: Request) -> Response:
        form = dict.fromkeys(_FIELDS, "") | {"by": self._who(request)}
        return self._finding(request, form, told=request.query_params.get("told", ""))

    async def decide(self, request: Request) -> Response:
        async with request.form(max_fields=20) as form:
            given = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._decide, request, given)

    def style(self, _: Request) -> Response:
        return Response(style(), media_type="text/css")

    def not_found(self, request: Request, error: Exception) -> Response:
        told = str(error) if isinstance(error, ClaimcheckError) else "There is no such page."
        return self._page(request, "trouble", status=404, told=told)

    def trouble(self, request: Request, error: Exception) -> Response:
        return self._page(request, "trouble", status=500, told=str(error))

    def _decide(self, request: Request, given: Mapping[str, str]) -> Response:
        session = request.cookies.get(SESSION, "")
        if not self.keys.is_form_token(session, given.get("form", "")):
            told = "The form is too old. Open the page again; nothing was recorded."
            return self._page(request, "trouble", status=403, told=told)
        form = {name: given.get(name, "") for name in _FIELDS}
        subject, finding_id = given.get("subject", ""), request.path_params["finding_id"]
        try:
            self.runs.decide(subject, finding_id, given.get("saw", ""), **form)
        except StaleFormError:
            return self._finding(request, form, told=_STALE, status=409, subject=subject)
        except UnknownNameError:
            raise
        except ClaimcheckError as error:
            return self._finding(request, form, told=str(error), status=422, subject=subject)
        query = urlencode({"subject": subject, "told": "recorded"})
        answer = RedirectResponse(f"/finding/{quote(finding_id, safe='')}?{query}", 303)
        answer.set_cookie(_WHO, quote(form["by"]), max_age=_YEAR, httponly=True, samesite="strict")
        return answer

    def _finding(
        self,
        request: Request,
        form: Mapping[str, str],
        *,
        told: str,
        status: int = 200,
        subject: str | None = None,
    ) -> Response:
        whose = request.query_params.get("subject", "") if subject is None else subject
        results = self.runs.results(whose)
        shown = showing.finding(self.runs, results, request.path_params["finding_id"])
        return self._page(
            request,
            "finding",
            status=status,
            shown=shown,
            form=form,
            told=told,
            subject=whose,
            next_id=listing.next_open(results, shown.card.finding_id),
        )

    def _page(
        self,
        request: Request,
        name: str,
        *,
        status: int = 200,
        **values: object,
    ) -> HTMLResponse:
        session = request.cookies.get(SESSION, "")
        common = {
            "place": str(self.runs.place),
            "form_token": self.keys.form_token(session),
            "subject": request.query_params.get("subject", ""),
            "is_past": bool(self.runs.place.at),
        }
        return HTMLResponse(rendered(name, **common | values), status)

    def _who(self, request: Request) -> str:
        return unquote(request.cookies.get(_WHO, "")) or self.by
