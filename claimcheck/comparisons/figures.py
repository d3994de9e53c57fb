"""What a comparison reads of each claim, as arrays."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import evolve, fields, frozen

from claimcheck.comparisons.bridging import Side
from claimcheck.tables import columns as c
from claimcheck.tables.kinds import kind_codes

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


@frozen(eq=False)
class Figures:
    """Arrays of shape (n,), named as the columns of the claim table are.

    ``dimension`` has codes; their names are in ``dimensions``, by code. ``claim`` is the place in
    the claim table.
    """

    claim: Rows
    said_lower: Floats
    said_upper: Floats
    said_best: Floats
    possible_lower: Floats
    possible_upper: Floats
    rounded_lower: Floats
    rounded_upper: Floats
    time_start: Floats
    time_end: Floats
    period_start: Floats
    period_end: Floats
    is_vague: Flags
    measure_kind: npt.NDArray[np.int8]
    additive: Flags
    quantity_code: Rows
    origin_code: Rows
    source_code: Rows
    own_voice: Flags
    asserts: Flags
    growth: Floats
    scale: Floats
    dimension: npt.NDArray[np.int16]
    dimensions: npt.NDArray[np.object_]

    @classmethod
    def of(cls, claims: pd.DataFrame) -> Figures:
        """The arrays of *claims*."""
        made: dict[str, Any] = {
            "claim": np.arange(len(claims), dtype=np.int64),
            "measure_kind": kind_codes(claims),
            "asserts": (claims[c.STANCE] == "asserts").to_numpy(),
            "dimension": claims[c.DIMENSION].cat.codes.to_numpy(),
            "dimensions": claims[c.DIMENSION].cat.categories.to_numpy(dtype=object),
        }
        names = [attribute.name for attribute in fields(cls)]
        return cls(**{n: made[n] if n in made else claims[n].to_numpy() for n in names})

    @cached_property
    def size(self) -> Floats:
        """The end by which figures rank: the upper as said, or the lower where that is open."""
        return np.where(np.isinf(self.said_upper), self.said_lower, self.said_upper)

    def take(self, rows: Rows) -> Figures:
        """The same arrays at *rows*."""
        names = [attribute.name for attribute in fields(Figures) if attribute.name != "dimensions"]
        return evolve(self, **{name: getattr(self, name)[rows] for name in names})

    def side(self, rows: Rows) -> Side:
        """What the times of the figures at *rows* tell."""
        return Side(
            lower=self.possible_lower[rows],
            upper=self.possible_upper[rows],
            start=self.time_start[rows],
            end=self.time_end[rows],
            first=self.period_start[rows],
            last=self.period_end[rows],
            vague=self.is_vague[rows],
            kind=self.measure_kind[rows],
        )
