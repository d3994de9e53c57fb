"""Every check has form, and every case that it shows holds."""

from __future__ import annotations

import inspect
from pathlib import Path

import pandas as pd
import pytest
from drawing import claims_table

from claimcheck import checks
from claimcheck.checks.check import Case, Check
from claimcheck.checks.registry import CHECKS
from claimcheck.errors import UnknownNameError
from claimcheck.reconcile import Reconciliation, reconcile

CASES = [
    pytest.param(check, case, id=f"{check.name}-{number}")
    for check in CHECKS
    for number, case in enumerate(check.cases, 1)
]


def _reconciled(case: Case) -> Reconciliation:
    claims = claims_table(case.claims)
    named = {*claims["source_id"], *claims.get("origin_id", [])} - {""}
    known = {source["source_id"] for source in case.sources}
    sources = [*case.sources, *({"source_id": name} for name in sorted(named - known))]
    totals = pd.DataFrame(case.totals) if case.totals else None
    return reconcile(claims, pd.DataFrame(sources).fillna(""), totals)


@pytest.mark.parametrize(("check", "case"), CASES)
def test_every_case_holds_and_is_told_in_full(check: Check, case: Case) -> None:
    """What the documentation shows is what happens; no brace and no NaN reaches the reader."""
    found = _reconciled(case).findings
    hits = found[found["check"] == check.name]

    assert bool(len(hits)) == case.flagged
    for row in hits.itertuples():
        assert "{" not in f"{row.message} {row.arithmetic}"
        assert "nan" not in f"{row.message} {row.arithmetic}".split()
        assert not row.message[0].islower()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_has_form(check: Check) -> None:
    """One small file with an explanation, a message, a hint, and cases on both sides."""
    file = Path(inspect.getfile(check.find))

    assert file.stem == check.name.replace("-", "_")
    assert 30 <= len(file.read_text(encoding="utf-8").splitlines()) <= 80
    assert len(check.why.strip().splitlines()) >= 2
    assert check.message
    assert check.hint
    assert not check.hint.endswith(".")
    assert {case.flagged for case in check.cases} == {True, False}
    assert (check.find.__doc__ or "").strip()


@pytest.mark.parametrize("name", checks.names())
def test_every_check_can_be_explained(name: str) -> None:
    """The explanation is the docstring of the file, with what to do and the cases."""
    check = next(check for check in CHECKS if check.name == name)
    page = checks.explain(name)

    assert check.why.strip() in page
    assert check.hint in page
    assert page.count("\n- ") == len(check.cases)


def test_an_unknown_check_is_answered_with_the_nearest() -> None:
    """A typing error is no dead end."""
    with pytest.raises(UnknownNameError, match="contradiction"):
        checks.explain("contradicton")


def test_names_are_those_of_the_specification() -> None:
    """Names are fixed: users write them in settings, scripts and records of decisions."""
    conflict = {
        "contradiction", "self-contradiction", "order-of-magnitude", "magnitude-slip", "unit-slip",
        "digit-slip", "implausible-growth", "disputed", "sum-mismatch", "part-exceeds-whole",
        "impossible",
    }  # fmt: skip
    warning = {"single-source", "wide-range", "stale", "undated", "false-precision", "anachronism"}
    info = {
        "explained-by-time", "explained-by-scope", "trend", "rounding-agreement", "agreement",
        "echo", "no-figure",
    }  # fmt: skip

    assert {check.name: str(check.level) for check in CHECKS} == (
        dict.fromkeys(conflict, "conflict")
        | dict.fromkeys(warning, "warning")
        | dict.fromkeys(info, "info")
    )
