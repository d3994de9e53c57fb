"""No estimate is better than one that nobody said: each refusal, and the case beside it."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.consensus.estimate import ESTIMATORS, errors_from_intervals, estimate
from claimcheck.consensus.estimators.registry import Input
from claimcheck.errors import RefusedError, UnknownNameError

INF = np.inf
ON_INTERVALS = [
    name
    for name, entry in ESTIMATORS.items()
    if entry.takes is not Input.VALUES and not entry.describes
]
ON_VALUES = [
    name
    for name, entry in ESTIMATORS.items()
    if entry.takes is Input.VALUES and not entry.describes
]


@pytest.mark.parametrize("method", ON_INTERVALS)
def test_two_camps_get_no_estimate_from_any_method(method: str) -> None:
    """5-10 and 50 are never 27: nobody said anything like it."""
    found = estimate([5, 6, 50, 51], [10, 9, 50, 55], method=method)

    assert found.refused
    assert "2 camps (5 to 10; 50 to 55)" in found.refusals[0]
    assert (found.estimate, found.lower, found.upper, found.spread) == (None, None, None, None)


@pytest.mark.parametrize("method", ON_INTERVALS)
def test_a_majority_gets_an_estimate_from_every_method(method: str) -> None:
    """Three of four share a value; the fourth dissents by no power of ten."""
    found = estimate([5, 6, 7, 23], [10, 9, 8, 25], method=method)

    assert not found.refused
    assert found.lower is not None
    assert found.upper is not None


@pytest.mark.parametrize("method", ON_INTERVALS)
def test_one_origin_is_reported_and_not_corroborated(method: str) -> None:
    """Three documents that quote one register are one voice."""
    quoted = estimate([5, 6, 7], [10, 9, 8], method=method, origins=["register"] * 3)
    alone = estimate([5], [10], method=method)

    assert quoted.refusals == alone.refusals
    assert quoted.refusals == ("one origin: reported, not corroborated",)


def test_an_origin_has_one_vote_however_often_it_speaks() -> None:
    """Three repetitions of 50 against two independent sources of 8 are a minority."""
    low, high = [50, 50, 50, 8, 8], [50, 50, 50, 8, 8]

    counted = estimate(low, high, method="marzullo")
    fair = estimate(low, high, method="marzullo", origins=["a", "a", "a", "b", "c"])

    assert (counted.lower, counted.upper) == (50, 50)
    assert (fair.lower, fair.upper) == (8, 8)
    assert fair.diagnostics["votes"] == 3


def test_an_origin_with_several_figures_votes_for_each_of_them_once() -> None:
    """What any of its figures leaves possible, it leaves possible: depth 2 of 2 at 8."""
    found = estimate([8, 50, 7], [8, 50, 9], method="marzullo", origins=["a", "a", "b"])

    assert (found.lower, found.upper) == (8, 8)
    with pytest.raises(RefusedError, match="several figures that share nothing"):
        estimate([8, 50, 7], [8, 50, 9], method="ntp_intersection", origins=["a", "a", "b"])


@pytest.mark.parametrize("method", [*ON_INTERVALS, "p_box", "camps"])
def test_mixed_scopes_are_refused_by_every_method(method: str) -> None:
    """Residents and citizens are two quantities; no formula makes them one."""
    scopes = ["citizens", "residents", "citizens"]

    mixed = estimate([5, 6, 7], [10, 9, 8], method=method, scopes=scopes)
    single = estimate([5, 6, 7], [10, 9, 8], method=method, scopes=["citizens"] * 3)

    assert mixed.refusals == ("mixed scopes: citizens, residents",)
    assert not single.refused


def test_a_missing_scope_is_the_plain_reading() -> None:
    """None, an empty cell and an empty text say the same: nothing special."""
    found = estimate([5, 6, 7], [10, 9, 8], method="marzullo", scopes=[None, "", np.nan])

    assert not found.refused


@pytest.mark.parametrize("method", ["marzullo", "interval_median", "turnbull"])
def test_bounds_on_one_side_give_bounds_and_no_estimate(method: str) -> None:
    """At least 5 and at least 8 say at least 8, and nothing about how many."""
    found = estimate([5, 8, 6], [INF, INF, INF], method=method)

    assert found.refusals == ("only one-sided bounds: at least 8",)


def test_bounds_that_contradict_each_other_say_so() -> None:
    """More than 60 and fewer than 40 leave nothing."""
    found = estimate([60, -INF], [INF, 40], method="marzullo")

    assert "which contradict each other" in found.refusals[0]


def test_one_bounded_figure_among_bounds_is_enough_to_answer() -> None:
    """8 exactly, with two bounds that allow it, is agreement."""
    found = estimate([5, 8, -INF], [INF, 8, 9], method="marzullo")

    assert found.lower == found.upper == 8


def test_a_slip_that_decides_the_majority_is_refused() -> None:
    """Two of three say 80, the third 8: one zero moved turns the vote around."""
    found = estimate([8, 80, 80], [8, 80, 80], method="marzullo")

    assert found.refusals == ("a slip decides the majority: 80 and 8 stand in a power of ten",)


def test_a_slip_that_decides_nothing_is_no_reason_to_refuse() -> None:
    """Without any one of the three the other two still outvote the dissenter."""
    found = estimate([8, 80, 80, 80], [8, 80, 80, 80], method="marzullo")

    assert found.lower == found.upper == 80


def test_a_dissenter_at_no_power_of_ten_is_no_slip() -> None:
    """9 against 80 is a dissent, and the majority stands."""
    assert not estimate([9, 80, 80], [9, 80, 80], method="marzullo").refused


@pytest.mark.parametrize("method", ON_VALUES)
def test_fewer_than_three_origins_with_errors_are_not_pooled(method: str) -> None:
    """10 ± 4 and 30 ± 5 give an interval from -107 to 147: the method itself says refuse."""
    two = estimate(method=method, values=[10, 11], errors=[1, 1])
    three = estimate(method=method, values=[10, 11, 10.5], errors=[1, 1, 1])

    assert "2 origin(s) with stated errors, 3 needed" in two.refusals
    assert not three.refused
    assert three.estimate == pytest.approx(10.5, abs=0.2)


@pytest.mark.parametrize("method", ["dersimonian_laird", "paule_mandel", "reml"])
def test_a_prediction_over_a_factor_of_ten_is_refused(method: str) -> None:
    """An interval from nothing to everything is no answer."""
    found = estimate(method=method, values=[10, 25, 60], errors=[9, 12, 24])
    near = estimate(method=method, values=[100, 102, 105], errors=[3, 4, 3])

    assert any("prediction interval" in reason for reason in found.refusals)
    assert found.estimate is None
    assert not near.refused
    assert near.spread is not None
    assert "modified Hartung-Knapp" in near.spread.name


@pytest.mark.parametrize("method", ON_VALUES)
def test_two_camps_of_measured_values_are_refused(method: str) -> None:
    """Two laboratories at 10 and two at 30 have no mean."""
    found = estimate(method=method, values=[10, 10.1, 30, 30.1], errors=[0.1] * 4)

    assert "two camps with two figures or more each" in found.refusals
    assert found.estimate is None
    assert found.weights == ()


def test_no_error_is_ever_made_up_from_a_range() -> None:
    """A range has no level; a method that needs errors is not applied without them."""
    with pytest.raises(RefusedError, match="needs values with standard errors"):
        estimate([5, 6, 7], [10, 9, 8], method="reml")
    with pytest.raises(RefusedError, match="only an error that a source states"):
        estimate(method="reml", values=[5, 6, 7], errors=[1, 0, 1])


def test_a_stated_interval_gives_an_error_and_says_how() -> None:
    """95 % from 8.04 to 11.96 is 10 ± 1; the level is the source's."""
    found = errors_from_intervals([8.04], [11.96], level=0.95)
    wider = errors_from_intervals([8.04], [11.96], level=0.99)
    few = errors_from_intervals([8.04], [11.96], level=0.95, degrees=4)

    assert found.errors[0] == pytest.approx(1.0, rel=1e-4)
    assert found.centres[0] == pytest.approx(10.0)
    assert wider.errors[0] < found.errors[0]
    assert few.errors[0] < found.errors[0]
    assert "0.95 intervals" in found.note


