"""Terms put together into figures: points, ranges, bounds, margins."""

from __future__ import annotations

from claimcheck.parsing.margins import read_plus_minus, take_margin
from claimcheck.parsing.ranges import as_range, read_between, read_connective
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.shares import read_share, read_worded_share, share_both
from claimcheck.parsing.terms import Term, read_term
from claimcheck.parsing.uneven import read_uneven
from claimcheck.values.figure import FigureKind


def read_said(reader: Reader) -> Said | None:  # noqa: PLR0911 - one return a form
    """What the next tokens say; None, and nothing taken, if there is no amount."""
    start = reader.place
    first = read_term(reader)
    if first is None:
        return None
    if first.opening == "between":
        return read_between(reader, start)
    after = reader.peek()
    share = None if after.kind == "e" else read_worded_share(reader, first)
    if share is not None:
        return _single(share)
    if after.kind == "e" or (after.kind == "w" and after.low not in reader.language.joints):
        return _lone(reader, first)
    margin = read_plus_minus(reader, first) or read_uneven(reader, first)
    if margin is not None:
        return margin
    joined = read_connective(reader, first)
    if joined:
        second, kind = joined
        said = as_range(reader, first, second, kind)
        share_both(reader, said)
        return said
    share = read_share(reader, first)
    return _lone(reader, first) if share is None else _single(share)


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
        upper_vague=amount.order, decimals=amount.decimals,
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
