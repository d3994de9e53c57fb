"""What looks like a figure in running text and is none: telephones, sections, identifiers."""

from __future__ import annotations

import re

from claimcheck.parsing.labels import is_shortened, labels_of, opens_list
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.units import lookup_unit

BREAK = "|"
_LONGEST_ACRONYM = 5
_MONTHS = 12
_DAY_DIGITS = 2
_LONGEST_LABEL = 16
_GLUES = frozenset({BREAK, ".", "/", "-", "–", ":"})
_STATISTICS = frozenset({
    "HR", "OR", "RR", "IRR", "SMR", "ARR", "AUC", "IQ", "SD", "SE", "MD", "SMD", "WMD", "CI", "IQR",
    "GDP", "BMI",
})  # fmt: skip
_PHONE_WORDS = (
    r"tel|phone|fax|telephone|mobile|hotline|helpline|call|dial|ring|telefon|tel[eé]fono|"
    r"t[eé]l[eé]phone|telefone|telefoon|telefono|bürgertelefon|bel|appelez|llame|chiame|тел|телефон"
)
_STREETS = r"Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Terrace|Crescent|Boulevard|Blvd|Gardens"
_WAYS = (
    r"[Cc]alle|[Aa]venida|[Pp]aseo|Via|Viale|[Pp]iazza|[Pp]laza|[Pp]raça|[Rr]ua|[Rr]ue|avenue"
    r"|boulevard|ul\.|ulica|ул\.|улица"
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PLAYED = (
    "won|wins?|lost|loses?|drew|beat|beaten|victory|defeat|ganó|perdió|gewann|verlor|siegte|gagné"
    "|perdu|vinto|perso|venceu|perdeu|vann|vandt|выиграл"
)
_AFTER_SCORE = "and|on|at|against|in|to|with|after|by|but|before|y|en|e|et|und|og|och|i|и"
_INTERVALS = "CI|CrI|UI|PI|HDI|IC|KI|[Cc]onfidence|[Cc]redible|[Uu]ncertainty"
_NO_FIGURES = re.compile(
    r"\bhttps?://\S+|\bwww\.\S+|\b[\w.+-]{1,64}@[\w-]+\.\w[\w.]*"
    r"|\b10\.\d{4,9}/\S+"
    r"|<!--[^\n]{0,200}?-->|</?[A-Za-z][^<>\n]{0,200}>"
    r"|\b[\w-]{1,40}=\"[^\"\n]{0,200}\"|\b(?:pages?|id|volume|issue|isbn|pp?) ?= ?[\w–-]+"
    r"|^\| ?\d{1,3} ?(?=\|)|^ {0,3}\d{1,2}[.)](?= )"
    r"|\b\d{12,}\b"
    r"|(?<![\w.,+])(?<!\d )0\d{2,5}[ /-]\d{2,8}(?:[ /-]\d{1,8}){0,4}(?!\w|,\d)"
    r"|(?<![\w.])\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,4}\)?){3,6}(?![\w,])"
    r"|(?<!\w)\+\d[\d ().-]{6,18}\d"
    r"|\b\d+(?:-\d+){2,}\b"
    r"|\b\d{3}-\d{3,4}(?:-\d{4})?\b"
    r"|\b\d+(?::\d+)+\b"
    r"|\(\d{2,5}\) ?\d{3,4}[ -]?\d{3,4}\b"
    r"|\[\d{1,3}(?: ?[,–-] ?\d{1,3})*\]"
    r"|\b\d{1,3}(?:\.\d+)?° ?(?:\d{1,2}(?:\.\d+)?['′] ?)?(?:\d{1,2}(?:\.\d+)?[\"″] ?)?[NSEW]\b"
    r"|(?<![\d.])-?\d{1,3}\.\d{3,}, ?-?\d{1,3}\.\d{3,}\b"
    r"|\b24/7\b|\b9/11\b|(?<![-–\w])\d0s\b|(?<![\d.,])(?<!\d )0\d{2,}\b(?![.,]\d)|\b\d-[A-Z][a-z]+"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d+(?:\.\d+){2,}\b"
    r"|\b[A-Za-z]+-?\d(?:[\w-]|\.\d)*"
    r"|\b\d+[A-Za-z]+\d\w*"
    r"|\b\d{1,2}(?:[.:]\d\d)? ?(?:Uhr|[ap]\.m\.|[ap]m)(?!\w)"
    rf"|(?<!\d)\d{{1,2}}(?:[.,]\d)? ?% ?-?(?=(?:{_INTERVALS})\b)"
    r"|\d §"
    r"|#\s?\d+"
    r"|\n\s*\n",
    re.MULTILINE,
)
_NAMED = re.compile(
    rf"\b(?i:{_PHONE_WORDS})\b[^\d\n,;.!?]{{0,30}}[.:]? ?"
    r"\+?\(?\d{2,5}\)?(?:[ /.-]?\d{2,8}){1,5}"
    r"(?![\w,%]|[ .]\d| [^\W\d_])"
    rf"|\b(?!(?:1[89]|20)\d\d )\d{{1,5}}[A-Za-z]?,? (?:[A-Z][\w'-]* ){{1,3}}(?:{_STREETS})\b"
    rf"|\b\d{{1,4}}(?: bis| ter)?,? (?:{_WAYS}) [^\W\d_]"
    rf"|\b(?:{_WAYS}) (?:[^\W\d_][\w.'-]* ){{0,3}}[^\W\d_][\w.'-]*,? \d{{1,4}}\b"
    r"|\b[A-ZÄÖÜÅ][a-zäöüåøæß-]{2,20}(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|gatan|gade)"
    r" \d{1,4}[a-z]?\b(?:, \d{4,5}(?= [A-Z]))?"
    rf"|\b(?:half|quarter|minutes) (?:past|to) (?:{_HOURS}|\d{{1,2}})\b|\b\d{{1,2}} o'clock\b"
    r"|(?:\b[tFz]|²)\(\d+(?:, ?\d+(?:\.\d+)?)?\)"
    rf"|\b(?:{_PLAYED}) (?:[^\W\d_]{{1,20}} ){{0,4}}\d{{1,2}}[-–]\d{{1,2}}\b"
    rf"(?! (?!(?:{_AFTER_SCORE})\b)[^\W\d_])"
    r"|\b(?:kl|klo|godz|saat)\.? \d{1,2}(?:[.:]\d\d)?\b"
    r"|\b[Pp](?:[ -][Vv]alues?)?(?: (?:of|was|is))? ?[=<>≤≥] ?[01]?[.,]\d+"
)
_DATE_IN_DOTS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?:(?: \d{3})+|(?:\.\d{3})+)")
_SPARED = re.compile(
    r"(?:Q[1-4]|H[12]|FY(?:19|20)\d\d)|(?:1\d|20)\d\d-\d{2,4}|\d{3}-\d{3}|\d{4}-\d{2}-\d{2}"
)
_CURRENCY_BEFORE = re.compile(r"(?:[A-Z]{3}|Rs|RM)\d")


