"""How two figures stand to each other, and how severe a gap between them is."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How two figures stand to each other; the first that holds, in this order."""

    NOT_COMPARABLE = "not-comparable"
    DIFFERENT_SCOPE = "different-scope"
    OPPOSITE_SIGN = "opposite-sign"
    IDENTICAL = "identical"
    AGREE_WITHIN_ROUNDING = "agree-within-rounding"
    ONE_SIDED_COMPATIBLE = "one-sided-compatible"
    CONTAINS = "contains"
    WITHIN = "within"
    OVERLAP = "overlap"
    EXPLAINED_BY_TIME = "explained-by-time"
    SUSPECTED_SLIP = "suspected-slip"
    NEAR = "near"
    DISJOINT = "disjoint"


class Level(StrEnum):
    """How much a finding asks of the reader."""

    CONFLICT = "conflict"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for a conflict, 1 for a warning, 2 for information."""
        return list(Level).index(self)


class Severity(StrEnum):
    """The word for a severity between 0 and 1."""

    NONE = "none"
    MINOR = "minor"
    MATERIAL = "material"
    SERIOUS = "serious"
    ORDER_OF_MAGNITUDE = "order of magnitude"

    @classmethod
    def of(cls, severity: float) -> Severity:
        """The word for *severity*: cuts at 0.2 (x1.25), 0.5 (x2) and 0.9 (x10).

        >>> Severity.of(0.5)
        <Severity.SERIOUS: 'serious'>
        """
        if severity <= 0:
            return cls.NONE
        cuts = ((0.2, cls.MINOR), (0.5, cls.MATERIAL), (0.9, cls.SERIOUS))
        return next((word for cut, word in cuts if severity < cut), cls.ORDER_OF_MAGNITUDE)
