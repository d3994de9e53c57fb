"""Which claims bring a standard error, from what they state, and which are left out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest

import claimcheck as cc
from claimcheck.errors import RefusedError

QUANTITY = "drug/hazard-ratio"
Z = 1.959963984540054
SHEET = (
    ("adams", 0.82, 0.65, 1.03),
    ("berg", 0.75, 0.60, 0.94),
    ("chen", 0.91, 0.80, 1.04),
    ("diaz", 0.68, 0.49, 0.95),
)


def trials(*rows: Mapping[str, object]) -> pd.DataFrame:
    """Claims of hazard ratios, with the source's name for an id where a row has none."""
    told = {"subject": "drug", "measure": "hazard ratio", "unit": "ratio", "stance": "asserts"}
    return pd.DataFrame([{**told, "claim_id": row["source_id"], **row} for row in rows])


def sheet() -> pd.DataFrame:
    """An extraction sheet: estimate and interval in columns of numbers."""
    names = ("source_id", "best", "lower", "upper")
    return trials(*(dict(zip(names, row, strict=True)) for row in SHEET))


def pooled() -> float:
    """The mean of the sheet in logarithms, weighed by the lengths of the intervals."""
    errors = np.array([np.log(high / low) / (2 * Z) for _, _, low, high in SHEET])
    values = np.array([best for _, best, _, _ in SHEET])
    return float(np.exp((np.log(values) / errors**2).sum() / (errors**-2).sum()))


def test_columns_of_numbers_are_intervals_of_the_level_that_the_caller_gives() -> None:
    """An extraction sheet has columns, not phrases; it gives what its phrases would give."""
    phrases = trials(
        *(
            {"source_id": name, "figure": f"{best} (95% CI {low}–{high})"}
            for name, best, low, high in SHEET
        )
    )

    found = cc.reconcile(sheet()).estimate(QUANTITY, "weighted_mean", scale="log", interval=0.95)
    same = cc.reconcile(phrases).estimate(QUANTITY, "weighted_mean", scale="log")

    assert found.estimate == pytest.approx(pooled())
    assert (found.estimate, found.lower, found.upper) == (same.estimate, same.lower, same.upper)
    assert "as asked" in " ".join(found.notes)
    assert "as asked" not in " ".join(same.notes)


def test_without_a_level_columns_of_numbers_are_ranges_and_the_hint_says_what_to_give() -> None:
    """What a range leaves possible is no standard error."""
    with pytest.raises(RefusedError, match=r"interval=0\.95"):
        cc.reconcile(sheet()).estimate(QUANTITY, "reml")


def test_a_level_that_a_phrase_states_holds_before_that_of_the_caller() -> None:
    """One trial of the sheet prints a 90 % interval; the rest are of 95 %."""
    mixed = pd.concat(
        [
            sheet(),
            trials({"source_id": "jung", "figure": "0.95 (90% CI 0.83–1.09)"}),
        ]
    )

    found = cc.reconcile(mixed).estimate(QUANTITY, "weighted_mean", scale="log", interval=0.95)

    widths = [(high / low, Z) for *_, low, high in SHEET] + [(1.09 / 0.83, 1.6448536269514722)]
    precision = np.array([(2 * z / np.log(width)) ** 2 for width, z in widths])
    assert found.weights == pytest.approx(precision / precision.sum())


def test_a_range_without_a_value_of_its_own_is_no_interval_of_any_level() -> None:
    """The middle of 0.6 to 0.9 is nobody's estimate."""
    ranges = sheet().drop(columns="best")

    with pytest.raises(RefusedError, match="none of 4 claims"):
        cc.reconcile(ranges).estimate(QUANTITY, "reml", interval=0.95)


