"""Laws of the severity of a gap, and of the relation between two figures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from drawing import claims_table, judged
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.comparisons.claims import read_claims
from claimcheck.comparisons.compare import compare
from claimcheck.comparisons.figures import Figures
from claimcheck.reconcile import reconcile
from claimcheck.settings import Settings
from claimcheck.tables.dossier import Dossier
from claimcheck.tables.gaps import additive_severity, apart, ratio, severity

Floats = npt.NDArray[np.float64]
Interval = tuple[float, float]

numbers = st.floats(1e-6, 1e12, allow_subnormal=False)
ends = numbers | st.sampled_from([0.0, 1.0, 2.0, 10.0])
signed_ends = ends | ends.map(lambda end: -end)


@st.composite
def intervals(draw: st.DrawFn, end: st.SearchStrategy[float] = ends) -> Interval:
    """A closed interval; about a third of them are points, some are open above."""
    first, second = draw(end), draw(end)
    upper = draw(st.sampled_from([max(first, second), min(first, second), np.inf]))
    return min(first, second), upper


def gap_severity(one: Interval, other: Interval) -> float:
    """Severity of the gap between two intervals."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return float(severity(ratio(np.array([low]), np.array([high])))[0])


@given(intervals(signed_ends), intervals(signed_ends))
def test_severity_is_symmetric_and_a_share(one: Interval, other: Interval) -> None:
    """Which of the two is named first cannot matter."""
    assert gap_severity(one, other) == gap_severity(other, one)
    assert 0 <= gap_severity(one, other) <= 1


@given(intervals(signed_ends), intervals(signed_ends))
def test_severity_is_zero_exactly_when_they_meet(one: Interval, other: Interval) -> None:
    """Touching is meeting, and any gap is a gap."""
    low, high = np.array([max(one[0], other[0])]), np.array([min(one[1], other[1])])

    assert (gap_severity(one, other) == 0) == (not apart(low, high)[0])


@given(intervals(), intervals(), numbers, st.floats(0, 1))
def test_severity_is_never_raised_by_widening(
    one: Interval, other: Interval, more: float, less: float
) -> None:
    """To know less can only bring two figures nearer."""
    wider = one[0] * less, one[1] + more

    assert gap_severity(wider, other) <= gap_severity(one, other)


@given(intervals(), intervals(), st.floats(1e-6, 1e6))
def test_severity_is_free_of_units(one: Interval, other: Interval, factor: float) -> None:
    """Kilometres and miles tell the same conflict."""
    scaled = (one[0] * factor, one[1] * factor), (other[0] * factor, other[1] * factor)

    assert gap_severity(*scaled) == pytest.approx(gap_severity(one, other), abs=1e-8)


@given(numbers, numbers, numbers)
def test_severity_is_a_metric_for_points(a: float, b: float, c: float) -> None:
    """The way by a third figure is never shorter."""
    direct = gap_severity((a, a), (c, c))

    assert direct <= gap_severity((a, a), (b, b)) + gap_severity((b, b), (c, c)) + 1e-9


@given(intervals(), intervals())
def test_severity_of_negative_figures_is_mirrored(one: Interval, other: Interval) -> None:
    """Two debts stand to each other as two fortunes do."""
    mirrored = (-one[1], -one[0]), (-other[1], -other[0])
    positive = min(one[0], other[0]) > 0

    assert not positive or gap_severity(*mirrored) == gap_severity(one, other)


@given(numbers, numbers)
def test_opposite_signs_and_zero_are_as_far_apart_as_can_be(a: float, b: float) -> None:
    """No share of a figure changes its sign."""
    assert gap_severity((-a, -a), (b, b)) == 1
    assert gap_severity((0.0, 0.0), (b, b)) == 1


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(1, 1e4))
def test_severity_of_dates_grows_with_the_gap(gap: float, more: float, scale: float) -> None:
    """Gap / (gap + c): one half at c, below one however far."""
    found = additive_severity(
        np.array([gap, gap + more, scale]), np.zeros(3), np.array([scale, scale, scale])
    )

    assert found[0] <= found[1] < 1
    assert found[2] == pytest.approx(0.5)


