"""What stands beside a number: times, remarks, further figures, other readings."""

from __future__ import annotations

import pytest

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import parse_figure
from claimcheck.values.figure import FigureKind


@pytest.mark.parametrize(
    ("phrase", "as_of"),
    [
        ("284,761 (2002)", "2002"),
        ("284,761(2002)", "2002"),
        ("603,070 (Census 2010)", "2010"),
        ("45,000 (as of May 2019)", "2019-05"),
        ("45,000 in 2019", "2019"),
        ("In 2010, 5 million", "2010"),
        ("2019 est. 45,000", "2019"),
        ("45,000 (2010–2015)", "2010/2015"),
        ("45,000 (1990s)", "199X"),
    ],
)
def test_a_year_beside_a_number_is_its_time(phrase: str, as_of: str) -> None:
    """It is neither a second figure nor an uncertainty."""
    figure = parse_figure(phrase)

    assert figure.as_of is not None
    assert figure.as_of.text == as_of
    assert figure.is_point


@pytest.mark.parametrize(
    ("phrase", "remark"),
    [
        ("20,982,665[citation needed]", "citation needed"),
        ("5 million (disputed)", "disputed"),
        ("5 million (claimed by the government)", "claimed by the government"),
        ("another 5,000", "increment"),
        ("an additional 20%", "increment"),
        ("603,070 (Census 2010)", "census"),
        ("20th", "ordinal"),
    ],
)
def test_remarks_are_kept_for_the_checks(phrase: str, remark: str) -> None:
    """A disputed figure and a rise are no plain figures."""
    assert remark in parse_figure(phrase).annotations


def test_footnote_marks_are_no_remarks() -> None:
    """They point elsewhere and say nothing."""
    figure = parse_figure("500,000[4]: 3 –1,000,000+[4]: 3 [5][6]")

    assert figure.annotations == ()
    assert figure.lower == 500_000


def test_further_figures_are_parts() -> None:
    """The first one is the claim."""
    figure = parse_figure("about 30-35 million people, only 10,180,770 of which")

    assert (figure.lower, figure.upper) == (30e6, 35e6)
    assert [part.best for part in figure.parts] == [10_180_770]


@pytest.mark.parametrize(
    ("phrase", "value", "other"),
    [
        ("1.400", 1.4, 1400),
        ("70.000", 70_000, 70),
        ("1m", 1, 1e6),
        ("1.2m", 1.2e6, 1.2),
        ("(12)", -12, 12),
        ("5 mil", 5e6, 5000),
    ],
)
def test_two_readings_are_both_kept(phrase: str, value: float, other: float) -> None:
    """Nothing is guessed in silence."""
    figure = parse_figure(phrase)

    assert figure.lower == pytest.approx(value)
    assert [reading.lower for reading in figure.ambiguous] == pytest.approx([other])


@pytest.mark.parametrize(
    ("phrase", "options"),
    [
        ("1.400", {"lang": "de"}),
        ("1.400", {"decimal": ","}),
        ("1.400 – 1.234.567", {}),
        ("£1m", {}),
        ("5m people", {}),
        ("5m", {"unit": "people"}),
    ],
)
def test_language_unit_or_the_rest_of_the_phrase_settle_it(
    phrase: str, options: dict[str, str]
) -> None:
    """One reading is left."""
    assert parse_figure(phrase, **options).ambiguous == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "", "abc", "a lot", "more than", "between 5", "10 to 5", "5.5.5", "1,2,3", "1,23,4",
        "12abc34", "H5N1", "5 x 10", "5+3", "5/0", "24/7", "3:1", "10:30", "1/2/2020", "10-20-30",
        "two, three", "5 and 10", "5 (", "5)", "1,500–2,000 million", "9" * 400, "5 kg to 10 miles",
        "5 5 5", "$5 to €6",
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_sure_is_refused(phrase: str) -> None:
    """A refusal is better than a wrong figure."""
    with pytest.raises(FigureSyntaxError):
        parse_figure(phrase)


def test_a_refusal_underlines_what_it_could_not_read() -> None:
    """The places are those of the phrase as given, invisible signs and all."""
    with pytest.raises(FigureSyntaxError) as caught:
        parse_figure("\u200b5\u200b and 10")

    assert caught.value.text[caught.value.start : caught.value.end] == "and"
    assert "second number" in caught.value.problem


def test_a_hedge_in_brackets_is_a_hedge() -> None:
    """Before and behind, "(est.)" says the same."""
    assert parse_figure("45,000 (est.)").kind is FigureKind.APPROXIMATE
