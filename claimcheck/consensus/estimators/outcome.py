"""What every estimator hands back: an estimate, or the reasons why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import evolve, field, frozen


class Place(float):
    """A diagnostic that is a value on the scale of the data, and no distance, error or ratio."""

    __slots__ = ()


Diagnostic = float | str | tuple[float, ...] | tuple[str, ...]


def _read_only(values: Mapping[str, Diagnostic]) -> Mapping[str, Diagnostic]:
    return MappingProxyType(dict(values))


def _reasons(values: Mapping[str, str]) -> Mapping[str, str]:
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


@frozen(kw_only=True)
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
    diagnostics: Mapping[str, Diagnostic] = field(factory=dict, converter=_read_only, hash=False)
    left_out: Mapping[str, str] = field(factory=dict, converter=_reasons, hash=False)
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
        point = "no estimate" if self.estimate is None else f"{self.estimate:,.10g}"
        lines = [f"{self.method}: {point}"]
        if self.lower is not None and self.upper is not None:
            lines.append(f"  {self.interval_kind}: {self.lower:,.10g} to {self.upper:,.10g}")
        if self.spread is not None:
            spread = self.spread
            lines.append(f"  {spread.name}: {spread.lower:,.10g} to {spread.upper:,.10g}")
        lines += [f"  {name}: {_shown(value)}" for name, value in self.diagnostics.items()]
        lines += [f"  left out, {told}" for told in by_reason(self.left_out)]
        lines += [f"  refused: {refusal}" for refusal in self.refusals]
        lines += [f"  note: {note}" for note in self.notes]
        return "\n".join(lines)


def _shown(value: Diagnostic) -> str:
    if isinstance(value, tuple):
        return ", ".join(_shown(part) for part in value)
    return value if isinstance(value, str) else f"{value:,.6g}"


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
