"""One amount: sign, currency, number, scale and unit."""

from __future__ import annotations

from decimal import Decimal, DecimalException

from attrs import define

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.numerals import Numeral, read_numeral
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.tokens import SUPERSCRIPTS, VULGAR
from claimcheck.parsing.units import lookup_unit, smaller_units
from claimcheck.parsing.unit_reading import read_currency, read_unit
from claimcheck.parsing.words import read_spoken

ZERO = Decimal(0)
ONE = Decimal(1)
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_LARGEST_POWER = 400
_LARGEST_ABOVE = 9


@define
class Amount:
    """An amount as it stands in a phrase; its grains lie in the exponents of its numbers.

    Attributes:
        low: The number, or the lower end of an order of magnitude.
        high: The same, or the upper end.
        scales: What it was multiplied by last; empty where nothing was.
        grouped: Whether its thousands are set apart.
        unit: Canonical name of the unit, or the unit as written; None for none.
        margin: Uncertainty in brackets, as a positive number.
        order: Whether it is an order of magnitude.
        ordinal: Whether it is a place in an order.
        fraction: Whether it is a part of one.
        worded: Whether words say it.
        leading: Whether its unit stands before it.
        first: Index of its first token.
        last: Index after its last token.
    """

    low: Decimal
    high: Decimal
    scales: tuple[Decimal, ...] = ()
    grouped: bool = False
    unit: str | None = None
    margin: Decimal | None = None
    order: bool = False
    ordinal: bool = False
    fraction: bool = False
    worded: bool = False
    leading: bool = False
    first: int = 0
    last: int = 0

    def times(self, scale: Decimal) -> None:
        """Multiply it, and what it is uncertain by, by *scale*."""
        self.low, self.high = self.low * scale, self.high * scale
        if self.margin is not None:
            self.margin *= scale


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
    negative = _minus(reader)
    unit = read_currency(reader)
    if unit and not negative:
        negative = _minus(reader)
    if unit and reader.peek().kind == "b":
        return _accounting(reader, unit)
    amount = _number(reader, money=unit is not None)
    if amount is None and unit is None and not negative:
        amount = _article(reader) or _order(reader)
    if amount is None:
        return None
    if negative:
        amount.low, amount.high = -amount.high, -amount.low
    amount.unit, amount.leading = unit, unit is not None
    skip_case_ending(reader)
    named = read_unit(reader)
    if named is not None:
        _set_unit(reader, amount, named)
    _scale_after_unit(reader, amount)
    add_smaller(reader, amount)
    return amount


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
    whole = amount.low == amount.low.to_integral_value()
    if not sizes or not whole or amount.scales or amount.grouped:
        return
    start = reader.place
    joined = reader.peek().low in {",", *reader.language.mark("and")}
    if joined and reader.place != reader.kept_apart:
        reader.place += 1
    if reader.peek().kind == "n" and (numeral := read_numeral(reader.peek().low, reader.decimal)):
        reader.place += 1
        unit = read_unit(reader)
        size = sizes.get(unit) if unit else None
        if size is not None and numeral.value < size:
            amount.low = amount.high = amount.low + numeral.value / size
            return
    reader.place = start


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
        return _fraction_scaled(reader, _vulgar(token.low))
    if token.kind == "n":
        return _digits(reader, money=money)
    spoken = read_spoken(reader)
    if spoken is None:
        return None
    return Amount(
        spoken.value, spoken.value, spoken.scales, worded=True, fraction=spoken.fraction,
        ordinal=spoken.ordinal,
    )  # fmt: skip


def _vulgar(sign: str) -> Decimal:
    above, below = VULGAR[sign]
    return Decimal(above) / Decimal(below)


def _fraction_scaled(reader: Reader, value: Decimal) -> Amount:
    """A fraction in signs, and the scale that may follow it: "½ million", "2/3 of a million"."""
    amount = Amount(value, value, fraction=True)
    ahead = 0
    if reader.peek().low in reader.language.mark("of"):
        ahead += 1
        if reader.peek(1).low in reader.language.mark("article"):
            ahead += 1
    reader.place += ahead
    found = scale_at(reader, after_digits=False)
    if found is None:
        reader.place -= ahead
        return amount
    reader.place += found[1]
    amount.times(found[0])
    amount.scales, amount.fraction = (found[0],), False
    return amount


