"""Our answer to each kind of record, under the names that the records use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import permutations
from typing import Any

import numpy as np

from claimcheck.consensus.balance import balance, mint
from claimcheck.consensus.estimators.brooks_iyengar import brooks_iyengar
from claimcheck.consensus.estimators.degrees_of_equivalence import degrees_of_equivalence
from claimcheck.consensus.estimators.dersimonian_laird import dersimonian_laird
from claimcheck.consensus.estimators.interval_mean import interval_mean
from claimcheck.consensus.estimators.interval_median import interval_median
from claimcheck.consensus.estimators.largest_consistent_subset import largest_consistent_subset
from claimcheck.consensus.estimators.linear_opinion_pool import linear_opinion_pool
from claimcheck.consensus.estimators.marzullo import marzullo
from claimcheck.consensus.estimators.p_box import p_box
from claimcheck.consensus.estimators.paule_mandel import paule_mandel
from claimcheck.consensus.estimators.pdg_average import pdg_average, pdg_ideogram
from claimcheck.consensus.estimators.power_moderated_mean import power_moderated_mean
from claimcheck.consensus.estimators.random_effects import RandomEffects
from claimcheck.consensus.estimators.reml import reml
from claimcheck.consensus.estimators.robust_average import robust_average
from claimcheck.consensus.estimators.turnbull import turnbull
from claimcheck.consensus.estimators.weighted_mean import weighted_mean
from claimcheck.consensus.grim import grim
from claimcheck.consensus.growth import growth
from claimcheck.consensus.ras import ras
from claimcheck.consensus.severity import set_severity, trimmed_severity
from claimcheck.consensus.slips import decade_slips, transposed

Inputs = Mapping[str, Any]
Answers = dict[str, Any]


def ends(intervals: list[list[Any]]) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper ends of a list of pairs, ``"inf"`` being open."""
    pairs = np.array([[float(low), float(high)] for low, high in intervals])
    return pairs[:, 0], pairs[:, 1]


def measured(given: Inputs) -> tuple[np.ndarray, np.ndarray]:
    """Values and standard errors, whatever the record calls them."""
    value = np.array(given["x"] if "x" in given else given["y"], dtype=float)
    if "stat" in given:
        return value, np.hypot(given["stat"], given["syst"])
    if "n" in given:
        return value, np.array(given["sd"]) / np.sqrt(given["n"])
    if "variances" in given or "v" in given:
        return value, np.sqrt(given["variances"] if "variances" in given else given["v"])
    return value, np.array(given["s"] if "s" in given else given["u"], dtype=float)


def _pooled(found: RandomEffects) -> Answers:
    low, high = found.interval("wald")
    below, above = found.prediction("wald")
    return {
        "mu": found.mean,
        "se": found.wald_error,
        "tau2": found.tau2,
        "Q": found.q,
        "df": found.degrees,
        "p_Q": found.p_value,
        "I2": found.i2,
        "H2": found.h2,
        "ci_z": [low, high],
        "ci_hk": list(found.interval("hartung-knapp")),
        "pi_z": [below, above],
        "pi_hk_t_kminus1": list(found.prediction("hartung-knapp")),
    }


def _with_tests(found: RandomEffects) -> Answers:
    names = {"z": "wald", "knha": "hartung-knapp", "adhoc": "modified-hartung-knapp"}
    return {
        theirs: {
            "tau2": found.tau2,
            "mu": found.mean,
            "se": found.error(ours),
            "ci": list(found.interval(ours)),
        }
        for theirs, ours in names.items()
    }


def _of_reml(given: Inputs) -> Answers:
    if "tpos" not in given:
        return _pooled(reml(*measured(given)))
    treated, control = np.array(given["tpos"]), np.array(given["cpos"])
    _of_treated, _of_control = treated + given["tneg"], control + given["cneg"]
    ratio = np.log(treated / _of_treated) - np.log(control / _of_control)
    variance = 1 / treated - 1 / _of_treated + 1 / control - 1 / _of_control
    return _pooled(reml(ratio, np.sqrt(variance)))


def _of_pdg(given: Inputs) -> Answers:
    found = pdg_average(*measured(given))
    return {
        "mean": found.mean,
        "err_unscaled": found.error,
        "chi2_all": found.chi2,
        "chi2": found.chi2,
        "delta0": found.limit,
        "n_small": found.counted,
        "scale_S": found.scale,
        "err_scaled": found.scaled_error,
    }


def _of_permutations(given: Inputs) -> Answers:
    value, error = np.array(given["x"], float), np.array(given["u"], float)
    orders = [list(order) for order in permutations(range(3))]
    every = {weighted_mean(value[order], error[order]).chi2 for order in orders}
    assert len(every) == 1
    found = weighted_mean(value, error)
    return {"Q": every.pop(), "p": found.p_value, "weighted_mean": found.mean}


