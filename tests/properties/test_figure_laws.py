"""Laws of reading figures: what holds for every phrase, not only for those in the tests."""

from __future__ import annotations

import csv
import json
import math
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing import find_figures, parse_figure
from claimcheck.parsing.brackets import without_footnotes
from claimcheck.parsing.figures import forget, parse_anew, read_whole
from claimcheck.parsing.frames import filled, split
from claimcheck.parsing.quick import read_quickly
from claimcheck.parsing.spelled import read_spelled
from claimcheck.parsing.tokens import clean
from claimcheck.parsing.units import unit_table
from claimcheck.values.asof import AsOf
from claimcheck.values.figure import Figure

DATA = Path(__file__).parent.parent / "parsing" / "data"
LONGEST = 10_000
NOISE_SECONDS = 0.02
QUADRATIC = 16
"""What four times the text takes a reader that is quadratic; a linear one takes 4."""
units = st.sampled_from([None, "people", "USD", "km", "percent", "deputies"])
numbers = st.decimals(
    min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False
).map(float) | st.integers(-(10**12), 10**12).map(float)
positive = st.integers(1, 10**9)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A figure made from numbers, of any kind."""
    low, high = sorted((draw(numbers), draw(numbers)))
    unit = draw(units)
    day = float(draw(st.integers(1, 3_000_000)))
    made = [
        Figure.exactly(low, unit=unit),
        Figure.about(low, unit=unit),
        Figure.at_least(low, unit=unit),
        Figure.at_most(low, unit=unit),
        Figure.plus_minus(low, abs(high) + 1, unit=unit),
        Figure.between(low, high + 1, unit=unit),
        Figure.missing(),
        Figure.dated(day, day),
        Figure.dated(day, day + 40),
        Figure.dated(-math.inf, day),
        Figure.dated(day, math.inf),
    ]
    return draw(st.sampled_from(made))


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """A phrase of a common shape: a number or a range, with a scale and a unit or without."""
    low = draw(positive)
    form = draw(st.sampled_from(["{:,}", "{}"]))
    number = form.format(low)
    if draw(st.booleans()):
        number += draw(st.sampled_from(["–", " to ", "-"])) + form.format(low + draw(positive))
    scale = draw(st.sampled_from(["", " million", " thousand", " bn"]))
    return number + scale + draw(st.sampled_from(["", "%", " people", " km"]))


@given(figures())
def test_a_figure_that_is_printed_reads_back_as_itself(figure: Figure) -> None:
    """Ends, best, kind, unit and hedge; only how fine it was written is lost."""
    said = parse_figure(str(figure), unit="date" if figure.unit == "date" else None)

    assert said.kind is figure.kind
    assert (said.lower, said.upper) == pytest.approx((figure.lower, figure.upper), rel=1e-12)
    assert (said.best is None) is (figure.best is None)
    assert (said.best or 0) == pytest.approx(figure.best or 0, rel=1e-12)
    assert (said.unit, said.approximate) == (figure.unit, figure.approximate)
    assert said.lower_bound is figure.lower_bound
    assert said.upper_bound is figure.upper_bound


def _read(phrase: str) -> Figure | None:
    try:
        return parse_figure(phrase)
    except FigureSyntaxError:
        return None


@given(phrases(), st.sampled_from(["about", "some", "nearly", "an estimated", "c.", "~"]))
def test_a_hedge_never_narrows(phrase: str, hedge: str) -> None:
    """It says less, so nothing that was possible is ruled out, and nothing new refused."""
    plain, hedged = _read(phrase), _read(f"{hedge} {phrase}")

    assert (plain is None) == (hedged is None)
    if plain is not None and hedged is not None:
        assert hedged.lower <= plain.lower
        assert plain.upper <= hedged.upper
        assert hedged.approximate


@given(positive, positive, st.sampled_from(["{}–{}", "{} to {}", "from {} to {}", "{:,} - {:,}"]))
def test_the_ends_of_a_range_are_in_order_or_refused(first: int, second: int, form: str) -> None:
    """Nothing is turned round in silence."""
    phrase = form.format(first, second)
    figure = _read(phrase)

    if first > second:
        assert figure is None
    elif figure is not None and figure.kind == "range":
        assert (figure.lower, figure.upper) == (first, second)


@given(left=st.integers(1, 2000), right=st.integers(1, 999), grouped=st.booleans())
def test_a_scale_is_shared_only_with_a_smaller_and_ungrouped_number(
    left: int, right: int, *, grouped: bool
) -> None:
    """Every other left number stands for itself."""
    figure = parse_figure(f"{left:,}–{right} million" if grouped else f"{left}–{right} million")
    shared = left < right and not (grouped and left >= 1000)

    assert figure.lower == (left * 1e6 if shared else left)
    assert figure.upper == right * 1e6


@given(
    phrases(), st.sampled_from(["", "about ", "over ", "at least ", "up to ", "under ", "$", "~"])
)
def test_the_quick_way_says_what_the_grammar_says(phrase: str, cue: str) -> None:
    """It is a short cut and no second opinion."""
    text = cue + phrase
    quick = read_quickly(text, None)

    if quick is not None:
        slow = read_whole(text, text, lang="en", decimal=None, unit=None)
        assert evolve(slow, text="") == evolve(quick, text="")


QUICK_FORMS = [
    "{a:,}[1] to {b:,}[2][3]", "{a:,}[4] {b:,}", "at least {a:,} to {b:,} people",
    "over {a}–{b} km",
    "up to {a:,}-{b:,}", "under {a} to {b} million", "{b:,} (Census 2010)", "{b:,} (census 1989)",
    "{b:,}[citation needed]", "{b:,} (2010) [disputed]", "2019 est. {b:,}", "1998 est {a:,}–{b:,}",
    "{a}.{b:03.0f}–{b}.{a:03.0f}", "{a}.000–{b}.000", "{a}.000–{b}.125", "± {b:,}", "$ {a:,}–{b:,}",
    "{a:,}–{b:,} million", "{a} - {b},000", "{a}'{b:03.0f}", "1,{a:02.0f},{b:03.0f}",
]  # fmt: skip


@given(
    st.sampled_from(QUICK_FORMS), st.integers(1, 999) | st.integers(1, 10**7), st.integers(1, 999)
)
def test_the_quick_way_says_what_the_grammar_says_of_footnotes_times_and_bounds(
    form: str, a: int, b: int
) -> None:
    """Marks that are taken out never let two numbers run together."""
    text = form.format(a=a, b=b)
    quick = read_quickly(text, None)

    if quick is not None:
        slow = read_whole(text, without_footnotes(text), lang="en", decimal=None, unit=None)
        assert evolve(slow, ambiguous=(), text="") == evolve(quick, ambiguous=(), text="")
        assert len(slow.ambiguous) == len(quick.ambiguous)


SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
JOINTS = ["hundred", "thousand", "million", "and", "a", "twenty-one"]


def spelled(number: int, joint: str, hyphen: str) -> str:
    """A number in English words, with *joint* behind hundreds and *hyphen* behind tens."""
    for power, name in ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")):
        if number >= 10**power:
            many, rest = divmod(number, 10**power)
            last = f"{joint if rest < 100 else ' '}{spelled(rest, joint, hyphen)}" if rest else ""
            return f"{spelled(many, joint, hyphen)} {name}{last}"
    if number >= 100:
        many, rest = divmod(number, 100)
        return f"{SMALL[many]} hundred" + (joint + spelled(rest, joint, hyphen) if rest else "")
    if number >= 20:
        many, rest = divmod(number, 10)
        return TENS[many - 2] + (hyphen + SMALL[rest] if rest else "")
    return SMALL[number]


@given(
    st.integers(1, 10**15 - 1) | st.integers(1, 999) | st.integers(1, 99).map(lambda n: n * 10**6),
    st.sampled_from([" ", " and "]), st.sampled_from([" ", "-"]),
)  # fmt: skip
def test_a_number_in_words_is_what_it_is_in_digits(number: int, joint: str, hyphen: str) -> None:
    """However its words are joined."""
    figure = read_spelled(spelled(number, joint, hyphen), None)

    assert figure is not None
    assert figure.best == number


SPELLED_UNITS = [
    "people", "km", "percent", "US dollars", "voters", "centuries", "years", "second", "seconds",
    "thirds", "halves", "of them", "or more", "dozen", "fold", "mile", "per day", "to go", "score",
    "and a half", "in ten", "million", "-year", "quarters", "point five", "years of age", "gram",
]  # fmt: skip


@given(
    st.lists(
        st.sampled_from([*SMALL, *TENS, *JOINTS]), min_size=1, max_size=6
    ).map(" ".join) | st.builds(
        spelled, st.integers(1, 10**7), st.sampled_from([" ", " and "]), st.sampled_from([" ", "-"])
    ),
    st.sampled_from(["", "", "about", "at least", "Up to", "less than", "some", "from", "minus"]),
    st.sampled_from(["", *SPELLED_UNITS]),
)  # fmt: skip
def test_numbers_in_words_are_what_the_grammar_says(number: str, cue: str, unit: str) -> None:
    """The short way for them is no second opinion."""
    text = f"{cue} {number} {unit}".strip()
    quick = read_spelled(text, None)

    if quick is not None:
        assert read_whole(text, text, lang="en", decimal=None, unit=None) == quick


@pytest.mark.parametrize(
    "form", ["12 {}", "1.5{}", "about 3-7 {}", "90-{}", "2 million {}", "$5 {}"]
)
def test_every_unit_is_what_the_grammar_says(form: str) -> None:
    """However the number before it is written."""
    for alias in unit_table()[0]:
        text = clean(form.format(alias))[0]
        quick = read_quickly(text, None)
        if quick is not None:
            slow = read_whole(text, text, lang="en", decimal=None, unit=None)
            assert evolve(slow, ambiguous=()) == evolve(quick, ambiguous=())


UNITS_OF_FUZZ = [
    "9", "9 ", "1,234,", "1.2.", "(", ")", "[1]", "(a)", "1\u200b", "and ", "one and ", "million ",
    "some ", "5-", "5п٣", "⁵", "half of a ", "between 5 and ", "to 5 ", "m", "kg/", "$", "% ", "-",
    "\u200b", "1990 ", "May 5 ", "a.", "a@", "\n", "×10", "tens of ", "minus ", "± 1 ", "1 in 5 ",
    "sechzig", "один ", "10s of ", "+1 −1 ", "..5", "5·5", "one thousand, ",
    "<a ", "5,",
    'a="', "١٢٣", "𝟙", "。", "'", "5(5)", "e5", ".", ",", "x",
]  # fmt: skip


def _seconds(read: Callable[[str], object], text: str) -> float:
    best = math.inf
    for _ in range(2):
        forget()
        start = time.process_time()
        with suppress(FigureSyntaxError):
            read(text)
        best = min(best, time.process_time() - start)
    return best


def _is_linear(read: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """Whether four times the text takes about four times as long, and never sixteen."""
    short, whole = _seconds(read, text(LONGEST // 4)), _seconds(read, text(LONGEST))
    return whole < QUADRATIC * max(short, NOISE_SECONDS)


@pytest.mark.parametrize("read", [parse_figure, find_figures])
@pytest.mark.parametrize("piece", UNITS_OF_FUZZ)
def test_no_repetition_takes_more_than_linear_time(
    read: Callable[[str], object], piece: str
) -> None:
    """A quadratic reader would need minutes for ten thousand characters."""
    assert _is_linear(read, lambda length: ("5 " + piece * length)[:length])


@settings(max_examples=25)
@given(
    pieces=st.lists(st.sampled_from(UNITS_OF_FUZZ), min_size=1, max_size=6), nested=st.booleans()
)
def test_no_mixture_takes_more_than_linear_time(pieces: list[str], *, nested: bool) -> None:
    """Nested brackets, mixed scripts and invisible signs together."""

    def text(length: int) -> str:
        inside = ("".join(pieces) * length)[: length // 2]
        return f"{'(' * (length // 4)}{inside}{')' * (length // 4)}" if nested else inside

    assert _is_linear(parse_figure, text)
    assert _is_linear(find_figures, text)


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_breaks_nothing(text: str) -> None:
    """No other error ever leaves the reader."""
    figure = _read(text)

    assert figure is None or figure.lower <= figure.upper
    for found in find_figures(text):
        assert text[found.start : found.end] == found.text


PIECES = [
    "7", "12", "2024", "1,234", "1.5", "0.3", "00", "64", " ", " ", " ", "-", "–", "/", ".", ",",
    "±", "(", ")", "[", "]", "%", "$", "€", "km", "m", "between", "and", "from", "to", "or",
    "over", "up to", "about", "million", "thousand", "k", "bn", "half", "a", "of", "in", "two",
    "twenty", "thirds", "first", "May", "June", "1990s", "century", "Q1", "before", "since",
    "people", "per", "each", "no", "more than", "+", "×10", "⁶", "½", "e5", "'", ":", "dozen",
    "tens", "hundred",
]  # fmt: skip


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
@example("2428-00")
@example("2394-64-90")
@example("31.02.1992 km")
@example("between7-01")
@example("500,000[4]: -3 –1,000,000+[4]: 3 [5][6]")
def test_any_mixture_of_what_figures_are_made_of_is_read_or_refused(text: str) -> None:
    """Neither a day that no calendar has nor an end that is missing breaks the reader."""
    figure = _read(text)

    assert figure is None or figure.lower <= figure.upper


def _shapes() -> list[str]:
    """Phrases with numerals, of the test data."""
    texts = [
        json.loads(line)["text"]
        for name in ("phrases.jsonl", "suites.jsonl")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    with (DATA / "field_phrases.csv").open(encoding="utf-8", newline="") as handle:
        texts += [row["text"] for row in csv.DictReader(handle)]
    return [text for text in dict.fromkeys(texts) if re.search(r"\d", text)]


def _read_anew(text: str) -> Figure | None:
    try:
        return parse_anew(text, None, None, None)
    except FigureSyntaxError:
        return None


@settings(max_examples=400)
@given(st.sampled_from(_shapes()), st.randoms(use_true_random=False))
def test_a_known_frame_says_what_the_grammar_says(shape: str, chance: random.Random) -> None:
    """Whatever digits stand in a frame that was learned from others."""
    _hold_to_the_grammar(shape, chance, count=12)


@pytest.mark.parametrize(
    "shape",
    [
        "80 iki milyon", "80,00 iki milyon yarım", "(1288s)", "74⁻³", "50 out of 29", "15–20,000",
        "12 May 2010", "5–2 thousand million", "1990–95", "0.5–2 million", "20 five",
        "1,234 (2010)", "2 in 5", "12.5m", "6 feet 2 inches", "10s of thousands", "3/15", "12/2010",
        "44 km2", "0.3 g cm −3", "1.3e6", "18 by 20", "65 (22–48%)", "3 hours, 75 minutes",
        "6-foot-20", "2 years and 18 months", "5.2±1.1%", "37,0 to over a million",
        "5.0(3) million", "$25 ($12–$18)",
    ],
)  # fmt: skip
def test_a_frame_in_which_digits_tell_is_left_to_the_grammar(shape: str) -> None:
    """Days and years, round numbers before words that add, powers, shares, scales of ranges."""
    _hold_to_the_grammar(shape, random.Random(3), count=150)  # noqa: S311 - digits


def _hold_to_the_grammar(shape: str, chance: random.Random, *, count: int) -> None:
    forget()
    for _ in range(count):
        text = NUMERAL.sub(lambda found: _other_digits(found[0], chance), shape)

        assert _read(text) == _read_anew(text), text


NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")


def _other_digits(numeral: str, chance: random.Random) -> str:
    """The numeral with other digits: some of them, all of them, or more or fewer."""
    digit = re.compile(r"\d")
    kept = chance.choice([0, 1, 1, 2])
    if numeral.isdigit() and chance.random() < 0.3:
        return str(chance.randint(1, 10 ** chance.randint(1, 6)))
    varied = digit.sub(lambda _: chance.choice("0012345556789"), numeral[kept:])
    return numeral[:kept] + varied


def test_a_frame_is_known_from_its_third_phrase_on() -> None:
    """Two that agree settle it; years, days and single digits are parts of it."""
    forget()
    for text in ("12,345 people (2010)", "23,456 people (2011)"):
        assert filled_in(text) is None
        parse_figure(text)

    found = filled_in("34,567 people (2012)")
    assert found == parse_anew("34,567 people (2012)", None, None, None)
    assert found.as_of == AsOf.parse("2012")
    assert filled_in("34,567 people (1999–2012)") is None
    assert filled_in("34 people (2012)") is None


def filled_in(text: str) -> Figure | None:
    """The figure that the frame of a phrase gives by itself."""
    framed = split(text, None, None, None)
    return None if framed is None else filled(*framed, text)