def _digits(reader: Reader, *, money: bool) -> Amount | None:
    token = reader.peek()
    numeral = _numeral(reader, money=money)
    reader.place += 1
    if reader.peek().low == "." and reader.adjoins() and (
        reader.peek(1).kind == "b" or reader.place + 1 == len(reader.tokens)
    ):  # fmt: skip
        reader.place += 1
    value = numeral.value
    fraction = _slash(reader, numeral)
    if fraction is not None:
        return _fraction_scaled(reader, fraction)
    margin = _bracketed_margin(reader, token.low, value)
    power = _power(reader, numeral)
    if power is not None:
        value, margin = power(value), None if margin is None else power(margin)
    amount = Amount(value, value, grouped=numeral.grouped, margin=margin)
    if margin is not None:
        found = scale_at(reader, after_digits=True)
        if found:
            reader.place += found[1]
            amount.times(found[0])
            amount.scales = (found[0],)
        return amount
    if _ordinal_suffix(reader):
        amount.ordinal = True
        return amount
    spoken = read_spoken(reader, first=value) if _words_follow(reader) else None
    if spoken is not None:
        amount.low = amount.high = spoken.value
        amount.scales, amount.fraction = spoken.scales, spoken.fraction
        amount.ordinal = spoken.ordinal
    return amount


def _words_follow(reader: Reader) -> bool:
    token = reader.peek()
    if token.kind == "s" and token.low == "-":
        return reader.peek(1).low in reader.language.scales
    return token.kind == "w"


def _numeral(reader: Reader, *, money: bool) -> Numeral:
    token = reader.peek()
    decimal = reader.decimal
    numeral = read_numeral(token.low, decimal)
    if numeral is None:
        return reader.fail("no way of writing numbers reads this", "write 1,234.5 or 1.234,5")
    if numeral.open:
        reader.doubts.add("decimal")
        if money or _whole_things(reader) or token.low.endswith(".000"):
            numeral = read_numeral(token.low, ",") or numeral
    return numeral


def _whole_things(reader: Reader) -> bool:
    """Whether what is counted comes in whole things or in cents, never in thousandths."""
    expected = lookup_unit(reader.unit) if reader.unit else None
    if expected is not None:
        return expected.counted or expected.dimension.startswith("currency")
    if reader.unit:
        return True
    start = reader.place
    reader.place += 1
    unit = read_unit(reader)
    reader.place = start
    found = lookup_unit(unit) if unit else None
    return found is not None and (found.counted or found.dimension.startswith("currency"))


def _slash(reader: Reader, numeral: Numeral) -> Decimal | None:
    """The fraction in "3/4", "1 4/5" or "2½"; None if there is none."""
    token = reader.peek()
    whole = not numeral.grouped and numeral.value == numeral.value.to_integral_value()
    if token.kind == "f" and whole:
        reader.place += 1
        return numeral.value + _vulgar(token.low)
    if token.low == "/" and reader.peek(1).kind == "n" and whole:
        below = reader.peek(1).low
        if not below.isdigit() or int(below[:9]) == 0 or reader.peek(2).low == "/":
            return reader.fail("this is no fraction", "write 3/4, or a date as 2020-05-31")
        above, under = numeral.value, Decimal(below)
        if (above > under and above > _LARGEST_ABOVE) or (above >= 1000 and len(below) <= 4):  # noqa: PLR2004
            return reader.fail("this fraction is more likely a pair of numbers", "write one number")
        reader.place += 2
        return above / under
    mixed = token.kind == "n" and token.low.isdigit() and reader.peek(1).low == "/" and whole
    if mixed and reader.peek(2).kind == "n" and reader.peek(2).low.isdigit():
        above, under = Decimal(token.low), Decimal(reader.peek(2).low)
        if 0 < above < under:
            reader.place += 3
            return numeral.value + above / under
    return None


def _bracketed_margin(reader: Reader, written: str, value: Decimal) -> Decimal | None:
    """The uncertainty in "5.0(3)", in units of the last digit, or in "1.23(3.4)", as written."""
    token = reader.peek()
    if token.kind != "b" or not reader.adjoins() or reader.text[token.start] != "(":
        return None
    content = token.low
    if not content.replace(".", "", 1).isdigit() or not content.isascii():
        return None
    year = len(content) == 4 and "1000" <= content <= "2100"  # noqa: PLR2004
    if year and ("." not in written or "," in written):
        return None
    reader.place += 1
    exponent = value.as_tuple().exponent
    if "." in content or not isinstance(exponent, int):
        return Decimal(content)
    return Decimal(content).scaleb(exponent)


