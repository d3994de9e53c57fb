"""Ratios are pooled as meta-analysts pool them: in logarithms, and put back."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import claims_table

from claimcheck.consensus.estimate import ESTIMATORS, estimate
from claimcheck.consensus.estimators.registry import Input
from claimcheck.consensus.estimators.reml import reml
from claimcheck.consensus.estimators.scale import exponentiated
from claimcheck.errors import RefusedError, UnknownNameError
from claimcheck.reconcile import Reconciliation, reconcile

# The BCG trials (Colditz et al., JAMA 271, 1994; ``dat.bcg`` of metafor): ill and well among the
# vaccinated, ill and well among the others.
BCG = np.array(
    [
        (4, 119, 11, 128),
        (6, 300, 29, 274),
        (3, 228, 11, 209),
        (62, 13536, 248, 12619),
        (33, 5036, 47, 5761),
        (180, 1361, 372, 1079),
        (8, 2537, 10, 619),
        (505, 87886, 499, 87892),
        (29, 7470, 45, 7232),
        (17, 1699, 65, 1600),
        (186, 50448, 141, 27197),
        (5, 2493, 3, 2338),
        (27, 16886, 29, 17825),
    ],
    dtype=np.float64,
)
QUANTITY = "vaccine/risk-ratio"
Z = 1.959963984540054


def risk_ratios(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Risk ratios of two-by-two tables, and the standard errors of their logarithms."""
    ill, well, others_ill, others_well = counts.T
    treated, others = ill + well, others_ill + others_well
    error = np.sqrt(1 / ill - 1 / treated + 1 / others_ill - 1 / others)
    return (ill / treated) / (others_ill / others), error


def reported(ratio: np.ndarray, error: np.ndarray) -> pd.DataFrame:
    """Claims that state each ratio with its 95 % interval, as papers print them."""
    low, high = ratio * np.exp(-Z * error), ratio * np.exp(Z * error)
    ends = zip(ratio, low, high, strict=True)
    return claims_table(
        [
            {
                "source_id": f"trial {number}",
                "figure": f"{best:.9f} (95% CI {lower:.9f}–{upper:.9f})",
            }
            for number, (best, lower, upper) in enumerate(ends)
        ],
        subject="vaccine",
        measure="risk ratio",
        unit="ratio",
    )


@pytest.fixture(scope="module")
def bcg() -> Reconciliation:
    """The trials as claims."""
    return reconcile(reported(*risk_ratios(BCG)))


def test_the_bcg_trials_are_pooled_to_the_published_risk_ratio(bcg: Reconciliation) -> None:
    """metafor: rma(measure="RR", method="EE") gives 0.6503, and Q = 152.2330.

    Its interval, 0.6007 to 0.7040, is ours before the Birge ratio of sqrt(152.2330 / 12).
    """
    found = bcg.estimate(QUANTITY, "weighted_mean", scale="log")

    assert found.estimate == pytest.approx(0.6503, abs=5e-5)
    assert found.diagnostics["chi-squared"] == pytest.approx(152.2330, abs=5e-4)
    assert found.lower is not None
    assert found.upper is not None
    birge = np.sqrt(152.2330 / 12)
    plain = np.log([found.lower / found.estimate, found.upper / found.estimate]) / birge
    assert found.estimate * np.exp(plain) == pytest.approx([0.6007, 0.7040], abs=1e-4)


def test_the_random_effects_of_the_bcg_trials_are_those_of_metafor(bcg: Reconciliation) -> None:
    """Tau 0.5597 (REML), I² 92.22 %; what one more trial would find spans more than tenfold."""
    found = bcg.estimate(QUANTITY, "reml", scale="log")

    assert found.diagnostics["tau"] == pytest.approx(0.5597, abs=5e-5)
    assert found.diagnostics["I2 in percent"] == pytest.approx(92.22, abs=5e-3)
    assert found.diagnostics["Q"] == pytest.approx(152.2330, abs=5e-4)
    assert found.estimate is None
    assert "spans x13: 0.135875 to 1.76289" in found.refusals[0]


