"""What every estimator hands back: an estimate, or the reasons why there is none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from claimcheck.values.wording import interval, number


class Place(float):
    """A diagnostic that is a value on the scale of the data, and no distance, error or ratio."""

    __slots__ = ()


Diagnostic = float | str | tuple[float, ...] | tuple[str, ...]
Column = tuple[float, ...] | tuple[str, ...]
_WHOLE = 1000


def _read_only(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(values))


@frozen
class Spread:
    """How far apart the truth of one more source could lie.

    Attributes:
        name: Which spread it is, such as ``prediction interval, t(4)``.
        lower: Least value, unit of the data; may be ``-inf``.
        upper: Greatest value; may be ``inf``.
    """

    name: str
    lower: float
    upper: float


@frozen(kw_only=True, repr=False)
class Estimate:
    """What one method makes of several figures; it is a reckoning and never a ruling.

    Attributes:
        method: Name of the method, as in the registry.
        estimate: The point, in the unit of the data. None where the method gives none or refuses.
        lower: Lower end of the interval; None where there is none.
        upper: Upper end of the interval; None where there is none.
        interval_kind: Which interval that is, in words.
        spread: The wider honest spread, where the method has one.
        weights: Share of each claim in the estimate, in the order given; empty where it has none.
        claim_ids: The claims that the method heard, in the order of weights; empty where only
            numbers were given.
        by_claim: What the method says of each claim, by name, in the same order.
        diagnostics: What the method found on the way, by name.
        left_out: Claims that the method did not hear, and why, by claim_id.
        refusals: Why nothing is given, one reason an entry; empty where something is.
        notes: What a reader has to know beside the numbers.

    >>> print(Estimate(method="marzullo", refusals=("two camps",)))
    marzullo: no estimate
      refused: two camps
    """

    method: str
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None
    interval_kind: str = ""
    spread: Spread | None = None
    weights: tuple[float, ...] = ()
    claim_ids: tuple[str, ...] = ()
    by_claim: Mapping[str, Column] = field(factory=dict, converter=_read_only, hash=False)
    diagnostics: Mapping[str, Diagnostic] = field(factory=dict, converter=_read_only, hash=False)
    left_out: Mapping[str, str] = field(factory=dict, converter=_read_only, hash=False)
    refusals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a rule forbade an answer."""
        return bool(self.refusals)

    def withheld(self, refusals: tuple[str, ...]) -> Estimate:
        """The same with nothing concluded, for *refusals*; diagnostics stay for the reader."""
        if not refusals:
            return self
        return evolve(
            self,
            estimate=None,
            lower=None,
            upper=None,
            interval_kind="",
            refusals=(*self.refusals, *refusals),
        )

    def noted(self, *notes: str) -> Estimate:
        """The same with *notes* added."""
        return evolve(self, notes=(*self.notes, *notes))

    def __str__(self) -> str:
        point = "no estimate" if self.estimate is None else number(self.estimate)
        lines = [f"{self.method}: {point}"]
        if self.lower is not None and self.upper is not None:
            lines.append(f"  {self.interval_kind}: {_ends(self.lower, self.upper)}")
        spread = self.spread
        if spread is not None and spread.name != self.interval_kind:
            lines.append(f"  {spread.name}: {_ends(spread.lower, spread.upper)}")
        lines += [f"  {name}: {_shown(value)}" for name, value in self.diagnostics.items()]
        lines += [f"  {line}" for line in self._claims()]
        lines += [f"  left out, {told}" for told in by_reason(self.left_out)]
        lines += [f"  refused: {refusal}" for refusal in self.refusals]
        lines += [f"  note: {note}" for note in self.notes]
        return "\n".join(lines)

    __repr__ = __str__

    def _claims(self) -> list[str]:
        """A line a claim with what the method says of it, under a header."""
        columns = {name: [_cell(value) for value in told] for name, told in self.by_claim.items()}
        if self.claim_ids and self.weights:
            columns = {"weight": [f"{100 * share:.3g} %" for share in self.weights], **columns}
        if not columns:
            return []
        count = len(next(iter(columns.values())))
        names = list(self.claim_ids) or [str(place) for place in range(count)]
        cells = [["claim", *names], *([name, *told] for name, told in columns.items())]
        padded = [[cell.ljust(max(map(len, column))) for cell in column] for column in cells]
        return ["  ".join(row).rstrip() for row in zip(*padded, strict=True)]


def _ends(lower: float, upper: float) -> str:
    if lower == upper or math.isinf(lower) or math.isinf(upper):
        return interval(lower, upper)
    return f"{number(lower)} to {number(upper)}"


def _cell(value: float | str) -> str:
    """A number of a table in four digits, or in whole ones where it has more."""
    if isinstance(value, str) or abs(value) >= _WHOLE:
        return _shown(value)
    return _shown(float(f"{value:.4g}"))


def _shown(value: Diagnostic) -> str:
    if isinstance(value, tuple):
        return ", ".join(_shown(part) for part in value)
    return value if isinstance(value, str) else number(value)


def by_reason(left_out: Mapping[str, str]) -> Iterator[str]:
    """The ids of each reason in one text, the commonest reason first.

    >>> list(by_reason({"a": "states no error", "b": "cannot be read", "c": "states no error"}))
    ['states no error: a, c', 'cannot be read: b']
    """
    ids: dict[str, list[str]] = {}
    for claim, reason in left_out.items():
        ids.setdefault(reason, []).append(claim)
    for reason, claims in sorted(ids.items(), key=lambda item: -len(item[1])):
        yield f"{reason}: {', '.join(claims)}"
