"""One statement: a source gives a figure for a quantity, and takes a stance to it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, cast

from attrs import field, fields, frozen

from claimcheck.errors import InvalidClaimError
from claimcheck.model.cells import cell_of, names_of, number_of, text_of, time_of, unknown_cells
from claimcheck.model.quantity import Quantity
from claimcheck.model.stance import Stance
from claimcheck.values.asof import AsOf
from claimcheck.values.figure import Figure, FigureKind

REQUIRED = ("claim_id", "source_id", "subject", "measure", "unit")
_ENDS = ("lower", "upper", "best")


def _stance(value: str) -> Stance:
    return Stance.parse(value)


@frozen(kw_only=True)
class Claim:
    """One mention of a figure in a source; its fields are the columns of ``claims.csv``.

    Attributes:
        claim_id: Unique in its dossier.
        source_id: The document in which the figure stands.
        origin_id: The source that the document credits; empty where it speaks in its own voice.
        locator: Where in the source.
        subject: Who or what it is about.
        measure: The property that has the value.
        place: One place name; empty where none applies.
        scope: The definition, where it differs from the plain reading.
        method: How the number came about, such as ``census``; empty where it is not known.
        as_of: The time that it is true of; None where it is not known.
        figure: The phrase as the source has it; empty where only numbers are given.
        lower: Least value, in ``unit`` (proleptic ordinal days where that is ``date``); None
            where it is not given.
        upper: Greatest value, the same.
        best: The single value or the centre, the same.
        unit: ``people``, ``USD``, ``km``; ``date`` for dated events.
        stance: What the source does with the figure.
        disputes: The claims that it turns against; empty where it disputes or denies none.
        note: Anything else.
        extra: Cells of columns that claimcheck does not know, by column.

    Raises:
        InvalidClaimError: If a required text is empty, nothing is said of the value, the ends
            contradict each other, or a claim that disputes nothing names what it disputes.
        UnknownStanceError: If *stance* names none.
        InvalidDateError: If *as_of* is no EDTF date.

    >>> said = Claim(
    ...     claim_id="a", source_id="s", subject="Azerbaijanis", measure="population",
    ...     figure="5–10 million", unit="people", stance="asserts",
    ... )
    >>> said.quantity
    Quantity(subject='Azerbaijanis', measure='population', place='', scope='')
    """

    claim_id: str = field(converter=text_of)
    source_id: str = field(converter=text_of)
    origin_id: str = field(default="", converter=text_of)
    locator: str = field(default="", converter=text_of)
    subject: str = field(converter=text_of)
    measure: str = field(converter=text_of)
    place: str = field(default="", converter=text_of)
    scope: str = field(default="", converter=text_of)
    method: str = field(default="", converter=text_of)
    as_of: AsOf | None = field(default=None, converter=time_of)
    figure: str = field(default="", converter=text_of)
    lower: float | None = field(default=None, converter=number_of)
    upper: float | None = field(default=None, converter=number_of)
    best: float | None = field(default=None, converter=number_of)
    unit: str = field(converter=text_of)
    stance: Stance = field(converter=_stance)
    disputes: tuple[str, ...] = field(default=(), converter=names_of)
    note: str = field(default="", converter=text_of)
    extra: Mapping[str, object] = field(factory=dict, hash=False)

    def __attrs_post_init__(self) -> None:
        for name in REQUIRED:
            if not getattr(self, name):
                raise InvalidClaimError(f"claim {self.claim_id!r} has no {name}", f"give a {name}")
        if not self.figure and self.lower is None and self.upper is None:
            raise InvalidClaimError(
                f"claim {self.claim_id!r} has no figure", "give a figure, or lower and upper"
            )
        if self.disputes and self.stance.votes:
            raise InvalidClaimError(
                f"claim {self.claim_id!r} {self.stance} its figure and names what it disputes",
                "set the stance to disputes or denies, or leave disputes empty",
            )
        self._check_ends()

    def _check_ends(self) -> None:
        low = -math.inf if self.lower is None else self.lower
        high = math.inf if self.upper is None else self.upper
        if low > high:
            raise InvalidClaimError(f"lower {low:g} exceeds upper {high:g}", "swap them")
        if self.best is not None and not low <= self.best <= high:
            raise InvalidClaimError(
                f"best {self.best:g} lies outside {low:g} to {high:g}",
                "give a best value between lower and upper, or none",
            )

    @classmethod
    def of(cls, figure: Figure, **columns: object) -> Claim:
        """A claim of a figure that is a value already.

        Args:
            figure: The figure. Its phrase is kept; the ends of a range and the days of a dated
                event are given as numbers beside it.
            columns: The other columns; ``unit`` may be left out where *figure* has one.

        >>> Claim.of(
        ...     Figure.at_least(5, unit="km"), claim_id="a", source_id="s", subject="the river",
        ...     measure="length", stance="reports",
        ... ).figure
        'at least 5 km'
        """
        row: dict[str, object] = {"unit": figure.unit, **columns, "figure": str(figure)}
        if figure.kind in {FigureKind.RANGE, FigureKind.DATE}:
            row |= {end: getattr(figure, end) for end in _ENDS}
        return cls.from_row(row)

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> Claim:
        """The claim of one row of a claims table; columns that are not known become ``extra``.

        Raises:
            InvalidClaimError: If a required column is missing, or as the class says.
        """
        names = [attribute.name for attribute in fields(cls) if attribute.name != "extra"]
        missing = [name for name in (*REQUIRED, "stance") if name not in row]
        if missing:
            raise InvalidClaimError(
                f"a claim has no {', '.join(missing)}", f"give {', '.join(missing)}"
            )
        known = {name: row[name] for name in names if name in row}
        return cls(**cast("dict[str, Any]", known), extra=unknown_cells(row, names))

    def to_row(self) -> dict[str, object]:
        """The row of this claim in a claims table: text, and floats with NaN for the ends."""
        names = [attribute.name for attribute in fields(type(self)) if attribute.name != "extra"]
        row: dict[str, object] = {name: cell_of(getattr(self, name)) for name in names}
        missing_ends = {end: math.nan for end in _ENDS if getattr(self, end) is None}
        return {**row, **missing_ends, **self.extra}

    @property
    def quantity(self) -> Quantity:
        """What the figure is a value of."""
        return Quantity(self.subject, self.measure, self.place, self.scope)
