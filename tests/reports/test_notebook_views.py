"""What a report shows of itself in a notebook."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from attrs import evolve

from claimcheck.reports import ConflictReport
from claimcheck.tables.results import Results

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_a_report_shows_its_worst_conflict(results: Results) -> None:
    """Whoever evaluates a cell sees what matters without asking for it."""
    shown = ConflictReport.of(results)._repr_html_()

    assert "5 claims from 2 sources" in shown
    assert results.findings["message"].iloc[0] in html.unescape(shown)


def test_it_carries_no_script_and_asks_for_nothing(results: Results) -> None:
    """A notebook is exported, mailed and shown on hosting sites that strip scripts."""
    shown = ConflictReport.of(results)._repr_html_()

    assert not re.search(r"<script|<iframe|<img|\bsrc=|\bon\w+=", shown)


def test_it_styles_nothing_but_itself(results: Results) -> None:
    """The rest of the notebook keeps its looks."""
    style = re.search(r"<style>(.*?)</style>", ConflictReport.of(results)._repr_html_(), re.DOTALL)

    rules = [line for line in style[1].strip().splitlines() if line.strip()]
    assert rules
    assert all(line.startswith(".claimcheck") for line in rules)


def test_it_is_light_however_much_was_found(echoes: Callable[[int], Results]) -> None:
    """A notebook of twenty reports still opens."""
    assert len(ConflictReport.of(echoes(5000))._repr_html_()) < 60_000


def test_markup_in_a_text_field_stays_text(results: Results) -> None:
    """A notebook runs what its output holds."""
    columns = ("subject", "measure", "place", "scope", "figure", "as_of", "locator", "unread")
    hostile = evolve(
        results,
        name=HOSTILE,
        claims=results.claims.assign(**dict.fromkeys(columns, HOSTILE)),
        sources=results.sources.assign(title=HOSTILE, publisher=HOSTILE, url=HOSTILE),
        quantities=results.quantities.assign(subject=HOSTILE, unit=HOSTILE, status=HOSTILE),
        findings=results.findings.assign(message=HOSTILE, hint=HOSTILE, arithmetic=HOSTILE),
    )

    for report in (
        ConflictReport.of(hostile),
        ConflictReport.of(hostile, quantity="q-terns"),
        ConflictReport.of(hostile, check="contradiction"),
    ):
        assert "<script" not in report._repr_html_()
        assert "<img" not in report._repr_html_()
        body = report.to_html().partition('<div id="static">')[2].partition("<script type=")[0]
        assert "<script" not in body
        assert "<img" not in body


def test_a_page_lets_no_script_run_but_its_own(results: Results) -> None:
    """Should something slip through, the browser refuses to run it."""
    page = ConflictReport.of(results).to_html()

    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1])
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[^' ]+';", policy)
    assert "unsafe" not in policy


def test_the_same_run_gives_the_same_page(results: Results) -> None:
    """A report under version control changes only when what it says does."""
    assert ConflictReport.of(results).to_html() == ConflictReport.of(results).to_html()
