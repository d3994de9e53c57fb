"""Units as they stand in a phrase: of several words, with powers, put together, before numbers."""

from __future__ import annotations

import re

from claimcheck.parsing.periods import date_cue
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.units import Unit, lookup_unit, unit_table

_MOST_TOKENS = 5
_MOST_JOINTS = 4
_LONGEST_SYMBOL = 3
_LETTERS_OF_WORDS = frozenset(
    {"in", "a", "as", "an", "am", "at", "c", "d", "s", "won", "mark", "t"}
)
_NO_UNITS = ("to", "or", "but", "over", "under", "at_least", "at_most", "plus_minus", "hedge")
_LONGER_THAN_UNITS = ("to", "after_at_least", "after_at_most", "after_over", "after_under")
ONLY_GLUED = frozenset({"F", "p"})
"""Letters that are a unit right behind digits alone."""
_POUNDS = frozenset({"pound", "pounds"})
_WEIGHING = frozenset({
    "ounce", "ounces", "oz", "kg", "kilo", "kilos", "weight", "weighs", "weighed", "weighing",
    "weigh", "heavy", "stone", "lb", "lbs",
})  # fmt: skip
_JOINERS = frozenset({"/", "·", "*", "."})
_STROKES = frozenset({"/", "·", "*"})
_UNITS_IN_BRACKET = re.compile(r"[^\W\d_]{1,4}[²³]?(?:\s?[·*.]?\s?[^\W\d_]{1,4}[²³]?){1,3}")


def read_unit(reader: Reader) -> str | None:
    """The unit after a number, by its canonical name or as written; None if no known one follows.

    A hyphen before it is taken as well ("four-mile"), and "of ..." or "per ..." after it is put
    to it where it makes another unit.
    """
    start = reader.place
    if reader.peek().kind not in "wsp" or _joins_share(reader):
        return None
    rate = _hyphened_rate(reader)
    if rate is not None:
        return rate
    reader.place += reader.peek().low == "-" and _hyphen_before_unit(reader)
    unit = None
    if reader.cue_at(reader.place, _LONGER_THAN_UNITS)[1] <= 1:
        unit = _unit_here(reader)
    if unit is None:
        reader.place = start
    return unit


def _hyphen_before_unit(reader: Reader) -> bool:
    """Whether a hyphen joins a unit ("four-mile"), and is no dash before another amount."""
    if reader.peek(1).kind != "w":
        return False
    return reader.adjoins() or reader.adjoins(1) or reader.peek(2).kind != "n"


def _unit_here(reader: Reader) -> str | None:
    found, low = longest_unit(reader, currency=False), reader.peek().low
    if found is not None and reader.peek(1).kind == "n" and _leads_to_year(reader):
        return None
    if _rates(reader, found):
        return _only_per(reader)
    if found is None:
        return _unlisted(reader)
    small = low in _LETTERS_OF_WORDS or low in reader.language.mark("stops")
    small = small and low not in reader.language.mark("units")
    written = reader.written(reader.place, reader.place + 1)
    glued = written not in ONLY_GLUED or (reader.adjoins() and reader.language.code != "fr")
    if found[1] == 1 and ((small and not _fits_as_letter(reader)) or not glued):
        return None
    return _listed(reader, *found)


def _leads_to_year(reader: Reader) -> bool:
    """Whether a word for years leads to one: the "år" of "500 kr år 2015"."""
    year = reader.peek(1).low
    dated = (
        reader.peek(1).kind == "n"
        and year.isdigit()
        and len(year) == len("2015")
        and "1800" <= year <= "2100"
    )
    return dated and date_cue(reader, ("in",))[1] == 1


def _rates(reader: Reader, found: tuple[Unit, int] | None) -> bool:
    """Whether a rate without its first unit comes next: "/kg", "per hour", "an hour"."""
    low = reader.peek().low
    if low == "/":
        return found is None
    per = low in reader.language.mark("per") and (found is None or found[1] == 1)
    return per and (_known(reader, 1) or _round_base(reader))


