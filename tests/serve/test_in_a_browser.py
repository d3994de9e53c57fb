"""The page in a real browser, against a running server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from claimcheck.store import Store
from claimcheck.tables.dossier import Dossier

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"


@pytest.fixture
def address(store: Store, tmp_path: Path) -> Iterator[str]:
    """Address of the page of the store, served by the command."""
    assert store.revision == 1
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "claimcheck", "serve", str(tmp_path / "claims.db")]
    with subprocess.Popen(
        [*command, "--port", str(port), "--by", "Day"], stderr=subprocess.PIPE, text=True
    ) as server:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def _wait_for(port: int, server: subprocess.Popen[str]) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            pytest.fail(server.stderr.read() if server.stderr else "the server ended")
        time.sleep(0.1)
    pytest.fail("the server did not answer within 30 seconds")


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:  # noqa: ANN401 - a page of playwright
    """The first page, in a browser of its own; troubles fail the test at its end."""
    context = browser.new_context()
    shown = context.new_page()
    troubles: list[str] = []
    shown.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.goto(address)
    yield shown
    context.close()
    assert troubles == []


def test_a_desk_reads_rules_and_finds_it_again(
    page: Any,  # noqa: ANN401 - of Playwright
    store: Store,
    address: str,
) -> None:
    """From the list to the card, the reason, the record, and back to a list without it."""
    assert page.locator("article.card").count() > 0
    page.get_by_label("level").select_option("conflict")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**level=conflict**")
    page.get_by_role("link", name="Rule on").first.click()
    page.get_by_label("explained").check()
    page.get_by_label("because").fill("they count part-timers")
    page.get_by_label("your name").fill("Night")
    page.get_by_role("button", name="Put it on record").click()

    assert page.get_by_role("status").inner_text() == "The ruling is on record."
    assert store.decisions()[["by", "because"]].values.tolist() == [
        ["Night", "they count part-timers"]
    ]
    page.get_by_role("link", name="Findings", exact=True).click()
    page.wait_for_url(address)
    page.goto(f"{address}?level=conflict")
    page.get_by_text("0 findings").wait_for()


def test_the_page_works_from_the_keyboard(page: Any, store: Store) -> None:  # noqa: ANN401 - of Playwright
    """Tab, type, enter."""
    page.get_by_role("link", name="Rule on").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/finding/**")
    page.get_by_label("accepted").focus()
    page.keyboard.press("Space")
    page.get_by_label("because").focus()
    page.keyboard.type("known")
    page.get_by_role("button", name="Put it on record").focus()
    page.keyboard.press("Enter")
    page.get_by_text("The ruling is on record.").wait_for()

    assert store.decisions()["ruling"].tolist() == ["accepted"]


def test_hostile_texts_run_nothing(page: Any, store: Store) -> None:  # noqa: ANN401 - of Playwright
    """Texts of claims and of rulings are shown as they are written."""
    claims = pd.DataFrame(
        {
            "claim_id": ["h1", "h2"],
            "source_id": ["s1", "s2"],
            "subject": HOSTILE,
            "measure": "count",
            "figure": ["5", "99"],
            "unit": "people",
            "stance": "asserts",
            "locator": HOSTILE,
        }
    )
    store.add(Dossier.of(claims))
    page.goto(f"{page.url}?q=onerror&state=all")

    assert "owned" not in page.title()
    page.get_by_text("onerror=").first.wait_for()
    assert page.locator("img, script").count() == 0


def test_another_site_cannot_rule(
    page: Any,  # noqa: ANN401 - of Playwright
    store: Store,
    address: str,
    tmp_path: Path,
) -> None:
    """A page from a file sends the form, with the reader signed in here."""
    target = page.get_by_role("link", name="Rule on").first.get_attribute("href")
    trap = tmp_path / "trap.html"
    trap.write_text(
        f'<form method="post" action="{address.rstrip("/")}{target}">'
        '<input name="ruling" value="accepted"><input name="because" value="x"></form>'
    )
    other = page.context.new_page()
    other.goto(trap.as_uri())
    with other.expect_navigation():
        other.evaluate("document.forms[0].submit()")

    assert "Refused" in other.content()
    assert store.decisions().empty


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_runs_out_of_the_window(page: Any, width: int) -> None:  # noqa: ANN401 - of Playwright
    """On a phone and on a laptop."""
    page.set_viewport_size({"width": width, "height": 800})
    reads = "document.documentElement.scrollWidth"
    assert page.evaluate(reads) <= width
    page.get_by_role("link", name="Rule on").first.click()
    page.wait_for_url("**/finding/**")  # its style is loaded
    assert page.evaluate(reads) <= width


def test_the_figures_of_a_card_stand_on_an_axis(page: Any) -> None:  # noqa: ANN401 - of Playwright
    """As on the report page, without a script."""
    card = page.locator("article.card").first
    marks = card.locator("svg.track .mark")
    places = [mark.bounding_box() for mark in marks.all()]

    assert card.locator("svg.track").count() == 2
    assert places[0]["x"] < places[1]["x"]
    axis = card.locator("svg.scale").bounding_box()
    assert axis["x"] <= places[0]["x"]
    assert places[1]["x"] + places[1]["width"] <= axis["x"] + axis["width"] + 1
    assert page.locator("script, [style]").count() == 0
