"""Terms put together into figures: points, ranges, bounds, margins."""

from __future__ import annotations

from claimcheck.parsing.amount import Amount
from claimcheck.parsing.margins import read_plus_minus, take_margin
from claimcheck.parsing.ranges import as_range, read_between, read_connective
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.terms import Term, read_term
from claimcheck.parsing.uneven import read_uneven
from claimcheck.values.figure import FigureKind

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_FEW = 9


def read_said(reader: Reader) -> Said | None:  # noqa: PLR0911 - one return a form
    """What the next tokens say; None, and nothing taken, if there is no amount."""
    start = reader.place
    first = read_term(reader)
    if first is None:
        return None
    if first.opening == "between":
        return read_between(reader, start)
    after = reader.peek()
    if after.kind == "e" or (after.kind == "w" and after.low not in reader.language.joints):
        return _lone(reader, first)
    margin = read_plus_minus(reader, first) or read_uneven(reader, first)
    if margin is not None:
        return margin
    joined = read_connective(reader, first)
    if joined:
        second, kind = joined
        return as_range(reader, first, second, kind)
    ratio = _ratio(reader, first)
    if ratio is not None:
        return ratio
    return _lone(reader, first)


def _lone(reader: Reader, first: Term) -> Said:
    """One term alone; "from 5" is a lower bound, unless it stands in running text."""
    if first.opening == "from" and not first.upper and not reader.running:
        first.lower = first.lower or "at_least"
    return _single(first)


def _single(term: Term) -> Said:
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
        take_margin(said, amount.low, amount.margin)
    elif amount.order:
        said.kind, said.upper_open = FigureKind.RANGE, True
    else:
        said.kind = FigureKind.APPROXIMATE if term.hedged else FigureKind.EXACT
        said.best = amount.low
    return said


def _is_year(whole: Amount) -> bool:
    """Whether a number after "in" is rather a year: "5 in 2010"."""
    bare = not whole.worded and not whole.grouped
    return bare and _FIRST_YEAR <= whole.low <= _LAST_YEAR


def _ratio(reader: Reader, first: Term) -> Said | None:  # noqa: PLR0911 - one return a doubt
    """One share as "2 in 5", "two out of five hundred"."""
    start, amount = reader.place, first.amount
    peopled = amount.unit == "people" and 0 < amount.low <= _FEW and not reader.running
    if (amount.unit and not peopled) or amount.scales or amount.fraction or amount.low < 0:
        return None
    out_of = reader.cue(("out_of",))
    if not out_of:
        if reader.peek().low not in reader.language.mark("in") or amount.low > _FEW:
            return None
        reader.place += 1
    if reader.peek().low in {"every", "each"}:
        reader.place += 1
    second = read_term(reader)
    if second is None:
        reader.place = start
        return None
    whole = second.amount
    if (whole.unit and not out_of) or not 0 < amount.low <= whole.low or whole.low == 1:
        reader.place = start
        return None
    if peopled and not reader.done:
        reader.place = start
        return None
    if not out_of and amount.low > 1 and _is_year(whole):
        reader.place = start
        return None
    amount.low = amount.high = amount.low / whole.low
    amount.unit, amount.fraction = "ratio", True
    if whole.unit:
        first.notes.append(f"of {whole.unit}")
    first.lower, first.upper = first.lower or second.lower, first.upper or second.upper
    first.brackets.extend(second.brackets)
    return _single(first)