def _listed(reader: Reader, unit: Unit, length: int) -> str:
    """The unit that a table knows, taken with what makes another unit of it."""
    first, token = reader.place, reader.peek()
    if token.low == "pc" and (reader.adjoins() or reader.peek(1).low == "of"):
        reader.place += length
        return "percent"  # as the British press writes it
    reader.place += length
    rate = _hyphened_rate(reader)
    if rate is not None:
        written = f"{token.low} per {reader.peek(-1).low}"
        whole = lookup_unit(written.replace(" ", "s ", 1)) or lookup_unit(written)
        return whole.name if whole else f"{unit.name} {rate}"
    if _multiplied(reader):
        return reader.written(first, reader.place)
    if unit.name == "GBP" and token.low in _POUNDS and (
        reader.peek().low == "of" or not _WEIGHING.isdisjoint(_words(reader))
    ):  # fmt: skip
        return "lb"
    _powers(reader)
    return _put_together(reader, first, unit)


def _multiplied(reader: Reader) -> bool:
    """Take the second unit of a product: "person-years", "tonne-km"."""
    if reader.peek().low != "-" or not (reader.adjoins() and reader.adjoins(1)):
        return False
    second = reader.peek(1)
    if second.kind != "w" or second.low in reader.language.mark("per") or not _known(reader, 1):
        return False
    reader.place += 2
    return True


def _words(reader: Reader) -> set[str]:
    return {word for low in reader.lows for word in low.split()}


def _joins_share(reader: Reader) -> bool:
    """Whether "-in-" comes next, as in "1-in-5"."""
    hyphens = reader.peek().low == reader.peek(2).low == "-"
    return hyphens and reader.peek(1).low in reader.language.mark("in")


def _hyphened_rate(reader: Reader) -> str | None:
    """The rate in "$10-per-hour" or "5-per-cent"; None, and nothing taken, if there is none."""
    named, unit = reader.peek(1), reader.peek(3)
    hyphened = reader.peek().low == reader.peek(2).low == "-"
    if not hyphened or named.low not in reader.language.mark("per"):
        return None
    found = lookup_unit(f"{named.low} {unit.low}") or lookup_unit(unit.low)
    if found is None or unit.kind != "w":
        return None
    reader.place += 4
    return found.name if found.name == "percent" else f"per {found.name}"


def _fits_as_letter(reader: Reader) -> bool:
    """Whether a unit that is also a word of the language ends here, as units do."""
    after = reader.peek(1)
    if reader.place + 1 >= len(reader.tokens):
        return True
    if after.kind == "w" and _power_after_next(reader):
        return True  # "5 t ha−1"
    return after.kind == "b" or (after.kind == "s" and after.low != "'") or (
        reader.adjoins() and reader.peek().low != "c"
    )  # fmt: skip


def _round_base(reader: Reader) -> bool:
    """Whether "per 1,000" or "per million" follows: a rate, whose base is part of the unit."""
    if reader.peek().low in {"a", "an"}:
        return False
    if reader.language.scales.get(reader.peek(1).low, 0) >= 100:
        return True
    base = "".join(letter for letter in reader.peek(1).low if letter.isdigit())
    return reader.peek(1).kind == "n" and (
        base.startswith("1") and len(base) > 2 and set(base[1:]) == {"0"}
    )


def _known(reader: Reader, ahead: int) -> bool:
    token = reader.peek(ahead)
    return token.kind in "ws" and lookup_unit(reader.text[token.start : token.end]) is not None


def _measures(reader: Reader, ahead: int) -> bool:
    """Whether a unit that measures, and counts nothing, stands *ahead*."""
    token = reader.peek(ahead)
    unit = lookup_unit(reader.text[token.start : token.end]) if token.kind == "w" else None
    return unit is not None and unit.pint is not None


