"""Figures in running text, with their places: candidates that a person completes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from attrs import evolve, frozen

from claimcheck.errors import FigureSyntaxError
from claimcheck.parsing.figures import parse_figure, refuse_no_separator, refuse_no_text
from claimcheck.parsing.languages import Language, load_language
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.running.dates import date_at
from claimcheck.parsing.running.figures import figure_at, running_reader
from claimcheck.parsing.running.identifiers import BREAK, is_labelled, labelled_length, masked
from claimcheck.parsing.running.language import decimal_of_text, language_of_text
from claimcheck.parsing.running.spreads import with_interval
from claimcheck.parsing.running.starts import is_idle
from claimcheck.parsing.tokens import clean, tokenize
from claimcheck.values.figure import Figure

_BRACKETS = "()[]"


@frozen
class FoundFigure:
    """A figure in running text.

    Attributes:
        start: Where it starts in the text, in characters.
        end: Where it ends.
        figure: What it says; dated events are of kind ``date``.
        text: The words from start to end.
    """

    start: int
    end: int
    figure: Figure
    text: str


def find_figures(
    text: str, *, lang: str | None = None, decimal: str | None = None
) -> list[FoundFigure]:
    r"""The figures in running text, in order and without overlap.

    Years and days are of kind ``date``. Ordinals, telephone numbers, section numbers and
    identifiers are no figures. A range is joined over a line break, never over an empty line;
    "rose from 5 to 7 million" is two figures, and an estimate with its interval is one. A figure
    that can be read in two ways says so, as with ``parse_figure``.
    It finds candidates for a person to complete; it does not know what they are about.

    Args:
        text: The text, of one language.
        lang: ISO 639 code of its language; None to tell it by the words at its beginning.
        decimal: The decimal separator, ``.`` or ``,``; None to go by language and evidence.

    Raises:
        FigureSyntaxError: If it is no text.
        UnknownNameError: If *lang* is no code, or *decimal* no separator.

    >>> [found.text for found in find_figures("Between 5 and\n10 million left in 1992, see § 3.")]
    ['Between 5 and\n10 million', '1992']
    >>> [found.figure.lower for found in find_figures("Hubo 1.500 muertos y más de 200 heridos.")]
    [1500.0, 200.0]
    """
    refuse_no_text(text)
    refuse_no_separator(decimal)
    plain, kept = clean(text)
    if kept is None:
        plain = "".join(
            "\n" if letter == "\n" else read for letter, read in zip(text, plain, strict=True)
        )
    language = language_of_text(plain) if lang is None else load_language(lang)
    found = []
    for figure, first, last in _scan(plain, language, decimal):
        start, end = (first, last) if kept is None else (kept[first], kept[last - 1] + 1)
        said = evolve(figure, text=text[start:end])
        found.append(FoundFigure(start, end, said, text[start:end]))
    return found


def _scan(plain: str, language: Language, decimal: str | None) -> Iterator[tuple[Figure, int, int]]:
    """Each figure with the places in *plain* where it starts and ends."""
    reader = _flat_reader(masked(plain), language, decimal)
    while not reader.done:
        place = reader.place
        if is_idle(reader.peek(), language):
            reader.place += 1
            continue
        dated = date_at(reader)
        one = (dated, place) if dated is not None else figure_at(reader)
        if one is None:
            reader.place = place + _width(reader, place)
            continue
        figure, first = one
        start, end = reader.tokens[first].start, _end(reader)
        if dated is None:
            figure = _with_other_readings(figure, plain[start:end], reader)
            wider = with_interval(figure, plain, start, end, lang=language.code)
            if wider is not None:
                figure, end = wider
                while not reader.done and reader.peek().start < end:
                    reader.place += 1
        yield figure, start, end


def _end(reader: Reader) -> int:
    """Where what was read ends, without the full stop behind it."""
    last = reader.tokens[reader.place - 1]
    return reader.tokens[reader.place - 2].end if last.low == "." else last.end


def _with_other_readings(figure: Figure, written: str, reader: Reader) -> Figure:
    """*figure* with the other readings of its phrase, where there was a doubt."""
    if not reader.doubts:
        return figure
    with suppress(FigureSyntaxError):
        alone = parse_figure(written, lang=reader.language.code, decimal=reader.decimal)
        if (alone.lower, alone.upper) == (figure.lower, figure.upper):
            others: Any = alone.ambiguous
            return evolve(figure, ambiguous=others)
    return figure


def _width(reader: Reader, place: int) -> int:
    """How many tokens to pass over: "3-2" and "over the past" are passed over whole."""
    reader.place = place
    token = reader.peek()
    if token.kind == "n":
        if is_labelled(reader):
            return labelled_length(reader)
        paired = reader.peek(1).low in {"-", "–", "/"} and reader.peek(2).kind == "n"
        return 3 if paired and reader.adjoins(1) and reader.adjoins(2) else 1
    return max(1, reader.cue_at(place, ("exact",))[1])


def _flat_reader(plain: str, language: Language, decimal: str | None) -> Reader:
    """A reader to which brackets are signs, so that no bracket hides what stands in it."""
    flat = plain.translate({ord(letter): BREAK for letter in _BRACKETS})
    tokens = tokenize(flat, language)
    separator = decimal or decimal_of_text(tokens, language)
    return running_reader(flat, tokens, language, separator)
