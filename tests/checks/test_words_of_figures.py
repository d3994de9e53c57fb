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