def longest_unit(reader: Reader, *, currency: bool) -> tuple[Unit, int] | None:
    """The unit of the most words that comes next, and how many tokens it takes."""
    tokens, place = reader.tokens, reader.place
    if place >= len(tokens) or tokens[place].kind not in "wsp":
        return None
    if tokens[place].kind == "w" and tokens[place].low not in _first_words():
        return None
    furthest = min(len(tokens), place + _MOST_TOKENS)
    for last in range(furthest, place, -1):
        if tokens[last - 1].kind == "b":
            continue
        unit = lookup_unit(reader.written(place, last))
        if unit is not None and (not currency or unit.dimension.startswith("currency")):
            if _breaks_a_number(reader, last):
                continue
            return unit, last - place
    return None


def _breaks_a_number(reader: Reader, last: int) -> bool:
    """Whether a unit would take the digits of the number after it: "m 2", "6ft2in"."""
    token = reader.tokens[last - 1]
    glued = last < len(reader.tokens) and reader.tokens[last].kind == "w" and (
        reader.tokens[last].start == token.end
    )  # fmt: skip
    return token.kind == "n" and (glued or reader.tokens[last - 2].end < token.start)


_FIRST: set[str] = set()


def _first_words() -> set[str]:
    if not _FIRST:
        for alias in unit_table()[0]:
            piece = "".join(letter if letter.isalpha() else " " for letter in alias).split()
            if piece:
                _FIRST.add(piece[0].casefold())
    return _FIRST


def _powers(reader: Reader) -> None:
    """Take the power of a unit: "²", "^2", "2", "−1"."""
    token = reader.peek()
    if token.kind == "p" and reader.adjoins():
        reader.place += 1
    elif token.low == "^" and reader.peek(1).kind == "n":
        reader.place += 2
    elif token.low == "^" and reader.peek(1).low == "-" and reader.peek(2).kind == "n":
        reader.place += 3
    elif token.kind == "n" and reader.adjoins() and token.low in {"1", "2", "3", "4"}:
        reader.place += not (reader.peek(1).kind == "w" and reader.adjoins(1))
    elif _negative_power(reader):
        reader.place += 2


def _negative_power(reader: Reader) -> bool:
    """Whether "-1" follows as the power of a unit, with a space before it or none."""
    sign, digit = reader.peek(), reader.peek(1)
    if sign.low not in {"-", "–"} or digit.kind != "n" or digit.low not in {"1", "2", "3"}:
        return False
    if len(reader.peek(-1).low) > _LONGEST_SYMBOL:
        return False
    return reader.adjoins(1) and reader.peek(2).low != "%"


def _put_together(  # noqa: C901 - a unit goes on in many ways
    reader: Reader, first: int, unit: Unit
) -> str:
    """Go on over "/ kg", "per hour", "· s −1"; the canonical name of the whole where known."""
    name = unit.name
    last = reader.place
    rate = ""
    for _ in range(_MOST_JOINTS):
        token = reader.peek()
        per = token.kind == "w" and token.low in reader.language.mark("per")
        joins = token.low in _JOINERS and reader.peek(1).kind in "wb" and (
            token.low != "." or (reader.adjoins() and reader.adjoins(1))
        )  # fmt: skip
        bare = token.kind == "w" and _with_power(reader)
        start = reader.place
        if per and reader.peek(1).kind == "n" and _measures(reader, 2):
            reader.place += 3
            last = reader.place
            break
        if not (per or joins or bare):
            break
        if per or joins:
            reader.place += 1
        if joins and _unit_in_bracket(reader, 0):
            reader.place += 1
            last = reader.place
            break
        if reader.peek().kind != "w" or (per and not _known(reader, 0)):
            reader.place = start
            break
        rate = "" if not per or rate else _as_rate(reader, first, start)
        reader.place += 1
        if joins and reader.peek().kind == "w" and reader.peek(1).kind == "b":
            reader.place += 1
        if reader.peek().kind == "b" and reader.peek(1).low in _JOINERS:
            reader.place += 1
        _powers(reader)
        last = reader.place
    if last > first and (last - first) > 1:
        written = reader.written(first, last)
        whole = lookup_unit(written)
        if whole is None and rate:
            whole = lookup_unit(rate)
        name = whole.name if whole else (name if lookup_unit(written) else _tidy(written, name))
    reader.place = last
    return name


