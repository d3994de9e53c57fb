"""One amount: sign, currency, number, scale and unit."""

from __future__ import annotations

import re
from decimal import Decimal, DecimalException

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE, Amount
from claimcheck.parsing.currency_reading import read_currency
from claimcheck.parsing.digits import fraction_scaled, read_digits, vulgar
from claimcheck.parsing.money_scales import (
    currency_with_scale,
    is_currency,
    take_money_scale,
    take_scale_after_unit,
)
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.orders import read_digit_order, read_order, read_worded_order
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.smaller_parts import add_part_of_unit, add_smaller, feet_in_signs
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.parsing.units import lookup_unit
from claimcheck.parsing.words import read_spoken

_STRANGE = re.compile(r"[^\u0000-\u024f\u0259\u0370-\u052f\u1e00-\u1eff]|[\u0370-\u03ff]{2}")


def read_amount(reader: Reader) -> Amount | None:
    """The amount that the next tokens say; None, and nothing taken, if they say none."""
    start = reader.place
    try:
        amount = _read(reader)
    except FigureSyntaxError:
        raise
    except (DecimalException, OverflowError, ValueError):
        reader.place = start
        return reader.fail("this number is too large or too long", "write it with a scale")
    if amount is None:
        reader.place = start
        return None
    amount.first, amount.last = start, reader.place
    return amount


def _read(reader: Reader) -> Amount | None:
    every = _every(reader)
    if every is not None:
        return every
    if reader.peek().kind == "n":
        return _measured(reader, read_digit_order(reader) or read_digits(reader, money=False))
    hyphen = _hyphen_behind_word(reader)
    negative = not hyphen and _minus(reader)
    unit = read_currency(reader) or _percent_before(reader)
    if unit and not negative:
        negative = _minus(reader)
    if unit and reader.peek().kind == "b":
        return _accounting(reader, unit)
    amount = _number(reader, money=unit is not None)
    if amount is None and unit is None and not negative:
        amount = _article(reader) or read_order(reader)
    if amount is None:
        return None
    if negative:
        amount.low, amount.high = -amount.high, -amount.low
    amount.unit, amount.leading = unit, unit is not None
    if hyphen and reader.peek().low == "s" and reader.adjoins():
        reader.place += 1  # "over-65s"
        return amount
    return _measured(reader, amount)


def _hyphen_behind_word(reader: Reader) -> bool:
    """Take the hyphen of "over-65s" or the dash of "Total – 5", which are no minus."""
    if reader.peek().low not in {"-", "–"} or not reader.place or reader.peek(-1).kind != "w":
        return False
    if reader.adjoins() != reader.adjoins(1) or reader.peek(1).kind not in "nws":
        return False
    if not reader.adjoins():
        reader.doubts.add("sign")
    reader.place += 1
    return True


def _measured(reader: Reader, amount: Amount) -> Amount:
    """*amount* with the unit that stands behind it."""
    if reader.peek().kind == "e":
        return amount
    _skip_case_ending(reader)
    take_money_scale(reader, amount)
    joined = None if amount.scales or amount.unit else currency_with_scale(reader)
    if joined is not None:
        amount.times(joined[0])
        amount.scales, amount.unit = (joined[0],), joined[1]
        return amount
    if amount.fraction and _part_of_number(reader, amount):
        return amount
    named = _unit_of_part(reader) if amount.fraction else feet_in_signs(reader)
    named = named or read_unit(reader)
    if named is None:
        _refuse_strange_word(reader)
    else:
        _set_unit(reader, amount, named)
    take_scale_after_unit(reader, amount)
    add_smaller(reader, amount)
    add_part_of_unit(reader, amount)
    return amount


def _part_of_number(reader: Reader, amount: Amount) -> bool:
    """Multiply by the number with a scale or in percent that this is a part of: "half of 1%"."""
    start, language = reader.place, reader.language
    if reader.peek().low not in language.mark("of"):
        return False
    reader.place += 1
    after = reader.peek()
    counts = after.kind == "n" or after.low in language.numbers
    whole = read_amount(reader) if counts else None
    if whole is None or not (whole.unit == "percent" or whole.scales):
        reader.place = start
        return False
    amount.times(whole.low)
    amount.unit, amount.scales, amount.fraction = whole.unit, whole.scales, False
    return True


def _unit_of_part(reader: Reader) -> str | None:
    """The unit that something is a part of: "half an inch", "a quarter of a mile"."""
    start, language = reader.place, reader.language
    if reader.peek().low in language.mark("of"):
        reader.place += 1 + (reader.peek(1).low == "'")
    quoted = reader.place > start and reader.peek(-1).low == "'"
    article = reader.peek().low in language.mark("article")
    reader.place += article
    named = read_unit(reader)
    unit = lookup_unit(named) if named else None
    lasting = unit is not None and unit.dimension == "duration" and reader.place > start + 1
    if unit is None or not (article or quoted or lasting):
        reader.place = start
        return None
    return named


