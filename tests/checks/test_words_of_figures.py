"""What findings say of figures: true of the two, and in the unit that they stand in."""

from __future__ import annotations

import pytest
from drawing import reconciled


def _message(drawn: str, check: str, **shared: str) -> str:
    found = reconciled(drawn, **shared).findings.set_index("check")["message"]
    return str(found[check])


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("9,713,655", "9.7 million", "agree once rounding is allowed for"),
        ("about 9.7 million", "9,713,655", "agree once rounding is allowed for"),
        ("about 124", "133", "agree once the hedge is allowed for"),
        ("101 ± 5", "109", "agree once the margin is allowed for"),
        ("101 ± 5", "about 121", "agree once the hedge and the margin are allowed for"),
        ("101–109", "109.4", "agree once rounding is allowed for"),
    ],
)
def test_an_agreement_names_what_it_rests_on(left: str, right: str, words: str) -> None:
    """Rounding makes two figures one; “about” and a margin only let them be one."""
    drawn = f"figure  source_id\n{left}  a\n{right}  b"

    assert words in _message(drawn, "rounding-agreement")


@pytest.mark.parametrize(
    ("left", "right", "unit", "words"),
    [
        ("none", "63", "people", ": 63 against zero, which no factor bridges"),
        ("−3.2", "2.1", "EUR", ": −3.2 and 2.1 have opposite signs, which no factor bridges"),
        ("4", "63", "people", ": 63 is 15.8 times 4, an order of magnitude or more"),
    ],
)
def test_no_ratio_is_told_where_there_is_none(left: str, right: str, unit: str, words: str) -> None:
    """Nothing times anything is nothing."""
    drawn = f"figure  source_id\n{left}  a\n{right}  b"

    assert f"{words}; compared" in _message(drawn, "order-of-magnitude", unit=unit)


@pytest.mark.parametrize(
    ("parts", "complete", "words"),
    [
        (("703.1 ha", "804.2 ha"), "yes", "add up to 15.073 km², not to “14.01 km²”"),
        (("1,507.3 ha",), "yes", "adds up to 15.073 km², not to “14.01 km²”"),
        (("703.1 ha", "804.2 ha"), "no", "come to 15.073 km², more than “14.01 km²”"),
        (("1,507.3 ha",), "no", "comes to 15.073 km², more than “14.01 km²”"),
    ],
)
def test_parts_are_added_in_the_unit_of_their_whole(
    parts: tuple[str, ...], complete: str, words: str
) -> None:
    """Hectares are no square kilometres, and one part is one."""
    claims = "\n".join(f"p{n}  part {n}  {part}  ha  a" for n, part in enumerate(parts))
    totals = "\n".join(f"t  w  p{n}  {complete}" for n in range(len(parts)))
    result = reconciled(
        f"claim_id  subject  figure  unit  source_id\nw  whole  14.01 km²  km²  a\n{claims}",
        totals=f"total_id  whole  part  complete\n{totals}",
        measure="area",
    )

    assert words in result.findings.loc[0, "message"]
    assert "possible: parts 15.07" in result.findings.loc[0, "arithmetic"]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (("5 mg", "mg"), ("0.005 g", "g"), "share a value: 0.005 g"),
        (("1.302 pc", "pc"), ("4.2465 ly", "ly"), "both leave 4.24645–4.24655 light-year possible"),
        (("7", "mg"), ("5", "mg"), "7 is 1.4 times 5, and"),
        (("7 mg", "mg"), ("0.005 g", "mg"), "7 mg is 1.4 times 5 mg, and"),
        (("7%", "percent"), ("5%", "percent"), "7 is 1.4 times 5, and"),
        (("0.007 g", "g"), ("5 mg", "mg"), "0.007 g is 1.4 times 0.005 g, and"),
        (("1276", "date"), ("12 May 1276", "date"), "share a value: 1276-05-12"),
    ],
)
def test_converted_figures_have_their_unit(
    left: tuple[str, str], right: tuple[str, str], words: str
) -> None:
    """“5 mg” and “0.005 g” share a value of 5 what?"""
    drawn = f"figure  unit  source_id\n{'  '.join(left)}  a\n{'  '.join(right)}  b"

    assert words in reconciled(drawn, measure="dose").findings.loc[0, "message"]


@pytest.mark.parametrize(
    ("figure", "method", "words"),
    [
        ("36,676,818", "sum", "has 8 significant digits on a figure by sum, more than it can know"),
        ("73.04 ± 1.04", "-", "is written to 0.01, where its margin is 1.04"),
        ("36,676,818 ± 901", "survey", "is written to 1, where its margin is 901"),
    ],
)
def test_false_precision_is_held_to_the_method_or_to_the_margin(
    figure: str, method: str, words: str
) -> None:
    """Four digits are not too many as such."""
    drawn = f"figure  method  source_id\n{figure}  {method}  a"

    assert _message(drawn, "false-precision").endswith(words)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("30–95", "spans a factor of 3.17: too wide to use"),
        ("0–5", "starts at zero: too wide to use"),
        ("−3 to 5", "lies on both sides of zero: too wide to use"),
    ],
)
def test_a_range_tells_its_breadth(figure: str, words: str) -> None:
    """No factor leads from zero to five."""
    drawn = f"figure  source_id\n{figure}  a"

    assert _message(drawn, "wide-range", unit="EUR").endswith(words)


def test_parts_of_nothing_are_told_without_a_factor() -> None:
    """Nor from zero to what its parts come to."""
    message = _message(
        "claim_id  figure  place  source_id\nw  0  -  a\np  12  north  a\nq  7  south  a",
        "sum-mismatch",
        totals="total_id  whole  part  complete\nt  w  p  yes\nt  w  q  yes",
    )

    assert message.endswith("not to “0” people (a, undated)")


def test_a_part_that_is_open_below_adds_up_from_nothing() -> None:
    """What is not known may be none."""
    message = _message(
        "claim_id  figure   place  source_id\n"
        "w         101      -      a\n"
        "p         120      north  a\n"
        "q         unknown  south  a",
        "sum-mismatch",
        totals="total_id  whole  part  complete\nt  w  p  yes\nt  w  q  yes",
    )

    assert "add up to 120 or more people, not to “101”" in message


def test_a_profit_after_a_loss_is_that_of_its_own_year() -> None:
    """Opposite signs have no rates that could be near each other."""
    drawn = "figure  as_of  source_id\n−5  2019  a\n3  2020  b"

    assert _message(drawn, "explained-by-time", measure="net profit", unit="EUR").endswith(
        "−5 and 3 have opposite signs over periods of 1 year each; each is that of its own period"
    )