def golden(name: str) -> dict[str, object]:
    """One golden case, computed apart from this package."""
    cases = json.loads((Path(__file__).parent / "severity.json").read_text(encoding="utf-8"))
    return next(case for case in cases if case["id"] == name)


def test_severity_has_the_golden_numbers() -> None:
    """Pinned: 5–10 against 50 is 0.8, and so on."""
    case = golden("severity-basic")
    ends = np.array(case["pairs"], dtype=np.float64)
    low, high = ends[:, :, 0].max(axis=1), ends[:, :, 1].min(axis=1)

    assert ratio(low, high) == pytest.approx(case["ratio"])
    assert severity(ratio(low, high)) == pytest.approx(case["severity"])


def test_severity_over_time_has_the_golden_numbers() -> None:
    """284,761 and 360,000 five years apart, under growth bounds from none to 5 %."""
    case = golden("severity-with-time")
    found = [
        judged(
            """
            left_lower  left_upper  left_as_of  right_lower  right_upper  right_as_of  severity
            284761      284761      2002-01-01  360000.0     360000.0     2006-12-31   -
            """,
            measure="population",
            unit="people",
            settings=Settings(growth=growth, rounding_cap=0),
        )["severity"].item()
        for growth in case["growth"]
    ]

    assert found == pytest.approx(case["severity"], abs=2e-4)


MEASURES = ("population", "found", "deaths", "length")
TIMES = ("", "2001", "2001-05-06", "2005", "199X", "2001/2004", "../2003")


@st.composite
def claims(draw: st.DrawFn, most: int = 12) -> pd.DataFrame:
    """Claims of one topic in few documents, with all that comparisons read."""
    rows = draw(st.lists(st.fixed_dictionaries({
        "figure": st.sampled_from([
            "64", "65", "60", "640", "about 65", "50–70", "at least 60", "at most 62", "1,234",
            "1,243", "12,340", "0", "no data available",
        ]),
        "as_of": st.sampled_from(TIMES),
        "source_id": st.sampled_from("abcd"),
        "origin_id": st.sampled_from(["", "", "a", "x"]),
        "stance": st.sampled_from(["asserts", "asserts", "reports", "disputes"]),
        "scope": st.sampled_from(["", "", "", "abroad"]),
    }), min_size=2, max_size=most))  # fmt: skip
    measure = draw(st.sampled_from(MEASURES))
    return claims_table(pd.DataFrame(rows), measure=measure)


@settings(max_examples=25)
@given(claims())
def test_relations_are_the_same_one_by_one_and_all_at_once(drawn: pd.DataFrame) -> None:
    """Scalars and vectors go through the same arithmetic."""
    dossier, constants = Dossier.of(drawn), Settings()
    read = read_claims(dossier.claims, dossier.sources, constants)
    figures = Figures.of(read.table)
    left, right = (rows.astype(np.int64) for rows in np.triu_indices(len(drawn), 1))
    together = compare(figures, left, right, read.origins, constants)

    for pair in range(len(left)):
        alone = compare(
            figures, left[pair : pair + 1], right[pair : pair + 1], read.origins, constants
        )
        backwards = compare(
            figures, right[pair : pair + 1], left[pair : pair + 1], read.origins, constants
        )
        for name, values in together.items():
            np.testing.assert_array_equal(alone[name][0], values[pair], name)
            if not name.endswith("_row"):
                np.testing.assert_array_equal(backwards[name][0], values[pair], name)


@settings(max_examples=25)
@given(claims())
def test_pairs_that_meet_have_no_severity_and_conflicts_have_one(drawn: pd.DataFrame) -> None:
    """Level and severity never tell two stories."""
    result = reconcile(drawn)
    found = result.findings
    apart_names = ["contradiction", "self-contradiction", "order-of-magnitude", "digit-slip"]
    agreeing = ["agreement", "rounding-agreement", "echo", "explained-by-time"]

    assert (found.loc[found["check"].isin(apart_names), "severity"] > 0).all()
    assert (found.loc[found["check"].isin(agreeing), "severity"] == 0).all()
