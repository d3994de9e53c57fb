"""What programs write into a cell where nothing was entered or a formula failed; no source does."""

from __future__ import annotations

from claimcheck.errors import FigureSyntaxError

_NOTHING = frozenset(
    {"nan", "NaN", "NAN", "NULL", "null", "NaT", "<NA>", "#N/A", "#NA", "undefined"}
)
_FAILED = frozenset(
    {"#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_ZERO_ELSEWHERE = "null"


def refuse_filler(text: str, lang: str | None) -> None:
    """Refuse *text* that says nothing of what a source has.

    Args:
        text: The phrase.
        lang: Its language; "null" is zero in some.

    Raises:
        FigureSyntaxError: If it is what a program writes of itself.
    """
    written = text.strip()
    if written in _FAILED:
        problem, hint = "a spreadsheet writes this where a formula failed", "mend the formula"
    elif written in _NOTHING and (written != _ZERO_ELSEWHERE or lang in {None, "en"}):
        problem = "a program writes this where nothing was entered"
        hint = 'write "no data" if that is what the source says'
    else:
        return
    raise FigureSyntaxError(problem, text, 0, len(text), hint)