def test_the_mean_of_the_bcg_trials_is_put_back_as_metafor_does() -> None:
    """predict(rma(measure="RR"), transf=exp): 0.4894, 0.3441 to 0.6962."""
    ratio, error = risk_ratios(BCG)
    fitted = reml(np.log(ratio), error)

    found = exponentiated(fitted.to_estimate())

    assert found.estimate == pytest.approx(0.4894, abs=5e-5)
    assert np.exp(fitted.interval("wald")) == pytest.approx([0.3441, 0.6962], abs=5e-5)


def test_trials_that_agree_are_pooled_whole() -> None:
    """The seven trials of steroids before preterm birth (the sign of the Cochrane Collaboration).

    All that a report needs is there, as formulas on the counts give it.
    """
    dead, treated, others_dead, others = np.array(
        [
            (36, 532, 60, 538),
            (1, 69, 5, 61),
            (4, 81, 11, 63),
            (14, 131, 20, 137),
            (3, 67, 7, 59),
            (1, 71, 7, 75),
            (8, 56, 10, 71),
        ],
        dtype=np.float64,
    ).T
    alive, others_alive = treated - dead, others - others_dead
    ratio = dead / alive * others_alive / others_dead
    error = np.sqrt(1 / dead + 1 / alive + 1 / others_dead + 1 / others_alive)
    weight = error**-2
    mean = (weight * np.log(ratio)).sum() / weight.sum()
    q = (weight * (np.log(ratio) - mean) ** 2).sum()
    tau2 = (q - 6) / (weight.sum() - (weight**2).sum() / weight.sum())
    shared = 1 / (error**2 + tau2)

    found = reconcile(reported(ratio, error)).estimate(QUANTITY, "dersimonian_laird", scale="log")

    expected = np.exp((shared * np.log(ratio)).sum() / shared.sum())
    assert found.estimate == pytest.approx(expected, rel=1e-7)
    assert found.estimate == pytest.approx(0.533, abs=5e-4)
    assert found.spread is not None
    assert 0 < found.spread.lower < found.estimate < 1 < found.spread.upper


def test_a_random_effects_mean_is_put_back_with_all_its_ends() -> None:
    """A quarter less and a third more of one ratio have their middle at the ratio."""
    ratio, error = np.array([0.6, 0.8, 0.8 / 0.75]), np.array([0.2, 0.2, 0.2])

    found = estimate(method="dersimonian_laird", values=ratio, errors=error, scale="log")
    logs = ESTIMATORS["dersimonian_laird"].load()(np.log(ratio), error).to_estimate()

    assert found.estimate == pytest.approx(0.8)
    assert [found.lower, found.upper] == pytest.approx(np.exp([logs.lower, logs.upper]))
    assert found.spread is not None
    assert logs.spread is not None
    assert found.spread.lower == pytest.approx(np.exp(logs.spread.lower))
    assert found.diagnostics["tau"] == logs.diagnostics["tau"]
    assert any("logarithm" in note for note in found.notes)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("largest_consistent_subset", "mean of the subset"),
        ("degrees_of_equivalence", "reference"),
        ("linear_opinion_pool", "mean"),
        ("robust_average", "mean"),
    ],
)
def test_a_value_among_the_diagnostics_is_put_back_as_well(method: str, name: str) -> None:
    """A reader takes a reference of 0.8 for a ratio, and -0.2 for nonsense."""
    found = estimate(method=method, values=[0.8] * 3, errors=[0.1] * 3, scale="log")

    assert found.diagnostics[name] == pytest.approx(0.8)


def test_pooling_does_not_depend_on_which_way_round_a_ratio_is_told() -> None:
    """Treated against others, or others against treated: one is the inverse of the other."""
    ratio, error = np.array([0.7, 0.8, 0.95]), np.array([0.1, 0.12, 0.08])

    found = estimate(method="reml", values=ratio, errors=error, scale="log")
    turned = estimate(method="reml", values=1 / ratio, errors=error, scale="log")

    assert found.estimate is not None
    assert found.upper is not None
    assert turned.estimate == pytest.approx(1 / found.estimate)
    assert turned.lower == pytest.approx(1 / found.upper)


