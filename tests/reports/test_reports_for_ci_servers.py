"""SARIF, GitHub annotations and JUnit: what CI servers make of a finding."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from claimcheck.desk.reading import places_of
from claimcheck.reports import ConflictReport
from claimcheck.reports.places import Places
from claimcheck.tables.results import Results

HOSTILE = "50% <b>]]> &\r\n::error::x \x1b[0m"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A claims file in which one row takes two lines."""
    path = tmp_path / "claims.csv"
    path.write_text('claim_id,note\nx-1,"two\nlines"\na-1,\nb-1,\n', encoding="utf-8")
    return Places.of(tmp_path)


def test_lines_are_those_of_an_editor_whatever_the_rows_hold(places: Places) -> None:
    """An annotation on the wrong line is worse than none."""
    assert [places.line(name) for name in ("x-1", "a-1", "b-1", "gone")] == [2, 4, 5, None]


def test_sarif_says_where_how_bad_and_which_finding(results: Results, places: Places) -> None:
    """The code-scanning page opens the claims file at the claim."""
    run = _sarif(results, places)["runs"][0]
    first = run["results"][0]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "contradiction",
        "disputed",
        "echo",
    ]
    assert [found["level"] for found in run["results"]] == ["error", "error", "note"]
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 5
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4
    assert first["partialFingerprints"] == {"finding/v1": "f-1"}
    assert first["rank"] == 79.0


def test_what_is_told_is_whole_sentences(results: Results, places: Places) -> None:
    """A message that lacks its stop runs into the hint."""
    undated = results.findings.assign(message="“5” is undated", hint="look at the page")
    told = _sarif(evolve(results, findings=undated), places)["runs"][0]["results"][0]

    assert told["message"]["text"] == "“5” is undated. Look up: look at the page."


def test_a_path_is_told_from_the_working_folder(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code scanning knows files by their place in the repository, and others by a scheme."""
    (tmp_path / "my claims").mkdir()
    (tmp_path / "my claims" / "claims.csv").write_text("claim_id\na-1\n")
    monkeypatch.chdir(tmp_path)
    for dossier in (Path("my claims"), tmp_path / "my claims"):
        places = Places.of(dossier)
        assert places.file == "my claims/claims.csv"
        assert _uri(_sarif(results, places)) == "my%20claims/claims.csv"

    monkeypatch.chdir("my claims")
    places = Places.of(tmp_path)
    assert _uri(_sarif(results, places)) == (tmp_path / "claims.csv").as_uri()


def test_a_workbook_is_told_with_sheet_and_row(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no lines that a server could open, but a person can."""
    claims = results.claims[["claim_id", "source_id", "subject", "measure", "unit", "stance"]]
    monkeypatch.chdir(tmp_path)
    claims.assign(figure="5").to_excel("claims.xlsx", sheet_name="claims", index=False)
    for dossier in (".", "claims.xlsx"):
        told = ConflictReport.of(results).to_github(places_of(dossier)).splitlines()[0]
        assert told.startswith("::error file=claims.xlsx,title=contradiction::")
        assert "[a-1 (sheet claims row 2), b-1 (sheet claims row 3)]" in told


def test_sarif_keeps_the_rules_of_its_specification(results: Results, places: Places) -> None:
    """What sections 3.13 to 3.28 of SARIF 2.1.0 ask of a log, a run and a result."""
    log = _sarif(results, places)

    assert log["version"] == "2.1.0"
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for found in run["results"]:
            assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
            assert found["level"] in {"none", "note", "warning", "error"}
            assert found["message"]["text"]
            assert 0 <= found["rank"] <= 100
            for location in (*found["locations"], *found["relatedLocations"]):
                physical = location["physicalLocation"]
                assert " " not in physical["artifactLocation"]["uri"]
                assert physical.get("region", {"startLine": 1})["startLine"] >= 1


def test_sarif_satisfies_the_published_schema(results: Results, places: Places) -> None:
    """The schema of OASIS, as the package pydantic-sarif carries it: nothing more, nothing less."""
    model = pytest.importorskip("pydantic_sarif.model", reason="pydantic-sarif is not installed")
    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema

    assert log.model_validate(_sarif(results, places)).version.value == "2.1.0"


def test_an_annotation_is_one_line_that_no_claim_can_end(results: Results, places: Places) -> None:
    """A line break in a message would let a claims file speak to the CI server."""
    hostile = evolve(results, findings=results.findings.assign(message=HOSTILE))
    lines = ConflictReport.of(hostile).to_github(places).splitlines()

    assert len(lines) == len(results.findings)
    assert lines[0].startswith("::error file=")
    assert ",line=5,title=contradiction::50%25 " in lines[0]
    assert "%0D%0A::error" in lines[0]


def test_every_finding_is_a_failed_case_of_its_check(results: Results, places: Places) -> None:
    """A CI server counts cases; the counts have to be right."""
    hostile = evolve(results, findings=results.findings.assign(message=HOSTILE))
    top = ET.fromstring(ConflictReport.of(hostile).to_junit(places))  # noqa: S314 - our own text

    assert top.tag == "testsuites"
    assert (top.get("tests"), top.get("failures")) == ("3", "3")
    for suite in top:
        cases = suite.findall("testcase")
        failures = suite.findall("testcase/failure")
        assert suite.get("tests") == str(len(cases)) == suite.get("failures")
        assert len(failures) == len(cases)
        assert all(case.get("classname") == f"claimcheck.{suite.get('name')}" for case in cases)
    assert "50% <b>]]> &" in top.find(".//failure").get("message")


def test_a_clean_dossier_is_one_passed_case(empty: Results) -> None:
    """An empty file looks to many servers like a job that crashed."""
    top = ET.fromstring(ConflictReport.of(empty).to_junit())  # noqa: S314 - our own text

    assert (top.get("tests"), top.get("failures")) == ("1", "0")
    assert top.findall("testsuite/testcase/failure") == []


def _uri(log: Mapping[str, Any]) -> str:
    location = log["runs"][0]["results"][0]["locations"][0]
    return str(location["physicalLocation"]["artifactLocation"]["uri"])


def _sarif(results: Results, places: Places) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads(ConflictReport.of(results).to_sarif(places))
    return loaded