def masked(text: str) -> str:
    """*text* with what is no figure blanked, so that every place stays where it was."""
    return _NO_FIGURES.sub(_masked, _NAMED.sub(_blanked, text))


def _blanked(match: re.Match[str]) -> str:
    return BREAK * len(match[0])


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
    if len(parts) != 3 or len(parts[2]) != len("2019"):
        return False
    first, second = int(parts[0]), int(parts[1])
    return (first > _MONTHS) != (second > _MONTHS) or first == second


def is_labelled(reader: Reader) -> bool:
    """Whether a label stands before the next number: "page 12", "No. 5", "ISO 9001"."""
    place = reader.place
    while place and reader.tokens[place - 1].low in {".", ":", "º", "°"}:
        place -= 1
    if not place or place < reader.place - 2:
        return False
    before = reader.tokens[place - 1]
    if reader.tokens[place].low == "." and place < reader.place and not is_shortened(before.low):
        return False
    day = before.low in reader.language.months and reader.peek().low.isdigit() and (
        len(reader.peek().low) <= _DAY_DIGITS and reader.peek(1).low not in reader.language.scales
    )  # fmt: skip
    if day or before.low in labels_of(reader.language.code):
        return True
    return _is_acronym(reader.text[before.start : before.end], reader)


def _is_acronym(word: str, reader: Reader) -> bool:
    """Whether a word in capitals makes a number an identifier: "ISO 8601"; money does not."""
    if not (1 < len(word) <= _LONGEST_ACRONYM and word.isupper()) or word in _STATISTICS:
        return False
    low, language = word.casefold(), reader.language
    said = low in language.mark("stops") or low in language.cues or low in language.mark("article")
    return not said and lookup_unit(word) is None


def labelled_length(reader: Reader) -> int:
    """How many tokens a number behind a label takes: "17(2)(a)", "12–15", "12, 14 and 16"."""
    start, ahead = reader.place, 1
    several = start > 0 and opens_list(reader.peek(-1).low)
    while ahead < _LONGEST_LABEL and start + ahead < len(reader.tokens):
        token, after = reader.peek(ahead), reader.peek(ahead + 1)
        listed = token.low in {",", "–", "-", "&", "to", *reader.language.mark("and")}
        if several and listed and after.kind == "n":
            ahead += 2
        elif reader.adjoins(ahead) and (token.kind != "s" or token.low in _GLUES):
            ahead += 1
        else:
            break
    return ahead
