"""What stands in brackets beside a figure: footnotes, times, intervals, remarks."""

from __future__ import annotations

import re

_FOOTNOTE = re.compile(
    r"\[\s*(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5}|n(?:ote|b)?\s?\.?\s?\d{1,3}|ref\.?\s?\d*)"
    r"(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*\s*\](?:\s?:\s?\d{1,4}(?:[–-]\d{1,4})?(?=\s|$|\[))?",
    re.IGNORECASE,
)
_INTERVAL_BEFORE = re.compile(r"(?:\b[CIHK][A-Za-z]?I|[Ii]ntervals?|[Rr]ange)[\s:,=]*$")
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
    """Blanks for a footnote mark; "95% CI [3, 10]" has none."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    pair = "," in match[0] or "-" in match[0] or "–" in match[0]
    return match[0] if pair and _INTERVAL_BEFORE.search(before) else " " * len(match[0])


def is_reference(content: str) -> bool:
    """Whether the content of a bracket only points elsewhere."""
    return _REFERENCE.fullmatch(content) is not None or not content
