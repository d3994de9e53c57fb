"""Templates of the pages; they take the cards and the look of the report."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from claimcheck.reports.bidi import apart, isolated
from claimcheck.reports.html import web_address
from claimcheck.reports.tracks import drawing


def rendered(name: str, **values: object) -> str:
    """The page *name* with *values*; every text in them is escaped."""
    return _environment().get_template(f"{name}.html.jinja").render(**values)


@cache
def style() -> str:
    """The look of the report, and what the pages need beside it."""
    report = files("claimcheck.reports").joinpath("page", "page.css")
    own = files("claimcheck.serve").joinpath("pages", "desk.css")
    return report.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")


def address(path: str, **query: object) -> str:
    """*path* with those parts of *query* that are not empty.

    >>> address("/", subject="a b", check="")
    '/?subject=a+b'
    """
    told = urlencode({name: value for name, value in query.items() if value not in {"", None}})
    return f"{path}?{told}" if told else path


@cache
def _environment() -> Environment:
    own = PackageLoader("claimcheck.serve", "pages")
    environment = Environment(
        loader=ChoiceLoader([own, PackageLoader("claimcheck.reports", "page")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["web"] = web_address
    environment.filters.update(apart=apart, isolated=isolated)
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.globals["address"] = address
    environment.globals["drawing"] = drawing
    return environment
