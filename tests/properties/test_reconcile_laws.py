"""Laws of a whole reconciliation."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import claims_table
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.reconcile import Reconciliation, reconcile

VOTE = ["status", "origins", "depth", "core_lower", "core_upper", "median_lower", "median_upper"]
MEASURES = ("population", "found", "deaths", "length", "opened")


@st.composite
def dossiers(draw: st.DrawFn, stances: tuple[str, ...] = ("asserts", "reports", "disputes")) -> (
    pd.DataFrame
):  # fmt: skip
    """Claims of two places, several sources, times and scopes."""
    row = st.fixed_dictionaries({
        "figure": st.sampled_from([
            "64", "65", "60", "640", "about 65", "50–70", "at least 60", "at most 62", "1,234",
            "1,243", "0", "no data available",
        ]),
        "as_of": st.sampled_from(["", "", "2001", "2001-05-06", "2005", "199X", "2001/2004"]),
        "source_id": st.sampled_from("abcd"),
        "origin_id": st.sampled_from(["", "", "a", "x"]),
        "stance": st.sampled_from(stances),
        "place": st.sampled_from(["north", "north", "south"]),
        "scope": st.sampled_from(["", "", "", "abroad"]),
    })  # fmt: skip
    rows = draw(st.lists(row, min_size=1, max_size=14))
    return claims_table(pd.DataFrame(rows), measure=draw(st.sampled_from(MEASURES)))


def found(result: Reconciliation) -> set[tuple[object, ...]]:
    """All findings, without their order."""
    table = result.findings
    return {
        (row.finding_id, row.check, frozenset(row.claim_ids), row.message, row.arithmetic,
         round(row.severity, 9))
        for row in table.itertuples()
    }  # fmt: skip


def assert_same(one: Reconciliation, other: Reconciliation) -> None:
    """Two runs say the same of the same claims."""
    assert found(one) == found(other)
    claims = (run.claims.sort_values("claim_id", ignore_index=True) for run in (one, other))
    pd.testing.assert_frame_equal(*claims)
    pd.testing.assert_frame_equal(one.quantities, other.quantities)
    relations = (
        {(frozenset((row.left, row.right)), row.relation) for row in run.pairs.itertuples()}
        for run in (one, other)
    )
    assert next(relations) == next(relations)
    assert one.summary == other.summary


@settings(max_examples=20)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(drawn: pd.DataFrame, random: object) -> None:
    """A spreadsheet that is sorted anew tells the same story."""
    order = list(range(len(drawn)))
    random.shuffle(order)  # type: ignore[attr-defined] # a random.Random of hypothesis
    assert_same(reconcile(drawn), reconcile(drawn.iloc[order].reset_index(drop=True)))


def test_the_order_of_rows_does_not_matter_in_the_bundled_dossier() -> None:
    """The same with 281 real claims, their sources and their totals."""
    dossier = cc.read_dossier("fixtures/azerbaijani-diaspora")
    order = np.random.default_rng(7).permutation(len(dossier.claims))
    shuffled = reconcile(
        dossier.claims.iloc[order].reset_index(drop=True),
        dossier.sources.iloc[::-1].reset_index(drop=True),
        dossier.totals.iloc[::-1].reset_index(drop=True),
    )

    assert_same(reconcile(dossier.claims, dossier.sources, dossier.totals), shuffled)


@settings(max_examples=20)
@given(dossiers(), st.data())
def test_an_echo_changes_no_status(drawn: pd.DataFrame, data: st.DataObject) -> None:
    """However often a figure is repeated, it counts once."""
    row = drawn.iloc[data.draw(st.integers(0, len(drawn) - 1))]
    echo = row.to_dict() | {
        "claim_id": "echo",
        "source_id": data.draw(st.sampled_from(["copy", row["source_id"]])),
        "origin_id": row["origin_id"] or row["source_id"],
        "stance": "reports" if row["stance"] == "asserts" else row["stance"],
    }
    more = pd.concat([drawn, pd.DataFrame([echo])], ignore_index=True)

    pd.testing.assert_frame_equal(
        reconcile(drawn).quantities[["quantity_id", *VOTE]],
        reconcile(more).quantities[["quantity_id", *VOTE]],
    )


@settings(max_examples=20)
@given(dossiers(), st.data())
def test_a_disputed_figure_never_adds_a_vote(drawn: pd.DataFrame, data: st.DataObject) -> None:
    """Doubt is evidence against claims and never for one."""
    row = drawn.iloc[data.draw(st.integers(0, len(drawn) - 1))]
    figure = data.draw(st.sampled_from([row["figure"], "64", "9,999", "no data available"]))
    doubt = row.to_dict() | {
        "claim_id": "doubt",
        "source_id": "doubter",
        "origin_id": "",
        "figure": figure,
        "stance": data.draw(st.sampled_from(["disputes", "denies"])),
    }
    before = reconcile(drawn)
    after = reconcile(pd.concat([drawn, pd.DataFrame([doubt])], ignore_index=True))

    columns = ["quantity_id", "origins", "depth", "core_lower", "core_upper"]
    pd.testing.assert_frame_equal(before.quantities[columns], after.quantities[columns])
    assert before.claims["voted"].tolist() == after.claims["voted"].tolist()[:-1]
    assert not after.claims["voted"].iloc[-1]
    conflicts = {name for _, name, ids, *_ in found(after) if "doubt" in ids and len(ids) == 2}
    assert conflicts <= {"disputed", "single-source"}


@settings(max_examples=20)
@given(dossiers(stances=("asserts",)))
def test_one_pair_has_one_conflict_name(drawn: pd.DataFrame) -> None:
    """The most specific one: nothing is counted twice."""
    names = {
        "contradiction", "self-contradiction", "order-of-magnitude", "magnitude-slip",
        "unit-slip", "digit-slip", "implausible-growth", "explained-by-time", "agreement",
        "rounding-agreement", "echo", "explained-by-scope",
    }  # fmt: skip
    table = reconcile(drawn).findings
    pairs = table.loc[table["check"].isin(names), "claim_ids"].map(frozenset)

    assert not pairs.duplicated().any()


def test_a_hundred_thousand_claims_of_one_quantity_are_summarised() -> None:
    """No list of their five thousand million pairs: the hundred deepest, and counts for each."""
    count = 100_000
    random = np.random.default_rng(3)
    values = np.round(np.exp(random.normal(12, 1, count)))
    claims = pd.DataFrame(
        {
            "claim_id": np.arange(count).astype(str),
            "source_id": np.char.add("s", (np.arange(count) % 5_000).astype(str)),
            "subject": "things",
            "measure": "count",
            "lower": values,
            "upper": values * random.choice([1.0, 1.5], count),
            "unit": "people",
            "stance": "asserts",
        }
    )
    result = reconcile(claims)
    read, pairs = result.claims, result.pairs
    deepest = int(read["possible_lower"].to_numpy().argmax())

    assert len(pairs) == 100
    assert result.summary["summarised"] == 1
    assert result.quantities["summarised"].item()
    assert (pairs["severity"].to_numpy() > 0.99).all()
    assert (
        read["below"].iloc[deepest]
        == (read["possible_upper"] < read["possible_lower"].iloc[deepest]).sum()
    )
    assert read["below"].sum() == read["above"].sum()


@pytest.mark.parametrize(("count", "listed"), [(200, 200 * 199 // 2), (201, 100)])
def test_more_than_two_hundred_claims_are_summarised(count: int, listed: int) -> None:
    """Up to the limit every pair is compared."""
    claims = claims_table(
        pd.DataFrame(
            {
                "lower": np.arange(1001.0, 1001 + count),
                "upper": np.arange(1001.0, 1001 + count),
                "source_id": [f"s{n}" for n in range(count)],
            }
        )
    )
    result = reconcile(claims)

    assert len(result.pairs) == listed
    assert bool(result.quantities["summarised"].item()) == (count > 200)
