"""What looks like a figure in running text and is none: telephones, sections, identifiers."""

from __future__ import annotations

import re

from claimcheck.parsing.reader import Reader
from claimcheck.parsing.units import lookup_unit

BREAK = "|"
_LONGEST_ACRONYM = 5
_MONTHS = 12
_DAY_DIGITS = 2
_NO_FIGURES = re.compile(
    r"\bhttps?://\S+|\bwww\.\S+|\b[\w.+-]{1,64}@[\w-]+\.\w[\w.]*"
    r"|\b10\.\d{4,9}/\S+"
    r"|<!--[^\n]{0,200}?-->|</?[A-Za-z][^<>\n]{0,200}>"
    r"|\b[\w-]+=\"[^\"\n]{0,200}\"|\b(?:pages?|id|volume|issue|isbn|pp?) ?= ?[\w–-]+"
    r"|^\| ?\d{1,3} ?(?=\|)|^ {0,3}\d{1,2}[.)](?= )"
    r"|\b\d{12,}\b"
    r"|(?<![\w.])\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,4}\)?){3,6}(?![\w,])"
    r"|(?<!\w)\+\d[\d ().-]{6,18}\d"
    r"|\b\d+(?:-\d+){2,}\b"
    r"|\b\d{3}-\d{3,4}(?:-\d{4})?\b"
    r"|\b\d+(?::\d+)+\b"
    r"|\(\d{2,5}\) ?\d{3,4}[ -]?\d{3,4}\b"
    r"|\[\d{1,3}(?: ?[,–-] ?\d{1,3})*\]"
    r"|\b\d{1,3}(?:\.\d+)?° ?(?:\d{1,2}(?:\.\d+)?['′] ?)?(?:\d{1,2}(?:\.\d+)?[\"″] ?)?[NSEW]\b"
    r"|(?<![\d.])-?\d{1,3}\.\d{3,}, ?-?\d{1,3}\.\d{3,}\b"
    r"|\b24/7\b|\b9/11\b|(?<![-–\w])\d0s\b|(?<![\d.,])0\d{2,}\b(?![.,]\d)|\b\d-[A-Z][a-z]+"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d+(?:\.\d+){2,}\b"
    r"|\b[A-Za-z]+-?\d(?:[\w-]|\.\d)*"
    r"|\b\d+[A-Za-z]+\d\w*"
    r"|\b(?:[Tt]el|[Pp]hone|[Ff]ax)[.: ]{1,3}[\d ()+-]{5,20}"
    r"|#\s?\d+"
    r"|\n\s*\n",
    re.MULTILINE,
)
_DATE_IN_DOTS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?:(?: \d{3})+|(?:\.\d{3})+)")
_SPARED = re.compile(r"(?:1\d|20)\d\d-\d{2,4}|\d{3}-\d{3}|\d{4}-\d{2}-\d{2}")
_CURRENCY_BEFORE = re.compile(r"(?:[A-Z]{3}|Rs|RM)\d")
_LABELS = frozenset({
    "section",
    "sections",
    "chapter",
    "article",
    "articles",
    "page",
    "pages",
    "p",
    "pp",
    "no",
    "nos",
    "number",
    "fig",
    "figure",
    "figures",
    "table",
    "note",
    "notes",
    "volume",
    "vol",
    "issue",
    "paragraph",
    "para",
    "resolution",
    "law",
    "decree",
    "version",
    "room",
    "route",
    "highway",
    "flight",
    "act",
    "clause",
    "item",
    "step",
    "line",
    "part",
    "appendix",
    "annex",
    "phase",
    "stage",
    "grade",
    "class",
    "level",
    "isbn",
    "issn",
    "iso",
    "din",
    "doi",
    "art",
    "§",
    "nr",
    "№",
    "order",
    "protocol",
    "directive",
    "regulation",
    "channel",
    "boeing",
    "airbus",
    "apollo",
    "windows",
    "covid",
    "title",
    "type",
    "war",
    "formula",
    "category",
    "season",
    "episode",
    "round",
    "iphone",
    "postcode",
    "zip",
    "tier",
    "gate",
    "platform",
    "district",
    "zone",
    "block",
    "bus",
    "tram",
    "interstate",
    "exit",
    "apartment",
    "ref",
    "verse",
    "psalm",
    "symphony",
    "opus",
})  # fmt: skip


def masked(text: str) -> str:
    """*text* with what is no figure blanked, so that every place stays where it was."""
    return _NO_FIGURES.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    written = match[0]
    spared = (
        _DATE_IN_DOTS.fullmatch(written)
        or _THOUSANDS.fullmatch(written)
        or _CURRENCY_BEFORE.match(written)
        or _SPARED.fullmatch(written)
        or lookup_unit(written) is not None
        or _is_clear_day(written)
    )
    return written if spared else BREAK * len(written)


def _is_clear_day(written: str) -> bool:
    """Whether of "23/05/2019" only one number can be the month."""
    parts = written.split("/")
    if len(parts) != 3 or len(parts[2]) != len("2019"):  # noqa: PLR2004 - day, month, year
        return False
    first, second = int(parts[0]), int(parts[1])
    return (first > _MONTHS) != (second > _MONTHS) or first == second


def is_labelled(reader: Reader) -> bool:
    """Whether a label stands before the next number: "page 12", "No. 5", "ISO 9001"."""
    place = reader.place
    while place and reader.tokens[place - 1].low in {".", ":"}:
        place -= 1
    if not place or place < reader.place - 2:
        return False
    before = reader.tokens[place - 1]
    day = before.low in reader.language.months and reader.peek().low.isdigit() and (
        len(reader.peek().low) <= _DAY_DIGITS and reader.peek(1).low not in reader.language.scales
    )  # fmt: skip
    return day or before.low in _LABELS or _is_acronym(reader.text[before.start : before.end])


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals makes a number an identifier: "ISO 8601"; money does not."""
    return 1 < len(word) <= _LONGEST_ACRONYM and word.isupper() and lookup_unit(word) is None
