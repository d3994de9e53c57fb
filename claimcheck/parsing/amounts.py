"""One amount: sign, currency, number, scale and unit."""

from __future__ import annotations

from decimal import Decimal, DecimalException

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE, Amount
from claimcheck.parsing.digits import fraction_scaled, read_digits, vulgar
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.orders import read_digit_order, read_order, read_worded_order
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.unit_reading import read_currency, read_unit
from claimcheck.parsing.units import lookup_unit, smaller_units
from claimcheck.parsing.words import read_spoken


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
    if reader.peek().kind == "n":
        return _measured(reader, read_digit_order(reader) or read_digits(reader, money=False))
    negative = _minus(reader)
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
    return _measured(reader, amount)


def _measured(reader: Reader, amount: Amount) -> Amount:
    """*amount* with the unit that stands behind it."""
    skip_case_ending(reader)
    named = read_unit(reader)
    if named is not None:
        _set_unit(reader, amount, named)
    _scale_after_unit(reader, amount)
    add_smaller(reader, amount)
    return amount


def _percent_before(reader: Reader) -> str | None:
    """The percent that some languages put before the number: "%20", "yüzde 20"."""
    token = reader.peek()
    if token.kind not in "ws" or reader.peek(1).kind != "n":
        return None
    unit = lookup_unit(token.low)
    if unit is None or unit.name != "percent":
        return None
    reader.place += 1
    return unit.name


def skip_case_ending(reader: Reader) -> None:
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
    elif amount.unit == "USD" and _is_currency(named):
        amount.unit = named
    elif _is_currency(named):
        reader.fail("two currencies stand at one number", "keep one of them")


def add_smaller(reader: Reader, amount: Amount) -> None:
    """Add the smaller unit of "6 feet 2 inches" or "5 dollars and 50 cents".

    Units whose factor is not known here are refused, because the first number alone is not all.
    """
    sizes = smaller_units(amount.unit)
    if not sizes or amount.scales or amount.grouped or amount.low % 1:
        return
    start = reader.place
    joined = reader.peek().low in {",", *reader.language.mark("and")}
    if joined and reader.place != reader.kept_apart:
        reader.place += 1
    value = _smaller_number(reader)
    unit = None if value is None else read_unit(reader)
    size = sizes.get(unit) if unit else None
    if value is not None and size is not None and value < size:
        amount.low = amount.high = amount.low + value / size
        return
    reader.place = start


def _smaller_number(reader: Reader) -> Decimal | None:
    if reader.peek().kind == "n":
        numeral = read_numeral(reader.peek().low, reader.decimal)
        reader.place += 1
        return None if numeral is None else numeral.value
    spoken = read_spoken(reader)
    return None if spoken is None else spoken.value


def _is_currency(name: str) -> bool:
    unit = lookup_unit(name)
    return unit is not None and unit.dimension.startswith("currency")


def _scale_after_unit(reader: Reader, amount: Amount) -> None:
    """The scale in "75 USD million"."""
    if amount.scales or amount.unit is None or amount.leading or not _is_currency(amount.unit):
        return
    found = scale_at(reader, after_digits=False)
    if found is not None:
        amount.times(found[0])
        amount.scales = (found[0],)
        reader.place += found[1]


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
    return Amount(-read.value, -read.value, grouped=read.grouped, unit=unit, leading=True)


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
        spoken.value, spoken.value, spoken.scales, worded=True, fraction=spoken.fraction,
        ordinal=spoken.ordinal,
    )  # fmt: skip


def _share(reader: Reader) -> Amount | None:
    """A part whose denominator stands first: "üçte iki", two thirds."""
    below = reader.language.denominators.get(reader.peek().low)
    above = reader.language.numbers.get(reader.peek(1).low)
    if below is None or above is None or not 0 < above < below:
        return None
    reader.place += 2
    return Amount(above / below, above / below, fraction=True, worded=True)


def _article(reader: Reader) -> Amount | None:
    """The one in "a gallon": an article before a unit that is known."""
    if reader.peek().low not in reader.language.mark("article"):
        return None
    start = reader.place
    reader.place += 1
    unit = read_unit(reader)
    found = lookup_unit(unit) if unit else None
    reader.place = start
    if found is None:
        return None
    reader.place += 1
    return Amount(ONE, ONE, worded=True)
