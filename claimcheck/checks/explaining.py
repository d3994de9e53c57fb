"""The explanation of a check: the docstring of its file, its hint, and its cases drawn."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.checks.check import Case, Check
from claimcheck.checks.registry import CHECKS
from claimcheck.errors import UnknownNameError, nearest_hint

_SIGNS = {True: "found", False: "not found"}
_ASIDE = ("figure", "source_id")


def explain(name: str) -> str:
    """The explanation of the check *name*, as Markdown.

    Raises:
        UnknownNameError: If there is no such check, with the nearest.
    """
    known = {check.name: check for check in CHECKS}
    if name not in known:
        raise UnknownNameError(f"there is no check {name!r}", nearest_hint(name, known))
    return page(known[name])


def page(check: Check) -> str:
    """One check as Markdown: name and level, why, what to do, and its cases."""
    cases = "\n".join(f"- {_drawn(case)}" for case in check.cases)
    return (
        f"## {check.name} ({check.level})\n\n{check.why.strip()}\n\n"
        f"What to do: {check.hint}.\n\n{cases}\n"
    )


def _drawn(case: Case) -> str:
    claims = ", ".join(
        f"“{claim['figure']}” by {claim['source_id']}{_columns(claim)}" for claim in case.claims
    )
    beside = [
        ", ".join(f"{name} {value}" for name, value in row.items())
        for row in (*case.totals, *case.sources)
    ]
    rows = f" with {'; '.join(beside)}" if beside else ""
    return f"{claims}{rows}: {_SIGNS[case.flagged]}"


def _columns(claim: Mapping[str, str]) -> str:
    shown = [f"{name} {value}" for name, value in claim.items() if name not in _ASIDE]
    return f" ({', '.join(shown)})" if shown else ""
