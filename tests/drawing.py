"""Tables drawn in tests, and small dossiers made from the columns that matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from claimcheck.checks.check import Over
from claimcheck.checks.registry import CHECKS
from claimcheck.reconcile import Reconciliation, reconcile
from claimcheck.settings import Settings

EMPTY = "-"
PAIR_CHECKS = frozenset(check.name for check in CHECKS if check.over is Over.PAIRS)
PLAIN_CLAIM: Mapping[str, str] = {
    "subject": "things",
    "measure": "count",
    "unit": "people",
    "stance": "asserts",
}
TERNS = pd.DataFrame(
    {
        "claim_id": ["a", "b"],
        "source_id": ["atlas", "bulletin"],
        "subject": "terns",
        "measure": "population",
        "figure": ["5–10 million", "50 million"],
        "unit": "birds",
        "stance": "asserts",
    }
)
"""Two sources that contradict each other."""
_SIDES = ("left", "right")
_COLUMN_OF_SIDE = {"by": "source_id", "origin": "origin_id"}


def table(drawn: str) -> pd.DataFrame:
    """A table drawn with two spaces or more between its cells; ``-`` is an empty cell."""
    lines = [re.split(r"\s{2,}", line.strip()) for line in drawn.strip().splitlines()]
    head, *rows = lines
    ragged = [row for row in rows if len(row) != len(head)]
    assert not ragged, f"{len(head)} columns, but {ragged}"
    cells = [["" if cell == EMPTY else cell for cell in row] for row in rows]
    return pd.DataFrame(cells, columns=head, dtype="str")


def claims_table(rows: pd.DataFrame | Iterable[Mapping[str, str]], **shared: str) -> pd.DataFrame:
    """Claims of few columns, with ids from 1 and a plain quantity filled in.

    Args:
        rows: The columns that matter.
        **shared: Columns that all claims share.
    """
    frame = pd.DataFrame(rows).fillna("") if not isinstance(rows, pd.DataFrame) else rows.copy()
    for name, value in (PLAIN_CLAIM | shared).items():
        if name not in frame:
            frame[name] = value
        elif name in PLAIN_CLAIM:
            frame[name] = frame[name].replace("", (PLAIN_CLAIM | shared)[name])
    if "claim_id" not in frame:
        frame["claim_id"] = [str(number) for number in range(1, len(frame) + 1)]
    return frame


def reconciled(
    drawn: str,
    *,
    sources: str | None = None,
    totals: str | None = None,
    settings: Settings | None = None,
    **shared: str,
) -> Reconciliation:
    """The reconciliation of drawn tables; sources that are not drawn are added."""
    claims = claims_table(table(drawn), **shared)
    return reconcile(
        claims,
        None if sources is None else _with_missing(table(sources), claims),
        None if totals is None else table(totals),
        settings,
    )


def _with_missing(sources: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    named = [claims[name] for name in ("source_id", "origin_id") if name in claims]
    ids = pd.concat(named).unique()
    missing = [name for name in ids if name and name not in set(sources["source_id"])]
    return pd.concat([sources, pd.DataFrame({"source_id": missing})]).fillna("")


def names(result: Reconciliation, *checks: str) -> set[str]:
    """Findings as ``check 1;2``, ids in order; of *checks* alone where any are named."""
    found = result.findings
    return {
        f"{check} {';'.join(sorted(ids))}"
        for check, ids in zip(found["check"], found["claim_ids"], strict=True)
        if not checks or check in checks
    }


def judged(
    drawn: str, *, settings: Settings | None = None, sources: str | None = None, **shared: str
) -> pd.DataFrame:
    """What is found on each drawn pair: every row is two figures of a quantity of its own.

    Columns ``left`` and ``right`` hold the figures; ``left_by``, ``left_as_of`` and the like
    columns of one side; all others columns of both. ``found`` is replaced by the names of the
    findings on exactly the two, in order of name, and ``relation``, ``ratio`` and ``severity`` by
    what the pair table says.
    """
    rows = table(drawn)
    claims = claims_table(
        [
            _side(shared | row, side, number)
            for number, row in enumerate(rows.to_dict("records"))
            for side in _SIDES
        ]
    )
    result = reconcile(
        claims, None if sources is None else _with_missing(table(sources), claims), None, settings
    )
    found: dict[str, list[str]] = {}
    for check, ids in zip(result.findings["check"], result.findings["claim_ids"], strict=True):
        if check in PAIR_CHECKS:
            found.setdefault(ids[0].split(":")[0], []).append(check)
    pairs = result.pairs.set_index(result.pairs["left"].str.split(":").str[0])
    answered = rows.assign(
        found=[" ".join(sorted(found.get(str(n), []))) for n in range(len(rows))]
    )
    for name in ("relation", "ratio", "severity"):
        if name in rows:
            answered[name] = pairs[name].reindex([str(n) for n in range(len(rows))]).to_numpy()
    return answered


def _side(row: Mapping[str, str], side: str, number: int) -> dict[str, str]:
    """The claim on one side of a drawn pair."""
    answers = {"found", "relation", "ratio", "severity", "why", *_SIDES}
    claim = {
        name: value
        for name, value in row.items()
        if name not in answers and not name.startswith(("left_", "right_"))
    }
    own = {name.removeprefix(f"{side}_"): value for name, value in row.items()
           if name.startswith(f"{side}_")}  # fmt: skip
    claim |= {_COLUMN_OF_SIDE.get(name, name): value for name, value in own.items()}
    by = claim.pop("by", "")
    claim.setdefault("source_id", by or {"left": "a", "right": "b"}[side])
    return claim | {
        "figure": row.get(side, ""),
        "place": f"{number} {claim.get('place', '')}".strip(),
        "claim_id": f"{number}:{side}",
    }


def assert_as_drawn(drawn: str, answered: pd.DataFrame, *columns: str) -> None:
    """Every answer is the one that stands beside its row."""
    expected = table(drawn)
    for name in columns or ("found",):
        wrong = expected[name].to_numpy() != answered[name].astype("str").to_numpy()
        differing = expected[wrong].assign(answer=answered[name].astype("str")[wrong])
        assert not wrong.any(), f"{name}:\n{differing.to_string()}"
