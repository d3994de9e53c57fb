"""What has to stay true for a decision to hold: ``severity<0.5``, ``status=majority``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd
from attrs import frozen

from claimcheck.errors import InvalidClaimError
from claimcheck.tables import columns as c

_OF_FINDING = (c.CHECK, c.LEVEL, c.SEVERITY, c.RATIO, c.GAP)
_OF_QUANTITY = (
    c.STATUS,
    c.CLAIMS,
    c.SOURCES,
    c.ORIGINS,
    c.DEPTH,
    c.CAMPS,
    c.CORE_LOWER,
    c.CORE_UPPER,
    c.MEDIAN_LOWER,
    c.MEDIAN_UPPER,
    c.ENVELOPE_LOWER,
    c.ENVELOPE_UPPER,
)
_ENDS = {c.LOWER: (c.CORE_LOWER, c.ENVELOPE_LOWER), c.UPPER: (c.CORE_UPPER, c.ENVELOPE_UPPER)}
NAMES: Final = (*_OF_FINDING, *_OF_QUANTITY, *_ENDS)
_TEXTS = {c.CHECK, c.LEVEL, c.STATUS}
_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_FORM = re.compile(r"\s*([a-z_]+)\s*(<=|>=|!=|==?|<|>)\s*(\S.*?)\s*")
_HINT = "write severity<0.5, status=majority or upper<=40, several separated by commas"


@frozen
class Expectation:
    """One comparison of a finding, or of its quantity, with a value.

    ``lower`` and ``upper`` are the ends of what the sources agree on, in the unit of the
    quantity, and where they agree on nothing, those of all that they say.

    Attributes:
        name: What is compared.
        sign: How.
        value: With what: a number, or a word for check, level and status.
    """

    name: str
    sign: str
    value: float | str

    @classmethod
    def parse_all(cls, text: str) -> tuple[Expectation, ...]:
        """The expectations of a cell, separated by commas; none for an empty cell.

        Raises:
            InvalidClaimError: If one cannot be read.

        >>> Expectation.parse_all("severity < 0.5, status=majority")[1]
        Expectation(name='status', sign='=', value='majority')
        """
        return tuple(cls._parse(part) for part in text.split(",") if part.strip())

    @classmethod
    def _parse(cls, text: str) -> Expectation:
        match = _FORM.fullmatch(text)
        if match is None:
            raise InvalidClaimError(f"{text!r} is nothing to expect", _HINT)
        name, sign, value = match[1], match[2].replace("==", "="), match[3]
        if name not in NAMES:
            raise InvalidClaimError(
                f"{name!r} is nothing that can be expected", f"known: {', '.join(NAMES)}"
            )
        if name in _TEXTS:
            if sign not in {"=", "!="}:
                raise InvalidClaimError(f"{name} is a word, {sign} compares numbers", _HINT)
            return cls(name, sign, value)
        try:
            return cls(name, sign, float(value.replace("_", "")))
        except ValueError as error:
            raise InvalidClaimError(f"{value!r} is no number", _HINT) from error

    def fault(self, finding: pd.Series, quantity: pd.Series | None) -> str:
        """What is otherwise than expected, in words; empty where the expectation holds.

        Args:
            finding: Row of the finding.
            quantity: Row of its quantity; None where it has none.
        """
        found = self._found(finding, quantity)
        if found is not None and _SIGNS[self.sign](found, self.value):
            return ""
        shown = "unknown" if found is None else found if isinstance(found, str) else f"{found:g}"
        value = self.value if isinstance(self.value, str) else f"{self.value:g}"
        return f"{self.name} was to be {self.sign} {value} and is {shown}"

    def _found(self, finding: pd.Series, quantity: pd.Series | None) -> float | str | None:
        if self.name in _OF_FINDING:
            return _value(finding[self.name])
        if quantity is None:
            return None
        candidates = _ENDS.get(self.name, (self.name,))
        values = (_value(quantity[name]) for name in candidates)
        return next((value for value in values if value is not None), None)


def _value(cell: str | float) -> float | str | None:
    if isinstance(cell, str):
        return cell
    return None if pd.isna(cell) else float(cell)