def _of_subset(given: Inputs) -> Answers:
    found = largest_consistent_subset(*measured(given), alpha=given["alpha"])
    return {
        "size": found.size,
        "index0": list(found.members),
        "n_subsets_that_size": found.alternatives,
        "chi2": found.chi2,
        "chi2_crit_df7": found.critical,
        "ref_value": found.mean,
        "u_ref": found.error,
    }


def _of_equivalence(given: Inputs) -> Answers:
    found = degrees_of_equivalence(*measured(given), coverage=given["k"])
    return {
        "lcs_index0": list(largest_consistent_subset(*measured(given)).members),
        "x_ref": found.reference,
        "u_ref": found.reference_error,
        "d": list(found.distance),
        "U": list(found.expanded),
    }


def _of_pool(given: Inputs) -> Answers:
    found = linear_opinion_pool(*measured(given))
    return {
        "mean": found.mean,
        "sd": found.sd,
        "median": found.median,
        "q025": found.lower,
        "q975": found.upper,
    }


def _of_lower_bounds(given: Inputs) -> Answers:
    found = {
        prior: robust_average(*measured(given), prior=prior)
        for prior in ("jeffreys", "conservative")
    }
    return {prior: {"mean": one.mean, "sd": one.error} for prior, one in found.items()}


def _of_marzullo(given: Inputs) -> Answers:
    found = [marzullo(*ends(case)) for case in given["cases"]]
    return {
        "results": [
            {"lo": one.lower, "hi": one.upper, "true": one.depth, "false": one.votes - one.depth}
            for one in found
        ]
    }


def _of_brooks_iyengar(given: Inputs) -> Answers:
    found = brooks_iyengar(*ends(given["intervals"]), faulty=given["faulty"])
    return {
        "regions": [list(region) for region in found.regions],
        "value": found.value,
        "interval": [found.lower, found.upper],
    }


def _of_turnbull(given: Inputs) -> Answers:
    claims = given.get("claims") or list(zip(given["left"], given["right"], strict=True))
    found = turnbull(*ends(claims))
    return {
        "intervals": [list(pair) for pair in zip(found.lower, found.upper, strict=True)],
        "p": list(found.mass),
        "loglik": found.log_likelihood,
        "gradient_max": found.gradient,
        "median": found.median[0],
    }


def _of_interval_median(given: Inputs) -> Answers:
    found = [interval_median(*ends(case)) for case in given["cases"]]
    return {"results": [[one.lower, one.upper] for one in found]}


def _of_random_set(given: Inputs) -> Answers:
    found = p_box(*ends(given["claims"]))
    middle = interval_median(*ends(given["claims"]))
    return {
        "belief_X_le": found.belief(given["thresholds"]).tolist(),
        "plausibility_X_le": found.plausibility(given["thresholds"]).tolist(),
        "interval_median": [middle.lower, middle.upper],
    }


def _of_interval_statistics(given: Inputs) -> Answers:
    found = interval_mean(*ends(given["intervals"]))
    return {
        "mean": [found.lower, found.upper],
        "variance_pop": [found.least_variance, found.greatest_variance],
    }


def _of_least_squares(given: Inputs) -> Answers:
    figures, errors, rows = given["y"], given["sd"], given["A"]
    found = balance(figures, errors, rows)
    moved = (found.balanced, found.errors)
    if found.balanced is None:
        moved = unbalanced(figures, errors, rows)
    return {
        "reconciled": list(moved[0]),
        "sd": list(moved[1]),
        "imbalance": list(found.imbalance),
        "global_test": found.global_test,
        "df": found.degrees,
        "p": found.p_value,
        "measurement_test": list(found.measurement_tests),
    }


def unbalanced(
    figures: list[float], errors: list[float], rows: list[list[float]]
) -> tuple[list[float], list[float]]:
    """What least squares would give where ``balance`` refuses, by MinT for one whole and part."""
    assert rows == [[1, -1]]
    moved = mint(figures, [[1], [1]], np.square(errors))
    return moved.tolist(), [float(np.sum(1 / np.square(errors)) ** -0.5)] * 2


def _of_mint(given: Inputs) -> Answers:
    summing, base = np.array(given["S"], float), given["base"]
    return {
        "ols": mint(base, summing, np.ones(4)).tolist(),
        "wls_struct": mint(base, summing, summing.sum(axis=1)).tolist(),
        "wls_var_10_10_20_30": mint(base, summing, np.square([10.0, 10, 20, 30])).tolist(),
    }


def _of_grim(given: Inputs) -> Answers:
    return {
        "consistent": [grim(case["mean"], case["n"]).consistent for case in given["cases"]],
        "percent_consistent": [
            grim(mean, 50, percent=True).consistent for mean in given["percent_n50"]
        ],
    }


