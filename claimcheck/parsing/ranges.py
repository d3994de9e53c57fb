"""Two terms as the two ends of one figure."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import ONE, Amount
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.scales import MILLION
from claimcheck.parsing.terms import Term, read_term
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import FigureKind

_HUNDRED = Decimal(100)
_DASHES = frozenset({"-", "–", "~", "..", "..."})


def read_between(reader: Reader, start: int) -> Said:
    """A range with two ends; an "and" that parts them is told from one that joins number words."""
    ands = [
        place
        for place in range(start, min(len(reader.tokens), start + 60))
        if reader.tokens[place].low in reader.language.mark("and") and not _is_glued(reader, place)
    ]
    splits = [split for place in ands or [-1] if (split := _split(reader, start, place))]
    if not splits:
        return reader.fail('expected two numbers and an "and" after this',
                           'write "between 40 and 60"', first=start)  # fmt: skip
    joining = {place for place in ands if _joins_number(reader, place)}
    ordered = [split for split in splits if _ordered(split[0].amount, split[1].amount)]
    first, second, reader.place = min(
        ordered or splits[-1:],
        key=lambda split: (split[1].amount.first - 1 in joining, _breadth(split)),
    )
    return as_range(reader, first, second, "to")


def _is_glued(reader: Reader, place: int) -> bool:
    """Whether an "and" is part of a word: "fünfunddreißig"."""
    tokens = reader.tokens[max(0, place - 1) : place + 2]
    return any(token is not reader.tokens[place] and token.start == reader.tokens[place].start
               for token in tokens)  # fmt: skip


def _joins_number(reader: Reader, place: int) -> bool:
    """Whether an "and" stands as within a number: behind hundreds, or before a half."""
    language, before = reader.language, reader.lows[place - 1] if place else ""
    after = reader.lows[place + 1 : place + 3]
    hundreds = language.scales.get(before) == _HUNDRED or (
        _HUNDRED <= language.numbers.get(before, 0) < 10 * _HUNDRED
    )  # fmt: skip
    return hundreds or any(low in language.fractions for low in after)


def _split(reader: Reader, start: int, place: int) -> tuple[Term, Term, int] | None:
    """Both ends, parted by the "and" at *place* or by another joint, and where they end."""
    reader.place, reader.kept_apart = start, place
    first = read_term(reader)
    parted = first is not None and _parted(reader)
    reader.kept_apart = place if parted and reader.place - 1 == place else -1
    second = read_term(reader) if parted else None
    reader.kept_apart = -1
    return None if first is None or second is None else (first, second, reader.place)


def _breadth(split: tuple[Term, Term, int]) -> Decimal:
    """How many times the lower end the upper is; of two ways to part words, the closer is meant."""
    low, high = abs(split[0].amount.low), abs(split[1].amount.high)
    return high / low if low else high


def _ordered(first: Amount, second: Amount) -> bool:
    """Whether the ends stand in order, once they share a scale."""
    probe = Amount(first.low, first.high, first.scales, grouped=first.grouped, worded=first.worded)
    _distribute(probe, second)
    return probe.low <= second.high


def _parted(reader: Reader) -> bool:
    if reader.peek().low in reader.language.mark("and") or reader.sign("-–~"):
        reader.place += reader.peek().low in reader.language.mark("and")
        return True
    return bool(reader.cue(("to", "but")))


def read_connective(reader: Reader, first: Term) -> tuple[Term, str] | None:
    """The second term and what joins it: ``dash``, ``to``, ``or``, ``and``; None if none does."""
    start = reader.place
    kind = _range_sign(reader, negative=first.amount.low < 0)
    upwards = 0 if kind else reader.cue_at(reader.place, ("to",))[1]
    if upwards:
        reader.cue(("to",))
        kind = "to"
    if not kind and reader.cue_at(reader.place, ("or",))[1]:
        reader.cue(("or",))
        kind = "or"
    if not kind and _or_another_bound(reader):
        reader.place += 1
        kind = "or"
    if not kind and reader.sign(","):
        kind = "or" if reader.cue(("maybe",)) else ""
        reader.place = reader.place if kind else start
    if not kind and (first.lower or first.upper or first.opening):
        comma = bool(reader.sign(",;"))
        if not reader.cue(("but",)) and reader.peek().low in reader.language.mark("and"):
            reader.place += 1
            comma = True
        kind = "and" if comma or reader.place > start else ""
    if not kind:
        reader.place = start
        return None
    second = read_term(reader)
    if second is None or not _joins(first, second, kind) or _apart(reader, first, second, kind):
        reader.place = start
        return None
    if upwards > 1 and first.lower:
        second.upper = second.upper or "at_most"
    return second, kind


def _or_another_bound(reader: Reader) -> bool:
    """Whether "or" leads to a bound, as in "or more than 10", and is no part of "or more"."""
    alone = any(
        "or" in phrases.get((reader.peek().low,), ())
        for _, phrases in reader.language.cues.get(reader.peek().low, ())
    )
    return (
        alone and reader.cue_at(reader.place + 1, ("at_least", "over", "at_most", "under"))[1] > 1
    )


def _apart(reader: Reader, first: Term, second: Term, kind: str) -> bool:
    """Whether "to" stands between two things: "up 5 points to 1,234"."""
    measured = first.amount.unit is not None and not first.amount.leading
    other = second.amount.unit != first.amount.unit
    changed = not {"increment", "decrement"}.isdisjoint(first.notes)
    return (reader.running or changed) and kind == "to" and measured and other


def _joins(first: Term, second: Term, kind: str) -> bool:
    """Whether two terms make one figure."""
    if kind != "and":
        return True
    if first.opening == "from" and not (second.lower or second.upper):
        return first.amount.unit == second.amount.unit or first.amount.unit is None
    return bool((first.lower and second.upper) or (first.upper and second.lower))


def _range_sign(reader: Reader, *, negative: bool) -> str:
    """The dash that parts two ends; a second one right behind it is a minus, or one dash more."""
    token = reader.peek()
    if token.kind != "s" or token.low not in _DASHES:
        return ""
    if token.low == "-" and reader.peek(1).low == ">":
        return ""
    reader.place += 1
    doubled = reader.peek().low in {"-", "–"} and reader.adjoins()
    if doubled and token.low == "-" and not negative:
        reader.place += 1
    if reader.cue(("to",)) and reader.peek().low == "-" and reader.adjoins():
        reader.place += 1
    return "dash"


def _distribute(first: Amount, second: Amount) -> None:
    """Give the left number the scale of the right: only if it is smaller, bare and ungrouped."""
    if first.grouped or first.low < 0 or first.low != first.high:
        return
    scale = _shared_scale(first, second)
    if scale is not None:
        first.times(scale)
        first.scales, first.fraction = (scale,), False


def _shared_scale(first: Amount, second: Amount) -> Decimal | None:
    """The scale of the right number that is the left one's too; None if there is none.

    A left number that ends in "hundred" takes the thousands of the right; one before "three
    thousand five hundred" takes its thousand, if it is less than three.
    """
    outer = second.scales[-1] if second.scales else second.head
    if outer is None or first.scales not in {(), (_HUNDRED,)}:
        return None
    if first.scales:
        return outer if outer > _HUNDRED and first.low < second.low / outer else None
    if not second.scales:
        return outer if first.worded and first.low < second.low // outer else None
    whole = ONE
    for scale in second.scales:
        whole *= scale
    mantissa = second.low / whole
    if first.low <= mantissa and (first.low < mantissa or second.order):
        return whole
    return outer if len(second.scales) > 1 and first.low < second.low / outer else None


def _may_share_thousands(first: Amount, second: Amount) -> bool:
    """Whether "15–20,000" may be short for 15,000–20,000, or "500–1 million" for 500,000 on."""
    if first.grouped or first.scales or first.worded or first.fraction or (
        first.low.as_tuple().exponent != 0
    ):  # fmt: skip
        return False
    if first.unit is not None and not first.leading:
        return False
    thousands = second.grouped and second.low < MILLION and second.low % 1000 == 0
    hundreds = 100 <= first.low < 1000
    million = hundreds and second.scales == (MILLION,) and first.low * MILLION > second.low
    return (thousands or million) and 0 < first.low * 1000 < second.low


def _share_unit(reader: Reader, first: Amount, second: Amount) -> str | None:
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return second.unit or first.unit
    if {first.unit, second.unit} <= {"degrees", "°C", "°F", "K"} and "degrees" in {
        first.unit,
        second.unit,
    }:
        return second.unit if first.unit == "degrees" else first.unit
    if first.leading and second.unit.startswith(("/", "per ")):
        stroke = "" if second.unit[0] == "/" else " "
        whole = lookup_unit(f"{first.unit}{stroke}{second.unit}")
        return whole.name if whole else f"{first.unit}{stroke}{second.unit}"
    return reader.fail(
        f"the two ends have different units, {first.unit} and {second.unit}",
        "give both ends in one unit", first=first.first,
    )  # fmt: skip


def _order_scaled(first: Amount, second: Amount) -> None:
    """Give both the scale of the right, as "tens or hundreds of thousands" means it."""
    if first.order and second.order and second.high / max(first.high, ONE) > 1000:
        first.times(Decimal(1000))


def as_range(reader: Reader, first: Term, second: Term, kind: str) -> Said:
    """Two terms as one figure.

    Raises:
        FigureSyntaxError: If the ends are out of order, or of different units.
    """
    left, right = first.amount, second.amount
    if kind == "or" and ((first.lower and second.upper) or (first.upper and second.lower)):
        reader.fail("these two bounds rule each other out", "join them by and", first=left.first)
    if left.grouped and right.grouped and right.scales and not left.scales:
        reader.fail("it is not clear whether the scale is that of both numbers",
                    "write the scale at both", first=left.first)  # fmt: skip
    if _may_share_thousands(left, right):
        reader.doubts.add("thousands")
    if left.unit == "m" and right.unit != "m" and right.scales == (MILLION,):
        left.unit = None
        left.times(MILLION)
        left.scales = right.scales
    _order_scaled(left, right)
    _distribute(left, right)
    unit = _share_unit(reader, left, right)
    said = Said(
        left.low, right.high, FigureKind.RANGE, hedged=first.hedged or second.hedged, unit=unit,
        notes=first.notes + second.notes, brackets=first.brackets + second.brackets,
        lower_vague=left.order, upper_vague=right.order,
    )  # fmt: skip
    if first.upper and second.lower and kind == "and":
        said.lower, said.upper = right.low, left.high
        said.lower_open, said.upper_open = second.lower == "over", first.upper == "under"
    else:
        _bounds(said, first, second)
    if said.lower is not None and said.upper is not None:
        if said.lower > said.upper:
            reader.fail(
                "the range ends below its start", "write the smaller number first", first=left.first
            )
        if (kind == "or" or left.worded) and said.lower == said.upper:
            reader.fail("both alternatives are the same", "write one number", first=left.first)
    return said


def _bounds(said: Said, first: Term, second: Term) -> None:
    announced = bool(first.opening)
    if first.lower and not second.upper and not announced:
        said.kind, said.upper, said.lower_open = FigureKind.AT_LEAST, None, first.lower == "over"
    elif first.upper and not announced:
        said.kind, said.lower = FigureKind.AT_MOST, None
        said.upper_open = first.upper == "under" or second.upper == "under"
    elif second.lower:
        said.kind, said.upper = FigureKind.AT_LEAST, None
        said.lower_open = first.lower == "over"
    else:
        said.lower_open, said.upper_open = first.lower == "over", second.upper == "under"
        said.upper_open = said.upper_open or second.amount.order