@pytest.mark.parametrize(("low", "high"), [([5], [5]), ([5], [INF])])
def test_a_point_or_an_open_range_gives_no_error(low: list[float], high: list[float]) -> None:
    """Neither states how sure it is."""
    with pytest.raises(RefusedError, match="open or a point"):
        errors_from_intervals(low, high)


def test_values_of_one_origin_are_not_pooled_as_if_independent() -> None:
    """Three readings of one register have one error."""
    with pytest.raises(RefusedError, match="not independent"):
        estimate(method="reml", values=[5, 6, 7], errors=[1, 1, 1], origins=["a", "a", "b"])


def test_an_unknown_method_names_the_nearest() -> None:
    """A typing error should not send anyone to the source."""
    with pytest.raises(UnknownNameError, match="did you mean marzullo"):
        estimate([1], [2], method="marzulo")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ([], [], "shape"),
        ([5], [4], "exceeds upper end"),
        ([np.nan], [4], "NaN"),
        ([5, 6], [7], "lower ends"),
    ],
)
def test_what_is_no_interval_is_refused_by_name(
    low: list[float], high: list[float], words: str
) -> None:
    """An error names the value, not only the rule."""
    with pytest.raises(RefusedError, match=words):
        estimate(low, high, method="marzullo")


@pytest.mark.parametrize("method", ["camps", "p_box"])
def test_descriptions_show_a_conflict_instead_of_refusing_it(method: str) -> None:
    """Camps and spreads are what there is to say of a conflict."""
    found = estimate([5, 6, 50, 51], [10, 9, 50, 55], method=method)

    assert not found.refused
    assert found.estimate is None


def test_an_estimate_reads_as_text() -> None:
    """A notebook shows numbers, reasons and notes, one a line."""
    text = str(estimate([5, 50], [10, 50], method="interval_median"))

    assert text.splitlines()[0] == "interval_median: no estimate"
    assert "  refused: no value is shared" in text


@pytest.mark.parametrize("method", ["reml", "marzullo"])
def test_an_option_that_a_method_does_not_take_is_refused_with_those_that_it_takes(
    method: str,
) -> None:
    """``log=True`` is what many try first."""
    with pytest.raises(UnknownNameError, match="takes no option 'log'"):
        estimate([5, 6, 7], [7, 8, 9], method=method, values=[5, 6, 7], errors=[1] * 3, log=True)


def test_the_options_of_a_method_are_told_where_one_is_not_among_them() -> None:
    """The mend stands in the hint."""
    with pytest.raises(UnknownNameError, match="it takes faulty"):
        estimate([5, 6, 7], [7, 8, 9], method="brooks_iyengar", fault=1)
