"""Which section of a report each check belongs to, under which heading and to what length."""

from __future__ import annotations

from attrs import frozen

from claimcheck.values.relation import Level

DISPUTED = ("disputed",)
WIDE = ("wide-range",)
DATED = ("stale", "undated")
EXPLAINED = ("explained-by-time", "explained-by-scope", "rounding-agreement", "trend")
CONFIRMING = ("agreement", "echo", "single-source")
SILENT = ("no-figure",)
CLASHING = (
    "contradiction",
    "self-contradiction",
    "order-of-magnitude",
    "magnitude-slip",
    "unit-slip",
    "digit-slip",
    "implausible-growth",
    "sum-mismatch",
    "part-exceeds-whole",
    "impossible",
)
DOUBTFUL = ("false-precision", "anachronism")


@frozen(kw_only=True)
class Shelf:
    """A section of findings.

    Attributes:
        name: Short name, fit for a link.
        title: The heading.
        checks: The checks whose findings stand here, whatever their level.
        level: Findings of this level, whose check has no section of its own, stand here too.
        whole: Whether each finding is shown whole, or in a line.
        cap: How many are shown where no filter asks for more.
    """

    name: str
    title: str
    checks: tuple[str, ...] = ()
    level: Level | None = None
    whole: bool = True
    cap: int = 25


SHELVES = (
    Shelf(
        name="conflicts",
        title="Conflicts between figures, worst first",
        checks=CLASHING,
        level=Level.CONFLICT,
        cap=40,
    ),
    Shelf(name="disputed", title="Disputed figures", checks=DISPUTED),
    Shelf(name="wide", title="Ranges too wide to use", checks=WIDE, cap=15),
    Shelf(name="dated", title="Stale and undated figures", checks=DATED, whole=False, cap=15),
    Shelf(
        name="warnings",
        title="Other warnings",
        checks=DOUBTFUL,
        level=Level.WARNING,
        whole=False,
        cap=15,
    ),
    Shelf(
        name="explained",
        title="Looked like a conflict and is not",
        checks=EXPLAINED,
        cap=15,
    ),
    Shelf(
        name="confirming",
        title="Agreements, echoes and single sources",
        checks=CONFIRMING,
        whole=False,
        cap=12,
    ),
    Shelf(
        name="notes",
        title="Other notes",
        checks=SILENT,
        level=Level.INFO,
        whole=False,
        cap=12,
    ),
)

DECIDED = Shelf(name="decided", title="Decided", cap=15)

_BY_CHECK = {check: shelf for shelf in SHELVES for check in shelf.checks}
_BY_LEVEL = {shelf.level: shelf for shelf in SHELVES if shelf.level is not None}
KNOWN_CHECKS = tuple(_BY_CHECK)


def shelf_of(check: str, level: str) -> Shelf:
    """The section of a finding; checks of your own stand with those of their level.

    >>> shelf_of("echo", "info").name, shelf_of("our-own-rule", "warning").name
    ('confirming', 'warnings')
    """
    return _BY_CHECK.get(check) or _BY_LEVEL[Level(level)]
