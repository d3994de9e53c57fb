"""Dated events and the times that figures are true of, read from words."""

from __future__ import annotations

from attrs import evolve, frozen

from claimcheck.parsing import spans
from claimcheck.parsing.dates_in_digits import read_digits_date
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.spans import Span

_PARTS = ("early", "mid", "late")
_SIDES = ("before", "until", "since", "after")
_ERAS = frozenset({"ce", "ad"})
_EARLIER_ERAS = frozenset({"bc", "bce"})
_BOUNDS = ("at_least", "over", "at_most", "under", "from", "to")
_YEAR_DIGITS = 4


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


def date_cue(reader: Reader, roles: tuple[str, ...]) -> tuple[str, int]:
    """Role and length of the longest date cue that comes next, of one of *roles*."""
    token = reader.peek()
    for words, role in reader.language.date_cues.get(token.low, ()):
        last = reader.place + len(words)
        said = reader.tokens[reader.place : last]
        if role in roles and tuple(piece.low for piece in said) == words:
            return role, len(words)
    return "", 0


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
    if reader.cue(("to",)):
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
    if short and isinstance(first, _Partial) and first.month is None and first.year is not None:
        year = first.year // 100 * 100 + int(token.low)
        if year > first.year and reader.peek(1).low not in reader.language.months:
            reader.place += 1
            _era(reader)
            return _Partial(year=year)
        return None
    return _date(reader, plain_years=True)


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
        return _from_period(reader)
    if token.low in language.ordinals or token.low in language.numbers:
        return _century(reader, "")
    return None


def _whole_part(reader: Reader, part: str) -> Span | None:
    token = reader.peek()
    if token.kind == "n" and (year := _year(token.low)) is not None:
        decade = _is_decade(reader, year)
        if decade:
            reader.place += decade
            return spans.decade_of(year, part)
        reader.place += 1
        if reader.peek().low in reader.language.mark("ordinal_suffixes"):
            return None
        return spans.year_of(year, part)
    return _century(reader, part)


def _is_decade(reader: Reader, year: int) -> int:
    """How many tokens "1990s" or "1990's" take; 0 if it is none."""
    if year % 10 or year < 100:
        return 0
    if reader.peek(1).low == "s" and reader.adjoins(1):
        return 2
    if reader.peek(1).low == "'" and reader.peek(2).low == "s" and reader.adjoins(1):
        return 3
    return 0


def _year(text: str, least: int = 100) -> int | None:
    if not text.isdigit() or len(text) > _YEAR_DIGITS or int(text) < least:
        return None
    return int(text) or None


def _from_number(reader: Reader, *, plain_years: bool) -> Span | _Partial | None:
    token = reader.peek()
    written = read_digits_date(reader)
    if written is not None or not token.low.isdigit():
        return written
    return _day_first(reader) or _century(reader, "") or _from_year(reader, plain_years=plain_years)


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
    return _Partial(number, month, _closing_year(reader))


def _day_of_range(reader: Reader, number: int) -> _Partial | None:
    """The first day of "5–7 June 1992"."""
    dash, second, month = reader.peek(1), reader.peek(2), reader.peek(3)
    if dash.low in {"-", "–"} and second.kind == "n" and month.low in reader.language.months:
        reader.place += 1
        return _Partial(day=number)
    return None


def _closing_year(reader: Reader) -> int | None:
    ahead = 0
    if reader.peek().low == "." and reader.adjoins():
        ahead += 1
    if reader.peek(ahead).low in {",", *reader.language.mark("of")}:
        ahead += 1
    token = reader.peek(ahead)
    year = _year(token.low) if token.kind == "n" else None
    if year is not None and len(token.low) == _YEAR_DIGITS:
        reader.place += ahead + 1
        _era(reader)
        return year
    return None


def _from_month(reader: Reader) -> _Partial | None:
    """A month first: "June 1992", "June 5, 1992", "June 5"."""
    month = reader.language.months[reader.peek().low]
    reader.place += 1
    year = _closing_year(reader)
    if year is not None:
        return _Partial(month=month, year=year)
    token = reader.peek()
    if token.kind == "n" and token.low.isdigit() and len(token.low) <= 2:
        reader.place += 1
        if reader.peek().low in reader.language.mark("ordinal_suffixes") and reader.adjoins():
            reader.place += 1
        return _Partial(int(token.low), month, _closing_year(reader))
    return _Partial(month=month)


def _from_season(reader: Reader) -> Span | None:
    season = reader.language.seasons[reader.peek().low]
    reader.place += 1
    year = _closing_year(reader)
    return None if year is None else spans.season_of(year, season)


def _from_period(reader: Reader) -> Span | None:
    """A fiscal year, a quarter or a half: "FY2023", "Q1 2020", "H2 2019"."""
    letters, digits = reader.peek().low, reader.peek(1).low
    reader.place += 2
    if letters == "fy":
        year = _year(digits) if len(digits) == _YEAR_DIGITS else None
        return None if year is None else spans.year_of(year)
    number, length = int(digits) if digits.isdigit() else 0, 6 if letters == "h" else 3
    year = _closing_year(reader)
    if year is None or not 1 <= number <= 12 // length:
        return None
    return spans.quarter_of(year, number, length)


def _from_year(reader: Reader, *, plain_years: bool) -> Span | _Partial | None:
    token = reader.peek()
    year = _year(token.low)
    if year is None:
        return None
    decade = _is_decade(reader, year)
    if decade:
        reader.place += decade
        return spans.decade_of(year)
    era = reader.peek(1).low in _ERAS
    if not (plain_years or era) or (len(token.low) < _YEAR_DIGITS and not (era or plain_years)):
        return None
    reader.place += 1
    _era(reader)
    if reader.peek().low in _EARLIER_ERAS:
        return None
    return _Partial(year=year)


def _era(reader: Reader) -> None:
    """Take the era behind a year, or what some languages put to one: "2010'da", "2010 году"."""
    if reader.peek().low in _ERAS:
        reader.place += 1
        return
    ending = reader.peek().low in {"-", "'"} and reader.adjoins() and reader.adjoins(1)
    if ending and reader.peek(1).low in _endings(reader):
        reader.place += 2
    reader.place += date_cue(reader, ("year",))[1]


def _endings(reader: Reader) -> frozenset[str]:
    """The endings that a year may have, in languages that put them to digits."""
    language = reader.language
    known = language.mark("in") | language.mark("ordinal_suffixes")
    return known if language.mark("suffixes") else frozenset()


def _century(reader: Reader, part: str) -> Span | None:
    """A century by its number: "20th century", "the nineteenth century"."""
    start, language = reader.place, reader.language
    token = reader.peek()
    number: int | None = None
    if token.kind == "n" and token.low.isdigit() and len(token.low) <= 2:
        number = int(token.low)
        reader.place += 1
        if reader.peek().low in language.mark("ordinal_suffixes") or reader.peek().low == ".":
            reader.place += 1
        elif language.code == "en":
            number = None  # "12 centuries" is how long
    elif token.low in language.ordinals:
        number = language.ordinals[token.low]
        reader.place += 1
    elif token.low in language.numbers and reader.peek(1).low == "-" and (
        reader.peek(2).low in language.ordinals
    ):  # fmt: skip
        number = int(language.numbers[token.low]) + language.ordinals[reader.peek(2).low]
        reader.place += 3
    role, length = date_cue(reader, ("century",))
    if number and role:
        reader.place += length
        _era(reader)
        return spans.century_of(number, part)
    reader.place = start
    return None