def _unit_in_bracket(reader: Reader, ahead: int) -> bool:
    """Whether a bracket with the units under a stroke stands *ahead*: "J/(mol·K)"."""
    token = reader.peek(ahead)
    stroke = reader.peek(ahead - 1).low == "/"
    return stroke and token.kind == "b" and _UNITS_IN_BRACKET.fullmatch(token.low) is not None


def _as_rate(reader: Reader, first: int, joint: int) -> str:
    """The rate that an article says, as "per" would say it: "60 miles an hour"."""
    return f"{reader.written(first, joint)} per {reader.written(joint + 1, joint + 2)}"


def _tidy(written: str, name: str) -> str:
    return name if written.isalpha() else written


def _with_power(reader: Reader) -> bool:
    """Whether a short word with a power follows: the "s −1" of "m s −1"."""
    token = reader.peek()
    if len(token.low) > 3 or reader.cue_at(reader.place, ("to", "or", "but"))[1]:
        return False
    if token.low in reader.language.mark("stops"):
        return False
    sign, digit = reader.peek(1), reader.peek(2)
    if sign.kind == "p":
        return True
    negative = sign.low in {"-", "–"} and digit.kind == "n" and digit.low in {"1", "2", "3"}
    return negative and reader.adjoins(2)


def _power_after_next(reader: Reader) -> bool:
    """Whether a power stands behind the short word after the next."""
    reader.place += 1
    powered = _with_power(reader)
    reader.place -= 1
    return powered


def _only_per(reader: Reader) -> str | None:
    """The "per hour" or "/kg" that follows an amount of money or a bare number."""
    first = reader.place
    reader.place += 1
    if reader.peek().kind != "w" and not (reader.peek(-1).low != "/" and reader.peek().kind == "n"):
        reader.place = first
        return None
    base = reader.place
    named = lookup_unit(reader.written(base, base + 1))
    reader.place += 1
    scaled = _scaled_base(reader, base)
    if scaled:
        return scaled
    if reader.tokens[base].kind == "n" and _measures(reader, 0):
        reader.place += 1
        return f"per {reader.written(base, reader.place)}"
    _powers(reader)
    named = lookup_unit(reader.written(base, reader.place)) or named
    if named is not None and reader.tokens[first].kind == "w":
        return f"per {named.name}"
    return reader.written(first, reader.place)


def _scaled_base(reader: Reader, base: int) -> str | None:
    """The rate whose base is a number with a scale: "per 100 thousand", "на 100 тыс."."""
    number, scale = reader.tokens[base], reader.language.scales.get(reader.peek().low)
    if number.kind != "n" or not number.low.isdigit() or scale is None:
        return None
    reader.place += 1
    reader.place += reader.peek().low == "." and reader.adjoins()
    return f"per {int(number.low) * int(scale):,}"


def _unlisted(reader: Reader) -> str | None:
    """A unit that no table knows, told by its stroke or its power: "kOe", "fb−1", "cd/m2"."""
    token = reader.peek()
    if token.kind != "w" or reader.place == 0 or reader.cue_at(reader.place, _NO_UNITS)[1]:
        return None
    if token.low in reader.language.mark("stops"):
        return None
    first = reader.place
    joined = reader.peek(1).low in _STROKES and reader.adjoins(1) and (
        reader.peek(2).kind == "w" or _unit_in_bracket(reader, 2)
    )  # fmt: skip
    if not joined and not (_with_power(reader) and len(token.low) <= 3):
        return None
    reader.place += 1
    _powers(reader)
    while reader.peek().low in _JOINERS and (
        reader.peek(1).kind == "w" or _unit_in_bracket(reader, 1)
    ):  # fmt: skip
        reader.place += 2
        _powers(reader)
    return reader.written(first, reader.place)
