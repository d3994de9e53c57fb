"""Terms put together into figures: points, ranges, bounds, margins."""

from __future__ import annotations

import math
from decimal import Decimal

from attrs import define, field

from claimcheck.parsing.amounts import ONE, Amount
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.spans import Span
from claimcheck.parsing.terms import Term, read_term
from claimcheck.values.figure import Bound, Figure, FigureKind

_HUNDRED = Decimal(100)
_RELATIVE_FROM = 100


@define
class Said:
    """What a phrase says, before it becomes a figure.

    Attributes:
        lower: Least value; None where open.
        upper: Greatest value; None where open.
        best: The single or central value.
        kind: How it is worded.
        lower_open: Whether the lower value itself is left out.
        upper_open: Whether the upper value itself is left out.
        deviation: Standard uncertainty.
        hedged: Whether it is hedged.
        lower_vague: Whether the lower end is that of an order of magnitude, which is not rounded.
        upper_vague: The same for the upper end.
        unit: Unit or noun.
        notes: What else is said.
        brackets: Brackets not yet understood.
        time: The time that it gives for itself.
    """

    lower: Decimal | None
    upper: Decimal | None
    kind: FigureKind
    best: Decimal | None = None
    lower_open: bool = False
    upper_open: bool = False
    deviation: Decimal | None = None
    hedged: bool = False
    lower_vague: bool = False
    upper_vague: bool = False
    unit: str | None = None
    notes: list[str] = field(factory=list)
    brackets: list[str] = field(factory=list)
    time: Span | None = None

    def figure(self, text: str, **more: object) -> Figure:
        """The figure that is said."""
        point = self.kind in {FigureKind.EXACT, FigureKind.APPROXIMATE}
        grain = _point_grain if point or self.kind is FigureKind.PLUS_MINUS else _written_grain
        return Figure(
            lower=-math.inf if self.lower is None else _number(self.lower),
            upper=math.inf if self.upper is None else _number(self.upper),
            best=None if self.best is None else _number(self.best),
            kind=self.kind,
            lower_bound=Bound.OPEN if self.lower_open else Bound.CLOSED,
            upper_bound=Bound.OPEN if self.upper_open else Bound.CLOSED,
            lower_grain=0.0 if self.lower is None or self.lower_vague else grain(self.lower),
            upper_grain=0.0 if self.upper is None or self.upper_vague else grain(self.upper),
            deviation=None if self.deviation is None else float(self.deviation),
            approximate=self.hedged,
            text=text,
            **more,  # type: ignore[arg-type]
        )


def _number(value: Decimal) -> float:
    number = float(value)
    if math.isinf(number):
        raise OverflowError
    return number


def _written_grain(value: Decimal) -> float:
    exponent = value.as_tuple().exponent
    exact = isinstance(exponent, int) and len(value.as_tuple().digits) <= 20  # noqa: PLR2004 - 1/3 goes on
    return float(ONE.scaleb(exponent)) if exact and isinstance(exponent, int) else 0.0


def _point_grain(value: Decimal) -> float:
    return 0.0 if value == 0 else _written_grain(value.normalize())


def read_said(reader: Reader) -> Said | None:
    """What the next tokens say; None, and nothing taken, if there is no amount."""
    start = reader.place
    first = read_term(reader)
    if first is None:
        return None
    if first.opening == "between":
        return _between(reader, start)
    if reader.done:
        return _lone(reader, first)
    margin = _plus_minus(reader, first)
    if margin is not None:
        return margin
    joined = _connective(reader, first)
    if joined:
        second, kind = joined
        return _range(reader, first, second, kind)
    ratio = _ratio(reader, first)
    if ratio is not None:
        return ratio
    return _lone(reader, first)


def _lone(reader: Reader, first: Term) -> Said:
    """One term alone; "from 5" is a lower bound, unless it stands in running text."""
    if first.opening == "from" and not first.upper and not reader.running:
        first.lower = first.lower or "at_least"
    return _single(reader, first)


def _between(reader: Reader, start: int) -> Said:
    """A range with two ends; an "and" that joins number words is told from the one that parts them."""
    ands = [
        place
        for place in range(start, min(len(reader.tokens), start + 60))
        if reader.tokens[place].low in reader.language.mark("and")
    ]
    middle = len(ands) // 2 if len(ands) % 2 else 0
    for place in [*ands[middle : middle + 1], *ands] or [-1]:
        reader.place, reader.kept_apart = start, place
        first = read_term(reader)
        if first is None or (place >= 0 and reader.place != place):
            if place >= 0 and first is not None and _parted(reader):
                second = read_term(reader)
                if second is not None:
                    return _range(reader, first, second, "to")
            continue
        if not _parted(reader):
            continue
        second = read_term(reader)
        if second is None:
            continue
        reader.kept_apart = -1
        if _ordered(first.amount, second.amount) or place == ands[-1]:
            return _range(reader, first, second, "to")
    reader.kept_apart = -1
    return reader.fail("expected two numbers and an \"and\" after this", 'write "between 40 and 60"',
                       first=start)  # fmt: skip


