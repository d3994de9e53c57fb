"""Figures on one axis, drawn where no script runs."""

from __future__ import annotations

import math

import pytest

from claimcheck.reports.document import Card, Span, Statement
from claimcheck.reports.tracks import drawing

INF, NAN = math.inf, math.nan


def card(*spans: Span | None) -> Card:
    """A card of figures with those values."""
    said = tuple(Statement(claim_id="a", figure="", who="", span=span) for span in spans)
    return Card(finding_id="f", check="c", level="conflict", title="t", statements=said)


def span(low: float, high: float, best: float = NAN, *, is_day: bool = False) -> Span:
    """A figure of which only what is said is possible."""
    return Span(said=(low, high), best=best, possible=(low, high), is_day=is_day)


def test_figures_stand_on_the_axis_in_their_order() -> None:
    """The least is to the left of the greatest, and both have room for their marks."""
    drawn = drawing(card(span(40, 40), span(10, 20), span(100, 100)))

    assert drawn is not None
    point, bar, last = drawn.tracks
    assert (bar.said[0], last.mark) == (6, 94)
    assert bar.said[0] + bar.said[1] < point.mark < last.mark
    assert point.said is None
    assert bar.mark is None


def test_an_open_end_reaches_the_edge() -> None:
    """Nobody said where it ends."""
    drawn = drawing(card(span(5, INF), span(-INF, 8)))

    above, below = drawn.tracks
    assert (above.is_open, above.said) == ((False, True), (6, 94))
    assert (below.is_open, below.said) == ((True, False), (0, 94))


def test_a_best_value_is_marked_within_its_range() -> None:
    """A centre with its interval."""
    (track,) = drawing(card(span(0, 10, best=5))).tracks

    assert (track.said, track.mark) == ((6, 88), 50)


@pytest.mark.parametrize(
    ("low", "high", "is_log", "words"),
    [
        (4_000_000, 12_000_000, False, ["4M", "6M", "8M", "10M", "12M"]),
        (1_000, 50_000, True, ["1K", "3K", "10K", "30K"]),
        (-5, 50, False, ["0", "20", "40"]),
        (0.5, 0.9, False, ["0.5", "0.6", "0.7", "0.8", "0.9"]),
        (1_000_000.1, 1_000_000.5, False, [f"1,000,000.{digit}" for digit in range(1, 6)]),
    ],
)
def test_ticks_are_round_and_told_apart(
    low: float,
    high: float,
    is_log: bool,  # noqa: FBT001 - a column of the table above
    words: list[str],
) -> None:
    """From a factor of ten on the axis is logarithmic, where all is positive."""
    drawn = drawing(card(span(low, low), span(high, high)))

    assert drawn.is_log == is_log
    assert [word for _, word in drawn.ticks] == words


def test_days_are_told_as_days_and_never_on_a_logarithmic_axis() -> None:
    """Long stretches by their years."""
    short = drawing(card(span(727_354, 727_354, is_day=True), span(727_400, 727_400, is_day=True)))
    long = drawing(card(span(1_000, 1_000, is_day=True), span(727_400, 727_400, is_day=True)))

    assert next(word for _, word in short.ticks) == "1992-06-11"
    assert all(len(word) == 4 for _, word in long.ticks)
    assert not long.is_log


def test_one_value_alone_and_no_value_at_all_can_be_drawn() -> None:
    """A card of one figure has an axis around it; one of none has no axis."""
    assert drawing(card(span(0, 0), None)).tracks[1] is None
    assert drawing(card(None, None)) is None
    assert drawing(card(span(-INF, INF))) is None