@pytest.mark.parametrize(
    "phrase",
    [
        "0.82 (95% CI 0.65–1.03)",
        "0.82 (95 % CI, 0.65–1.03)",
        "0.82 (95%CI 0.65–1.03)",
        "0.82 (95%-CI: 0,65–1,03)",
        "0.82 [CI 95%: 0.65–1.03]",
        "0.82; IC95%: 0.65–1.03",
        "0.82 (95% confidence interval 0.65 to 1.03)",
        "0,82 (95-%-Konfidenzintervall 0,65–1,03)",
        "0,82 (intervalle de confiance à 95 % 0,65–1,03)",
        "0.82 (95% CrI 0.65–1.03)",
        "0.84 ± 0.19 (95%)",
    ],
)
def test_a_level_is_read_however_it_is_written(phrase: str) -> None:
    """Journals differ in dots, blanks and languages, not in what they mean."""
    told = {"best": 0.82, "lower": 0.65, "upper": 1.03, "figure": phrase}
    frame = trials(*({"source_id": name, **told} for name in "abc"))

    found = cc.reconcile(frame).estimate(QUANTITY, "weighted_mean", scale="log")

    error = np.log(1.03 / 0.65) / (2 * Z) / np.sqrt(3)
    assert found.diagnostics["error"] == pytest.approx(error)


@pytest.mark.parametrize(
    "phrase",
    ["0.82 (CI 0.65–1.03)", "82% (CI 65%–103%)", "82% (65–103%)", "82% CI 65–103", "0.82"],
)
def test_a_per_cent_that_is_a_figure_is_no_level(phrase: str) -> None:
    """82 % is what was found, not how sure anyone is."""
    told = {"best": 0.82, "lower": 0.65, "upper": 1.03, "figure": phrase}
    frame = trials(*({"source_id": name, **told} for name in "abc"))

    with pytest.raises(RefusedError, match="states no level of its interval: a, b, c"):
        cc.reconcile(frame).estimate(QUANTITY, "weighted_mean")


def test_trials_of_different_years_are_pooled_together() -> None:
    """A trial of 2010 is as good as one of 2021: a ratio has no newest value."""
    years = ["2010", "2014", "2018", "2021"]

    dated = cc.reconcile(sheet().assign(as_of=years)).estimate(QUANTITY, "reml", interval=0.95)

    assert len(dated.weights) == 4


@pytest.mark.parametrize(
    ("interval", "hint"),
    [(95, r"interval=0\.95"), (0, "between 0 and 1"), (1.0, "between 0 and 1")],
)
def test_what_is_no_level_is_refused(interval: float, hint: str) -> None:
    """95 is a per cent, and 100 % of nothing is an interval."""
    with pytest.raises(RefusedError, match=hint):
        cc.reconcile(sheet()).estimate(QUANTITY, "reml", interval=interval)
    with pytest.raises(RefusedError, match=hint):
        cc.estimate(sheet(), "reml", interval=interval)


def test_a_vote_takes_no_level() -> None:
    """What is possible is the ends themselves."""
    with pytest.raises(RefusedError, match="leave interval out"):
        cc.reconcile(sheet()).estimate(QUANTITY, "marzullo", interval=0.95)


def test_all_quantities_at_once_take_a_scale_and_a_level_as_well() -> None:
    """The question from the front door has the same arguments."""
    found = cc.estimate(sheet(), "weighted_mean", scale="log", interval=0.95)

    assert found["estimate"].item() == pytest.approx(pooled())
    assert found["upper"].item() < 1


def test_claims_that_are_left_out_are_named_each_with_its_reason() -> None:
    """A reader who counts eleven trials and finds four pooled wants to know which seven are not."""
    frame = trials(
        {"source_id": "adams", "figure": "0.82 (95% CI 0.65–1.03)"},
        {"source_id": "berg", "figure": "0.75 ± 0.08"},
        {"source_id": "chen", "figure": "0.91 (95% CI 0.80–1.04)"},
        {"source_id": "diaz", "figure": "0.68"},
        {"source_id": "evans", "figure": "0.88 (0.75 to 1.03)"},
        {"source_id": "fox", "figure": "0.8–0.9"},
        {"source_id": "gupta", "figure": "at most 0.95"},
        {"source_id": "haas", "figure": "markedly lower"},
        {"source_id": "ito", "figure": "not reported"},
        {"source_id": "jung", "figure": "0.70", "stance": "denies"},
        {"source_id": "kim", "figure": "0.75 ± 0.08", "origin_id": "berg"},
        {"source_id": "kim", "figure": "0.75 ± 0.08", "claim_id": "kim again"},
    )

    found = cc.reconcile(frame).estimate(QUANTITY, "weighted_mean", scale="log")

    assert dict(found.left_out) == {
        "diaz": "states no error",
        "evans": "states no level of its interval",
        "fox": "gives no single value",
        "gupta": "gives no single value",
        "haas": "cannot be read",
        "ito": "gives no figure",
        "jung": "disputes or denies",
        "kim": "repeats berg",
        "kim again": "adds no vote of its own",
    }
    assert "  left out, gives no single value: fox, gupta" in str(found).splitlines()


