"""A phrase into a figure: the whole way, from text to value."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import DecimalException
from functools import lru_cache
from html import unescape
from typing import Any

from attrs import evolve

from claimcheck.errors import (
    FigureSyntaxError,
    InvalidDateError,
    InvalidFigureError,
    UnknownNameError,
)
from claimcheck.parsing.bracketed import read_bracketed
from claimcheck.parsing.brackets import without_footnotes
from claimcheck.parsing.fillers import refuse_filler
from claimcheck.parsing.frames import filled, forget_frames, learn, split
from claimcheck.parsing.guessing import (
    bounding_languages,
    languages_of_all,
    likely_languages,
    scaling_languages,
)
from claimcheck.parsing.labelled import read_labelled
from claimcheck.parsing.languages import Language, load_language
from claimcheck.parsing.no_numbers import may_be_date, read_dated, read_missing
from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.quick import read_quickly
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.spelled import read_spelled
from claimcheck.parsing.tails import read_tail
from claimcheck.parsing.terms import read_leading_time
from claimcheck.parsing.tokens import LONGEST_PHRASE, Token, clean, fold, tokenize
from claimcheck.parsing.units import lookup_unit
from claimcheck.values.figure import Figure, FigureKind

_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = frozenset("\"'“”„«»")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}\d{0,2}|#\d{2,5});")
_MEMO = 65_536
_OTHER_READINGS = {
    "m": ({"letter_m": "million"}, {"letter_m": "metre"}),
    "mil": ({"letter_m": "thousand"},),
}
_DATE_HINT = 'write it as "5 June 1992", "May 2024", "1918–20" or "1992"'
_HINT = 'write it as "5–10 million", "at least 5,000" or "about 200"'


def parse_figure(
    text: str, *, lang: str | None = None, decimal: str | None = None, unit: str | None = None
) -> Figure:
    """Read a phrase as a figure.

    Args:
        text: The phrase, as the source has it.
        lang: ISO 639 code of its language; None for English, or what the words show. A language
            without a table gives separators only.
        decimal: The decimal separator, ``.`` or ``,``; None to go by language and evidence.
        unit: The unit that the phrase is given in, where that is known from elsewhere. With
            ``date`` the phrase is read as a dated event ("1992" is then the year).

    Raises:
        FigureSyntaxError: If it cannot be read; the part that could not is underlined. Also if it
            is no text.
        UnknownNameError: If *lang* is no code, or *decimal* no separator.

    >>> parse_figure("at least 5–10 million").lower
    5000000.0
    >>> parse_figure("up to 1.400 euro").unit
    'EUR'
    """
    if type(text) is not str:
        refuse_no_text(text)
    return _parse(text, lang, decimal, unit)


def refuse_no_text(text: object) -> None:
    """Refuse what is no text.

    Raises:
        FigureSyntaxError: With the kind of *text*.
    """
    if isinstance(text, str):
        return
    written = repr(text)
    raise FigureSyntaxError(
        f"a phrase is text, and this is {type(text).__name__}", written, 0, len(written),
        "make a figure of numbers with Figure.exactly or Figure.between",
    )  # fmt: skip


def refuse_no_separator(decimal: str | None) -> None:
    """Refuse what separates no decimals.

    Raises:
        UnknownNameError: If *decimal* is neither a point, a comma nor None.
    """
    if decimal is not None and decimal not in {".", ","}:
        raise UnknownNameError(f"{decimal!r} is no decimal separator", "give . or , or None")


def forget() -> None:
    """Empty the memos of phrases and frames already read."""
    _parse.cache_clear()
    forget_frames()


@lru_cache(maxsize=_MEMO)
def _parse(text: str, lang: str | None, decimal: str | None, unit: str | None) -> Figure:
    if len(text) > LONGEST_PHRASE:
        raise FigureSyntaxError(
            "this is too long for one figure", text[:60] + "…", 0, 60, "use find_figures"
        )
    refuse_no_separator(decimal)
    framed = split(text, lang, decimal, unit)
    if framed is None:
        return parse_anew(text, lang, decimal, unit)
    frame, numbers = framed
    figure = filled(frame, numbers, text)
    if figure is None:
        figure = parse_anew(text, lang, decimal, unit)
        learn(frame, numbers, figure)
    return figure


def parse_anew(text: str, lang: str | None, decimal: str | None, unit: str | None) -> Figure:
    """The figure of a phrase, read without the memos; arguments as in :func:`parse_figure`.

    Raises:
        FigureSyntaxError: If it cannot be read.
    """
    plain, kept = clean(text)
    if decimal is None and unit != "date" and (lang is None or lang == "en"):
        figure = read_quickly(plain, unit)
        figure = read_spelled(plain, unit) if figure is None else figure
        if figure is not None:
            return figure if plain is text else evolve(figure, text=text)
    refuse_filler(text, lang)
    if "&" in text and _ENTITY.search(text):
        return _parse_unescaped(text, lang, decimal, unit)
    try:
        return read_whole(text, without_footnotes(plain), lang=lang, decimal=decimal, unit=unit)
    except FigureSyntaxError as error:
        start, end = error.start, error.end
        if kept is not None:
            start, end = (kept[min(place, len(kept) - 1)] for place in (start, end))
        raise FigureSyntaxError(
            error.problem, text, start, max(end, start + 1), error.hint
        ) from None


def _parse_unescaped(text: str, lang: str | None, decimal: str | None, unit: str | None) -> Figure:
    """The figure of a phrase with the entities of HTML: "5&ndash;10"."""
    plain = unescape(text)
    if plain == text:
        raise FigureSyntaxError("this entity is not known", text, 0, len(text), _HINT)
    try:
        return evolve(parse_anew(plain, lang, decimal, unit), text=text)
    except FigureSyntaxError as error:
        raise FigureSyntaxError(error.problem, text, 0, len(text), error.hint) from None


def read_whole(
    text: str, plain: str, *, lang: str | None, decimal: str | None, unit: str | None
) -> Figure:
    """The figure of a clean phrase, with the other readings that it allows.

    Raises:
        FigureSyntaxError: If it cannot be read.
    """
    if not plain.strip():
        raise FigureSyntaxError("there is no figure here", text, 0, 1, _HINT)
    if lang is not None:
        return _read_in(lang, text, plain, decimal=decimal, unit=unit)
    spelled = _WORD.findall(fold(plain))
    words = frozenset(spelled)
    likely = (likely_languages(words) or bounding_languages(spelled)) if words else ()
    if likely:
        foreign = _agreed(likely, text, plain, decimal=decimal, unit=unit)
        if foreign is not None:
            return foreign
    if not plain.isascii() and any(not word.isascii() for word in words):
        strange = _agreed(languages_of_all(words), text, plain, decimal=decimal, unit=unit)
        if strange is not None:
            return strange
    try:
        figure = _read_in("en", text, plain, decimal=decimal, unit=unit)
    except FigureSyntaxError:
        possible = languages_of_all(words) if words else ()
        foreign = _agreed(possible, text, plain, decimal=decimal, unit=unit)
        if foreign is None:
            raise
        return foreign
    codes = _unread_scale(figure) if words else ()
    scaled = _agreed(codes, text, plain, decimal=decimal, unit=unit)
    if codes and scaled is None:
        raise FigureSyntaxError(
            "a word here is a scale in another language", plain, 0, len(plain),
            f"say which language it is, such as lang={codes[0]!r}",
        )  # fmt: skip
    return scaled or figure


def _unread_scale(figure: Figure) -> tuple[str, ...]:
    """The languages in which what was taken for a unit or a remark starts with a scale."""
    for said in (figure.unit, *figure.annotations):
        word = said.split()[0].casefold().rstrip(".") if said and said.strip() else ""
        codes = scaling_languages(word)
        if codes:
            return codes
    return ()


def _agreed(
    codes: tuple[str, ...], text: str, plain: str, *, decimal: str | None, unit: str | None
) -> Figure | None:
    """The figure that the phrase is in every one of the languages that read it; None if none."""
    read = []
    for code in codes:
        with suppress(FigureSyntaxError):
            read.append(_read_in(code, text, plain, decimal=decimal, unit=unit))
    if read and all((one.lower, one.upper) == (read[0].lower, read[0].upper) for one in read):
        return read[0]
    return None


def _read_in(code: str, text: str, plain: str, *, decimal: str | None, unit: str | None) -> Figure:
    language = load_language(code)
    reader = _reader(plain, language, decimal=decimal, unit=unit)
    figure = _read(reader, text)
    if not reader.doubts:
        return figure
    others: list[Any] = []
    for doubt in sorted(reader.doubts):
        other = _otherwise(figure, reader, doubt, decimal=decimal, unit=unit)
        if other is not None and not _same(other, figure):
            others.append(other)
    return evolve(figure, ambiguous=tuple(others)) if others else figure


def _same(one: Figure, other: Figure) -> bool:
    return (one.lower, one.upper, one.unit) == (other.lower, other.upper, other.unit)


def _reader(plain: str, language: Language, *, decimal: str | None, unit: str | None) -> Reader:
    tokens = tokenize(plain, language)
    if len(tokens) > 2 and tokens[0].low in _QUOTES and tokens[-1].low in _QUOTES:
        tokens = tokens[1:-1]
    separator = decimal or language.decimal if language.code != "en" else decimal
    if separator is None:
        separator = _evidence(tokens)
    usual = decimal is None and separator == "," and language.decimal == ","
    return Reader(plain, tokens, language, decimal=separator, unit=unit, usual=usual)


def _evidence(tokens: list[Token]) -> str | None:
    """The decimal separator that one numeral of the phrase settles for the others."""
    written = [token for token in tokens if token.kind == "n" and not token.low.isdigit()]
    if len(written) > 1:
        for token in written:
            numeral = read_numeral(token.low, None)
            if numeral is not None and numeral.settles:
                return numeral.settles
    return None


def _otherwise(
    base: Figure, reader: Reader, doubt: str, *, decimal: str | None, unit: str | None
) -> Figure | None:
    """The phrase of *base*, read the other way where it is open."""
    if doubt == "sign" and base.best is None:
        return None
    if doubt == "sign":
        return evolve(base, lower=-base.lower, upper=-base.upper, best=-(base.best or 0.0))
    if doubt == "thousands":
        if base.lower * 1000 > base.upper:
            return None
        return evolve(base, lower=base.lower * 1000, lower_grain=base.lower_grain * 1000)
    language = reader.language
    others = _OTHER_READINGS.get(doubt)
    if others is None:
        told = (reader.decimal or ".") if reader.commas else reader.other_decimal
        others = ({"decimal": told},)
    for options in others:
        separator = options.get("decimal") or decimal or language.decimal
        if separator is None:
            separator = _evidence(reader.tokens)
        again = Reader(
            reader.text, reader.tokens, language, decimal=separator, unit=unit,
            letter_m=options.get("letter_m", ""),
        )  # fmt: skip
        try:
            other = _read(again, base.text)
        except FigureSyntaxError:
            continue
        if not _same(base, other):
            return other
    return None


def _read(reader: Reader, text: str) -> Figure:
    try:
        return _figure(reader, text)
    except (InvalidFigureError, InvalidDateError, OverflowError, DecimalException) as error:
        problem = getattr(error, "problem", "this number is too large")
        raise FigureSyntaxError(problem, reader.text, 0, len(reader.text)) from error


def _figure(reader: Reader, text: str) -> Figure:
    missing = read_missing(reader, text)
    if missing is not None and (reader.unit != "date" or missing.kind is FigureKind.NO_FIGURE):
        return missing
    if reader.unit == "date":
        return read_dated(reader, text, certain=True) or reader.fail(
            "expected a date here", _DATE_HINT
        )
    if reader.unit is None and may_be_date(reader):
        dated = read_dated(reader, text, certain=False)
        if dated is not None:
            return dated
    time = read_leading_time(reader)
    said = read_bracketed(reader) if reader.peek().kind == "b" else read_labelled(reader)
    if said is None:
        reader.fail("expected a number here", _HINT)
    if time is not None and said.time is None:
        said.time = time
        said.hedged = said.hedged or time.approximate
    if time is not None and _estimated(reader):
        said.hedged = True
        said.kind = FigureKind.APPROXIMATE if said.kind is FigureKind.EXACT else said.kind
    parts = read_tail(reader, said, text)
    return said.figure(
        text,
        unit=_unit(reader, said),
        as_of=None if said.time is None else said.time.as_of(),
        annotations=tuple(dict.fromkeys(said.notes)),
        parts=tuple(parts),
    )


def _estimated(reader: Reader) -> bool:
    return any(token.low in {"est", "estimate", "estimated"} for token in reader.tokens)


def _unit(reader: Reader, said: Said) -> str | None:
    if said.unit is None:
        expected = lookup_unit(reader.unit) if reader.unit else None
        return expected.name if expected else reader.unit
    return said.unit
