"""Renders a report as one self-contained page, and a document as a fragment for notebooks.

The templates escape every text but the script and the style of this package. The page carries
its data packed, draws from it in the browser, and forbids by its content security policy every
script and address but its own.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

import attrs
import pandas as pd
from attrs import frozen
from jinja2 import Environment, PackageLoader, StrictUndefined

from claimcheck.reports.arrange import arrange, levels, tally
from claimcheck.reports.bidi import apart, isolated
from claimcheck.reports.document import Block, Document
from claimcheck.reports.page_data import packed, shown_claims
from claimcheck.reports.selection import Selection
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values import wording
from claimcheck.values.relation import Level

_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/[^\s\"'<>]+)", re.IGNORECASE)
_SCRIPTS = (
    "1-dom",
    "2-data",
    "3-axis",
    "4-cards",
    "5-quantities",
    "6-tables",
    "7-lists",
    "8-downloads",
    "9-main",
)


def web_address(text: str) -> str:
    """*text* as an address that may be a live link; empty for any but http, https and doi.

    >>> web_address("doi:10.1000/182"), web_address("javascript:alert(1)")
    ('https://doi.org/10.1000/182', '')
    """
    written = text.strip()
    if doi := _DOI.fullmatch(written):
        return f"https://doi.org/{doi[1]}"
    return written if _WEB.fullmatch(written) else ""


def render_page(results: Results, selection: Selection) -> str:
    """One page that needs nothing else: no network, and no server."""
    script, style = _script(), _file("page.css")
    return (
        _templates()
        .get_template("page.html.jinja")
        .render(
            document=arrange(results, selection),
            tiles=_tiles(results),
            lede=_lede(results),
            settings=_constants(results.settings),
            unread=_unread(shown_claims(results, selection)),
            has_totals=not results.totals.empty,
            only_notes=not results.findings[c.LEVEL].isin([Level.CONFLICT, Level.WARNING]).any(),
            data=packed(results, selection),
            policy=_policy(script, style),
            script=script,
            style=style,
        )
    )


def render_fragment(document: Document) -> str:
    """*document* without scripts and addresses, to stand in a notebook."""
    template = _templates().get_template("notebook.html.jinja")
    return template.render(document=document)


@frozen(kw_only=True)
class _Tile:
    name: str
    level: str
    count: str
    detail: str


def _tiles(results: Results) -> tuple[_Tile, ...]:
    found = [
        _Tile(name=name.capitalize(), level=level, count=f"{total:,}", detail=checks)
        for level, (name, total, checks) in zip(Level, levels(results), strict=True)
    ]
    statuses = tally(results.quantities[c.STATUS].value_counts().to_dict())
    count = f"{len(results.quantities):,}"
    return (*found, _Tile(name="Quantities", level="wide", count=count, detail=statuses))


def _lede(results: Results) -> str:
    claims = wording.counted(len(results.claims), "claim")
    sources = wording.counted(int(str(results.summary["sources"])), "source")
    unread = _unread(results.claims)
    told = [f"{claims} from {sources}"]
    if unread:
        told.append(f"{wording.counted(unread, 'figure')} could not be read")
    if count := len(results.alike):
        told.append(
            f"{wording.counted(count, 'pair of names', 'pairs of names')} may mean one thing"
        )
    return "; ".join(told)


def _unread(claims: pd.DataFrame) -> int:
    return int((claims[c.UNREAD].fillna("") != "").sum())


def _constants(settings: Settings) -> tuple[tuple[str, str], ...]:
    known = attrs.asdict(settings, recurse=False)
    numbers = [(name, value) for name, value in known.items() if isinstance(value, int | float)]
    return tuple((name.replace("_", " "), wording.number(float(value))) for name, value in numbers)


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def _script() -> str:
    parts = "\n".join(_file(f"{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def _file(name: str) -> str:
    return files("claimcheck.reports").joinpath("page", name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimcheck.reports", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["web"] = web_address
    environment.filters.update(apart=apart, isolated=isolated)
    environment.filters["kind"] = _kind
    environment.globals["drawing"] = _undrawn
    return environment


def _undrawn(_: Block) -> None:
    """The page draws its cards in the browser, and a notebook has tables and plots."""


def _kind(block: Block) -> str:
    return type(block).__name__
