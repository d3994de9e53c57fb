"""Shares of a whole: "2 in 5", "two out of five hundred", "1-in-10", "1:4"."""

from __future__ import annotations

from claimcheck.parsing.amount import Amount
from claimcheck.parsing.periods import date_cue
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.terms import Term, read_term

_FIRST_YEAR, _FIRST_RECENT, _LAST_YEAR = 1000, 1900, 2100
_FEW = 9
_LEAST_ROUND = 100
_LAST_MINUTE = 59
_MINUTE_DIGITS = 2
_OUT_OF = ("-", "out", "-", "of", "-")
_CLOSING = frozenset(".,;*")
_EACH = frozenset({"every", "each"})


def read_share(reader: Reader, first: Term) -> Term | None:
    """The share whose part is *first*; None, and nothing taken, if no whole follows."""
    start, amount = reader.place, first.amount
    peopled = amount.unit == "people" and 0 < amount.low <= _FEW and not reader.running
    if amount.scales or amount.fraction or amount.low < 0 or amount.leading:
        return None
    joint = _joint(reader, amount)
    if amount.unit and not peopled and joint != "out":
        reader.place = start
        return None
    second = read_term(reader) if joint else None
    if second is None or not _is_whole(amount, second.amount, joint) or (
        joint == "in" and _is_recent_year(reader, second.amount)
    ) or (
        peopled and not _ends_here(reader)
    ):  # fmt: skip
        reader.place = start
        return None
    whole = second.amount
    amount.low = amount.high = amount.low / whole.low
    amount.unit, amount.fraction = "ratio", True
    if whole.unit:
        first.notes.append(f"of {whole.unit}")
    first.lower, first.upper = first.lower or second.lower, first.upper or second.upper
    first.brackets.extend(second.brackets)
    return first


def read_worded_share(reader: Reader, first: Term) -> Term | None:
    """The share whose noun stands between part and whole, or whose whole stands first.

    None, and nothing taken, if there is none.
    """
    if reader.language.mark("ablative"):
        return _share_from(reader, first)
    joined = reader.peek(1).low in reader.language.joints
    return _share_of_noun(reader, first) if joined and reader.peek().kind == "w" else None


def _share_of_noun(reader: Reader, first: Term) -> Term | None:
    """The share whose noun stands between: "quatre Français sur dix", "two dogs in five".

    None, and nothing taken, if none does. The whole is a number alone that ends the phrase.
    """
    start, amount = reader.place, first.amount
    low, language = reader.peek().low, reader.language
    strange = low in language.cues or low in language.mark("stops") or low in language.joints
    if amount.unit or amount.scales or amount.fraction or amount.low < 1 or strange:
        return None
    reader.place += 1
    told = bool(reader.cue(("out_of",)))
    if not told and reader.peek().low in language.mark("in") and amount.low <= _FEW:
        reader.place += 1
        told = reader.peek().kind == "w" or len(reader.peek().low) <= len("10")
    whole = read_term(reader) if told else None
    if whole is None or not (_ends_here(reader) and _is_plain(whole, amount)):
        reader.place = start
        return None
    first.brackets.extend(whole.brackets)
    amount.low = amount.high = amount.low / whole.amount.low
    amount.unit, amount.fraction = "ratio", True
    first.notes.append(reader.written(start, start + 1))
    return first


def _is_plain(whole: Term, part: Amount) -> bool:
    """Whether a whole is a bare number above its part."""
    bounded = whole.lower or whole.upper or whole.amount.unit or whole.amount.fraction
    return not bounded and 0 < part.low < whole.amount.low


def _share_from(reader: Reader, first: Term) -> Term | None:
    """The share whose whole stands first: "üç kişiden biri", one in three; None if none does."""
    start, amount = reader.place, first.amount
    reader.place += amount.unit is None and reader.peek().kind == "w"
    endings = tuple(reader.language.mark("ablative"))
    led = amount.unit in {None, "people"} and reader.peek(-1).low.endswith(endings)
    part = read_term(reader) if led and reader.place > 1 and not amount.scales else None
    if part is None or not _ends_here(reader) or part.amount.unit or (
        part.lower or part.upper or not 0 < part.amount.low < amount.low
    ):  # fmt: skip
        reader.place = start
        return None
    amount.low = amount.high = part.amount.low / amount.low
    amount.unit, amount.fraction = "ratio", True
    first.brackets.extend(part.brackets)
    return first


