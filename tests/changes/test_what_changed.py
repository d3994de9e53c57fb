"""What a desk reads in the morning: what is otherwise than yesterday."""

from __future__ import annotations

import json
from collections.abc import Callable

import pandas as pd

from claimcheck.changes import diff
from claimcheck.ledger import decide, settled
from claimcheck.tables.frames import decisions_frame
from claimcheck.tables.results import Results

Found = Callable[..., Results]


def told(frame: pd.DataFrame, *columns: str) -> list[list[object]]:
    """The rows of some columns."""
    return frame[list(columns)].values.tolist()


def test_the_same_run_twice_has_no_changes(found: Found) -> None:
    """Nothing to read is said in a word."""
    results = found(a1="500", b1="900")
    changes = diff(results, results)

    assert changes.is_empty
    assert "nothing changed" in changes.to_text().casefold()


def test_a_new_source_brings_a_claim_and_its_findings(found: Found) -> None:
    """What came in, and what follows from it."""
    changes = diff(found(a1="500"), found(a1="500", b1="900"))

    assert told(changes.claims, "change", "claim_id", "after") == [["new", "b1", "900 people"]]
    assert told(changes.findings, "change", "check") == [["new", "contradiction"]]
    assert told(changes.quantities, "change", "before", "after") == [
        ["changed", "uncorroborated", "conflicting"]
    ]


def test_a_figure_that_its_source_changes_is_a_revision(found: Found) -> None:
    """The same claim, the same source, another figure: before and now are shown."""
    changes = diff(found(a1="500", b1="900"), found(a1="800", b1="900"))

    assert told(changes.claims, "change", "claim_id", "before", "after") == [
        ["revision", "a1", "500 people", "800 people"]
    ]
    assert told(changes.findings, "change", "check") == [["changed", "contradiction"]]


def test_a_source_that_gives_a_new_figure_beside_its_old_one_revises_it(found: Found) -> None:
    """Both stay in the dossier, and what stands between them is no conflict of sources."""
    changes = diff(found(a1="500"), found(a1="500", a2="800"))

    assert told(changes.claims, "change", "claim_id", "earlier") == [["revision", "a2", "a1"]]
    between = changes.findings[changes.findings["check"] == "self-contradiction"]
    assert between["change"].tolist() == ["revision"]
    assert "no conflict" in changes.to_markdown()


def test_a_source_that_repeats_its_figure_revises_nothing(found: Found) -> None:
    """It says so once more; that is a new mention."""
    changes = diff(found(a1="500", a2="800"), found(a1="500", a2="800", a3="500"))

    assert told(changes.claims, "change", "claim_id") == [["new", "a3"]]


def test_what_is_gone_is_told(found: Found) -> None:
    """A claim that was taken back takes its findings along."""
    changes = diff(found(a1="500", b1="900"), found(a1="500"))

    assert told(changes.claims, "change", "claim_id", "before") == [["gone", "b1", "900 people"]]
    assert told(changes.findings, "change", "check") == [["gone", "contradiction"]]


def test_decided_and_open_again_are_told_with_the_ruling(found: Found) -> None:
    """Monday: decided. Tuesday: the figure changes, and the finding is open again."""
    sunday = found(a1="500", b1="900")
    ruling = decide(
        sunday,
        sunday.findings["finding_id"].iloc[0],
        ruling="explained",
        because="asked them",
        by="Day",
    )
    record = decisions_frame([ruling])
    monday, tuesday = settled(sunday, record), settled(found(a1="500", b1="950"), record)

    decided, reopened = diff(sunday, monday).findings, diff(monday, tuesday).findings

    assert told(decided, "change", "note") == [["decided", "explained by Day: asked them"]]
    assert told(reopened, "change", "note") == [
        ["reopened", "claim b1 has changed (was explained by Day: asked them)"]
    ]


def test_json_has_every_row(found: Found) -> None:
    """Machines read the same as people."""
    changes = diff(found(a1="500"), found(a1="500", b1="900"))
    read = json.loads(changes.to_json())

    assert [row["claim_id"] for row in read["claims"]] == ["b1"]
    assert read["findings"][0]["claim_ids"] == ["a1", "b1"]


def test_text_and_markdown_name_the_figures(found: Found) -> None:
    """Before and now stand side by side."""
    changes = diff(found(a1="500"), found(a1="800"))

    for text in (changes.to_text(), changes.to_markdown()):
        assert "500 people" in text
        assert "800 people" in text


def test_a_finding_is_told_in_few_whole_lines(found: Found) -> None:
    """A message in a column of twenty letters took eleven lines, and ids were broken."""
    changes = diff(found(a1="500", b1="500"), found(a1="500", b1="900"))
    shown = changes.to_text().partition("NEW FINDINGS")[2].partition("\n\n")[0].splitlines()[2:]
    finding = changes.findings.set_index("change").loc["new"]

    assert len(shown) <= 4
    assert shown[0].startswith("  contradiction: “500” people")
    for name in (finding["quantity_id"], finding["finding_id"]):
        assert any(name in line for line in shown)
