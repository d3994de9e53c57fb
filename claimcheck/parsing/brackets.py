"""What stands in brackets beside a figure: footnotes, times, intervals, remarks."""

from __future__ import annotations

import re

_FOOTNOTE = re.compile(
    r"\[\s*(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5}|n(?:ote|b)?\s?\.?\s?\d{1,3}|ref\.?\s?\d*)"
    r"(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*\s*\](?:\s?:\s?\d{1,4}(?:[–-]\d{1,4})?(?=\s|$|\[))?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\[\s*(\d+)\s?[,;–-]\s?(\d+)\s*\]")
_DECIMALS = re.compile(r"\[\s*\d+,\d+\s?[;–-]\s?\d+,\d+\s*\]")
_DECIMAL_BEFORE = re.compile(r"\d,\d{1,2}\s*$")
_VALUE_BEFORE = re.compile(r"(?<![\d.,])(\d{1,3})\s+$")
_INTERVAL_BEFORE = re.compile(r"(?:\b[CIHK][A-Za-z]?I|[Ii]ntervals?|[Rr]ange)[\s:,=]*$")
_LONGEST_BEFORE = 12
_STRIPPED = "*†‡§#"
_REFERENCE = re.compile(r"(?:note|nb|ref|footnote|table|fig|see|p|pp)\.?\s?\d*", re.IGNORECASE)


def without_footnotes(text: str) -> str:
    """*text* with footnote marks blanked, so that every place stays where it was.

    >>> without_footnotes("20,100,000+[5][6]")
    '20,100,000+      '
    """
    if "[" in text:
        alone = _FOOTNOTE.sub(_blank, text)
        text = alone if alone.strip() else text
    trimmed = text.rstrip(_STRIPPED + " ")
    return trimmed + " " * (len(text) - len(trimmed)) if trimmed else text


def _blank(match: re.Match[str]) -> str:
    """Blanks for a footnote mark; an interval in such brackets stays."""
    return match[0] if _is_interval(match) else " " * len(match[0])


def _is_interval(match: re.Match[str]) -> bool:
    """Whether "[3, 10]" stands behind a name of intervals, or has the value before it in it."""
    before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    if _DECIMALS.fullmatch(match[0]) and _DECIMAL_BEFORE.search(before):
        return True
    pair = _PAIR.fullmatch(match[0])
    if pair is None:
        return False
    value = _VALUE_BEFORE.search(before)
    inside = value is not None and int(pair[1]) < int(value[1]) < int(pair[2])
    return inside or _INTERVAL_BEFORE.search(before) is not None


def is_reference(content: str) -> bool:
    """Whether the content of a bracket only points elsewhere."""
    return _REFERENCE.fullmatch(content) is not None or not content
