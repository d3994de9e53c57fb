"""Dated events and the times that figures are true of, read from words."""

from __future__ import annotations

from attrs import evolve, frozen

from claimcheck.parsing import spans
from claimcheck.parsing.dates_in_digits import read_digits_date
from claimcheck.parsing.fiscal import read_period
from claimcheck.parsing.periods import (
    date_cue,
    decade_length,
    decade_named,
    read_century,
    read_decade_after_word,
    read_part_of_year,
)
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.spans import Span
from claimcheck.parsing.years import (
    EARLIER_ERAS,
    ERAS,
    YEAR_DIGITS,
    closing_year,
    take_era,
    year_of_digits,
)

_PARTS = ("early", "mid", "late")
_SIDES = ("before", "until", "since", "after")
_BEHIND = {f"{side}_behind": side for side in _SIDES}
_PARTS_BEHIND = {f"{part}_behind": part for part in _PARTS}
_BOUNDS = ("at_least", "over", "at_most", "under", "from", "to")


@frozen
class _Partial:
    """A day or a month whose month or year may stand further on ("5–7 June 1992")."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    def filled(self, other: _Partial) -> _Partial:
        """The same, with what is missing taken from *other*."""
        month = other.month if self.month is None else self.month
        return _Partial(self.day, month, other.year if self.year is None else self.year)

    def span(self) -> Span | None:
        """The days; None if something is missing, or the calendar has no such day."""
        if self.year is None:
            return None
        if self.month is None:
            return spans.year_of(self.year) if self.day is None else None
        if self.day is None:
            return spans.month_of(self.year, self.month)
        return spans.day(self.year, self.month, self.day)


def read_time(reader: Reader, *, plain_years: bool) -> Span | None:
    """The time that the next tokens name; None, and nothing taken, if they name none.

    Args:
        reader: Where to read.
        plain_years: Whether a bare "1992" or "1918–1920" is a time; otherwise only what can be
            no number: months, days, decades, centuries, seasons, "before 1918".
    """
    start = reader.place
    side, hedged = _prefix(reader, plain_years=plain_years)
    span = _stretch(reader, plain_years=plain_years or bool(side))
    if span is None or (side == "before" and span.first <= 1):
        reader.place = start
        return None
    if hedged:
        span = evolve(span, approximate=True)
    side = side or _side_behind(reader)
    return spans.one_sided(span, side) if side else span


def _prefix(reader: Reader, *, plain_years: bool) -> tuple[str, bool]:
    side, hedged = "", False
    while True:
        if reader.sign("~"):
            hedged = True
            continue
        role, length = date_cue(reader, _SIDES) if not side else ("", 0)
        bounds = not plain_years and reader.cue_at(reader.place, _BOUNDS)[1]
        if length and not bounds and (role != "since" or not _closes(reader)):
            side = role
            reader.place += length
            continue
        if reader.cue_at(reader.place, ("hedge", "between", "from", "exact"))[1]:
            hedged = reader.cue(("hedge", "between", "from", "exact")) == "hedge" or hedged
            continue
        return side, hedged


def _side_behind(reader: Reader) -> str:
    """The side that stands behind a time, as in "1992'den önce"; empty if none does."""
    language, start = reader.language, reader.place
    if not language.mark("ablative"):
        return ""
    if reader.peek().low in {"'", "-"} and reader.peek(1).low in language.mark("ablative"):
        reader.place += 2
    role, length = date_cue(reader, tuple(_BEHIND))
    reader.place = reader.place + length if role else start
    return _BEHIND.get(role, "")


def _closes(reader: Reader) -> bool:
    """Whether a later "to" or dash closes what "from" opens; the hyphens of a day close nothing."""
    furthest = min(len(reader.tokens), reader.place + 8) - reader.place
    dashes = (
        reader.peek(ahead).low == "–"
        or (reader.peek(ahead).low == "-" and not reader.adjoins(ahead))
        for ahead in range(1, furthest)
    )
    return any(dashes) or _cue_ahead(reader, "to")


def _cue_ahead(reader: Reader, role: str) -> bool:
    furthest = min(len(reader.tokens), reader.place + 8)
    return any(reader.cue_at(place, (role,))[1] for place in range(reader.place + 1, furthest))


def _stretch(reader: Reader, *, plain_years: bool) -> Span | None:
    first = _date(reader, plain_years=plain_years)
    if first is None:
        return None
    start = reader.place
    if not _connected(reader):
        return _whole(first)
    second = _second(reader, first)
    if second is None:
        reader.place = start
        return _whole(first)
    left = (
        first.filled(second)
        if isinstance(first, _Partial) and isinstance(second, _Partial)
        else first
    )
    opening, closing = _whole(left), _whole(second)
    if opening is None or closing is None:
        return None
    return spans.between(opening, closing)


def _whole(date: Span | _Partial) -> Span | None:
    return date.span() if isinstance(date, _Partial) else date


def _connected(reader: Reader) -> bool:
    if reader.sign("-–"):
        reader.cue(("to",))
        return True
    if reader.cue(("to", "or")):
        return True
    if reader.peek().low in reader.language.mark("and"):
        reader.place += 1
        return True
    return False


def _second(reader: Reader, first: Span | _Partial) -> Span | _Partial | None:
    token = reader.peek()
    short = token.kind == "n" and token.low.isdigit() and len(token.low) == 2
    if short and isinstance(first, Span) and first.edtf.endswith("X"):
        after = reader.peek(1)
        if after.low == "s" and int(token.low) % 10 == 0:
            reader.place += 2
            return spans.decade_of(round(int(first.edtf[:2]) * 100 + int(token.low)))
        return None
    if short or (token.kind == "n" and len(token.low) == 1):
        day = _day_of_month(reader, first)
        if day is not None:
            return day
    if short and isinstance(first, _Partial) and first.month is None and first.year is not None:
        year = first.year // 100 * 100 + int(token.low)
        if year > first.year and reader.peek(1).low not in reader.language.months:
            reader.place += 1
            take_era(reader)
            return _Partial(year=year)
        return None
    return _date(reader, plain_years=True)


def _day_of_month(reader: Reader, first: Span | _Partial) -> _Partial | None:
    """The last day of "June 5–7, 1992"; None, and nothing taken, if none comes next."""
    if not isinstance(first, _Partial) or first.day is None or first.month is None:
        return None
    start, low = reader.place, reader.peek().low
    reader.place += 1
    year = closing_year(reader)
    if first.year is not None or year is None or not low.isdigit():
        reader.place = start
        return None
    return _Partial(int(low), first.month, year)


def _date(reader: Reader, *, plain_years: bool) -> Span | _Partial | None:
    start = reader.place
    found = _date_or_part(reader, plain_years=plain_years)
    if found is None:
        reader.place = start
    return found


def _date_or_part(  # noqa: PLR0911 - one return a form
    reader: Reader, *, plain_years: bool
) -> Span | _Partial | None:
    token, language = reader.peek(), reader.language
    part, length = date_cue(reader, _PARTS)
    if length:
        reader.place += length
        if reader.sign("-"):
            pass
        return _whole_part(reader, part)
    if token.kind == "n":
        return _from_number(reader, plain_years=plain_years)
    if token.kind != "w":
        return None
    if token.low in language.months:
        return _from_month(reader)
    if token.low in language.seasons:
        return _from_season(reader)
    if token.low in {"fy", "q", "h", "t"} and reader.peek(1).kind == "n":
        return read_period(reader)
    if token.low in ERAS and reader.peek(1).kind == "n":
        return _after_era(reader)
    named = read_part_of_year(reader) or read_decade_after_word(reader, "")
    return named or _ended_century(reader, "")


def _whole_part(reader: Reader, part: str) -> Span | None:
    token = reader.peek()
    if token.kind == "n" and (year := year_of_digits(token.low)) is not None:
        decade = decade_length(reader, year)
        if decade:
            reader.place += decade
            return decade_named(reader, year, part)
        reader.place += 1
        if reader.peek().low in reader.language.mark("ordinal_suffixes"):
            return None
        take_era(reader)
        return spans.year_of(year, part)
    return read_decade_after_word(reader, part) or _ended_century(reader, part)


def _ended_century(reader: Reader, part: str) -> Span | None:
    span = read_century(reader, part)
    if span is not None:
        take_era(reader)
    return span


def _after_era(reader: Reader) -> _Partial | None:
    """A year behind its era: "AD 79"."""
    year = year_of_digits(reader.peek(1).low, 1)
    if year is None:
        return None
    reader.place += 2
    return _Partial(year=year)


def _from_number(reader: Reader, *, plain_years: bool) -> Span | _Partial | None:
    token = reader.peek()
    written = read_digits_date(reader)
    if written is not None or not token.low.isdigit():
        return written
    return (
        _day_first(reader)
        or _ended_century(reader, "")
        or _from_year(reader, plain_years=plain_years)
    )


def _day_first(reader: Reader) -> _Partial | None:
    """A day before its month: "5 June 1992", "5th of June, 1992"; or a day whose month follows."""
    start, language = reader.place, reader.language
    number = int(reader.peek().low[:5])
    if not 1 <= number <= 31:
        return None
    reader.place += 1
    if (reader.peek().low == "." and reader.adjoins()) or (
        reader.peek().low in language.mark("ordinal_suffixes") and reader.adjoins()
    ):
        reader.place += 1
    if reader.peek().low in language.mark("of"):
        reader.place += 1
    month = language.months.get(reader.peek().low)
    if month is None:
        reader.place = start
        return _day_of_range(reader, number)
    reader.place += 1
    return _Partial(number, month, closing_year(reader))


def _day_of_range(reader: Reader, number: int) -> _Partial | None:
    """The first day of "5–7 June 1992"."""
    dash, second, month = reader.peek(1), reader.peek(2), reader.peek(3)
    joined = dash.low in {"-", "–"} or reader.cue_at(reader.place + 1, ("to",))[1] == 1
    if joined and second.kind == "n" and month.low in reader.language.months:
        reader.place += 1
        return _Partial(day=number)
    return None


def _from_month(reader: Reader) -> _Partial | None:
    """A month first: "June 1992", "June 5, 1992", "June 5"."""
    month = reader.language.months[reader.peek().low]
    reader.place += 1
    year = closing_year(reader)
    if year is not None:
        return _Partial(month=month, year=year)
    token = reader.peek()
    if token.kind == "n" and token.low.isdigit() and len(token.low) <= 2:
        reader.place += 1
        if reader.peek().low in reader.language.mark("ordinal_suffixes") and reader.adjoins():
            reader.place += 1
        return _Partial(int(token.low), month, closing_year(reader))
    return _Partial(month=month)


def _from_season(reader: Reader) -> Span | None:
    season = reader.language.seasons[reader.peek().low]
    reader.place += 1
    year = closing_year(reader)
    return None if year is None else spans.season_of(year, season)


def _from_year(reader: Reader, *, plain_years: bool) -> Span | _Partial | None:
    token = reader.peek()
    year = year_of_digits(token.low, 1 if reader.peek(1).low in ERAS else 100)
    if year is None:
        return None
    decade = decade_length(reader, year)
    if decade:
        reader.place += decade
        return decade_named(reader, year, "")
    era = reader.peek(1).low in ERAS
    if not (plain_years or era) or (len(token.low) < YEAR_DIGITS and not (era or plain_years)):
        return None
    reader.place += 1
    take_era(reader)
    if reader.peek().low in EARLIER_ERAS:
        return None
    role, length = date_cue(reader, tuple(_PARTS_BEHIND))
    if role:
        reader.place += length
        return spans.year_of(year, _PARTS_BEHIND[role])
    return _Partial(year=year)
