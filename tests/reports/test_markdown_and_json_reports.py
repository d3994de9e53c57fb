"""What a code-hosting site shows, and what a machine reads."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.reports import ConflictReport
from claimcheck.reports.json import schema
from claimcheck.reports.markdown import escaped
from claimcheck.tables.results import Results

FIXTURE = Path(__file__).parents[2] / "fixtures" / "azerbaijani-diaspora"


def test_every_table_of_the_markdown_has_one_width(results: Results) -> None:
    """A row with a cell too many breaks the whole table."""
    hostile = results.claims.assign(figure="5 | 6 \n| `x`", scope="a|b")
    text = ConflictReport.of(evolve(results, claims=hostile)).to_markdown()

    widths: list[set[int]] = [set()]
    for line in text.splitlines():
        if line.startswith("|"):
            widths[-1].add(len(re.findall(r"(?<!\\)\|", line)))
        elif widths[-1]:
            widths.append(set())
    assert all(len(each) <= 1 for each in widths)
    assert len(widths) > 3


@given(st.text())
def test_no_text_field_can_act_as_markdown(text: str) -> None:
    """Nothing opens a tag, a link, a mention or a code span."""
    assert not re.search(r"[<>@]|(?<!\\)[`*_\[\]|]", escaped(text).replace(r"\\", ""))


def test_the_markdown_links_nothing_that_a_claims_file_says(results: Results) -> None:
    """A link in an issue would carry a reader to where the file wants."""
    sources = results.sources.assign(title="[click](javascript:alert(1)) <script>")
    text = ConflictReport.of(evolve(results, sources=sources)).to_markdown()

    assert "<script" not in text
    assert "](" not in text.replace(r"\]\(", "")


@pytest.mark.parametrize("name", ["results", "empty"])
def test_the_json_satisfies_the_schema_that_is_shipped(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Whoever reads the JSON builds on the schema."""
    document = json.loads(ConflictReport.of(request.getfixturevalue(name)).to_json())

    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(document, schema())


def test_the_json_of_the_bundled_dossier_satisfies_the_schema() -> None:
    """What a run really yields, and not only what the tests draw by hand."""
    result = cc.reconcile(cc.read_dossier(FIXTURE))
    document = json.loads(result.report().to_json())

    jsonschema.validate(document, schema())
    assert len(document["claims"]) == result.summary["claims"]
    assert {finding["level"] for finding in document["findings"]} == {"conflict", "warning", "info"}


def test_every_property_of_the_schema_says_what_it_is() -> None:
    """A day number without a word looks like a year gone wrong."""
    silent = [
        f"{table}.{name}"
        for table, told in schema()["properties"].items()
        for name, column in {
            **told.get("properties", {}),
            **told.get("items", {}).get("properties", {}),
            "": told,
        }.items()
        if not column.get("description")
    ]
    columns = schema()["properties"]["claims"]["items"]["properties"]

    assert silent == []
    assert "719163 is 1970-01-01" in columns["time_start"]["description"]
    assert date.fromordinal(719163) == date(1970, 1, 1)


def test_the_json_tells_of_all_sources(results: Results) -> None:
    """Titles, parents and dates of publication, without a second file."""
    titled = results.sources.assign(title="A title", derived_from="", published="2020")
    document = json.loads(ConflictReport.of(evolve(results, sources=titled)).to_json())

    assert {row["title"] for row in document["sources"]} == {"A title"}
    assert {row["source_id"] for row in document["sources"]} >= {
        row["source_id"] for row in document["claims"]
    }
    assert [row["source_id"] for row in document["sources"]] == titled["source_id"].tolist()


def test_infinities_and_missing_numbers_are_null(results: Results) -> None:
    """JSON knows neither, and most parsers refuse both."""
    document = json.loads(ConflictReport.of(results).to_json(), parse_constant=pytest.fail)

    bound = next(claim for claim in document["claims"] if claim["claim_id"] == "b-1")
    assert bound["said_lower"] == 5e6
    assert bound["said_upper"] is None
    assert bound["said_best"] is None


def test_claim_ids_are_a_list_and_columns_of_your_own_are_kept(results: Results) -> None:
    """A desk's own columns travel with the claims."""
    mine = evolve(results, claims=results.claims.assign(desk="north"))
    document = json.loads(ConflictReport.of(mine).to_json())

    assert document["findings"][0]["claim_ids"] == ["a-1", "b-1"]
    assert document["claims"][0]["desk"] == "north"


def test_the_json_of_a_quantity_holds_that_quantity_alone(results: Results) -> None:
    """The filters of the text hold for the JSON."""
    document = json.loads(ConflictReport.of(results, quantity="q-opened").to_json())

    assert [row["claim_id"] for row in document["claims"]] == ["d-1"]
    assert [row["quantity_id"] for row in document["quantities"]] == ["q-opened"]
    assert document["findings"] == []
