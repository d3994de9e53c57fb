"""What can be refused of a dossier only once its figures are read."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.errors import DossierError, Problem
from claimcheck.tables import columns as c
from claimcheck.tables.dossier import Dossier


def refuse_once_read(dossier: Dossier, table: pd.DataFrame, *, strict: bool) -> None:
    """Refuse a dossier for what its figures turn out to be.

    Args:
        dossier: The tables as written.
        table: The claims as read, in the same order.
        strict: Whether a figure that cannot be read is an error.

    Raises:
        DossierError: With every such figure, and every part in another unit than its whole.
    """
    problems = []
    if strict:
        unread = table[table[c.READING] == "unparsed"]
        for row, phrase, why in zip(unread.index, unread[c.FIGURE], unread[c.UNREAD], strict=True):
            hint = "write it as a figure, or give lower and upper"
            problem = f"{phrase!r} cannot be read: {why}"
            place = dossier.claims_from
            problems.append(
                Problem(place.file, place.row(int(row)), c.FIGURE, phrase, problem, hint)
            )
    if len(dossier.totals):
        problems += _mixed_totals(dossier, table)
    if problems:
        raise DossierError(problems)


def _mixed_totals(dossier: Dossier, table: pd.DataFrame) -> list[Problem]:
    totals, place = dossier.totals, dossier.totals_from
    dimension = pd.Series(table[c.DIMENSION].to_numpy(dtype=object), table[c.CLAIM_ID])
    whole, part = totals[c.WHOLE].map(dimension), totals[c.PART].map(dimension)
    units = table[c.BASE_UNIT].to_numpy(dtype=object)
    unit = {name: word or "no unit" for name, word in zip(table[c.CLAIM_ID], units, strict=True)}
    told = {name: totals[name].map(unit) for name in (c.PART, c.WHOLE)}
    return [
        Problem(
            place.file,
            place.row(int(row)),
            c.PART,
            str(totals[c.PART].iloc[row]),
            f"a part in {told[c.PART].iloc[row]} cannot be added to a whole in "
            f"{told[c.WHOLE].iloc[row]}",
            "drop the row, or mend a unit",
        )
        for row in np.flatnonzero((whole != part).to_numpy())
    ]
