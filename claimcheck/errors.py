"""Every error that claimcheck raises, each with the way to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from attrs import frozen


def nearest_hint(name: str, known: Iterable[str]) -> str:
    """The mend for a *name* that is not among the *known*: the nearest of them, else all.

    >>> nearest_hint("ecko", ["echo", "stale"]), nearest_hint("x", ["echo", "stale"])
    ('did you mean echo?', 'known: echo, stale')
    """
    names = list(known)
    nearest = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {nearest[0]}?" if nearest else f"known: {', '.join(names)}"


class ClaimcheckError(Exception):
    """Base of all errors of claimcheck.

    Attributes:
        problem: What is wrong, with the value that is.
        hint: How to mend it; empty where the problem says it already.
    """

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem, hint)
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.problem}\n\nHint: {self.hint}" if self.hint else self.problem


class InvalidFigureError(ClaimcheckError, ValueError):
    """Raised when the ends of a figure leave no value possible."""


class InvalidDateError(ClaimcheckError, ValueError):
    """Raised when a text is no date in EDTF (ISO 8601-2)."""


class InvalidClaimError(ClaimcheckError, ValueError):
    """Raised when a claim, a source or a decision lacks what it cannot be without."""


class UnknownStanceError(ClaimcheckError, ValueError):
    """Raised when a word names no stance."""


class SettingsError(ClaimcheckError, ValueError):
    """Raised when a setting is unknown, or its value is of no use."""


class UnknownNameError(ClaimcheckError, KeyError):
    """Raised when no check, quantity, estimator or claim has the name asked for."""

    __str__ = ClaimcheckError.__str__


class RefusedError(ClaimcheckError, ValueError):
    """Raised when an estimator cannot be used on the input that it was given."""


class StoreError(ClaimcheckError, OSError):
    """Raised when a database cannot be opened, read or written."""

    __str__ = ClaimcheckError.__str__


class MissingExtraError(ClaimcheckError, ImportError):
    """Raised when a feature needs a package that is an optional extra.

    >>> print(MissingExtraError.of("plots", "matplotlib"))
    this needs matplotlib, which is not installed
    <BLANKLINE>
    Hint: install claimcheck with its extra "plots": pip install ".[plots]" in a checkout
    """

    @classmethod
    def of(cls, extra: str, package: str) -> MissingExtraError:
        """The error for *package*, which the optional *extra* would bring."""
        return cls(
            f"this needs {package}, which is not installed",
            f'install claimcheck with its extra "{extra}": pip install ".[{extra}]" in a checkout',
        )


class FigureSyntaxError(ClaimcheckError, ValueError):
    """Raised when a phrase cannot be read as a figure; underlines what it could not read.

    Attributes:
        text: The phrase.
        start: Where the part that could not be read starts, in characters.
        end: Where it ends.

    >>> print(FigureSyntaxError('expected a number after "between"', "between x and 60", 8, 9))
    expected a number after "between"
        between x and 60
                ^
    """

    def __init__(self, problem: str, text: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(problem, hint)
        self.args = (problem, text, start, end, hint)
        self.text = text
        self.start = start
        self.end = end

    def __str__(self) -> str:
        shown = "".join(letter if letter.isprintable() else " " for letter in self.text)
        line = " " * self.start + "~" * (max(self.end - self.start, 1) - 1) + "^"
        lines = [self.problem, f"    {shown}", f"    {line}"]
        if self.hint:
            lines += ["", f"Hint: {self.hint}"]
        return "\n".join(lines)


@frozen
class Problem:
    """One thing wrong with a dossier, with its place and the mend.

    Attributes:
        file: Name of the file or table, such as ``claims.csv``.
        row: Row as a spreadsheet counts it, the header being row 1; None where no row is meant.
        column: Name of the column; None where no column is meant.
        value: The value found there, as text.
        problem: What is wrong with it.
        hint: How to mend it.
        label: What the index of a frame calls the row; empty where it came from a file.
    """

    file: str
    row: int | None
    column: str | None
    value: str
    problem: str
    hint: str = ""
    label: str = ""

    @property
    def place(self) -> str:
        """Where the problem is, in words."""
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row}" + (f" (index {self.label})" if self.label else ""))
        if self.column is not None:
            parts.append(f"column {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        line = f"{self.place}: {self.problem}"
        return f"{line} ({self.hint})" if self.hint else line


class DossierError(ClaimcheckError, ValueError):
    """Raised when a dossier cannot be read as it stands; lists every bad row at once.

    Attributes:
        problems: Every problem found, in the order of files and rows.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(f"{count} problem{'' if count == 1 else 's'} in the dossier")

    def __str__(self) -> str:
        return "\n".join([f"{self.problem}:", *(f"  {problem}" for problem in self.problems)])
