"""Parts stacked against their whole, once with their least values and once with their greatest."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.errors import UnknownNameError
from claimcheck.reports.catalogue import figure, text
from claimcheck.reports.plots import canvas
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results

ROLE, NAME, LEAST, MOST = "role", "name", "least", "most"


def part_rows(results: Results, total_id: str) -> pd.DataFrame:
    """What a picture of a total shows: the whole, then its parts, largest first.

    Returns:
        Columns claim_id, role (``whole`` or ``part``), name, label (the figure as said), least
        and most; an open end is taken at the other one.

    Raises:
        UnknownNameError: If there is no such total.
    """
    totals = results.totals[results.totals[c.TOTAL_ID] == total_id]
    if totals.empty:
        raise UnknownNameError(f"there is no total {total_id!r}", "result.totals lists them all")
    wanted = [totals[c.WHOLE].iloc[0], *totals[c.PART]]
    claims = results.claims.set_index(c.CLAIM_ID, drop=False)
    members = claims.loc[[name for name in wanted if name in claims.index]]
    least, most = canvas.closed_ends(members)
    rows = members.to_dict("records")
    table = pd.DataFrame(
        {
            c.CLAIM_ID: members[c.CLAIM_ID].to_numpy(),
            ROLE: np.where(members[c.CLAIM_ID] == wanted[0], "whole", "part"),
            NAME: [text(row, c.PLACE) or text(row, c.SUBJECT) for row in rows],
            "label": [figure(row) for row in rows],
            LEAST: least.to_numpy(),
            MOST: most.to_numpy(),
        }
    )
    order = table.sort_values([ROLE, MOST], ascending=False, kind="stable")
    return order.reset_index(drop=True)


def parts(results: Results, total_id: str, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw a total: its whole above, its parts end to end below.

    Args:
        results: The tables of a run.
        total_id: Which total.
        ax: Axes to draw on; None makes new ones.

    Raises:
        UnknownNameError: If there is no such total.
        MissingExtraError: If matplotlib is not installed.
    """
    rows = part_rows(results, total_id)
    ax = canvas.axes(ax, height=2.4)
    whole, members = rows[rows[ROLE] == "whole"], rows[rows[ROLE] == "part"]
    ax.barh(["whole"] * len(whole), whole[MOST], color=canvas.FAINT, edgecolor=canvas.INK)
    ax.barh(["whole"] * len(whole), whole[LEAST], color=canvas.INK)
    for label, column in (("parts, least", LEAST), ("parts, most", MOST)):
        sizes = members[column].fillna(0.0)
        starts = sizes.cumsum() - sizes
        ax.barh([label] * len(sizes), sizes, left=starts, color=canvas.FAINT, edgecolor=canvas.INK)
    unit = str(results.claims.set_index(c.CLAIM_ID).loc[rows[c.CLAIM_ID].iloc[0], c.BASE_UNIT])
    canvas.number_axis(ax.xaxis, canvas.numbers(rows[[MOST]]), unit, log=False)
    ax.invert_yaxis()
    return ax