def _ordered(first: Amount, second: Amount) -> bool:
    probe = Amount(first.low, first.high, first.scales, first.grouped, worded=first.worded)
    _distribute(probe, second)
    return probe.low <= second.high


def _parted(reader: Reader) -> bool:
    if reader.peek().low in reader.language.mark("and") or reader.sign("-–~"):
        reader.place += reader.peek().low in reader.language.mark("and")
        return True
    return bool(reader.cue(("to", "but")))


def _connective(reader: Reader, first: Term) -> tuple[Term, str] | None:
    start = reader.place
    kind = _range_sign(reader)
    if not kind and reader.cue_at(reader.place, ("to",))[1]:
        reader.cue(("to",))
        kind = "to"
    if not kind and reader.cue_at(reader.place, ("or",))[1]:
        reader.cue(("or",))
        kind = "or"
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
    return second, kind


def _apart(reader: Reader, first: Term, second: Term, kind: str) -> bool:
    """Whether "to" stands between two things of other text: "up 5 points to 1,234"."""
    measured = first.amount.unit is not None and not first.amount.leading
    return reader.running and kind == "to" and measured and second.amount.unit is None


def _joins(first: Term, second: Term, kind: str) -> bool:
    """Whether two terms make one figure."""
    if kind != "and":
        return True
    if first.opening == "from" and not (second.lower or second.upper):
        return first.amount.unit == second.amount.unit or first.amount.unit is None
    return bool((first.lower and second.upper) or (first.upper and second.lower))


def _range_sign(reader: Reader) -> str:
    token = reader.peek()
    if token.kind != "s" or token.low not in "-–~":
        return ""
    if token.low == "-" and reader.peek(1).low in {">"}:
        return ""
    reader.place += 1
    if reader.peek().low in {"-", "–"} and reader.adjoins():
        reader.place += 1
    reader.cue(("to",))
    return "dash"


def _distribute(first: Amount, second: Amount) -> None:
    """Give the left number the scale of the right: only if it is smaller, bare and ungrouped."""
    if not second.scales or first.scales or first.grouped or first.fraction or first.low < 0:
        return
    whole = ONE
    for scale in second.scales:
        whole *= scale
    mantissa = second.low / whole
    if first.low <= mantissa and first.low == first.high and (first.low < mantissa or second.order):
        first.times(whole)
        first.scales = second.scales
        return
    outer = second.scales[-1]
    if len(second.scales) > 1 and first.low < second.low / outer:
        first.times(outer)
        first.scales = (outer,)


def _share_unit(reader: Reader, first: Amount, second: Amount) -> str | None:
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return second.unit or first.unit
    if {first.unit, second.unit} <= {"degrees", "°C", "°F", "K"} and "degrees" in {
        first.unit,
        second.unit,
    }:
        return second.unit if first.unit == "degrees" else first.unit
    return reader.fail(
        f"the two ends have different units, {first.unit} and {second.unit}",
        "give both ends in one unit", first=first.first,
    )  # fmt: skip


def _order_scaled(first: Amount, second: Amount) -> None:
    """ "Tens or hundreds of thousands": the scale of the right belongs to both."""
    if first.order and second.order and second.high / max(first.high, ONE) > 1000:  # noqa: PLR2004
        first.times(Decimal(1000))


def _range(reader: Reader, first: Term, second: Term, kind: str) -> Said:
    left, right = first.amount, second.amount
    if left.grouped and right.grouped and right.scales and not left.scales:
        reader.fail("it is not clear whether the scale is that of both numbers",
                    "write the scale at both", first=left.first)  # fmt: skip
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
        if kind == "or" and said.lower == said.upper:
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


