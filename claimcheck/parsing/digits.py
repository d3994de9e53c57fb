"""Amounts in digits: with fractions, margins in brackets, powers and scales."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.parsing.amount import Amount, is_whole
from claimcheck.parsing.numerals import Numeral, read_numeral
from claimcheck.parsing.powers import read_exponent, read_raised, read_times_ten
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.tokens import VULGAR
from claimcheck.parsing.unit_reading import read_unit
from claimcheck.parsing.units import lookup_unit
from claimcheck.parsing.words import read_spoken

_LARGEST_ABOVE = 9
_PARTS_OF_INCHES = frozenset({"16", "32", "64"})


def read_digits(reader: Reader, *, money: bool) -> Amount:
    """The amount that starts with the digits that come next, and with what belongs to them."""
    token = reader.peek()
    numeral = _numeral(reader, money=money)
    reader.place += 1
    value = numeral.value
    after = reader.peek()
    if after.kind == "e" or (after.kind == "w" and not _may_go_on(reader, after.low)):
        return Amount(value, value, grouped=numeral.grouped, decimals=numeral.decimals)
    if after.low == "." and reader.adjoins() and (
        reader.peek(1).kind == "b" or reader.place + 1 == len(reader.tokens)
    ):  # fmt: skip
        reader.place += 1
    fraction = _slash(reader, numeral)
    if fraction is not None:
        return fraction_scaled(reader, fraction)
    margin = _bracketed_margin(reader, token.low, value)
    raised = _pointed_power(reader, value) if after.low == "." else read_raised(reader, numeral)
    if raised is not None:
        return Amount(raised, raised, grouped=numeral.grouped, decimals=numeral.decimals)
    amount = Amount(value, value, grouped=numeral.grouped, decimals=numeral.decimals, margin=margin)
    if _scaled_by_signs(reader, amount):
        return amount
    if _ordinal_suffix(reader):
        amount.ordinal = True
        return amount
    spoken = read_spoken(reader, first=value) if _words_follow(reader) else None
    if spoken is not None:
        amount.low = amount.high = spoken.value
        amount.scales, amount.fraction = spoken.scales, spoken.fraction
        amount.decimals = amount.decimals and all(map(_shifts_the_point, spoken.scales))
        amount.head = spoken.head
        amount.ordinal = spoken.ordinal
    return amount


def _shifts_the_point(scale: Decimal) -> bool:
    """Whether a scale keeps count of the last digit: thousands do, hundreds and dozens do not."""
    return scale >= 1000


def _pointed_power(reader: Reader, value: Decimal) -> Decimal | None:
    """The number in "1.e3", whose point has no decimals; None if there is none."""
    start = reader.place
    reader.place += 1
    scale = read_exponent(reader) if reader.adjoins() else None
    reader.place = start if scale is None else reader.place
    return None if scale is None else value * scale


def _scaled_by_signs(reader: Reader, amount: Amount) -> bool:
    """Whether the amount ends here: with "×10⁶", "'000" or a margin, and the scale behind it."""
    scale = _thousands_behind(reader) or read_times_ten(reader)
    if scale is None and amount.margin is not None:
        scale = read_exponent(reader)
    if scale is None and amount.margin is not None:
        found = scale_at(reader, after_digits=True)
        if found is None:
            return True
        scale = found[0]
        reader.place += found[1]
    if scale is None:
        return False
    amount.times(scale)
    amount.scales = (scale,)
    return True


def _thousands_behind(reader: Reader) -> Decimal | None:
    """The scale that tables write as three zeros: "1,234 '000"."""
    if reader.peek().low != "'" or reader.peek(1).low != "000" or not reader.adjoins(1):
        return None
    reader.place += 2
    return Decimal(1000)


def _may_go_on(reader: Reader, word: str) -> bool:
    """Whether a word behind digits may belong to the number."""
    language = reader.language
    return len(word) == 1 or word in language.parts or word in language.mark("ordinal_suffixes")


def fraction_scaled(reader: Reader, value: Decimal) -> Amount:
    """A fraction in signs, and the scale that may follow it: "½ million", "2/3 of a million"."""
    amount = Amount(value, value, fraction=True)
    ahead = 0
    if reader.peek().low in reader.language.mark("of"):
        ahead += 1
        if reader.peek(1).low in reader.language.mark("article"):
            ahead += 1
    ahead += reader.peek(ahead).low == "-" and reader.adjoins(ahead)
    reader.place += ahead
    found = scale_at(reader, after_digits=False)
    if found is None:
        reader.place -= ahead
        return amount
    reader.place += found[1]
    amount.times(found[0])
    amount.scales, amount.fraction = (found[0],), False
    return amount


def vulgar(sign: str) -> Decimal:
    """The value of a fraction in one sign: "¾"."""
    above, below = VULGAR[sign]
    return Decimal(above) / Decimal(below)


def _words_follow(reader: Reader) -> bool:
    token = reader.peek()
    if token.kind == "s" and token.low == "-":
        low, language = reader.peek(1).low, reader.language
        part = reader.peek(3).low
        added = low in language.mark("and") and reader.peek(2).low == "-" and (
            part in language.mark("article") or part in language.fractions
        )  # fmt: skip
        return low in language.scales or low in language.mark("point") or added
    return token.kind == "w" and (token.low in reader.language.parts or len(token.low) == 1)


def _numeral(reader: Reader, *, money: bool) -> Numeral:
    token = reader.peek()
    numeral = read_numeral(token.low, reader.decimal, usual=reader.usual)
    if numeral is None:
        return reader.fail("no way of writing numbers reads this", "write 1,234.5 or 1.234,5")
    if not numeral.open:
        return numeral
    scaled = _scale_follows(reader)
    if scaled and reader.usual:
        return numeral
    reader.doubts.add("decimal")
    priced = reader.peek(1).low == "," and reader.peek(2).low in {"-", "–"}  # "1.299,- kr"
    told = money or priced or reader.commas or token.low.endswith(".000")
    if not scaled and (told or _whole_things(reader)):
        numeral = read_numeral(token.low, reader.other_decimal) or numeral
        reader.commas = True
    return numeral


def _scale_follows(reader: Reader) -> bool:
    """Whether a scale stands behind the numeral, which then has decimals: "$2.345 billion"."""
    low = reader.peek(1).low
    return low in reader.language.scales and len(low) > 1


def _whole_things(reader: Reader) -> bool:
    """Whether what is counted comes in whole things or in cents, never in thousandths."""
    expected = lookup_unit(reader.unit) if reader.unit else None
    if expected is not None:
        return expected.counted or expected.dimension.startswith("currency")
    if reader.unit:
        return True
    start, language = reader.place, reader.language
    reader.place += 1 + _other_end(reader)
    counts = reader.peek().low in language.mark("whole") and (
        reader.peek(1).low not in language.mark("per")
    )  # fmt: skip
    unit = None if counts else read_unit(reader)
    reader.place = start
    if counts:
        return True
    found = lookup_unit(unit) if unit else None
    return found is not None and (found.counted or found.dimension.startswith("currency"))


def _other_end(reader: Reader) -> int:
    """How many tokens the other end of a range takes behind a numeral: the "–4.500"."""
    length = reader.cue_at(reader.place + 1, ("to", "or"))[1]
    joint = reader.peek(1).low in {"-", "–"} or reader.peek(1).low in reader.language.mark("and")
    length = length or int(joint)
    return length + 1 if length and reader.peek(length + 1).kind == "n" else 0


def _slash(reader: Reader, numeral: Numeral) -> Decimal | None:
    """The fraction in "3/4", "1 4/5", "1 and 1/2", "2½" or "3-¼"; None if there is none."""
    if numeral.grouped or not is_whole(numeral.value):
        return None
    token = reader.peek()
    joined = token.low == "-" and reader.adjoins() and reader.adjoins(1)
    if joined and reader.peek(1).kind == "f" and numeral.value >= 1:
        reader.place += 1
        token = reader.peek()
    if token.kind == "f":
        reader.place += 1
        return numeral.value + vulgar(token.low)
    if token.low == "/" and reader.peek(1).kind == "n":
        return _over(reader, numeral)
    ahead = int(joined or token.low in reader.language.mark("and"))
    return _mixed(reader, numeral, ahead) if reader.peek(ahead + 1).low == "/" else None


def _over(reader: Reader, numeral: Numeral) -> Decimal:
    """The fraction of two numbers with a stroke between them."""
    below = reader.peek(1).low
    if _prices_amount(reader):
        return reader.fail("a price for an amount stands here", "write it as $5 per 100 g")
    if not below.isdigit() or int(below[:9]) == 0 or reader.peek(2).low == "/":
        return reader.fail("this is no fraction", "write 3/4, or a date as 2020-05-31")
    above, under = numeral.value, Decimal(below)
    round_below = below.strip("0") == "1" or below in _PARTS_OF_INCHES
    pair = above > _LARGEST_ABOVE and (above > under or not round_below)
    if pair or (above >= 1000 and len(below) <= 4):
        return reader.fail("this fraction is more likely a pair of numbers", "write one number")
    reader.place += 2
    return above / under


def _prices_amount(reader: Reader) -> bool:
    """Whether money stands before a stroke, and a number with its unit behind it: "$5/100g"."""
    after = reader.peek(2)
    unit = reader.money and after.kind == "w" and lookup_unit(reader.text[after.start : after.end])
    return bool(unit)


def _mixed(reader: Reader, numeral: Numeral, ahead: int) -> Decimal | None:
    """The whole and its part in "1 4/5" or "3-1/2", the part standing *ahead*."""
    over, below = reader.peek(ahead), reader.peek(ahead + 2)
    if not (over.kind == below.kind == "n" and over.low.isdigit() and below.low.isdigit()):
        return None
    above, under = Decimal(over.low), Decimal(below.low)
    if not 0 < above < under:
        return None
    reader.place += ahead + 3
    return numeral.value + above / under


def _bracketed_margin(reader: Reader, written: str, value: Decimal) -> Decimal | None:
    """The uncertainty in "5.0(3)", in units of the last digit, or in "1.23(3.4)", as written.

    Several, of chance and of method, add in quadrature: "5.20(3)(4)".
    """
    token = reader.peek()
    if token.kind != "b" or not reader.adjoins() or reader.text[token.start] != "(":
        return None
    content = token.low
    if not content.replace(".", "", 1).isdigit() or not content.isascii():
        return None
    year = content.isdigit() and len(content) == 4 and "1000" <= content <= "2100"
    if year and ("." not in written or "," in written):
        return None
    reader.place += 1
    exponent = value.as_tuple().exponent
    pointed = "." in content or not isinstance(exponent, int)
    margin = Decimal(content) if pointed else Decimal(content).scaleb(int(exponent))
    further = _bracketed_margin(reader, written, value)
    return margin if further is None else (margin * margin + further * further).sqrt()


def _ordinal_suffix(reader: Reader) -> bool:
    token = reader.peek()
    hyphen = token.low in {"-", "'"} and reader.peek(1).low in reader.language.mark(
        "ordinal_suffixes"
    )
    if hyphen and reader.adjoins() and reader.adjoins(1) and len(reader.peek(1).low) > 1:
        reader.place += 2
        return True
    suffix = token.kind == "w" and token.low in reader.language.mark("ordinal_suffixes")
    if suffix and reader.adjoins():
        reader.place += 1
        return True
    return False
