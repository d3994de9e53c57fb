"""Rulings at a desk, told as they happen: what settles a finding, and what opens it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InvalidClaimError, UnknownNameError
from claimcheck.ledger import decide, is_open, settled
from claimcheck.ledger.expectations import Expectation
from claimcheck.ledger.fingerprint import Fingerprint
from claimcheck.ledger.settling import unmatched
from claimcheck.model.decision import Decision
from claimcheck.reconcile import reconcile
from claimcheck.tables.columns import CLAIM_COLUMNS
from claimcheck.tables.dossier import Dossier
from claimcheck.tables.frames import decisions_frame
from claimcheck.tables.results import Results

Found = Callable[..., Results]
TODAY = date(2026, 3, 2)


def worst(results: Results) -> str:
    """The id of the worst finding."""
    return str(results.findings["finding_id"].iloc[0])


def ruled(
    results: Results, *, by: str = "Day", ruling: str = "explained", **more: object
) -> Decision:
    """A ruling on the worst finding."""
    return decide(results, worst(results), ruling=ruling, because="asked them", by=by, **more)


def first(results: Results, *decisions: Decision, today: date = TODAY) -> pd.Series:
    """The worst finding, with what the decisions make of it."""
    return settled(results, decisions_frame(decisions), today=today).findings.iloc[0]


def on_the_pair(results: Results, decision: Decision) -> pd.Series:
    """The finding on a1 and b1, with what the decision makes of it."""
    findings = settled(results, decisions_frame([decision]), today=TODAY).findings
    return findings[findings["claim_ids"].map(set) == {"a1", "b1"}].iloc[0]


def test_without_decisions_every_finding_is_open(found: Found) -> None:
    """Nobody ruled on anything yet."""
    findings = settled(found(a1="500", b1="900"), None).findings

    assert is_open(findings).all()
    assert findings["ruling"].tolist() == [""] * len(findings)


def test_a_decided_finding_is_shown_as_decided(found: Found) -> None:
    """It says what was ruled, by whom and why, and does not vanish."""
    results = found(a1="500", b1="900")
    row = first(results, ruled(results))

    assert row[["ruling", "ruled_by", "because", "reopened"]].tolist() == [
        "explained",
        "Day",
        "asked them",
        "",
    ]


@pytest.mark.parametrize(
    ("figures", "news"),
    [
        ({"a1": "500", "b1": "950"}, "claim b1 has changed"),
        ({"a1": "500", "b1": "900000"}, "claim b1 has changed"),
    ],
    ids=["a changed figure", "a conflict of another name"],
)
def test_a_changed_claim_opens_it_again(found: Found, figures: dict[str, str], news: str) -> None:
    """The ruling was on what was known then; the finding says what is new since."""
    decision = ruled(found(a1="500", b1="900"))
    own = on_the_pair(found(**figures), decision)

    assert own["ruling"] == "explained"
    assert news in own["reopened"]


@pytest.mark.parametrize(
    ("figures", "news"),
    [
        ({"a1": "500", "b1": "900", "c1": "700", "d1": "710"}, "claim d1 is new"),
        ({"a1": "500", "b1": "900", "c1": "720"}, "claim c1 has changed"),
        ({"a1": "500", "b1": "900"}, "claim c1 is gone"),
    ],
)
def test_what_is_new_around_it_is_told_and_opens_nothing(
    found: Found, figures: dict[str, str], news: str
) -> None:
    """With nightly imports a desk would rule on the same pair for ever."""
    decision = ruled(found(a1="500", b1="900", c1="700"))
    own = on_the_pair(found(**figures), decision)

    assert (own["ruling"], own["reopened"], own["since"]) == ("explained", "", news)


def test_a_finding_on_all_of_a_quantity_is_opened_by_every_claim_that_joins(found: Found) -> None:
    """Single sources and trends are about all their members; one more is another finding."""
    before, after = found(a1="500", a2="500"), found(a1="500", a2="500", a3="500")
    alone = before.findings[before.findings["check"] == "single-source"].iloc[0]
    decision = decide(before, alone["finding_id"], ruling="accepted", because="known", by="Day")
    findings = settled(after, decisions_frame([decision]), today=TODAY).findings

    assert "claim a3 is new" in findings.set_index("check").loc["single-source", "reopened"]


@pytest.mark.parametrize(
    ("column", "value", "reopened"),
    [
        ("derived_from", "b", "source a has changed"),
        ("published", "2024", "source a has changed"),
        ("title", "The Almanac", ""),
        ("url", "https://example.org", ""),
    ],
)
def test_what_counts_of_a_source_opens_it_again(
    found: Found, column: str, value: str, reopened: str
) -> None:
    """Whom it copies and when it appeared bear on the ruling; its title does not."""
    results = found(a1="500", b1="900")
    sources = results.sources.copy()
    sources.loc[sources["source_id"] == "a", column] = value

    assert first(evolve(results, sources=sources), ruled(results))["reopened"] == reopened


def test_a_run_of_a_dossier_with_decisions_knows_its_sources(found: Found) -> None:
    """In a notebook as on the command line."""
    results = found(a1="500", b1="900")
    claims = results.claims[[name for name in results.claims if name in CLAIM_COLUMNS]]
    dossier = Dossier.of(claims, results.sources)
    later = evolve(
        dossier,
        sources=dossier.sources.assign(kind=["government", ""]),
        decisions=decisions_frame([ruled(results)]),
    )

    assert reconcile(later).findings.iloc[0]["reopened"] == "source a has changed"


def test_a_ruling_from_before_sources_were_taken_down_holds(found: Found) -> None:
    """Its fingerprint has four parts; that there is a fifth now is no news."""
    results = found(a1="500", b1="900")
    decision = ruled(results)
    earlier = evolve(decision, fingerprint=decision.fingerprint.rpartition("|")[0])

    assert first(results, earlier)["reopened"] == ""


def test_a_claim_on_another_matter_opens_nothing(found: Found) -> None:
    """A desk that is woken for nothing stops listening."""
    decision = ruled(found(a1="500", b1="900"))
    march = found("the march", d1="7", e1="7").claims
    row = first(found(more=march, a1="500", b1="900"), decision)

    assert (row["ruling"], row["reopened"]) == ("explained", "")


def test_a_note_is_no_news(found: Found) -> None:
    """What a claim says is its figure, source, time and scope; remarks may be added freely."""
    results = found(a1="500", b1="900")
    told = Fingerprint.of("contradiction", ["a1"], results.claims)
    noted = Fingerprint.of("contradiction", ["a1"], results.claims.assign(note="rang twice"))

    assert noted.since(told) == ()


def test_a_ruling_with_an_end_lapses(found: Found) -> None:
    """Held until the March figures are out, and looked at again in April."""
    results = found(a1="500", b1="900")
    decision = ruled(results, until="2026-03", now=datetime(2026, 3, 2, tzinfo=UTC))

    assert first(results, decision, today=date(2026, 3, 31))["reopened"] == ""
    assert "until 2026-03" in first(results, decision, today=date(2026, 4, 1))["reopened"]


def test_what_was_expected_is_watched(found: Found) -> None:
    """The guard speaks in numbers when it no longer holds."""
    results = found(a1="500", b1="900")
    decision = ruled(results, expect="severity<0.5, status=conflicting")
    later = first(found(a1="500", b1="9000"), decision)

    assert first(results, decision)["reopened"] == ""
    assert "severity was to be < 0.5 and is 0.9" in later["reopened"]


def test_what_is_expected_must_hold_to_begin_with(found: Found) -> None:
    """A guard that is broken when it is set would open the finding at once."""
    with pytest.raises(InvalidClaimError, match="does not hold now: status was to be = agreed"):
        ruled(found(a1="500", b1="900"), expect="status=agreed")


@pytest.mark.parametrize("text", ["severity", "mood<3", "status<agreed", "severity<high"])
def test_an_expectation_that_cannot_be_read_is_refused(text: str) -> None:
    """Better now than in half a year."""
    with pytest.raises(InvalidClaimError):
        Expectation.parse_all(text)


def test_two_who_decide_at_once_both_stay_and_are_told_to_agree(found: Found) -> None:
    """Neither knew of the other; no ruling wins in silence."""
    results = found(a1="500", b1="900")
    row = first(results, ruled(results), ruled(results, by="Night", ruling="dismissed"))

    assert row["ruling"] == "explained; dismissed"
    assert row["ruled_by"] == "Day; Night"
    assert row["reopened"] == "decided differently: explained by Day, dismissed by Night"


def test_two_who_agree_at_once_settle_it(found: Found) -> None:
    """The same ruling twice is no quarrel."""
    results = found(a1="500", b1="900")
    row = first(results, ruled(results), ruled(results, by="Night"))

    assert (row["ruled_by"], row["reopened"]) == ("Day; Night", "")


def test_who_knows_of_a_ruling_can_overrule_it(found: Found) -> None:
    """The later decision says which earlier ones it knew."""
    results = found(a1="500", b1="900")
    ada = ruled(results)
    ben = ruled(results, by="Night", ruling="dismissed", decisions=decisions_frame([ada]))
    row = first(results, ada, ben)

    assert (row["ruling"], row["ruled_by"], row["reopened"]) == ("dismissed", "Night", "")


def test_one_may_change_ones_mind(found: Found) -> None:
    """The later ruling of one person stands."""
    results = found(a1="500", b1="900")
    row = first(results, ruled(results), ruled(results, ruling="corrected"))

    assert (row["ruling"], row["reopened"]) == ("corrected", "")


def test_a_fresh_look_settles_what_was_opened_again(found: Found) -> None:
    """One ruling that saw the newest claims is enough."""
    before, after = found(a1="500", b1="900"), found(a1="500", b1="950", c1="700")
    old = ruled(before)
    pair = after.findings[after.findings["claim_ids"].map(set) == {"a1", "b1"}].iloc[0]
    new = decide(
        after,
        pair["finding_id"],
        ruling="explained",
        because="the third fits",
        by="Night",
        decisions=decisions_frame([old]),
    )
    findings = settled(after, decisions_frame([old, new]), today=TODAY).findings
    row = findings.set_index("finding_id").loc[pair["finding_id"]]

    assert (row["ruled_by"], row["reopened"]) == ("Night", "")


def test_a_decision_whose_finding_is_gone_is_named(found: Found) -> None:
    """The figure was mended; the ruling stays on record all the same."""
    decision = decisions_frame([ruled(found(a1="500", b1="900"))])
    mended = found(a1="900", b1="900")

    assert unmatched(mended.findings, decision)["by"].tolist() == ["Day"]


def test_a_row_written_by_hand_counts(found: Found) -> None:
    """In a file kept in git a person may write the three cells that matter."""
    results = found(a1="500", b1="900")
    by_hand = Decision(finding_id=worst(results), ruling="accepted", because="known")

    assert first(results, by_hand)["ruling"] == "accepted"


def test_a_finding_is_found_by_the_first_letters_of_its_id(found: Found) -> None:
    """Nobody types twelve letters."""
    results = found(a1="500", b1="900")

    assert decide(results, worst(results)[:6], ruling="accepted", because="x").finding_id == worst(
        results
    )
    with pytest.raises(UnknownNameError, match="there is no finding"):
        decide(results, "zzzz", ruling="accepted", because="x")


def test_claims_of_a_large_quantity_are_folded(found: Found) -> None:
    """A fingerprint stays one cell, and still tells that something is new."""
    claims = found(**{f"s{number}": "500" for number in range(300)}).claims
    small = Fingerprint.of("echo", ["s0", "s1"], claims.iloc[:299])
    large = Fingerprint.of("echo", ["s0", "s1"], claims)

    assert len(str(large)) < 200
    assert large.since(small) == ()
    assert large.around(small) == ("other claims of its quantity are new or have changed",)
    assert large.around(large) == ()


ids = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
digests = st.text("0123456789abcdef", min_size=8, max_size=8)


@given(
    own=st.dictionaries(ids, digests, min_size=1, max_size=4),
    peers=st.dictionaries(ids, digests, max_size=4),
    seen=st.frozensets(digests, max_size=3),
    sources=st.none() | st.dictionaries(ids, digests, max_size=3),
)
def test_a_fingerprint_survives_its_cell(
    own: dict[str, str],
    peers: dict[str, str],
    seen: frozenset[str],
    sources: dict[str, str] | None,
) -> None:
    """Whatever letters ids have: strokes, colons, semicolons, percent signs."""
    fingerprint = Fingerprint("wide-range", own, peers, seen, sources)

    assert Fingerprint.parse(str(fingerprint)) == fingerprint
