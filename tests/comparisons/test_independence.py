"""Who stands behind a figure, and which figures are no second confirmation."""

from __future__ import annotations

import pytest
from drawing import assert_as_drawn, judged, names, reconciled

SOURCES = """
    source_id  derived_from
    child      parent
    grand      child
    mixed      parent;uncle
    cousin     mixed
    parent     -
    uncle      -
"""


def test_independent_agreement_and_echo() -> None:
    """An origin counts once, however many documents carry it."""
    drawn = """
        left_by  left_origin  right_by  right_origin  found
        a        -            b         -             agreement
        a        -            a         -             echo
        a        x            b         x             echo
        a        x            b         y             agreement
        a        x            a         y             agreement
        a        x            a         -             echo
        a        -            b         a             echo
        x        -            b         x             echo
        parent   -            child     -             echo
        parent   -            grand     -             echo
        child    -            grand     -             echo
        a        parent       grand     -             echo
        a        grand        b         child         echo
        parent   -            uncle     -             agreement
        mixed    -            parent    -             echo
        mixed    -            uncle     -             echo
        mixed    -            child     -             echo
        cousin   -            uncle     -             echo
        cousin   -            mixed     -             echo
        mixed    -            b         -             agreement
    """

    answered = judged(drawn, sources=SOURCES, left="608", right="608")
    assert_as_drawn(drawn, answered)


def test_only_a_shared_value_makes_an_own_voice_an_echo() -> None:
    """A document may credit one figure and give another for itself."""
    result = reconciled(
        """
        figure  source_id  origin_id  stance
        608     a          x          reports
        999     a          -          asserts
        608     a          -          asserts
        """
    )
    pairs = result.pairs.set_index(["left", "right"])["independent"]

    assert pairs.to_dict() == {("1", "2"): True, ("1", "3"): False, ("3", "2"): False}
    assert names(result, "contradiction", "self-contradiction", "echo") == {
        "contradiction 1;2",
        "echo 1;3",
        "self-contradiction 2;3",
    }


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("a", "", "asserts"), ("a", "", "asserts"), "self-contradiction"),
        (("a", "x", "reports"), ("a", "y", "reports"), "contradiction"),
        (("a", "x", "reports"), ("a", "x", "reports"), "self-contradiction"),
        (("a", "", "reports"), ("a", "", "reports"), "self-contradiction"),
        (("a", "", "asserts"), ("a", "x", "reports"), "contradiction"),
        (("a", "x", "reports"), ("b", "x", "reports"), "contradiction"),
        (("a", "", "asserts"), ("b", "", "asserts"), "contradiction"),
    ],
)
def test_a_document_contradicts_itself_in_its_own_voice_or_from_one_origin(
    left: tuple[str, str, str], right: tuple[str, str, str], found: str
) -> None:
    """Reporting two others who contradict each other is no self-contradiction."""
    rows = "\n".join(
        f"{figure}  {by}  {origin or '-'}  {stance}"
        for figure, (by, origin, stance) in zip(("114,586", "150,000"), (left, right), strict=True)
    )
    result = reconciled(f"figure  source_id  origin_id  stance\n{rows}")

    assert names(result, "contradiction", "self-contradiction") == {f"{found} 1;2"}


@pytest.mark.parametrize(
    ("drawn", "echoes"),
    [
        (
            """
            figure  source_id  origin_id  stance
            608     council    -          asserts
            608     portal     council    reports
            608     portal     -          asserts
            """,
            {"1;2", "1;3", "2;3"},
        ),
        (
            """
            figure   source_id  origin_id  stance
            608      council    -          asserts
            608      portal     council    reports
            600–700  portal     police     reports
            650      portal     -          asserts
            """,
            {"1;2", "3;4"},
        ),
        (
            """
            figure  source_id  origin_id  stance
            608     council    -          asserts
            608     portal     council    disputes
            608     portal     -          asserts
            """,
            set(),
        ),
    ],
)
def test_an_own_voice_confirms_nobody_whose_figure_its_document_repeats(
    drawn: str, echoes: set[str]
) -> None:
    """The portal has the figure from the council, and says it once more for itself."""
    assert names(reconciled(drawn), "echo") == {f"echo {pair}" for pair in echoes}


def test_a_copy_of_several_confirms_nobody_from_whom_they_have_their_figures() -> None:
    """The site copies two papers; one of them copies the agency, which credits the police."""
    result = reconciled(
        """
        figure  source_id  origin_id
        608     police     -
        608     tribune    -
        608     agency     police
        900     herald     agency
        608     site       -
        900     rival      -
        """,
        sources="""
        source_id  derived_from
        tribune    agency
        herald     -
        site       tribune;herald
        """,
    )

    assert names(result, "agreement") == {"agreement 4;6"}
    assert not result.claims.set_index("claim_id")["voted"]["5"]


def test_dependence_never_hides_a_conflict() -> None:
    """Whether one is derived from the other is a flag beside the relation."""
    drawn = """
        left_by  right_by  left  right  found
        parent   child     608   700    contradiction
        parent   mixed     608   700    contradiction
    """

    assert_as_drawn(drawn, judged(drawn, sources=SOURCES))


COPYING = """
    source_id  derived_from
    portal     tv
    second     portal
    mixed      tv;radio
    tv         -
    radio      -
"""


def test_a_copy_belongs_to_the_origin_that_its_parent_credits() -> None:
    """The portal copies the channel, and the channel has the figure from the ministry."""
    drawn = """
        left_by  left_origin  right_by  right_origin  found
        tv       ministry     portal    -             echo
        tv       ministry     portal    tv            echo
        tv       ministry     second    -             echo
        tv       ministry     mixed     -             agreement
        tv       ministry     ministry  -             echo
        tv       ministry     b         ministry      echo
        tv       ministry     portal    police        agreement
        tv       ministry     b         -             agreement
    """

    assert_as_drawn(drawn, judged(drawn, sources=COPYING, left="187", right="187"))


@pytest.mark.parametrize(
    ("drawn", "origins"),
    [
        (
            """
            figure  source_id  origin_id
            187     tv         ministry
            187     second     -
            190     portal     -
            """,
            ["ministry", "ministry", "ministry"],
        ),
        (
            """
            figure  source_id  origin_id
            187     tv         ministry
            150     tv         police
            150     portal     -
            140     portal     -
            """,
            ["ministry", "police", "police", "tv"],
        ),
        (
            """
            figure  source_id  origin_id
            187     tv         ministry
            150     tv         -
            150     portal     -
            187     portal     -
            """,
            ["ministry", "tv", "tv", "ministry"],
        ),
        (
            """
            figure  source_id  origin_id
            187     tv         agency
            187     agency     ministry
            187     portal     -
            """,
            ["ministry", "ministry", "ministry"],
        ),
        (
            """
            figure  source_id  origin_id  measure
            187     tv         ministry   deaths
            187     portal     -          injured
            """,
            ["ministry", "tv"],
        ),
        (
            """
            figure  source_id  origin_id
            187     tv         radio
            187     radio      tv
            187     portal     -
            """,
            ["radio", "tv", "tv"],
        ),
    ],
)
def test_who_stands_behind_a_copy_is_looked_up_in_its_quantity(
    drawn: str, origins: list[str]
) -> None:
    """Where the parent credits several, the copy goes with the one whose figure it repeats."""
    result = reconciled(drawn, sources=COPYING)

    assert result.claims["origin"].tolist() == origins
    assert result.quantities["origins"].tolist() == [
        len(set(group)) for _, group in result.claims.groupby("quantity_id")["origin"]
    ]
