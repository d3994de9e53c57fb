"""What is added to an amount behind its unit: "6 feet 2 inches", "1h45", "two hours and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import ONE, Amount, is_whole
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.parsing.units import smaller_units
from claimcheck.parsing.words import read_spoken

_UNNAMED = {"foot": 12, "hours": 60}
_BEHIND_TIMES = frozenset({"old", "ago", "long", "later", "of"})
_INCHES = frozenset({'"', "'", "”", "″", "in", "inches"})


def feet_in_signs(reader: Reader) -> str | None:
    """The foot of "6'2": a stroke with inches right behind it."""
    inches = reader.peek(1)
    if reader.peek().low not in {"'", "′"} or not reader.adjoins() or not inches.low[:2].isdigit():
        return None
    after = reader.peek(2)
    if inches.low == "000" or not (after.kind == "e" or after.low in _INCHES or after.kind == "f"):
        return None
    reader.place += 1
    return "foot"


def add_smaller(reader: Reader, amount: Amount) -> None:
    """Add the smaller unit of "6 feet 2 inches" or "5 dollars and 50 cents".

    Units whose factor is not known here are refused, because the first number alone is not all.
    """
    sizes = smaller_units(amount.unit)
    if not sizes or amount.scales or amount.grouped or not is_whole(amount.low):
        return
    if _add_unnamed(reader, amount) or _add_cents(reader, amount):
        return
    start = reader.place
    abbreviated = reader.peek().low == "." and reader.adjoins() and reader.peek(1).kind == "n"
    joined = reader.peek().low in {",", *reader.language.mark("and")}
    if abbreviated or (joined and reader.place != reader.kept_apart):
        reader.place += 1
    value = _smaller_number(reader)
    unit = None if value is None else read_unit(reader)
    unit = "minutes" if unit == "m" and amount.unit == "hours" else unit
    size = sizes.get(unit) if unit else None
    if value is not None and size is not None and value < size:
        amount.low = amount.high = amount.low + value / size
        return
    reader.place = start


def _add_unnamed(reader: Reader, amount: Amount) -> bool:
    """Add what stands behind feet and hours without its unit: "six foot two", "5'11", "1h45"."""
    size = _UNNAMED.get(amount.unit or "")
    if size is None:
        return False
    start = reader.place
    if reader.peek().low == "-" and reader.adjoins():
        reader.place += 1
    digits = reader.peek().low
    if amount.unit == "foot":
        fits = digits.isdigit() or digits in reader.language.numbers
    else:
        fits = reader.adjoins() and digits.isdigit() and len(digits) == len("45")
    value = _smaller_number(reader) if fits else None
    if value is None or value >= size:
        reader.place = start
        return False
    if amount.unit == "foot":
        reader.place += reader.peek().low in _INCHES
        reader.place += reader.peek().low in _INCHES and reader.adjoins()
    else:
        reader.place += reader.peek().low in {"m", "min"} and reader.adjoins()
    after = reader.peek()
    if after.kind == "n" or (after.kind == "w" and after.low not in reader.language.cues):
        reader.place = start
        return False
    amount.low = amount.high = amount.low + value / size
    return True


def _add_cents(reader: Reader, amount: Amount) -> bool:
    """Add the cents that end a phrase without their name: "5 Euro 50"."""
    token = reader.peek()
    cents = token.kind == "n" and token.low.isdigit() and len(token.low) == len("50")
    hundred = 100 in smaller_units(amount.unit).values() and amount.unit not in {"m", "km"}
    named = not amount.leading and len(reader.peek(-1).low) > len("EUR")
    if not (cents and hundred and named and reader.peek(1).kind == "e"):
        return False
    reader.place += 1
    amount.low = amount.high = amount.low + Decimal(token.low) / 100
    return True


def _smaller_number(reader: Reader) -> Decimal | None:
    if reader.peek().kind == "n":
        numeral = read_numeral(reader.peek().low, reader.decimal)
        reader.place += 1
        return None if numeral is None else numeral.value
    spoken = read_spoken(reader)
    return None if spoken is None else spoken.value


def add_part_of_unit(reader: Reader, amount: Amount) -> None:
    """Add the part of one more unit: "two hours and a half", "un kilo et demi"."""
    language, start = reader.language, reader.place
    if amount.unit is None or amount.leading or amount.scales or not is_whole(amount.low):
        return
    joined = reader.peek().low in language.mark("and") and reader.place != reader.kept_apart
    if joined:
        reader.place += 1
        reader.place += reader.peek().low in language.mark("article")
    low = reader.peek().low
    part = language.fractions.get(low)
    after = reader.peek(1)
    alone = after.kind != "w" or after.low in language.cues or after.low in _BEHIND_TIMES
    if part is None or not alone or not (joined or low in language.mark("half")):
        reader.place = start
        return
    reader.place += 1
    amount.low = amount.high = amount.low + ONE / part