def test_an_error_of_a_ratio_becomes_one_of_its_logarithm() -> None:
    """0.80 ± 0.08 is a tenth of it: 0.1 in logarithms; the note says so."""
    frame = claims_table(
        [
            {"source_id": name, "figure": figure}
            for name, figure in (("a", "0.80 ± 0.08"), ("b", "0.90 ± 0.09"), ("c", "0.85 ± 0.085"))
        ],
        subject="vaccine",
        measure="risk ratio",
        unit="ratio",
    )

    found = reconcile(frame).estimate(QUANTITY, "weighted_mean", scale="log")

    assert found.diagnostics["error"] == pytest.approx(0.1 / np.sqrt(3))
    assert found.estimate == pytest.approx((0.8 * 0.9 * 0.85) ** (1 / 3))
    assert any("error / value" in note for note in found.notes)


def test_intervals_that_are_symmetric_in_logarithms_are_noted_on_the_plain_scale(
    bcg: Reconciliation,
) -> None:
    """0.82 (0.65-1.03) has 0.17 below and 0.21 above: on the plain scale that is lost."""
    plain = bcg.estimate(QUANTITY, "weighted_mean")
    logarithmic = bcg.estimate(QUANTITY, "weighted_mean", scale="log")

    advice = 'these intervals are symmetric in logarithms: scale="log" is the usual choice'
    assert advice in plain.notes
    assert advice not in logarithmic.notes


def test_intervals_that_are_symmetric_as_they_stand_get_no_such_note() -> None:
    """Lengths with equal margins belong on the plain scale."""
    frame = claims_table(
        [
            {"source_id": "a", "figure": "10.0 (95% CI 8.0–12.0)"},
            {"source_id": "b", "figure": "10.5 (95% CI 8.4–12.6)"},
            {"source_id": "c", "figure": "9.8 (95% CI 7.8–11.8)"},
        ],
        measure="length",
        unit="km",
    )

    found = reconcile(frame).estimate("things/length", "weighted_mean")

    assert not any("logarithms" in note for note in found.notes)


def test_a_value_without_a_logarithm_is_refused_by_name() -> None:
    """A difference may be 0 or below; a ratio may not."""
    with pytest.raises(RefusedError, match="-2 has no logarithm"):
        estimate(method="reml", values=[1, -2, 3], errors=[1, 1, 1], scale="log")


@pytest.mark.parametrize("scale", ["ln", "", None])
def test_an_unknown_scale_is_refused_with_those_that_there_are(scale: str) -> None:
    """A typing error is not a plain scale."""
    with pytest.raises(UnknownNameError, match="there is no scale"):
        estimate(method="reml", values=[1, 2, 3], errors=[1, 1, 1], scale=scale)


@pytest.mark.parametrize(
    "method", [name for name, entry in ESTIMATORS.items() if entry.takes is not Input.VALUES]
)
def test_a_method_on_intervals_takes_no_scale(method: str) -> None:
    """A vote is the same on every scale; an option that does nothing would look as if it did."""
    with pytest.raises(RefusedError, match="pools no values"):
        estimate([5, 6, 7], [10, 9, 8], method=method, scale="log")


def test_a_reference_from_elsewhere_is_a_ratio_as_well() -> None:
    """0.8 of another review stands among ratios, and its error among those of logarithms."""
    found = estimate(
        method="degrees_of_equivalence",
        values=[0.8, 0.88],
        errors=[0.1, 0.1],
        scale="log",
        reference=(0.8, 0.0),
    )

    assert found.by_claim["distance"] == pytest.approx((0, np.log(1.1)))
    assert found.diagnostics["reference"] == pytest.approx(0.8)