def _single(reader: Reader, term: Term) -> Said:
    amount = term.amount
    said = Said(
        amount.low, amount.high, FigureKind.EXACT, hedged=term.hedged, unit=amount.unit,
        notes=term.notes, brackets=term.brackets, lower_vague=amount.order,
        upper_vague=amount.order,
    )  # fmt: skip
    if amount.fraction and said.unit is None and abs(amount.low) < 1:
        said.unit = "ratio"
    if amount.ordinal:
        said.notes.append("ordinal")
    if term.lower:
        said.kind, said.upper, said.lower_open = FigureKind.AT_LEAST, None, term.lower == "over"
    elif term.upper:
        said.kind, said.lower, said.upper_open = FigureKind.AT_MOST, None, term.upper == "under"
    elif amount.margin is not None:
        _margin(said, amount.low, amount.margin)
    elif amount.order:
        said.kind, said.upper_open = FigureKind.RANGE, True
    else:
        said.kind = FigureKind.APPROXIMATE if term.hedged else FigureKind.EXACT
        said.best = amount.low
    return said


def _margin(said: Said, value: Decimal, margin: Decimal) -> None:
    said.kind, said.best = FigureKind.PLUS_MINUS, value
    said.lower, said.upper, said.deviation = value - margin, value + margin, margin


def _plus_minus(reader: Reader, first: Term) -> Said | None:
    start = reader.place
    stated = False
    margins: list[Amount] = []
    while True:
        here = reader.place
        reader.sign(",")
        if not (reader.sign("±") or _plus_minus_words(reader)):
            reader.place = here
            break
        stated = stated or reader.peek(-1).low not in {"±", "-", "minus"}
        term = read_term(reader)
        if term is None:
            reader.place = here
            break
        margins.append(term.amount)
        first.brackets.extend(term.brackets)
    if not margins:
        reader.place = start
        return None
    value = first.amount
    relative = any(_relative(value, margin) for margin in margins)
    unit = value.unit if relative or value.unit else margins[-1].unit
    total = _quadrature(value, margins)
    said = Said(value.low, value.low, FigureKind.PLUS_MINUS, hedged=first.hedged, unit=unit,
                notes=first.notes, brackets=first.brackets)  # fmt: skip
    _margin(said, value.low, total)
    if stated:
        said.deviation = None
    return said


def _plus_minus_words(reader: Reader) -> bool:
    if reader.peek().low == "+" and reader.peek(1).low == "-":
        reader.place += 2
        return True
    if reader.peek().low == "+" and reader.peek(1).low == "/" and reader.peek(2).low == "-":
        reader.place += 3
        return True
    return bool(reader.cue(("plus_minus",)))


def _quadrature(value: Amount, margins: list[Amount]) -> Decimal:
    """One margin, or several as the root of their squares; a shared scale belongs to all."""
    last = margins[-1]
    if last.scales and not value.scales and not value.grouped:
        scale = ONE
        for part in last.scales:
            scale *= part
        value.times(scale)
        for margin in margins[:-1]:
            margin.times(scale)
    elif value.scales and not last.scales and last.unit is None and last.low < value.low:
        for margin in margins:
            scaled = margin.low * _product(value)
            if not margin.grouped and scaled < abs(value.low):
                margin.times(_product(value))
    sizes = [
        value.low * margin.low / _HUNDRED if _relative(value, margin) else margin.low
        for margin in margins
    ]
    if len(sizes) == 1:
        return abs(sizes[0])
    return sum((size * size for size in sizes), Decimal(0)).sqrt()


def _product(amount: Amount) -> Decimal:
    product = ONE
    for scale in amount.scales:
        product *= scale
    return product


def _relative(value: Amount, margin: Amount) -> bool:
    """Whether a margin in percent is a share of the value, and not in points of a percentage."""
    if margin.unit != "percent" or value.unit == "percent":
        return False
    return value.unit is not None or bool(value.scales) or value.low > _RELATIVE_FROM


def _ratio(reader: Reader, first: Term) -> Said | None:
    """One share as "2 in 5", "two out of five hundred"."""
    start, amount = reader.place, first.amount
    if amount.unit is not None or amount.scales or amount.fraction or amount.low < 0:
        return None
    out_of = reader.cue(("out_of",))
    if not out_of:
        if reader.peek().low not in reader.language.mark("in") or amount.low > 9:  # noqa: PLR2004
            return None
        reader.place += 1
    if reader.peek().low in {"every", "each"}:
        reader.place += 1
    second = read_term(reader)
    whole = None if second is None else second.amount
    if whole is None or whole.unit or not 0 < amount.low <= whole.low or whole.low == 1:
        reader.place = start
        return None
    if not out_of and not whole.worded and 1000 <= whole.low <= 2100 and amount.low > 1 and not whole.grouped:  # noqa: PLR2004, E501
        reader.place = start
        return None
    assert second is not None
    amount.low = amount.high = amount.low / whole.low
    amount.unit, amount.fraction = "ratio", True
    first.lower, first.upper = first.lower or second.lower, first.upper or second.upper
    first.brackets.extend(second.brackets)
    return _single(reader, first)
