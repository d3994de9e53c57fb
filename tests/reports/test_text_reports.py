"""What a reader of a terminal sees."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UnknownNameError
from claimcheck.reports import ConflictReport
from claimcheck.reports.layout import clean, width, wrap
from claimcheck.tables.results import Results


def test_the_summary_comes_first_and_conflicts_before_all_else(results: Results) -> None:
    """Ten seconds have to be enough to learn how bad it is."""
    text = ConflictReport.of(results).to_text()

    order = ["5 claims from 2 sources", "CONFLICTS", "DISPUTED", "ECHOES", "WHAT THE SOURCES"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_long_report_ends_with_its_summary(
    results: Results, echoes: Callable[[int], Results]
) -> None:
    """The first lines of a thousand have scrolled away when the prompt is back."""
    long = ConflictReport.of(echoes(90), check="echo").to_text()
    first, *_, last = long.split("\n\n")

    assert last.splitlines()[2:] == first.splitlines()[2:]
    assert "IN SHORT" not in ConflictReport.of(results, check="disputed").to_text()


def test_a_conflict_shows_both_figures_who_says_them_and_for_when(results: Results) -> None:
    """A figure without its source and time cannot be looked up."""
    text = ConflictReport.of(results, check="contradiction").to_text()

    for words in (
        "1 million birds",
        "at least 5 million birds",
        "Atlas of Birds (North Press) · 2010 · p. 3 [a-1]",
        "Bulletin, 2012-03",
        "×5 serious",
        "5,000,000 / 1,000,000 = 5",
        "compare what each source counted",
    ):
        assert words in text


def test_a_credited_source_is_named(results: Results) -> None:
    """Who repeats a figure is not who counted."""
    text = ConflictReport.of(results, check="disputed").to_text(width=300)

    assert "Bulletin, 2012-03, crediting Atlas of Birds (North Press)" in text


def test_open_ends_and_dates_are_told_in_words(results: Results) -> None:
    """Nobody reads -inf, and 727354 is no day."""
    text = ConflictReport.of(results).to_text()

    assert "950,000 or more" in text
    assert "1992-06-05" in text
    assert "inf" not in text.replace("info", "")
    assert "727" not in text


def test_no_line_is_wider_than_asked(results: Results) -> None:
    """A wrapped line is read; a line that the terminal breaks is not."""
    wide = results.claims.assign(subject="北京市人口" * 30, figure="9" * 150)
    ids = results.findings.assign(quantity_id="terns/" + "population" * 20)
    text = ConflictReport.of(evolve(results, claims=wide, findings=ids)).to_text(width=60)

    assert max(map(width, text.splitlines())) <= 60


def test_colour_is_there_only_when_asked_for(results: Results) -> None:
    """Escape codes in a file or a pipe are noise."""
    report = ConflictReport.of(results)

    assert "\x1b" not in report.to_text()
    coloured = report.to_text(color=True)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == report.to_text()


def test_a_text_field_cannot_steer_the_terminal(results: Results) -> None:
    """A claims file comes from anywhere."""
    sources = results.sources.assign(title="\x1b]0;owned\x07\x1b[2J")

    assert "\x1b" not in ConflictReport.of(evolve(results, sources=sources)).to_text()


def test_long_lists_are_capped_with_the_way_to_see_the_rest(
    echoes: Callable[[int], Results],
) -> None:
    """What is left out is said, and how to get it."""
    assert "and 38 more: --check echo shows them" in ConflictReport.of(echoes(50)).to_text()


def test_a_check_asked_for_is_shown_without_a_cap(echoes: Callable[[int], Results]) -> None:
    """The filter is the way to see the rest, so it shows all of it."""
    text = ConflictReport.of(echoes(50), check="echo").to_text()

    assert text.count("  echo: ") == 50
    assert "more:" not in text


def test_a_quantity_asked_for_is_shown_whole(results: Results) -> None:
    """All its claims, those without a finding too, and its camps."""
    text = ConflictReport.of(results, quantity="q-terns").to_text()

    for words in ("a-1", "b-1", "c-1", "e-1", "no number in it", "CAMPS", "conflicting"):
        assert words in text
    assert "Station" not in text


def test_the_list_of_quantities_says_their_units(results: Results) -> None:
    """A core of 0.8 is nothing without what it is of."""
    report = ConflictReport.of(results)

    assert "origins 2 · unit birds · " in report.to_text()
    assert "| birds |" in report.to_markdown()


def test_an_unreadable_claim_says_why_instead_of_what_is_possible(results: Results) -> None:
    """An interval beside an unread figure would be made up."""
    text = ConflictReport.of(results, quantity="q-terns").to_text()

    line = next(line for line in text.splitlines() if line.startswith("e-1"))
    assert "no number in it" in line


def test_an_unknown_quantity_names_the_nearest(results: Results) -> None:
    """A slip of the finger costs one look, not a search."""
    with pytest.raises(UnknownNameError, match="q-terns"):
        ConflictReport.of(results, quantity="q-tern")


def test_an_unknown_check_names_the_nearest(results: Results) -> None:
    """The same for checks, those without a finding included."""
    with pytest.raises(UnknownNameError, match="magnitude-slip"):
        ConflictReport.of(results, check="magnitude-slips")


def test_a_known_check_without_findings_says_so(results: Results) -> None:
    """Silence could be taken for a fault."""
    assert "No finding of unit-slip" in ConflictReport.of(results, check="unit-slip").to_text()


def test_a_dossier_without_claims_is_told_what_to_do(empty: Results) -> None:
    """The first run of everybody is one without claims."""
    text = ConflictReport.of(empty).to_text()

    assert "0 claims from 0 sources" in text
    assert "Write one row a figure" in text


def test_a_level_is_a_least_level(results: Results) -> None:
    """Whoever asks for warnings wants conflicts as well."""
    assert "ECHOES" not in ConflictReport.of(results, level="warning").to_text()
    assert "CONFLICTS" in ConflictReport.of(results, level="warning").to_text()


def test_a_ruling_is_shown_beside_its_finding(results: Results) -> None:
    """A decided conflict stays in sight, with who decided and why."""
    findings = results.findings.assign(
        ruling="explained", ruled_by="R. Tern", because="two colonies", reopened=""
    )
    text = ConflictReport.of(evolve(results, findings=findings)).to_text()

    assert "explained by R. Tern: two colonies" in text
    assert "decided     3 findings" in text


@given(st.text(), st.integers(2, 80))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, columns: int) -> None:
    """Whatever people write, nothing is cut."""
    lines = wrap(text, columns)

    assert "".join(lines).replace(" ", "") == "".join(clean(text).split())
    assert all(width(line) <= columns for line in lines)


def test_names_that_may_mean_one_thing_are_told(results: Results) -> None:
    """They are compared with nothing, which a report without a conflict does not show."""
    alike = pd.DataFrame(
        [["q-terns", "q-tern", "subject", "Terns", "Tern"]],
        columns=["quantity_id", "other_quantity_id", "differ", "name", "other_name"],
    )
    text = ConflictReport.of(evolve(results, alike=alike)).to_text()

    assert "NAMES THAT MAY MEAN ONE THING (1)" in text
    assert "subject    Terns  Tern" in text
    assert "1 pair of names may mean one thing" in text.partition("CONFLICTS")[0]
    assert "NAMES THAT MAY" not in ConflictReport.of(results).to_text()
