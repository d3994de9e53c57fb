"""Slips of the pen between two figures that contradict each other."""

from __future__ import annotations

import pytest
from drawing import assert_as_drawn, judged


def test_slips_are_named_most_specific_first() -> None:
    """Powers of ten, then units, then digits, then the mere ratio."""
    drawn = """
        unit    left             right               found
        people  1,250            125,000             magnitude-slip
        people  1,250            131,000             order-of-magnitude
        people  1,251            12,510              magnitude-slip
        people  12               12,000              magnitude-slip
        people  12               12 million          magnitude-slip
        people  12               1,200,000           magnitude-slip
        people  1.2              12 crore            order-of-magnitude
        people  12               12 crore            magnitude-slip
        people  12               120,000             order-of-magnitude
        people  about 5,000      50,000              magnitude-slip
        people  about 5,000      56,000              order-of-magnitude
        people  5–10 million     50–100 million      magnitude-slip
        people  5–10 million     50–90 million       contradiction
        people  5–10 million     50 million          contradiction
        people  at least 5,001   400                 order-of-magnitude
        people  284,761          248,761             digit-slip
        people  284,761          284,781             digit-slip
        people  284,761          28,476              digit-slip
        people  284,761          24,761              digit-slip
        people  284,761          84,761              digit-slip
        people  4,132            1,432               digit-slip
        people  413              431                 contradiction
        people  about 284,761    about 484,761       digit-slip
        km      6,650            4,132               unit-slip
        km      6,650            4,130               unit-slip
        km      6,650            4,500               contradiction
        km      5–7              8–11                contradiction
    """

    answered = judged(drawn, measure="length")
    assert_as_drawn(drawn, answered)


def test_units_slip_within_every_dimension() -> None:
    """The same number read in the other unit of its dimension."""
    drawn = """
        unit   measure   left   right  found
        ha     area      1,012  2,501  unit-slip
        mbar   pressure  29.92  1013   unit-slip
        km     length    1,609  1,000  unit-slip
        m      height    1,000  3,281  unit-slip
        kg     mass      1,002  2,209  unit-slip
        people  count     1,609  1,000  contradiction
        km     depth     8.6    about 10   contradiction
        km     depth     86.2   about 100  contradiction
        km     depth     1,609  1,000      unit-slip
        t      mass      90.1   91.6       unit-slip
    """

    assert_as_drawn(drawn, judged(drawn))


def test_a_number_under_two_units_is_a_unit_slip() -> None:
    """4,132 km and 4,132 miles cannot both be; converted, they stand in the factor of the two."""
    drawn = """
        left         left_unit  right        right_unit  found
        4,132        km         4,132        miles       unit-slip
        6,650        km         4,132        miles       rounding-agreement
        6,650        km         4,350        miles       contradiction
    """

    assert_as_drawn(drawn, judged(drawn, measure="length"))


def test_the_ratio_of_a_magnitude_slip_is_that_of_the_values_that_slipped() -> None:
    """Ranges slip as a whole: their nearest ends would tell another factor."""
    drawn = """
        left            right             found           ratio
        5–10 million    50–100 million    magnitude-slip  10
        1,250           125,000           magnitude-slip  100
        5–10 million    50 million        contradiction   5
    """

    answered = judged(drawn)
    assert_as_drawn(drawn, answered)
    assert answered["ratio"].tolist() == pytest.approx([10, 100, 5])


def test_best_values_that_stand_in_a_power_of_ten_slipped() -> None:
    """A best value speaks for its range."""
    drawn = """
        left_lower  left_best  left_upper  right_lower  right_best  right_upper  left  right  ratio
        400         500        600         4,000        5,000       6,000        -     -      10
    """

    answered = judged(drawn.replace(",", ""))
    assert answered["found"].tolist() == ["magnitude-slip"]
    assert answered["ratio"].tolist() == [10]
