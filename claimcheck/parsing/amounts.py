"""One amount: sign, currency, number, scale and unit."""

from __future__ import annotations

import re
from decimal import Decimal, DecimalException

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.amount import ONE, Amount, is_whole
from claimcheck.parsing.digits import fraction_scaled, read_digits, vulgar
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.orders import read_digit_order, read_order, read_worded_order
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import MILLION, scale_at
from claimcheck.parsing.unit_reading import read_currency, read_unit
from claimcheck.parsing.units import lookup_unit, smaller_units
from claimcheck.parsing.words import read_spoken

_CODE = 3
_CURRENCY_SCALES = {
    "k": Decimal(1000), "K": Decimal(1000), "T": Decimal(1000), "t": Decimal(1000),
    "M": MILLION, "Mio": MILLION, "m": MILLION, "mn": MILLION, "Mrd": Decimal("1e9"),
    "md": Decimal("1e9"), "mdr": Decimal("1e9"), "bn": Decimal("1e9"),
}  # fmt: skip
_LEADING_SCALES = {
    "MM": MILLION, "grand": Decimal(1000), "L": Decimal(100_000), "b": Decimal("1e9"),
}  # fmt: skip
_UNNAMED = {"foot": 12, "hours": 60}
_INCHES = frozenset({'"', "'", "”", "″", "in", "inches"})
_STRANGE = re.compile(r"[^\u0000-\u024f\u0370-\u052f\u1e00-\u1eff]|[\u0370-\u03ff]{2}")


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
    skip_case_ending(reader)
    _scale_of_currency(reader, amount)
    joined = None if amount.scales or amount.unit else _currency_with_scale(reader)
    if joined is not None:
        amount.times(joined[0])
        amount.scales, amount.unit = (joined[0],), joined[1]
        return amount
    if amount.fraction and _part_of_number(reader, amount):
        return amount
    named = _unit_of_part(reader) if amount.fraction else _feet_in_signs(reader)
    named = named or read_unit(reader)
    if named is None:
        _refuse_strange_word(reader)
    else:
        _set_unit(reader, amount, named)
    _scale_after_unit(reader, amount)
    add_smaller(reader, amount)
    _add_part_of_unit(reader, amount)
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


def _add_part_of_unit(reader: Reader, amount: Amount) -> None:
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
    alone = reader.peek(1).kind != "w" or reader.peek(1).low in language.cues
    if part is None or not alone or not (joined or low in language.mark("half")):
        reader.place = start
        return
    reader.place += 1
    amount.low = amount.high = amount.low + ONE / part


def _scale_of_currency(reader: Reader, amount: Amount) -> None:
    """Take the scale that only money has: "$40MM", "$5 grand", "5 kEUR", "5 T€", "5 т. руб."."""
    if amount.scales:
        return
    if amount.unit is not None and _is_currency(amount.unit):
        scale, length = _scale_of_leading(reader)
    else:
        scale, length = _scale_before_currency(reader)
    if scale is not None:
        amount.times(scale)
        amount.scales = (scale,)
        reader.place += length


def _scale_of_leading(reader: Reader) -> tuple[Decimal | None, int]:
    """The scale behind an amount whose currency stands before it, and how many tokens it takes."""
    hyphen = int(reader.peek().low == "-" and reader.adjoins() and reader.adjoins(1))
    token = reader.peek(hyphen)
    if token.kind != "w":
        return None, 0
    written = reader.text[token.start : token.end]
    if hyphen:
        return _LEADING_SCALES.get(written) or _CURRENCY_SCALES.get(written), 2
    return _LEADING_SCALES.get(written), 1


def _scale_before_currency(reader: Reader) -> tuple[Decimal | None, int]:
    """The scale in one with a currency behind it, and how many tokens it takes.

    The currency itself is left, but where both are one word, which it ends.
    """
    token, after = reader.peek(), reader.peek(1)
    if token.kind != "w":
        return None, 0
    written = reader.text[token.start : token.end]
    if after.low == "€" and reader.adjoins(1):
        return _CURRENCY_SCALES.get(written), 1
    if after.low == "." and token.low in {"t", "т"} and _names_currency(reader, 2):
        return Decimal(1000), 2
    return None, 0


def _names_currency(reader: Reader, ahead: int) -> bool:
    token = reader.peek(ahead)
    return token.kind == "w" and _is_currency(reader.text[token.start : token.end])


def _currency_with_scale(reader: Reader) -> tuple[Decimal, str] | None:
    """Scale and currency of a word that is both, which is taken: "kEUR", "MNOK", "mkr"."""
    token = reader.peek()
    written = reader.text[token.start : token.end]
    if token.kind != "w" or lookup_unit(written) is not None:
        return None
    for code in (written[-_CODE:], "kr" if written.endswith("kr") else ""):
        scale = _CURRENCY_SCALES.get(written.removesuffix(code)) if code else None
        unit = lookup_unit(code) if scale and (code.isupper() or code == "kr") else None
        if scale is not None and unit is not None and unit.dimension.startswith("currency"):
            reader.place += 1
            return scale, unit.name
    return None


def _refuse_strange_word(reader: Reader) -> None:
    """Refuse a word of a script that no table is written in, which may be a scale: "12 万".

    Raises:
        FigureSyntaxError: If there is one.
    """
    token = reader.peek()
    if token.kind == "w" and not token.low.isascii() and _STRANGE.match(token.low):
        reader.fail("this word is of a script that is not read here", "write it in Latin letters")


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
    if not sizes or amount.scales or amount.grouped or not is_whole(amount.low):
        return
    if _add_unnamed(reader, amount):
        return
    start = reader.place
    abbreviated = reader.peek().low == "." and reader.adjoins() and reader.peek(1).kind == "n"
    joined = reader.peek().low in {",", *reader.language.mark("and")}
    if abbreviated or (joined and reader.place != reader.kept_apart):
        reader.place += 1
    value = _smaller_number(reader)
    unit = None if value is None else read_unit(reader)
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


def _smaller_number(reader: Reader) -> Decimal | None:
    if reader.peek().kind == "n":
        numeral = read_numeral(reader.peek().low, reader.decimal)
        reader.place += 1
        return None if numeral is None else numeral.value
    spoken = read_spoken(reader)
    return None if spoken is None else spoken.value


def _feet_in_signs(reader: Reader) -> str | None:
    """The foot of "6'2": a stroke with inches right behind it."""
    inches = reader.peek(1)
    if reader.peek().low != "'" or not reader.adjoins() or not inches.low[:2].isdigit():
        return None
    after = reader.peek(2)
    if inches.low == "000" or not (after.kind == "e" or after.low in _INCHES or after.kind == "f"):
        return None
    reader.place += 1
    return "foot"


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
    second = whole == 2 and reader.peek(2).kind != "w" and language.code == "en"  # noqa: PLR2004
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
    reader.place += 1
    unit = read_unit(reader)
    found = lookup_unit(unit) if unit else None
    reader.place = start
    if found is None:
        return None
    reader.place += 1
    return Amount(ONE, ONE, worded=True)