def test_two_values_of_one_origin_are_refused_with_their_claims() -> None:
    """A trial that is told twice, with two results, has to be settled before it is pooled."""
    frame = pd.concat(
        [sheet(), trials({"source_id": "kim", "figure": "0.7 ± 0.1", "origin_id": "adams"})]
    )

    with pytest.raises(RefusedError, match="adams gives 2 values: adams, kim"):
        cc.reconcile(frame).estimate(QUANTITY, "reml", interval=0.95)


def test_a_ratio_that_reaches_zero_is_left_out_by_name_in_logarithms() -> None:
    """0.12 (0.00 to 0.98) was rounded to nothing; the rest of the sheet is good."""
    frame = pd.concat(
        [sheet(), trials({"source_id": "kim", "best": 0.12, "lower": 0.0, "upper": 0.98})]
    )

    found = cc.reconcile(frame).estimate(QUANTITY, "weighted_mean", scale="log", interval=0.95)

    assert dict(found.left_out) == {"kim": "has no logarithm, reaching zero"}
    assert found.estimate == pytest.approx(pooled())


def test_where_no_claim_states_an_error_the_reasons_are_in_the_refusal() -> None:
    """None of them is a fact; why is what can be mended."""
    frame = trials(
        {"source_id": "a", "figure": "0.68"},
        {"source_id": "b", "figure": "0.75 (0.60 to 0.94)"},
    )

    reasons = (
        r"none of 2 claims states one \(states no error: a; states no level of its interval: b"
    )
    with pytest.raises(RefusedError, match=reasons):
        cc.reconcile(frame).estimate(QUANTITY, "reml")


def test_a_vote_names_those_who_have_none() -> None:
    """The default method too says whom it did not hear."""
    frame = trials(
        {"source_id": "a", "figure": "0.68"},
        {"source_id": "b", "figure": "0.6–0.7"},
        {"source_id": "c", "figure": "markedly lower"},
    )

    found = cc.reconcile(frame).estimate(QUANTITY)
    table = cc.estimate(frame)

    assert dict(found.left_out) == {"c": "cannot be read"}
    assert table["left_out"].item() == "cannot be read: c"


def test_a_quantity_that_nobody_votes_on_is_refused_with_the_reasons() -> None:
    """An empty table has a shape; a reader wants to know why."""
    frame = trials({"source_id": "c", "figure": "markedly lower"})

    with pytest.raises(RefusedError, match="none of 1 claims votes: cannot be read: c"):
        cc.reconcile(frame).estimate(QUANTITY)


def test_intervals_below_zero_have_no_logarithms_and_need_none() -> None:
    """A temperature change of -0.1 (-0.3 to 0.1) is pooled as it stands."""
    values = [0.1, -0.1, 0.05, 0.0]
    ends = {"lower": [value - 0.2 for value in values], "upper": [value + 0.2 for value in values]}
    frame = sheet().assign(best=values, measure="change", unit="°C", **ends)

    found = cc.reconcile(frame).estimate("drug/change", "weighted_mean", interval=0.95)

    assert found.estimate == pytest.approx(np.mean(values))
    assert not any("logarithms" in note or "lopsided" in note for note in found.notes)


def test_an_interval_that_is_lopsided_on_the_scale_of_the_pool_is_named() -> None:
    """0.56 for 0.65 is a slip of the pen that widens one trial's interval unseen."""
    slipped = sheet().assign(lower=[0.56, 0.60, 0.80, 0.49])

    found = cc.reconcile(slipped).estimate(QUANTITY, "weighted_mean", scale="log", interval=0.95)
    sound = cc.reconcile(sheet()).estimate(QUANTITY, "weighted_mean", scale="log", interval=0.95)

    assert "lopsided about their value, so compare them with their source: adams" in found.notes
    assert not any("lopsided" in note for note in sound.notes)