def _power(reader: Reader, numeral: Numeral):  # type: ignore[no-untyped-def]
    """A function that applies "×10⁶", "^6" or "⁶" to a number; None if none follows."""
    token = reader.peek()
    if token.kind == "s" and token.low in "×*·x" or token.low == "x":
        taken = times_ten(reader)
        return None if taken is None else lambda number: number.scaleb(taken)
    if numeral.value == 10 and (token.low == "^" or (token.kind == "p" and reader.adjoins())):  # noqa: PLR2004
        exponent = _exponent(reader)
        return None if exponent is None else lambda _: ONE.scaleb(exponent)
    if token.low == "^":
        exponent = _exponent(reader)
        return None if exponent is None else lambda number: number**exponent
    if token.kind == "p" and reader.adjoins():
        if numeral.grouped or numeral.value >= 1000:  # noqa: PLR2004
            reader.place += 1  # a footnote mark
            return None
        reader.fail("a raised number stands here", "write a power as 10^6, a footnote as [1]")
    return None


def times_ten(reader: Reader) -> int | None:
    """The exponent in "×10⁶", "x 10^6", "·10−5"; nothing is taken if there is none."""
    start = reader.place
    reader.place += 1
    ten = reader.peek()
    if ten.kind == "n" and ten.low != "10":
        reader.fail("a product stands here", "write the number that it makes")
    if ten.kind != "n":
        reader.place = start
        return None
    reader.place += 1
    exponent = _exponent(reader)
    if exponent is None:
        reader.fail("a product stands here", "write a power as 10^6")
    return exponent


def _exponent(reader: Reader) -> int | None:
    token = reader.peek()
    if token.kind == "p" and reader.adjoins():
        reader.place += 1
        return _small(token.low.translate(_POWERS))
    if token.low == "^":
        sign = "-" if reader.peek(1).low == "-" else ""
        ahead = 2 if reader.peek(1).low in {"-", "+"} else 1
        digits = reader.peek(ahead)
        if digits.kind == "n" and digits.low.isdigit():
            reader.place += ahead + 1
            return _small(sign + digits.low)
        return None
    if token.low in {"-", "–"} and reader.peek(1).kind == "n" and reader.adjoins():
        digits = reader.peek(1)
        if digits.low.isdigit() and len(digits.low) <= 2 and reader.adjoins(1):  # noqa: PLR2004
            reader.place += 2
            return _small("-" + digits.low)
    return None


def _small(text: str) -> int:
    if len(text) > 4 or abs(int(text)) > _LARGEST_POWER:  # noqa: PLR2004
        raise OverflowError
    return int(text)


def _ordinal_suffix(reader: Reader) -> bool:
    token = reader.peek()
    suffix = token.kind == "w" and token.low in reader.language.mark("ordinal_suffixes")
    if suffix and reader.adjoins():
        reader.place += 1
        return True
    return False


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


def _order(reader: Reader) -> Amount | None:
    """An order of magnitude: "thousands", "tens of thousands", "several million"."""
    start, language = reader.place, reader.language
    if reader.cue(("several",)):
        if reader.peek().low in language.mark("of"):
            reader.place += 1
        found = scale_at(reader, after_digits=False) or _plural(reader)
        if found is None:
            reader.place = start
            return None
        value = found[0]
        reader.place += found[1]
        value *= _chained(reader)
        return Amount(value, value * 10, order=True, worded=True, scales=(value,))
    value_of = language.orders.get(reader.peek().low)
    if value_of is None:
        return None
    reader.place += 1
    value = value_of * _chained(reader)
    return Amount(value, value * 10, order=True, worded=True)


def _plural(reader: Reader) -> tuple[Decimal, int] | None:
    value = reader.language.orders.get(reader.peek().low)
    return None if value is None else (value, 1)


def _chained(reader: Reader) -> Decimal:
    """What further orders multiply by: "of thousands", "thousand"."""
    language, product = reader.language, ONE
    while True:
        ahead = 1 if reader.peek().low in language.mark("of") else 0
        low = reader.peek(ahead).low
        scale = language.orders.get(low) or language.scales.get(low)
        if scale is None or len(low) < 2:  # noqa: PLR2004
            return product
        product *= scale
        reader.place += ahead + 1


def is_superscript(text: str) -> bool:
    """Whether *text* is raised digits, as footnote marks and exponents are."""
    return bool(text) and all(letter in SUPERSCRIPTS for letter in text)