def share_both(reader: Reader, said: Said) -> None:
    """Make both ends of a range shares of the whole that follows: "1 to 2 in 10"."""
    if said.unit is not None or said.lower is None or said.upper is None or reader.done:
        return
    start = reader.place
    probe = Amount(said.upper, said.upper)
    joint = _joint(reader, probe)
    second = read_term(reader) if joint and joint != ":" else None
    dated = second is not None and joint == "in" and _is_recent_year(reader, second.amount)
    if second is None or dated or not _is_whole(probe, second.amount, joint):
        reader.place = start
        return
    whole = second.amount
    said.lower, said.upper, said.unit = said.lower / whole.low, said.upper / whole.low, "ratio"
    if whole.unit:
        said.notes.append(f"of {whole.unit}")


def _joint(reader: Reader, part: Amount) -> str:
    """What joins a share to its whole, which is then taken: ``in``, ``out``, ``:``, or empty."""
    if _out_of(reader):
        return "out"
    if reader.peek().low == ":":
        return _colon(reader, part)
    hyphen = int(reader.peek().low == "-" and reader.adjoins())
    if reader.peek(hyphen).low not in reader.language.mark("in"):
        return ""
    if (hyphen and reader.peek(2).low != "-") or (part.low > _FEW and not _round_whole(reader)):
        return ""
    reader.place += 1 + 2 * hyphen
    reader.place += reader.peek().low in _EACH
    if hyphen and reader.peek().low in reader.language.mark("article"):
        reader.place += 2  # "one-in-a-million"
    return "in"


def _round_whole(reader: Reader) -> bool:
    """Whether a power of ten from 100 on is the whole, which no year is: "12 in 100,000"."""
    after = reader.peek(1)
    if after.low in reader.language.mark("article"):
        return reader.language.scales.get(reader.peek(2).low, 0) >= _LEAST_ROUND
    digits = "".join(letter for letter in after.low if letter.isdigit())
    tens = digits[:1] == "1" and set(digits[1:]) == {"0"} and after.low != "1000"
    return after.kind == "n" and tens and len(digits) >= len(str(_LEAST_ROUND))


def _out_of(reader: Reader) -> bool:
    """Take "out of", "-out-of-", "of every" or their like."""
    if reader.lows[reader.place : reader.place + len(_OUT_OF)] == _OUT_OF:
        reader.place += len(_OUT_OF)
        return True
    if reader.cue(("out_of",)):
        reader.place += reader.peek().low in _EACH
        return True
    if reader.peek().low in reader.language.mark("of") and reader.peek(1).low in _EACH:
        reader.place += 2
        return True
    return False


def _colon(reader: Reader, part: Amount) -> str:
    """The colon of "1:4"; what may be a time or the score of a game needs the word for it."""
    after = reader.peek(1)
    minutes = after.low.isdigit() and len(after.low) == _MINUTE_DIGITS
    one = part.low == 1 and not (minutes and int(after.low) <= _LAST_MINUTE)
    named = "ratio" in reader.lows[: reader.place]
    if after.kind != "n" or part.worded or reader.running or not (one or named):
        return ""
    reader.place += 1
    return ":"


def _is_recent_year(reader: Reader, whole: Amount) -> bool:
    """Whether the whole of "1 in 2010" is a year, as no noun behind it says otherwise."""
    bare = not (whole.worded or whole.grouped or whole.scales)
    dated = whole.unit in {None, "years"} and (
        reader.peek().kind != "w" or reader.peek(-1).kind == "w"
        or date_cue(reader, ("year",))[1] > 0
    )  # fmt: skip
    return bare and dated and _FIRST_RECENT <= whole.low <= _LAST_YEAR


def _ends_here(reader: Reader) -> bool:
    """Whether nothing but a bracket, a full stop or a time follows."""
    token, after = reader.peek(), reader.peek(1)
    closed = reader.done or token.kind == "b" or token.low in _CLOSING
    year = after.kind == "n" and after.low.isdigit() and _FIRST_YEAR <= int(after.low) <= _LAST_YEAR
    return closed or (token.low in reader.language.mark("in") and year)


def _is_whole(part: Amount, whole: Amount, joint: str) -> bool:
    if joint == ":":
        return part.low > 0 and whole.low > 0 and not whole.unit and not whole.scales
    if not 0 < part.low <= whole.low or whole.low == 1:
        return False
    if joint == "out":
        return True
    bare = not whole.worded and not whole.grouped and whole.unit is None
    in_a_year = part.low > 1 and bare and _FIRST_YEAR <= whole.low <= _LAST_YEAR
    return whole.unit in {None, "people"} and not in_a_year
