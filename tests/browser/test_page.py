"""The page in a real browser: it loads alone, filters, links, and runs nothing from a claim."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from attrs import evolve

import claimcheck as cc

pytestmark = pytest.mark.browser

FIXTURE = Path(__file__).parents[2] / "fixtures" / "azerbaijani-diaspora"
HOSTILE = "<script>window.owned=1</script><img src=x onerror=window.owned=1>"


@pytest.fixture(scope="module")
def diaspora() -> cc.Reconciliation:
    """The dossier that is shipped."""
    return cc.reconcile(cc.read_dossier(FIXTURE))


def _claims(**changes: str) -> pd.DataFrame:
    shared = {"measure": "population", "place": "Arctic", "unit": "birds", "stance": "asserts"}
    rows = [
        {"claim_id": "a", "source_id": "atlas", "subject": "Terns", "figure": "1,000", **shared},
        {"claim_id": "b", "source_id": "bulletin", "subject": "Terns", "figure": "5,000", **shared},
    ]
    return pd.DataFrame([{**row, **changes} for row in rows])


def test_it_loads_without_a_network_and_without_an_error(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """An editor opens it in a train."""
    shown = opened(diaspora)
    for name in ("quantities", "totals", "sources", "about"):
        shown.page.click(f"nav a[href='#{name}']")
        shown.page.locator(f"[data-view={name}]").wait_for(state="visible")

    assert shown.troubles == []


def test_it_opens_on_the_worst_conflict(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """Whoever reads one card reads the one that matters most."""
    card = opened(diaspora).page.locator("#finding-list article").first

    worst = diaspora.findings.iloc[0]
    assert card.get_attribute("id") == f"finding-{worst['finding_id']}"
    assert worst["message"] in card.inner_text()


def test_filters_leave_what_was_asked_for_and_reset_brings_the_rest_back(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """Check, level, source and text narrow the list together."""
    page, findings = opened(diaspora).page, diaspora.findings
    page.check("[name=level][value=info]")
    page.select_option("#finding-controls [name=check]", "echo")
    echoes = int((findings["check"] == "echo").sum())
    page.wait_for_function(
        f"() => document.getElementById('finding-count').textContent.startsWith('{echoes} of')"
    )
    page.fill("#finding-controls [name=query]", "wp-diaspora-066")
    mentioned = findings["claim_ids"].map(lambda ids: "wp-diaspora-066" in ids)
    both = int((mentioned & (findings["check"] == "echo")).sum())
    page.wait_for_function(
        f"() => document.getElementById('finding-count').textContent.startsWith('{both} of')"
    )
    page.click("#finding-controls button[type=reset]")

    usual = int((findings["level"] != "info").sum())
    page.wait_for_function(
        f"() => document.getElementById('finding-count').textContent.startsWith('{usual} of')"
    )


def test_the_source_filter_keeps_the_findings_of_that_source(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """One desk asks about one source."""
    page = opened(diaspora).page
    every = page.locator("#finding-count").inner_text()
    page.select_option("#finding-controls [name=source]", "odr-2017")
    page.locator("#finding-count").filter(has_not_text=every).wait_for()

    ours = set(diaspora.claims.loc[diaspora.claims["source_id"] == "odr-2017", "claim_id"])
    for card in page.locator("#finding-list article").all():
        finding = card.get_attribute("id").removeprefix("finding-")
        row = diaspora.findings.set_index("finding_id").loc[finding]
        assert ours & set(row["claim_ids"])


def test_what_is_decided_can_be_set_aside(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """A desk looks at what is open, and at what was decided, one after the other."""
    ruled = diaspora.findings.assign(ruling="", ruled_by="", because="", reopened="")
    ruled.loc[ruled.index[:3], "ruling"] = "explained"
    ruled.loc[ruled.index[2], "reopened"] = "a new source"
    page = opened(evolve(diaspora.results, findings=ruled)).page
    page.select_option("#finding-controls [name=decided]", "decided")
    page.wait_for_function(
        "() => document.getElementById('finding-count').textContent.startsWith('2 of')"
    )

    assert "Decided:" in page.locator("#finding-list article").first.inner_text()


def test_the_page_opens_on_what_is_open(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """The list holds what the counts above it hold; a link to a decided finding still finds it."""
    ruled = diaspora.findings.assign(ruling="", ruled_by="", because="", reopened="")
    ruled.loc[ruled.index[0], "ruling"] = "explained"
    decided = ruled.loc[ruled.index[0], "finding_id"]
    results = evolve(diaspora.results, findings=ruled)
    first = opened(results).page.locator("#finding-list article").first

    assert first.get_attribute("id") == f"finding-{ruled.loc[ruled.index[1], 'finding_id']}"
    page = opened(results, f"#finding/{decided}").page
    page.locator(f"[id='finding-{decided}'].aimed").wait_for(state="visible", timeout=5000)


def test_figures_that_could_not_be_read_are_told_with_the_reason(
    opened: Callable[..., object],
) -> None:
    """Whoever reads that one could not be read has to find it to mend it."""
    claims = _claims().assign(figure=["1,000", "a great many"])
    page = opened(cc.reconcile(claims)).page
    page.click("nav a[href='#unread']")
    row = page.locator("#unread-list tbody tr").inner_text()

    assert "Not read (1)" in page.locator("nav.views").inner_text()
    assert [word in row for word in ("a great many", "expected a number", "bulletin")] == [True] * 3
    page.click("#unread-list a")
    page.locator("details[open] .figures").wait_for(state="visible", timeout=5000)
    assert "not read: expected a number" in page.locator("details[open]").inner_text()


def test_names_that_may_mean_one_thing_are_told_with_the_quantities(
    opened: Callable[..., object],
) -> None:
    """Whoever finds one claim where two were typed looks there."""
    claims = _claims().assign(subject=["Terns", "the tern"])
    page = opened(cc.reconcile(claims), "#quantities").page

    row = page.locator("details.alike tbody tr").inner_text()
    assert [word in row for word in ("subject", "Terns", "the tern")] == [True] * 3


def test_there_is_no_list_of_unread_figures_where_all_were_read(
    opened: Callable[..., object],
) -> None:
    """Nor does an old link to it show an empty page."""
    page = opened(cc.reconcile(_claims()), "#unread").page

    assert page.locator("nav a[href='#unread']").count() == 0
    page.locator("[data-view=findings]").wait_for(state="visible", timeout=5000)


def test_every_finding_and_quantity_has_a_link_of_its_own(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """A link in a mail opens at the card, also one that the filters hide at first."""
    note = diaspora.findings[diaspora.findings["level"] == "info"].iloc[-1]["finding_id"]
    page = opened(diaspora, f"#finding/{note}").page
    page.locator(f"[id='finding-{note}'].aimed").wait_for(state="visible")

    quantity = "azerbaijanis/population/russia"
    page.evaluate("id => { location.hash = `#quantity/${encodeURIComponent(id)}`; }", quantity)
    page.wait_for_selector(f"[id='quantity-{quantity}'][open] .figures")
    assert page.locator(f"[id='quantity-{quantity}'] svg.track").count() == 3
    assert "· unit people ·" in page.locator(f"[id='quantity-{quantity}'] .short").inner_text()


def test_a_link_to_something_gone_shows_the_list(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """Dossiers change, and links grow old."""
    shown = opened(diaspora, "#finding/%E0%A4%A")

    shown.page.locator("[data-view=findings]").wait_for(state="visible")
    assert shown.troubles == []


@pytest.mark.parametrize(
    "column",
    ["subject", "measure", "place", "scope", "unit", "figure", "locator", "note"],
)
def test_markup_in_a_claim_stays_text(opened: Callable[..., object], column: str) -> None:
    """A claims file comes from anywhere, and the page is opened by everybody."""
    shown = opened(cc.reconcile(_claims(**{column: HOSTILE})))
    for name in ("quantities", "sources", "about"):
        shown.page.click(f"nav a[href='#{name}']")

    assert shown.page.evaluate("window.owned") is None
    assert shown.page.locator("img, script[src]").count() == 0
    assert shown.troubles == []


def test_markup_in_a_source_or_an_id_stays_text(opened: Callable[..., object]) -> None:
    """The same for all that a source says of itself."""
    claims = _claims(claim_id=HOSTILE).assign(claim_id=[HOSTILE + "1", HOSTILE + "2"])
    sources = pd.DataFrame(
        {
            "source_id": [name],
            "title": HOSTILE,
            "publisher": HOSTILE,
            "interest": HOSTILE,
            "url": 'https://example.org/"><script>window.owned=1</script>',
        }
        for name in ("atlas", "bulletin")
    ).explode("source_id")
    shown = opened(cc.reconcile(claims, sources))
    shown.page.click("nav a[href='#sources']")

    assert shown.page.evaluate("window.owned") is None
    assert HOSTILE in shown.page.locator("#source-list table").last.inner_text()
    assert shown.troubles == []


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("javascript:alert(1)", None),
        ("  JaVaScRiPt:alert(1)", None),
        ("data:text/html,<script>1</script>", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
    ],
)
def test_only_web_addresses_and_dois_are_live(
    opened: Callable[..., object], url: str, href: str | None
) -> None:
    """A click on a title must not run what a claims file says."""
    sources = pd.DataFrame({"source_id": ["atlas", "bulletin"], "title": "Atlas", "url": url})
    links = opened(cc.reconcile(_claims(), sources)).page.locator("article .meta a")

    assert [link.get_attribute("href") for link in links.all()] == ([href] * 2 if href else [])


def test_the_tables_can_be_taken_along(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """What the page shows is what a spreadsheet gets."""
    page = opened(diaspora).page
    with page.expect_download() as waiting:
        page.click("[data-download=claims]")
    rows = list(csv.DictReader(io.StringIO(_read(waiting.value).removeprefix("\ufeff"))))
    with page.expect_download() as waiting:
        page.click("[data-download=json]")
    document = json.loads(_read(waiting.value))

    assert [row["claim_id"] for row in rows] == diaspora.claims["claim_id"].tolist()
    assert [row["figure"] for row in rows] == diaspora.claims["figure"].tolist()
    assert document == json.loads(diaspora.report().to_json())


def test_a_table_taken_along_runs_nothing_in_a_spreadsheet(
    opened: Callable[..., object], tmp_path: Path
) -> None:
    """What a source says starts like a formula at times; numbers stay numbers."""
    claims = _claims(note="=HYPERLINK(1)", locator="-5").assign(**{"@mine, own": "-5-3"})
    result = cc.reconcile(claims)
    page = opened(result).page
    with page.expect_download() as waiting:
        page.click("[data-download=claims]")
    text = _read(waiting.value)
    (row, _) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))

    assert (row["note"], row["locator"], row["'@mine, own"]) == ("'=HYPERLINK(1)", "-5", "'-5-3")
    (tmp_path / "claims.csv").write_text(text, encoding="utf-8")
    again = cc.read_dossier(tmp_path / "claims.csv").claims
    assert again[["note", "@mine, own"]].to_numpy().tolist() == [["=HYPERLINK(1)", "-5-3"]] * 2


@pytest.mark.parametrize("view", ["findings", "about"])
def test_paper_shows_every_view_and_the_screen_is_as_it_was_afterwards(
    opened: Callable[..., object], diaspora: cc.Reconciliation, view: str
) -> None:
    """Whoever prints wants the report, not the tab that happened to be open."""
    page = opened(diaspora, f"#{view}").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    shown = diaspora.findings["level"].isin(["conflict", "warning"]).sum()
    assert page.locator("#finding-list article:visible").count() == shown
    assert page.locator("#quantity-list details:visible").count() == len(diaspora.quantities)
    assert page.locator("details.several svg.track").first.is_visible()
    assert page.locator("details.whole svg.track").first.is_visible()
    assert page.locator("#source-list table.matrix").is_visible()
    assert page.locator("[data-view=about] dl").is_visible()
    assert page.locator("button:visible, select:visible, nav:visible").count() == 0

    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("[data-view]:visible").count() == 1
    assert page.locator("details[open]").count() == 0


def test_paper_says_what_it_leaves_out(opened: Callable[..., object]) -> None:
    """Nobody prints ten thousand cards, and nobody should take five hundred for all."""
    many = pd.concat([_claims(place=f"Isle {isle}") for isle in range(501)], ignore_index=True)
    page = opened(cc.reconcile(many.assign(claim_id=many.index.astype(str)))).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.get_by_text("and 1 more, which the CSV and JSON hold").count() == 2
    assert page.locator("#finding-list article:visible").count() == 500


def test_the_tabs_of_a_phone_are_one_row_with_the_open_one_in_sight(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """Tabs stay on top of the screen, and a phone has little of it."""
    page = opened(diaspora, "#about", viewport={"width": 390, "height": 800}).page
    tabs = page.locator("nav.views a")

    assert len({round(tab.bounding_box()["y"]) for tab in tabs.all()}) == 1
    current = page.locator("nav.views a[aria-current]").bounding_box()
    assert current["x"] + current["width"] <= 390


def test_a_date_behind_a_name_from_right_to_left_stands_behind_it(
    opened: Callable[..., object],
) -> None:
    """A browser would set "(NAME, 2020)" as "(2020 ,NAME)"."""
    name = "\u05d4\u05dc\u05de\u05f4\u05e1"
    sources = pd.DataFrame({"source_id": ["atlas", "bulletin"], "title": [name, f"{name} 2"]})
    claims = _claims(as_of="2020", locator=f"{name} (3)")
    card = opened(cc.reconcile(claims, sources)).page.locator("#finding-list article").first

    message = card.locator("dd").first
    assert message.locator("bdi").all_inner_texts() == [name, name]
    assert f"({name}, 2020)" in message.inner_text()
    assert f"{name} (3)" in card.locator(".meta bdi").all_inner_texts()
    year = message.evaluate(
        """node => {
          const words = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
          const spot = document.createRange();
          const box = (text, from, to) => {
            spot.setStart(text, from); spot.setEnd(text, to); return spot.getBoundingClientRect();
          };
          let name = null;
          while (words.nextNode()) {
            const text = words.currentNode;
            if (text.parentElement.tagName === "BDI") { name = box(text, 0, 1); continue; }
            if (name) return box(text, 2, 6).left - name.right;
          }
        }"""
    )
    assert year >= 0


def test_a_logarithmic_axis_says_that_it_is_one(opened: Callable[..., object]) -> None:
    """Ten times as much looks like twice as much on it."""
    wide, narrow = _claims(place="wide"), _claims(place="narrow")
    wide["figure"], narrow["figure"] = ["1,000", "50,000"], ["1,000", "5,000"]
    claims = pd.concat([wide, narrow], ignore_index=True).assign(claim_id=["a", "b", "c", "d"])
    cards = opened(cc.reconcile(claims)).page.locator("#finding-list article")

    assert [("log scale" in card.inner_text()) for card in cards.all()] == [True, False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_out(
    opened: Callable[..., object], diaspora: cc.Reconciliation, scheme: str
) -> None:
    """axe-core finds no serious fault in any view, light or dark."""
    engine = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    page = opened(diaspora, color_scheme=scheme, bypass_csp=True).page
    for name in ("findings", "quantities", "totals", "sources", "about"):
        page.click(f"nav a[href='#{name}']")
        for summary in page.locator(f"[data-view={name}] details > summary").all()[:3]:
            summary.click()
        faults = engine.Axe().run(page).response["violations"]
        assert [
            (name, fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
            for fault in faults
            if fault["impact"] in {"serious", "critical"}
        ] == []


def test_the_keyboard_reaches_the_first_finding(
    opened: Callable[..., object], diaspora: cc.Reconciliation
) -> None:
    """Everything works without a mouse."""
    page = opened(diaspora).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('article')"):
            break
    assert page.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_screen_is_too_narrow(
    opened: Callable[..., object], diaspora: cc.Reconciliation, width: int
) -> None:
    """Nothing runs out of the right edge of a phone, however long a word is."""
    long = cc.reconcile(_claims(subject="Донаудампфшифф" * 30, place="北京" * 60, figure="9" * 200))
    for result in (diaspora, long):
        page = opened(result, viewport={"width": width, "height": 800}).page
        for name in ("findings", "quantities", "sources"):
            page.click(f"nav a[href='#{name}']")
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_report_is_there_all_the_same(
    browser: object, diaspora: cc.Reconciliation, tmp_path: Path
) -> None:
    """Mail programs and archives run no scripts."""
    target = tmp_path / "report.html"
    diaspora.report().to_html(target)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(target.as_uri())
    try:
        assert diaspora.findings.iloc[0]["message"] in page.locator("#static").inner_text()
        assert page.locator("#live").is_hidden()
    finally:
        context.close()


def _read(download: object) -> str:
    return Path(download.path()).read_text(encoding="utf-8")
