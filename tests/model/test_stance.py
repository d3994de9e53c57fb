"""Words for a stance."""

from __future__ import annotations

import pytest

from claimcheck.errors import UnknownStanceError
from claimcheck.model.stance import Stance


@pytest.mark.parametrize(
    ("word", "stance"),
    [
        ("asserts", Stance.ASSERTS),
        ("Supports", Stance.ASSERTS),
        ("agree", Stance.ASSERTS),
        ("reports", Stance.REPORTS),
        ("discuss", Stance.REPORTS),
        (" COMMENT ", Stance.REPORTS),
        ("query", Stance.DISPUTES),
        ("disputes", Stance.DISPUTES),
        ("refutes", Stance.DENIES),
        ("deny", Stance.DENIES),
        ("disagree", Stance.DENIES),
    ],
)
def test_synonyms_name_the_four_stances_in_any_case(word: str, stance: Stance) -> None:
    """Other data sets speak of supporting, discussing, querying and refuting."""
    assert Stance.parse(word) is stance


def test_only_asserts_and_reports_vote() -> None:
    """A figure that is doubted is no evidence for itself."""
    assert [stance.votes for stance in Stance] == [True, True, False, False]


def test_an_unknown_stance_is_refused_with_the_nearest_and_all_that_are_allowed() -> None:
    """A typing error is mended at a glance."""
    with pytest.raises(UnknownStanceError, match=r"did you mean denies\?") as caught:
        Stance.parse("denise")

    assert all(stance in caught.value.hint for stance in Stance)


def test_a_word_like_no_stance_is_refused_without_a_guess() -> None:
    """A far-fetched guess would mislead."""
    with pytest.raises(UnknownStanceError) as caught:
        Stance.parse("42")

    assert caught.value.hint == "allowed: asserts, reports, disputes, denies"
