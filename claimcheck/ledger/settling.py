"""Replays the decisions on the findings of a run: what is settled, and what opens again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pandas as pd
from attrs import evolve, frozen

from claimcheck.ledger.expectations import Expectation
from claimcheck.ledger.fingerprint import Fingerprint, decision_digest
from claimcheck.ledger.matching import Filed, match
from claimcheck.tables import columns as c
from claimcheck.tables.frames import decisions_from
from claimcheck.tables.results import Results

RULING, RULED_BY, BECAUSE, REOPENED = "ruling", "ruled_by", "because", "reopened"
SINCE = "since"
COLUMNS = (RULING, RULED_BY, BECAUSE, REOPENED, SINCE)


def settle(
    findings: pd.DataFrame,
    claims: pd.DataFrame,
    quantities: pd.DataFrame,
    decisions: pd.DataFrame | None,
    *,
    sources: pd.DataFrame | None = None,
    today: date | None = None,
) -> pd.DataFrame:
    """The findings with the columns ruling, ruled_by, because, reopened and since.

    A finding that nobody ruled on has empty cells there. One that was ruled on keeps its ruling;
    ``reopened`` then says why it is to be looked at again, and is empty where the ruling holds.
    It is looked at again where one of its claims, or what counts of their sources, is otherwise
    than it was; ``since`` tells what is otherwise in the other claims of its quantity, which
    opens nothing. Where people ruled differently without knowing of each other, all rulings are
    shown and the finding is open.

    Args:
        findings: The findings of a run.
        claims: Its claims, with their quantity_id.
        quantities: Its quantities.
        decisions: The decisions on record, oldest first; None for none.
        sources: Its sources; None leaves open whether they changed.
        today: The day on which rulings that end are judged; None for today.

    Returns:
        The findings in their order, index kept.

    Raises:
        InvalidClaimError: If a decision cannot be read.
    """
    told = pd.DataFrame("", index=findings.index, columns=list(COLUMNS), dtype="str")
    plain = findings.drop(columns=[name for name in COLUMNS if name in findings])
    if decisions is None or decisions.empty or findings.empty:
        return plain.join(told)
    filed = [Filed.of(decision) for decision in decisions_from(decisions)]
    matched = match(plain, filed)
    day = today or datetime.now(UTC).astimezone().date()
    run = _Run(plain, claims, quantities, sources, day)
    places = list(matched)
    cells = [run.verdict(place, matched[place]) for place in places]
    told.iloc[places] = pd.DataFrame(cells, columns=list(COLUMNS), dtype="str").to_numpy()
    return plain.join(told)


def settled(
    results: Results, decisions: pd.DataFrame | None, *, today: date | None = None
) -> Results:
    """The same results, with *decisions* told beside their findings; see ``settle``.

    The summary has, as ``decided``, how many of the findings are settled by them.
    """
    findings = settle(
        results.findings,
        results.claims,
        results.quantities,
        decisions,
        sources=results.sources,
        today=today,
    )
    decided = len(findings) - int(is_open(findings).sum())
    return evolve(results, findings=findings, summary={**results.summary, "decided": decided})


def is_open(findings: pd.DataFrame) -> pd.Series[bool]:
    """Mask of the findings that nobody ruled on, or whose ruling is to be looked at again.

    Reads ruling and reopened, which ``settle`` adds.
    """
    return (findings[RULING] == "") | (findings[REOPENED] != "")


def unmatched(findings: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The decisions whose finding is gone: the figures were mended, or no longer meet."""
    filed = [Filed.of(decision) for decision in decisions_from(decisions)]
    known = {id(item) for items in match(findings, filed).values() for item in items}
    return decisions[[id(item) not in known for item in filed]]


def standing(filed: Sequence[Filed]) -> list[Filed]:
    """The decisions that no later one overrules.

    One overrules another if it was taken in knowledge of it, or later by the same person.
    """
    known = {digest for item in filed if item.saw for digest in item.saw.seen}
    newest = {item.decision.by: place for place, item in enumerate(filed)}
    return [
        item
        for place, item in enumerate(filed)
        if decision_digest(item.decision) not in known
        and (not item.decision.by or newest[item.decision.by] == place)
    ]


@frozen(eq=False)
class _Run:
    """The tables against which decisions are judged, and the day."""

    findings: pd.DataFrame
    claims: pd.DataFrame
    quantities: pd.DataFrame
    sources: pd.DataFrame | None
    day: date

    def verdict(self, place: int, filed: Sequence[Filed]) -> tuple[str, str, str, str, str]:
        """Ruling, by whom, because of what, why it is open again, and what is new around it."""
        holding = standing(filed)
        now = fingerprint_of(self.findings, self.claims, place, sources=self.sources)
        doubts = [self._doubts(place, item, now) for item in holding]
        rulings = list(dict.fromkeys(str(item.decision.ruling) for item in holding))
        if len(rulings) > 1:
            told = [f"{item.decision.ruling} by {_who(item)}" for item in holding]
            reopened = f"decided differently: {', '.join(told)}"
        else:
            reopened = "" if not all(doubts) else "; ".join(doubts[-1])
        who = dict.fromkeys(item.decision.by for item in holding if item.decision.by)
        because = dict.fromkeys(item.decision.because for item in holding)
        saw = holding[-1].saw
        since = "" if saw is None else "; ".join(now.around(saw))
        return "; ".join(rulings), "; ".join(who), " / ".join(because), reopened, since

    def _doubts(self, place: int, item: Filed, now: Fingerprint) -> list[str]:
        finding = self.findings.iloc[place]
        until = item.decision.until
        doubts: list[str] = []
        if item.saw is not None:
            doubts += now.since(item.saw)
            if now.check != item.saw.check:
                doubts.append(f"was {item.saw.check} and is {now.check}")
        elif finding[c.FINDING_ID] != item.decision.finding_id:
            doubts.append("the finding has changed")
        if until is not None and self.day.toordinal() > until.end:
            doubts.append(f"the ruling was to hold until {until}")
        quantity = self._quantity(finding[c.QUANTITY_ID])
        expected = Expectation.parse_all(item.decision.expect)
        faults = (expectation.fault(finding, quantity) for expectation in expected)
        return [*doubts, *(fault for fault in faults if fault)]

    def _quantity(self, name: str) -> pd.Series | None:
        found = self.quantities[self.quantities[c.QUANTITY_ID] == name]
        return None if found.empty else found.iloc[0]


def fingerprint_of(
    findings: pd.DataFrame,
    claims: pd.DataFrame,
    place: int,
    seen: Sequence[Filed] = (),
    *,
    sources: pd.DataFrame | None,
) -> Fingerprint:
    """The fingerprint of the finding at *place*, as things are now."""
    finding = findings.iloc[place]
    own = finding[c.CLAIM_IDS]
    is_member = claims[c.CLAIM_ID].isin(own) | (claims[c.QUANTITY_ID] == finding[c.QUANTITY_ID])
    earlier = [item.decision for item in seen]
    return Fingerprint.of(finding[c.CHECK], own, claims[is_member], sources, earlier)


def _who(item: Filed) -> str:
    return item.decision.by or "someone"
