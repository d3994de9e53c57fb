"""Days at the desk: corrections, retractions, and the past as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

import pandas as pd
import pytest
from sqlalchemy import text

from claimcheck.errors import InvalidDateError, StoreError, UnknownNameError
from claimcheck.store import Store
from claimcheck.tables.dossier import Dossier

Drawn = Callable[..., Dossier]


class Turning(Protocol):
    """A clock that can be set forward and back."""

    def pass_days(self, days: int) -> None:
        """Let days pass."""


def figures(dossier: Dossier) -> dict[str, str]:
    """The figures by claim."""
    return dict(zip(dossier.claims["claim_id"], dossier.claims["figure"], strict=True))


def test_a_week_of_corrections_can_be_read_day_by_day(
    store: Store, dossier: Drawn, clock: Turning
) -> None:
    """Monday the union says 500; Wednesday it says 800; Friday the police figure is withdrawn."""
    store.add(dossier(union1="500", police1="300"), by="Day", because="morning round")
    clock.pass_days(2)
    store.correct("union1", by="Night", because="their site was updated", figure="800")
    clock.pass_days(2)
    store.retract(claims=["police1"], by="Day", because="they never said it")

    assert figures(store.dossier(at=date(2026, 3, 1))) == {}
    assert figures(store.dossier(at="2026-03-02")) == {"union1": "500", "police1": "300"}
    assert figures(store.dossier(at="2026-03-04T23:00+00:00")) == {
        "union1": "800",
        "police1": "300",
    }
    assert figures(store.dossier()) == {"union1": "800"}
    assert figures(store.dossier(at=1)) == {"union1": "500", "police1": "300"}


def test_the_log_tells_who_when_and_why(store: Store, dossier: Drawn, clock: Turning) -> None:
    """Next year someone asks."""
    store.add(dossier(a1="500"), by="Day", because="morning round")
    clock.pass_days(1)
    store.correct("a1", by="Night", because="misread", figure="600")
    log = store.log()

    assert log[["who", "why", "action"]].values.tolist() == [
        ["Day", "morning round", "add"],
        ["Night", "misread", "add"],
    ]
    assert log["at"].str[:10].tolist() == ["2026-03-02", "2026-03-03"]


def test_every_version_of_a_claim_is_kept(store: Store, dossier: Drawn) -> None:
    """What was corrected, taken back and let stand again."""
    store.add(dossier(a1="500", a2="1"), by="Day")
    store.correct("a1", by="Night", because="misread", figure="600")
    store.retract(claims=["a1"], by="Day", because="a hoax")
    store.restore(claims=["a1"], by="Day", because="no hoax after all")
    history = store.history("a1")

    assert history["figure"].tolist() == ["500", "600", "600", "600"]
    assert history["retracted"].tolist() == [False, False, True, False]
    assert history["who"].tolist() == ["Day", "Night", "Day", "Day"]
    assert figures(store.dossier()) == {"a1": "600", "a2": "1"}


def test_a_nightly_import_does_not_bring_back_what_was_retracted(
    store: Store, dossier: Drawn
) -> None:
    """The folder still has it; the desk has taken it back."""
    store.add(dossier(a1="500", b1="900"))
    store.retract(claims=["b1"], by="Day", because="a hoax")
    added = store.add(dossier(a1="500", b1="900"))

    assert added.retracted == ("b1",)
    assert figures(store.dossier()) == {"a1": "500"}


def test_a_retracted_claim_that_comes_back_changed_stands_again(
    store: Store, dossier: Drawn
) -> None:
    """It is another statement now, and the desk is told."""
    store.add(dossier(a1="500", b1="900"))
    store.retract(claims=["b1"], by="Day", because="a hoax")

    assert store.add(dossier(b1="700")).changed == ("b1",)
    assert figures(store.dossier()) == {"a1": "500", "b1": "700"}


def test_what_others_rest_on_cannot_be_taken_back(store: Store, dossier: Drawn) -> None:
    """The dossier would not hold together; the error names what to take back along with it."""
    store.add(dossier(a1="500", b1="900"))

    with pytest.raises(StoreError, match="claim a1 names a"):
        store.retract(sources=["a"], by="Day", because="closed down")
    store.retract(sources=["a"], claims=["a1"], by="Day", because="closed down")

    assert store.dossier().sources["source_id"].tolist() == ["b"]


def test_a_new_claim_cannot_rest_on_a_retracted_source(store: Store, dossier: Drawn) -> None:
    """The import is refused whole until the source is let stand again."""
    store.add(dossier(a1="500"))
    store.retract(sources=["a"], claims=["a1"], by="Day", because="closed down")

    with pytest.raises(StoreError, match="claim a2 names a"):
        store.add(dossier(a2="700"))
    store.restore(sources=["a"], by="Day", because="it exists")

    assert store.add(dossier(a2="700")).new == ("a2",)


def test_a_part_of_a_total_cannot_be_taken_back_alone(store: Store, dossier: Drawn) -> None:
    """The sum would lose a part in silence."""
    plain = dossier(a1="500", b1="200", c1="300")
    totals = pd.DataFrame({"total_id": "t", "whole": "a1", "part": ["b1", "c1"], "complete": "yes"})
    store.add(Dossier.of(plain.claims, plain.sources, totals))

    with pytest.raises(StoreError, match="total t names c1"):
        store.retract(claims=["c1"], by="Day", because="unsure")
    store.retract(claims=["c1"], totals=["t"], by="Day", because="unsure")

    assert store.dossier().totals.empty


@pytest.mark.parametrize("name", ["zz", "b1"])
def test_only_what_stands_can_be_taken_back(store: Store, dossier: Drawn, name: str) -> None:
    """An unknown claim and one that is gone already are both told."""
    store.add(dossier(a1="500", b1="900"))
    store.retract(claims=["b1"], by="Day", because="a hoax")

    with pytest.raises(UnknownNameError, match="does not stand"):
        store.retract(claims=[name], by="Day", because="again")


def test_taking_back_needs_a_reason(store: Store, dossier: Drawn) -> None:
    """Who reads the log next year has nothing else."""
    store.add(dossier(a1="500"))

    with pytest.raises(StoreError, match="no reason"):
        store.retract(claims=["a1"], by="Day", because=" ")


def test_a_correction_that_leads_nowhere_is_refused(store: Store, dossier: Drawn) -> None:
    """No such claim, no such source, no such stance: the store is as it was."""
    store.add(dossier(a1="500"))

    with pytest.raises(UnknownNameError):
        store.correct("zz", by="Day", because="x", figure="1")
    with pytest.raises(StoreError, match="claim a1 names nowhere"):
        store.correct("a1", by="Day", because="x", source_id="nowhere")
    assert store.revision == 1


@pytest.mark.parametrize("table", ["claims", "sources", "totals", "decisions", "revisions"])
def test_the_database_itself_refuses_to_change_or_delete(
    store: Store, dossier: Drawn, table: str
) -> None:
    """Append-only is no habit but a rule, whatever program opens the file."""
    plain = dossier(a1="500", b1="200")
    totals = pd.DataFrame({"total_id": ["t"], "whole": "a1", "part": "b1", "complete": "no"})
    ruled = pd.DataFrame({"finding_id": ["f"], "ruling": "accepted", "because": "x"})
    store.add(Dossier.of(plain.claims, plain.sources, totals))
    store.add(_with_decisions(plain, ruled))

    for change in (f"DELETE FROM {table}", f"UPDATE {table} SET revision = 7"):  # noqa: S608 - our tables
        with (
            pytest.raises(StoreError, match="append-only"),
            store.database.writing() as connection,
        ):
            connection.execute(text(change))


def _with_decisions(plain: Dossier, decisions: pd.DataFrame) -> Dossier:
    return Dossier(
        claims=plain.claims, sources=plain.sources, totals=plain.totals, decisions=decisions
    )


def test_a_clock_that_is_put_back_does_not_mix_up_the_past(
    store: Store, dossier: Drawn, clock: Turning
) -> None:
    """Revisions are in the order in which they were written."""
    store.add(dossier(a1="500"))
    clock.pass_days(-30)
    store.add(dossier(a1="600"))

    assert store.log()["at"].is_monotonic_increasing
    assert figures(store.dossier(at="2026-03-02")) == {"a1": "600"}


def test_a_moment_that_cannot_be_read_is_refused(store: Store) -> None:
    """The forms that are read are named."""
    with pytest.raises(InvalidDateError, match="no day or time"):
        store.dossier(at="last Tuesday")
