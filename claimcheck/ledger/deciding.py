"""Takes a decision on a finding: what it rests on is taken down with it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import UTC, datetime

import pandas as pd
from attrs import evolve

from claimcheck.errors import InvalidClaimError, UnknownNameError
from claimcheck.ledger.expectations import Expectation
from claimcheck.ledger.fingerprint import Fingerprint
from claimcheck.ledger.matching import Filed, match
from claimcheck.ledger.settling import fingerprint_of
from claimcheck.model.decision import Decision
from claimcheck.tables import columns as c
from claimcheck.tables.frames import decisions_from
from claimcheck.tables.results import Results


def decide(
    results: Results,
    finding: str,
    *,
    ruling: str,
    because: str,
    by: str = "",
    until: str = "",
    expect: str = "",
    decisions: pd.DataFrame | None = None,
    now: datetime | None = None,
) -> Decision:
    """The decision of a person on a finding, to be put on record.

    Args:
        results: The run that found it.
        finding: Its id, or the first letters of it.
        ruling: accepted, dismissed, explained or corrected.
        because: Why.
        by: Who decides.
        until: The day or period (EDTF) after which to look again; empty for never.
        expect: What has to stay true, such as ``severity<0.5``; empty for nothing.
        decisions: The decisions on record that the person knows of; None for none.
        now: The moment of deciding; None for now.

    Raises:
        UnknownNameError: If there is no such finding, with the nearest, or several.
        InvalidClaimError: If the ruling is none, no reason is given, *until* is past, or what is
            expected cannot be read or does not hold to begin with.
        InvalidDateError: If *until* is no EDTF date.
    """
    (decision,) = decide_all(
        results,
        [finding],
        ruling=ruling,
        because=because,
        by=by,
        until=until,
        expect=expect,
        decisions=decisions,
        now=now,
    )
    return decision


def decide_all(
    results: Results,
    findings: Iterable[str],
    *,
    decisions: pd.DataFrame | None = None,
    now: datetime | None = None,
    **ruling: str,
) -> list[Decision]:
    """One and the same decision on each of several findings; see ``decide``."""
    filed = [] if decisions is None else [Filed.of(item) for item in decisions_from(decisions)]
    matched = match(results.findings, filed)
    moment = now or datetime.now(UTC)
    taken = []
    for name in findings:
        place = _place(results.findings[c.FINDING_ID], name)
        row = results.findings.iloc[place]
        seen = matched.get(place, ())
        decision = Decision(
            finding_id=row[c.FINDING_ID],
            at=moment.isoformat(timespec="seconds"),
            fingerprint=str(
                fingerprint_of(
                    results.findings, results.claims, place, seen, sources=results.sources
                )
            ),
            **ruling,
        )
        _refuse_past(decision, moment)
        _refuse_false_start(decision, row, results.quantities)
        taken.append(decision)
    return taken


def is_on_record(decision: Decision, decisions: pd.DataFrame) -> bool:
    """Whether the last of *decisions* on the finding says the same of the same claims."""
    earlier = [item for item in decisions_from(decisions) if item.finding_id == decision.finding_id]
    return bool(earlier) and _said(earlier[-1]) == _said(decision)


def _said(decision: Decision) -> tuple[Decision, Fingerprint | None]:
    saw = Filed.of(decision).saw
    return (
        evolve(decision, at="", fingerprint=""),
        None if saw is None else evolve(saw, seen=frozenset()),
    )


def _place(ids: pd.Series[str], wanted: str) -> int:
    known = ids.tolist()
    if wanted in known:
        return known.index(wanted)
    starting = [name for name in known if wanted and name.startswith(wanted)]
    if len(starting) == 1:
        return known.index(starting[0])
    nearest = starting[:3] or difflib.get_close_matches(wanted, known, n=3)
    hint = f"did you mean {', '.join(nearest)}?" if nearest else "claimcheck report lists them"
    what = "several findings start with" if starting else "there is no finding"
    raise UnknownNameError(f"{what} {wanted!r}", hint)


def _refuse_past(decision: Decision, now: datetime) -> None:
    until = decision.until
    if until is not None and now.astimezone().date().toordinal() > until.end:
        raise InvalidClaimError(
            f"{until} is past, the ruling would not hold for a day", "name a day to come, or none"
        )


def _refuse_false_start(decision: Decision, row: pd.Series, quantities: pd.DataFrame) -> None:
    found = quantities[quantities[c.QUANTITY_ID] == row[c.QUANTITY_ID]]
    quantity = None if found.empty else found.iloc[0]
    for expectation in Expectation.parse_all(decision.expect):
        fault = expectation.fault(row, quantity)
        if fault:
            raise InvalidClaimError(
                f"what is expected does not hold now: {fault}", "expect what is true to begin with"
            )