def _of_decades(given: Inputs) -> Answers:
    pairs = np.array(given["pairs"], dtype=float)
    found = decade_slips(pairs[:, 0], pairs[:, 1], within=given["rel_tol"])
    return {
        "power_of_ten": [int(power) or None for power in found.power],
        "log10_ratio": found.log_ratio.tolist(),
    }


def _of_transposition(given: Inputs) -> Answers:
    pairs = np.array(given["pairs"], dtype=float)
    return {
        "transposed": transposed(pairs[:, 0], pairs[:, 1]).tolist(),
        "diff_mod_9": (np.abs(pairs[:, 0] - pairs[:, 1]) % 9).tolist(),
    }


def _of_growth(given: Inputs) -> Answers:
    first, second = (given["a"],) * 2, (given["b"],) * 2
    years = given["year_b"] - given["year_a"]
    exact = growth(first, second, (years, years))
    if "max_log_rate" in given:
        return {
            "log_rate": exact.least,
            "unexplained_ratio": exact.unexplained(given["max_log_rate"]),
            "severity": exact.severity(given["max_log_rate"]),
        }
    vague = growth(first, second, (years - 1, years + 1))
    rounded = growth(
        (given["a"] - 0.5, given["a"] + 0.5),
        (given["b"] - 5000, given["b"] + 5000),
        (years, years),
    )
    return {
        "log_rate": exact.least,
        "cagr": exact.yearly[0],
        "doubling_years": exact.doubling_years[0],
        "log_rate_range_year_only": [vague.least, vague.most],
        "log_rate_range_b_rounded_to_10000": [rounded.least, rounded.most],
    }


def _of_severity(given: Inputs) -> Answers:
    found = [set_severity(*ends(pair)) for pair in given["pairs"]]
    return {"ratio": [1 / (1 - one) for one in found], "severity": found}


def _of_severity_time(given: Inputs) -> Answers:
    found = growth((given["a"],) * 2, (given["b"],) * 2, (given["years"],) * 2)
    return {"severity": [found.severity(rate) for rate in given["max_log_rates"]]}


def _of_severity_set(given: Inputs) -> Answers:
    sets = [ends(given[name]) for name in ("claims", "two", "camps")]
    return {
        "set": [set_severity(*one) for one in sets],
        "trimmed": [trimmed_severity(*one) for one in sets],
    }


def _of_birge(given: Inputs) -> Answers:
    found = weighted_mean(*measured(given))
    return {
        "weighted_mean": found.mean,
        "u": found.error,
        "chi2": found.chi2,
        "birge": found.birge,
        "u_birge": found.birge_error,
        "p": found.p_value,
    }


def _of_power_moderated(given: Inputs) -> Answers:
    found = power_moderated_mean(*measured(given))
    return {
        "alpha": found.power,
        "mean": found.mean,
        "u": found.error,
        "S": found.characteristic,
    }


OURS: Mapping[str, Callable[[Inputs], Answers]] = {
    "pdg_average": _of_pdg,
    "pdg_ideogram": lambda given: {"density": pdg_ideogram(*measured(given), given["at"]).tolist()},
    "dersimonian_laird": lambda given: _pooled(dersimonian_laird(*measured(given))),
    "paule_mandel": lambda given: _pooled(paule_mandel(*measured(given))),
    "reml": _of_reml,
    "dl_with_tests": lambda given: _with_tests(dersimonian_laird(*measured(given))),
    "reml_with_tests": lambda given: _with_tests(reml(*measured(given))),
    "largest_consistent_subset": _of_subset,
    "degrees_of_equivalence": _of_equivalence,
    "cochran_q": _of_permutations,
    "linear_opinion_pool": _of_pool,
    "robust_average_sigma_lower_bound": _of_lower_bounds,
    "marzullo": _of_marzullo,
    "brooks_iyengar": _of_brooks_iyengar,
    "turnbull_npmle": _of_turnbull,
    "interval_median": _of_interval_median,
    "dempster_shafer_random_set": _of_random_set,
    "interval_statistics": _of_interval_statistics,
    "least_squares_reconciliation": _of_least_squares,
    "mint_reconciliation": _of_mint,
    "ras": lambda given: {"X": ras(given["X"], given["rows"], given["cols"]).table.tolist()},
    "grim": _of_grim,
    "order_of_magnitude": _of_decades,
    "transposition": _of_transposition,
    "growth": _of_growth,
    "severity": _of_severity,
    "severity_time": _of_severity_time,
    "severity_set": _of_severity_set,
    "birge_ratio": _of_birge,
    "power_moderated_mean": _of_power_moderated,
}