def _refuse_strange_word(reader: Reader) -> None:
    """Refuse a word of a script that no table is written in, which may be a scale: "12 万".

    Raises:
        FigureSyntaxError: If there is one.
    """
    token = reader.peek()
    if token.kind == "w" and not token.low.isascii() and _STRANGE.match(token.low):
        reader.fail("this word is of a script that is not read here", "write it in Latin letters")


def _percent_before(reader: Reader) -> str | None:
    """The percent that some languages put before the number: "%20", "yüzde yirmi", "binde 5"."""
    token = reader.peek()
    worded = token.low in reader.language.mark("share_before")
    if not worded and (token.kind not in "ws" or reader.peek(1).kind != "n"):
        return None
    unit = lookup_unit(token.low)
    if unit is None or (unit.name != "percent" and not worded):
        return None
    reader.place += 1
    return unit.name


def _skip_case_ending(reader: Reader) -> None:
    """Take the case ending that some languages put to digits: "30'dan", "30-dan"."""
    endings = reader.language.mark("suffixes")
    if not endings or not reader.adjoins():
        return
    if reader.peek().low in endings:
        reader.place += 1
    elif reader.peek().low in {"'", "-"} and reader.peek(1).low in endings and reader.adjoins(1):
        reader.place += 2


def _set_unit(reader: Reader, amount: Amount, named: str) -> None:
    if amount.unit is None or amount.unit == named:
        amount.unit = named
    elif named.startswith(("/", "per ")):
        written = f"{amount.unit}{'' if named[0] == '/' else ' '}{named}"
        whole = lookup_unit(written)
        amount.unit = whole.name if whole else written
    elif amount.unit == "USD" and is_currency(named):
        amount.unit = named
    elif is_currency(named):
        reader.fail("two currencies stand at one number", "keep one of them")


def _minus(reader: Reader) -> bool:
    token = reader.peek()
    if token.kind == "s" and token.low in "-–+":
        after = reader.peek(1)
        if after.kind in "nfsw" and (after.kind != "s" or after.low not in "-–+~<>"):
            reader.place += 1
            return token.low != "+"
        return False
    return reader.cue(("minus",)) == "minus"


def _accounting(reader: Reader, unit: str) -> Amount | None:
    """The negative of accountants: "$(12)"."""
    read = read_numeral(reader.peek().low, reader.decimal)
    if read is None:
        return None
    reader.place += 1
    return Amount(
        -read.value, -read.value, grouped=read.grouped, decimals=read.decimals, unit=unit,
        leading=True,
    )  # fmt: skip


def _number(reader: Reader, *, money: bool) -> Amount | None:
    token = reader.peek()
    if token.kind == "f":
        reader.place += 1
        return fraction_scaled(reader, vulgar(token.low))
    if token.kind == "n":
        return read_digit_order(reader) or read_digits(reader, money=money)
    worded = read_worded_order(reader) or _share(reader)
    if worded is not None:
        return worded
    spoken = read_spoken(reader)
    if spoken is None:
        return None
    return Amount(
        spoken.value, spoken.value, spoken.scales, spoken.head, worded=True,
        fraction=spoken.fraction, ordinal=spoken.ordinal,
    )  # fmt: skip


def _share(reader: Reader) -> Amount | None:
    """A part whose denominator stands first: "üçte iki", two thirds."""
    below = reader.language.denominators.get(reader.peek().low)
    above = reader.language.numbers.get(reader.peek(1).low)
    if below is None or above is None or not 0 < above < below:
        return None
    reader.place += 2
    return Amount(above / below, above / below, fraction=True, worded=True)


def _every(reader: Reader) -> Amount | None:
    """One in as many as an ordinal says: "jeder Fünfte", "every third household"."""
    if reader.peek().low not in reader.language.mark("every"):
        return None
    language, named = reader.language, reader.peek(1).low
    whole = Decimal(language.ordinals.get(named) or language.fractions.get(named) or 1)
    second = whole == 2 and reader.peek(2).kind != "w" and language.code == "en"
    if whole == 1 or second:
        return None
    reader.place += 2
    start = reader.place
    frequent = lookup_unit(read_unit(reader) or "")
    reader.place = start
    if frequent is not None and frequent.dimension == "duration":
        reader.fail("this says how often, and not how much", "write the number of times")
    return Amount(ONE / whole, ONE / whole, unit="ratio", fraction=True, worded=True)


def _article(reader: Reader) -> Amount | None:
    """The one in "a gallon": an article before a unit that is known."""
    if reader.peek().low not in reader.language.mark("article"):
        return None
    start = reader.place
    elided = reader.peek(1).low == "'" and reader.adjoins(1)  # "un'ora"
    reader.place += 1 + elided
    unit = read_unit(reader)
    found = lookup_unit(unit) if unit else None
    reader.place = start
    if found is None:
        return None
    reader.place += 1 + elided
    return Amount(ONE, ONE, worded=True)
