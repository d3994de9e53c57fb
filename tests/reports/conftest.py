"""A small run by hand: two sources that contradict each other, an echo, a dispute and a date."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
import pytest

from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results

NAN, INF = math.nan, math.inf

CLAIM = {
    "claim_id": "a-1",
    "source_id": "atlas",
    "origin_id": "",
    "locator": "p. 3",
    "subject": "Terns",
    "measure": "population",
    "place": "Arctic",
    "scope": "",
    "method": "",
    "as_of": "2010",
    "figure": "1 million",
    "lower": NAN,
    "upper": NAN,
    "best": NAN,
    "unit": "birds",
    "stance": "asserts",
    "disputes": "",
    "note": "",
    "quantity_id": "q-terns",
    "topic_id": "t-terns",
    "reading": "exact",
    "said_lower": 1e6,
    "said_upper": 1e6,
    "said_best": 1e6,
    "possible_lower": 950_000.0,
    "possible_upper": 1_050_000.0,
    "base_unit": "birds",
    "approximate": False,
    "annotations": "",
    "unread": "",
    "time_start": 733773.0,
    "time_end": 734137.0,
    "measure_kind": "stock",
    "origin": "atlas",
    "own_voice": True,
    "votes": True,
    "voted": True,
    "below": 0,
    "above": 0,
    "camp": 0,
    "severity": 0.0,
}
SOURCE = dict.fromkeys(c.SOURCE_COLUMNS, "")
QUANTITY = {
    "quantity_id": "q-terns",
    "topic_id": "t-terns",
    "subject": "Terns",
    "measure": "population",
    "place": "Arctic",
    "scope": "",
    "unit": "birds",
    "measure_kind": "stock",
    "claims": 3,
    "sources": 2,
    "origins": 2,
    "status": "conflicting",
    "depth": 1,
    "core_lower": NAN,
    "core_upper": NAN,
    "median_lower": NAN,
    "median_upper": NAN,
    "spread_lower": NAN,
    "spread_upper": NAN,
    "envelope_lower": 950_000.0,
    "envelope_upper": INF,
    "camps": 2,
    "newest": "2010",
    "apart": 0,
    "summarised": False,
    "severity": 0.79,
    "dissenters": "",
}
FINDING = {
    "finding_id": "f-1",
    "check": "contradiction",
    "level": "conflict",
    "severity": 0.79,
    "ratio": 5.0,
    "gap": NAN,
    "quantity_id": "q-terns",
    "claim_ids": ("a-1", "b-1"),
    "message": "1,000,000 and 5,000,000 or more share no value",
    "arithmetic": "5,000,000 / 1,000,000 = 5",
    "hint": "compare what each source counted",
}
PAIR = {
    "left": "a-1",
    "right": "b-1",
    "quantity_id": "q-terns",
    "relation": "disjoint",
    "ratio": 5.0,
    "gap": NAN,
    "severity": 0.79,
    "independent": True,
    "years": 0.0,
    "rate": NAN,
}
CAMP = {
    "quantity_id": "q-terns",
    "camp": 0,
    "core_lower": 950_000.0,
    "core_upper": 1_050_000.0,
    "depth": 1,
    "origins": 1,
    "claim_ids": ("a-1", "c-1"),
}


def _row(default: dict[str, object], **changes: object) -> dict[str, object]:
    return {**default, **changes}


def bundle(
    claims: list[dict[str, object]],
    sources: list[dict[str, object]],
    quantities: list[dict[str, object]],
    findings: list[dict[str, object]],
    name: str = "terns",
) -> Results:
    """Results of rows, each table with all its columns even where it has no row."""
    found = pd.DataFrame(findings, columns=list(FINDING))
    rolls = pd.DataFrame(quantities, columns=list(QUANTITY))
    return Results(
        name=name,
        claims=pd.DataFrame(claims, columns=list(CLAIM)),
        sources=pd.DataFrame(sources, columns=list(SOURCE)),
        totals=pd.DataFrame(columns=list(c.TOTAL_COLUMNS)),
        quantities=rolls,
        camps=pd.DataFrame(
            [CAMP, _row(CAMP, camp=1, claim_ids=("b-1",))] if claims else [], columns=list(CAMP)
        ),
        pairs=pd.DataFrame([PAIR] if claims else [], columns=list(PAIR)),
        findings=found,
        summary={
            "claims": len(claims),
            "sources": len(sources),
            "quantities": len(quantities),
            "unparsed": sum(bool(claim["unread"]) for claim in claims),
            "findings": found["check"].value_counts().to_dict(),
            "levels": found["level"].value_counts().to_dict(),
            "statuses": rolls["status"].value_counts().to_dict(),
            "summarised": 0,
        },
        settings=Settings(),
    )


@pytest.fixture
def results() -> Results:
    """The small run."""
    claims = [
        _row(CLAIM),
        _row(
            CLAIM,
            claim_id="b-1",
            source_id="bulletin",
            figure="at least 5 million",
            reading="at-least",
            said_lower=5e6,
            said_upper=INF,
            said_best=NAN,
            possible_lower=4.95e6,
            possible_upper=INF,
            origin="bulletin",
            camp=1,
            severity=0.79,
        ),
        _row(
            CLAIM,
            claim_id="c-1",
            source_id="bulletin",
            origin_id="atlas",
            stance="reports",
            as_of="2004~",
        ),
        _row(
            CLAIM,
            claim_id="d-1",
            quantity_id="q-opened",
            subject="Station",
            measure="opened",
            place="",
            unit="date",
            base_unit="date",
            figure="5 June 1992",
            reading="date",
            said_lower=727354.0,
            said_upper=727354.0,
            said_best=727354.0,
            possible_lower=727354.0,
            possible_upper=727354.0,
        ),
        _row(
            CLAIM,
            claim_id="e-1",
            figure="a great many",
            reading="unparsed",
            unread="no number in it",
            said_lower=NAN,
            said_upper=NAN,
            said_best=NAN,
            possible_lower=NAN,
            possible_upper=NAN,
            votes=False,
        ),
    ]
    sources = [
        _row(
            SOURCE,
            source_id="atlas",
            title="Atlas of Birds",
            publisher="North Press",
            kind="reference-work",
            published="2011",
            url="https://example.org/atlas",
        ),
        _row(SOURCE, source_id="bulletin", publisher="Bulletin", kind="media", published="2012-03"),
    ]
    quantities = [
        _row(QUANTITY),
        _row(
            QUANTITY,
            quantity_id="q-opened",
            topic_id="t-opened",
            subject="Station",
            measure="opened",
            place="",
            unit="date",
            claims=2,
            status="agreed",
            depth=2,
            core_lower=727354.0,
            core_upper=727354.0,
            median_lower=727354.0,
            median_upper=727354.0,
            envelope_lower=727198.0,
            envelope_upper=727563.0,
            severity=0.0,
            camps=0,
        ),
    ]
    findings = [
        _row(FINDING),
        _row(
            FINDING,
            finding_id="f-2",
            check="disputed",
            claim_ids=("c-1",),
            ratio=NAN,
            severity=0.5,
            message="c-1 is disputed",
            arithmetic="",
        ),
        _row(
            FINDING,
            finding_id="f-3",
            check="echo",
            level="info",
            claim_ids=("a-1", "c-1"),
            ratio=1.0,
            severity=0.0,
            message="c-1 repeats a-1",
            arithmetic="",
            hint="",
        ),
    ]
    return bundle(claims, sources, quantities, findings)


@pytest.fixture
def empty() -> Results:
    """A run over a dossier without a claim."""
    return bundle([], [], [], [], name="nothing yet")


@pytest.fixture
def echoes() -> Callable[[int], Results]:
    """A run with as many echoes as asked for."""

    def made(count: int) -> Results:
        findings = [
            _row(FINDING, finding_id=f"f-{n}", check="echo", level="info", claim_ids=("a-1", "a-1"))
            for n in range(count)
        ]
        return bundle([_row(CLAIM)], [_row(SOURCE, source_id="atlas")], [_row(QUANTITY)], findings)

    return made
