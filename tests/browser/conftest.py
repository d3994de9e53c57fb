"""Pages opened in a headless Chromium without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import field, frozen

import claimcheck as cc
from claimcheck.reports import ConflictReport
from claimcheck.tables.results import Results

_READY = "() => document.documentElement.dataset.ready === 'yes'"


@frozen
class Opened:
    """A page in the browser, with what went wrong in it.

    Attributes:
        page: The page, ready.
        troubles: What it wrote to the console, threw, or asked the network for.
    """

    page: object
    troubles: list[str] = field(factory=list)


@pytest.fixture
def opened(browser: object, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a reconciliation, without a network."""
    contexts = []

    def made(result: cc.Reconciliation | Results, anchor: str = "", **options: object) -> Opened:
        target = tmp_path / "report.html"
        results = result if isinstance(result, Results) else result.results
        ConflictReport.of(results).to_html(target)
        context = browser.new_context(offline=True, accept_downloads=True, **options)
        contexts.append(context)
        page, shown = context.new_page(), []
        page.on("console", lambda said: shown.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: shown.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                shown.append(asked.url)
                if not asked.url.startswith(("file:", "blob:", "data:"))
                else None
            ),
        )
        page.goto(target.as_uri() + anchor)
        page.wait_for_function(_READY)
        return Opened(page, shown)

    yield made
    for context in contexts:
        context.close()
